//! A file with a row a student, read as it comes: chunks of bytes, cut anywhere, into records.
//!
//! The first 256 KB tell what kind of file it is, its encoding, what divides its columns, and which layout fits. From then on
//! each chunk is read and forgotten. Names, birth dates and addresses have no column here: their bytes are passed over.

mod cell;
mod head;
mod plan;
mod reading;
mod slot;

use std::sync::Arc;

use serde::Serialize;

use super::account::RecordAccount;
use super::collection::Collection;
use super::layout::Layout;
use super::recognize::{Proposal, Sample, best, only};
use crate::notice::{Notice, Place, Told};
use crate::policy::header::Words;
use crate::records::element::{Element, ElementKind};
use crate::records::notices::{FromMapping, NotRecognized, PrivateColumns, RosterOnly, SameHeading, YearNotInFile};
use crate::tables::plain_name;

pub(super) use head::find;
use head::{HEAD, Head};
pub(super) use plan::{Plan, Says};
use reading::Reading;
use slot::Slot;

/// How many bytes from a file's beginning a [`Sample`] is made of.
pub const SAMPLE: usize = HEAD;

/// How many rows it has at most.
const SAMPLE_ROWS: usize = 2000;

/// The beginning of a file, for somebody to say how it is read.
///
/// # Errors
/// The notices of why it can't be read in any way.
pub fn sample(file: &str, bytes: &[u8]) -> Result<Sample, Vec<Notice>> {
    let file: Arc<str> = file.into();
    let bytes = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let head = Head::read(&file, bytes)?;
    Ok(sample_of(&file, &head, bytes))
}

fn sample_of(file: &Arc<str>, head: &Head, bytes: &[u8]) -> Sample {
    Sample::new(Arc::clone(file), head.headings.clone(), head.rows(bytes, SAMPLE_ROWS))
}

/// How far an import is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// Bytes that were read.
    pub bytes: u64,
    /// Bytes that the file has.
    pub size: u64,
    /// Rows that were read.
    pub rows: u64,
    /// Whether the rest of the file would change nothing: it can't be read so.
    pub stopped: bool,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ImportedFile {
    /// The file's name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub file: Arc<str>,
    /// The layout by which it was read, if one fits.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub layout: Option<String>,
    /// The layout's title.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | Record<string, string> | null"))]
    pub title: Option<Words>,
    /// What became of its rows, before rows of all files are compared.
    pub account: Option<RecordAccount>,
    /// What the columns seem to be, where no layout fits.
    pub proposal: Option<Proposal>,
    /// What is told about it.
    pub notices: Vec<Notice>,
}

/// Reads one file.
#[derive(Debug)]
pub struct Importer {
    file: Arc<str>,
    layouts: Vec<Layout>,
    mappings: Vec<Layout>,
    chosen: bool,
    progress: ImportProgress,
    state: State,
}

#[derive(Debug)]
enum State {
    /// The beginning is gathered.
    Head(Vec<u8>),
    /// Rows are read.
    Rows(Box<Reading>),
    /// It can't be read, or not yet.
    Stopped(Option<Box<Proposal>>, Vec<Notice>),
}

/// Which of day and month comes first in the columns of dates, as all rows at the beginning show together: a single cell such as
/// 3/11/2025 doesn't tell.
fn see_day_orders(plan: &mut Plan, head: &Head, bytes: &[u8]) {
    let of_days = |slot: &&mut Slot| matches!(slot.kind, ElementKind::Date | ElementKind::Year);
    let mut dates: Vec<_> = plan.slots.iter_mut().filter(of_days).collect();
    if dates.is_empty() {
        return;
    }
    for row in head.rows(bytes, HEAD) {
        for slot in &mut dates {
            if let Some(text) = row.get(slot.column) {
                slot.note_day(text);
            }
        }
    }
    for slot in dates {
        slot.day_order = std::mem::take(&mut slot.day_order_shown).order();
    }
}

impl Importer {
    /// An importer for a file of this name and size. The layout that fits best is taken.
    pub fn new(file: &str, size: u64, layouts: Vec<Layout>) -> Self {
        let progress = ImportProgress { size, ..ImportProgress::default() };
        Self {
            file: file.into(),
            layouts,
            mappings: Vec::new(),
            chosen: false,
            progress,
            state: State::Head(Vec::new()),
        }
    }

    /// An importer by this very layout: what a user chose or saved.
    pub fn by(file: &str, size: u64, layout: Layout) -> Self {
        Self { chosen: true, ..Self::new(file, size, vec![layout]) }
    }

    /// The same importer with mappings that users made: they come before the layouts that it knows.
    #[must_use]
    pub fn with_mappings(self, mappings: Vec<Layout>) -> Self {
        Self { mappings, ..self }
    }

