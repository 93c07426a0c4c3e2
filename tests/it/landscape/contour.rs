use std::collections::{BTreeMap, BTreeSet};

use downhill::landscape::{Grid, Polyline, Window, contours};
use proptest::prelude::*;

use super::{grid, whole_plane, window};
use crate::handmade::bowl;

fn bowl_grid(curvatures: [f64; 2], window: Window, columns: usize, rows: usize) -> Grid {
    Grid::sample(
        &bowl(curvatures),
        None,
        &whole_plane(),
        window,
        columns,
        rows,
    )
}

proptest! {
    /// ½(λ₁x² + λ₂y²) = c is an ellipse. Linear interpolation of a quadratic with
    /// curvature λ between samples h apart is at most λh²/8 too high, so on a vertex
    /// J lies at most that far below the level and never above it.
    #[test]
    fn contours_of_a_bowl_are_ellipses(
        first in 0.5..4.0f64, second in 0.5..4.0f64,
        columns in 30..90usize, rows in 30..90usize, level in 0.5..1.9f64,
    ) {
        // The ellipse fits the window: √(2·1.9/0.5) < 3.
        let grid = bowl_grid([first, second], window([-3.0, 3.0], [-3.1, 3.2]), columns, rows);
        let lines = contours(&grid, &[level]);
        prop_assert_eq!(lines.len(), 1);
        prop_assert!(lines[0].closed);
        let h = [6.0 / (columns - 1) as f64, 6.3 / (rows - 1) as f64];
        let bound = [first * h[0] * h[0] / 8.0, second * h[1] * h[1] / 8.0];
        let bound = if bound[0] > bound[1] { bound[0] } else { bound[1] };
        for &[x, y] in &lines[0].points {
            let below = level - 0.5 * (first * x * x + second * y * y);
            prop_assert!(-1e-12 < below && below <= bound + 1e-12, "{} of {}", below, bound);
        }
        // Once around: the angles sum to a full turn, clockwise because the
        // higher ground, outside, is on the left.
        let turn: f64 = steps(&lines[0]).map(|([x, y], [u, v])| libm::atan2(x * v - y * u, x * u + y * v)).sum();
        prop_assert!((turn + std::f64::consts::TAU).abs() < 1e-9);
    }

    /// Whatever the values, ties included: every line is closed or ends at the edge
    /// of the window, and never revisits a point in between.
    #[test]
    fn lines_are_closed_or_end_at_the_edge(
        (columns, rows, values) in (2..9usize, 2..9usize).prop_flat_map(|(columns, rows)| {
            let value = (-3..=3i32).prop_map(f64::from);
            (Just(columns), Just(rows), prop::collection::vec(value, columns * rows))
        }),
        level in (-3..=3i32).prop_map(f64::from),
        shift in prop::sample::select(vec![0.0, 0.5]),
    ) {
        let grid = grid(columns, rows, &values);
        for line in contours(&grid, &[level + shift]) {
            let last = line.points[line.points.len() - 1];
            if !line.closed {
                prop_assert!(on_edge(&grid, line.points[0]) && on_edge(&grid, last));
            }
            prop_assert!(line.points.len() > 1);
            prop_assert!(line.points.windows(2).all(|pair| pair[0] != pair[1]));
        }
    }

    /// Lines separate: each side of the grid that has one end inside and the other
    /// outside carries exactly one vertex of one line.
    #[test]
    fn every_side_between_inside_and_outside_is_crossed_once(
        (columns, rows, values) in (2..9usize, 2..9usize).prop_flat_map(|(columns, rows)| {
            (Just(columns), Just(rows), prop::collection::vec(-1.0..1.0f64, columns * rows))
        }),
    ) {
        let grid = grid(columns, rows, &values);
        let crossed = |a: usize, b: usize| usize::from((values[a] >= 0.0) != (values[b] >= 0.0));
        let mut expected = 0;
        for sample in 0..values.len() {
            if sample % columns + 1 < columns {
                expected += crossed(sample, sample + 1);
            }
            if sample + columns < values.len() {
                expected += crossed(sample, sample + columns);
            }
        }
        let vertices: usize = contours(&grid, &[0.0]).iter().map(|line| line.points.len()).sum();
        prop_assert_eq!(vertices, expected);
    }

    /// Line by line and bit by bit, with ties, saddles, gaps and values exactly at levels.
    #[test]
    fn lines_are_those_of_the_plain_way(
        (columns, rows, values) in (2..10usize, 2..10usize).prop_flat_map(|(columns, rows)| {
            (Just(columns), Just(rows), prop::collection::vec(any_value(), columns * rows))
        }),
        mut levels in prop::collection::vec(
            prop_oneof![(-3..=3i32).prop_map(f64::from), -3.0..3.0f64, Just(f64::NEG_INFINITY), Just(f64::INFINITY)],
            0..6,
        ),
    ) {
        levels.sort_by(f64::total_cmp);
        let grid = grid(columns, rows, &values);
        prop_assert_eq!(contours(&grid, &levels), plainly(&grid, &levels));
    }

    #[test]
    fn no_values_panic(
        values in prop::collection::vec(prop::num::f64::ANY, 20),
        level in prop::num::f64::ANY,
    ) {
        for line in contours(&grid(5, 4, &values), &[level]) {
            for [x, y] in line.points {
                prop_assert!((0.0..=4.0).contains(&x) && (0.0..=3.0).contains(&y));
            }
        }
    }
}

