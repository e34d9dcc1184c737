//! The boundary of the module that holds student records. Files go in as bytes; accounts, notices and cells come out.
//! No record and no student's identifier does.

#[path = "../crossing.rs"]
mod crossing;
#[path = "../plain.rs"]
mod plain;

use wasm_bindgen::prelude::*;

use crossing::{from_js, to_js};
use evenhand::notice::Notice;
use evenhand::records::cells::{Cells, CountedFile};
use evenhand::records::element::Element;
use evenhand::records::interim::InterimQuestion;
use evenhand::records::layout::Layout;
use evenhand::records::mapping::MappingDraft;
use evenhand::records::plan::CellPlan;
use evenhand::records::{
    Collection, ColumnValues, Fingerprint, Importer, KnownElement, Proposal, SAMPLE, Sample, best, only, sample,
};
use evenhand::sample as district;
use evenhand::tables::write_csv;
use evenhand::workbench::Answer;

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
    mappings: Vec<Layout>,
    collection: Collection,
    files: Vec<CountedFile>,
    incoming: Option<Incoming>,
    // The beginnings of files of which somebody says how they are read.
    samples: Vec<(String, Sample)>,
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

    /// Takes the mappings that users made, from the texts of their documents, in place of those that it had. They come before
    /// the layouts. What isn't one is passed over: `checkLayout` tells what is wrong with it.
    #[wasm_bindgen(js_name = setMappings)]
    pub fn set_mappings(&mut self, texts: Vec<String>) {
        self.mappings = texts.iter().filter_map(|text| Layout::read(text).ok()).collect();
    }

    /// What is wrong with the document of a layout; nothing, where it can be used.
    #[wasm_bindgen(js_name = checkLayout, unchecked_return_type = "Notice[]")]
    pub fn check_layout(&self, text: &str) -> Result<JsValue, JsError> {
        to_js(&Layout::read(text).err().unwrap_or_default())
    }

    /// The elements that a column can be.
    #[wasm_bindgen(unchecked_return_type = "KnownElement[]")]
    pub fn elements(&self) -> Result<JsValue, JsError> {
        to_js(&KnownElement::all())
    }

    /// How many bytes from a file's beginning `propose` needs at most.
    #[wasm_bindgen(js_name = sampleSize)]
    pub fn sample_size(&self) -> u32 {
        u32::try_from(SAMPLE).unwrap_or(u32::MAX)
    }

    /// Proposes how a file is read, from its first bytes and the mapping or layout by which it is read now. The beginning is
    /// kept for the questions that follow.
    #[wasm_bindgen(unchecked_return_type = "Answer<Proposal>")]
    pub fn propose(&mut self, name: &str, bytes: &[u8], mapping: Option<String>) -> Result<JsValue, JsError> {
        let sample = match sample(name, bytes) {
            Ok(sample) => sample,
            Err(notices) => return to_js(&Answer::<Proposal>::Failure { notices }),
        };
        let chosen = mapping.and_then(|text| Layout::read(&text).ok());
        let made = || only(sample.headings(), &self.mappings).cloned().map(Layout::without_year);
        let base = chosen.or_else(made).or_else(|| best(sample.headings(), &self.layouts).cloned());
        let sample = sample.read_by(base);
        let value = sample.propose();
        self.samples.retain(|(known, _)| known != name);
        self.samples.push((name.to_owned(), sample));
        to_js(&Answer::Success { value, notices: Vec::new() })
    }

    /// What the texts of a column would mean if it were this element. `student` is the heading of the column that numbers the
    /// students, `more` are texts that were met further down in the file.
    ///
    /// # Errors
    /// When nothing was proposed for the file.
    #[wasm_bindgen(js_name = columnValues, unchecked_return_type = "ColumnValues")]
    pub fn column_values(
        &self,
        name: &str,
        heading: &str,
        element: &str,
        student: Option<String>,
        more: Vec<String>,
    ) -> Result<JsValue, JsError> {
        let sample = self.sample(name)?;
        let values = |element| sample.values(heading, element, student.as_deref(), &more);
        to_js(&Element::named(element).map_or_else(ColumnValues::default, values))
    }

    /// The text of the mapping that somebody made for a file. It holds no value of a student.
    ///
    /// # Errors
    /// When nothing was proposed for the file.
    #[wasm_bindgen(js_name = makeMapping, unchecked_return_type = "Answer<string>")]
    pub fn make_mapping(
        &self,
        name: &str,
        #[wasm_bindgen(unchecked_param_type = "MappingDraft")] draft: JsValue,
    ) -> Result<JsValue, JsError> {
        let draft: MappingDraft = from_js(&draft)?;
        to_js(&match self.sample(name)?.layout(&draft) {
            Ok(layout) => Answer::Success { value: serde_json::to_string_pretty(&layout)?, notices: Vec::new() },
            Err(notices) => Answer::Failure { notices },
        })
    }

    fn sample(&self, name: &str) -> Result<&Sample, JsError> {
        let known = self.samples.iter().find(|(known, _)| known == name).map(|(_, sample)| sample);
        known.ok_or_else(|| JsError::new("nothing was proposed for this file"))
    }

    /// A file begins: its name and its size in bytes, and the text of the mapping by which it is to be read, if one was chosen.
    /// One that was under way is given up.
    pub fn begin(&mut self, name: &str, size: u32, mapping: Option<String>) {
        self.cancel();
        let length = u64::from(size);
        let chosen = mapping.and_then(|text| Layout::read(&text).ok());
        let importer = match chosen {
            Some(layout) => Importer::by(name, length, layout),
            None => Importer::new(name, length, self.layouts.clone()).with_mappings(self.mappings.clone()),
        };
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

/// Whether what student files give can stand beside what an opened session had counted, and the sum of both where it can. All
/// are `cells/1` documents.
///
/// # Errors
/// When one of the two is none.
#[wasm_bindgen(js_name = besideSession, unchecked_return_type = "[BesideSession, string | null]")]
pub fn beside_session(session: &str, files: &str) -> Result<JsValue, JsError> {
    let read = |text| Cells::read(text).map_err(|_| JsError::new("no cells"));
    let (beside, sum) = read(session)?.beside(&read(files)?);
    let sum = sum.map(|sum| serde_json::to_string(&sum.document())).transpose()?;
    to_js(&(beside, sum))
}

/// A table as CSV that no spreadsheet runs: the headings, then row by row as many cells.
#[wasm_bindgen(js_name = writeCsv)]
pub fn csv(headings: Vec<String>, cells: Vec<String>) -> String {
    write_csv(&headings, cells.chunks(headings.len().max(1)))
}

/// The files of the sample district, each its name and its text, one after the other.
#[wasm_bindgen(js_name = sampleFiles)]
pub fn sample_files() -> Vec<String> {
    district::files(district::SEED).into_iter().flat_map(|file| [file.name.to_owned(), file.text]).collect()
}
