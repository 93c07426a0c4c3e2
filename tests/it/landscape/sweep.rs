use std::rc::Rc;

use downhill::cost::{Cost, Regression, Table, find_cost, find_data};
use downhill::descent::{Ending, Limits, Plan, RULES, Run, StopReason};
use downhill::formula::Formula;
use downhill::landscape::{Pace, Sweep, WalkKernel, curvatures, four_rates, rates_around};

use crate::compile::Interpreted;

fn plan(steps: u32) -> Plan {
    Plan {
        rule: &RULES[0],
        alpha: f64::NAN,
        batch: None,
        limits: Limits {
            steps,
            tolerance: 1e-6,
            reach: 1e7,
        },
    }
}

fn swept(cost: impl Cost + 'static, steps: u32, start: &[f64], alphas: &[f64]) -> Vec<Pace> {
    let starts = vec![start.to_vec()];
    let mut sweep = Sweep::new(Rc::new(cost), None, plan(steps), starts, alphas.to_vec());
    while sweep.work(10_000) {}
    sweep.paces(0)
}

fn formula(text: &str) -> Formula {
    Formula::parse(text).expect("a formula")
}

fn houses() -> Regression {
    Regression::new(Table::built_in(find_data("houses").expect("a data set")))
}

fn edge(cost: &dyn Cost, at: &[f64]) -> f64 {
    2.0 / curvatures(cost, at).last().expect("an eigenvalue")
}

#[test]
fn steps_are_those_of_the_closed_form() {
    // On ½(3x² + y²) each partial derivative shrinks by 1 − αλ a step.
    let alphas = [0.01, 0.1, 0.3, 0.5, 0.55, 0.64, 0.66];
    for pace in swept(formula("1.5x^2 + 0.5y^2"), 100_000, &[2.0, -3.0], &alphas) {
        let slope = |steps: u32| {
            let [x, y] = [(3.0, 6.0), (1.0, -3.0)].map(|(curvature, slope): (f64, f64)| {
                slope * libm::pow(1.0 - pace.alpha * curvature, f64::from(steps))
            });
            libm::hypot(x, y)
        };
        let steps = pace.steps().expect("below the edge 2/3");
        assert!(slope(steps) < 1.000_001e-6, "α {}", pace.alpha);
        assert!(slope(steps - 1) > 0.999_999e-6, "α {}", pace.alpha);
    }
}

#[test]
fn on_a_quadratic_the_best_alpha_is_2_over_the_sum_of_the_curvatures() {
    // Polyak (1987), Introduction to Optimization, section 1.4: 2/(λmin + λmax) shrinks
    // the slope fastest. Here 2/(1 + 3) = 0.5, and the edge is 2/3.
    let alphas: Vec<f64> = (1..=70).map(|index| f64::from(index) / 100.0).collect();
    let paces = swept(formula("1.5x^2 + 0.5y^2"), 10_000, &[2.0, -3.0], &alphas);
    let best = paces.iter().filter(|pace| pace.steps().is_some());
    let best = best.min_by_key(|pace| pace.steps()).expect("one settles");
    // How far the start lies along each axis shifts it a little.
    assert!((best.alpha - 0.5).abs() < 0.03, "{}", best.alpha);
    for pace in paces {
        assert_eq!(
            pace.steps().is_some(),
            pace.alpha < 2.0 / 3.0,
            "{}",
            pace.alpha
        );
        assert_eq!(pace.diverges(), pace.alpha > 2.0 / 3.0, "{}", pace.alpha);
    }
}

#[test]
fn past_the_edge_a_walk_may_bounce_for_ever() {
    let valleys = find_cost("valleys").expect("a cost of the catalogue");
    let [deep, shallow] = [0, 1].map(|index| edge(&valleys.cost(), valleys.minima[index].at));
    assert!((deep - 0.46).abs() < 0.005, "{deep}");
    assert!((shallow - 0.61).abs() < 0.005, "{shallow}");
    let ends =
        |run: usize, alpha: f64| swept(valleys.cost(), 100_000, valleys.starts[run], &[alpha])[0];
    for (run, edge) in [(0, deep), (1, shallow)] {
        assert!(ends(run, 0.998 * edge).steps().is_some(), "run {run}");
        let beyond = ends(run, 1.01 * edge);
        assert!(beyond.steps().is_none() && !beyond.diverges(), "run {run}");
    }
    let [bounces, settles] = [0, 1].map(|run| ends(run, 0.5));
    assert!(bounces.steps().is_none() && !bounces.diverges());
    assert!(settles.steps().is_some());
}

#[test]
fn past_the_edge_a_line_through_houses_diverges() {
    let cost = houses();
    let edge = edge(&cost, cost.minimum());
    assert!((edge - 0.3089).abs() < 5e-5, "{edge}");
    assert!((edge - 2.0 / cost.largest_curvature()).abs() < 1e-9);
    let alphas = [0.999 * edge, 1.001 * edge, 0.1];
    let paces = swept(cost, 1_000_000, &[0.0, 0.0], &alphas);
    assert!(paces[0].steps().is_some());
    assert!(paces[1].diverges());
    assert_eq!(paces[2].steps(), Some(1763));
}

