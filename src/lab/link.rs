//! Link text: `key=value&key=value`, percent-encoded where it must be.
//!
//! A `+` is a plus and not a space, because formulas are typed into links by
//! hand; a space is written `%20`.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

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
/// becomes the replacement character.
pub(super) fn read(query: &str) -> Vec<(String, String)> {
    let query = query.trim_start_matches(['?', '#']);
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(key), decoded(value))
        })
        .collect()
}

/// One pair as it stands in a link.
pub(super) fn pair(key: &str, value: &str) -> String {
    format!("{key}={}", utf8_percent_encode(value, ENCODED))
}

/// Keys that belong to the surroundings: an iframe's name, and what mailing and
/// social sites add to every link.
pub(super) fn is_foreign(key: &str) -> bool {
    ["id", "fbclid", "gclid", "msclkid"].contains(&key) || key.starts_with("utm_")
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
