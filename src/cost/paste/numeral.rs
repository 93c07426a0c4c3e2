//! One number as people and programs write it, before it is known which sign is the
//! decimal one.

use super::units::{after_number, before_number};

/// A point or a comma between digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// `.`
    Point,
    /// `,`
    Comma,
}

impl Sign {
    /// The sign as it is written.
    pub fn letter(self) -> char {
        match self {
            Sign::Point => '.',
            Sign::Comma => ',',
        }
    }

    pub(super) fn other(self) -> Sign {
        match self {
            Sign::Point => Sign::Comma,
            Sign::Comma => Sign::Point,
        }
    }
}

/// The parts of a number's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Parts<'a> {
    pub(super) negative: bool,
    /// In parentheses, as bookkeepers write what is negative.
    pub(super) bracketed: bool,
    /// Digits with the signs between them.
    pub(super) core: &'a str,
    /// The power of ten behind `e`, `d` or `×10^`.
    power: Option<i32>,
    /// A unit, a currency or a percent sign beside it; empty if none.
    pub(super) mark: &'a str,
}

/// What a number's text says about its signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    /// Digits alone.
    Plain,
    /// This is the decimal sign.
    Decimal(Sign),
    /// This one stands between thousands.
    Thousands(Sign),
    /// `1,234`: either of both.
    Either(Sign),
}

/// Longer numbers are looked at twice.
const MOST_PLAIN: usize = 40;
/// Larger powers of ten are all the same: too large.
const MOST_POWER: i32 = 9999;

impl<'a> Parts<'a> {
    /// The parts of digits with at most one sign among them and perhaps a minus in front:
    /// most numbers are so, and need no second look.
    pub(super) fn plain(text: &'a str) -> Option<Parts<'a>> {
        let core = text.strip_prefix('-').unwrap_or(text);
        let bytes = core.as_bytes();
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        if !is_digit(bytes.first()) || !is_digit(bytes.last()) || bytes.len() > MOST_PLAIN {
            return None;
        }
        let mut signs = 0;
        for byte in bytes {
            match byte {
                b'0'..=b'9' => {}
                b'.' | b',' => signs += 1,
                _ => return None,
            }
        }
        (signs < 2).then_some(Parts {
            negative: core.len() < text.len(),
            bracketed: false,
            core,
            power: None,
            mark: "",
        })
    }

    /// The parts, if the text looks like one number.
    pub(super) fn of(text: &'a str) -> Option<Parts<'a>> {
        let mut rest = text.trim();
        let inside = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')'));
        let bracketed = inside.is_some();
        rest = inside.unwrap_or(rest).trim();
        let mut negative = take_sign(&mut rest);
        let before = before_number(rest);
        if !before.is_empty() {
            rest = rest[before.len()..].trim_start();
            negative = negative.or_else(|| take_sign(&mut rest));
        }
        let core = take_core(&mut rest)?;
        let power = take_power(&mut rest)?;
        let (core, rest) = price(core, rest.trim());
        let (after, behind) = match rest {
            "-" | "\u{2212}" if negative.is_none() => ("", true),
            _ => (after_number(rest)?, false),
        };
        let mark = if before.is_empty() { after } else { before };
        // A point behind a number ends it, a comma belongs to something else.
        let core = core.strip_suffix('.').unwrap_or(core);
        let parts = Parts {
            negative: negative == Some(true) || behind,
            bracketed,
            core,
            power,
            mark,
        };
        let odd = core.ends_with(',') || bracketed && negative.is_some();
        (!odd && parts.is_readable()).then_some(parts)
    }

    /// False for `1.2.3`, whatever the decimal sign.
    fn is_readable(&self) -> bool {
        let signs = self.core.chars().filter(|letter| !letter.is_ascii_digit());
        let read = |sign| self.value(sign).is_some();
        signs.count() < 2 && self.hint() != Hint::Plain
            || self.core.bytes().all(|byte| byte.is_ascii_digit())
            || read(Sign::Point)
            || read(Sign::Comma)
    }

    /// What the signs between its digits say.
    pub(super) fn hint(&self) -> Hint {
        let count = |sign: u8| self.core.bytes().filter(|byte| *byte == sign).count();
        match (count(b'.'), count(b',')) {
            (0, 0) => Hint::Plain,
            (1, 0) => self.single(Sign::Point),
            (0, 1) => self.single(Sign::Comma),
            (_, 0) => Hint::Thousands(Sign::Point),
            (0, _) => Hint::Thousands(Sign::Comma),
            _ if self.core.rfind('.') > self.core.rfind(',') => Hint::Decimal(Sign::Point),
            _ => Hint::Decimal(Sign::Comma),
        }
    }

    fn single(&self, sign: Sign) -> Hint {
        let (before, after) = self.core.split_once(sign.letter()).unwrap_or_default();
        let could_be_thousands = after.len() == 3
            && (1..=3).contains(&before.len())
            && !before.starts_with('0')
            && self.power.is_none();
        match could_be_thousands {
            true => Hint::Either(sign),
            false => Hint::Decimal(sign),
        }
    }

