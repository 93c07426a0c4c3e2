//! The ground around the minimum of a model on data: as measured, and standardised.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::ground::equal_plot;
use super::tilted_ground::{Fineness, TiltedGround};
use super::{Field, Figure, Format};
use crate::cost::Loss;
use crate::descent::norm;
use crate::lab::Session;
use crate::lab::instruments::Measured;
use crate::lab::words::bowls::DIRECTIONS;
use crate::landscape::{Tilted, Window};
use crate::view::{self, Axes, Axis, Plot, Role};

/// Picture pixels between samples of the cost, before the theme's scale.
const SAMPLE_EVERY: f64 = 2.5;
/// Samples along a side; fewer where each looks at many rows.
const SAMPLES: [usize; 2] = [20, 200];
/// About so many rows are looked at for a picture.
const LOOKS: usize = 4_000_000;
const CONTOURS: usize = 12;
/// The window reaches so far beyond the minimum, in distances of that from 0.
const REACH: f64 = 1.2;

impl Figure {
    /// The colours under a bowl's lines; `None` where there is none.
    pub(super) fn bowl_colours(
        &mut self,
        session: &Session,
        which: usize,
        format: &Format,
    ) -> Option<Field> {
        let view = View::new(session, self.bowls.get(session, which)?);
        let plot = view.plot(format)?;
        let slot = self.bowl_grounds.get_mut(which)?;
        Some(ground(slot, session, &view, &plot, format).colours(&plot, format))
    }

    /// Draws a bowl's contours, its minimum and axes. Nothing where there is none.
    pub(super) fn draw_bowl<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        which: usize,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        let (Some(bowl), Some(slot)) = (
            self.bowls.get(session, which),
            self.bowl_grounds.get_mut(which),
        ) else {
            return Ok(());
        };
        let view = View::new(session, bowl);
        let Some(plot) = view.plot(format) else {
            return Ok(());
        };
        let lines = view::Ground {
            contours: &ground(slot, session, &view, &plot, format).contours,
            minima: &[view.centre],
            axes: view.axes(),
        };
        view::draw_ground(area, &plot, &lines, &format.theme)
    }
}

/// The plane a bowl is seen in. With two parameters it is theirs; with more, that of the
/// flattest and the steepest direction: a slice along two parameters could look round where
/// the bowl is long.
struct View<'a> {
    bowl: &'a Measured,
    plane: Tilted,
    names: [(String, Role); 2],
    /// Where the minimum is on the plane.
    centre: [f64; 2],
}

impl View<'_> {
    fn new<'a>(session: &Session, bowl: &'a Measured) -> View<'a> {
        let parameters = session.subject().parameters();
        if let ([x, y], [w, b]) = (parameters, &bowl.minimum[..]) {
            let axes = [vec![1.0, 0.0], vec![0.0, 1.0]];
            return View {
                plane: Tilted::new(vec![0.0; 2], axes),
                names: [
                    (x.display(), Role::Parameter(0)),
                    (y.display(), Role::Parameter(1)),
                ],
                centre: [*w, *b],
                bowl,
            };
        }
        View {
            plane: bowl.bowl.plane(&bowl.minimum),
            names: DIRECTIONS.map(|name| (name.into(), Role::Muted)),
            centre: [0.0; 2],
            bowl,
        }
    }

    fn axes(&self) -> Axes<'_> {
        let [x, y] = &self.names;
        Axes {
            x: Axis {
                name: &x.0,
                role: x.1,
            },
            y: Axis {
                name: &y.0,
                role: y.1,
            },
        }
    }

    /// The window around the minimum that is as wide as walks from 0 are long.
    fn plot(&self, format: &Format) -> Option<Plot> {
        let away = norm(&self.bowl.minimum);
        let reach = REACH * if away > 0.0 { away } else { 1.0 };
        let [x, y] = self.centre.map(|middle| [middle - reach, middle + reach]);
        equal_plot(Window::new(x, y).ok()?, &self.axes(), format)
    }
}

fn ground<'a>(
    slot: &'a mut Option<TiltedGround>,
    session: &Session,
    view: &View,
    plot: &Plot,
    format: &Format,
) -> &'a TiltedGround {
    let fineness = Fineness {
        every: SAMPLE_EVERY,
        most: most_samples(session),
        contours: CONTOURS,
    };
    let subject = (session.subject().number, view.bowl.cost.as_ref());
    TiltedGround::of(slot, subject, &view.plane, &fineness, plot, format)
}

/// A squared error knows J without its rows.
fn most_samples(session: &Session) -> usize {
    let [least, most] = SAMPLES;
    match &session.subject().fit {
        Some(fit) if fit.loss() != Loss::Squared => {
            (LOOKS / fit.table().row_count()).isqrt().clamp(least, most)
        }
        _ => most,
    }
}
