//! A run gives back every point exactly, in bounded memory.

use std::rc::Rc;

use downhill::cost::Cost as _;
use downhill::descent::Run;
use proptest::prelude::*;

use super::plan;
use crate::costs::himmelblau;

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
    assert_eq!(count(5, 9), []);
    assert_eq!(count(3, 1), []);
}

#[test]
fn the_history_holds_the_cost_of_every_iteration() {
    let cost = himmelblau();
    let (rule, alpha) = RESTLESS[0];
    let points = plain_walk(rule, alpha, [0.25, -0.5]);
    let mut run = Run::new(
        Rc::new(himmelblau()),
        plan(rule, alpha, STEPS, 0.0),
        &[0.25, -0.5],
    );
    run.advance_to(u32::MAX);
    let history = run.costs();
    assert!(history.buckets().len() <= 2048);
    assert_eq!(history.buckets()[0].first, cost.value(&points[0]));
    for bucket in history.buckets() {
        let from = bucket.iteration as usize;
        let to = (from + history.stride() as usize).min(points.len());
        let costs: Vec<f64> = points[from..to].iter().map(|at| cost.value(at)).collect();
        assert_eq!(bucket.first, costs[0]);
        assert_eq!(bucket.last, costs[costs.len() - 1]);
        assert_eq!(
            bucket.low,
            costs.iter().copied().fold(f64::INFINITY, f64::min)
        );
        assert_eq!(
            bucket.high,
            costs.iter().copied().fold(f64::NEG_INFINITY, f64::max)
        );
    }
}
