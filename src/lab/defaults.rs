//! What stands in where no data sheet says where to begin.

use crate::landscape::{self, Window};

/// Step limit and tolerance where there is no data sheet.
pub(super) const STEPS: u32 = 1000;
pub(super) const TOLERANCE: f64 = 1e-6;
/// A formula without a data sheet is first shown on this range of every parameter.
pub(super) const RANGE: [f64; 2] = [-5.0, 5.0];
/// A formula without a data sheet starts every parameter here, with this α.
pub(super) const FORMULA_START: f64 = 1.0;
pub(super) const FORMULA_ALPHA: f64 = 0.01;

pub(super) fn owned(points: &[&[f64]]) -> Vec<Vec<f64>> {
    points.iter().map(|point| point.to_vec()).collect()
}

pub(super) fn home([left, right, low, high]: [f64; 4]) -> Window {
    Window::new([left, right], [low, high])
        .unwrap_or_else(|_| unreachable!("a test checks every data sheet's window"))
}

/// A window that holds the coordinates given for each axis, with a margin of
/// three tenths, its ends rounded outwards to two digits of its size.
pub(super) fn holding(coordinates: [Vec<f64>; 2]) -> Window {
    let sides = coordinates.map(|values| {
        let low = values
            .iter()
            .copied()
            .fold(f64::INFINITY, |a, b| if b < a { b } else { a });
        let high = values
            .iter()
            .copied()
            .fold(f64::NEG_INFINITY, |a, b| if b > a { b } else { a });
        let span = if high > low { high - low } else { 2.0 };
        let unit = down_to_one_digit(span) / 10.0;
        let outwards = |value: f64| if unit > 0.0 { value / unit } else { value };
        [
            libm::floor(outwards(low - 0.3 * span)) * unit,
            libm::ceil(outwards(high + 0.3 * span)) * unit,
        ]
    });
    Window::new(sides[0], sides[1]).unwrap_or_else(|_| square())
}

/// A positive number rounded down to one significant digit; 0.01 for anything
/// that is not a positive, finite number.
pub(super) fn down_to_one_digit(value: f64) -> f64 {
    landscape::down_to_one_digit(value).unwrap_or(FORMULA_ALPHA)
}

/// [`RANGE`] along both axes.
pub(super) fn square() -> Window {
    Window::new(RANGE, RANGE).unwrap_or_else(|_| unreachable!("a constant range"))
}

#[cfg(test)]
mod tests {
    use super::holding;

    #[test]
    fn a_window_holds_its_points_whatever_they_are() {
        let window = holding([vec![0.0, 209.3], vec![0.0, 0.0]]);
        assert!(window.contains([0.0, 0.0]) && window.contains([209.3, 0.0]));
        holding([vec![f64::NAN], vec![]]);
        holding([vec![0.0, 1e308], vec![-1e308, 1e308]]);
    }
}
