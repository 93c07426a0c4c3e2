//! Bowls: condition numbers against NumPy, and the learning rates they allow against walks.

use std::rc::Rc;

use downhill::cost::{Cost, Fit, Loss, Model, Regression, Table, find_data};
use downhill::descent::{RULES, distance};
use downhill::landscape::Bowl;

/// Rows of `conditions.txt`, made by another program: the squared-error model on its data, the
/// condition number, and 2/λmax.
fn recorded() -> Vec<(&'static str, Regression, f64, f64)> {
    let rows = include_str!("../../oracles/conditions.txt").lines();
    rows.map(|row| {
        let [name, condition, rate] = row.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{row}");
        };
        let parts: Vec<&str> = name.split('-').collect();
        let model = match parts[1] {
            "line" => Model::Line,
            _ => Model::Polynomial {
                degree: parts[2].parse().expect("a degree"),
            },
        };
        let raw = Table::built_in(find_data(parts[0]).expect("a data set"));
        let table = match name.ends_with("standardised") {
            true => raw.standardised(),
            false => raw,
        };
        let fit = Fit::new(model, Loss::Squared, Rc::new(table)).expect("a fit");
        let number = |text: &str| text.parse().expect("a number");
        let line = fit.as_regression().expect("squared errors");
        (name, line, number(condition), number(rate))
    })
    .collect()
}

fn bowl(line: &Regression) -> Bowl {
    Bowl::new(&line.hessian(), line.minimum().len()).expect("a bowl")
}

/// Where so many steps from a start lead, and J before each.
fn walk(cost: &dyn Cost, alpha: f64, start: &[f64], steps: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut at, mut step) = (start.to_vec(), vec![0.0; start.len()]);
    let mut costs = Vec::new();
    for _ in 0..steps {
        costs.push(cost.value(&at));
        RULES[0].step(cost, alpha, &at, &mut step);
        at.iter_mut().zip(&step).for_each(|(at, step)| *at += step);
    }
    (at, costs)
}

#[test]
fn condition_numbers_and_largest_rates_are_those_of_another_program() {
    let rows = recorded();
    assert_eq!(rows.len(), 38);
    for (name, line, condition, rate) in rows {
        let bowl = bowl(&line);
        let found = bowl.condition().expect("one minimum");
        // The smallest eigenvalue has an error of a rounding of the largest.
        let allowed = condition * (1e-10 + 100.0 * f64::EPSILON * condition);
        assert!(
            (found - condition).abs() <= allowed,
            "{name}: {found} {condition}"
        );
        assert!((bowl.largest_rate() - rate).abs() <= 1e-12 * rate, "{name}");
        assert_eq!(
            bowl.largest_rate(),
            2.0 / line.largest_curvature(),
            "{name}"
        );
    }
}

#[test]
fn just_below_the_largest_rate_every_walk_goes_down_and_just_above_it_diverges() {
    for (name, line, ..) in recorded() {
        let (cost, bowl) = (line.cost(), bowl(&line));
        let start = vec![0.0; line.minimum().len()];
        let (end, costs) = walk(&*cost, 0.99 * bowl.largest_rate(), &start, 2000);
        // Rounding may lift J by its last digits once the walk is there.
        let falls = |pair: &[f64]| pair[1] <= pair[0] * (1.0 + 1e-12);
        assert!(costs.windows(2).all(falls), "{name}");
        let (before, after) = (
            distance(&start, line.minimum()),
            distance(&end, line.minimum()),
        );
        assert!(after < before, "{name}: {before} {after}");
        if bowl.condition() < Some(100.0) {
            assert!(after < 1e-6 * before, "{name} settles: {after}");
        }
        let (end, costs) = walk(&*cost, 1.01 * bowl.largest_rate(), &start, 4000);
        assert!(costs[3999] > 1e20 * costs[0], "{name}: {}", costs[3999]);
        assert!(distance(&end, line.minimum()) > 1e10 * before, "{name}");
    }
}

