use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::{Figure, Format};
use crate::lab::Session;
use crate::landscape::{Grid, Plane, Polyline, Relief, Window, contours};
use crate::view::{self, Axes, Axis, Plot, Ramp, Role};

/// The ground computed for one plane, window and number of pixels.
pub(super) struct GroundCache {
    pub(super) basis: Basis,
    pub(super) grid: Grid,
    pub(super) relief: Relief,
    pub(super) contours: Vec<Polyline>,
}

/// What the ground depends on.
#[derive(Clone, PartialEq)]
pub(super) struct Basis {
    subject: u64,
    /// Without the shown coordinates: only the frozen ones make it another plane.
    plane: Plane,
    window: Window,
    samples: [usize; 2],
}

impl Basis {
    pub(super) fn new(session: &Session, window: Window, samples: [usize; 2]) -> Basis {
        Basis {
            subject: session.subject().number,
            plane: session.plane().without_shown(),
            window,
            samples,
        }
    }
}

/// Picture pixels between samples of the cost, before the theme's scale.
const SAMPLE_EVERY: f64 = 4.0;
/// More samples than this along a side show nothing more.
const MOST_SAMPLES: usize = 400;
/// About how many contours a map shows, and a small one.
const CONTOURS: usize = 24;
const FEW_CONTOURS: usize = 12;

/// Opaque colours for a rectangle of the picture.
pub struct Field {
    /// Left, top, width and height in picture pixels.
    pub rectangle: [u32; 4],
    /// Red, green, blue and 255 for each pixel, rows from the top.
    pub rgba: Vec<u8>,
}

/// The session's map without its layers: where its window stands in a picture.
/// `None` if the picture is too small to show anything.
pub(super) fn map_plot(session: &Session, format: &Format) -> Option<Plot> {
    let [x, y] = axis_names(session);
    scaled_plot(session, session.window(), &axes(&x, &y, session), format)
}

/// A window of the shown plane in a picture: grown so that both axes have one scale, but
/// for data costs and one parameter, whose axes have no common unit.
pub(super) fn scaled_plot(
    session: &Session,
    asked: Window,
    axes: &Axes,
    format: &Format,
) -> Option<Plot> {
    if session.subject().fit.is_some() || session.subject().dimension() == 1 {
        return Plot::new(format.size, asked, axes, &format.theme);
    }
    equal_plot(asked, axes, format)
}

/// A window in a picture, grown so that both axes have one scale.
pub(super) fn equal_plot(asked: Window, axes: &Axes, format: &Format) -> Option<Plot> {
    let plot = |window| Plot::new(format.size, window, axes, &format.theme);
    // Growing the window may widen the labels' margin, so the shape is settled in two
    // rounds.
    let fitted = |[across, up]: [f64; 2]| plot(asked.fit_aspect(across, up));
    fitted(fitted(plot(asked)?.area())?.area())
}

impl Figure {
    /// The window that a picture of this format really shows.
    pub fn shown_window(session: &Session, format: &Format) -> Window {
        map_plot(session, format).map_or_else(|| session.window(), |plot| plot.window())
    }
}

pub(super) fn axis_names(session: &Session) -> [String; 2] {
    let names = session.subject().parameters();
    match names.len() {
        1 => [names[0].display(), "J".into()],
        _ => session.axes().map(|axis| names[axis].display()),
    }
}

pub(super) fn axes<'a>(x: &'a str, y: &'a str, session: &Session) -> Axes<'a> {
    let [first, second] = session.axes();
    let y_role = if session.subject().dimension() == 1 {
        Role::Ink
    } else {
        Role::Parameter(second)
    };
    Axes {
        x: Axis {
            name: x,
            role: Role::Parameter(first),
        },
        y: Axis {
            name: y,
            role: y_role,
        },
    }
}

