use super::{Grid, Polyline};

/// The lines where the grid's cost equals one of these levels, which rise from the
/// first to the last: by marching squares, all levels in one pass, the lowest level's
/// lines first.
///
/// Each cell is crossed by straight pieces between points interpolated linearly on
/// its edges; a corner counts as inside when its value is at least the level. In
/// a cell with two opposite corners inside, the mean of the four decides whether
/// they are joined. Cells with a corner that has no finite value are left out.
/// Pieces are joined into lines, closed or ending on the window's edge or at such
/// a gap; along each line the higher ground lies on the left.
///
/// Source: Lorensen and Cline (1987), Marching cubes, SIGGRAPH 21(4), in the plane;
/// the mean at ambiguous cells follows Wyvill, McPheeters and Wyvill (1986), Data
/// structure for soft objects, The Visual Computer 2.
pub fn contours(grid: &Grid, levels: &[f64]) -> Vec<Polyline> {
    let mut lines = Vec::new();
    for (mut pieces, &level) in pieces(grid, levels).into_iter().zip(levels) {
        pieces.sort_unstable();
        let joined = join(&pieces).into_iter();
        lines.extend(joined.filter_map(|line| line.polyline(grid, level)));
    }
    lines
}

/// An edge between two neighbouring samples: twice the index of its left or lower
/// end, plus one when it is vertical.
type Edge = usize;

/// A piece of contour through one cell, from edge to edge.
type Piece = (Edge, Edge);

/// The sides of a cell.
#[derive(Clone, Copy)]
enum Side {
    Bottom,
    Right,
    Top,
    Left,
}
use Side::{Bottom, Left, Right, Top};

/// Which sides the contour joins, by the corners inside: bit 0 is the lower left
/// one, then counterclockwise. The two ambiguous cases stand here with the corners
/// apart; [`JOINED`] has them together.
const CASES: [&[(Side, Side)]; 16] = [
    &[],
    &[(Bottom, Left)],
    &[(Right, Bottom)],
    &[(Right, Left)],
    &[(Top, Right)],
    &[(Bottom, Left), (Top, Right)],
    &[(Top, Bottom)],
    &[(Top, Left)],
    &[(Left, Top)],
    &[(Bottom, Top)],
    &[(Right, Bottom), (Left, Top)],
    &[(Right, Top)],
    &[(Left, Right)],
    &[(Bottom, Right)],
    &[(Left, Bottom)],
    &[],
];

/// Cases 5 and 10 with the two inside corners joined through the middle.
const JOINED: [[(Side, Side); 2]; 2] = [
    [(Bottom, Right), (Top, Left)],
    [(Left, Bottom), (Right, Top)],
];

/// The pieces of every level, cell by cell.
fn pieces(grid: &Grid, levels: &[f64]) -> Vec<Vec<Piece>> {
    let columns = grid.columns;
    let mut pieces = vec![Vec::new(); levels.len()];
    for row in 0..grid.rows - 1 {
        let below = &grid.values[row * columns..][..columns];
        let above = &grid.values[(row + 1) * columns..][..columns];
        let mut from = 0;
        for column in 0..columns - 1 {
            let corners = [
                below[column],
                below[column + 1],
                above[column + 1],
                above[column],
            ];
            let [low, high] = extent(corners);
            // The last cell's first level is nearly always this one's too.
            while from < levels.len() && levels[from] <= low {
                from += 1;
            }
            while from > 0 && levels[from - 1] > low {
                from -= 1;
            }
            if !(low.is_finite() && high.is_finite()) {
                continue;
            }
            let crossing = levels[from..].iter().take_while(|&&level| level <= high);
            let sample = row * columns + column;
            for (pieces, &level) in pieces[from..].iter_mut().zip(crossing) {
                for &(start, end) in crossings(corners, level) {
                    pieces.push((edge(sample, start, columns), edge(sample, end, columns)));
                }
            }
        }
    }
    pieces
}

