use super::{open, run_to_end};

#[test]
fn the_verdict_holds_both_numbers() {
    let mut session = open("cost=bowl&start=1,1&tolerance=0.001");
    assert_eq!(session.report().verdict, "");
    run_to_end(&mut session);
    let verdict = session.report().verdict;
    assert!(verdict.starts_with("Converged after"), "{verdict}");
    assert!(verdict.contains("at most the tolerance 0.001"), "{verdict}");
    assert!(verdict.ends_with("a minimum."), "{verdict}");
}

#[test]
fn a_run_that_bounces_for_ever_says_that_a_smaller_alpha_would_settle() {
    // At α = 0.5 the deeper valley's edge, 2/λ ≈ 0.46, is passed: run 1 bounces
    // and run 2 settles.
    let mut session = open("cost=valleys&alpha=0.5&steps=2000");
    run_to_end(&mut session);
    let report = session.report();
    assert_eq!(report.runs[0].stopped, Some("step limit"));
    assert!(
        report.runs[0].verdict.contains("a smaller α would settle"),
        "{}",
        report.runs[0].verdict
    );
    assert_eq!(report.runs[1].stopped, Some("converged"));
    let mut smaller = open("cost=valleys&alpha=0.4&steps=2000");
    run_to_end(&mut smaller);
    assert_eq!(smaller.readout().runs[0].stopped, Some("converged"));
}

#[test]
fn a_step_too_small_to_change_a_number_says_so() {
    let mut session = open("cost=bowl&start=1,1&alpha=1e-300&steps=10");
    run_to_end(&mut session);
    assert!(
        session
            .report()
            .verdict
            .contains("too small to change any number")
    );
}

#[test]
fn the_next_step_in_numbers_is_the_step_the_run_takes() {
    for rule in ["simultaneous", "sequential"] {
        let mut session = open(&format!("data=houses&rule={rule}"));
        let lines = session.report().update;
        session.advance(1);
        let point = session.readout().runs[0].point.clone();
        for (line, value) in lines.iter().zip(point) {
            let shown = downhill::number::significant(value, 5);
            assert!(
                line.numbers
                    .ends_with(&format!("<mn>{shown}</mn></mrow></mrow>")),
                "{}",
                line.numbers
            );
            assert!(
                line.spoken.ends_with(&format!(" is {shown}")),
                "{}",
                line.spoken
            );
        }
    }
}

#[test]
fn the_chart_caption_counts_the_rises() {
    let mut session = open("cost=bowl&start=1,1");
    session.advance(20);
    assert_eq!(
        session.report().chart_caption,
        "J fell, or stayed, at every step so far."
    );
    let mut session = open("cost=bowl&start=1,1&alpha=1.1");
    session.advance(20);
    assert!(
        session
            .report()
            .chart_caption
            .starts_with("J rose at 20 of the 20 steps")
    );
}

#[test]
fn the_picture_is_described_in_words() {
    let mut session = open("cost=himmelblau&start=0,0");
    session.advance(3);
    let words = session.report().description;
    assert!(
        words.contains("x from")
            && words.contains("y from")
            && words.contains("Run 1 after 3 steps"),
        "{words}"
    );
}

#[test]
fn units_of_a_line_through_houses() {
    let session = open("data=houses");
    let parameters = session.report().parameters;
    assert_eq!(parameters[0].unit, "$1000 per 1000 sq ft");
    assert_eq!(parameters[1].unit, "$1000");
}

#[test]
fn flatness_goes_from_0_to_1() {
    let mut session = open("cost=bowl&start=1,1");
    let mut before = session.report().flatness;
    assert_eq!(before, 0.0);
    while session.advance(1) > 0 {
        let now = session.report().flatness;
        assert!(now >= before);
        before = now;
    }
    assert_eq!(before, 1.0);
}
