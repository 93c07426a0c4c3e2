use std::rc::Rc;

use super::coarse::{coarse_to_fine, stride};
use crate::cost::Cost;
use crate::descent::{Ending, Plan, Scout, StopReason};

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
    cost: Rc<dyn Cost>,
    plan: Plan,
    starts: Vec<Vec<f64>>,
    alphas: Vec<f64>,
    /// By start, then by learning rate.
    endings: Vec<Option<Ending>>,
    /// Indices of learning rates, the coarse ones first.
    order: Vec<usize>,
    done: usize,
    scout: Option<Scout>,
}

/// The coarsest learning rates are this many places apart.
const COARSEST: usize = 16;

impl Sweep {
    /// Nothing run yet. `plan` gives all but α; `alphas` ascend.
    pub fn new(cost: Rc<dyn Cost>, plan: Plan, starts: Vec<Vec<f64>>, alphas: Vec<f64>) -> Sweep {
        Sweep {
            cost,
            plan,
            endings: vec![None; starts.len() * alphas.len()],
            order: coarse_to_fine(alphas.len(), COARSEST, |index| stride(index, COARSEST)),
            starts,
            alphas,
            done: 0,
            scout: None,
        }
    }

    /// The learning rates, ascending.
    pub fn alphas(&self) -> &[f64] {
        &self.alphas
    }

    /// How many runs are known, and how many there are.
    pub fn progress(&self) -> [usize; 2] {
        [self.done, self.endings.len()]
    }

    /// Takes at most so many steps; gives whether there is more to do.
    pub fn work(&mut self, steps: u32) -> bool {
        let mut left = steps;
        while self.done < self.endings.len() && left > 0 {
            let (rate, start) = (
                self.order[self.done / self.starts.len()],
                self.done % self.starts.len(),
            );
            let mut scout = match self.scout.take() {
                Some(scout) => scout,
                None => {
                    // Setting out is work as well.
                    left -= 1;
                    let alpha = self.alphas[rate];
                    Scout::new(
                        &*self.cost,
                        Plan { alpha, ..self.plan },
                        &self.starts[start],
                    )
                }
            };
            left -= scout.walk(&*self.cost, left);
            match scout.ending() {
                None => self.scout = Some(scout),
                ending => {
                    self.endings[start * self.alphas.len() + rate] = ending;
                    self.done += 1;
                }
            }
        }
        self.done < self.endings.len()
    }

    /// What is known of the runs from one start, by ascending α.
    pub fn paces(&self, start: usize) -> Vec<Pace> {
        let count = self.alphas.len();
        let endings = &self.endings[start * count..(start + 1) * count];
        let known = self.alphas.iter().zip(endings);
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
