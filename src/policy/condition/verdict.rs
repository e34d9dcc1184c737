//! An answer with its reasons.

use std::sync::Arc;

use serde::Serialize;

use super::settle::settles;
use super::{Comparison, Condition, Rule, Test, Truth, WhenUnknown, all, at_least};
use crate::policy::fact::Facts;
use crate::policy::header::Words;
use crate::policy::source::Citation;

/// The answer to a condition, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Verdict<F = String> {
    /// The answer.
    pub truth: Truth,
    /// When it is undetermined: unknown facts that decide it once they are known, whatever their values turn out to be
    /// and though all other facts stay unknown. None of them can be left out. Absent when it is decided, and when no
    /// facts are sure to decide it, because a known value is not of the sort that its test needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub settles: Option<Vec<F>>,
    /// The condition with the answer of each part.
    pub root: VerdictNode<F>,
}

/// A condition's part with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct VerdictNode<F = String> {
    /// What it demands.
    pub rule: VerdictRule<F>,
    /// The answer to it.
    pub truth: Truth,
    /// Whether the whole answer rests on it: were everything else unknown, the decisive parts would still give it.
    pub decisive: bool,
    /// The policy's own words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub label: Option<Words>,
    /// By whose authority.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Citation[]"))]
    pub citations: Arc<[Citation]>,
    /// Its parts.
    pub parts: Vec<VerdictNode<F>>,
}

/// What a condition's part demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum VerdictRule<F = String> {
    /// Every part is met.
    All,
    /// One part at least is met.
    Any,
    /// The part is not met.
    Not,
    /// So many of the parts at least are met.
    AtLeast {
        /// How many.
        count: usize,
    },
    /// A fact passes a test.
    Fact {
        /// The fact.
        fact: F,
        /// The test.
        test: Test,
        /// The fact's value as text. Absent when it is unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        actual: Option<String>,
        /// What it counts as while the fact is unknown.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(target_arch = "wasm32", tsify(optional))]
        when_unknown: Option<WhenUnknown>,
    },
}

impl<F: Clone + PartialEq> Condition<F> {
    /// The answer with its reasons.
    pub fn explain(&self, facts: &impl Facts<F>) -> Verdict<F> {
        let mut root = self.node(facts);
        root.mark();
        let truth = root.truth;
        let settles = if truth == Truth::Undetermined { settles(self, facts) } else { None };
        Verdict { truth, settles, root }
    }

    /// This part and those below it, none marked yet.
    fn node(&self, facts: &impl Facts<F>) -> VerdictNode<F> {
        let parts: Vec<VerdictNode<F>> = self.rule.parts().iter().map(|part| part.node(facts)).collect();
        let mut answers = parts.iter().map(|part| part.truth);
        let (rule, truth) = match &self.rule {
            Rule::All { .. } => (VerdictRule::All, all(answers)),
            Rule::Any { .. } => (VerdictRule::Any, !all(answers.map(|answer| !answer))),
            Rule::Not { .. } => (VerdictRule::Not, !answers.next().unwrap_or(Truth::Undetermined)),
            Rule::AtLeast { count, .. } => (VerdictRule::AtLeast { count: *count }, at_least(*count, answers)),
            Rule::Fact(comparison) => {
                let Comparison { fact, test, when_unknown } = comparison;
                let value = facts.value(fact);
                let (fact, test, when_unknown) = (fact.clone(), test.clone(), *when_unknown);
                let actual = value.as_ref().map(ToString::to_string);
                (VerdictRule::Fact { fact, test, actual, when_unknown }, comparison.ask(facts))
            }
        };
        VerdictNode {
            rule,
            truth,
            decisive: false,
            label: self.label.clone(),
            citations: Arc::clone(&self.citations),
            parts,
        }
    }
}

impl<F> VerdictNode<F> {
    /// Marks this node as decisive, and of its parts those on which its answer rests.
    fn mark(&mut self) {
        self.decisive = true;
        let truth = self.truth;
        for part in &mut self.parts {
            // A part that agrees with the answer carries it; those that don't couldn't prevent it.
            if matches!(self.rule, VerdictRule::Not) || part.truth == truth {
                part.mark();
            }
        }
    }
}
