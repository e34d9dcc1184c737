//! The answer for every school: its model, its score, its rating, and whether that agrees with what was published.

use std::rc::Rc;
use std::sync::Arc;

use serde::Serialize;

use super::Framework;
use super::evaluate::{Override, Run, SchoolRun, Shared, shifted};
use super::graph::Source;
use super::node::{Operator, ScaleChoice};
use super::not_in_file::{NotAsked, tell_not_asked, tell_not_in_file};
use super::notices::{
    ConditionUndetermined, LabelUndetermined, ModelUndetermined, NoModelFits, NoRowFits, OverrideIncomplete,
    OverrideRating, OverrideSchool, OverrideWithoutRule, UnknownChoice,
};
use super::observations::{Choices, Observations, same_word};
use super::published::Publications;
use super::reference::{Operand, Port};
use super::trace::{Showing, Shown};
use super::value::{Reason, Value};
use crate::notice::{Notice, Place, Told, nearest};
use crate::order::{Set, Sorted};
use crate::policy::condition::Truth;
use crate::policy::date::Date;
use crate::policy::header::Words;
use crate::policy::read::Read;
use crate::records::cells::Cells;
use crate::tables::{SchoolTable, limited};

/// How many notices of one code and file are told one by one.
const MOST_OF_A_CODE: u64 = 20;

/// What a person adds to the files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Choosing {
    /// The year to rate, as the file writes it. Without it: the latest.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string | null"))]
    pub year: Option<String>,
    /// The column that holds a measure or a fact, where the definition's names don't find it.
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "Record<string, string>"))]
    pub columns: Choices,
    /// Ratings that a person overrides.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub overrides: Vec<OverrideRequest>,
}

/// A rating that a person overrides: who, when and why are part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OverrideRequest {
    /// The school's identifier.
    pub school: String,
    /// The rating or outcome that it gets.
    pub rating: String,
    /// Who decided.
    pub who: String,
    /// When: a date, `2019-10-25`.
    pub when: String,
    /// Why.
    pub why: String,
}

/// The answers for all schools.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct Ratings {
    /// The rated year, where the files have years.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub year: Option<String>,
    /// The schools, by identifier.
    pub schools: Vec<RatedSchool>,
    /// What was noticed on the way.
    pub notices: Vec<Notice>,
}

/// What became of a school.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It has a rating.
    Rated,
    /// It has an outcome that is no rating, by the policy's own rule.
    Outcome,
    /// It has none, because parts are missing.
    NotRated,
    /// It can't be told yet: something isn't known, or the sources don't say.
    Undetermined,
}

impl Standing {
    /// What a rating's value makes of its school.
    pub(crate) fn of(rating: &Value) -> Self {
        match rating {
            Value::Outcome(_) => Self::Outcome,
            Value::Absent(reason) if reason.is_open() => Self::Undetermined,
            Value::Absent(_) => Self::NotRated,
            _ => Self::Rated,
        }
    }
}

/// The answer for a school.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase")]
pub struct RatedSchool {
    /// Its identifier.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub school: Arc<str>,
    /// Its name, where a file has it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub name: Option<String>,
    /// The name of its model in the definition.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub model: Option<String>,
    /// What became of it.
    pub standing: Standing,
    /// The rating, or the outcome, or why there is none.
    pub rating: Shown,
    /// The score beside it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Shown | null"))]
    pub score: Option<Shown>,
    /// The labels that it carries.
    pub labels: Vec<Words>,
    /// Whether a person overrode the rating.
    pub overridden: bool,
    /// The published rating, where a file carries one.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub published: Option<String>,
    /// Whether the published rating agrees.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "boolean | null"))]
    pub agrees: Option<bool>,
}

/// A table read by a framework: everything that its answers need.
#[derive(Debug)]
pub struct Reading {
    pub(crate) observed: Observations,
    pub(crate) overrides: Vec<(usize, Value, OverrideRequest)>,
    pub(crate) publications: Publications,
    /// What was counted in student records, for whoever reads the same schools for another year or by another framework.
    pub(crate) cells: Option<Rc<Cells>>,
    shared: Shared,
    /// What was noticed in reading.
    pub notices: Vec<Notice>,
}

