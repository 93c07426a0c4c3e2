//! The table of rules, and what makes two rules two algorithms.

use downhill::cost::Cost;
use downhill::descent::{RULES, Run, find_rule};
use proptest::prelude::*;

use super::{finished, last_point, plan};
use crate::costs::{handmade, houses};

#[test]
fn ids_are_unique_and_found() {
    for (index, rule) in RULES.iter().enumerate() {
        assert_eq!(find_rule(rule.id), Some(rule));
        assert!(RULES[..index].iter().all(|other| other.id != rule.id));
        assert!(rule.explains.ends_with('.') && !rule.source.is_empty());
    }
    assert_eq!(RULES[0].id, "simultaneous");
    assert_eq!(find_rule("Simultaneous"), None);
}

#[test]
fn the_step_leads_bit_for_bit_to_the_next_point() {
    for rule in RULES {
        let run = finished(houses(), plan(rule.id, 0.1, 50, 0.0), &[0.3, 0.7]);
        for k in 0..50 {
            let (at, next) = (run.point(k), run.point(k + 1));
            let mut step = [0.0; 2];
            rule.step(run.cost(), 0.1, &at, &mut step);
            assert_eq!([at[0] + step[0], at[1] + step[1]], next[..]);
        }
    }
}

#[test]
fn sequential_evaluates_each_partial_where_the_parameters_before_have_moved() {
    // A cost that only answers where it should be asked.
    let cost = handmade(|[x, y, z]| x * y * z, |[x, y, z]| [y * z, x * z, x * y]);
    let mut step = [0.0; 3];
    let rule = find_rule("sequential").expect("a rule of the table");
    rule.step(&cost, 0.5, &[2.0, 4.0, 8.0], &mut step);
    // x: 2 − ½·32 = −14; y: 4 − ½·(−14·8) = 60; z: 8 − ½·(−14·60) = 428.
    assert_eq!(step, [-16.0, 56.0, 420.0]);
    let rule = find_rule("simultaneous").expect("a rule of the table");
    rule.step(&cost, 0.5, &[2.0, 4.0, 8.0], &mut step);
    assert_eq!(step, [-16.0, -8.0, -4.0]);
}

proptest! {
    /// On ½(ax² + 2cxy + dy²) sequential descent is the linear recursion
    /// x′ = (1 − αa)x − αcy, y′ = (1 − αd)y − αcx′: Gauss–Seidel damped by α.
    #[test]
    fn sequential_is_a_damped_gauss_seidel_iteration(
        x in -9.0..9.0f64, y in -9.0..9.0f64, alpha in 0.01..0.6f64,
    ) {
        const A: f64 = 3.0;
        const C: f64 = 1.0;
        const D: f64 = 2.0;
        let cost = handmade(
            |[x, y]| 0.5 * (A * x * x + 2.0 * C * x * y + D * y * y),
            |[x, y]| [A * x + C * y, C * x + D * y],
        );
        let run = finished(cost, plan("sequential", alpha, 30, 0.0), &[x, y]);
        let mut expected = [x, y];
        for k in 0..=run.computed() {
            let point = run.point(k);
            for axis in 0..2 {
                prop_assert!((point[axis] - expected[axis]).abs() < 1e-12);
            }
            expected[0] = (1.0 - alpha * A) * expected[0] - alpha * C * expected[1];
            expected[1] = (1.0 - alpha * D) * expected[1] - alpha * C * expected[0];
        }
    }
}

#[test]
fn the_six_houses_take_different_first_steps_to_the_same_line() {
    let first = |rule| finished(houses(), plan(rule, 0.1, 1, 0.0), &[0.0, 0.0]).point(1);
    // −α∂J/∂b at (0, 0) is a tenth of the mean price, 470.
    assert!((first("simultaneous")[1] - 47.0).abs() < 1e-12);
    assert!((first("sequential")[1] - 20.9).abs() < 0.05);
    assert_eq!(first("simultaneous")[0], first("sequential")[0]);
    for rule in ["simultaneous", "sequential"] {
        let run = finished(houses(), plan(rule, 0.1, 100_000, 1e-9), &[0.0, 0.0]);
        let at = last_point(&run);
        assert_eq!(
            [format!("{:.4}", at[0]), format!("{:.4}", at[1])],
            ["209.3629", "2.4228"]
        );
        assert_eq!(
            run.ending().map(|ending| ending.reason.text()),
            Some("converged")
        );
    }
}

#[test]
fn the_six_houses_are_stable_further_out_in_sequence() {
    // 2/λmax = 0.3089 for simultaneous; about 0.53 for sequential.
    let ends = |rule, alpha| {
        let run: Run = finished(houses(), plan(rule, alpha, 100_000, 1e-6), &[0.0, 0.0]);
        run.ending().map(|ending| ending.reason.text())
    };
    assert_eq!(ends("simultaneous", 0.308), Some("converged"));
    assert_eq!(ends("simultaneous", 0.31), Some("diverged"));
    assert_eq!(ends("sequential", 0.31), Some("converged"));
    assert_eq!(ends("sequential", 0.52), Some("converged"));
    assert_eq!(ends("sequential", 0.54), Some("diverged"));
}

#[test]
fn the_houses_written_out_have_the_gradient_of_their_cost() {
    let cost = houses();
    let (at, h) = ([100.0, 3.0], 1e-3);
    for index in 0..2 {
        let shifted = |by: f64| {
            let mut at = at;
            at[index] += by;
            cost.value(&at)
        };
        let slope = (shifted(h) - shifted(-h)) / (2.0 * h);
        assert!((slope - cost.partial(index, &at)).abs() < 1e-6 * slope.abs());
    }
}
