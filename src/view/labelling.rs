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

    /// About so many ticks: at least two where the range has round numbers for them, as
    /// one alone tells no scale.
    pub(super) fn several_ticks(&self, about: usize) -> Vec<Tick> {
        (about..about + 4)
            .map(|about| self.ticks(about))
            .find(|ticks| ticks.len() >= 2)
            .unwrap_or_else(|| self.ticks(about))
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

#[cfg(test)]
mod tests {
    use super::super::palette::{Mode, Role};
    use super::super::pen::text_width;
    use super::super::plot::{Axes, Axis, Plot};
    use super::super::theme::{Size, Theme};
    use super::Labelling;
    use crate::landscape::Window;

    #[test]
    fn a_range_far_from_zero_is_told_from_a_round_number() {
        for (range, name, labels) in [
            ([2.0, 4.0], "w", ["2", "3", "4"]),
            ([2.9999995, 3.0000005], "w − 3", ["−5×10⁻⁷", "0", "5×10⁻⁷"]),
            (
                [-1.234_567_890_12, -1.234_567_889_88],
                "w + 1.23456789",
                ["−1×10⁻¹⁰", "0", "1×10⁻¹⁰"],
            ),
            ([1e12, 1e12 + 2.0], "w − 1×10¹²", ["0", "1", "2"]),
            ([-1e-12, 1e-12], "w", ["−1×10⁻¹²", "0", "1×10⁻¹²"]),
        ] {
            let labelling = Labelling::new(range);
            assert_eq!(labelling.name("w"), name);
            let ticks = labelling.ticks(3).into_iter();
            assert_eq!(ticks.map(|tick| tick.label).collect::<Vec<_>>(), labels);
        }
    }

    /// The number that a label with a power of ten stands for.
    fn read(text: &str) -> f64 {
        let plain: String = text
            .replace("×10", "e")
            .chars()
            .map(
                |sign| match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == sign) {
                    Some(digit) => char::from(b'0' + digit as u8),
                    None if matches!(sign, '−' | '⁻') => '-',
                    None => sign,
                },
            )
            .collect();
        plain.parse().expect("a number")
    }

    #[test]
    fn labels_of_close_views_differ_do_not_touch_and_are_true() {
        let theme = Theme::new(Mode::Light, Size::Normal, 1.0);
        let role = Role::Ink;
        let axes = Axes {
            x: Axis { name: "w", role },
            y: Axis { name: "b", role },
        };
        for half in [1e-3, 5e-7, 5e-8, 5e-10, 5e-11, 2e-12] {
            for middle in [3f64, 3.000_000_13, -2.805_118_086_95, 209.362_9] {
                let side = [middle - half * middle.abs(), middle + half * middle.abs()];
                let window = Window::new(side, side).expect("a window");
                for size in [[700, 480], [340, 300]] {
                    let plot = Plot::new(size, window, &axes, &theme).expect("room");
                    let ticks = plot.x_ticks(&theme);
                    assert!(ticks.len() >= 2 && plot.y_ticks(&theme).len() >= 2);
                    let [name, _] = plot.names(&axes);
                    // "w − 3" has labels counted from 3.
                    let told = name.strip_prefix("w ").map_or(0.0, |text| {
                        -read(&text.replace("− ", "−").replace("+ ", ""))
                    });
                    for pair in ticks.windows(2) {
                        let ends = pair
                            .iter()
                            .map(|tick| plot.project([tick.value, middle])[0]);
                        let ends: Vec<f64> = ends.collect();
                        let widths = pair
                            .iter()
                            .map(|tick| text_width(&tick.label, theme.text()));
                        assert!(ends[1] - ends[0] > widths.sum::<f64>() / 2.0, "{pair:?}");
                        assert_ne!(pair[0].label, pair[1].label);
                        let step = pair[1].value - pair[0].value;
                        assert!((told + read(&pair[0].label) - pair[0].value).abs() < 0.01 * step);
                    }
                }
            }
        }
    }
}
