//! What data sheets and the design promise, run.

use downhill::cost::{CATALOGUE, DATA_SETS, Ending};

use super::{open, run_to_end};

fn keeps_its_promise(query: &str, endings: &[Ending], minima: &[Vec<f64>]) {
    let mut session = open(query);
    run_to_end(&mut session);
    let readout = session.readout();
    assert_eq!(readout.runs.len(), endings.len(), "{query}");
    for (run, ending) in readout.runs.iter().zip(endings) {
        let stopped = run.stopped;
        match ending {
            Ending::Minimum(index) => {
                assert_eq!(stopped, Some("converged"), "{query}");
                for (found, known) in run.point.iter().zip(&minima[*index]) {
                    assert!(
                        (found - known).abs() < 1e-3 * (1.0 + known.abs()),
                        "{query}: {run:?}"
                    );
                }
            }
            Ending::Flat | Ending::Settled => assert_eq!(stopped, Some("converged"), "{query}"),
            Ending::StepLimit => assert_eq!(stopped, Some("step limit"), "{query}"),
            Ending::Diverged => assert_eq!(stopped, Some("diverged"), "{query}"),
        }
    }
}

#[test]
fn every_cost_of_the_catalogue_ends_as_its_sheet_promises() {
    for sheet in CATALOGUE {
        let minima: Vec<Vec<f64>> = sheet
            .minima
            .iter()
            .map(|minimum| minimum.at.to_vec())
            .collect();
        keeps_its_promise(&format!("cost={}", sheet.id), sheet.endings, &minima);
    }
}

#[test]
fn every_data_set_ends_as_its_sheet_promises() {
    for sheet in DATA_SETS {
        let query = format!("data={}", sheet.id);
        let session = open(&query);
        let regression = session.subject().regression.as_ref();
        let minimum = regression.map(|regression| regression.minimum().to_vec());
        keeps_its_promise(&query, sheet.endings, minimum.as_slice());
    }
}

#[test]
fn the_figure_opens_on_valleys_and_its_two_starts_end_in_different_minima() {
    let mut session = open("");
    assert_eq!(session.report().cost, "valleys");
    let starts = session.starts();
    assert_eq!(starts.len(), 2);
    let apart = [0, 1].map(|axis| starts[0][axis] - starts[1][axis]);
    assert!(downhill::descent::norm(&apart) < 0.2);
    run_to_end(&mut session);
    let readout = session.readout();
    let [one, two] = &readout.runs[..] else {
        panic!("two runs")
    };
    assert_eq!(
        (one.stopped, two.stopped),
        (Some("converged"), Some("converged"))
    );
    assert!(one.point[0] > 1.0 && two.point[0] < -1.0);
    assert!(one.cost < two.cost - 0.1);
    let caption = session.report().caption;
    assert!(
        caption.contains("Run 1 converged") && caption.contains("Run 2 converged"),
        "{caption}"
    );
}

#[test]
fn the_six_houses_reach_exact_least_squares_by_both_rules() {
    for (rule, first_b) in [("simultaneous", 47.0), ("sequential", 20.9)] {
        let mut session = open(&format!(
            "cost=regression&data=houses&alpha=0.1&start=0,0&steps=100000&tolerance=1e-9&rule={rule}"
        ));
        session.advance(1);
        assert!((session.readout().runs[0].point[1] - first_b).abs() < 0.05);
        run_to_end(&mut session);
        let run = &session.readout().runs[0];
        assert_eq!(run.stopped, Some("converged"));
        // Normal equations of the six rows, solved by hand in fractions.
        assert_eq!(
            format!("{:.4} {:.4}", run.point[0], run.point[1]),
            "209.3629 2.4228"
        );
    }
}

#[test]
fn the_houses_need_1763_steps_at_alpha_one_tenth() {
    let mut session = open("data=houses&alpha=0.1&start=0,0&steps=100000&tolerance=1e-6");
    run_to_end(&mut session);
    assert_eq!(session.iteration(), 1763);
}

#[test]
fn the_saddle_from_its_centre_says_flat_but_a_saddle() {
    let mut session = open("cost=saddle&start=0,0");
    run_to_end(&mut session);
    assert!(session.report().verdict.contains("a saddle, not a minimum"));
}
