//! What the instruments compute and say beyond the session's own runs.

mod companions;
mod rates;
mod two_rules;

pub use companions::{Companion, Companions};
pub use rates::{Edge, RateReport, Rates, RatesReport};
pub use two_rules::{OUTCOMES, OutcomeReport, RuleReport, TwoRules, TwoRulesReport};
