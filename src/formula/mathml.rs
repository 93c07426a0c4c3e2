use super::expression::{Expression, Fraction, Joint, Sign, Strength, fractions};
use super::function::{Function, Notation};
use super::name::Name;

const INVISIBLE_TIMES: &str = "<mo>\u{2062}</mo>";
const DOT: &str = "<mo>·</mo>";
const MINUS: &str = "<mo>−</mo>";
/// Brackets that stay as high as a letter.
const LEVEL_BRACKETS: (&str, &str) = (
    "<mo stretchy=\"false\">(</mo>",
    "<mo stretchy=\"false\">)</mo>",
);
/// Between a factor and the name of a function after it: x sin(x).
const THIN_SPACE: &str = "<mspace width=\"0.167em\"/>";

/// Typesets an expression as a MathML fragment for the inside of `<math>`.
///
/// Every parameter carries `class="parameter-0"`, `"parameter-1"`, … by its index.
pub(super) fn mathml(expression: &Expression, names: &[Name]) -> String {
    let values = None;
    Typesetter { names, values }.plain(expression)
}

/// The same with a number, given as text, in the place of each parameter.
pub(super) fn mathml_at(expression: &Expression, names: &[Name], values: &[String]) -> String {
    let values = Some(values);
    Typesetter { names, values }.plain(expression)
}

/// What an expression too long to write out is shown as.
pub(super) const TOO_LONG: &str = "<mo>…</mo>";

struct Typesetter<'a> {
    names: &'a [Name],
    /// What stands in the place of each parameter, if numbers are put in.
    values: Option<&'a [String]>,
}

