use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::{Figure, Format};
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
    /// How far runs are apart, by iteration.
    Apart,
    /// ‖∇J‖ by iteration and the tolerance.
    Slopes,
    /// J minus the best known, by iteration.
    Excess,
}

/// The pictures by the names a page calls them.
const NAMES: [(&str, Picture); 8] = [
    ("ground", Picture::Ground),
    ("walk", Picture::Walk),
    ("costs", Picture::Costs),
    ("data", Picture::Data),
    ("step-length", Picture::StepLength),
    ("apart", Picture::Apart),
    ("slopes", Picture::Slopes),
    ("excess", Picture::Excess),
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
            Picture::Data => Figure::draw_data(session, area, format),
            Picture::Slice(index) => self.draw_slice(session, index, area, format),
            Picture::StepLength => Figure::draw_step_length(session, area, format),
            Picture::Apart => Figure::draw_apart(session, area, format),
            Picture::Slopes => Figure::draw_slopes(session, area, format),
            Picture::Excess => Figure::draw_excess(session, area, format),
        }
    }
}
