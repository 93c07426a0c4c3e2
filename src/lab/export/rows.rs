use crate::cost::{Column, Table};
use crate::lab::Session;
use crate::number::exact;

/// Rows that are written at a time.
const PIECE: usize = 4096;

impl Session {
    /// The data as CSV, in pieces: a heading with names and units, then a line for each row
    /// as it was given, every number with all its digits. Nothing without data.
    pub fn data_csv(&self) -> impl Iterator<Item = String> {
        let table = self.rows_as_given();
        let rows = table.as_ref().map_or(0, |table| table.row_count());
        let head = table.as_ref().map(|table| heading(table));
        let pieces = (0..rows.div_ceil(PIECE)).map(move |piece| {
            let lines = (piece * PIECE..rows).take(PIECE);
            let line = |row: usize| {
                table
                    .as_ref()
                    .map_or(String::new(), |table| line(table, row))
            };
            lines.map(line).collect()
        });
        head.into_iter().chain(pieces)
    }
}

fn heading(table: &Table) -> String {
    let names: Vec<String> = table.columns().iter().map(name).collect();
    names.join(",") + "\r\n"
}

/// A name with its unit; quoted, as CSV has it, where a comma or a quotation mark is in it.
fn name(column: &Column) -> String {
    let name = match column.unit.is_empty() {
        true => column.name.clone(),
        false => format!("{} [{}]", column.name, column.unit),
    };
    match name.contains([',', '"']) {
        true => format!("\"{}\"", name.replace('"', "\"\"")),
        false => name,
    }
}

fn line(table: &Table, row: usize) -> String {
    let numbers = table.row(row).iter();
    let numbers: Vec<String> = numbers.map(|number| exact(*number)).collect();
    numbers.join(",") + "\r\n"
}
