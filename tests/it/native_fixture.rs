//! The engine's numbers, recorded natively for the end-to-end tests, which read the same numbers
//! off the page and compare them to the last bit. `UPDATE_SNAPSHOTS=1 cargo test --test it
//! native_fixture` writes them anew.

use std::fmt::Write as _;

use downhill::cost::CATALOGUE;
use downhill::lab::{RunReadout, Session};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/e2e/native.json");

/// Beside every cost of the catalogue as it opens.
const LINKS: &[&str] = &[
    "data=houses",
    "data=houses&rule=sequential",
    "data=penguins",
    "data=engel&rule=sequential",
    "cost=himmelblau&rule=sequential&start=-4,4;0.1,-3&alpha=0.012",
    "formula=exp(-x^2)sin(3y)%2Bx^2/4%2By^2/5%2Bln(1%2Bcosh(x*y))&start=1.3,-0.7&steps=400",
    "formula=(1-cos(2t))^2%2Batan(u%2B2)*tanh(t)%2Bsqrt(t^2%2Bu^2%2B1)%2B|u|^1.7&start=0.9,2.2&steps=300",
    "formula=sigmoid(a-1)%2Blog10(2%2Ba^2)%2Bmax(a,b)%2Bmin(b,c)^2%2Bpi*c^4%2Babs(b)&start=1,2,0.3&steps=200",
];

/// The iterations recorded; the last stands for the end of every run.
const MOMENTS: [u32; 4] = [0, 1, 10, 1_000_000];

/// JSON numbers, each in the shortest text that reads back as the same bits.
fn numbers(values: &[f64]) -> String {
    let texts: Vec<String> = values
        .iter()
        .map(|value| {
            assert!(value.is_finite(), "JSON has no text for {value}");
            format!("{value:?}")
        })
        .collect();
    format!("[{}]", texts.join(", "))
}

fn run_json(run: &RunReadout) -> String {
    let stopped = run
        .stopped
        .map_or("null".into(), |reason| format!("\"{reason}\""));
    format!(
        r#"{{"iteration": {}, "point": {}, "cost": {:?}, "gradient": {}, "gradientNorm": {:?}, "stopped": {stopped}}}"#,
        run.iteration,
        numbers(&run.point),
        run.cost,
        numbers(&run.gradient),
        run.gradient_norm,
    )
}

fn moments_json(link: &str) -> String {
    let mut session = Session::new();
    assert_eq!(session.load(link), [], "{link}");
    let mut text = String::new();
    for (index, moment) in MOMENTS.into_iter().enumerate() {
        session.advance(moment - session.iteration());
        let readout = session.readout();
        let runs: Vec<String> = readout.runs.iter().map(run_json).collect();
        let comma = if index == 0 { "" } else { "," };
        let iteration = readout.iteration;
        let runs = runs.join(",\n      ");
        write!(
            text,
            "{comma}\n    {{\"iteration\": {iteration}, \"runs\": [\n      {runs}]}}"
        )
        .expect("writing to a string");
    }
    text
}

fn recorded() -> String {
    let figures: Vec<String> = CATALOGUE
        .iter()
        .map(|sheet| format!("cost={}", sheet.id))
        .chain(LINKS.iter().map(|link| (*link).to_owned()))
        .map(|link| {
            let moments = moments_json(&link);
            format!("  {{\"link\": \"{link}\", \"moments\": [{moments}]}}")
        })
        .collect();
    format!("[\n{}\n]\n", figures.join(",\n"))
}

#[test]
fn the_numbers_for_the_browser_tests_are_up_to_date() {
    let recorded = recorded();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(FILE, &recorded).expect("the tests' folder can be written");
    }
    let kept = std::fs::read_to_string(FILE).expect("a recorded file");
    assert!(
        kept == recorded,
        "tests/e2e/native.json is out of date: run with UPDATE_SNAPSHOTS=1"
    );
}
