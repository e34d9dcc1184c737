//! Which unknown facts settle an undetermined condition.
//!
//! A set of facts settles it when it can't stay undetermined once they are known, whatever their values, while all other
//! facts stay unknown. The search starts with all unknown facts and leaves out one after the other as long as the rest
//! still settles it.
//!
//! Whether it can stay undetermined is found by propagating, for each part, the set of answers that it may have. That is
//! exact as long as the parts don't depend on each other, so a fact that stands in several comparisons is tried region by
//! region: the literals cut its values into regions in which no comparison changes its answer. The work is limited; when
//! the limit is reached, a fact is kept. The set still settles the condition then, but it may hold a fact too many. The
//! same goes for a repeated fact whose sort of values isn't known, or with more than a few names of a set.

use std::sync::Arc;

use super::{Comparison, Condition, Rule, Test, Truth};
use crate::exact::Exact;
use crate::order;
use crate::policy::fact::{FactKind, FactValue, Facts};

/// The most parts that are visited to find a set.
const MOST_VISITS: usize = 1_000_000;

/// The most regions times comparisons of one fact.
const MOST_REGIONS: usize = 100_000;

/// The most names of a set whose combinations are tried.
const MOST_NAMES: usize = 8;

/// An irreducible set of unknown facts that settles the condition, in the order written. `None` when not even all of them
/// are sure to.
pub(super) fn settles<F: Clone + PartialEq>(condition: &Condition<F>, facts: &impl Facts<F>) -> Option<Vec<F>> {
    let (names, mut search) = Search::new(condition, facts);
    let mut asked: Vec<usize> = (0..names.len()).collect();
    if search.may_stay_open(&asked) != Some(false) {
        return None;
    }
    // More than one round, because `whenUnknown` and `known` can make a fact needless once another one is left out.
    loop {
        let before = asked.len();
        for fact in (0..names.len()).rev() {
            let rest: Vec<usize> = asked.iter().copied().filter(|other| *other != fact).collect();
            if rest.len() < asked.len() && search.may_stay_open(&rest) == Some(false) {
                asked = rest;
            }
        }
        if asked.len() == before {
            break;
        }
    }
    Some(asked.into_iter().filter_map(|fact| names.get(fact).map(|name| (*name).clone())).collect())
}

/// The answers that a part may have.
#[derive(Clone, Copy, Default)]
struct Possible {
    met: bool,
    not_met: bool,
    open: bool,
}

impl Possible {
    fn only(truth: Truth) -> Self {
        Self::default().with(truth)
    }

    fn with(mut self, truth: Truth) -> Self {
        match truth {
            Truth::Met => self.met = true,
            Truth::NotMet => self.not_met = true,
            Truth::Undetermined => self.open = true,
        }
        self
    }

    fn negated(self) -> Self {
        Self { met: self.not_met, not_met: self.met, open: self.open }
    }

    /// The answers of "at least so many of these", which may vary independently.
    fn at_least(count: usize, parts: &[Self]) -> Self {
        let number = |which: fn(&Self) -> bool| parts.iter().filter(|part| which(part)).count();
        // Enough not met to rule it out; 0 when there are too few parts anyway.
        let against = (parts.len() + 1).saturating_sub(count);
        let must_be_met = number(|part| part.met && !part.not_met && !part.open);
        let must_not_be_met = number(|part| part.not_met && !part.met && !part.open);
        Self {
            met: number(|part| part.met) >= count,
            not_met: number(|part| part.not_met) >= against && count > 0,
            // Every part that may be open is taken to be; those that can only be met or not met are shared out so
            // that neither side has enough, for which one open part leaves room.
            open: must_be_met < count && must_not_be_met < against && number(|part| part.open) > 0,
        }
    }
}

/// The condition with every comparison reduced to its possible answers.
enum Shape {
    All(Vec<Shape>),
    Any(Vec<Shape>),
    Not(Box<Shape>),
    AtLeast(usize, Vec<Shape>),
    /// Its fact is known.
    Decided(Truth),
    /// Its fact is unknown.
    Open(Leaf),
}

/// A comparison whose fact is unknown.
struct Leaf {
    fact: usize,
    /// The answer while the fact stays unknown.
    unknown: Truth,
    /// The answers that it may have once the fact is known.
    known: Possible,
    /// The answer in each region of the fact's values, if they are told apart.
    regions: Vec<Truth>,
}

