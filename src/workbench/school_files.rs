//! The school-level files that were added: how each is read, and all of them put together.
//!
//! It knows policies only by the hints that they give on how their files look, and hands the finished table to the
//! [`Workbench`](super::Workbench) as bytes, so that the two are parts of different modules in the browser.

use serde::Serialize;

use super::notices::{FileTwice, NotASession, NothingToRate};
use super::{Answer, fingerprint};
use crate::notice::{Notice, Place, Told, has_error};
use crate::policy::json::parse;
use crate::policy::read::{Read, decode};
use crate::tables::{
    LayoutHint, Mapping, Recognition, SchoolTable, Sheet, SourceFile, TableDocument, check, recognize,
};

/// A file that was added.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct FileSummary {
    /// Its number: what the other calls take.
    pub file: u32,
    /// Its name.
    pub name: String,
    /// How many rows it has below its header.
    pub rows: usize,
    /// The headings.
    pub headers: Vec<String>,
    /// What was recognized, and what each column holds.
    pub recognition: Recognition,
    /// How it is read; absent as long as a person has to say.
    pub mapping: Option<Mapping>,
    /// What was noticed in reading it and in its mapping.
    pub notices: Vec<Notice>,
    /// A fingerprint of its bytes.
    pub fingerprint: String,
}

/// A file of a session.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SessionFile {
    /// Its name.
    pub name: String,
    /// Its text, where that is UTF-8.
    #[serde(default)]
    pub text: Option<String>,
    /// Else its bytes, one character each.
    #[serde(default)]
    pub latin1: Option<String>,
    /// How it is read.
    #[serde(default)]
    pub mapping: Option<Mapping>,
}

struct File {
    number: u32,
    bytes: Vec<u8>,
    sheet: Sheet,
    recognition: Recognition,
    mapping: Option<Mapping>,
    notices: Vec<Notice>,
}

/// School-level files.
#[derive(Default)]
pub struct SchoolFiles {
    files: Vec<File>,
    hints: Vec<LayoutHint>,
    next_file: u32,
    /// What was noticed when they were last put together.
    notices: Vec<Notice>,
}

impl SchoolFiles {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says how the files of the open policies look. The files are recognized again: a policy that was opened after a file
    /// may know the file's columns. What a person said about a file stays.
    pub fn set_hints(&mut self, hints: Vec<LayoutHint>) {
        self.hints = hints;
        for file in &mut self.files {
            let by_person = file.mapping != file.recognition.mapping;
            file.recognition = recognize(&file.sheet, &self.hints);
            if !by_person {
                file.mapping.clone_from(&file.recognition.mapping);
            }
        }
    }

    /// Adds a file. A file of the same bytes is not added twice.
    pub fn add_file(&mut self, name: &str, bytes: Vec<u8>) -> Answer<FileSummary> {
        if let Some(known) = self.files.iter().find(|file| file.bytes == bytes) {
            let told = FileTwice { name: known.sheet.file().to_string() };
            return Answer::Failure { notices: vec![told.at(Place::file(name.into()))] };
        }
        let (sheet, notices) = match Sheet::read(name, &bytes) {
            Ok(read) => read,
            Err(notices) => return Answer::Failure { notices },
        };
        let recognition = recognize(&sheet, &self.hints);
        let mapping = recognition.mapping.clone();
        let file = File { number: self.next_file, bytes, sheet, recognition, mapping, notices };
        self.next_file += 1;
        let summary = file.summary();
        self.files.push(file);
        Answer::Success { notices: summary.notices.clone(), value: summary }
    }

    /// Says how a file is read. A mapping that can't be is refused, and the old one stays.
    pub fn map_file(&mut self, number: u32, mapping: Mapping) -> Answer<FileSummary> {
        let Some(file) = self.files.iter_mut().find(|file| file.number == number) else {
            return Answer::Failure { notices: vec![NothingToRate {}.at(Place::default())] };
        };
        let notices = check(&file.sheet, &mapping);
        if has_error(&notices) {
            return Answer::Failure { notices };
        }
        file.mapping = Some(mapping);
        let value = file.summary();
        Answer::Success { value, notices }
    }

