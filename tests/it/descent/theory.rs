//! What theory says about a quadratic bowl, and minima known from the literature.

use downhill::descent::{Habit, StopReason};
use proptest::prelude::*;

use super::{finished, last_point, plan};
use crate::costs::{bowl, himmelblau, houses};

#[test]
fn on_dyadic_bowls_each_coordinate_shrinks_by_exactly_one_minus_alpha_lambda() {
    // λ = 1, 4 and α = ⅛: factors ⅞ and ½, exact while 7ᵏ·3 fits 53 bits.
    for rule in ["simultaneous", "sequential"] {
        let run = finished(bowl([1.0, 4.0]), plan(rule, 0.125, 17, 0.0), &[3.0, -5.0]);
        let mut expected = [3.0, -5.0];
        for k in 0..=17 {
            assert_eq!(run.point(k), expected);
            expected = [expected[0] * 0.875, expected[1] * 0.5];
        }
    }
}

proptest! {
    #[test]
    fn each_coordinate_shrinks_by_one_minus_alpha_lambda(
        curvatures in prop::array::uniform2(0.01..50.0f64),
        start in prop::array::uniform2(-100.0..100.0f64),
        alpha in 1e-4..0.039f64,
    ) {
        let run = finished(bowl(curvatures), plan("simultaneous", alpha, 40, 0.0), &start);
        for k in 0..run.computed() {
            let (at, next) = (run.point(k), run.point(k + 1));
            for axis in 0..2 {
                let expected = at[axis] * (1.0 - alpha * curvatures[axis]);
                // Two roundings in the step, one in the sum, two in this factor.
                prop_assert!((next[axis] - expected).abs() <= 4.0 * f64::EPSILON * at[axis].abs());
            }
        }
    }

    #[test]
    fn descent_diverges_exactly_when_alpha_exceeds_two_over_the_largest_curvature(
        steep in 0.1..100.0f64, ratio in 0.01..1.0f64, part in 0.9..1.1f64,
    ) {
        prop_assume!((part - 1.0).abs() > 1e-3);
        let alpha = part * 2.0 / steep;
        let run = finished(bowl([steep * ratio, steep]), plan("simultaneous", alpha, 200_000, 1e-6), &[1.0, 1.0]);
        let reason = run.ending().map(|ending| ending.reason.text());
        prop_assert_eq!(reason, Some(if part > 1.0 { "diverged" } else { "converged" }));
    }
}

#[test]
fn at_the_boundary_it_bounces_for_ever_and_says_so() {
    let run = finished(
        bowl([4.0, 1.0]),
        plan("simultaneous", 0.5, 1000, 1e-6),
        &[3.0, 2.0],
    );
    assert_eq!(
        run.ending().map(|ending| ending.reason),
        Some(StopReason::StepLimit { steps: 1000 })
    );
    assert_eq!(run.point(999)[0], -3.0);
    assert_eq!(run.point(1000)[0], 3.0);
    assert_eq!(run.habit(), Some(Habit::Bouncing));
}

#[test]
fn the_six_houses_converge_in_1763_steps() {
    let run = finished(
        houses(),
        plan("simultaneous", 0.1, 100_000, 1e-6),
        &[0.0, 0.0],
    );
    let ending = run.ending().expect("taken to its end");
    assert_eq!(
        (ending.iteration, ending.reason.text()),
        (1763, "converged")
    );
}

#[test]
fn himmelblau_from_the_middle_reaches_three_two() {
    // Himmelblau (1972), Applied Nonlinear Programming: J(3, 2) = 0.
    let run = finished(
        himmelblau(),
        plan("simultaneous", 0.01, 1000, 1e-6),
        &[0.0, 0.0],
    );
    let at = last_point(&run);
    assert!(
        (at[0] - 3.0).abs() < 1e-7 && (at[1] - 2.0).abs() < 1e-7,
        "{at:?}"
    );
    assert_eq!(
        run.ending().map(|ending| ending.reason.text()),
        Some("converged")
    );
}
