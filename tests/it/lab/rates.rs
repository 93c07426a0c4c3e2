//! What is said of learning rates, against the runs themselves.

use downhill::descent::{Plan, Run, StopReason};
use downhill::lab::Session;
use downhill::lab::instruments::Rates;

use super::{open, run_to_end};

fn known(session: &Session) -> Rates {
    let mut rates = Rates::default();
    while rates.work(session, 100_000) {}
    rates
}

/// The run from the selected start with another learning rate, at its end.
fn ended(session: &Session, alpha: f64) -> Run {
    let run = &session.runs()[session.selected()];
    let plan = Plan {
        alpha,
        ..*run.plan()
    };
    let mut run = Run::new(session.subject().cost.clone(), plan, run.start());
    run.advance_to(u32::MAX);
    run
}

/// Whether J rose at any step.
fn rises(run: &Run) -> bool {
    run.costs().rises() > 0
}

#[test]
fn the_four_labels_are_true_of_their_runs() {
    for query in [
        "cost=valleys",
        "cost=valleys&start=-0.04,0.05",
        "data=houses",
        "data=penguins",
        "cost=himmelblau",
        "cost=three",
        "cost=curve",
        "cost=bowl",
        "formula=w^2%2B3b^2",
    ] {
        let session = open(query);
        let report = known(&session).report(&session);
        let runs: Vec<Run> = report
            .four
            .iter()
            .map(|rate| ended(&session, rate.alpha))
            .collect();
        let ending = |index: usize| runs[index].ending().expect("it ended");
        let steps = |index: usize| match ending(index).reason {
            StopReason::Converged { .. } => Some(ending(index).iteration),
            _ => None,
        };
        let alphas: Vec<f64> = report.four.iter().map(|rate| rate.alpha).collect();
        assert!(
            alphas.windows(2).all(|pair| pair[0] < pair[1]),
            "{query} {alphas:?}"
        );
        let right = steps(1).expect("the right one settles");
        assert!(steps(0).is_none_or(|steps| steps >= 10 * right), "{query}");
        assert!(!rises(&runs[0]), "{query}: too small never overshoots");
        assert!(steps(2).is_none_or(|steps| steps >= 2 * right), "{query}");
        assert!(
            !matches!(ending(2).reason, StopReason::Diverged(_)),
            "{query}"
        );
        assert!(
            matches!(ending(3).reason, StopReason::Diverged(_)),
            "{query}"
        );
        assert!(
            report.four[1].does.contains(&format!("after {right} step")),
            "{query}"
        );
        assert!(report.four[3].does.starts_with("Diverges"), "{query}");
    }
}

#[test]
fn the_edges_of_the_catalogue_are_told() {
    let session = open("cost=valleys");
    let report = known(&session).report(&session);
    assert!(
        report.edges[0].starts_with("2/λmax = 0.46"),
        "{:?}",
        report.edges
    );
    assert!(
        report.edges[1].starts_with("2/λmax = 0.60"),
        "{:?}",
        report.edges
    );
    let session = open("data=houses");
    let report = known(&session).report(&session);
    assert!(report.edges[0].starts_with("2/λmax = 0.3089 for the minimum at w 209.4, b 2.423"));
    assert_eq!(
        report.present,
        "α = 0.1 settles after 1763 steps; the right one takes 583."
    );
}

#[test]
fn the_edge_of_an_own_formula_is_found_by_walking() {
    let session = open("formula=w^2%2B3b^2");
    let rates = known(&session);
    // Curvatures 2 and 6.
    assert_eq!(rates.edges().len(), 1);
    assert!((rates.edges()[0].alpha - 1.0 / 3.0).abs() < 1e-6);
    assert!((rates.edges()[0].fastest - 0.25).abs() < 1e-6);
    let session = open("formula=w%2Bb");
    let report = known(&session).report(&session);
    assert_eq!(
        report.note,
        "No minimum is known here, so no edge is marked."
    );
    assert_eq!(
        report.four[1].does,
        "None of the α tried settles from this start."
    );
}

#[test]
fn what_does_not_exist_is_said_not_to() {
    let session = open("cost=plateau");
    let report = known(&session).report(&session);
    assert!(report.four[3].alpha.is_nan());
    assert_eq!(
        report.four[3].does,
        "None of the α tried diverges from this start."
    );
}

#[test]
fn the_four_runs_follow_the_clock() {
    let mut session = open("cost=valleys");
    let mut rates = known(&session);
    assert!(
        rates.report(&session).four[0]
            .place
            .starts_with("After 0 steps")
    );
    session.advance(3);
    rates.work(&session, 1000);
    assert!(
        rates.report(&session).four[0]
            .place
            .starts_with("After 3 steps")
    );
    run_to_end(&mut session);
    while rates.work(&session, 1000) {}
    let end = ended(&session, rates.report(&session).four[0].alpha).computed();
    let place = rates.report(&session).four[0].place.clone();
    assert!(place.starts_with(&format!("After {end} steps")), "{place}");
}

#[test]
fn the_curve_is_kept_while_alpha_moves_within_it() {
    let mut session = open("cost=valleys");
    let mut rates = known(&session);
    session.edit("alpha", "0.2");
    // One start, a few dozen steps: only the new α is run.
    assert!(!rates.work(&session, 5000));
    assert!(
        rates
            .report(&session)
            .present
            .starts_with("α = 0.2 settles after")
    );
    session.edit("tolerance", "0.001");
    assert!(rates.work(&session, 10));
    assert!(!rates.report(&session).progress.is_empty());
}

#[test]
fn there_is_a_line_for_each_of_up_to_three_starts() {
    let lines = |query: &str| known(&open(query)).lines().len();
    assert_eq!(lines("cost=valleys"), 2);
    assert_eq!(lines("cost=himmelblau"), 1);
    assert_eq!(lines("cost=bowl&start=1,1;2,2;1,0"), 3);
}

#[test]
fn the_handle_goes_from_place_to_place() {
    let session = open("cost=bowl");
    let rates = known(&session);
    let up = rates.neighbour(0.1, 1).expect("a place");
    assert!(0.1 < up && up < 0.12);
    let down = rates.neighbour(up, -1).expect("a place");
    assert!(down <= 0.1);
    assert!(rates.neighbour(0.1, 1000).expect("the end") > 25.0);
    assert!(rates.neighbour(0.1, -1000).expect("the other end") < 0.01);
}

#[test]
fn ground_without_numbers_gives_sentences() {
    for query in [
        "formula=ln(w)+b&start=-1,1",
        "formula=w^2%2Bb^2&start=1,1&alpha=1e300",
        "formula=w^2%2Bb^2&start=1,1&alpha=1e-300",
        "formula=0*w%2B0*b",
        "cost=saddle",
    ] {
        let session = open(query);
        let report = known(&session).report(&session);
        assert!(
            report.is_known && report.four.iter().all(|rate| !rate.does.is_empty()),
            "{query}"
        );
    }
}
