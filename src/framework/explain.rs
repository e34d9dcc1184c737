//! Makes the written-down steps of one school ready for the page.

use std::cell::RefCell;

use super::Framework;
use super::evaluate::{Run, SchoolRun};
use super::graph::Source;
use super::node::Operator;
use super::observations::Basis;
use super::published::{PublishedKind, made_of};
use super::rating::{ModelChoice, Reading};
use super::record::{Draft, Record};
use super::reference::{Attribute, Operand, Port};
use super::scale::Scale;
use super::trace::{
    AppliedOverride, AppliedPenalty, AppliedRounding, AppliedRow, Compared, ComparedWith, Input, Observed, Role,
    Showing, Shown, ShownBand, Step, Trace, TracedIndicator, WeightMove,
};
use super::value::{Reason, Value};
use crate::exact::Exact;
use crate::order::Set;
use crate::policy::condition::{Verdict, VerdictNode, VerdictRule};
use crate::policy::header::Words;
use crate::policy::json::{child, item};
use crate::policy::source::{Citation, Cite, Reference, Sources};
use crate::tables::{FieldIndex, SchoolTable};

/// A comparison with what was published, and whether the calculation parts here.
pub(crate) struct Judged {
    pub compared: Compared,
    pub first: bool,
    /// The place of the compared step.
    pub step: usize,
}

/// What several steps of a trace name: it stands there once.
struct Appendix<'a> {
    sources: &'a Sources,
    references: Vec<&'a Reference>,
    /// The rows of scales, for drawing, and the scales' names.
    scales: Vec<(Option<String>, Vec<ShownBand>)>,
}

impl<'a> Appendix<'a> {
    /// Adds the places of what a rule cites to those of a step, each once.
    fn cite(&mut self, cite: Option<&'a Cite>, citations: &mut Vec<usize>) {
        let known = |reference: &&Reference| self.sources.0.contains_key(&reference.source);
        for reference in cite.into_iter().flat_map(Cite::references).filter(known) {
            let known = self.references.iter().position(|known| *known == reference);
            let place = known.unwrap_or_else(|| {
                self.references.push(reference);
                self.references.len() - 1
            });
            if !citations.contains(&place) {
                citations.push(place);
            }
        }
    }

    /// The place of a scale's rows, which are made where they aren't there yet.
    fn scale(&mut self, name: Option<&String>, rows: impl FnOnce() -> Vec<ShownBand>) -> usize {
        let known = self.scales.iter().position(|(known, _)| known.is_some() && known.as_ref() == name);
        known.unwrap_or_else(|| {
            self.scales.push((name.cloned(), rows()));
            self.scales.len() - 1
        })
    }

    fn places(&mut self, cite: Option<&'a Cite>) -> Vec<usize> {
        let mut citations = Vec::new();
        self.cite(cite, &mut citations);
        citations
    }

    /// All of them, as the page shows them.
    fn citations(self) -> Vec<Citation> {
        let shown = |reference: &Reference| Some(reference.citation(self.sources.0.get(&reference.source)?));
        self.references.into_iter().filter_map(shown).collect()
    }
}

impl Framework {
    /// The whole explanation of a school's rating.
    pub fn explain(&self, table: &SchoolTable, reading: &Reading, school: usize) -> Option<Trace> {
        self.explain_supposing(&reading.run(self, table), reading, school, &[])
    }

