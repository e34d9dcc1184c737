//! What a person works with: policies that were opened, files that were added, and the rating of the schools in them.
//!
//! The few coarse calls that the page needs stand here, without JavaScript, so that they are tested natively; `wasm` only
//! passes them on. Nothing already loaded is lost when a call fails.
//!
//! It has two parts, because they are two modules in the browser: [`SchoolFiles`] reads files and puts them together,
//! [`Workbench`] opens policies and rates. From one to the other go the layouts that policies expect
//! ([`Workbench::layout_hints`]), and back the finished table ([`SchoolFiles::table`]).

use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use crate::framework::Framework;
use crate::framework::behind::CountedMeasure;
use crate::framework::change::Change;
use crate::framework::compare::{self, DocumentChange};
use crate::framework::definition::Definition;
use crate::framework::observations::years;
use crate::framework::published::Agreement;
use crate::framework::rating::{Choosing, Ratings, Reading, Standing};
use crate::framework::trace::{Shown, Trace};
use crate::notice::{Notice, Place, Told};
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::records::cells::{Cells, CountedFile};
use crate::records::plan::CellPlan;
use crate::tables::{LayoutHint, NotATable, RowAccount, SchoolTable, SourceFile, TableDocument, write_csv};

mod notices;
mod questions;
mod school_files;
mod session;

pub use notices::CODES;
use notices::{NothingToRate, PolicyReplaced, SchoolsOnlyCounted, UnknownPolicy};
pub use school_files::{FileSummary, SchoolFiles, SessionFile};
pub use session::{FilesApart, Session, SessionRead};

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
    /// Measures that may count and of which that can't be told, because no rule that goes by them has a next value. Those that do
    /// count for this school have a step.
    pub unlisted: Vec<String>,
    /// How many students of which groups stand behind its measures, where they are computed from student records.
    pub behind: Vec<CountedMeasure>,
}

struct Policy {
    key: String,
    text: String,
    fingerprint: String,
    framework: Framework,
}

struct Rated {
    policy: String,
    table: Rc<SchoolTable>,
    reading: Reading,
    choosing: Choosing,
}

/// The workbench: policies, the files put together, and the rating.
#[derive(Default)]
pub struct Workbench {
    policies: Vec<Policy>,
    /// The files, and what they are put together.
    files: Vec<SourceFile>,
    in_files: Rc<SchoolTable>,
    /// What was counted in student records, and the document it was read from.
    cells: Option<(Rc<Cells>, String)>,
    /// The schools of the files and of the student records, until either changes.
    table: Option<(Rc<SchoolTable>, Option<Notice>)>,
    rated: Option<Rated>,
    /// A session that was read and is not yet in place.
    session: Option<Box<Self>>,
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
                self.changed();
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

    /// How the files of the open policies look: for [`SchoolFiles::set_hints`].
    pub fn layout_hints(&self) -> Vec<LayoutHint> {
        self.policies.iter().map(|policy| policy.framework.layout_hint()).collect()
    }

    /// Takes the files put together, in place of what was there: what [`SchoolFiles::table`] gave.
    ///
    /// # Errors
    /// When the bytes are something else.
    pub fn set_table(&mut self, document: &[u8]) -> Result<(), NotATable> {
        let TableDocument { files, table } = TableDocument::read(document)?;
        self.files = files;
        self.in_files = Rc::new(table);
        self.changed();
        Ok(())
    }

    /// Forgets the files put together: they changed, or were taken away.
    pub fn clear_table(&mut self) {
        self.files.clear();
        self.in_files = Rc::default();
        self.changed();
    }

    /// Forgets the files put together, and what was counted in student records.
    pub fn clear(&mut self) {
        self.cells = None;
        self.clear_table();
    }

    /// What is to be counted in student records for these policies, or for all open ones if none is named.
    pub fn cell_plan(&self, policies: &[String]) -> CellPlan {
        let mut slices = Vec::new();
        for policy in &self.policies {
            if policies.is_empty() || policies.contains(&policy.key) {
                slices.extend(policy.framework.cell_plan().slices);
            }
        }
        CellPlan::new(slices)
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

    /// The policies that the most files seem to be for, the best first; of the files, [`SchoolFiles::matched`].
    pub fn suggested_policies(&self, matched: &[String]) -> Vec<String> {
        let mut counts: Vec<(usize, &str)> = self
            .policies
            .iter()
            .map(|policy| {
                let id = policy.framework.definition.id.as_str();
                let matching = matched.iter().filter(|policy| *policy == id);
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

    /// The schools of the files and of the student records. No file counts of which nobody knows how to read it.
    fn table(&mut self) -> Option<(Rc<SchoolTable>, Option<Notice>)> {
        if self.table.is_none() {
            let has_files = !self.in_files.accounts().is_empty();
            self.table = match &self.cells {
                None if has_files => Some((Rc::clone(&self.in_files), None)),
                None => None,
                Some((cells, _)) => {
                    let table = &self.in_files;
                    let only_counted = cells.schools.iter().filter(|school| table.find_school(&school.id).is_none());
                    let schools: Vec<String> = only_counted.map(|school| school.id.clone()).collect();
                    let notice = (has_files && !schools.is_empty()).then(|| {
                        let count = u64::try_from(schools.len()).unwrap_or(u64::MAX);
                        let schools = schools.into_iter().take(MOST_SCHOOLS).collect();
                        SchoolsOnlyCounted { count, schools }.at(Place::default())
                    });
                    let further = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
                    Some((Rc::new(table.with_schools(further)), notice))
                }
            };
        }
        self.table.clone()
    }

    /// Rates all schools of the files by a policy. What was noticed in putting the files together is not told again:
    /// [`SchoolFiles::notices`] has it.
    pub fn rate(&mut self, key: &str, choosing: Choosing) -> Answer<RatingResult> {
        let Some((table, notice)) = self.table() else {
            return Answer::Failure { notices: vec![NothingToRate {}.at(Place::default())] };
        };
        let Some(policy) = self.policy(key) else { return unknown_policy(key) };
        let cells = self.cells.as_ref().map(|(cells, _)| Rc::clone(cells));
        let reading = Reading::with_cells(&policy.framework, &table, cells.clone(), &choosing);
        let ratings = policy.framework.rate(&table, &reading);
        let notices = notice.iter().chain(&ratings.notices).cloned().collect();
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
        let mut unlisted = Vec::new();
        let changes = framework.changes_but(&rated.table, &rated.reading, index, &mut unlisted);
        let behind = framework.behind(&rated.table, &rated.reading, index);
        Some(SchoolExplained { trace, changes, unlisted, behind })
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
            files: self.files.iter().map(exported).chain(counted).collect(),
            student_data: self.cells.is_some(),
            choosing: rated.choosing.clone(),
            ratings: framework.rate(&rated.table, &rated.reading),
            traces,
        })
    }

    fn policy(&self, key: &str) -> Option<&Policy> {
        self.policies.iter().find(|policy| policy.key == key)
    }
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

fn exported(file: &SourceFile) -> ExportedFile {
    ExportedFile { name: file.name.clone(), fingerprint: file.fingerprint.clone() }
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
        Shown::Number { exact, written } => written.as_ref().unwrap_or(exact).clone(),
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
