use downhill::formula::Formula;
use downhill::landscape::{Plane, Window, is_rounding};

use super::{whole_plane, window};

/// A square of this side around a place.
fn around([x, y]: [f64; 2], side: f64) -> Window {
    let half = side / 2.0;
    window([x - half, x + half], [y - half, y + half])
}

fn shows_rounding(formula: &str, window: Window) -> bool {
    let cost = Formula::parse(formula).expect("a formula");
    let home = around([0.0, 0.0], 10.0);
    is_rounding(&cost, &whole_plane(), window, home)
}

/// 1 + x² + y² rises by half a side squared in a corner, and 1 has neighbours 2·10⁻¹⁶ away.
#[test]
fn a_minimum_that_is_not_zero_is_lost_at_the_root_of_the_rounding() {
    let bowl = "1 + x^2 + y^2";
    for side in [10.0, 1e-2, 1e-4, 1e-6] {
        assert!(!shows_rounding(bowl, around([0.0, 0.0], side)), "{side}");
    }
    for side in [1e-7, 1e-8, 1e-12, 1e-100] {
        assert!(shows_rounding(bowl, around([0.0, 0.0], side)), "{side}");
    }
}

#[test]
fn a_minimum_of_zero_at_zero_is_never_lost() {
    for side in [1.0, 1e-8, 1e-16, 1e-100] {
        assert!(!shows_rounding("x^2 + 3y^2", around([0.0, 0.0], side)));
    }
}

/// The textbook picture: (x − 1)⁶ multiplied out is noise where it is below 10⁻¹⁵.
#[test]
fn what_cancels_inside_a_formula_is_noticed() {
    let expanded = "x^6 - 6x^5 + 15x^4 - 20x^3 + 15x^2 - 6x + 1 + 0y";
    assert!(!shows_rounding(expanded, around([1.0, 0.0], 0.1)));
    assert!(shows_rounding(expanded, around([1.0, 0.0], 0.005)));
    assert!(!shows_rounding("(x - 1)^6 + 0y", around([1.0, 0.0], 0.005)));
}

#[test]
fn rough_kinked_and_level_ground_is_ground() {
    for formula in [
        "sin(1000x) + sin(1000y)",
        "|x| + |y|",
        "max(x, 0) + max(y, 0)",
        "3 + 0x + 0y",
        "1/x + 1/y",
        "ln(x) + ln(y)",
    ] {
        for side in [10.0, 1.0, 1e-3, 1e-6] {
            let beside = around([-0.3 * side, -0.2 * side], side);
            assert!(!shows_rounding(formula, beside), "{formula} {side}");
        }
    }
    // A level floor is one wherever it is looked at.
    assert!(!shows_rounding(
        "max(x, 0) + max(y, 0)",
        around([-3.0, -3.0], 1e-9)
    ));
}

#[test]
fn a_curve_is_judged_by_the_height_of_its_picture() {
    let cost = Formula::parse("w^6 - 6w^5 + 15w^4 - 20w^3 + 15w^2 - 6w + 1").expect("a formula");
    let line = Plane {
        axes: [0, 0],
        through: vec![0.0],
    };
    let home = window([-5.0, 5.0], [0.0, 30.0]);
    let at = |w: f64, j: f64| window([1.0 - w, 1.0 + w], [-j, j]);
    assert!(!is_rounding(&cost, &line, at(0.002, 1e-9), home));
    assert!(is_rounding(&cost, &line, at(0.002, 1e-14), home));
}
