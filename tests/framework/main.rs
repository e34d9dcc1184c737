//! What the framework engine promises, tried from outside.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails"
)]

mod absence;
mod arithmetic;
mod changes;
mod compare;
mod computed;
mod files;
#[path = "../joined/mod.rs"]
mod joined;
mod limits;
mod notices;
mod operators;
mod population;
mod properties;
mod published;
mod questions;
mod support;
mod traces;
mod years;
