use std::rc::Rc;

use downhill::cost::{CATALOGUE, Cost, DATA_SETS};
use downhill::descent::{Plan, Run};
use downhill::formula::Formula;

use super::{Interpreted, plan};
use crate::cost::helper::data_cost;

/// That a run with a guide keeps and finds what one without it does, bit for bit.
fn agrees(cost: Rc<dyn Cost>, plan: Plan, start: &[f64], name: &str) {
    let guide = Interpreted::walks(&*cost, &plan);
    let [mut alone, mut guided] = [(); 2].map(|()| Run::new(Rc::clone(&cost), plan, start));
    for iteration in [1, 2, 70, 700, u32::MAX] {
        let what = format!("{name} from {start:?}, {} to {iteration}", plan.rule.id);
        assert_eq!(
            alone.advance_to(iteration),
            guided.follow_to(iteration, &guide),
            "{what}"
        );
        let found = |run: &Run| {
            let histories = [run.costs(), run.slopes(), run.lengths()];
            let buckets = histories.map(|history| format!("{:?}", history.buckets()));
            let ending = format!("{:?}", run.ending());
            (
                buckets,
                ending,
                run.point(iteration / 2),
                run.point(iteration),
            )
        };
        assert_eq!(found(&alone), found(&guided), "{what}");
    }
}

#[test]
fn guided_runs_are_the_same() {
    for sheet in CATALOGUE {
        for rule in [0, 1] {
            let plan = plan(rule, sheet.alpha, 1000);
            agrees(Rc::new(sheet.cost()), plan, sheet.starts[0], sheet.id);
        }
    }
    for sheet in DATA_SETS {
        let cost = data_cost(sheet);
        if cost.program().is_none() {
            continue;
        }
        agrees(cost, plan(0, sheet.alpha, 1000), sheet.starts[0], sheet.id);
    }
}

#[test]
fn guided_runs_diverge_and_stop_at_gaps_as_others_do() {
    for text in [
        "x^4 + y^2",
        "ln(x) + y^2",
        "1/x + exp(y)",
        "x + y",
        "|x| + y",
    ] {
        for (rule, alpha) in [(0, 0.05), (1, 0.05), (0, 3.0), (1, 1e200)] {
            let cost = Rc::new(Formula::parse(text).unwrap());
            agrees(cost, plan(rule, alpha, 900), &[0.7, -0.4], text);
        }
    }
}
