//! Keeps notices readable: a file with ten thousand short rows is told twenty times, then once how many more there are.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use super::notices::MoreOfTheSame;
use crate::notice::{Notice, Place, Told};

/// How many notices of one code a file gets before the rest is only counted.
const SHOWN: u64 = 20;

/// Notices as they come up, limited by code and file.
#[derive(Default)]
pub(super) struct NoticeBook {
    notices: Vec<Notice>,
    counts: HashMap<(&'static str, Option<Arc<str>>), u64>,
    // The order in which codes went over the limit, so that the answer doesn't depend on hashing.
    over: Vec<(&'static str, Option<Arc<str>>)>,
}

impl NoticeBook {
    pub(super) fn tell<T: Told>(&mut self, notice: T, place: Place) {
        let key = (T::CODE.code, place.file.clone());
        let count = self.counts.entry(key.clone()).or_insert(0);
        *count += 1;
        if *count <= SHOWN {
            self.notices.push(notice.at(place));
        } else if *count == SHOWN + 1 {
            self.over.push(key);
        }
    }

    pub(super) fn close(mut self) -> Vec<Notice> {
        for key in self.over {
            let count = self.counts.get(&key).copied().unwrap_or(SHOWN) - SHOWN;
            let (code, file) = key;
            let place = Place { file, ..Place::default() };
            self.notices.push(MoreOfTheSame { code: code.to_owned(), count }.at(place));
        }
        self.notices
    }
}