impl Typesetter<'_> {
    fn plain(&self, expression: &Expression) -> String {
        match expression {
            Expression::Number(value) => number(*value),
            Expression::Constant(constant) => {
                format!("<mi mathvariant=\"normal\">{}</mi>", constant.symbol())
            }
            Expression::Parameter(index) => self.parameter(*index),
            Expression::Negative(inner) => {
                let weak = inner.strength() == Strength::Sum || inner.starts_with_minus();
                row(&format!("{MINUS}{}", self.bracketed_if(weak, inner)))
            }
            Expression::Sum(terms) => self.sum(terms),
            Expression::Product(factors) => self.product(factors),
            Expression::Power(pair) => self.power(&pair.0, &pair.1),
            Expression::Call(function, arguments) => self.call(function, arguments),
        }
    }

    fn parameter(&self, index: usize) -> String {
        let class = format!(" class=\"parameter-{index}\"");
        match self.values.map(|values| &values[index]) {
            None => self.names[index].mathml_with(&class),
            Some(value) if needs_brackets(value) => {
                let (open, close) = LEVEL_BRACKETS;
                format!("<mrow{class}>{open}<mn>{value}</mn>{close}</mrow>")
            }
            Some(value) => format!("<mn{class}>{value}</mn>"),
        }
    }

    fn sum(&self, terms: &[(Sign, Expression)]) -> String {
        let mut all = String::new();
        for (index, (sign, term)) in terms.iter().enumerate() {
            if index > 0 {
                all += match sign {
                    Sign::Plus => "<mo>+</mo>",
                    Sign::Minus => MINUS,
                };
            }
            // Brackets round a sum that is added change nothing and go.
            let weak = term.strength() == Strength::Sum && *sign == Sign::Minus;
            let minus = index > 0 && term.starts_with_minus();
            all += &self.bracketed_if(weak || minus, term);
        }
        row(&all)
    }

    fn product(&self, factors: &[(Joint, Expression)]) -> String {
        let mut pieces = Vec::new();
        for Fraction { above, below } in fractions(factors) {
            if below.is_empty() {
                self.collect(&above, &mut pieces);
            } else {
                let minus = above[0].starts_with_minus() && !pieces.is_empty();
                let markup = self.fraction(&above, &below);
                pieces.push(Piece {
                    markup: if minus { bracketed(&markup) } else { markup },
                    kind: Kind::Fraction,
                });
            }
        }
        join(&pieces)
    }

    /// A minus sign in front of the numerator stands in front of the fraction.
    fn fraction(&self, above: &[&Expression], below: &[&Expression]) -> String {
        if let Expression::Negative(inner) = above[0]
            && inner.strength() > Strength::Sum
        {
            let mut positive = above.to_vec();
            positive[0] = inner;
            return row(&format!("{MINUS}{}", self.fraction(&positive, below)));
        }
        format!(
            "<mfrac>{}{}</mfrac>",
            self.series(above),
            self.series(below)
        )
    }

    /// Factors side by side; one alone needs no brackets.
    fn series(&self, factors: &[&Expression]) -> String {
        if let [only] = factors {
            return self.plain(only);
        }
        let mut pieces = Vec::new();
        self.collect(factors, &mut pieces);
        join(&pieces)
    }

    fn collect(&self, factors: &[&Expression], pieces: &mut Vec<Piece>) {
        for factor in factors {
            let minus = !pieces.is_empty() && factor.starts_with_minus();
            let weak = minus || factor.strength() == Strength::Sum;
            pieces.push(Piece {
                markup: self.bracketed_if(weak, factor),
                kind: if weak {
                    Kind::Brackets
                } else {
                    self.kind(factor)
                },
            });
        }
    }

    fn kind(&self, factor: &Expression) -> Kind {
        match factor {
            Expression::Number(_) => Kind::Number,
            Expression::Parameter(index) if self.values.is_some() => {
                match self
                    .values
                    .is_some_and(|values| needs_brackets(&values[*index]))
                {
                    true => Kind::Brackets,
                    false => Kind::Number,
                }
            }
            Expression::Parameter(index) if self.names[*index].is_word() => Kind::Word,
            Expression::Parameter(_) | Expression::Constant(_) => Kind::Letter,
            Expression::Power(pair) => match self.kind(&pair.0) {
                Kind::Number if pair.0.strength() == Strength::Operand => Kind::NumberPower,
                kind => kind,
            },
            Expression::Negative(inner) => self.kind(inner),
            Expression::Call(function, _) => match function.notation {
                Notation::Named(_) | Notation::Indexed(..) => Kind::Function,
                Notation::Bars | Notation::Root | Notation::Cases => Kind::Brackets,
            },
            Expression::Product(_) => Kind::Fraction,
            Expression::Sum(_) => Kind::Brackets,
        }
    }

    fn power(&self, base: &Expression, exponent: &Expression) -> String {
        let alone = match base {
            Expression::Number(value) => !is_scientific(*value),
            Expression::Call(function, _) => function.notation != Notation::Cases,
            _ => base.strength() == Strength::Operand,
        };
        let base = self.bracketed_if(!alone, base);
        format!("<msup>{base}{}</msup>", self.exponent(exponent))
    }

    /// A fraction of two numbers stays on the line: x^(1/2).
    fn exponent(&self, exponent: &Expression) -> String {
        if let Expression::Negative(inner) = exponent
            && !inner.starts_with_minus()
            && inner.strength() > Strength::Sum
        {
            return row(&format!("{MINUS}{}", self.exponent(inner)));
        }
        if let Expression::Product(factors) = exponent
            && let [(_, above), (Joint::Divide, below)] = factors.as_slice()
            && above.strength() >= Strength::Negative
            && below.strength() == Strength::Operand
        {
            let (above, below) = (self.plain(above), self.plain(below));
            return row(&format!("{above}<mo>/</mo>{below}"));
        }
        self.plain(exponent)
    }

    fn call(&self, function: &Function, arguments: &[Expression]) -> String {
        let all: Vec<String> = arguments.iter().map(|each| self.plain(each)).collect();
        match function.notation {
            Notation::Bars => row(&format!(
                "<mo form=\"prefix\" stretchy=\"true\">|</mo>{}\
                 <mo form=\"postfix\" stretchy=\"true\">|</mo>",
                all[0]
            )),
            Notation::Root => format!("<msqrt>{}</msqrt>", all[0]),
            Notation::Cases => cases(&all),
            Notation::Named(name) => named(&upright(name), &all),
            Notation::Indexed(name, index) => {
                let name = format!("<msub><mi>{name}</mi><mn>{index}</mn></msub>");
                named(&name, &all)
            }
        }
    }

    fn bracketed_if(&self, needed: bool, expression: &Expression) -> String {
        let markup = self.plain(expression);
        if needed { bracketed(&markup) } else { markup }
    }
}

