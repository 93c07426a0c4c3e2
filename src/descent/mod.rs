//! How to walk: the update rules, a run with its bounded memory, a scout with none, a
//! crowd of walkers, and why a walk stopped.

mod crowd;
mod guide;
mod habit;
mod history;
mod norm;
mod plan;
mod rule;
mod run;
mod scout;
mod stop;
mod trace;
mod walker;

pub use crowd::Crowd;
pub use guide::{Foreseen, Guide};
pub use habit::Habit;
pub use history::{Bucket, History};
pub use norm::{distance, norm};
pub use plan::{Ground, Limits, Plan};
pub use rule::{Order, RULES, Rule, find_rule};
pub use run::Run;
pub use scout::Scout;
pub use stop::{Divergence, Ending, StopReason};
