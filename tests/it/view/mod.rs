//! Pictures: numbers of the mapping, cutting and colours, and snapshots.

#![allow(clippy::disallowed_methods, reason = "tests may use any function")]

mod clip;
mod colours;
mod field;
mod hostile;
mod plot;
mod snapshots;
mod svg;
mod ticks;

// The figures of the gallery are the figures of the snapshots.
#[path = "../../../examples/gallery/figures.rs"]
mod figures;
#[path = "../../../examples/gallery/hill.rs"]
mod hill;
#[path = "../../../examples/gallery/image.rs"]
mod image;
#[path = "../../../examples/gallery/picture.rs"]
mod picture;
