mod starts;
mod walk;

use super::{Grid, Polyline};
use starts::starts;
use walk::Walk;

/// How many levels are looked for together: the numbers of levels that a value reaches,
/// 0 to this, and one number more for no value at all fill a byte.
const TOGETHER: usize = 254;

/// The lines where the grid's cost equals one of these levels, which rise from the
/// first to the last: by marching squares, the lowest level's lines first.
///
/// Each cell is crossed by straight pieces between points interpolated linearly on
/// its edges; a corner counts as inside when its value is at least the level. In
/// a cell with two opposite corners inside, the mean of the four decides whether
/// they are joined. Cells with a corner that has no finite value are left out.
/// Pieces follow each other in lines, closed or ending on the window's edge or at such
/// a gap; along each line the higher ground lies on the left. Of each level first
/// the open lines come, then the closed ones, both in the order of where they begin,
/// row by row; a closed one begins at the first of its edges.
///
/// One pass over the samples finds where lines may begin, and each is then walked from
/// cell to cell: a picture has a hundred times as many cells as a level crosses.
///
/// Source: Lorensen and Cline (1987), Marching cubes, SIGGRAPH 21(4), in the plane;
/// the mean at ambiguous cells follows Wyvill, McPheeters and Wyvill (1986), Data
/// structure for soft objects, The Visual Computer 2.
pub fn contours(grid: &Grid, levels: &[f64]) -> Vec<Polyline> {
    let mut lines = Vec::new();
    for levels in levels.chunks(TOGETHER) {
        let (starts, cells) = starts(grid, levels);
        let mut walk = Walk::new(grid, &cells);
        for (starts, &level) in starts.iter().zip(levels) {
            walk.set_level(level);
            lines.extend(starts.open.iter().filter_map(|&edge| walk.line(edge)));
            for &edge in &starts.closed {
                if !walk.has_crossed(edge) {
                    lines.extend(walk.line(edge));
                }
            }
        }
    }
    lines
}

/// An edge between two neighbouring samples: twice the index of its left or lower
/// end, plus one when it is vertical.
type Edge = usize;

/// Which cells are left out, by the sample at their upper right corner. The first of each row,
/// which follows the last of the row before, reaches out of the window, as do those of the first
/// row and of one row more.
struct Cells(Vec<bool>);

impl Cells {
    fn is_left_out(&self, cell: usize) -> bool {
        self.0[cell]
    }
}

impl Grid {
    /// Whether the inside corners of a cell hang together where two opposite ones are inside.
    fn is_joined(&self, cell: usize, level: f64) -> bool {
        let (below, above) = (cell - self.columns, cell);
        let corners = [below - 1, below, above, above - 1];
        // Quarters first, so that the sum cannot overflow.
        corners
            .iter()
            .map(|&corner| self.values[corner] * 0.25)
            .sum::<f64>()
            >= level
    }
}