/// What is supposed of an unknown fact.
#[derive(Clone, Copy)]
enum Supposed {
    Unknown,
    Known,
    InRegion(usize),
}

struct Search {
    shape: Shape,
    supposed: Vec<Supposed>,
    /// For each fact the number of its regions, 0 when it needn't or can't be tried region by region.
    regions: Vec<usize>,
    visits: usize,
}

impl Search {
    /// The search, and the unknown facts in the order written.
    fn new<'a, F: PartialEq>(condition: &'a Condition<F>, facts: &impl Facts<F>) -> (Vec<&'a F>, Self) {
        let mut names: Vec<&F> = condition.facts();
        names.retain(|fact| facts.value(fact).is_none());
        let mut comparisons: Vec<Vec<&Comparison<F>>> = names.iter().map(|_| Vec::new()).collect();
        condition.visit("", &mut |_, comparison| {
            let place = names.iter().position(|name| **name == comparison.fact);
            if let Some(list) = place.and_then(|place| comparisons.get_mut(place)) {
                list.push(comparison);
            }
        });
        // The leaves of each fact, in the order written; `shape` takes them out one by one.
        let mut regions = Vec::new();
        let mut leaves: Vec<std::vec::IntoIter<Leaf>> = Vec::new();
        for (fact, comparisons) in comparisons.iter().enumerate() {
            let kind = names.get(fact).and_then(|name| facts.kind(name));
            let open = names.get(fact).is_some_and(|name| facts.is_open(name));
            let (count, made) = leaves_of(fact, comparisons, kind, open);
            regions.push(count);
            leaves.push(made.into_iter());
        }
        let mut next = |comparison: &Comparison<F>| {
            let place = names.iter().position(|name| **name == comparison.fact);
            match place.and_then(|place| leaves.get_mut(place)).and_then(Iterator::next) {
                Some(leaf) => Shape::Open(leaf),
                None => Shape::Decided(comparison.ask(facts)),
            }
        };
        let shape = shape(condition, &mut next);
        let supposed = vec![Supposed::Unknown; names.len()];
        (names, Self { shape, supposed, regions, visits: 0 })
    }

    /// Whether the condition can stay undetermined when these facts are known and the others not. `None` when the limit of
    /// the work is reached.
    fn may_stay_open(&mut self, known: &[usize]) -> Option<bool> {
        for (fact, supposed) in self.supposed.iter_mut().enumerate() {
            *supposed = if known.contains(&fact) { Supposed::Known } else { Supposed::Unknown };
        }
        self.try_regions(0)
    }

    fn try_regions(&mut self, first: usize) -> Option<bool> {
        if !possible(&self.shape, &self.supposed, &mut self.visits)?.open {
            return Some(false);
        }
        let repeated = |fact: usize| {
            matches!(self.supposed.get(fact), Some(Supposed::Known)) && self.regions.get(fact).is_some_and(|n| *n > 0)
        };
        let Some(fact) = (first..self.supposed.len()).find(|fact| repeated(*fact)) else { return Some(true) };
        for region in 0..self.regions.get(fact).copied().unwrap_or(0) {
            *self.supposed.get_mut(fact)? = Supposed::InRegion(region);
            let open = self.try_regions(fact + 1);
            *self.supposed.get_mut(fact)? = Supposed::Known;
            if open != Some(false) {
                return open;
            }
        }
        Some(false)
    }
}

fn shape<F>(condition: &Condition<F>, next: &mut impl FnMut(&Comparison<F>) -> Shape) -> Shape {
    let mut several = |parts: &[Condition<F>]| parts.iter().map(|part| shape(part, next)).collect();
    match &condition.rule {
        Rule::All { parts } => Shape::All(several(parts)),
        Rule::Any { parts } => Shape::Any(several(parts)),
        Rule::AtLeast { count, parts } => Shape::AtLeast(*count, several(parts)),
        Rule::Not { part } => Shape::Not(Box::new(shape(part, next))),
        Rule::Fact(comparison) => next(comparison),
    }
}