impl Reading {
    /// Reads a table by a framework.
    pub fn new(framework: &Framework, table: &SchoolTable, choosing: &Choosing) -> Self {
        Self::with_cells(framework, table, None, choosing)
    }

    /// Reads a table by a framework, with what was counted in student records. The table should have the cells' schools
    /// ([`SchoolTable::with_schools`]): only schools of the table are rated.
    pub fn with_cells(
        framework: &Framework,
        table: &SchoolTable,
        cells: Option<Rc<Cells>>,
        choosing: &Choosing,
    ) -> Self {
        let mut notices = Vec::new();
        check_choices(framework, table, choosing, &mut notices);
        let year = choosing.year.as_deref();
        let observed = Observations::read(framework, table, cells.as_deref(), year, &choosing.columns, &mut notices);
        let overrides = read_overrides(framework, table, &choosing.overrides, &mut notices);
        let publications = Publications::find(framework, table, observed.year.as_deref());
        let notices = limited(notices, MOST_OF_A_CODE);
        Self { observed, overrides, publications, cells, shared: Shared::default(), notices }
    }

    /// The interpreter over what was read.
    pub(crate) fn run<'a>(&'a self, framework: &'a Framework, table: &'a SchoolTable) -> Run<'a> {
        let mut run = Run::new(framework, &self.observed, table, &self.shared);
        for (school, value, request) in &self.overrides {
            for entry in &framework.definition.models {
                if let Some(port) = entry.value.rating.port() {
                    let by = Override {
                        value: value.clone(),
                        who: request.who.clone(),
                        when: request.when.clone(),
                        why: request.why.clone(),
                    };
                    run.overrides.insert((*school, port.entry), by);
                }
            }
        }
        run
    }
}

impl Reading {
    /// The interpreter without a person's override of one school: what the rules alone give. What is worked out over
    /// all schools may differ then, and is kept apart.
    pub(crate) fn run_by_rules<'a>(
        &'a self,
        framework: &'a Framework,
        table: &'a SchoolTable,
        school: usize,
        apart: &'a Shared,
    ) -> Run<'a> {
        let mut run = self.run(framework, table);
        if self.overrides.iter().any(|(overridden, _, _)| *overridden == school) {
            run.shared = apart;
            run.overrides.retain(|(overridden, _)| *overridden != school);
        }
        run
    }
}

fn check_choices(framework: &Framework, table: &SchoolTable, choosing: &Choosing, notices: &mut Vec<Notice>) {
    for (measure, column) in choosing.columns.iter() {
        let known =
            framework.definition.measures.get(measure).is_some() || framework.definition.facts.get(measure).is_some();
        let there = table.fields().iter().any(|field| field.name == *column);
        if !known || !there {
            let suggestion = if known {
                nearest(column, table.fields().iter().map(|field| field.name.as_str()))
            } else {
                nearest(measure, framework.definition.measures.names())
            };
            let told = UnknownChoice { measure: measure.clone(), column: column.clone(), suggestion };
            notices.push(told.at(Place::default()));
        }
    }
}

fn read_overrides(
    framework: &Framework,
    table: &SchoolTable,
    requests: &[OverrideRequest],
    notices: &mut Vec<Notice>,
) -> Vec<(usize, Value, OverrideRequest)> {
    let mut overrides = Vec::new();
    for request in requests {
        let place = Place::school(&request.school);
        let Some(school) = table.find_school(&request.school) else {
            let suggestion = nearest(&request.school, table.schools().iter().map(|school| &*school.id));
            notices.push(OverrideSchool { school: request.school.clone(), suggestion }.at(place));
            continue;
        };
        let mut missing = Vec::new();
        for (text, name) in [(&request.who, "who"), (&request.why, "why")] {
            if text.trim().is_empty() {
                missing.push(name.to_owned());
            }
        }
        if Date::parse(request.when.trim()).is_none() {
            missing.push("when".to_owned());
        }
        if !missing.is_empty() {
            notices.push(OverrideIncomplete { missing }.at(place));
            continue;
        }
        let Some(value) = framework.rating_or_outcome(&request.rating) else {
            let known = framework.definition.ratings.iter().flat_map(|entry| &entry.value.lowest_first);
            let suggestion = nearest(&request.rating, known.map(|level| level.rating.as_str()));
            notices.push(OverrideRating { rating: request.rating.clone(), suggestion }.at(place));
            continue;
        };
        if framework.definition.overrides.is_none() {
            notices.push(OverrideWithoutRule {}.at(place));
        }
        overrides.push((school, value, request.clone()));
    }
    overrides
}

