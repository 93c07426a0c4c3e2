//! Plain JavaScript objects out of Rust values.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A plain object with these entries, in this order.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}

/// An array of whatever `each` makes of the items.
pub(super) fn array<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> JsValue) -> JsValue {
    let array = Array::new();
    for item in items {
        array.push(&each(item));
    }
    array.into()
}

/// A string, or null for none.
pub(super) fn string_or_null(text: Option<&str>) -> JsValue {
    text.map_or(JsValue::NULL, JsValue::from_str)
}
