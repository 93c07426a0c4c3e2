use crate::descent::{distance, norm};
use crate::formula::Name;

use super::session::Session;

/// The numbers of one run at its present iteration.
#[derive(Clone, Debug, PartialEq)]
pub struct RunReadout {
    /// The shared iteration, or the run's own end if that came before.
    pub iteration: u32,
    /// One number per parameter.
    pub point: Vec<f64>,
    /// J there.
    pub cost: f64,
    /// ∇J there.
    pub gradient: Vec<f64>,
    /// ‖∇J‖ there.
    pub gradient_norm: f64,
    /// Why it stopped, once it is shown where it stopped: "converged",
    /// "diverged" or "step limit".
    pub stopped: Option<&'static str>,
}

/// The numbers of a session, all at full precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// The parameters' names, in order.
    pub parameters: Vec<Name>,
    /// The shared iteration.
    pub iteration: u32,
    /// The learning rate.
    pub alpha: f64,
    /// The update rule's id.
    pub rule: &'static str,
    /// The flag of a guess, once it is planted.
    pub guess: Option<Guess>,
    /// The steps by hand, once there are any.
    pub hand: Option<Hand>,
    /// Every run, at least one.
    pub runs: Vec<RunReadout>,
}

/// Where steps by hand have led.
#[derive(Clone, Debug, PartialEq)]
pub struct Hand {
    /// One number per parameter.
    pub point: Vec<f64>,
    /// J there.
    pub cost: f64,
    /// How many were taken.
    pub steps: usize,
}

/// Where the reader has planted a flag.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// One number per parameter.
    pub point: Vec<f64>,
    /// From there to where the selected run stands, in the parameters' space.
    pub distance: f64,
}

impl Session {
    /// The numbers as they stand.
    pub fn readout(&self) -> Readout {
        Readout {
            parameters: self.subject().parameters().to_vec(),
            iteration: self.iteration(),
            alpha: self.alpha(),
            rule: self.rule().id,
            guess: self.guess().map(|point| self.guess_readout(point)),
            hand: self.hand().map(|walk| Hand {
                point: walk.end().to_vec(),
                cost: self.subject().cost.value(walk.end()),
                steps: walk.steps(),
            }),
            runs: (0..self.runs().len())
                .map(|run| self.run_readout(run))
                .collect(),
        }
    }

    fn guess_readout(&self, point: &[f64]) -> Guess {
        Guess {
            point: point.to_vec(),
            distance: distance(point, &self.plane().through),
        }
    }

    /// The numbers of one run.
    pub fn run_readout(&self, run: usize) -> RunReadout {
        let iteration = self.shown_iteration(run);
        let point = self.runs()[run].point(iteration);
        let cost = &self.subject().cost;
        let mut gradient = vec![0.0; point.len()];
        cost.gradient(&point, &mut gradient);
        RunReadout {
            iteration,
            cost: cost.value(&point),
            gradient_norm: norm(&gradient),
            stopped: self.stop(run).map(|reason| reason.text()),
            gradient,
            point,
        }
    }
}
