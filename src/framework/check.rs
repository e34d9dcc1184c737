//! What can't be meant: gaps and dead rows in scales, weights that don't add up, names that don't exist, rules without a
//! source.

use super::Framework;
use super::definition::{Computed, GridKey, Redistribution, Statistic, Unit, Weights};
use super::entries::Entries;
use super::expand::has_placeholder;
use super::graph::Source;
use super::kinds::Kind;
use super::node::{Combine, Effect, Finding, Missing, Modifiers, Node, Operator, Penalty, ScaleChoice, WeightsChoice};
use super::notices::{
    AmbiguousRating, AnchorsNotAscending, CategoryMismatch, DeadRow, Gap, GridShape, MeasureWithoutOrigin,
    NegativeWeight, NoCitation, NoModel, NotAPart, NotCountable, OneKindOfScale, OneResult, Overlap, PartCount,
    PartWithoutStep, PublishedUnclear, RangeReversed, RedistributionCycle, SharesTotal, StepUnclear, TooFewAnchors,
    UnknownElement, UnknownName, UnknownRating, Unused, WeightsTotal, WrongKind,
};
use super::observations::same_word;
use super::reference::{Attribute, Operand, Port};
use super::scale::{Bounds, Scale};
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told, nearest};
use crate::order::{self, Set};
use crate::policy::condition::Condition;
use crate::policy::json::{child, item};
use crate::policy::source::Cite;
use crate::records::plan::{EnrollmentRule, MOST_DAYS, YearDay};

/// Checks a resolved definition.
pub(crate) fn check(framework: &Framework, notices: &mut Vec<Notice>) {
    let mut checker = Checker { framework, notices };
    checker.sections();
    checker.nodes();
    checker.unused();
}

struct Checker<'a> {
    framework: &'a Framework,
    notices: &'a mut Vec<Notice>,
}

