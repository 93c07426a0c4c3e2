use crate::descent::{Run, distance};

/// The first points are all kept, so that steps are seen as steps.
const SINGLE: usize = 300;
/// The most points kept; beyond, later ones lie farther apart.
const CAPACITY: usize = 2400;

/// The path of a run in all its parameters, thinned: a picture whose plane turns cannot keep
/// what one plane shows of it, as [`Trail`](super::Trail) does.
#[derive(Clone, Debug)]
pub struct Way {
    spacing: f64,
    points: Vec<(u32, Vec<f64>)>,
    /// The first iteration not yet looked at.
    next: u32,
}

impl Way {
    /// An empty path, whose later points lie at least this far apart.
    pub fn new(spacing: f64) -> Way {
        Way {
            spacing,
            points: Vec::new(),
            next: 0,
        }
    }

    /// Takes up what the run has computed since the last call. Every call must be with the
    /// same run.
    pub fn extend(&mut self, run: &Run) {
        let from = self.next;
        self.next = run.computed() + 1;
        run.visit(from, run.computed(), |iteration, point| {
            if self.is_far(self.points.len(), point) {
                self.points.push((iteration, point.to_vec()));
            }
            if self.points.len() == CAPACITY {
                self.coarsen();
            }
        });
    }

    /// The points kept up to an iteration, included.
    pub fn until(&self, iteration: u32) -> impl Iterator<Item = &[f64]> {
        let kept = self.points.iter();
        kept.take_while(move |(at, _)| *at <= iteration)
            .map(|(_, point)| point.as_slice())
    }

    /// Whether a point is far enough from the one kept before it.
    fn is_far(&self, count: usize, point: &[f64]) -> bool {
        count < SINGLE || distance(&self.points[count - 1].1, point) >= self.spacing
    }

    /// Doubles the spacing until three quarters of the room suffice: at last it is wider than
    /// the path, or so wide that nothing is that far.
    fn coarsen(&mut self) {
        while self.points.len() > CAPACITY / 4 * 3 {
            self.spacing *= 2.0;
            for (iteration, point) in std::mem::take(&mut self.points) {
                if self.is_far(self.points.len(), &point) {
                    self.points.push((iteration, point));
                }
            }
        }
    }
}
