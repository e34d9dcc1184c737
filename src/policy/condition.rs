//! Conditions over facts, in three-valued logic (Kleene's): met, not met, or undetermined because a fact is unknown.
//!
//! A policy writes `{ "all": [..] }`, `{ "any": [..] }`, `{ "not": condition }`, `{ "atLeast": 2, "of": [..] }`, or a
//! comparison `{ "fact": "participation", "atLeast": "95" }`. The tests of a comparison are `atLeast`, `atMost`, `above`,
//! `below`, `equals`, `in`, for sets `contains` and `containsAny`, and `known`. A comparison may say what an unknown fact
//! counts as, `"whenUnknown": "met"` or `"not-met"`. Every condition may carry a `label` and a `cite`.
//!
//! [`Condition::check`] gives the answer, [`Condition::explain`] the answer with its reasons.

mod problems;
mod read;
mod settle;
mod verdict;

use std::cmp::Ordering;
use std::sync::Arc;

use serde::Serialize;

pub use verdict::{Verdict, VerdictNode, VerdictRule};

use super::fact::{FactValue, Facts, Literal};
use super::header::Words;
use super::json::{child, item};
use super::read::Read;
use super::source::Citation;

/// A condition whose facts are named by an `F`: the policy's names, or whatever an interpreter replaces them with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Condition<F = String> {
    /// What it demands.
    pub rule: Rule<F>,
    /// The policy's own words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub label: Option<Words>,
    /// By whose authority.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Citation[]"))]
    pub citations: Arc<[Citation]>,
}

/// What a condition demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Rule<F = String> {
    /// Every part is met.
    All {
        /// The parts.
        parts: Vec<Condition<F>>,
    },
    /// One part at least is met.
    Any {
        /// The parts.
        parts: Vec<Condition<F>>,
    },
    /// The part is not met.
    Not {
        /// The part.
        part: Box<Condition<F>>,
    },
    /// So many of the parts at least are met.
    AtLeast {
        /// How many.
        count: usize,
        /// The parts.
        parts: Vec<Condition<F>>,
    },
    /// A fact passes a test.
    Fact(Comparison<F>),
}

/// A fact compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Comparison<F = String> {
    /// The fact.
    pub fact: F,
    /// The test that it has to pass.
    pub test: Test,
    /// What it counts as while the fact is unknown. Undetermined where the policy doesn't say.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub when_unknown: Option<WhenUnknown>,
}

/// The test of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum Test {
    /// The value is this or more.
    AtLeast(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The value is this or less.
    AtMost(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The value is more than this.
    Above(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The value is less than this.
    Below(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The value is this.
    Equals(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The value is one of these.
    In(#[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))] Vec<Literal>),
    /// The set holds this name.
    Contains(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] Literal),
    /// The set holds one of these names.
    ContainsAny(#[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))] Vec<Literal>),
    /// The value is known (`true`), or unknown (`false`).
    Known(bool),
}

/// What a comparison counts as while its fact is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum WhenUnknown {
    /// As met.
    Met,
    /// As not met.
    NotMet,
}

/// The answer of three-valued logic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Truth {
    /// It holds, whatever is still unknown.
    Met,
    /// It doesn't hold, whatever is still unknown.
    NotMet,
    /// It depends on what is unknown.
    Undetermined,
}

impl Truth {
    /// Met for `true`, not met for `false`.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }
}

/// The other answer; undetermined stays so.
impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Undetermined => Self::Undetermined,
        }
    }
}

impl Test {
    /// Its name in a policy.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AtLeast(_) => "atLeast",
            Self::AtMost(_) => "atMost",
            Self::Above(_) => "above",
            Self::Below(_) => "below",
            Self::Equals(_) => "equals",
            Self::In(_) => "in",
            Self::Contains(_) => "contains",
            Self::ContainsAny(_) => "containsAny",
            Self::Known(_) => "known",
        }
    }

    /// The literals, in the order written.
    pub fn literals(&self) -> &[Literal] {
        match self {
            Self::AtLeast(one)
            | Self::AtMost(one)
            | Self::Above(one)
            | Self::Below(one)
            | Self::Equals(one)
            | Self::Contains(one) => std::slice::from_ref(one),
            Self::In(several) | Self::ContainsAny(several) => several,
            Self::Known(_) => &[],
        }
    }

    /// Whether a known value passes. `None` when the value isn't of a sort that the test fits.
    pub fn passes(&self, value: &FactValue) -> Option<bool> {
        match self {
            Self::AtLeast(literal) => value.compare(literal).map(Ordering::is_ge),
            Self::AtMost(literal) => value.compare(literal).map(Ordering::is_le),
            Self::Above(literal) => value.compare(literal).map(Ordering::is_gt),
            Self::Below(literal) => value.compare(literal).map(Ordering::is_lt),
            Self::Equals(literal) => value.equals(literal),
            Self::In(literals) => one_of(literals.iter().map(|literal| value.equals(literal))),
            Self::Contains(name) => value.contains(name.written()),
            Self::ContainsAny(names) => one_of(names.iter().map(|name| value.contains(name.written()))),
            Self::Known(known) => Some(*known),
        }
    }
}

/// Whether one of these is true; `None` when none is and one has no answer.
fn one_of(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(false);
    for answer in answers {
        match answer {
            Some(true) => return Some(true),
            Some(false) => {}
            None => all = None,
        }
    }
    all
}

