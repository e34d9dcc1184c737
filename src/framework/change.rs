//! What would change a rating: each measure's distance to the next value, up and down, at which a scale, a penalty or a
//! condition answers otherwise, and what that would do to the score and the rating. Everything else stays as it is, the other
//! schools too.

use std::cmp::Ordering;
use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::definition::{GridKey, Unit};
use super::entries::Entry;
use super::evaluate::SchoolRun;
use super::graph::Source;
use super::node::Operator;
use super::observations::same_word;
use super::rating::{ModelChoice, Reading};
use super::reference::{Attribute, Operand, Port};
use super::scale::Scale;
use super::trace::{Showing, Shown};
use super::value::Value;
use crate::exact::{Exact, ExactError, Rounding, RoundingMode};
use crate::order::{self, Set, Sorted};
use crate::policy::condition::Comparison;
use crate::policy::fact::FactValue;
use crate::tables::SchoolTable;

/// A measure moved to where a rule answers otherwise.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The measure.
    pub measure: String,
    /// What of it: its value, or the participation rate beside it.
    pub attribute: Attribute,
    /// As it is.
    pub now: Shown,
    /// As it would be: the nearest value that is answered otherwise.
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
    /// The rating with it, where that is another one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub rating: Option<Shown>,
}

/// Something that answers by a value.
struct Probe<'a> {
    /// What it goes by: a measure, or a node that gives the measure's value on.
    by: Port,
    /// The node that asks.
    node: Port,
    rule: Rule<'a>,
    /// The roundings between the measure and the answer.
    roundings: Rc<[Rounding]>,
}

/// What answers.
#[derive(Clone, Copy)]
enum Rule<'a> {
    /// A scale, of the node's value or of its penalty.
    Scale(&'a Scale),
    /// A comparison in a condition.
    Test(&'a Comparison<Operand>),
    /// The rows or the columns of a grid.
    Grid(&'a [GridKey]),
}

/// What a probe says: only whether two answers differ matters.
#[derive(PartialEq)]
enum Answer {
    Test(Option<bool>),
    /// What the node gives.
    Value(Value),
}

impl<'a> Rule<'a> {
    /// The numbers near which the answer may become another one.
    fn bounds(&self) -> Vec<&'a Exact> {
        let mut bounds = Vec::new();
        match self {
            Self::Test(comparison) => {
                for literal in comparison.test.literals() {
                    bounds.extend(literal.number());
                }
            }
            Self::Scale(scale) => {
                for anchor in &scale.linear {
                    bounds.push(&anchor.value);
                }
                for band in &scale.bands {
                    for end in [&band.at_least, &band.above, &band.at_most, &band.below] {
                        bounds.extend(end);
                    }
                }
            }
            Self::Grid(keys) => {
                for key in *keys {
                    for end in [&key.at_least, &key.above, &key.at_most, &key.below] {
                        bounds.extend(end);
                    }
                }
            }
        }
        bounds
    }

    /// Whether the answer changes everywhere, so that only the bounds themselves are worth naming.
    fn is_line(&self) -> bool {
        matches!(self, Self::Scale(scale) if !scale.linear.is_empty())
    }
}

/// A measure of a school, or the participation beside it, of which other values are tried.
struct Trial<'s, 'a> {
    school: &'s mut SchoolRun<'a>,
    port: Port,
    /// All that it is needed for.
    touched: Vec<usize>,
}

impl Trial<'_, '_> {
    /// What a probe says when the measure has another value: everything is worked out as for any rating.
    #[inline(never)]
    fn answer(&mut self, probe: &Probe<'_>, value: &Value) -> Answer {
        self.school.suppose(self.port, value, &self.touched);
        match (probe.rule, self.school.port(probe.by)) {
            (Rule::Test(comparison), Value::Number(number)) => {
                Answer::Test(comparison.test.passes(&FactValue::Number(number)))
            }
            _ => Answer::Value(self.school.port(probe.node)),
        }
    }
}

/// The numbers around a bound at which an answer may begin: the bound, one step beside it, and, where numbers are rounded
/// first, what is just rounded to the bound.
fn edges(bound: &Exact, step: &Exact, roundings: &[Rounding]) -> Result<Vec<Exact>, ExactError> {
    // Where there are whole numbers only, those beside; no rounding changes them.
    if *step == Exact::ONE {
        let below = bound.round(Rounding { places: 0, mode: RoundingMode::Down })?;
        return Ok(vec![below.sub(step)?, below.add(step)?, below]);
    }
    let mut edges = vec![bound.clone(), bound.add(step)?, bound.sub(step)?];
    for rule in roundings {
        let unit = Exact::ONE.div(&power_of_ten(rule.places)?)?;
        let half = unit.div(&Exact::integer(2))?;
        for shift in [half, unit] {
            for middle in [bound.sub(&shift)?, bound.add(&shift)?] {
                edges.extend([middle.add(step)?, middle.sub(step)?, middle]);
            }
        }
    }
    Ok(edges)
}

fn power_of_ten(places: u8) -> Result<Exact, ExactError> {
    (0..places).try_fold(Exact::ONE, |power, _| power.mul(&Exact::integer(10)))
}

/// The nearest numbers found by now that are answered otherwise.
struct Near<'a> {
    number: &'a Exact,
    up: Option<Exact>,
    down: Option<Exact>,
}