/// Mostly whole or small numbers, sometimes none or a huge one.
fn any_value() -> impl Strategy<Value = f64> {
    let rare = vec![
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        -1.7e308,
        1.7e308,
    ];
    prop_oneof![
        20 => (-3..=3i32).prop_map(f64::from),
        20 => -3.0..3.0f64,
        1 => prop::sample::select(rare),
    ]
}

/// Row and column of an edge's left or lower end, and whether it is vertical: edges in order.
type Edge = (usize, usize, bool);

/// Contours as they are described, with no care for time: for each level a set of pieces, which
/// are taken out of it one by one as they follow each other.
fn plainly(grid: &Grid, levels: &[f64]) -> Vec<Polyline> {
    let mut lines = Vec::new();
    for &level in levels {
        let mut pieces = BTreeMap::new();
        for row in 0..grid.rows - 1 {
            for column in 0..grid.columns - 1 {
                pieces.extend(pieces_of_cell(grid, level, row, column));
            }
        }
        let ends: BTreeSet<Edge> = pieces.values().copied().collect();
        let open: Vec<Edge> = pieces
            .keys()
            .filter(|start| !ends.contains(start))
            .copied()
            .collect();
        let lines_of_level = open
            .into_iter()
            .map(|first| follow(&mut pieces, first))
            .collect::<Vec<_>>();
        lines.extend(
            lines_of_level
                .iter()
                .filter_map(|edges| polyline(grid, level, edges)),
        );
        while let Some(&first) = pieces.keys().next() {
            let edges = follow(&mut pieces, first);
            lines.extend(polyline(grid, level, &edges));
        }
    }
    lines
}

/// Where pieces begin and end in a cell. Counterclockwise around it, the contour begins on a side
/// that leads out of the higher ground and ends on one that leads into it.
fn pieces_of_cell(grid: &Grid, level: f64, row: usize, column: usize) -> Vec<(Edge, Edge)> {
    let value = |row: usize, column: usize| grid.values[row * grid.columns + column];
    let (above, right) = (row + 1, column + 1);
    let corners = [
        value(row, column),
        value(row, right),
        value(above, right),
        value(above, column),
    ];
    if corners.iter().any(|corner| !corner.is_finite()) {
        return Vec::new();
    }
    let sides = [
        (row, column, false),
        (row, right, true),
        (above, column, false),
        (row, column, true),
    ];
    let leads = |side: usize| (corners[side] >= level, corners[(side + 1) % 4] >= level);
    let starts: Vec<usize> = (0..4)
        .filter(|&side| leads(side) == (true, false))
        .collect();
    let ends: Vec<usize> = (0..4)
        .filter(|&side| leads(side) == (false, true))
        .collect();
    let mean: f64 = corners.iter().map(|corner| corner * 0.25).sum();
    let end = |start: usize| match ends[..] {
        [end] => end,
        // Around the low corner that follows, or around the high one before.
        _ => (start + if mean >= level { 1 } else { 3 }) % 4,
    };
    starts
        .iter()
        .map(|&start| (sides[start], sides[end(start)]))
        .collect()
}

/// The edges from the first one on, as far as pieces lead.
fn follow(pieces: &mut BTreeMap<Edge, Edge>, first: Edge) -> Vec<Edge> {
    let mut edges = vec![first];
    while let Some(next) = pieces.remove(&edges[edges.len() - 1]) {
        edges.push(next);
    }
    edges
}

fn polyline(grid: &Grid, level: f64, edges: &[Edge]) -> Option<Polyline> {
    let closed = edges.first() == edges.last();
    let crossed = edges.iter().map(|&(row, column, is_vertical)| {
        let axis = usize::from(is_vertical);
        let other = (row + axis, column + 1 - axis);
        let half = |(row, column): (usize, usize)| 0.5 * grid.values[row * grid.columns + column];
        let start = half((row, column));
        let part = (level * 0.5 - start) / (half(other) - start);
        let (mut point, end) = (grid.position(column, row), grid.position(other.1, other.0));
        point[axis] = point[axis] * (1.0 - part) + end[axis] * part;
        point
    });
    let mut points: Vec<[f64; 2]> = crossed.collect();
    points.dedup();
    // A closed line does not repeat its first point.
    points.truncate(points.len() - usize::from(closed));
    (points.len() > 1).then_some(Polyline { points, closed })
}