impl<F> Comparison<F> {
    /// The answer for this value; `None` is an unknown one. A value of a sort that the test doesn't fit leaves it
    /// undetermined: [`Condition::problems`] tells the policy's author of that beforehand.
    pub fn check(&self, value: Option<&FactValue>) -> Truth {
        match (&self.test, value) {
            (Test::Known(wanted), value) => Truth::of(value.is_some() == *wanted),
            (test, Some(value)) => test.passes(value).map_or(Truth::Undetermined, Truth::of),
            (_, None) => match self.when_unknown {
                Some(WhenUnknown::Met) => Truth::Met,
                Some(WhenUnknown::NotMet) => Truth::NotMet,
                None => Truth::Undetermined,
            },
        }
    }

    /// The answer by these facts. A fact that is open leaves it undetermined, whatever the policy says of unknown ones.
    fn ask(&self, facts: &impl Facts<F>) -> Truth {
        match facts.value(&self.fact) {
            None if facts.is_open(&self.fact) => Truth::Undetermined,
            value => self.check(value.as_ref()),
        }
    }
}

impl<F> Rule<F> {
    /// The parts, in the order written.
    pub fn parts(&self) -> &[Condition<F>] {
        match self {
            Self::All { parts } | Self::Any { parts } | Self::AtLeast { parts, .. } => parts,
            Self::Not { part } => std::slice::from_ref(part),
            Self::Fact(_) => &[],
        }
    }

    /// The pointer of a part, from the pointer of this condition.
    fn part_pointer(&self, pointer: &str, index: usize) -> String {
        match self {
            Self::All { .. } => item(&child(pointer, "all"), index),
            Self::Any { .. } => item(&child(pointer, "any"), index),
            Self::AtLeast { .. } => item(&child(pointer, "of"), index),
            Self::Not { .. } | Self::Fact(_) => child(pointer, "not"),
        }
    }
}

impl<F> Condition<F> {
    /// The answer.
    pub fn check(&self, facts: &impl Facts<F>) -> Truth {
        match &self.rule {
            Rule::All { parts } => all(parts.iter().map(|part| part.check(facts))),
            Rule::Any { parts } => !all(parts.iter().map(|part| !part.check(facts))),
            Rule::Not { part } => !part.check(facts),
            Rule::AtLeast { count, parts } => at_least(*count, parts.iter().map(|part| part.check(facts))),
            Rule::Fact(comparison) => comparison.ask(facts),
        }
    }

    /// The facts that it asks about, each once, in the order written.
    pub fn facts(&self) -> Vec<&F>
    where
        F: PartialEq,
    {
        let mut facts = Vec::new();
        self.visit("", &mut |_, comparison| {
            if !facts.contains(&&comparison.fact) {
                facts.push(&comparison.fact);
            }
        });
        facts
    }

    /// Every comparison with its pointer, in the order written.
    pub(crate) fn visit<'a>(&'a self, pointer: &str, visitor: &mut impl FnMut(&str, &'a Comparison<F>)) {
        if let Rule::Fact(comparison) = &self.rule {
            visitor(pointer, comparison);
        }
        for (index, part) in self.rule.parts().iter().enumerate() {
            part.visit(&self.rule.part_pointer(pointer, index), visitor);
        }
    }

    /// The same condition over other names of the facts. `map` is asked for every comparison, also after it had no
    /// answer for one, so that it can tell all unknown names; it gets the pointer of the name. `pointer` is the
    /// place of this condition.
    pub fn try_map<G>(self, pointer: &str, map: &mut impl FnMut(&str, F) -> Option<G>) -> Option<Condition<G>> {
        let place = |index| self.rule.part_pointer(pointer, index);
        let places: Vec<String> = (0..self.rule.parts().len()).map(place).collect();
        let mut several = |parts: Vec<Condition<F>>| -> Option<Vec<Condition<G>>> {
            let mapped: Vec<_> = parts.into_iter().zip(&places).map(|(part, place)| part.try_map(place, map)).collect();
            mapped.into_iter().collect()
        };
        let rule = match self.rule {
            Rule::All { parts } => Rule::All { parts: several(parts)? },
            Rule::Any { parts } => Rule::Any { parts: several(parts)? },
            Rule::AtLeast { count, parts } => Rule::AtLeast { count, parts: several(parts)? },
            Rule::Not { part } => Rule::Not { part: Box::new(part.try_map(&child(pointer, "not"), map)?) },
            Rule::Fact(Comparison { fact, test, when_unknown }) => {
                Rule::Fact(Comparison { fact: map(&child(pointer, "fact"), fact)?, test, when_unknown })
            }
        };
        Some(Condition { rule, label: self.label, citations: self.citations })
    }
}

/// Kleene's "and": not met if one isn't, else undetermined if one is.
fn all(answers: impl Iterator<Item = Truth>) -> Truth {
    let mut so_far = Truth::Met;
    for answer in answers {
        match answer {
            Truth::NotMet => return Truth::NotMet,
            Truth::Undetermined => so_far = Truth::Undetermined,
            Truth::Met => {}
        }
    }
    so_far
}

/// Met once so many are met; not met once so many can't be met any more.
fn at_least(count: usize, answers: impl Iterator<Item = Truth>) -> Truth {
    let (mut met, mut open) = (0, 0);
    for answer in answers {
        match answer {
            Truth::Met => met += 1,
            Truth::Undetermined => open += 1,
            Truth::NotMet => {}
        }
    }
    if met >= count {
        Truth::Met
    } else if met + open < count {
        Truth::NotMet
    } else {
        Truth::Undetermined
    }
}

#[cfg(test)]
mod tests;