impl Near<'_> {
    /// Looks at the edges of a bound on this side of the number. False where each lies on that side and beyond what is known:
    /// then so do the edges of any bound farther away.
    fn look(&mut self, way: Ordering, edges: Vec<Exact>, mut differs: impl FnMut(&Exact) -> bool) -> bool {
        let mut more = edges.is_empty();
        for edge in edges {
            let at = edge.cmp(self.number);
            more |= at != way;
            let side = match at {
                Ordering::Greater => &mut self.up,
                Ordering::Less => &mut self.down,
                Ordering::Equal => continue,
            };
            if side.as_ref().is_none_or(|best| edge.cmp(best) == at.reverse()) {
                more = true;
                if differs(&edge) {
                    *side = Some(edge);
                }
            }
        }
        more
    }
}

/// The most decimals that a step to the next number has.
const MOST_DECIMALS: usize = 6;

/// The least step from a number, as its file writes such numbers: one where they are whole, else the last decimal.
fn step(number: &Exact, unit: Unit) -> Exact {
    if matches!(unit, Unit::Percentile | Unit::Students) {
        return Exact::ONE;
    }
    let written = number.to_string();
    let decimals = written.split_once('.').map_or(1, |(_, decimals)| decimals.len().clamp(1, MOST_DECIMALS));
    let places = u8::try_from(decimals).unwrap_or(1);
    power_of_ten(places).and_then(|power| Exact::ONE.div(&power)).unwrap_or(Exact::ONE)
}

type Probes<'a> = Sorted<Port, Vec<Probe<'a>>>;

impl Framework {
    /// What would change a school's rating, measure by measure in the definition's order.
    pub fn changes(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Vec<Change> {
        self.changes_but(table, reading, school, &mut Vec::new())
    }

    /// As [`Self::changes`]; and the measures that may count but by no rule that has a next value: they enter a sum or a mean as
    /// they are, or a comparison with other schools.
    #[inline(never)]
    pub fn changes_but(
        &self,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
        unlisted: &mut Vec<String>,
    ) -> Vec<Change> {
        let run = reading.run(self, table);
        let mut school = run.school(school);
        let ModelChoice::At(model) = school.model() else { return Vec::new() };
        let Some(model) = self.definition.models.at(model) else { return Vec::new() };
        let answer = |school: &SchoolRun<'_>| {
            let score = model.value.score.as_ref().map(|score| school.operand(score));
            (school.operand(&model.value.rating), score)
        };
        let (rating, score) = answer(&school);
        let needed = self.needed(std::iter::once(&model.value.rating).chain(&model.value.score));
        let probes = self.probes(&needed);
        let users = self.users(&needed);
        let number = |value: Option<&Value>| value.and_then(Value::number).cloned();
        let mut changes = Vec::new();
        for (index, entry) in self.definition.measures.iter().enumerate() {
            let Some(place) = self.graph.place(&entry.name) else { continue };
            if !needed.contains_key(&place) || self.graph.source(place) != Some(Source::Measure(index)) {
                continue;
            }
            for attribute in [Attribute::Value, Attribute::Participation] {
                let port = Port { entry: place, attribute, years: 0 };
                let value = school.port(port);
                let Some(probes) = probes.get(&port) else {
                    if attribute == Attribute::Value && value.is_present() {
                        unlisted.push(entry.name.clone());
                    }
                    continue;
                };
                let mut trial = Trial { school: &mut school, port, touched: touched(place, &users) };
                let unit = if attribute == Attribute::Value { entry.value.unit } else { Unit::Percent };
                let range = match attribute {
                    Attribute::Value => entry.value.range.clone(),
                    _ => Some((Exact::ZERO, Exact::HUNDRED)),
                };
                for then in self.next_values(&mut trial, probes, &value, unit) {
                    if let (Some((low, high)), Value::Number(number)) = (&range, &then)
                        && (number < low || number > high)
                    {
                        continue;
                    }
                    trial.school.suppose(port, &then, &trial.touched);
                    let (new_rating, new_score) = answer(trial.school);
                    changes.push(Change {
                        measure: entry.name.clone(),
                        attribute,
                        now: self.show(&value),
                        distance: match (&value, &then) {
                            (Value::Number(now), Value::Number(then)) => then.sub(now).ok(),
                            _ => None,
                        },
                        then: self.show(&then),
                        score_change: match (number(score.as_ref()), number(new_score.as_ref())) {
                            (Some(now), Some(then)) => then.sub(&now).ok(),
                            _ => None,
                        },
                        score: new_score.map(|score| {
                            let of = model.value.score.as_ref().and_then(Operand::port);
                            self.show_of(of, &score)
                        }),
                        rating: (new_rating != rating).then(|| self.show_of(model.value.rating.port(), &new_rating)),
                    });
                }
            }
        }
        changes
    }