/// For how many schools a condition's answer isn't known, and for want of what.
#[derive(Debug, Clone, Default)]
struct Unknown {
    schools: u64,
    needs: Vec<String>,
}

impl Unknown {
    fn add<'f>(&mut self, facts: impl IntoIterator<Item = &'f Operand>) {
        self.schools += 1;
        for fact in facts {
            if !self.needs.contains(&fact.text) {
                self.needs.push(fact.text.clone());
            }
        }
    }
}

/// What stands behind the open values of all schools.
#[derive(Default)]
struct Waiting {
    /// What no file has.
    not_asked: Sorted<NotAsked, u64>,
    /// Nodes whose conditions ask for values that are missing for certain.
    conditions: Sorted<usize, Unknown>,
}

/// What is noted of all schools while they are rated.
struct Noted {
    told: Vec<Notice>,
    waiting: Waiting,
    /// The models that schools have, in the order in which they came.
    models: Vec<usize>,
    /// By label, for how many it isn't known whether they carry it.
    unknown_labels: Vec<Unknown>,
}

/// Which model a school has.
pub(crate) enum ModelChoice {
    /// This one.
    At(usize),
    /// None of them.
    None,
    /// It depends on these.
    Undetermined(Vec<String>),
}

impl SchoolRun<'_> {
    /// The first model whose condition is met.
    pub(crate) fn model(&self) -> ModelChoice {
        for (place, entry) in self.framework().definition.models.iter().enumerate() {
            let Some(when) = &entry.value.when else { return ModelChoice::At(place) };
            match self.condition(when, 0) {
                Truth::Met => return ModelChoice::At(place),
                Truth::NotMet => {}
                Truth::Undetermined => {
                    return ModelChoice::Undetermined(when.facts().iter().map(|fact| fact.text.clone()).collect());
                }
            }
        }
        ModelChoice::None
    }

    /// What the conditions of an operator ask for that is missing for certain, where that leaves them undetermined. What is
    /// open is told by itself.
    fn lacking<'o>(&self, operator: &'o Operator, years: i32) -> Vec<&'o Operand> {
        let mut lacking = Vec::new();
        for condition in operator.conditions() {
            match self.condition(condition, years) {
                Truth::Met => break,
                Truth::NotMet => continue,
                Truth::Undetermined => {}
            }
            let reason = |fact: &Operand| self.port(shifted(fact.port()?, years)).missing();
            let facts = condition.facts();
            if !facts.iter().any(|fact| reason(fact).is_some_and(Reason::is_open)) {
                lacking.extend(facts.into_iter().filter(|fact| reason(fact).is_some()));
            }
        }
        lacking
    }

    /// The labels that it carries. Where it isn't known whether it carries one, that is counted.
    fn labels(&self, unknown: &mut [Unknown]) -> Vec<Words> {
        let mut carried = Vec::new();
        for (entry, unknown) in self.framework().definition.labels.iter().zip(unknown) {
            match self.condition(&entry.value.when, 0) {
                Truth::Met => carried.push(entry.value.label.clone()),
                Truth::NotMet => {}
                Truth::Undetermined => {
                    unknown.add(entry.value.when.facts().into_iter().filter(|fact| !self.operand(fact).is_present()));
                }
            }
        }
        carried
    }
}

