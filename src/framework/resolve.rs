//! Gives every written reference its place in the graph.

use std::sync::Arc;

use super::Framework;
use super::definition::Definition;
use super::graph::{Graph, Source};
use super::node::{Effect, Finding, Missing, Needs, Node, Operator, Penalty, WeightsChoice};
use super::notices::{BadName, BadReference, Cycle, NameTaken, NotAMeasure, UnknownReference};
use super::reference::{Attribute, Operand, Port, Reference, Target};
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told, nearest};
use crate::policy::condition::Condition;
use crate::policy::json::child;
use crate::policy::rating_scale::RatingScale;

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
    let mut resolver = Resolver { graph, notices, pointer: String::new(), from: None };
    for index in 0..definition.nodes.len() {
        let Some(entry) = definition.nodes.at(index) else { continue };
        resolver.from = resolver.graph.place(&entry.name);
        resolver.pointer.clone_from(&entry.pointer);
        if let Some(entry) = definition.nodes.iter_mut().nth(index) {
            resolver.node(&mut entry.value);
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
        resolver.pointer = format!("{}/parts", entry.pointer);
        let names: Vec<String> = entry.value.parts.names().map(str::to_owned).collect();
        for name in names {
            resolver.key(&name);
        }
        for part in entry.value.parts.iter_mut() {
            resolver.operand(&mut part.value);
        }
    }
    for entry in definition.redistributions.iter_mut() {
        resolver.pointer.clone_from(&entry.pointer);
        for step in &mut entry.value.steps {
            for operand in step.if_missing.iter_mut().chain(&mut step.if_all_missing).chain(&mut step.to_present) {
                resolver.operand(operand);
            }
            let names: Vec<String> = step.to.names().chain(step.otherwise.names()).map(str::to_owned).collect();
            for name in names {
                resolver.key(&name);
            }
            if let Some(finding) = &mut step.becomes {
                resolver.finding(finding);
            }
        }
        if let Some(finding) = &mut entry.value.leftover {
            resolver.finding(finding);
        }
    }
    for entry in definition.models.iter_mut() {
        resolver.pointer.clone_from(&entry.pointer);
        if let Some(when) = &mut entry.value.when {
            resolver.condition(when);
        }
        resolver.operand(&mut entry.value.rating);
        if let Some(score) = &mut entry.value.score {
            resolver.operand(score);
        }
        for indicator in &mut entry.value.indicators {
            for part in &mut indicator.parts {
                resolver.operand(part);
            }
        }
    }
    for entry in definition.labels.iter_mut() {
        resolver.pointer.clone_from(&entry.pointer);
        resolver.condition(&mut entry.value.when);
    }
    for (place, published) in definition.published.iter_mut().enumerate() {
        resolver.pointer = format!("/published/{place}");
        for operand in [&mut published.node, &mut published.parts_of, &mut published.weights_of].into_iter().flatten() {
            resolver.operand(operand);
        }
    }
    let graph = resolver.graph;
    let rating_scales = definition
        .ratings
        .iter()
        .map(|entry| {
            let levels = entry.value.lowest_first.iter().map(|level| level.rating.clone()).collect();
            Arc::new(RatingScale::new(levels))
        })
        .collect();
    let order = graph.order();
    let mut framework =
        Framework { definition: Arc::new(definition), graph, rating_scales, kinds: Vec::new(), notices: Vec::new() };
    match order {
        Ok(order) => framework.find_kinds(&order),
        Err(cycle) => {
            let names: Vec<String> = cycle.iter().map(|place| framework.graph.name(*place).to_owned()).collect();
            let pointer = names.first().map(|name| child("/nodes", name)).unwrap_or_default();
            notices.push(Cycle { path: names }.at(Place::pointer(pointer)));
        }
    }
    framework
}

fn pointers<T>(entries: &super::entries::Entries<T>) -> Vec<(String, String)> {
    entries.iter().map(|entry| (entry.name.clone(), entry.pointer.clone())).collect()
}

struct Resolver<'a> {
    graph: Graph,
    notices: &'a mut Vec<Notice>,
    /// Where the rule stands that is being resolved.
    pointer: String,
    /// The node that needs what is resolved.
    from: Option<usize>,
}

