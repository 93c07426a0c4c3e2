use std::{error::Error, fmt};

use super::{DataSheet, TableReader, names};

/// A table of numbers: at least one row, features first, y in the last column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    columns: Vec<Column>,
    rows: usize,
    /// Row-major, in parts of [`rows_in_part`] rows, the last perhaps shorter: parts of one
    /// size leave no gaps in memory when other rows take their place.
    parts: Vec<Vec<f64>>,
    /// The least and the greatest number of each column.
    ranges: Vec<[f64; 2]>,
}

/// What a column of a [`Table`] holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What was measured, such as `size`.
    pub name: String,
    /// In which unit, such as `1000 sq ft`; empty if unknown.
    pub unit: String,
}

/// Why data were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// The row at fault, counted from 1; 0 for the names of columns in front of them.
    pub row: usize,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub allowed: String,
}

/// Most numbers in a row.
pub(super) const MOST_COLUMNS: usize = 17;
/// Largest magnitude of a number. Its square times any number of rows is still far
/// from infinity.
const LARGEST: f64 = 1e100;

impl Table {
    /// A table from row-major values, without a limit on the number of rows.
    ///
    /// # Errors
    /// Fewer than 2 or more than 17 columns, no row, a last row that is not full, or a
    /// number that is not between −1e100 and 1e100.
    pub fn new(columns: Vec<Column>, values: Vec<f64>) -> Result<Table, DataError> {
        let width = columns.len();
        check_width(width)?;
        let rows = values.len().div_ceil(width);
        if rows == 0 {
            return Err(nothing());
        }
        let last = values.len() - (rows - 1) * width;
        if last != width {
            return Err(wrong_width(rows, last, width));
        }
        if let Some(index) = values.iter().position(|value| !is_allowed(*value)) {
            return Err(wrong_number(index / width + 1, &values[index].to_string()));
        }
        let parts = values.chunks(rows_in_part(width) * width);
        let parts = parts.map(<[f64]>::to_vec).collect();
        Ok(Table::of_parts(columns, parts))
    }

    /// A table of good numbers, at least one row, in parts of the right size.
    pub(super) fn of_parts(columns: Vec<Column>, parts: Vec<Vec<f64>>) -> Table {
        Table {
            ranges: ranges(&parts, columns.len()),
            rows: parts.iter().map(Vec::len).sum::<usize>() / columns.len(),
            columns,
            parts,
        }
    }

    /// One of the data sets that come with Downhill.
    pub fn built_in(sheet: &DataSheet) -> Table {
        let lines = sheet.rows.lines().filter(|line| !line.starts_with('#'));
        let columns = sheet
            .columns
            .iter()
            .map(|column| Column {
                name: column.name.into(),
                unit: column.unit.into(),
            })
            .collect();
        let mut values = Vec::new();
        (1..)
            .zip(lines)
            .try_for_each(|(row, line)| append_row(row, line, &mut values))
            .and_then(|()| Table::new(columns, values))
            .unwrap_or_else(|_| unreachable!("the tests read every built-in data set"))
    }

    /// Reads rows as a link writes them, `x,y;x,y;…`: the last number of a row is y, the
    /// ones before are features. Spaces and a last `;` do not matter. The columns are
    /// called `x` (or `x1`, `x2`, …) and `y`, without units, unless a row of names and units
    /// stands in front: `size [m²],price [€];50,200;…`.
    ///
    /// # Errors
    /// Names or units of more than 40 characters, or not one for each column. Text that is no number, a number not between −1e100 and 1e100, rows of different
    /// lengths, fewer than 2 or more than 17 numbers in a row, no row at all, more
    /// than 1,000,000 rows, or more than 3,000,000 numbers.
    pub fn from_inline(text: &str) -> Result<Table, DataError> {
        let mut reader = TableReader::default();
        reader.push(text)?;
        reader.finish()
    }

    /// The columns, y last.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The number of rows, m. At least one.
    pub fn row_count(&self) -> usize {
        self.rows
    }

    /// How many numbers it holds: rows times columns.
    pub fn numbers(&self) -> usize {
        self.rows * self.columns.len()
    }

    /// A row: its features, then its y.
    pub fn row(&self, index: usize) -> &[f64] {
        let width = self.columns.len();
        let in_part = rows_in_part(width);
        &self.parts[index / in_part][index % in_part * width..][..width]
    }

