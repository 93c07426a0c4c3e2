//! A formula of the reader's own: what is said while it is typed, what is chosen when it is
//! taken on, and what is said where it has no value or a kink.

use downhill::descent::StopReason;
use downhill::formula::Formula;
use downhill::lab::{FORMULA_EXAMPLES, FormulaReading, Key, Session, Typeset};

use super::{open, run_to_end};

fn typed(text: &str) -> Session {
    let mut session = Session::new();
    assert_eq!(session.choose("formula", text), []);
    session
}

#[test]
fn a_text_that_reads_well_is_told_with_its_derivatives() {
    let reading = FormulaReading::of("J(w, b) = w^2 b");
    assert_eq!((&reading.fault, &reading.remedy), (&None, &None));
    let names: Vec<&str> = reading
        .parameters
        .iter()
        .map(|name| name.name.as_str())
        .collect();
    assert_eq!(names, ["w", "b"]);
    let formula = Typeset::of("J(w, b) = w^2 b").expect("a formula");
    assert_eq!(formula.cost.spoken, "w squared times b");
    assert_eq!(formula.partials.len(), 2);
    assert_eq!(
        formula.partials[1].spoken,
        "partial derivative by b: w squared"
    );
    assert!(formula.partials[0].math.contains("<mo>∂</mo>"));
}

/// Typed; where it is wrong and how much of it; what is said; what is offered.
const FAULTS: &[(&str, usize, usize, &str, Option<&str>)] = &[
    ("", 1, 1, "Type a formula.", None),
    (
        "x + sinn(y)",
        5,
        4,
        "“sinn” is not a function here; sin is.",
        Some("x + sin(y)"),
    ),
    (
        "sin x",
        5,
        1,
        "sin needs its argument in brackets.",
        Some("sin(x)"),
    ),
    ("(x + 1", 7, 1, "A bracket is still open.", Some("(x + 1)")),
    ("x^^2", 3, 1, "“^” stands twice.", Some("x^2")),
    ("0,5x", 2, 1, "decimal point", Some("0.5x")),
    (
        "x +",
        4,
        1,
        "not finished: next comes a number, a name or “(”",
        None,
    ),
    (
        "x + )",
        5,
        1,
        "A bracket is closed that was never opened.",
        None,
    ),
    (
        "x^2 = 4",
        5,
        1,
        "An equation has no height",
        Some("(x^2 - 4)^2"),
    ),
    (r"\frac{x}{2}", 1, 1, "LaTeX", Some("(x/2)")),
    ("7", 1, 1, "no parameter", None),
    ("x ! y", 3, 1, "“!” cannot stand here", None),
    ("floor(x)", 1, 5, "sin, cos, tan", None),
];

#[test]
fn a_fault_has_its_place_a_sentence_and_perhaps_a_way_out() {
    for &(text, column, length, says, offers) in FAULTS {
        let reading = FormulaReading::of(text);
        assert_eq!(reading.parameters, [], "{text}");
        assert_eq!(Typeset::of(text), None, "{text}");
        let fault = reading.fault.expect(text);
        assert_eq!((fault.column, fault.length), (column, length), "{text}");
        if text != "x + )" {
            assert!(fault.message.contains(says), "{text}: {}", fault.message);
            assert_eq!(
                reading.remedy.map(|remedy| remedy.text).as_deref(),
                offers,
                "{text}"
            );
        }
    }
}

#[test]
fn a_formula_that_may_not_say_what_was_meant_is_taken_with_a_question() {
    let reading = FormulaReading::of("x2 + y2");
    assert!(!reading.parameters.is_empty() && reading.fault.is_none());
    let remedy = reading.remedy.expect("a question");
    assert_eq!(remedy.text, "x^2 + y^2");
    assert!(
        remedy
            .message
            .contains("x2 is read as a parameter of its own")
    );
}

#[test]
fn a_typed_formula_brings_its_view_and_the_link_carries_it() {
    let session = typed("(x-300)^2 + (y+20)^2");
    assert!(session.window().contains([300.0, -20.0]));
    assert!(session.is_example() && session.is_home());
    let link = session.link();
    for key in ["start=", "alpha=", "window="] {
        assert!(link.contains(key), "{link}");
    }
    let mut opened = open(&link);
    assert_eq!(opened.window(), session.window());
    assert_eq!(opened.starts(), session.starts());
    assert_eq!(opened.alpha(), session.alpha());
    run_to_end(&mut opened);
    assert_eq!(opened.report().runs[0].stopped, Some("converged"));
    // A link that says nothing of them keeps what was published.
    let bare = open("formula=(x-300)^2%2B(y%2B20)^2");
    assert_eq!((bare.starts(), bare.alpha()), (vec![vec![1.0, 1.0]], 0.01));
    assert_eq!(bare.window().x(), [-5.0, 5.0]);
}

#[test]
fn the_whole_map_is_the_view_that_was_chosen() {
    let mut session = typed("(x-300)^2 + (y+20)^2");
    let chosen = session.window();
    let closer = chosen.zoom(2.0, [300.0, -20.0]).expect("a window");
    session.look_at(closer).expect("a window");
    session.settle();
    assert!(!session.is_home());
    session.look_home();
    assert_eq!(session.window(), chosen);
    assert!(session.undo() && !session.is_home());
}

