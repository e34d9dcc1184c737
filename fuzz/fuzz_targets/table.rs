//! Any bytes handed over as a school-level table.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the checks")]
#[path = "../checks/documents.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check_table(bytes));
