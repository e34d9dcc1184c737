//! The authority's own results beside the computed ones. They are never an input.

use serde::Serialize;

use super::Framework;
use super::graph::Source;
use super::node::{Operator, WeightsChoice};
use super::observations::{of_year, same_word};
use super::rating::Reading;
use super::reference::{Attribute, Operand, Port};
use super::value::Value;
use crate::exact::Exact;
use crate::tables::{FieldIndex, FieldQuery, SchoolTable};

/// What of a node a published result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum PublishedKind {
    /// Its value.
    Value,
    /// Its weight in another node.
    Weight,
}

/// Where the table has a published result.
#[derive(Debug, Clone)]
pub(crate) struct Publication {
    pub kind: PublishedKind,
    /// The node whose value it is; for a weight, the weighted node.
    pub entry: usize,
    /// For a weight: the part.
    pub part: Option<usize>,
    pub field: FieldIndex,
    pub tolerance: Exact,
    pub model: Option<String>,
}

/// All published results that the table has.
#[derive(Debug, Default)]
pub(crate) struct Publications(pub Vec<Publication>);

/// A published result of a school.
#[derive(Debug, Clone)]
pub(crate) struct PublishedText {
    pub text: String,
    tolerance: Exact,
}

impl PublishedText {
    /// Whether a computed value says the same.
    pub fn agrees(&self, framework: &Framework, value: &Value) -> bool {
        if self.text.is_empty() {
            return !value.is_present();
        }
        match value {
            Value::Number(number) => Exact::parse(self.text.trim_end_matches('%')).is_ok_and(|published| {
                published.sub(number).is_ok_and(|difference| difference.abs() <= self.tolerance)
            }),
            Value::Word(word) => same_word(word, &self.text),
            Value::Rating { scale, .. } => framework.rating_on(&self.text, *scale).as_ref() == Some(value),
            Value::Outcome(_) => framework.rating_or_outcome(&self.text).as_ref() == Some(value),
            Value::Absent(_) => framework.definition.absences.iter().any(|entry| same_word(&entry.name, &self.text)),
        }
    }
}

impl Publications {
    pub fn find(framework: &Framework, table: &SchoolTable, year: Option<&str>) -> Self {
        let mut found = Vec::new();
        for published in &framework.definition.published {
            let tolerance = published.tolerance.clone().unwrap_or(Exact::ZERO);
            let mut add = |kind, entry, part, field: Option<FieldIndex>| {
                if let Some(field) = field {
                    let model = published.model.clone();
                    found.push(Publication { kind, entry, part, field, tolerance: tolerance.clone(), model });
                }
            };
            if let Some(port) = published.node.as_ref().and_then(Operand::port) {
                let by_column = published.column.iter().find_map(|name| of_year(table, year, FieldQuery::named(name)));
                let field = by_column.or_else(|| in_row(framework, table, year, port, &published.attribute));
                add(PublishedKind::Value, port.entry, None, field);
            }
            if let Some(port) = published.parts_of.as_ref().and_then(Operand::port) {
                for part in parts(framework, port.entry) {
                    let field = in_row(framework, table, year, part, &published.attribute);
                    add(PublishedKind::Value, part.entry, None, field);
                }
            }
            if let Some(port) = published.weights_of.as_ref().and_then(Operand::port) {
                for part in parts(framework, port.entry) {
                    let field = in_row(framework, table, year, part, &published.attribute);
                    add(PublishedKind::Weight, port.entry, Some(part.entry), field);
                }
            }
        }
        Self(found)
    }

    /// The published value of a node.
    pub fn of_node(&self, table: &SchoolTable, school: usize, entry: usize, model: &str) -> Option<PublishedText> {
        self.0
            .iter()
            .filter(|publication| publication.kind == PublishedKind::Value && publication.entry == entry)
            .filter(|publication| publication.model.as_deref().is_none_or(|only| only == model))
            .find_map(|publication| publication.text(table, school))
    }
}

impl Publication {
    pub fn text(&self, table: &SchoolTable, school: usize) -> Option<PublishedText> {
        let cell = table.cell(school, self.field)?;
        Some(PublishedText { text: cell.text.to_owned(), tolerance: self.tolerance.clone() })
    }
}

