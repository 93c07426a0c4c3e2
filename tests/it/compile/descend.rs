use std::rc::Rc;

use downhill::cost::CATALOGUE;
use downhill::descent::{Limits, Plan, Run, Scout, StopReason};
use downhill::formula::Formula;
use downhill::landscape::{Done, Progress, Walks};
use proptest::prelude::*;

use super::{Interpreted, plan};
use crate::formula::random::expressions;

/// Where walks set out: a lattice with `side` places along each parameter of the first two,
/// the others a little off 1.
fn starts(parameters: usize, side: usize, reach: f64) -> Vec<Vec<f64>> {
    let place = |index: usize| reach * (2.0 * index as f64 / (side - 1) as f64 - 1.0) + 0.01;
    let start = |number: usize| {
        let coordinate = |index: usize| match index {
            0 => place(number % side),
            1 => place(number / side),
            _ => 1.0 + 0.1 * index as f64,
        };
        (0..parameters).map(coordinate).collect()
    };
    (0..side * side).map(start).collect()
}

/// Walks that go together have learning rates of their own.
fn with_own_rate(plan: &Plan, name: usize) -> Plan {
    let alpha = plan.alpha * [1.0, 0.9, 0.8][name % 3];
    Plan { alpha, ..*plan }
}

/// What a kernel makes of the walks from these starts, in stretches of about `steps`.
fn walked(
    formula: &Formula,
    plan: &Plan,
    starts: &[Vec<f64>],
    steps: u32,
) -> Vec<(Done, Vec<f64>)> {
    let kernel = Interpreted::walks(formula, plan);
    let parameters = formula.parameters().len();
    let mut walks = Walks::new(&plan.limits, parameters, starts.len()).expect("an ordinary plan");
    for (name, start) in starts.iter().enumerate() {
        assert!(walks.set_out(name, start, with_own_rate(plan, name).alpha));
    }
    let mut ended = Vec::new();
    while walks.count() > 0 {
        walks.advance(&kernel, steps, |done, point| {
            ended.push((done, point.to_vec()))
        });
    }
    ended.sort_by_key(|(done, _)| done.name);
    ended
}

/// That walks end where scouts do, bit for bit; gives how many were left to care.
fn agrees(formula: &Formula, plan: Plan, starts: &[Vec<f64>], steps: u32) -> usize {
    let ended = walked(formula, &plan, starts, steps);
    assert_eq!(ended.len(), starts.len());
    let mut care = 0;
    for (start, (done, point)) in starts.iter().zip(&ended) {
        let plan = with_own_rate(&plan, done.name);
        let mut scout = Scout::new(formula, plan, start);
        scout.walk(formula, u32::MAX);
        let ending = scout.ending().expect("it ended");
        let what = format!("{} from {start:?}: {done:?}", formula.text());
        match done.progress {
            Progress::Converged => {
                assert!(
                    matches!(ending.reason, StopReason::Converged { .. }),
                    "{what}"
                );
                assert_eq!(ending.iteration, done.steps, "{what}");
                assert_eq!(scout.point(), point, "{what}");
            }
            Progress::GoesRound => {
                assert!(
                    matches!(ending.reason, StopReason::StepLimit { .. }),
                    "{what}"
                );
            }
            Progress::Care => {
                care += 1;
                let mut rest = Scout::on_the_way(formula, plan, start, point, done.steps);
                rest.walk(formula, u32::MAX);
                let same = format!("{:?}", rest.ending()) == format!("{:?}", scout.ending());
                assert!(same, "{what}: {:?} for {ending:?}", rest.ending());
                let mut run = Run::new(Rc::new(formula.clone()), plan, start);
                run.advance_to(done.steps);
                assert_eq!(run.point(done.steps), *point, "{what}");
            }
        }
    }
    care
}

#[test]
fn walks_end_as_scouts_do() {
    for sheet in CATALOGUE {
        let formula = sheet.cost();
        let starts = starts(formula.parameters().len(), 5, 3.0);
        for rule in [0, 1] {
            let plan = plan(rule, sheet.alpha, 141);
            agrees(&formula, plan, &starts, 5000);
            // One or two go by another function.
            agrees(&formula, plan, &starts[7..9], 5000);
        }
    }
}

#[test]
fn formulas_with_gaps_edges_and_overflow_end_as_scouts_do() {
    for text in [
        "ln(x) + y^2",
        "sqrt(x) + 1/y",
        "exp(x^2) + y^2",
        "x^4 y^4 - 3x y",
        "|x| + max(x, y)",
        "x + y",
        "x^y + y^2",
        "1/(x^2 + y^2)",
        "tan(x) + y^2",
        "exp(40 x) - y",
        "x^2 + 0 y",
        // Its slopes are the coordinates themselves.
        "x y",
    ] {
        let formula = Formula::parse(text).unwrap();
        for (rule, alpha) in [(0, 0.05), (1, 0.05), (0, 3.0), (1, 3.0)] {
            let starts = starts(formula.parameters().len(), 4, 2.5);
            agrees(&formula, plan(rule, alpha, 130), &starts, 3000);
        }
    }
}

#[test]
fn one_parameter_and_five_are_walked_as_well() {
    for text in [
        "x^4 - 3x^2 + x",
        "a^2 + 2b^2 + 3c^2 + (d - a)^2 + exp(e b) - e",
    ] {
        let formula = Formula::parse(text).unwrap();
        let starts = starts(formula.parameters().len(), 5, 1.5);
        assert_eq!(
            agrees(&formula, plan(0, 0.03, 1000), &starts, 900),
            0,
            "{text}"
        );
        agrees(&formula, plan(1, 0.03, 97), &starts, 900);
    }
}

#[test]
fn most_walks_of_an_ordinary_cost_need_no_care() {
    let himmelblau = Formula::parse("(x^2+y-11)^2 + (x+y^2-7)^2").unwrap();
    let starts = starts(2, 8, 5.0);
    assert_eq!(agrees(&himmelblau, plan(0, 0.01, 500), &starts, 20_000), 0);
}

#[test]
fn a_walk_that_goes_round_is_found_out() {
    // x goes from 1 to −1 and back.
    let bowl = Formula::parse("x^2 + y^2").unwrap();
    let ended = walked(&bowl, &plan(0, 1.0, 1_000_000), &[vec![1.0, 0.0]], 100);
    assert_eq!(ended[0].0.progress, Progress::GoesRound);
    assert!(ended[0].0.steps < 1000);
}

#[test]
fn plans_and_starts_that_want_more_care_are_not_taken() {
    let strict = Limits {
        steps: 100,
        tolerance: 0.0,
        reach: 1e7,
    };
    assert!(Walks::new(&strict, 2, 8).is_none());
    let mut walks = Walks::new(&plan(0, 0.01, 100).limits, 2, 8).unwrap();
    assert!(!walks.set_out(0, &[1e9, 0.0], 0.01));
    assert!(!walks.set_out(0, &[f64::NAN, 0.0], 0.01));
    assert!(!walks.set_out(0, &[1.0, 0.0], 1e200));
    assert!(walks.set_out(0, &[1.0, 0.0], 0.01));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn walks_on_random_expressions_end_as_scouts_do(
        expression in expressions(),
        rule in 0_usize..2,
        alpha in prop::sample::select(vec![0.01, 0.2, 5.0]),
    ) {
        let formula = Formula::parse(&expression.formula_text()).unwrap();
        agrees(&formula, plan(rule, alpha, 70), &starts(2, 3, 2.0), 600);
    }
}
