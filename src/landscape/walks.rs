use super::{Ledger, Stretch, WalkKernel};
use crate::descent::Limits;

/// Many walks that set out together and are taken further together by a kernel.
pub struct Walks {
    limit: u32,
    stretch: Stretch,
    ledger: Ledger,
    numbers: Box<[f64]>,
    /// What each walk is called.
    names: Vec<usize>,
    /// How many steps the walks that go on have taken.
    age: u32,
    /// Points to be recognised, row by row as in the ledger, replaced after 1, 2, 4, … looks:
    /// a walk that comes back to its own goes round for ever (Brent 1980, as in
    /// [`Scout`](crate::descent::Scout)).
    landmarks: Box<[f64]>,
    looks: u32,
}

/// Fewer steps at a time would be lost beside looking at what walks have become.
pub(super) const STRETCH: u32 = 128;

/// A walk that a kernel is done with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Done {
    /// What it is called.
    pub name: usize,
    /// How many steps it has taken.
    pub steps: u32,
    /// What has become of it.
    pub progress: Progress,
}

/// What has become of a walk that a kernel is done with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// ‖∇J‖ is at most the tolerance at its point, and was not before.
    Converged,
    /// It comes back to where it was, bit for bit, and so goes round to the step limit.
    GoesRound,
    /// Someone who looks at each step has to take it from its point: it may leave all bounds
    /// or is at the step limit.
    Care,
}

impl Walks {
    /// No walks yet; `None` if the limits ask for more care than a kernel takes.
    pub fn new(limits: &Limits, parameters: usize, capacity: usize) -> Option<Walks> {
        let ledger = Ledger {
            parameters,
            capacity,
        };
        Some(Walks {
            limit: limits.steps,
            stretch: Stretch::within(limits)?,
            ledger,
            numbers: vec![0.0; ledger.size()].into(),
            names: Vec::new(),
            age: 0,
            landmarks: vec![0.0; parameters * capacity].into(),
            looks: 0,
        })
    }

    /// How many walks go on.
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// Whether there is room for one more.
    pub fn has_room(&self) -> bool {
        self.count() < self.ledger.capacity
    }

    /// Lets a walk set out; gives whether it did. Walks set out only before the others have
    /// gone on, while there is room, and from where a kernel may be trusted with them.
    pub fn set_out(&mut self, name: usize, start: &[f64], alpha: f64) -> bool {
        let takes = self.has_room() && self.stretch.takes(start, alpha);
        if takes {
            if self.count() == 0 {
                (self.age, self.looks) = (0, 0);
            }
            let walk = self.names.len();
            for (index, coordinate) in start.iter().enumerate() {
                self.numbers[index * self.ledger.capacity + walk] = *coordinate;
            }
            self.numbers[self.ledger.rates() + walk] = -alpha;
            self.names.push(name);
        }
        takes
    }

    /// Takes the walks further, in all by about so many steps and each by 128 at
    /// least; gives how many were taken. `done` is told of every walk that ends, with its point,
    /// which is its coordinates in turn.
    pub fn advance(
        &mut self,
        kernel: &dyn WalkKernel,
        steps: u32,
        mut done: impl FnMut(Done, &[f64]),
    ) -> u32 {
        let count = self.count();
        let left = (self.limit - self.age) / self.stretch.block;
        let wanted = (steps / count.max(1) as u32).max(STRETCH);
        let blocks = (wanted / self.stretch.block).min(left);
        let rows = self.ledger.steps();
        self.numbers[rows..rows + 2 * self.ledger.capacity].fill(0.0);
        let stretch = Stretch {
            count,
            blocks,
            ..self.stretch
        };
        if blocks > 0 {
            kernel.descend(&mut self.numbers, self.ledger, &stretch);
        }
        let taken: f64 = self.numbers[rows..rows + count].iter().sum();
        self.sort_out(blocks == left, &mut done);
        self.age += blocks * self.stretch.block;
        self.look_at_landmarks(&mut done);
        taken as u32
    }

    /// Tells of walks that a kernel is done with and moves the others together.
    fn sort_out(&mut self, at_limit: bool, done: &mut impl FnMut(Done, &[f64])) {
        let mut point = vec![0.0; self.ledger.parameters];
        self.keep(|walks, walk| {
            let outcome = walks.numbers[walks.ledger.outcomes() + walk];
            let progress = match outcome {
                Ledger::CONVERGED => Progress::Converged,
                Ledger::CARE => Progress::Care,
                _ if at_limit => Progress::Care,
                _ => return true,
            };
            let taken = walks.numbers[walks.ledger.steps() + walk] as u32;
            walks.tell(walk, walks.age + taken, progress, &mut point, done);
            false
        });
    }

    fn look_at_landmarks(&mut self, done: &mut impl FnMut(Done, &[f64])) {
        let mut point = vec![0.0; self.ledger.parameters];
        self.looks += 1;
        if self.looks > 1 {
            self.keep(|walks, walk| {
                let rows = 0..walks.ledger.parameters;
                let mut places = rows.map(|index| index * walks.ledger.capacity + walk);
                let back = places.all(|place| walks.numbers[place] == walks.landmarks[place]);
                if back {
                    walks.tell(walk, walks.age, Progress::GoesRound, &mut point, done);
                }
                !back
            });
        }
        if self.looks.is_power_of_two() {
            let points = self.landmarks.len();
            self.landmarks.copy_from_slice(&self.numbers[..points]);
        }
    }

    fn tell(
        &self,
        walk: usize,
        steps: u32,
        progress: Progress,
        point: &mut [f64],
        done: &mut impl FnMut(Done, &[f64]),
    ) {
        for (index, coordinate) in point.iter_mut().enumerate() {
            *coordinate = self.numbers[index * self.ledger.capacity + walk];
        }
        let name = self.names[walk];
        done(
            Done {
                name,
                steps,
                progress,
            },
            point,
        );
    }

    /// Keeps the walks for which this holds, in their order.
    fn keep(&mut self, mut holds: impl FnMut(&Walks, usize) -> bool) {
        let mut kept = 0;
        for walk in 0..self.count() {
            if holds(self, walk) {
                self.move_up(walk, kept);
                kept += 1;
            }
        }
        self.names.truncate(kept);
    }

    /// Copies what is kept of a walk to an earlier place.
    fn move_up(&mut self, from: usize, to: usize) {
        for index in 0..self.ledger.parameters {
            let row = index * self.ledger.capacity;
            self.numbers[row + to] = self.numbers[row + from];
            self.landmarks[row + to] = self.landmarks[row + from];
        }
        let rates = self.ledger.rates();
        self.numbers[rates + to] = self.numbers[rates + from];
        self.names[to] = self.names[from];
    }
}
