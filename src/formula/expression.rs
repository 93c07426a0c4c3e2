use super::function::Function;

/// A formula as a person reads it: sums of many terms, products of many factors.
///
/// The parser makes it from text, [`read_back`](super::read_back) makes it from
/// the graph, and every printer prints it. Its depth is bounded, so functions
/// may walk it by calling themselves.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// Finite and not negative: a minus sign is a [`Negative`](Expression::Negative).
    Number(f64),
    Constant(Constant),
    /// A parameter by its index.
    Parameter(usize),
    Negative(Box<Expression>),
    /// Terms added or subtracted from left to right. The first is always added.
    Sum(Vec<(Sign, Expression)>),
    /// Factors multiplied or divided by from left to right. The first is never
    /// divided by.
    Product(Vec<(Joint, Expression)>),
    /// Base and exponent.
    Power(Box<(Expression, Expression)>),
    Call(&'static Function, Vec<Expression>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Times,
    Divide,
}

/// A number with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Constant {
    Pi,
    Euler,
}

impl Constant {
    pub(super) fn find(word: &str) -> Option<Constant> {
        match word {
            "pi" | "π" => Some(Constant::Pi),
            "e" => Some(Constant::Euler),
            _ => None,
        }
    }

    pub(super) fn value(self) -> f64 {
        match self {
            Constant::Pi => std::f64::consts::PI,
            Constant::Euler => std::f64::consts::E,
        }
    }

    pub(super) fn text(self) -> &'static str {
        match self {
            Constant::Pi => "pi",
            Constant::Euler => "e",
        }
    }

    pub(super) fn symbol(self) -> &'static str {
        match self {
            Constant::Pi => "π",
            Constant::Euler => "e",
        }
    }
}

/// How tightly an expression holds together, from weakest to strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Sum,
    Product,
    Negative,
    Power,
    Operand,
}

impl Expression {
    pub(super) fn strength(&self) -> Strength {
        match self {
            Expression::Sum(_) => Strength::Sum,
            Expression::Product(_) => Strength::Product,
            Expression::Negative(_) => Strength::Negative,
            Expression::Power(_) => Strength::Power,
            Expression::Number(_)
            | Expression::Constant(_)
            | Expression::Parameter(_)
            | Expression::Call(..) => Strength::Operand,
        }
    }

    /// Whether its first sign, when written, is a minus.
    pub(super) fn starts_with_minus(&self) -> bool {
        match self {
            Expression::Negative(_) => true,
            Expression::Sum(terms) => terms[0].1.starts_with_minus(),
            Expression::Product(factors) => factors[0].1.starts_with_minus(),
            _ => false,
        }
    }
}

/// Part of a product: some factors over some others, of which there may be none.
#[derive(Debug, Default)]
pub(super) struct Fraction<'a> {
    pub(super) above: Vec<&'a Expression>,
    pub(super) below: Vec<&'a Expression>,
}

/// A product as fractions side by side: a/b·c/d, read from left to right, equals
/// one fraction beside the other.
pub(super) fn fractions(factors: &[(Joint, Expression)]) -> Vec<Fraction<'_>> {
    let mut parts = vec![Fraction::default()];
    for (joint, factor) in factors {
        let last = parts.len() - 1;
        match joint {
            Joint::Divide => parts[last].below.push(factor),
            Joint::Times if parts[last].below.is_empty() => parts[last].above.push(factor),
            Joint::Times => parts.push(Fraction {
                above: vec![factor],
                below: Vec::new(),
            }),
        }
    }
    parts
}
