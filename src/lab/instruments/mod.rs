//! What the instruments say of the present state.

mod compass;

pub use compass::CompassReport;
