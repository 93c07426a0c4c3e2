use downhill::formula::Formula;
use downhill::landscape::Curve;

fn curve(formula: &str, range: [f64; 2]) -> Curve {
    let formula = Formula::parse(formula).expect("a formula");
    Curve::sample(&formula, 0, &[0.0], range, 401)
}

#[test]
fn samples_lie_on_the_curve_ends_included() {
    let curve = curve("w^2 + 1", [-2.0, 6.0]);
    assert_eq!(curve.points.len(), 401);
    assert_eq!(curve.points[0], [-2.0, 5.0]);
    assert_eq!(curve.points[100], [0.0, 1.0]);
    assert_eq!(curve.points[400], [6.0, 37.0]);
}

#[test]
fn other_parameters_are_frozen_where_the_point_has_them() {
    let formula = Formula::parse("x + 10y + 100z").expect("a formula");
    let curve = Curve::sample(&formula, 1, &[1.0, 99.0, 3.0], [0.0, 1.0], 0);
    assert_eq!(curve.parameter, 1);
    assert_eq!(curve.points, [[0.0, 301.0], [1.0, 311.0]]);
}

#[test]
fn a_curve_breaks_where_it_has_no_value() {
    assert_eq!(curve("w^2", [-1.0, 1.0]).pieces().len(), 1);
    let root = curve("sqrt(w)", [-1.0, 1.0]).pieces();
    assert_eq!(root.len(), 1);
    assert_eq!(root[0].points[0], [0.0, 0.0]);
    assert_eq!(curve("1/w", [-1.0, 1.0]).pieces().len(), 2);
    assert!(curve("sqrt(-1 - w^2)", [-1.0, 1.0]).pieces().is_empty());
}

#[test]
fn a_bowl_is_shown_whole() {
    let [low, high] = curve("w^2", [-5.0, 5.0]).worth_showing().expect("a range");
    assert!((-3.0..0.0).contains(&low) && (25.0..28.0).contains(&high));
}

#[test]
fn wells_are_not_lost_under_steep_walls() {
    // Minima −3.51 and −1.07; at the ends of the window J is 545 and 555.
    let [low, high] = curve("w^4 - 3w^2 + w", [-5.0, 5.0])
        .worth_showing()
        .expect("a range");
    assert!(low < -3.51 && high < 545.0, "{low} {high}");
    let [low, high] = curve("exp(w^2)", [-5.0, 5.0])
        .worth_showing()
        .expect("a range");
    assert!(low < 1.0 && high < 1e8, "{low} {high}");
}

#[test]
fn the_range_has_an_inside_whatever_the_curve() {
    for formula in [
        "0w", "0w + 3", "0w - 1e9", "1/w", "-1/w^2", "ln(w)", "|w|", "1e100 w",
    ] {
        let range = curve(formula, [-5.0, 5.0]).worth_showing();
        let [low, high] = range.expect("a range");
        assert!(
            low.is_finite() && high.is_finite() && low < high,
            "{formula}"
        );
    }
    assert_eq!(curve("sqrt(-1 - w^2)", [-1.0, 1.0]).worth_showing(), None);
}
