//! Pictures: numbers of the mapping, cutting and colours, and snapshots.

#![allow(clippy::disallowed_methods, reason = "tests may use any function")]

mod by_hand;
mod clip;
mod colours;
mod field;
mod hill;
mod hostile;
mod instruments;
mod plot;
mod ticks;
