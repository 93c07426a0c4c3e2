//! Where a formula has no value, and where its slope jumps: which part of it is the cause.

use super::expression::{Expression, Joint, Sign};
use super::function::Rule;
use super::text::text;
use super::{Formula, Name};

/// The part of a formula that has no finite value at a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undefined {
    /// The part, such as `ln(x - 2)`.
    pub part: String,
    /// What it is worked out from, such as `x - 2`.
    pub argument: String,
    /// What is the matter with that.
    pub lack: Lack,
}

/// Why a part of a formula has no finite value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A logarithm needs an argument above 0.
    NotPositive,
    /// A root, or a power that is not whole, needs one that is not negative.
    Negative,
    /// An inverse sine or cosine needs one from −1 to 1.
    OutsideOne,
    /// There is no dividing by 0.
    Zero,
    /// A number beyond 1.8 × 10³⁰⁸.
    TooLarge,
}

impl Formula {
    /// The innermost part that has no finite value at a point, of several the first.
    pub fn undefined_at(&self, at: &[f64]) -> Option<Undefined> {
        Search {
            at,
            names: &self.parameters,
        }
        .value(&self.expression)
        .err()
    }

    /// Whether some part has no value for some numbers: a logarithm, a root, a quotient, a
    /// power that may not be whole, an inverse sine or cosine. Overflow does not count.
    pub fn may_be_undefined(&self) -> bool {
        any(&self.expression, &mut |part| match part {
            Expression::Call(function, _) => {
                matches!(
                    function.name,
                    "ln" | "log10" | "log2" | "sqrt" | "asin" | "acos"
                )
            }
            Expression::Product(factors) => factors.iter().any(|(joint, factor)| {
                *joint == Joint::Divide
                    && !matches!(factor, Expression::Number(_) | Expression::Constant(_))
            }),
            Expression::Power(pair) => {
                !is_whole(&pair.1) && !matches!(pair.0, Expression::Constant(_))
            }
            _ => false,
        })
    }

    /// Whether its slope jumps anywhere: it has an `abs`, a `min` or a `max`.
    pub fn has_kinks(&self) -> bool {
        any(
            &self.expression,
            &mut |part| matches!(part, Expression::Call(function, _) if bends(function.name)),
        )
    }

    /// The part with a kink between two points, or at the second: `abs` of what changes its
    /// sign, `min` and `max` whose choice changes.
    pub fn kink_between(&self, from: &[f64], to: &[f64]) -> Option<String> {
        let sides = [from, to].map(|at| Search {
            at,
            names: &self.parameters,
        });
        let mut found = None;
        any(&self.expression, &mut |part| {
            let jumps = match part {
                Expression::Call(function, arguments) if bends(function.name) => {
                    let [before, after] = [0, 1].map(|side: usize| {
                        let value = |each| sides[side].value(each).ok();
                        let values: Option<Vec<f64>> = arguments.iter().map(value).collect();
                        values.map(|values| branch(function.name, &values))
                    });
                    before.is_some()
                        && after.is_some()
                        && (before != after || after == Some(Branch::Edge))
                }
                _ => false,
            };
            if jumps && found.is_none() {
                found = Some(text(part, &self.parameters));
            }
            jumps
        });
        found
    }
}

/// Whether a function has a kink.
fn bends(name: &str) -> bool {
    matches!(name, "abs" | "min" | "max")
}

/// Which of its straight parts a function with a kink is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Branch {
    Part(usize),
    Edge,
}

fn branch(name: &str, values: &[f64]) -> Branch {
    if name == "abs" {
        return match values[0] {
            value if value > 0.0 => Branch::Part(0),
            value if value < 0.0 => Branch::Part(1),
            _ => Branch::Edge,
        };
    }
    let is_before = |a: f64, b: f64| if name == "min" { a < b } else { a > b };
    let best = (1..values.len()).fold(0, |best, next| {
        match is_before(values[next], values[best]) {
            true => next,
            false => best,
        }
    });
    let equals = values
        .iter()
        .filter(|value| **value == values[best])
        .count();
    if equals > 1 {
        Branch::Edge
    } else {
        Branch::Part(best)
    }
}

