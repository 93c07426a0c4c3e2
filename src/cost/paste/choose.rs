//! Chosen columns as data for a fit.

use super::super::reader::MOST_NUMBERS;
use super::super::table::{Column, MOST_COLUMNS, Table, rows_in_part, unnamed_columns};
use super::error::ChoiceFault;
use super::report::{Holds, LeftOut, Reason};
use super::{Paste, TOO_LARGE, UNREADABLE};

/// Which columns are the features and which is y, by their places from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnChoice {
    /// The features.
    pub x: Vec<usize>,
    /// What is predicted.
    pub y: usize,
}

/// Data out of a pasted table.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The rows that have a number in each chosen column.
    pub table: Table,
    /// The other rows.
    pub left_out: Vec<LeftOut>,
}

impl Paste {
    /// What a reader most likely means: y is the last column of numbers, x are the ones
    /// before it, but for those that only tell rows apart.
    pub fn suggestion(&self) -> Option<ColumnChoice> {
        let numeric = |with_ids: bool| -> Vec<usize> {
            let columns = self.columns.iter().enumerate();
            let wanted =
                columns.filter(|(_, column)| column.is_numeric() && (with_ids || !column.is_id));
            wanted.map(|(at, _)| at).collect()
        };
        let mut places = numeric(false);
        if places.len() < 2 {
            places = numeric(true);
        }
        let y = places.pop()?;
        let most = MOST_COLUMNS - 1;
        let x = places.split_off(places.len().saturating_sub(most));
        (!x.is_empty()).then_some(ColumnChoice { x, y })
    }

    /// The table of the chosen columns, and the rows that are not in it.
    ///
    /// # Errors
    /// No feature, the same column twice, columns without numbers, more features or numbers
    /// than a fit takes, and rows that all lack a number.
    pub fn choose(&self, choice: &ColumnChoice) -> Result<Chosen, ChoiceFault> {
        let places = self.places(choice)?;
        let width = places.len();
        let stride = self.stride();
        let mut parts = vec![Vec::new()];
        let (mut left_out, mut rows) = (Vec::new(), 0);
        for (row, line) in self.row_lines.iter().enumerate() {
            let cells = &self.values[row * stride..][..stride];
            let gap = places.iter().find(|(_, at)| !cells[*at].is_finite());
            if let Some((column, at)) = gap {
                let line = *line as usize;
                left_out.push(LeftOut {
                    line,
                    reason: self.lacks(line, *column, cells[*at]),
                });
                continue;
            }
            rows += 1;
            if parts
                .last()
                .is_some_and(|part| part.len() == rows_in_part(width) * width)
            {
                parts.push(Vec::with_capacity(rows_in_part(width) * width));
            }
            if let Some(part) = parts.last_mut() {
                part.extend(places.iter().map(|(_, at)| cells[*at]));
            }
        }
        match rows * width {
            0 => Err(ChoiceFault::NoRows),
            count if count > MOST_NUMBERS => Err(ChoiceFault::TooManyNumbers(count)),
            _ => Ok(Chosen {
                table: Table::of_parts(self.names(choice), parts),
                left_out,
            }),
        }
    }

    /// Each chosen column's place in the table and among its numbers.
    fn places(&self, choice: &ColumnChoice) -> Result<Vec<(usize, usize)>, ChoiceFault> {
        let chosen: Vec<usize> = choice.x.iter().copied().chain([choice.y]).collect();
        let twice = (1..chosen.len()).any(|at| chosen[..at].contains(&chosen[at]));
        if chosen.len() < 2 || twice {
            return Err(ChoiceFault::TooFew);
        }
        if chosen.len() > MOST_COLUMNS {
            return Err(ChoiceFault::TooManyFeatures(chosen.len() - 1));
        }
        let place = |column: usize| {
            let holds = self.columns.get(column).map(|column| &column.holds);
            let before = self.columns.iter().take(column);
            match holds {
                Some(Holds::Numbers(_)) => {
                    Ok((column, before.filter(|column| column.is_numeric()).count()))
                }
                _ => Err(ChoiceFault::NotNumbers(column)),
            }
        };
        chosen.into_iter().map(place).collect()
    }

    fn lacks(&self, line: usize, column: usize, cell: f64) -> Reason {
        let kept = self
            .found
            .iter()
            .find(|(at, place, _)| (*at, *place) == (line, column));
        match cell {
            UNREADABLE => Reason::NotANumber {
                column,
                found: kept.map_or(String::new(), |(_, _, text)| text.clone()),
            },
            TOO_LARGE => Reason::TooLarge { column },
            _ => Reason::Missing { column },
        }
    }

    /// The columns' names; those without one are called as columns are in links.
    fn names(&self, choice: &ColumnChoice) -> Vec<Column> {
        let chosen = choice.x.iter().chain([&choice.y]);
        let plain = unnamed_columns(choice.x.len() + 1);
        let named = |(column, plain): (&usize, Column)| {
            let named = self.columns[*column].named.clone();
            let name = if named.name.is_empty() {
                plain.name
            } else {
                named.name
            };
            Column {
                name,
                unit: named.unit,
            }
        };
        chosen.zip(plain).map(named).collect()
    }
}
