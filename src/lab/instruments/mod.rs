//! What the instruments compute and say beyond the session's own runs, one file each.

mod basins;
mod bowls;
mod companions;
mod compass;
mod hill;
mod path_plane;
mod rain;
mod rates;
mod slices;
mod step_length;
mod stopping;
mod sums;
mod twins;
mod two_rules;

pub use basins::{BasinsMap, BasinsReport};
pub use bowls::{BowlReport, Bowls, BowlsReport, Measured};
pub use companions::{Companion, Companions};
pub use compass::CompassReport;
pub use path_plane::{PathPlane, PathPlaneReport, PointReport, Pose, Side, Target};
pub use rain::{RainReport, ValleyReport};
pub use rates::{Edge, RateReport, Rates, RatesReport};
pub use slices::{SliceReport, SlicesReport};
pub use step_length::StepLengthReport;
pub use stopping::{Best, StoppingReport};
pub use sums::{PartialLine, SumsColumn, SumsReport, SumsRow};
pub use twins::{TwinReport, TwinsReport};
pub use two_rules::{OUTCOMES, OutcomeReport, RuleReport, TwoRules, TwoRulesReport};
