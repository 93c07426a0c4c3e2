use std::collections::HashMap;

use downhill::cost::{
    Activation, Cost, DATA_SETS, Fit, Loss, Misfit, Model, Regression, Table, find_data,
};
use downhill::descent::RULES;

use super::helper::{Draws, Stop, check_gradient, curvatures, descend, gradient, inline, norm};

const LOSSES: [Loss; 4] = [
    Loss::Squared,
    Loss::Absolute,
    Loss::Huber { delta: 0.5 },
    Loss::CrossEntropy,
];

fn network(hidden: u32, activation: Activation) -> Model {
    Model::Network { hidden, activation }
}

fn models() -> Vec<(Model, usize)> {
    let mut models = vec![(Model::Line, 1), (Model::Line, 3), (Model::Line, 16)];
    models.extend((1..=9).map(|degree| (Model::Polynomial { degree }, 1)));
    for hidden in 1..=8 {
        models.push((network(hidden, Activation::Tanh), 2));
        models.push((network(hidden, Activation::Sigmoid), 1));
    }
    models
}

/// Rows of features between −1 and 1 and y between 0 and 1.
pub(super) fn rows(features: usize, count: usize, draws: &mut Draws) -> Table {
    lifted(0.0, features, count, draws)
}

/// The same with another number added to y.
fn lifted(by: f64, features: usize, count: usize, draws: &mut Draws) -> Table {
    let row = |draws: &mut Draws| {
        let features = (0..features).map(|_| draws.between(-1.0, 1.0));
        let mut numbers: Vec<String> = features.map(|x| x.to_string()).collect();
        numbers.push((by + draws.next()).to_string());
        numbers.join(",")
    };
    let lines: Vec<String> = (0..count).map(|_| row(draws)).collect();
    inline(&lines.join(";"))
}

pub(super) fn built_in(id: &str) -> Table {
    Table::built_in(find_data(id).expect("a data set"))
}

/// `fits.txt`, made by other programs: parameters in order, and J.
pub(super) fn oracle(name: &str) -> (Vec<f64>, f64) {
    let fits: HashMap<&str, &str> = include_str!("../../oracles/fits.txt")
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let (point, cost) = fits[name].split_once('|').expect("a point and J");
    let number = |text: &str| text.trim().parse().expect("a number");
    (point.split_whitespace().map(number).collect(), number(cost))
}

#[test]
fn every_model_with_every_loss_has_the_slopes_of_its_cost() {
    let mut draws = Draws(6);
    for (model, features) in models() {
        // Differences across the place where a loss bends would show the bend.
        for (loss, lift) in [
            (Loss::Squared, 0.0),
            (Loss::CrossEntropy, 0.0),
            (Loss::Absolute, 40.0),
            (Loss::Huber { delta: 0.5 }, 40.0),
            (Loss::Huber { delta: 80.0 }, 40.0),
        ] {
            let table = lifted(lift, features, 5, &mut draws);
            let fit = Fit::new(model, loss, table).expect("it fits");
            let at: Vec<f64> = (0..fit.parameters().len())
                .map(|_| draws.between(-1.0, 1.0))
                .collect();
            check_gradient(&fit, &at, &format!("{model:?} {loss:?}"));
        }
    }
}

#[test]
fn a_line_by_squared_error_is_the_regression() {
    for id in ["houses", "penguins", "engel"] {
        let (regression, table) = (Regression::new(built_in(id)), built_in(id));
        let fit = Fit::new(Model::Line, Loss::Squared, table).expect("it fits");
        assert_eq!(fit.parameters(), regression.parameters());
        let at: Vec<f64> = (0..fit.parameters().len())
            .map(|i| 0.3 - i as f64)
            .collect();
        let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-12 * (1.0 + b.abs()), "{a} {b}");
        near(fit.value(&at), regression.value(&at));
        for (a, b) in gradient(&fit, &at).iter().zip(gradient(&regression, &at)) {
            near(*a, b);
        }
        let bound = fit.largest_curvature().expect("a bound");
        near(bound, regression.largest_curvature());
    }
}

