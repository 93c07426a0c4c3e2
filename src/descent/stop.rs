/// Where a run ended, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// The last iteration.
    pub iteration: u32,
    /// Why no further step was taken.
    pub reason: StopReason,
}

/// Why a run took no further step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StopReason {
    /// The ground is flat here: ‖∇J‖ ≤ tolerance. It need not be a minimum.
    Converged {
        /// ‖∇J‖ at the last point.
        gradient_norm: f64,
        /// What it was compared with.
        tolerance: f64,
    },
    /// As many steps were taken as are allowed.
    StepLimit {
        /// How many.
        steps: u32,
    },
    /// The run left all bounds. A result of the method, not an error.
    Diverged(Divergence),
}

/// How a run left all bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Divergence {
    /// A coordinate, the cost or a partial derivative is infinite or not a number.
    NotFinite,
    /// The last point is farther from the start than any walk that could come back.
    TooFar {
        /// Euclidean distance of the last point from the start.
        distance: f64,
        /// What it was compared with.
        reach: f64,
    },
}

impl StopReason {
    /// The reason in the words of the readout.
    ///
    /// ```
    /// use downhill::descent::{Divergence, StopReason};
    ///
    /// let flat = StopReason::Converged { gradient_norm: 2e-7, tolerance: 1e-6 };
    /// assert_eq!(flat.text(), "converged");
    /// assert_eq!(StopReason::StepLimit { steps: 1000 }.text(), "step limit");
    /// assert_eq!(StopReason::Diverged(Divergence::NotFinite).text(), "diverged");
    /// ```
    pub fn text(&self) -> &'static str {
        match self {
            StopReason::Converged { .. } => "converged",
            StopReason::StepLimit { .. } => "step limit",
            StopReason::Diverged(_) => "diverged",
        }
    }
}
