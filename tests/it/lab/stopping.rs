//! When to stop: the numbers of the six houses, and what is said of being done.

use downhill::lab::{Best, Session};

use super::{open, run_to_end};

fn answer(session: &Session) -> String {
    session.stopping_report().answer
}

/// J falls by a factor of 64 in ten steps and looks done, while b has hardly begun.
#[test]
fn at_step_10_the_houses_look_done_and_are_not() {
    let mut session = open("data=houses&alpha=0.1");
    let first = session.readout().runs[0].cost;
    assert!((first - 124_800.0).abs() < 50.0, "{first}");
    session.advance(10);
    let [tenth] = session.readout().runs.try_into().expect("one run");
    assert!((tenth.cost - 1955.0).abs() < 1.0, "{}", tenth.cost);
    assert!((tenth.point[1] - 67.5).abs() < 0.1, "{:?}", tenth.point);
    let asked = answer(&session);
    for part in [
        "J has fallen from 124800 to 1955 in 10 steps",
        "it looks done. But ‖∇J‖ = ",
        "times the tolerance 10⁻⁶: not done.",
    ] {
        assert!(
            asked.replace("1×10⁻⁶", "10⁻⁶").contains(part),
            "{part}: {asked}"
        );
    }
    // Nobody has told what comes after.
    assert!(asked.ends_with("not done."), "{asked}");
    run_to_end(&mut session);
    let [last] = session.readout().runs.try_into().expect("one run");
    assert_eq!((last.iteration, last.stopped), (1763, Some("converged")));
    assert!((last.point[1] - 2.4228).abs() < 1e-4, "{:?}", last.point);
    assert!(answer(&session).starts_with("By the test it is. Converged after 1763 steps"));
    session.seek(10);
    let asked = answer(&session);
    assert!(asked.contains("until it ends at iteration 1763"), "{asked}");
    assert!(asked.contains("b from 67.49 to 2.423"), "{asked}");
    assert!(asked.contains("99.82 % of its whole fall"), "{asked}");
}

#[test]
fn the_answer_at_every_iteration_agrees_with_the_test() {
    for link in [
        "cost=valleys",
        "cost=ravine",
        "cost=bowl&alpha=1.2&steps=40",
        "cost=curve",
    ] {
        let mut session = open(link);
        loop {
            let run = &session.readout().runs[0];
            let (asked, done) = (answer(&session), run.gradient_norm <= session.tolerance());
            match (run.stopped, done) {
                (None, true) => assert!(asked.contains(": done."), "{link}: {asked}"),
                (None, false) => assert!(asked.contains("not done"), "{link}: {asked}"),
                (Some("converged"), _) => assert!(asked.starts_with("By the test it is.")),
                (Some(_), _) => assert!(asked.contains("it is not done"), "{link}: {asked}"),
            }
            assert!(
                !asked.contains("not a number") && !asked.contains("NaN"),
                "{asked}"
            );
            if session.advance(1) == 0 {
                break;
            }
        }
    }
}

#[test]
fn a_start_without_a_slope_is_told() {
    // The slope of √w at 0 is infinite; ln(−1) is undefined although 1/w is not.
    for (link, gap) in [
        ("formula=sqrt(w)%2Bb^2&start=0,1", "no finite slope"),
        (
            "formula=ln(w)%2Bb^2&start=-1,1",
            "2.2 million times the tolerance",
        ),
    ] {
        let report = open(link).stopping_report();
        assert!(report.answer.contains("no finite value here"), "{report:?}");
        assert_eq!((report.gap.as_str(), report.part), (gap, 0.0));
    }
    let unseen = open("formula=ln(w)&start=-1").stopping_report();
    assert_eq!(unseen.excess_caption, "No run has seen a finite J yet.");
}

#[test]
fn a_flat_start_is_done_and_the_next_step_says_what_it_is() {
    let mut session = open("cost=saddle&start=0,0");
    assert!(answer(&session).contains("at most the tolerance"));
    session.advance(1);
    let report = session.stopping_report();
    assert_eq!(report.is_empty, [true, true]);
    assert!(report.slope_caption.contains("nothing to chart"));
    let length = session.step_length_report();
    assert!(length.is_empty && length.caption.contains("no step to chart"));
    assert!(answer(&session).contains("a saddle, not a minimum"));
    assert!(
        session
            .stopping_report()
            .verdict
            .contains("a saddle, not a minimum")
    );
}

#[test]
fn a_chart_that_has_nothing_to_show_yet_says_so() {
    let mut session = open("cost=bowl");
    let report = session.stopping_report();
    assert_eq!(report.is_empty, [false, true]);
    assert!(report.excess_caption.contains("begins once a step"));
    session.advance(1);
    assert_eq!(session.stopping_report().is_empty, [false, false]);
    assert!(!session.step_length_report().is_empty);
}

#[test]
fn the_best_known_is_not_told_before_the_run_has_stopped() {
    let mut session = open("cost=valleys");
    session.advance(20);
    let seen = session.runs()[0].costs().range().map(|[low, _]| low);
    assert_eq!(Some(session.best_known().value()), seen);
    assert!(matches!(session.best_known(), Best::Seen(_)));
    run_to_end(&mut session);
    assert_eq!(session.best_known(), Best::Listed(-1.091213922858962));
    let caption = session.stopping_report().excess_caption;
    assert!(
        caption.contains("the least J listed for this cost, −1.091"),
        "{caption}"
    );
    session.reset();
    assert!(matches!(session.best_known(), Best::Seen(_)));
    let mut houses = open("data=houses");
    run_to_end(&mut houses);
    let Best::LeastSquares(least) = houses.best_known() else {
        panic!("the minimum of a regression is known");
    };
    // The normal equations of the six rows solved in fractions.
    assert!((least - 1_735.883_204_633_204_6).abs() < 1e-9, "{least}");
}

#[test]
fn the_bar_goes_from_the_first_slope_to_the_tolerance() {
    let mut session = open("cost=bowl&start=3,4&tolerance=0.001");
    let report = session.stopping_report();
    assert_eq!((report.first.as_str(), report.part), ("10", 0.0));
    assert_eq!(report.tolerance, "0.001");
    assert_eq!(report.gap, "10 thousand times the tolerance");
    run_to_end(&mut session);
    let report = session.stopping_report();
    assert_eq!(
        (report.part, report.gap.as_str()),
        (1.0, "at most the tolerance")
    );
}
