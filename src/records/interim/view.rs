//! The mid-year view of one school, subject and test: by standard or goal area, by student group, cycle by cycle.
//!
//! Growth since the last cycle is the mean change over the students of the school who have a result in both cycles; a student
//! belongs to the groups that the rows of the later cycle tell. Where a test has no result as a whole, a student's result of a
//! cycle is the mean of their scores in its areas, or the share of all points; growth goes by the areas of both cycles.

use rustc_hash::FxHashMap as HashMap;
use serde::Serialize;

use super::cycles::CycleOrder;
use super::gather::{Found, Gathered, Wanted};
use super::sums::{Fraction, Sum, percent, written};
use crate::exact::Exact;
use crate::order;
use crate::policy::read::Read;
use crate::records::collection::Collection;
use crate::records::element::Element;
use crate::records::store::{Grade, Records};

/// The student groups by which results are shown, in this order.
const GROUPS: [Element; 13] = [
    Element::Grade,
    Element::Sex,
    Element::Race,
    Element::EconomicDisadvantage,
    Element::EnglishLearner,
    Element::Disability,
    Element::Section504,
    Element::Gifted,
    Element::Migrant,
    Element::Homeless,
    Element::Foster,
    Element::Military,
    Element::Minority,
];

/// Thousandths of a score.
const THOUSAND: i64 = 1000;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InterimQuestion {
    /// The school's identifier.
    pub school: String,
    /// The year in which the school year ends.
    pub year: String,
    /// The subject.
    pub subject: String,
    /// The name of the test.
    pub test: String,
    /// What is looked at; nothing for scores, or points where there are no scores.
    #[serde(default)]
    pub measure: Option<InterimMeasure>,
    /// What counts as on track; nothing for what the files say.
    #[serde(default)]
    pub on_track: Option<OnTrackRule>,
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum InterimMeasure {
    /// Scale scores: their mean.
    Score,
    /// Points earned of points possible, in percent.
    Points,
}

/// What counts as on track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnTrackRule {
    /// By what.
    pub by: OnTrackBy,
    /// For `levels`: those that count as on track.
    #[serde(default)]
    pub levels: Vec<String>,
    /// For `at-least`: the lowest score, or the lowest percentage of points.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_least: Option<Exact>,
}

/// By what a result counts as on track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Read)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum OnTrackBy {
    /// The file says yes or no.
    Status,
    /// By level.
    Levels,
    /// From a score or a percentage on.
    AtLeast,
}

/// A cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct InterimCycle {
    /// Its name, or its day.
    pub name: String,
    /// The day in the middle of its results, as `2024-09-16`.
    pub day: Option<String>,
    /// How many students have a result in it.
    pub students: u64,
}

/// The result of a group in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ShownMean {
    /// Nobody at the school was asked this in this cycle.
    NotAsked,
    /// It was asked, and nobody of the group has a result.
    NoResult,
    /// The mean score, or the percentage of points, to one decimal.
    Mean {
        /// Students with a result.
        n: u64,
        /// The exact decimal.
        value: String,
    },
}

/// The growth of a group since the cycle before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ShownChange {
    /// There is no cycle before.
    First,
    /// Nothing tells which cycle comes first.
    OrderUnknown,
    /// It was not asked in this cycle.
    NotAsked,
    /// It was not asked in the cycle before.
    NotAskedBefore,
    /// No student of the group has a result in both cycles.
    NobodyInBoth,
    /// The mean change, to one decimal.
    Change {
        /// Students with a result in both cycles.
        n: u64,
        /// The exact decimal.
        value: String,
        /// -1 where it fell, 1 where it rose, 0 where it is 0 to one decimal.
        direction: i8,
    },
}

/// Which share of a group is on track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ShownShare {
    /// Nobody said what counts as on track.
    NotChosen,
    /// No result tells it.
    NotSaid,
    /// So many of so many.
    Share {
        /// Results that tell it: one a student, or one a student and area where the test has no result as a whole.
        n: u64,
        /// Those on track.
        yes: u64,
        /// In percent, to one decimal.
        value: String,
    },
}

/// What is shown of a group, a part and a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ShownCycle {
    /// The result.
    pub mean: ShownMean,
    /// The growth since the cycle before.
    pub change: ShownChange,
    /// The share on track.
    pub on_track: ShownShare,
}

/// What a part of the results is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// The test as a whole, as the file has it.
    Whole,
    /// All areas together, because the file has no result as a whole.
    Together,
    /// A standard or goal area.
    Area,
}