impl Framework {
    /// The rating or outcome that a text means.
    pub(crate) fn rating_or_outcome(&self, text: &str) -> Option<Value> {
        let outcome = || {
            let outcomes = &self.definition.outcomes;
            let place = outcomes.iter().position(|entry| {
                let label = &entry.value.label;
                let labelled = match label {
                    Words::Plain(label) => same_word(label, text),
                    Words::ByLanguage(labels) => labels.values().any(|label| same_word(label, text)),
                };
                labelled || same_word(&entry.name, text) || entry.value.also.iter().any(|also| same_word(also, text))
            });
            place.map(Value::Outcome)
        };
        self.rating(text, None).or_else(outcome)
    }

    /// Rates every school.
    pub fn rate(&self, table: &SchoolTable, reading: &Reading) -> Ratings {
        let run = reading.run(self, table);
        let mut notices = reading.notices.clone();
        let mut noted = Noted {
            told: Vec::new(),
            waiting: Waiting::default(),
            models: Vec::new(),
            unknown_labels: vec![Unknown::default(); self.definition.labels.len()],
        };
        let mut schools = Vec::with_capacity(table.schools().len());
        let mut school = run.school(0);
        for index in 0..table.schools().len() {
            school.turn_to(index);
            schools.extend(self.rate_school(&school, reading, &mut noted));
        }
        let Noted { mut told, waiting, models, unknown_labels } = noted;
        for (entry, unknown) in self.definition.labels.iter().zip(unknown_labels) {
            if unknown.schools > 0 {
                let label = entry.value.label.in_language("en").to_owned();
                let notice = LabelUndetermined { label, schools: unknown.schools, needs: unknown.needs };
                told.push(notice.at(Place::pointer(&entry.pointer)));
            }
        }
        for (node, unknown) in waiting.conditions {
            if let Some(entry) = self.definition.nodes.at(node) {
                let (name, needs) = (entry.name.clone(), unknown.needs);
                let notice = ConditionUndetermined { name, schools: unknown.schools, needs };
                told.push(notice.at(Place::pointer(&entry.pointer)));
            }
        }
        tell_not_asked(&self.definition, &waiting.not_asked, &mut told);
        tell_not_in_file(self, table, reading, &models, &waiting.not_asked, &mut told);
        notices.extend(limited(told, MOST_OF_A_CODE));
        Ratings { year: reading.observed.year.clone(), schools, notices }
    }

    /// Rates the school that the interpreter stands at.
    // A call for each school, rather than one for all, lets the browser put its faster code in place on the way.
    #[inline(never)]
    fn rate_school(&self, school: &SchoolRun<'_>, reading: &Reading, noted: &mut Noted) -> Option<RatedSchool> {
        let Noted { told, waiting, models, unknown_labels } = noted;
        let (table, index) = (school.run.table, school.school);
        let entry = table.schools().get(index)?;
        let chosen = school.model();
        let undetermined = matches!(chosen, ModelChoice::Undetermined(_));
        if let ModelChoice::At(place) = &chosen
            && !models.contains(place)
        {
            models.push(*place);
        }
        let (model, value, score) = match chosen {
            ModelChoice::At(place) => match self.definition.models.at(place) {
                Some(model) => {
                    let score = model.value.score.as_ref().map(|score| school.operand(score));
                    (Some(model), school.operand(&model.value.rating), score)
                }
                None => (None, Value::Absent(Reason::RuleUnknown), None),
            },
            ModelChoice::None => {
                let models = self.definition.models.names().map(str::to_owned).collect();
                told.push(NoModelFits { models }.at(Place::school(&*entry.id)));
                (None, Value::Absent(Reason::NotApplicable), None)
            }
            ModelChoice::Undetermined(needs) => {
                told.push(ModelUndetermined { needs }.at(Place::school(&*entry.id)));
                (None, Value::Absent(Reason::Undetermined), None)
            }
        };
        let mut open = Vec::new();
        if value.missing().is_some_and(Reason::is_open)
            && let Some(model) = model
        {
            open.extend(model.value.rating.port());
        }
        if undetermined {
            for when in self.definition.models.iter().filter_map(|entry| entry.value.when.as_ref()) {
                open.extend(when.facts().into_iter().filter_map(Operand::port));
            }
        }
        self.waits(school, open, waiting, told);
        let published = model.and_then(|model| {
            let port = model.value.rating.port()?;
            reading.publications.of_node(table, index, port.entry, &model.name)
        });
        let overridden = model.is_some() && reading.overrides.iter().any(|(school, _, _)| *school == index);
        Some(RatedSchool {
            school: Arc::clone(&entry.id),
            name: entry.name.clone(),
            model: model.map(|model| model.name.clone()),
            standing: Standing::of(&value),
            rating: self.show_of(model.and_then(|model| model.value.rating.port()), &value),
            score: score.map(|score| {
                let of = model.and_then(|model| model.value.score.as_ref());
                self.show_of(of.and_then(Operand::port), &score)
            }),
            labels: school.labels(unknown_labels),
            overridden,
            agrees: published.as_ref().map(|published| published.agrees(self, &value)),
            published: published.map(|published| published.text),
        })
    }

