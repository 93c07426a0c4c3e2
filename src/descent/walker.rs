use super::norm::distance;
use super::{Divergence, Ending, Foreseen, Limits, Plan, StopReason, norm};
use crate::cost::Cost;

/// One walk at the furthest iteration it has reached, with no memory of the way.
pub(super) struct Walker {
    start: Vec<f64>,
    here: Footing,
    /// Where the next step is tried before it counts.
    ahead: Footing,
    step: Vec<f64>,
    iteration: u32,
    ending: Option<Ending>,
}

/// A point with the cost and gradient there.
#[derive(Clone)]
struct Footing {
    point: Vec<f64>,
    value: f64,
    gradient: Vec<f64>,
    /// ‖∇J‖.
    slope: f64,
}

impl Footing {
    fn new(cost: &dyn Cost, point: &[f64]) -> Footing {
        let mut footing = Footing {
            point: point.to_vec(),
            value: 0.0,
            gradient: vec![0.0; point.len()],
            slope: 0.0,
        };
        footing.survey(cost);
        footing
    }

    fn survey(&mut self, cost: &dyn Cost) {
        self.value = cost.value(&self.point);
        cost.gradient(&self.point, &mut self.gradient);
        self.slope = norm(&self.gradient);
    }

    fn is_finite(&self) -> bool {
        self.value.is_finite() && all_finite(&self.gradient)
    }
}

fn all_finite(numbers: &[f64]) -> bool {
    numbers.iter().all(|number| number.is_finite())
}

impl Walker {
    /// At iteration 0, with nothing tried yet.
    ///
    /// # Panics
    ///
    /// If the start has not one coordinate per parameter of the cost.
    pub(super) fn new(cost: &dyn Cost, start: &[f64]) -> Walker {
        assert_eq!(
            start.len(),
            cost.parameters().len(),
            "coordinates of the start"
        );
        Walker::on_the_way(cost, start, start, 0)
    }

    /// At an iteration that is known to lead to this point.
    pub(super) fn on_the_way(
        cost: &dyn Cost,
        start: &[f64],
        point: &[f64],
        iteration: u32,
    ) -> Walker {
        let here = Footing::new(cost, point);
        Walker {
            start: start.to_vec(),
            ahead: here.clone(),
            here,
            step: vec![0.0; start.len()],
            iteration,
            ending: None,
        }
    }

    pub(super) fn start(&self) -> &[f64] {
        &self.start
    }

    /// Where it is.
    pub(super) fn point(&self) -> &[f64] {
        &self.here.point
    }

    /// ∇J there.
    pub(super) fn gradient(&self) -> &[f64] {
        &self.here.gradient
    }

    /// J there.
    pub(super) fn value(&self) -> f64 {
        self.here.value
    }

    /// ‖∇J‖ there.
    pub(super) fn slope(&self) -> f64 {
        self.here.slope
    }

    /// The length of the step that led here.
    pub(super) fn last_step(&self) -> f64 {
        norm(&self.step)
    }

    pub(super) fn iteration(&self) -> u32 {
        self.iteration
    }

    pub(super) fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Takes one step, unless an ending forbids it. Gives whether it moved.
    pub(super) fn advance(&mut self, cost: &dyn Cost, plan: &Plan) -> bool {
        if self.ends_here(cost, plan) {
            return false;
        }
        self.ahead.survey(cost);
        self.move_on(plan);
        true
    }

    /// The same with a step that was foreseen.
    pub(super) fn follow(&mut self, plan: &Plan, foreseen: Foreseen<'_>) -> bool {
        if self.ends_before(plan, foreseen) {
            return false;
        }
        self.ahead.value = foreseen.value;
        self.ahead.gradient.copy_from_slice(foreseen.gradient);
        self.ahead.slope = norm(foreseen.gradient);
        self.move_on(plan);
        true
    }

    fn move_on(&mut self, plan: &Plan) {
        std::mem::swap(&mut self.here, &mut self.ahead);
        self.iteration += 1;
        let divergence = self.divergence(plan.limits.reach);
        self.ending = divergence.and_then(|found| self.end(StopReason::Diverged(found)));
    }

    /// Whether an ending forbids another step from here; if not, the step stands ready.
    pub(super) fn ends_here(&mut self, cost: &dyn Cost, plan: &Plan) -> bool {
        self.has_ended(plan) || {
            self.look_ahead(cost, plan);
            self.ends_ahead()
        }
    }

    fn ends_before(&mut self, plan: &Plan, foreseen: Foreseen<'_>) -> bool {
        self.has_ended(plan) || {
            self.step.copy_from_slice(foreseen.step);
            self.ahead.point.copy_from_slice(foreseen.point);
            self.ends_ahead()
        }
    }

    /// Whether it has ended, or does where it is.
    fn has_ended(&mut self, plan: &Plan) -> bool {
        if self.ending.is_none() {
            self.ending = self.end_here(&plan.limits);
        }
        self.ending.is_some()
    }

    /// Whether the step that was tried leads to no point.
    fn ends_ahead(&mut self) -> bool {
        if !all_finite(&self.ahead.point) {
            self.ending = self.end(StopReason::Diverged(Divergence::NotFinite));
        }
        self.ending.is_some()
    }

    /// The ending that forbids another step from here.
    fn end_here(&self, limits: &Limits) -> Option<Ending> {
        let (slope, steps) = (self.here.slope, limits.steps);
        if !self.here.is_finite() {
            self.end(StopReason::Diverged(Divergence::NotFinite))
        } else if slope <= limits.tolerance {
            self.end(StopReason::Converged {
                gradient_norm: slope,
                tolerance: limits.tolerance,
            })
        } else if self.iteration >= steps {
            self.end(StopReason::StepLimit { steps })
        } else {
            None
        }
    }

    fn end(&self, reason: StopReason) -> Option<Ending> {
        Some(Ending {
            iteration: self.iteration,
            reason,
        })
    }

    fn look_ahead(&mut self, cost: &dyn Cost, plan: &Plan) {
        let Footing {
            point, gradient, ..
        } = &mut self.ahead;
        point.copy_from_slice(&self.here.point);
        let step = &mut self.step;
        match plan.batch {
            // ∇J is known from the test whether to go on.
            None => plan
                .rule
                .advance(cost, plan.alpha, &self.here.gradient, point, step),
            Some(_) => plan.advance(cost, self.iteration, gradient, point, step),
        }
    }

    fn divergence(&self, reach: f64) -> Option<Divergence> {
        let distance = distance(&self.start, &self.here.point);
        if distance > reach {
            return Some(Divergence::TooFar { distance, reach });
        }
        (!self.here.is_finite()).then_some(Divergence::NotFinite)
    }
}