    /// The same where a person supposes something of some measures.
    pub(crate) fn explain_supposing(
        &self,
        run: &Run<'_>,
        reading: &Reading,
        school: usize,
        supposed: &[(Port, Value)],
    ) -> Option<Trace> {
        let table = run.table;
        table.schools().get(school)?;
        let (mut explained, model, verdict) = self.walk(run, school, supposed);
        let Some(model) = model else {
            let waits_for = verdict.as_ref().and_then(|verdict| verdict.settles.clone()).unwrap_or_default();
            let step = self.no_model(verdict.is_some());
            return Some(Trace {
                steps: vec![step],
                rating: 0,
                score: None,
                indicators: Vec::new(),
                model: verdict,
                citations: Vec::new(),
                scales: Vec::new(),
                waits_for,
                first_difference: None,
            });
        };
        let entry = self.definition.models.at(model)?;
        let place =
            |operand: &Operand, record: &Record| operand.port().and_then(|port| record.places.get(&port).copied());
        let record = std::mem::take(&mut explained);
        let rating = place(&entry.value.rating, &record)?;
        let score = entry.value.score.as_ref().and_then(|score| place(score, &record));
        let indicators = entry
            .value
            .indicators
            .iter()
            .map(|indicator| TracedIndicator {
                label: indicator.label.clone(),
                parts: indicator.parts.iter().filter_map(|part| place(part, &record)).collect(),
            })
            .collect();
        let mut appendix = Appendix { sources: &self.definition.sources, references: Vec::new(), scales: Vec::new() };
        let step = |draft| self.step(draft, table, reading, school, &mut appendix);
        let mut steps: Vec<Step> = record.steps.iter().map(step).collect();
        mark_decisive(&mut steps, rating);
        let judged = self.judge(&record, table, reading, school, &entry.name);
        let mut first_difference = None;
        for (publication, judged) in judged {
            if judged.first && first_difference.is_none_or(|known| judged.step < known) {
                first_difference = Some(judged.step);
            }
            let is_value = reading.publications.0.get(publication).is_some_and(|at| at.kind == PublishedKind::Value);
            if is_value && let Some(step) = steps.get_mut(judged.step) {
                step.published = Some(judged.compared);
            }
        }
        let waits_for = waits_for(&steps, rating);
        let scales = std::mem::take(&mut appendix.scales).into_iter().map(|(_, rows)| rows).collect();
        let citations = appendix.citations();
        Some(Trace { steps, rating, score, indicators, model: verdict, citations, scales, waits_for, first_difference })
    }

    /// Works a school out with all steps written down: the record, the model and how it was chosen.
    pub(crate) fn walk(
        &self,
        run: &Run<'_>,
        school: usize,
        supposed: &[(Port, Value)],
    ) -> (Record, Option<usize>, Option<Verdict>) {
        let mut school = run.supposing(school, supposed);
        let chosen = school.model();
        let verdict = self.model_verdict(&school, &chosen);
        let ModelChoice::At(place) = chosen else { return (Record::default(), None, verdict) };
        let Some(entry) = self.definition.models.at(place) else { return (Record::default(), None, verdict) };
        // A fresh run: what was remembered before was not written down.
        school = run.supposing(school.school, supposed);
        school.record = Some(RefCell::new(Record::default()));
        let shown = entry.value.indicators.iter().flat_map(|indicator| &indicator.parts);
        for operand in std::iter::once(&entry.value.rating).chain(&entry.value.score).chain(shown) {
            school.operand(operand);
        }
        (school.record.map(RefCell::into_inner).unwrap_or_default(), Some(place), verdict)
    }

    fn model_verdict(&self, school: &SchoolRun<'_>, chosen: &ModelChoice) -> Option<Verdict> {
        let models = self.definition.models.iter();
        let place = match chosen {
            ModelChoice::At(place) => *place,
            ModelChoice::None => return None,
            ModelChoice::Undetermined(_) => models.clone().position(|entry| {
                entry
                    .value
                    .when
                    .as_ref()
                    .is_some_and(|when| school.condition(when, 0) == crate::policy::condition::Truth::Undetermined)
            })?,
        };
        let when = self.definition.models.at(place)?.value.when.as_ref()?;
        Some(self.verdict(&school.verdict(when, 0)))
    }

