//! Formulas to begin with, offered beside the field for one's own.

/// A formula with a name for its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormulaExample {
    /// In a word or two.
    pub name: &'static str,
    /// What is typed.
    pub text: &'static str,
}

/// All of them: a valley, waves, a kink, an edge, one parameter and many.
pub const FORMULA_EXAMPLES: &[FormulaExample] = &[
    example("slanted bowl", "(x - 3)^2 + x*y + 2y^2"),
    example("egg box", "sin(x)*sin(y) + (x^2 + y^2)/40"),
    example("kink", "abs(x - 1) + y^2/2"),
    example("edge", "x - ln(x) + (y - 2)^2"),
    example("one parameter", "w^4/4 - 2w^2 + w"),
    example(
        "five parameters",
        "(a - 1)^2 + (b - a)^2 + (c - b)^2 + (d - c)^2 + (f - d)^2",
    ),
];

const fn example(name: &'static str, text: &'static str) -> FormulaExample {
    FormulaExample { name, text }
}
