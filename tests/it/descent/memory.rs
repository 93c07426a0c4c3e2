//! A run gives back every point exactly, in bounded memory.

use std::rc::Rc;

use downhill::cost::Cost as _;
use downhill::descent::{History, Run, StopReason, norm};
use proptest::prelude::*;

use super::plan;
use crate::handmade::himmelblau;

const STEPS: u32 = 150_000;

/// The same walk as a plain loop that keeps every point.
fn plain_walk(rule: &str, alpha: f64, start: [f64; 2]) -> Vec<[f64; 2]> {
    let cost = himmelblau();
    let mut at = start;
    let mut points = vec![at];
    for _ in 0..STEPS {
        let dx = cost.partial(0, &at);
        let moved = [at[0] + -alpha * dx, at[1]];
        let dy = cost.partial(1, if rule == "sequential" { &moved } else { &at });
        at = [moved[0], at[1] + -alpha * dy];
        points.push(at);
    }
    points
}

/// Rates at which Himmelblau's function never settles from here, so that every
/// point differs.
const RESTLESS: [(&str, f64); 2] = [("simultaneous", 0.036), ("sequential", 0.0285)];

#[test]
fn every_point_comes_back_bit_for_bit_after_stride_doublings() {
    for (rule, alpha) in RESTLESS {
        let start = [0.25, -0.5];
        let points = plain_walk(rule, alpha, start);
        let mut run = Run::new(Rc::new(himmelblau()), plan(rule, alpha, STEPS, 0.0), &start);
        // Reached in uneven strides, as frames do.
        let mut target = 1;
        while run.ending().is_none() {
            run.advance_to(target);
            target += 1 + target / 3;
        }
        assert_eq!(run.computed(), STEPS);
        proptest!(|(k in 0..STEPS)| {
            prop_assert_eq!(run.point(k), points[k as usize].to_vec());
        });
        assert_eq!(run.point(u32::MAX), points[STEPS as usize]);
        let mut expected = 3000;
        run.visit(3000, 9000, |iteration, point| {
            assert_eq!(iteration, expected);
            assert_eq!(point, points[iteration as usize]);
            expected += 1;
        });
        assert_eq!(expected, 9001);
    }
}

#[test]
fn visiting_beyond_the_end_or_backwards_gives_nothing_more() {
    let mut run = Run::new(
        Rc::new(himmelblau()),
        plan("simultaneous", 0.01, 10, 0.0),
        &[0.0, 0.0],
    );
    run.advance_to(4);
    let count = |from, to| {
        let mut iterations = Vec::new();
        run.visit(from, to, |iteration, _| iterations.push(iteration));
        iterations
    };
    assert_eq!(count(2, 99), [2, 3, 4]);
    assert_eq!(count(4, 4), [4]);
    assert!(count(5, 9).is_empty());
    assert!(count(3, 1).is_empty());
}

/// The history against every number of the plain walk.
fn assert_holds(history: &History, numbers: &[f64]) {
    assert!(history.buckets().len() <= 2048);
    let mut seen = 0;
    for bucket in history.buckets() {
        assert_eq!(bucket.iteration as usize, seen);
        let to = (seen + history.stride() as usize).min(numbers.len());
        let part = &numbers[seen..to];
        assert_eq!(bucket.first, part[0]);
        assert_eq!(bucket.last, part[part.len() - 1]);
        assert!(
            part.iter()
                .all(|number| (bucket.low..=bucket.high).contains(number))
        );
        assert!(part.contains(&bucket.low) && part.contains(&bucket.high));
        seen = to;
    }
    assert_eq!(seen, numbers.len());
}

#[test]
fn histories_hold_cost_slope_and_step_of_every_iteration() {
    let cost = himmelblau();
    for (rule, alpha) in RESTLESS {
        let points = plain_walk(rule, alpha, [0.25, -0.5]);
        let plan = plan(rule, alpha, STEPS, 0.0);
        let mut run = Run::new(Rc::new(himmelblau()), plan, &[0.25, -0.5]);
        run.advance_to(u32::MAX);
        let costs: Vec<f64> = points.iter().map(|at| cost.value(at)).collect();
        assert_holds(run.costs(), &costs);
        let slope = |at: &[f64; 2]| norm(&[cost.partial(0, at), cost.partial(1, at)]);
        let slopes: Vec<f64> = points.iter().map(slope).collect();
        assert_holds(run.slopes(), &slopes);
        let partials = points.windows(2).map(|pair| {
            let moved = [pair[1][0], pair[0][1]];
            let second = if rule == "sequential" {
                &moved
            } else {
                &pair[0]
            };
            [cost.partial(0, &pair[0]), cost.partial(1, second)]
        });
        let lengths: Vec<f64> = partials.map(|p| norm(&p.map(|p| -alpha * p))).collect();
        assert_holds(run.lengths(), &lengths);
    }
}

#[test]
fn the_last_slope_of_a_run_that_converged_is_the_one_compared() {
    let plan = plan("simultaneous", 0.01, 10_000, 1e-6);
    let mut run = Run::new(Rc::new(himmelblau()), plan, &[0.0, 0.0]);
    run.advance_to(u32::MAX);
    let Some(StopReason::Converged { gradient_norm, .. }) = run.ending().map(|end| end.reason)
    else {
        panic!("{:?}", run.ending());
    };
    let last = run.slopes().buckets().last().expect("a start");
    assert_eq!(last.last, gradient_norm);
    // 1e-6 is met for the first time at the last iteration.
    assert!(
        run.slopes()
            .buckets()
            .iter()
            .rev()
            .skip(1)
            .all(|bucket| bucket.low > 1e-6)
    );
}
