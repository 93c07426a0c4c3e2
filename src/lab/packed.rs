//! Long rows in a link, in standard formats, so that others can make and read
//! them: zlib (RFC 1950) in base64url without padding (RFC 4648, section 5).

use std::fmt;

use super::zlib;

/// What packed rows begin with.
pub(super) const MARK: &str = "zlib:";

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Why packed text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// A character that is not of base64, counted from 1 behind the mark.
    Character(usize),
    /// It was cut off or changed, or is no zlib.
    Stream,
    /// It holds more than this many bytes.
    TooLong(usize),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Character(at) => write!(
                f,
                "character {at} of the packed rows is none of A–Z, a–z, 0–9, - and _"
            ),
            Broken::Stream => f.write_str("the packed rows are cut off or changed"),
            Broken::TooLong(most) => write!(f, "the packed rows hold more than {most} characters"),
        }
    }
}

/// A text, packed, with its mark.
pub(super) fn pack(text: &str) -> String {
    let bytes = zlib::pack(text.as_bytes());
    let mut packed = String::with_capacity(MARK.len() + bytes.len() * 4 / 3 + 2);
    packed.push_str(MARK);
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0, |group, byte| group << 8 | usize::from(*byte))
            << (8 * (3 - chunk.len()));
        let digits = [18, 12, 6, 0].map(|shift| DIGITS[group >> shift & 63]);
        packed.extend(
            digits[..=chunk.len()]
                .iter()
                .map(|&digit| char::from(digit)),
        );
    }
    packed
}

/// The text behind the mark, unpacked, if it has at most `most` bytes. The other
/// alphabet of base64, with `+` and `/`, and padding are read too.
pub(super) fn unpack(digits: &str, most: usize) -> Result<String, Broken> {
    let bytes = bytes_of(digits)?;
    let text = zlib::unpack(&bytes, most).map_err(|broken| match broken {
        zlib::Broken::TooLong => Broken::TooLong(most),
        zlib::Broken::Stream => Broken::Stream,
    })?;
    String::from_utf8(text).map_err(|_| Broken::Stream)
}

fn bytes_of(digits: &str) -> Result<Vec<u8>, Broken> {
    let digits = digits.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    let (mut group, mut bits) = (0_u32, 0);
    for (index, character) in digits.chars().enumerate() {
        let digit = value_of(character).ok_or(Broken::Character(index + 1))?;
        group = (group << 6 | digit) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((group >> bits & 0xff) as u8);
        }
    }
    Ok(bytes)
}

fn value_of(character: char) -> Option<u32> {
    let value = match character {
        'A'..='Z' => character as u32 - 'A' as u32,
        'a'..='z' => character as u32 - 'a' as u32 + 26,
        '0'..='9' => character as u32 - '0' as u32 + 52,
        '-' | '+' => 62,
        '_' | '/' => 63,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Broken, MARK, pack, unpack};

    /// Made with Python: base64.urlsafe_b64encode(zlib.compress(b"1,2;2,3.5;4,7")).
    const BY_PYTHON: &str = "eJwz1DGyNtIx1jO1NtExBwARyQKR";

    #[test]
    fn what_another_program_packed_is_read() {
        assert_eq!(unpack(BY_PYTHON, 100).as_deref(), Ok("1,2;2,3.5;4,7"));
        assert_eq!(
            unpack(&format!("{BY_PYTHON}=="), 13).as_deref(),
            Ok("1,2;2,3.5;4,7")
        );
    }

    #[test]
    fn broken_text_is_told_apart() {
        assert_eq!(unpack("eJw,", 100), Err(Broken::Character(4)));
        assert_eq!(unpack("", 100), Err(Broken::Stream));
        assert_eq!(unpack("AAAA", 100), Err(Broken::Stream));
        for end in 0..BY_PYTHON.len() {
            assert_eq!(unpack(&BY_PYTHON[..end], 100), Err(Broken::Stream), "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "\\PC{0,300}") {
            let packed = pack(&text);
            prop_assert!(packed[MARK.len()..].bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b)));
            prop_assert_eq!(unpack(&packed[MARK.len()..], 4000), Ok(text));
        }

        #[test]
        fn a_changed_character_is_never_taken_for_other_rows(at in 0..28_usize, digit in "[A-Za-z0-9_-]") {
            let mut changed = BY_PYTHON.to_string();
            changed.replace_range(at..=at, &digit);
            let read = unpack(&changed, 100);
            let right = read.as_deref() == Ok("1,2;2,3.5;4,7");
            prop_assert!(right || matches!(read, Err(Broken::Stream | Broken::TooLong(_))), "{read:?}");
        }
    }
}
