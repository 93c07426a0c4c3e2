use downhill::cost::CATALOGUE;
use downhill::formula::Formula;
use downhill::landscape::{Grid, Relief, contours};
use proptest::prelude::*;

use super::{grid, whole_plane, window};

/// Every cost of two parameters in the catalogue, on its own window.
fn catalogue() -> impl Iterator<Item = (&'static str, Grid)> {
    CATALOGUE.iter().filter_map(|sheet| {
        let formula = Formula::parse(sheet.formula).expect("a formula of the catalogue");
        let [left, right, bottom, top] = sheet.window;
        let window = window([left, right], [bottom, top]);
        (formula.parameters().len() == 2).then(|| {
            let grid = Grid::sample(&formula, None, &whole_plane(), window, 128, 96);
            (sheet.id, grid)
        })
    })
}

#[test]
fn every_catalogue_window_has_as_many_levels_as_asked_and_each_has_a_line() {
    for (id, grid) in catalogue() {
        let levels = Relief::new(&grid).levels(24);
        assert_eq!(levels.len(), 24, "{id}");
        assert!(levels.windows(2).all(|pair| pair[0] < pair[1]), "{id}");
        for level in levels {
            assert!(!contours(&grid, &[level]).is_empty(), "{id} at {level}");
        }
    }
}

#[test]
fn a_valley_floor_has_lines_and_so_has_the_high_ground() {
    // The lowest twentieth of the window is the curved floor; the highest half is wall.
    let (_, grid) = catalogue()
        .find(|(id, _)| *id == "rosenbrock")
        .expect("a cost of the catalogue");
    let levels = Relief::new(&grid).levels(24);
    let lowest = grid
        .values
        .iter()
        .copied()
        .fold(f64::INFINITY, |a, b| if b < a { b } else { a });
    let mut sorted = grid.values.clone();
    sorted.sort_by(f64::total_cmp);
    let floor = sorted[sorted.len() / 20];
    let high = sorted[sorted.len() / 2];
    assert!(
        levels
            .iter()
            .filter(|&&level| lowest < level && level < floor)
            .count()
            >= 3
    );
    assert!(levels.iter().filter(|&&level| level > high).count() >= 6);
}

#[test]
fn a_level_window_has_no_levels_and_the_middle_height() {
    for values in [[0.0; 9], [-3.5; 9], [f64::NAN; 9], [f64::INFINITY; 9]] {
        let grid = grid(3, 3, &values);
        assert!(Relief::new(&grid).levels(24).is_empty());
        let relief = Relief::new(&grid);
        assert_eq!(relief.height(1.0), 0.5);
        assert_eq!(relief.value(0.3), None);
        assert!(relief.height(f64::NAN).is_nan());
    }
    // The rounding of a constant is no relief.
    let mut values = [1e6; 9];
    values[4] = 1e6_f64.next_up();
    assert!(Relief::new(&grid(3, 3, &values)).levels(24).is_empty());
}

#[test]
fn no_levels_are_no_levels() {
    let values: Vec<f64> = (0..9).map(f64::from).collect();
    assert!(Relief::new(&grid(3, 3, &values)).levels(0).is_empty());
    assert_eq!(Relief::new(&grid(3, 3, &values)).levels(1).len(), 1);
}

#[test]
fn beyond_the_window_heights_end() {
    let values: Vec<f64> = (0..9).map(f64::from).collect();
    let relief = Relief::new(&grid(3, 3, &values));
    for (value, height) in [
        (f64::NEG_INFINITY, 0.0),
        (-1.0, 0.0),
        (0.0, 0.0),
        (8.0, 1.0),
        (9.0, 1.0),
        (f64::INFINITY, 1.0),
    ] {
        assert_eq!(relief.height(value), height);
    }
    assert_eq!(
        [relief.value(-1.0), relief.value(2.0)],
        [Some(0.0), Some(8.0)]
    );
}

proptest! {
    #[test]
    fn heights_rise_with_values_and_back(
        values in prop::collection::vec(-1e3..1e3f64, 64), a in 0.0..1.0f64, b in 0.0..1.0f64,
    ) {
        let relief = Relief::new(&grid(8, 8, &values));
        let [Some(low), Some(high)] = [relief.value(a), relief.value(b)] else {
            return Err(TestCaseError::fail("random values have relief"));
        };
        prop_assert_eq!(a < b, low < high);
        prop_assert!((relief.height(low) - a).abs() < 1e-9);
    }

    #[test]
    fn many_heights_are_the_same_as_single_ones(
        ground in prop::collection::vec(-9.0..9.0f64, 64),
        values in prop::collection::vec(prop_oneof![-10.0..10.0f64, prop::num::f64::ANY], 50),
    ) {
        let relief = Relief::new(&grid(8, 8, &ground));
        for (many, &value) in relief.heights(&values).zip(&values) {
            let single = relief.height(value);
            prop_assert!(many == single || (many.is_nan() && value.is_nan()));
        }
    }

    #[test]
    fn levels_lie_inside_the_range_whatever_the_values(
        values in prop::collection::vec(prop::num::f64::ANY, 20), about in 1..40usize,
    ) {
        let levels = Relief::new(&grid(5, 4, &values)).levels(about);
        prop_assert!(levels.len() <= about);
        prop_assert!(levels.windows(2).all(|pair| pair[0] < pair[1]));
        for level in levels {
            prop_assert!(values.iter().any(|&value| value <= level));
            prop_assert!(values.iter().any(|&value| value >= level));
        }
    }
}
