//! The map of starts: each coloured by how the walks from it end.

use plotters::coord::Shift;
use plotters::prelude::{DrawResult, DrawingArea, DrawingBackend};

use super::axes::{Rules, draw_axes};
use super::map::draw_minima;
use super::marker;
use super::palette::{Colour, Role};
use super::pen::{Pen, Stroke};
use super::plot::{Axes, Plot};
use super::theme::Theme;

/// Starts on a grid over the plot's window, edges included.
#[derive(Clone, Copy, Debug)]
pub struct StartsMap<'a> {
    /// Starts along each side, at least 2.
    pub side: usize,
    /// Row by row, the lowest first: which outcome a start has, 0 to 4, if known.
    pub outcomes: &'a [Option<usize>],
    /// Known minima, marked with crosses.
    pub minima: &'a [[f64; 2]],
    /// The selected start, ringed.
    pub start: [f64; 2],
    /// The names of the two shown parameters.
    pub axes: Axes<'a>,
}

/// The colours of the outcomes as a role and how far it is from paper: they differ in
/// lightness, so that hue need not tell them apart. `www/figure/instruments.css` repeats
/// them for the legend.
const TONES: [(Role, f64); 5] = [
    (Role::Line, 0.55),
    (Role::Ink, 1.0),
    (Role::Alpha, 0.5),
    (Role::Alpha, 1.0),
    (Role::Muted, 0.55),
];

fn tone(outcome: usize, theme: &Theme) -> Colour {
    let (role, part) = TONES[outcome % TONES.len()];
    theme.colour(Role::Paper).towards(theme.colour(role), part)
}

/// Draws the starts as cells, a row's equal neighbours at once.
pub fn draw_starts_map<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    plot: &Plot,
    map: &StartsMap,
    theme: &Theme,
) -> DrawResult<(), DB> {
    let pen = Pen::new(area, theme);
    let [left, top, right, bottom] = plot.edges();
    // The first and the last start stand on the edges: half their cells lie outside.
    let border = |index: usize, [first, last]: [f64; 2]| {
        let part = (index as f64 - 0.5) / (map.side - 1) as f64;
        first + (last - first) * part.clamp(0.0, 1.0)
    };
    for (row, outcomes) in map.outcomes.chunks_exact(map.side.max(2)).enumerate() {
        let mut column = 0;
        while column < outcomes.len() {
            let same = outcomes[column..]
                .iter()
                .take_while(|other| **other == outcomes[column]);
            let next = column + same.count();
            if let Some(outcome) = outcomes[column] {
                let corners = [
                    [
                        border(column, [left, right]),
                        border(row + 1, [bottom, top]),
                    ],
                    [border(next, [left, right]), border(row, [bottom, top])],
                ];
                pen.rectangle(corners, Stroke::new(tone(outcome, theme), 1.0))?;
            }
            column = next;
        }
    }
    draw_minima(&pen, plot, map.minima)?;
    draw_axes(&pen, plot, &map.axes, Rules::Frame)?;
    match plot.to_pixel(map.start) {
        Some(at) => marker::draw_ring(&pen, at, 5.5, Role::Action),
        None => Ok(()),
    }
}