    /// What stands behind a school's open values: counts what no file has a column for and what conditions can't do without,
    /// and tells of values that no row takes. A school counts once, however many years and values wait for the same.
    #[inline(never)]
    fn waits(&self, school: &SchoolRun<'_>, mut ahead: Vec<Port>, waiting: &mut Waiting, notices: &mut Vec<Notice>) {
        let not_asked = &mut waiting.not_asked;
        let mut seen: Set<Port> = Set::new();
        let mut counted: Set<NotAsked> = Set::new();
        let mut count = |asked: NotAsked| {
            if counted.add(asked) {
                not_asked.change(asked, |schools| *schools += 1);
            }
        };
        while let Some(port) = ahead.pop() {
            if !seen.add(port) {
                continue;
            }
            let Some(reason) = school.port(port).missing().filter(|reason| reason.is_open()) else { continue };
            let asked = matches!(reason, Reason::NotAsked | Reason::NotSupplied);
            match self.graph.source(port.entry) {
                Some(Source::Measure(measure)) if asked => count(NotAsked::Measure(measure, port.attribute)),
                Some(Source::Fact(fact)) if asked => count(NotAsked::Fact(fact)),
                Some(Source::Node(node)) => {
                    let edges = self.graph.edges.get(port.entry).into_iter().flatten();
                    ahead.extend(edges.map(|edge| shifted(*edge, port.years)));
                    let operator = self.definition.nodes.at(node).map(|entry| &entry.value.operator);
                    let lacking = operator.map_or_else(Vec::new, |operator| school.lacking(operator, port.years));
                    if !lacking.is_empty() {
                        waiting.conditions.change(node, |unknown| unknown.add(lacking));
                    }
                    if let Some(entry) = self.definition.nodes.at(node)
                        && let Operator::Scale(of) = &entry.value.operator
                        && let Some(value) = school.no_row(of, port.years)
                    {
                        let scale = match &of.scale {
                            ScaleChoice::Named(name) => name.text().to_owned(),
                            ScaleChoice::Inline(_) => entry.name.clone(),
                        };
                        let identifier = school.identifier().map(ToString::to_string).unwrap_or_default();
                        notices.push(NoRowFits { scale, value }.at(Place::school(identifier)));
                    }
                }
                _ => {}
            }
        }
    }
}

impl Showing for Framework {
    fn show(&self, value: &Value) -> Shown {
        match value {
            Value::Number(number) => Shown::Number { exact: number.to_string(), written: None },
            Value::Word(word) => Shown::Word { word: word.to_string() },
            Value::Rating { scale, level } => {
                let name = self.definition.ratings.at(*scale).map(|entry| entry.name.clone()).unwrap_or_default();
                let found = self.level(*scale, *level);
                let rating = found.map(|level| level.rating.clone()).unwrap_or_default();
                let label = found.and_then(|level| level.label.clone()).unwrap_or_else(|| Words::Plain(rating.clone()));
                Shown::Rating { scale: name, level: *level, levels: self.levels(*scale), rating, label }
            }
            Value::Outcome(place) => match self.definition.outcomes.at(*place) {
                Some(entry) => Shown::Outcome { outcome: entry.name.clone(), label: entry.value.label.clone() },
                None => Shown::Absent { reason: Reason::RuleUnknown },
            },
            Value::Absent(reason) => Shown::Absent { reason: *reason },
        }
    }
}
