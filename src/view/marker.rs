//! Markers: a run is told by shape and number as well as by colour.

use plotters::prelude::{DrawResult, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Pixel, Stroke};

/// A walker's radius in CSS pixels.
pub(super) const RADIUS: f64 = 8.5;
/// The paper around lines and markers, in CSS pixels on each side.
pub(super) const HALO: f64 = 1.6;

/// The corners of a run's shape as multiples of the radius; none for a circle.
fn corners(run: usize) -> Vec<Pixel> {
    let regular = |count: u32, size: f64, turn: f64| {
        (0..count)
            .map(|index| {
                let angle = std::f64::consts::TAU * (f64::from(index) + turn) / f64::from(count);
                [size * libm::sin(angle), -size * libm::cos(angle)]
            })
            .collect()
    };
    match run % 5 {
        0 => Vec::new(),
        1 => regular(4, 1.24, 0.5),
        2 => regular(4, 1.32, 0.0),
        3 => regular(6, 1.12, 0.0),
        _ => regular(3, 1.62, 0.0),
    }
}

/// A run's numbered marker with its halo, centred on a pixel.
pub(super) fn draw_marker<DB: DrawingBackend>(
    pen: &Pen<DB>,
    centre: Pixel,
    run: usize,
) -> DrawResult<(), DB> {
    let radius = pen.theme.pixels(RADIUS);
    let halo = radius + pen.theme.pixels(HALO + 0.4);
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    let fill = Stroke::new(pen.colour(Role::Run(run)), 1.0);
    draw_shape(pen, centre, halo, run, paper)?;
    draw_shape(pen, centre, radius, run, fill)?;
    let look = Lettering {
        colour: pen.colour(Role::Paper),
        height: pen.theme.text() * if run < 9 { 0.92 } else { 0.75 },
        anchor: (HPos::Center, VPos::Center),
        kind: Kind::Bold,
    };
    pen.text(&(run + 1).to_string(), centre, look)
}

pub(super) fn draw_shape<DB: DrawingBackend>(
    pen: &Pen<DB>,
    centre: Pixel,
    radius: f64,
    run: usize,
    fill: Stroke,
) -> DrawResult<(), DB> {
    let corners = corners(run);
    if corners.is_empty() {
        return pen.disc(centre, radius, fill);
    }
    pen.polygon(&around(centre, radius, &corners), fill)
}

fn around(centre: Pixel, radius: f64, corners: &[Pixel]) -> Vec<Pixel> {
    corners
        .iter()
        .map(|[x, y]| [centre[0] + radius * x, centre[1] + radius * y])
        .collect()
}

/// The ring around the marker of the selected run.
pub(super) fn draw_selection<DB: DrawingBackend>(
    pen: &Pen<DB>,
    centre: Pixel,
) -> DrawResult<(), DB> {
    let radius = pen.theme.pixels(RADIUS + 5.5);
    let ring = Stroke::new(pen.colour(Role::Action), 2.0);
    let halo = Stroke::new(pen.colour(Role::Paper), 2.0).wider(2.0 * HALO);
    pen.ring(centre, radius, halo.faint(0.8))?;
    pen.ring(centre, radius, ring)
}

/// A ring with a halo, for a start or for the next step's ghost.
pub(super) fn draw_ring<DB: DrawingBackend>(
    pen: &Pen<DB>,
    centre: Pixel,
    radius: f64,
    role: Role,
) -> DrawResult<(), DB> {
    let radius = pen.theme.pixels(radius);
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    pen.disc(
        centre,
        radius + pen.theme.pixels(1.0 + HALO),
        paper.faint(0.9),
    )?;
    pen.ring(centre, radius, Stroke::new(pen.colour(role), 2.0))
}

/// A flag with its halo; its pole stands on the pixel.
pub(super) fn draw_flag<DB: DrawingBackend>(pen: &Pen<DB>, foot: Pixel) -> DrawResult<(), DB> {
    let at = |x: f64, y: f64| [foot[0] + pen.theme.pixels(x), foot[1] - pen.theme.pixels(y)];
    let pole = [foot, at(0.0, 26.0)];
    let cloth = [at(0.0, 26.0), at(16.0, 20.5), at(0.0, 15.0)];
    let paper = Stroke::new(pen.colour(Role::Paper), 2.0).wider(2.0 * HALO);
    let ink = Stroke::new(pen.colour(Role::Ink), 2.0);
    pen.path(&pole, paper)?;
    pen.path(&[cloth[0], cloth[1], cloth[2]], paper)?;
    pen.disc(foot, pen.theme.pixels(3.0 + HALO), paper)?;
    pen.path(&pole, ink)?;
    pen.disc(foot, pen.theme.pixels(3.0), ink)?;
    pen.polygon(&cloth, ink)
}

/// A triangle at the plot's edge that points to where a walker has gone, with
/// its number. `towards` has −1, 0 or 1 to the right and downwards.
pub(super) fn draw_gone<DB: DrawingBackend>(
    pen: &Pen<DB>,
    edge: Pixel,
    towards: Pixel,
    run: usize,
) -> DrawResult<(), DB> {
    let length = libm::hypot(towards[0], towards[1]);
    let [x, y] = towards.map(|part| part / length);
    let at = |along: f64, across: f64| {
        let [along, across] = [along, across].map(|part| pen.theme.pixels(part));
        [
            edge[0] + x * along - y * across,
            edge[1] + y * along + x * across,
        ]
    };
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    let fill = Stroke::new(pen.colour(Role::Run(run)), 1.0);
    pen.polygon(&[at(1.0, 0.0), at(-14.0, 11.0), at(-14.0, -11.0)], paper)?;
    pen.polygon(&[at(-2.0, 0.0), at(-12.0, 8.0), at(-12.0, -8.0)], fill)?;
    draw_marker(pen, at(-24.0, 0.0), run)
}
