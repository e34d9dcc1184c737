//! What would change a rating: each measure's distance to the next band up and down, and what that band would do to the
//! score and the rating. Everything else stays as it is, the other schools too.

use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::evaluate::Run;
use super::explain::{scale_choice, steps_by_one};
use super::graph::Source;
use super::rating::{ModelChoice, Reading};
use super::reference::{Attribute, Port};
use super::scale::Scale;
use super::trace::{Showing, Shown};
use super::value::Value;
use crate::exact::Exact;
use crate::policy::header::Words;
use crate::tables::SchoolTable;

/// A measure moved to the edge of its next band.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The measure.
    pub measure: String,
    /// How a person calls it.
    pub label: Words,
    /// As it is.
    pub now: Shown,
    /// As it would be: the nearest value in the next band.
    pub then: Shown,
    /// How far that is, with its sign.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub distance: Option<Exact>,
    /// The score with it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub score: Option<Shown>,
    /// What it adds to the score.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub score_change: Option<Exact>,
    /// The rating with it.
    pub rating: Shown,
    /// Whether the rating is another one.
    pub changes_rating: bool,
}

impl Framework {
    /// What would change a school's rating, measure by measure in the definition's order.
    pub fn changes(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Vec<Change> {
        let run = reading.run(self, table);
        let plain = run.school(school);
        let ModelChoice::At(model) = plain.model() else { return Vec::new() };
        let Some(model) = self.definition.models.at(model) else { return Vec::new() };
        let now = |value: Option<&Value>| value.and_then(Value::number).cloned();
        let rating = plain.operand(&model.value.rating);
        let score = model.value.score.as_ref().map(|score| plain.operand(score));
        let needed = self.needed(model.value.rating.port());
        let mut changes = Vec::new();
        for (index, entry) in self.definition.measures.iter().enumerate() {
            let Some(place) = self.graph.place(&entry.name) else { continue };
            if !needed.contains(&place) || self.graph.source(place) != Some(Source::Measure(index)) {
                continue;
            }
            let port = Port { entry: place, attribute: Attribute::Value, years: 0 };
            let value = plain.port(port);
            for then in self.next_values(place, &value, steps_by_one(entry.value.unit)) {
                if let (Some((low, high)), Value::Number(number)) = (&entry.value.range, &then)
                    && (number < low || number > high)
                {
                    continue;
                }
                let (new_rating, new_score) = suppose(&run, school, place, &then, model);
                changes.push(Change {
                    measure: entry.name.clone(),
                    label: self.label(port),
                    now: self.show(&value),
                    distance: match (&value, &then) {
                        (Value::Number(now), Value::Number(then)) => then.sub(now).ok(),
                        _ => None,
                    },
                    then: self.show(&then),
                    score_change: match (now(score.as_ref()), now(new_score.as_ref())) {
                        (Some(now), Some(then)) => then.sub(&now).ok(),
                        _ => None,
                    },
                    score: new_score.map(|score| self.show(&score)),
                    changes_rating: new_rating != rating,
                    rating: self.show(&new_rating),
                });
            }
        }
        changes
    }

    /// Everything that a place needs.
    fn needed(&self, port: Option<Port>) -> rustc_hash::FxHashSet<usize> {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut ahead: Vec<usize> = port.into_iter().map(|port| port.entry).collect();
        while let Some(place) = ahead.pop() {
            if seen.insert(place) {
                ahead.extend(self.graph.edges.get(place).into_iter().flatten().map(|port| port.entry));
            }
        }
        seen
    }

    /// The nearest value of the next band up, and of the next band down, over all scales that look the measure up itself.
    fn next_values(&self, measure: usize, value: &Value, whole: bool) -> Vec<Value> {
        let scales = self.definition.nodes.iter().filter_map(|entry| {
            let (choice, of) = scale_choice(&entry.value.operator)?;
            let port = of.port()?;
            (port.entry == measure && port.attribute == Attribute::Value && port.years == 0)
                .then(|| self.scale(choice))?
        });
        match value {
            Value::Number(number) => {
                let mut up: Option<Exact> = None;
                let mut down: Option<Exact> = None;
                for scale in scales {
                    for edge in edges(scale, number, whole) {
                        if &edge > number && up.as_ref().is_none_or(|best| &edge < best) {
                            up = Some(edge);
                        } else if &edge < number && down.as_ref().is_none_or(|best| &edge > best) {
                            down = Some(edge);
                        }
                    }
                }
                up.into_iter().chain(down).map(Value::Number).collect()
            }
            Value::Word(word) => {
                let mut next = Vec::new();
                for scale in scales {
                    let mut words: Vec<(&str, &Exact)> = scale
                        .lookup
                        .iter()
                        .filter_map(|entry| Some((entry.name.as_str(), entry.value.number()?)))
                        .collect();
                    crate::order::sort_by(&mut words, |a, b| a.1.cmp(b.1).then(a.0.cmp(b.0)));
                    let Some(at) = words.iter().position(|(name, _)| super::observations::same_word(name, word)) else {
                        continue;
                    };
                    let own = words.get(at).map(|(_, points)| (*points).clone());
                    let higher = words.iter().find(|(_, points)| Some(*points) > own.as_ref());
                    let lower = words.iter().rev().find(|(_, points)| Some(*points) < own.as_ref());
                    next.extend(higher.into_iter().chain(lower).map(|(name, _)| Value::Word(Arc::from(*name))));
                }
                next
            }
            _ => Vec::new(),
        }
    }
}

/// The values at which a scale's answer becomes another one, as seen from a value.
fn edges(scale: &Scale, from: &Exact, whole: bool) -> Vec<Exact> {
    if !scale.linear.is_empty() {
        return scale.linear.iter().map(|anchor| anchor.value.clone()).collect();
    }
    // Beyond a bound that isn't included, the nearest value is one step of the way in which the value is written.
    let step = if whole || from.is_integer() { Exact::ONE } else { Exact::ratio(1, 10).unwrap_or(Exact::ONE) };
    let mut edges = Vec::new();
    for band in &scale.bands {
        let bounds = band.bounds();
        for (bound, included, lower) in bounds
            .lower()
            .map(|(bound, included)| (bound, included, true))
            .into_iter()
            .chain(bounds.upper().map(|(bound, included)| (bound, included, false)))
        {
            let (inside, outside) =
                if lower { (bound.add(&step), bound.sub(&step)) } else { (bound.sub(&step), bound.add(&step)) };
            let (near, far) = if included { (Ok(bound.clone()), outside) } else { (inside, Ok(bound.clone())) };
            // Seen from below a lower bound the band begins at `near`; seen from inside, the next band begins at `far`.
            edges.extend(near);
            edges.extend(far);
        }
    }
    let own = scale.bands.iter().position(|band| band.holds(from));
    edges.retain(|edge| scale.bands.iter().position(|band| band.holds(edge)) != own);
    edges
}

fn suppose(
    run: &Run<'_>,
    school: usize,
    measure: usize,
    value: &Value,
    model: &super::entries::Entry<super::definition::Model>,
) -> (Value, Option<Value>) {
    let mut supposed = run.school(school);
    supposed.suppose = Some((Port { entry: measure, attribute: Attribute::Value, years: 0 }, value.clone()));
    let rating = supposed.operand(&model.value.rating);
    (rating, model.value.score.as_ref().map(|score| supposed.operand(score)))
}
