//! What is said of stopping.

use super::number;
use crate::lab::instruments::Best;
use crate::number::significant;

/// ‖∇J‖ in tolerances.
pub(in crate::lab) fn gap(slope: f64, tolerance: f64) -> String {
    match slope / tolerance {
        ratio if !ratio.is_finite() => "no finite slope".into(),
        ratio if ratio <= 1.0 => "at most the tolerance".into(),
        ratio => format!("{} the tolerance", times(ratio)),
    }
}

/// "57 times", "6.2 million times".
fn times(ratio: f64) -> String {
    match ratio {
        small if small < 1e4 => format!("{} times", significant(small, 2)),
        thousands if thousands < 1e6 => {
            format!("{} thousand times", significant(thousands / 1e3, 2))
        }
        millions if millions < 1e9 => format!("{} million times", significant(millions / 1e6, 2)),
        huge => format!("{} times", significant(huge, 2)),
    }
}

/// The chart of ‖∇J‖.
pub(in crate::lab) fn slope_caption(has_units: bool) -> String {
    let units = match has_units {
        true => {
            "With other units for the data the same line has other numbers: the tolerance is a choice."
        }
        false => {
            "How flat is flat enough depends on the units of J and its parameters: the tolerance is a choice."
        }
    };
    format!(
        "‖∇J‖ by iteration; a line across stands at a power of ten. A run stops where it meets the dashed line. {units}"
    )
}

/// No run has had a slope above 0, which has no logarithm.
pub(in crate::lab) const NO_SLOPE: &str = "There is nothing to chart: ‖∇J‖ is 0 from the start.";
/// No run has had a J above the best known.
pub(in crate::lab) const NO_EXCESS: &str =
    "The chart of J minus the lowest J seen begins once a step has changed J.";

/// The chart of J minus the best known, which says what that is.
pub(in crate::lab) fn excess_caption(best: Best) -> String {
    if !best.value().is_finite() {
        return "No run has seen a finite J yet.".into();
    }
    let value = number(best.value());
    let which = match best {
        Best::Seen(_) => format!(
            "the lowest J that any run has seen so far, {value}: nobody has told the walker of a lower one"
        ),
        Best::Listed(_) => {
            format!("the least J listed for this cost, {value}, told now that the run has stopped")
        }
        Best::LeastSquares(_) => format!(
            "the least J there is for these data, {value}, told now that the run has stopped"
        ),
    };
    format!(
        "J minus {which}. J itself may be negative and has no logarithm; the difference has one until it is 0."
    )
}

/// A run at an iteration at which it still walks.
pub(in crate::lab) struct Moment {
    pub(in crate::lab) iteration: u32,
    /// J at the start.
    pub(in crate::lab) first: f64,
    /// J one iteration ago.
    pub(in crate::lab) before: f64,
    /// J.
    pub(in crate::lab) now: f64,
    /// ‖∇J‖.
    pub(in crate::lab) slope: f64,
    pub(in crate::lab) tolerance: f64,
    pub(in crate::lab) outlook: Option<Outlook>,
}

/// What is known of a run's later iterations.
pub(in crate::lab) struct Outlook {
    /// The last iteration known.
    pub(in crate::lab) last: u32,
    /// Whether the run ended there.
    pub(in crate::lab) ended: bool,
    /// J there.
    pub(in crate::lab) cost: f64,
    /// Every parameter's name, and its value now and there.
    pub(in crate::lab) moves: Vec<(String, [f64; 2])>,
}

/// A last step that took less than this part of the whole fall looks like the end.
const SMALL: f64 = 0.01;

/// Whether a run that still walks is done: what speaks for it, and the test.
pub(in crate::lab) fn is_it_done(moment: &Moment) -> String {
    let Moment {
        iteration,
        slope,
        tolerance,
        ..
    } = *moment;
    if !(slope.is_finite() && moment.now.is_finite()) {
        return "J or a slope of it has no finite value here, so there is nothing to compare."
            .into();
    }
    let slope_text = format!("‖∇J‖ = {}", number(slope));
    if slope <= tolerance {
        return format!(
            "At iteration {iteration} {slope_text} is at most the tolerance {}: done. The next press of Step says what the flat place is.",
            number(tolerance)
        );
    }
    let test = format!(
        "{slope_text} is {} the tolerance {}: not done.",
        times(slope / tolerance),
        number(tolerance)
    );
    if iteration == 0 {
        return format!("No step has been taken yet, and {test}");
    }
    let mut answer = format!("{} {test}", fall(moment));
    if let Some(outlook) = &moment.outlook {
        answer.push(' ');
        answer.push_str(&ahead(moment, outlook));
    }
    answer
}

/// How J has fallen, and whether that looks like the end.
fn fall(moment: &Moment) -> String {
    let Moment {
        iteration,
        first,
        before,
        now,
        ..
    } = *moment;
    let steps = super::steps(iteration);
    let [from, to] = [first, now].map(number);
    if now >= first {
        return format!("After {steps} J is {to}; at the start it was {from}. And");
    }
    let whole = first - now;
    let last = before - now;
    let fallen = format!("J has fallen from {from} to {to} in {steps}");
    if last < 0.0 {
        return format!(
            "{fallen}, though the last one raised it by {}. And",
            number(-last)
        );
    }
    let part = significant(100.0 * last / whole, 2);
    match last <= SMALL * whole {
        true => {
            format!("{fallen}, and the last one took only {part} % of that: it looks done. But")
        }
        false => format!("{fallen}; the last one took {part} % of that. And"),
    }
}

/// What comes after, as far as it has been computed.
fn ahead(moment: &Moment, outlook: &Outlook) -> String {
    let moves = outlook.moves.iter();
    let moves =
        moves.map(|(name, [from, to])| format!("{name} from {} to {}", number(*from), number(*to)));
    let moves = moves.collect::<Vec<_>>().join(", ");
    let until = match outlook.ended {
        true => format!("until it ends at iteration {}", outlook.last),
        false => format!(
            "until iteration {}, as far as it has been computed",
            outlook.last
        ),
    };
    let (whole, so_far) = (moment.first - outlook.cost, moment.first - moment.now);
    let share = match whole > 0.0 && so_far >= 0.0 && so_far <= whole {
        true => format!(
            " By now J has made {} % of its whole fall.",
            share(so_far / whole)
        ),
        false => String::new(),
    };
    format!("This run goes on {until}: {moves}.{share}")
}

/// A part in percent, cut off rather than rounded up to all.
fn share(part: f64) -> String {
    match significant(100.0 * part, 4) {
        all if all == "100" && part < 1.0 => "more than 99.99".into(),
        text => text,
    }
}

/// The answer once the run has stopped.
pub(in crate::lab) fn stopped(reason: Option<&str>, verdict: &str) -> String {
    match reason {
        Some("converged") => format!("By the test it is. {verdict}"),
        _ => format!("It has stopped, but it is not done. {verdict}"),
    }
}
