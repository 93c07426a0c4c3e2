//! What the instruments say: numbers and words of the present moment, one file each.

mod slices;
mod sums;

pub use slices::{SliceReport, SlicesReport};
pub use sums::{PartialLine, SumsColumn, SumsReport, SumsRow};
