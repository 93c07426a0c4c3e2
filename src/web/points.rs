//! Points of the data plot that are edited. Places are CSS pixels from the corner of the
//! plot as it was last drawn. What is done gives `{ said, refused }`: what to say of it, or why
//! it was not done.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::lab::Lab;
use super::object::{array, object};
use super::tell::text;
use crate::figure::{Format, Picture, PointEditor};
use crate::lab::Session;

#[wasm_bindgen]
impl Lab {
    /// Why points of this figure cannot be edited; empty where they can.
    #[wasm_bindgen(js_name = pointsBarred)]
    pub fn points_barred(&self) -> String {
        self.session.points_barred().unwrap_or_default()
    }

    /// Begins or ends to edit points.
    #[wasm_bindgen(js_name = editPoints)]
    pub fn edit_points(&mut self, on: bool) {
        self.pictures.points = match on {
            true => PointEditor::open(&self.session).ok(),
            false => None,
        };
    }

    /// What is shown of the points; nothing while none are edited.
    pub fn points(&self) -> Option<js_sys::Object> {
        let report = self.pictures.points.as_ref()?.report(&self.session)?;
        let told = object(&[
            (
                "chosen",
                report
                    .chosen
                    .map_or(JsValue::NULL, |row| (row as f64).into()),
            ),
            ("count", (report.count as f64).into()),
            ("sentence", text(&report.sentence)),
            (
                "fields",
                array(&report.fields, |(name, value)| {
                    object(&[("name", text(name)), ("value", text(value))])
                }),
            ),
            ("help", text(&report.help)),
        ]);
        Some(told.into())
    }

    /// Where the chosen point stands.
    #[wasm_bindgen(js_name = pointPlace)]
    pub fn point_place(&self) -> Option<Vec<f64>> {
        let points = self.pictures.points.as_ref()?;
        let row = points.chosen(&self.session)?;
        let place = points.place(&self.session, self.drawn(Picture::Data)?, row)?;
        Some(place.to_vec())
    }

    /// Whether a point is within reach.
    #[wasm_bindgen(js_name = pointNear)]
    pub fn point_near(&self, x: f64, y: f64) -> bool {
        let near = || {
            let points = self.pictures.points.as_ref()?;
            Some(points.is_near(&self.session, self.drawn(Picture::Data)?, [x, y]))
        };
        near().unwrap_or(false)
    }

    /// Chooses the point within reach and takes hold of it; gives whether there is one.
    #[wasm_bindgen(js_name = pressPoint)]
    pub fn press_point(&mut self, x: f64, y: f64) -> bool {
        let format = self.drawn(Picture::Data).copied();
        match (self.pictures.points.as_mut(), format) {
            (Some(points), Some(format)) => points.press(&self.session, &format, [x, y]),
            _ => false,
        }
    }

    /// Drags the held point.
    #[wasm_bindgen(js_name = dragPoint)]
    pub fn drag_point(&mut self, x: f64, y: f64) -> JsValue {
        self.edited(|points, session, format| {
            let dragged = points.drag(session, format, [x, y]);
            dragged.map(|()| String::new())
        })
    }

    /// Lets go of it: the drag is one edit.
    #[wasm_bindgen(js_name = releasePoint)]
    pub fn release_point(&mut self) -> JsValue {
        self.edited(|points, session, _| Ok(points.release(session)))
    }

    /// One more point at a place, or in the middle of the plot.
    #[wasm_bindgen(js_name = addPoint)]
    pub fn add_point(&mut self, x: Option<f64>, y: Option<f64>) -> JsValue {
        let at = x.zip(y).map(|(x, y)| [x, y]);
        self.edited(|points, session, format| points.add(session, format, at))
    }

    /// Moves the chosen point by so many CSS pixels.
    #[wasm_bindgen(js_name = nudgePoint)]
    pub fn nudge_point(&mut self, right: f64, down: f64) -> JsValue {
        self.edited(|points, session, format| points.nudge(session, format, [right, down]))
    }

    /// Gives the chosen point another number in a column.
    #[wasm_bindgen(js_name = writePoint)]
    pub fn write_point(&mut self, column: usize, text: &str) -> JsValue {
        self.edited(|points, session, _| points.write(session, column, text))
    }

    /// Takes the chosen point away.
    #[wasm_bindgen(js_name = deletePoint)]
    pub fn delete_point(&mut self) -> JsValue {
        self.edited(|points, session, _| points.delete(session))
    }

    /// Chooses the point so many further on.
    #[wasm_bindgen(js_name = nextPoint)]
    pub fn next_point(&mut self, further: i32) -> JsValue {
        self.edited(|points, session, _| Ok(points.choose_next(session, further)))
    }
}

impl Lab {
    fn edited(
        &mut self,
        edit: impl FnOnce(&mut PointEditor, &mut Session, &Format) -> Result<String, String>,
    ) -> JsValue {
        let format = self.drawn(Picture::Data).copied();
        let done = match (self.pictures.points.as_mut(), format) {
            (Some(points), Some(format)) => edit(points, &mut self.session, &format),
            _ => Ok(String::new()),
        };
        let [said, refused] = match &done {
            Ok(said) => [said, ""],
            Err(refused) => ["", refused],
        };
        object(&[("said", text(said)), ("refused", text(refused))])
    }
}
