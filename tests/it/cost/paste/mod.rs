//! Pasted tables: real-world texts against what a careful person reads in them, and any
//! text against the promise that no line is lost.

mod any_text;
mod table;
