use super::expression::{Constant, Expression, Fraction, Joint, Sign, Strength, fractions};
use super::name::Name;

/// Puts an expression into words for a screen reader. Brackets are spoken, so
/// that what belongs together is heard.
pub(super) fn spoken(expression: &Expression, names: &[Name]) -> String {
    Speaker { names }.plain(expression)
}

struct Speaker<'a> {
    names: &'a [Name],
}

impl Speaker<'_> {
    fn plain(&self, expression: &Expression) -> String {
        match expression {
            Expression::Number(value) => number(*value),
            Expression::Constant(Constant::Pi) => "pi".to_string(),
            Expression::Constant(Constant::Euler) => "e".to_string(),
            Expression::Parameter(index) => self.names[*index].spoken(),
            Expression::Negative(inner) => format!(
                "minus {}",
                self.bracketed_if(inner.strength() == Strength::Sum, inner)
            ),
            Expression::Sum(terms) => self.sum(terms),
            Expression::Product(factors) => self.product(factors),
            Expression::Power(pair) => self.power(&pair.0, &pair.1),
            Expression::Call(function, arguments) => {
                let inside = match arguments.as_slice() {
                    [only] if only.strength() == Strength::Operand => self.plain(only),
                    _ => {
                        let all: Vec<String> =
                            arguments.iter().map(|each| self.plain(each)).collect();
                        bracketed(&all.join(" comma "))
                    }
                };
                format!("{} {inside}", function.spoken)
            }
        }
    }

    fn sum(&self, terms: &[(Sign, Expression)]) -> String {
        let mut all = String::new();
        for (index, (sign, term)) in terms.iter().enumerate() {
            if index > 0 {
                all += match sign {
                    Sign::Plus => " plus ",
                    Sign::Minus => " minus ",
                };
            }
            let weak = term.strength() == Strength::Sum && *sign == Sign::Minus;
            let minus = index > 0 && term.starts_with_minus();
            all += &self.bracketed_if(weak || minus, term);
        }
        all
    }

    fn product(&self, factors: &[(Joint, Expression)]) -> String {
        let parts: Vec<String> = fractions(factors)
            .iter()
            .map(|Fraction { above, below }| match below.as_slice() {
                [] => self.series(above),
                [only] if above.len() == 1 && is_short(above[0]) && is_short(only) => {
                    format!("{} over {}", self.plain(above[0]), self.plain(only))
                }
                _ => format!(
                    "fraction {} over {} end fraction",
                    self.lone(above),
                    self.lone(below)
                ),
            })
            .collect();
        parts.join(" times ")
    }

    fn lone(&self, factors: &[&Expression]) -> String {
        match factors {
            [only] => self.plain(only),
            _ => self.series(factors),
        }
    }

    /// A number before a name is said without "times", as in "4 x squared".
    fn series(&self, factors: &[&Expression]) -> String {
        let mut all = String::new();
        for (index, factor) in factors.iter().enumerate() {
            if index > 0 {
                let coefficient = is_number(factors[index - 1]) && is_name(factor);
                all += if coefficient { " " } else { " times " };
            }
            let minus = index > 0 && factor.starts_with_minus();
            all += &self.bracketed_if(minus || factor.strength() == Strength::Sum, factor);
        }
        all
    }

    fn power(&self, base: &Expression, exponent: &Expression) -> String {
        let base = self.bracketed_if(base.strength() < Strength::Operand, base);
        match exponent {
            Expression::Number(2.0) => format!("{base} squared"),
            Expression::Number(3.0) => format!("{base} cubed"),
            _ if is_short(exponent) => format!("{base} to the power {}", self.plain(exponent)),
            _ => format!("{base} to the power {} end power", self.plain(exponent)),
        }
    }

    fn bracketed_if(&self, needed: bool, expression: &Expression) -> String {
        let words = self.plain(expression);
        if needed { bracketed(&words) } else { words }
    }
}

fn bracketed(words: &str) -> String {
    format!("open bracket {words} close bracket")
}

fn is_number(expression: &Expression) -> bool {
    match expression {
        Expression::Number(_) => true,
        Expression::Negative(inner) => is_number(inner),
        _ => false,
    }
}

fn is_name(expression: &Expression) -> bool {
    match expression {
        Expression::Parameter(_) | Expression::Constant(_) => true,
        Expression::Power(pair) => is_name(&pair.0),
        _ => false,
    }
}

/// A number or a name, perhaps with a minus sign.
fn is_short(expression: &Expression) -> bool {
    match expression {
        Expression::Negative(inner) => is_short(inner),
        Expression::Call(..) => false,
        _ => expression.strength() == Strength::Operand,
    }
}

fn number(value: f64) -> String {
    let text = format!("{value}");
    if text.len() <= 16 {
        return text;
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((digits, exponent)) => {
            let exponent = exponent.replace('-', "minus ");
            format!("{digits} times 10 to the power {exponent}")
        }
        None => text,
    }
}
