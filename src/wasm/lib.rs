//! The boundary: the only module that knows JavaScript. It passes calls on to the workbench and turns answers into plain
//! objects; the TypeScript types are made from the Rust types.

mod crossing;
mod plain;

use wasm_bindgen::prelude::*;

use crossing::{from_js, to_js};
use evenhand::workbench;

#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic is a bug: it is written to the console before the module stops.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Policies that are open, and the rating of the schools in the files. The files themselves are read by a module of their own,
/// `tables`; what it puts together is handed over with `setTable`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Workbench(workbench::Workbench);

#[wasm_bindgen]
impl Workbench {
    /// An empty workbench.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a policy: the text of its JSON document.
    #[wasm_bindgen(js_name = openPolicy, unchecked_return_type = "Answer<PolicySummary>")]
    pub fn open_policy(&mut self, text: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.open_policy(text))
    }

    /// Checks a policy's text without opening it.
    #[wasm_bindgen(js_name = checkPolicy, unchecked_return_type = "Notice[]")]
    pub fn check_policy(&self, text: &str) -> Result<JsValue, JsError> {
        to_js(&workbench::Workbench::check_policy(text))
    }

    /// The open policies.
    #[wasm_bindgen(unchecked_return_type = "PolicySummary[]")]
    pub fn policies(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.policies())
    }

    /// A policy as a document to read.
    #[wasm_bindgen(unchecked_return_type = "Answer<PolicyDocument>")]
    pub fn document(&self, policy: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.document(policy))
    }

    /// A policy's text as it was opened.
    #[wasm_bindgen(js_name = policyText)]
    pub fn policy_text(&self, policy: &str) -> Option<String> {
        self.0.policy_text(policy).map(str::to_owned)
    }

    /// What differs between two open policies.
    #[wasm_bindgen(js_name = comparePolicies, unchecked_return_type = "Answer<DocumentChange[]>")]
    pub fn compare_policies(&self, before: &str, after: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.compare_policies(before, after))
    }

    /// How the files of the open policies look: for the files' `setHints`.
    #[wasm_bindgen(js_name = layoutHints, unchecked_return_type = "LayoutHint[]")]
    pub fn layout_hints(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.layout_hints())
    }

    /// Takes the files put together, in place of what was there: what the files' `table` gave.
    ///
    /// # Errors
    /// When the bytes are something else.
    #[wasm_bindgen(js_name = setTable)]
    pub fn set_table(&mut self, table: &[u8]) -> Result<(), JsError> {
        Ok(self.0.set_table(table)?)
    }

    /// Forgets the files put together: they changed, or were taken away.
    #[wasm_bindgen(js_name = clearTable)]
    pub fn clear_table(&mut self) {
        self.0.clear_table();
    }

    /// What is to be counted in student records for these policies, or for all open ones: for the records module.
    #[wasm_bindgen(js_name = cellPlan, unchecked_return_type = "CellPlan")]
    pub fn cell_plan(&self, policies: Vec<String>) -> Result<JsValue, JsError> {
        to_js(&self.0.cell_plan(&policies))
    }

    /// Puts what was counted in student records on the workbench: a `cells/1` document. It takes the place of another.
    #[wasm_bindgen(js_name = setCells, unchecked_return_type = "Answer<CellsSummary>")]
    pub fn set_cells(&mut self, document: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.set_cells(document))
    }

    /// Takes away what was counted in student records.
    #[wasm_bindgen(js_name = clearCells)]
    pub fn clear_cells(&mut self) {
        self.0.clear_cells();
    }

    /// What was counted in student records, if anything was.
    #[wasm_bindgen(unchecked_return_type = "CellsSummary | null")]
    pub fn cells(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.cells())
    }

    /// Forgets the files put together, and what was counted in student records. Policies stay.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The keys of the policies that the most files seem to be for, the best first; of the files, `matched`.
    #[wasm_bindgen(js_name = suggestedPolicies)]
    pub fn suggested_policies(&self, matched: Vec<String>) -> Vec<String> {
        self.0.suggested_policies(&matched)
    }

    /// Rates all schools of the files by a policy. What was noticed in putting the files together is the files' `notices`.
    #[wasm_bindgen(unchecked_return_type = "Answer<RatingResult>")]
    pub fn rate(
        &mut self,
        policy: &str,
        #[wasm_bindgen(unchecked_param_type = "Choosing")] choosing: JsValue,
    ) -> Result<JsValue, JsError> {
        let choosing = from_js(&choosing)?;
        to_js(&self.0.rate(policy, choosing))
    }

    /// How the results of the last rating stand against the published ones.
    #[wasm_bindgen(unchecked_return_type = "Agreement[]")]
    pub fn agreements(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.agreements())
    }

    /// Explains a school of the last rating, and what would change it.
    #[wasm_bindgen(unchecked_return_type = "SchoolExplained | null")]
    pub fn explain(&self, school: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.explain(school))
    }

    /// What would come out for a school of the last rating with other values of some measures.
    #[wasm_bindgen(js_name = whatIf, unchecked_return_type = "Answer<WhatIf>")]
    pub fn what_if(
        &self,
        school: &str,
        #[wasm_bindgen(unchecked_param_type = "Record<string, string>")] changes: JsValue,
    ) -> Result<JsValue, JsError> {
        let changes = from_js(&changes)?;
        to_js(&self.0.what_if(school, &changes))
    }

    /// Which schools of the last rating move by another policy, and why.
    #[wasm_bindgen(js_name = compareRatings, unchecked_return_type = "Answer<Movement[]>")]
    pub fn compare_ratings(&self, other: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.compare_ratings(other))
    }

    /// The schools of the last rating over the years that the files have.
    #[wasm_bindgen(unchecked_return_type = "Trend | null")]
    pub fn trend(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.trend())
    }

    /// The groups that the schools of the last rating fall into.
    #[wasm_bindgen(unchecked_return_type = "Grouping[]")]
    pub fn groupings(&self) -> Result<JsValue, JsError> {
        to_js(&self.0.groupings())
    }

    /// A measure or a node of all schools of the last rating, by its name.
    #[wasm_bindgen(unchecked_return_type = "Numbers | null")]
    pub fn numbers(&self, name: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.numbers(name))
    }

    /// The last rating as CSV, its words in a language.
    #[wasm_bindgen(js_name = ratingsCsv)]
    pub fn ratings_csv(&self, language: &str) -> Option<String> {
        self.0.ratings_csv(language)
    }

    /// The last rating as a document for `JSON.stringify`, with every school's trace if asked.
    #[wasm_bindgen(js_name = exportRatings, unchecked_return_type = "Export | null")]
    pub fn export_ratings(&self, traces: bool) -> Result<JsValue, JsError> {
        to_js(&self.0.export(traces))
    }

    /// Everything on the workbench as a document for `JSON.stringify`. Its files are to be the files' `session`.
    #[wasm_bindgen(unchecked_return_type = "Session")]
    pub fn session(
        &self,
        chosen: Option<String>,
        #[wasm_bindgen(unchecked_param_type = "Choosing")] choosing: JsValue,
    ) -> Result<JsValue, JsError> {
        let choosing = from_js(&choosing)?;
        to_js(&self.0.session(chosen.as_deref(), &choosing))
    }

    /// Reads a saved session, but for its files, and lays it aside. Until `takeSession` everything stays.
    #[wasm_bindgen(js_name = readSession, unchecked_return_type = "Answer<SessionRead>")]
    pub fn read_session(&mut self, text: &str) -> Result<JsValue, JsError> {
        to_js(&self.0.read_session(text))
    }

    /// Puts the session that was read last in place of what is there. Policies stay beside those of the session.
    #[wasm_bindgen(js_name = takeSession)]
    pub fn take_session(&mut self) {
        self.0.take_session();
    }
}
