use super::table::{
    append_row, check_width, rows_in_part, unnamed_columns, wrong_names, wrong_width,
};
use super::{Column, DataError, Table, names};

/// Most rows that text may hold.
const MOST_ROWS: usize = 1_000_000;
/// Most numbers that text may hold: two such tables, the old one and the new, fit into
/// the memory of a small phone's page.
pub(super) const MOST_NUMBERS: usize = 3_000_000;
/// No row is longer than this many bytes, where it comes in more than one piece.
const MOST_ROW_TEXT: usize = 100_000;

/// Reads rows that come in pieces into a [`Table`], so that the text of a million rows need
/// not be in memory beside their numbers. What may stand in the text is told at
/// [`Table::from_inline`].
#[derive(Debug, Default)]
pub struct TableReader {
    /// Of the row of names, if there is one.
    columns: Vec<Column>,
    width: usize,
    rows: usize,
    /// Whole parts of the table, and the one that is being filled.
    parts: Vec<Vec<f64>>,
    part: Vec<f64>,
    /// The last row so far, whose end has not come yet, and whether others came before.
    begun: String,
    pieces: usize,
}

impl TableReader {
    /// Takes the next piece. Rows may be cut anywhere.
    ///
    /// # Errors
    /// Those of [`Table::from_inline`], and a row of more than 100,000 bytes that comes in
    /// several pieces.
    pub fn push(&mut self, piece: &str) -> Result<(), DataError> {
        self.pieces += 1;
        let Some((ended, begun)) = piece.rsplit_once(';') else {
            self.begun += piece;
            return match self.pieces == 1 || self.begun.len() <= MOST_ROW_TEXT {
                true => Ok(()),
                false => Err(self.too_much("more text", "at most 100,000 characters in a row")),
            };
        };
        let mut rows = ended.split(';');
        if let Some(rest) = rows.next() {
            let first = std::mem::take(&mut self.begun) + rest;
            match self.rows == 0 && self.columns.is_empty() && names::is_row_of_names(&first) {
                true => self.columns = names::read(&first)?,
                false => self.row(&first)?,
            }
        }
        rows.try_for_each(|row| self.row(row))?;
        self.begun = begun.to_owned();
        Ok(())
    }

    /// The table, once all pieces have come.
    ///
    /// # Errors
    /// Those of [`Table::from_inline`].
    pub fn finish(mut self) -> Result<Table, DataError> {
        let last = std::mem::take(&mut self.begun);
        if self.rows == 0 || !last.trim().is_empty() {
            self.row(&last)?;
        }
        self.part.shrink_to_fit();
        self.parts.push(self.part);
        let columns = match self.columns.is_empty() {
            true => unnamed_columns(self.width),
            false => self.columns,
        };
        Ok(Table::of_parts(columns, self.parts))
    }

    fn row(&mut self, text: &str) -> Result<(), DataError> {
        if self.rows == MOST_ROWS {
            return Err(self.too_much("one more row", "at most 1,000,000 rows"));
        }
        let row = self.rows + 1;
        self.make_room();
        let before = self.part.len();
        append_row(row, text, &mut self.part)?;
        let width = self.part.len() - before;
        if row == 1 {
            if !self.columns.is_empty() && self.columns.len() != width {
                return Err(wrong_names(width, self.columns.len()));
            }
            check_width(width)?;
            self.width = width;
        } else if width != self.width {
            return Err(wrong_width(row, width, self.width));
        }
        if row * width > MOST_NUMBERS {
            return Err(self.too_much("more numbers", "at most 3,000,000 numbers in all rows"));
        }
        self.rows = row;
        Ok(())
    }

    /// Before a row: a part that is full makes way for the next.
    fn make_room(&mut self) {
        // The width is known from the first row on.
        if self.rows == 0 {
            return;
        }
        let length = rows_in_part(self.width) * self.width;
        if self.part.len() == length {
            self.parts.push(std::mem::take(&mut self.part));
        }
        // Small tables do not take a whole part.
        if self.part.capacity() - self.part.len() < self.width {
            let wanted = if self.parts.is_empty() && self.part.len() < length / 8 {
                self.part.len()
            } else {
                length - self.part.len()
            };
            self.part.reserve_exact(wanted);
        }
    }

    fn too_much(&self, found: &str, allowed: &str) -> DataError {
        DataError {
            row: self.rows + 1,
            found: found.into(),
            allowed: allowed.into(),
        }
    }
}
