use downhill::cost::{CATALOGUE, Cost, Regression, Table};
use downhill::formula::Formula;
use downhill::landscape::{Ground, ground, hessian, largest_curvature};

use crate::cost::helper::line_sheets;

fn formula(text: &str) -> Formula {
    Formula::parse(text).expect("a formula")
}

fn ground_of(text: &str, at: &[f64]) -> Ground {
    ground(&formula(text), at)
}

#[test]
fn quadratic_places_are_told_apart() {
    assert_eq!(ground_of("x^2 + 3y^2", &[0.0, 0.0]), Ground::Minimum);
    assert_eq!(
        ground_of("x^2 + x y + y^2 + z^2", &[0.0; 3]),
        Ground::Minimum
    );
    assert_eq!(ground_of("-x^2 - 3y^2", &[0.0, 0.0]), Ground::Crest);
    assert_eq!(ground_of("x^2 - y^2", &[0.0, 0.0]), Ground::Saddle);
    assert_eq!(ground_of("x y", &[0.0, 0.0]), Ground::Saddle);
    assert_eq!(ground_of("w^2", &[0.0]), Ground::Minimum);
    assert_eq!(ground_of("cos(w)", &[0.0]), Ground::Crest);
}

#[test]
fn scale_of_cost_and_place_do_not_matter() {
    assert_eq!(ground_of("1e-9 (x^2 + y^2)", &[0.0, 0.0]), Ground::Minimum);
    assert_eq!(ground_of("1e9 (x^2 - y^2)", &[0.0, 0.0]), Ground::Saddle);
    assert_eq!(
        ground_of("(x - 4000)^2 + (y + 90000)^2", &[4000.0, -90000.0]),
        Ground::Minimum
    );
    assert_eq!(ground_of("x^2 + 1e-4 y^2", &[0.0, 0.0]), Ground::Minimum);
}

#[test]
fn a_run_ends_a_little_beside_the_flat_place() {
    // Where ‖∇J‖ has just fallen below 10⁻⁶.
    assert_eq!(ground_of("x^2 + y^2", &[4e-7, 2e-7]), Ground::Minimum);
    assert_eq!(ground_of("x^2 - y^2", &[4e-7, 0.0]), Ground::Saddle);
    // 3x² = 10⁻⁶: it looks like a valley at x = 0.0006 and is none.
    assert_eq!(ground_of("x^3", &[5.77e-4]), Ground::NearlyFlat);
    // e⁻ˣ falls for ever.
    assert_eq!(ground_of("exp(-x)", &[14.0]), Ground::NearlyFlat);
    assert_eq!(ground_of("-exp(-x^2)", &[4.2]), Ground::NearlyFlat);
}

#[test]
fn what_curvature_cannot_tell_is_nearly_flat() {
    for (text, at) in [
        ("x^4", vec![0.0]),
        ("x^3", vec![0.0]),
        ("-x^6", vec![0.0]),
        ("x^2 + y^4", vec![0.0, 0.0]),
        ("(x - y)^2", vec![1.0, 1.0]),
        ("0x + 7", vec![1.0]),
        ("x^3 - 3x y^2", vec![0.0, 0.0]),
        ("|x| + y^2", vec![0.0, 0.0]),
        ("sqrt(x)", vec![-1.0]),
        ("1 / x", vec![0.0]),
    ] {
        assert_eq!(ground_of(text, &at), Ground::NearlyFlat, "{text}");
    }
}

#[test]
fn known_minima_of_the_catalogue_are_minima() {
    for sheet in CATALOGUE {
        for minimum in sheet.minima {
            let verdict = ground(&formula(sheet.formula), minimum.at);
            assert_eq!(verdict, Ground::Minimum, "{} at {:?}", sheet.id, minimum.at);
        }
    }
}

#[test]
fn himmelblau_has_four_minima_four_saddles_and_a_crest() {
    // Roots of ∇J by Newton's method in 40 decimal digits; the kinds by the signs of
    // J_xx and of the determinant of the exact Hessian there.
    let text = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    assert_eq!(
        ground_of(text, &[-0.270844590667, -0.923038556480]),
        Ground::Crest
    );
    for saddle in [
        [3.385154183607, 0.073851879838],
        [-3.073025750764, -0.081353044288],
        [0.086677504556, 2.884254701175],
        [-0.127961346731, -1.953714980242],
    ] {
        assert_eq!(ground_of(text, &saddle), Ground::Saddle, "{saddle:?}");
    }
}

#[test]
fn the_hessian_by_differences_is_the_exact_one() {
    // Himmelblau at (1, 2): J_xx = 12x² + 4y − 42, J_xy = 4(x + y), J_yy = 12y² + 4x − 26.
    let found = hessian(&formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2"), &[1.0, 2.0]);
    for (found, exact) in found.iter().zip([-22.0, 12.0, 12.0, 26.0]) {
        assert!((found - exact).abs() < 1e-7, "{found}");
    }
    assert_eq!(found[1], found[2]);
}

#[test]
fn the_largest_curvature_of_data_is_that_of_their_moments() {
    for sheet in line_sheets() {
        let cost = Regression::new(Table::built_in(sheet));
        let at = vec![0.5; cost.parameters().len()];
        let (found, exact) = (largest_curvature(&cost, &at), cost.largest_curvature());
        assert!((found / exact - 1.0).abs() < 1e-6, "{}", sheet.id);
    }
    assert!(largest_curvature(&formula("sqrt(x)"), &[-1.0]).is_nan());
}
