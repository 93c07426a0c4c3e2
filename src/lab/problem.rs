/// Something given that could not be used. The figure went on with the default
/// or the last good value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The setting's key, as given.
    pub key: String,
    /// What was given, shortened to 60 characters.
    pub value: String,
    /// One or two sentences for the reader: the key, the value, what is allowed.
    pub message: String,
    /// Where in the value the trouble is, counted in characters from 1.
    pub column: Option<usize>,
}

/// Longer values are cut in messages, so that a notice never fills the page.
pub(super) const LONGEST_SHOWN: usize = 60;

/// The value as a message shows it.
pub(super) fn shortened(value: &str) -> String {
    if value.chars().count() <= LONGEST_SHOWN {
        return value.to_owned();
    }
    let mut short: String = value.chars().take(LONGEST_SHOWN).collect();
    short.push('…');
    short
}
