//! The documents that a policy rests on, and the citations of them.
//!
//! A policy lists its sources once, each under a short name, and cites them where a rule stands:
//! `"cite": "handbook"`, `"cite": "handbook: page 9"`, a list of those, or
//! `{ "source": "handbook", "locator": "page 9", "read": false, "note": "known from a news report" }`.

use serde::Serialize;

use super::date::Date;
use super::json::{Json, child, item};
use super::notices::{Empty, InvalidValue, SourceName, UnknownSource};
use super::read::{Read, Reader};
use crate::notice::{Notice, Place, Told, nearest};
use crate::order::Sorted;

/// A document that a policy rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// The document's own title.
    pub title: String,
    /// Where it stands on the web, `https://` or `http://`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub url: Option<WebAddress>,
    /// The day on which it was looked at.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub as_of: Date,
    /// Whether the text itself was read by who wrote the policy. A rule known only from a report about it is not.
    pub read: bool,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub note: Option<String>,
}

/// The page makes links of these, so nothing else (such as `javascript:`) may come in by a policy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Read for WebAddress {
    fn blank() -> Self {
        Self(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        let Some(written) = reader.text(json) else { return };
        let lower = written.to_ascii_lowercase();
        let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
        if rest.is_none_or(str::is_empty) || written.contains(|c: char| c.is_whitespace() || c.is_control()) {
            reader.tell(InvalidValue { written: written.to_owned(), expected: "web-address".to_owned() });
        } else {
            written.clone_into(&mut self.0);
        }
    }
}

/// A policy's sources by their short names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Sources(pub Sorted<String, Source>);

impl Sources {
    /// Tells of names that a citation couldn't use: empty, with spaces at an end, or with a colon.
    pub fn check(&self, pointer: &str, notices: &mut Vec<Notice>) {
        for name in self.0.keys() {
            if name.is_empty() || name.trim() != name || name.contains(':') {
                notices.push(SourceName { name: name.clone() }.at(Place::pointer(child(pointer, name))));
            }
        }
    }
}

/// A citation as a policy writes it, not yet joined with the [`Sources`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cite {
    /// One source.
    One(Reference),
    /// A list of them.
    Several(Vec<Reference>),
}

/// It crosses to the page as the list of its references.
impl Serialize for Cite {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.references().serialize(serializer)
    }
}

#[cfg(target_arch = "wasm32")]
mod typescript {
    use wasm_bindgen::prelude::wasm_bindgen;
    #[wasm_bindgen(typescript_custom_section)]
    const CITE: &str = "/** The sources of a rule, by their short names. */\nexport type Cite = CiteReference[];";
}

/// One source cited.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(rename = "CiteReference", missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// The source's short name.
    pub source: String,
    /// Where in the source: a page, a section.
    pub locator: Option<String>,
    /// Whether this place of the text itself was read, where that differs from the source as a whole.
    pub read: Option<bool>,
    /// What a reader should know about this place.
    pub note: Option<String>,
}

/// A citation as the page shows it: everything that is needed to find the place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    /// The document's own title.
    pub title: String,
    /// Where in it: a page, a section.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub locator: Option<String>,
    /// Where it stands on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub url: Option<String>,
    /// The day on which it was looked at.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub as_of: Date,
    /// Whether the text itself was read.
    pub read: bool,
    /// What a reader should know: the note of the citation, then the source's.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub note: Option<String>,
}

impl Cite {
    /// The references, in the order written.
    pub fn references(&self) -> &[Reference] {
        match self {
            Self::One(reference) => std::slice::from_ref(reference),
            Self::Several(references) => references,
        }
    }

    /// Joins it with the sources. `pointer` is the place of the citation itself; an unknown source is told there and
    /// left out.
    pub fn resolve(&self, sources: &Sources, pointer: &str, notices: &mut Vec<Notice>) -> Vec<Citation> {
        let mut citations = Vec::new();
        for (index, reference) in self.references().iter().enumerate() {
            let Some(source) = sources.0.get(&reference.source) else {
                let pointer = match self {
                    Self::One(_) => pointer.to_owned(),
                    Self::Several(_) => item(pointer, index),
                };
                let unknown = UnknownSource {
                    cited: reference.source.clone(),
                    suggestion: nearest(&reference.source, sources.0.keys().map(String::as_str)),
                    sources: sources.0.keys().cloned().collect(),
                };
                notices.push(unknown.at(Place::pointer(pointer)));
                continue;
            };
            citations.push(reference.citation(source));
        }
        citations
    }
}

