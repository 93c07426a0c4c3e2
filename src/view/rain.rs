//! Many walkers at once on a map, where they started, and how many each valley has.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::label::{self, Rectangle};
use super::marker;
use super::palette::Role;
use super::pen::{Pen, Pixel, Stroke};
use super::plot::Plot;
use super::theme::Theme;

/// Rain at one iteration, in the units of its plot's window; what is outside is
/// left out.
#[derive(Clone, Copy, Debug)]
pub struct Rain<'a> {
    /// Where walkers are.
    pub walkers: &'a [[f64; 2]],
    /// Where walkers started, once it is known where that leads.
    pub marks: &'a [Mark],
    /// How many have come to rest where.
    pub tallies: &'a [Tally<'a>],
}

/// A start and what it led to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The start.
    pub at: [f64; 2],
    /// The valley it led to, told by colour and shape; none is a small ring.
    pub valley: Option<usize>,
}

/// A valley with its count.
#[derive(Clone, Copy, Debug)]
pub struct Tally<'a> {
    /// The bottom of the valley.
    pub at: [f64; 2],
    /// The valley's number, from 0: its colour and shape.
    pub valley: usize,
    /// How many there are.
    pub count: &'a str,
}

/// Radii in CSS pixels.
const DROP: f64 = 2.2;
const MARK: f64 = 2.8;
const BOTTOM: f64 = 6.5;
/// Of the starts, so that the ground shows through.
const FAINT: f64 = 0.75;

/// Draws starts, walkers and counts, in this order.
pub fn draw_rain<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    rain: &Rain,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    for mark in rain.marks {
        if let Some(at) = plot.to_pixel(mark.at) {
            draw_mark(&pen, at, mark.valley)?;
        }
    }
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    let ink = Stroke::new(pen.colour(Role::Ink), 1.0);
    for at in rain.walkers.iter().filter_map(|&at| plot.to_pixel(at)) {
        pen.disc(at, theme.pixels(DROP + 1.0), paper)?;
        pen.disc(at, theme.pixels(DROP), ink)?;
    }
    draw_tallies(&pen, plot, rain.tallies)
}

fn draw_mark<DB: DrawingBackend>(
    pen: &Pen<DB>,
    at: Pixel,
    valley: Option<usize>,
) -> DrawResult<(), DB> {
    let ring = Stroke::new(pen.colour(Role::Muted), 1.2);
    match valley {
        Some(valley) => draw_valley(pen, at, MARK, valley, FAINT),
        None => pen.ring(at, pen.theme.pixels(DROP), ring),
    }
}

/// A valley's shape in its colour, with an edge of ink.
fn draw_valley<DB: DrawingBackend>(
    pen: &Pen<DB>,
    at: Pixel,
    radius: f64,
    valley: usize,
    opacity: f64,
) -> DrawResult<(), DB> {
    let edge = Stroke::new(pen.colour(Role::Ink), 1.0).faint(opacity);
    let fill = Stroke::new(pen.colour(Role::Valley(valley)), 1.0).faint(opacity);
    marker::draw_shape(pen, at, pen.theme.pixels(radius + 1.0), valley, edge)?;
    marker::draw_shape(pen, at, pen.theme.pixels(radius), valley, fill)
}

/// The bottom of each valley, and beside it the count, clear of the others if there
/// is room.
fn draw_tallies<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    tallies: &[Tally],
) -> DrawResult<(), DB> {
    let radius = pen.theme.pixels(BOTTOM + 2.0);
    let seen = || {
        let places = tallies.iter();
        places.filter_map(|tally| Some((plot.to_pixel(tally.at)?, tally)))
    };
    let mut obstacles: Vec<Rectangle> = seen()
        .map(|([x, y], _)| [x - radius, y - radius, x + radius, y + radius])
        .collect();
    for (at, tally) in seen() {
        draw_valley(pen, at, BOTTOM, tally.valley, 1.0)?;
    }
    for (at, tally) in seen() {
        let lines = [tally.count.to_owned()];
        let size = label::box_size(&lines, pen.theme);
        let gap = pen.theme.pixels(BOTTOM + 5.0);
        if let Some(place) = label::best_place(at, size, gap, plot.edges(), &obstacles, &[]) {
            label::draw_box(pen, place, &lines)?;
            obstacles.push(place);
        }
    }
    Ok(())
}
