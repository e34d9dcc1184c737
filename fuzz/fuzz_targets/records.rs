//! Any bytes dropped on the page of student files.
#![no_main]

#[path = "../checks/records.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check_records(bytes));
