//! What a person works with: policies that were opened, files that were added, and the rating of the schools in them.
//!
//! The few coarse calls that the page needs stand here, without JavaScript, so that they are tested natively; `wasm` only
//! passes them on. Nothing already loaded is lost when a call fails.

use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use crate::framework::Framework;
use crate::framework::change::Change;
use crate::framework::compare::{self, DocumentChange};
use crate::framework::definition::Definition;
use crate::framework::observations::years;
use crate::framework::published::Agreement;
use crate::framework::rating::{Choosing, Ratings, Reading, Standing};
use crate::framework::trace::{Shown, Trace};
use crate::notice::{Notice, Place, Told, has_error};
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::policy::json::{Json, parse};
use crate::policy::read::{Read, decode};
use crate::records::cells::{Cells, CountedFile};
use crate::records::plan::CellPlan;
use crate::tables::{Mapping, Recognition, RowAccount, SchoolTable, Sheet, check, recognize, write_csv};

mod notices;
mod questions;

pub use notices::CODES;
use notices::{
    FileTwice, NotASession, NothingToRate, PolicyReplaced, SchoolsOnlyCounted, SessionVersion, UnknownPolicy,
};

/// The kind and version of a saved session.
const SESSION: &str = "session/1";

/// How many schools a notice names.
const MOST_SCHOOLS: usize = 10;

/// An answer that may be a failure: then its notices say why, and nothing changed.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Answer<T> {
    /// It worked. Notices may still have something to say.
    Success {
        /// What was asked for.
        value: T,
        /// Warnings and remarks.
        notices: Vec<Notice>,
    },
    /// It didn't.
    Failure {
        /// Why.
        notices: Vec<Notice>,
    },
}

/// A policy that is open.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PolicySummary {
    /// Its name and version in one: what the other calls take.
    pub key: String,
    /// Its lasting name.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Words,
    /// Who answers for it.
    pub authority: Words,
    /// What it is.
    pub about: Option<Words>,
    /// A fingerprint of its text, so that a print-out tells which text it came from.
    pub fingerprint: String,
}

/// A policy as a document to read.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct PolicyDocument {
    /// Which policy.
    pub summary: PolicySummary,
    /// The definition, its repetitions written out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Definition"))]
    pub definition: Arc<Definition>,
    /// How a person calls each fact, measure and node.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Words>"))]
    pub labels: Sorted<String, Words>,
    /// Warnings and remarks about it.
    pub notices: Vec<Notice>,
}

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

/// The answers for all schools, and what they rest on.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RatingResult {
    /// By which policy.
    pub policy: PolicySummary,
    /// The schools.
    pub ratings: Ratings,
    /// The years that the files have, the latest first.
    pub years: Vec<String>,
    /// What became of each file's rows.
    pub accounts: Vec<RowAccount>,
    /// The columns that no measure and no fact reads.
    pub unread_columns: Vec<String>,
    /// Whether results of student records are among them: then small groups may be, and it is not for publication.
    pub student_data: bool,
}

/// What was counted in student records and lies on the workbench.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct CellsSummary {
    /// The files that the records came from.
    pub files: Vec<ExportedFile>,
    /// The school years, by the years in which they end.
    pub years: Vec<String>,
    /// How many schools.
    pub schools: usize,
    /// How many things were counted for each school and year.
    pub slices: usize,
    /// The measures of open policies that these cells were not counted for, by policy.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string[]>"))]
    pub not_counted: Sorted<String, Vec<String>>,
}

/// A school explained.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SchoolExplained {
    /// How it came to its rating.
    pub trace: Trace,
    /// What would change it.
    pub changes: Vec<Change>,
}

struct Policy {
    key: String,
    text: String,
    fingerprint: String,
    framework: Framework,
}

struct File {
    number: u32,
    bytes: Vec<u8>,
    sheet: Sheet,
    recognition: Recognition,
    mapping: Option<Mapping>,
    notices: Vec<Notice>,
}

