//! Where an axis has its ticks, and what stands beside them.

use crate::number;

/// A tick of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Its place on the axis.
    pub value: f64,
    /// The number as people read it, with a true minus sign.
    pub label: String,
}

/// Ends this part of a step off a tick still have it.
const HAIR: f64 = 1e-9;
/// Above this no tick label stays readable, however the picture is sized.
const MOST: usize = 50;

/// Ticks at multiples of 1, 2 or 5 times a power of ten, about `about` of them
/// and never more than `about` + 1, all within `[low, high]`.
///
/// Total: a range that is empty, infinite or not a number has no ticks. Labels
/// have just the digits that tell neighbours apart; numbers too long for that
/// are written with a power of ten.
pub fn ticks([low, high]: [f64; 2], about: usize) -> Vec<Tick> {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return Vec::new();
    }
    let step = nice_step(span, about.clamp(1, MOST));
    // 0.3 / 0.1 is a hair below 3; what is too much is left out further down.
    let (first, last) = ((low / step - HAIR).ceil(), (high / step + HAIR).floor());
    // Beyond 2⁵³ neighbouring multiples are the same number.
    if !(step > 0.0 && last - first <= MOST as f64 && first.abs().max(last.abs()) < 9e15) {
        return Vec::new();
    }
    let largest = low.abs().max(high.abs());
    (0..=(last - first) as usize)
        .map(|index| multiple(first + index as f64, step))
        .filter(|value| (low..=high).contains(value))
        .map(|value| Tick {
            value,
            label: label(value, step, largest),
        })
        .collect()
}

/// Ticks at whole exponents within `[low, high]`, labelled as powers of ten: every
/// one of them, or every n-th counted from 10⁰, so that about `about` are left.
pub fn decades([low, high]: [f64; 2], about: usize) -> Vec<Tick> {
    // No double has an exponent beyond; a cast of NaN is 0.
    let [first, last] = [low.ceil(), high.floor()].map(|end| end.clamp(-330.0, 330.0) as i32);
    let span = (last - first).max(1) as usize;
    let every = span.div_ceil(about.clamp(1, MOST)) as i32;
    (first..=last)
        .filter(|exponent| exponent % every == 0)
        .map(|exponent| Tick {
            value: f64::from(exponent),
            label: number::power_of_ten(exponent),
        })
        .collect()
}

/// The smallest of 1, 2, 5 × 10ᵏ that cuts the span into at most `about` parts.
fn nice_step(span: f64, about: usize) -> f64 {
    let least = span / about as f64;
    let power = 10f64.powi(decade(least));
    // Rounding of the logarithm may leave `power` one decade off either way.
    [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0]
        .map(|factor| round_decimal(power * factor))
        .into_iter()
        .find(|&step| step >= least)
        .unwrap_or(f64::INFINITY)
}

/// The nearest double to the short decimal that a product of powers stands for.
fn round_decimal(value: f64) -> f64 {
    format!("{value:.0e}").parse().unwrap_or(value)
}

/// `count` × `step` as the double nearest to the short decimal, so that a tick
/// at 0.3 is 0.3 and not 0.30000000000000004.
fn multiple(count: f64, step: f64) -> f64 {
    let value = count * step + 0.0;
    format!("{value:.15e}").parse().unwrap_or(value)
}

pub(super) fn decade(value: f64) -> i32 {
    libm::log10(value).floor() as i32
}

/// Longer labels than this many digits are written with a power of ten.
pub(super) const LONGEST: i32 = 7;

fn label(value: f64, step: f64, largest: f64) -> String {
    if value == 0.0 {
        return "0".to_string();
    }
    let decimals = -decade(step * 1.000_001);
    let whole = decade(largest).max(0) + 1;
    if whole + decimals.max(0) <= LONGEST {
        return number::fixed(value, decimals.max(0) as usize);
    }
    let digits = decade(value.abs() * 1.000_001) + decimals + 1;
    number::scientific(value, digits.clamp(1, 17) as usize)
}
