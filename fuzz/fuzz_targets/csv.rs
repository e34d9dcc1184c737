//! Any bytes dropped on the page as a file.
#![no_main]

#[path = "../checks/csv.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check_csv(bytes));
