//! Cells counted from student records, and the measures computed from them.

#![allow(
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that can't go on fails"
)]

mod corpus;
mod generated;
mod imported;
#[path = "../joined/mod.rs"]
mod joined;
mod oracle;
mod properties;
mod stays;
mod support;
mod workbench;
