//! What the instruments say of the present state.

mod rain;
mod stopping;
mod twins;

pub use rain::{RainReport, ValleyReport};
pub use stopping::{Best, StoppingReport};
pub use twins::{TwinReport, TwinsReport};
