//! Keeps notices readable: a file with ten thousand short rows is told twenty times, then once how many more there are.

use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use super::notices::MoreOfTheSame;
use crate::notice::{Notice, Place, Told};

/// How many notices of one code a file gets before the rest is only counted.
const SHOWN: u64 = 20;

/// Keeps so many notices of each code and file, and counts the rest.
pub fn limited(notices: Vec<Notice>, shown: u64) -> Vec<Notice> {
    let mut book = NoticeBook { shown, ..NoticeBook::default() };
    for notice in notices {
        book.add(notice);
    }
    book.close()
}

/// Notices as they come up, limited by code and file.
pub(crate) struct NoticeBook {
    shown: u64,
    notices: Vec<Notice>,
    counts: HashMap<(&'static str, Option<Arc<str>>), u64>,
    // The order in which codes went over the limit, so that the answer doesn't depend on hashing.
    over: Vec<(&'static str, Option<Arc<str>>)>,
}

impl Default for NoticeBook {
    fn default() -> Self {
        Self { shown: SHOWN, notices: Vec::new(), counts: HashMap::default(), over: Vec::new() }
    }
}

impl NoticeBook {
    pub(crate) fn tell<T: Told>(&mut self, notice: T, place: Place) {
        self.add(notice.at(place));
    }

    fn add(&mut self, notice: Notice) {
        let key = (notice.code, notice.place.file.clone());
        let count = self.counts.entry(key.clone()).or_insert(0);
        *count += 1;
        if *count <= self.shown {
            self.notices.push(notice);
        } else if *count == self.shown + 1 {
            self.over.push(key);
        }
    }

    pub(crate) fn close(mut self) -> Vec<Notice> {
        for key in self.over {
            let count = self.counts.get(&key).copied().unwrap_or(self.shown) - self.shown;
            let (code, file) = key;
            let place = Place { file, ..Place::default() };
            self.notices.push(MoreOfTheSame { code: code.to_owned(), count }.at(place));
        }
        self.notices
    }
}
