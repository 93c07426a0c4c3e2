use js_sys::JsString;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::object::object;
use super::{long, tell};
use crate::figure::{Figure, Format, Grip, HeldLine, Picture};
use crate::lab::{Key, PastedTable, Session, Setting};

/// One figure: the session behind an element.
#[wasm_bindgen]
pub struct Lab {
    pub(super) session: Session,
    pub(super) pictures: Figure,
    /// How each picture was last drawn.
    pub(super) formats: Vec<(Picture, Format)>,
    /// The fitted line while a handle is held.
    pub(super) held: Option<HeldLine>,
    /// The place of the map that was taken hold of.
    pub(super) grip: Option<Grip>,
    /// A table that is being pasted.
    pub(super) pasted: PastedTable,
}

impl Default for Lab {
    fn default() -> Self {
        Lab::new()
    }
}

#[wasm_bindgen]
impl Lab {
    /// The default cost at its defaults.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Lab {
        Lab {
            session: Session::new(),
            pictures: Figure::default(),
            formats: Vec::new(),
            held: None,
            grip: None,
            pasted: PastedTable::default(),
        }
    }

    /// The costs, data sets, rules and instruments that fill menus, and the keys of settings.
    pub fn tables(&self) -> JsValue {
        tell::tables()
    }

    /// Every setting with what it allows, its choices, its default and what it is for.
    pub fn reference(&self) -> JsValue {
        tell::reference()
    }

    /// Replaces every setting by those of a link text; gives the problems.
    pub fn load(&mut self, query: JsString) -> JsValue {
        tell::problems(match long::link(&query) {
            Some((rest, rows)) => self.session.load_with(&rest, rows),
            None => self.session.load(&String::from(query)),
        })
    }

    /// Changes one setting from outside; nothing given means its default.
    pub fn set(&mut self, key: &str, value: Option<JsString>) -> JsValue {
        let is_data = key == Key::Data.name();
        tell::problems(
            match value.as_ref().filter(|_| is_data).and_then(long::rows) {
                Some(rows) => self.session.set_rows(rows),
                None => self.session.set(key, value.map(String::from).as_deref()),
            },
        )
    }

    /// Changes one setting as the reader does: it can be undone.
    pub fn edit(&mut self, key: &str, value: &str) -> JsValue {
        tell::problems(self.session.edit(key, value))
    }

    /// Chooses another cost, formula or data set, which opens at its defaults.
    pub fn choose(&mut self, key: &str, value: &str) -> JsValue {
        tell::problems(self.session.choose(key, value))
    }

    /// The present value of a setting as text; empty for an unknown key.
    pub fn setting(&self, key: &str) -> String {
        Setting::find(key).map_or(String::new(), |row| self.session.setting(row.key))
    }

    /// Whether a layer, panel or instrument is shown.
    pub fn shows(&self, id: &str) -> bool {
        self.session.shows(id)
    }

    /// The settings that rebuild this figure.
    pub fn settings(&self) -> JsValue {
        let settings = self.session.short_settings();
        let long = self.session.given().rows().filter(|rows| rows.are_long());
        let value = |key: &str, value: &str| match long {
            Some(rows) if key == Key::Data.name() => long::text(rows),
            _ => JsValue::from_str(value),
        };
        let entries: Vec<_> = settings
            .iter()
            .map(|(key, text)| (*key, value(key, text)))
            .collect();
        object(&entries)
    }

    /// Link text that rebuilds this figure.
    pub fn link(&self) -> String {
        self.session.link()
    }

    /// Everything the page says of the present state.
    pub fn figure(&self) -> JsValue {
        let shown = self.drawn(Picture::Ground).map_or_else(
            || self.session.window(),
            |format| Figure::shown_window(&self.session, format),
        );
        tell::report(&self.session, shown)
    }

    /// The numbers of the contract.
    pub fn readout(&self) -> JsValue {
        tell::readout(&self.session.readout())
    }

    /// Moves the clock forward; gives how far it moved, 0 once all have ended.
    pub fn advance(&mut self, steps: f64) -> u32 {
        self.session.advance(whole(steps))
    }

    /// Moves the clock to an iteration already computed.
    pub fn seek(&mut self, iteration: f64) {
        self.session.seek(whole(iteration));
    }

    /// Back to iteration 0.
    pub fn reset(&mut self) {
        self.session.reset();
    }

    /// Chooses the run that clicks move and numbers show.
    pub fn select(&mut self, run: usize) {
        self.session.select(run);
    }

    /// One run starts elsewhere.
    #[wasm_bindgen(js_name = moveStart)]
    pub fn move_start(&mut self, run: usize, at: &[f64]) {
        self.session.move_start(run, at);
    }

    /// One run from here and no other.
    #[wasm_bindgen(js_name = startAt)]
    pub fn start_at(&mut self, at: &[f64]) {
        self.session.start_at(at);
    }

    /// One more run from here; gives whether there was room for it.
    #[wasm_bindgen(js_name = addStart)]
    pub fn add_start(&mut self, at: &[f64]) -> bool {
        self.session.add_start(at)
    }

    /// Takes a run away; the last one stays.
    #[wasm_bindgen(js_name = removeStart)]
    pub fn remove_start(&mut self, run: usize) {
        self.session.remove_start(run);
    }

    /// The selected run starts at a drawn place.
    #[wasm_bindgen(js_name = randomStart)]
    pub fn random_start(&mut self) {
        self.session.random_start();
    }

    /// The selected run starts with every parameter at 0.
    #[wasm_bindgen(js_name = zeroStart)]
    pub fn zero_start(&mut self) {
        self.session.zero_start();
    }

    /// Ends a drag or another edit, so that the next is undone on its own.
    pub fn settle(&mut self) {
        self.session.settle();
    }

    /// Takes the last edit back; gives whether there was one.
    pub fn undo(&mut self) -> bool {
        self.session.undo()
    }

    /// Back to the figure as it was opened.
    pub fn example(&mut self) {
        self.session.example();
    }

    /// The key that drawing depends on beside size and theme: the lower canvas
    /// is stale when this text changes.
    #[wasm_bindgen(js_name = groundVersion)]
    pub fn ground_version(&self) -> String {
        let session = &self.session;
        let bits = |value: f64| value.to_bits().to_string();
        let frozen = session.frozen().into_iter().map(|(_, value)| value);
        let keys = [Key::Axes, Key::Window, Key::Show];
        let settings = keys.map(|key| session.setting(key));
        let subject = session.subject().number;
        let feet = match session.in_fog() {
            true => session.feet(),
            false => Vec::new(),
        };
        let places: Vec<String> = frozen.chain(feet).map(bits).collect();
        let settings = settings.join("|");
        format!("{subject}|{settings}|{}", places.join(","))
    }
}

/// A count out of any JavaScript number: NaN and negatives are 0.
fn whole(number: f64) -> u32 {
    // `as` saturates and turns NaN into 0, which is what is wanted.
    number as u32
}
