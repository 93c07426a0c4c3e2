//! Every sentence the engine says, in English. Another language is another
//! file like this one; nothing else in the crate holds prose that changes with
//! what the program does.

mod axes;
pub(super) mod basins;
pub(super) mod batch;
pub mod bowls;
pub mod compass;
pub(super) mod file;
pub(super) mod formula;
pub mod hill;
pub(super) mod paste;
pub mod path_plane;
pub mod points;
pub(super) mod problem;
pub(super) mod rain;
pub mod rates;
pub(super) mod slices;
pub(super) mod step_length;
pub(super) mod stopping;
pub(super) mod sums;
pub(super) mod twins;
pub mod two_rules;
pub(super) mod zoom;

pub use axes::{DISTANCE, EXCESS, ITERATION, SLOPE, TOLERANCE, column, measured, predicted};

use crate::cost::Loss;
use crate::descent::Habit;
use crate::landscape::Ground;
use crate::number::significant;

/// A line of mathematics: how it looks and how it is spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MathLine {
    /// A MathML fragment, to stand inside `<math>`.
    pub math: String,
    /// The same in words.
    pub spoken: String,
}

// ---- why a run stopped --------------------------------------------------------

/// Numbers that are read have this many digits.
pub(super) const DIGITS: usize = 4;

fn number(value: f64) -> String {
    significant(value, DIGITS)
}

pub(super) fn steps(count: u32) -> String {
    if count == 1 {
        "1 step".into()
    } else {
        format!("{count} steps")
    }
}

/// What a flat place is.
pub(super) fn flat_place(ground: Ground) -> &'static str {
    match ground {
        Ground::Minimum => "The ground is flat here and rises all around: a minimum.",
        Ground::Crest => {
            "The ground is flat here, but it falls all around: a crest, not a minimum."
        }
        Ground::Saddle => {
            "The ground is flat here, but it falls in some directions: a saddle, not a minimum."
        }
        Ground::NearlyFlat => {
            "The ground is flat here, and too nearly flat around to tell whether it is a minimum."
        }
    }
}

/// The slope is at most the tolerance.
pub(super) fn converged(iteration: u32, slope: f64, tolerance: f64, found: &str) -> String {
    format!(
        "Converged after {}: ‖∇J‖ = {} is at most the tolerance {}. {found}",
        steps(iteration),
        number(slope),
        number(tolerance),
    )
}

/// The step limit came first.
pub(super) fn step_limit(iteration: u32, slope: f64, tolerance: f64, habit: &str) -> String {
    format!(
        "Stopped at the limit of {}: ‖∇J‖ = {} is still above the tolerance {}. {habit}",
        steps(iteration),
        number(slope),
        number(tolerance),
    )
}

/// What J was doing in the last steps.
pub(super) fn habit(habit: Option<Habit>) -> &'static str {
    match habit {
        None | Some(Habit::Falling) => "J was still falling.",
        Some(Habit::Rising) => "J keeps rising.",
        Some(Habit::RisingAndFalling) => "J keeps rising and falling; a smaller α would settle.",
        Some(Habit::Bouncing) => {
            "The walk jumps back and forth at one height; a smaller α would settle."
        }
        Some(Habit::Level) => {
            "J no longer changes within its digits, though the walker still moves."
        }
        Some(Habit::Stuck) => "The last step was too small to change any number.",
    }
}

/// The walk went too far from its start.
pub(super) fn diverged_far(iteration: u32, distance: f64, reach: f64) -> String {
    format!(
        "Diverged after {}: the walk is {} away from its start, farther than {}.",
        steps(iteration),
        number(distance),
        number(reach),
    )
}

/// A number became infinite or undefined.
pub(super) fn diverged_not_finite(iteration: u32) -> String {
    format!(
        "Diverged after {}: the next numbers are infinite or undefined.",
        steps(iteration)
    )
}

// ---- captions -------------------------------------------------------------------

/// What a map shows, as far as a caption speaks of it.
#[derive(Clone, Copy)]
pub(super) enum Map {
    /// The curve of a one-parameter cost.
    Curve,
    /// Contours with equal scales on both axes.
    EvenContours,
    /// Contours with a scale of its own on each axis.
    UnevenContours,
    /// No contours.
    Bare,
}

/// The map while walking.
pub(super) fn caption_walking(map: Map) -> String {
    match map {
        Map::Curve => "Each dot is one step. The straight line is the tangent at the walker: its steepness is the derivative.",
        Map::EvenContours => "Each dot is one step. Lines join points of equal cost; where they crowd, the ground is steep.",
        Map::UnevenContours => "Each dot is one step. Lines join points of equal cost. The two axes have different scales, so downhill need not look square to the lines.",
        Map::Bare => "Each dot is one step.",
    }
    .into()
}

/// The map when every run has ended: where each one is.
pub(super) fn caption_ended(endings: &[String]) -> String {
    format!("{}.", endings.join(". "))
}

/// Where one run ended.
pub(super) fn ending(run: usize, stopped: &str, values: &str, cost: &str) -> String {
    format!(
        "Run {run} {}: {values}, J {cost}",
        match stopped {
            "converged" => "converged",
            "diverged" => "diverged",
            _ => "stopped at the step limit",
        }
    )
}

