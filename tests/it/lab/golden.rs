//! Links that must give the same figure for ever, to the last bit: `tests/golden-links.json`, read
//! here natively and by `tests/e2e/golden.spec.js` in the browser.
//!
//! To add one, write `{"link": "…"}` at the end of the file and run `APPEND_GOLDEN=1 cargo test
//! --test it every_golden_link`, which gives a figure to a link that has none. What a link gave
//! once is never written again: where it differs, the program is wrong.

use std::collections::BTreeMap;
use std::fs;

use downhill::cost::{CATALOGUE, DATA_SETS};
use downhill::descent::RULES;
use downhill::formula::Name;
use downhill::lab::{Key, RunReadout, SETTINGS, Session};
use serde_json::value::RawValue;

use super::open;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden-links.json");

/// Each link with its figure, as the file has it.
pub(super) fn golden() -> Vec<(String, Option<String>)> {
    let text = fs::read_to_string(FILE).expect("the golden links");
    let rows: Vec<BTreeMap<String, Box<RawValue>>> = serde_json::from_str(&text).expect("JSON");
    let row = |row: &BTreeMap<String, Box<RawValue>>| {
        let link = serde_json::from_str(row["link"].get()).expect("a text");
        (
            link,
            row.get("figure").map(|figure| figure.get().to_owned()),
        )
    };
    rows.iter().map(row).collect()
}

/// A number in the shortest text that reads back as the same bits. JSON has no
/// text for numbers that are not finite, so these are strings.
fn number(value: f64) -> String {
    match value {
        _ if value.is_finite() => format!("{value:?}"),
        _ if value.is_nan() => "\"NaN\"".into(),
        _ if value > 0.0 => "\"Infinity\"".into(),
        _ => "\"-Infinity\"".into(),
    }
}

fn numbers(values: &[f64]) -> String {
    let texts: Vec<String> = values.iter().map(|value| number(*value)).collect();
    format!("[{}]", texts.join(", "))
}

