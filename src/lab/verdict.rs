use super::readout::RunReadout;
use super::session::Session;
use super::words;
use crate::descent::{Divergence, Habit, StopReason};
use crate::formula::Lack;
use crate::landscape::ground;

impl Session {
    /// Why a run stopped, in plain words with both numbers; empty while it walks.
    pub fn verdict(&self, run: usize) -> String {
        let Some(reason) = self.stop(run) else {
            return String::new();
        };
        let readout = self.run_readout(run);
        let iteration = readout.iteration;
        match reason {
            StopReason::Converged {
                gradient_norm,
                tolerance,
            } => {
                let found = match self.kink(&readout.point, &readout.point) {
                    Some(kink) => words::formula::stands_on_kink(&kink),
                    None => {
                        let ground = ground(self.subject().cost.as_ref(), &readout.point);
                        words::flat_place(ground).to_owned()
                    }
                };
                words::converged(iteration, gradient_norm, tolerance, &found)
            }
            StopReason::StepLimit { .. } => {
                let habit = match self.kink_hopped(run, iteration) {
                    Some(kink) => words::formula::hops_over_kink(&kink),
                    None => self.habit(run),
                };
                words::step_limit(iteration, readout.gradient_norm, self.tolerance(), &habit)
            }
            StopReason::Diverged(Divergence::TooFar { distance, reach }) => {
                words::diverged_far(iteration, distance, reach)
            }
            StopReason::Diverged(Divergence::NotFinite) => self.walked_off(iteration, &readout),
        }
    }

    /// Why a run came to numbers that are not finite.
    fn walked_off(&self, iteration: u32, readout: &RunReadout) -> String {
        let formula = self.subject().formula.as_ref();
        let undefined = formula
            .and_then(|formula| formula.undefined_at(&readout.point))
            .filter(|undefined| undefined.lack != Lack::TooLarge);
        match undefined.as_ref().map(words::formula::undefined) {
            Some(sentence) if iteration == 0 => words::formula::starts_undefined(&sentence),
            Some(sentence) => words::formula::walked_off(&words::steps(iteration), &sentence),
            None if readout.cost.is_finite() && !readout.gradient_norm.is_finite() => {
                words::formula::no_slope(&words::steps(iteration))
            }
            None => words::diverged_not_finite(iteration),
        }
    }

    /// What J was doing in the last steps.
    fn habit(&self, run: usize) -> String {
        let habit = self.runs()[run].habit();
        match (self.batch_share(), habit) {
            (Some(batch), Some(Habit::RisingAndFalling | Habit::Bouncing)) => {
                words::batch::wanders(batch)
            }
            _ => words::habit(habit).to_owned(),
        }
    }

    fn kink(&self, from: &[f64], to: &[f64]) -> Option<String> {
        self.subject().formula.as_ref()?.kink_between(from, to)
    }

    /// The kink that each of the last three steps led over, or two of them.
    fn kink_hopped(&self, run: usize, iteration: u32) -> Option<String> {
        let formula = self.subject().formula.as_ref()?;
        if !formula.has_kinks() {
            return None;
        }
        let mut points = Vec::with_capacity(4);
        self.runs()[run].visit(iteration.checked_sub(3)?, iteration, |_, point| {
            points.push(point.to_vec());
        });
        let kinks: Vec<String> = points
            .windows(2)
            .filter_map(|pair| formula.kink_between(&pair[0], &pair[1]))
            .collect();
        (kinks.len() > 1).then(|| kinks[kinks.len() - 1].clone())
    }
}