/// A one-line gist of what a dataset's or formula's own sheet would say.
pub(super) const OWN_FORMULA: &str = "This cost is given by its formula.";
/// The same for data from a link.
/// Names for costs without a sheet.
pub(super) const OWN_FORMULA_NAME: &str = "Own formula";
/// The same for data.
pub(super) const OWN_DATA_NAME: &str = "Own data";

/// The chart of J by iteration; the run is named where there are several.
pub(super) fn chart_caption(run: Option<usize>, steps_taken: u32, rises: u32) -> String {
    let who = run.map_or(String::new(), |run| format!("Run {run}: "));
    match (steps_taken, rises) {
        (0, _) => "J will be drawn here at every step.".into(),
        (_, 0) => format!("{who}J fell, or stayed, at every step so far."),
        (taken, rises) => format!("{who}J rose at {rises} of the {} so far.", steps(taken)),
    }
}

/// The data with the line through them.
pub(super) fn data_caption(cost: &str, loss: &str, crowd: Option<usize>) -> String {
    let rows = match crowd {
        None => String::new(),
        Some(rows) => format!("{} rows: {CROWD} ", grouped(rows)),
    };
    format!("{rows}J = {cost} is {loss}.")
}

/// What J is of the gaps between rows and predictions.
pub(super) fn loss(loss: Loss) -> &'static str {
    match loss {
        Loss::Squared => "half the mean of the squared vertical gaps",
        Loss::Absolute => "the mean of the vertical gaps",
        Loss::Huber { .. } => {
            "the mean over the vertical gaps of half their squares, straight beyond δ"
        }
        Loss::CrossEntropy => "the mean over the rows of −ln of the probability given to their y",
    }
}

/// The caption of what a model says over the plane of two features.
pub(super) fn output_caption(cost: &str, loss: &str) -> String {
    format!(
        "The lighter, the more the model says; on the line it is half way between the lowest y and the highest. Full dots are rows with y above that. J = {cost} is {loss}."
    )
}

/// What shading means where rows are too many for dots.
const CROWD: &str = "the stronger the shade, the more of them lie there.";

/// A count for reading: 12,000.
pub(super) fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let ends = digits.len() % 3;
    digits
        .char_indices()
        .map(
            |(at, digit)| match at > 0 && at % 3 == ends && digits.len() > 4 {
                true => format!(",{digit}"),
                false => digit.to_string(),
            },
        )
        .collect()
}

/// Data with several features: predictions against measurements.
pub(super) fn prediction_caption(cost: &str, loss: &str, crowd: Option<[usize; 2]>) -> String {
    let rows = match crowd {
        None => "Each dot is a row.".to_owned(),
        Some([shown, rows]) if shown < rows => format!(
            "{} of {} rows, drawn by lot: {CROWD}",
            grouped(shown),
            grouped(rows)
        ),
        Some([_, rows]) => format!("{} rows: {CROWD}", grouped(rows)),
    };
    format!("{rows} J = {cost} is {loss}: the gaps to the diagonal.")
}

// ---- description and live message ---------------------------------------------------

/// The picture in words, for people who do not see it.
pub(super) struct Scene<'a> {
    /// The cost's name.
    pub(super) name: &'a str,
    /// The shown parameters with their ranges.
    pub(super) ranges: Vec<(String, [f64; 2])>,
    /// Whether J runs along the second axis.
    pub(super) one_parameter: bool,
    /// Parameters that are frozen with their values.
    pub(super) frozen: Vec<(String, f64)>,
    /// A sentence for each run.
    pub(super) runs: Vec<String>,
}

/// The picture in words.
pub(super) fn description(scene: &Scene<'_>) -> String {
    let kind = if scene.one_parameter {
        "Curve"
    } else {
        "Contour map"
    };
    let mut text = format!("{kind} of {}: {}.", scene.name, ranges(&scene.ranges));
    for (name, value) in &scene.frozen {
        text.push_str(&format!(" {name} is frozen at {}.", number(*value)));
    }
    for run in &scene.runs {
        text.push(' ');
        text.push_str(run);
    }
    text
}

/// What is shown: "w from −1 to 1, b from 0 to 3".
pub(super) fn ranges(ranges: &[(String, [f64; 2])]) -> String {
    let range = |(name, ends): &(String, [f64; 2])| {
        let [low, high] = apart(*ends);
        format!("{name} from {low} to {high}")
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// Two ends for reading, with as many digits as tell them and what lies between apart.
fn apart([low, high]: [f64; 2]) -> [String; 2] {
    let far = if -low > high { low } else { high };
    [low, high].map(|end| significant(end, digits(far, high - low)))
}

/// Digits that tell a number from its neighbours in a range this long.
pub(super) fn digits(number: f64, span: f64) -> usize {
    let shared = libm::log10(number.abs() / span);
    // Beyond are numbers that a 64-bit one cannot tell apart.
    if shared > 2.0 && shared < 15.0 {
        shared as usize + 3
    } else {
        DIGITS
    }
}

/// Where a run is.
pub(super) fn run_sentence(run: usize, iteration: u32, values: &str, cost: &str) -> String {
    format!(
        "Run {run} after {}: {values}, cost {cost}.",
        steps(iteration)
    )
}
