//! Basins of attraction, against what is known of them without walking.

use std::rc::Rc;

use downhill::cost::{CATALOGUE, Cost};
use downhill::descent::{Limits, Plan, RULES, Run};
use downhill::formula::Formula;
use downhill::landscape::{BasinCell, Basins, Fate, Plane, Rest, Valleys, WalkKernel, Window};

use super::{plan, whole_plane, window};
use crate::compile::Interpreted;

/// All basins on [−2, 2]², with nothing known beforehand.
fn basins(text: &str, plan: Plan, cells: [usize; 2]) -> Basins {
    let cost: Rc<dyn Cost> = Rc::new(Formula::parse(text).expect("a formula"));
    let square = window([-2.0, 2.0], [-2.0, 2.0]);
    let mut basins = Basins::new(
        cost,
        None,
        plan,
        whole_plane(),
        square,
        cells,
        Valleys::default(),
    );
    while basins.work(10_000) {}
    basins
}

fn valleys(basins: &Basins) -> usize {
    basins.count(|fate| matches!(fate, Fate::Rest(Rest::Valley(_))))
}

#[test]
fn two_equal_troughs_share_the_plane_at_the_ridge_between_them() {
    // A step moves w by α·4w(w² − 1), which for α = 0.05 never crosses w = 0 on [−2, 2].
    let basins = basins("(w^2 - 1)^2 + b^2", plan(0, 0.05, 1000), [40, 30]);
    assert_eq!(basins.valleys().len(), 2);
    for row in 0..30 {
        for column in 0..40 {
            let cell = basins.cell_near(column, row).expect("a known cell");
            let Fate::Rest(Rest::Valley(number)) = cell.fate else {
                panic!("{column}, {row}: {cell:?}");
            };
            let right = column >= 20;
            assert_eq!(basins.valleys()[number].at[0] > 0.0, right, "{column}");
        }
    }
    let share = |number| basins.count(|fate| fate == Fate::Rest(Rest::Valley(number)));
    assert_eq!([share(0), share(1)], [600, 600]);
}

#[test]
fn in_a_bowl_the_number_of_steps_is_that_of_theory() {
    // On w² + b² a step shrinks the slope by 1 − 2α: it ends with the first k for which
    // 2‖start‖·(1 − 2α)^k ≤ tolerance.
    let basins = basins("w^2 + b^2", plan(0, 0.1, 1000), [16, 16]);
    for row in 0..16 {
        for column in 0..16 {
            let [w, b] = [column, row].map(|index| -2.0 + (index as f64 + 0.5) / 4.0);
            let slope = 2.0 * (w * w + b * b).sqrt();
            let steps = libm::ceil(libm::log(1e-6 / slope) / libm::log(0.8));
            let cell = basins.cell_near(column, row).expect("a known cell");
            assert_eq!(
                (cell.fate, f64::from(cell.steps)),
                (Fate::Rest(Rest::Valley(0)), steps)
            );
        }
    }
    let [fewest, most] = basins.steps_range().expect("walks that settle");
    assert!(fewest < most);
}

#[test]
fn past_the_edge_all_walks_diverge_and_at_the_limit_none_has_settled() {
    let all = 12 * 12;
    let past = basins("w^2 + b^2", plan(0, 1.1, 1000), [12, 12]);
    assert_eq!(past.count(|fate| fate == Fate::Diverged), all);
    assert_eq!((past.valleys().len(), past.steps_range()), (0, None));
    let slow = basins("w^2 + b^2", plan(0, 0.001, 10), [12, 12]);
    assert_eq!(slow.count(|fate| fate == Fate::Limit), all);
    let half = basins("ln(w) - w + b^2", plan(0, 0.01, 10), [12, 12]);
    assert_eq!(half.count(|fate| fate == Fate::NoGround), all / 2);
}