    fn no_model(&self, undetermined: bool) -> Step {
        let reason = if undetermined { Reason::Undetermined } else { Reason::NotApplicable };
        Step {
            name: "models".to_owned(),
            attribute: Attribute::Value,
            years: 0,
            label: Words::Plain(String::new()),
            operator: "models",
            value: self.show(&Value::Absent(reason)),
            inputs: Vec::new(),
            decisive: true,
            observed: None,
            row: None,
            weights: None,
            moves: Vec::new(),
            penalty: None,
            rounding: None,
            conditions: Vec::new(),
            chosen: None,
            before_gate: None,
            compared_with: None,
            notes: Vec::new(),
            unverified: false,
            overridden: None,
            published: None,
            citations: Vec::new(),
            pointer: "/models".to_owned(),
        }
    }

    /// A verdict with the names as the definition writes them.
    fn verdict(&self, verdict: &Verdict<Operand>) -> Verdict {
        fn node(from: &VerdictNode<Operand>) -> VerdictNode {
            VerdictNode {
                rule: match &from.rule {
                    VerdictRule::All => VerdictRule::All,
                    VerdictRule::Any => VerdictRule::Any,
                    VerdictRule::Not => VerdictRule::Not,
                    VerdictRule::AtLeast { count } => VerdictRule::AtLeast { count: *count },
                    VerdictRule::Fact { fact, test, actual, when_unknown } => VerdictRule::Fact {
                        fact: fact.text.clone(),
                        test: test.clone(),
                        actual: actual.clone(),
                        when_unknown: *when_unknown,
                    },
                },
                truth: from.truth,
                decisive: from.decisive,
                label: from.label.clone(),
                citations: from.citations.clone(),
                parts: from.parts.iter().map(node).collect(),
            }
        }
        Verdict {
            truth: verdict.truth,
            root: node(&verdict.root),
            settles: verdict.settles.as_ref().map(|facts| facts.iter().map(|fact| fact.text.clone()).collect()),
        }
    }

    /// How a person calls what stands at a place: its own label, else that of the one thing it is made of, else its name.
    pub(crate) fn label(&self, port: Port) -> Words {
        let mut at = port.entry;
        // The graph has no circles, so the way down is no longer than the graph.
        for _ in 0..=self.graph.len() {
            let (own, below) = match self.graph.source(at) {
                Some(Source::Fact(fact)) => (self.definition.facts.at(fact).map(|entry| &entry.value.label), None),
                Some(Source::Measure(at)) => (self.definition.measures.at(at).map(|entry| &entry.value.label), None),
                Some(Source::Node(at)) => {
                    let node = self.definition.nodes.at(at).map(|entry| &entry.value);
                    (node.map(|node| &node.modifiers.label), node.and_then(|node| made_of(&node.operator)))
                }
                None => (None, None),
            };
            if let Some(Some(label)) = own {
                return label.clone();
            }
            // A year or a participation rate of something is not called by its name alone.
            match below.filter(|below| below.attribute == Attribute::Value && below.years == 0) {
                Some(below) => at = below.entry,
                None => break,
            }
        }
        Words::Plain(self.graph.name(port.entry).to_owned())
    }

