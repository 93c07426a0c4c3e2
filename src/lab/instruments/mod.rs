//! What the instruments say: numbers and words of the present moment, one file each.

mod rain;
mod slices;
mod step_length;
mod stopping;
mod sums;
mod twins;

pub use rain::{RainReport, ValleyReport};
pub use slices::{SliceReport, SlicesReport};
pub use step_length::StepLengthReport;
pub use stopping::{Best, StoppingReport};
pub use sums::{PartialLine, SumsColumn, SumsReport, SumsRow};
pub use twins::{TwinReport, TwinsReport};
