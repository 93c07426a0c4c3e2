use crate::descent::StopReason;
use crate::lab::session::Session;
use crate::lab::words::twins::{self as words, End, Group};
use crate::landscape::{Ground, Rest, Valleys, distance, ground};
use crate::number::significant;

/// One run beside the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinReport {
    /// Its number, from 1.
    pub number: usize,
    /// Where it starts: "w 0.06, b −0.02".
    pub start: String,
    /// Where it is.
    pub place: String,
    /// J there.
    pub cost: String,
    /// How it stopped and on what ground; that it walks, before.
    pub end: String,
}

/// Starts side by side, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinsReport {
    /// What to look at.
    pub caption: String,
    /// How far apart the runs are now.
    pub distances: String,
    /// Where they ended, compared; empty while one of them walks, or for one alone.
    pub verdict: String,
    /// Every run.
    pub runs: Vec<TwinReport>,
    /// Whether the data sheet has a pair of its own.
    pub own_pair: bool,
}

/// Depths that differ by less than this part of all the cost the runs have seen are
/// equal: the runs stop where the ground is flat, not where it is lowest.
const LEVEL: f64 = 1e-9;

impl Session {
    /// Starts side by side, in words.
    pub fn twins_report(&self) -> TwinsReport {
        let runs = self.runs().len();
        TwinsReport {
            caption: words::caption(runs, self.selected() + 1, self.twin_sampling()),
            distances: words::distances(
                self.selected() + 1,
                self.iteration(),
                &self.twin_distances(),
            ),
            verdict: self.twins_verdict().unwrap_or_default(),
            runs: (0..runs).map(|run| self.twin_report(run)).collect(),
            own_pair: self.own_pair().is_some(),
        }
    }

    /// Every run but the selected, with its distance from that at the start and now.
    fn twin_distances(&self) -> Vec<(usize, [f64; 2])> {
        let selected = &self.runs()[self.selected()];
        let others = self.runs().iter().enumerate();
        others
            .filter(|(run, _)| *run != self.selected())
            .map(|(run, other)| {
                let apart = |iteration| distance(selected, other, iteration);
                (run + 1, [apart(0), apart(self.iteration())])
            })
            .collect()
    }

    fn twin_report(&self, run: usize) -> TwinReport {
        let readout = self.run_readout(run);
        TwinReport {
            number: run + 1,
            start: self.place_text(&self.starts()[run]),
            place: self.place_text(&readout.point),
            cost: significant(readout.cost, 4),
            end: words::end(readout.iteration, self.end_of(run)),
        }
    }

    fn end_of(&self, run: usize) -> End {
        match self.stop(run) {
            None => End::Walking,
            Some(StopReason::Converged { .. }) => {
                let point = self.runs()[run].point(self.shown_iteration(run));
                End::Flat(ground(self.subject().cost.as_ref(), &point))
            }
            Some(StopReason::StepLimit { .. }) => End::Limit,
            Some(StopReason::Diverged(_)) => End::Diverged,
        }
    }

    /// Which valleys the runs ended in, once all have ended.
    fn twins_verdict(&self) -> Option<String> {
        let runs = self.runs();
        if runs.len() < 2 || !(0..runs.len()).all(|run| self.stop(run).is_some()) {
            return None;
        }
        let cost = self.subject().cost.as_ref();
        let mut valleys = Valleys::default();
        let mut groups: Vec<Group> = Vec::new();
        for (run, walk) in runs.iter().enumerate() {
            if self.end_of(run) != End::Flat(Ground::Minimum) {
                continue;
            }
            if let Rest::Valley(number) = valleys.take(cost, &walk.point(u32::MAX)) {
                if number == groups.len() {
                    groups.push(Group::default());
                }
                groups[number].runs.push(run + 1);
            }
        }
        for (group, valley) in groups.iter_mut().zip(valleys.found()) {
            group.cost = valley.value;
        }
        Some(words::verdict(runs.len(), groups, self.relief_seen()))
    }

    /// Differences of J that are too small to count.
    fn relief_seen(&self) -> f64 {
        let seen = self.runs().iter().filter_map(|run| run.costs().range());
        LEVEL * seen.fold(0.0, |sum, [low, high]| sum + (high - low))
    }
}
