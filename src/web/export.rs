use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;

#[wasm_bindgen]
impl Lab {
    /// A program in Python with NumPy that walks as the selected run does; nothing where its
    /// formulas are too long to be read.
    pub fn snippet(&self) -> Option<String> {
        self.session.snippet()
    }

    /// One more run, from the selected start with the first two hidden units of the network
    /// in each other's place; whether there was one to make.
    #[wasm_bindgen(js_name = swapUnits)]
    pub fn swap_units(&mut self) -> bool {
        self.session.swap_units()
    }

    /// The first line of the selected run's path as CSV.
    #[wasm_bindgen(js_name = pathHead)]
    pub fn path_head(&self) -> String {
        self.session.path_head()
    }

    /// The selected run's path as CSV, from one iteration to another, as far as it is shown.
    #[wasm_bindgen(js_name = pathRows)]
    pub fn path_rows(&self, from: u32, to: u32) -> String {
        self.session.path_rows(self.session.selected(), from, to)
    }
}
