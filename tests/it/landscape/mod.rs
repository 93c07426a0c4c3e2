//! Tests of the landscape.

mod apart;
mod basins;
mod bowl;
mod comparison;
mod compass;
mod contour;
mod curvature;
mod curve;
mod prospect;
mod relief;
mod rounding;
mod slice;
mod surface;
mod sweep;
mod tilted;
mod trail;
mod valley;
mod window;

use downhill::landscape::{Grid, Plane, Window};

use crate::compile::plan;

fn window(x: [f64; 2], y: [f64; 2]) -> Window {
    Window::new(x, y).expect("a window")
}

/// The plane of a cost of two parameters.
fn whole_plane() -> Plane {
    Plane {
        axes: [0, 1],
        through: vec![0.0, 0.0],
    }
}

/// A grid of given values on the square [0, columns−1] × [0, rows−1].
fn grid(columns: usize, rows: usize, values: &[f64]) -> Grid {
    assert_eq!(values.len(), columns * rows);
    Grid {
        window: window([0.0, (columns - 1) as f64], [0.0, (rows - 1) as f64]),
        columns,
        rows,
        values: values.to_vec(),
    }
}
