//! How values cross to JavaScript and back, the same for each module.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use evenhand::policy::json::parse;
use evenhand::policy::read::{Read, decode};

use crate::plain::{Crossing, Plain};

#[wasm_bindgen(typescript_custom_section)]
const ANSWER: &str = "/** A failure is a value too: its notices say why, and nothing changed. */
export type Answer<T> = { type: \"success\"; value: T; notices: Notice[] } | { type: \"failure\"; notices: Notice[] };";

pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    Crossing::new(&Plain::of(value)).serialize(&serializer).map_err(|error| JsError::new(&error.to_string()))
}

/// What the page hands over is read like any other document: one reader, one way to tell of mistakes.
pub fn from_js<T: Read>(value: &JsValue) -> Result<T, JsError> {
    let text = js_sys::JSON::stringify(value).ok().and_then(|text| text.as_string());
    let mut notices = Vec::new();
    let read = match parse(text.as_deref().unwrap_or("null")) {
        Ok(json) => decode(&json, "", &mut notices),
        Err(told) => {
            notices = told;
            None
        }
    };
    read.filter(|_| notices.is_empty()).ok_or_else(|| {
        let told: Vec<String> = notices
            .iter()
            .map(|notice| format!("{} {}", notice.code, notice.place.pointer.as_deref().unwrap_or("")))
            .collect();
        JsError::new(&told.join(", "))
    })
}
