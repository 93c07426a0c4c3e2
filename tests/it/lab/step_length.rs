//! α, ‖∇J‖ and the length of the step in words.

use super::{open, run_to_end};

#[test]
fn the_three_numbers_are_those_of_the_step_taken() {
    // At (3, 4) of w² + b² the slope is 10; the step 1 long.
    let mut session = open("cost=bowl&start=3,4&alpha=0.1");
    let report = session.step_length_report();
    assert_eq!(
        [&report.alpha, &report.slope, &report.length].map(String::as_str),
        ["0.1", "10", "1"]
    );
    assert_eq!(report.note, "Step length = α‖∇J‖ = 0.1 · 10 = 1.");
    assert_eq!(
        report.sentence,
        "After 0 steps: alpha 0.1, slope 10, next step 1 long."
    );
    assert!(report.caption.contains("Take a few steps"));
    session.advance(1);
    // 4/5 of the way is left.
    let next = session.step_length_report();
    assert_eq!([next.slope.as_str(), next.length.as_str()], ["8", "0.8"]);
    assert_eq!(
        next.caption,
        "In the 1 step computed so far: α stayed 0.1, and each step was 1 long."
    );
    session.advance(1);
    assert_eq!(
        session.step_length_report().caption,
        "In the 2 steps computed so far: α stayed 0.1, while steps were from 0.8 to 1 long. α is not the length of the step."
    );
}

#[test]
fn steps_of_one_length_are_not_said_to_change() {
    let mut session = open("formula=3w%2B4b&start=0,0&alpha=0.2");
    session.advance(7);
    assert_eq!(
        session.step_length_report().caption,
        "In the 7 steps computed so far: α stayed 0.2, and each step was 1 long."
    );
}

#[test]
fn a_sequential_step_is_not_alpha_times_the_slope_and_says_so() {
    let mut session = open("data=houses&alpha=0.1&rule=sequential");
    let report = session.step_length_report();
    // From (0, 0) to (117.01667, 20.86628); ‖∇J‖ = ‖(1170.1667, 470)‖.
    assert_eq!(report.length, "118.9");
    assert!(
        report.note.starts_with("This rule measures some slopes")
            && report.note.contains("118.9 long and not α‖∇J‖ = 126.1")
            && report.note.ends_with("depend on the units chosen."),
        "{}",
        report.note
    );
    session.advance(1);
    let point = session.readout().runs[0].point.clone();
    let walked = libm::hypot(point[0], point[1]);
    assert!((walked - 118.9).abs() < 0.05);
    let range = session.runs()[0].lengths().range().expect("a step");
    assert!((range[0] - walked).abs() < 1e-9 && range[0] == range[1]);
}

#[test]
fn the_end_of_a_run_and_places_without_slope_are_told() {
    let mut session = open("cost=bowl");
    run_to_end(&mut session);
    let report = session.step_length_report();
    assert!(report.note.contains("the step it does not take"));
    assert_eq!(report.iterations[0], report.iterations[1]);
    let nowhere = open("formula=sqrt(w)%2Bb&start=-1,0").step_length_report();
    assert_eq!(nowhere.note, "The next step has no finite length.");
    let level = open("cost=bowl&start=0,0").step_length_report();
    assert_eq!(level.length, "0");
}
