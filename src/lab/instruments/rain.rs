use crate::lab::order::rising;
use crate::lab::session::{Rain, Session, tidy};
use crate::lab::setting::Key;
use crate::lab::words::rain as words;
use crate::landscape::{Fate, Rest, Valley};
use crate::number::significant;

/// A valley that walkers came to rest in.
#[derive(Clone, Debug, PartialEq)]
pub struct ValleyReport {
    /// Its number, from 0: its colour and shape.
    pub number: usize,
    /// Where its bottom is: "w 1.512, b −0.504".
    pub place: String,
    /// J there.
    pub cost: String,
    /// How many walkers have come to rest in it so far.
    pub count: usize,
    /// Their part of all, in percent.
    pub share: String,
}

/// The rain in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RainReport {
    /// What to look at.
    pub caption: String,
    /// How many still walk.
    pub status: String,
    /// The valleys that hold walkers, the deepest first.
    pub valleys: Vec<ValleyReport>,
    /// Those that did not come to rest in a valley, by what became of them.
    pub others: Vec<String>,
    /// Whether slices of it must still be computed up to the clock.
    pub behind: bool,
}

/// The bottom of a valley is told to this part of the window.
const FINE: f64 = 1e-6;

impl Session {
    /// The rain in words, while it rains.
    pub fn rain_report(&self) -> Option<RainReport> {
        let rain = self.rain()?;
        let fates = self.fates();
        let count = |fate: Fate| fates.iter().filter(|&&found| found == fate).count();
        let over = rain.is_over(self.iteration());
        let valleys = self.valley_reports(rain.valleys(), rain.drops(), count);
        Some(RainReport {
            caption: words::caption(
                rain.drops(),
                &self.rain_ranges(),
                &self.setting(Key::Seed),
                &significant(self.alpha(), 4),
                over.then_some(valleys.len()),
            ),
            status: words::status(&words::Fall {
                shown: rain.shown(self.iteration()),
                behind: rain.is_behind().then_some(self.iteration()),
                walking: count(Fate::Walking),
                drops: rain.drops(),
            }),
            others: words::others(&words::Others {
                passes: count(Fate::Rest(Rest::Pass)),
                nearly_flat: count(Fate::Rest(Rest::NearlyFlat)),
                limit: count(Fate::Limit),
                steps: self.step_limit(),
                diverged: count(Fate::Diverged),
                no_ground: count(Fate::NoGround),
            }),
            behind: rain.is_behind(),
            valleys,
        })
    }

    /// Where rain falls: "w −3 to 3, b −2 to 2".
    fn rain_ranges(&self) -> String {
        let window = self.window();
        let names = self.subject().parameters();
        let mut axes = self.axes().to_vec();
        axes.dedup();
        let ranges = axes.iter().zip([window.x(), window.y()]);
        let texts = ranges.map(|(axis, range)| {
            let [low, high] = range.map(|end| significant(end, 4));
            format!("{} {low} to {high}", names[*axis].display())
        });
        texts.collect::<Vec<_>>().join(", ")
    }

    /// What the map shows of the rain, while it rains.
    pub(in crate::lab) fn rain_on_map(&self) -> Option<String> {
        let rain = self.rain()?;
        Some(words::on_map(rain.drops(), rain.is_over(self.iteration())))
    }

    /// What has become of each walker of the rain; none without rain.
    pub fn fates(&self) -> Vec<Fate> {
        let fates = |rain: &Rain| {
            let walkers = 0..rain.drops();
            walkers
                .map(|walker| rain.fate(walker, self.iteration()))
                .collect()
        };
        self.rain().map_or(Vec::new(), fates)
    }

    /// The valleys that hold some of all, the deepest first.
    pub(super) fn valley_reports(
        &self,
        valleys: &[Valley],
        all: usize,
        held: impl Fn(Fate) -> usize,
    ) -> Vec<ValleyReport> {
        // Walkers stop near the bottom: digits that no picture of the window shows
        // are not the valley's.
        let [width, height] = self.window().size();
        let fine = FINE * if width < height { width } else { height };
        let order = rising(0..valleys.len(), |number| valleys[*number].value);
        let rows = order.into_iter().map(|number| {
            let valley = &valleys[number];
            let count = held(Fate::Rest(Rest::Valley(number)));
            let at: Vec<f64> = valley.at.iter().map(|c| tidy(*c, fine)).collect();
            ValleyReport {
                number,
                place: self.place_text(&at),
                cost: significant(valley.value, 4),
                count,
                share: words::share(count, all),
            }
        });
        rows.filter(|row| row.count > 0).collect()
    }

    /// A point for reading: "w 1.512, b −0.504".
    pub(super) fn place_text(&self, point: &[f64]) -> String {
        let names = self.subject().parameters().iter();
        let texts = names
            .zip(point)
            .map(|(name, value)| format!("{} {}", name.display(), significant(*value, 4)));
        texts.collect::<Vec<_>>().join(", ")
    }
}
