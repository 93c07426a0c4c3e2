//! What a reader takes away: a run's path and the data as tables, and a program that makes the path again.

mod by_lot;
mod path;
mod rows;
mod snippet;
