//! What is said of standardising.

use super::number;

pub(in crate::lab) use super::DIGITS;

/// How features are measured.
pub(in crate::lab) const NAMES: [&str; 2] = ["as measured", "standardised"];

/// A condition number that rounding hides, and as many steps.
pub(in crate::lab) const BEYOND: &str = "beyond 10¹²";
/// The length of a level floor.
pub(in crate::lab) const NO_LENGTH: &str = "no end";

/// The axes of the pictures, where there are more than two parameters.
pub const DIRECTIONS: [&str; 2] = ["flattest direction", "steepest direction"];

/// In place of bowls.
pub(in crate::lab) const NO_DATA: &str = "This cost is not made from data.";
pub(in crate::lab) const NETWORK: &str = "A network’s ground has many minima, each of a shape of its own, and no one number tells what standardising does to it. \
     Switch it on and off, and compare the walks.";
pub(in crate::lab) const ABSOLUTE: &str = "Absolute errors have kinks instead of curvature: there is no bowl to be round or stretched, \
     and no α with which a walk comes to rest but by chance.";
pub(in crate::lab) const MANY_ROWS: &str =
    "There are too many rows for both bowls to be worked out while you wait.";
pub(in crate::lab) const NO_MINIMUM: &str = "No lowest place was found, so there is no bowl to show. \
     Where a boundary parts all rows without an error, a steeper one always costs less.";

/// Where the numbers hold.
pub(in crate::lab) const HOLDS_EVERYWHERE: &str = "J is a quadratic here, so these numbers hold from every start: with simultaneous updates that look at all rows, \
     every walk settles with an α below the largest; above it, walks diverge.";
/// The same for losses whose curvature changes.
pub(in crate::lab) const HOLDS_AT_THE_MINIMUM: &str = "With this loss the ground curves differently from place to place: these are the curvatures at the minimum, \
     and the numbers hold for walks that have come near it.";

/// The shape of a bowl.
#[derive(Clone, Copy)]
pub(in crate::lab) struct Shape {
    pub(in crate::lab) condition: Option<f64>,
    pub(in crate::lab) steps: Option<f64>,
}

/// Condition numbers within this factor of each other are much the same.
const MUCH_THE_SAME: f64 = 2.0;
/// A bowl with a smaller condition number is round.
const ROUND: f64 = 1.000_001;

/// From where a walk takes so many steps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lab) enum Reach {
    Everywhere,
    Near,
}

/// Why a standardised bowl may still be stretched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lab) enum Left {
    /// By the features' correlations alone.
    Features,
    /// The powers of a feature are not standardised themselves.
    Powers,
    /// The rows have weights of their own.
    Rows,
}

/// What the numbers of both bowls mean.
pub(in crate::lab) fn meaning(shapes: [Shape; 2], reach: Reach, left: Left) -> String {
    let [raw, standardised] = shapes;
    let (before, after) = match (raw.condition, standardised.condition) {
        (Some(before), Some(after)) => (before, after),
        (None, Some(after)) => {
            let left = what_is_left(after, left);
            return format!(
                "As measured, the bowl is more than a million times as long as wide, too long to be told from a level floor. \
                 Standardising makes it {}.{left}",
                rounder(after)
            );
        }
        (_, None) => return LEVEL.into(),
    };
    let change = if before > MUCH_THE_SAME * after {
        format!(
            "As measured, the bowl is {}: an α small enough for its steep sides is slow along its floor. Standardising makes it {}.",
            long(before),
            rounder(after)
        )
    } else if after > MUCH_THE_SAME * before {
        format!(
            "Here the bowl is {} as measured and {} when standardised: standardising does not help.",
            long(before),
            long(after)
        )
    } else {
        format!(
            "Here standardising changes little: the bowl is {} as measured and {} when standardised.",
            long(before),
            long(after)
        )
    };
    format!(
        "{change}{}{}",
        walks(shapes, reach),
        what_is_left(after, left)
    )
}

const LEVEL: &str = "In some direction the floor is level, to rounding, so more than one place is lowest: columns that say the same as others, or nothing, \
     can trade their weights. No α is best along a level floor.";

fn rounder(condition: f64) -> String {
    match condition < ROUND {
        true => "round".into(),
        false => format!("rounder: {}", long(condition)),
    }
}

fn long(condition: f64) -> String {
    match condition < ROUND {
        true => "round".into(),
        false => format!("{} times as long as wide", number(condition.sqrt())),
    }
}

fn walks([raw, standardised]: [Shape; 2], reach: Reach) -> String {
    let (Some(before), Some(after)) = (raw.steps, standardised.steps) else {
        return String::new();
    };
    let from = match reach {
        Reach::Everywhere => "every start",
        Reach::Near => "every start near the minimum",
    };
    format!(
        " Each with its best α, {} and {} are enough from {from} to shrink the distance from the minimum to a thousandth. \
         The weights of the two are in different units: compare their steps, not their α.",
        steps(before),
        steps(after)
    )
}

fn steps(count: f64) -> String {
    match count == 1.0 {
        true => "1 step".into(),
        false => format!("{} steps", number(count)),
    }
}

fn what_is_left(condition: f64, left: Left) -> &'static str {
    match left {
        _ if condition < ROUND => "",
        Left::Features => " What stretch is left comes from features that rise and fall together.",
        Left::Powers => {
            " What stretch is left comes from the powers: x is standardised, x² and higher ones are not."
        }
        Left::Rows => "",
    }
}

/// What to look at.
pub(in crate::lab) fn caption(parameters: usize) -> String {
    let plane = match parameters {
        0..3 => "",
        _ => {
            " Of all directions the flattest is drawn across and the steepest upwards: each picture shows the whole stretch of its bowl."
        }
    };
    format!(
        "The ground around the minimum (cross), the same model and rows twice; a unit is as long across as up, so round is round.{plane}"
    )
}
