//! Long rows in a link, in two thirds of their length: three signs of rows make two
//! letters of a link, and two more letters check that none was lost on the way.

use std::fmt;

/// What packed rows begin with.
pub(super) const MARK: &str = "packed:";

/// What rows are written with. The number of a sign is its place here; the number after
/// the last is no sign.
const SIGNS: &[u8; 15] = b"0123456789.,;-e";
const NO_SIGN: usize = SIGNS.len();
/// Letters that stand in a link as they are: base64url (RFC 4648, section 5).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why packed rows cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// A character that is none of the letters, counted from 1 behind the mark.
    Character(usize),
    /// Rows were cut off or changed.
    Check,
    /// They are longer than this many characters.
    TooLong(usize),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Character(at) => write!(
                f,
                "character {at} of the packed rows is none of A–Z, a–z, 0–9, - and _"
            ),
            Broken::Check => f.write_str("the packed rows are cut off or changed"),
            Broken::TooLong(most) => write!(f, "the packed rows hold more than {most} characters"),
        }
    }
}

/// Rows packed, with their mark; spaces are left out. `None` if they have other signs.
pub(super) fn pack(rows: &str) -> Option<String> {
    let signs = rows.bytes().filter(|byte| *byte != b' ');
    let numbers: Option<Vec<usize>> = signs.map(|sign| place(SIGNS, sign)).collect();
    let numbers = numbers?;
    let mut packed = MARK.to_owned();
    push_pair(&mut packed, check(&numbers));
    for three in numbers.chunks(3) {
        let number = |index: usize| three.get(index).copied().unwrap_or(NO_SIGN);
        push_pair(&mut packed, number(0) << 8 | number(1) << 4 | number(2));
    }
    Some(packed)
}

/// The rows behind the mark, if they have at most `most` characters.
pub(super) fn unpack(letters: &str, most: usize) -> Result<String, Broken> {
    let mut values = Vec::with_capacity(letters.len());
    for (index, letter) in letters.chars().enumerate() {
        let value = u8::try_from(letter).ok().and_then(|it| place(LETTERS, it));
        values.push(value.ok_or(Broken::Character(index + 1))?);
    }
    let pairs = values.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return Err(Broken::Check);
    }
    let mut pairs = pairs.map(|pair| pair[0] << 6 | pair[1]);
    let told = pairs.next().ok_or(Broken::Check)?;
    let mut numbers: Vec<usize> = pairs
        .flat_map(|three| [three >> 8, three >> 4 & 15, three & 15])
        .collect();
    // The last three may be filled up.
    let filling = numbers.iter().rev().take(2);
    numbers.truncate(numbers.len() - filling.take_while(|last| **last == NO_SIGN).count());
    if check(&numbers) != told || numbers.contains(&NO_SIGN) {
        return Err(Broken::Check);
    }
    if numbers.len() > most {
        return Err(Broken::TooLong(most));
    }
    let signs = numbers.iter().map(|&number| char::from(SIGNS[number]));
    Ok(signs.collect())
}

/// Two letters for a number below 64².
fn push_pair(packed: &mut String, number: usize) {
    packed.push(char::from(LETTERS[number >> 6]));
    packed.push(char::from(LETTERS[number & 63]));
}

fn place(list: &[u8], wanted: u8) -> Option<usize> {
    list.iter().position(|byte| *byte == wanted)
}

/// A number below 64² that depends on every sign, on their order and on how many there
/// are: 1, and for each sign times 17 plus its number, modulo the prime 4093. A change
/// of one sign always shows.
fn check(numbers: &[usize]) -> usize {
    numbers
        .iter()
        .fold(1, |sum, number| (sum * 17 + number) % 4093)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Broken, MARK, pack, unpack};

    /// Worked out by hand for "1,2": its check is ((17 + 1)·17 + 11)·17 + 2 = 5391, less
    /// 4093 is 1298 = 20·64 + 18; its signs are 1·256 + 11·16 + 2 = 434 = 6·64 + 50.
    const BY_HAND: &str = "USGy";
    const ROWS: &str = "1,2;2,-3.5;4,7e2";

    #[test]
    fn what_was_packed_by_hand_is_read_and_written() {
        assert_eq!(pack("1,2").as_deref(), Some("packed:USGy"));
        assert_eq!(pack("1, 2").as_deref(), Some("packed:USGy"));
        assert_eq!(unpack(BY_HAND, 3).as_deref(), Ok("1,2"));
        assert_eq!(unpack(BY_HAND, 2), Err(Broken::TooLong(2)));
    }

    #[test]
    fn other_signs_are_not_packed() {
        for rows in ["1,2x", "１,2", "1\n2", "+1,2"] {
            assert_eq!(pack(rows), None);
        }
    }

    #[test]
    fn what_is_cut_off_is_told() {
        let packed = pack(ROWS).expect("rows");
        let letters = &packed[MARK.len()..];
        assert_eq!(unpack(letters, 100).as_deref(), Ok(ROWS));
        for end in 0..letters.len() {
            assert_eq!(unpack(&letters[..end], 100), Err(Broken::Check), "{end}");
        }
        assert_eq!(unpack("USG,", 100), Err(Broken::Character(4)));
        assert_eq!(unpack("USGü", 100), Err(Broken::Character(4)));
    }

    proptest! {
        #[test]
        fn all_rows_come_back(rows in "[0-9.,;e-]{0,300}") {
            let packed = pack(&rows).expect("rows");
            prop_assert!(packed.len() <= MARK.len() + 4 + rows.len() * 2 / 3);
            prop_assert_eq!(unpack(&packed[MARK.len()..], 300), Ok(rows));
        }

        #[test]
        fn a_changed_letter_is_never_taken_for_other_rows(at in 0..14_usize, letter in "[A-Za-z0-9_-]") {
            let mut letters = pack(ROWS).expect("rows").split_off(MARK.len());
            letters.replace_range(at..=at, &letter);
            let read = unpack(&letters, 100);
            prop_assert!(read.as_deref() == Ok(ROWS) || read == Err(Broken::Check), "{read:?}");
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = unpack(&text, 100);
        }
    }
}
