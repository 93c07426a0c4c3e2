//! Numbers as people read them, and as links hold them.

#![allow(clippy::disallowed_methods, reason = "tests may use any function")]

use downhill::number::{exact, fixed, scientific, significant};
use proptest::prelude::*;

#[test]
fn significant_digits() {
    let table: &[(f64, usize, &str)] = &[
        (0.0, 4, "0"),
        (-0.0, 4, "0"),
        (0.08, 4, "0.08"),
        (1.4127, 3, "1.41"),
        (-0.4806, 4, "−0.4806"),
        (9.999, 3, "10"),
        (0.99996, 4, "1"),
        (209.36289, 7, "209.3629"),
        (123_456.7, 4, "123457"),
        (-1_234_567.0, 2, "−1234567"),
        (9_999_999.9, 3, "1×10⁷"),
        (12_345_678.0, 4, "1.235×10⁷"),
        (0.000_123_4, 4, "0.0001234"),
        (0.000_203_084_776_152_162_15, 15, "0.000203084776152162"),
        (0.000_012_34, 2, "1.2×10⁻⁵"),
        (-1.2e-7, 4, "−1.2×10⁻⁷"),
        (1.797e308, 3, "1.8×10³⁰⁸"),
        (5e-324, 3, "4.94×10⁻³²⁴"),
        (f64::INFINITY, 3, "∞"),
        (f64::NEG_INFINITY, 3, "−∞"),
        (f64::NAN, 3, "not a number"),
        (2.5, 0, "2"),
        (0.1, 1000, "0.10000000000000001"),
    ];
    for &(value, digits, text) in table {
        assert_eq!(significant(value, digits), text, "{value:e} with {digits}");
    }
}

#[test]
fn fixed_decimals() {
    let table: &[(f64, usize, &str)] = &[
        (1.5, 3, "1.500"),
        (-2.0, 0, "−2"),
        (-0.0004, 3, "0.000"),
        (-0.0006, 3, "−0.001"),
        (0.1 + 0.2, 2, "0.30"),
        (1e14, 1, "100000000000000.0"),
        (1e15, 2, "1×10¹⁵"),
        (-2.5e300, 2, "−2.5×10³⁰⁰"),
        (f64::NEG_INFINITY, 2, "−∞"),
        (f64::NAN, 2, "not a number"),
    ];
    for &(value, decimals, text) in table {
        assert_eq!(fixed(value, decimals), text, "{value:e} with {decimals}");
    }
}

#[test]
fn powers_of_ten() {
    assert_eq!(scientific(1234.0, 2), "1.2×10³");
    assert_eq!(scientific(-0.5, 3), "−5×10⁻¹");
    assert_eq!(scientific(7.0, 3), "7×10⁰");
    assert_eq!(scientific(0.0, 3), "0");
}

#[test]
fn exact_is_short() {
    for (value, text) in [
        (0.1, "0.1"),
        (-3.0, "-3"),
        (1e300, "1e300"),
        (1e-7, "1e-7"),
        (-0.0, "-0"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (f64::NAN, "NaN"),
    ] {
        assert_eq!(exact(value), text);
    }
}

/// Reads a number written for people back.
fn read(text: &str) -> f64 {
    let plain: String = text
        .chars()
        .map(|letter| match letter {
            '−' | '⁻' => '-',
            '⁰' => '0',
            '¹' => '1',
            '²' => '2',
            '³' => '3',
            '⁴'..='⁹' => char::from(b'0' + (letter as u32 - '⁰' as u32) as u8),
            other => other,
        })
        .collect();
    plain.replace("×10", "e").parse().expect("a number")
}

/// Reading back and dividing round by less than three units of the last place.
fn half_a_digit(value: f64, digits: usize) -> Result<(), TestCaseError> {
    let shown = read(&significant(value, digits));
    let error = ((shown - value) / value).abs();
    let allowed = 0.5 * 10f64.powi(1 - digits as i32) + 3.0 * f64::EPSILON;
    prop_assert!(error <= allowed, "{value:e} with {digits} is {shown:e}");
    Ok(())
}

proptest! {
    #[test]
    fn exact_keeps_every_bit(bits: u64) {
        let value = f64::from_bits(bits);
        let back: f64 = exact(value).parse().expect("a number");
        prop_assert!(back.to_bits() == bits || value.is_nan() && back.is_nan());
    }

    #[test]
    fn significant_is_within_half_a_digit(value in prop::num::f64::NORMAL, digits in 1usize..=15) {
        half_a_digit(value, digits)?;
    }

    /// Where numbers are written without a power of ten.
    #[test]
    fn ordinary_numbers_are_within_half_a_digit(mantissa in 1.0..10.0, power in -6..9, digits in 1usize..=15) {
        half_a_digit(mantissa * 10f64.powi(power), digits)?;
    }

    #[test]
    fn fixed_is_within_half_a_decimal(value in -1e9..1e9, decimals in 0usize..=6) {
        let shown = read(&fixed(value, decimals));
        prop_assert!((shown - value).abs() <= 0.5000001 * 10f64.powi(-(decimals as i32)) + 1e-6);
    }

    #[test]
    fn no_bits_panic(bits: u64, digits: usize) {
        let value = f64::from_bits(bits);
        for text in [significant(value, digits), fixed(value, digits), scientific(value, digits)] {
            prop_assert!(!text.is_empty() && !text.contains('-'));
        }
    }
}
