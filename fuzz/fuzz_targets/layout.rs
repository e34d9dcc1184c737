//! Any text opened as a layout: a preset, or a mapping that a person saved.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the checks")]
#[path = "../checks/documents.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::check_layout(text));