#[test]
fn typing_is_one_edit_until_it_is_settled() {
    let mut session = Session::new();
    for text in ["x^2", "x^2 + y", "x^2 + y^2"] {
        session.choose("formula", text);
    }
    session.settle();
    session.choose("formula", "x^4");
    session.undo();
    assert_eq!(session.setting(Key::Formula), "x^2 + y^2");
    session.undo();
    assert!(!session.can_undo());
    assert_eq!(session.report().cost, "valleys");
}

#[test]
fn every_example_reads_well_and_walks_down() {
    for example in FORMULA_EXAMPLES {
        let reading = FormulaReading::of(example.text);
        assert!(
            reading.fault.is_none() && reading.remedy.is_none(),
            "{}",
            example.name
        );
        let mut session = typed(example.text);
        let before = session.readout().runs[0].cost;
        run_to_end(&mut session);
        let run = &session.readout().runs[0];
        assert!(run.cost < before, "{}", example.name);
        assert_ne!(run.stopped, Some("diverged"), "{}", example.name);
    }
}

/// A formula, a start, and which part has no value there and why.
#[test]
fn the_innermost_part_without_a_value_is_named() {
    for (text, at, says) in [
        (
            "ln(x - 2) + y",
            [1.0, 0.0],
            "ln(x − 2) has no value for x − 2 ≤ 0",
        ),
        ("y + sqrt(x)", [0.0, -1.0], "sqrt(x) has no value for x < 0"),
        (
            "x + 1/(x - y)",
            [3.0, 3.0],
            "1/(x − y) has no value for x − y = 0",
        ),
        ("x^0.5 + y", [-2.0, 0.0], "x^0.5 has no value for x < 0"),
        ("x^-1 + y", [0.0, 0.0], "x^−1 has no value for x = 0"),
        (
            "asin(x) + y",
            [2.0, 0.0],
            "asin(x) has a value only for x from −1 to 1",
        ),
        (
            "y + x*ln(ln(x))",
            [0.0, 0.5],
            "ln(ln(x)) has no value for ln(x) ≤ 0",
        ),
    ] {
        let [x, y] = at;
        let mut session = open(&format!(
            "formula={}&start={x},{y}",
            text.replace('+', "%2B")
        ));
        run_to_end(&mut session);
        let verdict = session.report().verdict;
        assert_eq!(session.report().runs[0].stopped, Some("diverged"), "{text}");
        assert!(verdict.contains(says), "{text}: {verdict}");
        assert!(
            verdict.starts_with("Diverged after 0 steps: J has no value at the start"),
            "{text}: {verdict}"
        );
    }
    assert_eq!(Formula::parse("ln(x)").unwrap().undefined_at(&[1.0]), None);
}

#[test]
fn a_walk_that_steps_off_the_edge_says_where_the_edge_is() {
    let mut session = open("formula=ln(x)%2By^2&start=0.1,1&alpha=0.1");
    run_to_end(&mut session);
    let verdict = session.report().verdict;
    assert!(verdict.contains("over the edge"), "{verdict}");
    assert!(
        verdict.contains("ln(x) has no value for x ≤ 0"),
        "{verdict}"
    );
    // J has a value at 0, but no slope.
    let mut session = open("formula=sqrt(x)&start=0");
    run_to_end(&mut session);
    let verdict = session.report().verdict;
    assert!(
        verdict.contains("its slope is infinite or undefined"),
        "{verdict}"
    );
}

#[test]
fn the_caption_says_what_hatching_means_where_there_is_any() {
    for (link, says) in [
        (
            "formula=ln(x)%2By^2",
            "Hatched ground has no J: ln(x) has no value for x ≤ 0.",
        ),
        (
            "formula=sqrt(x)&start=1",
            "Where there is no curve there is no J: sqrt(x) has no value for x < 0.",
        ),
    ] {
        let caption = open(link).report().caption;
        assert!(caption.contains(says), "{link}: {caption}");
    }
    for link in [
        "formula=ln(x)%2By^2&window=1,2,1,2",
        "formula=x^2%2By^2",
        "formula=1/x%2By",
        "cost=valleys",
        "data=houses",
    ] {
        let caption = open(link).report().caption;
        assert!(!caption.contains("no J"), "{link}: {caption}");
    }
}

#[test]
fn a_walk_at_a_kink_says_so() {
    let mut session = open("formula=abs(x)%2By^2&start=1.05,1&alpha=0.1");
    run_to_end(&mut session);
    let verdict = session.report().verdict;
    assert!(
        verdict.contains("back and forth over the kink of abs(x)"),
        "{verdict}"
    );
    let mut session = open("formula=max(x,%20-x)%2By^2&start=1.05,1&alpha=0.1");
    run_to_end(&mut session);
    assert!(
        session
            .report()
            .verdict
            .contains("over the kink of max(x, −x)")
    );
    // On the kink the slope is taken as 0: the run stands, and what it stands on is said.
    let mut session = open("formula=abs(x)%2By^2&start=0,1&alpha=0.1");
    run_to_end(&mut session);
    let run = &session.runs()[0];
    assert!(matches!(
        run.ending().unwrap().reason,
        StopReason::Converged { .. }
    ));
    let verdict = session.report().verdict;
    assert!(
        verdict.contains("stands on the kink of abs(x)"),
        "{verdict}"
    );
    // Away from it nothing is said of it.
    let mut session = open("formula=abs(x)%2Bx^2-4x%2By^2&start=1,1&alpha=0.1");
    run_to_end(&mut session);
    let verdict = session.report().verdict;
    assert!(verdict.ends_with("a minimum."), "{verdict}");
}