#[test]
fn every_cell_is_what_a_run_from_its_middle_comes_to() {
    for sheet in CATALOGUE
        .iter()
        .filter(|sheet| sheet.cost().parameters().len() >= 2)
    {
        for rule in [0, 1] {
            let cost: Rc<dyn Cost> = Rc::new(sheet.cost());
            let plan = Plan {
                rule: &RULES[rule],
                alpha: sheet.alpha,
                batch: None,
                limits: Limits {
                    steps: 300,
                    tolerance: sheet.tolerance,
                    reach: 1e7,
                },
            };
            let plane = Plane {
                axes: [1, 0],
                through: sheet.starts[0].to_vec(),
            };
            let [left, right, low, high] = sheet.window;
            let home = Window::new([left, right], [low, high]).expect("a window");
            let known = Valleys::known(&*cost, sheet.minima.iter().map(|minimum| minimum.at));
            let cells = [5, 4];
            let mut basins =
                Basins::new(cost.clone(), None, plan, plane.clone(), home, cells, known);
            while basins.work(100) {}
            for place in 0..20 {
                let part = |index: usize, count: usize| (index as f64 + 0.5) / count as f64;
                let along = |[low, high]: [f64; 2], part: f64| low * (1.0 - part) + high * part;
                let [column, row] = [place % 5, place / 5];
                let start = plane.point([
                    along(home.x(), part(column, 5)),
                    along(home.y(), part(row, 4)),
                ]);
                let mut run = Run::new(cost.clone(), plan, &start);
                run.advance_to(u32::MAX);
                let cell = basins.cell_near(column, row).expect("a known cell");
                assert_eq!(
                    Some(cell.steps),
                    run.ending().map(|e| e.iteration),
                    "{}",
                    sheet.id
                );
                let Fate::Rest(Rest::Valley(number)) = cell.fate else {
                    continue;
                };
                let end = run.point(u32::MAX);
                let bottom = &basins.valleys()[number].at;
                let apart = end.iter().zip(bottom).map(|(a, b)| (a - b).abs());
                assert!(
                    apart.into_iter().all(|distance| distance < 0.05),
                    "{} {end:?} {bottom:?}",
                    sheet.id
                );
            }
        }
    }
}

#[test]
fn the_work_may_be_cut_anywhere_and_goes_from_coarse_to_fine() {
    let all = basins("(w^2 - 1)^2 + b^2", plan(0, 0.05, 1000), [37, 23]);
    let cost: Rc<dyn Cost> = Rc::new(Formula::parse("(w^2 - 1)^2 + b^2").expect("a formula"));
    let square = window([-2.0, 2.0], [-2.0, 2.0]);
    let plan = plan(0, 0.05, 1000);
    let mut cut = Basins::new(
        cost,
        None,
        plan,
        whole_plane(),
        square,
        [37, 23],
        Valleys::default(),
    );
    let mut fineness = Vec::new();
    assert_eq!(cut.cell_near(36, 22), None);
    while cut.work(7) {
        fineness.extend(cut.fineness());
    }
    fineness.dedup();
    assert_eq!(fineness, [16, 8, 4, 2, 1]);
    assert_eq!(cut.fineness(), Some(1));
    for place in 0..37 * 23 {
        let cell = |basins: &Basins| basins.cell_near(place % 37, place / 37);
        assert_eq!(cell(&cut), cell(&all));
    }
    assert_eq!(cut.progress(), [37 * 23; 2]);
    // The middle column stands on the ridge and slides along it to the saddle.
    let on_saddle = cut.count(|fate| fate == Fate::Rest(Rest::Pass));
    assert_eq!([valleys(&cut), on_saddle], [36 * 23, 23]);
}

