//! What is said of rain.

use crate::number::significant;

/// Rain on the map: while it falls, and once all walkers have ended.
pub(in crate::lab) fn on_map(drops: usize, is_over: bool) -> String {
    match is_over {
        false => format!("The small dots are the {drops} walkers of the rain."),
        true => format!(
            "It has rained: each of the {drops} small marks is the start of a walker, in the colour and shape of the valley it led to."
        ),
    }
}

/// What to look at; `ranges` is the window walkers start in, and `valleys`, once all
/// have ended, how many hold some.
pub(in crate::lab) fn caption(
    drops: usize,
    ranges: &str,
    seed: &str,
    alpha: &str,
    valleys: Option<usize>,
) -> String {
    let dropped = format!(
        "{drops} walkers from places drawn at random, {ranges} (seed {seed}), all with α {alpha}."
    );
    let look = match valleys {
        None => "Each dot is one of them; the number in a valley counts those at rest there.",
        Some(0) => "None of them came to rest in a valley.",
        Some(1) => "All that came to rest in a valley reached the same one.",
        Some(_) => {
            "Each mark is a start, in the colour and shape of the valley it led to: where they meet runs the divide."
        }
    };
    format!("{dropped} {look}")
}

/// How far rain has fallen.
pub(in crate::lab) struct Fall {
    /// The iteration shown.
    pub(in crate::lab) shown: u32,
    /// The clock's iteration, if that is still to be computed.
    pub(in crate::lab) behind: Option<u32>,
    /// Those still walking.
    pub(in crate::lab) walking: usize,
    /// All of them.
    pub(in crate::lab) drops: usize,
}

/// How many still walk.
pub(in crate::lab) fn status(fall: &Fall) -> String {
    let Fall { shown, drops, .. } = *fall;
    match (fall.behind, fall.walking) {
        (Some(clock), _) => format!("Computing the rain: iteration {shown} of {clock}."),
        (None, 0) => format!("All {drops} have ended, the last at iteration {shown}."),
        (None, walking) => format!("Iteration {shown}: {walking} of {drops} still walk."),
    }
}

/// A part of all in percent.
pub(in crate::lab) fn share(count: usize, all: usize) -> String {
    format!("{} %", significant(100.0 * count as f64 / all as f64, 2))
}

/// Walkers that are in no valley, by what became of them.
pub(in crate::lab) struct Others {
    pub(in crate::lab) passes: usize,
    pub(in crate::lab) nearly_flat: usize,
    pub(in crate::lab) limit: usize,
    pub(in crate::lab) steps: u32,
    pub(in crate::lab) diverged: usize,
    pub(in crate::lab) no_ground: usize,
}

/// A sentence for each thing that became of some.
pub(in crate::lab) fn others(others: &Others) -> Vec<String> {
    let steps = super::steps(others.steps);
    [
        (
            others.passes,
            "stopped on a crest or a saddle: flat, but no minimum.".to_owned(),
        ),
        (
            others.nearly_flat,
            "stopped where the ground is too nearly flat to tell what it is.".to_owned(),
        ),
        (
            others.limit,
            format!("still walking at the limit of {steps}: too slow, or back and forth for ever."),
        ),
        (others.diverged, "diverged.".to_owned()),
        (
            others.no_ground,
            "started where J has no finite value or slope.".to_owned(),
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, rest)| format!("{count} {rest}"))
    .collect()
}
