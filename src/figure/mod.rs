//! A session as pictures: where `lab` and `view` meet. The same code draws SVG
//! natively and canvases in the browser.
//!
//! The lower picture of a map (field, contours, axes) is kept until what it
//! depends on changes; so are the thinned trails of the runs.

#![allow(
    clippy::disallowed_methods,
    reason = "pictures need not be the same to the last bit everywhere"
)]

mod basins;
mod bowls;
mod charts;
mod companion;
mod compass;
mod curve;
mod data;
mod fog;
mod ground;
mod hill;
mod hit;
mod line;
mod log_charts;
mod output;
mod path_plane;
mod picture;
mod points;
mod rain;
mod rates;
mod slices;
mod step_length;
mod svg;
mod tilted_ground;
mod two_rules;
mod walk;
mod zoom;

use crate::lab::instruments::{BasinsMap, Bowls, PathPlane, Rates, TwoRules};
use crate::lab::{Key, Session};
use crate::view::{self, Mode, Theme};

pub use basins::BasinsPicture;
pub use ground::Field;
pub use hill::HillReport;
pub use line::HeldLine;
pub use picture::Picture;
pub use points::{PointEditor, PointsReport};
pub use svg::Sheet;
pub use zoom::Grip;

use companion::CompanionTrail;
use data::DensityCache;
use ground::GroundCache;
use hill::HillCache;
use tilted_ground::TiltedGround;
use walk::TrailCache;

/// How large a picture is and how it looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Format {
    /// Width and height in picture pixels.
    pub size: [u32; 2],
    /// Colours, and how many picture pixels a CSS pixel has.
    pub theme: Theme,
}

impl Format {
    /// A picture of this many CSS pixels for a session, which says whether it
    /// is for a projector.
    pub fn new(session: &Session, css_size: [f64; 2], pixel_ratio: f64, mode: Mode) -> Format {
        let size = match session.setting(Key::Size).as_str() {
            "projector" => view::Size::Projector,
            _ => view::Size::Normal,
        };
        // A cast from a float saturates and turns NaN into 0.
        Format {
            size: css_size
                .map(|side| (side * pixel_ratio).round() as u32)
                .map(|side| side.min(MOST)),
            theme: Theme::new(mode, size, pixel_ratio),
        }
    }

    /// The same picture with text and strokes so many times as large.
    pub fn magnified(self, times: f64) -> Format {
        Format {
            theme: self.theme.magnified(times),
            ..self
        }
    }
}

/// Browsers refuse canvases with longer sides.
const MOST: u32 = 16_384;

/// The pictures of one session, with what is worth keeping between drawings.
#[derive(Default)]
pub struct Figure {
    /// How the map was last drawn: other pictures share its window.
    map: Option<Format>,
    /// How its basins were last drawn.
    basins_format: Option<Format>,
    ground: Option<GroundCache>,
    small_ground: Option<GroundCache>,
    trails: Option<TrailCache>,
    density: Option<DensityCache>,
    hill: Option<HillCache>,
    /// The points of the data plot, while they are edited.
    pub points: Option<PointEditor>,
    /// What the instruments have computed so far.
    pub two_rules: TwoRules,
    /// The same for basins.
    pub basins: BasinsMap,
    /// The same for learning rates.
    pub rates: Rates,
    /// The same for the plane of the path.
    pub path_plane: PathPlane,
    path_plane_ground: Option<TiltedGround>,
    /// The same for what standardising does.
    pub bowls: Bowls,
    bowl_grounds: [Option<TiltedGround>; 2],
    companions: [Option<CompanionTrail>; 6],
    covered: Option<[f64; 4]>,
}

impl Figure {
    /// Another figure of the same session, which shares the window of its map: for
    /// pictures that are drawn once.
    pub fn beside(&self) -> Figure {
        Figure {
            map: self.map,
            ..Figure::default()
        }
    }

    /// Keeps the values beside walkers from a part of the map, which buttons will lie above:
    /// left, top, right and bottom in pixels.
    pub fn cover(&mut self, place: [f64; 4]) {
        self.covered = Some(place);
    }
}
