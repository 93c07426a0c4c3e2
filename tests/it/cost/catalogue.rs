use super::helper::{
    Draws, Stop, check_gradient, curvatures, descend, gradient, line_sheets, norm,
};
use downhill::cost::{
    CATALOGUE, Cost, DATA_SETS, Ending, Regression, Sheet, Table, find_cost, find_data,
};
use std::collections::HashSet;

const MILLION: f64 = 1e6;

fn longest_side(window: [f64; 4]) -> f64 {
    let (width, height) = (window[1] - window[0], window[3] - window[2]);
    if width > height { width } else { height }
}

fn inside(window: [f64; 4], at: &[f64]) -> bool {
    let holds = |low: f64, high: f64, v: f64| low < v && v < high;
    holds(window[0], window[1], at[0]) && at.get(1).is_none_or(|y| holds(window[2], window[3], *y))
}

fn random_point(draws: &mut Draws, sheet: &Sheet, parameters: usize) -> Vec<f64> {
    let range = |i: usize| {
        if i == 1 {
            (sheet.window[2], sheet.window[3])
        } else {
            (sheet.window[0], sheet.window[1])
        }
    };
    (0..parameters)
        .map(|i| draws.between(range(i).0, range(i).1))
        .collect()
}

#[test]
fn ids_are_unique_and_found() {
    let ids: HashSet<&str> = CATALOGUE.iter().map(|sheet| sheet.id).collect();
    assert_eq!(ids.len(), CATALOGUE.len());
    assert_eq!(CATALOGUE[0].id, "valleys");
    assert_eq!(DATA_SETS[0].id, "houses");
    for sheet in CATALOGUE {
        assert_eq!(
            find_cost(sheet.id).map(|found| found.name),
            Some(sheet.name)
        );
    }
    for sheet in DATA_SETS {
        assert_eq!(
            find_data(sheet.id).map(|found| found.name),
            Some(sheet.name)
        );
        assert!(
            !ids.contains(sheet.id),
            "data and costs share the id {}",
            sheet.id
        );
    }
    assert!(find_cost("no such cost").is_none());
    assert!(find_data("").is_none());
}

#[test]
fn sheets_hold_together() {
    for sheet in CATALOGUE {
        let parameters = sheet.cost().parameters().len();
        assert_eq!(sheet.starts.len(), sheet.endings.len(), "{}", sheet.id);
        assert!(
            sheet.starts.iter().all(|start| start.len() == parameters),
            "{}",
            sheet.id
        );
        assert!(
            sheet.starts.iter().all(|start| inside(sheet.window, start)),
            "{}",
            sheet.id
        );
        assert!(
            sheet
                .minima
                .iter()
                .all(|minimum| inside(sheet.window, minimum.at)),
            "{}",
            sheet.id
        );
        assert!(
            sheet
                .minima
                .windows(2)
                .all(|pair| pair[0].value <= pair[1].value),
            "{}",
            sheet.id
        );
        assert!(sheet.alpha > 0.0 && sheet.tolerance > 0.0 && sheet.steps > 0);
        for text in [sheet.name, sheet.source, sheet.teaches] {
            assert!(!text.is_empty() && !text.contains('!'), "{}", sheet.id);
        }
    }
}

#[test]
fn parameters_stand_in_reading_order() {
    let names = |id: &str| -> Vec<String> {
        let cost = find_cost(id).expect("in the catalogue").cost();
        cost.parameters()
            .iter()
            .map(|name| name.plain().to_string())
            .collect()
    };
    assert_eq!(names("valleys"), ["w", "b"]);
    assert_eq!(names("beale"), ["x", "y"]);
    assert_eq!(names("three"), ["w1", "w2", "b"]);
    assert_eq!(names("curve"), ["w"]);
}

#[test]
fn gradients_agree_with_differences() {
    let mut draws = Draws(1);
    for sheet in CATALOGUE {
        let cost = sheet.cost();
        for _ in 0..200 {
            let at = random_point(&mut draws, sheet, cost.parameters().len());
            check_gradient(&cost, &at, sheet.id);
        }
    }
}

#[test]
fn many_points_at_once_give_the_same_bits() {
    let mut draws = Draws(2);
    for sheet in CATALOGUE {
        let cost = sheet.cost();
        let n = cost.parameters().len();
        let points: Vec<Vec<f64>> = (0..37)
            .map(|_| random_point(&mut draws, sheet, n))
            .collect();
        let lanes: Vec<Vec<f64>> = (0..n)
            .map(|i| points.iter().map(|point| point[i]).collect())
            .collect();
        let lanes: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
        let mut values = vec![0.0; points.len()];
        Cost::values(&cost, &lanes, &mut values);
        for (point, value) in points.iter().zip(values) {
            assert_eq!(
                value.to_bits(),
                Cost::value(&cost, point).to_bits(),
                "{}",
                sheet.id
            );
        }
    }
}