    #[inline(never)]
    fn step<'a>(
        &'a self,
        draft: &Draft,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
        appendix: &mut Appendix<'a>,
    ) -> Step {
        let port = draft.port;
        let mut citations = Vec::new();
        let mut notes = draft.notes.clone();
        let mut unverified = false;
        let (operator, pointer, observed) = match self.graph.source(port.entry) {
            Some(Source::Fact(fact)) => {
                let entry = self.definition.facts.at(fact);
                appendix.cite(entry.and_then(|entry| entry.value.cite.as_ref()), &mut citations);
                let observed = fact_observed(fact, port, table, reading, school);
                ("fact", entry.map(|entry| entry.pointer.clone()), observed)
            }
            Some(Source::Measure(measure)) => {
                let entry = self.definition.measures.at(measure);
                appendix.cite(entry.and_then(|entry| entry.value.cite.as_ref()), &mut citations);
                if let Some(minimum) = entry.and_then(|entry| entry.value.minimum.as_ref()) {
                    let minimum = self.definition.minimums.get(minimum);
                    appendix.cite(minimum.and_then(|minimum| minimum.cite.as_ref()), &mut citations);
                }
                let observed = self.observed(measure, port, table, reading, school);
                ("measure", entry.map(|entry| entry.pointer.clone()), observed)
            }
            Some(Source::Node(node)) => match self.definition.nodes.at(node) {
                Some(entry) => {
                    let node = &entry.value;
                    appendix.cite(node.modifiers.cite.as_ref(), &mut citations);
                    self.table_citations(&node.operator, draft, appendix, &mut citations);
                    notes.extend(node.modifiers.note.clone());
                    unverified = node.modifiers.unverified.is_some();
                    notes.extend(node.modifiers.unverified.clone());
                    (node.operator.key(), Some(entry.pointer.clone()), None)
                }
                None => ("value", None, None),
            },
            None => ("value", None, None),
        };
        for (redistribution, step) in &draft.applied {
            appendix.cite(self.step_cite(redistribution, *step), &mut citations);
            let words = self.redistribution_step(redistribution, *step).and_then(|step| step.note.clone());
            notes.extend(words);
        }
        Step {
            name: self.graph.name(port.entry).to_owned(),
            attribute: port.attribute,
            years: port.years,
            label: self.label(port),
            operator,
            value: self.show_of(Some(port), &draft.value),
            inputs: draft.inputs.clone(),
            decisive: false,
            observed,
            row: self.row(draft, appendix),
            weights: draft.weights.clone(),
            moves: draft
                .moves
                .iter()
                .map(|moved| WeightMove {
                    from: moved.from.clone(),
                    to: moved.to.clone(),
                    amount: moved.amount.clone(),
                    pointer: item(&child(&child("/redistributions", &moved.redistribution), "steps"), moved.step),
                    citations: appendix.places(self.step_cite(&moved.redistribution, moved.step)),
                })
                .collect(),
            penalty: draft.penalty.as_ref().map(|penalty| AppliedPenalty {
                by: penalty.by.clone(),
                before: penalty.before.clone(),
                points: penalty.points.clone(),
                after: penalty.after.clone(),
                citations: self.penalty_citations(port, appendix),
            }),
            rounding: draft.rounding.as_ref().map(|(before, after, rule)| AppliedRounding {
                before: before.clone(),
                after: after.written(rule.places),
                rule: *rule,
            }),
            conditions: draft.conditions.iter().map(|verdict| self.verdict(verdict)).collect(),
            chosen: draft.chosen,
            before_gate: draft.before_gate.as_ref().map(|value| self.show_of(Some(port), value)),
            compared_with: draft.compared_with.as_ref().map(|(count, schools)| ComparedWith {
                count: *count,
                schools: schools
                    .iter()
                    .filter_map(|school| table.schools().get(*school).map(|school| school.id.to_string()))
                    .collect(),
            }),
            notes,
            unverified,
            overridden: draft.overridden.as_ref().map(|(computed, by)| AppliedOverride {
                computed: self.text(computed),
                who: by.who.clone(),
                when: by.when.clone(),
                why: by.why.clone(),
            }),
            published: None,
            citations,
            pointer: pointer.unwrap_or_default(),
        }
    }

    fn table_citations<'a>(
        &'a self,
        operator: &'a Operator,
        draft: &Draft,
        appendix: &mut Appendix<'a>,
        citations: &mut Vec<usize>,
    ) {
        let own = match operator {
            Operator::Scale(of) => self.scale(&of.scale).and_then(|scale| scale.cite.as_ref()),
            Operator::Grid(of) => self.definition.grids.get(&of.grid).and_then(|grid| grid.cite.as_ref()),
            Operator::Percentile(of) => {
                self.definition.references.get(&of.reference).and_then(|reference| reference.cite.as_ref())
            }
            _ => None,
        };
        appendix.cite(own, citations);
        let weights = draft.weights.as_ref().and_then(|name| self.definition.weights.get(name));
        appendix.cite(weights.and_then(|weights| weights.cite.as_ref()), citations);
    }

    /// Where a node's penalty comes from, and the scale that it goes by.
    fn penalty_citations<'a>(&'a self, port: Port, appendix: &mut Appendix<'a>) -> Vec<usize> {
        let mut citations = Vec::new();
        if let Some(Source::Node(node)) = self.graph.source(port.entry)
            && let Some(penalty) =
                self.definition.nodes.at(node).and_then(|entry| entry.value.modifiers.penalty.as_ref())
        {
            appendix.cite(penalty.cite.as_ref(), &mut citations);
            appendix.cite(self.scale(&penalty.scale).and_then(|scale| scale.cite.as_ref()), &mut citations);
        }
        citations
    }

    fn redistribution_step(&self, name: &str, step: usize) -> Option<&super::definition::RedistributionStep> {
        self.definition.redistributions.get(name)?.steps.get(step)
    }

    fn step_cite(&self, name: &str, step: usize) -> Option<&Cite> {
        let redistribution = self.definition.redistributions.get(name)?;
        let own = redistribution.steps.get(step).and_then(|step| step.cite.as_ref());
        own.or(redistribution.cite.as_ref())
    }

    fn observed(
        &self,
        measure: usize,
        port: Port,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
    ) -> Option<Observed> {
        let observation = reading.observed.measures.get(&port.years)?.get(measure)?.of(school)?;
        let binding = reading.observed.bindings.get(&port.years)?.get(measure)?;
        let field = match port.attribute {
            // A computed value stands in no file.
            _ if observation.basis == Basis::Computed => None,
            Attribute::Value => binding.value,
            Attribute::Participation => binding.participation,
            Attribute::N => binding.n,
            Attribute::ResponseRate => binding.response_rate,
        };
        Some(Observed {
            basis: if observation.basis == Basis::Computed { Basis::Computed } else { Basis::Reported },
            n: observation.n.number().cloned(),
            participation: observation.participation.number().cloned(),
            response_rate: observation.response_rate.number().cloned(),
            ..cell_observed(field, table, school)
        })
    }

    fn row(&self, draft: &Draft, appendix: &mut Appendix<'_>) -> Option<AppliedRow> {
        let row = draft.row.as_ref()?;
        let named = row.scale.as_ref().and_then(|name| self.definition.scales.get(name));
        let drawn = row.inline.as_ref().or(named);
        let rows = drawn.map(|scale| appendix.scale(row.scale.as_ref(), || self.bands(scale)));
        Some(AppliedRow { scale: row.scale.clone(), place: row.place.clone(), value: row.value.clone(), rows })
    }

    /// The rows of a scale, for drawing. Rows are read from the top, so an open end stops where a row above begins.
    pub(crate) fn bands(&self, scale: &Scale) -> Vec<ShownBand> {
        let owned = |end: Option<(&Exact, bool)>| end.map(|(value, included)| (value.clone(), included));
        if !scale.lookup.is_empty() {
            let word = |entry: &super::entries::Entry<Operand>| ShownBand {
                lower: None,
                upper: None,
                gives: format!("{} → {}", entry.name, entry.value.text),
            };
            return scale.lookup.iter().map(word).collect();
        }
        let mut shown: Vec<ShownBand> = Vec::with_capacity(scale.bands.len());
        for (place, band) in scale.bands.iter().enumerate() {
            let bounds = band.bounds();
            let (mut lower, mut upper) = (owned(bounds.lower()), owned(bounds.upper()));
            let above = scale.bands.iter().take(place).map(super::scale::Band::bounds);
            for other in above {
                if let (Some((low, included)), None) = (other.lower(), other.upper())
                    && upper.as_ref().is_none_or(|(end, _)| low <= end)
                {
                    upper = Some((low.clone(), !included));
                }
                if let (None, Some((high, included))) = (other.lower(), other.upper())
                    && lower.as_ref().is_none_or(|(end, _)| high >= end)
                {
                    lower = Some((high.clone(), !included));
                }
            }
            let gives = band.points.as_ref().map(Exact::to_string).or_else(|| band.rating.clone());
            shown.push(ShownBand { lower, upper, gives: gives.or_else(|| band.outcome.clone()).unwrap_or_default() });
        }
        shown
    }

    /// A value as plain text: a number, a rating, a word; empty for none.
    pub(crate) fn text(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => number.to_string(),
            Value::Word(word) => word.to_string(),
            Value::Rating { scale, level } => {
                self.level(*scale, *level).map(|level| level.rating.clone()).unwrap_or_default()
            }
            Value::Outcome(place) => {
                let label = self.definition.outcomes.at(*place).map(|entry| entry.value.label.in_language("en"));
                label.unwrap_or_default().to_owned()
            }
            Value::Absent(_) => String::new(),
        }
    }

    /// All published results of a school held against the computed ones, by the place of the publication.
    pub(crate) fn compare_school(
        &self,
        run: &Run<'_>,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
    ) -> Vec<(usize, Judged)> {
        let (record, model, _) = self.walk(run, school, &[]);
        match model.and_then(|model| self.definition.models.at(model)) {
            Some(model) => self.judge(&record, table, reading, school, &model.name),
            None => Vec::new(),
        }
    }

    fn judge(
        &self,
        record: &Record,
        table: &SchoolTable,
        reading: &Reading,
        school: usize,
        model: &str,
    ) -> Vec<(usize, Judged)> {
        let mut judged: Vec<(usize, Judged)> = Vec::new();
        for (place, publication) in reading.publications.0.iter().enumerate() {
            if publication.model.as_deref().is_some_and(|only| only != model) {
                continue;
            }
            let port = Port { entry: publication.entry, attribute: Attribute::Value, years: 0 };
            let Some(step) = record.places.get(&port).copied() else { continue };
            let Some(draft) = record.steps.get(step) else { continue };
            let Some(published) = publication.text(table, school) else { continue };
            let value = match (publication.kind, publication.part) {
                (PublishedKind::Weight, Some(part)) => {
                    let part = record.places.get(&Port { entry: part, ..port }).copied();
                    let input = part.and_then(|part| draft.inputs.iter().find(|input| input.step == Some(part)));
                    match input.and_then(|input| input.weight.as_ref()) {
                        // A blank weight is the weight of a part that doesn't count, or of a school without a total.
                        Some(weight) if !weight.effective.is_zero() && draft.value.is_present() => {
                            Value::Number(weight.effective.clone())
                        }
                        _ => Value::Absent(Reason::MissingParts),
                    }
                }
                _ => draft.value.clone(),
            };
            if published.text.is_empty() && !value.is_present() {
                continue;
            }
            let compared = Compared {
                agrees: published.agrees(self, &value),
                published: published.text,
                computed: self.text(&value),
            };
            judged.push((place, Judged { compared, first: false, step }));
        }
        // The calculation parts where nothing that goes in differs.
        let differing: Vec<usize> =
            judged.iter().filter(|(_, judged)| !judged.compared.agrees).map(|(_, judged)| judged.step).collect();
        for (_, judged) in &mut judged {
            if !judged.compared.agrees {
                judged.first = !reaches(record, judged.step, &differing);
            }
        }
        judged
    }
}

