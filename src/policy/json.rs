//! Policy JSON: text to a tree, and JSON pointers (RFC 6901) to the places in it. From the tree to typed values goes
//! [`read`](super::read).
//!
//! [`parse`] finds what other parsers let pass: keys that stand twice, and numbers that a parser may have rounded.

mod lines;
mod parse;

pub use lines::line_of;
pub use parse::parse;

/// A JSON value whose numbers are whole: others stand as text, so that their value is exact.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, its entries in the order written, each key once.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of that key, if it is an object that has it.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.as_object()?.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The entries of an object.
    pub fn as_object(&self) -> Option<&[(String, Json)]> {
        if let Self::Object(entries) = self { Some(entries) } else { None }
    }

    /// The values of a list.
    pub fn as_list(&self) -> Option<&[Json]> {
        if let Self::List(values) = self { Some(values) } else { None }
    }

    /// A text.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A whole number.
    pub fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(value) = self { Some(*value) } else { None }
    }

    /// `true` or `false`.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The word for its type, as the notices use it.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true-false",
            Self::Integer(_) => "whole-number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Object(_) => "object",
        }
    }
}

/// The pointer of a key of the object at `pointer`.
pub fn child(pointer: &str, key: &str) -> String {
    let mut longer = pointer.to_owned();
    push_key(&mut longer, key);
    longer
}

/// The pointer of an entry of the list at `pointer`.
pub fn item(pointer: &str, index: usize) -> String {
    let mut longer = pointer.to_owned();
    push_item(&mut longer, index);
    longer
}

pub(super) fn push_item(pointer: &mut String, index: usize) {
    pointer.push('/');
    pointer.push_str(&index.to_string());
}

pub(super) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for character in key.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Json".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}

#[cfg(test)]
mod tests;
