//! Learning rates.

use super::steps;
use crate::landscape::Pace;

/// The four, by ascending α.
pub(crate) const NAMES: [&str; 4] = ["Too small", "Right", "Too large", "Divergent"];

/// The axis of the curve.
pub const STEPS: &str = "steps to converge";
/// The rows of runs that do not settle and that diverge.
pub const ROWS: [&str; 2] = ["not settled", "diverged"];

/// What is said where one of the four was not found.
pub(crate) fn missing(rate: usize, has_right: bool) -> &'static str {
    match (rate, has_right) {
        (0, true) => "None of the α tried below the right one takes ten times its steps.",
        (2, true) => "Of the α tried above the right one, none bounces or takes twice its steps.",
        (3, _) => "None of the α tried diverges from this start.",
        _ => "None of the α tried settles from this start.",
    }
}

/// What one of the four does, by its run.
pub(crate) fn does(rate: usize, pace: Pace) -> String {
    let count = steps(pace.ending.iteration);
    match (rate, pace.steps()) {
        (_, Some(0)) => "Takes no step: the start is flat, whatever the α.".into(),
        (1, Some(_)) => {
            format!("Settles after {count}, the fewest before the first α that does not settle.")
        }
        (2, Some(_)) => {
            format!("Settles, but only after {count}: at least twice those of the right one.")
        }
        (_, Some(_)) => {
            format!("Settles, but only after {count}: at least ten times those of the right one.")
        }
        (_, None) if pace.diverges() => format!("Diverges: out of bounds after {count}."),
        (0, None) => format!("Has not settled after {count}."),
        (_, None) => format!("Neither settles nor diverges within {count}."),
    }
}

/// Where a run is.
pub(crate) fn place(iteration: u32, values: &str, cost: &str) -> String {
    format!("After {}: {values}, J {cost}.", steps(iteration))
}

/// How far the curve is.
pub(crate) fn progress([done, total]: [usize; 2]) -> String {
    if done < total {
        format!("Running with each α: {} % done.", done * 100 / total)
    } else {
        String::new()
    }
}

/// The session's α: what its handle says.
pub(crate) fn present(alpha: &str, pace: Option<Pace>, fewest: Option<u32>) -> String {
    let Some(pace) = pace else {
        return format!("α = {alpha}");
    };
    let count = steps(pace.ending.iteration);
    match (pace.steps(), fewest) {
        (Some(_), Some(fewest)) => {
            format!("α = {alpha} settles after {count}; the right one takes {fewest}.")
        }
        (Some(_), None) => format!("α = {alpha} settles after {count}."),
        (None, _) if pace.diverges() => format!("α = {alpha} diverges after {count}."),
        (None, _) => format!("α = {alpha} has not settled after {count}."),
    }
}

/// An edge.
pub(crate) fn edge(alpha: &str, minimum: &str, fastest: &str) -> String {
    format!("2/λmax = {alpha} for the minimum at {minimum}; 2/(λmin + λmax) = {fastest}.")
}

/// What the edges mean.
pub(crate) fn note(no_edge: bool, is_simultaneous: bool, is_by_lot: bool) -> String {
    if no_edge {
        return "No minimum is known here, so no edge is marked.".into();
    }
    let rule = match is_simultaneous {
        true => "",
        false => " The edges are those of simultaneous updates; other rules have others.",
    };
    let by_lot = match is_by_lot {
        true => super::batch::EDGES,
        false => "",
    };
    format!(
        "λmax and λmin are the largest and the least curvature at a minimum. Below the edge 2/λmax, steps near that minimum shrink; past it they grow, so the walk bounces or leaves: past the edge is not always divergence. On a quadratic the fastest α is about 2/(λmin + λmax): half the edge in a round bowl, just below the edge in a long ravine.{rule}{by_lot}"
    )
}
