//! Every way a run can end, one by one.

use std::rc::Rc;

use downhill::descent::{Divergence, Ending, Habit, Plan, Run, StopReason, norm};

use super::{finished, last_point, plan};
use crate::handmade::{bowl, handmade};

#[test]
fn nothing_has_ended_before_a_step_is_tried() {
    let mut run = Run::new(
        Rc::new(bowl([1.0, 1.0])),
        plan("simultaneous", 0.5, 10, 1e-6),
        &[0.0, 0.0],
    );
    assert_eq!(run.advance_to(0), 0);
    assert_eq!(run.ending(), None);
    assert_eq!(run.habit(), None);
    assert_eq!(run.advance_to(1), 0);
    let reason = StopReason::Converged {
        gradient_norm: 0.0,
        tolerance: 1e-6,
    };
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 0,
            reason
        })
    );
}

#[test]
fn convergence_is_tested_before_the_step_limit_and_at_exactly_the_tolerance() {
    // 4 → 2 → 1, and ‖∇J‖ = |x| is exactly 1 at iteration 2.
    for steps in [2, 3] {
        let run = finished(
            bowl([1.0, 1.0]),
            plan("simultaneous", 0.5, steps, 1.0),
            &[4.0, 0.0],
        );
        let reason = StopReason::Converged {
            gradient_norm: 1.0,
            tolerance: 1.0,
        };
        assert_eq!(
            run.ending(),
            Some(Ending {
                iteration: 2,
                reason
            })
        );
    }
    let run = finished(
        bowl([1.0, 1.0]),
        plan("simultaneous", 0.5, 1, 1.0),
        &[4.0, 0.0],
    );
    let reason = StopReason::StepLimit { steps: 1 };
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 1,
            reason
        })
    );
    assert_eq!(last_point(&run), [2.0, 0.0]);
}

#[test]
fn the_step_limit_is_found_only_when_one_more_step_is_tried() {
    let mut run = Run::new(
        Rc::new(bowl([1.0, 1.0])),
        plan("simultaneous", 0.5, 3, 0.0),
        &[4.0, 0.0],
    );
    assert_eq!(run.advance_to(3), 3);
    assert_eq!(run.ending(), None);
    assert_eq!(run.advance_to(4), 3);
    assert_eq!(run.ending().map(|ending| ending.iteration), Some(3));
    assert_eq!(run.advance_to(u32::MAX), 3);
}

#[test]
fn beyond_reach_the_last_point_is_recorded_and_the_run_ends_there() {
    // α = 3 on ½x²: x is multiplied by −2; distances from the start 1: 3, 3, 9.
    let limits = Plan {
        batch: None,
        limits: downhill::descent::Limits {
            reach: 3.0,
            steps: 99,
            tolerance: 0.0,
        },
        ..plan("simultaneous", 3.0, 0, 0.0)
    };
    let run = finished(bowl([1.0, 1.0]), limits, &[1.0, 0.0]);
    let far = Divergence::TooFar {
        distance: 9.0,
        reach: 3.0,
    };
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 3,
            reason: StopReason::Diverged(far)
        })
    );
    assert_eq!(last_point(&run), [-8.0, 0.0]);
}

#[test]
fn distance_counts_from_the_start_not_from_zero() {
    let run = finished(
        bowl([1.0, 1.0]),
        plan("simultaneous", 0.5, 1, 0.0),
        &[1e9, 0.0],
    );
    assert!(matches!(
        run.ending(),
        Some(Ending {
            iteration: 1,
            reason: StopReason::Diverged(Divergence::TooFar { distance: 5e8, .. })
        })
    ));
}

const NOT_FINITE: StopReason = StopReason::Diverged(Divergence::NotFinite);

#[test]
fn a_step_to_no_finite_place_is_not_taken() {
    let run = finished(
        bowl([1e300, 1.0]),
        plan("simultaneous", 1e300, 9, 1e-6),
        &[1.0, 0.0],
    );
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 0,
            reason: NOT_FINITE
        })
    );
    assert_eq!(run.point(5), [1.0, 0.0]);
}