#[test]
fn slices_of_any_size_and_a_kernel_give_the_same_curve() {
    let valleys = find_cost("valleys").expect("a cost of the catalogue");
    let alphas = rates_around([0.005, 15.0], &[0.46, 0.61]);
    let starts: Vec<Vec<f64>> = valleys.starts.iter().map(|start| start.to_vec()).collect();
    let kernel = Interpreted::walks(&valleys.cost(), &plan(1000));
    let sweep = |kernel| {
        let cost = Rc::new(valleys.cost());
        Sweep::new(cost, kernel, plan(1000), starts.clone(), alphas.clone())
    };
    let mut together = sweep(Some(Rc::new(kernel) as Rc<dyn WalkKernel>));
    let (mut fine, mut whole) = (sweep(None), sweep(None));
    while fine.work(13) {}
    while whole.work(u32::MAX) {}
    while together.work(50) {}
    for (start, at) in starts.iter().enumerate() {
        assert_eq!(fine.paces(start), whole.paces(start));
        assert_eq!(together.paces(start), whole.paces(start));
        for pace in fine.paces(start) {
            let plan = Plan {
                alpha: pace.alpha,
                ..plan(1000)
            };
            let mut run = Run::new(Rc::new(valleys.cost()), plan, at);
            run.advance_to(u32::MAX);
            assert_eq!(run.ending(), Some(pace.ending), "α {}", pace.alpha);
        }
    }
}

#[test]
fn rates_ascend_within_their_range_and_crowd_at_the_edges() {
    let rates = rates_around([0.001, 10.0], &[0.3089, 2.0]);
    assert!(rates.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(rates.iter().all(|rate| (0.001..=10.0).contains(rate)));
    let near = |edge: f64| {
        rates
            .iter()
            .filter(|rate| (*rate / edge - 1.0).abs() < 0.04)
            .count()
    };
    assert!(near(0.3089) >= 6 && near(2.0) >= 6 && near(0.05) <= 2);
    assert!(rates_around([f64::NAN, 1.0], &[]).is_empty());
}

/// What the four learning rates found from a start do.
fn four(cost: impl Cost + 'static, steps: u32, start: &[f64], edges: &[f64]) -> [Option<Pace>; 4] {
    let alphas = rates_around([edges[0] / 300.0, 30.0 * edges[edges.len() - 1]], edges);
    four_rates(&swept(cost, steps, start, &alphas))
}

#[test]
fn the_four_rates_of_houses_are_what_they_are_called() {
    let [small, right, large, divergent] = four(houses(), 5000, &[0.0, 0.0], &[0.3089]);
    let (small, right) = (small.expect("one"), right.expect("one"));
    let fewest = right.steps().expect("it settles");
    assert!(small.steps().is_none_or(|steps| steps >= 10 * fewest));
    // The best α is 2/(λmin + λmax), just below the edge where the curvatures differ much.
    assert!(
        0.9 * 0.3089 < right.alpha && right.alpha < 0.3089,
        "{}",
        right.alpha
    );
    let large = large.expect("one");
    assert!(large.alpha > right.alpha && !large.diverges());
    assert!(large.steps().is_none_or(|steps| steps >= 2 * fewest));
    assert!(divergent.expect("one").diverges());
}

#[test]
fn a_rate_that_does_not_exist_is_not_found() {
    // Far away a plateau is flat: no α diverges there.
    let plateau = find_cost("plateau").expect("a cost of the catalogue");
    let found = four(plateau.cost(), 1000, &[1.0, 0.5], &[1.0]);
    assert!(found[0].is_some() && found[1].is_some());
    assert_eq!(found[3], None);
    // A slope without end has no right α; nothing tried is no finding.
    let alphas = rates_around([0.01, 10.0], &[]);
    let paces = swept(formula("x + y"), 100, &[0.0, 0.0], &alphas);
    assert_eq!(four_rates(&paces), [None; 4]);
    assert_eq!(four_rates(&[]), [None; 4]);
}

#[test]
fn the_right_rate_is_sought_below_the_first_that_does_not_settle() {
    let pace = |alpha, steps: Option<u32>| Pace {
        alpha,
        ending: Ending {
            iteration: steps.unwrap_or(1000),
            reason: match steps {
                Some(_) => StopReason::Converged {
                    gradient_norm: 0.0,
                    tolerance: 1.0,
                },
                None => StopReason::StepLimit { steps: 1000 },
            },
        },
    };
    // At α 4 a lucky jump is faster than all before.
    let paces = [
        pace(0.1, Some(500)),
        pace(1.0, Some(40)),
        pace(2.0, None),
        pace(4.0, Some(3)),
    ];
    let found = four_rates(&paces).map(|pace| pace.map(|pace| pace.alpha));
    assert_eq!(found, [Some(0.1), Some(1.0), Some(2.0), None]);
}

#[test]
fn in_sequence_a_line_through_houses_settles_up_to_about_0_53() {
    // With the errors w and b, w' = w − α(q w + m b) and b' = b − α(m w' + b), where q is the
    // mean of x² and m that of x. The matrix of this step has the determinant (1 − αq)(1 − α)
    // and the trace 2 − α(q + 1) + α²m², so an eigenvalue reaches −1 where
    // 4 − 2α(q + 1) + α²(q + m²) = 0.
    let (q, m): (f64, f64) = (33.38 / 6.0, 13.4 / 6.0);
    let (half, square) = (q + 1.0, q + m * m);
    let edge = (half - (half * half - 4.0 * square).sqrt()) / square;
    assert!((edge - 0.5335).abs() < 5e-5, "{edge}");
    let plan = Plan {
        rule: &RULES[1],
        ..plan(100_000)
    };
    let (starts, alphas) = (vec![vec![0.0, 0.0]], vec![0.995 * edge, 1.005 * edge]);
    let mut sweep = Sweep::new(Rc::new(houses()), None, plan, starts, alphas);
    while sweep.work(100_000) {}
    let paces = sweep.paces(0);
    assert!(paces[0].steps().is_some());
    assert!(paces[1].diverges());
}
