//! Link text: `key=value&key=value`, percent-encoded where it must be.
//!
//! A `+` is a plus and not a space, because formulas are typed into links by
//! hand; a space is written `%20`.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The version of the links written and read. A link of version 1 carries none.
pub(super) const VERSION: &str = "1";

/// The key that a link of another version carries.
pub(super) const VERSION_KEY: &str = "version";

/// The longest link text that is read, in bytes: room for the longest rows with
/// every comma percent-encoded.
pub const MOST_BYTES: usize = 4_000_000;

/// What would end a value, start another, or be changed on the way. Commas,
/// semicolons, brackets, `^` and `*` stay as they are, so that links can be read.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'&')
    .add(b'\'')
    .add(b'+')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'\\')
    .add(b'{')
    .add(b'}')
    .add(b'|');

/// The pairs of a query text, with or without its `?` or `#`. Broken UTF-8
/// becomes the replacement character. `&amp;`, as in the source of a page,
/// separates too.
pub(super) fn read(query: &str) -> impl Iterator<Item = (String, String)> {
    let query = query.trim().trim_start_matches(['?', '#']);
    query
        .split('&')
        .map(|pair| pair.strip_prefix("amp;").unwrap_or(pair))
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(key).trim().to_owned(), decoded(value))
        })
}

/// A value as it stands in a link.
pub(super) fn encoded(value: &str) -> String {
    utf8_percent_encode(value, ENCODED).to_string()
}

/// Keys that belong to the surroundings: an iframe's name, and what mailing and
/// social sites add to every link.
pub(super) fn is_foreign(key: &str) -> bool {
    ["id", "fbclid", "gclid", "msclkid"].contains(&key) || key.starts_with("utm_")
}

/// A text of a link without its percent-encoding.
pub fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
