//! Gives every written reference its place in the graph.

use std::sync::Arc;

use super::Framework;
use super::definition::Definition;
use super::entries::Entries;
use super::expand::{has_placeholder, may_become};
use super::graph::{Graph, Source};
use super::node::{
    Effect, Finding, Missing, Needs, Node, Operator, Penalty, RaiseDenominator, ScaleChoice, WeightsChoice,
};
use super::notices::{BadName, BadReference, Cycle, NameTaken, NotAMeasure, TooManyLevels, UnknownReference};
use super::reference::{Attribute, Operand, Port, Reference, Target};
use super::scale::Scale;
use super::weights::Plan;
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::condition::Condition;
use crate::policy::json::{child, item};
use crate::policy::rating_scale::RatingScale;

/// The longest chain of nodes of which each needs the next. The interpreter goes down such a chain by calling itself, and a
/// browser's stack is small.
const MOST_LEVELS: u32 = 100;

/// For how many unknown names the nearest known one is looked for.
const MOST_GUESSES: usize = 100;

/// Resolves all references of a definition. What names nothing is told, and stays unresolved.
pub(crate) fn resolve(mut definition: Definition, notices: &mut Vec<Notice>) -> Framework {
    let (graph, taken) = Graph::new(&definition);
    for (name, pointer) in taken {
        notices.push(NameTaken { name }.at(Place::pointer(pointer)));
    }
    for section in [pointers(&definition.facts), pointers(&definition.measures), pointers(&definition.nodes)] {
        for (name, pointer) in section {
            if Exact::parse(&name).is_ok() || name.contains(['#', '@']) || name.trim() != name || name.is_empty() {
                notices.push(BadName { name }.at(Place::pointer(pointer)));
            }
        }
    }
    let mut resolver = Resolver { graph, notices, from: None, guesses: 0 };
    for index in 0..definition.nodes.len() {
        let Some(entry) = definition.nodes.at(index) else { continue };
        resolver.from = resolver.graph.place(&entry.name);
        let pointer = entry.pointer.clone();
        if let Some(entry) = definition.nodes.iter_mut().nth(index) {
            resolver.node(&mut entry.value, &pointer);
            resolve_scales(&mut entry.value, &definition.scales);
        }
        // What a table of weights or a redistribution names is needed by the node that uses it.
        if let Some(entry) = definition.nodes.at(index) {
            let tables: Vec<&String> = match &entry.value.operator {
                Operator::WeightedMean(of) => of.weighted_mean.names(),
                Operator::WeightedSum(of) => of.weighted_sum.names(),
                _ => Vec::new(),
            };
            for table in tables {
                if let Some(weights) = definition.weights.get(table) {
                    for part in &weights.parts {
                        resolver.quietly(&part.name);
                        resolver.quietly(&part.value.text);
                    }
                }
            }
            if let Some(Missing::Redistribute(name)) = &entry.value.modifiers.missing
                && let Some(redistribution) = definition.redistributions.get(name)
            {
                for step in &redistribution.steps {
                    for operand in step.if_missing.iter().chain(&step.if_all_missing) {
                        resolver.quietly(&operand.text);
                    }
                    if let Some(Finding::Value(operand)) = &step.becomes {
                        resolver.quietly(&operand.text);
                    }
                }
                if let Some(Finding::Value(operand)) = &redistribution.leftover {
                    resolver.quietly(&operand.text);
                }
            }
        }
    }
    resolver.from = None;
    for entry in definition.weights.iter_mut() {
        let pointer = child(&entry.pointer, "parts");
        let parts = resolver.keys(&entry.value.parts, &pointer);
        resolver.graph.parts.push(parts);
        for part in entry.value.parts.iter_mut() {
            resolver.operand(&mut part.value, &child(&pointer, &part.name));
        }
    }
    for entry in definition.redistributions.iter_mut() {
        for (place, step) in entry.value.steps.iter_mut().enumerate() {
            let pointer = item(&child(&entry.pointer, "steps"), place);
            resolver.operands(&mut step.if_missing, &child(&pointer, "ifMissing"));
            resolver.operands(&mut step.if_all_missing, &child(&pointer, "ifAllMissing"));
            resolver.operands(&mut step.to_present, &child(&pointer, "toPresent"));
            resolver.keys(&step.to, &child(&pointer, "to"));
            resolver.keys(&step.otherwise, &child(&pointer, "otherwise"));
            if let Some(finding) = &mut step.becomes {
                resolver.finding(finding, &child(&pointer, "becomes"));
            }
        }
        if let Some(finding) = &mut entry.value.leftover {
            resolver.finding(finding, &child(&entry.pointer, "leftover"));
        }
    }
    for entry in definition.models.iter_mut() {
        if let Some(when) = &mut entry.value.when {
            resolver.condition(when, &child(&entry.pointer, "when"));
        }
        resolver.operand(&mut entry.value.rating, &child(&entry.pointer, "rating"));
        if let Some(score) = &mut entry.value.score {
            resolver.operand(score, &child(&entry.pointer, "score"));
        }
        for (place, indicator) in entry.value.indicators.iter_mut().enumerate() {
            let pointer = item(&child(&entry.pointer, "indicators"), place);
            resolver.operands(&mut indicator.parts, &child(&pointer, "parts"));
        }
    }
    for entry in definition.labels.iter_mut() {
        resolver.condition(&mut entry.value.when, &child(&entry.pointer, "when"));
    }
    for (place, published) in definition.published.iter_mut().enumerate() {
        let pointer = item("/published", place);
        for (key, operand) in [
            ("node", &mut published.node),
            ("partsOf", &mut published.parts_of),
            ("weightsOf", &mut published.weights_of),
        ] {
            if let Some(operand) = operand {
                resolver.operand(operand, &child(&pointer, key));
            }
        }
    }
    let mut graph = resolver.graph;
    graph.plans = Plan::of_nodes(&definition, &graph);
    let rating_scales = definition
        .ratings
        .iter()
        .map(|entry| {
            let levels = entry.value.lowest_first.iter().map(|level| level.rating.clone()).collect();
            Arc::new(RatingScale::new(levels))
        })
        .collect();
    let order = graph.order();
    let mut framework = Framework {
        definition: Arc::new(definition),
        graph,
        rating_scales,
        kinds: Vec::new(),
        places: Vec::new(),
        notices: Vec::new(),
    };
    match order {
        Ok(order) => {
            if let Some(place) = framework.graph.too_deep(&order, MOST_LEVELS) {
                let pointer = child("/nodes", framework.graph.name(place));
                notices.push(TooManyLevels { limit: u64::from(MOST_LEVELS) }.at(Place::pointer(pointer)));
            }
            framework.find_kinds(&order);
            framework.find_places(&order);
        }
        Err(cycle) => {
            let names: Vec<String> = cycle.iter().map(|place| framework.graph.name(*place).to_owned()).collect();
            let pointer = names.first().map(|name| child("/nodes", name)).unwrap_or_default();
            notices.push(Cycle { path: names }.at(Place::pointer(pointer)));
        }
    }
    framework
}

