/// Between these a sum of squares has neither overflowed nor lost digits to
/// underflow.
const TRUSTED: [f64; 2] = [1e-280, 1e280];

/// The Euclidean length of a vector; NaN if any component is.
///
/// Components are added in order. Where squares would overflow or vanish, they
/// are first divided by the largest component, so that the length of
/// (3e200, 4e200) is 5e200.
pub fn norm(v: &[f64]) -> f64 {
    length(v.iter().copied())
}

/// The Euclidean distance between two points, in the parameters' own units.
pub fn distance(a: &[f64], b: &[f64]) -> f64 {
    length(a.iter().zip(b).map(|(a, b)| a - b))
}

fn length(components: impl Iterator<Item = f64> + Clone) -> f64 {
    let squares = sum_of_squares(components.clone());
    if TRUSTED[0] < squares && squares < TRUSTED[1] || squares.is_nan() {
        return squares.sqrt();
    }
    let mut largest = 0.0;
    for component in components.clone() {
        if component.abs() > largest {
            largest = component.abs();
        }
    }
    if largest == 0.0 || largest.is_infinite() {
        return largest;
    }
    largest * sum_of_squares(components.map(|c| c / largest)).sqrt()
}

fn sum_of_squares(components: impl Iterator<Item = f64>) -> f64 {
    components.fold(0.0, |sum, c| sum + c * c)
}