    /// Its value with this decimal sign; `None` where the signs between its digits do not
    /// stand where they must.
    pub(super) fn value(&self, decimal: Sign) -> Option<f64> {
        // As a program writes it.
        let is_plain = |byte: u8| byte.is_ascii_digit() || byte == b'.' && decimal == Sign::Point;
        if self.power.is_none()
            && self.core.bytes().all(is_plain)
            && let Ok(size) = self.core.parse::<f64>()
        {
            return Some(if self.negative { -size } else { size });
        }
        let (whole, fraction) = match self.core.split_once(decimal.letter()) {
            Some((whole, fraction)) => (whole, fraction),
            None => (self.core, ""),
        };
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut text = digits(whole, decimal.other())?;
        if !fraction.is_empty() {
            text.push('.');
            text += fraction;
        }
        if let Some(power) = self.power {
            text.push('e');
            text += &power.to_string();
        }
        let size: f64 = text.parse().ok()?;
        Some(if self.negative { -size } else { size })
    }
}

/// The digits of a whole number, whose thousands may be set apart by one kind of sign.
fn digits(whole: &str, comma: Sign) -> Option<String> {
    let mut kind = None;
    let mut groups = vec![0];
    let mut text = String::with_capacity(whole.len() + 8);
    for letter in whole.chars() {
        if letter.is_ascii_digit() {
            text.push(letter);
            *groups.last_mut()? += 1;
        } else if kind.is_none_or(|kind| kind == letter)
            && (letter == comma.letter() || !matches!(letter, '.' | ','))
        {
            kind = Some(letter);
            groups.push(0);
        } else {
            return None;
        }
    }
    if whole.is_empty() {
        text.push('0');
    }
    well_grouped(&groups).then_some(text)
}

/// 1,234,567, or 12,34,567 as in India.
fn well_grouped(groups: &[usize]) -> bool {
    let [first, between @ .., last] = groups else {
        return true;
    };
    let all = |length: usize| between.iter().all(|group| *group == length);
    *last == 3 && ((1..=3).contains(first) && all(3) || (1..=2).contains(first) && all(2))
}

/// Signs that may stand between thousands in any language.
fn is_gap(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '_' | '\u{2d9}') || (letter != '\t' && letter.is_whitespace())
}

/// Whether it is negative, if a sign stands there.
fn take_sign(rest: &mut &str) -> Option<bool> {
    let first = rest.chars().next()?;
    let negative = match first {
        '-' | '\u{2212}' | '–' => true,
        '+' => false,
        _ => return None,
    };
    *rest = rest[first.len_utf8()..].trim_start();
    Some(negative)
}

fn take_core<'a>(rest: &mut &'a str) -> Option<&'a str> {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    let mut any = false;
    while let Some((at, letter)) = letters.next() {
        let digit_follows = letters
            .peek()
            .is_some_and(|(_, next)| next.is_ascii_digit());
        let belongs = match letter {
            '0'..='9' => true,
            '.' | ',' => any || digit_follows,
            _ => any && digit_follows && is_gap(letter),
        };
        if !belongs {
            break;
        }
        any |= letter.is_ascii_digit();
        end = at + letter.len_utf8();
    }
    let (core, behind) = rest.split_at(end);
    *rest = behind;
    any.then_some(core)
}

/// `e+03`, `D-2` or `×10^3`; `None` where it is begun and not ended.
fn take_power(rest: &mut &str) -> Option<Option<i32>> {
    let trimmed = rest.trim_start();
    let times = trimmed
        .strip_prefix(['×', '·', '*', 'x'])
        .and_then(|it| it.trim_start().strip_prefix("10^"));
    let letter = rest.strip_prefix(['e', 'E', 'd', 'D']);
    let digit_follows = |it: &&str| {
        it.trim_start_matches(['+', '-', '\u{2212}'])
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let Some(mut power) = times.or(letter.filter(digit_follows)) else {
        return Some(None);
    };
    let negative = take_sign(&mut power) == Some(true);
    let length = power.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 {
        return None;
    }
    let size = power[..length].parse().unwrap_or(MOST_POWER);
    let size = if size > MOST_POWER { MOST_POWER } else { size };
    *rest = &power[length..];
    Some(Some(if negative { -size } else { size }))
}

/// `5.–` and `5,-`: a price without smaller coins.
fn price<'a>(core: &'a str, rest: &'a str) -> (&'a str, &'a str) {
    let whole = core.strip_suffix(['.', ',']);
    let dash = rest
        .strip_prefix("--")
        .or(rest.strip_prefix(['-', '–', '—']));
    match (whole, dash) {
        (Some(whole), Some(rest)) => (whole, rest.trim_start()),
        _ => (core, rest),
    }
}
