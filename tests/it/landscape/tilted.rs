//! Tilted planes against what geometry says of them.

use std::rc::Rc;

use downhill::descent::{Limits, Plan, Run, distance, find_rule, norm};
use downhill::formula::Formula;
use downhill::landscape::{Bearing, Way};
use proptest::prelude::*;

use super::window;

/// Three points of up to twelve parameters.
fn three_points() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (3..=12usize).prop_flat_map(|n| {
        let point = || prop::collection::vec(-100.0..100.0f64, n);
        [point(), point(), point()]
    })
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * (1.0 + one.abs())
}

proptest! {
    #[test]
    fn three_points_lie_in_their_plane_and_distances_are_those_of_space(
        [from, to, third] in three_points(), x in -50.0..50.0f64, y in -50.0..50.0f64,
    ) {
        let bearing = Bearing::between(&from, &to).expect("two points");
        prop_assert!(near(bearing.length(), distance(&from, &to)));
        let [along, off] = bearing.place(&third);
        // Pythagoras: the square root of what is left loses half of the digits.
        let way = distance(&from, &third);
        prop_assert!((along * along + off * off - way * way).abs() <= 1e-9 * way * way);
        prop_assume!(off > 1e-3);
        let plane = bearing.plane_through(&third).expect("a plane");
        for (point, place) in [(&from, [0.0, 0.0]), (&to, [bearing.length(), 0.0]), (&third, [along, off])] {
            prop_assert!(plane.distance(point) < 1e-9, "{}", plane.distance(point));
            let shadow = plane.project(point);
            prop_assert!((shadow[0] - place[0]).abs() < 1e-9 && (shadow[1] - place[1]).abs() < 1e-9);
        }
        // A place and its point, and a length in space: the directions are at right angles.
        let point = plane.point([x, y]);
        let back = plane.project(&point);
        prop_assert!((back[0] - x).abs() < 1e-9 && (back[1] - y).abs() < 1e-9);
        prop_assert!(near(distance(&from, &point), libm::hypot(x, y)));
    }

    #[test]
    fn a_shadow_is_the_nearest_place_of_the_plane(
        [from, to, third] in three_points(), dx in -5.0..5.0f64, dy in -5.0..5.0f64,
    ) {
        let bearing = Bearing::between(&from, &to).expect("two points");
        prop_assume!(bearing.place(&third)[1] > 1e-3);
        let plane = bearing.plane_through(&third).expect("a plane");
        let other: Vec<f64> = third.iter().rev().copied().collect();
        let shadow = plane.project(&other);
        prop_assert!(near(distance(&other, &plane.point(shadow)), plane.distance(&other)));
        let beside = plane.point([shadow[0] + dx, shadow[1] + dy]);
        prop_assert!(distance(&other, &beside) >= plane.distance(&other) - 1e-9);
    }

    #[test]
    fn points_of_one_line_have_no_plane(
        [from, to, _] in three_points(), part in -3.0..3.0f64,
    ) {
        let bearing = Bearing::between(&from, &to).expect("two points");
        let ends = from.iter().zip(&to);
        let on_line: Vec<f64> = ends.map(|(a, b)| a + part * (b - a)).collect();
        prop_assert_eq!(bearing.plane_through(&on_line), None);
        let along: Vec<f64> = to.iter().zip(&from).map(|(to, from)| 7.0 * (to - from)).collect();
        prop_assert_eq!(bearing.plane_along(&along), None);
        // There is always a parameter whose direction leads off the line.
        let (index, plane) = bearing.plane_of_parameter().expect("a parameter");
        let mut point = from.clone();
        point[index] += 1.0;
        prop_assert!(plane.distance(&point) < 1e-9);
        prop_assert!(plane.project(&point)[1] > 0.5);
    }
}

#[test]
fn one_place_has_no_bearing() {
    assert_eq!(Bearing::between(&[1.0, 2.0, 3.0], &[1.0, 2.0, 3.0]), None);
    assert_eq!(Bearing::between(&[0.1 + 0.2, 1.0], &[0.3, 1.0]), None);
    assert_eq!(Bearing::between(&[0.0, 0.0], &[f64::NAN, 1.0]), None);
    assert_eq!(Bearing::between(&[0.0, 0.0], &[f64::INFINITY, 1.0]), None);
    let bearing = Bearing::between(&[0.0; 3], &[1.0, 0.0, 0.0]).expect("two points");
    assert_eq!(bearing.plane_along(&[0.0; 3]), None);
    assert_eq!(bearing.plane_through(&[f64::NAN; 3]), None);
    // Tiny numbers are no rounding where all are tiny.
    assert!(Bearing::between(&[0.0; 3], &[1e-200, 0.0, 0.0]).is_some());
}

#[test]
fn samples_are_j_at_the_places_of_the_plane() {
    let cost = Formula::parse("a^2 + 2b^2 + a c + cos(d)").expect("a formula");
    let bearing = Bearing::between(&[1.0, 0.5, -1.0, 2.0], &[-1.0, 1.0, 0.0, 0.0]).expect("a way");
    let plane = bearing
        .plane_through(&[2.0, 2.0, 2.0, 2.5])
        .expect("a plane");
    let grid = plane.sample(&cost, window([-1.0, 3.0], [-2.0, 2.0]), 9, 5);
    assert_eq!(grid.values.len(), 45);
    for index in 0..45 {
        let place = grid.position(index % 9, index / 9);
        let value = cost.value(&plane.point(place));
        assert_eq!(grid.values[index].to_bits(), value.to_bits(), "{place:?}");
    }
}

#[test]
fn a_thinned_way_keeps_the_first_steps_and_stays_small() {
    let cost = Formula::parse("cos(x) + cos(y) + z^2").expect("a formula");
    let plan = Plan {
        rule: find_rule("simultaneous").expect("a rule"),
        alpha: 1e-4,
        batch: None,
        limits: Limits {
            steps: 40_000,
            tolerance: 1e-9,
            reach: 1e9,
        },
    };
    let start = [0.1, 0.2, 3.0];
    let mut run = Run::new(Rc::new(cost), plan, &start);
    let mut way = Way::new(1e-6);
    for until in [10, 400, 40_000] {
        run.advance_to(until);
        way.extend(&run);
    }
    let kept: Vec<&[f64]> = way.until(u32::MAX).collect();
    assert!((300..2400).contains(&kept.len()), "{}", kept.len());
    assert_eq!(kept[0], start);
    for iteration in 0..300 {
        assert_eq!(kept[iteration as usize], run.point(iteration));
    }
    assert_eq!(way.until(20).count(), 21);
    // What is left out is near something kept.
    let gaps = kept.windows(2).map(|pair| distance(pair[0], pair[1]));
    let widest = gaps.reduce(|a, b| if b > a { b } else { a });
    let whole = norm(&[3.0, 3.0, 3.0]);
    assert!(widest < Some(whole / 200.0), "{widest:?}");
}