/// A part of the results, cycle by cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PartResults {
    /// What it is.
    pub kind: PartKind,
    /// The name of a standard or goal area.
    pub name: String,
    /// The cycles in order.
    pub cycles: Vec<ShownCycle>,
}

/// The results of a student group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GroupResults {
    /// What is told of the students.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub element: Element,
    /// Its value.
    pub value: String,
    /// As for all students.
    pub parts: Vec<PartResults>,
}

/// What is told of every student alike: a table of this group would be that of all students.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ToldOfAll {
    /// What is told.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub element: Element,
    /// Its value.
    pub value: String,
}

/// Which areas rose and fell since the cycle before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Areas that rose.
    pub rose: Vec<String>,
    /// Areas that fell.
    pub fell: Vec<String>,
    /// Areas that stayed, to one decimal.
    pub same: Vec<String>,
    /// Areas without growth to tell.
    pub open: Vec<String>,
}

/// The mid-year view of one school, subject and test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct InterimAnswer {
    /// The school's name, or its identifier.
    pub school: String,
    /// What is looked at.
    pub measure: InterimMeasure,
    /// What can be looked at.
    pub measures: Vec<InterimMeasure>,
    /// What counts as on track; nothing where nobody says it.
    pub on_track: Option<OnTrackRule>,
    /// Whether the files say of results whether they are on track.
    pub statuses: bool,
    /// The levels that results have.
    pub levels: Vec<String>,
    /// By what the cycles stand in order.
    pub order: CycleOrder,
    /// The cycles.
    pub cycles: Vec<InterimCycle>,
    /// All students: the test as a whole or all areas together, then each area.
    pub parts: Vec<PartResults>,
    /// Each student group: the same parts.
    pub groups: Vec<GroupResults>,
    /// What is told of all students alike.
    pub told_of_all: Vec<ToldOfAll>,
    /// For each cycle, which areas rose and fell.
    pub summaries: Vec<Summary>,
    /// Results that were left out, because two files contradict each other.
    pub contradicting: u64,
}

impl Collection {
    /// The mid-year view; none where there are no such results. The collection should be settled.
    pub fn interim(&self, question: &InterimQuestion) -> Option<InterimAnswer> {
        let InterimQuestion { school, year, subject, test, .. } = question;
        let gathered = self.gather_interim(&Wanted { school, year, subject, test });
        let order = gathered.order.filter(|_| !gathered.found.is_empty())?;
        let found = &gathered.found;
        let mut measures = Vec::new();
        if found.iter().any(|row| row.score.is_some()) {
            measures.push(InterimMeasure::Score);
        }
        if found.iter().any(|row| row.points.is_some()) {
            measures.push(InterimMeasure::Points);
        }
        let wanted = question.measure.filter(|measure| measures.contains(measure));
        let measure = wanted.or(measures.first().copied()).unwrap_or(InterimMeasure::Score);
        let statuses = found.iter().any(|row| row.on_track.is_some());
        let on_track = question.on_track.clone().or_else(|| as_told(statuses, &gathered.on_track_levels));
        let counting = Counting::of(self.records(), &gathered, measure, on_track.as_ref());
        let cycles = gathered.cycles.iter().enumerate().map(|(place, cycle)| InterimCycle {
            name: cycle.name.clone(),
            day: cycle.day().map(|day| format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)),
            students: counting.students.get(place).copied().unwrap_or(0),
        });
        let shown = Showing { counting: &counting, gathered: &gathered, measure, order, rule: on_track.as_ref() };
        let parts = shown.parts(0);
        let groups = counting.groups.iter().enumerate().map(|(place, (element, value))| GroupResults {
            element: *element,
            value: value.clone(),
            parts: shown.parts(place + 1),
        });
        Some(InterimAnswer {
            school: self.school_names().get(school.as_str()).map_or_else(|| school.clone(), |name| (*name).to_owned()),
            measure,
            measures,
            statuses,
            levels: gathered.levels.clone(),
            order,
            cycles: cycles.collect(),
            groups: groups.collect(),
            told_of_all: grouping(self.records(), found).told_of_all,
            summaries: (0..gathered.cycles.len()).map(|cycle| summary(&parts, cycle)).collect(),
            parts,
            on_track,
            contradicting: gathered.contradicting,
        })
    }
}

/// What the files say of being on track: by yes and no, or by the levels that their layout names.
fn as_told(statuses: bool, levels: &[String]) -> Option<OnTrackRule> {
    if statuses {
        return Some(OnTrackRule { by: OnTrackBy::Status, levels: Vec::new(), at_least: None });
    }
    let levels = levels.to_vec();
    (!levels.is_empty()).then_some(OnTrackRule { by: OnTrackBy::Levels, levels, at_least: None })
}

