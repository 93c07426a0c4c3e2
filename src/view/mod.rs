//! Pictures of model data on any plotters backend: SVG natively, a canvas in the
//! browser, with the same code.
//!
//! A picture has up to three layers, which share one [`Plot`]:
//!
//! 1. [`field()`]: the ground as colour, plain bytes for the plot's rectangle;
//! 2. the ground: [`draw_ground`] for two parameters, [`draw_curve`] for one, with
//!    axes; redrawn when cost, window, size or theme change;
//! 3. the walk: [`draw_walk`] or [`draw_curve_walk`], on a clear canvas of its own,
//!    redrawn for every frame.
//!
//! [`surface_pixels`], [`draw_hill_ground`] and [`draw_hill_walk`] are the same for the
//! hill. [`draw_cost_chart`], [`draw_data`] and [`draw_dial`] draw a whole picture at once.
//!
//! What holds throughout:
//!
//! - `view` sees points, lines, numbers and words, and no session, canvas or page.
//!   Every word of a picture, numbers on the axes apart, is an argument.
//! - Nothing outside of the window reaches plotters: lines are cut there
//!   ([`clip`]), single points are left out or told at the edge. Any number may
//!   come in: NaN, infinities, 10³⁰⁸.
//! - Text is anchored and its width estimated, never measured, because in the
//!   browser plotters measures by changing the host's page.
//! - Lengths are CSS pixels times the [`Theme`]'s scale. Canvas text and strokes
//!   have whole pixels, so a canvas of two pixels per CSS pixel is smoother even
//!   on a coarse screen.
//! - A colour stands for one thing ([`Role`]), and what colour tells is told by
//!   shape or number as well. Lines and markers have a halo of paper.

#![allow(clippy::disallowed_methods, reason = "pictures are rounded to pixels")]

mod axes;
mod basins;
mod chart;
pub mod clip;
mod compass;
mod curve_map;
mod data_plot;
mod density;
mod field;
mod fog;
mod half_step;
mod hand;
mod hatch;
mod hill;
mod label;
mod labelling;
mod log_chart;
mod map;
mod marker;
mod names;
mod output;
mod palette;
mod pen;
mod plot;
mod rain;
mod ramp;
mod rate_curve;
mod starts_map;
mod step_chart;
mod theme;
mod ticks;
mod walk;

pub use axes::draw_paper;
pub use basins::{Basin, SHADES, basins_field};
pub use chart::{Bucket, CostChart, CostLine, cost_window, draw_cost_chart};
pub use compass::{Dial, dial_direction, dial_knob, draw_dial};
pub use curve_map::{CurveGround, Tangent, draw_curve, draw_curve_walk};
pub use data_plot::{DataPicture, FittedCurve, FittedLine, Points, draw_data, draw_rings};
pub use density::Density;
pub use field::field;
pub use fog::{Clearing, draw_rim, fog};
pub use half_step::{HalfStep, draw_half_step, draw_stand};
pub use hand::{HandPicture, Needle, draw_hand};
pub use hill::{
    Camera, HillGround, HillPlot, HillWalk, Shades, Solid, draw_hill_ground, draw_hill_walk, hides,
    surface_pixels,
};
pub use log_chart::{Level, log_window};
pub use map::{Ground, draw_ground};
pub use names::{Named, draw_names};
pub use output::{OutputPicture, draw_output};
pub use palette::{
    Colour, CustomProperty, Mode, PARAMETERS, RUNS, Role, VALLEYS, custom_properties,
    projector_properties,
};
pub use plot::{Axes, Axis, Plot, window_around};
pub use rain::{Mark, Rain, Tally, draw_rain};
pub use ramp::Ramp;
pub use rate_curve::{
    RateCurve, RateEnd, RateLine, draw_rate_curve, rate_at, rate_place, rate_window,
};
pub use starts_map::{StartsMap, draw_starts_map};
pub use step_chart::{StepChart, StepLine, draw_step_chart};
pub use theme::{Size, Theme};
pub use ticks::{Tick, decades, ticks};
pub use walk::{Walk, Walker, draw_guess, draw_walk};
