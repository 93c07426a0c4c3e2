//! Names and units of columns in front of the rows of a link: `size [m²],price [€];50,200;…`.

use super::table::unnamed_columns;
use super::{Column, DataError};

/// The longest name and the longest unit, in characters: they stand beside axes.
const LONGEST: usize = 40;

/// A name or a unit that a link can carry: without the signs that part it from others, and not
/// too long.
pub(super) fn tidied(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|letter| match letter {
            '[' | '{' => '(',
            ']' | '}' => ')',
            ',' | ';' => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    let tidy = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.chars().count() <= LONGEST {
        return tidy;
    }
    let start: String = tidy.chars().take(LONGEST - 1).collect();
    start.trim_end().to_owned() + "…"
}

/// The row of names that stands in front of the rows, with its `;`; empty for columns without
/// names and units of their own.
pub(super) fn written(columns: &[Column]) -> String {
    if columns == unnamed_columns(columns.len()) {
        return String::new();
    }
    let names: Vec<String> = columns.iter().map(field).collect();
    names.join(",") + ";"
}

fn field(column: &Column) -> String {
    let (name, unit) = (tidied(&column.name), tidied(&column.unit));
    match unit.is_empty() && !name.is_empty() && !could_be_number(&name) {
        true => name,
        false => format!("{name} [{unit}]").trim().to_owned(),
    }
}

/// Whether a row holds names: every field is one. A row with a single number in it holds
/// numbers, and what is none of its others is told.
pub(super) fn is_row_of_names(text: &str) -> bool {
    let is_name = |field: &str| {
        let field = field.trim();
        !field.is_empty() && (field.ends_with(']') || !could_be_number(field))
    };
    text.split(',').all(is_name)
}

/// Whether a text is a number or was meant as one.
fn could_be_number(text: &str) -> bool {
    let begins =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | '\u{2212}');
    text.starts_with(begins) || text.parse::<f64>().is_ok()
}

/// Reads a row of names.
///
/// # Errors
/// A name or a unit that is too long, or brackets that are not closed, opened or alone.
pub(super) fn read(text: &str) -> Result<Vec<Column>, DataError> {
    let fields: Vec<&str> = text.split(',').map(str::trim).collect();
    let width = if fields.len() > 1 { fields.len() } else { 2 };
    fields
        .iter()
        .zip(unnamed_columns(width))
        .map(|(field, plain)| column(field, plain))
        .collect()
}

fn column(field: &str, plain: Column) -> Result<Column, DataError> {
    let (name, unit) = match field
        .strip_suffix(']')
        .and_then(|rest| rest.split_once('['))
    {
        Some((name, unit)) => (name.trim(), unit.trim()),
        None => (field, ""),
    };
    let is_good = |text: &str| text.chars().count() <= LONGEST && !text.contains(['[', ']']);
    if !is_good(name) || !is_good(unit) {
        return Err(wrong_name(field));
    }
    let name = if name.is_empty() {
        plain.name
    } else {
        name.to_owned()
    };
    Ok(Column {
        name,
        unit: unit.to_owned(),
    })
}

fn wrong_name(found: &str) -> DataError {
    let start: String = found.chars().take(24).collect();
    let rest = if start.len() < found.len() { "…" } else { "" };
    DataError {
        row: 0,
        found: format!("“{start}{rest}”"),
        allowed: format!(
            "a name and its unit as in size [m²], each of at most {LONGEST} characters"
        ),
    }
}
