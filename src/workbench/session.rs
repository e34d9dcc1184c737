//! Everything on a workbench as one document, but for the files: those stand with [`SchoolFiles`](super::SchoolFiles).

use serde::{Serialize, Serializer};

use super::notices::{NotASession, SessionVersion};
use super::{Answer, Workbench};
use crate::framework::rating::Choosing;
use crate::notice::{Notice, Place, Told};
use crate::policy::json::{Json, parse};
use crate::policy::read::{Read, Reader, decode};
use crate::tables::LayoutHint;

/// The kind and version of a saved session.
const SESSION: &str = "session/1";

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
    #[cfg_attr(target_arch = "wasm32", tsify(type = "SessionFile[]"))]
    pub files: FilesApart,
    /// What was counted in student records: a `cells/1` document as text. It is student data.
    #[serde(default)]
    pub cells: Option<String>,
    /// How the reader's student files are read: the texts of `layout/1` documents, which the module of student files reads.
    #[serde(default)]
    pub mappings: Vec<String>,
    /// The student files themselves, if the reader wanted that: their bytes as base64, and how each table in them is read.
    /// They stand with the module of student files.
    #[serde(default)]
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(type = "{ name: string; base64: string; parts: { name: string; mapping: string | null }[] }[]")
    )]
    pub student_files: FilesApart,
}

/// The place of the files in a session: written empty, and passed over in reading, since others do both.
#[derive(Debug, Clone, Copy, Default)]
pub struct FilesApart;

impl Serialize for FilesApart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq::<[(); 0]>([])
    }
}

impl Read for FilesApart {
    fn blank() -> Self {
        Self
    }
    fn read(&mut self, _: &Json, _: &mut Reader<'_>) {}
}

/// What a session holds beside its files.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct SessionRead {
    /// The policy that was chosen.
    pub chosen: Option<String>,
    /// What a person had added.
    pub choosing: Choosing,
    /// How the files of its policies, and of those that stay open, look.
    pub hints: Vec<LayoutHint>,
}

impl Workbench {
    /// Everything on the workbench as one document: policies, choices and what was counted in student records. The files are
    /// those of [`SchoolFiles::session`](super::SchoolFiles::session).
    pub fn session(&self, chosen: Option<&str>, choosing: &Choosing) -> Session {
        Session {
            evenhand: SESSION.to_owned(),
            policies: self.policies.iter().map(|policy| policy.text.clone()).collect(),
            chosen: chosen.map(str::to_owned),
            choosing: choosing.clone(),
            files: FilesApart,
            cells: self.cells.as_ref().map(|(_, document)| document.clone()),
            mappings: Vec::new(),
            student_files: FilesApart,
        }
    }

    /// Reads a saved session, but for its files, and lays it aside: [`Workbench::take_session`] puts it in place of what is
    /// on the workbench, once the files are open too. Until then everything stays.
    pub fn read_session(&mut self, text: &str) -> Answer<SessionRead> {
        self.session = None;
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
        let mut opened = Self::default();
        for policy in &session.policies {
            match opened.open_policy(policy) {
                Answer::Success { .. } => {}
                Answer::Failure { notices } => return Answer::Failure { notices },
            }
        }
        if let Some(document) = &session.cells
            && let Answer::Failure { notices } = opened.set_cells(document)
        {
            return Answer::Failure { notices };
        }
        let staying = self.policies.iter().filter(|policy| opened.policy(&policy.key).is_none());
        let all = || opened.policies.iter().chain(staying.clone());
        let value = SessionRead {
            chosen: session.chosen.filter(|key| all().any(|policy| policy.key == *key)),
            choosing: session.choosing,
            hints: all().map(|policy| policy.framework.layout_hint()).collect(),
        };
        self.session = Some(Box::new(opened));
        Answer::Success { value, notices }
    }

    /// Puts the session that was read last in place of what is on the workbench. Policies that came with the program stay,
    /// beside those of the session.
    pub fn take_session(&mut self) {
        let Some(mut opened) = self.session.take() else { return };
        for policy in std::mem::take(&mut self.policies) {
            if opened.policy(&policy.key).is_none() {
                opened.policies.push(policy);
            }
        }
        *self = *opened;
    }
}
