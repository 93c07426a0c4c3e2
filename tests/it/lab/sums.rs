//! The sums behind a step, in words and numbers.

use super::{open, run_to_end};

#[test]
fn the_houses_are_shown_whole_from_row_to_slope() {
    let session = open("data=houses&alpha=0.1");
    let report = session.sums_report();
    assert!(report.caption.starts_with("Every row has a prediction"));
    let heads: Vec<&str> = report.columns.iter().map(|c| c.head.as_str()).collect();
    assert_eq!(
        heads,
        [
            "size",
            "price",
            "prediction",
            "error",
            "share of ∂J/∂w",
            "share of ∂J/∂b"
        ]
    );
    let hows: Vec<&str> = report.columns.iter().map(|c| c.how.as_str()).collect();
    assert_eq!(
        hows,
        [
            "",
            "",
            "w · size + b",
            "prediction − price",
            "error · size / 6",
            "error / 6"
        ]
    );
    let units: Vec<&str> = report.columns.iter().map(|c| c.unit.as_str()).collect();
    assert_eq!(
        units,
        [
            "1000 sq ft",
            "$1000",
            "$1000",
            "$1000",
            "$1000 · 1000 sq ft",
            "$1000"
        ]
    );
    assert_eq!(report.rows.len(), 6);
    assert_eq!(report.rows[1].head, "row 2");
    // At w = b = 0 the second house, 1.7 and 300: −300 · 1.7 / 6 = −85, −300 / 6 = −50.
    assert_eq!(
        report.rows[1].cells,
        ["1.7", "300", "0", "−300", "−85.00", "−50.00"]
    );
    let sum = report.sum.expect("a sum");
    // −7021/6 and −2820/6.
    assert_eq!(sum.cells[4..], ["−1170.17", "−470.00"]);
    assert!(sum.cells[..4].iter().all(String::is_empty));
}

#[test]
fn shown_sums_are_the_slopes_of_the_update_for_any_data() {
    let inline = "data=1,2,3,4;2,1,0,5;0.5,0.25,8,-3;1,1,1,1";
    for link in ["data=houses", "data=penguins", "data=engel", inline] {
        let mut session = open(link);
        for _ in 0..5 {
            let report = session.sums_report();
            let sum = report.sum.expect("a sum");
            let gradient = session.readout().runs[0].gradient.clone();
            let before = sum.cells.len() - gradient.len();
            for (cell, slope) in sum.cells[before..].iter().zip(&gradient) {
                let decimals = cell.split_once('.').map_or(0, |(_, part)| part.len());
                let shown: f64 = cell.replace('−', "-").parse().expect("a number");
                let half = 0.5000001 * libm::pow(10.0, -(decimals as f64));
                assert!((shown - slope).abs() <= half, "{link}: {cell} for {slope}");
            }
            session.advance(1);
        }
    }
}

#[test]
fn many_rows_are_summarised_with_their_counts() {
    let session = open("data=penguins");
    let report = session.sums_report();
    assert!(
        report
            .caption
            .starts_with("Of 342 rows the 12 with the largest shares")
    );
    assert_eq!(report.rows.len(), 13);
    assert_eq!(report.rows[12].head, "the other 330 rows");
    assert!(report.rows[12].cells[..5].iter().all(String::is_empty));
    let numbers: Vec<u32> = report.rows[..12]
        .iter()
        .map(|row| row.head.trim_start_matches("row ").parse().expect("a row"))
        .collect();
    assert!(numbers.is_sorted() && numbers.iter().all(|n| (1..=342).contains(n)));
    let forty: Vec<String> = (1..=40).map(|x| format!("{x},{}", x * x)).collect();
    let whole = open(&format!("data={}&alpha=0.0001", forty.join(";"))).sums_report();
    assert_eq!(whole.rows.len(), 40);
}

#[test]
fn the_next_place_is_where_the_step_leads() {
    for rule in ["simultaneous", "sequential"] {
        let mut session = open(&format!("data=houses&alpha=0.1&rule={rule}"));
        let next = session.sums_report().next;
        session.advance(1);
        let values = session.report().runs[0].values.clone();
        let cost = session.report().runs[0].cost.clone();
        assert_eq!(
            next,
            format!("Step 1 leads to {values}: J {cost} after 124800.")
        );
    }
    let mut session = open("data=houses&alpha=0.1");
    run_to_end(&mut session);
    assert!(
        session
            .sums_report()
            .next
            .starts_with("The run has stopped")
    );
}

