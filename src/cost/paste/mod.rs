//! A table pasted out of a spreadsheet, a program or a text, read as a careful person would
//! read it.
//!
//! What separates fields, which sign is the decimal one and what is a heading is found out from
//! the whole text (`layout`, `notation`, `head`); then each row is read (`read`), and the columns that
//! somebody chooses become data (`choose`). Every line is accounted for, and all takes time
//! in proportion to the text.

mod cell;
mod choose;
mod error;
mod head;
mod heading;
mod latex;
mod layout;
mod line;
mod notation;
mod numeral;
mod read;
mod report;
mod scan;
mod units;

use std::borrow::Cow;

pub use choose::{Chosen, ColumnChoice};
pub use error::{ChoiceFault, PasteError, PasteFault};
pub use notation::{Decided, Notation};
pub use numeral::Sign;
pub use report::{FirstRow, Holds, LeftOut, LineKind, PastedColumn, Reason};
pub use scan::Separator;

/// A table out of a pasted text.
#[derive(Clone, Debug)]
pub struct Paste {
    separator: Separator,
    columns: Vec<PastedColumn>,
    row_names: bool,
    lines: Vec<LineKind>,
    left_out: Vec<LeftOut>,
    separated_otherwise: Vec<usize>,
    first_rows: Vec<FirstRow>,
    row_lines: Vec<u32>,
    /// Row by row, of columns of numbers alone.
    values: Vec<f64>,
    /// Cells that are no numbers: line, column, text.
    found: Vec<(usize, usize, String)>,
}

/// What stands in `values` for a cell without a number that can be used.
const MISSING: f64 = f64::NAN;
const UNREADABLE: f64 = f64::INFINITY;
const TOO_LARGE: f64 = f64::NEG_INFINITY;

impl Paste {
    /// Reads a text.
    ///
    /// # Errors
    /// A text that is no table, or one without a column of numbers, or with more than
    /// 1,000,000 rows or 20 columns.
    pub fn read(text: &str) -> Result<Paste, PasteError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(error) = error::refuse(text) {
            return Err(error);
        }
        read::Reader::read(&without_boxes(text))
    }

    fn empty(separator: Separator) -> Paste {
        Paste {
            separator,
            columns: Vec::new(),
            row_names: false,
            lines: Vec::new(),
            left_out: Vec::new(),
            separated_otherwise: Vec::new(),
            first_rows: Vec::new(),
            row_lines: Vec::new(),
            values: Vec::new(),
            found: Vec::new(),
        }
    }

    /// What separates the fields.
    pub fn separator(&self) -> Separator {
        self.separator
    }

    /// The columns, from the left.
    pub fn columns(&self) -> &[PastedColumn] {
        &self.columns
    }

    /// Whether rows begin with a name or number of their own, which has no heading.
    pub fn has_row_names(&self) -> bool {
        self.row_names
    }

    /// What each line is, from the first.
    pub fn lines(&self) -> &[LineKind] {
        &self.lines
    }

    /// Lines that are no rows of the table although they are neither heading, remark nor
    /// blank, in their order.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// The lines of rows with another separator than the others.
    pub fn separated_otherwise(&self) -> &[usize] {
        &self.separated_otherwise
    }

    /// The first rows as they are written.
    pub fn first_rows(&self) -> &[FirstRow] {
        &self.first_rows
    }

    /// The number of rows, whether all their cells can be used or not.
    pub fn row_count(&self) -> usize {
        self.row_lines.len()
    }

    fn stride(&self) -> usize {
        self.columns
            .iter()
            .filter(|column| column.is_numeric())
            .count()
    }

    /// The last row is a sum of the others.
    fn drop_last_row(&mut self, notations: &[Option<Notation>]) {
        let Some(line) = self.row_lines.pop() else {
            return;
        };
        let stride = notations.iter().flatten().count();
        self.values.truncate(self.values.len() - stride);
        let line = line as usize;
        self.first_rows.retain(|row| row.line != line);
        let after = self.left_out.partition_point(|left| left.line < line);
        self.left_out.insert(
            after,
            LeftOut {
                line,
                reason: Reason::Total,
            },
        );
        self.lines[line - 1] = LineKind::LeftOut;
    }
}

/// Tables that are drawn with lines, as if they were drawn with `|`.
fn without_boxes(text: &str) -> Cow<'_, str> {
    let bars = ['│', '┆', '┃', '║'];
    match text.contains(bars) {
        true => Cow::Owned(text.replace(bars, "|")),
        false => Cow::Borrowed(text),
    }
}