/// The answers that the shape may have; `None` when the limit of the work is reached.
fn possible(shape: &Shape, supposed: &[Supposed], visits: &mut usize) -> Option<Possible> {
    *visits += 1;
    if *visits > MOST_VISITS {
        return None;
    }
    let mut several = |parts: &[Shape]| -> Option<Vec<Possible>> {
        parts.iter().map(|part| possible(part, supposed, visits)).collect()
    };
    Some(match shape {
        Shape::All(parts) => Possible::at_least(parts.len(), &several(parts)?),
        Shape::Any(parts) => Possible::at_least(1, &several(parts)?),
        Shape::AtLeast(count, parts) => Possible::at_least(*count, &several(parts)?),
        Shape::Not(part) => possible(part, supposed, visits)?.negated(),
        Shape::Decided(truth) => Possible::only(*truth),
        Shape::Open(leaf) => match supposed.get(leaf.fact) {
            Some(Supposed::Known) => leaf.known,
            Some(Supposed::InRegion(region)) => Possible::only(*leaf.regions.get(*region)?),
            Some(Supposed::Unknown) | None => Possible::only(leaf.unknown),
        },
    })
}

/// The leaves of one unknown fact, and the number of regions to try: 0 when it stands only once or its values can't be
/// told apart.
fn leaves_of<F>(fact: usize, comparisons: &[&Comparison<F>], kind: Option<FactKind>, open: bool) -> (usize, Vec<Leaf>) {
    let unknown = |comparison: &Comparison<F>| if open { Truth::Undetermined } else { comparison.check(None) };
    let regions = kind.and_then(|kind| values_of_regions(comparisons, &kind));
    let Some(values) = regions else {
        let leaf = |comparison: &&Comparison<F>| Leaf {
            fact,
            unknown: unknown(comparison),
            known: match comparison.test {
                Test::Known(wanted) => Possible::only(Truth::of(wanted)),
                _ => Possible::only(Truth::Met).with(Truth::NotMet),
            },
            regions: Vec::new(),
        };
        return (0, comparisons.iter().map(leaf).collect());
    };
    let tries = if comparisons.len() > 1 { values.len() } else { 0 };
    let leaf = |comparison: &&Comparison<F>| {
        let regions: Vec<Truth> = values.iter().map(|value| comparison.check(Some(value))).collect();
        Leaf {
            fact,
            unknown: unknown(comparison),
            known: regions.iter().fold(Possible::default(), |so_far, truth| so_far.with(*truth)),
            regions,
        }
    };
    (tries, comparisons.iter().map(leaf).collect())
}

/// One value of each region into which the literals cut the values of that sort. `None` when there are too many.
fn values_of_regions<F>(comparisons: &[&Comparison<F>], kind: &FactKind) -> Option<Vec<FactValue>> {
    let literals = || comparisons.iter().flat_map(|comparison| comparison.test.literals());
    let values: Vec<FactValue> = match kind {
        FactKind::Truth => vec![FactValue::Truth(false), FactValue::Truth(true)],
        FactKind::Rating(scale) => {
            (0..scale.levels().len()).map(|level| FactValue::Rating { scale: Arc::clone(scale), level }).collect()
        }
        FactKind::Text => {
            let texts = order::distinct(literals().map(|literal| literal.written()));
            // Longer than each of the others, so none of them.
            let another: String = texts.iter().copied().chain(["?"]).collect();
            texts.iter().map(|text| Arc::from(*text)).chain([another.into()]).map(FactValue::Text).collect()
        }
        FactKind::Number => {
            let points = order::distinct(literals().filter_map(|literal| literal.number()));
            numbers_around(&points)?.into_iter().map(FactValue::Number).collect()
        }
        FactKind::Set => {
            let names = order::distinct(literals().map(|literal| literal.written()));
            if names.len() > MOST_NAMES {
                return None;
            }
            let mut sets = vec![Vec::new()];
            for name in names {
                let with_it = |set: &Vec<String>| set.iter().cloned().chain([name.to_owned()]).collect();
                let more: Vec<Vec<String>> = sets.iter().map(with_it).collect();
                sets.extend(more);
            }
            sets.into_iter().map(FactValue::Set).collect()
        }
    };
    let few = values.len().saturating_mul(comparisons.len()) <= MOST_REGIONS;
    (few && !values.is_empty()).then_some(values)
}

/// The points themselves, a number below all, one above all, and one between each two.
fn numbers_around(points: &[&Exact]) -> Option<Vec<Exact>> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Some(vec![Exact::ZERO]) };
    let mut numbers = vec![first.sub(&Exact::ONE).ok()?, last.add(&Exact::ONE).ok()?];
    let two = Exact::integer(2);
    for (point, next) in points.iter().zip(points.iter().skip(1)) {
        numbers.push(point.add(next).and_then(|sum| sum.div(&two)).ok()?);
    }
    numbers.extend(points.iter().map(|point| (*point).clone()));
    Some(numbers)
}
