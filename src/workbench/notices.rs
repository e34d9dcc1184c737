//! The notices of the workbench.

use crate::notices;

notices! {
    /// A policy that isn't open.
    UnknownPolicy = "workbench.unknown-policy", Error, { policy: Text };
    /// A policy of the same name and version was open with another text; the new one took its place.
    PolicyReplaced = "workbench.policy-replaced", Warning, { policy: Text };
    /// The same bytes are there already, maybe under another name.
    FileTwice = "workbench.file-twice", Warning, { name: Text };
    /// No file, or none whose columns are known.
    NothingToRate = "workbench.nothing-to-rate", Error, {};
    /// A value that a measure can't have, tried out for a school.
    ImpossibleValue = "workbench.impossible-value", Error, { measure: Text, text: Text };
    /// Schools of the student records that no school-level file has.
    SchoolsOnlyCounted = "workbench.schools-only-counted", Warning, { count: Count, schools: List };
    /// The file isn't a saved session.
    NotASession = "workbench.not-a-session", Error, {};
    /// A session saved by another version of the program.
    SessionVersion = "workbench.session-version", Error, { found: Text, expected: Text };
}
