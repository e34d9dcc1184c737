//! What kind of value stands at a place of the graph, as far as the definition tells.

use super::Framework;
use super::definition::{FactKind as DeclaredKind, Unit};
use super::graph::Source;
use super::node::{Combine, Effect, Finding, LowestGives, Operator};
use super::reference::{Attribute, Operand, Port, Target};
use super::scale::Scale;
use crate::policy::fact::FactKind;

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Word,
    /// A rating on the scale at this place.
    Rating(usize),
}

impl Kind {
    /// The word for it, as the notices use it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Word => "word",
            Self::Rating(_) => "rating",
        }
    }
}

impl Framework {
    /// Works out the kinds, each place after all that it needs.
    pub(crate) fn find_kinds(&mut self, order: &[usize]) {
        self.kinds = vec![None; self.graph.len()];
        for place in order {
            let kind = self.find_kind(*place);
            if let Some(slot) = self.kinds.get_mut(*place) {
                *slot = kind;
            }
        }
    }

    /// The kind of what stands at a place; none when the definition doesn't tell.
    pub(crate) fn kind(&self, port: Port) -> Option<Kind> {
        if port.attribute != Attribute::Value {
            return Some(Kind::Number);
        }
        self.kinds.get(port.entry).copied().flatten()
    }

    /// The kind of an operand.
    pub(crate) fn operand_kind(&self, operand: &Operand) -> Option<Kind> {
        match &operand.target {
            Target::Number(_) => Some(Kind::Number),
            Target::At(port) => self.kind(*port),
            Target::Unresolved => None,
        }
    }

    /// The kind as a condition sees it.
    pub(crate) fn kind_of(&self, port: Port) -> Option<FactKind> {
        if self.is_set(port) {
            return Some(FactKind::Set);
        }
        Some(match self.kind(port)? {
            Kind::Number => FactKind::Number,
            Kind::Word => FactKind::Text,
            Kind::Rating(scale) => FactKind::Rating(self.rating_scales.get(scale)?.clone()),
        })
    }

    /// Whether it is a fact of several words.
    pub(crate) fn is_set(&self, port: Port) -> bool {
        match self.graph.source(port.entry) {
            Some(Source::Fact(fact)) => {
                self.definition.facts.at(fact).is_some_and(|entry| entry.value.kind == DeclaredKind::Set)
            }
            _ => false,
        }
    }

    fn find_kind(&self, place: usize) -> Option<Kind> {
        match self.graph.source(place)? {
            Source::Fact(fact) => Some(match self.definition.facts.at(fact)?.value.kind {
                DeclaredKind::Number => Kind::Number,
                DeclaredKind::Word | DeclaredKind::Set => Kind::Word,
            }),
            Source::Measure(measure) => Some(match self.definition.measures.at(measure)?.value.unit {
                Unit::Category => Kind::Word,
                _ => Kind::Number,
            }),
            Source::Node(node) => self.node_kind(&self.definition.nodes.at(node)?.value.operator),
        }
    }

    fn node_kind(&self, operator: &Operator) -> Option<Kind> {
        match operator {
            Operator::Value(of) => self.operand_kind(&of.value),
            Operator::Scale(of) => self.scale_kind(self.scale(&of.scale)?),
            Operator::Grid(of) => {
                let grid = self.definition.grids.get(&of.grid)?;
                let cell = grid.cells.iter().flatten().flatten().next()?;
                match cell.number() {
                    Some(_) => Some(Kind::Number),
                    None => self.rating_kind(&cell.text, grid.ratings.as_deref()),
                }
            }
            Operator::BestOf(of) => of.best_of.iter().find_map(|part| self.operand_kind(part)),
            Operator::WorstOf(of) => of.worst_of.iter().find_map(|part| self.operand_kind(part)),
            Operator::Choose(of) => {
                let findings = of.choose.iter().map(|case| &case.then).chain(&of.otherwise);
                findings.into_iter().find_map(|finding| self.finding_kind(finding, of.ratings.as_deref()))
            }
            Operator::Gate(of) => self.operand_kind(&of.gate).or_else(|| match &of.effect {
                Effect::AtMost(finding) | Effect::AtLeast(finding) | Effect::Becomes(finding) => {
                    self.finding_kind(finding, None)
                }
                Effect::Lower(_) | Effect::Raise(_) => None,
            }),
            Operator::Holds(_) => Some(Kind::Word),
            Operator::Lowest(of) if of.gives == LowestGives::YesNo => Some(Kind::Word),
            Operator::Parts(of) if matches!(of.combine, Combine::Best | Combine::Worst) => self.operand_kind(&of.parts),
            _ => Some(Kind::Number),
        }
    }

    fn finding_kind(&self, finding: &Finding, ratings: Option<&str>) -> Option<Kind> {
        match finding {
            Finding::Value(operand) => self.operand_kind(operand),
            Finding::Rating(rating) => self.rating_kind(rating, ratings),
            Finding::Outcome(_) | Finding::Absent(_) | Finding::Unknown(_) => None,
        }
    }

    /// The kind of a scale's results.
    pub(crate) fn scale_kind(&self, scale: &Scale) -> Option<Kind> {
        if let Some(name) = &scale.ratings {
            return self.definition.ratings.place(name).map(Kind::Rating);
        }
        if !scale.linear.is_empty() {
            return Some(Kind::Number);
        }
        let by_band = scale.bands.iter().find_map(|band| match (&band.points, &band.rating) {
            (Some(_), _) => Some(Kind::Number),
            (None, Some(rating)) => self.rating_kind(rating, None),
            (None, None) => None,
        });
        by_band.or_else(|| {
            let entry = scale.lookup.at(0)?;
            match entry.value.number() {
                Some(_) => Some(Kind::Number),
                None => self.rating_kind(&entry.value.text, None),
            }
        })
    }

    fn rating_kind(&self, text: &str, scale: Option<&str>) -> Option<Kind> {
        match self.rating(text, scale) {
            Some(super::value::Value::Rating { scale, .. }) => Some(Kind::Rating(scale)),
            _ => None,
        }
    }
}