impl Reference {
    /// As the page shows it.
    pub(crate) fn citation(&self, source: &Source) -> Citation {
        let notes: Vec<&str> = [&self.note, &source.note].into_iter().flatten().map(String::as_str).collect();
        Citation {
            title: source.title.clone(),
            locator: self.locator.clone(),
            url: source.url.as_ref().map(|url| url.as_str().to_owned()),
            as_of: source.as_of,
            read: self.read.unwrap_or(source.read),
            note: (!notes.is_empty()).then(|| notes.join(" ")),
        }
    }

    /// Reads `handbook` or `handbook: page 9`.
    fn from_text(text: &str) -> Self {
        let (source, locator) = text.split_once(':').unwrap_or((text, ""));
        let locator = locator.trim();
        Self {
            source: source.trim().to_owned(),
            locator: (!locator.is_empty()).then(|| locator.to_owned()),
            read: None,
            note: None,
        }
    }
}

impl Read for Reference {
    fn blank() -> Self {
        Self::default()
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json {
            Json::Text(text) => *self = Self::from_text(text),
            Json::Object(_) => {
                let mut full = FullReference::blank();
                full.read(json, reader);
                let FullReference { source, locator, read, note } = full;
                *self = Self { source, locator, read, note };
            }
            _ => reader.wrong_type(json, "citation"),
        }
    }
}

