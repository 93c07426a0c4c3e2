//! What `docs/embedding.md` says of settings and readout, against the program.

use std::fmt::Write;
use std::fs;

use downhill::formula::Name;
use downhill::lab::{Key, RunReadout, SETTINGS};

use super::open;
use crate::snapshot;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/embedding.md");

/// Compares, or writes, what stands between a part's two comments.
fn check(part: &str, expected: &str) {
    let document = fs::read_to_string(DOCUMENT).expect("the document");
    let start = document.find(&format!("<!-- {part}:")).expect(part);
    let start = start + document[start..].find('\n').expect("a line's end") + 1;
    let end = document
        .find(&format!("<!-- end of {part} -->"))
        .expect(part);
    if snapshot::update() {
        let written = format!("{}{expected}{}", &document[..start], &document[end..]);
        fs::write(DOCUMENT, written).expect("the document can be written");
    } else {
        assert_eq!(&document[start..end], expected, "UPDATE_SNAPSHOTS=1 helps");
    }
}

fn settings_table() -> String {
    let mut text =
        String::from("| key | what it does | allowed | default |\n| --- | --- | --- | --- |\n");
    for setting in SETTINGS {
        let allowed = match setting.kind.choices().len() {
            0..4 => setting.kind.allowed(),
            _ => "see below".to_string(),
        };
        let cells = [setting.help, &allowed, setting.default];
        assert!(cells.iter().all(|cell| !cell.contains('|')));
        writeln!(text, "| `{}` | {} |", setting.name, cells.join(" | ")).expect("a string");
    }
    text
}

fn choices_table(key: Key) -> String {
    let setting = key.setting();
    let mut text = format!("\n`{}`: {}.\n\n", setting.name, setting.kind.allowed());
    text += "| value | name | what it is |\n| --- | --- | --- |\n";
    for choice in setting.kind.choices() {
        let (id, name, explains) = (choice.id, choice.name, choice.explains);
        writeln!(text, "| `{id}` | {name} | {explains} |").expect("a string");
    }
    text
}

/// One test, because two would write one file at the same time.
#[test]
fn the_document_has_the_programs_settings_and_numbers() {
    check_settings();
    check_readout();
}

fn check_settings() {
    let mut expected = settings_table();
    for setting in SETTINGS {
        if setting.kind.choices().len() > 3 {
            expected += &choices_table(setting.key);
        }
    }
    check("settings", &expected);
}

fn by_name(names: &[Name], values: &[f64]) -> String {
    let pairs: Vec<String> = names
        .iter()
        .zip(values)
        .map(|(name, value)| format!("\"{}\": {value}", name.plain()))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// The entries of one run. Display writes the shortest text with the same bits,
/// as JavaScript does for numbers of this size.
fn entries(names: &[Name], run: &RunReadout, indent: &str, between: &str) -> String {
    let stopped = run
        .stopped
        .map_or("null".into(), |text| format!("\"{text}\""));
    [
        format!("{indent}\"iteration\": {},\n", run.iteration),
        format!("{indent}\"point\": {},\n", by_name(names, &run.point)),
        format!("{indent}\"cost\": {},\n", run.cost),
        format!("{indent}\"gradient\": {},\n", by_name(names, &run.gradient)),
        format!("{indent}\"gradientNorm\": {},\n", run.gradient_norm),
        between.to_string(),
        format!("{indent}\"stopped\": {stopped}"),
    ]
    .concat()
}

fn check_readout() {
    let readout = open("data=houses&at=1").readout();
    let (names, first) = (&readout.parameters, &readout.runs[0]);
    let between = format!(
        "  \"alpha\": {},\n  \"rule\": \"{}\",\n",
        readout.alpha, readout.rule
    );
    let top = entries(names, first, "  ", &between);
    let only = entries(names, first, "    ", "");
    assert_eq!(
        (readout.runs.len(), readout.iteration),
        (1, first.iteration)
    );
    assert_eq!((&readout.guess, &readout.hand), (&None, &None));
    let json = format!(
        "{{\n{top},\n  \"guess\": null,\n  \"hand\": null,\n  \"runs\": [{{\n{only}\n  }}]\n}}"
    );
    check("readout", &format!("\n```json\n{json}\n```\n\n"));
}