fn text(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

fn run_json(run: &RunReadout) -> String {
    format!(
        r#"{{"iteration": {}, "point": {}, "cost": {}, "gradient": {}, "gradientNorm": {}, "stopped": {}}}"#,
        run.iteration,
        numbers(&run.point),
        number(run.cost),
        numbers(&run.gradient),
        number(run.gradient_norm),
        run.stopped.map_or("null".into(), text),
    )
}

fn moment_json(session: &Session) -> String {
    let readout = session.readout();
    let runs: Vec<String> = readout.runs.iter().map(run_json).collect();
    format!(
        "{{\"iteration\": {}, \"runs\": [\n      {}]}}",
        readout.iteration,
        runs.join(",\n      ")
    )
}

/// As it opens, at iterations 1 and 10, and when all has ended.
fn moments(session: &mut Session) -> Vec<String> {
    let mut moments = vec![moment_json(session)];
    session.seek(0);
    for steps in [1, 9, u32::MAX] {
        session.advance(steps);
        while steps == u32::MAX && !session.is_finished() {
            session.advance(steps);
        }
        moments.push(moment_json(session));
    }
    moments
}

/// Guess and steps by hand as the figure opens.
fn planted(session: &Session) -> Vec<String> {
    let readout = session.readout();
    let guess = readout.guess.map(|guess| {
        let (at, distance) = (numbers(&guess.point), number(guess.distance));
        format!("\"guess\": {{\"point\": {at}, \"distance\": {distance}}}")
    });
    let hand = readout.hand.map(|hand| {
        let (at, cost) = (numbers(&hand.point), number(hand.cost));
        format!(
            "\"hand\": {{\"point\": {at}, \"cost\": {cost}, \"steps\": {}}}",
            hand.steps
        )
    });
    guess.into_iter().chain(hand).collect()
}

/// Where the walkers of the rain have come to rest, once all has ended.
fn rain_json(session: &Session) -> Option<String> {
    let report = session.rain_report()?;
    let valleys = report.valleys.iter().map(|valley| {
        let (place, cost) = (text(&valley.place), text(&valley.cost));
        format!(
            "{{\"place\": {place}, \"cost\": {cost}, \"count\": {}}}",
            valley.count
        )
    });
    let (valleys, others) = (valleys.collect::<Vec<_>>(), report.others);
    Some(format!(
        "\"rain\": {{\"valleys\": [{}], \"others\": {}}}",
        valleys.join(", "),
        serde_json::to_string(&others).expect("texts")
    ))
}

/// The starts that the first two presses of Random draw.
fn drawn(session: &mut Session) -> String {
    let mut draw = || {
        session.random_start();
        numbers(&session.starts()[session.selected()])
    };
    format!("\"random\": [{}, {}]", draw(), draw())
}

fn figure_json(link: &str) -> String {
    let mut session = open(link);
    let names: Vec<&str> = session
        .subject()
        .parameters()
        .iter()
        .map(Name::plain)
        .collect();
    let mut parts = vec![
        format!(
            "\"parameters\": {}",
            serde_json::to_string(&names).expect("texts")
        ),
        format!("\"alpha\": {}", number(session.alpha())),
        format!("\"rule\": {}", text(session.rule().id)),
        format!("\"start\": {}", text(&session.setting(Key::Start))),
    ];
    // A cost without a data sheet may be shown better one day; a link written by the program
    // carries its window.
    if !session.subject().is_own() || session.given().window().is_some() {
        parts.push(format!(
            "\"window\": {}",
            text(&session.setting(Key::Window))
        ));
    }
    parts.extend(planted(&session));
    parts.push(format!(
        "\"moments\": [\n    {}]",
        moments(&mut session).join(",\n    ")
    ));
    parts.extend(rain_json(&session));
    if session.given().get(Key::Seed).is_some() {
        parts.push(drawn(&mut session));
    }
    format!("{{{}}}", parts.join(", "))
}

fn append(links: &[(String, Option<String>)]) {
    let row = |(link, figure): &(String, Option<String>)| {
        let figure = figure.clone().unwrap_or_else(|| figure_json(link));
        format!("{{\"link\": {}, \"figure\": {figure}}}", text(link))
    };
    let rows: Vec<String> = links.iter().map(row).collect();
    fs::write(FILE, format!("[\n{}\n]\n", rows.join(",\n"))).expect("the file can be written");
}

#[test]
fn every_golden_link_gives_the_figure_it_always_gave() {
    if std::env::var_os("APPEND_GOLDEN").is_some() {
        append(&golden());
    }
    let golden = golden();
    assert!(golden.len() >= 60);
    for (link, kept) in golden {
        let kept = kept.unwrap_or_else(|| panic!("{link} has no figure: run with APPEND_GOLDEN=1"));
        assert_eq!(figure_json(&link), kept, "{link}");
    }
}

#[test]
fn golden_links_use_every_setting_cost_data_set_and_rule() {
    let links: Vec<Session> = golden().iter().map(|(link, _)| open(link)).collect();
    let given = |key: Key, text: &str| links.iter().any(|s| s.given().text(key) == Some(text));
    for setting in SETTINGS {
        let used = links.iter().any(|s| s.given().get(setting.key).is_some());
        assert!(used, "{}", setting.name);
    }
    for id in CATALOGUE.iter().map(|sheet| sheet.id) {
        assert!(given(Key::Cost, id), "{id}");
    }
    for id in DATA_SETS.iter().map(|sheet| sheet.id) {
        assert!(given(Key::Data, id), "{id}");
    }
    for rule in RULES {
        assert!(links.iter().any(|s| s.rule().id == rule.id), "{}", rule.id);
    }
}

#[test]
fn the_link_that_a_golden_link_becomes_gives_the_same_walk() {
    let walk = |figure: &str| figure[figure.find("\"moments\"").expect("moments")..].to_owned();
    for (link, kept) in golden() {
        let written = open(&link).link();
        let kept = walk(&kept.expect("a figure"));
        assert_eq!(
            walk(&figure_json(&written)),
            kept,
            "{link} became {written}"
        );
    }
}