/// The minima of `valleys`, `himmelblau`, `camel`, `rastrigin`, `three` and `curve` were
/// found with SciPy 1.17 (BFGS from 400 random starts in the window) and sharpened to 40
/// digits with mpmath's `findroot` on sympy's gradient; the others are exact.
#[test]
fn known_minima_are_minima() {
    for sheet in CATALOGUE {
        let cost = sheet.cost();
        for minimum in sheet.minima {
            let curvatures = curvatures(&cost, minimum.at);
            let steepest = curvatures[curvatures.len() - 1];
            // A gradient of λmax·1e-13 means a place known to about 1e-13.
            let flat = 1e-13 * (1.0 + steepest);
            assert!(norm(&gradient(&cost, minimum.at)) <= flat, "{}", sheet.id);
            assert!(curvatures[0] > 0.1, "{}: {curvatures:?}", sheet.id);
            let error = (cost.value(minimum.at) - minimum.value).abs();
            assert!(
                error <= 1e-13 * (1.0 + minimum.value.abs()),
                "{}: {error}",
                sheet.id
            );
        }
    }
}

#[test]
fn sheets_name_every_minimum_of_their_window() {
    for sheet in CATALOGUE {
        let cost = sheet.cost();
        let n = cost.parameters().len();
        let mut draws = Draws(3);
        let mut reached = HashSet::new();
        for _ in 0..150 {
            let start = random_point(&mut draws, sheet, n);
            let plan = (sheet.alpha / 4.0, 4000, 1e-5);
            let Stop::Converged { at, .. } = descend(&cost, &start, plan, 1e3) else {
                continue;
            };
            if !inside(sheet.window, &at) || curvatures(&cost, &at)[0] < 0.05 {
                continue;
            }
            let index = sheet
                .minima
                .iter()
                .position(|minimum| near(minimum.at, &at));
            assert!(index.is_some(), "{}: {at:?} is not on the sheet", sheet.id);
            reached.insert(index);
        }
        // Rosenbrock's valley and Beale's floor are too slow for this many steps.
        let slow = ["rosenbrock", "beale"].contains(&sheet.id);
        assert!(
            slow || reached.len() == sheet.minima.len(),
            "{}: {reached:?}",
            sheet.id
        );
    }
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-3)
}

/// Compares a walk's end with what a sheet promises; gives the number of steps.
fn check_ending(id: &str, promised: Ending, stop: &Stop, minima: &[&[f64]]) {
    let kept = match (promised, stop) {
        (Ending::Minimum(index), Stop::Converged { at, .. }) => near(minima[index], at),
        (Ending::Flat, Stop::Converged { at, .. }) => !minima.iter().any(|m| near(m, at)),
        (Ending::StepLimit, Stop::StepLimit) | (Ending::Diverged, Stop::Diverged) => true,
        _ => false,
    };
    assert!(kept, "{id}: promised {promised:?}, found {stop:?}");
}

#[test]
fn costs_end_as_their_sheets_promise() {
    for sheet in CATALOGUE {
        let cost = sheet.cost();
        let minima: Vec<&[f64]> = sheet.minima.iter().map(|minimum| minimum.at).collect();
        for (start, ending) in sheet.starts.iter().zip(sheet.endings) {
            let plan = (sheet.alpha, sheet.steps, sheet.tolerance);
            let stop = descend(&cost, start, plan, MILLION * longest_side(sheet.window));
            println!("{} from {start:?}: {stop:?}", sheet.id);
            check_ending(sheet.id, *ending, &stop, &minima);
        }
    }
}

#[test]
fn lines_end_as_their_sheets_promise() {
    for sheet in line_sheets() {
        let cost = Regression::new(Table::built_in(sheet));
        assert_eq!(sheet.starts.len(), sheet.endings.len());
        assert!(inside(sheet.window, cost.minimum()), "{}", sheet.id);
        assert!(sheet.alpha < 2.0 / cost.largest_curvature(), "{}", sheet.id);
        for (start, ending) in sheet.starts.iter().zip(sheet.endings) {
            assert_eq!(start.len(), cost.parameters().len());
            assert!(inside(sheet.window, start), "{}", sheet.id);
            let plan = (sheet.alpha, sheet.steps, sheet.tolerance);
            let stop = descend(&cost, start, plan, MILLION * longest_side(sheet.window));
            println!("{} from {start:?}: {stop:?}", sheet.id);
            check_ending(sheet.id, *ending, &stop, &[cost.minimum()]);
        }
    }
}

#[test]
fn houses_take_1763_steps() {
    let sheet = find_data("houses").expect("the default data set");
    let cost = Regression::new(Table::built_in(sheet));
    let stop = descend(&cost, &[0.0, 0.0], (0.1, 5000, 1e-6), 1e9);
    assert!(
        matches!(stop, Stop::Converged { steps: 1763, .. }),
        "{stop:?}"
    );
}
