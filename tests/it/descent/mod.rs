//! Tests of descent against theory and numbers known from elsewhere.

mod batches;
mod crowd;
mod endings;
mod memory;
mod rules;
mod scouts;
mod sheets;
mod theory;

use std::rc::Rc;

use downhill::cost::Cost;
use downhill::descent::{Limits, Plan, Run, find_rule};

fn plan(rule: &str, alpha: f64, steps: u32, tolerance: f64) -> Plan {
    Plan {
        rule: find_rule(rule).expect("a rule of the table"),
        alpha,
        batch: None,
        limits: Limits {
            steps,
            tolerance,
            reach: 1e7,
        },
    }
}

/// A run taken to its end.
fn finished(cost: impl Cost + 'static, plan: Plan, start: &[f64]) -> Run {
    let mut run = Run::new(Rc::new(cost), plan, start);
    run.advance_to(u32::MAX);
    run
}

fn last_point(run: &Run) -> Vec<f64> {
    run.point(run.computed())
}
