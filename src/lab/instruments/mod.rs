//! What the instruments compute and say beyond the session's own runs, one file each.

mod companions;
mod hill;
mod rates;
mod slices;
mod sums;
mod two_rules;

pub use companions::{Companion, Companions};
pub use rates::{Edge, RateReport, Rates, RatesReport};
pub use slices::{SliceReport, SlicesReport};
pub use sums::{SumsColumn, SumsReport, SumsRow};
pub use two_rules::{OUTCOMES, OutcomeReport, RuleReport, TwoRules, TwoRulesReport};