/// By hand: one row, one parameter set.
#[test]
fn one_row_by_hand() {
    let table = || inline("2,1");
    // w x + b − y = 3·2 + 1 − 1 = 6 for w = 3, b = 1.
    let cost = |loss| {
        Fit::new(Model::Line, loss, table())
            .expect("it fits")
            .value(&[3.0, 1.0])
    };
    assert_eq!(cost(Loss::Squared), 18.0);
    assert_eq!(cost(Loss::Absolute), 6.0);
    assert_eq!(cost(Loss::Huber { delta: 2.0 }), 2.0 * (6.0 - 1.0));
    assert_eq!(cost(Loss::Huber { delta: 8.0 }), 18.0);
    let logistic = Fit::new(Model::Line, Loss::CrossEntropy, table()).expect("it fits");
    assert_eq!(logistic.predict(&[2.0], &[0.0, 0.0]), 0.5);
    assert!((logistic.value(&[0.0, 0.0]) - std::f64::consts::LN_2).abs() < 1e-15);
    assert_eq!(gradient(&logistic, &[0.0, 0.0]), [-1.0, -0.5]);
    // −ln σ(700·2) is 0 to within rounding, −ln(1 − σ) would be 1400: neither overflows.
    assert_eq!(logistic.value(&[700.0, 0.0]), 0.0);
    let other = Fit::new(Model::Line, Loss::CrossEntropy, inline("2,0")).expect("it fits");
    assert_eq!(other.value(&[700.0, 0.0]), 1400.0);
    let square =
        Fit::new(Model::Polynomial { degree: 2 }, Loss::Squared, table()).expect("it fits");
    assert_eq!(square.predict(&[2.0], &[1.0, 10.0, 0.5]), 42.5);
}

#[test]
fn a_network_by_hand() {
    let fit = Fit::new(network(2, Activation::Tanh), Loss::Squared, built_in("xor")).unwrap();
    let names: Vec<&str> = fit.parameters().iter().map(|name| name.plain()).collect();
    assert_eq!(
        names,
        ["w11", "w12", "b1", "w21", "w22", "b2", "v1", "v2", "c"]
    );
    let at = [1.0, 2.0, 0.5, -1.0, 0.25, 0.0, 3.0, -2.0, 0.125];
    // tanh(3.5) and tanh(0.75), from NumPy.
    let by_hand = 3.0 * 0.9981778976111987 + 2.0 * 0.6351489523872873 + 0.125;
    assert!((fit.predict(&[1.0, 1.0], &at) - by_hand).abs() < 1e-14);
}

#[test]
fn many_points_have_the_bits_of_one() {
    let mut draws = Draws(9);
    for (model, features) in models() {
        let table = rows(features, 4, &mut draws);
        for loss in LOSSES {
            let fit = Fit::new(model, loss, table.clone()).expect("it fits");
            let count = fit.parameters().len();
            let lanes: Vec<Vec<f64>> = (0..count)
                .map(|_| (0..7).map(|_| draws.between(-2.0, 2.0)).collect())
                .collect();
            let at: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
            let mut costs = [0.0; 7];
            fit.values(&at, &mut costs);
            let point =
                |index: usize| -> Vec<f64> { lanes.iter().map(|lane| lane[index]).collect() };
            for (index, cost) in costs.iter().enumerate() {
                let point = point(index);
                let what = format!("{model:?} {loss:?} at {point:?}");
                assert_eq!(cost.to_bits(), fit.value(&point).to_bits(), "{what}");
            }
        }
    }
}

#[test]
fn small_data_are_compiled_and_large_ones_are_not() {
    let network = Fit::new(network(2, Activation::Tanh), Loss::Squared, built_in("xor"));
    assert!(network.expect("it fits").program().is_some());
    let penguins = Fit::new(
        Model::Line,
        Loss::Huber { delta: 1.0 },
        built_in("penguins"),
    );
    assert!(penguins.expect("it fits").program().is_none());
}