#[test]
fn the_sequential_rule_is_told_with_both_slopes() {
    let plain = open("data=houses&alpha=0.1").sums_report().note;
    assert!(plain.contains("all digits") && !plain.contains("This rule measures"));
    let note = open("data=houses&alpha=0.1&rule=sequential")
        .sums_report()
        .note;
    assert!(
        note.ends_with(
            "This rule measures ∂J/∂b after the parameters before it have moved: −208.7, not the −470 of the old point."
        ),
        "{note}"
    );
}

#[test]
fn a_formula_has_its_numbers_put_in() {
    let session = open("formula=w^2%2B3w b%2Bb^2&start=1.5,-0.5&alpha=0.1");
    let report = session.sums_report();
    assert!(report.caption.contains("no rows") && report.rows.is_empty());
    // ∂J/∂w = 2w + 3b = 3 − 1.5.
    let line = &report.partials[0];
    assert!(
        line.rule.contains("<mi class=\"parameter-0\">w</mi>"),
        "{}",
        line.rule
    );
    // 2·1.5 + 3(−0.5): a dot between numbers, brackets round a minus sign.
    assert_eq!(
        line.numbers,
        "<mrow><mo>=</mo><mrow><mrow><mn>2</mn><mo>·</mo><mn class=\"parameter-0\">1.5</mn></mrow>\
         <mo>+</mo><mrow><mn>3</mn><mo>\u{2062}</mo>\
         <mrow class=\"parameter-1\"><mo stretchy=\"false\">(</mo><mn>−0.5</mn><mo stretchy=\"false\">)</mo></mrow></mrow></mrow></mrow>"
    );
    assert!(line.result.contains(">1.5</mn>"), "{}", line.result);
    assert_eq!(line.spoken, "The partial derivative of J by w is 1.5 here.");
    // Once w is 1.35: ∂J/∂b = 3 · 1.35 − 1.
    let wrong = open("formula=w^2%2B3w b%2Bb^2&start=1.5,-0.5&alpha=0.1&rule=sequential");
    let line = &wrong.sums_report().partials[1];
    assert!(line.numbers.contains(">1.35</mn>") && line.result.contains(">3.05</mn>"));
}

/// The typeset line with numbers, read as a formula, has the slope as its value.
#[test]
fn what_is_put_in_makes_the_slope() {
    use downhill::cost::CATALOGUE;
    use downhill::formula::Formula;
    for sheet in CATALOGUE {
        let session = open(&format!("cost={}", sheet.id));
        let report = session.sums_report();
        let gradient = session.readout().runs[0].gradient.clone();
        for (line, slope) in report.partials.iter().zip(gradient) {
            let text = linear(&mut line.numbers.as_str());
            // A formula needs a parameter.
            let formula = Formula::parse(&format!("{text} + 0unused"))
                .unwrap_or_else(|error| panic!("{}: {text}: {error:?}", sheet.id));
            let value = formula.value(&[0.0]);
            // Starts have no more digits than are put in.
            assert!(
                (value - slope).abs() <= 1e-9 * (1.0 + slope.abs()),
                "{}: {text} is {value}, not {slope}",
                sheet.id
            );
        }
    }
}

/// The first element of a MathML fragment as a formula in one line.
fn linear(rest: &mut &str) -> String {
    let (open, after) = rest.split_once('>').expect("an element");
    let tag = open[1..].split(' ').next().expect("its name");
    *rest = after;
    if open.ends_with('/') {
        return String::new();
    }
    let (mut text, mut children) = (String::new(), Vec::new());
    while !rest.starts_with("</") {
        if rest.starts_with('<') {
            children.push(linear(rest));
        } else {
            let end = rest.find('<').expect("an end");
            text += &rest[..end];
            *rest = &rest[end..];
        }
    }
    *rest = &rest[tag.len() + 3..];
    match (tag, children.as_slice()) {
        ("msup", [base, exponent]) => format!("(({base})^({exponent}))"),
        ("mfrac", [above, below]) => format!("(({above})/({below}))"),
        _ => {
            let signs = [
                ("=", ""),
                ("·", "*"),
                ("\u{2062}", "*"),
                ("\u{2061}", ""),
                ("−", "-"),
            ];
            let plain = |text: String, (from, to): (&str, &str)| text.replace(from, to);
            signs.into_iter().fold(text, plain) + &children.concat()
        }
    }
}

#[test]
fn far_and_undefined_places_have_words_too() {
    for link in [
        "data=1e60,1;2e60,5&start=1e90,0&alpha=1",
        "data=houses&start=1e300,1e300",
        "formula=ln(w)%2Bb&start=-1,0",
        "cost=curve",
        "cost=three",
    ] {
        let mut session = open(link);
        for _ in 0..3 {
            let report = session.sums_report();
            assert!(
                !report.caption.is_empty() && !report.next.is_empty(),
                "{link}"
            );
            session.advance(1);
        }
    }
}
