use super::Rest;
use crate::descent::{Divergence, Ending, StopReason};

/// What has become of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It walks.
    Walking,
    /// It came to rest.
    Rest(Rest),
    /// It was still walking at the step limit.
    Limit,
    /// It left all bounds.
    Diverged,
    /// It started where J or a slope of it has no finite value.
    NoGround,
}

impl Fate {
    /// The fate of a walk that has ended so, or walks. `rest` says what kind of flat
    /// place it found, where it found one.
    pub fn of(ending: Option<Ending>, rest: impl FnOnce() -> Rest) -> Fate {
        let Some(ending) = ending else {
            return Fate::Walking;
        };
        match ending.reason {
            StopReason::Converged { .. } => Fate::Rest(rest()),
            StopReason::StepLimit { .. } => Fate::Limit,
            StopReason::Diverged(Divergence::NotFinite) if ending.iteration == 0 => Fate::NoGround,
            StopReason::Diverged(_) => Fate::Diverged,
        }
    }
}
