//! The basins of Himmelblau's function as somebody would write them who needs nothing else: arrays
//! of numbers that a compiler puts into 128-bit registers, several walks in flight, a finished one
//! replaced at once.

use super::work::end;

/// Walks in flight: four registers of two numbers for each coordinate.
const LANES: usize = 8;

type Lanes = [f64; LANES];

/// ‖∇J‖² at which a walk has come to rest.
const FLAT: f64 = 1e-12;
/// The place of a lane without a walk.
const NOWHERE: usize = usize::MAX;

/// A walk has at most so many steps.
pub(crate) const LIMIT: u32 = 500;

/// The starts still to come.
struct Starts {
    side: usize,
    half: f64,
    next: usize,
}

/// Walks under way, with the slopes where they are.
struct Flight {
    x: Lanes,
    y: Lanes,
    dx: Lanes,
    dy: Lanes,
    square: Lanes,
    begun: [u32; LANES],
    place: [usize; LANES],
}

impl Starts {
    fn take(&mut self) -> Option<(usize, [f64; 2])> {
        let place = self.next;
        self.next += 1;
        let middle = |index: usize| {
            let part = (index as f64 + 0.5) / self.side as f64;
            -self.half * (1.0 - part) + self.half * part
        };
        let at = [middle(place % self.side), middle(place / self.side)];
        (place < self.side * self.side).then_some((place, at))
    }
}

#[inline(always)]
fn slopes(x: f64, y: f64) -> [f64; 3] {
    let (p, q) = (x * x + y - 11.0, x + y * y - 7.0);
    let (dx, dy) = (4.0 * x * p + 2.0 * q, 2.0 * p + 4.0 * y * q);
    [dx, dy, dx * dx + dy * dy]
}

impl Flight {
    #[inline(always)]
    fn look(&mut self, lane: usize) {
        [self.dx[lane], self.dy[lane], self.square[lane]] = slopes(self.x[lane], self.y[lane]);
    }

    /// Whether a walk is at rest, lost, or out of steps.
    fn is_over(&self, lane: usize, clock: u32) -> bool {
        let walks = self.square[lane] > FLAT && self.square[lane] < f64::INFINITY;
        self.place[lane] != NOWHERE && !(walks && clock - self.begun[lane] < LIMIT)
    }

    /// Writes down walks that are over and sends others off in their lanes. Gives when the next
    /// one runs out of steps, and how many walk.
    fn relieve(&mut self, clock: u32, starts: &mut Starts, ends: &mut [f64]) -> (u32, usize) {
        let (mut due, mut walking) = (u32::MAX, 0);
        for lane in 0..LANES {
            while self.is_over(lane, clock) {
                if self.square[lane] <= FLAT {
                    let steps = clock - self.begun[lane];
                    ends[self.place[lane]] = end(steps, self.x[lane], self.y[lane]);
                }
                self.set_out(lane, clock, starts);
            }
            if self.place[lane] != NOWHERE {
                due = due.min(self.begun[lane] + LIMIT);
                walking += 1;
            }
        }
        (due, walking)
    }

    fn set_out(&mut self, lane: usize, clock: u32, starts: &mut Starts) {
        let (place, at) = starts.take().unwrap_or((NOWHERE, [0.0; 2]));
        [self.x[lane], self.y[lane]] = at;
        (self.place[lane], self.begun[lane]) = (place, clock);
        self.look(lane);
    }

    /// One step of every walk; gives whether one may be over.
    fn step(&mut self, alpha: f64) -> bool {
        let mut walking = 0;
        for lane in 0..LANES {
            self.x[lane] -= alpha * self.dx[lane];
            self.y[lane] -= alpha * self.dy[lane];
        }
        for lane in 0..LANES {
            self.look(lane);
        }
        // Counted without a branch, so that this too is done in registers of two.
        for square in self.square {
            walking += u64::from((square > FLAT) & (square < f64::INFINITY));
        }
        walking < LANES as u64
    }
}

/// The [`end`] of every walk that comes to rest within the limit, −1 for the others.
pub(crate) fn ends(side: usize, half: f64, alpha: f64) -> Vec<f64> {
    let mut ends = vec![-1.0; side * side];
    let mut starts = Starts {
        side,
        half,
        next: 0,
    };
    let mut flight = Flight {
        x: [0.0; LANES],
        y: [0.0; LANES],
        dx: [0.0; LANES],
        dy: [0.0; LANES],
        square: [0.0; LANES],
        begun: [0; LANES],
        place: [NOWHERE; LANES],
    };
    for lane in 0..LANES {
        flight.set_out(lane, 0, &mut starts);
    }
    let mut clock = 0;
    let (mut due, mut walking) = flight.relieve(clock, &mut starts, &mut ends);
    while walking > 0 {
        clock += 1;
        if flight.step(alpha) || clock >= due {
            (due, walking) = flight.relieve(clock, &mut starts, &mut ends);
        }
    }
    ends
}

/// A walk in plain Rust that keeps nothing and tests nothing.
pub(crate) fn walk(start: [f64; 2], alpha: f64, steps: u32) -> [f64; 2] {
    let [mut x, mut y] = start;
    for _ in 0..steps {
        let [dx, dy, _] = slopes(x, y);
        x -= alpha * dx;
        y -= alpha * dy;
    }
    [x, y]
}
