use std::rc::Rc;

use downhill::cost::{Cost, find_cost};
use downhill::formula::Formula;
use downhill::landscape::{Comparison, Kernel, Outcome, is_one_place};

use super::{plan, whole_plane, window};
use crate::compile::Interpreted;

const ALL: [Outcome; 5] = [
    Outcome::Same,
    Outcome::Different,
    Outcome::OnlyFirst,
    Outcome::OnlySecond,
    Outcome::Neither,
];

/// Simultaneous against sequential from side × side starts on [−5, 5]².
fn comparison(cost: impl Cost + 'static, alpha: f64, steps: u32, side: usize) -> Comparison {
    let plans = [0, 1].map(|rule| plan(rule, alpha, steps));
    let square = window([-5.0, 5.0], [-5.0, 5.0]);
    Comparison::new(
        Rc::new(cost),
        plans.map(|plan| (plan, None)),
        whole_plane(),
        square,
        side,
    )
}

fn counts(comparison: &mut Comparison) -> [usize; 5] {
    while comparison.work(100_000) {}
    ALL.map(|outcome| comparison.count(outcome))
}

/// Outcomes from 61 × 61 starts, in the order of [`ALL`].
fn himmelblau(alpha: f64) -> [usize; 5] {
    let sheet = find_cost("himmelblau").expect("a cost of the catalogue");
    counts(&mut comparison(sheet.cost(), alpha, 5000, 61))
}

// Computed beside the project with another program, in NumPy: 61 × 61 starts, up to 5000
// steps, an end being the nearest of the four known minima.

#[test]
fn on_himmelblau_one_start_ends_elsewhere_at_alpha_0_001() {
    assert_eq!(himmelblau(0.001), [3720, 1, 0, 0, 0]);
}

#[test]
fn on_himmelblau_32_starts_end_elsewhere_at_alpha_0_01() {
    assert_eq!(himmelblau(0.01), [3689, 32, 0, 0, 0]);
}

#[test]
fn on_himmelblau_106_starts_end_elsewhere_and_858_settle_only_in_sequence_at_alpha_0_015() {
    assert_eq!(himmelblau(0.015), [2757, 106, 0, 858, 0]);
}

fn formula(text: &str) -> Formula {
    Formula::parse(text).expect("a formula")
}

#[test]
fn on_a_bowl_without_a_slant_both_rules_are_one() {
    // ∂J/∂b does not depend on w, so that the order cannot matter.
    let bowl = || formula("w^2 + b^2");
    assert_eq!(
        counts(&mut comparison(bowl(), 0.3, 1000, 9)),
        [81, 0, 0, 0, 0]
    );
    // Past the edge 2/λ = 1 both diverge, but for the start that is the minimum.
    assert_eq!(
        counts(&mut comparison(bowl(), 1.1, 1000, 9)),
        [1, 0, 0, 0, 80]
    );
}

#[test]
fn each_rule_settles_below_its_own_edge() {
    // H = [[2, a], [a, 2]]. Simultaneous: the edge is 2/(2 + |a|). Sequential: the step is
    // that of Gauss and Seidel with relaxation 2α, which settles exactly for 2α < 2 where H
    // is positive definite (Ostrowski 1954, On the linear iteration procedures for
    // symmetric matrices, Rend. Mat. Appl. 14).
    let slanted = || formula("w^2 + 1.8w b + b^2");
    let settles = |alpha| counts(&mut comparison(slanted(), alpha, 100_000, 2));
    assert_eq!(settles(0.52), [4, 0, 0, 0, 0]);
    // Simultaneous steps from the two corners with w = −b never leave that line, along which
    // the curvature is 0.2 and the edge 10.
    assert_eq!(settles(0.54), [2, 0, 0, 2, 0]);
    assert_eq!(settles(0.99), [2, 0, 0, 2, 0]);
    assert_eq!(settles(1.01), [0, 0, 2, 0, 2]);
}

#[test]
fn slices_of_any_size_give_the_same_map() {
    let sheet = find_cost("himmelblau").expect("a cost of the catalogue");
    let mut fine = comparison(sheet.cost(), 0.015, 300, 9);
    let mut slices = 0;
    while fine.work(7) {
        slices += 1;
    }
    assert!(slices > 100);
    let mut coarse = comparison(sheet.cost(), 0.015, 300, 9);
    while coarse.work(u32::MAX) {}
    assert_eq!(fine.progress(), [81, 81]);
    for (column, row) in (0..9).flat_map(|row| (0..9).map(move |column| (column, row))) {
        let outcome = fine.outcome_near(column, row);
        assert!(outcome.is_some());
        assert_eq!(outcome, coarse.outcome_near(column, row));
    }
}

