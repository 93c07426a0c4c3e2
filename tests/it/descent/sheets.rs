//! Every cost and data set at its defaults ends as its sheet promises.

use std::rc::Rc;

use downhill::cost::{CATALOGUE, Cost, DATA_SETS, Ending};
use downhill::descent::{Limits, Plan, RULES, Run};
use downhill::formula::Formula;
use downhill::landscape::{Ground, ground};

use crate::cost::helper::data_cost;

/// What a sheet says about its runs.
struct Defaults {
    alpha: f64,
    steps: u32,
    tolerance: f64,
    window: [f64; 4],
}

impl Defaults {
    /// A run by the first rule to its end, with the reach of its window.
    fn run(&self, cost: Rc<dyn Cost>, start: &[f64]) -> Run {
        let [left, right, bottom, top] = self.window;
        let [width, height] = [right - left, top - bottom];
        let limits = Limits {
            steps: self.steps,
            tolerance: self.tolerance,
            reach: 1e6 * if width > height { width } else { height },
        };
        let plan = Plan {
            rule: &RULES[0],
            batch: None,
            alpha: self.alpha,
            limits,
        };
        let mut run = Run::new(cost, plan, start);
        run.advance_to(u32::MAX);
        run
    }
}

#[test]
fn costs_of_the_catalogue_end_as_promised() {
    for sheet in CATALOGUE {
        let defaults = Defaults {
            alpha: sheet.alpha,
            steps: sheet.steps,
            tolerance: sheet.tolerance,
            window: sheet.window,
        };
        let formula = Rc::new(Formula::parse(sheet.formula).expect("a formula of the catalogue"));
        assert_eq!(sheet.starts.len(), sheet.endings.len());
        for (start, promised) in sheet.starts.iter().zip(sheet.endings) {
            let run = defaults.run(formula.clone(), start);
            let last = run.point(run.computed());
            let text = run.ending().map(|ending| ending.reason.text());
            let context = format!(
                "{} from {start:?}: {:?} at {last:?}",
                sheet.id,
                run.ending()
            );
            match promised {
                Ending::Minimum(index) => {
                    assert_eq!(text, Some("converged"), "{context}");
                    let minimum = sheet.minima[*index].at;
                    let away = last.iter().zip(minimum).all(|(a, b)| (a - b).abs() < 0.01);
                    assert!(away, "{context}");
                    assert_eq!(ground(run.cost(), &last), Ground::Minimum, "{context}");
                }
                Ending::Flat | Ending::Settled => {
                    assert_eq!(text, Some("converged"), "{context}");
                    assert_ne!(ground(run.cost(), &last), Ground::Minimum, "{context}");
                }
                Ending::StepLimit => assert_eq!(text, Some("step limit"), "{context}"),
                Ending::Diverged => assert_eq!(text, Some("diverged"), "{context}"),
            }
        }
    }
}

#[test]
fn data_sets_end_as_their_sheets_promise() {
    for sheet in DATA_SETS {
        let defaults = Defaults {
            alpha: sheet.alpha,
            steps: sheet.steps,
            tolerance: sheet.tolerance,
            window: sheet.window,
        };
        let cost = data_cost(sheet);
        for (start, promised) in sheet.starts.iter().zip(sheet.endings) {
            let run = defaults.run(cost.clone(), start);
            let context = format!("{} from {start:?}: {:?}", sheet.id, run.ending());
            let text = run.ending().map(|ending| ending.reason.text());
            let expected = match promised {
                Ending::Minimum(_) | Ending::Flat | Ending::Settled => "converged",
                Ending::StepLimit => "step limit",
                Ending::Diverged => "diverged",
            };
            assert_eq!(text, Some(expected), "{context}");
            if matches!(promised, Ending::Minimum(_)) {
                assert_eq!(
                    ground(run.cost(), &run.point(run.computed())),
                    Ground::Minimum,
                    "{context}"
                );
            }
        }
    }
}
