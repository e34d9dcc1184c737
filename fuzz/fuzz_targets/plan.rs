//! Any text handed over as a plan of what is counted.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the checks")]
#[path = "../checks/documents.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::check_plan(text));
