//! What the answers of a framework rest on.

use super::Framework;
use super::reference::{Operand, Port};
use crate::order::Set;

/// Places of the graph, each with its distance in years from the rated one.
pub(crate) type Reached = Set<(usize, i32)>;

impl Framework {
    /// All that the answers of these models need, with the labels and the comparisons, which all schools have.
    pub(crate) fn reached(&self, of_model: impl Fn(usize) -> bool) -> Reached {
        let definition = &self.definition;
        let mut ahead: Vec<Port> = Vec::new();
        let mut add = |operand: &Operand| ahead.extend(operand.port());
        for (place, entry) in definition.models.iter().enumerate() {
            let model = &entry.value;
            // To tell which model applies, all are asked in their order.
            model.when.iter().flat_map(|when| when.facts()).for_each(&mut add);
            if of_model(place) {
                let shown = model.indicators.iter().flat_map(|indicator| &indicator.parts);
                std::iter::once(&model.rating).chain(&model.score).chain(shown).for_each(&mut add);
            }
        }
        for entry in &definition.labels {
            entry.value.when.facts().into_iter().for_each(&mut add);
        }
        for published in &definition.published {
            let model = published.model.as_ref().and_then(|model| definition.models.place(model));
            if model.is_none_or(&of_model) {
                let operands = [&published.node, &published.parts_of, &published.weights_of];
                operands.into_iter().flatten().for_each(&mut add);
            }
        }
        let mut reached = Reached::default();
        while let Some(port) = ahead.pop() {
            if reached.add((port.entry, port.years)) {
                let edges = self.graph.edges.get(port.entry).into_iter().flatten();
                ahead.extend(edges.map(|edge| Port { years: edge.years.saturating_add(port.years), ..*edge }));
            }
        }
        reached
    }
}
