//! Heights and the surface of triangles.

use downhill::landscape::{Grid, Heights, Surface};

use super::{grid, window};

/// A grid of a function on a square around 0.
fn sampled(half: f64, points: usize, cost: impl Fn(f64, f64) -> f64) -> Grid {
    let mut sampled = Grid {
        window: window([-half, half], [-half, half]),
        columns: points,
        rows: points,
        values: vec![0.0; points * points],
    };
    for index in 0..points * points {
        let [x, y] = sampled.position(index % points, index / points);
        sampled.values[index] = cost(x, y);
    }
    sampled
}

#[test]
fn heights_of_a_bowl_are_in_proportion() {
    let heights = Heights::new(&sampled(2.0, 41, |x, y| x * x + y * y)).expect("heights");
    assert!(!heights.are_compressed());
    assert_eq!(heights.range(), [0.0, 8.0]);
    for (value, height) in [(0.0, 0.0), (2.0, 0.25), (8.0, 1.0), (-1.0, 0.0), (9.0, 1.0)] {
        assert_eq!(heights.height(value), height);
    }
    assert!(heights.height(f64::NAN).is_nan());
    assert!(heights.height(f64::INFINITY).is_nan());
}

#[test]
fn tall_walls_are_compressed_so_that_half_the_ground_lies_in_the_lowest_third() {
    let steep = sampled(2.0, 81, |x, y| {
        (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x)
    });
    let heights = Heights::new(&steep).expect("heights");
    assert!(heights.are_compressed());
    let mut all: Vec<f64> = steep.values.iter().map(|&j| heights.height(j)).collect();
    all.sort_by(f64::total_cmp);
    assert!((all[all.len() / 2] - 1.0 / 3.0).abs() < 1e-9);
    // The higher, the less a further rise adds.
    let [low, high] = heights.range();
    let at = |part: f64| heights.height(low + part * (high - low));
    for step in 1..50 {
        let part = f64::from(step) / 50.0;
        assert!(at(part) - at(part - 0.02) > at(part + 0.02 - 1e-12) - at(part));
    }
    for height in [0.0, 0.1, 0.5, 0.9, 1.0] {
        assert!((heights.height(heights.value(height)) - height).abs() < 1e-9);
    }
}

#[test]
fn level_empty_and_huge_ground_have_heights_or_none() {
    let level = Heights::new(&grid(3, 3, &[4.0; 9])).expect("level ground is ground");
    assert_eq!((level.height(4.0), level.are_compressed()), (0.0, false));
    let mostly = Heights::new(&grid(2, 3, &[0.0, 0.0, 0.0, 0.0, 0.0, 1.0])).expect("ground");
    assert_eq!([mostly.height(0.0), mostly.height(1.0)], [0.0, 1.0]);
    assert!(Heights::new(&grid(2, 2, &[f64::NAN; 4])).is_none());
    assert!(Heights::new(&grid(2, 2, &[f64::INFINITY; 4])).is_none());
    let huge = [-9e299, 9e299, 0.0, 1.0, f64::NEG_INFINITY, 1e300];
    let heights = Heights::new(&grid(3, 2, &huge)).expect("four values count");
    assert!((0.0..=1.0).contains(&heights.height(0.0)));
}

#[test]
fn the_surface_is_flat_on_each_triangle_and_has_the_samples_at_its_corners() {
    let values = [0.0, 1.0, 4.0, 2.0, 8.0, 6.0, 3.0, 5.0, 7.0];
    let surface = Surface::new(grid(3, 3, &values)).expect("a surface");
    for (index, value) in values.iter().enumerate() {
        let at = [(index % 3) as f64, (index / 3) as f64];
        assert!((surface.height_at(at) - value / 8.0).abs() < 1e-12);
    }
    // Half way along the cut from the lower left to the upper right of the first cell.
    assert!((surface.height_at([0.5, 0.5]) - 0.5 * (0.0 + 8.0) / 8.0).abs() < 1e-12);
    // The mean of three corners is the triangle's middle.
    let lower = surface.height_at([2.0 / 3.0, 1.0 / 3.0]);
    assert!((lower - (0.0 + 1.0 + 8.0) / 24.0).abs() < 1e-12);
    let upper = surface.height_at([1.0 / 3.0, 2.0 / 3.0]);
    assert!((upper - (0.0 + 2.0 + 8.0) / 24.0).abs() < 1e-12);
    for outside in [
        [-0.1, 1.0],
        [1.0, 2.1],
        [f64::NAN, 1.0],
        [f64::INFINITY, 0.0],
    ] {
        assert!(surface.height_at(outside).is_nan());
    }
}

#[test]
fn a_hole_has_no_height_and_takes_only_the_triangles_that_touch_it() {
    let mut values = [1.0; 16];
    values[0] = f64::NAN;
    values[15] = 2.0;
    let surface = Surface::new(grid(4, 4, &values)).expect("a surface");
    assert!(surface.height_at([0.2, 0.1]).is_nan());
    assert_eq!(surface.height_at([1.5, 1.5]), 0.0);
}