/// What PyTorch does in 500 steps (`tests/oracles/xor.py`), step by step.
#[test]
fn a_network_learns_exclusive_or_as_pytorch_does() {
    let sheet = find_data("xor").expect("a data set");
    let fit = Fit::new(sheet.model, sheet.loss, Table::built_in(sheet)).expect("it fits");
    let mut at = sheet.starts[0].to_vec();
    let mut step = vec![0.0; at.len()];
    let lines = include_str!("../../oracles/xor.csv").lines().skip(1);
    let mut iterations = 0;
    for line in lines {
        let numbers: Vec<f64> = line.split(',').map(|text| text.parse().unwrap()).collect();
        let (point, cost) = numbers.split_at(9);
        for (ours, theirs) in at.iter().zip(point) {
            assert!(
                (ours - theirs).abs() < 1e-9,
                "iteration {iterations}: {at:?} {point:?}"
            );
        }
        assert!(
            (fit.value(&at) - cost[0]).abs() < 1e-9,
            "iteration {iterations}"
        );
        RULES[0].step(&fit, sheet.alpha, &at, &mut step);
        at.iter_mut()
            .zip(&step)
            .for_each(|(coordinate, step)| *coordinate += step);
        iterations += 1;
    }
    assert_eq!(iterations, 501);
}

/// Walks from 0 with α = 1/λ until ‖∇J‖ ≤ 1e-10 and compares with another solver.
fn reaches(fit: &Fit, name: &str) {
    let (minimum, least) = oracle(name);
    let alpha = 1.0 / fit.largest_curvature().expect("a bound");
    let start = vec![0.0; fit.parameters().len()];
    let Stop::Converged { at, .. } = descend(fit, &start, (alpha, 2_000_000, 1e-10), 1e9) else {
        panic!("{name} does not converge");
    };
    for (ours, theirs) in at.iter().zip(&minimum) {
        let allowed = 1e-6 * (1.0 + theirs.abs());
        assert!(
            (ours - theirs).abs() < allowed,
            "{name}: {at:?} for {minimum:?}"
        );
    }
    assert!((fit.value(&at) - least).abs() < 1e-6 * least, "{name}");
}

#[test]
fn logistic_regression_reaches_the_optimum_of_statsmodels() {
    let fit = |table| Fit::new(Model::Line, Loss::CrossEntropy, table).expect("it fits");
    reaches(&fit(built_in("orings")), "orings-logistic");
    let engel = built_in("engel");
    let mut spending: Vec<f64> = engel.column(1).collect();
    spending.sort_by(f64::total_cmp);
    let median = spending[spending.len() / 2];
    let above: Vec<String> = (engel.rows())
        .map(|row| format!("{},{}", row[0], u8::from(row[1] > median)))
        .collect();
    reaches(
        &fit(inline(&above.join(";"))),
        "engel-above-median-logistic",
    );
}

#[test]
fn a_cubic_and_a_robust_line_have_the_optimum_of_other_solvers() {
    // Too narrow a valley to walk to its end: the ground is flat where the other says.
    let cubic = Model::Polynomial { degree: 3 };
    let cubic = Fit::new(cubic, Loss::Squared, built_in("engel")).unwrap();
    let (minimum, least) = oracle("engel-cubic");
    assert!(norm(&gradient(&cubic, &minimum)) < 1e-11);
    assert!((cubic.value(&minimum) - least).abs() < 1e-14);
    let square = Model::Polynomial { degree: 2 };
    let stopping = Fit::new(square, Loss::Squared, built_in("stopping")).unwrap();
    reaches(&stopping, "stopping-squares");
    let huber = Loss::Huber { delta: 0.05 };
    reaches(
        &Fit::new(Model::Line, huber, built_in("engel")).unwrap(),
        "engel-huber-0.05",
    );
}

/// A walk along kinks does not settle; J at its best does.
#[test]
fn mean_absolute_error_is_least_where_quantile_regression_says() {
    let (minimum, least) = oracle("engel-absolute");
    let fit = Fit::new(Model::Line, Loss::Absolute, built_in("engel")).unwrap();
    assert!((fit.value(&minimum) - least).abs() < 1e-12);
    let mut draws = Draws(4);
    for _ in 0..200 {
        let near: Vec<f64> = minimum
            .iter()
            .map(|x| x + draws.between(-0.01, 0.01))
            .collect();
        assert!(fit.value(&near) >= least);
    }
    assert!(fit.largest_curvature().is_none());
}

