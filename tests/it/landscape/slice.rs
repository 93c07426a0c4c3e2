//! Slices: J along one parameter, the others frozen.

use std::rc::Rc;

use downhill::cost::{CATALOGUE, Cost, DATA_SETS};
use downhill::formula::Formula;
use downhill::landscape::{Slice, joined, rises_along_every_axis, steady};
use proptest::prelude::*;

use crate::cost::helper::data_cost;

/// A cost's id, the cost, and the starts of its sheet.
type Opened = (&'static str, Rc<dyn Cost>, Vec<Vec<f64>>);

/// Every cost there is.
fn everything() -> Vec<Opened> {
    let own = |starts: &[&[f64]]| starts.iter().map(|start| start.to_vec()).collect();
    let formulas = CATALOGUE.iter().map(|sheet| {
        let cost: Rc<dyn Cost> = Rc::new(sheet.cost());
        (sheet.id, cost, own(sheet.starts))
    });
    let data = DATA_SETS
        .iter()
        .map(|sheet| (sheet.id, data_cost(sheet), own(sheet.starts)));
    formulas.chain(data).collect()
}

#[test]
fn the_tangent_of_a_slice_has_the_partial_derivative_as_its_slope() {
    for (id, cost, starts) in everything() {
        for start in starts {
            // Off the start as well: some starts are flat places.
            for shift in [0.0, 0.3, -0.7] {
                let at: Vec<f64> = start.iter().map(|x| x + shift).collect();
                for parameter in 0..at.len() {
                    check_tangent(id, &*cost, &at, parameter);
                }
            }
        }
    }
}

/// The slice's own samples, close to the point, rise as its slope says: central
/// differences at two steps, with Richardson's extrapolation.
fn check_tangent(id: &str, cost: &dyn Cost, at: &[f64], parameter: usize) {
    let central = |h: f64| {
        let range = [at[parameter] - h, at[parameter] + h];
        let slice = Slice::through(cost, parameter, at, range, 3);
        let [left, middle, right] = slice.curve.points[..] else {
            panic!("three samples");
        };
        assert!((middle[0] - slice.at[0]).abs() <= 1e-15 * (1.0 + slice.at[0].abs()));
        (right[1] - left[1]) / (right[0] - left[0])
    };
    let h = 1e-3 * (1.0 + at[parameter].abs());
    let estimate = (4.0 * central(h / 2.0) - central(h)) / 3.0;
    let slice = Slice::through(cost, parameter, at, [-1.0, 1.0], 2);
    let mut gradient = vec![0.0; at.len()];
    cost.gradient(at, &mut gradient);
    assert_eq!(slice.slope, gradient[parameter]);
    let allowed = 1e-7 * (1.0 + slice.at[1].abs() + slice.slope.abs());
    assert!(
        (slice.slope - estimate).abs() <= allowed,
        "{id} at {at:?} along {parameter}: {} and {estimate}",
        slice.slope
    );
}

#[test]
fn the_bottom_of_every_slice_need_not_be_a_minimum() {
    let cost = Formula::parse("w^2 + b^2 + 3w b").expect("a formula");
    let at = [0.0, 0.0];
    for parameter in 0..2 {
        let slice = Slice::through(&cost, parameter, &at, [-2.0, 2.0], 401);
        assert_eq!(slice.slope, 0.0);
        for [place, height] in slice.curve.points {
            // The slice is the parabola of its own parameter.
            assert!((height - place * place).abs() < 1e-12);
        }
    }
    assert!(rises_along_every_axis(&cost, &at));
    // Along w = −b: t² + t² − 3t² = −t².
    for t in [0.1, 0.5, 2.0] {
        assert!((cost.value(&[t, -t]) + t * t).abs() < 1e-12);
    }
}

#[test]
fn a_crest_or_a_saddle_along_an_axis_is_seen_on_its_slice() {
    for formula in ["w^2 - b^2", "-w^2 - b^2"] {
        let cost = Formula::parse(formula).expect("a formula");
        assert!(!rises_along_every_axis(&cost, &[0.0, 0.0]), "{formula}");
    }
}

#[test]
fn heights_hold_the_walker_where_it_has_a_height() {
    let cost = Formula::parse("exp(w^2) + 0b").expect("a formula");
    // Worth showing is the valley; the walker stands far above it.
    let slice = Slice::through(&cost, 0, &[4.5, 0.0], [-5.0, 5.0], 401);
    let [low, high] = slice.heights().expect("a range");
    assert!(low < 1.0 && high >= slice.at[1]);
    let root = Formula::parse("sqrt(w) + 0b").expect("a formula");
    let slice = Slice::through(&root, 0, &[-1.0, 0.0], [-2.0, 2.0], 401);
    assert!(slice.at[1].is_nan());
    let [low, high] = slice.heights().expect("a range");
    assert!(low <= 0.0 && high >= 2f64.sqrt());
    let nowhere = Slice::through(&root, 0, &[-1.0, 0.0], [-2.0, -1.0], 11);
    assert_eq!(nowhere.heights(), None);
}

#[test]
fn ranges_join() {
    assert_eq!(joined(None, None), None);
    assert_eq!(joined(Some([0.0, 1.0]), None), Some([0.0, 1.0]));
    assert_eq!(
        joined(Some([0.0, 1.0]), Some([-2.0, 0.5])),
        Some([-2.0, 1.0])
    );
}

#[test]
fn a_steady_axis_stays_while_its_range_changes_a_little() {
    // A quarter of the span is 1.6 and more: steps of 1.
    assert_eq!(steady([-1.3, 5.2]), [-2.0, 6.0]);
    assert_eq!(steady([-1.9, 5.9]), [-2.0, 6.0]);
    for odd in [
        [1.0, 1.0],
        [f64::NAN, 1.0],
        [-1e308, 1e308],
        [0.0, f64::INFINITY],
    ] {
        let same = steady(odd);
        assert!(same[0].to_bits() == odd[0].to_bits() && same[1].to_bits() == odd[1].to_bits());
    }
}

proptest! {
    #[test]
    fn a_steady_axis_holds_its_range_and_is_at_most_half_longer(
        middle in -1e6..1e6, span in 1e-3..1e6
    ) {
        let (low, high) = (middle - span, middle + span);
        let [bottom, top] = steady([low, high]);
        let rounding = 1e-9 * (high - low);
        prop_assert!(bottom <= low + rounding && high <= top + rounding);
        prop_assert!(top - bottom <= (high - low) * 1.5 + rounding);
    }
}
