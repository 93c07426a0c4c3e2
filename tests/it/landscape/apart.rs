use std::rc::Rc;

use downhill::descent::{Limits, Plan, Run, find_rule};
use downhill::formula::Formula;
use downhill::landscape::{Apart, distance};

fn run(text: &str, alpha: f64, steps: u32, start: &[f64]) -> Run {
    let plan = Plan {
        rule: find_rule("simultaneous").expect("a rule"),
        alpha,
        batch: None,
        limits: Limits {
            steps,
            tolerance: 1e-9,
            reach: 1e9,
        },
    };
    let mut run = Run::new(
        Rc::new(Formula::parse(text).expect("a formula")),
        plan,
        start,
    );
    run.advance_to(u32::MAX);
    run
}

#[test]
fn on_a_saddle_twins_part_by_the_same_factor_each_step() {
    // J = w²/2 − b²/2: w shrinks by 1 − α and b grows by 1 + α, at α = 1/2 exactly, as
    // long as powers of 3/2 fit into a double.
    let [one, other] = [0.25, 0.375].map(|b| run("w^2/2-b^2/2", 0.5, 30, &[1.0, b]));
    let apart = Apart::sample(&one, &other, 30);
    assert_eq!((apart.every, apart.samples.len()), (1, 31));
    let mut expected = 0.125;
    for (index, (iteration, found)) in (0..).zip(&apart.samples) {
        assert_eq!((*iteration, *found), (index, expected));
        expected *= 1.5;
    }
}

#[test]
fn a_run_that_ended_stays_where_it_ended() {
    let bowl = |start| run("w^2+b^2", 0.5, 9, start);
    // Both are at the minimum after one step; the first is there from the start.
    let [one, other] = [bowl(&[0.0, 0.0]), bowl(&[3.0, 4.0])];
    let apart = Apart::sample(&one, &other, 5);
    assert_eq!(apart.samples[..2], [(0, 5.0), (1, 0.0)]);
    assert!(apart.samples[2..].iter().all(|sample| sample.1 == 0.0));
}

#[test]
fn a_long_walk_is_sampled_in_order_to_its_last_iteration() {
    let [one, other] = [1.0, 2.0].map(|w| run("w^2+b^2", 0.0001, 60_001, &[w, 1.0]));
    for last in [0, 1, 399, 400, 401, 802, 60_001] {
        let apart = Apart::sample(&one, &other, last);
        assert!(apart.samples.len() <= 402 && apart.every.is_power_of_two());
        assert!(apart.samples.is_sorted_by_key(|sample| sample.0));
        assert_eq!(apart.samples.last().map(|sample| sample.0), Some(last));
        for (iteration, found) in apart.samples {
            assert_eq!(found, distance(&one, &other, iteration));
        }
    }
}
