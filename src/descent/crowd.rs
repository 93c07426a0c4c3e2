use std::rc::Rc;

use super::trace::Trace;
use super::walker::Walker;
use super::{Ending, Plan};
use crate::cost::Cost;

/// The most numbers kept as checkpoints: 2 MB, however many the walkers and steps.
const MOST_NUMBERS: usize = 1 << 18;

/// Many walks with one plan at one clock, each step by step the walk that a
/// [`Run`](super::Run) from the same start takes.
///
/// A walker that has ended stands where it ended. No costs and slopes are kept by
/// iteration, and fewer checkpoints: a thousand steps of 300 walkers with two
/// parameters take 2 MB.
pub struct Crowd {
    cost: Rc<dyn Cost>,
    plan: Plan,
    parameters: usize,
    walkers: Vec<Walker>,
    trace: Trace,
    computed: u32,
    finished: bool,
}

impl Crowd {
    /// A crowd at iteration 0.
    ///
    /// # Panics
    ///
    /// If a start has not one coordinate per parameter of the cost.
    pub fn new(cost: Rc<dyn Cost>, plan: Plan, starts: &[Vec<f64>]) -> Crowd {
        let numbers = starts.concat();
        let capacity = MOST_NUMBERS / if numbers.is_empty() { 1 } else { numbers.len() };
        Crowd {
            parameters: cost.parameters().len(),
            walkers: starts
                .iter()
                .map(|start| Walker::new(&*cost, start))
                .collect(),
            trace: Trace::holding(&numbers, if capacity > 2 { capacity } else { 2 }),
            computed: 0,
            finished: false,
            plan,
            cost,
        }
    }

    /// The cost they descend.
    pub fn cost(&self) -> &dyn Cost {
        &*self.cost
    }

    /// How many walkers there are.
    pub fn len(&self) -> usize {
        self.walkers.len()
    }

    /// Whether there is no walker.
    pub fn is_empty(&self) -> bool {
        self.walkers.is_empty()
    }

    /// Where a walker started.
    pub fn start(&self, walker: usize) -> &[f64] {
        self.walkers[walker].start()
    }

    /// Where and why a walker ended, once that has been found.
    pub fn ending(&self, walker: usize) -> Option<Ending> {
        self.walkers[walker].ending()
    }

    /// Where a walker is at the furthest iteration known.
    pub fn point(&self, walker: usize) -> &[f64] {
        self.walkers[walker].point()
    }

    /// The furthest iteration known of any walker.
    pub fn computed(&self) -> u32 {
        self.computed
    }

    /// Whether every walker is known to have ended.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// How many walkers still walk at the furthest iteration known.
    pub fn walking(&self) -> usize {
        let walks = |walker: &&Walker| walker.ending().is_none();
        self.walkers.iter().filter(walks).count()
    }

    /// Computes until an iteration or the last walker's end, whichever comes first,
    /// and gives the furthest iteration known. To learn whether the last walker ends
    /// at iteration i, ask for i + 1.
    pub fn advance_to(&mut self, iteration: u32) -> u32 {
        while self.computed < iteration && !self.finished {
            self.advance();
        }
        self.computed
    }

    /// Finds out which walkers end where they are, without going on.
    pub fn look_for_end(&mut self) {
        let mut walking = false;
        for walker in &mut self.walkers {
            walking |= !walker.ends_here(&*self.cost, &self.plan);
        }
        self.finished = !walking;
    }

    fn advance(&mut self) {
        let mut moved = false;
        for walker in &mut self.walkers {
            moved |= walker.advance(&*self.cost, &self.plan);
        }
        self.finished = !moved;
        if moved {
            self.computed += 1;
            if self.trace.takes(self.computed) {
                self.trace.push(self.computed, &self.furthest());
            }
        }
    }

    /// Every walker's point at an iteration, one after the other; the furthest ones
    /// known for any later iteration.
    pub fn points(&self, iteration: u32) -> Vec<f64> {
        if iteration >= self.computed {
            return self.furthest();
        }
        let (from, checkpoint) = self.trace.before(iteration);
        let mut points = checkpoint.to_vec();
        let mut gradient = vec![0.0; self.parameters];
        let mut step = vec![0.0; self.parameters];
        let places = points.chunks_exact_mut(self.parameters);
        for (walker, point) in self.walkers.iter().zip(places) {
            let end = walker.iteration();
            for at in from..if end < iteration { end } else { iteration } {
                let (plan, cost) = (&self.plan, &*self.cost);
                plan.advance(cost, at, &mut gradient, point, &mut step);
            }
        }
        points
    }

    fn furthest(&self) -> Vec<f64> {
        let points = self.walkers.iter().map(Walker::point);
        points.collect::<Vec<_>>().concat()
    }
}
