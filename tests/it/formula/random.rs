//! Random expressions, written as text with every operation bracketed, so that
//! no rule of precedence stands between the generator and its own evaluation.

use proptest::prelude::*;

/// An expression of x and y made by the generator.
#[derive(Clone, Debug)]
pub(crate) enum Random {
    X,
    Y,
    Number(f64),
    Operation(char, Box<Random>, Box<Random>),
    Power(Box<Random>, f64),
    Call(&'static str, Box<Random>),
    Pair(&'static str, Box<Random>, Box<Random>),
}

const CALLS: &[&str] = &[
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "ln", "log10",
    "log2", "sqrt", "abs", "sigmoid", "-",
];

const EXPONENTS: &[f64] = &[-3.0, -2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 7.0];

pub(crate) fn expressions() -> impl Strategy<Value = Random> {
    let number = prop_oneof![
        (-40_i32..=40).prop_map(|tenths| f64::from(tenths) / 10.0),
        (0_i32..=3).prop_map(f64::from),
    ];
    let leaf = prop_oneof![
        3 => Just(Random::X),
        3 => Just(Random::Y),
        2 => number.prop_map(Random::Number),
    ];
    leaf.prop_recursive(5, 40, 2, |inner| {
        let boxed = inner.prop_map(Box::new).boxed();
        prop_oneof![
            6 => (prop::sample::select(vec!['+', '-', '*', '/']), boxed.clone(), boxed.clone())
                .prop_map(|(sign, a, b)| Random::Operation(sign, a, b)),
            2 => (boxed.clone(), prop::sample::select(EXPONENTS))
                .prop_map(|(base, exponent)| Random::Power(base, exponent)),
            1 => (boxed.clone(), boxed.clone())
                .prop_map(|(a, b)| Random::Operation('^', a, b)),
            3 => (prop::sample::select(CALLS), boxed.clone())
                .prop_map(|(name, a)| Random::Call(name, a)),
            1 => (prop::sample::select(vec!["min", "max"]), boxed.clone(), boxed)
                .prop_map(|(name, a, b)| Random::Pair(name, a, b)),
        ]
    })
}

impl Random {
    /// The expression as text, plus `0x + 0y` so that both are parameters.
    pub(crate) fn formula_text(&self) -> String {
        format!("0*x + 0*y + {}", self.text())
    }

    fn text(&self) -> String {
        match self {
            Random::X => "x".to_string(),
            Random::Y => "y".to_string(),
            Random::Number(value) => format!("({value})"),
            Random::Operation(sign, a, b) => format!("({}{sign}{})", a.text(), b.text()),
            Random::Power(base, exponent) => format!("({}^({exponent}))", base.text()),
            Random::Call("-", a) => format!("(-{})", a.text()),
            Random::Call(name, a) => format!("{name}({})", a.text()),
            Random::Pair(name, a, b) => format!("{name}({}, {})", a.text(), b.text()),
        }
    }

    /// The value by this module's own arithmetic.
    pub(super) fn value(&self, x: f64, y: f64) -> f64 {
        match self {
            Random::X | Random::Y | Random::Number(_) => self.apply(x, y, &[]),
            Random::Power(a, _) | Random::Call(_, a) => self.apply(x, y, &[a.value(x, y)]),
            Random::Operation(_, a, b) | Random::Pair(_, a, b) => {
                self.apply(x, y, &[a.value(x, y), b.value(x, y)])
            }
        }
    }

    /// This operation alone, on the values of its operands.
    fn apply(&self, x: f64, y: f64, operands: &[f64]) -> f64 {
        match (self, operands) {
            (Random::X, _) => x,
            (Random::Y, _) => y,
            (Random::Number(value), _) => *value,
            (Random::Operation(sign, ..), &[a, b]) => match sign {
                '+' => a + b,
                '-' => a - b,
                '*' => a * b,
                '/' => a / b,
                _ => libm::pow(a, b),
            },
            (Random::Power(_, exponent), &[base]) => libm::pow(base, *exponent),
            (Random::Call(name, _), &[a]) => call(name, a),
            (Random::Pair(..), &[a, b]) if a.is_nan() || b.is_nan() => f64::NAN,
            (Random::Pair(name, ..), &[a, b]) => {
                if (*name == "min") == (a < b) {
                    a
                } else {
                    b
                }
            }
            _ => unreachable!("an operation with the wrong number of operands"),
        }
    }

    /// How far the nearest kink or edge is, and how large things get on the way:
    /// the smallest distance of any operation from where it is not smooth, and the
    /// greatest absolute value of any part.
    pub(super) fn roughness(&self, x: f64, y: f64) -> (f64, f64) {
        let measured = self.measure(x, y);
        (measured.near, measured.size)
    }

    fn measure(&self, x: f64, y: f64) -> Measured {
        let parts: Vec<Measured> = match self {
            Random::X | Random::Y | Random::Number(_) => Vec::new(),
            Random::Power(a, _) | Random::Call(_, a) => vec![a.measure(x, y)],
            Random::Operation(_, a, b) | Random::Pair(_, a, b) => {
                vec![a.measure(x, y), b.measure(x, y)]
            }
        };
        let values: Vec<f64> = parts.iter().map(|part| part.value).collect();
        let value = self.apply(x, y, &values);
        let own = Measured {
            value,
            near: self.distance(&values),
            size: value.abs(),
        };
        parts.iter().fold(own, |so_far, part| Measured {
            value,
            near: if part.near < so_far.near {
                part.near
            } else {
                so_far.near
            },
            size: if part.size > so_far.size || part.size.is_nan() {
                part.size
            } else {
                so_far.size
            },
        })
    }

    /// How far this operation alone is from where it is not smooth.
    fn distance(&self, operands: &[f64]) -> f64 {
        match (self, operands) {
            (Random::Operation('/', ..), [_, b]) => b.abs(),
            (Random::Operation('^', ..), [a, _]) => *a,
            (Random::Power(_, exponent), [base]) if *exponent < 0.0 || exponent.fract() != 0.0 => {
                base.abs()
            }
            (Random::Call(name, _), [a]) => match *name {
                "ln" | "log10" | "log2" | "sqrt" | "abs" => a.abs(),
                "asin" | "acos" => 1.0 - a.abs(),
                "tan" => libm::cos(*a).abs(),
                _ => f64::INFINITY,
            },
            (Random::Pair(..), [a, b]) => (a - b).abs(),
            _ => f64::INFINITY,
        }
    }
}

/// A part's value, its smallest distance from a kink, and its largest number.
struct Measured {
    value: f64,
    near: f64,
    size: f64,
}

fn call(name: &str, a: f64) -> f64 {
    match name {
        "sin" => libm::sin(a),
        "cos" => libm::cos(a),
        "tan" => libm::tan(a),
        "asin" => libm::asin(a),
        "acos" => libm::acos(a),
        "atan" => libm::atan(a),
        "sinh" => libm::sinh(a),
        "cosh" => libm::cosh(a),
        "tanh" => libm::tanh(a),
        "exp" => libm::exp(a),
        "ln" => libm::log(a),
        "log10" => libm::log10(a),
        "log2" => libm::log2(a),
        "sqrt" => libm::sqrt(a),
        "abs" => a.abs(),
        "sigmoid" => 1.0 / (1.0 + libm::exp(-a)),
        _ => -a,
    }
}
