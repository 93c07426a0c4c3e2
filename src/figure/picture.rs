use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::{Field, Figure, Format};
use crate::lab::Session;

/// The pictures a session can draw, each onto an area of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The lower picture of the map but for its colour field.
    Ground,
    /// The upper picture of the map.
    Walk,
    /// J by iteration.
    Costs,
    /// The data with the fitted line; nothing for costs without data.
    Data,
    /// J along the parameter with this index, the others frozen.
    Slice(usize),
    /// α, ‖∇J‖ and the length of each step, by iteration.
    StepLength,
    /// The ground as a hill, but for its colours.
    Hill,
    /// The walks on the hill.
    HillWalk,
    /// The lower picture of the small maps beside each other.
    SmallGround,
    /// The upper picture of a small map with a rule's run.
    Rule(usize),
    /// One step by both rules, close up.
    HalfStep,
    /// How the two rules end from starts all over the window.
    Starts,
    /// The upper picture of a small map with the run of one of four learning rates.
    Rate(usize),
    /// Steps to converge over α.
    RateCurve,
    /// How far runs are apart, by iteration.
    Apart,
    /// ‖∇J‖ by iteration and the tolerance.
    Slopes,
    /// J minus the best known, by iteration.
    Excess,
    /// The dial of the compass.
    Compass,
    /// The plane through start, now and minimum, with the path.
    PathPlane,
    /// The ground around the minimum of a model on data: as measured, and standardised.
    Bowl(usize),
}

/// The pictures by the names a page calls them.
const NAMES: &[(&str, Picture)] = &[
    ("ground", Picture::Ground),
    ("walk", Picture::Walk),
    ("costs", Picture::Costs),
    ("data", Picture::Data),
    ("step-length", Picture::StepLength),
    ("hill", Picture::Hill),
    ("hill-walk", Picture::HillWalk),
    ("small-ground", Picture::SmallGround),
    ("rule-1", Picture::Rule(0)),
    ("rule-2", Picture::Rule(1)),
    ("half-step", Picture::HalfStep),
    ("starts", Picture::Starts),
    ("rate-1", Picture::Rate(0)),
    ("rate-2", Picture::Rate(1)),
    ("rate-3", Picture::Rate(2)),
    ("rate-4", Picture::Rate(3)),
    ("rate-curve", Picture::RateCurve),
    ("apart", Picture::Apart),
    ("slopes", Picture::Slopes),
    ("excess", Picture::Excess),
    ("compass", Picture::Compass),
    ("plane", Picture::PathPlane),
    ("bowl-measured", Picture::Bowl(0)),
    ("bowl-standardised", Picture::Bowl(1)),
];

impl Picture {
    /// The picture of this name; those of slices are `slice-0`, `slice-1`, ….
    pub fn named(name: &str) -> Option<Picture> {
        if let Some(index) = name.strip_prefix("slice-") {
            return index.parse().ok().map(Picture::Slice);
        }
        let row = NAMES.iter().find(|(listed, _)| *listed == name)?;
        Some(row.1)
    }
}

impl Figure {
    /// The colours that lie under a picture's lines, where it has some.
    pub fn colours(
        &mut self,
        picture: Picture,
        session: &Session,
        format: &Format,
    ) -> Option<Field> {
        match picture {
            Picture::Ground => self.field(session, format),
            Picture::Hill => self.hill_colours(session, format),
            Picture::PathPlane => self.path_plane_colours(session, format),
            Picture::Bowl(which) => self.bowl_colours(session, which, format),
            _ => None,
        }
    }

    /// Draws a picture.
    pub fn draw<DB: DrawingBackend>(
        &mut self,
        picture: Picture,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        match picture {
            Picture::Ground => self.draw_ground(session, area, format),
            Picture::Walk => self.draw_walk(session, area, format),
            Picture::Costs => Figure::draw_costs(session, area, format),
            Picture::Data => self.draw_data(session, area, format),
            Picture::Slice(index) => self.draw_slice(session, index, area, format),
            Picture::StepLength => Figure::draw_step_length(session, area, format),
            Picture::Hill => self.draw_hill(session, area, format),
            Picture::HillWalk => self.draw_hill_walk(session, area, format),
            Picture::SmallGround => self.draw_small_ground(session, area, format),
            Picture::Rule(rule) => self.draw_rule(session, rule, area, format),
            Picture::HalfStep => self.draw_half_step(session, area, format),
            Picture::Starts => self.draw_starts(session, area, format),
            Picture::Rate(rate) => self.draw_rate(session, rate, area, format),
            Picture::RateCurve => self.draw_rate_curve(session, area, format),
            Picture::Apart => Figure::draw_apart(session, area, format),
            Picture::Slopes => Figure::draw_slopes(session, area, format),
            Picture::Excess => Figure::draw_excess(session, area, format),
            Picture::Compass => Figure::draw_compass(session, area, format),
            Picture::PathPlane => self.draw_path_plane(session, area, format),
            Picture::Bowl(which) => self.draw_bowl(session, which, area, format),
        }
    }
}
