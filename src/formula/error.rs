use std::fmt;

/// Why a text is no formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// Where it went wrong, counted in characters from 1. One past the last
    /// character when the text ends too early.
    pub column: usize,
    /// What stands there, in words or quoted.
    pub found: String,
    /// What would be allowed there instead.
    pub allowed: String,
}

impl FormulaError {
    pub(super) fn new(
        column: usize,
        found: impl Into<String>,
        allowed: impl Into<String>,
    ) -> FormulaError {
        FormulaError {
            column,
            found: found.into(),
            allowed: allowed.into(),
        }
    }
}

impl fmt::Display for FormulaError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let FormulaError {
            column,
            found,
            allowed,
        } = self;
        write!(to, "At column {column}: found {found}, expected {allowed}.")
    }
}

impl std::error::Error for FormulaError {}
