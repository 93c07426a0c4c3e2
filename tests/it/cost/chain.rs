//! From rows to gradient.

use std::rc::Rc;

use downhill::cost::{Cost, DATA_SETS, Fit, Loss, Model, Regression, Table};

use super::helper::{Draws, data_cost, gradient, inline};

/// Three features, numbers of very different sizes, rows that fit exactly.
const INLINE: [&str; 4] = [
    "1,3;2,5;3,7",
    "1,2,3,4;2,1,0,5;0.5,0.25,8,-3",
    "1e6,1;1e6,2;2e6,3",
    "0,1",
];

fn line(table: Table) -> Fit {
    Fit::new(Model::Line, Loss::Squared, table).expect("it fits")
}

/// A name, the cost that is walked on, the same as a fit, and where to look.
type Case = (String, Rc<dyn Cost>, Fit, Vec<f64>);

fn all() -> Vec<Case> {
    let built_in = DATA_SETS.iter().map(|sheet| {
        let fit = Fit::new(sheet.model, sheet.loss, Table::built_in(sheet)).expect("it fits");
        (
            sheet.id.to_string(),
            data_cost(sheet),
            fit,
            sheet.starts[0].to_vec(),
        )
    });
    let own = INLINE.iter().map(|text| {
        let table = inline(text);
        let start = vec![0.0; table.columns().len()];
        let cost: Rc<dyn Cost> = Rc::new(Regression::new(table.clone()));
        (text.to_string(), cost, line(table), start)
    });
    built_in.chain(own).collect()
}

/// The gradient has no rows in it (moments), the shares have no moments.
#[test]
fn the_shares_of_all_rows_sum_to_the_gradient() {
    for (id, cost, fit, start) in all() {
        let mut draws = Draws(7);
        for _ in 0..20 {
            let at: Vec<f64> = start.iter().map(|x| x + draws.between(-2.0, 2.0)).collect();
            let chain = fit.chain(&at, None);
            let sums = chain.sums();
            for (index, slope) in gradient(&*cost, &at).into_iter().enumerate() {
                let size: f64 = chain.rows().map(|row| chain.shares(row)[index].abs()).sum();
                let apart = (sums[index] - slope).abs();
                assert!(apart <= 1e-12 * size, "{id}: {} and {slope}", sums[index]);
                // Where shares do not cancel, that is relative to the slope.
                if slope.abs() > 1e-3 * size {
                    assert!(apart <= 1e-9 * slope.abs(), "{id}: {apart} of {slope}");
                }
            }
        }
    }
}

#[test]
fn every_link_of_the_chain_is_as_written_by_hand() {
    let cost = line(inline("1,3;2,5;3,7"));
    // w = 1, b = 0: predictions 1, 2, 3; errors −2, −3, −4; shares error · x / 3.
    let chain = cost.chain(&[1.0, 0.0], None);
    assert_eq!(chain.count(), 3);
    let row = |row: usize| (chain.prediction(row), chain.error(row));
    assert_eq!(
        [row(0), row(1), row(2)],
        [(1.0, -2.0), (2.0, -3.0), (3.0, -4.0)]
    );
    assert_eq!(chain.shares(0), [-2.0 / 3.0, -2.0 / 3.0]);
    assert_eq!(chain.shares(2), [-4.0, -4.0 / 3.0]);
    assert_eq!(chain.sums(), [-20.0 / 3.0, -3.0]);
    assert_eq!(chain.rest(&[0, 2]), [-2.0, -1.0]);
    assert_eq!(chain.rest(&[2, 0, 1]), [0.0, 0.0]);
}

#[test]
fn the_largest_shares_are_found_and_stand_in_the_order_of_the_table() {
    let cost = line(inline("1,0;1,9;1,-2;1,5;1,0"));
    // At 0, 0 shares are −y/5 for both parameters.
    let chain = cost.chain(&[0.0, 0.0], None);
    assert_eq!(chain.largest(2), [1, 3]);
    assert_eq!(chain.largest(3), [1, 2, 3]);
    assert_eq!(chain.largest(99), [0, 1, 2, 3, 4]);
    assert!(chain.largest(0).is_empty());
    // A perfect fit has no shares at all.
    let perfect = line(inline("1,3;2,5;3,7")).chain(&[2.0, 1.0], None);
    assert_eq!(perfect.largest(2).len(), 2);
}

#[test]
fn what_is_shown_and_the_rest_make_the_whole() {
    for (id, _, cost, start) in all() {
        let chain = cost.chain(&start, None);
        let shown = chain.largest(12);
        let rest = chain.rest(&shown);
        for (index, rest) in rest.into_iter().enumerate() {
            let shares = |chosen: bool| -> Vec<f64> {
                chain
                    .rows()
                    .filter(|row| shown.contains(row) == chosen)
                    .map(|row| chain.shares(row)[index])
                    .collect()
            };
            let others: f64 = shares(false).iter().sum();
            let size: f64 = shares(true)
                .iter()
                .chain(&shares(false))
                .map(|s| s.abs())
                .sum();
            assert!((rest - others).abs() <= 1e-14 * size, "{id}");
        }
    }
}
