//! What the instruments say: numbers and words of the present moment, one file each.

mod slices;

pub use slices::{SliceReport, SlicesReport};
