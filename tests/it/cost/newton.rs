//! Minima and Hessians of models that are linear in their parameters.

use downhill::cost::{Activation, Cost, Fit, Loss, Model, Table, find_data};
use downhill::landscape::hessian;

use super::fit::{built_in, oracle, rows};
use super::helper::{Draws, inline};

const LINEAR: [Model; 3] = [
    Model::Line,
    Model::Polynomial { degree: 2 },
    Model::Polynomial { degree: 4 },
];

#[test]
fn hessians_are_the_slopes_of_gradients() {
    let mut draws = Draws(11);
    for model in LINEAR {
        for loss in [
            Loss::Squared,
            Loss::CrossEntropy,
            Loss::Huber { delta: 3.0 },
        ] {
            let table = rows(1, 9, &mut draws);
            let fit = Fit::new(model, loss, table).expect("a fit");
            let at: Vec<f64> = fit
                .parameters()
                .iter()
                .map(|_| draws.between(-1.0, 1.0))
                .collect();
            let exact = fit.hessian(&at).expect("a Hessian");
            for (exact, near) in exact.iter().zip(hessian(&fit, &at)) {
                assert!(
                    (exact - near).abs() < 1e-7,
                    "{model:?} {loss:?}: {exact} {near}"
                );
            }
        }
    }
    let kinked = Fit::new(Model::Line, Loss::Absolute, rows(1, 5, &mut draws)).expect("a fit");
    assert_eq!(kinked.hessian(&[0.0, 0.0]), None);
    let network = Model::Network {
        hidden: 1,
        activation: Activation::Tanh,
    };
    let network = Fit::new(network, Loss::Squared, rows(1, 5, &mut draws)).expect("a fit");
    assert_eq!(network.hessian(&[0.1; 4]), None);
    assert_eq!(network.minimum(), None);
}

/// Another program's minimum: no parameter farther away than rounding in its J allows.
fn check_minimum(name: &str, model: Model, loss: Loss, table: Table, digits: f64) {
    let fit = Fit::new(model, loss, table).expect("a fit");
    let (point, cost) = oracle(name);
    let found = fit.minimum().expect("a minimum");
    let value = fit.value(&found);
    assert!(
        (value - cost).abs() <= 1e-9 * cost,
        "{name}: {value} {cost}"
    );
    for (found, expected) in found.iter().zip(&point) {
        assert!(
            (found - expected).abs() <= digits * (1.0 + expected.abs()),
            "{name}: {found} {expected}"
        );
    }
    let mut gradient = vec![0.0; found.len()];
    fit.gradient(&found, &mut gradient);
    assert!(
        gradient
            .iter()
            .all(|slope| slope.abs() < 1e-7 * (1.0 + cost)),
        "{name}: {gradient:?}"
    );
}

#[test]
fn minima_are_those_of_other_programs() {
    let squares = Model::Polynomial { degree: 2 };
    let cubic = Model::Polynomial { degree: 3 };
    check_minimum(
        "stopping-squares",
        squares,
        Loss::Squared,
        built_in("stopping"),
        1e-9,
    );
    check_minimum("engel-cubic", cubic, Loss::Squared, built_in("engel"), 1e-6);
    check_minimum(
        "orings-logistic",
        Model::Line,
        Loss::CrossEntropy,
        built_in("orings"),
        1e-9,
    );
    // By Nelder and Mead's method, which compares J and so finds half of the digits.
    let huber = Loss::Huber { delta: 0.05 };
    check_minimum(
        "engel-huber-0.05",
        Model::Line,
        huber,
        built_in("engel"),
        1e-6,
    );
}

#[test]
fn where_no_place_is_lowest_there_is_no_minimum() {
    // A boundary at 2.5 parts the rows: a steeper one always costs less.
    let parted = inline("1,0;2,0;3,1;4,1");
    let fit = Fit::new(Model::Line, Loss::CrossEntropy, parted).expect("a fit");
    assert_eq!(fit.minimum(), None);
    // A feature that never changes says what b says.
    for loss in [
        Loss::Squared,
        Loss::CrossEntropy,
        Loss::Huber { delta: 1.0 },
    ] {
        let constant = inline("2,0;2,1;2,1");
        let fit = Fit::new(Model::Line, loss, constant).expect("a fit");
        assert_eq!(fit.minimum(), None, "{loss:?}");
    }
    // Rows that mix have one: of every four, three are 1 on the right and one on the left.
    let mixed = inline("-1,1;-1,0;-1,0;-1,0;1,0;1,1;1,1;1,1");
    let fit = Fit::new(Model::Line, Loss::CrossEntropy, mixed).expect("a fit");
    let [w, b] = fit.minimum().expect("a minimum")[..] else {
        panic!("two parameters");
    };
    // σ(w) = 3/4 at x = 1 and σ(−w) = 1/4 at x = −1.
    assert!(
        (w - libm::log(3.0)).abs() < 1e-12 && b.abs() < 1e-12,
        "{w} {b}"
    );
}

#[test]
fn a_polynomial_by_squared_error_is_a_line_over_its_powers() {
    for degree in 1..=5 {
        let table = Table::built_in(find_data("stopping").expect("a data set"));
        let fit = Fit::new(Model::Polynomial { degree }, Loss::Squared, table).expect("a fit");
        let line = fit.as_regression().expect("a line");
        let mut draws = Draws(5);
        for _ in 0..20 {
            let at: Vec<f64> = fit
                .parameters()
                .iter()
                .map(|_| draws.between(-2.0, 2.0))
                .collect();
            let (one, other) = (fit.value(&at), line.cost().value(&at));
            assert!((one - other).abs() <= 1e-10 * one, "{one} {other}");
        }
        let names = |cost: &dyn Cost| {
            cost.parameters()
                .iter()
                .map(|name| name.display())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&fit), names(&*line.cost()));
    }
}
