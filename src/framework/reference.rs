//! How one part of a definition points at another: `growth.reading`, `growth.reading#participation`, `score@-1`.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::exact::Exact;
use crate::policy::json::Json;
use crate::policy::read::{Read, Reader};

/// What of a measure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// The value itself.
    Value,
    /// `#participation`: the participation rate, in percent.
    Participation,
    /// `#n`: the number of students behind the value.
    N,
    /// `#response-rate`: the response rate, in percent.
    ResponseRate,
}

impl Attribute {
    /// The names after `#`.
    pub const NAMES: [(&'static str, Self); 3] =
        [("participation", Self::Participation), ("n", Self::N), ("response-rate", Self::ResponseRate)];

    /// How a definition writes this of a measure: `name#participation`.
    pub(crate) fn of(self, name: &str) -> String {
        match Self::NAMES.iter().find(|(_, known)| *known == self) {
            Some((written, _)) => format!("{name}#{written}"),
            None => name.to_owned(),
        }
    }
}

/// A name as a definition writes it, taken apart: `name#attribute@years`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The name of a fact, a measure or a node.
    pub name: String,
    /// What of it.
    pub attribute: Attribute,
    /// Of which year: 0 is the rated year, -1 the year before.
    pub years: i32,
}

impl Reference {
    /// Takes a written reference apart.
    ///
    /// # Errors
    /// The part that can't be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (rest, years) = match text.rsplit_once('@') {
            Some((rest, years)) => (rest, years.parse::<i32>().map_err(|_| format!("@{years}"))?),
            None => (text, 0),
        };
        let (name, attribute) = match rest.rsplit_once('#') {
            Some((name, written)) => {
                let known = Attribute::NAMES.iter().find(|(known, _)| *known == written);
                (name, known.map(|(_, attribute)| *attribute).ok_or_else(|| format!("#{written}"))?)
            }
            None => (rest, Attribute::Value),
        };
        if name.trim().is_empty() {
            return Err(text.to_owned());
        }
        Ok(Self { name: name.trim().to_owned(), attribute, years })
    }
}

/// A number written in place, or a reference to a fact, a measure or a node.
///
/// Text that reads as a number is a number. Loading resolves references to places in the framework's graph.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Operand {
    /// As the definition writes it.
    pub text: String,
    pub(crate) target: Target,
}

/// What an operand stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// Not resolved yet, or it names nothing.
    Unresolved,
    /// A number.
    Number(Exact),
    /// A place in the graph.
    At(Port),
}

/// A place in the graph, of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Port {
    pub entry: usize,
    pub attribute: Attribute,
    pub years: i32,
}

impl Operand {
    /// Reads an operand. A reference is not resolved yet.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let target = Exact::parse(&text).map_or(Target::Unresolved, Target::Number);
        Self { text, target }
    }

    pub(crate) fn port(&self) -> Option<Port> {
        match self.target {
            Target::At(port) => Some(port),
            _ => None,
        }
    }

    pub(crate) fn number(&self) -> Option<&Exact> {
        match &self.target {
            Target::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl fmt::Debug for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl From<String> for Operand {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Read for Operand {
    fn blank() -> Self {
        Self { text: String::new(), target: Target::Unresolved }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json {
            Json::Text(text) => *self = Self::new(text.as_str()),
            Json::Integer(value) => *self = Self::new(value.to_string()),
            _ => reader.wrong_type(json, "name-or-number"),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Operand {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Operand".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number (\"4.5\", \"5/3\", 4), or the name of a fact, a measure or a node: \"growth.reading\". After the name: #participation, #n or #response-rate for a measure's other numbers; @-1 for the year before.",
            "anyOf": [ { "type": "string" }, { "type": "integer" } ]
        })
    }
}