/// Gives the scales that a node names their places. A name that no scale has is told by the check.
fn resolve_scales(node: &mut Node, scales: &Entries<Scale>) {
    let own = match &mut node.operator {
        Operator::Scale(of) => Some(&mut of.scale),
        _ => None,
    };
    let penalty = node.modifiers.penalty.as_mut().map(|penalty| &mut penalty.scale);
    for choice in own.into_iter().chain(penalty) {
        if let ScaleChoice::Named(name) = choice {
            name.resolve(scales);
        }
    }
}

fn pointers<T>(entries: &super::entries::Entries<T>) -> Vec<(String, String)> {
    entries.iter().map(|entry| (entry.name.clone(), entry.pointer.clone())).collect()
}

struct Resolver<'a> {
    graph: Graph,
    notices: &'a mut Vec<Notice>,
    /// The node that needs what is resolved.
    from: Option<usize>,
    /// How many names were unknown so far.
    guesses: usize,
}

impl Resolver<'_> {
    /// The place that a reference means. What is wrong is told at the pointer, if there is one.
    fn find(&mut self, text: &str, pointer: Option<&str>) -> Option<Port> {
        let tell = |notices: &mut Vec<Notice>, told: &dyn Fn(Place) -> Notice| {
            notices.extend(pointer.map(|pointer| told(Place::pointer(pointer))));
        };
        let reference = match Reference::parse(text) {
            Ok(reference) => reference,
            Err(part) => {
                tell(self.notices, &|place| BadReference { written: text.to_owned(), part: part.clone() }.at(place));
                return None;
            }
        };
        let name = &reference.name;
        let Some(entry) = self.graph.place(name) else {
            let graph = &self.graph;
            // The misspelt placeholder was told; what it would have named isn't unknown as well.
            let unfilled = |known: &&str| has_placeholder(known) && may_become(known, name);
            if has_placeholder(name) || graph.names().any(|known| unfilled(&known)) {
                return None;
            }
            // Looking for the nearest of many names takes long, and nobody reads hundreds of guesses.
            self.guesses += usize::from(pointer.is_some());
            let guess = self.guesses <= MOST_GUESSES;
            tell(self.notices, &|place| {
                let suggestion = if guess { nearest(name, graph.names()) } else { String::new() };
                UnknownReference { name: name.clone(), suggestion }.at(place)
            });
            return None;
        };
        if reference.attribute != Attribute::Value && !matches!(self.graph.source(entry), Some(Source::Measure(_))) {
            tell(self.notices, &|place| not_a_measure(name, reference.attribute).at(place));
            return None;
        }
        Some(Port { entry, attribute: reference.attribute, years: reference.years })
    }

    fn edge(&mut self, port: Port) {
        if let Some(edges) = self.from.and_then(|from| self.graph.edges.get_mut(from))
            && !edges.contains(&port)
        {
            edges.push(port);
        }
    }

    fn operand(&mut self, operand: &mut Operand, pointer: &str) {
        if operand.number().is_some() {
            return;
        }
        if let Some(port) = self.find(&operand.text, Some(pointer)) {
            operand.target = Target::At(port);
            self.edge(port);
        }
    }

    fn operands(&mut self, operands: &mut [Operand], pointer: &str) {
        for (place, operand) in operands.iter_mut().enumerate() {
            self.operand(operand, &item(pointer, place));
        }
    }

    /// Draws the edge to what a table names, without telling of mistakes that the table itself tells.
    fn quietly(&mut self, text: &str) {
        if Exact::parse(text).is_err()
            && let Some(port) = self.find(text, None)
        {
            self.edge(port);
        }
    }

    /// Keys that are references, resolved.
    fn keys<T>(&mut self, entries: &Entries<T>, pointer: &str) -> Vec<Operand> {
        let mut operands = Vec::with_capacity(entries.len());
        for name in entries.names() {
            let mut operand = Operand::new(name);
            self.operand(&mut operand, &child(pointer, name));
            self.graph.remember(operand.clone());
            operands.push(operand);
        }
        operands
    }

    fn finding(&mut self, finding: &mut Finding, pointer: &str) {
        if let Finding::Value(operand) = finding {
            self.operand(operand, pointer);
        }
    }

    fn condition(&mut self, condition: &mut Condition<Operand>, pointer: &str) {
        let resolved = condition.clone().try_map(pointer, &mut |pointer, mut operand: Operand| {
            self.operand(&mut operand, pointer);
            Some(operand)
        });
        if let Some(resolved) = resolved {
            *condition = resolved;
        }
    }

    fn node(&mut self, node: &mut Node, pointer: &str) {
        let at = |key: &str| child(pointer, key);
        if let Some(Missing::Becomes(finding)) = &mut node.modifiers.missing {
            self.finding(finding, &child(&at("missing"), "becomes"));
        }
        if let Some(Needs { all, any, otherwise, .. }) = &mut node.modifiers.needs {
            self.operands(all, &child(&at("needs"), "all"));
            self.operands(any, &child(&at("needs"), "any"));
            if let Some(finding) = otherwise {
                self.finding(finding, &child(&at("needs"), "otherwise"));
            }
        }
        if let Some(Penalty { by, .. }) = &mut node.modifiers.penalty {
            self.operand(by, &child(&at("penalty"), "by"));
        }
        if let Some(finding) = &mut node.modifiers.if_absent {
            self.finding(finding, &at("ifAbsent"));
        }
        for (key, operand) in node.operator.operands_mut() {
            self.operand(operand, &format!("{pointer}/{key}"));
        }
        match &mut node.operator {
            Operator::WeightedMean(of) => self.weights(&mut of.weighted_mean, &at("weightedMean")),
            Operator::WeightedSum(of) => self.weights(&mut of.weighted_sum, &at("weightedSum")),
            Operator::Choose(of) => {
                for (place, case) in of.choose.iter_mut().enumerate() {
                    let pointer = item(&at("choose"), place);
                    self.condition(&mut case.when, &child(&pointer, "when"));
                    self.finding(&mut case.then, &child(&pointer, "then"));
                }
                if let Some(finding) = &mut of.otherwise {
                    self.finding(finding, &at("otherwise"));
                }
            }
            Operator::Gate(of) => {
                self.condition(&mut of.when, &at("when"));
                let key = of.effect.key();
                match &mut of.effect {
                    Effect::AtMost(finding) | Effect::AtLeast(finding) | Effect::Becomes(finding) => {
                        self.finding(finding, &at(key));
                    }
                    Effect::Lower(_) | Effect::Raise(_) => {}
                }
            }
            Operator::Count(of) => {
                for (place, condition) in of.count.iter_mut().enumerate() {
                    self.condition(condition, &item(&at("count"), place));
                }
            }
            Operator::Holds(of) => self.condition(&mut of.holds, &at("holds")),
            Operator::RaiseDenominator(of) if of.by.is_none() => self.own_participation(of, &at("raiseDenominator")),
            Operator::Rank(of) => self.maybe(&mut of.among, &at("among")),
            Operator::PercentRank(of) => self.maybe(&mut of.among, &at("among")),
            Operator::Lowest(of) => self.maybe(&mut of.among, &at("among")),
            Operator::Nearest(of) => self.maybe(&mut of.among, &at("among")),
            Operator::Parts(of) => self.maybe(&mut of.among, &at("among")),
            _ => {}
        }
    }

    /// The participation that a node takes from its own measure. Nothing but a measure has one.
    fn own_participation(&mut self, of: &RaiseDenominator, pointer: &str) {
        let Some(port) = of.own_participation().and_then(|operand| operand.port()) else { return };
        if matches!(self.graph.source(port.entry), Some(Source::Measure(_))) {
            self.edge(port);
        } else {
            let told = not_a_measure(&of.raise_denominator.text, Attribute::Participation);
            self.notices.push(told.at(Place::pointer(pointer)));
        }
    }

    fn maybe(&mut self, condition: &mut Option<Condition<Operand>>, pointer: &str) {
        if let Some(condition) = condition {
            self.condition(condition, pointer);
        }
    }

    fn weights(&mut self, choice: &mut WeightsChoice, pointer: &str) {
        if let WeightsChoice::First(cases) = choice {
            for (place, case) in cases.iter_mut().enumerate() {
                self.maybe(&mut case.when, &child(&item(pointer, place), "when"));
            }
        }
    }
}

fn not_a_measure(name: &str, attribute: Attribute) -> NotAMeasure {
    let written = attribute.of("");
    NotAMeasure { name: name.to_owned(), attribute: written.trim_start_matches('#').to_owned() }
}
