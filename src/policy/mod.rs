//! What all policy documents share.
//!
//! A policy (a framework, later an eligibility rule or a form) is a JSON document that somebody outside this project
//! writes, so every mistake in it is told with its place:
//!
//! - [`json`]: text to a tree, and pointers to the places in it.
//! - [`read`]: a tree to typed values, with the JSON pointer of whatever is wrong.
//! - [`header`]: the document's name, version and the dates it is in force; words by language.
//! - [`date`]: calendar dates without a clock or a time zone.
//! - [`rating_scale`], [`fact`], [`condition`]: facts about a case, and three-valued conditions over them that explain
//!   their answers.
//! - [`source`]: the documents that a policy rests on, and the citations of them.
//!
//! A document is read in two steps. [`json::parse`] makes the tree; [`read::decode`] fills types that derive
//! [`Read`](read::Read).

pub mod condition;
pub mod date;
pub mod fact;
pub mod header;
pub mod json;
pub mod notices;
pub mod rating_scale;
pub mod read;
pub mod source;