#[test]
fn the_coarse_starts_come_first() {
    let mut begun = comparison(formula("w^2 + b^2"), 0.5, 1000, 9);
    // Setting out is one step of work, and one step leads into the minimum; each way has half
    // of the work.
    begun.work(9 * 4);
    assert_eq!(begun.progress(), [9, 81]);
    assert_eq!(begun.outcome_near(7, 3), begun.outcome_near(4, 0));
    assert_eq!(begun.outcome_near(8, 8), Some(Outcome::Same));
}

#[test]
fn starts_that_end_differently_are_found_one_after_another() {
    let mut found = comparison(formula("(x^2 - 1)^2 + (y - x)^2"), 0.12, 2000, 15);
    let different = counts(&mut found)[1];
    assert!(different > 1);
    let first = found
        .next_start(Outcome::Different, &[99.0, 99.0])
        .expect("one");
    let mut seen = vec![first.clone()];
    loop {
        let last = seen.last().expect("one").clone();
        let next = found
            .next_start(Outcome::Different, &last)
            .expect("another");
        if next == first {
            break;
        }
        seen.push(next);
    }
    assert_eq!(seen.len(), different);
    let mut bowl = comparison(formula("w^2 + b^2"), 0.3, 1000, 9);
    counts(&mut bowl);
    assert_eq!(bowl.next_start(Outcome::Different, &first), None);
}

#[test]
fn two_ends_are_one_place_where_the_ground_between_is_flat() {
    let himmelblau = find_cost("himmelblau").expect("a cost of the catalogue");
    let cost = himmelblau.cost();
    for one in himmelblau.minima {
        for other in himmelblau.minima {
            assert_eq!(is_one_place(&cost, 1e-6, one.at, other.at), one == other);
        }
        let beside: Vec<f64> = one.at.iter().map(|coordinate| coordinate + 1e-8).collect();
        assert!(is_one_place(&cost, 1e-6, one.at, &beside));
    }
    // Any units will do: the same bowl, a million times as wide.
    assert!(is_one_place(
        &formula("1e-12(w^2 + b^2)"),
        1e-6,
        &[1e4, 0.0],
        &[-1e4, 0.0]
    ));
    // The bottom of a trough is one place; two sides of a hump are two, in whose middle
    // the slope vanishes as well.
    assert!(is_one_place(
        &formula("(x - y)^2"),
        1e-6,
        &[0.0, 0.0],
        &[5.0, 5.0]
    ));
    assert!(!is_one_place(&formula("x^4 - 2x^2"), 1e-6, &[-1.0], &[1.0]));
    assert!(!is_one_place(
        &formula("cos(x)"),
        1e-6,
        &[-3.0 * PI],
        &[5.0 * PI]
    ));
    assert!(!is_one_place(&formula("ln(x)"), 1e-6, &[f64::NAN], &[1.0]));
}

const PI: f64 = std::f64::consts::PI;

#[test]
fn kernels_give_the_same_outcomes() {
    let sheet = find_cost("himmelblau").expect("a cost of the catalogue");
    let cost: Rc<dyn Cost> = Rc::new(sheet.cost());
    let with = |has_kernels: bool| {
        let ways = [0, 1].map(|rule| {
            let plan = plan(rule, 0.015, 600);
            let kernel = || Rc::new(Interpreted::new(&*cost, &plan, 0)) as Rc<dyn Kernel>;
            (plan, has_kernels.then(kernel))
        });
        let square = window([-5.0, 5.0], [-5.0, 5.0]);
        let mut comparison = Comparison::new(Rc::clone(&cost), ways, whole_plane(), square, 17);
        while comparison.work(300) {}
        comparison
    };
    let (alone, together) = (with(false), with(true));
    for place in 0..17 * 17 {
        let outcome = |found: &Comparison| found.outcome_near(place % 17, place / 17);
        assert_eq!(outcome(&alone), outcome(&together), "at {place}");
    }
}