/// A number that is more than digits and a point, such as −0.5 or 1.2×10⁻⁷.
fn needs_brackets(number: &str) -> bool {
    !number
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// A factor and what it looks like to its neighbours.
struct Piece {
    markup: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    NumberPower,
    Letter,
    Word,
    Function,
    Fraction,
    Brackets,
}

fn join(pieces: &[Piece]) -> String {
    let mut all = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            all += joint(pieces[index - 1].kind, piece.kind);
            if piece.kind == Kind::Function {
                all += THIN_SPACE;
            }
        }
        all += &piece.markup;
    }
    row(&all)
}

/// A dot where two factors side by side would be misread: 2·3, 2·⅓, speed·time.
fn joint(left: Kind, right: Kind) -> &'static str {
    let name = |kind| matches!(kind, Kind::Letter | Kind::Word);
    let run_together = name(left) && name(right) && (left == Kind::Word || right == Kind::Word);
    let fractions = right == Kind::Fraction
        && matches!(left, Kind::Number | Kind::NumberPower | Kind::Fraction);
    match right {
        Kind::Number | Kind::NumberPower => DOT,
        _ if run_together || fractions => DOT,
        _ => INVISIBLE_TIMES,
    }
}

fn named(name: &str, arguments: &[String]) -> String {
    let inside = bracketed(&arguments.join("<mo>,</mo>"));
    row(&format!("{name}<mo>\u{2061}</mo>{inside}"))
}

/// u where a ≤ b, v where a > b.
fn cases(arguments: &[String]) -> String {
    let line = |value: &str, sign: &str| {
        let (a, b) = (&arguments[0], &arguments[1]);
        format!("<mtr><mtd>{value}<mo>,</mo></mtd><mtd>{a}<mo>{sign}</mo>{b}</mtd></mtr>")
    };
    let (first, second) = (line(&arguments[2], "≤"), line(&arguments[3], "&gt;"));
    row(&format!(
        "<mo form=\"prefix\" stretchy=\"true\">{{</mo><mtable>{first}{second}</mtable>"
    ))
}

fn row(markup: &str) -> String {
    format!("<mrow>{markup}</mrow>")
}

/// Brackets grow only round what is higher than a line. In a font without tables for
/// mathematics, as on many phones, each that may grow is higher than what it holds needs,
/// and brackets within brackets become higher still.
pub(crate) fn bracketed(markup: &str) -> String {
    let is_high = |tag: &[u8]| matches!(tag, b"<mfr" | b"<mta" | b"<msq");
    let (open, close) = match markup.as_bytes().windows(4).any(is_high) {
        true => ("<mo>(</mo>", "<mo>)</mo>"),
        false => LEVEL_BRACKETS,
    };
    format!("<mrow>{open}{markup}{close}</mrow>")
}

/// A name of one letter would be set in italics, so it says that it is not.
fn upright(name: &str) -> String {
    if name.chars().count() == 1 {
        format!("<mi mathvariant=\"normal\">{name}</mi>")
    } else {
        format!("<mi>{name}</mi>")
    }
}

fn is_scientific(value: f64) -> bool {
    value != 0.0 && !(1e-5..1e12).contains(&value)
}

/// Twelve significant digits: what arithmetic left in the last places of a
/// coefficient, such as 4.620000000000001, is no part of the formula.
fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.11e}").parse().unwrap_or(value);
    if !is_scientific(rounded) {
        return format!("<mn>{rounded}</mn>");
    }
    let text = format!("{rounded:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent = match exponent.strip_prefix('-') {
        Some(positive) => row(&format!("{MINUS}<mn>{positive}</mn>")),
        None => format!("<mn>{exponent}</mn>"),
    };
    let power = format!("<msup><mn>10</mn>{exponent}</msup>");
    match digits {
        "1" => power,
        _ => row(&format!("<mn>{digits}</mn>{DOT}{power}")),
    }
}
