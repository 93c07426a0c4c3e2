/// Something given that could not be used. The figure went on with the default
/// or the last good value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The setting's key, as given, shortened to 60 characters.
    pub key: String,
    /// What was given, shortened to the length of the longest formula, so that
    /// it can be put right.
    pub value: String,
    /// One to three sentences for the reader: the key, the value shortened to 60
    /// characters, what is allowed. Without characters that cannot be seen.
    pub message: String,
    /// Where in the value the trouble is, counted in characters from 1.
    pub column: Option<usize>,
}

/// Longer values are cut in messages, so that a notice never fills the page.
pub(super) const LONGEST_SHOWN: usize = 60;

/// At most this many problems of one link are told one by one.
pub(super) const MOST_TOLD: usize = 20;

/// The first characters of a text, as many as this, with a mark where it is cut.
pub(super) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The value as a message shows it.
pub(super) fn shortened(value: &str) -> String {
    cut(value, LONGEST_SHOWN)
}

/// A text without what a reader does not see, or what would turn the rest of the
/// sentence around: control characters and marks of direction.
pub(super) fn visible(text: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.chars()
        .map(|c| if hidden(c) { '\u{fffd}' } else { c })
        .collect()
}
