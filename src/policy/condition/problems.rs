//! What a policy's author should know about a condition before it is ever asked.

use super::{Condition, Test};
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::fact::{FactKind, Literal};
use crate::policy::json::{child, item};
use crate::policy::notices::{InvalidValue, NotANumber, TestDoesNotFit, UnknownLevel};
use crate::policy::read::number_problem;

impl<F> Condition<F> {
    /// Tells of tests that don't fit the sort of values of their facts, and of literals that can't be such a value.
    /// `pointer` is the place of this condition. Facts for which `kind_of` gives nothing are passed over.
    pub fn problems(&self, pointer: &str, kind_of: &impl Fn(&F) -> Option<FactKind>, notices: &mut Vec<Notice>) {
        self.visit(pointer, &mut |pointer, comparison| {
            let Some(kind) = kind_of(&comparison.fact) else { return };
            let test = &comparison.test;
            let place = child(pointer, test.name());
            if !fits(test, &kind) {
                let notice = TestDoesNotFit { test: test.name().to_owned(), kind: kind.name().to_owned() };
                notices.push(notice.at(Place::pointer(place)));
                return;
            }
            let listed = matches!(test, Test::In(_) | Test::ContainsAny(_));
            for (index, literal) in test.literals().iter().enumerate() {
                let place = if listed { item(&place, index) } else { place.clone() };
                notices.extend(literal_problem(literal, &kind, Place::pointer(place)));
            }
        });
    }
}

/// Whether the test can be asked of such values.
fn fits(test: &Test, kind: &FactKind) -> bool {
    match test {
        Test::Known(_) => true,
        Test::AtLeast(_) | Test::AtMost(_) | Test::Above(_) | Test::Below(_) => {
            matches!(kind, FactKind::Number | FactKind::Rating(_))
        }
        Test::Equals(_) | Test::In(_) => !matches!(kind, FactKind::Set),
        Test::Contains(_) | Test::ContainsAny(_) => matches!(kind, FactKind::Set),
    }
}

fn literal_problem(literal: &Literal, kind: &FactKind, place: Place) -> Option<Notice> {
    let written = literal.written().to_owned();
    match kind {
        FactKind::Number => {
            let error = crate::exact::Exact::parse(&written).err()?;
            Some(NotANumber { written, problem: number_problem(error).to_owned() }.at(place))
        }
        FactKind::Rating(scale) if scale.position(&written).is_none() => {
            let suggestion = nearest(&written, scale.levels().iter().map(String::as_str));
            Some(UnknownLevel { written, suggestion, levels: scale.levels().to_vec() }.at(place))
        }
        FactKind::Truth if literal.truth().is_none() => {
            Some(InvalidValue { written, expected: "true-false".to_owned() }.at(place))
        }
        FactKind::Rating(_) | FactKind::Truth | FactKind::Text | FactKind::Set => None,
    }
}
