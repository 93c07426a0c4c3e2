//! Texts too long to be taken over whole: rows come in and go out in pieces, so that a
//! million of them are never in memory twice.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use crate::cost::{DataError, Table, TableReader};
use crate::lab::{Key, LONGEST_LINK, LONGEST_TEXT, LongRows, Rows, decoded};

/// UTF-16 units that are read at once.
const PIECE: u32 = 1 << 16;
/// A percent sign and two digits are never taken apart.
const ESCAPE: u32 = 3;
/// So much of a text stands in a message.
const BEGINNING: u32 = 100;

/// Rows read in pieces, if the text is too long for another way.
pub(super) fn rows(text: &JsString) -> Option<LongRows> {
    let length = text.length();
    (length as usize > LONGEST_TEXT).then(|| read(text, [0, length], |piece| piece))
}

/// The settings of a link but for long rows, and these; nothing for a link that is short, or
/// too long without them.
pub(super) fn link(query: &JsString) -> Option<(String, LongRows)> {
    without_rows(query, "&")
}

/// The same of a figure's file, whose settings stand in lines.
pub(super) fn file(text: &JsString) -> Option<(String, LongRows)> {
    without_rows(text, "\n")
}

fn without_rows(query: &JsString, between: &str) -> Option<(String, LongRows)> {
    let length = query.length();
    if length as usize <= LONGEST_LINK {
        return None;
    }
    let name = format!("{}=", Key::Data.name());
    let (mut rest, mut found, mut from) = (String::new(), None, 0);
    while from < length && rest.len() <= LONGEST_LINK {
        let end = u32::try_from(query.index_of(between, from as i32)).unwrap_or(length);
        let is_data = found.is_none()
            && (end - from) as usize > LONGEST_TEXT
            && piece(query, [from, from + name.len() as u32]) == name;
        if is_data {
            found = Some([from + name.len() as u32, end]);
        } else {
            rest += &piece(query, [from, end]);
            rest += between;
        }
        from = end + 1;
    }
    let found = found.filter(|_| rest.len() <= LONGEST_LINK)?;
    Some((rest, read(query, found, |piece| decoded(&piece))))
}

/// Rows as a JavaScript text.
pub(super) fn text(rows: &Rows) -> JsValue {
    joined(rows.pieces())
}

/// Pieces as one JavaScript text.
pub(super) fn joined(pieces: impl Iterator<Item = String>) -> JsValue {
    let whole = JsString::from("");
    pieces
        .fold(whole, |text, piece| text.concat(&JsValue::from_str(&piece)))
        .into()
}

fn read(text: &JsString, [from, to]: [u32; 2], plain: impl Fn(String) -> String) -> LongRows {
    let beginning = if to - from < BEGINNING {
        to
    } else {
        from + BEGINNING
    };
    LongRows {
        begins: plain(piece(text, [from, beginning])),
        read: table(text, [from, to], plain),
    }
}

fn table(
    text: &JsString,
    [mut from, to]: [u32; 2],
    plain: impl Fn(String) -> String,
) -> Result<Table, DataError> {
    let mut reader = TableReader::default();
    while from < to {
        let end = if to - from <= PIECE {
            to
        } else {
            whole_end(text, from + PIECE)
        };
        reader.push(&plain(piece(text, [from, end])))?;
        from = end;
    }
    reader.finish()
}

/// The last place up to `end` that is not inside an escape such as `%2C`.
fn whole_end(text: &JsString, end: u32) -> u32 {
    let last = piece(text, [end - ESCAPE + 1, end]);
    match last.rfind('%') {
        Some(at) => end - (last.len() - at) as u32,
        None => end,
    }
}

fn piece(text: &JsString, [from, to]: [u32; 2]) -> String {
    String::from(text.slice(from, to))
}
