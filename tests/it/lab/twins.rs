//! Starts side by side: what is said is true of the runs.

use downhill::cost::CATALOGUE;
use downhill::landscape::Apart;

use super::{open, run_to_end};

fn verdict(link: &str) -> String {
    let mut session = open(link);
    assert_eq!(session.twins_report().verdict, "");
    run_to_end(&mut session);
    session.twins_report().verdict
}

#[test]
fn twin_starts_are_a_hair_apart_on_every_cost_and_undone_at_once() {
    let costs = CATALOGUE.iter().map(|sheet| format!("cost={}", sheet.id));
    for link in costs.chain(["data=houses".into(), "formula=w^2+b^4".into()]) {
        let mut session = open(&link);
        let before = session.starts();
        session.twin_starts();
        assert_eq!(
            (session.starts().len(), session.iteration()),
            (2, 0),
            "{link}"
        );
        let apart = Apart::sample(&session.runs()[0], &session.runs()[1], 0).samples[0].1;
        let [left, right] = session.window().x();
        assert!(
            apart > 0.0 && apart < 0.05 * (right - left),
            "{link}: {apart}"
        );
        session.undo();
        assert_eq!(session.starts(), before, "{link}");
    }
}

#[test]
fn valleys_has_a_pair_of_its_own_and_any_start_can_have_a_twin() {
    let mut session = open("cost=valleys&start=1,1");
    assert!(session.twins_report().own_pair);
    session.twin_starts();
    assert_eq!(session.starts(), [[0.06, -0.02], [-0.04, 0.05]]);
    session.start_at(&[1.0, 1.0]);
    session.twin_beside();
    assert_eq!(session.starts(), [[1.0, 1.0], [1.03, 1.0]]);
    assert!(!open("cost=himmelblau").twins_report().own_pair);
}

#[test]
fn the_verdict_is_true_of_the_runs() {
    // −0.5419 − (−1.0912)
    assert_eq!(
        verdict("cost=valleys"),
        "Both runs ended in minima, each in one of its own: the deeper is run 1’s, by 0.5493."
    );
    assert_eq!(
        verdict("cost=valleys&start=1,1;1.03,1"),
        "Both runs ended in the same minimum, at J = −1.091."
    );
    assert_eq!(
        verdict("cost=himmelblau"),
        "All 4 runs ended in minima, each in one of its own: they are equally deep."
    );
    assert_eq!(
        verdict("cost=camel&start=1.2,0.1;-0.05,0.05;-1.9,0.4"),
        "All 3 runs ended in minima, each in one of its own: the deepest of them are equally deep."
    );
    assert_eq!(
        verdict("cost=valleys&start=1,1;2,0;-1,1"),
        "All 3 runs ended in 2 different minima: the deeper is that of runs 1 and 2, by 0.5493."
    );
    assert_eq!(verdict("cost=saddle"), "No run ended in a minimum.");
    let one = verdict("cost=plateau&start=1,1;-3.9,2.9");
    assert!(
        one.starts_with("Only run 1 ended in a minimum, at J = "),
        "{one}"
    );
    assert_eq!(verdict("cost=bowl"), "");
}

#[test]
fn distances_and_ends_follow_the_clock() {
    let mut session = open("cost=valleys");
    let report = session.twins_report();
    // √(0.1² + 0.07²)
    assert_eq!(report.distances, "They are 0.1221 apart.");
    assert!(report.runs.iter().all(|run| run.end == "walking"));
    session.advance(25);
    let told = session.twins_report().distances;
    assert!(
        told.starts_with("They started 0.1221 apart; at iteration 25 they are "),
        "{told}"
    );
    run_to_end(&mut session);
    let report = session.twins_report();
    assert!(
        report
            .runs
            .iter()
            .all(|run| run.end.starts_with("a minimum, after"))
    );
    session.seek(10);
    assert!(
        session
            .twins_report()
            .runs
            .iter()
            .all(|run| run.end == "walking")
    );
}
