use std::rc::Rc;

use super::Kernel;
use super::walks::{Done, Progress, STRETCH, Walks};
use crate::cost::Cost;
use crate::descent::{Ending, Limits, Plan, Scout, StopReason, norm};

/// Many walks down one cost, taken to their ends in as many slices as wanted: with a
/// [`Kernel`] thousands together; those that want care, and without a kernel all, one after
/// the other.
pub(super) struct Descents {
    cost: Rc<dyn Cost>,
    plan: Plan,
    together: Option<(Rc<dyn Kernel>, Walks)>,
    /// Walks to be taken step by step.
    careful: Vec<Careful>,
    walking: Option<(usize, Scout)>,
    start: Vec<f64>,
}

/// Where walks set out, and what comes of them.
pub(super) trait Journal {
    /// The next walk to set out, by its name. Each comes once.
    fn next(&mut self) -> Option<usize>;

    /// Writes where a walk sets out, and gives its learning rate.
    fn write_start(&self, name: usize, start: &mut [f64]) -> f64;

    /// A walk has ended at a point.
    fn enter(&mut self, name: usize, end: End, point: &[f64]);
}

/// How a walk has ended.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// ‖∇J‖ is at most the tolerance after so many steps.
    Converged(u32),
    /// It would go on to the step limit.
    Limit,
    /// As someone found who took each step.
    Found(Ending),
}

impl End {
    /// Whether ‖∇J‖ is at most the tolerance.
    pub(super) fn has_converged(self) -> bool {
        match self {
            End::Converged(_) => true,
            End::Limit => false,
            End::Found(Ending { reason, .. }) => matches!(reason, StopReason::Converged { .. }),
        }
    }

    /// The ending of a run that has come to this point.
    pub(super) fn ending(self, cost: &dyn Cost, limits: &Limits, point: &[f64]) -> Ending {
        let Limits {
            steps, tolerance, ..
        } = *limits;
        match self {
            End::Converged(iteration) => {
                let mut gradient = vec![0.0; point.len()];
                cost.gradient(point, &mut gradient);
                let reason = StopReason::Converged {
                    gradient_norm: norm(&gradient),
                    tolerance,
                };
                Ending { iteration, reason }
            }
            End::Limit => Ending {
                iteration: steps,
                reason: StopReason::StepLimit { steps },
            },
            End::Found(ending) => ending,
        }
    }
}

/// A walk that is at a point after some steps.
struct Careful {
    name: usize,
    point: Vec<f64>,
    steps: u32,
}

/// Fewer walks would leave a kernel waiting for the last of them.
const FEW: u32 = 64;
/// How many walks go together at most: what is kept of them stays in a processor's near memory.
const TOGETHER: usize = 4096;
/// So many steps of walks that go together take as long as one that is taken alone.
const CHEAP: u32 = 16;

impl Descents {
    /// None yet, of at most so many. All but the learning rate is as in the plan; `kernel` is
    /// one for this cost and this plan's rule.
    pub(super) fn new(
        cost: Rc<dyn Cost>,
        kernel: Option<Rc<dyn Kernel>>,
        plan: Plan,
        most: usize,
    ) -> Descents {
        let parameters = cost.parameters().len();
        let walks = || Walks::new(&plan.limits, parameters, most.min(TOGETHER));
        Descents {
            together: kernel.and_then(|kernel| Some((kernel, walks()?))),
            cost,
            plan,
            careful: Vec::new(),
            walking: None,
            start: vec![0.0; parameters],
        }
    }

    /// Works for about as long as so many steps take one at a time, or until all walks of the
    /// journal have ended.
    pub(super) fn work(&mut self, steps: u32, journal: &mut impl Journal) {
        let mut left = steps;
        while left > 0 {
            let spent = match (self.walking.take(), self.careful.pop()) {
                (None, None) => match self.walk_together(left, journal) {
                    Some(spent) => spent,
                    None => return,
                },
                (Some((name, scout)), careful) => {
                    self.careful.extend(careful);
                    self.walk_alone(name, scout, left, journal)
                }
                (None, Some(careful)) => {
                    let scout = self.scout(&careful, journal);
                    // Setting out is work as well.
                    1 + self.walk_alone(careful.name, scout, left, journal)
                }
            };
            left = left.saturating_sub(spent);
        }
    }

    fn scout(&mut self, careful: &Careful, journal: &impl Journal) -> Scout {
        let alpha = journal.write_start(careful.name, &mut self.start);
        let plan = Plan { alpha, ..self.plan };
        let Careful { point, steps, .. } = careful;
        Scout::on_the_way(&*self.cost, plan, &self.start, point, *steps)
    }

    fn walk_alone(
        &mut self,
        name: usize,
        mut scout: Scout,
        most: u32,
        journal: &mut impl Journal,
    ) -> u32 {
        let taken = scout.walk(&*self.cost, most);
        match scout.ending() {
            None => self.walking = Some((name, scout)),
            Some(ending) => journal.enter(name, End::Found(ending), scout.point()),
        }
        taken
    }

    /// Gives what it took in steps that are taken alone; `None` if there is no walk left.
    fn walk_together(&mut self, most: u32, journal: &mut impl Journal) -> Option<u32> {
        let Some((kernel, mut walks)) = self.together.take() else {
            let name = journal.next()?;
            self.take_care(name, journal);
            return Some(0);
        };
        let steps = most.saturating_mul(CHEAP);
        if walks.count() == 0 {
            self.set_out(&mut walks, (steps / STRETCH).max(FEW), journal);
        }
        let idle = walks.count() == 0;
        let careful = &mut self.careful;
        let taken = walks.advance(&*kernel, steps, |done, point| {
            let Done {
                name,
                steps,
                progress,
            } = done;
            match progress {
                Progress::Converged => journal.enter(name, End::Converged(steps), point),
                Progress::GoesRound => journal.enter(name, End::Limit, point),
                Progress::Care => careful.push(Careful {
                    name,
                    point: point.to_vec(),
                    steps,
                }),
            }
        });
        self.together = Some((kernel, walks));
        match idle && self.careful.is_empty() {
            true => None,
            false => Some(1 + taken / CHEAP),
        }
    }

    /// The next walks, as far as there is room for them to go together.
    fn set_out(&mut self, walks: &mut Walks, most: u32, journal: &mut impl Journal) {
        for _ in 0..most {
            if !walks.has_room() {
                return;
            }
            let Some(name) = journal.next() else {
                return;
            };
            let alpha = journal.write_start(name, &mut self.start);
            if !walks.set_out(name, &self.start, alpha) {
                self.take_care(name, journal);
            }
        }
    }

    fn take_care(&mut self, name: usize, journal: &impl Journal) {
        journal.write_start(name, &mut self.start);
        self.careful.push(Careful {
            name,
            point: self.start.clone(),
            steps: 0,
        });
    }
}
