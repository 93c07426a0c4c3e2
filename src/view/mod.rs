//! Pictures of model data on any plotters backend: SVG natively, a canvas in the
//! browser, with the same code.

mod axes;
mod chart;
pub mod clip;
mod curve_map;
mod data_plot;
mod field;
mod label;
mod map;
mod marker;
mod palette;
mod pen;
mod plot;
mod ramp;
mod theme;
mod ticks;
mod walk;

pub use axes::draw_paper;
pub use chart::{Bucket, CostChart, CostLine, cost_window, draw_cost_chart};
pub use curve_map::{CurveGround, Tangent, draw_curve, draw_curve_walk};
pub use data_plot::{DataPicture, FittedLine, MOST_POINTS, draw_data};
pub use field::{breakpoints, field, place};
pub use map::{Ground, draw_ground};
pub use palette::{Colour, Mode, PARAMETERS, RUNS, Role, custom_properties};
pub use plot::{Axes, Axis, Plot, window_around};
pub use ramp::Ramp;
pub use theme::{Size, Theme};
pub use ticks::{Tick, ticks};
pub use walk::{Walk, Walker, draw_walk};
