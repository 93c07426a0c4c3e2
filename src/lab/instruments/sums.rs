//! The sums behind a step: from the rows of the data to every partial derivative,
//! or from the formula with the numbers put in.

use crate::cost::{Chain, Fit, Loss};
use crate::formula::Formula;
use crate::lab::session::Session;
use crate::lab::words::sums as say;
use crate::number::{fixed, significant};

/// A column of the table of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumsColumn {
    /// What stands in it.
    pub head: String,
    /// How it is computed; empty for what was measured.
    pub how: String,
    /// Its unit; empty for pure numbers.
    pub unit: String,
    /// The parameter whose partial derivative it adds up to.
    pub parameter: Option<usize>,
}

/// A row of the table: its name, and a text for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SumsRow {
    /// "row 3", "the other 330 rows", "sum".
    pub head: String,
    /// One text per column; empty where a column has nothing to add up.
    pub cells: Vec<String>,
}

/// A partial derivative of a formula: three pieces of one line, as MathML fragments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartialLine {
    /// ∂J/∂w = its formula.
    pub rule: String,
    /// = the same with the numbers put in.
    pub numbers: String,
    /// = the slope.
    pub result: String,
    /// The slope in words.
    pub spoken: String,
}

/// The sums behind the next step of the selected run.
#[derive(Clone, Debug, PartialEq)]
pub struct SumsReport {
    /// What to look at.
    pub caption: String,
    /// The columns of the table; none for a cost without rows.
    pub columns: Vec<SumsColumn>,
    /// All rows, or those with the largest shares and the others in one.
    pub rows: Vec<SumsRow>,
    /// The shares of all rows added up.
    pub sum: Option<SumsRow>,
    /// For a formula, each partial derivative with the numbers put in.
    pub partials: Vec<PartialLine>,
    /// How the sums were made and what the rule does with them.
    pub note: String,
    /// Where the next step leads.
    pub next: String,
}

/// A table up to this long is shown whole.
const WHOLE: usize = 40;
/// Of a longer one this many rows are shown.
const LARGEST: usize = 12;
/// Digits of the largest number of a column.
const DIGITS: i32 = 5;
/// Digits of numbers put into a formula, and of what comes out.
const PUT_IN: usize = 4;
const RESULT: usize = 5;

impl Session {
    /// The sums behind the next step of the selected run.
    pub fn sums_report(&self) -> SumsReport {
        match &self.subject().fit {
            Some(fit) => self.row_sums(fit),
            None => self.formula_sums(),
        }
    }

    fn row_sums(&self, fit: &Fit) -> SumsReport {
        let at = self.plane().through;
        let chain = fit.chain(&at, self.next_rows());
        let count = chain.count();
        let shown = match count > WHOLE {
            true => chain.largest(LARGEST),
            false => chain.rows().collect(),
        };
        let grid = Grid::new(fit, &chain, &shown);
        let mut rows: Vec<SumsRow> = shown
            .iter()
            .map(|row| grid.row(say::row(row + 1), &grid.numbers(*row)))
            .collect();
        if shown.len() < count {
            let rest = chain.rest(&shown);
            rows.push(grid.row(say::others(count - shown.len()), &grid.totals(&rest)));
        }
        let sums = chain.sums();
        SumsReport {
            caption: say::caption(count, shown.len(), self.batch_share()),
            columns: self.columns(fit, count),
            sum: Some(grid.row(say::SUM.into(), &grid.totals(&sums))),
            note: say::rows_note(self.difference(&sums)) + &self.elsewhere_note(),
            next: self.next_place(),
            partials: Vec::new(),
            rows,
        }
    }

    /// How far the sums over rows are from the slopes that the walk uses.
    fn difference(&self, sums: &[f64]) -> f64 {
        let mut gradient = vec![0.0; sums.len()];
        let (cost, iteration) = (&*self.subject().cost, self.shown_iteration(self.selected()));
        let ground = self.plan().ground(cost, iteration);
        ground.gradient(&self.plane().through, &mut gradient);
        let apart = sums.iter().zip(gradient).map(|(a, b)| (a - b).abs());
        apart.fold(0.0, |most, next| if next > most { next } else { most })
    }

    fn columns(&self, fit: &Fit, rows: usize) -> Vec<SumsColumn> {
        let columns = fit.table().columns();
        let features = columns.len() - 1;
        let y = &columns[features].unit;
        let measured = columns.iter().map(|column| SumsColumn {
            head: column.name.clone(),
            how: String::new(),
            unit: column.unit.clone(),
            parameter: None,
        });
        let computed = |head: &str, how: String, unit: String| SumsColumn {
            head: head.into(),
            how,
            unit,
            parameter: None,
        };
        let is_line = fit.is_least_squares();
        // A probability has no unit.
        let unit = match fit.loss() {
            Loss::CrossEntropy => String::new(),
            _ => y.clone(),
        };
        let names = self.subject().parameters();
        let shares = names.iter().enumerate().map(|(index, name)| SumsColumn {
            head: say::share(&name.display()),
            how: match is_line {
                true => say::share_how(
                    (index < features).then(|| columns[index].name.as_str()),
                    rows,
                ),
                false => say::slope_how(&name.display(), rows),
            },
            unit: match columns.get(index).filter(|_| index < features) {
                _ if !is_line => String::new(),
                Some(x) if x.unit.is_empty() || y.is_empty() => String::new(),
                Some(x) => format!("{y} · {}", x.unit),
                None => y.clone(),
            },
            parameter: Some(index),
        });
        measured
            .chain([
                computed(
                    say::PREDICTION,
                    match is_line {
                        true => say::prediction_how(names, columns),
                        false => String::new(),
                    },
                    unit.clone(),
                ),
                computed(say::ERROR, say::error_how(&columns[features].name), unit),
            ])
            .chain(shares)
            .collect()
    }

