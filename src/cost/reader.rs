use super::table::{append_row, check_width, unnamed_columns, wrong_width};
use super::{DataError, Table};

/// Most rows that text may hold.
const MOST_ROWS: usize = 1_000_000;
/// Most numbers that text may hold: two such tables, the old one and the new, fit into
/// the memory of a small phone's page.
const MOST_NUMBERS: usize = 3_000_000;
/// No row is longer than this many bytes, where it comes in more than one piece.
const MOST_ROW_TEXT: usize = 100_000;

/// Reads rows that come in pieces into a [`Table`], so that the text of a million rows need
/// not be in memory beside their numbers. What may stand in the text is told at
/// [`Table::from_inline`].
#[derive(Debug)]
pub struct TableReader {
    /// Bytes of all pieces together, about.
    length: usize,
    read: usize,
    rows: usize,
    width: usize,
    values: Vec<f64>,
    /// The last row so far, whose end has not come yet.
    begun: String,
}

impl TableReader {
    /// For pieces that have about so many bytes together.
    pub fn new(length: usize) -> TableReader {
        TableReader {
            length,
            read: 0,
            rows: 0,
            width: 0,
            values: Vec::new(),
            begun: String::new(),
        }
    }

    /// Takes the next piece. Rows may be cut anywhere.
    ///
    /// # Errors
    /// Those of [`Table::from_inline`], and a row of more than 100,000 bytes that comes in
    /// several pieces.
    pub fn push(&mut self, piece: &str) -> Result<(), DataError> {
        let is_first = self.read == 0;
        self.read += piece.len();
        let Some((ended, begun)) = piece.rsplit_once(';') else {
            self.begun += piece;
            return match is_first || self.begun.len() <= MOST_ROW_TEXT {
                true => Ok(()),
                false => Err(self.too_much("more text", "at most 100,000 characters in a row")),
            };
        };
        let mut rows = ended.split(';');
        if let Some(rest) = rows.next() {
            let first = std::mem::take(&mut self.begun) + rest;
            self.row(&first)?;
        }
        rows.try_for_each(|row| self.row(row))?;
        self.begun = begun.to_owned();
        self.make_room(piece.len());
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
        self.values.shrink_to_fit();
        Table::new(unnamed_columns(self.width), self.values)
    }

    fn row(&mut self, text: &str) -> Result<(), DataError> {
        if self.rows == MOST_ROWS {
            return Err(self.too_much("one more row", "at most 1,000,000 rows"));
        }
        let row = self.rows + 1;
        let before = self.values.len();
        append_row(row, text, &mut self.values)?;
        let width = self.values.len() - before;
        if row == 1 {
            check_width(width)?;
            self.width = width;
        } else if width != self.width {
            return Err(wrong_width(row, width, self.width));
        }
        if self.values.len() > MOST_NUMBERS {
            return Err(self.too_much("more numbers", "at most 3,000,000 numbers in all rows"));
        }
        self.rows = row;
        Ok(())
    }

    /// Makes room for as many numbers as the rows so far let expect, before a piece of this
    /// many bytes does not fit: a list that doubles would be up to twice too large, and
    /// three times while it grows.
    fn make_room(&mut self, piece: usize) {
        let a_byte = self.values.len() as f64 / self.read as f64;
        let numbers = |bytes: usize| (bytes as f64 * a_byte * 1.02) as usize;
        let left = numbers(self.length.saturating_sub(self.read)) + self.width;
        let next = numbers(piece);
        if self.values.capacity() - self.values.len() < if left < next { left } else { next } {
            self.values.reserve_exact(left);
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
