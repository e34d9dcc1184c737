//! From JSON text to a checked [`Framework`]. Every mistake is a notice with its place; as many as can be found are told at
//! once.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::check;
use super::definition::{Definition, Indicator, Label, Model, SchoolColumns};
use super::entries::Entries;
use super::expand::{Expanded, expand};
use super::node::{
    Case, Choose, Combine, Count, Effect, Finding, Gate, Holds, Lowest, Modifiers, Nearest, NearestGives, Node,
    Operator, Parts, PercentRank, PercentileMethod, Rank, RankFrom, Ties, WeightedMean, WeightedSum, WeightsCase,
    WeightsChoice,
};
use super::notices::{NoOperator, NotAFramework, OneEffect, SeveralOperators};
use super::reference::Operand;
use super::{Framework, resolve};
use crate::exact::{Exact, RoundingMode};
use crate::notice::{Notice, Place, Told, has_error, nearest};
use crate::policy::condition::Condition;
use crate::policy::date::Effective;
use crate::policy::header::Words;
use crate::policy::json::{At, Json, child, decode, parse};
use crate::policy::notices::{MissingField, UnknownField};
use crate::policy::source::{Cite, Sources};

/// The kind and version of document that this module reads.
pub const KIND: &str = "framework/1";

/// The sections of a definition.
const SECTIONS: [&str; 24] = [
    "$schema",
    "evenhand",
    "id",
    "version",
    "title",
    "authority",
    "about",
    "effective",
    "sources",
    "lists",
    "school",
    "absences",
    "facts",
    "minimums",
    "measures",
    "scales",
    "grids",
    "ratings",
    "outcomes",
    "weights",
    "redistributions",
    "references",
    "nodes",
    "models",
];
const MORE_SECTIONS: [&str; 3] = ["labels", "overrides", "published"];

/// The sections that a definition may have.
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    SECTIONS.into_iter().chain(MORE_SECTIONS)
}

impl Framework {
    /// Reads and checks a definition.
    ///
    /// # Errors
    /// All notices, when one of them is an error. Warnings of a definition that can be used are in
    /// [`Framework::notices`].
    pub fn load(text: &str) -> Result<Self, Vec<Notice>> {
        let json = parse(text)?;
        let mut notices = Vec::new();
        match json.get("evenhand").and_then(Json::as_text) {
            Some(KIND) => {}
            found => {
                let told = NotAFramework { found: found.unwrap_or_default().to_owned(), expected: KIND.to_owned() };
                return Err(vec![told.at(Place::pointer(if found.is_some() { "/evenhand" } else { "" }))]);
            }
        }
        let expanded = expand(&json, &mut notices);
        let mut loader = Loader { expanded: &expanded, notices: &mut notices, sources: Sources::default() };
        let definition = loader.definition();
        let framework = resolve::resolve(definition, &mut notices);
        check::check(&framework, &mut notices);
        for notice in &mut notices {
            if let Some(pointer) = &mut notice.place.pointer {
                *pointer = expanded.written(pointer);
                notice.place.line = crate::policy::json::line_of(text, pointer);
            }
        }
        // A rule that is written once and repeated is wrong once.
        let mut told: Vec<Notice> = Vec::with_capacity(notices.len());
        for notice in notices {
            let again = told.iter().any(|known| known.code == notice.code && known.place == notice.place);
            if !again {
                told.push(notice);
            }
        }
        told.sort_by_key(|notice| (notice.severity, notice.place.line));
        if has_error(&told) {
            return Err(told);
        }
        Ok(Self { notices: told, ..framework })
    }
}

struct Loader<'a> {
    expanded: &'a Expanded,
    notices: &'a mut Vec<Notice>,
    /// Read first: conditions carry their citations whole.
    sources: Sources,
}