/// The further column in the row of the measure that a node is made of.
fn in_row(
    framework: &Framework,
    table: &SchoolTable,
    year: Option<&str>,
    port: Port,
    attributes: &[String],
) -> Option<FieldIndex> {
    let measure = underlying_measure(framework, port)?;
    let reported = framework.definition.measures.at(measure)?.value.reported.as_ref()?;
    reported.column.iter().find_map(|name| {
        attributes.iter().find_map(|attribute| {
            let query = FieldQuery {
                attribute: Some(attribute),
                group: reported.group.as_deref(),
                program: reported.program.as_deref(),
                ..FieldQuery::named(name)
            };
            of_year(table, year, query)
        })
    })
}

/// The measure that a node is made of, where it is made of one.
pub(crate) fn underlying_measure(framework: &Framework, port: Port) -> Option<usize> {
    let mut at = port;
    // The graph has no circles, so the way down is no longer than the graph.
    for _ in 0..=framework.graph.len() {
        match framework.graph.source(at.entry)? {
            Source::Measure(measure) => return (at.attribute == Attribute::Value).then_some(measure),
            Source::Fact(_) => return None,
            Source::Node(node) => at = made_of(&framework.definition.nodes.at(node)?.value.operator)?,
        }
    }
    None
}

/// What a node is made of, where that is one thing.
pub(crate) fn made_of(operator: &Operator) -> Option<Port> {
    let of = match operator {
        Operator::Value(of) => &of.value,
        Operator::Scale(of) => &of.of,
        Operator::Limit(of) => &of.limit,
        Operator::Gate(of) => &of.gate,
        Operator::RaiseDenominator(of) => &of.raise_denominator,
        Operator::Percentile(of) => &of.percentile,
        Operator::PercentRank(of) => &of.percent_rank,
        _ => return None,
    };
    of.port()
}

/// The parts of a weighted node, over all its tables, each once.
fn parts(framework: &Framework, entry: usize) -> Vec<Port> {
    let Some(Source::Node(node)) = framework.graph.source(entry) else { return Vec::new() };
    let Some(node) = framework.definition.nodes.at(node) else { return Vec::new() };
    let choice: &WeightsChoice = match &node.value.operator {
        Operator::WeightedMean(of) => &of.weighted_mean,
        Operator::WeightedSum(of) => &of.weighted_sum,
        operator => return operator.parts().iter().filter_map(|part| part.port()).collect(),
    };
    let mut ports: Vec<Port> = Vec::new();
    for name in choice.names() {
        if let Some(weights) = framework.definition.weights.get(name) {
            for part in weights.parts.names() {
                if let Some(port) = framework.graph.operand(part).and_then(Operand::port)
                    && !ports.contains(&port)
                {
                    ports.push(port);
                }
            }
        }
    }
    ports
}

/// How one step of a framework stands against what was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// What is compared.
    pub kind: PublishedKind,
    /// The node.
    pub node: String,
    /// For a weight: the part.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub part: Option<String>,
    /// How many schools have a published result or a computed one.
    pub compared: u64,
    /// In how many of them the two agree.
    pub agreeing: u64,
    /// Where they don't.
    pub differences: Vec<Difference>,
}

/// A published result that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The school.
    pub school: String,
    /// As published.
    pub published: String,
    /// As computed.
    pub computed: String,
    /// Whether nothing that it is made of differs: the calculation parts here.
    pub first: bool,
}

impl Framework {
    /// Holds every computed result against the published one.
    pub fn agreements(&self, table: &SchoolTable, reading: &Reading) -> Vec<Agreement> {
        let mut agreements: Vec<Agreement> = reading
            .publications
            .0
            .iter()
            .map(|publication| Agreement {
                kind: publication.kind,
                node: self.graph.name(publication.entry).to_owned(),
                part: publication.part.map(|part| self.graph.name(part).to_owned()),
                compared: 0,
                agreeing: 0,
                differences: Vec::new(),
            })
            .collect();
        if agreements.is_empty() {
            return agreements;
        }
        let run = reading.run(self, table);
        for (index, entry) in table.schools().iter().enumerate() {
            for (place, compared) in self.compare_school(&run, table, reading, index) {
                let Some(agreement) = agreements.get_mut(place) else { continue };
                agreement.compared += 1;
                if compared.compared.agrees {
                    agreement.agreeing += 1;
                } else {
                    agreement.differences.push(Difference {
                        school: entry.id.to_string(),
                        published: compared.compared.published,
                        computed: compared.compared.computed,
                        first: compared.first,
                    });
                }
            }
        }
        agreements.retain(|agreement| agreement.compared > 0);
        agreements
    }
}
