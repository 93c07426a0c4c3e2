//! Text to expression graph to derivatives to numbers and MathML.

mod name;

pub use name::Name;