/// The least and the greatest corner; NaN if one is not a number.
fn extent(corners: [f64; 4]) -> [f64; 2] {
    let mut extent = [corners[0]; 2];
    for corner in corners {
        if corner.is_nan() {
            return [corner; 2];
        }
        if corner < extent[0] {
            extent[0] = corner;
        }
        if corner > extent[1] {
            extent[1] = corner;
        }
    }
    extent
}

/// The sides that a level's contour joins in a cell.
fn crossings(corners: [f64; 4], level: f64) -> &'static [(Side, Side)] {
    let inside = corners.map(|corner| usize::from(corner >= level));
    let case = inside[0] | inside[1] << 1 | inside[2] << 2 | inside[3] << 3;
    // Quarters first, so that the sum cannot overflow.
    let mean: f64 = corners.iter().map(|value| value * 0.25).sum();
    match case {
        5 if mean >= level => &JOINED[0],
        10 if mean >= level => &JOINED[1],
        _ => CASES[case],
    }
}

fn edge(sample: usize, side: Side, columns: usize) -> Edge {
    match side {
        Bottom => 2 * sample,
        Left => 2 * sample + 1,
        Right => 2 * (sample + 1) + 1,
        Top => 2 * (sample + columns),
    }
}

/// A contour as the edges it crosses; a closed one does not repeat the first.
struct Crossed {
    edges: Vec<Edge>,
    closed: bool,
}

/// Joins sorted pieces end to start. Every edge starts and ends at most one piece,
/// because the higher ground is on the left of each.
fn join(pieces: &[Piece]) -> Vec<Crossed> {
    let starting = |edge: Edge| pieces.binary_search_by_key(&edge, |piece| piece.0).ok();
    let mut is_continued = vec![false; pieces.len()];
    for &(_, to) in pieces {
        if let Some(next) = starting(to) {
            is_continued[next] = true;
        }
    }
    let mut used = vec![false; pieces.len()];
    let mut lines = Vec::new();
    let open = (0..pieces.len()).filter(|&piece| !is_continued[piece]);
    for first in open.chain(0..pieces.len()) {
        let mut next = Some(first);
        let mut edges = vec![pieces[first].0];
        while let Some(piece) = next.filter(|&piece| !used[piece]) {
            used[piece] = true;
            edges.push(pieces[piece].1);
            next = starting(pieces[piece].1);
        }
        let closed = is_continued[first];
        if closed {
            edges.pop();
        }
        if edges.len() > 1 {
            lines.push(Crossed { edges, closed });
        }
    }
    lines
}

impl Crossed {
    /// The points crossed; `None` if they are all one point, as around a peak
    /// exactly at the level.
    fn polyline(&self, grid: &Grid, level: f64) -> Option<Polyline> {
        let mut points: Vec<[f64; 2]> = self
            .edges
            .iter()
            .map(|&edge| crossing_point(grid, level, edge))
            .collect();
        // Where a corner has exactly the level, the edges meeting there give one point.
        points.dedup();
        if self.closed && points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        (points.len() > 1).then_some(Polyline {
            points,
            closed: self.closed,
        })
    }
}

fn crossing_point(grid: &Grid, level: f64, edge: Edge) -> [f64; 2] {
    let (sample, is_vertical) = (edge / 2, edge % 2 == 1);
    let (column, row) = (sample % grid.columns, sample / grid.columns);
    let (other, end) = if is_vertical {
        (sample + grid.columns, grid.position(column, row + 1))
    } else {
        (sample + 1, grid.position(column + 1, row))
    };
    // Halves first, so that the differences cannot overflow.
    let [a, b] = [grid.values[sample] * 0.5, grid.values[other] * 0.5];
    let part = (level * 0.5 - a) / (b - a);
    let mut point = grid.position(column, row);
    let axis = usize::from(is_vertical);
    point[axis] = point[axis] * (1.0 - part) + end[axis] * part;
    point
}