/// Where a fact of a school stands; none where it is not in a column of its own, and what it is taken to be applies.
fn fact_observed(fact: usize, port: Port, table: &SchoolTable, reading: &Reading, school: usize) -> Option<Observed> {
    let field = (*reading.observed.fact_fields.get(&port.years)?.get(fact)?)?;
    table.cell(school, field).map(|_| cell_observed(Some(field), table, school))
}

/// What stands in a file for a school.
fn cell_observed(field: Option<FieldIndex>, table: &SchoolTable, school: usize) -> Observed {
    let cell = field.and_then(|field| table.cell(school, field));
    let column = field.and_then(|field| table.fields().get(field.position())).map(|field| match &field.attribute {
        Some(attribute) => format!("{} · {attribute}", field.name),
        None => field.name.clone(),
    });
    Observed {
        basis: Basis::Reported,
        n: None,
        participation: None,
        response_rate: None,
        text: cell.as_ref().map(|cell| cell.text.to_owned()),
        file: cell.as_ref().map(|cell| cell.file.to_string()),
        line: cell.as_ref().map(|cell| cell.line),
        column,
    }
}

/// Whether a step has one of these among all that goes into it.
fn reaches(record: &Record, from: usize, wanted: &[usize]) -> bool {
    let mut seen = Set::from([(from, ())]);
    let mut ahead = vec![from];
    while let Some(step) = ahead.pop() {
        let inputs = record.steps.get(step).map(|draft| draft.inputs.as_slice()).unwrap_or_default();
        for next in inputs.iter().filter_map(|input| input.step) {
            if wanted.contains(&next) {
                return true;
            }
            if seen.add(next) {
                ahead.push(next);
            }
        }
    }
    false
}

