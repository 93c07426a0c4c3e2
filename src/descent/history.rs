/// The most buckets kept.
const CAPACITY: usize = 2048;

/// A number by iteration in bounded memory, such as J or ‖∇J‖, for a chart: one
/// bucket per iteration at first; when there are too many, neighbours merge and
/// buckets span twice as many iterations.
///
/// Only finite numbers are kept: where J or ∇J is not finite, the run ends.
#[derive(Clone, Debug)]
pub struct History {
    stride: u32,
    buckets: Vec<Bucket>,
    rises: u32,
}

/// The number over consecutive iterations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// The first iteration in it.
    pub iteration: u32,
    /// The number at its first iteration; at the start of the run for the first bucket.
    pub first: f64,
    /// The number at its last iteration.
    pub last: f64,
    /// The least in it.
    pub low: f64,
    /// The greatest in it.
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

    /// The buckets in order; empty only when the start itself has no finite number.
    pub fn buckets(&self) -> &[Bucket] {
        &self.buckets
    }

    /// How many iterations a full bucket spans: a power of two.
    pub fn stride(&self) -> u32 {
        self.stride
    }

    /// At how many steps the number rose.
    pub fn rises(&self) -> u32 {
        self.rises
    }

    /// The least and the greatest so far; `None` when empty.
    pub fn range(&self) -> Option<[f64; 2]> {
        let (first, rest) = self.buckets.split_first()?;
        let all = rest.iter().fold(*first, |all, next| all.joined(next));
        Some([all.low, all.high])
    }

    /// Takes the number of the next iteration in turn.
    pub(super) fn push(&mut self, iteration: u32, number: f64) {
        if !number.is_finite() {
            return;
        }
        if self
            .buckets
            .last()
            .is_some_and(|bucket| number > bucket.last)
        {
            self.rises += 1;
        }
        let single = Bucket {
            iteration,
            first: number,
            last: number,
            low: number,
            high: number,
        };
        if iteration & (self.stride - 1) != 0
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