/// The pairs of points a line joins.
fn steps(line: &Polyline) -> impl Iterator<Item = ([f64; 2], [f64; 2])> {
    let next = line.points.iter().cycle().skip(1);
    let count = line.points.len() - usize::from(!line.closed);
    line.points.iter().copied().zip(next.copied()).take(count)
}

fn on_edge(grid: &Grid, [x, y]: [f64; 2]) -> bool {
    grid.window.x().contains(&x) || grid.window.y().contains(&y)
}

#[test]
fn a_saddle_cell_follows_the_mean_of_its_corners() {
    // Opposite corners at 1 and 0; the mean decides whether the ones are joined.
    for ([low, high], joined) in [([0.0, 1.0], true), ([-0.2, 1.0], false)] {
        let rising = contours(&grid(2, 2, &[high, low, low, high]), &[0.5]);
        let falling = contours(&grid(2, 2, &[low, high, high, low]), &[0.5]);
        for lines in [rising, falling] {
            assert_eq!(lines.len(), 2);
            for line in &lines {
                assert_eq!(line.points.len(), 2);
                assert!(!line.closed);
            }
        }
        // Where the ones at (0,0) and (1,1) are joined, a line cuts off (1,0).
        let cuts_off = contours(&grid(2, 2, &[high, low, low, high]), &[0.5])
            .iter()
            .any(|line| line.points.iter().all(|[x, y]| x > y));
        assert_eq!(cuts_off, joined);
        // Where the ones at (1,0) and (0,1) are joined, a line cuts off (0,0).
        let cuts_off = contours(&grid(2, 2, &[low, high, high, low]), &[0.5])
            .iter()
            .any(|line| line.points.iter().all(|[x, y]| x + y < 1.0));
        assert_eq!(cuts_off, joined);
    }
}

#[test]
fn a_peak_exactly_at_the_level_is_no_line_and_a_ridge_at_the_level_is_one() {
    let peak = [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    assert_eq!(contours(&grid(3, 3, &peak), &[1.0]), []);
    let step = [0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0];
    let lines = contours(&grid(3, 3, &step), &[1.0]);
    assert_eq!(lines.len(), 1);
    // Higher ground on the left: towards positive x.
    assert_eq!(lines[0].points, [[0.0, 1.0], [1.0, 1.0], [2.0, 1.0]]);
}

#[test]
fn cells_without_a_finite_corner_are_gaps() {
    let mut values: Vec<f64> = (0..25).map(|i| f64::from(i / 5)).collect();
    assert_eq!(contours(&grid(5, 5, &values), &[1.5]).len(), 1);
    values[7] = f64::NAN;
    let lines = contours(&grid(5, 5, &values), &[1.5]);
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.points.len() == 2));
    values[7] = f64::INFINITY;
    assert_eq!(contours(&grid(5, 5, &values), &[1.5]).len(), 2);
}

#[test]
fn huge_values_still_cross_in_the_middle() {
    let lines = contours(&grid(2, 2, &[-1.7e308, -1.7e308, 1.7e308, 1.7e308]), &[0.0]);
    assert_eq!(lines[0].points, [[0.0, 0.5], [1.0, 0.5]]);
}

#[test]
fn no_line_where_nothing_reaches_the_level() {
    let flat = grid(3, 3, &[1.0; 9]);
    for level in [0.0, 1.0, 2.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(contours(&flat, &[level]), []);
    }
}

#[test]
fn all_levels_at_once_are_each_level_alone() {
    let values: Vec<f64> = (0..63).map(|i| f64::from(i * 37 % 29)).collect();
    let ground = grid(9, 7, &values);
    let levels = [-1.0, 0.5, 3.0, 3.5, 11.0, 20.25, 28.0, 99.0];
    let alone: Vec<_> = levels
        .iter()
        .flat_map(|&level| contours(&ground, &[level]))
        .collect();
    assert!(alone.len() > 20);
    assert_eq!(contours(&ground, &levels), alone);
}

#[test]
fn more_levels_than_fit_a_byte_are_each_level_alone() {
    let values: Vec<f64> = (0..63).map(|i| f64::from(i * 37 % 29)).collect();
    let ground = grid(9, 7, &values);
    let levels: Vec<f64> = (0..700).map(|i| f64::from(i) / 25.0).collect();
    let lines = contours(&ground, &levels);
    assert!(lines.len() > 700);
    assert_eq!(lines, plainly(&ground, &levels));
}
