//! Partial derivatives against central differences, and the agreements between
//! the ways to ask for a value.

use downhill::formula::Formula;
use proptest::prelude::*;

use super::random::{Random, expressions};

/// Central differences of f, extrapolated once (Richardson), for two steps: the
/// slope and how far the two disagree.
fn difference(f: impl Fn(f64) -> f64, at: f64) -> (f64, f64) {
    let central = |h: f64| (f(at + h) - f(at - h)) / (2.0 * h);
    let extrapolated = |h: f64| (4.0 * central(h / 2.0) - central(h)) / 3.0;
    let (coarse, fine) = (extrapolated(2e-3), extrapolated(1e-3));
    (fine, (coarse - fine).abs())
}

/// Away from kinks and poles by more than the differences reach, and no part so
/// large that rounding swamps them.
fn is_smooth(expression: &Random, x: f64, y: f64) -> bool {
    let (near, size) = expression.roughness(x, y);
    near > 0.05 && size < 1e4
}

/// Checks both partial derivatives; false where differences prove nothing.
fn check_gradient(expression: &Random, x: f64, y: f64) -> Result<bool, TestCaseError> {
    if !is_smooth(expression, x, y) {
        return Ok(false);
    }
    let text = expression.formula_text();
    let formula = Formula::parse(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let mut gradient = [f64::NAN; 2];
    formula.gradient(&[x, y], &mut gradient);
    let along_x = difference(|x| expression.value(x, y), x);
    let along_y = difference(|y| expression.value(x, y), y);
    for ((slope, doubt), exact) in [along_x, along_y].into_iter().zip(gradient) {
        let scale = 1.0 + slope.abs() + expression.roughness(x, y).1;
        // Differences that do not agree with each other cannot judge.
        if !slope.is_finite() || doubt > 1e-6 * scale {
            return Ok(false);
        }
        // Rounding gives about 1e-16 / 1e-3 of the largest part, the rest is
        // what the two step widths disagree by.
        prop_assert!(
            (exact - slope).abs() <= 1e-9 * scale + 10.0 * doubt,
            "{text} at {x}, {y}: {exact}, by differences {slope} ± {doubt}"
        );
    }
    Ok(true)
}

#[test]
fn partial_derivatives_agree_with_central_differences() {
    const CASES: u32 = 2000;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let judged = std::cell::Cell::new(0_u32);
    let strategy = (expressions(), -3.0..3.0, -3.0..3.0);
    let result = runner.run(&strategy, |(expression, x, y)| {
        judged.set(judged.get() + u32::from(check_gradient(&expression, x, y)?));
        Ok(())
    });
    result.unwrap();
    // Otherwise the test would pass by looking away.
    assert!(judged.get() > CASES / 3, "only {} judged", judged.get());
}

#[test]
fn each_function_alone_has_its_textbook_derivative() {
    let (x, y) = (0.4_f64, 1.7_f64);
    let root = libm::sqrt(1.0 - x * x);
    let sigmoid = 1.0 / (1.0 + libm::exp(-x));
    let tanh = libm::tanh(x);
    for (text, expected) in [
        ("sin(x)", libm::cos(x)),
        ("cos(x)", -libm::sin(x)),
        ("tan(x)", 1.0 + libm::tan(x) * libm::tan(x)),
        ("asin(x)", 1.0 / root),
        ("acos(x)", -1.0 / root),
        ("atan(x)", 1.0 / (1.0 + x * x)),
        ("sinh(x)", libm::cosh(x)),
        ("cosh(x)", libm::sinh(x)),
        ("tanh(x)", 1.0 - tanh * tanh),
        ("exp(x)", libm::exp(x)),
        ("ln(x)", 1.0 / x),
        ("log10(x)", 1.0 / (x * libm::log(10.0))),
        ("log2(x)", 1.0 / (x * libm::log(2.0))),
        ("sqrt(x)", 0.5 / libm::sqrt(x)),
        ("abs(x)", 1.0),
        ("|-x|", 1.0),
        ("|x-1|", -1.0),
        ("sign(x)", 0.0),
        ("sigmoid(x)", sigmoid * (1.0 - sigmoid)),
        ("softplus(x)", sigmoid),
        ("min(x^2, 1)", 2.0 * x),
        ("max(x^2, 1)", 0.0),
        ("x^5", 5.0 * x * x * x * x),
        ("x^-2", -2.0 / (x * x * x)),
        ("x^1.5", 1.5 * libm::sqrt(x)),
        ("2^x", libm::pow(2.0, x) * libm::log(2.0)),
        ("x^x", libm::pow(x, x) * (libm::log(x) + 1.0)),
        ("e^(-x)", -libm::exp(-x)),
    ] {
        let found = Formula::parse(text).unwrap().partial(0, &[x]);
        assert!(
            (found - expected).abs() <= 1e-14 * (1.0 + expected.abs()),
            "{text}: {found}"
        );
    }
    let power = Formula::parse("x^y").unwrap();
    assert!((power.partial(1, &[x, y]) - libm::pow(x, y) * libm::log(x)).abs() < 1e-15);
}

#[test]
fn kinks_and_edges_have_the_documented_slope() {
    let slope = |text: &str, at: f64| Formula::parse(text).unwrap().partial(0, &[at]);
    assert_eq!(slope("|x|", 0.0), 0.0);
    assert_eq!(slope("min(x, 2x)", 0.0), 1.0);
    assert_eq!(slope("max(x, 2x)", 0.0), 1.0);
    assert_eq!(slope("max(2x, x)", 0.0), 2.0);
    assert_eq!(slope("x^2", -2.0), -4.0);
    assert_eq!(slope("x^3", -2.0), 12.0);
    assert_eq!(slope("x^2", 0.0), 0.0);
    assert_eq!(slope("0*ln(x) + x", -1.0), 1.0);
    assert!(slope("ln(x)", f64::NAN).is_nan());
}

#[test]
fn flat_ends_keep_their_small_slopes() {
    let slope = |text: &str, at: f64| Formula::parse(text).unwrap().partial(0, &[at]);
    let small = libm::exp(-50.0);
    assert!((slope("sigmoid(x)", 50.0) / small - 1.0).abs() < 1e-12);
    assert!((slope("sigmoid(x)", -50.0) / small - 1.0).abs() < 1e-12);
    assert!((slope("tanh(x)", 25.0) / (4.0 * small) - 1.0).abs() < 1e-12);
    assert_eq!(slope("tanh(x)", 1000.0), 0.0);
}

#[test]
fn known_minima_are_flat() {
    for (text, at) in [
        ("(x^2+y-11)^2+(x+y^2-7)^2", [3.0, 2.0]),
        ("(1-x)^2+100(y-x^2)^2", [1.0, 1.0]),
        (
            "(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2",
            [3.0, 0.5],
        ),
        ("20+x^2-10cos(2pi x)+y^2-10cos(2pi y)", [0.0, 0.0]),
    ] {
        let formula = Formula::parse(text).unwrap();
        let mut gradient = [f64::NAN; 2];
        formula.gradient(&at, &mut gradient);
        assert_eq!((formula.value(&at), gradient), (0.0, [0.0, 0.0]), "{text}");
    }
}

fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

/// The value of `text`, which may name fewer parameters than x and y, or none.
fn reparsed_value(text: &str, x: f64, y: f64) -> Option<f64> {
    let formula = Formula::parse(text).ok()?;
    let at: Vec<f64> = formula
        .parameters()
        .iter()
        .map(|name| if name.plain() == "x" { x } else { y })
        .collect();
    Some(formula.value(&at))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn values_agree_with_plain_arithmetic(
        expression in expressions(), x in -3.0..3.0, y in -3.0..3.0,
    ) {
        prop_assume!(is_smooth(&expression, x, y));
        let found = Formula::parse(&expression.formula_text()).unwrap().value(&[x, y]);
        let expected = expression.value(x, y);
        // Whole powers round differently as products; sums may then cancel.
        let scale = 1.0 + expression.roughness(x, y).1;
        prop_assert!((found - expected).abs() <= 1e-9 * scale, "{found} {expected}");
    }

    #[test]
    fn one_partial_has_the_bits_of_the_gradient(
        expression in expressions(), x in -3.0..3.0, y in -3.0..3.0,
    ) {
        let formula = Formula::parse(&expression.formula_text()).unwrap();
        let mut gradient = [f64::NAN; 2];
        formula.gradient(&[x, y], &mut gradient);
        for (index, expected) in gradient.into_iter().enumerate() {
            prop_assert!(same(formula.partial(index, &[x, y]), expected));
        }
    }

    #[test]
    fn many_points_at_once_have_the_bits_of_one(
        expression in expressions(), count in 0_usize..300, step in -0.1..0.1,
    ) {
        let formula = Formula::parse(&expression.formula_text()).unwrap();
        let x: Vec<f64> = (0..count).map(|lane| lane as f64 * step - 1.0).collect();
        let y: Vec<f64> = (0..count).map(|lane| 2.0 - lane as f64 * 0.03).collect();
        let mut values = vec![f64::NAN; count];
        formula.values(&[&x, &y], &mut values);
        for lane in 0..count {
            prop_assert!(same(values[lane], formula.value(&[x[lane], y[lane]])));
        }
    }

    #[test]
    fn printing_and_reparsing_gives_the_same_bits(
        expression in expressions(), x in -3.0..3.0, y in -3.0..3.0,
    ) {
        let formula = Formula::parse(&expression.formula_text()).unwrap();
        let mut written = vec![(formula.canonical(), formula.value(&[x, y]))];
        for index in 0..2 {
            written.push((formula.partial_text(index), formula.partial(index, &[x, y])));
        }
        for (text, expected) in written {
            match reparsed_value(&text, x, y) {
                Some(value) => prop_assert!(same(value, expected), "{text}: {value} {expected}"),
                None => {
                    // Only what names no parameter or is too long may not parse.
                    let error = Formula::parse(&text).unwrap_err();
                    let bounded = error.found == "no parameter" || text.len() > 4000;
                    prop_assert!(bounded, "{text}: {error}");
                }
            }
        }
    }
}
