//! Any bytes dropped on the page as a workbook or an archive, or standing in one.
#![no_main]

#[path = "../checks/container.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check::check_container(bytes));
