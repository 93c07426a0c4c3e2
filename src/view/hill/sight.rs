//! Lines of the scene, as far as the surface does not hide them.

use crate::landscape::Surface;

use super::super::clip;
use super::super::pen::{Pixel, distance};
use super::super::theme::Theme;
use super::raster::Solid;
use super::scene::{HEIGHT, HillPlot, Seen};

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
            every: theme.pixels(2.5),
        }
    }

    /// Whether nothing of the surface stands before a point.
    pub(super) fn sees(&self, seen: Seen) -> bool {
        seen.depth <= self.solid.depth(seen.pixel) + SKIN * self.plot.scale()
    }

    /// A point of the plane on the surface; `None` where it has no height.
    pub(super) fn on_ground(&self, at: [f64; 2]) -> Option<Seen> {
        let height = self.surface.height_at(at);
        let seen = || self.plot.seen(self.plot.scene(at, height * HEIGHT));
        (!height.is_nan()).then(seen)
    }

    /// Whether the surface's upper side is turned to the viewer at a point.
    fn faces(&self, at: [f64; 2]) -> bool {
        let size = self.plot.window().size();
        let [across, up] = [size[0] * 1e-3, size[1] * 1e-3];
        let corners = [at, [at[0] + across, at[1]], [at[0], at[1] + up]];
        let [Some(a), Some(b), Some(c)] = corners.map(|at| self.on_ground(at)) else {
            return true;
        };
        let side = |end: Seen| [end.pixel[0] - a.pixel[0], end.pixel[1] - a.pixel[1]];
        let (b, c) = (side(b), side(c));
        b[0] * c[1] - b[1] * c[0] < 0.0
    }

    /// The seen pieces of a line of the plane laid on the surface.
    pub(super) fn draped(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        self.pieces(&self.dense(line, |at| self.on_ground(at)))
    }

    /// The same, where the surface's upper side is turned to the viewer.
    pub(super) fn drawn_on(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let facing = |at| self.on_ground(at).filter(|_| self.faces(at));
        self.pieces(&self.dense(line, facing))
    }

    /// The seen pieces of a line of the plane laid on the floor.
    pub(super) fn on_floor(&self, line: &[[f64; 2]]) -> Vec<Vec<Pixel>> {
        let floor = |at| Some(self.plot.seen(self.plot.floor(at)));
        self.pieces(&self.dense(line, floor))
    }

    /// The seen pieces of a straight line of the scene.
    pub(super) fn straight(&self, ends: [[f64; 3]; 2]) -> Vec<Vec<Pixel>> {
        let [from, to] = ends;
        let along = |part: f64| [0, 1, 2].map(|axis| from[axis] + part * (to[axis] - from[axis]));
        let length = distance(self.plot.seen(from).pixel, self.plot.seen(to).pixel);
        let count = (length / self.every).ceil().clamp(1.0, MOST);
        let points = (0..=count as usize).map(|index| along(index as f64 / count));
        self.pieces(
            &points
                .map(|at| Some(self.plot.seen(at)))
                .collect::<Vec<_>>(),
        )
    }

    /// Points along a line of the plane, close enough together to follow the ground;
    /// none where it leaves the window.
    fn dense(
        &self,
        line: &[[f64; 2]],
        seen: impl Fn([f64; 2]) -> Option<Seen>,
    ) -> Vec<Option<Seen>> {
        let window = self.plot.window();
        let inside = clip::polyline(line, false, [window.x(), window.y()]);
        let mut points = Vec::new();
        for piece in &inside {
            points.push(None);
            points.push(seen(piece[0]));
            self.extend(&mut points, piece, &seen);
        }
        points
    }

    fn extend(
        &self,
        points: &mut Vec<Option<Seen>>,
        piece: &[[f64; 2]],
        seen: &impl Fn([f64; 2]) -> Option<Seen>,
    ) {
        for ends in piece.windows(2) {
            let floor = |at| self.plot.seen(self.plot.floor(at)).pixel;
            let count = distance(floor(ends[0]), floor(ends[1])) / self.every;
            let count = count.ceil().clamp(1.0, MOST);
            points.extend((1..=count as usize).map(|index| {
                let part = index as f64 / count;
                seen([0, 1].map(|axis| ends[0][axis] * (1.0 - part) + ends[1][axis] * part))
            }));
        }
    }

    fn pieces(&self, points: &[Option<Seen>]) -> Vec<Vec<Pixel>> {
        let mut pieces = Vec::new();
        let mut piece = Vec::new();
        for point in points {
            match point.filter(|seen| self.sees(*seen)) {
                Some(seen) => piece.push(seen.pixel),
                None => pieces.push(std::mem::take(&mut piece)),
            }
        }
        pieces.push(piece);
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }
}
