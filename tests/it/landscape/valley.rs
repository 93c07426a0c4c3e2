//! Valleys as walkers find them, against the minima of the data sheets.

use std::rc::Rc;

use downhill::cost::{Cost, find_cost};
use downhill::descent::{Crowd, Limits, Plan, StopReason, find_rule};
use downhill::landscape::{Rest, Valleys};

/// Where a grid of walkers over a square ends, of those that find flat ground.
fn ends(cost: &Rc<dyn Cost>, alpha: f64, tolerance: f64, half: f64) -> Vec<Vec<f64>> {
    let plan = Plan {
        rule: find_rule("simultaneous").expect("a rule"),
        alpha,
        batch: None,
        limits: Limits {
            steps: 5000,
            tolerance,
            reach: 1e7,
        },
    };
    let place = |index: u32| half * (f64::from(index) / 8.5 - 1.0);
    let starts: Vec<Vec<f64>> = (0..18 * 18)
        .map(|index| vec![place(index / 18), place(index % 18)])
        .collect();
    let mut crowd = Crowd::new(Rc::clone(cost), plan, &starts);
    crowd.advance_to(u32::MAX);
    let flat = (0..crowd.len()).filter(|&walker| {
        let reason = crowd.ending(walker).map(|ending| ending.reason);
        matches!(reason, Some(StopReason::Converged { .. }))
    });
    flat.map(|walker| crowd.point(walker).to_vec()).collect()
}

#[test]
fn the_valleys_found_are_the_minima_of_the_sheet() {
    for (id, alpha, half) in [
        ("valleys", 0.08, 2.0),
        ("himmelblau", 0.01, 4.0),
        ("camel", 0.04, 1.2),
        ("rastrigin", 0.001, 1.4),
    ] {
        let sheet = find_cost(id).expect("in the catalogue");
        let cost: Rc<dyn Cost> = Rc::new(sheet.cost());
        // A coarse tolerance stops walkers all around a minimum; it is still one.
        for tolerance in [1e-6, 1e-2] {
            let mut valleys = Valleys::default();
            let ends = ends(&cost, alpha, tolerance, half);
            let in_valleys = ends
                .iter()
                .filter(|end| matches!(valleys.take(&*cost, end), Rest::Valley(_)))
                .count();
            assert!(in_valleys > 200, "{id} {tolerance}: {in_valleys}");
            for valley in valleys.found() {
                let near = sheet.minima.iter().filter(|minimum| {
                    let gap = |axis: usize| (minimum.at[axis] - valley.at[axis]).abs();
                    gap(0) < 0.05 && gap(1) < 0.05
                });
                assert_eq!(near.count(), 1, "{id} {tolerance}: {valley:?}");
            }
            let mut depths: Vec<_> = valleys.found().iter().map(|valley| &valley.at).collect();
            depths.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
            for pair in depths.windows(2) {
                let gap = (pair[0][0] - pair[1][0]).abs() + (pair[0][1] - pair[1][1]).abs();
                assert!(
                    gap > 0.1,
                    "{id} {tolerance}: one valley counted twice: {pair:?}"
                );
            }
        }
    }
}

#[test]
fn flat_ground_that_is_no_minimum_is_no_valley() {
    let cost = |text: &str| downhill::formula::Formula::parse(text).expect("a formula");
    let mut valleys = Valleys::default();
    assert_eq!(valleys.take(&cost("w^2-b^2"), &[0.0, 0.0]), Rest::Pass);
    assert_eq!(valleys.take(&cost("-w^2-b^2"), &[0.0, 0.0]), Rest::Pass);
    assert_eq!(
        valleys.take(&cost("w^4+b^4"), &[0.0, 0.0]),
        Rest::NearlyFlat
    );
    assert_eq!(valleys.take(&cost("w^2+0b"), &[0.0, 3.0]), Rest::NearlyFlat);
    assert!(valleys.found().is_empty());
    assert_eq!(
        valleys.take(&cost("w^2+b^2"), &[1e-7, 0.0]),
        Rest::Valley(0)
    );
    assert_eq!(
        valleys.take(&cost("w^2+b^2"), &[0.0, -1e-9]),
        Rest::Valley(0)
    );
    assert_eq!(valleys.found()[0].at, [0.0, -1e-9]);
}
