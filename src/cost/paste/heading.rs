//! Names and units out of headings.

use super::super::names::tidied;
use super::super::table::Column;
use super::cell::is_missing;
use super::units::is_unit;

/// A heading's name and unit: `size (m²)`, `price [€]`, `weight, kg`, `length / cm`,
/// `mass in kg`.
pub(super) fn heading(text: &str) -> Column {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (name, unit) = parted(&text);
    Column {
        name: tidy(name),
        unit: tidy(unit),
    }
}

fn parted(text: &str) -> (&str, &str) {
    if let Some(number) = text
        .strip_prefix("[,")
        .and_then(|rest| rest.strip_suffix(']'))
    {
        // R's name for a column of a matrix.
        return (number, "");
    }
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
        let inside = text
            .strip_suffix(close)
            .and_then(|rest| rest.rsplit_once(open));
        if let Some((name, unit)) = inside {
            return (name.trim().trim_end_matches('/').trim_end(), unit.trim());
        }
    }
    for between in [", ", " / ", "/ ", " in "] {
        if let Some((name, unit)) = text.rsplit_once(between)
            && is_unit(unit.trim())
        {
            return (name.trim(), unit.trim());
        }
    }
    match text.rsplit_once(' ') {
        Some((name, unit))
            if matches!(
                unit,
                "%" | "€" | "$" | "£" | "m²" | "kg" | "°C" | "EUR" | "USD" | "CHF"
            ) =>
        {
            (name, unit)
        }
        _ => (text, ""),
    }
}

/// Without what Markdown puts around words.
fn tidy(text: &str) -> String {
    tidied(text.trim_matches(['*', '`', '_', ' ']))
}

/// Whether a row below the heading holds units: most of what stands there is one, or
/// stands in brackets.
pub(super) fn are_units(cells: &[String]) -> bool {
    let (mut units, mut others) = (0, 0);
    for cell in cells.iter().map(|cell| cell.trim()) {
        let bracketed = [('(', ')'), ('[', ']')]
            .iter()
            .any(|(open, close)| cell.starts_with(*open) && cell.ends_with(*close));
        if is_unit(cell) || bracketed {
            units += 1;
        } else if !is_missing(cell) {
            others += 1;
        }
    }
    units > others
}

/// Whether a row below the heading tells types, as R's tibbles do: `<dbl>`, `<int>`.
pub(super) fn are_types(cells: &[String]) -> bool {
    let filled = || {
        cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    filled().count() > 0 && filled().all(|cell| cell.starts_with('<') && cell.ends_with('>'))
        || filled().count() > 1 && filled().all(|cell| TYPES.contains(&cell))
}

/// Types as polars and databases print them.
const TYPES: &[&str] = &[
    "str", "i64", "f64", "i32", "f32", "int64", "double", "varchar", "date", "bool", "int32",
    "float", "---",
];

/// The unit in a row of units.
pub(super) fn unit(cell: &str) -> String {
    let cell = cell.trim();
    tidy(match is_missing(cell) {
        true => "",
        false => cell
            .trim_start_matches(['(', '['])
            .trim_end_matches([')', ']']),
    })
}

/// Names that are there twice get numbers.
pub(super) fn number_twins(columns: &mut [Column]) {
    for at in 1..columns.len() {
        let (before, rest) = columns.split_at_mut(at);
        let name = rest[0].name.clone();
        if name.is_empty() {
            continue;
        }
        let taken = |name: &str| before.iter().any(|column| column.name == name);
        let free = (2..)
            .map(|number| format!("{name} {number}"))
            .find(|name| !taken(name));
        if taken(&name) {
            rest[0].name = free.unwrap_or(name);
        }
    }
}
