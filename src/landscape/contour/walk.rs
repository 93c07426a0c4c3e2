use super::{Cells, Edge, Grid, Polyline};
use crate::landscape::grid::places;

/// Walks along lines from edge to edge, the higher ground on the left.
pub(super) struct Walk<'a> {
    grid: &'a Grid,
    cells: &'a Cells,
    /// Where columns and rows lie.
    places: [Vec<f64>; 2],
    level: f64,
    /// How many levels were begun.
    number: u8,
    /// The number of the last level with a line across the vertical edge above each sample.
    crossed: Vec<u8>,
    /// The points of the line walked last.
    points: Vec<[f64; 2]>,
}

/// A line on its way across an edge: the sample at the edge's inside end, on the left, and
/// where the line is heading.
type Crossing = (usize, Heading);

/// Up, right, down and left are 0 to 3.
type Heading = usize;

impl<'a> Walk<'a> {
    pub(super) fn new(grid: &'a Grid, cells: &'a Cells) -> Walk<'a> {
        Walk {
            grid,
            cells,
            places: [
                places(grid.window.x(), grid.columns),
                places(grid.window.y(), grid.rows),
            ],
            level: 0.0,
            number: 0,
            crossed: vec![0; grid.values.len()],
            points: Vec::new(),
        }
    }

    /// From now on lines of this level, the next one, are walked.
    pub(super) fn set_level(&mut self, level: f64) {
        self.level = level;
        self.number += 1;
    }

    /// Whether a line of this level was walked across this vertical edge.
    pub(super) fn has_crossed(&self, edge: Edge) -> bool {
        self.crossed[edge / 2] == self.number
    }

    /// The line that crosses this edge, from there on; `None` if it is all one point, as around
    /// a peak exactly at the level.
    pub(super) fn line(&mut self, edge: Edge) -> Option<Polyline> {
        self.points.clear();
        let closed = self.walk(self.crossing(edge));
        let points = &self.points[..];
        let repeats = closed && points.len() > 1 && points.first() == points.last();
        let points = &points[..points.len() - usize::from(repeats)];
        (points.len() > 1).then(|| Polyline {
            points: points.to_vec(),
            closed,
        })
    }

    fn crossing(&self, edge: Edge) -> Crossing {
        let (sample, is_vertical) = (edge / 2, edge % 2);
        if self.grid.values[sample] >= self.level {
            (sample, 3 * is_vertical)
        } else {
            (sample + self.along(is_vertical), 2 - is_vertical)
        }
    }

    /// From an edge's left or lower end to the other.
    fn along(&self, is_vertical: usize) -> usize {
        if is_vertical == 1 {
            self.grid.columns
        } else {
            1
        }
    }

    /// Takes the points from this edge on; true when the line comes back to it.
    fn walk(&mut self, first: Crossing) -> bool {
        let values = &self.grid.values[..];
        let columns = self.grid.columns;
        // By heading: one sample ahead, and from a sample to the cell that lies ahead of it
        // on the right.
        let ahead = [columns, 1, columns.wrapping_neg(), usize::MAX];
        let cells = [columns + 1, 1, 0, columns];
        let (mut inside, mut heading) = first;
        loop {
            let right = ahead[(heading + 1) % 4];
            self.cross(inside, heading);
            let cell = inside + cells[heading];
            if self.cells.is_left_out(cell) {
                return false;
            }
            let left = inside.wrapping_add(ahead[heading]);
            let right = left.wrapping_add(right);
            let is_inside = values[right] >= self.level;
            if values[left] >= self.level {
                inside = left;
                if is_inside {
                    inside = right;
                    heading = (heading + 1) % 4;
                }
            } else if is_inside && self.grid.is_joined(cell, self.level) {
                inside = right;
                heading = (heading + 1) % 4;
            } else {
                heading = (heading + 3) % 4;
            }
            if (inside, heading) == first {
                return true;
            }
        }
    }

    /// Adds the point where an edge is crossed, if it is not the last one: where a sample has
    /// exactly the level, the edges meeting there give one point.
    fn cross(&mut self, inside: usize, heading: Heading) {
        let values = &self.grid.values[..];
        let is_vertical = heading % 2;
        let along = self.along(is_vertical);
        let lower = match heading {
            1 | 2 => inside - along,
            _ => inside,
        };
        // Halves first, so that the differences cannot overflow.
        let [a, b] = [values[lower] * 0.5, values[lower + along] * 0.5];
        let part = (self.level * 0.5 - a) / (b - a);
        let between =
            |places: &[f64], index: usize| places[index] * (1.0 - part) + places[index + 1] * part;
        let row = lower / self.grid.columns;
        let column = lower - row * self.grid.columns;
        let [xs, ys] = &self.places;
        let (x, y) = if is_vertical == 1 {
            self.crossed[lower] = self.number;
            (xs[column], between(ys, row))
        } else {
            (between(xs, column), ys[row])
        };
        if self
            .points
            .last()
            .is_none_or(|last| last[0] != x || last[1] != y)
        {
            self.points.push([x, y]);
        }
    }
}
