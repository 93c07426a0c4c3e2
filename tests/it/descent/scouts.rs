use std::rc::Rc;

use downhill::cost::{CATALOGUE, Cost, DATA_SETS};
use downhill::descent::{Plan, RULES, Run, Scout, StopReason};
use downhill::formula::Formula;

use super::plan;
use crate::cost::helper::data_cost;

/// A run and a scout with one plan from one start end alike.
fn check(cost: Rc<dyn Cost>, plan: Plan, start: &[f64]) {
    let mut scout = Scout::new(&*cost, plan, start);
    while scout.walk(&*cost, 37) == 37 {}
    let mut run = Run::new(cost, plan, start);
    run.advance_to(u32::MAX);
    assert_eq!(scout.ending(), run.ending(), "{plan:?} from {start:?}");
    let ending = run.ending().expect("it ended");
    if !matches!(ending.reason, StopReason::StepLimit { .. }) {
        assert_eq!(
            scout.point(),
            run.point(ending.iteration),
            "{plan:?} from {start:?}"
        );
    }
}

#[test]
fn scouts_end_as_runs_do() {
    for rule in RULES {
        for sheet in CATALOGUE {
            for factor in [0.3, 1.0, 3.0, 30.0] {
                for start in sheet.starts {
                    let plan = plan(rule.id, factor * sheet.alpha, 2000, sheet.tolerance);
                    check(Rc::new(sheet.cost()), plan, start);
                }
            }
        }
        for sheet in DATA_SETS {
            for factor in [1.0, 3.0, 30.0] {
                let plan = plan(rule.id, factor * sheet.alpha, 2000, sheet.tolerance);
                check(data_cost(sheet), plan, sheet.starts[0]);
            }
        }
    }
}

#[test]
fn scouts_end_as_runs_do_where_the_ground_ends() {
    for (text, start, alpha) in [
        // J is undefined beyond 0, though its slope 1/x is not.
        ("ln(x)", 0.5, 1.0),
        ("ln(x)", -1.0, 1.0),
        ("sqrt(x)", 1.0, 1.0),
        ("1/x", 1.0, -1.0),
        ("x^4", 1e100, 1.0),
        ("exp(x)", 700.0, 1e-310),
    ] {
        let cost = Rc::new(Formula::parse(text).expect("a formula"));
        for limit in [0, 1, 50] {
            check(
                cost.clone(),
                plan("simultaneous", alpha, limit, 1e-6),
                &[start],
            );
        }
    }
}

#[test]
fn a_walk_in_a_circle_ends_at_once() {
    // At α = 1 the bowl is crossed to the same height again and again.
    let cost = Formula::parse("x^2").expect("a formula");
    let mut scout = Scout::new(&cost, plan("simultaneous", 1.0, 1_000_000, 1e-6), &[1.0]);
    let taken = scout.walk(&cost, u32::MAX);
    assert!(taken < 10, "{taken}");
    let ending = scout.ending().expect("it ended");
    assert_eq!(ending.iteration, 1_000_000);
    assert_eq!(ending.reason, StopReason::StepLimit { steps: 1_000_000 });
}
