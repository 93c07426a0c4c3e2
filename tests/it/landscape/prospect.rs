//! What is chosen for formulas that people type.

use std::f64::consts::{FRAC_PI_2, PI};

use downhill::cost::CATALOGUE;
use downhill::descent::{Limits, Plan, RULES, Scout, StopReason, norm};
use downhill::formula::Formula;
use downhill::landscape::{Prospect, prospect};

/// Typed; a place that the window must hold, and whether the walk must come near it.
struct Row(&'static str, &'static [f64], bool);

const ROWS: &[Row] = &[
    Row("x^2 + y^2", &[0.0, 0.0], true),
    Row("(x-300)^2+(y+20)^2", &[300.0, -20.0], true),
    Row("(x-3)^2 + 100(y+0.02)^2", &[3.0, -0.02], true),
    Row("(1000x-1)^2", &[0.001], true),
    Row("(1000x-1)^2 + (1000y+2)^2", &[0.001, -0.002], true),
    Row("1e6(x-1)^2 + 1e6y^2", &[1.0, 0.0], true),
    // Flatter than the tolerance before it is there.
    Row("1e-6(x-1)^2 + 1e-6y^2", &[1.0, 0.0], false),
    Row("x - ln(x) + y^2", &[1.0, 0.0], true),
    Row("ln(x)^2 + (y-1)^2", &[1.0, 1.0], true),
    Row("x^2 + 1/x", &[0.793_700_525_984_099_8], true),
    Row("x + 1/x + y^2", &[1.0, 0.0], true),
    Row("sqrt(x^2 + y^2 + 1)", &[0.0, 0.0], true),
    Row("x^4 - 3x^2 + x", &[-1.300_839_565_941_577_2], false),
    Row("1 - exp(-100(x^2+y^2))", &[0.0, 0.0], false),
    Row("1 - exp(-(x^2+y^2))", &[0.0, 0.0], true),
    Row("abs(x-2) + abs(y)", &[2.0, 0.0], false),
    Row("max(x^2, (x-2)^2) + y^2", &[1.0, 0.0], false),
    Row("sin(x) + cos(y)", &[-FRAC_PI_2, PI], false),
    Row("x*sin(x)", &[0.0], false),
    Row("cosh(x-1) + y^4", &[1.0, 0.0], false),
    Row("ln(1+exp(x)) + ln(1+exp(-x)) + y^2", &[0.0, 0.0], true),
    Row("w^2", &[0.0], true),
    Row("(w-7)^2", &[7.0], true),
    Row("(w-0.3)^4", &[0.3], false),
    Row("J(w, b) = (b-2)^2", &[0.0, 2.0], false),
    Row("(x^2-y)^2", &[0.0, 0.0], false),
    Row(
        "(w1 + 2w2 - 3)^2 + (3w1 - w2 - 2)^2 + w3^2",
        &[1.0, 1.0, 0.0],
        true,
    ),
    Row(
        "(a-1)^2+(b-2)^2+(c-3)^2+(d-4)^2+(f-5)^2+(g-6)^2+(h-7)^2+(i-8)^2+(j-9)^2+(k-10)^2+(l-11)^2+(m-12)^2",
        &[1.0, 2.0],
        true,
    ),
    Row("x^2 + x y + y^2 - 6x", &[4.0, -2.0], true),
    Row("10 - 1/(1 + (x-5)^2 + y^2)", &[5.0, 0.0], true),
    Row("sigmoid(x)*sigmoid(-x) + (x/10)^2 + y^2", &[], false),
];

/// Without a minimum: a start, a slope, and a walk that goes somewhere are all there is.
const WITHOUT_MINIMUM: &[&str] = &[
    "x + 2y",
    "3x - 7",
    "w^2 - b^2",
    "x*y",
    "1/x",
    "1/(x*y)",
    "ln(x) + y^2",
    "ln(x - 100) + y",
    "sqrt(x) + y^2",
    "sqrt(x - 40)",
    "exp(x) + exp(y)",
    "x^3 + y^3",
    "tan(x) + y^2",
    "atan(x) + atan(y)",
    "-x^2 - y^2",
    "sigmoid(x)",
    "x^x + y^2",
    "exp(exp(x)) + y^2",
];

