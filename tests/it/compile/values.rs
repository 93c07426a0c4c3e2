use downhill::cost::CATALOGUE;
use downhill::formula::Formula;
use downhill::landscape::Kernel;
use proptest::prelude::*;

use super::{Interpreted, plan};
use crate::formula::random::expressions;

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// Where formulas are tried: ordinary numbers and all kinds of others.
const NUMBERS: [f64; 14] = [
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
    5e-324,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

/// Every combination of two of the numbers, then 1, 2, … for further parameters.
fn points(parameters: usize) -> Vec<Vec<f64>> {
    let count = NUMBERS.len();
    let coordinate = |index: usize, place: usize| match index {
        0 => NUMBERS[place % count],
        1 => NUMBERS[place / count],
        further => further as f64 - 1.0,
    };
    let lane = |index| {
        (0..count * count)
            .map(|place| coordinate(index, place))
            .collect()
    };
    (0..parameters).map(lane).collect()
}

fn agrees(text: &str) {
    let formula = Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let lanes = points(formula.parameters().len());
    let at: Vec<&[f64]> = lanes.iter().map(Vec::as_slice).collect();
    let mut values = vec![0.0; lanes[0].len()];
    Interpreted::new(&formula, &plan(0, 0.01, 1000)).values(&at, &mut values);
    for (place, value) in values.iter().enumerate() {
        let point: Vec<f64> = lanes.iter().map(|lane| lane[place]).collect();
        let tape = formula.value(&point);
        assert!(
            same(*value, tape),
            "{text} at {point:?}: {value} for {tape}"
        );
    }
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
        "choose(x, y, x + 1, y - 1)",
        "min(x, y, 2)",
        "sin(x)^2 + x y^3 / (1 + |y|)",
    ] {
        agrees(text);
    }
}

#[test]
fn every_cost_of_the_catalogue_has_the_bits_of_the_tape() {
    for sheet in CATALOGUE {
        agrees(sheet.cost().text());
    }
}

#[test]
fn an_odd_number_of_points_and_none_are_no_trouble() {
    let formula = Formula::parse("w^2 + 3b").unwrap();
    let kernel = Interpreted::new(&formula, &plan(0, 0.01, 1000));
    for count in [0, 1, 5] {
        let lane: Vec<f64> = (0..count).map(f64::from).collect();
        let mut values = vec![-1.0; lane.len()];
        kernel.values(&[&lane, &lane], &mut values);
        let expected: Vec<f64> = lane.iter().map(|x| x * x + 3.0 * x).collect();
        assert_eq!(values, expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn random_expressions_have_the_bits_of_the_tape(expression in expressions()) {
        agrees(&expression.formula_text());
    }
}
