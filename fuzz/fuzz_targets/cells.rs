//! Any text opened as cells of a project file.
#![no_main]

#[path = "../checks/cells.rs"]
mod check;

libfuzzer_sys::fuzz_target!(|text: &str| check::check_cells(text));