#[test]
fn ten_standardised_features_reach_the_optimum_of_least_squares() {
    let text = include_str!("../../oracles/diabetes.csv");
    let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let table = inline(&rows.join(";")).standardised();
    let (minimum, least) = oracle("diabetes-standardised");
    let regression = Regression::new(table);
    let alpha = 1.0 / regression.largest_curvature();
    let cost = regression.cost();
    let Stop::Converged { at, steps } = descend(&*cost, &[0.0; 11], (alpha, 100_000, 1e-8), 1e9)
    else {
        panic!("it does not converge");
    };
    assert!(steps < 20_000, "{steps}");
    for (ours, theirs) in at.iter().zip(&minimum) {
        assert!(
            (ours - theirs).abs() < 1e-6 * (1.0 + theirs.abs()),
            "{at:?}"
        );
    }
    assert!((cost.value(&at) - least).abs() < 1e-6);
}

#[test]
fn standardised_features_have_mean_0_and_deviation_1() {
    let table = inline("1,5,7;3,5,8;8,5,9").standardised();
    for (index, deviation) in [(0, 1.0), (1, 0.0)] {
        let column: Vec<f64> = table.column(index).collect();
        let mean = column.iter().sum::<f64>() / 3.0;
        let square = column.iter().map(|x| x * x).sum::<f64>() / 3.0;
        assert!(
            mean.abs() < 1e-15 && (square - deviation).abs() < 1e-14,
            "{column:?}"
        );
    }
    assert_eq!(table.column(2).collect::<Vec<_>>(), [7.0, 8.0, 9.0]);
}

/// No second derivative is larger than the bound, at 20 places.
#[test]
fn the_largest_curvature_bounds_every_curvature() {
    let mut draws = Draws(2);
    for (model, loss) in [
        (Model::Line, Loss::CrossEntropy),
        (Model::Polynomial { degree: 3 }, Loss::Squared),
    ] {
        let fit = Fit::new(model, loss, rows(1, 8, &mut draws)).unwrap();
        let bound = fit.largest_curvature().expect("a bound");
        for _ in 0..20 {
            let at: Vec<f64> = (fit.parameters().iter())
                .map(|_| draws.between(-3.0, 3.0))
                .collect();
            let largest = *curvatures(&fit, &at).last().expect("some");
            assert!(largest <= bound + 1e-6, "{model:?} {largest} {bound}");
        }
    }
    let fit = Fit::new(network(1, Activation::Tanh), Loss::Squared, built_in("xor")).unwrap();
    assert!(fit.largest_curvature().is_none());
}

#[test]
fn data_that_do_not_fit_are_refused() {
    let new = |model, loss, text| Fit::new(model, loss, inline(text)).err();
    let cubic = Model::Polynomial { degree: 3 };
    let two = "1,2,3;4,5,6";
    assert_eq!(
        new(cubic, Loss::Squared, two),
        Some(Misfit::Features(2, [1, 1]))
    );
    assert_eq!(
        new(
            network(2, Activation::Tanh),
            Loss::Squared,
            "1,2,3,0;4,5,6,1"
        ),
        Some(Misfit::Features(3, [1, 2]))
    );
    let half = "1,0;2,0.5;3,1;4,2";
    assert_eq!(
        new(Model::Line, Loss::CrossEntropy, half),
        Some(Misfit::NoProbability(4))
    );
    assert_eq!(new(Model::Line, Loss::Squared, half), None);
}

#[test]
fn every_data_set_fits_its_model() {
    for sheet in DATA_SETS {
        let fit = Fit::new(sheet.model, sheet.loss, Table::built_in(sheet)).expect(sheet.id);
        assert!(
            sheet
                .starts
                .iter()
                .all(|start| start.len() == fit.parameters().len())
        );
    }
}