    /// Reads the next bytes.
    pub fn push(&mut self, bytes: &[u8], into: &mut Collection) -> ImportProgress {
        self.progress.bytes += u64::try_from(bytes.len()).unwrap_or(0);
        match &mut self.state {
            State::Head(head) => {
                head.extend_from_slice(bytes);
                if head.len() >= HEAD {
                    self.open(into);
                }
            }
            State::Rows(reading) => reading.push(bytes, into),
            State::Stopped(..) => {}
        }
        self.progress()
    }

    /// How far it is.
    pub fn progress(&self) -> ImportProgress {
        let (rows, stopped) = match &self.state {
            State::Head(_) => (0, false),
            State::Rows(reading) => (reading.rows(), false),
            State::Stopped(..) => (0, true),
        };
        ImportProgress { rows, stopped, ..self.progress }
    }

    /// The file has no more bytes.
    pub fn finish(mut self, into: &mut Collection) -> ImportedFile {
        if matches!(self.state, State::Head(_)) {
            self.open(into);
        }
        let file = self.file;
        match self.state {
            State::Rows(reading) => reading.finish(into),
            State::Stopped(proposal, notices) => {
                let proposal = proposal.map(|proposal| *proposal);
                ImportedFile { file, layout: None, title: None, account: None, proposal, notices }
            }
            State::Head(_) => {
                ImportedFile { file, layout: None, title: None, account: None, proposal: None, notices: Vec::new() }
            }
        }
    }

    /// The file is given up: none of its rows stays.
    pub fn cancel(self, into: &mut Collection) {
        if let State::Rows(reading) = self.state {
            reading.cancel(into);
        }
    }

    /// Decides from the beginning how the file is read.
    fn open(&mut self, into: &mut Collection) {
        let State::Head(bytes) = &mut self.state else { return };
        let bytes = std::mem::take(bytes);
        // The decision must not depend on how many bytes came with the last chunk.
        let head_bytes = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
        let mut head = match Head::read(&self.file, head_bytes) {
            Ok(head) => head,
            Err(notices) => {
                self.state = State::Stopped(None, notices);
                return;
            }
        };
        let mut notices = std::mem::take(&mut head.notices);
        let private: Vec<String> =
            head.headings.iter().filter(|heading| super::element::is_private(heading)).cloned().collect();
        if !private.is_empty() {
            let count = u64::try_from(private.len()).unwrap_or(0);
            let told = PrivateColumns { count, columns: private };
            notices.push(told.at(Place::file(Arc::clone(&self.file))));
        }
        let mapping = if self.chosen { None } else { only(&head.headings, &self.mappings) };
        let known = if self.chosen { self.layouts.first() } else { best(&head.headings, &self.layouts) };
        let Some(layout) = mapping.or(known) else {
            let columns = u64::try_from(head.headings.len()).unwrap_or(0);
            notices.push(NotRecognized { columns }.at(Place::file(Arc::clone(&self.file))));
            let proposal = sample_of(&self.file, &head, head_bytes).propose();
            self.state = State::Stopped(Some(Box::new(proposal)), notices);
            return;
        };
        if let Some(mapping) = mapping {
            let title = mapping.title.in_language("en").to_owned();
            let at = || Place::file(Arc::clone(&self.file));
            if let Some(year) = mapping.constant(Element::SchoolYear) {
                // Last year's number would make next year's students last year's.
                notices.push(YearNotInFile { mapping: title, value: year.to_owned() }.at(at()));
                let base = Some(mapping.clone().without_year());
                let proposal = sample_of(&self.file, &head, head_bytes).read_by(base).propose();
                self.state = State::Stopped(Some(Box::new(proposal)), notices);
                return;
            }
            for (element, value) in &mapping.constants.0 {
                let (mapping, element, value) = (title.clone(), element.name().to_owned(), value.clone());
                notices.push(FromMapping { mapping, element, value }.at(at()));
            }
        }
        if layout.roster {
            notices.push(RosterOnly {}.at(Place::file(Arc::clone(&self.file))));
        }
        match Plan::new(layout, &head.headings, &self.file) {
            Ok(mut plan) => {
                see_day_orders(&mut plan, &head, head_bytes);
                for slot in &plan.slots {
                    let wanted = plain_name(&slot.heading);
                    let same = head.headings.iter().filter(|heading| plain_name(heading) == wanted).count();
                    if same > 1 {
                        let count = u64::try_from(same).unwrap_or(u64::MAX);
                        let place = Place::file(Arc::clone(&self.file)).in_column(slot.heading.clone());
                        notices.push(SameHeading { count }.at(place));
                    }
                }
                let mut reading = Box::new(Reading::new(Arc::clone(&self.file), head, plan, notices, into));
                reading.push(&bytes, into);
                self.state = State::Rows(reading);
            }
            Err(told) => {
                notices.extend(told);
                let base = Some(layout.clone());
                let proposal = sample_of(&self.file, &head, head_bytes).read_by(base).propose();
                self.state = State::Stopped(Some(Box::new(proposal)), notices);
            }
        }
    }
}
