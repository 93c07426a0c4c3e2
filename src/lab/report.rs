use super::session::Session;
use super::subject::Origin;
use super::update::UpdateLine;
use super::words::{self, DIGITS, MathLine};
use crate::cost::{Fit, Loss, Model};
use crate::formula::Name;
use crate::landscape::Window;
use crate::number::significant;

/// One parameter of the selected run, in numbers and words.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterReport {
    /// The name in links and readouts.
    pub name: String,
    /// The name in prose.
    pub display: String,
    /// The name in MathML.
    pub math: String,
    /// The name spoken.
    pub spoken: String,
    /// What one unit of it is; empty for pure numbers.
    pub unit: String,
    /// Its value.
    pub value: f64,
    /// Its value for reading.
    pub text: String,
    /// The partial derivative by it.
    pub partial: f64,
    /// The partial derivative for reading.
    pub partial_text: String,
    /// The formula of the partial derivative in MathML; empty for data costs.
    pub partial_math: String,
    /// Where the run starts.
    pub start: f64,
}

/// One run in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunReport {
    /// Its number, from 1.
    pub number: usize,
    /// Whether it is the selected one.
    pub selected: bool,
    /// The iteration it is shown at.
    pub iteration: u32,
    /// Why it stopped, in the contract's words.
    pub stopped: Option<&'static str>,
    /// Its parameters: "w 1.512, b −0.504".
    pub values: String,
    /// Its cost.
    pub cost: String,
    /// Why it stopped, in a sentence or two.
    pub verdict: String,
}

/// Everything a page says of the present state.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The cost's id in the menu.
    pub cost: &'static str,
    /// The data set's id; empty when the data are the reader's own or there are none.
    pub data: &'static str,
    /// The rule's id.
    pub rule: &'static str,
    /// The cost's name.
    pub name: String,
    /// What the cost teaches, one sentence.
    pub teaches: String,
    /// Where it comes from.
    pub source: String,
    /// J = … typeset and spoken.
    pub formula: MathLine,
    /// The parameters of the selected run.
    pub parameters: Vec<ParameterReport>,
    /// J of the selected run.
    pub cost_text: String,
    /// ‖∇J‖ of the selected run.
    pub gradient_norm_text: String,
    /// The tolerance it is compared with.
    pub tolerance_text: String,
    /// How far ‖∇J‖ has come from its first value to the tolerance, on a
    /// logarithmic scale from 0 to 1.
    pub flatness: f64,
    /// The next step in numbers.
    pub update: Vec<UpdateLine>,
    /// What the rule does, one sentence.
    pub update_note: String,
    /// Every run.
    pub runs: Vec<RunReport>,
    /// Why the selected run stopped; empty while it walks.
    pub verdict: String,
    /// What to look at on the map.
    pub caption: String,
    /// What to look at on the chart.
    pub chart_caption: String,
    /// What to look at on the data plot; empty without data.
    pub data_caption: String,
    /// The picture in words.
    pub description: String,
    /// A short message for a live region.
    pub live: String,
    /// The ends of a slider for α.
    pub alpha_range: [f64; 2],
}

impl Session {
    /// Everything a page says of the present state, when the picture shows the
    /// window asked for.
    pub fn report(&self) -> Report {
        self.report_in(self.window())
    }

    /// The same for a picture whose window has grown to its shape.
    pub fn report_in(&self, shown: Window) -> Report {
        let selected = self.run_readout(self.selected());
        let (cost, data) = self.ids();
        let (name, teaches, source) = self.sheet_words();
        let runs: Vec<RunReport> = (0..self.runs().len())
            .map(|run| self.run_report(run))
            .collect();
        let cost_text = significant(selected.cost, DIGITS);
        Report {
            cost,
            data,
            rule: self.rule().id,
            teaches: teaches.to_owned(),
            source: source.to_owned(),
            formula: self.formula_line(),
            parameters: self.parameter_reports(),
            gradient_norm_text: significant(selected.gradient_norm, DIGITS),
            tolerance_text: significant(self.tolerance(), DIGITS),
            flatness: self.flatness(selected.gradient_norm),
            update: self.update_lines(),
            update_note: self.rule().explains.to_owned(),
            verdict: runs[self.selected()].verdict.clone(),
            caption: self.caption(teaches, shown, &runs),
            chart_caption: self.chart_caption(),
            data_caption: self.data_caption(&cost_text),
            description: self.description(name, shown, &runs),
            live: self.live(&runs),
            alpha_range: self.alpha_range(),
            name: name.to_owned(),
            cost_text,
            runs,
        }
    }

    fn ids(&self) -> (&'static str, &'static str) {
        let model = self.subject().model.map_or("", |model| model.id);
        match self.subject().origin {
            Origin::Catalogue(sheet) => (sheet.id, ""),
            Origin::OwnFormula => ("formula", ""),
            Origin::DataSet(sheet) | Origin::Refitted(sheet) => (model, sheet.id),
            Origin::OwnData => (model, ""),
        }
    }

    fn sheet_words(&self) -> (&str, &str, &str) {
        match self.subject().origin {
            Origin::Catalogue(sheet) => (sheet.name, sheet.teaches, sheet.source),
            Origin::DataSet(sheet) => (sheet.name, sheet.teaches, sheet.source),
            Origin::OwnFormula => (words::OWN_FORMULA_NAME, words::OWN_FORMULA, ""),
            Origin::Refitted(sheet) => (sheet.name, self.model_words(), sheet.source),
            Origin::OwnData => (words::OWN_DATA_NAME, self.model_words(), ""),
        }
    }

