//! What the lab says, as plain JavaScript objects. The shapes are part of the
//! public contract (`docs/embedding.md`) or of `www/figure/types.d.ts`.

use wasm_bindgen::JsValue;

use super::object::{array, object, string_or_null};
use crate::formula::Name;
use crate::lab::instruments::ValleyReport;
use crate::lab::{
    Choice, DataView, INSTRUMENTS, Key, ParameterReport, Problem, Readout, RunReadout, RunReport,
    SETTINGS, Session, Setting, UpdateLine, VEILS,
};
use crate::landscape::Window;

pub(super) fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

pub(super) fn problems(problems: Vec<Problem>) -> JsValue {
    array(problems, |problem| {
        let mut entries = vec![
            ("key", text(&problem.key)),
            ("value", text(&problem.value)),
            ("message", text(&problem.message)),
        ];
        if let Some(column) = problem.column {
            entries.push(("column", (column as f64).into()));
        }
        object(&entries)
    })
}

fn choice(choice: Choice) -> JsValue {
    object(&[
        ("id", text(choice.id)),
        ("name", text(choice.name)),
        ("explains", text(choice.explains)),
    ])
}

fn choices(key: Key) -> JsValue {
    array(key.setting().kind.choices(), choice)
}

fn setting(setting: &Setting) -> JsValue {
    object(&[
        ("key", text(setting.name)),
        ("allowed", text(&setting.kind.allowed())),
        ("default", text(setting.default)),
        ("help", text(setting.help)),
        ("choices", array(setting.kind.choices(), choice)),
    ])
}

/// All there is to know of each setting.
pub(super) fn reference() -> JsValue {
    array(SETTINGS, setting)
}

/// The tables that fill menus.
pub(super) fn tables() -> JsValue {
    object(&[
        ("costs", choices(Key::Cost)),
        ("data", choices(Key::Data)),
        ("rules", choices(Key::Rule)),
        ("keys", array(SETTINGS, |setting| text(setting.name))),
        ("instruments", array([INSTRUMENTS, VEILS].concat(), choice)),
    ])
}

fn by_name(names: &[Name], values: &[f64]) -> JsValue {
    let values = values.iter().map(|value| JsValue::from(*value));
    let entries: Vec<_> = names.iter().map(Name::plain).zip(values).collect();
    object(&entries)
}

fn numbers(names: &[Name], run: &RunReadout) -> Vec<(&'static str, JsValue)> {
    vec![
        ("iteration", run.iteration.into()),
        ("point", by_name(names, &run.point)),
        ("cost", run.cost.into()),
        ("gradient", by_name(names, &run.gradient)),
        ("gradientNorm", run.gradient_norm.into()),
        ("stopped", string_or_null(run.stopped)),
    ]
}

/// The readout of the contract: the top level is the first run.
pub(super) fn readout(readout: &Readout) -> JsValue {
    let names = &readout.parameters;
    let mut entries = numbers(names, &readout.runs[0]);
    entries[0].1 = readout.iteration.into();
    entries.insert(entries.len() - 1, ("alpha", readout.alpha.into()));
    entries.insert(entries.len() - 1, ("rule", text(readout.rule)));
    let guess = readout.guess.as_ref().map(|guess| {
        object(&[
            ("point", by_name(names, &guess.point)),
            ("distance", guess.distance.into()),
        ])
    });
    entries.push(("guess", guess.unwrap_or(JsValue::NULL)));
    let hand = readout.hand.as_ref().map(|hand| {
        object(&[
            ("point", by_name(names, &hand.point)),
            ("cost", hand.cost.into()),
            ("steps", (hand.steps as f64).into()),
        ])
    });
    entries.push(("hand", hand.unwrap_or(JsValue::NULL)));
    entries.push((
        "runs",
        array(&readout.runs, |run| object(&numbers(names, run))),
    ));
    object(&entries)
}

pub(super) fn update_line(line: &UpdateLine) -> JsValue {
    object(&[
        ("rule", text(&line.rule)),
        ("numbers", text(&line.numbers)),
        ("spoken", text(&line.spoken)),
    ])
}

fn parameter(parameter: &ParameterReport) -> JsValue {
    object(&[
        ("name", text(&parameter.name)),
        ("display", text(&parameter.display)),
        ("math", text(&parameter.math)),
        ("spoken", text(&parameter.spoken)),
        ("unit", text(&parameter.unit)),
        ("value", parameter.value.into()),
        ("text", text(&parameter.text)),
        ("partial", parameter.partial.into()),
        ("partialText", text(&parameter.partial_text)),
        ("partialMath", text(&parameter.partial_math)),
        ("start", parameter.start.into()),
    ])
}

fn run(run: &RunReport) -> JsValue {
    object(&[
        ("number", (run.number as f64).into()),
        ("selected", run.selected.into()),
        ("iteration", run.iteration.into()),
        ("stopped", string_or_null(run.stopped)),
        ("values", text(&run.values)),
        ("cost", text(&run.cost)),
        ("verdict", text(&run.verdict)),
    ])
}

/// Everything the page says of the present state, in one call.
pub(super) fn report(session: &Session, shown: Window) -> JsValue {
    let report = session.report_in(shown);
    let names = session.subject().parameters();
    object(&[
        ("cost", text(report.cost)),
        ("data", text(report.data)),
        ("rule", text(report.rule)),
        ("name", text(&report.name)),
        ("teaches", text(&report.teaches)),
        ("source", text(&report.source)),
        ("math", text(&report.formula.math)),
        ("mathSpoken", text(&report.formula.spoken)),
        ("parameters", array(&report.parameters, parameter)),
        (
            "axes",
            array(session.axes(), |axis| text(names[axis].plain())),
        ),
        ("costText", text(&report.cost_text)),
        ("gradientNormText", text(&report.gradient_norm_text)),
        ("toleranceText", text(&report.tolerance_text)),
        ("flatness", report.flatness.into()),
        ("update", array(&report.update, update_line)),
        ("updateNote", text(&report.update_note)),
        ("runs", array(&report.runs, run)),
        ("selected", (session.selected() as f64).into()),
        ("iteration", session.iteration().into()),
        ("furthest", session.furthest().into()),
        ("finished", session.is_finished().into()),
        ("verdict", text(&report.verdict)),
        ("caption", text(&report.caption)),
        ("chartCaption", text(&report.chart_caption)),
        ("dataCaption", text(&report.data_caption)),
        ("description", text(&report.description)),
        ("live", text(&report.live)),
        ("alpha", session.alpha().into()),
        ("alphaRange", array(report.alpha_range, JsValue::from_f64)),
        ("hasData", session.subject().fit.is_some().into()),
        (
            "modelSettings",
            array(session.model_settings(), |key| text(key.name())),
        ),
        ("square", (session.data_view() == DataView::Output).into()),
        ("oneParameter", (names.len() == 1).into()),
        ("canUndo", session.can_undo().into()),
        ("isExample", session.is_example().into()),
    ])
}

/// A valley with what came to it.
pub(super) fn valley(valley: &ValleyReport) -> JsValue {
    object(&[
        ("number", (valley.number as f64).into()),
        ("place", text(&valley.place)),
        ("cost", text(&valley.cost)),
        ("count", (valley.count as f64).into()),
        ("share", text(&valley.share)),
    ])
}
