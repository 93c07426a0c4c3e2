use std::ops::Deref;

use super::Rule;
use crate::cost::{Batch, Cost};

/// When a run ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The most steps.
    pub steps: u32,
    /// The ground counts as flat where ‖∇J‖ is at most this.
    pub tolerance: f64,
    /// The distance from the start, in parameter units, beyond which a run has
    /// diverged.
    pub reach: f64,
}

/// How a run walks and when it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// The update rule.
    pub rule: &'static Rule,
    /// The learning rate α.
    pub alpha: f64,
    /// The rows of the data that each step looks at; all of them if `None`. When a run ends
    /// is always found from all rows.
    pub batch: Option<Batch>,
    /// When to end.
    pub limits: Limits,
}

/// What a step measures its slopes on.
pub enum Ground<'a> {
    /// The cost itself.
    Whole(&'a dyn Cost),
    /// The cost of a batch of rows.
    Batch(Box<dyn Cost + 'a>),
}

impl Plan {
    /// What the step from an iteration measures its slopes on.
    pub fn ground<'a>(&self, cost: &'a dyn Cost, iteration: u32) -> Ground<'a> {
        match self.batch.and_then(|batch| cost.on_batch(batch, iteration)) {
            None => Ground::Whole(cost),
            Some(of_batch) => Ground::Batch(of_batch),
        }
    }

    /// Writes the step (a displacement) from a point at an iteration.
    ///
    /// `at` and `into` have one number per parameter.
    pub fn step(&self, cost: &dyn Cost, iteration: u32, at: &[f64], into: &mut [f64]) {
        let ground = self.ground(cost, iteration);
        self.rule.step(&*ground, self.alpha, at, into);
    }

    /// Moves a point at an iteration by one step; `gradient` and `step` are room for what it
    /// is made of.
    pub(super) fn advance(
        &self,
        cost: &dyn Cost,
        iteration: u32,
        gradient: &mut [f64],
        at: &mut [f64],
        step: &mut [f64],
    ) {
        let ground = self.ground(cost, iteration);
        ground.gradient(at, gradient);
        self.rule.advance(&*ground, self.alpha, gradient, at, step);
    }
}

impl<'a> Deref for Ground<'a> {
    type Target = dyn Cost + 'a;

    fn deref(&self) -> &(dyn Cost + 'a) {
        match self {
            Ground::Whole(cost) => *cost,
            Ground::Batch(cost) => &**cost,
        }
    }
}
