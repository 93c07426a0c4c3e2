use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::text;
use crate::lab::{FORMULA_EXAMPLES, FormulaReading, MathLine, ParameterName, Typeset};

#[wasm_bindgen]
impl Lab {
    /// What there is to say of a formula while it is typed; nothing of the figure changes.
    #[wasm_bindgen(js_name = readFormula)]
    pub fn read_formula(&self, typed: &str) -> JsValue {
        let FormulaReading {
            parameters,
            fault,
            remedy,
        } = FormulaReading::of(typed);
        let mut entries = vec![("parameters", array(&parameters, parameter))];
        if let Some(fault) = fault {
            entries.push(("column", (fault.column as f64).into()));
            entries.push(("length", (fault.length as f64).into()));
            entries.push(("message", text(&fault.message)));
        }
        if let Some(remedy) = remedy {
            entries.push(("hint", text(&remedy.message)));
            entries.push(("suggestion", text(&remedy.text)));
        }
        object(&entries)
    }

    /// J and its partial derivatives as mathematics; undefined if the text is no formula.
    #[wasm_bindgen(js_name = typesetFormula)]
    pub fn typeset_formula(&self, typed: &str) -> JsValue {
        Typeset::of(typed).map_or(JsValue::UNDEFINED, |set| {
            object(&[
                ("cost", line(&set.cost)),
                ("partials", array(&set.partials, line)),
            ])
        })
    }

    /// Formulas to begin with.
    #[wasm_bindgen(js_name = formulaExamples)]
    pub fn formula_examples(&self) -> JsValue {
        array(FORMULA_EXAMPLES, |example| {
            object(&[("name", text(example.name)), ("text", text(example.text))])
        })
    }
}

fn parameter(parameter: &ParameterName) -> JsValue {
    object(&[
        ("name", text(&parameter.name)),
        ("display", text(&parameter.display)),
    ])
}

fn line(line: &MathLine) -> JsValue {
    object(&[("math", text(&line.math)), ("spoken", text(&line.spoken))])
}