struct Rated {
    policy: String,
    table: Rc<SchoolTable>,
    reading: Reading,
    choosing: Choosing,
}

/// The workbench.
#[derive(Default)]
pub struct Workbench {
    policies: Vec<Policy>,
    files: Vec<File>,
    /// What was counted in student records, and the document it was read from.
    cells: Option<(Rc<Cells>, String)>,
    /// The files put together, until they change.
    table: Option<(Rc<SchoolTable>, Vec<Notice>)>,
    rated: Option<Rated>,
    next_file: u32,
}

/// Everything on a workbench, to be kept as a file and opened again.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Session {
    /// What the document is: `session/1`.
    pub evenhand: String,
    /// The policies' texts.
    pub policies: Vec<String>,
    /// The policy that was chosen.
    #[serde(default)]
    pub chosen: Option<String>,
    /// What a person added.
    #[serde(default)]
    pub choosing: Choosing,
    /// The files.
    pub files: Vec<SessionFile>,
    /// What was counted in student records: a `cells/1` document as text. It is student data.
    #[serde(default)]
    pub cells: Option<String>,
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

/// The answers for all schools as a document to keep.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Export {
    /// What the document is: `ratings/1`.
    pub evenhand: &'static str,
    /// By which policy.
    pub policy: PolicySummary,
    /// From which files.
    pub files: Vec<ExportedFile>,
    /// Whether student records are among them: then small groups may be in it, and it is not for publication.
    pub student_data: bool,
    /// What a person added.
    pub choosing: Choosing,
    /// The schools.
    pub ratings: Ratings,
    /// The schools' explanations, if asked.
    pub traces: Option<Vec<TracedSchool>>,
}

/// A file that a rating rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct ExportedFile {
    /// Its name.
    pub name: String,
    /// A fingerprint of its bytes.
    pub fingerprint: String,
}

/// A school's explanation.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct TracedSchool {
    /// The school's identifier.
    pub school: String,
    /// How it came to its rating.
    pub trace: Trace,
}

impl Workbench {
    /// An empty workbench.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a policy. One of the same name and version takes the place of the open one.
    pub fn open_policy(&mut self, text: &str) -> Answer<PolicySummary> {
        match Framework::load(text) {
            Err(notices) => Answer::Failure { notices },
            Ok(framework) => {
                let mut notices = framework.notices.clone();
                let key = format!("{}@{}", framework.definition.id, framework.definition.version);
                let fingerprint = fingerprint(text.as_bytes());
                let policy = Policy { key: key.clone(), text: text.to_owned(), fingerprint, framework };
                let summary = policy.summary();
                match self.policies.iter_mut().find(|known| known.key == key) {
                    Some(known) => {
                        if known.text != policy.text {
                            notices.push(PolicyReplaced { policy: key }.at(Place::default()));
                        }
                        *known = policy;
                    }
                    None => self.policies.push(policy),
                }
                self.recognize_again();
                Answer::Success { value: summary, notices }
            }
        }
    }

    /// Checks a policy's text without opening it.
    pub fn check_policy(text: &str) -> Vec<Notice> {
        match Framework::load(text) {
            Ok(framework) => framework.notices,
            Err(notices) => notices,
        }
    }

    /// The open policies, in the order in which they were opened.
    pub fn policies(&self) -> Vec<PolicySummary> {
        self.policies.iter().map(Policy::summary).collect()
    }

    /// A policy as a document.
    pub fn document(&self, key: &str) -> Answer<PolicyDocument> {
        let Some(policy) = self.policy(key) else { return unknown_policy(key) };
        let framework = &policy.framework;
        Answer::Success {
            value: PolicyDocument {
                summary: policy.summary(),
                definition: Arc::clone(&framework.definition),
                labels: framework.labels(),
                notices: framework.notices.clone(),
            },
            notices: Vec::new(),
        }
    }

