//! Cells counted from student records, and the measures computed from them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where its data can't be read")]

mod generated;
mod imported;
mod oracle;
mod properties;
mod support;
