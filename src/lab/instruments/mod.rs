//! What the instruments say: numbers and words of the present moment, one file each.

mod hill;
mod slices;
mod sums;

pub use slices::{SliceReport, SlicesReport};
pub use sums::{SumsColumn, SumsReport, SumsRow};