fn mark_decisive(steps: &mut [Step], rating: usize) {
    let absences: Vec<Option<bool>> = steps.iter().map(|step| absence(&step.value)).collect();
    for step in steps.iter_mut() {
        let chosen = step.chosen;
        let gated = step.before_gate.is_some();
        let operator = step.operator;
        let own = absence(&step.value);
        let absent = own.is_some();
        // A result that isn't there hangs on the parts that aren't there: on those that are open, or missing, as it is itself.
        let of = |input: &Input| input.step.and_then(|at| *absences.get(at)?).filter(|_| input.role == Role::Part);
        let alike = step.inputs.iter().any(|input| own.is_some() && of(input) == own);
        let lacking = step.inputs.iter().any(|input| own.is_some() && of(input).is_some());
        let behind = |input: &Input| if alike { of(input) == own } else { of(input).is_some() };
        let mut part = 0_usize;
        for input in &mut step.inputs {
            let this_part = part;
            if input.role == Role::Part {
                part += 1;
            }
            input.decisive = match (operator, input.role) {
                (_, Role::Part) if lacking => behind(input),
                ("bestOf" | "worstOf", Role::Part) => chosen.is_none_or(|chosen| chosen == this_part),
                ("gate", Role::Condition | Role::Result) => gated || absent,
                (_, Role::Needed) => absent,
                (_, Role::Part) => input.weight.as_ref().is_none_or(|weight| absent || !weight.effective.is_zero()),
                _ => true,
            };
        }
    }
    let mut ahead = vec![rating];
    while let Some(place) = ahead.pop() {
        let Some(step) = steps.get_mut(place) else { continue };
        if step.decisive {
            continue;
        }
        step.decisive = true;
        ahead.extend(step.inputs.iter().filter(|input: &&Input| input.decisive).filter_map(|input| input.step));
    }
}

/// Whether a value is open, if it is none.
fn absence(value: &Shown) -> Option<bool> {
    match value {
        Shown::Absent { reason } => Some(reason.is_open()),
        Shown::Outcome { .. } => Some(false),
        _ => None,
    }
}

/// The names of what isn't known yet and stands behind an open value.
fn waits_for(steps: &[Step], rating: usize) -> Vec<String> {
    let open = |step: &Step| absence(&step.value) == Some(true);
    let mut names = Vec::new();
    let mut seen = Set::new();
    let mut ahead = vec![rating];
    while let Some(place) = ahead.pop() {
        let Some(step) = steps.get(place) else { continue };
        if !seen.add(place) || !open(step) {
            continue;
        }
        let behind: Vec<usize> =
            step.inputs.iter().filter_map(|input| input.step).filter(|at| steps.get(*at).is_some_and(open)).collect();
        if behind.is_empty() && !names.contains(&step.name) {
            names.push(step.name.clone());
        }
        ahead.extend(behind);
    }
    crate::order::sort(&mut names);
    names
}
