//! What is said of the length of a step.

use super::steps;

/// The length is α‖∇J‖.
pub(in crate::lab) fn product(alpha: &str, slope: &str, length: &str) -> String {
    format!("Step length = α‖∇J‖ = {alpha} · {slope} = {length}.")
}

/// The length is not α‖∇J‖: the rule measures some slopes elsewhere.
pub(in crate::lab) fn other(length: &str, product: &str) -> String {
    format!(
        "This rule measures some slopes at a point already moved, so its step is {length} long and not α‖∇J‖ = {product}."
    )
}

pub(in crate::lab) const UNDEFINED: &str = "The next step has no finite length.";
pub(in crate::lab) const STOPPED: &str = " The run has stopped: this is the step it does not take.";

pub(in crate::lab) const UNITS: &str =
    " The parameters have units of their own, so these lengths depend on the units chosen.";

/// Before the first step.
pub(in crate::lab) const NO_STEP: &str = "α stays the same from step to step; the step's length changes with the slope. Take a few steps to see it.";

/// A run that stops where it starts.
pub(in crate::lab) const NO_STEP_EVER: &str =
    "This run stops where it starts, so there is no step to chart.";

/// Steps of one length.
pub(in crate::lab) fn same(count: u32, alpha: &str, length: &str) -> String {
    format!(
        "{}: α stayed {alpha}, and each step was {length} long.",
        computed(count)
    )
}

/// Steps of different lengths.
pub(in crate::lab) fn changed(count: u32, alpha: &str, [low, high]: &[String; 2]) -> String {
    format!(
        "{}: α stayed {alpha}, while steps were from {low} to {high} long. α is not the length of the step.",
        computed(count)
    )
}

fn computed(count: u32) -> String {
    format!("In the {} computed so far", steps(count))
}

/// The three numbers, for people who do not see the chart.
pub(in crate::lab) fn sentence(iteration: u32, alpha: &str, slope: &str, length: &str) -> String {
    format!(
        "After {}: alpha {alpha}, slope {slope}, next step {length} long.",
        steps(iteration)
    )
}