impl Checker<'_> {
    fn tell(&mut self, told: impl Told, pointer: impl Into<String>) {
        self.notices.push(told.at(Place::pointer(pointer)));
    }

    fn cite(&mut self, cite: Option<&Cite>, pointer: &str, name: &str) {
        match cite {
            Some(cite) => {
                cite.resolve(&self.framework.definition.sources, &child(pointer, "cite"), self.notices);
            }
            None => self.tell(NoCitation { rule: name.to_owned() }, pointer),
        }
    }

    /// A citation that may be missing.
    fn cite_if_any(&mut self, cite: Option<&Cite>, pointer: &str) {
        if let Some(cite) = cite {
            cite.resolve(&self.framework.definition.sources, &child(pointer, "cite"), self.notices);
        }
    }

    fn known<T>(&mut self, kind: &str, name: &str, entries: &Entries<T>, pointer: &str) {
        if entries.get(name).is_none() {
            let suggestion = nearest(name, entries.names());
            self.tell(UnknownName { kind: kind.to_owned(), name: name.to_owned(), suggestion }, pointer);
        }
    }

    /// What a statistic needs, and whether student records can have the elements that it names.
    fn computed(&mut self, computed: &Computed, pointer: &str) {
        let missing = match computed.statistic {
            Statistic::Share if computed.counts.is_empty() && computed.at_least.is_none() => Some("counts"),
            Statistic::Index if computed.worth.is_empty() => Some("worth"),
            Statistic::Rate | Statistic::ChronicAbsence if computed.per.is_none() => Some("per"),
            Statistic::ChronicAbsence if computed.at_least.is_none() => Some("atLeast"),
            _ => None,
        };
        if let Some(field) = missing {
            self.tell(crate::policy::notices::MissingField { field: field.to_owned() }, pointer);
        }
        if computed.statistic == Statistic::Share && !computed.counts.is_empty() && computed.at_least.is_some() {
            let choices = vec!["counts".to_owned(), "atLeast".to_owned()];
            self.tell(crate::policy::notices::OneChoice { choices }, pointer);
        }
        if computed.years == Some(0) {
            let most = i64::from(u8::MAX).into();
            let told = crate::policy::notices::OutOfRange { value: 0.into(), least: 1.into(), most };
            self.tell(told, child(pointer, "years"));
        }
        if let Some(rule) = &computed.enrollment {
            let rules = &self.framework.definition.enrollments;
            self.known("enrollments", rule, rules, &child(pointer, "enrollment"));
            let full_year =
                computed.full_academic_year || computed.participation.as_ref().is_some_and(|of| of.full_academic_year);
            // A rule that changes nothing isn't what its author meant.
            if !full_year && rules.get(rule).is_some_and(|rule| rule.counts_at.is_none()) {
                let field = "fullAcademicYear".to_owned();
                self.tell(crate::policy::notices::MissingField { field }, pointer);
            }
        }
        let known = |element: &str| crate::records::element::NAMES.contains(&element);
        let names_known = known(&computed.of) && computed.per.as_deref().is_none_or(known);
        if missing.is_none()
            && names_known
            && !super::computed::slice(computed, &self.framework.definition).can_be_counted()
        {
            let mut elements = vec![computed.of.clone()];
            elements.extend(computed.per.clone());
            self.tell(NotCountable { elements }, pointer);
        }
        let mut elements = vec![(computed.of.as_str(), child(pointer, "of"))];
        elements.extend(computed.per.as_deref().map(|per| (per, child(pointer, "per"))));
        let mut chosen = vec![(&computed.filter, child(pointer, "where")), (&computed.group, child(pointer, "group"))];
        let any = child(pointer, "anyGroup");
        chosen.extend(computed.any_group.iter().enumerate().map(|(place, group)| (group, item(&any, place))));
        elements.extend(chosen.iter().flat_map(|(by, pointer)| by.names().map(|name| (name, child(pointer, name)))));
        for (element, pointer) in elements {
            if !known(element) {
                let suggestion = nearest(element, crate::records::element::NAMES.iter().copied());
                self.tell(UnknownElement { element: element.to_owned(), suggestion }, pointer);
            }
        }
    }

    /// A rule on stays says something, each end of a span has the other, and its days are days.
    fn enrollment(&mut self, rule: &EnrollmentRule, pointer: &str) {
        if let Some(day) = rule.counts_at.as_deref().filter(|day| *day != MOST_DAYS) {
            self.year_day(day, child(pointer, "countsAt"));
        }
        let within = child(pointer, "fullYear");
        let (place, lacking) = match &rule.full_year {
            None if rule.counts_at.is_none() => (pointer, "fullYear"),
            None => return,
            Some(year) => {
                for (place, day) in year.on.iter().enumerate() {
                    self.year_day(day, item(&child(&within, "on"), place));
                }
                let from = year.from.as_deref().and_then(|day| self.year_day(day, child(&within, "from")));
                let through = year.through.as_deref().and_then(|day| self.year_day(day, child(&within, "through")));
                let lacking = match (&year.from, &year.through) {
                    (Some(first), Some(last)) => {
                        if from > through && through.is_some() {
                            let (from, until) = (first.clone(), last.clone());
                            self.tell(crate::policy::notices::DatesReversed { from, until }, within.as_str());
                        }
                        ""
                    }
                    (Some(_), None) => "through",
                    (None, Some(_)) => "from",
                    (None, None) if year.on.is_empty() && year.least_days.is_none() => "from",
                    (None, None) => "",
                };
                let share = year.of_days.is_some() && year.least_days.is_none();
                (within.as_str(), if share { "leastDays" } else { lacking })
            }
        };
        if !lacking.is_empty() {
            self.tell(crate::policy::notices::MissingField { field: lacking.to_owned() }, place);
        }
    }

    fn year_day(&mut self, written: &str, pointer: String) -> Option<YearDay> {
        let day = YearDay::parse(written);
        if day.is_none() {
            let (written, expected) = (written.to_owned(), "year-day".to_owned());
            self.tell(crate::policy::notices::InvalidValue { written, expected }, pointer);
        }
        day
    }

    fn sections(&mut self) {
        let definition = &self.framework.definition;
        if definition.models.is_empty() {
            self.tell(NoModel {}, "");
        }
        if let Some(effective) = &definition.effective {
            effective.check("/effective", self.notices);
        }
        if !crate::policy::header::is_identifier(&definition.id) {
            self.tell(crate::policy::notices::Identifier { written: definition.id.clone() }, "/id");
        }
        for entry in &definition.facts {
            self.cite_if_any(entry.value.cite.as_ref(), &entry.pointer);
        }
        for entry in &definition.minimums {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
        }
        for entry in &definition.enrollments {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            self.enrollment(&entry.value, &entry.pointer);
        }
        for entry in &definition.measures {
            let measure = &entry.value;
            self.cite(measure.cite.as_ref(), &entry.pointer, &entry.name);
            if let Some(minimum) = &measure.minimum {
                self.known("minimums", minimum, &definition.minimums, &child(&entry.pointer, "minimum"));
            }
            if let Some((lower, upper)) = &measure.range
                && lower > upper
            {
                let told = RangeReversed { lower: lower.clone().into(), upper: upper.clone().into() };
                self.tell(told, child(&entry.pointer, "range"));
            }
            if measure.reported.is_none() && measure.computed.is_none() {
                self.tell(MeasureWithoutOrigin {}, &entry.pointer);
            }
            if let Some(computed) = &measure.computed {
                self.computed(computed, &child(&entry.pointer, "computed"));
            }
            if measure.unit == Unit::Category && measure.categories.is_empty() {
                self.tell(crate::policy::notices::MissingField { field: "categories".to_owned() }, &entry.pointer);
            }
        }
        for entry in &definition.scales {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            self.scale(&entry.value, &entry.pointer);
        }
        for entry in &definition.grids {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            let grid = &entry.value;
            let shape =
                grid.cells.len() == grid.rows.len() && grid.cells.iter().all(|cells| cells.len() == grid.columns.len());
            if !shape || grid.rows.is_empty() || grid.columns.is_empty() {
                let told = GridShape { rows: count(grid.rows.len()), columns: count(grid.columns.len()) };
                self.tell(told, child(&entry.pointer, "cells"));
            }
            for (keys, side) in [(&grid.rows, "rows"), (&grid.columns, "columns")] {
                self.grid_keys(keys, &child(&entry.pointer, side));
            }
            for (row, cells) in grid.cells.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    if let Some(cell) = cell
                        && cell.number().is_none()
                    {
                        let pointer = item(&item(&child(&entry.pointer, "cells"), row), column);
                        self.rating(&cell.text, grid.ratings.as_deref(), &pointer);
                    }
                }
            }
        }
        for entry in &definition.ratings {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            let levels = &entry.value.lowest_first;
            if levels.is_empty() {
                self.tell(crate::policy::notices::Empty {}, child(&entry.pointer, "lowestFirst"));
            }
            for (place, level) in levels.iter().enumerate() {
                if levels.iter().take(place).any(|other| other.is(&level.rating)) {
                    let pointer = item(&child(&entry.pointer, "lowestFirst"), place);
                    self.tell(crate::policy::notices::DuplicateKey { key: level.rating.clone() }, pointer);
                }
            }
        }
        for entry in &definition.outcomes {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
        }
        for entry in &definition.weights {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            let mut total = Ok(Exact::ZERO);
            for part in &entry.value.parts {
                match part.value.number() {
                    Some(weight) => {
                        if weight.is_negative() {
                            let pointer = child(&child(&entry.pointer, "parts"), &part.name);
                            self.tell(NegativeWeight { weight: weight.clone().into() }, pointer);
                        }
                        total = total.and_then(|total| total.add(weight));
                    }
                    // Each school's own weights add up to what they add up to.
                    None => total = Err(crate::exact::ExactError::TooManyDigits),
                }
            }
            if entry.value.parts.is_empty() {
                self.tell(crate::policy::notices::Empty {}, child(&entry.pointer, "parts"));
            }
            if let (Some(expected), Ok(found)) = (&entry.value.total, &total)
                && expected != found
            {
                let told = WeightsTotal { found: found.clone().into(), expected: expected.clone().into() };
                self.tell(told, child(&entry.pointer, "total"));
            }
        }
        for entry in &definition.redistributions {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            self.redistribution(&entry.value, &entry.pointer);
        }
        for entry in &definition.references {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            let distribution = &entry.value;
            if distribution.values.is_empty() == distribution.anchors.is_empty() {
                self.tell(TooFewAnchors {}, &entry.pointer);
            }
            let anchors: Vec<&Exact> = distribution.anchors.iter().map(|anchor| &anchor.value).collect();
            self.ascending(&anchors, &child(&entry.pointer, "anchors"));
        }
        for entry in &definition.models {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            if let Some(when) = &entry.value.when {
                self.condition(when, &child(&entry.pointer, "when"));
            }
        }
        for entry in &definition.labels {
            self.cite(entry.value.cite.as_ref(), &entry.pointer, &entry.name);
            self.condition(&entry.value.when, &child(&entry.pointer, "when"));
        }
        if let Some(overrides) = &definition.overrides {
            self.cite(overrides.cite.as_ref(), "/overrides", "overrides");
        }
        for (place, published) in definition.published.iter().enumerate() {
            let pointer = format!("/published/{place}");
            let what = [&published.node, &published.parts_of, &published.weights_of];
            let one = what.iter().filter(|operand| operand.is_some()).count() == 1;
            if !one || (published.column.is_empty() && published.attribute.is_empty()) {
                self.tell(PublishedUnclear {}, &pointer);
            }
            if let Some(model) = &published.model {
                self.known("models", model, &definition.models, &child(&pointer, "model"));
            }
        }
    }

    fn condition(&mut self, condition: &Condition<Operand>, pointer: &str) {
        let kind_of = |operand: &Operand| operand.port().and_then(|port: Port| self.framework.kind_of(port));
        let mut found = Vec::new();
        condition.problems(pointer, &kind_of, &mut found);
        self.notices.append(&mut found);
    }

    fn ascending(&mut self, anchors: &[&Exact], pointer: &str) {
        for (place, pair) in anchors.windows(2).enumerate() {
            if let [low, high] = pair
                && low >= high
            {
                self.tell(AnchorsNotAscending { value: (*high).clone().into() }, item(pointer, place + 1));
            }
        }
    }

    fn scale(&mut self, scale: &Scale, pointer: &str) {
        let kinds = [!scale.bands.is_empty(), !scale.lookup.is_empty(), !scale.linear.is_empty()];
        if kinds.iter().filter(|kind| **kind).count() != 1 {
            self.tell(OneKindOfScale {}, pointer);
            return;
        }
        if let Some(name) = &scale.ratings {
            self.known("ratings", name, &self.framework.definition.ratings, &child(pointer, "ratings"));
        }
        if let Some((lower, upper)) = &scale.domain
            && lower > upper
        {
            self.tell(
                RangeReversed { lower: lower.clone().into(), upper: upper.clone().into() },
                child(pointer, "domain"),
            );
        }
        for entry in &scale.lookup {
            if entry.value.number().is_none() {
                let pointer = child(&child(pointer, "lookup"), &entry.name);
                self.rating(&entry.value.text, scale.ratings.as_deref(), &pointer);
            }
        }
        if !scale.linear.is_empty() {
            if scale.linear.len() < 2 {
                self.tell(TooFewAnchors {}, child(pointer, "linear"));
            }
            let anchors: Vec<&Exact> = scale.linear.iter().map(|anchor| &anchor.value).collect();
            self.ascending(&anchors, &child(pointer, "linear"));
        }
        let bands = child(pointer, "bands");
        for (place, band) in scale.bands.iter().enumerate() {
            let results =
                [band.points.is_some(), band.rating.is_some(), band.outcome.is_some(), band.unknown.is_some()];
            if results.iter().filter(|result| **result).count() != 1 {
                self.tell(OneResult {}, item(&bands, place));
            }
            if let Some(rating) = &band.rating {
                self.rating(rating, scale.ratings.as_deref(), &child(&item(&bands, place), "rating"));
            }
            if let Some(outcome) = &band.outcome {
                let pointer = child(&item(&bands, place), "outcome");
                self.known("outcomes", outcome, &self.framework.definition.outcomes, &pointer);
            }
        }
        let rows: Vec<Bounds> = scale.bands.iter().map(super::scale::Band::bounds).collect();
        let whole = scale.whole_numbers || scale.round_value.is_some_and(|rule| rule.places == 0);
        self.rows(&rows, scale.domain.as_ref(), whole, &bands);
    }

    fn grid_keys(&mut self, keys: &[GridKey], pointer: &str) {
        let rows: Vec<Bounds> = keys.iter().filter(|key| key.is.is_none()).map(GridKey::bounds).collect();
        if rows.len() == keys.len() {
            self.rows(&rows, None, false, pointer);
        }
        for (place, key) in keys.iter().enumerate() {
            let again = key.is.as_ref().is_some_and(|is| {
                keys.iter().take(place).filter_map(|other| other.is.as_ref()).any(|other| same_word(other, is))
            });
            if again || (key.is.is_some() && key.bounds() != Bounds::default()) {
                self.tell(DeadRow { row: count(place + 1) }, item(pointer, place));
            }
        }
    }

    /// Dead rows, overlaps and gaps of rows that are read from the top.
    fn rows(&mut self, rows: &[Bounds], domain: Option<&(Exact, Exact)>, whole: bool, pointer: &str) {
        let cuts = cuts(rows, domain, whole);
        let first_row = |value: &Exact| rows.iter().position(|row| holds(row, value));
        let reached: Vec<Option<usize>> = cuts.iter().map(first_row).collect();
        for (place, row) in rows.iter().enumerate() {
            if row.is_empty() || !reached.contains(&Some(place)) {
                self.tell(DeadRow { row: count(place + 1) }, item(pointer, place));
            }
        }
        // Rows that all look the same way ("at least 90", "at least 70") are a ladder: the upper one is meant first. Two rows
        // of which one says both its ends can't both claim a value.
        for (second, row) in rows.iter().enumerate() {
            for (first, above) in rows.iter().enumerate().take(second) {
                let closed = |row: &Bounds| row.lower().is_some() && row.upper().is_some();
                let opposite = (above.lower().is_some()
                    && above.upper().is_none()
                    && row.upper().is_some()
                    && row.lower().is_none())
                    || (above.upper().is_some()
                        && above.lower().is_none()
                        && row.lower().is_some()
                        && row.upper().is_none());
                let catches_all = row.lower().is_none() && row.upper().is_none();
                if (closed(row) || opposite || closed(above)) && !catches_all && share(above, row, whole) {
                    let told = Overlap { first: count(first + 1), second: count(second + 1) };
                    self.tell(told, item(pointer, second));
                }
            }
        }
        // A gap lies between two values that are taken, or inside the domain.
        let inside = |value: &Exact| domain.is_some_and(|(low, high)| value >= low && value <= high);
        let taken = |value: &Exact| first_row(value).is_some();
        let (first, last) = (cuts.iter().find(|cut| taken(cut)), cuts.iter().rev().find(|cut| taken(cut)));
        let between = |value: &Exact| first.is_some_and(|first| value > first) && last.is_some_and(|last| value < last);
        let is_bound = |value: &Exact| {
            rows.iter().flat_map(|row| [row.lower(), row.upper()]).flatten().any(|(bound, _)| bound == value)
                || domain.is_some_and(|(low, high)| value == low || value == high)
        };
        let mut open: Option<(Exact, Option<usize>)> = None;
        let mut previous: Option<&Exact> = None;
        // Each gap is told at the row that ends before it, so that none hides another.
        let before = |row: Option<usize>| row.map_or_else(|| pointer.to_owned(), |row| item(pointer, row));
        for cut in &cuts {
            let lacks = !taken(cut) && (inside(cut) || between(cut));
            // A gap ends at a bound: at this value or, where this one only stands for what lies between, at the one before.
            let end = if is_bound(cut) { cut } else { previous.unwrap_or(cut) };
            if lacks && open.is_none() {
                open = Some((end.clone(), previous.and_then(first_row)));
            }
            if !lacks && let Some((lower, row)) = open.take() {
                self.tell(Gap { lower: lower.to_string(), upper: end.to_string() }, before(row));
            }
            previous = Some(cut);
        }
        if let Some((lower, row)) = open {
            let upper = domain.map(|(_, high)| high.to_string()).unwrap_or_default();
            self.tell(Gap { lower: lower.to_string(), upper }, before(row));
        }
    }

    fn rating(&mut self, text: &str, scale: Option<&str>, pointer: &str) {
        let framework = self.framework;
        if framework.rating(text, scale).is_some() {
            return;
        }
        let holding: Vec<String> = framework
            .definition
            .ratings
            .iter()
            .filter(|entry| entry.value.lowest_first.iter().any(|level| level.is(text)))
            .map(|entry| entry.name.clone())
            .collect();
        if scale.is_none() && holding.len() > 1 {
            self.tell(AmbiguousRating { rating: text.to_owned(), scales: holding }, pointer);
            return;
        }
        let scales = framework.definition.ratings.iter().filter(|entry| scale.is_none_or(|scale| scale == entry.name));
        let known: Vec<&str> =
            scales.flat_map(|entry| entry.value.lowest_first.iter().map(|level| level.rating.as_str())).collect();
        let suggestion = nearest(text, known);
        self.tell(UnknownRating { rating: text.to_owned(), suggestion }, pointer);
    }

    fn finding(&mut self, finding: &Finding, ratings: Option<&str>, pointer: &str) {
        match finding {
            Finding::Rating(rating) => self.rating(rating, ratings, &child(pointer, "rating")),
            Finding::Outcome(outcome) => {
                let pointer = child(pointer, "outcome");
                self.known("outcomes", outcome, &self.framework.definition.outcomes, &pointer);
            }
            Finding::Value(_) | Finding::Absent(_) | Finding::Unknown(_) => {}
        }
    }

    fn redistribution(&mut self, redistribution: &Redistribution, pointer: &str) {
        for (place, step) in redistribution.steps.iter().enumerate() {
            let pointer = item(&child(pointer, "steps"), place);
            self.cite_if_any(step.cite.as_ref(), &pointer);
            let triggers = [!step.if_missing.is_empty(), !step.if_all_missing.is_empty()];
            let results = [step.becomes.is_some(), !step.to.is_empty(), !step.to_present.is_empty()];
            let one = |flags: &[bool]| flags.iter().filter(|flag| **flag).count() == 1;
            if !one(&triggers) || !one(&results) || (!step.otherwise.is_empty() && step.to_present.is_empty()) {
                self.tell(StepUnclear {}, &pointer);
            }
            for (shares, key) in [(&step.to, "to"), (&step.otherwise, "otherwise")] {
                let total = shares.iter().try_fold(Exact::ZERO, |total, entry| total.add(&entry.value));
                if let Ok(total) = total
                    && !shares.is_empty()
                    && total != Exact::ONE
                {
                    self.tell(SharesTotal { found: total.into() }, child(&pointer, key));
                }
            }
            if let Some(finding) = &step.becomes {
                self.finding(finding, None, &child(&pointer, "becomes"));
            }
            // Weight that goes, present or not, to a part whose own step is over would stay there.
            for receiver in step.to.names().chain(step.otherwise.names()) {
                let moves = |operand: &Operand| operand.text == receiver;
                let own: Vec<usize> = redistribution
                    .steps
                    .iter()
                    .enumerate()
                    .filter(|(_, other)| other.becomes.is_none())
                    .filter(|(_, other)| other.if_missing.iter().any(moves) || other.if_all_missing.iter().any(moves))
                    .map(|(at, _)| at)
                    .collect();
                let ends = redistribution
                    .steps
                    .iter()
                    .any(|other| other.becomes.is_some() && other.if_missing.iter().any(moves));
                if !ends && !own.is_empty() && own.iter().all(|at| *at <= place) {
                    let from = step.if_missing.first().map(|operand| operand.text.clone()).unwrap_or_default();
                    self.tell(RedistributionCycle { from, to: receiver.to_owned() }, child(&pointer, "to"));
                }
            }
        }
        if let Some(finding) = &redistribution.leftover {
            self.finding(finding, None, &child(pointer, "leftover"));
        }
    }

    fn nodes(&mut self) {
        for entry in &self.framework.definition.nodes {
            self.node(&entry.value, &entry.name, &entry.pointer);
        }
    }

    fn node(&mut self, node: &Node, name: &str, pointer: &str) {
        let definition = &self.framework.definition;
        let modifiers = &node.modifiers;
        if let Some(cite) = &modifiers.cite {
            cite.resolve(&definition.sources, &child(pointer, "cite"), self.notices);
        } else if needs_citation(node) {
            self.tell(NoCitation { rule: name.to_owned() }, pointer);
        }
        if let Some(penalty) = &modifiers.penalty {
            let at = child(pointer, "penalty");
            self.cite_if_any(penalty.cite.as_ref(), &at);
            self.scale_choice(&penalty.scale, None, &child(&at, "scale"));
            self.penalty(penalty, &at);
        }
        // Only numbers lose points, and only numbers are rounded.
        let kind = self
            .framework
            .graph
            .place(name)
            .and_then(|place| self.framework.kind(Port { entry: place, attribute: Attribute::Value, years: 0 }));
        if let Some(kind @ (Kind::Word | Kind::Rating(_))) = kind {
            let operand = Operand::new(name);
            let numeric = [modifiers.penalty.as_ref().map(|_| "penalty"), modifiers.round.map(|_| "round")];
            for key in numeric.into_iter().flatten() {
                self.wrong_kind(&operand, kind, "number", &child(pointer, key));
            }
        }
        if let Some(finding) = &modifiers.if_absent {
            self.finding(finding, None, &child(pointer, "ifAbsent"));
        }
        if let Some(needs) = &modifiers.needs {
            let at = child(pointer, "needs");
            if let Some(finding) = &needs.otherwise {
                self.finding(finding, None, &child(&at, "otherwise"));
            }
            // More parts than there are would always be missing.
            let parts = self.parts(&node.operator);
            if needs.at_least.is_some_and(|least| u64::from(least) > count(parts)) {
                let told = PartCount { operator: node.operator.key().to_owned(), found: count(parts) };
                self.tell(told, child(&at, "atLeast"));
            }
        }
        match &modifiers.missing {
            Some(_) if !has_parts(&node.operator) => {
                let told = crate::policy::notices::UnknownField {
                    field: "missing".to_owned(),
                    suggestion: "ifAbsent".to_owned(),
                    fields: Modifiers::KEYS.into_iter().filter(|key| *key != "missing").map(str::to_owned).collect(),
                };
                self.tell(told, child(pointer, "missing"));
            }
            Some(Missing::Becomes(finding)) => {
                self.finding(finding, None, &child(&child(pointer, "missing"), "becomes"));
            }
            Some(Missing::Redistribute(redistribution)) => {
                let at = child(&child(pointer, "missing"), "redistribute");
                self.known("redistributions", redistribution, &definition.redistributions, &at);
                if !matches!(node.operator, Operator::WeightedMean(_) | Operator::WeightedSum(_)) {
                    let told = crate::policy::notices::UnknownChoice {
                        written: "redistribute".to_owned(),
                        suggestion: String::new(),
                        choices: ["absent", "skip", "as", "becomes"].map(str::to_owned).to_vec(),
                    };
                    self.tell(told, at);
                }
            }
            _ => {}
        }
        self.part_count(node, pointer);
        match &node.operator {
            Operator::Scale(of) => self.scale_choice(&of.scale, Some(&of.of), &child(pointer, "scale")),
            Operator::Grid(of) => self.known("grids", &of.grid, &definition.grids, &child(pointer, "grid")),
            Operator::WeightedMean(of) => {
                self.weighted(&of.weighted_mean, modifiers.missing.as_ref(), pointer, "weightedMean")
            }
            Operator::WeightedSum(of) => {
                self.weighted(&of.weighted_sum, modifiers.missing.as_ref(), pointer, "weightedSum")
            }
            Operator::Choose(of) => {
                if let Some(ratings) = &of.ratings {
                    self.known("ratings", ratings, &definition.ratings, &child(pointer, "ratings"));
                }
                for (place, case) in of.choose.iter().enumerate() {
                    let at = item(&child(pointer, "choose"), place);
                    self.condition(&case.when, &child(&at, "when"));
                    self.finding(&case.then, of.ratings.as_deref(), &child(&at, "then"));
                }
                if let Some(finding) = &of.otherwise {
                    self.finding(finding, of.ratings.as_deref(), &child(pointer, "otherwise"));
                }
            }
            Operator::Gate(of) => {
                self.condition(&of.when, &child(pointer, "when"));
                let ratings = match self.framework.operand_kind(&of.gate) {
                    Some(Kind::Rating(scale)) => definition.ratings.at(scale).map(|entry| entry.name.clone()),
                    _ => None,
                };
                match &of.effect {
                    Effect::AtMost(finding) | Effect::AtLeast(finding) | Effect::Becomes(finding) => {
                        self.finding(finding, ratings.as_deref(), &child(pointer, of.effect.key()));
                    }
                    Effect::Lower(_) | Effect::Raise(_) => {
                        if let Some(kind @ (Kind::Number | Kind::Word)) = self.framework.operand_kind(&of.gate) {
                            self.wrong_kind(&of.gate, kind, "rating", &child(pointer, "gate"));
                        }
                    }
                }
            }
            Operator::Count(of) => {
                for (place, condition) in of.count.iter().enumerate() {
                    self.condition(condition, &item(&child(pointer, "count"), place));
                }
            }
            Operator::Holds(of) => self.condition(&of.holds, &child(pointer, "holds")),
            Operator::Percentile(of) => {
                self.known("references", &of.reference, &definition.references, &child(pointer, "in"));
            }
            Operator::Rank(of) => self.among(of.among.as_ref(), pointer),
            Operator::PercentRank(of) => self.among(of.among.as_ref(), pointer),
            Operator::Lowest(of) => {
                self.among(of.among.as_ref(), pointer);
                if of.lowest.is_negative() || of.lowest > Exact::ONE {
                    let (least, most) = (0.into(), 1.into());
                    let told = crate::policy::notices::OutOfRange { value: of.lowest.clone().into(), least, most };
                    self.tell(told, child(pointer, "lowest"));
                }
            }
            Operator::Nearest(of) => {
                self.among(of.among.as_ref(), pointer);
                if of.schools == 0 {
                    let (least, most) = (1.into(), i64::from(u32::MAX).into());
                    let told = crate::policy::notices::OutOfRange { value: 0.into(), least, most };
                    self.tell(told, child(pointer, "schools"));
                }
            }
            Operator::Parts(of) => {
                self.among(of.among.as_ref(), pointer);
                if of.combine == Combine::WeightedMean && of.weight_by.is_none() {
                    let told = crate::policy::notices::MissingField { field: "weightBy".to_owned() };
                    self.tell(told, pointer);
                }
            }
            _ => {}
        }
        self.kinds(node, pointer);
    }

    /// How many parts an operator has; of several tables of weights, the most.
    fn parts(&self, operator: &Operator) -> usize {
        let choice = match operator {
            Operator::WeightedMean(of) => &of.weighted_mean,
            Operator::WeightedSum(of) => &of.weighted_sum,
            operator => return operator.parts().len(),
        };
        let tables = choice.names().into_iter().filter_map(|name| self.framework.definition.weights.get(name));
        tables.map(|table| table.parts.len()).max().unwrap_or(usize::MAX)
    }

    fn among(&mut self, among: Option<&Condition<Operand>>, pointer: &str) {
        if let Some(condition) = among {
            self.condition(condition, &child(pointer, "among"));
        }
    }

    fn part_count(&mut self, node: &Node, pointer: &str) {
        let (found, fine) = match &node.operator {
            Operator::Divide(of) => (of.divide.len(), of.divide.len() == 2),
            Operator::Subtract(of) => (of.subtract.len(), of.subtract.len() >= 2),
            Operator::Choose(of) => (of.choose.len(), !of.choose.is_empty()),
            Operator::Count(of) => (of.count.len(), !of.count.is_empty()),
            operator => {
                let parts = operator.parts().len();
                let combines = matches!(
                    operator,
                    Operator::Sum(_)
                        | Operator::Mean(_)
                        | Operator::BestOf(_)
                        | Operator::WorstOf(_)
                        | Operator::Multiply(_)
                        | Operator::CountPresent(_)
                        | Operator::EarnedOverEligible(_)
                );
                (parts, !combines || parts > 0)
            }
        };
        if !fine {
            let told = PartCount { operator: node.operator.key().to_owned(), found: count(found) };
            self.tell(told, child(pointer, node.operator.key()));
        }
    }

    fn wrong_kind(&mut self, operand: &Operand, found: Kind, expected: &str, pointer: &str) {
        let told =
            WrongKind { name: operand.text.clone(), found: found.name().to_owned(), expected: expected.to_owned() };
        self.tell(told, pointer);
    }

    /// Numbers where numbers are needed, ratings of one scale where ratings are.
    fn kinds(&mut self, node: &Node, pointer: &str) {
        let framework = self.framework;
        let operands = node.operator.operands();
        let kind_of = |operand: &Operand| framework.operand_kind(operand);
        if matches!(node.operator, Operator::BestOf(_) | Operator::WorstOf(_)) {
            let first = operands.iter().find_map(|(_, part)| kind_of(part));
            for (key, part) in operands {
                if let (Some(first), Some(kind)) = (first, kind_of(part))
                    && (first != kind || kind == Kind::Word)
                {
                    let expected = if kind == Kind::Word { Kind::Number } else { first };
                    self.wrong_kind(part, kind, expected.name(), &format!("{pointer}/{key}"));
                }
            }
            return;
        }
        for (key, operand) in operands {
            if needs_number(&node.operator, &key)
                && let Some(kind @ (Kind::Word | Kind::Rating(_))) = kind_of(operand)
            {
                self.wrong_kind(operand, kind, "number", &format!("{pointer}/{key}"));
            }
        }
    }

    /// A penalty goes by a number, and its scale gives points.
    fn penalty(&mut self, penalty: &Penalty, pointer: &str) {
        if let Some(kind @ (Kind::Word | Kind::Rating(_))) = self.framework.operand_kind(&penalty.by) {
            self.wrong_kind(&penalty.by, kind, "number", &child(pointer, "by"));
        }
        let Some(scale) = self.framework.scale(&penalty.scale) else { return };
        let name = match &penalty.scale {
            ScaleChoice::Named(name) => name.text(),
            ScaleChoice::Inline(_) => "scale",
        };
        let found = match self.framework.scale_kind(scale) {
            _ if !scale.lookup.is_empty() => Kind::Word,
            Some(kind @ (Kind::Word | Kind::Rating(_))) => kind,
            _ => return,
        };
        self.wrong_kind(&Operand::new(name), found, "number", &child(pointer, "scale"));
    }

    fn scale_choice(&mut self, choice: &ScaleChoice, of: Option<&Operand>, pointer: &str) {
        match choice {
            ScaleChoice::Named(name) => self.known("scales", name.text(), &self.framework.definition.scales, pointer),
            ScaleChoice::Inline(scale) => {
                self.cite_if_any(scale.cite.as_ref(), pointer);
                self.scale(scale, pointer);
            }
        }
        let (Some(scale), Some(of)) = (self.framework.scale(choice), of) else { return };
        let kind = self.framework.operand_kind(of);
        if scale.lookup.is_empty() {
            if let Some(kind @ (Kind::Word | Kind::Rating(_))) = kind {
                self.wrong_kind(of, kind, "number", pointer);
            }
            return;
        }
        if kind == Some(Kind::Number) {
            self.wrong_kind(of, Kind::Number, "word", pointer);
        }
        let Some(Source::Measure(measure)) = of.port().and_then(|port| self.framework.graph.source(port.entry)) else {
            return;
        };
        let Some(measure) = self.framework.definition.measures.at(measure) else { return };
        let categories = &measure.value.categories;
        let mut mismatch = |category: &str| {
            self.tell(CategoryMismatch { category: category.to_owned(), measure: measure.name.clone() }, pointer);
        };
        for category in categories {
            if !scale.lookup.names().any(|word| same_word(word, category)) {
                mismatch(category);
            }
        }
        for word in scale.lookup.names() {
            if !categories.iter().any(|category| same_word(word, category)) {
                mismatch(word);
            }
        }
    }

    fn weighted(&mut self, choice: &WeightsChoice, missing: Option<&Missing>, pointer: &str, key: &str) {
        let definition = &self.framework.definition;
        let at = child(pointer, key);
        if let WeightsChoice::First(cases) = choice {
            for (place, case) in cases.iter().enumerate() {
                if let Some(when) = &case.when {
                    self.condition(when, &child(&item(&at, place), "when"));
                }
            }
        }
        for (place, name) in choice.names().into_iter().enumerate() {
            let pointer = match choice {
                WeightsChoice::Named(_) => at.clone(),
                WeightsChoice::First(_) => child(&item(&at, place), "weights"),
            };
            self.known("weights", name, &definition.weights, &pointer);
            let Some(weights) = definition.weights.get(name) else { continue };
            for part in weights.parts.names() {
                let Some(operand) = self.framework.graph.operand(part) else { continue };
                let pointer = child(&format!("{}/parts", child("/weights", name)), part);
                if let Some(kind @ (Kind::Word | Kind::Rating(_))) = self.framework.operand_kind(operand) {
                    self.wrong_kind(operand, kind, "number", &pointer);
                }
                let Some(weight) = weights.parts.get(part) else { continue };
                if let Some(kind @ (Kind::Word | Kind::Rating(_))) = self.framework.operand_kind(weight) {
                    self.wrong_kind(weight, kind, "number", &pointer);
                }
            }
            let Some(Missing::Redistribute(redistribution_name)) = missing else { continue };
            let Some(redistribution) = definition.redistributions.get(redistribution_name) else { continue };
            self.parts_of_steps(name, weights, redistribution_name, redistribution);
        }
    }

    /// Whether the steps of a redistribution speak of the parts of a table, and of all of them.
    fn parts_of_steps(&mut self, table: &str, weights: &Weights, name: &str, redistribution: &Redistribution) {
        let mut spoken: Vec<&str> = Vec::new();
        for (place, step) in redistribution.steps.iter().enumerate() {
            let pointer = item(&child(&child("/redistributions", name), "steps"), place);
            spoken.extend(step.if_missing.iter().chain(&step.if_all_missing).map(|operand| operand.text.as_str()));
            // A step that ends the calculation may ask for anything.
            if step.becomes.is_some() {
                continue;
            }
            let listed = [
                ("ifMissing", &step.if_missing),
                ("ifAllMissing", &step.if_all_missing),
                ("toPresent", &step.to_present),
            ];
            let listed = listed.into_iter().flat_map(|(key, operands)| {
                let pointer = child(&pointer, key);
                operands.iter().enumerate().map(move |(at, operand)| (operand.text.as_str(), item(&pointer, at)))
            });
            let keyed = [("to", &step.to), ("otherwise", &step.otherwise)];
            let keyed = keyed.into_iter().flat_map(|(key, shares)| {
                let pointer = child(&pointer, key);
                shares.names().map(move |part| (part, child(&pointer, part)))
            });
            for (part, pointer) in listed.chain(keyed) {
                if weights.parts.get(part).is_none() {
                    let suggestion = nearest(part, weights.parts.names());
                    self.tell(NotAPart { part: part.to_owned(), weights: table.to_owned(), suggestion }, pointer);
                }
            }
        }
        for part in weights.parts.names() {
            if !spoken.contains(&part) && redistribution.leftover.is_none() {
                let pointer = child(&child(&child("/weights", table), "parts"), part);
                self.tell(PartWithoutStep { part: part.to_owned() }, pointer);
            }
        }
    }

    /// Nodes that no rating, no label and no comparison needs.
    fn unused(&mut self) {
        let framework = self.framework;
        let definition = &framework.definition;
        let used: Set<usize> = framework.reached(|_| true).into_iter().map(|((place, _), ())| (place, ())).collect();
        for entry in &definition.nodes {
            let unused = framework.graph.place(&entry.name).is_some_and(|place| !used.contains_key(&place));
            // What its name was meant to be isn't known.
            if unused && !has_placeholder(&entry.name) {
                self.tell(Unused { name: entry.name.clone() }, &entry.pointer);
            }
        }
    }
}

