use downhill::cost::{Activation, CATALOGUE, Cost, DATA_SETS, Fit, Loss, Model, Regression, Table};
use downhill::formula::Formula;
use downhill::landscape::GridKernel;
use proptest::prelude::*;

use super::Interpreted;
use crate::cost::helper::{data_cost, inline};
use crate::formula::random::expressions;

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Where costs are tried, a row of an odd number: ordinary numbers and all kinds of others.
const NUMBERS: [f64; 15] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.3,
    -2.7,
    17.5,
    1e-9,
    -1e9,
    1e300,
    1e-200,
    5e-324,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// The grids of every combination of the numbers, along and against the order of parameters.
fn agrees(cost: &dyn Cost, name: &str) {
    let last = cost.parameters().len() - 1;
    for [across, up] in [[0, last.min(1)], [last, 0]] {
        let kernel = Interpreted::grids(cost, across);
        let mut point: Vec<f64> = (0..=last).map(|index| index as f64 - 1.0).collect();
        let mut values = [0.0; NUMBERS.len() * NUMBERS.len()];
        kernel.grid(&point, &NUMBERS, (up, &NUMBERS), &mut values);
        for (place, value) in values.iter().enumerate() {
            point[up] = NUMBERS[place / NUMBERS.len()];
            point[across] = NUMBERS[place % NUMBERS.len()];
            let expected = cost.value(&point);
            assert!(
                same(*value, expected),
                "{name} at {point:?}: {value} for {expected}"
            );
        }
    }
}

fn formula_agrees(text: &str) {
    let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    agrees(&formula, text);
}

#[test]
fn every_operation_and_function_has_the_bits_of_the_tape() {
    for text in [
        "-x",
        "x+y",
        "x-y",
        "x y",
        "x/y",
        "x^2",
        "x^3",
        "x^-1",
        "x^-2",
        "x^7",
        "x^63",
        "x^64",
        "x^-64",
        "x^y",
        "x^0.5",
        "x^65",
        "2^x",
        "3 + 0 x",
        "x",
        "sin(x)",
        "cos(x)",
        "tan(x)",
        "asin(x)",
        "acos(x)",
        "atan(x)",
        "sinh(x)",
        "cosh(x)",
        "tanh(x)",
        "exp(x)",
        "ln(x)",
        "log10(x)",
        "log2(x)",
        "sqrt(x)",
        "|x|",
        "sign(x)",
        "min(x, y)",
        "max(x, y)",
        "sigmoid(x)",
        "softplus(x)",
        "choose(x, y, x + 1, y - 1)",
        "min(x, y, 2)",
        "sin(x)^2 + x y^3 / (1 + |y|)",
    ] {
        formula_agrees(text);
    }
}

#[test]
fn every_cost_of_the_catalogue_has_the_bits_of_the_tape() {
    for sheet in CATALOGUE {
        agrees(&sheet.cost(), sheet.id);
    }
}

#[test]
fn every_data_set_has_the_bits_of_its_cost() {
    for sheet in DATA_SETS {
        let cost = data_cost(sheet);
        if cost.program().is_some() {
            agrees(&*cost, sheet.id);
        }
    }
    let three = regression_on_three_features();
    agrees(&three, "three features, one of them a combination");
}

#[test]
fn every_model_and_loss_has_the_bits_of_its_cost() {
    let tanh = Activation::Tanh;
    let losses = [
        Loss::Absolute,
        Loss::Huber { delta: 0.5 },
        Loss::CrossEntropy,
    ];
    for model in [
        Model::Line,
        Model::Polynomial { degree: 3 },
        Model::Network {
            hidden: 1,
            activation: tanh,
        },
    ] {
        for loss in losses {
            let table = inline("0.5,0;-1,1;2,0.25;0,0.5");
            let fit = Fit::new(model, loss, table).expect("it fits");
            agrees(&fit, &format!("{model:?} {loss:?}"));
        }
    }
}

/// The third feature is the sum of the others: the root of S has two columns.
fn regression_on_three_features() -> Regression {
    let rows = "1,0.5,1.5,2;-2,0.25,-1.75,0.1;0.3,7,7.3,-4;5,-1,4,11";
    Regression::new(Table::from_inline(rows).expect("rows"))
}

#[test]
fn rows_of_any_length_from_two_are_complete() {
    let formula = Formula::parse("w^2 + 3b").unwrap();
    let kernel = Interpreted::grids(&formula, 0);
    for columns in 2..20 {
        let places: Vec<f64> = (0..columns).map(f64::from).collect();
        let mut values = vec![-1.0; 3 * places.len()];
        kernel.grid(&[7.0, 7.0], &places, (1, &[1.0, 2.0, 0.5]), &mut values);
        let row = |b: f64| places.iter().map(move |w| w * w + 3.0 * b);
        let expected: Vec<f64> = [1.0, 2.0, 0.5].into_iter().flat_map(row).collect();
        assert_eq!(values, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn random_expressions_have_the_bits_of_the_tape(expression in expressions()) {
        formula_agrees(&expression.formula_text());
    }
}
