//! The notices of policy documents.
//!
//! Arguments named `problem`, `expected` and `found` hold one of a few fixed words, which the locale files translate.

use crate::notices;

notices! {
    /// The text isn't JSON. `position` is the column in the line, from 1.
    NotJson = "policy.not-json", Error, { problem: Text, position: Count }, source = "RFC 8259";
    /// Lists and objects lie too deep in each other.
    TooDeep = "policy.too-deep", Error, {};
    /// An object has the same key twice.
    DuplicateKey = "policy.duplicate-key", Error, { key: Text }, source = "RFC 8259, section 4";
    /// A number that isn't a whole one (or is too large) stands without quotes, so that its exact value is not certain.
    NumberNotText = "policy.number-not-text", Error, { written: Text };
    /// A field that doesn't exist there.
    UnknownField = "policy.unknown-field", Error, { field: Text, suggestion: MaybeText, fields: List };
    /// A field that must be there.
    MissingField = "policy.missing-field", Error, { field: Text };
    /// A list where an object is wanted, and the like.
    WrongType = "policy.wrong-type", Error, { expected: Text, found: Text };
    /// A whole number outside the limits.
    OutOfRange = "policy.out-of-range", Error, { value: Number, least: Number, most: Number };
    /// Text where a number is wanted.
    NotANumber = "policy.not-a-number", Error, { written: Text, problem: Text };
    /// Text that isn't a date, a web address, ….
    InvalidValue = "policy.invalid-value", Error, { written: Text, expected: Text };
    /// A word that is none of the choices.
    UnknownChoice = "policy.unknown-choice", Error, { written: Text, suggestion: MaybeText, choices: List };
    /// An object that must have exactly one of these keys.
    OneChoice = "policy.one-choice", Error, { choices: List };
    /// A list with too many or too few entries.
    WrongLength = "policy.wrong-length", Error, { found: Count, expected: Text };
    /// An empty list, object or text where something is needed.
    Empty = "policy.empty", Error, {};
    /// A citation of a source that the policy doesn't list.
    UnknownSource = "policy.unknown-source", Error, { cited: Text, suggestion: MaybeText, sources: List };
    /// A source's name that a citation couldn't be told apart from its locator.
    SourceName = "policy.source-name", Error, { name: Text };
    /// A policy's identifier with other characters than small letters, digits, `-` and `.`.
    Identifier = "policy.identifier", Error, { written: Text };
    /// The end of a span of dates lies before its start.
    DatesReversed = "policy.dates-reversed", Error, { from: Text, until: Text };
    /// A level that stands twice in a scale.
    DuplicateLevel = "policy.duplicate-level", Error, { level: Text };
    /// A condition compares a rating with something that isn't a level of its scale.
    UnknownLevel = "policy.unknown-level", Error, { written: Text, suggestion: MaybeText, levels: List };
    /// A condition asks something of a fact that its values can't answer, such as whether a text is at least `3`.
    TestDoesNotFit = "policy.test-does-not-fit", Error, { test: Text, kind: Text };
}
