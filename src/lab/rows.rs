use std::cell::OnceCell;

use super::{link, packed};

/// Rows given in a link or by a page, as they were written.
#[derive(Debug)]
pub struct Rows {
    text: String,
    in_link: OnceCell<String>,
}

/// Rows up to this length, as a link encodes them, can still be read in it.
const LONGEST_READABLE: usize = 300;

/// The longest text of rows that is read, in bytes.
pub(super) const MOST_TEXT: usize = 1_000_000;

impl PartialEq for Rows {
    fn eq(&self, other: &Rows) -> bool {
        self.text == other.text
    }
}

impl Eq for Rows {}

impl Rows {
    pub(super) fn new(text: String) -> Rows {
        Rows {
            text,
            in_link: OnceCell::new(),
        }
    }

    /// The rows as they were written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rows as a link carries them: as written, or packed where they are long.
    /// Worked out once: links are asked for at every change.
    pub fn in_link(&self) -> &str {
        self.in_link.get_or_init(|| {
            let readable = link::encoded(&self.text);
            if readable.len() <= LONGEST_READABLE {
                return readable;
            }
            packed::pack(&self.text).unwrap_or(readable)
        })
    }
}
