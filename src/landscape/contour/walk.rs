use super::{Edge, Grid, Polyline, is_joined};
use crate::landscape::grid::place;

/// Walks along lines from edge to edge, the higher ground on the left.
pub(super) struct Walk<'a> {
    grid: &'a Grid,
    /// Where columns and rows lie.
    places: [Vec<f64>; 2],
    level: f64,
    /// How many levels were begun.
    number: u8,
    /// The number of the last level with a line across the vertical edge above each sample.
    crossed: Vec<u8>,
    points: Vec<[f64; 2]>,
}

/// A line on its way across an edge.
#[derive(Clone, Copy, PartialEq)]
struct Crossing {
    /// Column and row of the edge's inside end, on the left.
    inside: [usize; 2],
    /// Up, right, down or left, as an index of [`AHEAD`].
    heading: usize,
}

/// One sample on, by heading; clockwise.
const AHEAD: [[usize; 2]; 4] = [[0, 1], [1, 0], [0, BACK], [BACK, 0]];
const BACK: usize = usize::MAX;

/// By heading, from the lower left corner of the cell ahead to the edge's inside end.
const CORNER: [[usize; 2]; 4] = [[0, 0], [0, 1], [1, 1], [1, 0]];

/// The sample one on from this one.
fn ahead([column, row]: [usize; 2], heading: usize) -> [usize; 2] {
    let [right, up] = AHEAD[heading % 4];
    [column.wrapping_add(right), row.wrapping_add(up)]
}

impl<'a> Walk<'a> {
    pub(super) fn new(grid: &'a Grid) -> Walk<'a> {
        let places = |range, count| (0..count).map(|index| place(range, index, count)).collect();
        Walk {
            grid,
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
        let first = self.crossing(edge);
        let mut at = first;
        self.points.clear();
        let closed = loop {
            self.cross(at);
            match self.next(at) {
                Some(next) if next != first => at = next,
                end => break end.is_some(),
            }
        };
        if closed && self.points.len() > 1 && self.points.first() == self.points.last() {
            self.points.pop();
        }
        (self.points.len() > 1).then(|| Polyline {
            points: self.points.clone(),
            closed,
        })
    }

    fn crossing(&self, edge: Edge) -> Crossing {
        let (sample, is_vertical) = (edge / 2, edge % 2);
        let end = [sample % self.grid.columns, sample / self.grid.columns];
        if self.is_inside(end) {
            Crossing { inside: end, heading: 3 * is_vertical }
        } else {
            Crossing { inside: ahead(end, 1 - is_vertical), heading: 2 - is_vertical }
        }
    }

    fn index(&self, [column, row]: [usize; 2]) -> usize {
        row * self.grid.columns + column
    }

    fn is_inside(&self, sample: [usize; 2]) -> bool {
        self.grid.values[self.index(sample)] >= self.level
    }

    /// The line's next edge, out of the cell ahead; `None` if that is none.
    fn next(&self, Crossing { inside, heading }: Crossing) -> Option<Crossing> {
        let left = ahead(inside, heading);
        if left[0] >= self.grid.columns || left[1] >= self.grid.rows {
            return None;
        }
        let right = ahead(left, heading + 1);
        let [a, b] = [left, right].map(|sample| self.grid.values[self.index(sample)]);
        if !(a.is_finite() && b.is_finite()) {
            return None;
        }
        let turns_right = match (a >= self.level, b >= self.level) {
            (true, false) => return Some(Crossing { inside: left, heading }),
            (false, true) => {
                let [column, row] = CORNER[heading];
                let cell = self.index([inside[0] - column, inside[1] - row]);
                is_joined(self.grid, cell, self.level)
            }
            (both, _) => both,
        };
        Some(if turns_right {
            Crossing { inside: right, heading: (heading + 1) % 4 }
        } else {
            Crossing { inside, heading: (heading + 3) % 4 }
        })
    }

    /// Adds the point where the edge is crossed, if it is not the last one: where a sample has
    /// exactly the level, the edges meeting there give one point.
    fn cross(&mut self, Crossing { inside, heading }: Crossing) {
        let lower = match heading {
            0 | 3 => inside,
            _ => ahead(inside, heading + 1),
        };
        let axis = heading % 2;
        let sample = self.index(lower);
        let step = if axis == 0 { 1 } else { self.grid.columns };
        if axis == 1 {
            self.crossed[sample] = self.number;
        }
        // Halves first, so that the differences cannot overflow.
        let [a, b] = [sample, sample + step].map(|sample| self.grid.values[sample] * 0.5);
        let part = (self.level * 0.5 - a) / (b - a);
        let mut point = [self.places[0][lower[0]], self.places[1][lower[1]]];
        point[axis] = point[axis] * (1.0 - part) + self.places[axis][lower[axis] + 1] * part;
        if self.points.last() != Some(&point) {
            self.points.push(point);
        }
    }
}
