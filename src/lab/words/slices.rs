//! What is said of slices.

use super::number;

/// Where a walker is on the slice of one parameter.
pub(in crate::lab) struct Place<'a> {
    /// The parameter's name.
    pub(in crate::lab) name: &'a str,
    /// The other parameters with their values.
    pub(in crate::lab) frozen: Vec<(String, f64)>,
    /// Whether just one parameter stands before it in the order.
    pub(in crate::lab) first: bool,
    /// J.
    pub(in crate::lab) cost: f64,
    /// The partial derivative.
    pub(in crate::lab) slope: f64,
    /// What the parameter does next.
    pub(in crate::lab) next: Move,
}

/// What a parameter does in the next step.
#[derive(Clone, Copy)]
pub(in crate::lab) enum Move {
    /// It moves against the slope here.
    Step,
    /// It moves against this slope, measured where parameters before it have moved.
    Measured(f64),
    /// It moves against this slope, that of the rows which the step looks at.
    OfBatch(f64),
    /// The step is no finite number.
    Undefined,
    /// The run has stopped.
    Stopped,
}

/// More frozen parameters than this are counted, not listed.
const LISTED: usize = 3;

/// "Along w, with b frozen at −0.5: J 1.2, slope −0.3: w gets larger in the next
/// step."
pub(in crate::lab) fn sentence(place: &Place<'_>) -> String {
    let Place { name, slope, .. } = *place;
    if !place.cost.is_finite() || !slope.is_finite() {
        return format!("Along {name}, {}: J has no slope here.", frozen(place));
    }
    let next = match place.next {
        Move::Step => format!("{} in the next step", change(name, slope)),
        Move::Measured(elsewhere) => format!(
            "{} in the next step, by the slope {} measured after {} moved",
            change(name, elsewhere),
            number(elsewhere),
            earlier(place)
        ),
        Move::OfBatch(slope) => format!(
            "{} in the next step, by the slope {} of the rows that it looks at",
            change(name, slope),
            number(slope)
        ),
        Move::Undefined => "the next step leads nowhere".into(),
        Move::Stopped => "the run has stopped here".into(),
    };
    format!(
        "Along {name}, {}: J {}, slope {}: {next}.",
        frozen(place),
        number(place.cost),
        number(slope)
    )
}

fn frozen(place: &Place<'_>) -> String {
    let others = &place.frozen;
    if others.len() > LISTED {
        return format!("with the other {} parameters frozen", others.len());
    }
    let listed: Vec<String> = others
        .iter()
        .map(|(name, value)| format!("{name} frozen at {}", number(*value)))
        .collect();
    format!("with {}", listed.join(" and "))
}

fn change(name: &str, slope: f64) -> String {
    match slope {
        _ if slope > 0.0 => format!("{name} gets smaller"),
        _ if slope < 0.0 => format!("{name} gets larger"),
        _ => format!("{name} stays"),
    }
}

fn earlier(place: &Place<'_>) -> String {
    match place.frozen.first() {
        Some((name, _)) if place.first => format!("{name} has"),
        _ => "the parameters before it have".into(),
    }
}

/// What the walker's place is, as far as slices tell and hide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::lab) enum Flat {
    /// It is not flat.
    No,
    /// A minimum.
    Minimum,
    /// The bottom of every slice, and no minimum.
    FallsBetween,
    /// Flat, and something else or undecided.
    Other,
}

/// What to look at.
pub(in crate::lab) fn caption(flat: Flat, shared: bool) -> String {
    let here = match flat {
        Flat::No => {
            "Each curve lets one parameter vary and freezes the others at the walker. \
             At the bottom of every slice is not yet a minimum: between the axes the ground may still fall."
        }
        Flat::Minimum => {
            "Every slice is at a bottom here, and between the axes the ground rises too: a minimum."
        }
        Flat::FallsBetween => {
            "Every slice is at a bottom here, and yet it is no minimum: between the axes the ground falls."
        }
        Flat::Other => {
            "Every slice is level here. Level is not yet a bottom, and the bottom of every slice not yet a minimum."
        }
    };
    let scale = match shared {
        true => "All slices share one scale of J.",
        false => "Each slice has its own scale of J: compare slopes by their numbers.",
    };
    format!("{here} {scale}")
}

/// In place of slices of a cost of one parameter.
pub(in crate::lab) const ONE_PARAMETER: &str = "This cost has one parameter: the curve above is its only slice, and there is nothing to freeze.";

/// A button that opens a cost.
pub(in crate::lab) const OFFER: &str = "Try w² + b² + 3wb";