impl Figure {
    /// Draws the lower picture but for its colour field: contours, known minima
    /// and axes, or for one parameter the curve's axes.
    pub fn draw_ground<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        self.map = Some(*format);
        draw_ground(&mut self.ground, CONTOURS, session, area, format)
    }

    /// The same for a small map beside it, which has its own grid.
    pub(super) fn draw_small_ground<DB: DrawingBackend>(
        &mut self,
        session: &Session,
        area: &DrawingArea<DB, Shift>,
        format: &Format,
    ) -> DrawResult<(), DB> {
        draw_ground(&mut self.small_ground, FEW_CONTOURS, session, area, format)
    }
}

fn draw_ground<DB: DrawingBackend>(
    kept: &mut Option<GroundCache>,
    contours: usize,
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    format: &Format,
) -> DrawResult<(), DB> {
    let Some(plot) = map_plot(session, format) else {
        return Ok(());
    };
    let [x, y] = axis_names(session);
    let axes = axes(&x, &y, session);
    if session.subject().dimension() == 1 {
        return super::curve::draw_ground(session, area, &plot, axes, format);
    }
    let minima = if session.shows("minima") {
        known_minima(session)
    } else {
        Vec::new()
    };
    let in_fog;
    let lines = match (session.shows("contours"), session.in_fog()) {
        (false, _) => &[],
        (true, true) => {
            in_fog = super::fog::lines(session, &plot, format);
            in_fog.as_slice()
        }
        (true, false) => ground(kept, contours, session, &plot, format)
            .contours
            .as_slice(),
    };
    let ground = view::Ground {
        contours: lines,
        minima: &minima,
        axes,
    };
    view::draw_ground(area, &plot, &ground, &format.theme)?;
    match session.in_fog() {
        true => super::fog::draw_rim(session, area, &plot, format),
        false => Ok(()),
    }
}

impl Figure {
    /// The colour field, or `None` where none is shown.
    pub fn field(&mut self, session: &Session, format: &Format) -> Option<Field> {
        let fog = session.in_fog();
        let basins = session.shows_basins();
        if session.subject().dimension() == 1 || basins || !(fog || session.shows("field")) {
            return None;
        }
        let plot = map_plot(session, format)?;
        if fog {
            return Some(super::fog::field(session, &plot, format));
        }
        let rectangle = plot.rectangle();
        let ground = ground(&mut self.ground, CONTOURS, session, &plot, format);
        let size = [rectangle[2] as usize, rectangle[3] as usize];
        let rgba = view::field(
            &ground.grid,
            &ground.relief,
            Ramp::default(),
            &format.theme,
            size,
        );
        Some(Field { rectangle, rgba })
    }
}

fn ground<'a>(
    kept: &'a mut Option<GroundCache>,
    contours: usize,
    session: &Session,
    plot: &Plot,
    format: &Format,
) -> &'a GroundCache {
    let samples = plot.area().map(|side| {
        let wanted = side / format.theme.pixels(SAMPLE_EVERY);
        (wanted as usize).clamp(2, MOST_SAMPLES)
    });
    let basis = Basis::new(session, plot.window(), samples);
    let fresh = match kept.take() {
        Some(old) if old.basis == basis => old,
        Some(old) => compute(session, basis, contours, old.grid.values),
        None => compute(session, basis, contours, Vec::new()),
    };
    kept.insert(fresh)
}

/// `room` is what the values of an older grid had.
pub(super) fn compute(
    session: &Session,
    basis: Basis,
    levels: usize,
    room: Vec<f64>,
) -> GroundCache {
    let [columns, rows] = basis.samples;
    let cost = session.subject().cost.as_ref();
    let grid = Grid::sample_into(
        room,
        cost,
        session.grid_kernel().as_deref(),
        &basis.plane,
        basis.window,
        columns,
        rows,
    );
    let relief = Relief::new(&grid);
    let contours = contours(&grid, &relief.levels(levels));
    GroundCache {
        relief,
        contours,
        grid,
        basis,
    }
}

/// The minima that the data sheet lists, where the map shows all of them that
/// there is: with frozen parameters a minimum need not lie on the plane.
pub(super) fn known_minima(session: &Session) -> Vec<[f64; 2]> {
    let subject = session.subject();
    if subject.dimension() != 2 {
        return Vec::new();
    }
    let plane = session.plane();
    let known = subject.known_minima();
    known.iter().map(|at| plane.project(at)).collect()
}
