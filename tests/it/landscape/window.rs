use downhill::landscape::{Window, WindowLimit};
use proptest::prelude::*;

use super::window;

#[test]
fn a_window_grows_to_equal_scales_and_never_shrinks() {
    let square = window([-1.0, 3.0], [0.0, 4.0]);
    assert_eq!(
        square.fit_aspect(800.0, 400.0),
        window([-3.0, 5.0], [0.0, 4.0])
    );
    assert_eq!(
        square.fit_aspect(400.0, 800.0),
        window([-1.0, 3.0], [-2.0, 6.0])
    );
    assert_eq!(square.fit_aspect(10.0, 10.0), square);
}

#[test]
fn a_picture_without_pixels_leaves_the_window_alone() {
    let square = window([0.0, 1.0], [0.0, 1.0]);
    for [width, height] in [[0.0, 9.0], [9.0, 0.0], [0.0, 0.0], [f64::NAN, 1.0]] {
        assert_eq!(square.fit_aspect(width, height), square);
    }
}

/// Where a place of a window lies in it, from 0 to 1 along each side.
fn parts(window: &Window, at: [f64; 2]) -> [f64; 2] {
    let part = |[low, high]: [f64; 2], at: f64| (at - low) / (high - low);
    [part(window.x(), at[0]), part(window.y(), at[1])]
}

#[test]
fn zooming_about_a_place_divides_the_sides() {
    let square = window([-1.0, 3.0], [0.0, 4.0]);
    assert_eq!(
        square.zoom(2.0, [1.0, 2.0]),
        Ok(window([0.0, 2.0], [1.0, 3.0]))
    );
    assert_eq!(
        square.zoom(0.5, [-1.0, 0.0]),
        Ok(window([-1.0, 7.0], [0.0, 8.0]))
    );
    assert_eq!(square.zoom(1.0, [9.0, 9.0]), Ok(square));
    assert_eq!(
        square.pan([0.5, -1.0]),
        Ok(window([-0.5, 3.5], [-1.0, 3.0]))
    );
}

#[test]
fn what_is_no_zoom_and_no_way_changes_nothing() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    let square = window([-1.0, 3.0], [0.0, 4.0]);
    for factor in [nan, inf, 0.0, -0.0, -2.0, -inf] {
        assert_eq!(square.zoom(factor, [0.0, 0.0]), Ok(square), "{factor}");
    }
    for place in [[nan, 0.0], [0.0, inf], [-inf, nan]] {
        assert_eq!(square.zoom(2.0, place), Ok(square), "{place:?}");
        assert_eq!(square.pan(place), Ok(square), "{place:?}");
    }
}

#[test]
fn limits_are_said_to_be_what_they_are() {
    let square = window([2.0, 3.0], [2.0, 3.0]);
    assert_eq!(square.zoom(1e13, [2.5, 2.5]), Err(WindowLimit::Closest));
    assert_eq!(square.zoom(1e300, [2.5, 2.5]), Err(WindowLimit::Closest));
    assert_eq!(square.zoom(1e-151, [2.5, 2.5]), Err(WindowLimit::Widest));
    assert_eq!(square.zoom(1e-308, [2.5, 2.5]), Err(WindowLimit::Widest));
    assert_eq!(square.pan([1e13, 0.0]), Err(WindowLimit::Closest));
    assert_eq!(square.pan([f64::MAX, 0.0]), Err(WindowLimit::Closest));
}

/// Counts a side's numbers by their bits: positive doubles are ordered as these are.
fn counted([low, high]: [f64; 2]) -> u64 {
    assert!(low > 0.0);
    high.to_bits() - low.to_bits()
}

#[test]
fn the_closest_window_anywhere_holds_more_than_4500_numbers_a_side() {
    for place in [1.0, 1.999_999, 3.0, 1e-9, 7.3e11, 1e140] {
        let mut window = window([place * 0.99, place * 1.01], [place * 0.98, place * 1.02]);
        while let Ok(closer) = window.zoom(1.25, [place, place]) {
            window = closer;
        }
        for (axis, side) in [window.x(), window.y()].into_iter().enumerate() {
            let count = counted(side);
            assert!(count > 4500, "{count} at {place}");
            assert!((window.numbers(axis) - count as f64).abs() <= 0.5 * count as f64);
        }
        assert!(counted(window.x()) < 12_000, "and hardly more at {place}");
    }
    let beside_zero = window([-1e-200, 1e-200], [3.0, 3.0 + 1e-6]);
    assert!((beside_zero.numbers(1) - 1e-6 / libm::pow(2.0, -51.0)).abs() < 1.0);
    assert!(beside_zero.numbers(0) > 1e15);
}

proptest! {
    #[test]
    fn a_place_stays_where_it_was_and_in_then_out_returns(
        // The shortest side that comes of it, 10⁻⁸, is longer than the shortest there is so far from zero, 2 · 10⁻⁹.
        left in -1e3..1e3, low in -1e3..1e3, width in 1e-2..1e3, height in 1e-2..1e3,
        along in 0.0..1.0, up in 0.0..1.0, decades in -6f64..4.0,
    ) {
        let before = window([left, left + width], [low, low + height]);
        let place = [left + along * width, low + up * height];
        let factor = libm::pow(10.0, -decades);
        let after = before.zoom(factor, place).expect("far from any limit");
        // What a place can be off: some gaps between neighbours, in parts of the side.
        let numbers = |axis: usize| {
            let [one, other] = [after.numbers(axis), before.numbers(axis)];
            if one < other { one } else { other }
        };
        let stand = parts(&before, place).into_iter().zip(parts(&after, place)).enumerate();
        for (axis, (one, other)) in stand {
            prop_assert!((one - other).abs() <= 4.0 / numbers(axis), "{one} {other}");
        }
        let sides = before.size().into_iter().zip(after.size()).enumerate();
        for (axis, (one, other)) in sides {
            prop_assert!((one / other / factor - 1.0).abs() < 8.0 / numbers(axis));
        }
        let back = after.zoom(1.0 / factor, place).expect("it was there before");
        let ends = |window: &Window| [window.x(), window.y()].concat();
        for (one, other) in ends(&before).into_iter().zip(ends(&back)) {
            let error = (one - other).abs();
            let rounding = 1e-12 * (1e3 + width + height) * if factor < 1.0 { 1.0 } else { factor };
            prop_assert!(error <= rounding, "{error}");
        }
    }

    #[test]
    fn no_number_makes_a_window_that_is_none(
        ends in [any::<f64>(), any::<f64>(), any::<f64>(), any::<f64>()],
        factor: f64, place in [any::<f64>(), any::<f64>()],
    ) {
        let [a, b, c, d] = ends;
        let order = |a: f64, b: f64| if a < b { [a, b] } else { [b, a] };
        let Ok(window) = Window::new(order(a, b), order(c, d)) else { return Ok(()) };
        for moved in [window.zoom(factor, place), window.pan(place)].into_iter().flatten() {
            prop_assert_eq!(Window::new(moved.x(), moved.y()), Ok(moved));
        }
    }
}
