//! Many walkers at once: where they start, the shared clock, and where they end.

use std::rc::Rc;

use super::Session;
use crate::descent::{Crowd, StopReason};
use crate::landscape::{Fate, Rest, Valley, Valleys, Window};
use crate::random;

/// How many walkers one rain drops.
const DROPS: u32 = 300;
/// Steps of single walkers computed at once where rain must catch up with the clock:
/// about a frame's worth.
const SLICE: usize = 20_000;
/// Draws of coordinates from here on belong to rain; those before to random starts.
const DRAWS: u32 = 1 << 16;

/// A rain of walkers, all with the figure's rule and α, each from a place drawn from
/// the window.
pub struct Rain {
    crowd: Crowd,
    basis: Basis,
    /// The furthest iteration the clock asked for.
    wanted: u32,
    valleys: Valleys,
    /// What flat ground each walker found, once it has.
    rests: Vec<Option<Rest>>,
}

/// What a rain depends on.
#[derive(PartialEq)]
struct Basis {
    revision: u64,
    window: Window,
    axes: [usize; 2],
}

impl Rain {
    /// How many walkers there are.
    pub fn drops(&self) -> usize {
        self.crowd.len()
    }

    /// Where a walker started.
    pub fn start(&self, walker: usize) -> &[f64] {
        self.crowd.start(walker)
    }

    /// The iteration shown at a clock: the clock's, unless rain is behind or over.
    pub fn shown(&self, clock: u32) -> u32 {
        let computed = self.crowd.computed();
        if clock < computed { clock } else { computed }
    }

    /// Every walker's point at a clock, one after the other.
    pub fn points(&self, clock: u32) -> Vec<f64> {
        self.crowd.points(clock)
    }

    /// What has become of a walker at a clock.
    pub fn fate(&self, walker: usize, clock: u32) -> Fate {
        let ending = self.crowd.ending(walker);
        let rest = || self.rests[walker].unwrap_or(Rest::NearlyFlat);
        Fate::of(ending.filter(|ending| ending.iteration <= clock), rest)
    }

    /// The valleys walkers came to rest in or may, by their numbers.
    pub fn valleys(&self) -> &[Valley] {
        self.valleys.found()
    }

    /// Whether every walker has ended at a clock.
    pub fn is_over(&self, clock: u32) -> bool {
        self.crowd.is_finished() && clock >= self.crowd.computed()
    }

    /// Whether it must still be computed up to the clock.
    pub fn is_behind(&self) -> bool {
        !self.crowd.is_finished() && self.crowd.computed() < self.wanted
    }

    pub(super) fn furthest(&self) -> u32 {
        if self.is_behind() {
            self.wanted
        } else {
            self.crowd.computed()
        }
    }

    /// Computes up to an iteration; gives the last one shown.
    pub(super) fn advance_to(&mut self, wanted: u32) -> u32 {
        self.wanted = if wanted > self.wanted {
            wanted
        } else {
            self.wanted
        };
        self.crowd.advance_to(wanted);
        self.judge();
        self.shown(wanted)
    }

    /// A slice of what is behind.
    fn catch_up(&mut self) {
        let mut spent = 0;
        while self.is_behind() && spent < SLICE {
            spent += self.crowd.walking();
            self.crowd.advance_to(self.crowd.computed() + 1);
        }
        if !self.is_behind() {
            // A figure saved when all had ended opens so.
            self.crowd.look_for_end();
        }
        self.judge();
    }

    /// Says of every walker that has found flat ground lately what it is.
    fn judge(&mut self) {
        for walker in 0..self.crowd.len() {
            let reason = self.crowd.ending(walker).map(|ending| ending.reason);
            if self.rests[walker].is_none() && matches!(reason, Some(StopReason::Converged { .. }))
            {
                let at = self.crowd.point(walker);
                self.rests[walker] = Some(self.valleys.take(self.crowd.cost(), at));
            }
        }
    }
}

impl Session {
    /// The rain, while it is shown.
    pub fn rain(&self) -> Option<&Rain> {
        self.rain.as_ref()
    }

    /// Computes a slice of rain that is behind the clock; gives whether it still is.
    pub fn catch_rain(&mut self) -> bool {
        let Some(rain) = &mut self.rain else {
            return false;
        };
        if rain.is_behind() {
            rain.catch_up();
            let behind = rain.is_behind();
            // It may have ended before the iteration asked for.
            self.seek(self.iteration);
            return behind;
        }
        false
    }

    /// Lets it rain anew where what it depends on has changed, and stops it where it
    /// is no longer shown.
    pub(super) fn tend_rain(&mut self) {
        if !self.shows("rain") {
            if self.rain.take().is_some() {
                self.seek(self.iteration);
            }
            return;
        }
        let basis = Basis {
            revision: self.revision,
            window: self.window(),
            axes: self.axes(),
        };
        if self.rain.as_ref().is_none_or(|rain| rain.basis != basis) {
            let starts: Vec<Vec<f64>> = (0..DROPS).map(|walker| self.drop_start(walker)).collect();
            let crowd = Crowd::new(Rc::clone(&self.subject.cost), self.plan(), &starts);
            self.rain = Some(Rain {
                rests: vec![None; crowd.len()],
                crowd,
                basis,
                wanted: 0,
                valleys: self.subject.known_valleys(),
            });
        }
    }

    /// After a change of what is shown, where, or how.
    pub(super) fn look_again(&mut self) {
        self.tend_rain();
        self.rain_until(self.iteration);
    }

    /// Asks rain for an iteration, and computes a first slice of it. The clock goes
    /// there, or as far as rain may fall.
    pub(super) fn rain_until(&mut self, wanted: u32) {
        let limit = self.step_limit();
        let Some(rain) = &mut self.rain else { return };
        let wanted = if wanted < limit { wanted } else { limit };
        if wanted > rain.wanted {
            rain.wanted = wanted;
        }
        if wanted > self.iteration {
            self.iteration = wanted;
        }
        self.catch_rain();
    }

    /// Where a walker starts: drawn from the window, the frozen parameters as in the
    /// first start. It follows from the settings and the walker's number alone.
    fn drop_start(&self, walker: u32) -> Vec<f64> {
        let seed = self.seed();
        let mut at = self.starts()[0].clone();
        let (axes, window) = (self.axes(), self.window());
        for (coordinate, [low, high]) in [window.x(), window.y()].into_iter().enumerate() {
            if coordinate < self.subject.dimension() {
                let part = random::uniform(seed, walker, DRAWS + coordinate as u32);
                at[axes[coordinate]] = low + part * (high - low);
            }
        }
        at
    }
}