fn count(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

fn holds(row: &Bounds, value: &Exact) -> bool {
    row.lower().is_none_or(|(low, included)| value > low || (included && value == low))
        && row.upper().is_none_or(|(high, included)| value < high || (included && value == high))
}

/// Whether some value lies in both rows.
fn share(a: &Bounds, b: &Bounds, whole: bool) -> bool {
    let both = a.and(b);
    if both.is_empty() || !whole {
        return !both.is_empty();
    }
    let (Some((low, low_in)), Some((high, high_in))) = (both.lower(), both.upper()) else { return true };
    // The first whole number from the lower end on.
    let up = crate::exact::Rounding { places: 0, mode: crate::exact::RoundingMode::Up };
    let first =
        low.round(up).and_then(|first| if &first == low && !low_in { first.add(&Exact::ONE) } else { Ok(first) });
    first.is_ok_and(|first| &first < high || (high_in && &first == high))
}

/// Values that stand for all that the rows can tell apart: each bound, and one value between any two neighbours (only whole
/// numbers where values are whole), and one beyond either end.
fn cuts(rows: &[Bounds], domain: Option<&(Exact, Exact)>, whole: bool) -> Vec<Exact> {
    let mut bounds = Vec::new();
    for row in rows {
        for (bound, _) in [row.lower(), row.upper()].into_iter().flatten() {
            bounds.push(bound.clone());
        }
    }
    if let Some((low, high)) = domain {
        bounds.extend([low.clone(), high.clone()]);
    }
    order::sort(&mut bounds);
    bounds.dedup();
    let half = Exact::ratio(1, 2).unwrap_or(Exact::ZERO);
    let mut cuts = Vec::with_capacity(2 * bounds.len() + 2);
    if let Some(first) = bounds.first() {
        let floor = crate::exact::Rounding { places: 0, mode: crate::exact::RoundingMode::Down };
        let first = if whole { first.round(floor) } else { Ok(first.clone()) };
        cuts.extend(first.and_then(|first| first.sub(&Exact::ONE)));
    } else {
        cuts.push(Exact::ZERO);
    }
    for (place, bound) in bounds.iter().enumerate() {
        cuts.push(bound.clone());
        let next = match bounds.get(place + 1) {
            Some(next) => bound.add(next).and_then(|sum| sum.mul(&half)),
            None => bound.add(&Exact::ONE),
        };
        let Ok(between) = next else { continue };
        if whole {
            // The next whole number above the bound stands for all whole numbers between.
            let floor = bound.round(crate::exact::Rounding { places: 0, mode: crate::exact::RoundingMode::Down });
            if let Ok(above) = floor.and_then(|floor| floor.add(&Exact::ONE))
                && bounds.get(place + 1).is_none_or(|next| &above < next)
            {
                cuts.push(above);
            }
        } else {
            cuts.push(between);
        }
    }
    if whole {
        cuts.retain(Exact::is_integer);
    }
    cuts
}

/// Whether an operand of an operator, by its pointer from the node, has to be a number.
fn needs_number(operator: &Operator, key: &str) -> bool {
    match operator {
        Operator::Value(_) | Operator::Scale(_) | Operator::Grid(_) | Operator::Gate(_) | Operator::CountPresent(_) => {
            false
        }
        Operator::Parts(of) => match key {
            "link" => false,
            "parts" => matches!(of.combine, Combine::Sum | Combine::Mean | Combine::WeightedMean),
            _ => true,
        },
        _ => !key.starts_with("within"),
    }
}

/// Whether an operator has parts that a rule for missing ones can speak of.
fn has_parts(operator: &Operator) -> bool {
    !matches!(
        operator,
        Operator::Choose(_)
            | Operator::Gate(_)
            | Operator::Count(_)
            | Operator::CountPresent(_)
            | Operator::Holds(_)
            | Operator::Rank(_)
            | Operator::PercentRank(_)
            | Operator::Lowest(_)
            | Operator::Nearest(_)
    )
}

/// Whether a node states a rule of its own, beyond applying a table that has its own source.
fn needs_citation(node: &Node) -> bool {
    match &node.operator {
        Operator::Choose(_)
        | Operator::Gate(_)
        | Operator::BestOf(_)
        | Operator::WorstOf(_)
        | Operator::Limit(_)
        | Operator::RaiseDenominator(_)
        | Operator::Rank(_)
        | Operator::PercentRank(_)
        | Operator::Lowest(_)
        | Operator::Nearest(_)
        | Operator::Parts(_)
        | Operator::EarnedOverEligible(_) => true,
        Operator::Scale(of) => matches!(&of.scale, ScaleChoice::Inline(scale) if scale.cite.is_none()),
        _ => node.modifiers.penalty.as_ref().is_some_and(|penalty| penalty.cite.is_none()),
    }
}
