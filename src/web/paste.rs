//! A pasted table.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::{problems, text};
use crate::cost::paste::ColumnChoice;
use crate::lab::{ColumnReport, PasteReport};

#[wasm_bindgen]
impl Lab {
    /// Takes a piece of a pasted text; gives whether more may come.
    #[wasm_bindgen(js_name = pasteTable)]
    pub fn paste_table(&mut self, piece: &str) -> bool {
        self.pasted.push(piece)
    }

    /// Reads the pieces: what was understood, or `error`.
    #[wasm_bindgen(js_name = readTable)]
    pub fn read_table(&mut self) -> JsValue {
        self.pasted
            .read()
            .map_or_else(|sentence| error(&sentence), |report| told(&report))
    }

    /// How many rows a choice of columns uses and leaves out, or `error`.
    #[wasm_bindgen(js_name = tableChoice)]
    pub fn table_choice(&self, x: &[u32], y: u32) -> JsValue {
        match self.pasted.chosen(&choice(x, y)) {
            Err(sentence) => error(&sentence),
            Ok(report) => object(&[
                ("summary", text(&report.summary)),
                ("leftOut", array(report.left_out, |line| text(&line))),
            ]),
        }
    }

    /// Opens the figure of the chosen columns; gives the problems.
    #[wasm_bindgen(js_name = useTable)]
    pub fn use_table(&mut self, x: &[u32], y: u32) -> JsValue {
        match self.pasted.open_in(&mut self.session, &choice(x, y)) {
            Err(sentence) => error(&sentence),
            Ok(told) => object(&[("problems", problems(told))]),
        }
    }
}

fn choice(x: &[u32], y: u32) -> ColumnChoice {
    ColumnChoice {
        x: x.iter().map(|column| *column as usize).collect(),
        y: y as usize,
    }
}

fn error(sentence: &str) -> JsValue {
    object(&[("error", text(sentence))])
}

fn told(report: &PasteReport) -> JsValue {
    let place = |column: usize| JsValue::from(column as f64);
    let (x, y) = match &report.choice {
        Some(choice) => (choice.x.as_slice(), place(choice.y)),
        None => (&[][..], JsValue::NULL),
    };
    object(&[
        (
            "understood",
            array(&report.understood, |sentence| text(sentence)),
        ),
        ("columns", array(&report.columns, column)),
        (
            "rows",
            array(&report.rows, |(line, cells)| {
                object(&[
                    ("line", place(*line)),
                    ("cells", array(cells, |cell| text(cell))),
                ])
            }),
        ),
        ("x", array(x, |column| place(*column))),
        ("y", y),
    ])
}

fn column(column: &ColumnReport) -> JsValue {
    object(&[
        ("name", text(&column.name)),
        ("unit", text(&column.unit)),
        ("holds", text(&column.holds)),
        ("isNumeric", column.is_numeric.into()),
    ])
}