impl Loader<'_> {
    fn definition(&mut self) -> Definition {
        if let Some(entries) = self.expanded.json.as_object() {
            for (key, _) in entries {
                if !sections().any(|section| section == key) {
                    let told = UnknownField {
                        field: key.clone(),
                        suggestion: nearest(key, sections()),
                        fields: sections().map(str::to_owned).collect(),
                    };
                    self.notices.push(told.at(Place::pointer(child("", key))));
                }
            }
        }
        self.sources = self.optional::<Sources>("sources").unwrap_or_default();
        self.sources.check("/sources", self.notices);
        Definition {
            evenhand: KIND.to_owned(),
            id: self.required("id", String::new()),
            version: self.required("version", String::new()),
            title: self.required("title", Words::Plain(String::new())),
            authority: self.required("authority", Words::Plain(String::new())),
            about: self.optional::<Words>("about"),
            effective: self.optional::<Effective>("effective"),
            sources: self.sources.clone(),
            school: self.optional::<SchoolColumns>("school").unwrap_or_default(),
            absences: self.entries("absences"),
            facts: self.entries("facts"),
            minimums: self.entries("minimums"),
            measures: self.entries("measures"),
            scales: self.entries("scales"),
            grids: self.entries("grids"),
            ratings: self.entries("ratings"),
            outcomes: self.entries("outcomes"),
            weights: self.entries("weights"),
            redistributions: self.entries("redistributions"),
            references: self.entries("references"),
            nodes: self.nodes(),
            models: self.models(),
            labels: self.labels(),
            overrides: self.optional("overrides"),
            published: self.optional("published").unwrap_or_default(),
        }
    }

    fn optional<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let json = self.expanded.json.get(key)?;
        decode(json, &child("", key), self.notices)
    }

    fn required<T: DeserializeOwned>(&mut self, key: &str, instead: T) -> T {
        if self.expanded.json.get(key).is_none() {
            self.notices.push(MissingField { field: key.to_owned() }.at(Place::pointer("")));
        }
        self.optional(key).unwrap_or(instead)
    }

    /// A section of named things, each read on its own so that one mistake doesn't hide the next.
    fn section(&mut self, key: &str) -> Vec<(String, String, Json)> {
        match self.expanded.json.get(key) {
            None => Vec::new(),
            Some(Json::Object(entries)) => {
                entries.iter().map(|(name, json)| (name.clone(), child(&child("", key), name), json.clone())).collect()
            }
            Some(other) => {
                let told = crate::policy::notices::WrongType {
                    expected: "object".to_owned(),
                    found: other.type_name().to_owned(),
                };
                self.notices.push(told.at(Place::pointer(child("", key))));
                Vec::new()
            }
        }
    }

    fn entries<T: DeserializeOwned>(&mut self, key: &str) -> Entries<T> {
        let mut entries = Entries::default();
        for (name, pointer, json) in self.section(key) {
            if let Some(value) = decode(&json, &pointer, self.notices) {
                entries.insert(name, pointer, value);
            }
        }
        entries
    }

    fn models(&mut self) -> Entries<Model> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Written {
            label: Words,
            #[serde(default)]
            when: Option<At<Json>>,
            rating: Operand,
            #[serde(default)]
            score: Option<Operand>,
            #[serde(default)]
            indicators: Vec<Indicator>,
            #[serde(default)]
            cite: Option<Cite>,
        }
        let mut models = Entries::default();
        for (name, pointer, json) in self.section("models") {
            let Some(Written { label, when, rating, score, indicators, cite }) =
                decode::<Written>(&json, &pointer, self.notices)
            else {
                continue;
            };
            let when = when.and_then(|when| condition(&when, &self.sources, self.notices));
            models.insert(name, pointer, Model { label, when, rating, score, indicators, cite });
        }
        models
    }

    fn labels(&mut self) -> Entries<Label> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Written {
            label: Words,
            when: At<Json>,
            #[serde(default)]
            cite: Option<Cite>,
        }
        let mut labels = Entries::default();
        for (name, pointer, json) in self.section("labels") {
            if let Some(Written { label, when, cite }) = decode(&json, &pointer, self.notices)
                && let Some(when) = condition(&when, &self.sources, self.notices)
            {
                labels.insert(name, pointer, Label { label, when, cite });
            }
        }
        labels
    }

    fn nodes(&mut self) -> Entries<Node> {
        let mut nodes = Entries::default();
        for (name, pointer, json) in self.section("nodes") {
            if let Some(node) = node(&json, &pointer, &self.sources, self.notices) {
                nodes.insert(name, pointer, node);
            }
        }
        nodes
    }
}

