//! Simultaneous against sequential updates.

use super::steps;
use crate::descent::StopReason;
use crate::landscape::Outcome;

pub(crate) const ONE_PARAMETER: &str =
    "With one parameter there is no order: both rules are the same.";

/// What stands beside the half step, the end in turn, and the end together.
pub const PLACES: [&str; 3] = ["half step", "sequential", "simultaneous"];

/// Which step the numbers show: while a run walks, and once it has stopped.
pub(crate) const STEPS: [&str; 2] = ["The next step:", "The first step:"];

/// Where a run is.
pub(crate) fn place(iteration: u32, values: &str, cost: &str, stop: Option<StopReason>) -> String {
    let when = match stop {
        None if iteration == 0 => "At the start".into(),
        None => format!("After {}", steps(iteration)),
        Some(reason) => capital(&ended(iteration, reason)),
    };
    format!("{when}: {values}, J {cost}.")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn ended(iteration: u32, reason: StopReason) -> String {
    match reason {
        StopReason::Converged { .. } => format!("settled after {}", steps(iteration)),
        StopReason::StepLimit { .. } => format!("not settled after {}", steps(iteration)),
        StopReason::Diverged(_) => format!("diverged after {}", steps(iteration)),
    }
}

/// An update in words.
pub(crate) fn line(
    name: &str,
    old: &str,
    alpha: &str,
    slope: &str,
    new: &str,
    is_moved: bool,
) -> String {
    let place = if is_moved {
        "the point already moved"
    } else {
        "the old point"
    };
    format!(
        "{name} becomes {old} minus {alpha} times {slope}, the partial derivative of J by {name} at {place}: {new}"
    )
}

/// What the second value is in sequence, and what gradient descent makes of it.
pub(crate) fn second(first: &str, second: &str, [right, mixed]: &[String; 2]) -> String {
    let other = "The mixed order is another method, which often works too. For gradient descent, update simultaneously.";
    if right == mixed {
        return format!(
            "Here both orders give {second} = {mixed}: moving {first} first hardly changes ∂J/∂{second}. {other}"
        );
    }
    format!(
        "As gradient descent, the second value is wrong: {second} becomes {mixed}, not {right}, because ∂J/∂{second} was measured at a point that had already moved. {other}"
    )
}

/// How both runs end.
pub(crate) fn verdict(
    outcome: Outcome,
    at_minima: bool,
    [first, second]: [u32; 2],
    [here, there]: &[String; 2],
    [one, other]: [StopReason; 2],
) -> String {
    let [place, places] = match at_minima {
        true => ["minimum", "minima"],
        false => ["flat place", "flat places"],
    };
    match outcome {
        Outcome::Same => format!(
            "Both end at the same {place}, {here}: simultaneous after {}, sequential after {}.",
            steps(first),
            steps(second)
        ),
        Outcome::Different => format!(
            "They end at different {places}: simultaneous at {here}, sequential at {there}."
        ),
        Outcome::OnlyFirst => format!(
            "Only the simultaneous run settles, at {here}. The sequential one: {}.",
            ended(second, other)
        ),
        Outcome::OnlySecond => format!(
            "Only the sequential run settles, at {there}. The simultaneous one: {}.",
            ended(first, one)
        ),
        Outcome::Neither => format!(
            "Neither settles. Simultaneous: {}. Sequential: {}.",
            ended(first, one),
            ended(second, other)
        ),
    }
}

/// An outcome in the legend of the map of starts.
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Same => "both settle in the same place",
        Outcome::Different => "they settle in different places",
        Outcome::OnlyFirst => "only simultaneous settles",
        Outcome::OnlySecond => "only sequential settles",
        Outcome::Neither => "neither settles",
    }
}

/// What the map of starts shows, or how far it is.
pub(crate) fn starts([done, total]: [usize; 2], side: usize, alpha: &str) -> String {
    if done < total {
        return format!(
            "Walking from {total} starts: {} % done.",
            done * 100 / total
        );
    }
    format!("How the two rules end from {side} × {side} starts at α = {alpha}.")
}
