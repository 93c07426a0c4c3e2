//! How a number is written for people, and exactly for links.
//!
//! Numbers for people have a true minus sign (U+2212), "∞" and "not a number".

/// The true minus sign.
const MINUS: char = '−';

/// A value with `digits` significant digits (1 to 17), without trailing zeros:
/// `significant(-0.48060, 4)` is `−0.4806`.
///
/// Whole digits are never replaced by zeros: 123456.7 with four digits is
/// `123457`. From 10⁷, and below 10⁻⁴, a power of ten is used: `1.2×10⁻⁷`.
pub fn significant(value: f64, digits: usize) -> String {
    let digits = digits.clamp(1, 17);
    if let Some(word) = special(value) {
        return word;
    }
    let exponent = exponent_when_rounded(value, digits);
    if !(-4..7).contains(&exponent) {
        return scientific(value, digits);
    }
    let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
    strip(&fixed(value, decimals)).to_string()
}

/// A value with exactly this many decimals (at most 20, which 17 significant
/// digits need down to 10⁻⁴): `fixed(1.5, 3)` is `1.500`. What rounds to zero has no sign. From 10¹⁵ the decimals mean
/// nothing and a power of ten is used.
pub fn fixed(value: f64, decimals: usize) -> String {
    if let Some(word) = special(value) {
        return word;
    }
    if value.abs() >= 1e15 {
        return scientific(value, 7);
    }
    let text = format!("{value:.*}", decimals.min(20));
    match text.strip_prefix('-') {
        Some(zero) if zero.bytes().all(|byte| matches!(byte, b'0' | b'.')) => zero.to_string(),
        Some(positive) => format!("{MINUS}{positive}"),
        None => text,
    }
}

/// A value with `digits` significant digits (1 to 17) and a power of ten:
/// `1.2×10⁻⁷`, without trailing zeros. Zero is `0`.
pub fn scientific(value: f64, digits: usize) -> String {
    if let Some(word) = special(value) {
        return word;
    }
    if value == 0.0 {
        return "0".to_string();
    }
    let text = format!("{:.*e}", digits.clamp(1, 17) - 1, value.abs());
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{}×10{}", strip(mantissa), superscript(exponent))
}

/// A power of ten as people write it: `10⁻³`, and `1` for 10⁰.
pub fn power_of_ten(exponent: i32) -> String {
    match exponent {
        0 => "1".to_string(),
        _ => format!("10{}", superscript(&exponent.to_string())),
    }
}

/// The shortest text that parses back to the same bits, for links and input
/// fields: plain decimals where they need at most four characters more
/// than a power of ten. It keeps the ASCII minus; infinities are `inf` and
/// `-inf`, and a NaN is `NaN`.
pub fn exact(value: f64) -> String {
    let (plain, power) = (format!("{value}"), format!("{value:e}"));
    match power.len() + MOST_ZEROS < plain.len() {
        true => power,
        false => plain,
    }
}

/// People read `0.0001` more easily than `1e-4`, but not twenty zeros.
const MOST_ZEROS: usize = 4;

fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        return Some("not a number".to_string());
    }
    value.is_infinite().then(|| match value > 0.0 {
        true => "∞".to_string(),
        false => format!("{MINUS}∞"),
    })
}

/// The power of ten of the leading digit once rounded: 9.99 with two digits
/// is 10, so 1. Zero has 0.
fn exponent_when_rounded(value: f64, digits: usize) -> i32 {
    let text = format!("{:.*e}", digits - 1, value);
    text.rsplit('e')
        .next()
        .and_then(|exponent| exponent.parse().ok())
        .unwrap_or(0)
}

/// Without trailing zeros after the point.
fn strip(text: &str) -> &str {
    match text.bytes().any(|byte| byte == b'.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => text,
    }
}

fn superscript(exponent: &str) -> String {
    exponent
        .chars()
        .map(|digit| match digit {
            '-' => '⁻',
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            '0' | '4'..='9' => {
                char::from_u32('⁰' as u32 + digit as u32 - '0' as u32).unwrap_or(digit)
            }
            other => other,
        })
        .collect()
}
