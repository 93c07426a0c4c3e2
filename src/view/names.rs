//! Places of a picture with their names beside them.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::label::{self, Rectangle};
use super::marker::RADIUS;
use super::pen::{Pen, Pixel};
use super::plot::Plot;
use super::theme::Theme;
use super::walk::beads;

/// A place and the lines of text that stand beside it.
#[derive(Clone, Debug)]
pub struct Named {
    /// In the units of the plot's window; out of sight it has no text.
    pub at: [f64; 2],
    /// Its name, and what else is to be said of it.
    pub lines: Vec<String>,
}

/// Draws a box of text beside each place, none on a place or another box if there is room,
/// and covering as little as possible of a path.
pub fn draw_names<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    named: &[Named],
    path: &[[f64; 2]],
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let room = theme.pixels(RADIUS + 3.0);
    let mut obstacles: Vec<Rectangle> = named
        .iter()
        .filter_map(|named| plot.to_pixel(named.at))
        .map(|[x, y]| [x - room, y - room, x + room, y + room])
        .collect();
    let points: Vec<Pixel> = beads(&pen, plot, path);
    for named in named {
        let Some(at) = plot.to_pixel(named.at) else {
            continue;
        };
        let size = label::box_size(&named.lines, theme);
        let gap = theme.pixels(RADIUS + 9.0);
        if let Some(place) = label::best_place(at, size, gap, plot.edges(), &obstacles, &points) {
            label::draw_box(&pen, place, &named.lines)?;
            obstacles.push(place);
        }
    }
    Ok(())
}
