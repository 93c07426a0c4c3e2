use super::norm::distance;
use super::{Divergence, Ending, Plan, StopReason, norm};
use crate::cost::Cost;

/// A run that remembers only where it is: for questions that send out thousands.
///
/// It ends where, when and why a [`Run`](super::Run) with the same plan and start does.
/// One shortcut: a walk that comes back to a point it has been at, bit for bit, goes
/// round for ever, so it ends there and then with the step limit it would reach.
#[derive(Clone, Debug)]
pub struct Scout {
    plan: Plan,
    start: Vec<f64>,
    point: Vec<f64>,
    gradient: Vec<f64>,
    step: Vec<f64>,
    taken: u32,
    ending: Option<Ending>,
    /// A point of the walk to be recognised, replaced after 1, 2, 4, 8, … steps: Brent
    /// (1980), An improved Monte Carlo factorization algorithm, BIT 20, section 2.
    landmark: Vec<f64>,
    next_landmark: u32,
}

impl Scout {
    /// At its start, with nothing tried yet. The start has one coordinate per parameter
    /// of the cost that it will be sent down.
    pub fn new(cost: &dyn Cost, plan: Plan, start: &[f64]) -> Scout {
        let mut scout = Scout {
            plan,
            start: start.to_vec(),
            point: start.to_vec(),
            gradient: vec![0.0; start.len()],
            step: vec![0.0; start.len()],
            taken: 0,
            ending: None,
            landmark: start.to_vec(),
            next_landmark: 1,
        };
        if !scout.survey(cost) {
            scout.end(StopReason::Diverged(Divergence::NotFinite));
        }
        scout
    }

    /// Where it is.
    pub fn point(&self) -> &[f64] {
        &self.point
    }

    /// How it ended, once it has.
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Takes at most so many steps and gives how many it took: fewer only if it has ended.
    pub fn walk(&mut self, cost: &dyn Cost, most: u32) -> u32 {
        let before = self.taken;
        while self.ending.is_none() && self.taken - before < most {
            self.try_step(cost);
        }
        self.taken - before
    }

    fn try_step(&mut self, cost: &dyn Cost) {
        let Plan {
            rule,
            alpha,
            limits,
        } = self.plan;
        let gradient_norm = norm(&self.gradient);
        if gradient_norm <= limits.tolerance {
            return self.end(StopReason::Converged {
                gradient_norm,
                tolerance: limits.tolerance,
            });
        }
        if self.taken >= limits.steps {
            return self.end_at_limit();
        }
        rule.advance(cost, alpha, &self.gradient, &mut self.point, &mut self.step);
        if !self.point.iter().all(|coordinate| coordinate.is_finite()) {
            return self.end(StopReason::Diverged(Divergence::NotFinite));
        }
        self.taken += 1;
        let is_finite = self.survey(cost);
        let distance = distance(&self.start, &self.point);
        if distance > limits.reach {
            let reach = limits.reach;
            return self.end(StopReason::Diverged(Divergence::TooFar { distance, reach }));
        }
        if !is_finite {
            return self.end(StopReason::Diverged(Divergence::NotFinite));
        }
        self.look_for_landmark();
    }

    /// Measures the slopes, and gives whether they and J are finite.
    fn survey(&mut self, cost: &dyn Cost) -> bool {
        cost.gradient(&self.point, &mut self.gradient);
        cost.value(&self.point).is_finite() && self.gradient.iter().all(|slope| slope.is_finite())
    }

    fn look_for_landmark(&mut self) {
        if self.point == self.landmark {
            return self.end_at_limit();
        }
        if self.taken == self.next_landmark {
            self.landmark.copy_from_slice(&self.point);
            self.next_landmark = self.taken.saturating_mul(2);
        }
    }

    fn end_at_limit(&mut self) {
        let steps = self.plan.limits.steps;
        self.ending = Some(Ending {
            iteration: steps,
            reason: StopReason::StepLimit { steps },
        });
    }

    fn end(&mut self, reason: StopReason) {
        self.ending = Some(Ending {
            iteration: self.taken,
            reason,
        });
    }
}
