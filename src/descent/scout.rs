use super::walker::Walker;
use super::{Ending, Plan, StopReason};
use crate::cost::Cost;

/// A run that remembers only where it is: for questions that send out thousands.
///
/// It ends where, when and why a [`Run`](super::Run) with the same plan and start does.
/// One shortcut: a walk that comes back to a point it has been at, bit for bit, goes
/// round for ever, so it ends there and then with the step limit it would reach. Where every
/// step looks at other rows there is none.
pub struct Scout {
    plan: Plan,
    walker: Walker,
    goes_round: bool,
    /// A point of the walk to be recognised, replaced after 1, 2, 4, 8, … steps: Brent
    /// (1980), An improved Monte Carlo factorization algorithm, BIT 20, section 2.
    landmark: Vec<f64>,
    next_landmark: u32,
}

impl Scout {
    /// At its start, with nothing tried yet. The start has one coordinate per parameter
    /// of the cost that it will be sent down.
    pub fn new(cost: &dyn Cost, plan: Plan, start: &[f64]) -> Scout {
        Scout::on_the_way(cost, plan, start, start, 0)
    }

    /// On a walk that is known to come from `start` to `point` in so many iterations.
    pub fn on_the_way(
        cost: &dyn Cost,
        plan: Plan,
        start: &[f64],
        point: &[f64],
        iteration: u32,
    ) -> Scout {
        Scout {
            plan,
            walker: Walker::on_the_way(cost, start, point, iteration),
            goes_round: false,
            landmark: point.to_vec(),
            next_landmark: iteration + 1,
        }
    }

    /// Where it is.
    pub fn point(&self) -> &[f64] {
        self.walker.point()
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        let steps = self.plan.limits.steps;
        let at_limit = Ending {
            iteration: steps,
            reason: StopReason::StepLimit { steps },
        };
        self.walker.ending().or(self.goes_round.then_some(at_limit))
    }

    /// Takes at most so many steps and gives how many it took: fewer only if it has ended.
    pub fn walk(&mut self, cost: &dyn Cost, most: u32) -> u32 {
        let before = self.walker.iteration();
        while !self.goes_round
            && self.walker.iteration() - before < most
            && self.walker.advance(cost, &self.plan)
        {
            self.look_for_landmark();
        }
        self.walker.iteration() - before
    }

    fn look_for_landmark(&mut self) {
        if self.plan.batch.is_none() && self.walker.point() == self.landmark {
            self.goes_round = true;
        }
        let taken = self.walker.iteration();
        if taken == self.next_landmark {
            self.landmark.copy_from_slice(self.walker.point());
            self.next_landmark = taken.saturating_mul(2);
        }
    }
}
