//! The engine as a program of a page that times it.

#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, reason = "nobody but the pages beside it calls this")]

mod work;

use wasm_bindgen::prelude::wasm_bindgen;

use work::Work;

#[wasm_bindgen]
pub struct Engine(Work);

#[wasm_bindgen]
impl Engine {
    pub fn typed(formula: &str) -> Engine {
        Engine(Work::typed(formula))
    }

    pub fn fitted(rows: &[f64]) -> Engine {
        Engine(Work::fitted(rows))
    }

    pub fn sample(&mut self, side: usize, half: f64) {
        self.0.sample(side, half);
    }

    #[wasm_bindgen(js_name = valuesAt)]
    pub fn values_at(&self, lane: &[f64]) -> Vec<f64> {
        self.0.values_at(lane)
    }

    pub fn values(&self) -> Vec<f64> {
        self.0.values().to_vec()
    }

    #[wasm_bindgen(js_name = drawLines)]
    pub fn draw_lines(&mut self, levels: &[f64]) {
        self.0.draw_lines(levels);
    }

    pub fn lengths(&self) -> Vec<f64> {
        self.0.lengths()
    }

    pub fn walk(&self, start: &[f64], alpha: f64, steps: u32) -> Vec<f64> {
        self.0.walk(start, alpha, steps)
    }

    pub fn descend(&self, start: &[f64], alpha: f64, steps: u32) -> Vec<f64> {
        self.0.descend(start, alpha, steps)
    }

    #[wasm_bindgen(js_name = findBasins)]
    pub fn find_basins(&mut self, side: usize, half: f64, alpha: f64) {
        self.0.find_basins(side, half, alpha);
    }

    pub fn ends(&self) -> Vec<f64> {
        self.0.ends()
    }
}