fn formula(text: &str) -> Formula {
    Formula::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A walk of 1000 steps as the figure takes it: where it ends, and why.
fn walked(cost: &Formula, from: &Prospect) -> (Vec<f64>, StopReason) {
    let plan = Plan {
        rule: &RULES[0],
        alpha: from.alpha,
        batch: None,
        limits: Limits {
            steps: 1000,
            tolerance: 1e-6,
            reach: 1e7,
        },
    };
    let mut scout = Scout::new(cost, plan, &from.start);
    while scout.walk(cost, 1000) > 0 {}
    (
        scout.point().to_vec(),
        scout.ending().expect("an end").reason,
    )
}

fn slope(cost: &Formula, at: &[f64]) -> f64 {
    let mut gradient = vec![0.0; at.len()];
    cost.gradient(at, &mut gradient);
    norm(&gradient)
}

/// What holds of every cost.
fn good_start(text: &str) -> (Formula, Prospect) {
    let cost = formula(text);
    let chosen = prospect(&cost);
    assert_eq!(
        chosen,
        prospect(&cost),
        "{text} is always looked at in the same way"
    );
    assert!(cost.value(&chosen.start).is_finite(), "{text}: {chosen:?}");
    let slope = slope(&cost, &chosen.start);
    assert!(slope.is_finite() && slope > 0.0, "{text}: {chosen:?}");
    let digits = format!("{:e}", chosen.alpha);
    assert!(
        chosen.alpha > 0.0 && !digits.contains('.'),
        "{text}: α {digits}"
    );
    assert!(shows(&chosen, &cost, &chosen.start), "{text}: {chosen:?}");
    (cost, chosen)
}

fn shows(chosen: &Prospect, cost: &Formula, at: &[f64]) -> bool {
    let y = if at.len() > 1 { at[1] } else { cost.value(at) };
    chosen.window.contains([at[0], y])
}

fn does_not_diverge(text: &str, cost: &Formula, chosen: &Prospect) -> Vec<f64> {
    let (end, reason) = walked(cost, chosen);
    assert!(
        !matches!(reason, StopReason::Diverged(_)),
        "{text}: {chosen:?} ends {reason:?} at {end:?}"
    );
    let fall = cost.value(&chosen.start) - cost.value(&end);
    assert!(fall > 0.0, "{text}: {chosen:?} ends at {end:?}");
    end
}

#[test]
fn the_window_holds_what_there_is_and_the_walk_comes_down() {
    for Row(text, minimum, reached) in ROWS {
        let (cost, chosen) = good_start(text);
        let end = does_not_diverge(text, &cost, &chosen);
        let [width, height] = chosen.window.size();
        if let [x, rest @ ..] = minimum {
            let y = rest.first().copied().unwrap_or_else(|| cost.value(minimum));
            assert!(
                chosen.window.contains([*x, y]),
                "{text}: {minimum:?} in {chosen:?}"
            );
        }
        if *reached {
            let sides = [width, height];
            for (axis, wanted) in minimum.iter().enumerate().take(2) {
                let off = (end[axis] - wanted).abs();
                assert!(
                    off < 0.05 * sides[axis],
                    "{text}: from {chosen:?} to {end:?}"
                );
            }
        }
    }
}

#[test]
fn a_minimum_a_window_and_a_scale_go_together() {
    for (text, smallest, largest) in [
        ("(x-300)^2+(y+20)^2", 320.0, 2000.0),
        ("(1000x-1)^2 + (1000y+2)^2", 0.003, 0.03),
        ("1 - exp(-100(x^2+y^2))", 0.3, 3.0),
        ("(x^2+y-11)^2 + (x+y^2-7)^2", 8.0, 30.0),
        ("w^2 + b^2", 2.0, 10.0),
    ] {
        let [width, _] = prospect(&formula(text)).window.size();
        assert!(smallest <= width && width <= largest, "{text}: {width}");
    }
}

#[test]
fn without_a_minimum_there_is_still_a_start_with_a_slope() {
    for text in WITHOUT_MINIMUM {
        good_start(text);
    }
    // These have no lowest place, but a floor: they must not diverge.
    for text in [
        "exp(x) + exp(y)",
        "sigmoid(x)",
        "atan(x) + atan(y)",
        "exp(exp(x)) + y^2",
    ] {
        let (cost, chosen) = good_start(text);
        does_not_diverge(text, &cost, &chosen);
    }
}

#[test]
fn what_has_no_slope_or_no_value_anywhere_is_looked_at_all_the_same() {
    for text in [
        "J(w, b) = 3",
        "0x",
        "ln(-1 - x^2)",
        "sign(x)",
        "1/(x-x)",
        "x*1e300*1e300",
    ] {
        let chosen = prospect(&formula(text));
        assert!(chosen.alpha > 0.0, "{text}");
        assert!(chosen.start.iter().all(|side| side.is_finite()), "{text}");
    }
}

#[test]
fn the_catalogue_typed_shows_its_minima_and_comes_down() {
    for sheet in CATALOGUE.iter().filter(|sheet| sheet.id != "saddle") {
        let (cost, chosen) = good_start(sheet.formula);
        does_not_diverge(sheet.id, &cost, &chosen);
        // Of minima without end, as Rastrigin's, those around the lowest.
        let shown = sheet
            .minima
            .iter()
            .filter(|minimum| shows(&chosen, &cost, minimum.at));
        assert!(
            shows(&chosen, &cost, sheet.minima[0].at),
            "{}: {chosen:?}",
            sheet.id
        );
        assert!(
            2 * shown.count() >= sheet.minima.len(),
            "{}: {chosen:?}",
            sheet.id
        );
    }
}