    /// Takes a file away.
    pub fn remove_file(&mut self, number: u32) {
        self.files.retain(|file| file.number != number);
    }

    /// Takes all files away.
    pub fn clear(&mut self) {
        self.files.clear();
        self.notices.clear();
    }

    /// The files, in the order in which they were added.
    pub fn files(&self) -> Vec<FileSummary> {
        self.files.iter().map(File::summary).collect()
    }

    /// The identifiers of the policies whose names the files have, once a file.
    pub fn matched(&self) -> Vec<String> {
        self.files.iter().filter_map(|file| file.recognition.matched.clone()).collect()
    }

    /// The files put together: a [`TableDocument`] as bytes.
    pub fn table(&mut self) -> Vec<u8> {
        let mapped = self.files.iter().filter_map(|file| Some((file.sheet.clone(), file.mapping.clone()?)));
        let (table, notices) = SchoolTable::build(&mapped.collect::<Vec<_>>());
        self.notices = notices;
        TableDocument { files: self.files.iter().map(File::source).collect(), table }.bytes()
    }

    /// What was noticed when the files were last put together.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The files as a session keeps them.
    pub fn session(&self) -> Vec<SessionFile> {
        let files = self.files.iter().map(|file| {
            let text = std::str::from_utf8(&file.bytes).ok().map(str::to_owned);
            let latin1 = text.is_none().then(|| file.bytes.iter().map(|byte| char::from(*byte)).collect());
            SessionFile { name: file.sheet.file().to_string(), text, latin1, mapping: file.mapping.clone() }
        });
        files.collect()
    }

    /// Opens the files of a saved session in place of what is there. When one can't be opened, everything stays. The rest
    /// of the session is for [`Workbench::read_session`](super::Workbench::read_session).
    pub fn open_session(&mut self, text: &str, hints: Vec<LayoutHint>) -> Answer<Vec<FileSummary>> {
        let json = parse(text).ok();
        let Some(files) = json.as_ref().and_then(|json| json.get("files")) else {
            return Answer::Failure { notices: vec![NotASession {}.at(Place::default())] };
        };
        let mut notices = Vec::new();
        let Some(files) = decode::<Vec<SessionFile>>(files, "/files", &mut notices) else {
            return Answer::Failure { notices };
        };
        let mut opened = Self { hints, next_file: self.next_file, ..Self::default() };
        for file in files {
            let bytes = match (file.text, file.latin1) {
                (Some(text), _) => text.into_bytes(),
                (None, Some(text)) => text.chars().map(|byte| u8::try_from(u32::from(byte)).unwrap_or(b'?')).collect(),
                (None, None) => Vec::new(),
            };
            let added = match opened.add_file(&file.name, bytes) {
                Answer::Success { value, notices: mut more } => {
                    notices.append(&mut more);
                    value
                }
                Answer::Failure { notices } => return Answer::Failure { notices },
            };
            if let Some(mapping) = file.mapping
                && let Answer::Failure { notices: mut more } = opened.map_file(added.file, mapping)
            {
                notices.append(&mut more);
            }
        }
        *self = opened;
        Answer::Success { value: self.files(), notices }
    }
}

impl File {
    fn source(&self) -> SourceFile {
        SourceFile { name: self.sheet.file().to_string(), fingerprint: fingerprint(&self.bytes) }
    }

    fn summary(&self) -> FileSummary {
        let mut notices = self.notices.clone();
        if self.mapping.is_none() || self.mapping == self.recognition.mapping {
            notices.extend(self.recognition.notices.iter().cloned());
        }
        FileSummary {
            file: self.number,
            name: self.sheet.file().to_string(),
            rows: self.sheet.row_count(),
            headers: self.sheet.headers().to_vec(),
            recognition: self.recognition.clone(),
            mapping: self.mapping.clone(),
            notices,
            fingerprint: fingerprint(&self.bytes),
        }
    }
}
