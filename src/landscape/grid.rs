use super::{Kernel, Plane, Window};
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

/// Rows that are evaluated together.
const TOGETHER: usize = 16;

impl Grid {
    /// Evaluates the cost on the plane, with its kernel where it has one; fewer than 2
    /// columns or rows count as 2.
    pub fn sample(
        cost: &dyn Cost,
        kernel: Option<&dyn Kernel>,
        plane: &Plane,
        window: Window,
        columns: usize,
        rows: usize,
    ) -> Grid {
        let (columns, rows) = (columns.max(2), rows.max(2));
        let mut lanes: Vec<Vec<f64>> = plane
            .through
            .iter()
            .map(|&frozen| vec![frozen; columns * TOGETHER])
            .collect();
        for (index, x) in lanes[plane.axes[0]].iter_mut().enumerate() {
            *x = place(window.x(), index % columns, columns);
        }
        let mut values = vec![0.0; columns * rows];
        for (block, into) in values.chunks_mut(columns * TOGETHER).enumerate() {
            for (row, y) in lanes[plane.axes[1]].chunks_mut(columns).enumerate() {
                y.fill(place(window.y(), block * TOGETHER + row, rows));
            }
            let at: Vec<&[f64]> = lanes.iter().map(|lane| &lane[..into.len()]).collect();
            match kernel {
                Some(kernel) => kernel.values(&at, into),
                None => cost.values(&at, into),
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

/// One of `count` evenly spaced places of a range, both ends included.
pub(super) fn place([low, high]: [f64; 2], index: usize, count: usize) -> f64 {
    let part = index as f64 / (count - 1) as f64;
    low * (1.0 - part) + high * part
}
