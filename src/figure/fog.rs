//! The map in fog: only a clearing around the feet is computed at all.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::Format;
use super::ground::Field;
use super::hit::place_of;
use super::walk::values;
use crate::lab::Session;
use crate::landscape::{Grid, Plane, Polyline, Relief, Window, contours};
use crate::view::{self, Clearing, Plot, Ramp, Walk, Walker};

/// The clearing's radius as a part of the plot's shorter side, and at least so many
/// CSS pixels. It is round on the screen: where the two parameters have different
/// units, "near" has no other meaning.
const RADIUS: f64 = 0.09;
const LEAST: f64 = 30.0;
/// CSS pixels between samples of the cost.
const SAMPLE_EVERY: f64 = 3.0;
/// About how many contours the clearing shows.
const CONTOURS: usize = 7;

/// The ground around the feet.
struct Patch {
    /// Left, top, width and height in whole pixels of the plot's rectangle.
    rectangle: [u32; 4],
    /// In pixels of the plot's rectangle.
    middle: [f64; 2],
    radius: f64,
    grid: Grid,
    relief: Relief,
}

/// The middle of the clearing in pixels of the picture, and its radius; nothing
/// when the feet are out of sight.
fn clearing(session: &Session, plot: &Plot, format: &Format) -> Option<([f64; 2], f64)> {
    let middle = plot.to_pixel(place_of(session, &session.feet()))?;
    let [across, down] = plot.area();
    let radius = (RADIUS * across.min(down)).max(format.theme.pixels(LEAST));
    Some((middle, radius))
}

/// How far the curve of a one-parameter cost is seen, as a range of the parameter.
pub(super) fn seen(session: &Session, plot: &Plot, format: &Format) -> Option<[f64; 2]> {
    let ([x, y], radius) = clearing(session, plot, format)?;
    Some([-radius, radius].map(|away| plot.nearest([x + away, y])[0]))
}

fn patch(session: &Session, plot: &Plot, format: &Format) -> Option<Patch> {
    let (middle, radius) = clearing(session, plot, format)?;
    let [left, top, width, height] = plot.rectangle();
    let middle = [middle[0] - f64::from(left), middle[1] - f64::from(top)];
    let side = |axis: usize, length: u32| {
        let low = (middle[axis] - radius).floor().max(0.0);
        let high = (middle[axis] + radius).ceil().min(f64::from(length));
        [low, high]
    };
    let ([west, east], [north, south]) = (side(0, width), side(1, height));
    let corner = |x: f64, y: f64| plot.nearest([x + f64::from(left), y + f64::from(top)]);
    let ([x_low, y_low], [x_high, y_high]) = (corner(west, south), corner(east, north));
    let window = Window::new([x_low, x_high], [y_low, y_high]).ok()?;
    let plane = Plane {
        axes: session.axes(),
        through: session.feet(),
    };
    let samples = [east - west, south - north]
        .map(|pixels| (pixels / format.theme.pixels(SAMPLE_EVERY)) as usize + 2);
    let cost = session.subject().cost.as_ref();
    let grid = Grid::sample(cost, None, &plane, window, samples[0], samples[1]);
    Some(Patch {
        rectangle: [west, north, east - west, south - north].map(|pixels| pixels as u32),
        middle,
        radius,
        relief: Relief::new(&grid),
        grid,
    })
}

/// The colour field in fog. Colours are those of the clearing alone: from its own
/// lowest place to its highest.
pub(super) fn field(session: &Session, plot: &Plot, format: &Format) -> Field {
    let rectangle = plot.rectangle();
    let size = [rectangle[2] as usize, rectangle[3] as usize];
    let patch = patch(session, plot, format);
    let colours = patch.as_ref().map_or(Vec::new(), |patch| {
        let size = [patch.rectangle[2] as usize, patch.rectangle[3] as usize];
        match session.shows("field") {
            true => view::field(
                &patch.grid,
                &patch.relief,
                Ramp::default(),
                &format.theme,
                size,
            ),
            false => Vec::new(),
        }
    });
    let clearing = patch.as_ref().map(|patch| Clearing {
        middle: patch.middle,
        radius: patch.radius,
        rectangle: patch.rectangle.map(|side| side as usize),
        rgba: &colours,
    });
    let rgba = view::fog(&format.theme, size, clearing);
    Field { rectangle, rgba }
}

/// The contours inside of the clearing.
pub(super) fn lines(session: &Session, plot: &Plot, format: &Format) -> Vec<Polyline> {
    let found = clearing(session, plot, format).zip(patch(session, plot, format));
    let Some(((middle, radius), patch)) = found else {
        return Vec::new();
    };
    let seen = |point: &[f64; 2]| {
        plot.to_pixel(*point)
            .is_some_and(|[x, y]| libm::hypot(x - middle[0], y - middle[1]) <= radius)
    };
    contours(&patch.grid, &patch.relief.levels(CONTOURS))
        .iter()
        .flat_map(|line| {
            let mut points = line.points.clone();
            points.extend(line.closed.then(|| line.points[0]));
            let pieces = points.split(|point| !seen(point));
            pieces.map(<[_]>::to_vec).collect::<Vec<_>>()
        })
        .map(|points| Polyline {
            points,
            closed: false,
        })
        .collect()
}

/// Draws the rim of the clearing.
pub(super) fn draw_rim<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    format: &Format,
) -> DrawResult<(), DB> {
    match clearing(session, plot, format) {
        Some((middle, radius)) => view::draw_rim(area, middle, radius, &format.theme),
        None => Ok(()),
    }
}

/// Draws who stands in the fog: the selected walker alone, until there are steps by
/// hand. Those are drawn elsewhere.
pub(super) fn draw_walk<DB: DrawingBackend>(
    session: &Session,
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    format: &Format,
) -> DrawResult<(), DB> {
    if session.hand().is_some() {
        return Ok(());
    }
    let run = session.selected();
    let texts = match session.shows("labels") {
        true => values(session, run),
        false => Vec::new(),
    };
    let walker = Walker {
        run,
        selected: true,
        path: &[],
        steps: &[],
        at: place_of(session, &session.feet()),
        next: None,
        values: &texts,
    };
    let walk = Walk {
        walkers: &[walker],
        trails: &[],
        covered: None,
    };
    view::draw_walk(area, plot, &walk, &format.theme)
}
