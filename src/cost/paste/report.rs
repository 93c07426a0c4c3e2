//! What was understood of a text, as plain data.

use super::super::table::Column;
use super::notation::Notation;

/// What a line of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A row of the table; perhaps a part of one, or several.
    Row,
    /// Names of columns.
    Heading,
    /// Units below the names.
    Units,
    /// Types below the names.
    Types,
    /// A remark.
    Comment,
    /// Nothing, or nothing but separators.
    Blank,
    /// Lines between rows, or commands that frame a table.
    Ruler,
    /// Left out, for a [`Reason`].
    LeftOut,
}

/// Why a line or a row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another number of fields than the rows have.
    Fields {
        /// So many.
        found: usize,
        /// So many must be there.
        expected: usize,
    },
    /// A title above the heading.
    AboveHeading,
    /// The heading once more.
    RepeatedHeading,
    /// `…`: rows that a program did not print.
    Elision,
    /// What a program says below a table: its size, its types.
    Footer,
    /// A sum or a mean of the rows above.
    Total,
    /// No number in a chosen column.
    Missing {
        /// The column's place, from 0.
        column: usize,
    },
    /// Something else than a number in a chosen column.
    NotANumber {
        /// The column's place, from 0.
        column: usize,
        /// How it begins; empty if too many such cells are there to keep them all.
        found: String,
    },
    /// A number in a chosen column that is not between −1e100 and 1e100.
    TooLarge {
        /// The column's place, from 0.
        column: usize,
    },
}

/// A line or a row that is not used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its line, counted from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Numbers, written like this.
    Numbers(Notation),
    /// Days or times, which are not used as numbers.
    Dates,
    /// Words.
    Text,
    /// Nothing in any row.
    Nothing,
}

/// A column of a pasted table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedColumn {
    /// Its name and unit; both empty if the text tells none.
    pub named: Column,
    /// What it holds.
    pub holds: Holds,
    /// Cells that are empty or say that a value is missing.
    pub missing: usize,
    /// Cells of a column of numbers that hold something else.
    pub unreadable: usize,
    /// Numbers that only count the rows, or tell them apart.
    pub is_id: bool,
}

impl PastedColumn {
    /// Whether it holds numbers.
    pub fn is_numeric(&self) -> bool {
        matches!(self.holds, Holds::Numbers(_))
    }
}

/// One of the first rows, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstRow {
    /// Its line, counted from 1.
    pub line: usize,
    /// Its cells, without quotes.
    pub cells: Vec<String>,
}
