//! What a cell looks like.

use super::numeral::Parts;

/// What a cell looks like, before the column it stands in is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape<'a> {
    /// Nothing, or a word for it.
    Missing,
    Number(Parts<'a>),
    Date,
    Text,
}

/// What stands for a number that is not there.
const MISSING: &[&str] = &[
    "", "-", "--", "–", "—", "\u{2212}", "?", ".", "..", "/", "na", "n/a", "n.a.", "nan", "null",
    "nil", "none", "k.a.", "n.v.", "k. a.", "nd", "n.d.", "n.c.", "#n/a", "#nv", "#na", "<na>",
    "nat", "\\n", "#div/0!", "#value!", "#ref!", "#name?", "#num!", "#null!", "#wert!", "#bezug!",
    "#valeur!", "missing", "fehlt",
];

/// The longest of them, in bytes.
const LONGEST_MISSING: usize = 8;

/// Months as dates write them in English, German and French, by their first letters.
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "mär", "mrz", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct",
    "okt", "nov", "dec", "dez", "fév", "avr", "juin", "juil", "aoû", "déc",
];

/// Longer cells are text.
const LONGEST_NUMBER: usize = 400;

pub(super) fn shape(text: &str) -> Shape<'_> {
    if let Some(parts) = Parts::plain(text) {
        return Shape::Number(parts);
    }
    let text = text.trim();
    if is_missing(text) {
        return Shape::Missing;
    }
    if text.len() > LONGEST_NUMBER {
        return Shape::Text;
    }
    if is_date(text) {
        return Shape::Date;
    }
    Parts::of(text)
        .or_else(|| Parts::of(without_remark(text)?))
        .map_or(Shape::Text, Shape::Number)
}

/// Whether a text stands for nothing.
pub(super) fn is_missing(text: &str) -> bool {
    let longest = text.len() <= LONGEST_MISSING;
    longest && MISSING.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// `…`: rows or columns that a program did not print.
pub(super) fn is_elision(text: &str) -> bool {
    if text
        .as_bytes()
        .first()
        .is_none_or(u8::is_ascii_alphanumeric)
    {
        return false;
    }
    matches!(
        text.trim(),
        "..." | ".." | "…" | "⋮" | "⋯" | "\\vdots" | "\\dots"
    )
}

/// What stands in front of ` # remark`.
fn without_remark(text: &str) -> Option<&str> {
    let (number, _) = text.split_once('#')?;
    number.ends_with([' ', '\t']).then_some(number)
}

/// `2024-05-12`, `12.5.24`, `5/12/2024`, `12:30`, `12-May-2024`, each with or without a time.
fn is_date(text: &str) -> bool {
    if !text.contains(['-', '/', '.', ':', ' ']) || text.starts_with('-') {
        return false;
    }
    let (day, rest) = match text.split_once(['T', ' ']) {
        Some((day, rest)) => (day, rest),
        None => (text, ""),
    };
    if is_day(day) || is_time(day) {
        return rest.is_empty() || is_time(rest) || rest.len() < 4;
    }
    named_month(text)
}

fn is_day(text: &str) -> bool {
    for sign in ['-', '/', '.'] {
        let mut parts = text.trim_end_matches('.').split(sign);
        let numbers =
            [parts.next(), parts.next(), parts.next()].map(|part| part.and_then(short_number));
        let left = parts.next().is_some();
        let is_date = match numbers {
            [Some(a), Some(b), Some(c)] if !left => {
                let year_first = a.1 == 4 && b.0 <= 12 && c.0 <= 31;
                let year_last =
                    (c.1 == 4 || c.1 == 2) && a.1 <= 2 && b.1 <= 2 && a.0 <= 31 && b.0 <= 31;
                year_first || year_last
            }
            [Some(a), Some(b), None] if sign == '-' && text.matches('-').count() == 1 => {
                a.1 == 4 && b.1 == 2 && (1..=12).contains(&b.0)
            }
            _ => false,
        };
        if is_date {
            return true;
        }
    }
    false
}

/// A whole number of one to four digits, and how many they are.
fn short_number(text: &str) -> Option<(u16, usize)> {
    let digits =
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| Some((text.parse().ok()?, text.len())))?
}

fn is_time(text: &str) -> bool {
    let clock = text.split(['+', 'Z', '.', ' ']).next().unwrap_or_default();
    let parts: Vec<_> = clock.split(':').map(short_number).collect();
    matches!(parts.len(), 2 | 3)
        && parts.iter().enumerate().all(|(index, part)| {
            part.is_some_and(|(number, length)| length <= 2 && (number < 60 || index == 0))
        })
}

fn named_month(text: &str) -> bool {
    let mut words = text
        .split(['-', '/', '.', ' ', ','])
        .filter(|word| !word.is_empty());
    let parts = [words.next(), words.next(), words.next()].map(Option::unwrap_or_default);
    let number = |word: &str| short_number(word).is_some();
    let month = |word: &str| {
        let word = word.to_lowercase();
        (3..=10).contains(&word.len()) && MONTHS.iter().any(|month| word.starts_with(month))
    };
    let rest = words.next().is_none();
    let [first, second, third] = parts;
    rest && (number(first) && month(second) && (third.is_empty() || number(third))
        || month(first) && number(second) && (third.is_empty() || number(third)))
}
