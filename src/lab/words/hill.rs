//! What is said of the hill.

use super::number;
use crate::number::significant;

/// How the hill's height compares with its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// A unit of J is drawn so many times as high as a unit of the parameters is wide.
    Times(f64),
    /// The parameters and J have units of their own.
    OwnUnits,
    /// Heights are a logarithm of J.
    Compressed,
    /// All the ground is level.
    Level,
}

/// One parameter.
pub const ONE_PARAMETER: &str = "This cost has one parameter, so the map is already its whole picture: a curve needs no third dimension.";
/// The ground is hidden.
pub const FOG: &str = "The hill is hidden in fog: only the ground around the feet is known.";
/// Nowhere a finite J.
pub const NO_GROUND: &str = "J has no finite value in this window, so there is no hill to draw.";

/// What to look at, and how the picture is made.
pub fn caption(scale: Scale, [x, y]: [&str; 2], frozen: &[(String, f64)]) -> String {
    let height = match scale {
        Scale::Times(times) => match significant(times, 2).as_str() {
            "1" => format!("J is drawn to the same scale as {x} and {y}."),
            times => format!("J is drawn {times} times as high as {x} and {y} are wide."),
        },
        Scale::OwnUnits => format!(
            "{x}, {y} and J have no common unit, so how steep the hill looks is a choice of this picture."
        ),
        Scale::Compressed => {
            "Heights are compressed: the higher the ground, the less a further rise of J adds."
                .into()
        }
        Scale::Level => "All the ground in this window is level.".into(),
    };
    let mut text = format!(
        "Height is J. The arrow of the next step lies on the floor, because a step changes {x} and {y} only. {height}"
    );
    for (name, value) in frozen {
        text.push_str(&format!(" {name} is frozen at {}.", number(*value)));
    }
    text
}

/// The picture in words.
pub struct Scene<'a> {
    /// Degrees above the floor.
    pub tilt: f64,
    /// The two parameters, with where each grows: to the right, and away from the viewer.
    pub axes: [(&'a str, [f64; 2]); 2],
    /// The least and the greatest J shown.
    pub range: [f64; 2],
    /// The selected run's number, parameters and J.
    pub run: (usize, &'a str, &'a str),
    /// Where the selected walker is and looks.
    pub walker: Walker,
}

/// The selected walker on the hill.
pub enum Walker {
    /// Outside of the window, or where J has no finite value.
    Outside,
    /// On the hill: whether higher ground hides it, and where downhill leads on the
    /// picture, to the right and away from the viewer.
    On {
        /// Whether higher ground stands before it.
        hidden: bool,
        /// None where the ground is flat.
        downhill: Option<[f64; 2]>,
    },
}

/// The picture in words, for people who do not see it.
pub fn description(scene: &Scene) -> String {
    let [(x, x_grows), (y, y_grows)] = scene.axes;
    let (number_of_run, values, cost) = scene.run;
    let mut text = format!(
        "You look down at the hill at {} degrees. {x} grows {}, {y} {}. J runs from {} to {}.",
        significant(scene.tilt, 3),
        way(x_grows),
        way(y_grows),
        number(scene.range[0]),
        number(scene.range[1]),
    );
    let run = format!(" Walker {number_of_run}, at {values}, cost {cost}, ");
    text.push_str(&run);
    match &scene.walker {
        Walker::Outside => text.push_str("is not on this part of the ground."),
        Walker::On { hidden, downhill } => {
            text.push_str(&match downhill {
                Some(downhill) => format!("looks downhill: {}.", way(*downhill)),
                None => "stands on flat ground.".into(),
            });
            if *hidden {
                text.push_str(" Higher ground hides the walker: turn the hill to see it.");
            }
        }
    }
    text
}

/// A direction of the floor in words; `right` and `away` need not be of length 1.
fn way([right, away]: [f64; 2]) -> String {
    // Within 22.5° of one of the four it is that one alone.
    let aside = right.abs() > 0.414 * away.abs();
    let along = away.abs() > 0.414 * right.abs();
    let sideways = if right > 0.0 {
        "to the right"
    } else {
        "to the left"
    };
    let onwards = if away > 0.0 {
        "away from you"
    } else {
        "towards you"
    };
    match (aside, along) {
        (true, true) => format!("{sideways} and {onwards}"),
        (true, false) => sideways.into(),
        _ => onwards.into(),
    }
}