/// What is counted of a group, a part and a cycle.
#[derive(Debug, Clone, Default)]
struct Tally {
    n: u64,
    sum: Sum,
    both: u64,
    change: Sum,
    told: u64,
    on_track: u64,
}

/// All that is counted.
struct Counting {
    /// The student groups that results have.
    groups: Vec<(Element, String)>,
    /// Whether the test has a result as a whole; it is the first part then.
    whole: bool,
    /// Parts, the first of them the whole or all together.
    parts: usize,
    cycles: usize,
    /// By group (0 is all students), part and cycle.
    tallies: Vec<Tally>,
    /// By part and cycle, whether the school was asked.
    asked: Vec<bool>,
    /// By cycle, how many students have a result.
    students: Vec<u64>,
}

impl Counting {
    fn of(records: &Records, gathered: &Gathered, measure: InterimMeasure, rule: Option<&OnTrackRule>) -> Self {
        let whole = gathered.parts.first().is_some_and(String::is_empty);
        let parts = gathered.parts.len() + usize::from(!whole);
        let cycles = gathered.cycles.len();
        let groups = grouping(records, &gathered.found).groups;
        let mut counting = Self {
            whole,
            parts,
            cycles,
            tallies: vec![Tally::default(); (groups.len() + 1) * parts * cycles],
            asked: vec![false; parts * cycles],
            students: vec![0; cycles],
            groups,
        };
        let mut of_profiles: HashMap<([u32; 2], Grade), Vec<usize>> = HashMap::default();
        for student in gathered.found.chunk_by(|a, b| a.student == b.student) {
            let mut results = Student::new(parts, cycles, whole);
            for row in student {
                counting.ask(row, &gathered.levels, measure, rule, &mut results);
            }
            results.put_together(measure, rule);
            for cycle in 0..cycles {
                let rows: Vec<&Found> = student.iter().filter(|row| row.cycle == cycle).collect();
                let Some(first) = rows.first() else { continue };
                let kind = (first.profiles, first.grade);
                let own = if rows.iter().all(|row| (row.profiles, row.grade) == kind) {
                    let within = || groups_of(records, &counting.groups, &rows);
                    of_profiles.entry(kind).or_insert_with(within).clone()
                } else {
                    groups_of(records, &counting.groups, &rows)
                };
                let any = (0..parts).any(|part| results.value(part, cycle).is_some());
                if let Some(students) = counting.students.get_mut(cycle).filter(|_| any) {
                    *students += 1;
                }
                for group in std::iter::once(0).chain(own.iter().copied()) {
                    counting.add(group, cycle, &results);
                }
            }
        }
        counting
    }

    fn place(&self, group: usize, part: usize, cycle: usize) -> usize {
        (group * self.parts + part) * self.cycles + cycle
    }

    /// Notes that something was asked, and what the student answered.
    fn ask(
        &mut self,
        row: &Found,
        levels: &[String],
        measure: InterimMeasure,
        rule: Option<&OnTrackRule>,
        into: &mut Student,
    ) {
        let part = row.part + usize::from(!self.whole);
        let value = match measure {
            InterimMeasure::Score => row.score.map(|score| Fraction { above: i64::from(score), below: THOUSAND }),
            InterimMeasure::Points => {
                row.points.map(|(earned, possible)| Fraction { above: earned.into(), below: possible.into() })
            }
        };
        let level = row.level.and_then(|level| levels.get(level));
        let told = rule.and_then(|rule| match rule.by {
            OnTrackBy::Status => row.on_track,
            // Without a level chosen, nobody has said what counts.
            OnTrackBy::Levels if rule.levels.is_empty() => None,
            OnTrackBy::Levels => level.map(|level| rule.levels.contains(level)),
            OnTrackBy::AtLeast => reaches(value?, measure, rule),
        });
        // Whoever is asked in an area is asked in all of them together.
        for asked in [Some(part), (!self.whole).then_some(0)].into_iter().flatten() {
            let place = self.place(0, asked, row.cycle);
            if let Some(asked) = self.asked.get_mut(place) {
                *asked = true;
            }
        }
        into.put(part, row.cycle, value, told);
    }

    /// Adds a student's results of a cycle to a group.
    fn add(&mut self, group: usize, cycle: usize, results: &Student) {
        for part in 0..self.parts {
            let place = self.place(group, part, cycle);
            let Some(tally) = self.tallies.get_mut(place) else { continue };
            if let Some(value) = results.value(part, cycle) {
                tally.n += 1;
                tally.sum.add(value);
            }
            if let Some((before, now)) = cycle.checked_sub(1).and_then(|last| results.both(part, last, cycle)) {
                tally.both += 1;
                tally.change.add(now);
                tally.change.subtract(before);
            }
            let (yes, told) = results.on_track(part, cycle);
            tally.on_track += yes;
            tally.told += told;
        }
    }
}

