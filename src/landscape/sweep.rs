use std::rc::Rc;

use super::Kernel;
use super::coarse::{coarse_to_fine, stride};
use super::descents::{Descents, End, Journal};
use crate::cost::Cost;
use crate::descent::{Ending, Limits, Plan, StopReason};

/// How a run with one learning rate ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// The learning rate.
    pub alpha: f64,
    /// Where and why the run ends.
    pub ending: Ending,
}

impl Pace {
    /// The steps it takes to converge, if it does.
    pub fn steps(&self) -> Option<u32> {
        match self.ending.reason {
            StopReason::Converged { .. } => Some(self.ending.iteration),
            _ => None,
        }
    }

    /// Whether it diverges.
    pub fn diverges(&self) -> bool {
        matches!(self.ending.reason, StopReason::Diverged(_))
    }
}

/// Runs with many learning rates from a few starts, in as many slices as wanted.
pub struct Sweep {
    descents: Descents,
    found: Found,
}

/// What is known of the runs.
struct Found {
    cost: Rc<dyn Cost>,
    limits: Limits,
    starts: Vec<Vec<f64>>,
    alphas: Vec<f64>,
    /// By start, then by learning rate.
    endings: Vec<Option<Ending>>,
    /// Indices of learning rates, the coarse ones first.
    order: Vec<usize>,
    /// How many runs have set out, and how many have ended.
    begun: usize,
    done: usize,
}

/// The coarsest learning rates are this many places apart.
const COARSEST: usize = 16;

impl Sweep {
    /// Nothing run yet. `plan` gives all but α; `alphas` ascend. `kernel` is one for this
    /// cost and this plan's rule.
    pub fn new(
        cost: Rc<dyn Cost>,
        kernel: Option<Rc<dyn Kernel>>,
        plan: Plan,
        starts: Vec<Vec<f64>>,
        alphas: Vec<f64>,
    ) -> Sweep {
        let all = starts.len() * alphas.len();
        Sweep {
            descents: Descents::new(Rc::clone(&cost), kernel, plan, all),
            found: Found {
                cost,
                limits: plan.limits,
                endings: vec![None; all],
                order: coarse_to_fine(alphas.len(), COARSEST, |index| stride(index, COARSEST)),
                starts,
                alphas,
                begun: 0,
                done: 0,
            },
        }
    }

    /// The learning rates, ascending.
    pub fn alphas(&self) -> &[f64] {
        &self.found.alphas
    }

    /// How many runs are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        [self.found.done, self.found.endings.len()]
    }

    /// Works for about as long as so many steps take one at a time; gives whether there is
    /// more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        self.descents.work(steps, &mut self.found);
        self.found.done < self.found.endings.len()
    }

    /// What is known of the runs from one start, by ascending α.
    pub fn paces(&self, start: usize) -> Vec<Pace> {
        let Found {
            alphas, endings, ..
        } = &self.found;
        let count = alphas.len();
        let endings = &endings[start * count..(start + 1) * count];
        let known = alphas.iter().zip(endings);
        known
            .filter_map(|(&alpha, ending)| {
                Some(Pace {
                    alpha,
                    ending: (*ending)?,
                })
            })
            .collect()
    }
}

impl Journal for Found {
    fn next(&mut self) -> Option<usize> {
        let rate = self.order.get(self.begun / self.starts.len())?;
        let start = self.begun % self.starts.len();
        self.begun += 1;
        Some(start * self.alphas.len() + rate)
    }

    fn write_start(&self, run: usize, start: &mut [f64]) -> f64 {
        let count = self.alphas.len();
        start.copy_from_slice(&self.starts[run / count]);
        self.alphas[run % count]
    }

    fn enter(&mut self, run: usize, end: End, point: &[f64]) {
        self.done += 1;
        self.endings[run] = Some(end.ending(&*self.cost, &self.limits, point));
    }
}

/// A learning rate that takes this many times the steps of the fastest is too small.
const SLOW: u32 = 10;
/// One above the fastest that takes this many times its steps is too large.
const UNSTEADY: u32 = 2;
/// A divergence that takes no more steps than this is plain to see.
const SOON: u32 = 50;

/// Four learning rates out of those tried from one start, by ascending α; `None` where
/// none of them is such a one:
///
/// 1. too small: the largest below the right one that does not converge within the step
///    limit, or takes ten times the steps;
/// 2. right: the fewest steps of all up to the first that, after some which converge, does
///    not;
/// 3. too large: the middle one of those above the right one that neither converge nor
///    diverge; if there is none, the slowest that converges, if it takes twice the steps;
/// 4. divergent: the smallest above the right one that diverges within fifty steps, or
///    else at all.
pub fn four_rates(paces: &[Pace]) -> [Option<Pace>; 4] {
    let settling = paces.iter().skip_while(|pace| pace.steps().is_none());
    let stretch = settling.take_while(|pace| pace.steps().is_some());
    let Some(right) = stretch.min_by_key(|pace| pace.steps()).copied() else {
        let divergent = paces.iter().find(|pace| pace.diverges());
        return [None, None, None, divergent.copied()];
    };
    let fewest = right.ending.iteration;
    let takes = |pace: &Pace, times: u32| {
        pace.steps()
            .is_none_or(|steps| steps >= fewest.saturating_mul(times))
    };
    let below = paces.iter().filter(|pace| pace.alpha < right.alpha);
    let above = || paces.iter().filter(|pace| pace.alpha > right.alpha);
    let divergent = || above().filter(|pace| pace.diverges());
    let restless = || above().filter(|pace| pace.steps().is_none() && !pace.diverges());
    let slowest = above()
        .take_while(|pace| pace.steps().is_some())
        .filter(|pace| takes(pace, UNSTEADY))
        .max_by_key(|pace| pace.steps());
    [
        below.rev().find(|pace| takes(pace, SLOW)).copied(),
        Some(right),
        restless().nth(restless().count() / 2).or(slowest).copied(),
        divergent()
            .find(|pace| pace.ending.iteration <= SOON)
            .or_else(|| divergent().next())
            .copied(),
    ]
}

/// Learning rates worth trying, ascending: evenly spaced on a logarithmic scale over a
/// range, and finer on both sides of every edge. Each has few digits.
pub fn rates_around([low, high]: [f64; 2], edges: &[f64]) -> Vec<f64> {
    let even = (0..RATES).map(|index| {
        let part = index as f64 / (RATES - 1) as f64;
        low * libm::pow(high / low, part)
    });
    let fine = edges.iter().flat_map(|edge| NEAR.map(|part| edge * part));
    let mut rates: Vec<f64> = even.chain(fine).map(short).collect();
    rates.retain(|rate| (low..=high).contains(rate));
    rates.sort_unstable_by(f64::total_cmp);
    rates.dedup();
    rates
}

const RATES: usize = 97;
const NEAR: [f64; 6] = [0.97, 0.99, 0.998, 1.002, 1.01, 1.03];

/// With four digits, as a person would write it.
fn short(rate: f64) -> f64 {
    format!("{rate:.3e}").parse().unwrap_or(rate)
}
