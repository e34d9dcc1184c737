//! Whether what student files give can stand beside what an opened session had counted.

use serde::Serialize;

use super::Cells;
use crate::notice::Notice;

/// How the two go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The session was counted from these very files, so that nothing of it is lost when they take its place.
    SameFiles,
    /// No student can be in both, and both count the same things: they add up.
    Disjoint,
    /// Somebody has to say which of the two counts.
    Apart,
}

/// One of the two, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Side {
    /// The names of its files, in order.
    pub files: Vec<String>,
    /// Its years.
    pub years: Vec<String>,
    /// How many schools it has.
    pub schools: usize,
}

/// A session's cells beside those of student files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct BesideSession {
    /// How they go together.
    pub how: How,
    /// The session's.
    pub session: Side,
    /// Those of the files.
    pub files: Side,
    /// Why they stay apart.
    pub notices: Vec<Notice>,
}

impl Cells {
    /// Whether these cells of a session and those of files can stand beside each other, and both together where they can: where
    /// no student can be in both, and nothing that one of them counts would be left out.
    pub fn beside(&self, files: &Self) -> (BesideSession, Option<Self>) {
        let (how, notices, sum) = if !self.files.is_empty() && self.files.iter().all(|file| files.files.contains(file))
        {
            (How::SameFiles, Vec::new(), None)
        } else {
            match self.merge(files) {
                Ok((sum, notices)) if notices.is_empty() => (How::Disjoint, notices, Some(sum)),
                Ok((_, notices)) | Err(notices) => (How::Apart, notices, None),
            }
        };
        (BesideSession { how, session: self.side(), files: files.side(), notices }, sum)
    }

    fn side(&self) -> Side {
        Side {
            files: self.files.iter().map(|file| file.name.clone()).collect(),
            years: self.years.clone(),
            schools: self.schools.len(),
        }
    }
}
