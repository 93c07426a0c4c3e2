//! What the instruments say: numbers and words of the present moment, one file each.

mod rain;
mod slices;
mod stopping;
mod sums;
mod twins;

pub use rain::{RainReport, ValleyReport};
pub use slices::{SliceReport, SlicesReport};
pub use stopping::{Best, StoppingReport};
pub use sums::{PartialLine, SumsColumn, SumsReport, SumsRow};
pub use twins::{TwinReport, TwinsReport};
