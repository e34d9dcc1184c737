//! The one way to tell a user something about their file, policy or application.
//!
//! A [`Notice`] travels as a stable code, a [`Place`] and typed arguments. It holds no sentence: the words and the remedy
//! live in the locale files of the site (`www/locales/*/notices/*.ftl`), one message a code. Each module declares its codes
//! with [`notices!`](crate::notices); [`catalog`](fn@crate::catalog) gathers them all.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::exact::Exact;
use crate::letters::lower;

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// What was asked can't be done until this is mended.
    Error,
    /// It was done, but something needs a look.
    Warning,
    /// Worth knowing.
    Info,
}

/// The kind of value that a code's argument takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum ArgumentKind {
    /// A name or a piece of the user's own text.
    Text,
    /// A name that may be missing (`""` then), such as the nearest known name.
    MaybeText,
    /// An exact number.
    Number,
    /// A whole number of things.
    Count,
    /// Several names.
    List,
}

/// The value of a code's argument.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(untagged)]
pub enum Argument {
    /// [`ArgumentKind::Text`], [`ArgumentKind::MaybeText`].
    Text(String),
    /// [`ArgumentKind::Number`], exact, as [`Exact`] writes it.
    Number(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Number),
    /// [`ArgumentKind::Count`].
    Count(u64),
    /// [`ArgumentKind::List`].
    List(Vec<String>),
}

/// An exact number, written: a notice only shows it. Whoever tells of whole numbers alone needs no others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Number(String);

impl From<Exact> for Number {
    #[inline(never)]
    fn from(number: Exact) -> Self {
        Self(number.to_string())
    }
}

impl From<i64> for Number {
    #[inline(never)]
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where the thing is that a notice speaks of. What isn't known, or has no meaning there, is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub file: Option<Arc<str>>,
    /// The line of the file, from 1, as an editor counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub line: Option<u64>,
    /// The name of the column.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub column: Option<String>,
    /// The place in a JSON document (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub pointer: Option<String>,
    /// The school's identifier, its parts joined by `-`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub school: Option<String>,
}

impl Place {
    /// A place in a JSON document.
    pub fn pointer(pointer: impl Into<String>) -> Self {
        Self { pointer: Some(pointer.into()), ..Self::default() }
    }
    /// A line of a file.
    pub fn line(file: Arc<str>, line: u64) -> Self {
        Self { file: Some(file), line: Some(line), ..Self::default() }
    }
    /// A whole file.
    pub fn file(file: Arc<str>) -> Self {
        Self { file: Some(file), ..Self::default() }
    }
    /// A school.
    pub fn school(school: impl Into<String>) -> Self {
        Self { school: Some(school.into()), ..Self::default() }
    }
    /// The same place, in this column.
    #[must_use]
    pub fn in_column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

/// Something told to the user: a code, where, and the values that the words need.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// The stable code, `module.what-is-wrong`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The values that the words need, by name.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Argument>"))]
    pub arguments: Arguments,
}

/// The values of a notice, in the order in which its code declares their names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Arguments {
    declared: &'static [(&'static str, ArgumentKind)],
    values: Vec<Argument>,
}

impl Arguments {
    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    fn iter(&self) -> impl Iterator<Item = (&'static str, &Argument)> {
        self.declared.iter().map(|(name, _)| *name).zip(&self.values)
    }
}

/// It crosses to the page as an object.
impl Serialize for Arguments {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A code as its module declares it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NoticeCode {
    /// The stable code.
    pub code: &'static str,
    /// How much such a notice matters.
    pub severity: Severity,
    /// The arguments' names and kinds.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, ArgumentKind][]"))]
    pub arguments: &'static [(&'static str, ArgumentKind)],
    /// The standard or rule that demands it, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub source: Option<&'static str>,
}

/// A typed notice before it has a place: one struct a code, made by [`notices!`](crate::notices).
pub trait Told: Sized {
    /// The code's declaration.
    const CODE: &'static NoticeCode;
    /// The arguments' values, in the order of their declaration.
    fn values(self) -> Vec<Argument>;
    /// The notice, at this place.
    fn at(self, place: Place) -> Notice {
        Notice::new(Self::CODE, self.values(), place)
    }
}

