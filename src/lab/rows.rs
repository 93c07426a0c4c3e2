use std::cell::OnceCell;
use std::rc::Rc;

use super::problem::Problem;
use super::setting::Key;
use super::value::Value;
use super::words::problem::refused;
use super::{link, packed};
use crate::cost::{DataError, Table};
use crate::random;

/// Rows given in a link or by a page.
#[derive(Debug)]
pub struct Rows {
    table: Rc<Table>,
    /// As they were written; of long rows only the numbers are kept.
    text: Option<String>,
    in_link: OnceCell<String>,
}

/// Rows up to this length, as a link encodes them, can still be read in it.
const LONGEST_READABLE: usize = 300;

/// The longest text of rows that is kept and that a link carries, in bytes.
pub const MOST_TEXT: usize = 1_000_000;

/// Stands in a link for rows that are too many for it: what follows tells them from others.
const LEFT_OUT: &str = "left-out:";

impl PartialEq for Rows {
    fn eq(&self, other: &Rows) -> bool {
        self.text == other.text && (self.text.is_some() || self.table == other.table)
    }
}

impl Eq for Rows {}

impl Rows {
    /// Rows as they were written, with what they hold.
    pub(super) fn new(text: &str, table: Table) -> Rows {
        match text.len() <= MOST_TEXT {
            true => Rows::with(Some(text.to_owned()), table),
            false => Rows::long(table),
        }
    }

    /// Rows that were written too long to be kept so: in their shortest text, if that is
    /// short enough.
    pub(super) fn long(table: Table) -> Rows {
        let mut text = String::new();
        let fits = table.inline_pieces().all(|piece| {
            text += &piece;
            text.len() <= MOST_TEXT
        });
        Rows::with(fits.then_some(text), table)
    }

    fn with(text: Option<String>, table: Table) -> Rows {
        Rows {
            table: Rc::new(table),
            text,
            in_link: OnceCell::new(),
        }
    }

    /// The numbers.
    pub fn table(&self) -> &Rc<Table> {
        &self.table
    }

    /// Whether they are too long for a link.
    pub fn are_long(&self) -> bool {
        self.text.is_none()
    }

    /// The rows as they were written; long ones in the shortest text that reads back as
    /// them, in pieces.
    pub fn pieces(&self) -> impl Iterator<Item = String> {
        let written = self.text.clone();
        let numbers = self.are_long().then(|| self.table.inline_pieces());
        written.into_iter().chain(numbers.into_iter().flatten())
    }

    /// The rows as a link carries them: as written, packed where they are long, and only
    /// told from others where no link can carry them. Worked out once: links are asked for
    /// at every change.
    pub fn in_link(&self) -> &str {
        self.in_link.get_or_init(|| match &self.text {
            None => self.left_out(),
            Some(text) => {
                let readable = link::encoded(text);
                if readable.len() <= LONGEST_READABLE {
                    return readable;
                }
                // Names in front of the rows stay readable.
                let named = || {
                    let (names, rows) = text.split_once(';')?;
                    Some(link::encoded(&format!("{names};")) + &packed::pack(rows)?)
                };
                packed::pack(text).or_else(named).unwrap_or(readable)
            }
        })
    }

    /// How many rows there are, and a number made of all of them.
    fn left_out(&self) -> String {
        let numbers = self.table.rows().flatten();
        let mark = numbers.fold(OFFSET, |mark, number| {
            (mark ^ number.to_bits())
                .wrapping_mul(PRIME)
                .rotate_left(29)
        });
        format!("{LEFT_OUT}{}-{mark:016x}", self.table.row_count())
    }
}

/// More rows than these are drawn by how close together they lie.
pub const MOST_DOTS: usize = 3000;

/// Rows whose predictions are drawn, where they move with every step.
pub(super) const MOST_PREDICTED: usize = 20_000;

/// The rows of so many whose predictions are drawn: all, or one drawn by lot out of each of
/// `MOST_PREDICTED` equal parts, so that no period in the rows can fool the picture.
pub fn rows_in_plot(count: usize) -> impl Iterator<Item = usize> {
    let all = count <= MOST_PREDICTED;
    let picked = if all { count } else { MOST_PREDICTED };
    (0..picked).map(move |index| match all {
        true => index,
        false => {
            let part = count as f64 / picked as f64;
            let lot = random::uniform(1, index as u32, 0);
            ((index as f64 + lot) * part) as usize
        }
    })
}

/// Whether a text stands for rows that were left out of a link.
pub(super) fn is_mark(text: &str) -> bool {
    text.starts_with(LEFT_OUT)
}

/// Rows too long to be taken as one text, read piece by piece.
pub struct LongRows {
    /// How the text begins.
    pub begins: String,
    /// What it holds.
    pub read: Result<Table, DataError>,
}

impl LongRows {
    pub(super) fn value(self) -> Result<Value, Problem> {
        let setting = Key::Data.setting();
        match self.read {
            Ok(table) => Ok(Value::Rows(Rc::new(Rows::long(table)))),
            Err(error) => {
                let refusal = setting.kind.refused_rows(&error.to_string());
                Err(refused(setting, &self.begins, refusal))
            }
        }
    }
}

/// Start and factor of the mark: those of Fowler, Noll and Vo's 64-bit hash FNV-1a, here
/// with a turn, since it takes eight bytes at once.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;