impl Resolver<'_> {
    fn find(&mut self, text: &str, tell: bool) -> Option<Port> {
        let reference = match Reference::parse(text) {
            Ok(reference) => reference,
            Err(part) => {
                if tell {
                    let told = BadReference { written: text.to_owned(), part };
                    self.notices.push(told.at(Place::pointer(&self.pointer)));
                }
                return None;
            }
        };
        let Some(entry) = self.graph.place(&reference.name) else {
            if tell {
                let suggestion = nearest(&reference.name, self.graph.names());
                self.notices
                    .push(UnknownReference { name: reference.name, suggestion }.at(Place::pointer(&self.pointer)));
            }
            return None;
        };
        if reference.attribute != Attribute::Value && !matches!(self.graph.source(entry), Some(Source::Measure(_))) {
            if tell {
                let attribute = Attribute::NAMES.iter().find(|(_, known)| *known == reference.attribute);
                let attribute = attribute.map_or(String::new(), |(name, _)| (*name).to_owned());
                let told = NotAMeasure { name: reference.name, attribute };
                self.notices.push(told.at(Place::pointer(&self.pointer)));
            }
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

    fn operand(&mut self, operand: &mut Operand) {
        if operand.number().is_some() {
            return;
        }
        if let Some(port) = self.find(&operand.text, true) {
            operand.target = Target::At(port);
            self.edge(port);
        }
    }

    /// Draws the edge to what a table names, without telling of mistakes that the table itself tells.
    fn quietly(&mut self, text: &str) {
        if Exact::parse(text).is_err()
            && let Some(port) = self.find(text, false)
        {
            self.edge(port);
        }
    }

    /// A key that is a reference.
    fn key(&mut self, text: &str) {
        let mut operand = Operand::new(text);
        self.operand(&mut operand);
        self.graph.remember(operand);
    }

    fn finding(&mut self, finding: &mut Finding) {
        if let Finding::Value(operand) = finding {
            self.operand(operand);
        }
    }

    fn condition(&mut self, condition: &mut Condition<Operand>) {
        let resolved = condition.clone().try_map("", &mut |_, mut operand: Operand| {
            self.operand(&mut operand);
            Some(operand)
        });
        if let Some(resolved) = resolved {
            *condition = resolved;
        }
    }

    fn node(&mut self, node: &mut Node) {
        if let Some(missing) = &mut node.modifiers.missing
            && let Missing::Becomes(finding) = missing
        {
            self.finding(finding);
        }
        if let Some(Needs { all, any, otherwise, .. }) = &mut node.modifiers.needs {
            for operand in all.iter_mut().chain(any) {
                self.operand(operand);
            }
            if let Some(finding) = otherwise {
                self.finding(finding);
            }
        }
        if let Some(Penalty { by, .. }) = &mut node.modifiers.penalty {
            self.operand(by);
        }
        if let Some(finding) = &mut node.modifiers.if_absent {
            self.finding(finding);
        }
        for operand in node.operator.operands_mut() {
            self.operand(operand);
        }
        match &mut node.operator {
            Operator::WeightedMean(of) => self.weights(&mut of.weighted_mean),
            Operator::WeightedSum(of) => self.weights(&mut of.weighted_sum),
            Operator::Choose(of) => {
                for case in &mut of.choose {
                    self.condition(&mut case.when);
                    self.finding(&mut case.then);
                }
                if let Some(finding) = &mut of.otherwise {
                    self.finding(finding);
                }
            }
            Operator::Gate(of) => {
                self.condition(&mut of.when);
                match &mut of.effect {
                    Effect::AtMost(finding) | Effect::AtLeast(finding) | Effect::Becomes(finding) => {
                        self.finding(finding)
                    }
                    Effect::Lower(_) | Effect::Raise(_) => {}
                }
            }
            Operator::Count(of) => {
                for condition in &mut of.count {
                    self.condition(condition);
                }
            }
            Operator::Holds(of) => self.condition(&mut of.holds),
            Operator::Rank(of) => self.among(&mut of.among),
            Operator::PercentRank(of) => self.among(&mut of.among),
            Operator::Lowest(of) => self.among(&mut of.among),
            Operator::Nearest(of) => self.among(&mut of.among),
            Operator::Parts(of) => self.among(&mut of.among),
            _ => {}
        }
    }

    fn among(&mut self, among: &mut Option<Condition<Operand>>) {
        if let Some(condition) = among {
            self.condition(condition);
        }
    }

    fn weights(&mut self, choice: &mut WeightsChoice) {
        if let WeightsChoice::First(cases) = choice {
            for case in cases {
                self.among(&mut case.when);
            }
        }
    }
}