/// Whether a result is at least what a rule asks for.
fn reaches(value: Fraction, measure: InterimMeasure, rule: &OnTrackRule) -> Option<bool> {
    let factor = if measure == InterimMeasure::Points { 100 } else { 1 };
    Some(value.times(factor)? >= *rule.at_least.as_ref()?)
}

/// What is told of the students of results.
#[derive(Default)]
struct Grouping {
    /// The student groups: those that divide the students, or that are told of some only.
    groups: Vec<(Element, String)>,
    told_of_all: Vec<ToldOfAll>,
}

fn grouping(records: &Records, found: &[Found]) -> Grouping {
    let kinds = order::distinct(found.iter().map(|row| (row.profiles, row.grade)));
    let mut first: HashMap<_, &Found> = HashMap::default();
    for row in found {
        first.entry((row.profiles, row.grade)).or_insert(row);
    }
    let mut grouping = Grouping::default();
    for element in GROUPS {
        let rows = kinds.iter().filter_map(|kind| first.get(kind));
        let values = order::distinct(rows.map(|row| row.group(records, element).to_owned()));
        let divides = values.len() > 1;
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            if divides {
                grouping.groups.push((element, value));
            } else {
                grouping.told_of_all.push(ToldOfAll { element, value });
            }
        }
    }
    grouping
}

/// The places, from 1 on, of the groups to which a student belongs in a cycle: those that all of their rows tell which tell
/// any. Where these contradict each other, the student is in neither group.
fn groups_of(records: &Records, groups: &[(Element, String)], rows: &[&Found]) -> Vec<usize> {
    let is_in = |(element, value): &(Element, String)| {
        let mut told = rows.iter().map(|row| row.group(records, *element)).filter(|told| !told.is_empty()).peekable();
        told.peek().is_some() && told.all(|told| told == value)
    };
    groups.iter().enumerate().filter(|(_, group)| is_in(group)).map(|(place, _)| place + 1).collect()
}

/// The results of one student, by part and cycle.
struct Student {
    cycles: usize,
    whole: bool,
    values: Vec<Option<Fraction>>,
    /// Results that are on track, and those that tell it.
    told: Vec<(u64, u64)>,
}

impl Student {
    fn new(parts: usize, cycles: usize, whole: bool) -> Self {
        Self { cycles, whole, values: vec![None; parts * cycles], told: vec![(0, 0); parts * cycles] }
    }

    fn put(&mut self, part: usize, cycle: usize, value: Option<Fraction>, told: Option<bool>) {
        let place = part * self.cycles + cycle;
        if let Some(known) = self.values.get_mut(place) {
            *known = value;
        }
        if let (Some(known), Some(told)) = (self.told.get_mut(place), told) {
            *known = (u64::from(told), 1);
        }
    }

    fn value(&self, part: usize, cycle: usize) -> Option<Fraction> {
        self.values.get(part * self.cycles + cycle).copied().flatten()
    }

    fn on_track(&self, part: usize, cycle: usize) -> (u64, u64) {
        self.told.get(part * self.cycles + cycle).copied().unwrap_or_default()
    }

    fn parts(&self) -> usize {
        self.values.len() / self.cycles.max(1)
    }

    /// Where the test has no result as a whole, its areas make one.
    fn put_together(&mut self, measure: InterimMeasure, rule: Option<&OnTrackRule>) {
        if self.whole {
            return;
        }
        for cycle in 0..self.cycles {
            let values = (1..self.parts()).filter_map(|part| self.value(part, cycle));
            let together = together(values);
            let told = match rule {
                Some(rule) if rule.by == OnTrackBy::AtLeast => {
                    let reached = together.and_then(|value| reaches(value, measure, rule));
                    reached.map_or((0, 0), |reached| (u64::from(reached), 1))
                }
                _ => (1..self.parts())
                    .map(|part| self.on_track(part, cycle))
                    .fold((0, 0), |(yes, all), (one, told)| (yes + one, all + told)),
            };
            if let (Some(value), Some(known)) = (self.values.get_mut(cycle), self.told.get_mut(cycle)) {
                *value = together;
                *known = told;
            }
        }
    }

