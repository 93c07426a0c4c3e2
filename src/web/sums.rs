//! The instrument `sums`.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use crate::lab::{PartialLine, SumsColumn, SumsRow};

#[wasm_bindgen]
impl Lab {
    /// The sums behind the next step of the selected run, in texts.
    pub fn sums(&self) -> JsValue {
        let report = self.session.sums_report();
        let mut entries = vec![
            ("caption", JsValue::from_str(&report.caption)),
            ("columns", array(&report.columns, column)),
            ("rows", array(&report.rows, row)),
            ("partials", array(&report.partials, line)),
            ("note", JsValue::from_str(&report.note)),
            ("next", JsValue::from_str(&report.next)),
        ];
        entries.extend(report.sum.as_ref().map(|sum| ("sum", row(sum))));
        object(&entries)
    }
}

fn column(column: &SumsColumn) -> JsValue {
    let mut entries = vec![
        ("head", JsValue::from_str(&column.head)),
        ("how", JsValue::from_str(&column.how)),
        ("unit", JsValue::from_str(&column.unit)),
    ];
    let index = column.parameter.map(|index| (index as f64).into());
    entries.extend(index.map(|index| ("parameter", index)));
    object(&entries)
}

fn row(row: &SumsRow) -> JsValue {
    let cells = array(&row.cells, |cell| JsValue::from_str(cell));
    object(&[("head", JsValue::from_str(&row.head)), ("cells", cells)])
}

fn line(line: &PartialLine) -> JsValue {
    object(&[
        ("rule", JsValue::from_str(&line.rule)),
        ("numbers", JsValue::from_str(&line.numbers)),
        ("result", JsValue::from_str(&line.result)),
        ("spoken", JsValue::from_str(&line.spoken)),
    ])
}