/// A condition over the framework's names.
fn condition(at: &At<Json>, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Condition<Operand>> {
    Condition::read(&at.value, &at.pointer, sources, notices)?
        .try_map(&at.pointer, &mut |_, name: String| Some(Operand::new(name)))
}

fn conditions(list: &[At<Json>], sources: &Sources, notices: &mut Vec<Notice>) -> Vec<Condition<Operand>> {
    list.iter().filter_map(|at| condition(at, sources, notices)).collect()
}

/// The operators' keys in JSON.
pub(crate) const OPERATORS: [&str; 26] = [
    "value",
    "scale",
    "grid",
    "weightedMean",
    "weightedSum",
    "sum",
    "mean",
    "bestOf",
    "worstOf",
    "subtract",
    "multiply",
    "divide",
    "earnedOverEligible",
    "choose",
    "gate",
    "limit",
    "count",
    "countPresent",
    "holds",
    "raiseDenominator",
    "percentile",
    "rank",
    "percentRank",
    "lowest",
    "nearest",
    "parts",
];

/// A node: the modifiers apart from the operator's own keys, so that each is read by its own type.
fn node(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Node> {
    let Some(entries) = json.as_object() else {
        decode::<rustc_hash::FxHashMap<String, Json>>(json, pointer, notices);
        return None;
    };
    let (modifiers, own): (Vec<_>, Vec<_>) =
        entries.iter().cloned().partition(|(key, _)| Modifiers::KEYS.contains(&key.as_str()));
    let found: Vec<&str> =
        OPERATORS.into_iter().filter(|operator| own.iter().any(|(key, _)| key == operator)).collect();
    let modifiers = decode::<Modifiers>(&Json::Object(modifiers), pointer, notices);
    match found.as_slice() {
        [key] => {
            let operator = operator(key, &Json::Object(own), pointer, sources, notices);
            Some(Node { operator: operator?, modifiers: modifiers? })
        }
        [] => {
            let suggestion =
                own.iter().map(|(key, _)| nearest(key, OPERATORS)).find(|near| !near.is_empty()).unwrap_or_default();
            let operators = OPERATORS.map(str::to_owned).to_vec();
            notices.push(NoOperator { suggestion, operators }.at(Place::pointer(pointer)));
            None
        }
        several => {
            let operators = several.iter().map(|key| (*key).to_owned()).collect();
            notices.push(SeveralOperators { operators }.at(Place::pointer(pointer)));
            None
        }
    }
}

fn operator(key: &str, json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Operator> {
    Some(match key {
        "value" => Operator::Value(decode(json, pointer, notices)?),
        "scale" => Operator::Scale(decode(json, pointer, notices)?),
        "grid" => Operator::Grid(decode(json, pointer, notices)?),
        "weightedMean" => {
            Operator::WeightedMean(WeightedMean { weighted_mean: weights(key, json, pointer, sources, notices)? })
        }
        "weightedSum" => {
            Operator::WeightedSum(WeightedSum { weighted_sum: weights(key, json, pointer, sources, notices)? })
        }
        "sum" => Operator::Sum(decode(json, pointer, notices)?),
        "mean" => Operator::Mean(decode(json, pointer, notices)?),
        "bestOf" => Operator::BestOf(decode(json, pointer, notices)?),
        "worstOf" => Operator::WorstOf(decode(json, pointer, notices)?),
        "subtract" => Operator::Subtract(decode(json, pointer, notices)?),
        "multiply" => Operator::Multiply(decode(json, pointer, notices)?),
        "divide" => Operator::Divide(decode(json, pointer, notices)?),
        "earnedOverEligible" => Operator::EarnedOverEligible(decode(json, pointer, notices)?),
        "choose" => Operator::Choose(choose(json, pointer, sources, notices)?),
        "gate" => Operator::Gate(gate(json, pointer, sources, notices)?),
        "limit" => Operator::Limit(decode(json, pointer, notices)?),
        "count" => {
            #[derive(Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Written {
                count: Vec<At<Json>>,
            }
            let Written { count } = decode(json, pointer, notices)?;
            Operator::Count(Count { count: conditions(&count, sources, notices) })
        }
        "countPresent" => Operator::CountPresent(decode(json, pointer, notices)?),
        "holds" => {
            #[derive(Deserialize)]
            #[serde(deny_unknown_fields)]
            struct Written {
                holds: At<Json>,
            }
            let Written { holds } = decode(json, pointer, notices)?;
            Operator::Holds(Holds { holds: condition(&holds, sources, notices)? })
        }
        "raiseDenominator" => Operator::RaiseDenominator(decode(json, pointer, notices)?),
        "percentile" => Operator::Percentile(decode(json, pointer, notices)?),
        "rank" => {
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct Written {
                rank: Operand,
                #[serde(default)]
                first: RankFrom,
                #[serde(default)]
                among: Option<At<Json>>,
                #[serde(default)]
                within: Vec<Operand>,
            }
            let Written { rank, first, among, within } = decode(json, pointer, notices)?;
            Operator::Rank(Rank { rank, first, among: optional_condition(among, sources, notices), within })
        }
        "percentRank" => {
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct Written {
                percent_rank: Operand,
                #[serde(default)]
                method: PercentileMethod,
                #[serde(default)]
                among: Option<At<Json>>,
                #[serde(default)]
                within: Vec<Operand>,
            }
            let Written { percent_rank, method, among, within } = decode(json, pointer, notices)?;
            Operator::PercentRank(PercentRank {
                percent_rank,
                method,
                among: optional_condition(among, sources, notices),
                within,
            })
        }
        "lowest" => {
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct Written {
                lowest: Exact,
                of: Operand,
                #[serde(default)]
                among: Option<At<Json>>,
                #[serde(default)]
                within: Vec<Operand>,
                #[serde(default)]
                round_count: Option<RoundingMode>,
                #[serde(default)]
                ties: Ties,
            }
            let Written { lowest, of, among, within, round_count, ties } = decode(json, pointer, notices)?;
            let among = optional_condition(among, sources, notices);
            Operator::Lowest(Lowest { lowest, of, among, within, round_count, ties })
        }
        "nearest" => {
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct Written {
                nearest: Operand,
                index: Operand,
                schools: u32,
                #[serde(default)]
                gives: NearestGives,
                #[serde(default)]
                among: Option<At<Json>>,
                #[serde(default)]
                within: Vec<Operand>,
            }
            let Written { nearest, index, schools, gives, among, within } = decode(json, pointer, notices)?;
            let among = optional_condition(among, sources, notices);
            Operator::Nearest(Nearest { nearest, index, schools, gives, among, within })
        }
        _ => {
            #[derive(Deserialize)]
            #[serde(rename_all = "camelCase", deny_unknown_fields)]
            struct Written {
                parts: Operand,
                link: Operand,
                combine: Combine,
                #[serde(default)]
                weight_by: Option<Operand>,
                #[serde(default)]
                among: Option<At<Json>>,
            }
            let Written { parts, link, combine, weight_by, among } = decode(json, pointer, notices)?;
            Operator::Parts(Parts {
                parts,
                link,
                combine,
                weight_by,
                among: optional_condition(among, sources, notices),
            })
        }
    })
}

fn optional_condition(
    at: Option<At<Json>>,
    sources: &Sources,
    notices: &mut Vec<Notice>,
) -> Option<Condition<Operand>> {
    at.and_then(|at| condition(&at, sources, notices))
}

/// `"weightedMean": "table"`, or a list of `{ "when": …, "weights": "table" }`.
fn weights(
    key: &str,
    json: &Json,
    pointer: &str,
    sources: &Sources,
    notices: &mut Vec<Notice>,
) -> Option<WeightsChoice> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Written {
        #[serde(default)]
        when: Option<At<Json>>,
        weights: String,
    }
    for (other, _) in json.as_object().unwrap_or_default() {
        if other != key {
            let fields: Vec<String> = std::iter::once(key).chain(Modifiers::KEYS).map(str::to_owned).collect();
            let suggestion = nearest(other, fields.iter().map(String::as_str));
            let told = UnknownField { field: other.clone(), suggestion, fields };
            notices.push(told.at(Place::pointer(child(pointer, other))));
        }
    }
    let written = json.get(key)?;
    let pointer = child(pointer, key);
    if written.as_list().is_none() {
        return decode(written, &pointer, notices).map(WeightsChoice::Named);
    }
    let cases: Vec<Written> = decode(written, &pointer, notices)?;
    Some(WeightsChoice::First(
        cases
            .into_iter()
            .map(|case| WeightsCase { when: optional_condition(case.when, sources, notices), weights: case.weights })
            .collect(),
    ))
}

fn choose(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Choose> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct WrittenCase {
        when: At<Json>,
        then: Finding,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Written {
        choose: Vec<WrittenCase>,
        #[serde(default)]
        otherwise: Option<Finding>,
        #[serde(default)]
        ratings: Option<String>,
    }
    let Written { choose, otherwise, ratings } = decode(json, pointer, notices)?;
    let choose = choose
        .into_iter()
        .filter_map(|case| Some(Case { when: condition(&case.when, sources, notices)?, then: case.then }))
        .collect();
    Some(Choose { choose, otherwise, ratings })
}

fn gate(json: &Json, pointer: &str, sources: &Sources, notices: &mut Vec<Notice>) -> Option<Gate> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Written {
        gate: Operand,
        when: At<Json>,
        #[serde(default)]
        at_most: Option<Finding>,
        #[serde(default)]
        at_least: Option<Finding>,
        #[serde(default)]
        lower: Option<u32>,
        #[serde(default)]
        raise: Option<u32>,
        #[serde(default)]
        becomes: Option<Finding>,
    }
    let Written { gate, when, at_most, at_least, lower, raise, becomes } = decode(json, pointer, notices)?;
    let when = condition(&when, sources, notices);
    let effects = [
        at_most.map(Effect::AtMost),
        at_least.map(Effect::AtLeast),
        lower.map(Effect::Lower),
        raise.map(Effect::Raise),
        becomes.map(Effect::Becomes),
    ];
    let mut effects = effects.into_iter().flatten();
    match (effects.next(), effects.next()) {
        (Some(effect), None) => Some(Gate { gate, when: when?, effect }),
        _ => {
            let effects = Effect::KEYS.map(str::to_owned).to_vec();
            notices.push(OneEffect { effects }.at(Place::pointer(pointer)));
            None
        }
    }
}