    fn model_words(&self) -> &'static str {
        self.subject().model.map_or("", |model| model.explains)
    }

    fn parameter_reports(&self) -> Vec<ParameterReport> {
        let readout = self.run_readout(self.selected());
        let start = &self.starts()[self.selected()];
        let subject = self.subject();
        let names = subject.parameters().iter().enumerate();
        names
            .map(|(index, name)| ParameterReport {
                name: name.plain().to_owned(),
                display: name.display(),
                math: name.mathml(),
                spoken: name.spoken(),
                unit: subject
                    .fit
                    .as_ref()
                    .map_or(String::new(), |fit| unit(fit, index)),
                value: readout.point[index],
                text: significant(readout.point[index], DIGITS),
                partial: readout.gradient[index],
                partial_text: significant(readout.gradient[index], DIGITS),
                partial_math: subject
                    .formula
                    .as_ref()
                    .map_or(String::new(), |formula| formula.partial_mathml(index)),
                start: start[index],
            })
            .collect()
    }

    /// "w 1.512" for each parameter of a run, at the iteration it is shown at.
    pub fn value_texts(&self, run: usize) -> Vec<String> {
        self.coordinate_texts(&self.runs()[run].point(self.shown_iteration(run)))
    }

    /// A point for reading: "w 1.512, b −0.504".
    pub fn point_text(&self, at: &[f64]) -> String {
        self.coordinate_texts(at).join(", ")
    }

    fn coordinate_texts(&self, at: &[f64]) -> Vec<String> {
        let pairs = self.subject().parameters().iter().zip(at);
        let text = |(axis, (name, value)): (usize, (&Name, &f64))| {
            let digits = match self.given().window() {
                Some(_) => self.digits_shown(axis, at),
                None => DIGITS,
            };
            format!("{} {}", name.display(), significant(*value, digits))
        };
        pairs.enumerate().map(text).collect()
    }

    /// Digits for one coordinate of a point: more where the window shows more.
    fn digits_shown(&self, axis: usize, at: &[f64]) -> usize {
        let (axes, window) = (self.axes(), self.window());
        let [x, y] = [window.x(), window.y()];
        let is_inside = |[low, high]: [f64; 2], axis: usize| low <= at[axis] && at[axis] <= high;
        let in_sight = is_inside(x, axes[0]) && (at.len() == 1 || is_inside(y, axes[1]));
        match axes.iter().position(|&shown| shown == axis) {
            Some(side) if in_sight => words::digits(at[axis], window.size()[side]),
            _ => DIGITS,
        }
    }

    /// J of a run for reading, at the iteration it is shown at.
    pub fn cost_text(&self, run: usize) -> String {
        significant(self.run_readout(run).cost, DIGITS)
    }

    fn run_report(&self, run: usize) -> RunReport {
        let readout = self.run_readout(run);
        RunReport {
            number: run + 1,
            selected: run == self.selected(),
            iteration: readout.iteration,
            stopped: readout.stopped,
            values: self.value_texts(run).join(", "),
            cost: significant(readout.cost, DIGITS),
            verdict: self.verdict(run),
        }
    }

    pub(super) fn flatness(&self, gradient_norm: f64) -> f64 {
        let start = self.run_gradient_at_start();
        let part = libm::log(start / gradient_norm) / libm::log(start / self.tolerance());
        match part {
            part if part >= 1.0 || gradient_norm <= self.tolerance() => 1.0,
            part if part > 0.0 => part,
            _ => 0.0,
        }
    }

    fn run_gradient_at_start(&self) -> f64 {
        let start = &self.starts()[self.selected()];
        let mut gradient = vec![0.0; start.len()];
        self.subject().cost.gradient(start, &mut gradient);
        crate::descent::norm(&gradient)
    }

    fn live(&self, runs: &[RunReport]) -> String {
        if self.in_fog() {
            return self.fog_caption();
        }
        let run = &runs[self.selected()];
        let place = words::run_sentence(run.number, run.iteration, &run.values, &run.cost);
        if run.verdict.is_empty() {
            place
        } else {
            format!("{place} {}", run.verdict)
        }
    }

    /// A hundredth to a hundred times the default α, widened to hold the
    /// present one.
    fn alpha_range(&self) -> [f64; 2] {
        let default = self.subject().alpha;
        let (low, high, now) = (default / 100.0, default * 100.0, self.alpha());
        [
            if now < low { now } else { low },
            if now > high { now } else { high },
        ]
    }
}

/// What one unit of a regression's parameter is: y's unit for b, y's unit per
/// x's unit for a weight.
/// The unit of a line's parameter; nothing for other models, whose parameters have units
/// that nobody could read.
fn unit(fit: &Fit, index: usize) -> String {
    if fit.model() != Model::Line || fit.loss() == Loss::CrossEntropy {
        return String::new();
    }
    let columns = fit.table().columns();
    let y = &columns[columns.len() - 1].unit;
    match columns.get(index) {
        Some(column) if index + 1 < columns.len() => match (y.is_empty(), column.unit.is_empty()) {
            (false, false) => format!("{y} per {}", column.unit),
            (false, true) => y.to_string(),
            _ => String::new(),
        },
        _ => y.to_string(),
    }
}
