//! Steps to converge over the learning rate, both on logarithmic scales.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use crate::landscape::Window;
use crate::number;

use super::map::pixel_pieces;
use super::marker;
use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Pixel, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;

/// How a run with one learning rate ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RateEnd {
    /// It converges after so many steps.
    Settles(u32),
    /// It does neither within the step limit.
    Unsettled,
    /// It diverges.
    Diverges,
}

/// The runs from one start, by ascending α.
#[derive(Clone, Copy, Debug)]
pub struct RateLine<'a> {
    /// The run's index from 0.
    pub run: usize,
    /// α and how the run with it ends.
    pub rates: &'a [(f64, RateEnd)],
}

/// The curve of steps over α.
#[derive(Clone, Copy, Debug)]
pub struct RateCurve<'a> {
    /// One line per start.
    pub lines: &'a [RateLine<'a>],
    /// 2/λmax of each minimum: dashed lines.
    pub edges: &'a [f64],
    /// The present α and how its run ends, if known.
    pub present: (f64, Option<RateEnd>),
    /// The names of α and of the steps.
    pub axes: Axes<'a>,
    /// What stands beside the rows of runs that did not settle, and that diverged.
    pub rows: [&'a str; 2],
}

/// The rows of runs that do not settle and that diverge stand so many decades above the
/// step limit.
const ROWS: [f64; 2] = [0.4, 0.9];
/// Room above the upper row, in decades.
const ABOVE: f64 = 0.35;
/// Numbers beyond these powers of ten make no axis.
const POWERS: [f64; 2] = [-140.0, 140.0];

/// The window of such a curve: powers of ten of α and of steps. `None` where the range is
/// none.
pub fn rate_window([low, high]: [f64; 2], limit: u32) -> Option<Window> {
    let [left, right] = [low, high].map(|alpha| libm::log10(alpha).clamp(POWERS[0], POWERS[1]));
    let top = libm::log10(f64::from(limit.max(1))) + ROWS[1] + ABOVE;
    Window::new([left, right], [-0.12, top]).ok()
}

/// Draws the curve in a plot of [`rate_window`] with the same step limit.
pub fn draw_rate_curve<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    curve: &RateCurve,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    draw_scales(&pen, plot, curve)?;
    let [_, top, _, bottom] = plot.edges();
    for edge in curve.edges {
        if let Some([x, _]) = place(plot, *edge, RateEnd::Settles(1)) {
            let ink = Stroke::new(pen.colour(Role::Ink), 1.4).faint(0.75);
            pen.dashes([[x, top], [x, bottom]], [5.0, 4.0], ink)?;
        }
    }
    for line in curve.lines {
        draw_line(&pen, plot, line)?;
    }
    draw_present(&pen, plot, curve.present)
}

/// Where a run stands in the plot.
fn place(plot: &Plot, alpha: f64, end: RateEnd) -> Option<Pixel> {
    let [_, high] = plot.window().y();
    let y = match end {
        RateEnd::Settles(steps) => libm::log10(f64::from(steps.max(1))),
        RateEnd::Unsettled => high - ABOVE - ROWS[1] + ROWS[0],
        RateEnd::Diverges => high - ABOVE,
    };
    plot.to_pixel([libm::log10(alpha), y])
}

/// Where a pixel's column stands on the axis of α.
pub fn rate_at(plot: &Plot, x: f64) -> f64 {
    libm::pow(10.0, plot.nearest([x, 0.0])[0])
}

/// Where the handle of the present α stands, in pixels.
pub fn rate_place(plot: &Plot, (alpha, end): (f64, Option<RateEnd>)) -> Option<[f64; 2]> {
    place(plot, alpha, end.unwrap_or(RateEnd::Settles(1)))
}

