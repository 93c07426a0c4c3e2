use std::collections::HashSet;

use super::Plane;
use crate::descent::Run;

/// The first points are all kept, so that steps are seen as steps.
const SINGLE: usize = 1000;
/// The most points kept; beyond, the trail becomes coarser.
const CAPACITY: usize = 20_000;
/// A point nearer than this to the one before, in pixels, is not worth a line.
const NEAR: f64 = 0.5;

/// The path of a run on a plane, thinned to what a picture can show.
///
/// The first 1000 points are all kept. Later ones are kept if they lie half a pixel
/// from the last one and the line to them was not drawn before, so a run that
/// bounces for a million steps takes a handful of points. Never more than 20,000
/// points: then the resolution is halved. Points far outside any window are kept as
/// they are.
#[derive(Clone, Debug)]
pub struct Trail {
    plane: Plane,
    pixel: [f64; 2],
    points: Vec<TrailPoint>,
    /// Lines drawn after the first 1000 points, between cells of one pixel.
    drawn: HashSet<[Cell; 2]>,
    /// The last point looked at that was not too near, and whether it was kept.
    pen: Option<(TrailPoint, bool)>,
    /// The first iteration not yet looked at.
    next: u32,
}

/// A point of a trail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrailPoint {
    /// The iteration of the run.
    pub iteration: u32,
    /// Its place on the plane, in the units of the two shown parameters.
    pub at: [f64; 2],
    /// Whether a line leads here from the point before: not at the start, and not
    /// after iterations that only retraced lines already drawn.
    pub joined: bool,
}

/// A square of one pixel.
type Cell = [i64; 2];

impl Trail {
    /// An empty trail. `pixel` is the width and height of one pixel in parameter
    /// units, both above zero.
    pub fn new(plane: Plane, pixel: [f64; 2]) -> Trail {
        Trail {
            plane,
            pixel,
            points: Vec::new(),
            drawn: HashSet::new(),
            pen: None,
            next: 0,
        }
    }

    /// Takes up what the run has computed since the last call. Every call must be
    /// with the same run.
    pub fn extend(&mut self, run: &Run) {
        let from = self.next;
        self.next = run.computed() + 1;
        run.visit(from, run.computed(), |iteration, point| {
            let at = self.plane.project(point);
            self.take(iteration, at);
            // One more iteration may keep two points.
            if self.points.len() > CAPACITY - 2 {
                self.coarsen();
            }
        });
    }

    /// The points kept, in order of iteration.
    pub fn points(&self) -> &[TrailPoint] {
        &self.points
    }

    /// The points kept up to an iteration, included.
    pub fn until(&self, iteration: u32) -> &[TrailPoint] {
        let count = self
            .points
            .partition_point(|point| point.iteration <= iteration);
        &self.points[..count]
    }

    fn take(&mut self, iteration: u32, at: [f64; 2]) {
        let new = TrailPoint {
            iteration,
            at,
            joined: self.pen.is_some(),
        };
        let Some((pen, was_kept)) = self.pen else {
            return self.keep(new);
        };
        if self.points.len() < SINGLE {
            self.drawn.insert(self.line(pen.at, at));
            return self.keep(new);
        }
        if self.is_near(pen.at, at) {
            return;
        }
        if !self.drawn.insert(self.line(pen.at, at)) {
            self.pen = Some((new, false));
            return;
        }
        if !was_kept {
            self.points.push(TrailPoint {
                joined: false,
                ..pen
            });
        }
        self.keep(new);
    }

    fn keep(&mut self, point: TrailPoint) {
        self.points.push(point);
        self.pen = Some((point, true));
    }

    /// Doubles the pixel until three quarters of the room suffice. It ends: in
    /// pixels as large as the whole trail few different lines are left.
    fn coarsen(&mut self) {
        while self.points.len() > CAPACITY / 4 * 3 {
            self.pixel = self.pixel.map(|side| side * 2.0);
            self.drawn.clear();
            self.pen = None;
            for point in std::mem::take(&mut self.points) {
                if !point.joined {
                    // The pen is lifted: what led here was drawn before.
                    self.pen = self.pen.map(|_| (point, false));
                }
                self.take(point.iteration, point.at);
            }
        }
    }

    fn is_near(&self, a: [f64; 2], b: [f64; 2]) -> bool {
        (0..2).all(|axis| (a[axis] - b[axis]).abs() < NEAR * self.pixel[axis])
    }

    /// The cells a line joins, in either direction the same.
    fn line(&self, a: [f64; 2], b: [f64; 2]) -> [Cell; 2] {
        let [a, b] = [self.cell(a), self.cell(b)];
        if a < b { [a, b] } else { [b, a] }
    }

    fn cell(&self, at: [f64; 2]) -> Cell {
        // Very far away the conversion saturates: all such points share a cell.
        [0, 1].map(|axis| (at[axis] / self.pixel[axis]).floor() as i64)
    }
}
