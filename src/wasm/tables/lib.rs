//! The boundary of the module that reads school-level files. Files go in as bytes; what was recognized in each comes out, and
//! all of them put together, for the engine.

#[path = "../crossing.rs"]
mod crossing;
#[path = "../plain.rs"]
mod plain;

use wasm_bindgen::prelude::*;

use crossing::{from_js, to_js};
use evenhand::workbench;

/// A panic is a bug: it is written to the console before the module stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// School-level files.
#[wasm_bindgen]
#[derive(Default)]
pub struct SchoolFiles(workbench::SchoolFiles);

#[wasm_bindgen]
impl SchoolFiles {
    /// No files yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says how the files of the open policies look: the engine's `layoutHints`. The files are recognized again.
    #[wasm_bindgen(js_name = setHints)]
    pub fn set_hints(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "LayoutHint[]")] hints: JsValue,
    ) -> Result<(), JsError> {
        self.0.set_hints(from_js(&hints)?);
        Ok(())
    }

    /// Adds a file: its name and its bytes.
    #[wasm_bindgen(js_name = addFile, unchecked_return_type = "Answer<FileSummary>")]
    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> Result<JsValue, JsError> {
        to_js(&self.0.add_file(name, bytes))
    }

    /// Says how a file is read.
    #[wasm_bindgen(js_name = mapFile, unchecked_return_type = "Answer<FileSummary>")]
    pub fn map_file(
        &mut self,
        file: u32,
        #[wasm_bindgen(unchecked_param_type = "Mapping")] mapping: JsValue,
    ) -> Result<JsValue, JsError> {
        let mapping = from_js(&mapping)?;
        to_js(&self.0.map_file(file, mapping))
    }

    /// Takes a file away.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&mut self, file: u32) {
        self.0.remove_file(file);
    }

    /// Takes all files away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The files that were added.
    #[wasm_bindgen(unchecked_return_type = "FileSummary[]")]
    pub fn files(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.files())
    }

    /// The identifiers of the policies whose names the files have: for the engine's `suggestedPolicies`.
    pub fn matched(&self) -> Vec<String> {
        self.0.matched()
    }

    /// The files put together: for the engine's `setTable`.
    pub fn table(&mut self) -> Vec<u8> {
        self.0.table()
    }

    /// What was noticed when the files were last put together.
    #[wasm_bindgen(unchecked_return_type = "Notice[]")]
    pub fn notices(&self) -> Result<JsValue, JsError> {
        to_js(self.0.notices())
    }

    /// The files as a session keeps them.
    #[wasm_bindgen(unchecked_return_type = "SessionFile[]")]
    pub fn session(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.session())
    }

    /// Opens the files of a saved session in place of what is there, with the hints that the engine read in it.
    #[wasm_bindgen(js_name = openSession, unchecked_return_type = "Answer<FileSummary[]>")]
    pub fn open_session(
        &mut self,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = "LayoutHint[]")] hints: JsValue,
    ) -> Result<JsValue, JsError> {
        let hints = from_js(&hints)?;
        to_js(&self.0.open_session(text, hints))
    }
}