#[test]
fn the_best_rate_comes_to_a_thousandth_in_the_steps_told() {
    for (name, line, ..) in recorded() {
        let (cost, bowl) = (line.cost(), bowl(&line));
        let steps = bowl.steps().expect("one minimum");
        if steps > 20_000.0 {
            continue;
        }
        let start = vec![0.0; line.minimum().len()];
        let (end, _) = walk(&*cost, bowl.best_rate(), &start, steps as usize);
        let (before, after) = (
            distance(&start, line.minimum()),
            distance(&end, line.minimum()),
        );
        assert!(after <= 1.000_001e-3 * before, "{name}: {}", after / before);
    }
}

#[test]
fn shapes_that_can_be_told_by_hand() {
    // J = w²/2 + 2b²: λ is 1 and 4, each step at 2/5 leaves 3/5, and (3/5)¹⁴ < 1/1000 < (3/5)¹³.
    let bowl = Bowl::new(&[1.0, 0.0, 0.0, 4.0], 2).expect("a bowl");
    assert_eq!(bowl.condition(), Some(4.0));
    assert_eq!((bowl.largest_rate(), bowl.best_rate()), (0.5, 0.4));
    assert_eq!(bowl.steps(), Some(14.0));
    let round = Bowl::new(&[3.0, 0.0, 0.0, 3.0], 2).expect("a bowl");
    assert_eq!((round.condition(), round.steps()), (Some(1.0), Some(1.0)));
    // Level along w = −b; a ridge along b; no bowl at all.
    let level = Bowl::new(&[1.0, 1.0, 1.0, 1.0], 2).expect("a valley");
    assert_eq!((level.condition(), level.steps()), (None, None));
    assert_eq!(level.largest_rate(), 1.0);
    let saddle = Bowl::new(&[1.0, 0.0, 0.0, -1.0], 2).expect("upwards along w");
    assert_eq!(saddle.condition(), None);
    assert_eq!(Bowl::new(&[-1.0, 0.0, 0.0, -2.0], 2), None);
    assert_eq!(Bowl::new(&[f64::NAN; 4], 2), None);
    assert_eq!(Bowl::new(&[0.0; 4], 2), None);
}

#[test]
fn near_its_minimum_logistic_regression_keeps_to_the_largest_rate_too() {
    for id in ["orings", "circles"] {
        let table = Table::built_in(find_data(id).expect("a data set"));
        let fit = Fit::new(Model::Line, Loss::CrossEntropy, table).expect("a fit");
        let minimum = fit.minimum().expect("a minimum");
        let hessian = fit.hessian(&minimum).expect("it curves");
        let bowl = Bowl::new(&hessian, minimum.len()).expect("a bowl");
        let start: Vec<f64> = minimum.iter().map(|at| at + 1e-5).collect();
        let apart = |part: f64| {
            let (end, _) = walk(&fit, part * bowl.largest_rate(), &start, 1500);
            distance(&end, &minimum)
        };
        let first = distance(&start, &minimum);
        assert!(apart(0.98) < 0.01 * first, "{id}");
        assert!(apart(1.02) > 10.0 * first, "{id}");
    }
}

/// Along the flattest direction J rises as ½ λmin t², along the steepest as ½ λmax t².
#[test]
fn the_plane_of_a_bowl_shows_its_whole_stretch() {
    for (name, line, condition, _) in recorded() {
        if condition > 1e6 {
            continue;
        }
        let (cost, bowl) = (line.cost(), bowl(&line));
        let plane = bowl.plane(line.minimum());
        let t = 10.0 * (1.0 + line.least_cost().sqrt());
        let rise = |place: [f64; 2]| cost.value(&plane.point(place)) - line.least_cost();
        let largest = 2.0 / bowl.largest_rate();
        let (flat, steep) = (rise([t, 0.0]), rise([0.0, t]));
        assert!(
            (steep - 0.5 * largest * t * t).abs() <= 1e-9 * steep,
            "{name}"
        );
        assert!(
            (steep / flat / condition - 1.0).abs() < 1e-6 + 1e-10 * condition,
            "{name}: {}",
            steep / flat
        );
        // The axes of the ellipses: no mixed term.
        let mixed = rise([t, t]) - flat - steep;
        assert!(mixed.abs() <= 1e-9 * steep, "{name}: {mixed}");
    }
}
