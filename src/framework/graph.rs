//! Facts, measures and nodes as one graph: every name has a place, every reference is a place.

use super::definition::Definition;
use super::reference::{Operand, Port};
use super::weights::Plans;
use crate::order::Sorted;

/// What stands at a place of the graph: its place in its own section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Fact(usize),
    Measure(usize),
    Node(usize),
}

/// The graph.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    names: Sorted<String, usize>,
    sources: Vec<(String, Source)>,
    /// Keys that are references themselves, such as the parts of a table of weights.
    operands: Sorted<String, Operand>,
    /// The parts of each table of weights, by the table's place in the definition.
    pub parts: Vec<Vec<Operand>>,
    /// Redistributions as they apply to the tables of weights.
    pub plans: Plans,
    /// What each place needs, in order, each once.
    pub edges: Vec<Vec<Port>>,
}

impl Graph {
    /// Gives every fact, measure and node its place. Names that are taken are handed back.
    pub fn new(definition: &Definition) -> (Self, Vec<(String, String)>) {
        let mut graph = Self::default();
        let mut taken = Vec::new();
        let facts =
            definition.facts.iter().enumerate().map(|(at, entry)| (&entry.name, &entry.pointer, Source::Fact(at)));
        let measures = definition
            .measures
            .iter()
            .enumerate()
            .map(|(at, entry)| (&entry.name, &entry.pointer, Source::Measure(at)));
        let nodes =
            definition.nodes.iter().enumerate().map(|(at, entry)| (&entry.name, &entry.pointer, Source::Node(at)));
        for (name, pointer, source) in facts.chain(measures).chain(nodes) {
            if graph.names.contains_key(name) {
                taken.push((name.clone(), pointer.clone()));
                continue;
            }
            graph.names.insert(name.clone(), graph.sources.len());
            graph.sources.push((name.clone(), source));
        }
        graph.edges = vec![Vec::new(); graph.sources.len()];
        (graph, taken)
    }

    pub fn len(&self) -> usize {
        self.sources.len()
    }
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }
    pub fn source(&self, place: usize) -> Option<Source> {
        self.sources.get(place).map(|(_, source)| *source)
    }
    pub fn name(&self, place: usize) -> &str {
        self.sources.get(place).map_or("", |(name, _)| name)
    }
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|(name, _)| name.as_str())
    }

    /// Remembers a key that is a reference.
    pub fn remember(&mut self, operand: Operand) {
        self.operands.insert(operand.text.clone(), operand);
    }

    /// A key that is a reference; none when it names nothing.
    pub fn operand(&self, text: &str) -> Option<&Operand> {
        self.operands.get(text)
    }

    /// The first node that stands on more levels of nodes than the limit.
    pub fn too_deep(&self, order: &[usize], limit: u32) -> Option<usize> {
        let mut levels = vec![0_u32; self.len()];
        for place in order.iter().copied().filter(|place| matches!(self.source(*place), Some(Source::Node(_)))) {
            let below = self.edges.get(place).into_iter().flatten().filter_map(|edge| levels.get(edge.entry)).max();
            let level = below.copied().unwrap_or(0) + 1;
            if level > limit {
                return Some(place);
            }
            if let Some(slot) = levels.get_mut(place) {
                *slot = level;
            }
        }
        None
    }

    /// The places in an order in which each comes after all that it needs; or places that need each other in a circle,
    /// the first one again at the end. A reference to another year counts like any other.
    pub fn order(&self) -> Result<Vec<usize>, Vec<usize>> {
        #[derive(Clone, Copy, PartialEq)]
        enum Mark {
            New,
            Open,
            Done,
        }
        let mut marks = vec![Mark::New; self.len()];
        let mut order = Vec::with_capacity(self.len());
        for start in 0..self.len() {
            // Each entry of the path: a place, and how many of its edges were followed.
            let mut path: Vec<(usize, usize)> = vec![(start, 0)];
            while let Some((place, followed)) = path.last().copied() {
                if followed == 0 {
                    match marks.get(place).copied().unwrap_or(Mark::Done) {
                        Mark::Done => {
                            path.pop();
                            continue;
                        }
                        Mark::Open => {
                            let from = path.iter().position(|(at, _)| *at == place).unwrap_or(0);
                            return Err(path.iter().skip(from).map(|(at, _)| *at).collect());
                        }
                        Mark::New => {}
                    }
                    if let Some(mark) = marks.get_mut(place) {
                        *mark = Mark::Open;
                    }
                }
                if let Some(last) = path.last_mut() {
                    last.1 += 1;
                }
                match self.edges.get(place).and_then(|edges| edges.get(followed)) {
                    Some(next) => path.push((next.entry, 0)),
                    None => {
                        if let Some(mark) = marks.get_mut(place) {
                            *mark = Mark::Done;
                        }
                        order.push(place);
                        path.pop();
                    }
                }
            }
        }
        Ok(order)
    }
}