    /// The results of two cycles, where there are both.
    fn both(&self, part: usize, before: usize, now: usize) -> Option<(Fraction, Fraction)> {
        if part > 0 || self.whole {
            return self.value(part, before).zip(self.value(part, now));
        }
        // An area of one cycle only says nothing of growth.
        let pairs = || (1..self.parts()).filter_map(|part| self.value(part, before).zip(self.value(part, now)));
        together(pairs().map(|(before, _)| before)).zip(together(pairs().map(|(_, now)| now)))
    }
}

/// Areas together: the mean of scores, which all have one divisor; or all points of all points possible.
fn together(values: impl Iterator<Item = Fraction>) -> Option<Fraction> {
    values.reduce(|sum, next| Fraction { above: sum.above + next.above, below: sum.below + next.below })
}

/// How what was counted is shown.
struct Showing<'a> {
    counting: &'a Counting,
    gathered: &'a Gathered,
    measure: InterimMeasure,
    order: CycleOrder,
    rule: Option<&'a OnTrackRule>,
}

impl Showing<'_> {
    fn parts(&self, group: usize) -> Vec<PartResults> {
        let whole = self.counting.whole;
        let part = |part: usize| {
            let name = part.checked_sub(usize::from(!whole)).and_then(|place| self.gathered.parts.get(place));
            let kind = match part {
                0 if whole => PartKind::Whole,
                0 => PartKind::Together,
                _ => PartKind::Area,
            };
            let cycles = (0..self.counting.cycles).map(|cycle| self.cycle(group, part, cycle));
            PartResults { kind, name: name.cloned().unwrap_or_default(), cycles: cycles.collect() }
        };
        (0..self.counting.parts).map(part).collect()
    }

    fn cycle(&self, group: usize, part: usize, cycle: usize) -> ShownCycle {
        let tally = self.counting.tallies.get(self.counting.place(group, part, cycle)).cloned().unwrap_or_default();
        let asked = |cycle: usize| self.counting.asked.get(self.counting.place(0, part, cycle)) == Some(&true);
        let factor = if self.measure == InterimMeasure::Points { 100 } else { 1 };
        let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let mean = || self.mean(&tally, factor).map(|value| ShownMean::Mean { n: tally.n, value: written(&value) });
        let change = || {
            let value = tally.change.mean(tally.both, factor)?;
            let direction = if value.is_zero() {
                0
            } else if value.is_negative() {
                -1
            } else {
                1
            };
            Some(ShownChange::Change { n: tally.both, value: written(&value), direction })
        };
        let share = || {
            let value = written(&percent(count(tally.on_track), count(tally.told))?);
            Some(ShownShare::Share { n: tally.told, yes: tally.on_track, value })
        };
        let chosen = self.rule.is_some_and(|rule| match rule.by {
            OnTrackBy::Status => true,
            OnTrackBy::Levels => !rule.levels.is_empty(),
            OnTrackBy::AtLeast => rule.at_least.is_some(),
        });
        ShownCycle {
            mean: match tally.n {
                _ if !asked(cycle) => ShownMean::NotAsked,
                0 => ShownMean::NoResult,
                _ => mean().unwrap_or(ShownMean::NoResult),
            },
            change: match cycle.checked_sub(1) {
                _ if self.order == CycleOrder::Unknown => ShownChange::OrderUnknown,
                None => ShownChange::First,
                Some(_) if !asked(cycle) => ShownChange::NotAsked,
                Some(before) if !asked(before) => ShownChange::NotAskedBefore,
                Some(_) if tally.both == 0 => ShownChange::NobodyInBoth,
                Some(_) => change().unwrap_or(ShownChange::NobodyInBoth),
            },
            on_track: match tally.told {
                _ if !chosen => ShownShare::NotChosen,
                0 => ShownShare::NotSaid,
                _ => share().unwrap_or(ShownShare::NotSaid),
            },
        }
    }

    /// The mean of scores; of points, all that were earned of all that were possible.
    fn mean(&self, tally: &Tally, factor: i64) -> Option<Exact> {
        match self.measure {
            InterimMeasure::Score => tally.sum.mean(tally.n, factor),
            InterimMeasure::Points => tally.sum.share(),
        }
    }
}

fn summary(parts: &[PartResults], cycle: usize) -> Summary {
    let mut summary = Summary::default();
    for part in parts.iter().filter(|part| part.kind == PartKind::Area) {
        let list = match part.cycles.get(cycle).map(|cycle| &cycle.change) {
            Some(ShownChange::Change { direction: 1, .. }) => &mut summary.rose,
            Some(ShownChange::Change { direction: -1, .. }) => &mut summary.fell,
            Some(ShownChange::Change { .. }) => &mut summary.same,
            _ => &mut summary.open,
        };
        list.push(part.name.clone());
    }
    summary
}
