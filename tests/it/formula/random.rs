//! Random expressions, written as text with every operation bracketed, so that
//! no rule of precedence stands between the generator and its own evaluation.

use proptest::prelude::*;

/// An expression of x and y made by the generator.
#[derive(Clone, Debug)]
pub(super) enum Random {
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

pub(super) fn expressions() -> impl Strategy<Value = Random> {
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
    pub(super) fn formula_text(&self) -> String {
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
            Random::X => x,
            Random::Y => y,
            Random::Number(value) => *value,
            Random::Operation(sign, a, b) => {
                let (a, b) = (a.value(x, y), b.value(x, y));
                match sign {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    '/' => a / b,
                    _ => libm::pow(a, b),
                }
            }
            Random::Power(base, exponent) => libm::pow(base.value(x, y), *exponent),
            Random::Call(name, a) => call(name, a.value(x, y)),
            Random::Pair(name, a, b) => {
                let (a, b) = (a.value(x, y), b.value(x, y));
                if a.is_nan() || b.is_nan() {
                    f64::NAN
                } else if (*name == "min") == (a < b) {
                    a
                } else {
                    b
                }
            }
        }
    }

    /// How far the nearest kink or edge is, and how large things get on the way:
    /// the smallest distance of any operation from where it is not smooth, and the
    /// greatest absolute value of any part.
    pub(super) fn roughness(&self, x: f64, y: f64) -> (f64, f64) {
        let (mut near, mut size) = (f64::INFINITY, self.value(x, y).abs());
        let mut include = |part: &Random| {
            let (other_near, other_size) = part.roughness(x, y);
            near = if other_near < near { other_near } else { near };
            size = if other_size > size || other_size.is_nan() {
                other_size
            } else {
                size
            };
            part.value(x, y)
        };
        let distance = match self {
            Random::X | Random::Y | Random::Number(_) => f64::INFINITY,
            Random::Operation(sign, a, b) => {
                let (a, b) = (include(a), include(b));
                match sign {
                    '/' => b.abs(),
                    '^' => a,
                    _ => f64::INFINITY,
                }
            }
            Random::Power(base, exponent) => {
                let base = include(base);
                if *exponent < 0.0 || exponent.fract() != 0.0 {
                    base.abs()
                } else {
                    f64::INFINITY
                }
            }
            Random::Call(name, a) => {
                let a = include(a);
                match *name {
                    "ln" | "log10" | "log2" | "sqrt" | "abs" => a.abs(),
                    "asin" | "acos" => 1.0 - a.abs(),
                    "tan" => libm::cos(a).abs(),
                    _ => f64::INFINITY,
                }
            }
            Random::Pair(_, a, b) => (include(a) - include(b)).abs(),
        };
        (if distance < near { distance } else { near }, size)
    }
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
