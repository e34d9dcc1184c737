//! The document's own name and version, and words that a policy brings with it.

use serde::Serialize;

use super::date::Effective;
use super::json::{Json, child};
use super::notices::{Empty, Identifier};
use super::read::{Read, Reader};
use crate::notice::{Notice, Place, Told};
use crate::order::Sorted;

/// What a policy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    /// The policy's lasting name: small letters, digits, `-` and `.`, such as `chicago-sqrp`.
    pub id: String,
    /// Its version, as its author numbers them.
    pub version: String,
    /// Its title, in one or more languages.
    pub title: Words,
    /// When it is in force.
    #[serde(default)]
    pub effective: Effective,
}

impl Header {
    /// Tells what is wrong with it.
    pub fn check(&self, pointer: &str, notices: &mut Vec<Notice>) {
        if !is_identifier(&self.id) {
            notices.push(Identifier { written: self.id.clone() }.at(Place::pointer(child(pointer, "id"))));
        }
        self.effective.check(&child(pointer, "effective"), notices);
    }
}

/// Whether the text is a lasting name: small letters, digits, `-` and `.`, from a letter or digit to a letter or digit.
pub fn is_identifier(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().all(|byte| inner(byte) || byte == b'-' || byte == b'.')
        && text.bytes().next().is_some_and(inner)
        && text.bytes().last().is_some_and(inner)
}

/// A policy's own words: a text, or a text by language: `{ "en": "Growth", "es": "Crecimiento" }`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Words {
    /// The same in every language.
    Plain(String),
    /// By language tag (BCP 47). Never empty when it was read from a policy.
    ByLanguage(Sorted<String, String>),
}

impl Words {
    /// The text in that language; where it isn't given in another variety of the language, then in English, then in
    /// the first language that is.
    pub fn in_language(&self, language: &str) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::ByLanguage(texts) => {
                let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
                let wanted = primary(language);
                texts
                    .get(language)
                    .or_else(|| texts.get(&wanted))
                    .or_else(|| texts.iter().find(|(tag, _)| primary(tag) == wanted).map(|(_, text)| text))
                    .or_else(|| texts.get("en"))
                    .or_else(|| texts.values().next())
                    .map_or("", String::as_str)
            }
        }
    }
}

impl Read for Words {
    fn blank() -> Self {
        Self::Plain(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json {
            Json::Text(text) => *self = Self::Plain(text.clone()),
            Json::Object(_) => {
                let mut texts = Sorted::new();
                texts.read(json, reader);
                if texts.is_empty() {
                    reader.tell(Empty {});
                }
                *self = Self::ByLanguage(texts);
            }
            _ => reader.wrong_type(json, "words"),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Words {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Words".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text, or a text by language: { \"en\": \"Growth\", \"es\": \"Crecimiento\" }.",
            "anyOf": [
                { "type": "string" },
                { "type": "object", "minProperties": 1, "additionalProperties": { "type": "string" } }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::json::parse;
    use crate::policy::notices::{DatesReversed, Empty, WrongType};
    use crate::policy::read::decode;

    fn read<T: Read>(text: &str) -> (Option<T>, Vec<Notice>) {
        let mut notices = Vec::new();
        (decode(&parse(text).unwrap(), "", &mut notices), notices)
    }

    #[test]
    fn words_fall_back_to_a_near_language_then_english_then_any() {
        let words: Words = read(r#"{ "en": "Growth", "es-MX": "Crecimiento" }"#).0.unwrap();
        for (language, text) in [
            ("es-MX", "Crecimiento"),
            ("es", "Crecimiento"),
            ("es-PR", "Crecimiento"),
            ("en-GB", "Growth"),
            ("fr", "Growth"),
        ] {
            assert_eq!(words.in_language(language), text, "{language}");
        }
        let words: Words = read(r#"{ "pl": "Wzrost", "de": "Wachstum" }"#).0.unwrap();
        assert_eq!(words.in_language("es"), "Wachstum");
        assert_eq!(read::<Words>(r#""Growth""#).0.unwrap().in_language("es"), "Growth");
    }

    #[test]
    fn words_without_a_language_or_of_another_type_are_told() {
        assert_eq!(read::<Words>("{}").1, [Empty {}.at(Place::pointer(""))]);
        let wrong = WrongType { expected: "words".into(), found: "whole-number".into() };
        assert_eq!(read::<Words>("5").1, [wrong.at(Place::pointer(""))]);
    }

    #[test]
    fn a_header_is_read_and_its_parts_are_checked() {
        let text = r#"{ "id": "chicago-sqrp", "version": "2018-19.1", "title": "SQRP",
                        "effective": { "from": "2019-08-01", "until": "2018-08-01" } }"#;
        let mut header: Header = read(text).0.unwrap();
        let mut notices = Vec::new();
        header.check("/about", &mut notices);
        let dates = DatesReversed { from: "2019-08-01".into(), until: "2018-08-01".into() };
        assert_eq!(notices, [dates.at(Place::pointer("/about/effective"))]);
        header.effective = Effective::default();
        for (id, fine) in [
            ("a", true),
            ("a.b-2", true),
            ("", false),
            ("-a", false),
            ("a.", false),
            ("A", false),
            ("a b", false),
            ("é", false),
        ] {
            let mut notices = Vec::new();
            header.id = id.into();
            header.check("", &mut notices);
            let expected = Identifier { written: id.into() }.at(Place::pointer("/id"));
            assert_eq!(notices, if fine { vec![] } else { vec![expected] }, "{id}");
        }
    }
}
