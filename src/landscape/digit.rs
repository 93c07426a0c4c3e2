/// A positive number rounded down to one significant digit; `None` for anything that is
/// not a positive, finite number.
pub fn down_to_one_digit(value: f64) -> Option<f64> {
    if !(value > 0.0 && value.is_finite()) {
        return None;
    }
    // The decimal text is exact where dividing by a power of ten is not.
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e')?;
    let first = digits.chars().next()?;
    format!("{first}e{exponent}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::down_to_one_digit;

    #[test]
    fn rounding_down_keeps_one_digit() {
        for (value, expected) in [(0.154, 0.1), (0.3, 0.3), (1999.0, 1000.0), (7.9e-12, 7e-12)] {
            assert_eq!(down_to_one_digit(value), Some(expected));
        }
        for odd in [f64::NAN, 0.0, -1.0, f64::INFINITY] {
            assert_eq!(down_to_one_digit(odd), None);
        }
    }
}
