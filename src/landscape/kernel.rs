use crate::descent::{Guide, Limits};

/// J at many points at once, from code made for one cost.
///
/// Whoever has no kernel does without: everything that takes an `Option` of one gives the
/// same bits with it and without it, only sooner.
pub trait GridKernel {
    /// The parameter that changes along the rows.
    fn across(&self) -> usize;

    /// J row by row: `across` has the places along a row, at least two, and `up` has the
    /// parameter that changes from row to row with its places. The others are as in `point`.
    /// The same bits as [`Cost::value`](crate::cost::Cost::value).
    fn grid(&self, point: &[f64], across: &[f64], up: (usize, &[f64]), into: &mut [f64]);
}

/// Many walks at once, from code made for one cost and one update rule.
pub trait WalkKernel: Guide {
    /// Takes the walks of a [`Ledger`] further, each by at most `stretch.blocks` blocks of
    /// `stretch.block` steps, and enters what has become of it.
    fn descend(&self, numbers: &mut [f64], ledger: Ledger, stretch: &Stretch);
}

/// Where a kernel finds and leaves the numbers of many walks, all in one slice of numbers.
///
/// With room for `capacity` walks of n parameters, the i-th parameter of walk k stands at
/// `i·capacity + k`; then comes −α of each, then the steps each takes in this stretch, then
/// what has become of each (0 if it goes on, else [`Ledger::CONVERGED`] or
/// [`Ledger::CARE`]), and last room for the walks in hand.
#[derive(Clone, Copy, Debug)]
pub struct Ledger {
    /// How many parameters a point has.
    pub parameters: usize,
    /// The most walks.
    pub capacity: usize,
}

impl Ledger {
    /// Where ‖∇J‖ ≤ tolerance.
    pub const CONVERGED: f64 = 1.0;
    /// The walk may have met an infinity or left its reach since the point where it was
    /// left: someone who looks at each step has to take it from there.
    pub const CARE: f64 = 2.0;
    /// The most walks in hand at a time.
    pub const SLOTS: usize = 16;

    /// Where the learning rates begin, with the opposite sign.
    pub fn rates(self) -> usize {
        self.parameters * self.capacity
    }

    /// Where the numbers of steps begin.
    pub fn steps(self) -> usize {
        self.rates() + self.capacity
    }

    /// Where the outcomes begin.
    pub fn outcomes(self) -> usize {
        self.steps() + self.capacity
    }

    /// Where the room for the walks in hand begins.
    pub fn slots(self) -> usize {
        self.outcomes() + self.capacity
    }

    /// How many numbers there are in all.
    pub fn size(self) -> usize {
        self.slots() + Ledger::SLOTS * slot_rows(self.parameters)
    }
}

/// How many numbers a kernel keeps of each walk in hand: three points and seven more.
pub const fn slot_rows(parameters: usize) -> usize {
    3 * parameters + 7
}

/// How far and in what manner walks are to go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// How many walks there are.
    pub count: usize,
    /// Steps to a block: between blocks a kernel looks at what walks have become.
    pub block: u32,
    /// The most blocks that a walk goes on for.
    pub blocks: u32,
    /// A walk has converged when Σ(∂J/∂θᵢ)² is at most this.
    pub flat: f64,
    /// A walk whose point is not nearer to the origin than this, squared, wants care.
    pub point_bound: f64,
    /// A walk with a step not shorter than this, squared, wants care.
    pub step_bound: f64,
    /// So does one with a slope whose square is not below this.
    pub slope_bound: f64,
}

/// Between these bounds on the tolerance, comparing squares is comparing lengths.
const TOLERANCES: [f64; 2] = [1e-130, 1e130];
/// A sum of squares up to here has not overflowed.
const TRUSTED: f64 = 1e280;
/// The part of the reach that a point's distance from the origin, a start's, and the way
/// of a block may each take up, so that no walk can leave its reach unseen.
const PART: f64 = 0.25;
/// Between these, squares of learning rates keep their digits.
const RATES: [f64; 2] = [1e-130, 1e130];
/// Blocks have about so many steps.
const BLOCK: [u32; 2] = [4, 16];
const USUAL_BLOCK: u32 = 8;

impl Stretch {
    /// What limits mean for a kernel; `None` if they ask for more care than a kernel takes.
    /// `count` and `blocks` are 0.
    pub fn within(limits: &Limits) -> Option<Stretch> {
        let tolerance = limits.tolerance;
        let fits = TOLERANCES[0] < tolerance && tolerance < TOLERANCES[1];
        let block = block(limits.steps);
        let far = PART * limits.reach;
        let long = far / f64::from(block);
        (fits && far * far < TRUSTED).then(|| Stretch {
            count: 0,
            block,
            blocks: 0,
            flat: largest_square(tolerance),
            point_bound: far * far,
            step_bound: long * long,
            slope_bound: TRUSTED,
        })
    }

    /// Whether walks from here with this α may be left to a kernel.
    pub fn takes(&self, start: &[f64], alpha: f64) -> bool {
        let near = start.iter().fold(0.0, |sum, x| sum + x * x) < self.point_bound;
        near && RATES[0] < alpha && alpha < RATES[1]
    }
}

/// A number of steps that divides the limit, if there is one of the right size: then no
/// walk is left with a few steps to the limit.
fn block(limit: u32) -> u32 {
    let sizes = (BLOCK[0]..=BLOCK[1]).rev();
    let even = |size: &u32| limit.is_multiple_of(*size);
    sizes.into_iter().find(even).unwrap_or(USUAL_BLOCK)
}

/// The largest number whose rounded root is at most `length`.
fn largest_square(length: f64) -> f64 {
    let mut square = length * length;
    while square.sqrt() <= length {
        square = square.next_up();
    }
    while square.sqrt() > length {
        square = square.next_down();
    }
    square
}

#[cfg(test)]
mod tests {
    use super::largest_square;

    #[test]
    fn squares_are_compared_as_lengths_are() {
        for length in [1e-6_f64, 3e-5, 0.1, 1.0, 1.0 / 3.0, 7e100, 1.1e-120] {
            let square = largest_square(length);
            assert!(square.sqrt() <= length && square.next_up().sqrt() > length);
        }
    }
}
