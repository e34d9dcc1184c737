//! Which schools move between two frameworks on the same files, from what to what, and where the calculations part.

use std::cmp::Ordering;
use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::brief::{BriefAnswer, DifferingStep, Walked, alike};
use super::rating::Reading;
use super::reference::Port;
use super::trace::Shown;
use crate::letters::lower;
use crate::order::Set;
use crate::tables::SchoolTable;

/// The most steps that are named as the reason why a school moves.
const MOST_REASONS: usize = 5;

/// A framework with the files as it reads them.
#[derive(Clone, Copy)]
pub struct Applied<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// The files.
    pub reading: &'a Reading,
}

/// A school by two frameworks.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Movement {
    /// Its identifier.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub school: Arc<str>,
    /// By the one.
    pub before: BriefAnswer,
    /// By the other.
    pub after: BriefAnswer,
    /// Where it moves.
    pub moves: Moves,
    /// For one that moves: the steps of both that differ first, while all that goes into them is the same. None where
    /// the two have no step of the same name.
    pub reasons: Vec<DifferingStep>,
}

/// Where a school moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Moves {
    /// It has the same answer.
    Stays,
    /// A higher rating of the same scale.
    Up,
    /// A lower rating of the same scale.
    Down,
    /// Another answer, of which neither is the higher one.
    Otherwise,
}

/// Every school by two frameworks.
pub fn movements(table: &SchoolTable, before: Applied<'_>, after: Applied<'_>) -> Vec<Movement> {
    let first = before.reading.run(before.framework, table);
    let second = after.reading.run(after.framework, table);
    let schools = table.schools().iter().enumerate();
    let moved = schools.map(|(index, entry)| {
        let answer = before.framework.brief(&first.school(index));
        let other = after.framework.brief(&second.school(index));
        let moves = if alike(&answer.rating, &other.rating) {
            Moves::Stays
        } else {
            match before.framework.order(&answer.rating, after.framework, &other.rating) {
                Some(Ordering::Less) => Moves::Up,
                Some(Ordering::Greater) => Moves::Down,
                _ => Moves::Otherwise,
            }
        };
        let mut reasons = Vec::new();
        if moves != Moves::Stays {
            let (one, _, _) = before.framework.walk(&first, index, &[]);
            let (two, model, _) = after.framework.walk(&second, index, &[]);
            let model = model.and_then(|model| after.framework.definition.models.at(model));
            if let Some(rating) = model.and_then(|model| model.value.rating.port()) {
                let one = Walked { framework: before.framework, record: &one };
                let two = Walked { framework: after.framework, record: &two };
                reasons = part(&one, &two, rating);
            }
        }
        Movement { school: Arc::clone(&entry.id), before: answer, after: other, moves, reasons }
    });
    moved.collect()
}

impl Framework {
    /// How two ratings compare, where they are of scales with the same levels.
    fn order(&self, rating: &Shown, framework: &Self, other: &Shown) -> Option<Ordering> {
        let (Shown::Rating { scale, level, .. }, Shown::Rating { scale: other_scale, level: other_level, .. }) =
            (rating, other)
        else {
            return None;
        };
        let levels = |framework: &Self, scale: &str| -> Option<Vec<String>> {
            let levels = &framework.definition.ratings.get(scale)?.lowest_first;
            Some(levels.iter().map(|level| lower(&level.rating)).collect())
        };
        (levels(self, scale)? == levels(framework, other_scale)?).then(|| level.cmp(other_level))
    }
}

/// The steps of the second calculation, on the way down from its rating, that differ while nothing of the same name that
/// goes into them does.
fn part(before: &Walked<'_>, after: &Walked<'_>, rating: Port) -> Vec<DifferingStep> {
    let mut reasons = Vec::new();
    let mut seen: Set<usize> = Set::new();
    let mut ahead: Vec<usize> = after.record.places.get(&rating).copied().into_iter().collect();
    while let Some(place) = ahead.pop() {
        let Some(draft) = after.record.steps.get(place) else { continue };
        if !seen.add(place) || reasons.len() >= MOST_REASONS {
            continue;
        }
        let known = ahead.len();
        let inputs = draft.inputs.iter().rev().filter_map(|input| input.step);
        ahead.extend(inputs.filter(|input| after.differing(before, *input).is_some()));
        if ahead.len() == known {
            reasons.extend(after.differing(before, place));
        }
    }
    reasons
}