    /// Everything that some values need.
    fn needed<'a>(&self, operands: impl Iterator<Item = &'a Operand>) -> Set<usize> {
        let mut seen = Set::new();
        let mut ahead: Vec<usize> = operands.filter_map(Operand::port).map(|port| port.entry).collect();
        while let Some(place) = ahead.pop() {
            if seen.add(place) {
                ahead.extend(self.graph.edges.get(place).into_iter().flatten().map(|port| port.entry));
            }
        }
        seen
    }

    /// What needs each place, of what is needed itself.
    fn users(&self, needed: &Set<usize>) -> Vec<Vec<usize>> {
        let mut users = vec![Vec::new(); self.graph.len()];
        for user in needed.keys() {
            for port in self.graph.edges.get(*user).into_iter().flatten() {
                if let Some(users) = users.get_mut(port.entry) {
                    users.push(*user);
                }
            }
        }
        users
    }

    /// The scales, penalties, grids and comparisons of the needed nodes, by the measures whose values they may go by.
    #[inline(never)]
    fn probes(&self, needed: &Set<usize>) -> Probes<'_> {
        let mut probes = Probes::default();
        for entry in &self.definition.nodes {
            let Some(place) = self.graph.place(&entry.name).filter(|place| needed.contains_key(place)) else {
                continue;
            };
            let node = Port { entry: place, attribute: Attribute::Value, years: 0 };
            let mut add = |operand: &Operand, rule, round| self.lead(operand, node, rule, round, &mut probes);
            if let Some(penalty) = &entry.value.modifiers.penalty
                && let Some(scale) = self.scale(&penalty.scale)
            {
                add(&penalty.by, Rule::Scale(scale), penalty.round);
            }
            match &entry.value.operator {
                Operator::Scale(of) => {
                    if let Some(scale) = self.scale(&of.scale) {
                        add(&of.of, Rule::Scale(scale), None);
                    }
                }
                Operator::Grid(of) => {
                    if let Some(grid) = self.definition.grids.get(&of.grid) {
                        add(&of.row, Rule::Grid(&grid.rows), None);
                        add(&of.column, Rule::Grid(&grid.columns), None);
                    }
                }
                operator => {
                    for condition in operator.conditions() {
                        condition.visit("", &mut |_, comparison| add(&comparison.fact, Rule::Test(comparison), None));
                    }
                }
            }
        }
        probes
    }

    /// Adds a probe to what it goes by: to a measure, also where nodes only give its value on. Whether they do so for a school
    /// is settled by trying.
    fn lead<'a>(
        &self,
        operand: &Operand,
        node: Port,
        rule: Rule<'a>,
        round: Option<Rounding>,
        probes: &mut Probes<'a>,
    ) {
        let Some(by) = operand.port() else { return };
        // A test without a number, such as whether something is known, has no next value.
        if matches!(rule, Rule::Test(_)) && rule.bounds().is_empty() {
            return;
        }
        let mut roundings: Vec<Rounding> = round.into_iter().collect();
        if let Rule::Scale(scale) = rule {
            roundings.extend(scale.round_value);
        }
        let (mut ways, mut at) = (vec![by], 0);
        while let Some(way) = ways.get(at).copied() {
            at += 1;
            if let Some(Source::Node(node)) = self.graph.source(way.entry)
                && let Some(node) = self.definition.nodes.at(node)
            {
                roundings.extend(node.value.modifiers.round);
                for port in node.value.passed().into_iter().filter_map(Operand::port) {
                    if !ways.contains(&port) {
                        ways.push(port);
                    }
                }
            }
        }
        let roundings: Rc<[Rounding]> = roundings.into();
        for port in ways.into_iter().filter(|port| port.years == 0) {
            probes.change(port, |probes| probes.push(Probe { by, node, rule, roundings: Rc::clone(&roundings) }));
        }
    }

    /// The nearest value up, and the nearest down, that one of these answers otherwise.
    #[inline(never)]
    fn next_values(&self, trial: &mut Trial<'_, '_>, probes: &[Probe<'_>], value: &Value, unit: Unit) -> Vec<Value> {
        match value {
            Value::Number(number) => {
                let step = step(number, unit);
                let mut near = Near { number, up: None, down: None };
                for probe in probes {
                    let own = trial.answer(probe, value);
                    let mut bounds = probe.rule.bounds();
                    order::sort(&mut bounds);
                    bounds.dedup();
                    let (below, above) = bounds.split_at(bounds.partition_point(|bound| *bound < number));
                    let mut look = |way, bound: &Exact| {
                        let edges = match probe.rule.is_line() {
                            true => vec![bound.clone()],
                            // A number of too many digits has no neighbour.
                            false => edges(bound, &step, &probe.roundings).unwrap_or_default(),
                        };
                        near.look(way, edges, |edge| trial.answer(probe, &Value::Number(edge.clone())) != own)
                    };
                    // From the number outwards, until nothing nearer can come.
                    let _ = above.iter().all(|bound| look(Ordering::Greater, bound));
                    let _ = below.iter().rev().all(|bound| look(Ordering::Less, bound));
                }
                near.up.into_iter().chain(near.down).map(Value::Number).collect()
            }
            Value::Word(word) => {
                let mut next: Vec<Value> = Vec::new();
                for probe in probes {
                    let Rule::Scale(scale) = probe.rule else { continue };
                    let own = trial.answer(probe, value);
                    for found in self.next_words(scale, word) {
                        let found = Value::Word(Arc::from(found));
                        if !next.contains(&found) && trial.answer(probe, &found) != own {
                            next.push(found);
                        }
                    }
                }
                next
            }
            _ => Vec::new(),
        }
    }

    /// The words that a lookup gives the next better and the next worse answer, of several the first by name.
    fn next_words<'a>(&self, scale: &'a Scale, word: &str) -> Vec<&'a str> {
        let gives = |entry: &Entry<Operand>| match entry.value.number() {
            Some(points) => Some(Value::Number(points.clone())),
            None => self.rating(&entry.value.text, scale.ratings.as_deref()),
        };
        let mut words: Vec<(Value, &str)> =
            scale.lookup.iter().filter_map(|entry| Some((gives(entry)?, entry.name.as_str()))).collect();
        let Some((own, _)) = words.iter().find(|(_, name)| same_word(name, word)).cloned() else { return Vec::new() };
        let order = |a: &Value, b: &Value| super::arithmetic::compare(a, b).unwrap_or(Ordering::Equal);
        order::sort_by(&mut words, |a, b| order(&a.0, &b.0).then(a.1.cmp(b.1)));
        let better = words.iter().find(|(value, _)| order(value, &own).is_gt());
        let worse = words.iter().rev().find(|(value, _)| order(value, &own).is_lt());
        better.into_iter().chain(worse).map(|(_, name)| *name).collect()
    }
}

/// All that a place is needed for, itself included.
fn touched(place: usize, users: &[Vec<usize>]) -> Vec<usize> {
    let mut touched = vec![place];
    let mut at = 0;
    while let Some(place) = touched.get(at).copied() {
        for user in users.get(place).into_iter().flatten() {
            if !touched.contains(user) {
                touched.push(*user);
            }
        }
        at += 1;
    }
    touched
}