impl Notice {
    // There are many codes, so what they share is written once.
    #[inline(never)]
    fn new(declared: &'static NoticeCode, values: Vec<Argument>, place: Place) -> Self {
        let NoticeCode { code, severity, arguments, .. } = *declared;
        Self { code, severity, place, arguments: Arguments { declared: arguments, values } }
    }
}

/// A type of value that an argument may have; a part of [`notices!`](crate::notices).
pub trait IntoArgument {
    /// Adds it to the arguments.
    fn push_to(self, values: &mut Vec<Argument>);
}

impl IntoArgument for String {
    #[inline(never)]
    fn push_to(self, values: &mut Vec<Argument>) {
        values.push(Argument::Text(self));
    }
}

impl IntoArgument for Number {
    #[inline(never)]
    fn push_to(self, values: &mut Vec<Argument>) {
        values.push(Argument::Number(self));
    }
}

impl IntoArgument for u64 {
    #[inline(never)]
    fn push_to(self, values: &mut Vec<Argument>) {
        values.push(Argument::Count(self));
    }
}

impl IntoArgument for Vec<String> {
    #[inline(never)]
    fn push_to(self, values: &mut Vec<Argument>) {
        values.push(Argument::List(self));
    }
}

/// Whether any of these is an error.
pub fn has_error(notices: &[Notice]) -> bool {
    notices.iter().any(|notice| notice.severity == Severity::Error)
}

/// The known name nearest to what was written, for "did you mean". Empty when none is near.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let wanted = lower(written);
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let likeness = strsim::jaro_winkler(&wanted, &lower(name));
        // The smaller name wins a tie, so that the answer doesn't depend on the order of the names.
        if likeness > 0.8 && best.is_none_or(|(least, kept)| likeness > least || (likeness == least && name < kept)) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name.to_owned()).unwrap_or_default()
}

/// Declares a module's notice codes: one struct a code, with its typed arguments, and the module's `CODES`.
///
/// ```ignore
/// notices! {
///     /// The file holds nothing.
///     EmptyFile = "tables.empty-file", Error, {};
///     /// The file has no column of this name.
///     MissingColumn = "tables.missing-column", Error, { column: Text, columns: List };
///     /// A record breaks a rule of the format.
///     StrayQuote = "tables.stray-quote", Warning, { column: Text }, source = "RFC 4180, section 2";
/// }
/// ```
#[macro_export]
macro_rules! notices {
    ($( $(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, { $($argument:ident : $kind:ident),* $(,)? } $(, source = $source:literal)? ; )*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Eq)]
            #[allow(missing_docs, reason = "the arguments' names say what they are, and the locale files use them")]
            pub struct $name { $(pub $argument: $crate::notice_argument_type!($kind)),* }
            impl $crate::notice::Told for $name {
                const CODE: &'static $crate::notice::NoticeCode = &$crate::notice::NoticeCode {
                    code: $code,
                    severity: $crate::notice::Severity::$severity,
                    arguments: &[$((stringify!($argument), $crate::notice::ArgumentKind::$kind)),*],
                    source: $crate::notice_source!($($source)?),
                };
                fn values(self) -> Vec<$crate::notice::Argument> {
                    #[allow(unused_mut, reason = "a code may have no arguments")]
                    let mut values = Vec::new();
                    $($crate::notice::IntoArgument::push_to(self.$argument, &mut values);)*
                    values
                }
            }
        )*
        /// This module's codes.
        pub const CODES: &[&$crate::notice::NoticeCode] = &[$(<$name as $crate::notice::Told>::CODE),*];
    };
}

/// The Rust type of an argument's kind; a part of [`notices!`](crate::notices).
#[doc(hidden)]
#[macro_export]
macro_rules! notice_argument_type {
    (Text) => { String };
    (MaybeText) => { String };
    (Number) => { $crate::notice::Number };
    (Count) => { u64 };
    (List) => { Vec<String> };
}

/// A declared source, or none; a part of [`notices!`](crate::notices).
#[doc(hidden)]
#[macro_export]
macro_rules! notice_source {
    () => {
        None
    };
    ($source:literal) => {
        Some($source)
    };
}