#[test]
fn edges_are_sharp_before_every_start_is_walked_from() {
    let formula = Formula::parse("(w^2+b-11)^2 + (w+b^2-7)^2").expect("a formula");
    let sides = [160, 128];
    let square = window([-5.0, 5.0], [-5.0, 5.0]);
    for (alpha, most_wrong) in [(0.003, 0), (0.01, 0), (0.014, 300)] {
        let plan = plan(0, alpha, 1000);
        let mut basins = Basins::new(
            Rc::new(formula.clone()),
            Some(Rc::new(Interpreted::walks(&formula, &plan))),
            plan,
            whole_plane(),
            square,
            sides,
            Valleys::default(),
        );
        let all = |basins: &Basins| -> Vec<BasinCell> {
            let rows = (0..sides[1]).flat_map(|row| (0..sides[0]).map(move |column| [column, row]));
            let cells = rows.map(|[column, row]| basins.cell_near(column, row));
            cells.collect::<Option<_>>().expect("known near by")
        };
        while basins.fineness() != Some(1) {
            assert!(basins.work(100), "α {alpha}: sharp before complete");
        }
        let sharp = all(&basins);
        let [known, count] = basins.progress();
        assert!(10 * known < count, "α {alpha}: {known} of {count}");
        // Shares are told of starts that lie evenly: every eighth along each side.
        assert_eq!(basins.counted(), count / 64);
        assert_eq!(basins.count(|_| true), count / 64);
        while basins.work(10_000) {}
        assert_eq!((basins.counted(), basins.is_complete()), (count, true));
        let pairs = || sharp.iter().zip(all(&basins));
        let wrong = pairs().filter(|(then, now)| then.fate != now.fate).count();
        let steps_off = pairs().filter(|(then, now)| {
            f64::from(now.steps.abs_diff(then.steps)) > 0.1 * f64::from(now.steps) + 1.0
        });
        // Where walks overshoot, basins have islands that no coarser start lies on, many on so small a map.
        assert!(wrong <= most_wrong, "α {alpha}: {wrong}");
        assert!(steps_off.count() < count / 20, "α {alpha}");
    }
}

#[test]
fn a_map_without_cells_has_one() {
    let basins = basins("w^2 + b^2", plan(0, 0.1, 1000), [0, 0]);
    assert_eq!((basins.sides(), basins.progress()), ([1, 1], [1, 1]));
}

/// That a kernel changes nothing but the time it takes.
#[test]
fn walking_together_gives_the_same_map() {
    for (text, rule, alpha, steps) in [
        ("(w^2+b-11)^2 + (w+b^2-7)^2", 0, 0.01, 500),
        ("(w^2+b-11)^2 + (w+b^2-7)^2", 1, 0.0155, 203),
        ("w^4 - 2w^2 + b^2 + 0.3w", 0, 0.3, 100),
        ("ln(w + 1) + b^2", 0, 0.1, 100),
        ("w^2 + b^2", 0, 1.0, 100_000),
    ] {
        let formula = Formula::parse(text).expect("a formula");
        let plan = plan(rule, alpha, steps);
        let map = |kernel: Option<Rc<dyn WalkKernel>>| {
            let square = window([-5.0, 5.0], [-5.0, 5.0]);
            let cost = Rc::new(formula.clone());
            let none = Valleys::default();
            let mut basins = Basins::new(cost, kernel, plan, whole_plane(), square, [37, 23], none);
            while basins.work(2_000) {}
            basins
        };
        let alone = map(None);
        let together = map(Some(Rc::new(Interpreted::walks(&formula, &plan))));
        assert_eq!(alone.valleys().len(), together.valleys().len(), "{text}");
        let place = |basins: &Basins, cell: BasinCell| match cell.fate {
            Fate::Rest(Rest::Valley(number)) => Some(basins.valleys()[number].at[0].round() as i32),
            _ => None,
        };
        for place_on_map in 0..37 * 23 {
            let cell = |basins: &Basins| {
                let cell = basins.cell_near(place_on_map % 37, place_on_map / 37);
                let cell = cell.expect("a known cell");
                let kind = match cell.fate {
                    Fate::Rest(Rest::Valley(_)) => None,
                    other => Some(other),
                };
                (cell.steps, kind, place(basins, cell))
            };
            assert_eq!(cell(&alone), cell(&together), "{text} at {place_on_map}");
        }
    }
}