    /// A policy's text as it was opened.
    pub fn policy_text(&self, key: &str) -> Option<&str> {
        self.policy(key).map(|policy| policy.text.as_str())
    }

    /// What differs between two open policies.
    pub fn compare_policies(&self, before: &str, after: &str) -> Answer<Vec<DocumentChange>> {
        let (Some(old), Some(new)) = (self.policy(before), self.policy(after)) else {
            return unknown_policy(if self.policy(before).is_some() { after } else { before });
        };
        match compare::changes(&old.text, &new.text) {
            Ok(value) => Answer::Success { value, notices: Vec::new() },
            Err(notices) => Answer::Failure { notices },
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
        let recognition = recognize(&sheet, &self.hints());
        let mapping = recognition.mapping.clone();
        let file = File { number: self.next_file, bytes, sheet, recognition, mapping, notices };
        self.next_file += 1;
        let summary = file.summary();
        self.files.push(file);
        self.changed();
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
        self.changed();
        Answer::Success { value, notices }
    }

    /// Takes a file away.
    pub fn remove_file(&mut self, number: u32) {
        self.files.retain(|file| file.number != number);
        self.changed();
    }

    /// Takes all files away, and what was counted in student records.
    pub fn clear(&mut self) {
        self.files.clear();
        self.cells = None;
        self.changed();
    }

    /// What is to be counted in student records for these policies, or for all open ones if none is named.
    pub fn cell_plan(&self, policies: &[String]) -> CellPlan {
        let wanted = self.policies.iter().filter(|policy| policies.is_empty() || policies.contains(&policy.key));
        CellPlan::new(wanted.flat_map(|policy| policy.framework.cell_plan().slices))
    }

    /// Puts what was counted in student records on the workbench, in place of what was there: a `cells/1` document.
    pub fn set_cells(&mut self, document: &str) -> Answer<CellsSummary> {
        match Cells::read(document) {
            Err(notices) => Answer::Failure { notices },
            Ok(cells) => {
                self.cells = Some((Rc::new(cells), document.to_owned()));
                self.changed();
                match self.cells() {
                    Some(value) => Answer::Success { value, notices: Vec::new() },
                    None => Answer::Failure { notices: Vec::new() },
                }
            }
        }
    }

    /// Takes away what was counted in student records.
    pub fn clear_cells(&mut self) {
        self.cells = None;
        self.changed();
    }

    /// What was counted in student records, if anything was.
    pub fn cells(&self) -> Option<CellsSummary> {
        let (cells, _) = self.cells.as_ref()?;
        let lacking = |policy: &Policy| (policy.key.clone(), policy.framework.not_counted(cells));
        Some(CellsSummary {
            files: counted_files(cells).collect(),
            years: cells.years.clone(),
            schools: cells.schools.len(),
            slices: cells.counted.len(),
            not_counted: self.policies.iter().map(lacking).filter(|(_, measures)| !measures.is_empty()).collect(),
        })
    }

    /// The files, in the order in which they were added.
    pub fn files(&self) -> Vec<FileSummary> {
        self.files.iter().map(File::summary).collect()
    }

    /// The policies that read the most of the files' columns, the best first.
    pub fn suggested_policies(&self) -> Vec<String> {
        let mut counts: Vec<(usize, &str)> = self
            .policies
            .iter()
            .map(|policy| {
                let id = policy.framework.definition.id.as_str();
                let matching = self.files.iter().filter(|file| file.recognition.matched.as_deref() == Some(id));
                (matching.count(), policy.key.as_str())
            })
            .filter(|(count, _)| *count > 0)
            .collect();
        order::sort_by(&mut counts, |a, b| b.0.cmp(&a.0).then(b.1.cmp(a.1)));
        counts.into_iter().map(|(_, key)| key.to_owned()).collect()
    }

    /// What was worked out no longer holds.
    fn changed(&mut self) {
        self.table = None;
        self.rated = None;
    }

    /// The files put together.
    fn table(&mut self) -> Option<(Rc<SchoolTable>, Vec<Notice>)> {
        if self.table.is_none() {
            let mapped = self.files.iter().filter_map(|file| Some((file.sheet.clone(), file.mapping.clone()?)));
            let sheets: Vec<(Sheet, Mapping)> = mapped.collect();
            let (mut table, mut notices) = (SchoolTable::default(), Vec::new());
            if !sheets.is_empty() {
                (table, notices) = SchoolTable::build(&sheets);
            }
            if let Some((cells, _)) = &self.cells {
                let only_counted = cells.schools.iter().filter(|school| table.find_school(&school.id).is_none());
                let schools: Vec<String> = only_counted.map(|school| school.id.clone()).collect();
                if !sheets.is_empty() && !schools.is_empty() {
                    let count = u64::try_from(schools.len()).unwrap_or(u64::MAX);
                    let schools = schools.into_iter().take(MOST_SCHOOLS).collect();
                    notices.push(SchoolsOnlyCounted { count, schools }.at(Place::default()));
                }
                let further = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
                table = table.with_schools(further);
            }
            if !sheets.is_empty() || self.cells.is_some() {
                self.table = Some((Rc::new(table), notices));
            }
        }
        self.table.clone()
    }

    /// Rates all schools of the files by a policy.
    pub fn rate(&mut self, key: &str, choosing: Choosing) -> Answer<RatingResult> {
        let Some((table, mut notices)) = self.table() else {
            return Answer::Failure { notices: vec![NothingToRate {}.at(Place::default())] };
        };
        let Some(policy) = self.policy(key) else { return unknown_policy(key) };
        let cells = self.cells.as_ref().map(|(cells, _)| Rc::clone(cells));
        let reading = Reading::with_cells(&policy.framework, &table, cells.clone(), &choosing);
        let ratings = policy.framework.rate(&table, &reading);
        notices.extend(ratings.notices.iter().cloned());
        let value = RatingResult {
            policy: policy.summary(),
            years: years(&table, cells.as_deref()).into_iter().rev().map(str::to_owned).collect(),
            accounts: table.accounts().to_vec(),
            unread_columns: policy.framework.unread_columns(&table, &reading),
            student_data: cells.is_some(),
            ratings,
        };
        self.rated = Some(Rated { policy: key.to_owned(), table, reading, choosing });
        Answer::Success { value, notices }
    }

    /// How the results of the last rating stand against the published ones. Every school is worked out with all its
    /// steps, so it takes longer than the rating.
    pub fn agreements(&self) -> Vec<Agreement> {
        self.rated().map_or_else(Vec::new, |(rated, framework)| framework.agreements(&rated.table, &rated.reading))
    }

    fn rated(&self) -> Option<(&Rated, &Framework)> {
        let rated = self.rated.as_ref()?;
        let policy = self.policy(&rated.policy)?;
        Some((rated, &policy.framework))
    }

    /// Explains a school of the last rating.
    pub fn explain(&self, school: &str) -> Option<SchoolExplained> {
        let (rated, framework) = self.rated()?;
        let index = rated.table.find_school(school)?;
        let trace = framework.explain(&rated.table, &rated.reading, index)?;
        Some(SchoolExplained { trace, changes: framework.changes(&rated.table, &rated.reading, index) })
    }

    /// The last rating as CSV: a line a school. Texts that a spreadsheet would run are made harmless.
    pub fn ratings_csv(&self, language: &str) -> Option<String> {
        let (rated, framework) = self.rated()?;
        let ratings = framework.rate(&rated.table, &rated.reading);
        let headers = [
            "SchoolIdentifier",
            "SchoolName",
            "Model",
            "Score",
            "Rating",
            "Standing",
            "PublishedRating",
            "Agrees",
            "Overridden",
            "Labels",
            "Policy",
            "PolicyVersion",
            "PolicyFingerprint",
        ];
        // A table goes from hand to hand without its file's name, so each of its lines says what it is.
        let notice = self.cells.is_some().then_some("Working copy, contains small groups, not for publication");
        let headers: Vec<&str> = headers.into_iter().chain(notice.map(|_| "Notice")).collect();
        let policy = self.policy(&rated.policy)?.summary();
        let yes_no = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let rows = ratings.schools.iter().map(|school| {
            let model = school.model.as_ref().and_then(|model| framework.definition.models.get(model));
            let mut row = vec![
                school.school.to_string(),
                school.name.clone().unwrap_or_default(),
                model.map(|model| model.label.in_language(language).to_owned()).unwrap_or_default(),
                match &school.score {
                    Some(score @ (Shown::Number { .. } | Shown::Rating { .. })) => plain(score, language),
                    _ => String::new(),
                },
                plain(&school.rating, language),
                match school.standing {
                    Standing::Rated => "rated",
                    Standing::Outcome => "outcome",
                    Standing::NotRated => "not-rated",
                    Standing::Undetermined => "undetermined",
                }
                .to_owned(),
                school.published.clone().unwrap_or_default(),
                school.agrees.map(yes_no).unwrap_or_default(),
                yes_no(school.overridden),
                school.labels.iter().map(|label| label.in_language(language)).collect::<Vec<_>>().join("; "),
                policy.id.clone(),
                policy.version.clone(),
                policy.fingerprint.clone(),
            ];
            row.extend(notice.map(str::to_owned));
            row
        });
        Some(write_csv(&headers, rows))
    }

    /// The last rating as a document: what it rests on, the ratings, and with `traces` every school's whole explanation.
    pub fn export(&self, traces: bool) -> Option<Export> {
        let (rated, framework) = self.rated()?;
        let traces = traces.then(|| {
            let schools = rated.table.schools().iter().enumerate();
            let traced = schools.filter_map(|(index, school)| {
                let trace = framework.explain(&rated.table, &rated.reading, index)?;
                Some(TracedSchool { school: school.id.to_string(), trace })
            });
            traced.collect()
        });
        let counted = self.cells.iter().flat_map(|(cells, _)| counted_files(cells));
        Some(Export {
            evenhand: "ratings/1",
            policy: self.policy(&rated.policy)?.summary(),
            files: self.files.iter().map(File::exported).chain(counted).collect(),
            student_data: self.cells.is_some(),
            choosing: rated.choosing.clone(),
            ratings: framework.rate(&rated.table, &rated.reading),
            traces,
        })
    }

    /// Everything on the workbench as one document: files, how they are read, policies and choices.
    pub fn session(&self, chosen: Option<&str>, choosing: &Choosing) -> Session {
        let files = self.files.iter().map(|file| {
            let text = std::str::from_utf8(&file.bytes).ok().map(str::to_owned);
            let latin1 = text.is_none().then(|| file.bytes.iter().map(|byte| char::from(*byte)).collect());
            SessionFile { name: file.sheet.file().to_string(), text, latin1, mapping: file.mapping.clone() }
        });
        Session {
            evenhand: SESSION.to_owned(),
            policies: self.policies.iter().map(|policy| policy.text.clone()).collect(),
            chosen: chosen.map(str::to_owned),
            choosing: choosing.clone(),
            files: files.collect(),
            cells: self.cells.as_ref().map(|(_, document)| document.clone()),
        }
    }

    /// Opens a saved session in place of what is on the workbench. When it can't be opened, everything stays.
    pub fn open_session(&mut self, text: &str) -> Answer<OpenedSession> {
        let failure = |notice: Notice| Answer::Failure { notices: vec![notice] };
        let Ok(json) = parse(text) else { return failure(NotASession {}.at(Place::default())) };
        match json.get("evenhand").and_then(Json::as_text) {
            Some(SESSION) => {}
            Some(other) if other.starts_with("session/") => {
                let told = SessionVersion { found: other.to_owned(), expected: SESSION.to_owned() };
                return failure(told.at(Place::default()));
            }
            _ => return failure(NotASession {}.at(Place::default())),
        }
        let mut notices = Vec::new();
        let Some(session) = decode::<Session>(&json, "", &mut notices) else { return Answer::Failure { notices } };
        let mut opened = Self { next_file: self.next_file, ..Self::default() };
        for policy in &session.policies {
            match opened.open_policy(policy) {
                Answer::Success { .. } => {}
                Answer::Failure { notices } => return Answer::Failure { notices },
            }
        }
        for file in session.files {
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
        if let Some(document) = &session.cells
            && let Answer::Failure { notices } = opened.set_cells(document)
        {
            return Answer::Failure { notices };
        }
        // Policies that came with the program stay, beside those of the session.
        for policy in std::mem::take(&mut self.policies) {
            if opened.policy(&policy.key).is_none() {
                opened.policies.push(policy);
            }
        }
        *self = opened;
        let value = OpenedSession {
            chosen: session.chosen.filter(|key| self.policy(key).is_some()),
            choosing: session.choosing,
            files: self.files(),
        };
        Answer::Success { value, notices }
    }

    fn policy(&self, key: &str) -> Option<&Policy> {
        self.policies.iter().find(|policy| policy.key == key)
    }

    fn hints(&self) -> Vec<crate::tables::LayoutHint> {
        self.policies.iter().map(|policy| policy.framework.layout_hint()).collect()
    }

    /// A policy that was opened after a file may know the file's columns.
    fn recognize_again(&mut self) {
        let hints = self.hints();
        for file in &mut self.files {
            let by_person = file.mapping != file.recognition.mapping;
            file.recognition = recognize(&file.sheet, &hints);
            if !by_person {
                file.mapping.clone_from(&file.recognition.mapping);
            }
        }
        self.changed();
    }
}

/// A session that was opened.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct OpenedSession {
    /// The policy that was chosen.
    pub chosen: Option<String>,
    /// What a person had added.
    pub choosing: Choosing,
    /// The files.
    pub files: Vec<FileSummary>,
}

impl Policy {
    fn summary(&self) -> PolicySummary {
        let definition = &self.framework.definition;
        PolicySummary {
            key: self.key.clone(),
            id: definition.id.clone(),
            version: definition.version.clone(),
            title: definition.title.clone(),
            authority: definition.authority.clone(),
            about: definition.about.clone(),
            fingerprint: self.fingerprint.clone(),
        }
    }
}

impl File {
    fn exported(&self) -> ExportedFile {
        ExportedFile { name: self.sheet.file().to_string(), fingerprint: fingerprint(&self.bytes) }
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

/// The files whose records were counted.
fn counted_files(cells: &Cells) -> impl Iterator<Item = ExportedFile> {
    let exported = |file: &CountedFile| ExportedFile { name: file.name.clone(), fingerprint: file.fingerprint.clone() };
    cells.files.iter().map(exported)
}

fn unknown_policy<T>(key: &str) -> Answer<T> {
    Answer::Failure { notices: vec![UnknownPolicy { policy: key.to_owned() }.at(Place::default())] }
}

/// A value as a person reads it in a table.
fn plain(value: &Shown, language: &str) -> String {
    match value {
        Shown::Number { written, .. } => written.clone(),
        Shown::Rating { label, .. } | Shown::Outcome { label, .. } => label.in_language(language).to_owned(),
        Shown::Word { word } => word.clone(),
        Shown::Absent { .. } => String::new(),
    }
}

/// A fingerprint of bytes (FNV-1a, 64 bits): it tells texts apart, and is no protection against forgery.
fn fingerprint(bytes: &[u8]) -> String {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}
