use std::fmt;
use std::rc::Rc;

use super::trace::Trace;
use super::walker::Walker;
use super::{Ending, Foreseen, Guide, Habit, History, Plan};
use crate::cost::Cost;

/// One walk downhill from a start, computed as far as asked.
///
/// Iteration 0 is the start. To go beyond iteration i, the run first ends as
/// converged if ‖∇J‖ ≤ tolerance there, then at the step limit, and otherwise
/// takes a step. It ends as diverged at i when the step leads to a coordinate
/// that is not finite, and at i + 1 when the point there is beyond reach or has
/// no finite cost and gradient. Every point of a run is finite, if its start is.
///
/// Memory is bounded whatever the number of steps: some points are kept as
/// checkpoints, those between are computed again when asked for.
pub struct Run {
    cost: Rc<dyn Cost>,
    plan: Plan,
    walker: Walker,
    trace: Trace,
    costs: History,
    slopes: History,
    lengths: History,
}

/// How many steps are foreseen at a time: few are lost where the run ends.
const FORESEEN: u32 = 64;

impl Run {
    /// A run at iteration 0, with nothing tried yet.
    ///
    /// # Panics
    ///
    /// If the start has not one coordinate per parameter of the cost.
    pub fn new(cost: Rc<dyn Cost>, plan: Plan, start: &[f64]) -> Run {
        let mut run = Run {
            walker: Walker::new(&*cost, start),
            trace: Trace::new(start),
            costs: History::new(),
            slopes: History::new(),
            lengths: History::new(),
            plan,
            cost,
        };
        run.record();
        run
    }

    /// The cost it descends.
    pub fn cost(&self) -> &dyn Cost {
        &*self.cost
    }

    /// How it walks and when it ends.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The start.
    pub fn start(&self) -> &[f64] {
        self.walker.start()
    }

    /// Computes until an iteration or the end, whichever comes first, and gives
    /// the furthest iteration known, which may be later. To learn whether the run
    /// ends at iteration i, ask for i + 1; for the end, ask for `u32::MAX`.
    pub fn advance_to(&mut self, iteration: u32) -> u32 {
        while self.computed() < iteration && self.walker.advance(&*self.cost, &self.plan) {
            self.record_step();
        }
        self.computed()
    }

    /// The same with a guide that was made for this cost and this plan's rule, where steps
    /// look at all rows: the same bits, only sooner.
    pub fn follow_to(&mut self, iteration: u32, guide: &dyn Guide) -> u32 {
        let length = Foreseen::row(self.start().len());
        let mut rows = vec![0.0; FORESEEN as usize * length];
        while self.computed() < iteration && self.ending().is_none() {
            let count = FORESEEN.min(iteration - self.computed()) as usize;
            let rows = &mut rows[..count * length];
            let walker = &self.walker;
            guide.foresee(self.plan.alpha, walker.point(), walker.gradient(), rows);
            for row in rows.chunks_exact(length) {
                if !self.walker.follow(&self.plan, Foreseen::read(row)) {
                    break;
                }
                self.record_step();
            }
        }
        self.computed()
    }

    /// Finds out whether it ends at the furthest iteration known, without going on.
    pub fn look_for_end(&mut self) {
        self.walker.ends_here(&*self.cost, &self.plan);
    }

    /// The furthest iteration known.
    pub fn computed(&self) -> u32 {
        self.walker.iteration()
    }

    /// Where and why it ended, once that has been found.
    pub fn ending(&self) -> Option<Ending> {
        self.walker.ending()
    }

    /// J by iteration, as far as computed.
    pub fn costs(&self) -> &History {
        &self.costs
    }

    /// ‖∇J‖ by iteration, as far as computed: what the stopping test compares with
    /// the tolerance. Its last bucket holds the end, where the run converged.
    pub fn slopes(&self) -> &History {
        &self.slopes
    }

    /// The length of each step taken, by the iteration it leaves. For simultaneous
    /// updates it is α‖∇J‖; a rule that measures slopes elsewhere takes other steps.
    pub fn lengths(&self) -> &History {
        &self.lengths
    }

    /// What J has been doing lately, as of the furthest iteration known; `None`
    /// before the first step.
    pub fn habit(&self) -> Option<Habit> {
        Habit::of(self)
    }

    /// The point at an iteration; the furthest one known for any later iteration.
    pub fn point(&self, iteration: u32) -> Vec<f64> {
        let mut found = Vec::new();
        self.visit(iteration, iteration, |_, point| found = point.to_vec());
        if found.is_empty() {
            found = self.walker.point().to_vec();
        }
        found
    }

    /// Gives every point from one iteration to another, both included, in order,
    /// as far as computed.
    pub fn visit(&self, from: u32, to: u32, mut each: impl FnMut(u32, &[f64])) {
        let computed = self.computed();
        let last = if to < computed { to } else { computed };
        if from > last {
            return;
        }
        if from == computed {
            return each(from, self.walker.point());
        }
        let (mut iteration, checkpoint) = self.trace.before(from);
        let mut point = checkpoint.to_vec();
        let mut gradient = vec![0.0; point.len()];
        let mut step = vec![0.0; point.len()];
        loop {
            if iteration >= from {
                each(iteration, &point);
            }
            if iteration == last {
                return;
            }
            let (plan, cost) = (&self.plan, &*self.cost);
            plan.advance(cost, iteration, &mut gradient, &mut point, &mut step);
            iteration += 1;
        }
    }

    fn record_step(&mut self) {
        let taken = self.computed();
        self.lengths.push(taken - 1, self.walker.last_step());
        self.trace.push(taken, self.walker.point());
        self.record();
    }

    fn record(&mut self) {
        self.costs.push(self.computed(), self.walker.value());
        self.slopes.push(self.computed(), self.walker.slope());
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("plan", &self.plan)
            .field("start", &self.start())
            .field("computed", &self.computed())
            .field("ending", &self.ending())
            .finish_non_exhaustive()
    }
}