    /// All rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &[f64]> {
        let width = self.columns.len();
        self.parts
            .iter()
            .flat_map(move |part| part.chunks_exact(width))
    }

    /// One column's numbers in the order of the rows.
    pub fn column(&self, index: usize) -> impl Iterator<Item = f64> {
        self.rows().map(move |row| row[index])
    }

    /// The least and the greatest number of a column.
    pub fn range(&self, index: usize) -> [f64; 2] {
        self.ranges[index]
    }

    /// The rows as a link writes them: the shortest text that
    /// [`from_inline`](Table::from_inline) reads back to the same numbers.
    pub fn inline(&self) -> String {
        self.inline_pieces().collect()
    }

    /// The same in pieces of some thousand rows, so that a long text need not be in
    /// memory at once.
    pub fn inline_pieces(&self) -> impl Iterator<Item = String> {
        let width = self.columns.len();
        self.parts.iter().enumerate().map(move |(index, part)| {
            let between = match index {
                0 => names::written(&self.columns),
                _ => ";".to_owned(),
            };
            let rows: Vec<String> = part.chunks_exact(width).map(row_text).collect();
            between + &rows.join(";")
        })
    }
}

/// Numbers in a part: 256 kB.
const PART: usize = 1 << 15;

/// Rows in a part of a table with so many columns.
pub(super) fn rows_in_part(width: usize) -> usize {
    PART / width
}

fn row_text(row: &[f64]) -> String {
    let numbers: Vec<String> = row.iter().map(|number| shortest(*number)).collect();
    numbers.join(",")
}

fn ranges(parts: &[Vec<f64>], width: usize) -> Vec<[f64; 2]> {
    let mut ranges = vec![[f64::INFINITY, f64::NEG_INFINITY]; width];
    for row in parts.iter().flat_map(|part| part.chunks_exact(width)) {
        for (range, value) in ranges.iter_mut().zip(row) {
            range[0] = if *value < range[0] { *value } else { range[0] };
            range[1] = if *value > range[1] { *value } else { range[1] };
        }
    }
    ranges
}

pub(super) fn append_row(row: usize, text: &str, values: &mut Vec<f64>) -> Result<(), DataError> {
    if text.trim().is_empty() {
        return Err(DataError { row, ..nothing() });
    }
    for field in text.split(',') {
        let value = field.trim().parse().ok().filter(|value| is_allowed(*value));
        values.push(value.ok_or_else(|| wrong_number(row, field.trim()))?);
    }
    Ok(())
}

pub(super) fn unnamed_columns(width: usize) -> Vec<Column> {
    let features = width - 1;
    let name = |i: usize| match i {
        _ if i == features => "y".to_string(),
        _ if features == 1 => "x".to_string(),
        _ => format!("x{}", i + 1),
    };
    (0..width)
        .map(|i| Column {
            name: name(i),
            unit: String::new(),
        })
        .collect()
}

/// False for NaN too.
pub(super) fn is_allowed(value: f64) -> bool {
    value.abs() <= LARGEST
}

pub(super) fn check_width(width: usize) -> Result<(), DataError> {
    if (2..=MOST_COLUMNS).contains(&width) {
        return Ok(());
    }
    let allowed = format!("2 to {MOST_COLUMNS} numbers: one or more features, then y");
    Err(DataError {
        row: 1,
        found: count(width),
        allowed,
    })
}

pub(super) fn nothing() -> DataError {
    DataError {
        row: 1,
        found: "nothing".into(),
        allowed: "numbers, as in 1,2;3,4".into(),
    }
}

pub(super) fn wrong_width(row: usize, found: usize, allowed: usize) -> DataError {
    DataError {
        row,
        found: count(found),
        allowed: format!("{}, as in row 1", count(allowed)),
    }
}

/// There are more or fewer names than numbers in the first row.
pub(super) fn wrong_names(found: usize, names: usize) -> DataError {
    let allowed = format!("{}, one for each name", count(names));
    DataError {
        row: 1,
        found: count(found),
        allowed,
    }
}

fn wrong_number(row: usize, found: &str) -> DataError {
    let start: String = found.chars().take(24).collect();
    let rest = if start.len() < found.len() { "…" } else { "" };
    DataError {
        row,
        found: format!("“{start}{rest}”"),
        allowed: "a number between −1e100 and 1e100".into(),
    }
}

fn count(numbers: usize) -> String {
    if numbers == 1 {
        "1 number".into()
    } else {
        format!("{numbers} numbers")
    }
}

fn shortest(value: f64) -> String {
    let (plain, scientific) = (format!("{value}"), format!("{value:e}"));
    if scientific.len() < plain.len() {
        scientific
    } else {
        plain
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            0 => f.write_str("names of columns")?,
            row => write!(f, "row {row}")?,
        }
        write!(f, ": found {}, allowed: {}", self.found, self.allowed)
    }
}

impl Error for DataError {}
