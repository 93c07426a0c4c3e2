//! A plane of parameter space at any tilt: it need not hold the direction of any parameter.

use super::grid::places;
use super::{Grid, Window};
use crate::cost::Cost;
use crate::descent::norm;

/// The straight way from one point of parameter space to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Bearing {
    from: Vec<f64>,
    /// Of length 1.
    along: Vec<f64>,
    length: f64,
    /// What rounding may have made of any distance between such points.
    rounding: f64,
}

/// A plane through the start of a [`Bearing`]: it holds that way, and one direction square
/// to it. Both directions have length 1, so distances and angles on it are those of
/// parameter space.
#[derive(Clone, Debug, PartialEq)]
pub struct Tilted {
    origin: Vec<f64>,
    along: Vec<f64>,
    across: Vec<f64>,
}

/// Distances smaller than this part of the coordinates are rounding.
const ROUNDING: f64 = 1e-12;
/// A way that leaves the line by less than this part of itself stays on it.
const STRAIGHT: f64 = 1e-9;

impl Bearing {
    /// The way between two points; `None` where they are one place, or not finite.
    pub fn between(from: &[f64], to: &[f64]) -> Option<Bearing> {
        let way = difference(to, from);
        let length = norm(&way);
        let rounding = ROUNDING * (norm(from) + norm(to));
        (length.is_finite() && length > rounding).then(|| Bearing {
            from: from.to_vec(),
            along: way.iter().map(|part| part / length).collect(),
            length,
            rounding,
        })
    }

    /// How far the two points are apart.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// How far along the way a point lies, and how far from its line.
    pub fn place(&self, point: &[f64]) -> [f64; 2] {
        let way = difference(point, &self.from);
        [dot(&way, &self.along), norm(&self.off_line(&way))]
    }

    /// The plane that holds the way and a point; `None` where that is on the way's line.
    pub fn plane_through(&self, point: &[f64]) -> Option<Tilted> {
        self.plane(&difference(point, &self.from))
    }

    /// The plane that holds the way and a direction of any length; `None` where that has no
    /// part square to the way.
    pub fn plane_along(&self, direction: &[f64]) -> Option<Tilted> {
        let length = norm(direction);
        let scaled = |part: &f64| part / length * self.length;
        self.plane(&direction.iter().map(scaled).collect::<Vec<f64>>())
    }

    /// The parameter whose direction is the squarest to the way, and the plane that holds it:
    /// there is one wherever there are two parameters.
    pub fn plane_of_parameter(&self) -> Option<(usize, Tilted)> {
        let size = |index: usize| self.along[index].abs();
        let squarest = (0..self.along.len()).reduce(|least, index| {
            if size(index) < size(least) {
                index
            } else {
                least
            }
        })?;
        let mut direction = vec![0.0; self.along.len()];
        direction[squarest] = 1.0;
        Some((squarest, self.plane_along(&direction)?))
    }

    fn plane(&self, way: &[f64]) -> Option<Tilted> {
        let off = self.off_line(way);
        let distance = norm(&off);
        let stays = distance <= self.rounding || distance <= STRAIGHT * norm(way);
        (distance.is_finite() && !stays).then(|| {
            let across: Vec<f64> = off.iter().map(|part| part / distance).collect();
            Tilted {
                origin: self.from.clone(),
                along: self.along.clone(),
                across,
            }
        })
    }

    /// What is left of a way without its part along this one. Taken away twice: once leaves
    /// rounding of the part taken, which may be large beside what is left (Giraud, Langou and
    /// Rozložník 2005, The loss of orthogonality in the Gram-Schmidt process).
    fn off_line(&self, way: &[f64]) -> Vec<f64> {
        let once = without(way, &self.along);
        without(&once, &self.along)
    }
}

impl Tilted {
    /// The plane through a point that holds two directions of length 1 at right angles.
    pub fn new(origin: Vec<f64>, [along, across]: [Vec<f64>; 2]) -> Tilted {
        Tilted {
            origin,
            along,
            across,
        }
    }

    /// The point of parameters at a place of the plane: distances from the origin along the
    /// way and across it.
    pub fn point(&self, [x, y]: [f64; 2]) -> Vec<f64> {
        let directions = self.along.iter().zip(&self.across);
        let moved = self.origin.iter().zip(directions);
        moved.map(|(at, (a, b))| at + (x * a + y * b)).collect()
    }

    /// The place of the plane that is nearest to a point: its shadow, by a light from square
    /// above.
    pub fn project(&self, point: &[f64]) -> [f64; 2] {
        let way = difference(point, &self.origin);
        [dot(&way, &self.along), dot(&way, &self.across)]
    }

    /// How far a point is from the plane.
    pub fn distance(&self, point: &[f64]) -> f64 {
        let way = difference(point, &self.origin);
        norm(&without(&without(&way, &self.along), &self.across))
    }

    /// J over a window of the plane; fewer than 2 columns or rows count as 2.
    pub fn sample(&self, cost: &dyn Cost, window: Window, columns: usize, rows: usize) -> Grid {
        let (columns, rows) = (columns.max(2), rows.max(2));
        let mut values = Vec::with_capacity(columns * rows);
        let across = places(window.x(), columns);
        let mut lanes = vec![vec![0.0; columns]; self.origin.len()];
        let mut line = vec![0.0; columns];
        for y in places(window.y(), rows) {
            for (index, lane) in lanes.iter_mut().enumerate() {
                let (at, a, b) = (self.origin[index], self.along[index], self.across[index]);
                for (coordinate, x) in lane.iter_mut().zip(&across) {
                    *coordinate = at + (x * a + y * b);
                }
            }
            let at: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
            cost.values(&at, &mut line);
            values.extend_from_slice(&line);
        }
        Grid {
            window,
            columns,
            rows,
            values,
        }
    }
}

fn difference(to: &[f64], from: &[f64]) -> Vec<f64> {
    to.iter().zip(from).map(|(to, from)| to - from).collect()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// A way without its part along a direction of length 1.
fn without(way: &[f64], along: &[f64]) -> Vec<f64> {
    let part = dot(way, along);
    way.iter().zip(along).map(|(w, a)| w - part * a).collect()
}