    fn formula_sums(&self) -> SumsReport {
        let formula = self.subject().formula.as_ref();
        let partials = formula.map_or(Vec::new(), |formula| self.partial_lines(formula));
        SumsReport {
            caption: say::FORMULA.into(),
            columns: Vec::new(),
            rows: Vec::new(),
            sum: None,
            partials,
            note: say::FORMULA_NOTE.to_owned() + &self.elsewhere_note(),
            next: self.next_place(),
        }
    }

    fn partial_lines(&self, formula: &Formula) -> Vec<PartialLine> {
        let measured = self.measured();
        let lines = measured.iter().enumerate();
        lines
            .map(|(index, measured)| {
                let values = measured.at.iter().map(|value| significant(*value, PUT_IN));
                let values: Vec<String> = values.collect();
                let name = &formula.parameters()[index];
                let slope = significant(measured.slope, RESULT);
                let class = format!("class=\"parameter-{index}\"");
                PartialLine {
                    rule: format!(
                        "<mrow><mfrac><mrow><mo>∂</mo><mi>J</mi></mrow>\
                         <mrow {class}><mo>∂</mo>{}</mrow></mfrac><mo>=</mo>{}</mrow>",
                        name.mathml(),
                        formula.partial_mathml(index)
                    ),
                    numbers: format!(
                        "<mrow><mo>=</mo>{}</mrow>",
                        formula.partial_mathml_at(index, &values)
                    ),
                    result: format!("<mrow><mo>=</mo><mn {class}>{slope}</mn></mrow>"),
                    spoken: say::partial(&name.spoken(), &slope),
                }
            })
            .collect()
    }

    /// Which slopes the rule measures only after other parameters have moved.
    fn elsewhere_note(&self) -> String {
        let gradient = self.run_readout(self.selected()).gradient;
        let names = self.subject().parameters();
        let moved = self.measured().into_iter().enumerate();
        moved
            .filter(|(_, measured)| measured.elsewhere)
            .map(|(index, measured)| {
                say::elsewhere(&names[index].display(), measured.slope, gradient[index])
            })
            .collect()
    }

    fn next_place(&self) -> String {
        let run = self.selected();
        if self.stop(run).is_some() {
            return say::STOPPED.into();
        }
        let point: Vec<f64> = self.measured().iter().map(|each| each.ends[1]).collect();
        let values = say::values(self.subject().parameters(), &point);
        let cost = self.subject().cost.value(&point);
        say::next(
            self.run_readout(run).iteration + 1,
            &values,
            cost,
            self.run_readout(run).cost,
        )
    }
}

/// The numbers of the table, and how many decimals each column has.
struct Grid<'a> {
    fit: &'a Fit,
    chain: &'a Chain,
    /// Decimals by column; `None` where a power of ten is needed.
    decimals: Vec<Option<usize>>,
}

impl Grid<'_> {
    fn new<'a>(fit: &'a Fit, chain: &'a Chain, shown: &[usize]) -> Grid<'a> {
        let mut grid = Grid {
            fit,
            chain,
            decimals: Vec::new(),
        };
        let rows: Vec<Vec<f64>> = shown.iter().map(|row| grid.numbers(*row)).collect();
        grid.decimals = (0..rows[0].len())
            .map(|column| {
                let numbers: Vec<f64> = rows.iter().map(|row| row[column]).collect();
                decimals(&numbers)
            })
            .collect();
        grid
    }

    /// Features, y, prediction, error, shares.
    fn numbers(&self, row: usize) -> Vec<f64> {
        let mut numbers = self.fit.table().row(row).to_vec();
        numbers.extend([self.chain.prediction(row), self.chain.error(row)]);
        numbers.extend(self.chain.shares(row));
        numbers
    }

    /// Numbers for the columns of the shares only.
    fn totals(&self, sums: &[f64]) -> Vec<f64> {
        let before = self.fit.table().columns().len() + 2;
        let mut numbers = vec![f64::NAN; before];
        numbers.extend(sums);
        numbers
    }

    fn row(&self, head: String, numbers: &[f64]) -> SumsRow {
        let cell = |(number, decimals): (&f64, &Option<usize>)| match decimals {
            _ if number.is_nan() => String::new(),
            Some(decimals) => fixed(*number, *decimals),
            None => significant(*number, DIGITS as usize),
        };
        SumsRow {
            head,
            cells: numbers.iter().zip(&self.decimals).map(cell).collect(),
        }
    }
}

/// The decimals that give the largest number of a column its digits, so that the
/// column can be added up by eye; fewer where all of them would end in zeros.
fn decimals(numbers: &[f64]) -> Option<usize> {
    let sizes = numbers.iter().map(|number| number.abs());
    let largest = sizes.fold(0.0, |most, next| if next > most { next } else { most });
    if largest == 0.0 {
        return Some(0);
    }
    let exponent = libm::floor(libm::log10(largest)) as i32;
    let mut decimals = match DIGITS - 1 - exponent {
        decimals if (-2..=8).contains(&decimals) => decimals.max(0) as usize,
        _ => return None,
    };
    while decimals > 0 && numbers.iter().all(|n| fixed(*n, decimals).ends_with('0')) {
        decimals -= 1;
    }
    Some(decimals)
}
