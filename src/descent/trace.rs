/// The most checkpoints kept of one run.
const CAPACITY: usize = 4096;

/// Points of a run at iterations 0, k, 2k, …; when full, every second one goes
/// and k doubles. A million steps take 4096 points at most, and any other point
/// is fewer than 512 steps away. The points of many walkers at one iteration count
/// as one long point.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    capacity: usize,
    parameters: usize,
    stride: u32,
    /// The checkpoints, one after the other.
    coordinates: Vec<f64>,
}

impl Trace {
    /// Begins with iteration 0.
    pub(super) fn new(start: &[f64]) -> Trace {
        Trace::holding(start, CAPACITY)
    }

    /// The same with room for so many points, at least one.
    pub(super) fn holding(start: &[f64], capacity: usize) -> Trace {
        Trace {
            capacity,
            parameters: start.len(),
            stride: 1,
            coordinates: start.to_vec(),
        }
    }

    /// Takes the point of the next iteration in turn.
    pub(super) fn push(&mut self, iteration: u32, point: &[f64]) {
        if !self.takes(iteration) {
            return;
        }
        if self.len() >= self.capacity {
            self.thin();
            if !self.takes(iteration) {
                return;
            }
        }
        self.coordinates.extend_from_slice(point);
    }

    /// Whether the point of an iteration may become a checkpoint.
    pub(super) fn takes(&self, iteration: u32) -> bool {
        iteration & (self.stride - 1) == 0
    }

    /// The last checkpoint not after an iteration, with its own iteration.
    pub(super) fn before(&self, iteration: u32) -> (u32, &[f64]) {
        let wanted = (iteration / self.stride) as usize;
        let index = if wanted < self.len() {
            wanted
        } else {
            self.len() - 1
        };
        let point = &self.coordinates[index * self.parameters..][..self.parameters];
        (index as u32 * self.stride, point)
    }

    fn len(&self) -> usize {
        self.coordinates.len() / self.parameters
    }

    fn thin(&mut self) {
        let kept = self.len().div_ceil(2);
        for index in 1..kept {
            let from = 2 * index * self.parameters;
            self.coordinates
                .copy_within(from..from + self.parameters, index * self.parameters);
        }
        self.coordinates.truncate(kept * self.parameters);
        self.stride *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_points_take_4096_checkpoints_and_stay_within_512_steps() {
        let mut trace = Trace::new(&[0.0, -0.0]);
        for iteration in 1..=1_000_000 {
            trace.push(iteration, &[f64::from(iteration), -f64::from(iteration)]);
            assert!(trace.len() <= CAPACITY);
        }
        assert!(trace.coordinates.capacity() <= 4 * CAPACITY);
        for iteration in (0..=1_000_000).step_by(997) {
            let (found, point) = trace.before(iteration);
            assert_eq!(point, [f64::from(found), -f64::from(found)]);
            assert!(found <= iteration && iteration - found < 512);
        }
    }
}