impl Read for Cite {
    fn blank() -> Self {
        Self::Several(Vec::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if json.as_list().is_some() {
            let mut references = Vec::new();
            references.read(json, reader);
            if references.is_empty() {
                reader.tell(Empty {});
            }
            *self = Self::Several(references);
        } else {
            let mut reference = Reference::blank();
            reference.read(json, reader);
            *self = Self::One(reference);
        }
    }
}

/// The object form of a reference.
#[derive(Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename = "Reference", rename_all = "camelCase", deny_unknown_fields)]
struct FullReference {
    /// The source's short name.
    source: String,
    /// Where in the source: a page, a section.
    #[serde(default)]
    locator: Option<String>,
    /// Whether this place of the text itself was read, where that differs from the source as a whole.
    #[serde(default)]
    read: Option<bool>,
    /// What a reader should know about this place.
    #[serde(default)]
    note: Option<String>,
}

#[cfg(test)]
impl schemars::JsonSchema for Cite {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cite".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let full = generator.subschema_for::<FullReference>();
        schemars::json_schema!({
            "description": "The source of a rule: \"handbook\", \"handbook: page 9\", an object, or a list of those.",
            "anyOf": [
                { "type": "string" },
                full,
                { "type": "array", "minItems": 1, "items": { "anyOf": [{ "type": "string" }, full] } }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::json::parse;
    use crate::policy::notices::{Empty, InvalidValue, MissingField, UnknownField, WrongType};
    use crate::policy::read::decode;

    fn read<T: Read>(text: &str) -> (Option<T>, Vec<Notice>) {
        let mut notices = Vec::new();
        (decode(&parse(text).unwrap(), "", &mut notices), notices)
    }

    fn sources() -> Sources {
        let text = r#"{
            "handbook": { "title": "SQRP Handbook", "url": "https://example.org/h.pdf", "asOf": "2019-10-25", "read": true },
            "report": { "title": "A report", "asOf": "2020-01-02", "read": false, "note": "Archived." }
        }"#;
        read(text).0.unwrap()
    }

    fn resolve(text: &str) -> (Vec<Citation>, Vec<Notice>) {
        let mut notices = Vec::new();
        (read::<Cite>(text).0.unwrap().resolve(&sources(), "/cite", &mut notices), notices)
    }

    #[test]
    fn a_citation_may_be_text_with_or_without_a_locator() {
        let (citations, notices) = resolve(r#""handbook""#);
        assert_eq!((citations.len(), notices.len()), (1, 0));
        assert_eq!((citations[0].title.as_str(), citations[0].locator.as_deref()), ("SQRP Handbook", None));
        assert_eq!(citations[0].url.as_deref(), Some("https://example.org/h.pdf"));
        assert!(citations[0].read);
        assert_eq!(citations[0].as_of.to_string(), "2019-10-25");
        for text in [r#""handbook: page 9""#, r#""handbook:page 9""#] {
            assert_eq!(resolve(text).0[0].locator.as_deref(), Some("page 9"));
        }
        assert_eq!(resolve(r#""handbook: 9: table 2""#).0[0].locator.as_deref(), Some("9: table 2"));
    }

    #[test]
    fn a_citation_may_say_that_its_place_was_not_read() {
        let (citations, notices) = resolve(
            r#"[{ "source": "handbook", "locator": "page 9", "read": false, "note": "Cited elsewhere." }, "report",
                { "source": "report", "note": "See the end." }]"#,
        );
        assert!(notices.is_empty());
        assert!(!citations[0].read);
        let notes: Vec<Option<&str>> = citations.iter().map(|citation| citation.note.as_deref()).collect();
        assert_eq!(notes, [Some("Cited elsewhere."), Some("Archived."), Some("See the end. Archived.")]);
    }

    #[test]
    fn an_unknown_source_is_told_with_its_place_and_the_nearest_name() {
        let unknown = |cited: &str, suggestion: &str| UnknownSource {
            cited: cited.into(),
            suggestion: suggestion.into(),
            sources: vec!["handbook".into(), "report".into()],
        };
        let (citations, notices) = resolve(r#"["report", "hanbook: page 9"]"#);
        assert_eq!(citations.len(), 1);
        assert_eq!(notices, [unknown("hanbook", "handbook").at(Place::pointer("/cite/1"))]);
        assert_eq!(resolve(r#""xyz""#).1, [unknown("xyz", "").at(Place::pointer("/cite"))]);
    }

    #[test]
    fn a_malformed_citation_is_told() {
        let unknown = UnknownField {
            field: "locater".into(),
            suggestion: "locator".into(),
            fields: ["source", "locator", "read", "note"].map(String::from).to_vec(),
        };
        let (_, notices) = read::<Cite>(r#"["report", { "source": "report", "locater": "page 9" }]"#);
        assert_eq!(notices, [unknown.at(Place::pointer("/1/locater"))]);
        let missing = MissingField { field: "source".into() };
        assert_eq!(read::<Cite>("{}").1, [missing.at(Place::pointer(""))]);
        assert_eq!(read::<Cite>("[]").1, [Empty {}.at(Place::pointer(""))]);
        let wrong = |found: &str| WrongType { expected: "citation".into(), found: found.into() };
        assert_eq!(read::<Cite>("9").1, [wrong("whole-number").at(Place::pointer(""))]);
        assert_eq!(read::<Cite>(r#"[["report"]]"#).1, [wrong("list").at(Place::pointer("/0"))]);
    }

    #[test]
    fn only_web_addresses_may_become_links() {
        let source = |url: &str| {
            read::<Source>(&format!(r#"{{ "title": "T", "url": {url}, "asOf": "2019-10-25", "read": true }}"#))
        };
        for url in ["https://example.org/a?b#c", "HTTP://example.org"] {
            assert_eq!(source(&format!("{url:?}")).0.unwrap().url.as_ref().map(WebAddress::as_str), Some(url));
        }
        assert_eq!(source("null").0.unwrap().url, None);
        for url in ["javascript:alert(1)", "https://", "example.org", "", "https://example.org/a b", "data:text/html,x"]
        {
            let told = InvalidValue { written: url.into(), expected: "web-address".into() };
            assert_eq!(source(&format!("{url:?}")).1, [told.at(Place::pointer("/url"))]);
        }
    }

    #[test]
    fn a_source_name_that_a_citation_could_not_use_is_told() {
        let one = r#"{ "title": "T", "asOf": "2019-10-25", "read": true }"#;
        let sources: Sources = read(&format!(r#"{{ "a:b": {one}, "": {one}, " c": {one}, "d e": {one} }}"#)).0.unwrap();
        let mut notices = Vec::new();
        sources.check("/sources", &mut notices);
        let told = |name: &str, pointer: &str| SourceName { name: name.into() }.at(Place::pointer(pointer));
        assert_eq!(notices, [told("", "/sources/"), told(" c", "/sources/ c"), told("a:b", "/sources/a:b")]);
    }
}
