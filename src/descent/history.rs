/// The most buckets kept.
const CAPACITY: usize = 2048;

/// J by iteration in bounded memory, for a chart: one bucket per iteration at
/// first; when there are too many, neighbours merge and buckets span twice as
/// many iterations.
///
/// Only finite costs are kept: one that is infinite or not a number ends the run.
#[derive(Clone, Debug)]
pub struct History {
    stride: u32,
    buckets: Vec<Bucket>,
    rises: u32,
}

/// J over consecutive iterations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// The first iteration in it.
    pub iteration: u32,
    /// J at its first iteration; at the start of the run for the first bucket.
    pub first: f64,
    /// J at its last iteration.
    pub last: f64,
    /// The least J in it.
    pub low: f64,
    /// The greatest J in it.
    pub high: f64,
}

impl History {
    pub(super) fn new() -> History {
        History {
            stride: 1,
            buckets: Vec::new(),
            rises: 0,
        }
    }

    /// The buckets in order; empty only when the start itself has no finite cost.
    pub fn buckets(&self) -> &[Bucket] {
        &self.buckets
    }

    /// How many iterations a full bucket spans: a power of two.
    pub fn stride(&self) -> u32 {
        self.stride
    }

    /// At how many steps J rose.
    pub fn rises(&self) -> u32 {
        self.rises
    }

    /// The least and the greatest J so far; `None` when empty.
    pub fn range(&self) -> Option<[f64; 2]> {
        let (first, rest) = self.buckets.split_first()?;
        let all = rest.iter().fold(*first, |all, next| all.joined(next));
        Some([all.low, all.high])
    }

    /// Takes the cost of the next iteration in turn.
    pub(super) fn push(&mut self, iteration: u32, cost: f64) {
        if !cost.is_finite() {
            return;
        }
        if self.buckets.last().is_some_and(|bucket| cost > bucket.last) {
            self.rises += 1;
        }
        let single = Bucket {
            iteration,
            first: cost,
            last: cost,
            low: cost,
            high: cost,
        };
        if !iteration.is_multiple_of(self.stride)
            && let Some(bucket) = self.buckets.last_mut()
        {
            *bucket = bucket.joined(&single);
            return;
        }
        if self.buckets.len() == CAPACITY {
            self.merge_neighbours();
        }
        self.buckets.push(single);
    }

    fn merge_neighbours(&mut self) {
        for index in 0..CAPACITY / 2 {
            self.buckets[index] = self.buckets[2 * index].joined(&self.buckets[2 * index + 1]);
        }
        self.buckets.truncate(CAPACITY / 2);
        self.stride *= 2;
    }
}

impl Bucket {
    fn joined(&self, next: &Bucket) -> Bucket {
        Bucket {
            last: next.last,
            low: if next.low < self.low {
                next.low
            } else {
                self.low
            },
            high: if next.high > self.high {
                next.high
            } else {
                self.high
            },
            ..*self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_costs_keep_the_first_the_last_and_every_extreme() {
        let mut history = History::new();
        let cost = |i: u32| {
            if i == 777_777 {
                -5.0
            } else {
                f64::from(i % 1000)
            }
        };
        for iteration in 0..=1_000_000 {
            history.push(iteration, cost(iteration));
            assert!(history.buckets().len() <= CAPACITY);
        }
        assert_eq!(history.buckets()[0].first, 0.0);
        assert_eq!(history.buckets().last().map(|b| b.last), Some(0.0));
        assert_eq!(history.range(), Some([-5.0, 999.0]));
        for (index, bucket) in history.buckets().iter().enumerate() {
            assert_eq!(bucket.iteration, index as u32 * history.stride());
            assert_eq!(bucket.first, cost(bucket.iteration));
        }
    }
}
