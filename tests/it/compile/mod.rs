mod descend;
mod foresee;
mod grid;
mod interpreted;

use downhill::descent::{Limits, Plan, RULES};

pub(crate) use interpreted::Interpreted;

/// The rule with this index in the table, as figures without a data sheet walk.
pub(crate) fn plan(rule: usize, alpha: f64, steps: u32) -> Plan {
    Plan {
        rule: &RULES[rule],
        alpha,
        batch: None,
        limits: Limits {
            steps,
            tolerance: 1e-6,
            reach: 1e7,
        },
    }
}
