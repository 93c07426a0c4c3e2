//! The sentences of the compass, of steps by hand and of the fog.

use super::{flat_place, number, steps};
use crate::landscape::Ground;
use crate::number::fixed;

/// The ways a slope can go.
pub(in crate::lab) const DOWNHILL: &str = "downhill";
pub(in crate::lab) const UPHILL: &str = "uphill";
pub(in crate::lab) const LEVEL: &str = "level, or nearly";

/// Words on the dial: the lobe that goes down and the one that goes up.
pub const LOBES: [&str; 2] = ["down", "up"];

/// Where there is nowhere to go.
pub(in crate::lab) const FLAT: &str =
    "The ground is flat here: no direction goes down, and a step would have length 0.";
pub(in crate::lab) const UNDEFINED: &str =
    "The ground has no finite slope here, so there is no step to take.";

/// "larger w and smaller b"; a part too small to see is left out.
pub(in crate::lab) fn towards(names: &[String; 2], unit: [f64; 2]) -> String {
    let parts: Vec<String> = names
        .iter()
        .zip(unit)
        .filter(|(_, part)| part.abs() > 1e-9)
        .map(|(name, part)| format!("{} {name}", if part > 0.0 { "larger" } else { "smaller" }))
        .collect();
    parts.join(" and ")
}

/// The direction and its slope.
pub(in crate::lab) fn reading(degrees: f64, towards: &str, slope: f64, kind: &str) -> String {
    format!(
        "{}°, towards {towards}: slope {}, {kind}.",
        super::significant(degrees, 4),
        number(slope)
    )
}

/// "α‖∇J‖", or what it is with one parameter, or with some frozen.
pub(in crate::lab) fn step_formula(first: &str, parameters: usize) -> String {
    match parameters {
        1 => format!("α|dJ/d{first}|"),
        2 => "α‖∇J‖".into(),
        _ => "α‖∇J in this plane‖".into(),
    }
}

/// How long a step is: α, the steepness and their product.
pub(in crate::lab) fn step(formula: &str, [alpha, steepness, length]: [f64; 3]) -> String {
    format!(
        "A step is {formula} = {} · {} = {} long, whichever way it goes.",
        number(alpha),
        number(steepness),
        number(length)
    )
}

/// The same on the dial.
pub(in crate::lab) fn reach(formula: &str, length: f64) -> String {
    format!("step {formula} = {}", number(length))
}

/// Where the compass stands on a run.
pub(in crate::lab) fn place_on_run(run: usize, iteration: u32, values: &str, cost: &str) -> String {
    format!(
        "You stand with run {run} after {}: {values}, J {cost}.",
        steps(iteration)
    )
}

/// Where it stands after steps by hand.
pub(in crate::lab) fn place_by_hand(count: usize, values: &str, cost: &str) -> String {
    format!(
        "You stand after {} by hand: {values}, J {cost}.",
        many(count)
    )
}

/// "Is this the steepest way down?" `off` is in degrees, `found` near enough.
pub(in crate::lab) fn answer(off: Option<f64>, found: f64, one_axis: bool) -> String {
    let Some(off) = off else {
        return "No direction goes down here.".into();
    };
    match (off.abs() <= found, one_axis) {
        (true, true) => "Yes: of the two directions this one goes down.".into(),
        (false, true) => "No: this way goes up, the other one down.".into(),
        (true, false) => "Yes, to within a degree: no other direction falls as steeply.".into(),
        (false, false) => {
            let side = if off > 0.0 {
                "clockwise"
            } else {
                "anticlockwise"
            };
            format!("No: you are {}° off. Turn {side}.", fixed(off.abs(), 0))
        }
    }
}

/// What to look at.
pub(in crate::lab) fn caption(
    flat: bool,
    one_axis: bool,
    uneven: bool,
    frozen: &[String],
    by_hand: bool,
) -> String {
    let mut text = String::from("Steepest at your feet. A longer step may do better another way.");
    if flat {
        text = "No direction is steepest here.".into();
    } else if one_axis {
        text = "With one parameter there are two directions. The slope tells which goes down, and only at your feet.".into();
    }
    if uneven {
        text += " The dial turns in the parameters' own units; the map has another scale on each axis, so there downhill need not look square to the lines.";
    }
    if !frozen.is_empty() {
        text += &format!(" Frozen: {}.", frozen.join(", "));
    }
    if by_hand {
        text += BY_HAND;
    }
    text
}

/// How steps by hand look on the map.
pub(in crate::lab) const BY_HAND: &str = " Your own steps are the dashed line with squares.";

fn many(count: usize) -> String {
    steps(count as u32)
}

/// Where steps by hand have led: J, slope against tolerance, and what the place is
/// if it is flat.
pub(in crate::lab) fn your_way(
    count: usize,
    cost: f64,
    [slope, tolerance]: [f64; 2],
    ground: Option<Ground>,
) -> String {
    let verdict = match ground {
        Some(ground) => format!(
            "is at most the tolerance {}. {}",
            number(tolerance),
            flat_place(ground)
        ),
        None => format!(
            "is above the tolerance {}, so by the algorithm's test you are not there yet.",
            number(tolerance)
        ),
    };
    format!(
        "By hand: {} to J {}, where ‖∇J‖ = {} {verdict}",
        many(count),
        number(cost),
        number(slope)
    )
}

/// Where the algorithm has got to from the same place.
pub(in crate::lab) fn its_way(count: u32, stopped: Option<&str>, cost: f64) -> String {
    let how = match stopped {
        Some("converged") => ", where it converged",
        Some("diverged") => ", where it diverged",
        Some(_) => ", where the step limit stopped it",
        None => " so far",
    };
    format!(
        "The algorithm from the same place: {} to J {}{how}.",
        steps(count),
        number(cost)
    )
}

/// The algorithm is not bound to the shown plane.
pub(in crate::lab) const MOVES_ALL: &str = " It moves the frozen parameters too, which you cannot.";

/// What the comparison means.
pub(in crate::lab) const EFFICIENTLY: &str = "“As efficiently as possible” is meant step by step: each goes the steepest way. That need not be the fewest steps.";

/// The map in fog; colours are told of where there are any.
pub(in crate::lab) fn in_fog(coloured: bool) -> String {
    let colours = match coloured {
        true => ", its colours from the lowest to the highest there",
        false => "",
    };
    format!(
        "Only the ground around your feet is seen{colours}. The algorithm knows no more than this."
    )
}
