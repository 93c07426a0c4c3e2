//! Lines of the scene, as far as the surface does not hide them.

use crate::landscape::Surface;

use super::super::clip;
use super::super::pen::{Pixel, distance};
use super::super::theme::Theme;
use super::raster::Solid;
use super::scene::{GAP, HEIGHT, HillPlot, Seen};

/// Whether higher ground stands before a point of the surface.
pub fn hides(plot: &HillPlot, surface: &Surface, solid: &Solid, at: [f64; 2]) -> bool {
    let sight = Sight {
        plot,
        surface,
        solid,
        every: 1.0,
    };
    sight.on_ground(at).is_some_and(|seen| !sight.sees(seen))
}

/// What decides whether a point is seen.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) plot: &'a HillPlot,
    pub(super) surface: &'a Surface,
    pub(super) solid: &'a Solid,
    /// Pixels between points of a line that are looked at.
    pub(super) every: f64,
}

/// A point this part of the scene's length behind the surface still lies on it.
const SKIN: f64 = 0.012;
/// Pixels around a point that are looked at.
const EDGE: [[f64; 2]; 5] = [[0.0, 0.0], [1.5, 0.0], [-1.5, 0.0], [0.0, 1.5], [0.0, -1.5]];
/// A line on the surface has at most this many points between two given ones.
const MOST: f64 = 400.0;

impl<'a> Sight<'a> {
    pub(super) fn new(
        plot: &'a HillPlot,
        surface: &'a Surface,
        solid: &'a Solid,
        theme: &Theme,
    ) -> Sight<'a> {
        Sight {
            plot,
            surface,
            solid,
            every: theme.pixels(3.0),
        }
    }

    /// Whether nothing of the surface stands before a point. Beside an edge the farther
    /// side counts, or lines along it would be torn.
    pub(super) fn sees(&self, seen: Seen) -> bool {
        let reached = seen.depth - SKIN * self.plot.scale();
        let [x, y] = seen.pixel;
        EDGE.iter()
            .any(|[right, down]| reached <= self.solid.depth([x + right, y + down]))
    }

    /// A point of the plane on the surface; `None` where it has no height.
    pub(super) fn on_ground(&self, at: [f64; 2]) -> Option<Seen> {
        let height = self.surface.height_at(at);
        let seen = || self.plot.seen(self.plot.scene(at, height * HEIGHT));
        (!height.is_nan()).then(seen)
    }

    /// Whether a point is of the side of the surface that is seen.
    fn shows(&self, seen: Seen) -> bool {
        (seen.depth - self.solid.depth(seen.pixel)).abs() <= SKIN * self.plot.scale()
    }

    /// The seen pieces of a line of the plane laid on the surface.
    pub(super) fn draped(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let ground = |at| self.on_ground(at).filter(|&seen| self.sees(seen));
        self.pieces(line, ground)
    }

    /// The same, without pieces on a wall that is looked through from outside.
    pub(super) fn drawn_on(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let ground = |at| self.on_ground(at).filter(|&seen| self.shows(seen));
        self.pieces(line, ground)
    }

    /// The seen pieces of a line of the plane laid on the floor.
    pub(super) fn on_floor(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let floor = |at| Some(self.plot.seen(self.plot.floor(at)));
        self.pieces(line, |at| floor(at).filter(|&seen| self.sees(seen)))
    }

    /// The seen pieces of the upright line from a point of the plane, on the surface, to
    /// the floor.
    pub(super) fn plumb(&self, at: [f64; 2], height: f64) -> Vec<Vec<Pixel>> {
        let ends = [height * HEIGHT, -GAP];
        let seen = |part: f64| {
            let z = ends[0] + part * (ends[1] - ends[0]);
            self.plot.seen(self.plot.scene(at, z))
        };
        let length = distance(seen(0.0).pixel, seen(1.0).pixel);
        let count = (length / self.every).ceil().clamp(1.0, MOST);
        let points = (0..=count as usize).map(|index| seen(index as f64 / count));
        let mut pieces = Pieces::default();
        for point in points {
            pieces.take(Some(point).filter(|&seen| self.sees(seen)));
        }
        pieces.finish()
    }

    /// A line of the plane, cut at the window, with points close enough together to
    /// follow the ground, in pieces of those that are seen.
    fn pieces(
        &self,
        line: &[[f64; 2]],
        seen: impl Fn([f64; 2]) -> Option<Seen>,
    ) -> Vec<Vec<Pixel>> {
        let bounds = [self.plot.window().x(), self.plot.window().y()];
        let mut pieces = Pieces::default();
        for inside in clip::polyline(line, false, bounds) {
            pieces.take(None);
            pieces.take(seen(inside[0]));
            for ends in inside.windows(2) {
                let floor = |at| self.plot.seen(self.plot.floor(at)).pixel;
                let count = distance(floor(ends[0]), floor(ends[1])) / self.every;
                let count = count.ceil().clamp(1.0, MOST);
                for index in 1..=count as usize {
                    let part = index as f64 / count;
                    // Rounding must not carry a point of the rim over it.
                    let along = |axis: usize| {
                        let [low, high] = bounds[axis];
                        (ends[0][axis] * (1.0 - part) + ends[1][axis] * part).clamp(low, high)
                    };
                    pieces.take(seen([along(0), along(1)]));
                }
            }
        }
        pieces.finish()
    }
}

/// A line that is broken where a point is missing.
#[derive(Default)]
struct Pieces {
    done: Vec<Vec<Pixel>>,
    open: Vec<Pixel>,
}

impl Pieces {
    fn take(&mut self, point: Option<Seen>) {
        match point {
            Some(seen) => self.open.push(seen.pixel),
            None => self.close(),
        }
    }

    fn close(&mut self) {
        let piece = std::mem::take(&mut self.open);
        if piece.len() > 1 {
            self.done.push(piece);
        }
    }

    fn finish(mut self) -> Vec<Vec<Pixel>> {
        self.close();
        self.done
    }
}
