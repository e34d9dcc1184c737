//! From JSON text to a checked [`Framework`]. Every mistake is a notice with its place; as many as can be found are told at
//! once.

use super::check;
use super::definition::Definition;
use super::entries::Entries;
use super::expand::{Expanded, expand};
use super::notices::{NotAFramework, TooLarge};
use super::{Framework, resolve};
use crate::notice::{Notice, Place, Told, has_error, nearest};
use crate::order;
use crate::policy::header::Words;
use crate::policy::json::{Json, child, line_of, parse};
use crate::policy::notices::{MissingField, UnknownField, WrongType};
use crate::policy::read::{Read, decode_citing, fill};
use crate::policy::source::Sources;
use crate::tables::limited;

/// The kind and version of document that this module reads.
pub const KIND: &str = "framework/1";

/// How many notices of one code an author is told one by one.
const MOST_OF_A_CODE: u64 = 100;

/// The sections of a definition.
const SECTIONS: [&str; 26] = [
    "$schema",
    "evenhand",
    "id",
    "version",
    "title",
    "authority",
    "about",
    "effective",
    "sources",
    "lists",
    "school",
    "columns",
    "absences",
    "facts",
    "minimums",
    "enrollments",
    "measures",
    "scales",
    "grids",
    "ratings",
    "outcomes",
    "weights",
    "redistributions",
    "references",
    "nodes",
    "models",
];
const MORE_SECTIONS: [&str; 3] = ["labels", "overrides", "published"];

/// The sections that a definition may have.
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    SECTIONS.into_iter().chain(MORE_SECTIONS)
}

impl Framework {
    /// Reads and checks a definition.
    ///
    /// # Errors
    /// All notices, when one of them is an error. Warnings of a definition that can be used are in
    /// [`Framework::notices`].
    pub fn load(text: &str) -> Result<Self, Vec<Notice>> {
        let json = parse(text)?;
        let mut notices = Vec::new();
        match json.get("evenhand").and_then(Json::as_text) {
            Some(KIND) => {}
            found => {
                let told = NotAFramework { found: found.unwrap_or_default().to_owned(), expected: KIND.to_owned() };
                let pointer = if found.is_some() { "/evenhand" } else { "" };
                return Err(vec![told.at(Place { line: line_of(text, pointer), ..Place::pointer(pointer) })]);
            }
        }
        let expanded = expand(&json, &mut notices);
        if notices.iter().any(|notice| notice.code == TooLarge::CODE.code) {
            // What was cut off would be told as missing.
            return Err(placed(notices, &expanded, text));
        }
        let mut loader =
            Loader { json: &expanded.json, notices: &mut notices, sources: Sources::default(), unread: Vec::new() };
        let definition = loader.definition();
        let unread = loader.unread;
        let mut found = Vec::new();
        let framework = resolve::resolve(definition, &mut found);
        check::check(&framework, &mut found);
        found.retain(|notice| {
            let pointer = notice.place.pointer.as_deref().unwrap_or_default();
            let within = |place: &String| {
                pointer.strip_prefix(place.as_str()).is_some_and(|rest| !rest.starts_with(|c| c != '/'))
            };
            !unread.iter().any(within)
        });
        notices.append(&mut found);
        let told = placed(notices, &expanded, text);
        if has_error(&told) {
            return Err(told);
        }
        Ok(Self { notices: told, ..framework })
    }
}

/// The notices at the places where the author wrote what they speak of, errors first, by line.
fn placed(mut notices: Vec<Notice>, expanded: &Expanded, text: &str) -> Vec<Notice> {
    for notice in &mut notices {
        if let Some(pointer) = &mut notice.place.pointer {
            *pointer = expanded.written(pointer);
        }
    }
    // A rule that is written once and repeated is wrong once.
    let mut seen = order::Set::new();
    notices.retain(|notice| seen.add((notice.code, notice.place.pointer.clone())));
    let mut told = limited(notices, MOST_OF_A_CODE);
    for notice in &mut told {
        notice.place.line = notice.place.line.or_else(|| line_of(text, notice.place.pointer.as_deref()?));
    }
    order::sort_by(&mut told, |a, b| (a.severity, a.place.line).cmp(&(b.severity, b.place.line)));
    told
}

struct Loader<'a> {
    json: &'a Json,
    notices: &'a mut Vec<Notice>,
    /// Read first: conditions carry their citations whole.
    sources: Sources,
    /// The places of named things that couldn't be read. They are known by their names, and no more is told of them.
    unread: Vec<String>,
}

impl<'a> Loader<'a> {
    fn definition(&mut self) -> Definition {
        if let Some(entries) = self.json.as_object() {
            for (key, _) in entries {
                if !sections().any(|section| section == key) {
                    let told = UnknownField {
                        field: key.clone(),
                        suggestion: nearest(key, sections()),
                        fields: sections().map(str::to_owned).collect(),
                    };
                    self.notices.push(told.at(Place::pointer(child("", key))));
                }
            }
        }
        self.sources = self.optional::<Sources>("sources").unwrap_or_default();
        self.sources.check("/sources", self.notices);
        Definition {
            evenhand: KIND.to_owned(),
            id: self.required("id", String::new()),
            version: self.required("version", String::new()),
            title: self.required("title", Words::Plain(String::new())),
            authority: self.required("authority", Words::Plain(String::new())),
            about: self.optional("about"),
            effective: self.optional("effective"),
            sources: self.sources.clone(),
            school: self.optional("school").unwrap_or_default(),
            columns: self.optional("columns").unwrap_or_default(),
            absences: self.entries("absences"),
            facts: self.entries("facts"),
            minimums: self.entries("minimums"),
            enrollments: self.entries("enrollments"),
            measures: self.entries("measures"),
            scales: self.entries("scales"),
            grids: self.entries("grids"),
            ratings: self.entries("ratings"),
            outcomes: self.entries("outcomes"),
            weights: self.entries("weights"),
            redistributions: self.entries("redistributions"),
            references: self.entries("references"),
            nodes: self.entries("nodes"),
            models: self.entries("models"),
            labels: self.entries("labels"),
            overrides: self.optional("overrides"),
            published: self.optional("published").unwrap_or_default(),
        }
    }

    fn optional<T: Read>(&mut self, key: &str) -> Option<T> {
        decode_citing(self.json.get(key)?, &child("", key), &self.sources, self.notices)
    }

    fn required<T: Read>(&mut self, key: &str, instead: T) -> T {
        if self.json.get(key).is_none() {
            self.notices.push(MissingField { field: key.to_owned() }.at(Place::pointer("")));
        }
        self.optional(key).unwrap_or(instead)
    }

    /// A section of named things.
    fn entries<T: Read>(&mut self, key: &str) -> Entries<T> {
        let pointer = child("", key);
        let mut entries = Entries::default();
        for (name, json) in self.section(key, &pointer) {
            let pointer = child(&pointer, name);
            let mut value = T::blank();
            if !fill(&mut value, json, &pointer, &self.sources, self.notices) {
                self.unread.push(pointer.clone());
            }
            entries.insert(name.clone(), pointer, value);
        }
        entries
    }

    fn section(&mut self, key: &str, pointer: &str) -> &'a [(String, Json)] {
        match self.json.get(key) {
            None => &[],
            Some(Json::Object(entries)) => entries,
            Some(other) => {
                let told = WrongType { expected: "object".to_owned(), found: other.type_name().to_owned() };
                self.notices.push(told.at(Place::pointer(pointer)));
                &[]
            }
        }
    }
}
