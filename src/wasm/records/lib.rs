//! The boundary of the module that holds student records. Files go in as bytes; accounts, notices and cells come out.
//! No record and no student's identifier does.

#[path = "../crossing.rs"]
mod crossing;
#[path = "../plain.rs"]
mod plain;

use wasm_bindgen::prelude::*;

use crossing::{from_js, to_js};
use evenhand::notice::Notice;
use evenhand::records::cells::CountedFile;
use evenhand::records::interim::InterimQuestion;
use evenhand::records::layout::Layout;
use evenhand::records::plan::CellPlan;
use evenhand::records::{Collection, Fingerprint, Importer};
use evenhand::sample;
use evenhand::tables::write_csv;

/// A panic is a bug: it is written to the console before the module stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// A file that is being read.
struct Incoming {
    name: String,
    importer: Importer,
    fingerprint: Fingerprint,
}

/// The student records of all files.
#[wasm_bindgen]
#[derive(Default)]
pub struct StudentFiles {
    layouts: Vec<Layout>,
    collection: Collection,
    files: Vec<CountedFile>,
    incoming: Option<Incoming>,
}

#[wasm_bindgen]
impl StudentFiles {
    /// No files yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Learns a layout, from the text of its document. What is wrong with it is the answer; then it isn't used.
    #[wasm_bindgen(js_name = addLayout, unchecked_return_type = "Notice[]")]
    pub fn add_layout(&mut self, text: &str) -> Result<JsValue, JsError> {
        let told: Vec<Notice> = match Layout::read(text) {
            Ok(layout) => {
                self.layouts.push(layout);
                Vec::new()
            }
            Err(notices) => notices,
        };
        to_js(&told)
    }

    /// A file begins: its name and its size in bytes. One that was under way is given up.
    pub fn begin(&mut self, name: &str, size: u32) {
        self.cancel();
        let importer = Importer::new(name, u64::from(size), self.layouts.clone());
        self.incoming = Some(Incoming { name: name.to_owned(), importer, fingerprint: Fingerprint::default() });
    }

    /// The file's next bytes.
    ///
    /// # Errors
    /// When no file has begun.
    #[wasm_bindgen(unchecked_return_type = "ImportProgress")]
    pub fn push(&mut self, bytes: &[u8]) -> Result<JsValue, JsError> {
        let incoming = self.incoming.as_mut().ok_or_else(|| JsError::new("no file has begun"))?;
        incoming.fingerprint.push(bytes);
        to_js(&incoming.importer.push(bytes, &mut self.collection))
    }

    /// The file has no more bytes.
    ///
    /// # Errors
    /// When no file has begun.
    #[wasm_bindgen(unchecked_return_type = "ImportedFile")]
    pub fn finish(&mut self) -> Result<JsValue, JsError> {
        let Incoming { name, importer, fingerprint } =
            self.incoming.take().ok_or_else(|| JsError::new("no file has begun"))?;
        let imported = importer.finish(&mut self.collection);
        if imported.account.is_some() {
            self.files.push(CountedFile { name, fingerprint: fingerprint.finish() });
        }
        to_js(&imported)
    }

    /// The file that is under way is given up: none of its rows stays.
    pub fn cancel(&mut self) {
        if let Some(incoming) = self.incoming.take() {
            incoming.importer.cancel(&mut self.collection);
        }
    }

    /// Compares the rows of all files: what became of each, and what is told.
    #[wasm_bindgen(unchecked_return_type = "Settled")]
    pub fn settle(&mut self) -> Result<JsValue, JsError> {
        to_js(&self.collection.settle(None))
    }

    /// Counts the records by a plan, after they were compared: a `cells/1` document.
    #[wasm_bindgen]
    pub fn count(&self, #[wasm_bindgen(unchecked_param_type = "CellPlan")] plan: JsValue) -> Result<String, JsError> {
        let plan: CellPlan = from_js(&plan)?;
        let mut cells = self.collection.count(&plan);
        cells.files.clone_from(&self.files);
        // A text of megabytes is written here, and crosses once.
        serde_json::to_string(&cells.document()).map_err(JsError::from)
    }

    /// The schools that have interim results, and their tests, after all rows were compared.
    #[wasm_bindgen(js_name = interimSchools, unchecked_return_type = "InterimSchool[]")]
    pub fn interim_schools(&self) -> Result<JsValue, JsError> {
        to_js(&self.collection.interim_schools())
    }

    /// The mid-year view of one school and test: counts, means and shares by standard and student group.
    #[wasm_bindgen(unchecked_return_type = "InterimAnswer | null")]
    pub fn interim(
        &self,
        #[wasm_bindgen(unchecked_param_type = "InterimQuestion")] question: JsValue,
    ) -> Result<JsValue, JsError> {
        let question: InterimQuestion = from_js(&question)?;
        to_js(&self.collection.interim(&question))
    }
}

/// A table as CSV that no spreadsheet runs: the headings, then row by row as many cells.
#[wasm_bindgen(js_name = writeCsv)]
pub fn csv(headings: Vec<String>, cells: Vec<String>) -> String {
    write_csv(&headings, cells.chunks(headings.len().max(1)))
}

/// The files of the sample district, each its name and its text, one after the other.
#[wasm_bindgen(js_name = sampleFiles)]
pub fn sample_files() -> Vec<String> {
    sample::files(sample::SEED).into_iter().flat_map(|file| [file.name.to_owned(), file.text]).collect()
}