#[test]
fn a_point_without_a_finite_cost_or_gradient_is_the_last() {
    // J = √x: from ¼ with α = 1 the step is −1, and at −¾ there is no J.
    let root = || handmade(|[x]| x.sqrt(), |[x]| [0.5 / x.sqrt()]);
    let run = finished(root(), plan("simultaneous", 1.0, 9, 1e-6), &[0.25]);
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 1,
            reason: NOT_FINITE
        })
    );
    assert_eq!(last_point(&run), [-0.75]);
    assert_eq!(run.costs().range(), Some([0.5, 0.5]));
    // J is finite but its slope is not.
    let run = finished(root(), plan("simultaneous", 0.25, 9, 1e-6), &[0.25]);
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 1,
            reason: NOT_FINITE
        })
    );
    assert_eq!(last_point(&run), [0.0]);
}

#[test]
fn a_start_without_cost_ends_at_once_and_never_converges() {
    let nowhere = || handmade(|[_, _]| f64::NAN, |[_, _]| [0.0, f64::NAN]);
    for tolerance in [0.0, 1.0, f64::INFINITY] {
        let run = finished(
            nowhere(),
            plan("simultaneous", 0.1, 0, tolerance),
            &[1.0, 1.0],
        );
        assert_eq!(
            run.ending(),
            Some(Ending {
                iteration: 0,
                reason: NOT_FINITE
            })
        );
        assert!(run.costs().buckets().is_empty());
    }
    let run = finished(
        bowl([1.0, 1.0]),
        plan("simultaneous", 0.1, 5, 1e-6),
        &[f64::INFINITY, 0.0],
    );
    assert_eq!(
        run.ending(),
        Some(Ending {
            iteration: 0,
            reason: NOT_FINITE
        })
    );
}

#[test]
fn habits_are_told_apart() {
    let habit = |curvatures, alpha, start: &[f64]| {
        finished(
            bowl(curvatures),
            plan("simultaneous", alpha, 200, 0.0),
            start,
        )
        .habit()
    };
    assert_eq!(habit([1.0, 0.01], 0.1, &[1.0, 1.0]), Some(Habit::Falling));
    assert_eq!(habit([1.0, 1.0], 2.0, &[1.0, 0.5]), Some(Habit::Bouncing));
    assert_eq!(habit([1.0, 1.0], 2.0001, &[1.0, 0.5]), Some(Habit::Rising));
    assert_eq!(habit([1.0, 1.0], 1e-30, &[1.0, 0.5]), Some(Habit::Stuck));
    // On a slope of 1 with an edge, steps of α = 0.3 overshoot for ever: |x|.
    let corner = handmade(|[x]| x.abs(), |[x]| [x.signum()]);
    let run = finished(corner, plan("simultaneous", 0.3, 200, 0.0), &[1.0]);
    assert_eq!(run.habit(), Some(Habit::RisingAndFalling));
    // A plateau at 10⁹ with a slope of 10⁻⁹: J moves by less than its digits.
    let plateau = handmade(|[x]| 1e9 - 1e-9 * x, |[_]| [-1e-9]);
    let run = finished(plateau, plan("simultaneous", 1.0, 200, 0.0), &[1.0]);
    assert_eq!(run.habit(), Some(Habit::Level));
}

#[test]
fn length_neither_overflows_nor_vanishes() {
    assert_eq!(norm(&[3.0, -4.0]), 5.0);
    assert_eq!(norm(&[]), 0.0);
    assert_eq!(norm(&[0.0, -0.0]), 0.0);
    assert_eq!(norm(&[1e308, 0.0]), 1e308);
    for scale in [1e-320, 1e-300, 1e-150, 1e150, 1e200, 1e300] {
        let length = norm(&[3.0 * scale, 4.0 * scale]);
        assert!((length / scale - 5.0).abs() < if scale < 1e-310 { 1e-3 } else { 1e-14 });
    }
    assert_eq!(norm(&[f64::MAX, f64::MAX]), f64::INFINITY);
    assert_eq!(norm(&[f64::NEG_INFINITY, 1.0]), f64::INFINITY);
    assert!(norm(&[f64::INFINITY, f64::NAN]).is_nan());
    assert!(norm(&[f64::NAN, 0.0]).is_nan());
}
