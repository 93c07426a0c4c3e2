//! Pictures: numbers of the mapping, cutting and colours, and snapshots.

#![allow(clippy::disallowed_methods, reason = "tests may use any function")]

mod by_hand;
mod clip;
mod colours;
mod compass;
mod crowd;
mod field;
mod fog;
mod hill;
mod hostile;
mod instruments;
mod plot;
mod surface;
mod ticks;
