//! Ticks, tick labels and axis names.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};
use plotters::style::text_anchor::{HPos, VPos};

use super::palette::Role;
use super::pen::{Kind, Lettering, Pen, Stroke, text_width};
use super::plot::{Axes, NAME, Plot, is_short};
use super::theme::Theme;

/// Fills the picture with paper, for pictures that stand alone; on a page the
/// canvas is left clear.
pub fn draw_paper<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let (width, height) = area.dim_in_pixel();
    let pen = Pen::new(area, theme);
    let corners = [[0.0, 0.0], [f64::from(width), f64::from(height)]];
    pen.rectangle(corners, Stroke::new(pen.colour(Role::Paper), 1.0))
}

/// Which lines run through a plot.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// A thin frame only.
    Frame,
    /// A horizontal line at every tick of y.
    Horizontal,
    /// Lines at the ticks of both axes.
    Both,
}

pub(super) fn draw_axes<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    axes: &Axes,
    rules: Rules,
) -> DrawResult<(), DB> {
    draw_rules(pen, plot, rules)?;
    if !plot.has_labels() {
        return Ok(());
    }
    let [x, y] = plot.names(axes);
    draw_x_labels(pen, plot, &x, axes.x.role)?;
    draw_y_labels(pen, plot, &y, axes.y.role)
}

fn draw_rules<DB: DrawingBackend>(pen: &Pen<DB>, plot: &Plot, rules: Rules) -> DrawResult<(), DB> {
    let [left, top, right, bottom] = plot.edges();
    let line = Stroke::new(pen.colour(Role::Line), 1.0);
    if rules == Rules::Frame {
        let corners = [
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
            [left, top],
        ];
        return pen.path(&corners, line);
    }
    for tick in plot.y_ticks(pen.theme) {
        let [_, y] = plot.project([plot.window().x()[0], tick.value]);
        pen.path(&[[left, y], [right, y]], line)?;
    }
    if rules == Rules::Both {
        for tick in plot.x_ticks(pen.theme) {
            let [x, _] = plot.project([tick.value, plot.window().y()[0]]);
            pen.path(&[[x, top], [x, bottom]], line)?;
        }
    }
    Ok(())
}

fn lettering<DB: DrawingBackend>(pen: &Pen<DB>, anchor: (HPos, VPos)) -> Lettering {
    Lettering {
        colour: pen.colour(Role::Muted),
        height: pen.theme.text(),
        anchor,
        kind: Kind::Plain,
    }
}

fn name_lettering<DB: DrawingBackend>(
    pen: &Pen<DB>,
    name: &str,
    role: Role,
    anchor: (HPos, VPos),
) -> Lettering {
    let (kind, size) = match is_short(name) {
        true => (Kind::Name, NAME),
        false => (Kind::Plain, 1.0),
    };
    Lettering {
        colour: pen.colour(role),
        height: pen.theme.text() * size,
        anchor,
        kind,
    }
}

/// Tick labels under the plot. A short name stands at the end of their row and
/// takes the place of a label there; a long one has its own row.
fn draw_x_labels<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    name: &str,
    role: Role,
) -> DrawResult<(), DB> {
    let [_, _, right, bottom] = plot.edges();
    let text = pen.theme.text();
    let row = bottom + pen.theme.pixels(8.0) + text * 0.5;
    let name_width = match is_short(name) {
        true => text_width(name, text * NAME) + pen.theme.pixels(6.0),
        false => 0.0,
    };
    let end = f64::from(plot.size()[0]);
    for tick in plot.x_ticks(pen.theme) {
        let [x, _] = plot.project([tick.value, plot.window().y()[0]]);
        let half = text_width(&tick.label, text) / 2.0;
        if x + half <= end && (name_width == 0.0 || x + half <= right - name_width) {
            let look = lettering(pen, (HPos::Center, VPos::Center));
            pen.text(&tick.label, [x, row], look)?;
        }
    }
    let name_row = match is_short(name) {
        true => row,
        false => row + text + pen.theme.pixels(7.0),
    };
    let look = name_lettering(pen, name, role, (HPos::Right, VPos::Center));
    pen.text(name, [right, name_row], look)
}

/// Tick labels left of the plot. A short name stands at the upper end of their
/// column, in place of a label that would touch it; a long one above the plot.
fn draw_y_labels<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    name: &str,
    role: Role,
) -> DrawResult<(), DB> {
    let [left, top, _, _] = plot.edges();
    let (text, start) = (pen.theme.text(), pen.theme.pixels(4.0));
    let column = left - pen.theme.pixels(8.0);
    let (name_row, name_end) = match is_short(name) {
        true => (top + text * 0.5, start + text_width(name, text * NAME)),
        false => (top - text * 0.9 - pen.theme.pixels(3.0), column),
    };
    for tick in plot.y_ticks(pen.theme) {
        let [_, y] = plot.project([plot.window().x()[0], tick.value]);
        let beside = column - text_width(&tick.label, text) >= name_end;
        if beside || (y - name_row).abs() >= text * 1.1 {
            let look = lettering(pen, (HPos::Right, VPos::Center));
            pen.text(&tick.label, [column, y], look)?;
        }
    }
    let look = name_lettering(pen, name, role, (HPos::Left, VPos::Center));
    pen.text(name, [start, name_row], look)
}