fn draw_scales<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    curve: &RateCurve,
) -> DrawResult<(), DB> {
    let [left, top, right, bottom] = plot.edges();
    let line = Stroke::new(pen.colour(Role::Line), 1.0);
    let text = pen.theme.text();
    let look = |role: Role, anchor| Lettering {
        colour: pen.colour(role),
        height: text,
        anchor,
        kind: Kind::Plain,
    };
    let inside = pen.theme.pixels(4.0);
    let mut label_rows = Vec::new();
    let [low, high] = plot.window().y();
    for power in powers([low, high - ABOVE - ROWS[1]]) {
        let [_, y] = plot.project([plot.window().x()[0], power]);
        pen.path(&[[left, y], [right, y]], line)?;
        label_rows.push((number::significant(libm::pow(10.0, power), 1), y));
    }
    for (word, end) in curve
        .rows
        .iter()
        .zip([RateEnd::Unsettled, RateEnd::Diverges])
    {
        if let Some([_, y]) = place(plot, libm::pow(10.0, plot.window().x()[0]), end) {
            label_rows.push(((*word).to_string(), y - 0.5 * text));
        }
    }
    for power in powers(plot.window().x()) {
        let [x, _] = plot.project([power, plot.window().y()[0]]);
        pen.path(&[[x, top], [x, bottom]], line)?;
        if plot.has_labels() && x < right - 2.0 * text {
            let label = number::significant(libm::pow(10.0, power), 1);
            let at = [x, bottom + pen.theme.pixels(8.0) + text * 0.5];
            pen.text(&label, at, look(Role::Muted, (HPos::Center, VPos::Center)))?;
        }
    }
    if !plot.has_labels() {
        return Ok(());
    }
    for (label, y) in label_rows {
        let at = [left + inside, y - text * 0.55];
        pen.text(&label, at, look(Role::Muted, (HPos::Left, VPos::Center)))?;
    }
    draw_names(pen, plot, curve)
}

fn draw_names<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    curve: &RateCurve,
) -> DrawResult<(), DB> {
    let [left, top, right, bottom] = plot.edges();
    let text = pen.theme.text();
    let name = |role, kind, anchor| Lettering {
        colour: pen.colour(role),
        height: text,
        anchor,
        kind,
    };
    let x = name(curve.axes.x.role, Kind::Name, (HPos::Right, VPos::Center));
    let row = bottom + pen.theme.pixels(8.0) + text * 0.5;
    pen.text(curve.axes.x.name, [right, row], x)?;
    let y = name(curve.axes.y.role, Kind::Plain, (HPos::Left, VPos::Center));
    pen.text(curve.axes.y.name, [left, top - text * 0.9], y)
}

/// Whole numbers in a range.
fn powers([low, high]: [f64; 2]) -> impl Iterator<Item = f64> {
    let (first, last) = (low.ceil() as i32, high.floor() as i32);
    let every = ((last - first) / 12 + 1).max(1) as usize;
    (first..=last).step_by(every).map(f64::from)
}

/// A line through the runs that settle; the others are marks in their rows: open rings
/// for those that do not settle, crosses for those that diverge.
fn draw_line<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    line: &RateLine,
) -> DrawResult<(), DB> {
    let colour = pen.colour(Role::Run(line.run));
    let stroke = Stroke::new(colour, 2.2);
    let points: Vec<[f64; 2]> = line
        .rates
        .iter()
        .map(|&(alpha, end)| match end {
            RateEnd::Settles(steps) => [libm::log10(alpha), libm::log10(f64::from(steps.max(1)))],
            _ => [f64::NAN; 2],
        })
        .collect();
    for piece in pixel_pieces(plot, &points, false) {
        pen.path(&piece, stroke)?;
    }
    for &(alpha, end) in line.rates {
        let Some([x, y]) = place(plot, alpha, end) else {
            continue;
        };
        // In their rows each run stands a little lower, so that none hides another's marks.
        let lower = match end {
            RateEnd::Settles(_) => 0.0,
            _ => 5.0 * line.run.min(2) as f64,
        };
        let y = y + pen.theme.pixels(lower);
        let arm = pen.theme.pixels(2.6);
        match end {
            RateEnd::Settles(_) => pen.disc([x, y], pen.theme.pixels(2.0), stroke)?,
            RateEnd::Unsettled => pen.ring([x, y], arm, Stroke::new(colour, 1.4))?,
            RateEnd::Diverges => {
                let thin = Stroke::new(colour, 1.4);
                pen.path(&[[x - arm, y - arm], [x + arm, y + arm]], thin)?;
                pen.path(&[[x - arm, y + arm], [x + arm, y - arm]], thin)?;
            }
        }
    }
    Ok(())
}

/// The present α: a line in the colour of α, with a handle where its run stands.
fn draw_present<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    present: (f64, Option<RateEnd>),
) -> DrawResult<(), DB> {
    let Some([x, y]) = rate_place(plot, present) else {
        return Ok(());
    };
    let [_, top, _, bottom] = plot.edges();
    let stroke = Stroke::new(pen.colour(Role::Alpha), 2.0);
    pen.path(&[[x, top], [x, bottom]], stroke)?;
    let paper = Stroke::new(pen.colour(Role::Paper), 1.0);
    pen.disc([x, y], pen.theme.pixels(8.5), paper)?;
    pen.disc([x, y], pen.theme.pixels(6.5), stroke)?;
    if present.1.is_none() {
        marker::draw_ring(pen, [x, y], 4.0, Role::Alpha)?;
    }
    Ok(())
}
