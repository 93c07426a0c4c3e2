use super::session::Session;
use super::words;
use crate::descent::{Divergence, StopReason};
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
                let ground = ground(self.subject().cost.as_ref(), &readout.point);
                words::converged(iteration, gradient_norm, tolerance, ground)
            }
            StopReason::StepLimit { .. } => words::step_limit(
                iteration,
                readout.gradient_norm,
                self.tolerance(),
                self.runs()[run].habit(),
            ),
            StopReason::Diverged(Divergence::TooFar { distance, reach }) => {
                words::diverged_far(iteration, distance, reach)
            }
            StopReason::Diverged(Divergence::NotFinite) => words::diverged_not_finite(iteration),
        }
    }
}
