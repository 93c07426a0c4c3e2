//! What is said of the plane through start, now and minimum.

use super::{number, steps};
use crate::landscape::Ground;

pub(in crate::lab) use super::DIGITS;

/// What the start and the walker are called on the picture.
pub(in crate::lab) const START: &str = "start";
pub(in crate::lab) const NOW: &str = "now";

/// What the third point is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Called {
    /// On the picture.
    pub short: &'static str,
    /// In a sentence.
    pub(in crate::lab) noun: &'static str,
    /// On the axis that leads there.
    pub towards: &'static str,
}

pub(in crate::lab) const MINIMUM: Called = Called {
    short: "minimum",
    noun: "the minimum",
    towards: "distance towards the minimum",
};
pub(in crate::lab) const REST: Called = Called {
    short: "rest",
    noun: "the place of rest",
    towards: "distance towards the place of rest",
};
pub(in crate::lab) const LIMIT: Called = Called {
    short: "last step",
    noun: "the last step",
    towards: "distance towards the last step",
};

/// The name of the other axis.
pub const ACROSS: &str = "distance across";

/// In place of a plane.
pub(in crate::lab) const ONE_PARAMETER: &str =
    "This cost has one parameter: its curve is all there is, and no plane can be laid through it.";
/// The same for two parameters.
pub(in crate::lab) const TWO_PARAMETERS: &str = "This cost has two parameters: start, walker and minimum lie on the map already. \
     With three parameters or more the map is only a slice, and this plane shows what the slice misses.";
/// While the run is followed on.
pub(in crate::lab) const SEARCHING: &str = "No minimum of this cost is known beforehand. This run is being followed on to where it comes to rest …";
/// The start is the third point.
pub(in crate::lab) const ONE_POINT: &str = "This run starts where it would end: start, walker and end are one point, and no plane is settled by it.";

/// A run that comes to rest nowhere.
pub(in crate::lab) fn nowhere(iteration: u32) -> String {
    format!(
        "This run diverges after {}: it comes to rest nowhere, so there is no plane to show. A smaller α may give one.",
        steps(iteration)
    )
}

/// The third point.
#[derive(Clone, Copy)]
pub(in crate::lab) enum Third {
    Minimum,
    Rest(u32, Ground),
    Limit(u32),
}

/// What the third point is and how it is known.
pub(in crate::lab) fn third(third: Third) -> String {
    match third {
        Third::Minimum => "The minimum is known without a walk.".into(),
        Third::Rest(iteration, ground) => format!(
            "No minimum of this cost is known beforehand, so where this very run comes to rest takes its place, found by following it on for {}. {}",
            steps(iteration),
            rest(ground)
        ),
        Third::Limit(iteration) => format!(
            "No minimum of this cost is known beforehand, and this run does not come to rest within its limit of {}. \
             Its last step takes the minimum’s place, and need not be one.",
            steps(iteration)
        ),
    }
}

fn rest(ground: Ground) -> &'static str {
    match ground {
        Ground::Minimum => "There the ground rises all around: a minimum, perhaps one of several.",
        Ground::Crest => "There the ground falls all around: a crest, no minimum.",
        Ground::Saddle => "There the ground falls in some directions: a saddle, no minimum.",
        Ground::NearlyFlat => {
            "There the ground is too nearly flat to tell whether it is a minimum."
        }
    }
}

/// What settles the plane beside the line from the start to the third point.
#[derive(Clone, Copy)]
pub(in crate::lab) enum Upwards<'a> {
    Now,
    Before,
    FirstSlope,
    Parameter(&'a str),
}

/// Which side is up, and why the plane turns.
pub(in crate::lab) fn upwards(upwards: Upwards, third: Called) -> String {
    let line = format!("the line from the start to {}", third.noun);
    match upwards {
        Upwards::Now => format!(
            "Upwards is the side on which the walker stands now, square to {line}: the plane turns about that line as the walker moves."
        ),
        Upwards::Before => format!(
            "The walker stands on {line}. Upwards is the side on which it stood a step before."
        ),
        Upwards::FirstSlope => format!(
            "The walker stands on {line}. Upwards is the side to which the ground falls most steeply at the start."
        ),
        Upwards::Parameter(name) => format!(
            "The walker stands on {line}, and the steepest way down from the start leads along it. \
             Any plane through that line would do: upwards is {name}, as far as it is square to the line."
        ),
    }
}

/// What is exact and what is projected; `farthest` is how far the path leaves the plane.
pub(in crate::lab) fn caption(third: Called, farthest: Option<f64>) -> String {
    let exact = format!(
        "The start, the walker and {} lie in this plane: their places, their distances and the ground around them are exact, \
         and a length is the same in every direction.",
        third.noun
    );
    match farthest {
        None => format!("{exact} So does all of the path so far."),
        Some(farthest) => format!(
            "{exact} Between them you see the path’s shadow: the path itself is up to {} away from the plane, and its J is not that of the ground under the line.",
            number(farthest)
        ),
    }
}
