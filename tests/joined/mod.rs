//! Files and policies together, as a person has them. The site joins the two in the same way: `www/src/engine/joined.ts`.

#![allow(
    dead_code,
    clippy::indexing_slicing,
    reason = "not every test asks for everything; one that can't go on fails"
)]

use std::ops::{Deref, DerefMut};

use evenhand::framework::rating::Choosing;
use evenhand::tables::Mapping;
use evenhand::workbench::{self, Answer, FileSummary, PolicySummary, RatingResult, SchoolFiles};

/// Both parts. What stands here in no way of its own, the engine answers.
#[derive(Default)]
pub struct Workbench {
    files: SchoolFiles,
    engine: workbench::Workbench,
    /// Whether the engine lacks the files as they are now.
    stale: bool,
}

impl Workbench {
    pub fn new() -> Self {
        Self::default()
    }

    fn changed(&mut self) {
        self.stale = true;
        self.engine.clear_table();
    }

    /// A failure changed nothing.
    fn changed_by<T>(&mut self, answer: &Answer<T>) {
        if let Answer::Success { .. } = answer {
            self.changed();
        }
    }

    fn new_hints(&mut self) {
        self.files.set_hints(self.engine.layout_hints());
        self.changed();
    }

    pub fn open_policy(&mut self, text: &str) -> Answer<PolicySummary> {
        let answer = self.engine.open_policy(text);
        if let Answer::Success { .. } = answer {
            self.new_hints();
        }
        answer
    }

    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> Answer<FileSummary> {
        let answer = self.files.add_file(name, bytes);
        self.changed_by(&answer);
        answer
    }

    pub fn map_file(&mut self, file: u32, mapping: Mapping) -> Answer<FileSummary> {
        let answer = self.files.map_file(file, mapping);
        self.changed_by(&answer);
        answer
    }

    pub fn remove_file(&mut self, file: u32) {
        self.files.remove_file(file);
        self.changed();
    }

    pub fn files(&self) -> Vec<FileSummary> {
        self.files.files()
    }

    pub fn suggested_policies(&self) -> Vec<String> {
        self.engine.suggested_policies(&self.files.matched())
    }

    pub fn rate(&mut self, policy: &str, choosing: Choosing) -> Answer<RatingResult> {
        if std::mem::take(&mut self.stale)
            && let Err(error) = self.engine.set_table(&self.files.table())
        {
            unreachable!("{error}");
        }
        match self.engine.rate(policy, choosing) {
            Answer::Success { value, notices } => {
                Answer::Success { value, notices: self.files.notices().iter().cloned().chain(notices).collect() }
            }
            failure => failure,
        }
    }

    /// The session's document.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn session(&self, chosen: Option<&str>, choosing: &Choosing) -> String {
        let written = serde_json::to_value(self.engine.session(chosen, choosing));
        let mut session = written.unwrap_or_else(|error| unreachable!("{error}"));
        session["files"] = serde_json::json!(self.files.session());
        session.to_string()
    }

    /// The files, and what else the session holds.
    pub fn open_session(&mut self, text: &str) -> Answer<(Vec<FileSummary>, workbench::SessionRead)> {
        let (read, mut notices) = match self.engine.read_session(text) {
            Answer::Success { value, notices } => (value, notices),
            Answer::Failure { notices } => return Answer::Failure { notices },
        };
        match self.files.open_session(text, read.hints.clone()) {
            Answer::Failure { notices } => Answer::Failure { notices },
            Answer::Success { value, notices: more } => {
                self.engine.take_session();
                self.changed();
                notices.extend(more);
                Answer::Success { value: (value, read), notices }
            }
        }
    }
}

impl Deref for Workbench {
    type Target = workbench::Workbench;

    fn deref(&self) -> &workbench::Workbench {
        &self.engine
    }
}

impl DerefMut for Workbench {
    fn deref_mut(&mut self) -> &mut workbench::Workbench {
        &mut self.engine
    }
}
