use super::function::Function;

/// A formula as a person reads it: sums of many terms, products of many factors.
///
/// The parser makes it from text, [`read_back`](super::read_back) makes it from
/// the graph, and every printer prints it. Its depth is bounded, so functions
/// may walk it by calling themselves.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expression {
    /// Finite; negative only where the graph folded a minus sign into it.
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
