//! What a reader takes away: a run's path as a table, and a program that makes it again.

mod by_lot;
mod path;
mod snippet;
