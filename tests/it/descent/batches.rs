use std::rc::Rc;

use downhill::cost::{Activation, Batch, Cost, Fit, Loss, Model, Regression, Table, find_data};
use downhill::descent::{Crowd, Plan, RULES, Scout, StopReason};

use super::{finished, last_point, plan};

fn houses() -> Rc<Table> {
    let sheet = find_data("houses").expect("a data set");
    Rc::new(Table::built_in(sheet).standardised())
}

fn network() -> Fit {
    let table = Table::built_in(find_data("xor").expect("a data set"));
    let model = Model::Network {
        hidden: 2,
        activation: Activation::Tanh,
    };
    Fit::new(model, Loss::Squared, table).expect("two features")
}

fn by_lot(rule: &str, alpha: f64, steps: u32, size: usize) -> Plan {
    let batch = Some(Batch { size, seed: 7 });
    Plan {
        batch,
        ..plan(rule, alpha, steps, 1e-9)
    }
}

fn gradient(cost: &dyn Cost, at: &[f64]) -> Vec<f64> {
    let mut gradient = vec![0.0; at.len()];
    cost.gradient(at, &mut gradient);
    gradient
}

fn close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && (a.iter().zip(b)).all(|(a, b)| (a - b).abs() <= 1e-9 * (1.0 + b.abs()))
}

/// What a batch costs is what its rows alone cost, by moments and row by row.
#[test]
fn a_batch_costs_what_a_table_of_its_rows_does() {
    let table = houses();
    let moments = Regression::new(Rc::clone(&table));
    let fit = Fit::new(Model::Line, Loss::Squared, Rc::clone(&table)).expect("one feature");
    let at = [13.0, -2.5];
    for size in 1..table.row_count() {
        for iteration in 0..40 {
            let batch = Batch { size, seed: 3 };
            let rows = batch.rows(iteration, table.row_count());
            let values = rows.iter().flat_map(|row| table.row(*row).to_vec());
            let alone = Table::new(table.columns().to_vec(), values.collect()).expect("rows");
            let alone = Fit::new(Model::Line, Loss::Squared, alone).expect("one feature");
            for cost in [&moments as &dyn Cost, &fit, &*moments.cost()] {
                let drawn = cost.on_batch(batch, iteration).expect("a batch");
                assert!(close(&gradient(&*drawn, &at), &gradient(&alone, &at)));
                assert!(close(&[drawn.value(&at)], &[alone.value(&at)]));
                for (index, partial) in gradient(&*drawn, &at).iter().enumerate() {
                    assert_eq!(drawn.partial(index, &at).to_bits(), partial.to_bits());
                }
            }
        }
    }
    let all = Batch { size: 6, seed: 3 };
    assert!(fit.on_batch(all, 0).is_none() && moments.on_batch(all, 0).is_none());
}

/// The mean over every pair of rows is the gradient itself.
#[test]
fn the_mean_over_all_batches_is_the_gradient() {
    let fit = network();
    let at: Vec<f64> = (0..9).map(|i| f64::from(i) * 0.3 - 1.0).collect();
    let mut pairs = std::collections::BTreeMap::new();
    for iteration in 0..200 {
        let batch = Batch { size: 2, seed: 1 };
        let slopes = gradient(&*fit.on_batch(batch, iteration).expect("a batch"), &at);
        pairs.insert(batch.rows(iteration, 4), slopes);
    }
    assert_eq!(pairs.len(), 6);
    let mut mean = vec![0.0; 9];
    for slopes in pairs.values() {
        mean.iter_mut().zip(slopes).for_each(|(m, s)| *m += s / 6.0);
    }
    assert!(close(&mean, &gradient(&fit, &at)));
}

/// One row, by hand: w := w − α·(w·x + b − y)·x, b := b − α·(w·x + b − y).
#[test]
fn a_step_is_the_step_of_the_rows_drawn() {
    let table = houses();
    let plan = by_lot("simultaneous", 0.1, 50, 1);
    let run = finished(Regression::new(Rc::clone(&table)), plan, &[1.0, 2.0]);
    let mut at = [1.0, 2.0];
    for iteration in 0..50 {
        assert!(close(&run.point(iteration), &at));
        let rows = plan.batch.expect("a batch").rows(iteration, 6);
        let (x, y) = (table.row(rows[0])[0], table.row(rows[0])[1]);
        let error = at[0] * x + at[1] - y;
        at = [at[0] - 0.1 * error * x, at[1] - 0.1 * error];
    }
}

/// A run gives any of its points again, and a crowd and a scout take the same way.
#[test]
fn everyone_takes_the_same_way() {
    let start = [0.4, -0.3, 0.2, 0.6, 0.1, -0.5, 0.7, 0.3, -0.2];
    for rule in RULES {
        let plan = by_lot(rule.id, 0.02, 6000, 2);
        let run = finished(network(), plan, &start);
        let mut way = Vec::new();
        run.visit(0, u32::MAX, |_, point| way.push(point.to_vec()));
        assert_eq!(way.len(), run.computed() as usize + 1);
        for iteration in [0, 1, 17, 4095, 4097, 5999] {
            assert_eq!(run.point(iteration), way[iteration as usize]);
        }
        let mut crowd = Crowd::new(Rc::new(network()), plan, &[start.to_vec()]);
        crowd.advance_to(5000);
        assert_eq!(crowd.points(4999), way[4999]);
        let (cost, mut scout) = (network(), Scout::new(&network(), plan, &start));
        scout.walk(&cost, u32::MAX);
        assert_eq!(scout.ending(), run.ending());
        assert_eq!(scout.point(), last_point(&run));
    }
}

/// A walk that stands still may be moved by other rows: no walk by lot goes round.
#[test]
fn a_walk_that_comes_back_is_not_taken_to_go_round() {
    // Each row alone has slope 0 at its own y, so a walk of α 1 is at one of them always.
    let table = Rc::new(Table::from_inline("0,1;0,2;0,3").expect("rows"));
    let cost = Regression::new(table);
    let plan = by_lot("simultaneous", 1.0, 300, 1);
    let run = finished(cost.clone(), plan, &[0.0, 1.0]);
    let mut scout = Scout::new(&cost, plan, &[0.0, 1.0]);
    scout.walk(&cost, u32::MAX);
    assert_eq!(scout.point(), last_point(&run));
    assert_eq!(scout.ending(), run.ending());
}

/// Data on a line have no noise at the minimum: single rows converge there. Others wander
/// about it, and by theory (Robbins and Monro) the less the smaller α is.
#[test]
fn single_rows_settle_without_noise_and_wander_less_with_a_smaller_alpha() {
    let line = Table::from_inline("-1,-1;0,1;1,3;2,5").expect("rows");
    let run = finished(
        Regression::new(line),
        by_lot("simultaneous", 0.2, 5000, 1),
        &[0.0, 0.0],
    );
    let converged = matches!(
        run.ending().expect("an end").reason,
        StopReason::Converged { .. }
    );
    assert!(converged && close(&last_point(&run), &[2.0, 1.0]));
    let excess = |alpha: f64| {
        let cost = Regression::new(houses());
        let least = cost.least_cost();
        let plan = by_lot("simultaneous", alpha, 40_000, 1);
        let run = finished(cost, plan, &[0.0, 0.0]);
        let mut total = 0.0;
        run.visit(20_000, 39_999, |_, point| {
            total += run.cost().value(point) - least;
        });
        total / 20_000.0
    };
    let [large, small, smallest] = [0.2, 0.02, 0.002].map(excess);
    assert!(
        large > 4.0 * small && small > 4.0 * smallest,
        "{large} {small} {smallest}"
    );
}
