use std::rc::Rc;

use crate::descent::{Plan, Run, StopReason};
use crate::lab::Session;

/// Runs from the selected start with other plans than the session's, shown by its clock:
/// at its iteration, and once all its own runs have ended, at their ends.
#[derive(Default)]
pub struct Companions {
    revision: u64,
    selected: usize,
    plans: Vec<Plan>,
    runs: Vec<Run>,
    generation: u64,
}

/// A companion as it is shown.
#[derive(Clone, Copy)]
pub struct Companion<'a> {
    /// The run.
    pub run: &'a Run,
    /// The iteration it is shown at.
    pub iteration: u32,
    /// Why it stopped, if it is shown where it stopped.
    pub stop: Option<StopReason>,
}

impl Companions {
    /// The plan of the session's own runs.
    pub(super) fn plan(session: &Session) -> Plan {
        *session.runs()[session.selected()].plan()
    }

    /// Walks these plans, each run by at most so many steps; gives whether they are still
    /// behind the clock.
    pub(super) fn follow(&mut self, session: &Session, plans: &[Plan], steps: u32) -> bool {
        if !self.belongs_to(session) || self.plans != plans {
            let start = session.runs()[session.selected()].start();
            let run = |plan: &Plan| Run::new(Rc::clone(&session.subject().cost), *plan, start);
            self.runs = plans.iter().map(run).collect();
            self.plans = plans.to_vec();
            (self.revision, self.selected) = (session.revision(), session.selected());
            self.generation += 1;
        }
        let wanted = clock(session);
        for run in &mut self.runs {
            let most = run.computed().saturating_add(steps);
            run.advance_to(if most < wanted { most } else { wanted });
        }
        self.runs
            .iter()
            .any(|run| run.ending().is_none() && run.computed() < wanted)
    }

    /// Whether they start where the session's selected run does, on the same ground.
    fn belongs_to(&self, session: &Session) -> bool {
        (self.revision, self.selected) == (session.revision(), session.selected())
    }

    /// Grows whenever the runs are other runs: what was derived from them is stale.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// One of them, as far as it has walked; `None` before they follow the session as it
    /// is now.
    pub fn get(&self, session: &Session, index: usize) -> Option<Companion<'_>> {
        let run = self.runs.get(index).filter(|_| self.belongs_to(session))?;
        let (wanted, known) = (clock(session), run.computed());
        let iteration = if wanted < known { wanted } else { known };
        let ending = run.ending().filter(|ending| iteration >= ending.iteration);
        Some(Companion {
            run,
            iteration,
            stop: ending.map(|ending| ending.reason),
        })
    }
}

/// The iteration that companions are shown at, if they get that far.
fn clock(session: &Session) -> u32 {
    if session.is_finished() {
        u32::MAX
    } else {
        session.iteration()
    }
}

impl Companion<'_> {
    /// Where it is.
    pub fn point(&self) -> Vec<f64> {
        self.run.point(self.iteration)
    }

    /// Where the step begins that is looked at, with its iteration: the next one, or once it
    /// has stopped, the first.
    pub fn footing(&self) -> (u32, Vec<f64>) {
        match self.stop {
            None => (self.iteration, self.point()),
            Some(_) => (0, self.run.start().to_vec()),
        }
    }
}
