//! What the labels of an axis have in common is told once, behind its name.

use std::borrow::Cow;

use super::ticks::{LONGEST, Tick, decade, ticks};
use crate::number::significant;

/// How the numbers along an axis are told.
///
/// Far from zero beside its length, a range such as 3.0000001 to 3.0000002 has labels
/// too long to stand side by side. Then they tell what is beyond a round number near
/// all of it, and the axis is named "w − 3.0000001".
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Labelling {
    range: [f64; 2],
    beyond: Option<Round>,
}

#[derive(Clone, Debug, PartialEq)]
struct Round {
    /// The double nearest to the number told.
    value: f64,
    /// " − 3.0000001".
    text: String,
}

/// A range this many times farther from zero than it is long is far from it.
const FAR: f64 = 1000.0;

impl Labelling {
    pub(super) fn new(range: [f64; 2]) -> Labelling {
        Labelling {
            range,
            beyond: round(range),
        }
    }

    /// The axis's name with what its labels leave out.
    pub(super) fn name<'a>(&self, name: &'a str) -> Cow<'a, str> {
        match &self.beyond {
            None => name.into(),
            Some(round) => format!("{name}{}", round.text).into(),
        }
    }

    /// Ticks of the range, about so many.
    pub(super) fn ticks(&self, about: usize) -> Vec<Tick> {
        let [low, high] = self.range;
        let Some(Round { value: round, .. }) = self.beyond else {
            return ticks(self.range, about);
        };
        let beyond = ticks([low - round, high - round], about).into_iter();
        let placed = beyond.map(|tick| Tick {
            value: round + tick.value,
            ..tick
        });
        placed
            .filter(|tick| (low..=high).contains(&tick.value))
            .collect()
    }
}

/// The round number near a range that is far from zero and needs long labels.
fn round([low, high]: [f64; 2]) -> Option<Round> {
    let (span, largest) = (high - low, low.abs().max(high.abs()));
    // A step is about a tenth of the span.
    let is_long = decade(largest).max(0) + 2 - decade(span) > LONGEST;
    if !(is_long && largest > FAR * span) {
        return None;
    }
    let middle = low + span / 2.0;
    let digits = (decade(middle.abs()) - decade(span)).clamp(1, 17) as usize;
    let value: f64 = format!("{middle:.*e}", digits - 1).parse().ok()?;
    let sign = if value < 0.0 { '+' } else { '−' };
    Some(Round {
        value,
        text: format!(" {sign} {}", significant(value.abs(), digits)),
    })
}
