use super::expression::{Expression, Joint, Sign, Strength};
use super::name::Name;

/// Writes an expression as plain text that parses to the same operations in the
/// same order.
pub(super) fn text(expression: &Expression, names: &[Name]) -> String {
    let mut writer = Writer {
        names,
        text: String::new(),
    };
    writer.write(expression);
    writer.text
}

struct Writer<'a> {
    names: &'a [Name],
    text: String,
}

impl Writer<'_> {
    fn write(&mut self, expression: &Expression) {
        match expression {
            Expression::Number(value) => self.text += &number(*value),
            Expression::Constant(constant) => self.text += constant.text(),
            Expression::Parameter(index) => self.text += self.names[*index].plain(),
            // −(x·y) and (−x)·y are the same to the last bit.
            Expression::Negative(inner) => {
                self.text.push('-');
                self.bracketed_if(
                    inner.strength() == Strength::Sum || inner.starts_with_minus(),
                    inner,
                );
            }
            Expression::Sum(terms) => self.sum(terms),
            Expression::Product(factors) => self.product(factors),
            Expression::Power(pair) => {
                self.bracketed_if(pair.0.strength() < Strength::Operand, &pair.0);
                self.text.push('^');
                self.bracketed_if(pair.1.strength() < Strength::Power, &pair.1);
            }
            Expression::Call(function, arguments) => {
                self.text += function.name;
                self.text.push('(');
                for (index, argument) in arguments.iter().enumerate() {
                    self.text += if index > 0 { ", " } else { "" };
                    self.write(argument);
                }
                self.text.push(')');
            }
        }
    }

    fn sum(&mut self, terms: &[(Sign, Expression)]) {
        for (index, (sign, term)) in terms.iter().enumerate() {
            if index > 0 {
                self.text += match sign {
                    Sign::Plus => " + ",
                    Sign::Minus => " - ",
                };
            }
            let bracketed =
                term.strength() == Strength::Sum || (index > 0 && term.starts_with_minus());
            self.bracketed_if(bracketed, term);
        }
    }

    fn product(&mut self, factors: &[(Joint, Expression)]) {
        for (index, (joint, factor)) in factors.iter().enumerate() {
            if index > 0 {
                self.text += match joint {
                    Joint::Times => "*",
                    Joint::Divide => "/",
                };
            }
            let bracketed = match factor {
                Expression::Negative(inner) => index > 0 || inner.strength() < Strength::Power,
                _ => factor.strength() < Strength::Power,
            };
            self.bracketed_if(bracketed, factor);
        }
    }

    fn bracketed_if(&mut self, bracketed: bool, expression: &Expression) {
        if bracketed {
            self.text.push('(');
        }
        self.write(expression);
        if bracketed {
            self.text.push(')');
        }
    }
}

/// The shortest text that parses back to the same number.
fn number(value: f64) -> String {
    if value == 0.0 || (1e-5..1e15).contains(&value) {
        format!("{value}")
    } else {
        format!("{value:e}")
    }
}
