use crate::descent::{History, Run, norm};
use crate::lab::session::Session;
use crate::lab::subject::Origin;
use crate::lab::words::stopping::{self as words, Moment, Outlook};
use crate::number::significant;

/// What J is compared with, for want of the truth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Best {
    /// The lowest J that any run has seen so far.
    Seen(f64),
    /// The least J of the minima that the data sheet lists.
    Listed(f64),
    /// The least mean squared error there is.
    LeastSquares(f64),
}

impl Best {
    /// The number itself.
    pub fn value(&self) -> f64 {
        match *self {
            Best::Seen(value) | Best::Listed(value) | Best::LeastSquares(value) => value,
        }
    }
}

/// When to stop, in words, for the selected run.
#[derive(Clone, Debug, PartialEq)]
pub struct StoppingReport {
    /// The run's number, from 1.
    pub run: usize,
    /// ‖∇J‖ at the start.
    pub first: String,
    /// ‖∇J‖ now.
    pub now: String,
    /// The tolerance.
    pub tolerance: String,
    /// How far ‖∇J‖ has come from the one to the other, on a logarithmic scale from
    /// 0 to 1.
    pub part: f64,
    /// ‖∇J‖ in tolerances.
    pub gap: String,
    /// What the flat place is, once the run has stopped.
    pub verdict: String,
    /// What to look at on the chart of ‖∇J‖.
    pub slope_caption: String,
    /// What to look at on the chart of J minus the best known.
    pub excess_caption: String,
    /// Whether each of the two charts has nothing to show.
    pub is_empty: [bool; 2],
    /// The answer to "is it done?" at the present iteration.
    pub answer: String,
}

impl Session {
    /// When to stop, in words.
    pub fn stopping_report(&self) -> StoppingReport {
        let run = self.selected();
        let readout = self.run_readout(run);
        let first = slope_at(&self.runs()[run], 0);
        let best = self.best_known();
        let highest = |history: fn(&Run) -> &History| {
            let ranges = self.runs().iter().filter_map(|run| history(run).range());
            ranges.fold(
                f64::NEG_INFINITY,
                |most, [_, high]| {
                    if high > most { high } else { most }
                },
            )
        };
        let no_slope = highest(Run::slopes) == 0.0;
        let no_excess = highest(Run::costs) <= best.value();
        StoppingReport {
            run: run + 1,
            first: significant(first, 4),
            now: significant(readout.gradient_norm, 4),
            tolerance: significant(self.tolerance(), 4),
            part: self.flatness(readout.gradient_norm),
            gap: words::gap(readout.gradient_norm, self.tolerance()),
            verdict: self.verdict(run),
            slope_caption: match no_slope {
                true => words::NO_SLOPE.into(),
                false => words::slope_caption(self.subject().fit.is_some()),
            },
            excess_caption: match no_excess && best.value().is_finite() {
                true => words::NO_EXCESS.into(),
                false => words::excess_caption(best),
            },
            is_empty: [no_slope, no_excess],
            answer: self.is_it_done(),
        }
    }

    /// The least J known. What a data sheet lists counts only once the selected run
    /// has stopped: before, it would tell where the walk should end.
    pub fn best_known(&self) -> Best {
        let ended = self.runs()[self.selected()].ending().is_some();
        let subject = self.subject();
        match (subject.origin, &subject.regression) {
            (Origin::Catalogue(sheet), _) if ended && !sheet.minima.is_empty() => {
                Best::Listed(sheet.minima[0].value)
            }
            (_, Some(regression)) if ended => {
                Best::LeastSquares(subject.cost.value(regression.minimum()))
            }
            _ => {
                let lows = self.runs().iter().filter_map(|run| run.costs().range());
                Best::Seen(lows.fold(
                    f64::INFINITY,
                    |least, [low, _]| {
                        if low < least { low } else { least }
                    },
                ))
            }
        }
    }

    /// Whether the selected run is done at the present iteration, and what speaks
    /// for and against.
    fn is_it_done(&self) -> String {
        let index = self.selected();
        let run = &self.runs()[index];
        let readout = self.run_readout(index);
        let iteration = readout.iteration;
        if self.stop(index).is_some() {
            return words::stopped(readout.stopped, &self.verdict(index));
        }
        let value = |iteration| self.subject().cost.value(&run.point(iteration));
        words::is_it_done(&Moment {
            iteration,
            first: value(0),
            before: value(iteration.saturating_sub(1)),
            now: readout.cost,
            slope: readout.gradient_norm,
            tolerance: self.tolerance(),
            outlook: self.outlook(run, iteration),
        })
    }

    /// What is known to come after an iteration, where the run was computed further.
    fn outlook(&self, run: &Run, iteration: u32) -> Option<Outlook> {
        let last = run.computed();
        if last <= iteration {
            return None;
        }
        let (from, to) = (run.point(iteration), run.point(last));
        let names = self.subject().parameters().iter();
        let moves = names
            .zip(from.iter().zip(&to))
            .map(|(name, (from, to))| (name.display(), [*from, *to]));
        Some(Outlook {
            last,
            ended: run.ending().is_some(),
            cost: self.subject().cost.value(&to),
            moves: moves.collect(),
        })
    }
}

fn slope_at(run: &Run, iteration: u32) -> f64 {
    let point = run.point(iteration);
    let mut gradient = vec![0.0; point.len()];
    run.cost().gradient(&point, &mut gradient);
    norm(&gradient)
}
