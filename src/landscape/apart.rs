use crate::descent::{self, Run};

/// The most distances of one pair, at least two.
const MOST: u32 = 400;

/// How far apart two runs are, by iteration.
#[derive(Clone, Debug, PartialEq)]
pub struct Apart {
    /// The iterations between neighbouring samples, a power of two; the last sample
    /// is the iteration asked for, whatever it is.
    pub every: u32,
    /// Iteration and distance, in order.
    pub samples: Vec<(u32, f64)>,
}

impl Apart {
    /// How many iterations lie between samples up to this one.
    pub fn every(last: u32) -> u32 {
        let mut every = 1;
        while last / every > MOST {
            every *= 2;
        }
        every
    }

    /// The Euclidean distance of two runs of one cost from iteration 0 to `last`, a
    /// run that has ended staying where it ended.
    ///
    /// At most some 400 samples. They fall on checkpoints, so nothing is computed
    /// again.
    pub fn sample(one: &Run, other: &Run, last: u32) -> Apart {
        let every = Apart::every(last);
        let sampled = (0..=last).step_by(every as usize);
        let rest = (!last.is_multiple_of(every)).then_some(last);
        Apart {
            every,
            samples: sampled
                .chain(rest)
                .map(|iteration| (iteration, distance(one, other, iteration)))
                .collect(),
        }
    }
}

/// The Euclidean distance of two runs at an iteration, in the parameters' own units.
pub fn distance(one: &Run, other: &Run, iteration: u32) -> f64 {
    descent::distance(&one.point(iteration), &other.point(iteration))
}
