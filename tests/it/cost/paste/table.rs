//! The pastes of `tests/pastes`, each beside what a careful person reads in it. To write one, read
//! the text as a person; the form is:
//!
//! ```text
//! semicolon, decimal comma, thousands point
//! city (text) | size [m²] | price [€]
//! 2: 50.5 1200
//! out 3: missing price
//! ```
//!
//! First the separator and the signs, then the columns with their units and what they hold, then the
//! rows of the columns that are used by default, each with its line, and the lines that are left out.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use downhill::cost::paste::{
    ChoiceFault, Decided, Holds, Notation, Paste, PasteError, PasteFault, PastedColumn, Reason,
    Sign,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pastes")
}

fn told(text: &str) -> String {
    match Paste::read(text) {
        Ok(paste) => read(&paste),
        Err(error) => refused(&error),
    }
}

fn refused(error: &PasteError) -> String {
    let fault = match &error.fault {
        PasteFault::Empty => "empty",
        PasteFault::Html => "HTML",
        PasteFault::Json => "JSON",
        PasteFault::NoTable(_) => "no table",
        PasteFault::NoNumbers => "no numbers",
        PasteFault::Wrapped => "wrapped",
        PasteFault::TooManyColumns(_) => "too many columns",
        PasteFault::TooManyRows => "too many rows",
    };
    format!("error in line {}: {fault}\n", error.line)
}

fn read(paste: &Paste) -> String {
    let mut told = format!("{:?}", paste.separator()).to_lowercase();
    let notations = || paste.columns().iter().filter_map(notation);
    for (sign, word) in [(Sign::Point, "point"), (Sign::Comma, "comma")] {
        if notations().any(|it| it.has_fractions && it.decimal == sign) {
            told += &format!(", decimal {word}");
        }
    }
    if let Some(sign) = notations().find_map(|it| it.thousands) {
        told += &format!(", thousands {}", spelled(sign));
    }
    let columns: Vec<String> = paste.columns().iter().map(column).collect();
    writeln!(told, "\n{}", columns.join(" | ")).unwrap();
    told + &rows(paste)
}

fn spelled(sign: char) -> String {
    match sign {
        '.' => "point".into(),
        ',' => "comma".into(),
        sign if sign.is_whitespace() => "space".into(),
        sign => sign.into(),
    }
}

fn notation(column: &PastedColumn) -> Option<&Notation> {
    match &column.holds {
        Holds::Numbers(notation) => Some(notation),
        _ => None,
    }
}

fn column(column: &PastedColumn) -> String {
    let mut told = column.named.name.clone();
    if told.is_empty() {
        told += "unnamed";
    }
    if !column.named.unit.is_empty() {
        told += &format!(" [{}]", column.named.unit);
    }
    let holds = match &column.holds {
        Holds::Numbers(_) if column.is_id => " (id)",
        Holds::Numbers(notation) => match notation.decided {
            Decided::Clear => "",
            Decided::ByColumn => " (by column)",
            Decided::ByTable => " (by table)",
            Decided::ByHabit => " (by habit)",
        },
        Holds::Dates => " (dates)",
        Holds::Text => " (text)",
        Holds::Nothing => " (nothing)",
    };
    told + holds
}

fn rows(paste: &Paste) -> String {
    let Some(choice) = paste.suggestion() else {
        return "no pair of columns\n".into();
    };
    let chosen = match paste.choose(&choice) {
        Ok(chosen) => chosen,
        Err(ChoiceFault::NoRows) => return "no rows\n".into(),
        Err(other) => return format!("{other:?}\n"),
    };
    let skipped: Vec<usize> = chosen.left_out.iter().map(|left| left.line).collect();
    let mut told = String::new();
    // Several rows may stand in a line, none of these pastes has them.
    let is_row = |line: &usize| paste.lines()[line - 1] == downhill::cost::paste::LineKind::Row;
    let mut lines: Vec<usize> = (1..=paste.lines().len()).filter(is_row).collect();
    lines.retain(|line| !skipped.contains(line));
    let starts = paste.row_count()
        == paste
            .lines()
            .iter()
            .filter(|kind| **kind == downhill::cost::paste::LineKind::Row)
            .count();
    for (index, row) in chosen.table.rows().enumerate() {
        let numbers: Vec<String> = row.iter().map(|number| plain(*number)).collect();
        match starts {
            true => writeln!(told, "{}: {}", lines[index], numbers.join(" ")).unwrap(),
            false => writeln!(told, "{}", numbers.join(" ")).unwrap(),
        }
    }
    let mut left_out: Vec<_> = paste.left_out().iter().chain(&chosen.left_out).collect();
    left_out.sort_by_key(|left| left.line);
    for left in left_out {
        writeln!(told, "out {}: {}", left.line, why(&left.reason, paste)).unwrap();
    }
    told
}

fn plain(number: f64) -> String {
    match number.abs() {
        size if size >= 1e15 => format!("{number:e}"),
        _ => number.to_string(),
    }
}

fn why(reason: &Reason, paste: &Paste) -> String {
    let name = |column: &usize| paste.columns()[*column].named.name.clone();
    match reason {
        Reason::Fields { found, expected } => format!("{found} fields, not {expected}"),
        Reason::AboveHeading => "title".into(),
        Reason::RepeatedHeading => "heading again".into(),
        Reason::Elision => "elision".into(),
        Reason::Footer => "footer".into(),
        Reason::Total => "total".into(),
        Reason::Missing { column } => format!("missing {}", name(column)).trim_end().into(),
        Reason::NotANumber { column, found } => format!("“{found}” in {}", name(column)),
        Reason::TooLarge { column } => format!("too large {}", name(column)),
    }
}

#[test]
fn every_paste_is_read_as_a_careful_person_reads_it() {
    let mut names: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    names.sort();
    assert!(names.len() >= 80, "{} pastes", names.len());
    let mut wrong = String::new();
    for path in names {
        let text = fs::read_to_string(&path).unwrap();
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap();
        let told = told(&text);
        if told.trim_end() != expected.trim_end() {
            let name = path.file_name().unwrap().display();
            write!(
                wrong,
                "\n=== {name}\n{text}\n--- expected\n{expected}\n--- read\n{told}"
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
