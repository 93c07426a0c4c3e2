use super::{GridKernel, Plane, Window};
use crate::cost::Cost;

/// The cost at regularly spaced points of a window, edges included.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The rectangle sampled.
    pub window: Window,
    /// Points along x, at least 2.
    pub columns: usize,
    /// Points along y, at least 2.
    pub rows: usize,
    /// J row by row, the lowest y first; NaN or infinite where it has no value.
    pub values: Vec<f64>,
}

/// About so many points are evaluated together. A browser's compiler makes code quick between
/// two calls of it, so that one call for all of a large grid would be a slow one.
const TOGETHER: usize = 16_384;

impl Grid {
    /// Evaluates the cost on the plane, with a kernel that was made for it where there is
    /// one; fewer than 2 columns or rows count as 2.
    pub fn sample(
        cost: &dyn Cost,
        kernel: Option<&dyn GridKernel>,
        plane: &Plane,
        window: Window,
        columns: usize,
        rows: usize,
    ) -> Grid {
        Grid::sample_into(Vec::new(), cost, kernel, plane, window, columns, rows)
    }

    /// The same with the room that the values of another grid had.
    pub fn sample_into(
        mut values: Vec<f64>,
        cost: &dyn Cost,
        kernel: Option<&dyn GridKernel>,
        plane: &Plane,
        window: Window,
        columns: usize,
        rows: usize,
    ) -> Grid {
        let (columns, rows) = (columns.max(2), rows.max(2));
        let (across, up) = (places(window.x(), columns), places(window.y(), rows));
        values.resize(columns * rows, 0.0);
        let together = TOGETHER.div_ceil(columns);
        let kernel = kernel.filter(|kernel| kernel.across() == plane.axes[0]);
        for (into, up) in values
            .chunks_mut(together * columns)
            .zip(up.chunks(together))
        {
            match kernel {
                Some(kernel) => kernel.grid(&plane.through, &across, (plane.axes[1], up), into),
                None => evaluate(cost, plane, &across, up, into),
            }
        }
        Grid {
            window,
            columns,
            rows,
            values,
        }
    }

    /// Where a sample lies on the plane.
    pub fn position(&self, column: usize, row: usize) -> [f64; 2] {
        [
            place(self.window.x(), column, self.columns),
            place(self.window.y(), row, self.rows),
        ]
    }
}

/// J at all places across and up.
fn evaluate(cost: &dyn Cost, plane: &Plane, across: &[f64], up: &[f64], into: &mut [f64]) {
    let lane = |frozen: &f64| vec![*frozen; into.len()];
    let mut lanes: Vec<Vec<f64>> = plane.through.iter().map(lane).collect();
    for row in lanes[plane.axes[0]].chunks_mut(across.len()) {
        row.copy_from_slice(across);
    }
    for (row, y) in lanes[plane.axes[1]].chunks_mut(across.len()).zip(up) {
        row.fill(*y);
    }
    let at: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
    cost.values(&at, into);
}

/// Evenly spaced places of a range, both ends included.
pub(super) fn places(range: [f64; 2], count: usize) -> Vec<f64> {
    (0..count).map(|index| place(range, index, count)).collect()
}

/// One of `count` evenly spaced places of a range, both ends included.
pub(super) fn place([low, high]: [f64; 2], index: usize, count: usize) -> f64 {
    let part = index as f64 / (count - 1) as f64;
    low * (1.0 - part) + high * part
}
