use downhill::view::clip::{polyline, segment};
use proptest::prelude::*;

const UNIT: [[f64; 2]; 2] = [[0.0, 1.0], [0.0, 1.0]];
const FAR: f64 = 1e308;

#[test]
fn segments() {
    type Case = ([f64; 2], [f64; 2], Option<[[f64; 2]; 2]>);
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let table: &[Case] = &[
        // Inside, touching, outside.
        ([0.2, 0.3], [0.7, 0.8], Some([[0.2, 0.3], [0.7, 0.8]])),
        ([0.0, 0.0], [1.0, 1.0], Some([[0.0, 0.0], [1.0, 1.0]])),
        ([2.0, 0.0], [2.0, 1.0], None),
        ([-1.0, 0.5], [-0.5, 2.0], None),
        // Through one, two, no sides.
        ([0.5, 0.5], [1.5, 0.5], Some([[0.5, 0.5], [1.0, 0.5]])),
        ([-1.0, 0.5], [3.0, 0.5], Some([[0.0, 0.5], [1.0, 0.5]])),
        ([0.5, -1.0], [0.5, 3.0], Some([[0.5, 0.0], [0.5, 1.0]])),
        ([-1.0, -0.5], [2.0, 2.5], Some([[0.0, 0.5], [0.5, 1.0]])),
        ([-1.0, 1.0], [1.0, 3.0], None),
        // A point.
        ([0.5, 0.5], [0.5, 0.5], Some([[0.5, 0.5], [0.5, 0.5]])),
        ([1.5, 0.5], [1.5, 0.5], None),
        // Far and farther.
        ([0.5, 0.5], [FAR, 0.5], Some([[0.5, 0.5], [1.0, 0.5]])),
        ([0.5, 0.5], [FAR, FAR], Some([[0.5, 0.5], [1.0, 1.0]])),
        (
            [-1024.0, -1024.0],
            [1024.0, 1024.0],
            Some([[0.0, 0.0], [1.0, 1.0]]),
        ),
        ([0.5, 0.5], [0.5, -inf], Some([[0.5, 0.5], [0.5, 0.0]])),
        ([-inf, inf], [FAR, FAR], None),
        ([nan, 0.5], [0.5, 0.5], None),
        ([0.5, 0.5], [0.5, nan], None),
    ];
    for &(from, to, expected) in table {
        let cut = segment(from, to, UNIT);
        let near = |a: &f64, b: &f64| (a - b).abs() < 1e-15;
        let same = match (&cut, &expected) {
            (Some(cut), Some(expected)) => {
                let pairs = cut.as_flattened().iter().zip(expected.as_flattened());
                pairs.into_iter().all(|(a, b)| near(a, b))
            }
            (cut, expected) => cut.is_none() && expected.is_none(),
        };
        assert!(same, "{from:?} to {to:?}: {cut:?}, expected {expected:?}");
    }
}

#[test]
fn a_line_that_leaves_and_returns_has_two_pieces() {
    let points = [[0.5, 0.5], [1.5, 0.5], [1.5, 0.8], [0.5, 0.8], [0.2, 0.8]];
    let pieces = polyline(&points, false, UNIT);
    let expected = vec![
        vec![[0.5, 0.5], [1.0, 0.5]],
        vec![[1.0, 0.8], [0.5, 0.8], [0.2, 0.8]],
    ];
    assert_eq!(pieces, expected);
}

#[test]
fn a_closed_line_returns_to_its_first_point() {
    let points = [[0.1, 0.1], [0.9, 0.1], [0.5, 0.9]];
    let pieces = polyline(&points, true, UNIT);
    let expected = vec![vec![[0.1, 0.1], [0.9, 0.1], [0.5, 0.9], [0.1, 0.1]]];
    assert_eq!(pieces, expected);
    assert!(polyline(&[], true, UNIT).is_empty());
}

#[test]
fn a_nan_interrupts() {
    let points = [
        [0.1, 0.1],
        [0.2, 0.1],
        [f64::NAN, 0.1],
        [0.4, 0.1],
        [0.5, 0.1],
    ];
    assert_eq!(polyline(&points, false, UNIT).len(), 2);
}

proptest! {
    #[test]
    fn whatever_comes_stays_inside(bits: [u64; 4], window in (-1e3..1e3, 1e-3..1e3)) {
        let [a, b, c, d] = bits.map(f64::from_bits);
        let side = [window.0, window.0 + window.1];
        if let Some(cut) = segment([a, b], [c, d], [side, side]) {
            for part in cut.as_flattened() {
                prop_assert!(side[0] <= *part && *part <= side[1], "{part:e}");
            }
        }
    }

    /// Every point of the segment that is inside is kept, and no other.
    #[test]
    fn nothing_inside_is_lost(ends in [-2.0..3.0f64, -2.0..3.0f64, -2.0..3.0f64, -2.0..3.0f64], part in 0.0..1.0f64) {
        let [a, b, c, d] = ends;
        let point = [a + part * (c - a), b + part * (d - b)];
        let margin = |low: f64, high: f64| point.iter().all(|&x| low < x && x < high);
        let kept = segment([a, b], [c, d], UNIT).is_some_and(|[from, to]| {
            let inside = |axis: usize| {
                let (x, y) = (from[axis].min(to[axis]), from[axis].max(to[axis]));
                x - 1e-9 <= point[axis] && point[axis] <= y + 1e-9
            };
            inside(0) && inside(1)
        });
        prop_assert!(kept || !margin(1e-9, 1.0 - 1e-9));
        prop_assert!(!kept || margin(-1e-8, 1.0 + 1e-8));
    }
}
