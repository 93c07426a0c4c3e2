use std::rc::Rc;

use super::Session;
use crate::descent::{Limits, Plan, Run};
use crate::lab::setting::Key;

/// A run has diverged when it is farther from its start than this many times
/// the longest side of the cost's home window.
pub(super) const REACH: f64 = 1e6;

/// So many steps are worth compiling the cost for.
const FAR: u32 = 500;

impl Session {
    /// How every walker of this figure walks.
    pub(in crate::lab) fn plan(&self) -> Plan {
        Plan {
            rule: self.rule(),
            alpha: self.alpha(),
            batch: self.batch(),
            limits: Limits {
                steps: self.step_limit(),
                tolerance: self.tolerance(),
                reach: REACH * self.subject.extent(),
            },
        }
    }

    pub(super) fn build_runs(&mut self) {
        let plan = self.plan();
        let starts = self.starts();
        let new_runs = starts
            .iter()
            .map(|start| Run::new(Rc::clone(&self.subject.cost), plan, start));
        let old_runs = std::mem::replace(&mut self.runs, new_runs.collect());
        if let Some((run, iteration)) = self.keeps_walk.take() {
            self.last_walk = old_runs.into_iter().nth(run).map(|run| (run, iteration));
        }
        self.selected = if self.selected < self.runs.len() {
            self.selected
        } else {
            0
        };
        self.revision += 1;
        self.tend_rain();
        self.reach_hand();
    }

    /// Computes every run up to the clock, which steps back to the last end if
    /// all end before it. Rain follows in slices.
    pub(super) fn catch_up(&mut self) {
        let wanted = self.iteration;
        self.iteration = self.advance_runs(wanted);
        self.rain_until(wanted);
    }

    pub(super) fn seek_start(&mut self) {
        self.iteration = self.given.whole(Key::At).unwrap_or(0);
        self.catch_up();
        // A figure saved at its end opens at its end. At iteration 0 nothing was tried.
        if self.iteration > 0 {
            for run in &mut self.runs {
                run.look_for_end();
            }
        }
    }

    /// Moves the clock forward by at most `steps` and gives how far it moved:
    /// 0 once every run and all rain has ended, or while rain is behind the clock.
    pub fn advance(&mut self, steps: u32) -> u32 {
        if self.catch_rain() {
            return 0;
        }
        let before = self.iteration;
        let wanted = before.saturating_add(steps);
        let of_runs = self.advance_runs(wanted);
        let of_rain = self.rain.as_mut().map_or(0, |rain| rain.advance_to(wanted));
        let reached = if of_rain > of_runs { of_rain } else { of_runs };
        self.iteration = if reached > before { reached } else { before };
        self.iteration - before
    }

    /// Computes every run up to an iteration; gives the last one that a run shows.
    fn advance_runs(&mut self, wanted: u32) -> u32 {
        let mut reached = 0;
        let behind = |run: &Run| wanted.saturating_sub(run.computed());
        let far = self.runs.iter().any(|run| behind(run) >= FAR);
        let guide = far.then(|| self.walk_kernel(self.rule())).flatten();
        for run in &mut self.runs {
            let known = match &guide {
                Some(guide) => run.follow_to(wanted, &**guide),
                None => run.advance_to(wanted),
            };
            let shown = if known < wanted { known } else { wanted };
            reached = if shown > reached { shown } else { reached };
        }
        reached
    }

    /// Moves the clock to an iteration already computed.
    pub fn seek(&mut self, iteration: u32) {
        let furthest = self.furthest();
        self.iteration = if iteration < furthest {
            iteration
        } else {
            furthest
        };
    }

    /// Back to iteration 0, as if no step had been tried. The walk so far stays
    /// as the faint last walk.
    pub fn reset(&mut self) {
        self.remember_walk();
        self.iteration = 0;
        self.build_runs();
    }

    /// The walk that the next building of the runs ends becomes the faint one.
    pub(super) fn remember_walk(&mut self) {
        if self.iteration > 0 {
            self.keeps_walk = Some((self.selected, self.iteration));
        }
    }
}
