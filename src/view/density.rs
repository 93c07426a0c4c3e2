//! Where many points lie, counted in cells: drawn in the time of a few, however many
//! there are.

use plotters::prelude::{DrawResult, DrawingBackend};

use super::palette::Role;
use super::pen::{Pen, Stroke};
use super::plot::Plot;
use crate::landscape::Window;

/// How many points lie in each cell of a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    window: Window,
    /// Row by row, the lowest first.
    counts: Vec<u32>,
    most: u32,
}

/// Cells along x and along y: about as many as a small plot has room for.
const CELLS: [usize; 2] = [112, 60];
/// Shades from a single point to the fullest cell, and the ink of the first and the last.
const SHADES: usize = 8;
const INK: [f64; 2] = [0.16, 0.9];

impl Density {
    /// Looks at every point once. Points outside the window are not counted.
    pub fn new(points: impl IntoIterator<Item = [f64; 2]>, window: Window) -> Density {
        let mut counts = vec![0_u32; CELLS[0] * CELLS[1]];
        let sides = [window.x(), window.y()];
        let cell = |axis: usize, value: f64| {
            let [low, high] = sides[axis];
            let part = (value - low) / (high - low);
            // The upper edge belongs to the last cell. What is not a number is nowhere.
            (0.0..=1.0)
                .contains(&part)
                .then(|| ((part * CELLS[axis] as f64) as usize).min(CELLS[axis] - 1))
        };
        for [x, y] in points {
            if let (Some(column), Some(row)) = (cell(0, x), cell(1, y)) {
                let count = &mut counts[row * CELLS[0] + column];
                *count = count.saturating_add(1);
            }
        }
        let most = counts.iter().copied().max().unwrap_or(0);
        Density {
            window,
            counts,
            most,
        }
    }

    /// Which shade a cell has, from 1 on a logarithmic scale, so that single points are
    /// seen beside crowds; 0 where there is no point.
    fn shade(&self, count: u32) -> usize {
        if count == 0 {
            return 0;
        }
        let part = f64::from(count).ln() / f64::from(self.most).ln().max(f64::MIN_POSITIVE);
        1 + (part * (SHADES - 1) as f64).round() as usize
    }
}

/// Draws the cells, a row's equal neighbours at once.
pub(super) fn draw_density<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: &Plot,
    density: &Density,
) -> DrawResult<(), DB> {
    let sides = [density.window.x(), density.window.y()];
    let border = |axis: usize, index: usize| {
        let [low, high] = sides[axis];
        low + (high - low) * index as f64 / CELLS[axis] as f64
    };
    for (row, counts) in density.counts.chunks_exact(CELLS[0]).enumerate() {
        let shades: Vec<usize> = counts.iter().map(|count| density.shade(*count)).collect();
        let mut column = 0;
        for same in shades.chunk_by(|one, next| one == next) {
            let next = column + same.len();
            let corners = [[column, row + 1], [next, row]]
                .map(|[column, row]| plot.project([border(0, column), border(1, row)]));
            if same[0] > 0 {
                let part = (same[0] - 1) as f64 / (SHADES - 1) as f64;
                let ink = INK[0] + (INK[1] - INK[0]) * part;
                pen.rectangle(corners, Stroke::new(pen.colour(Role::Ink), 1.0).faint(ink))?;
            }
            column = next;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{CELLS, Density, SHADES};
    use crate::landscape::Window;

    fn unit() -> Window {
        Window::new([0.0, 1.0], [0.0, 1.0]).expect("a window")
    }

    #[test]
    fn every_point_of_the_window_counts_once_in_its_cell() {
        let middle = |index: usize, count: usize| (index as f64 + 0.5) / count as f64;
        // The cell in column i and row k gets i + k points.
        let points = (0..CELLS[0]).flat_map(|i| {
            (0..CELLS[1]).flat_map(move |k| {
                std::iter::repeat_n([middle(i, CELLS[0]), middle(k, CELLS[1])], i + k)
            })
        });
        let odd = [
            [f64::NAN, 0.5],
            [0.5, f64::INFINITY],
            [-0.1, 0.5],
            [0.5, 1.1],
        ];
        let density = Density::new(points.chain(odd), unit());
        for (place, count) in density.counts.iter().enumerate() {
            let expected = place % CELLS[0] + place / CELLS[0];
            assert_eq!(*count as usize, expected);
        }
        assert_eq!(density.most as usize, CELLS[0] + CELLS[1] - 2);
    }

    #[test]
    fn points_on_the_edges_lie_in_the_outer_cells() {
        let density = Density::new([[0.0, 0.0], [1.0, 1.0]], unit());
        assert_eq!(
            [density.counts.first(), density.counts.last()],
            [Some(&1); 2]
        );
    }

    #[test]
    fn more_points_never_have_a_fainter_shade() {
        let density = Density::new(vec![[0.5, 0.5]; 1000], unit());
        let shades: Vec<usize> = (0..=1000).map(|count| density.shade(count)).collect();
        assert!(shades.is_sorted());
        assert_eq!([shades[0], shades[1], shades[1000]], [0, 1, SHADES]);
        assert_eq!(Density::new([[0.5, 0.5]], unit()).shade(1), 1);
    }
}