fn is_whole(exponent: &Expression) -> bool {
    matches!(exponent, Expression::Number(value) if *value == libm::floor(*value))
}

/// Whether a test holds for a part of an expression, the outer ones first.
fn any<'a>(whole: &'a Expression, test: &mut dyn FnMut(&'a Expression) -> bool) -> bool {
    if test(whole) {
        return true;
    }
    match whole {
        Expression::Number(_) | Expression::Constant(_) | Expression::Parameter(_) => false,
        Expression::Negative(inner) => any(inner, test),
        Expression::Sum(terms) => terms.iter().any(|(_, term)| any(term, test)),
        Expression::Product(factors) => factors.iter().any(|(_, factor)| any(factor, test)),
        Expression::Power(pair) => any(&pair.0, test) || any(&pair.1, test),
        Expression::Call(_, arguments) => arguments.iter().any(|argument| any(argument, test)),
    }
}

struct Search<'a> {
    at: &'a [f64],
    names: &'a [Name],
}

impl Search<'_> {
    fn value(&self, part: &Expression) -> Result<f64, Undefined> {
        match part {
            Expression::Number(value) => Ok(*value),
            Expression::Constant(constant) => Ok(constant.value()),
            Expression::Parameter(index) => Ok(self.at[*index]),
            Expression::Negative(inner) => Ok(-self.value(inner)?),
            Expression::Sum(terms) => {
                let mut sum = 0.0;
                for (sign, term) in terms {
                    let value = self.value(term)?;
                    sum += if *sign == Sign::Plus { value } else { -value };
                }
                self.finite(sum, part, part, Lack::TooLarge)
            }
            Expression::Product(factors) => self.product(part, factors),
            Expression::Power(pair) => {
                let (base, exponent) = (self.value(&pair.0)?, self.value(&pair.1)?);
                let lack = match (base < 0.0, base == 0.0) {
                    (true, _) if exponent != libm::floor(exponent) => Lack::Negative,
                    (_, true) => Lack::Zero,
                    _ => Lack::TooLarge,
                };
                self.finite(libm::pow(base, exponent), part, &pair.0, lack)
            }
            Expression::Call(function, arguments) => {
                let values = arguments
                    .iter()
                    .map(|each| self.value(each))
                    .collect::<Result<Vec<_>, _>>()?;
                let value = match function.rule {
                    Rule::One { evaluate, .. } => evaluate(values[0]),
                    Rule::Fold { evaluate, .. } => {
                        values[1..].iter().fold(values[0], |a, b| evaluate(a, *b))
                    }
                    Rule::Choose => {
                        super::function::choose(values[0], values[1], values[2], values[3])
                    }
                };
                let lack = match function.name {
                    "ln" | "log10" | "log2" => Lack::NotPositive,
                    "sqrt" => Lack::Negative,
                    "asin" | "acos" => Lack::OutsideOne,
                    _ => Lack::TooLarge,
                };
                self.finite(value, part, &arguments[0], lack)
            }
        }
    }

    fn product(
        &self,
        part: &Expression,
        factors: &[(Joint, Expression)],
    ) -> Result<f64, Undefined> {
        let mut product = 1.0;
        for (joint, factor) in factors {
            let value = self.value(factor)?;
            if *joint == Joint::Times {
                product *= value;
            } else {
                let lack = if value == 0.0 {
                    Lack::Zero
                } else {
                    Lack::TooLarge
                };
                product = self.finite(product / value, part, factor, lack)?;
            }
        }
        self.finite(product, part, part, Lack::TooLarge)
    }

    fn finite(
        &self,
        value: f64,
        part: &Expression,
        argument: &Expression,
        lack: Lack,
    ) -> Result<f64, Undefined> {
        match value.is_finite() {
            true => Ok(value),
            false => Err(Undefined {
                part: text(part, self.names),
                argument: text(argument, self.names),
                lack,
            }),
        }
    }
}
