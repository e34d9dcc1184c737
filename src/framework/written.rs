//! How numbers are written: what a rule rounds to one place is shown with one place, `4.0`.

use super::Framework;
use super::graph::Source;
use super::node::{Finding, Node, Operator};
use super::reference::{Attribute, Operand, Port, Target};
use super::trace::{Showing, Shown};
use super::value::Value;

impl Framework {
    /// Works out to how many places each value is rounded, each place after all that it needs.
    pub(crate) fn find_places(&mut self, order: &[usize]) {
        self.places = vec![None; self.graph.len()];
        for entry in order {
            let places = match self.graph.source(*entry) {
                Some(Source::Node(node)) => {
                    self.definition.nodes.at(node).and_then(|entry| self.node_places(&entry.value))
                }
                _ => None,
            };
            if let Some(slot) = self.places.get_mut(*entry) {
                *slot = places;
            }
        }
    }

    /// The places of a node: those of its own rounding, or those of the values that it hands on as they are.
    fn node_places(&self, node: &Node) -> Option<u8> {
        if let Some(rule) = node.modifiers.round {
            return Some(rule.places);
        }
        if node.modifiers.penalty.is_some() {
            return None;
        }
        let handed_on: Vec<&Operand> = match &node.operator {
            Operator::Value(of) => vec![&of.value],
            Operator::Gate(of) => vec![&of.gate],
            Operator::Limit(of) => vec![&of.limit],
            Operator::BestOf(of) => of.best_of.iter().collect(),
            Operator::WorstOf(of) => of.worst_of.iter().collect(),
            Operator::Choose(of) => {
                of.choose.iter().map(|case| &case.then).chain(&of.otherwise).filter_map(referred).collect()
            }
            _ => Vec::new(),
        };
        let mut found = handed_on.into_iter().filter_map(|operand| match operand.target {
            Target::At(port) => Some(self.places_of(port)),
            _ => None,
        });
        let first = found.next()?;
        found.all(|places| places == first).then_some(first).flatten()
    }

    /// To how many places the value is rounded, where it is.
    pub(crate) fn places_of(&self, port: Port) -> Option<u8> {
        let places = self.places.get(port.entry).copied().flatten();
        places.filter(|_| port.attribute == Attribute::Value)
    }

    /// A value for the page, as the rule that made it rounds.
    pub(crate) fn show_of(&self, port: Option<Port>, value: &Value) -> Shown {
        match (value, port.and_then(|port| self.places_of(port))) {
            (Value::Number(number), Some(places)) => {
                let (exact, written) = (number.to_string(), number.written(places));
                Shown::Number { written: (written != exact).then_some(written), exact }
            }
            _ => self.show(value),
        }
    }
}

/// What a result refers to, if it is no rating, outcome or absence.
fn referred(finding: &Finding) -> Option<&Operand> {
    match finding {
        Finding::Value(operand) => Some(operand),
        _ => None,
    }
}
