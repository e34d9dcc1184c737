//! The pass over a table.

use rustc_hash::FxHashMap as HashMap;

use super::choose::{self, Bits};
use super::column::{self, Column, Row, Scores};
use super::stays::{Standing, Stays};
use super::{Counting, MOST_COUNTERS};
use crate::exact::Exact;
use crate::order;
use crate::records::cells::{CHRONIC, PARTICIPATION, Tally};
use crate::records::element::Element;
use crate::records::plan::{Count, EnrollmentRule, MOST_DAYS, Slice};
use crate::records::store::{Grade, PART, Records};

/// What was counted for a slice: cells by the places of schools and by year.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    pub cells: Vec<(u16, u16, Tally)>,
    pub years: Vec<u16>,
    pub decimals: u8,
    pub words: Vec<String>,
    /// How many records were left out because the student's stays aren't known.
    pub unsettled: u64,
    /// What no file says, so that none of them is known.
    pub lacks: Option<Element>,
}

/// Which schools, years and grades the rows of all tables have.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub schools: Vec<u16>,
    pub years: Vec<u16>,
    pub grades: Vec<Grade>,
}

impl Seen {
    fn add(&mut self, marks: &Marks) {
        self.schools = order::distinct(self.schools.drain(..).chain(places(&marks.schools)));
        self.years = order::distinct(self.years.drain(..).chain(places(&marks.years)));
        self.grades = order::distinct(self.grades.drain(..).chain(marks.grades()));
    }
}

/// What is added for a row that a slice takes.
enum Adder {
    /// One to the counter of its place in this column.
    Spread { column: usize, start: usize, size: usize },
    /// Its numbers to three sums.
    Totals { of: Element, per: Option<Element>, start: usize },
    /// Nothing: such rows have nothing of the kind.
    Nothing,
}

impl Adder {
    fn is_spread_of(&self, place: usize) -> bool {
        matches!(self, Self::Spread { column, .. } if *column == place)
    }
}

struct Plan {
    columns: Vec<Column>,
    adders: Vec<Adder>,
    counters: usize,
    sums: usize,
}

/// Counts one table for slices that have the same rule on stays.
pub(super) fn gather(records: &Records, table: Counting, slices: &[&Slice], seen: &mut Seen) -> Vec<Gathered> {
    let profile = choose::by_profile(slices, records, table.codes());
    let grade = choose::by_grade(slices);
    let rule = slices.first().and_then(|slice| slice.enrollment.as_ref());
    match table {
        Counting::Assessments => {
            let parts = || records.assessments().parts();
            let pass = Pass {
                records,
                slices,
                by: By { kind: choose::by_sitting(slices, records.sittings()), grade, profile },
            };
            match rule {
                None => pass.run(parts, seen),
                Some(rule) => pass.by_rule(rule, || parts().flatten(), seen),
            }
        }
        Counting::Attendance => {
            let rows = records.attendance();
            let pass = Pass { records, slices, by: By { kind: choose::by_nothing(slices), grade, profile } };
            match rule {
                None => pass.run_list(rows, seen),
                Some(rule) => pass.by_rule(rule, || rows.iter().copied(), seen),
            }
        }
        Counting::Outcomes => {
            let rows = records.outcomes();
            let pass = Pass { records, slices, by: By { kind: choose::by_cohort(slices), grade, profile } };
            match rule {
                None => pass.run_list(rows, seen),
                Some(rule) => pass.by_rule(rule, || rows.iter().copied(), seen),
            }
        }
    }
}

/// Which slices take a row.
struct By {
    kind: Bits,
    grade: Bits,
    profile: Bits,
}

impl By {
    /// The classes of a row's codes.
    #[inline]
    fn classes<R: Row>(&self, row: &R) -> [usize; 3] {
        [
            self.kind.class(usize::from(row.kind())),
            self.grade.class(usize::from(row.grade())),
            self.profile.class(wide(row.profile())),
        ]
    }
}

struct Pass<'a> {
    records: &'a Records,
    slices: &'a [&'a Slice],
    by: By,
}

impl Pass<'_> {
    /// Counts the rows that the slices' rule on stays keeps, each at the school for which it counts.
    fn by_rule<R: Row, I: Iterator<Item = R>>(
        &self,
        rule: &EnrollmentRule,
        rows: impl Fn() -> I,
        seen: &mut Seen,
    ) -> Vec<Gathered> {
        let mut standings = Stays::new(self.records, rule).standings(rows());
        if rule.counts_at.is_some() {
            R::moved(rows(), &mut standings, self.records);
        }
        // The rows are written out, so that the pass needn't be compiled once more for each table.
        let (mut counted, mut unknown): (Vec<R>, Vec<R>) = (Vec::new(), Vec::new());
        for (row, standing) in rows().zip(&standings) {
            match standing {
                Standing::At(school) => counted.push(row.at(*school)),
                Standing::Unknown => unknown.push(row),
                Standing::Out => {}
            }
        }
        let left_out = self.run_list(&unknown, &mut Seen::default());
        // A year of which nothing is known isn't one without such students.
        let known = rows().zip(&standings).filter(|(_, standing)| **standing != Standing::Unknown);
        let years = order::distinct(known.map(|(row, _)| row.year()));
        let mut marks = Marks::default();
        marks.mark(rows(), |_| {});
        let lacks = match (&rule.full_year, rule.counts_at.as_deref()) {
            (Some(_), _) => Element::SchoolFullAcademicYear,
            (None, Some(MOST_DAYS)) => Element::DaysEnrolled,
            (None, _) => Element::EntryDate,
        };
        let gathered = self.slices.iter().zip(self.run_list(&counted, seen)).zip(left_out);
        // A school of which no record counts is a school all the same.
        seen.add(&marks);
        gathered
            .map(|((slice, gathered), left_out)| {
                let all = marks.years_of::<R>(slice);
                let found: Vec<u16> = all.iter().copied().filter(|year| years.contains(year)).collect();
                Gathered {
                    lacks: Some(lacks).filter(|_| found.is_empty() && !all.is_empty()),
                    years: found,
                    unsettled: left_out.cells.iter().map(|(_, _, tally)| tally.records()).sum(),
                    ..if slice.unsettled { left_out } else { gathered }
                }
            })
            .collect()
    }

    #[inline(never)]
    fn run_list<R: Row>(&self, rows: &[R], seen: &mut Seen) -> Vec<Gathered> {
        self.run(|| rows.chunks(PART).map(|part| part.iter().copied()), seen)
    }

    fn run<R: Row, P: Iterator<Item = R>, I: Iterator<Item = P>>(
        &self,
        parts: impl Fn() -> I,
        seen: &mut Seen,
    ) -> Vec<Gathered> {
        let wants_scores = self.slices.iter().any(|slice| is_spread_of_scores(slice));
        let mut scores: rustc_hash::FxHashSet<i32> = rustc_hash::FxHashSet::default();
        let mut marks = Marks::default();
        for part in parts() {
            marks.mark(part, |row| {
                if wants_scores && let Some(score) = row.number(Element::Score) {
                    scores.extend(i32::try_from(score));
                }
            });
        }
        let (schools, years) = (places(&marks.schools), places(&marks.years));
        let scores = Scores::new(order::distinct(scores));
        let plan = self.plan(&scores);
        let decimals = score_decimals(&scores.list);
        let mut gathered: Vec<Gathered> = self
            .slices
            .iter()
            .zip(&plan.adders)
            .map(|(slice, adder)| Gathered {
                years: marks.years_of::<R>(slice),
                decimals: match adder {
                    Adder::Totals { .. } => 3,
                    _ if is_spread_of_scores(slice) => decimals,
                    _ => 0,
                },
                ..Gathered::default()
            })
            .collect();
        let width = (plan.counters + plan.sums).max(1);
        let at_once = (MOST_COUNTERS / width / schools.len().max(1)).max(1);
        for years in years.chunks(at_once) {
            let counters = self.count(parts(), &plan, &scores, &schools, years);
            self.take(&counters, &plan, &scores, &schools, years, &mut gathered);
        }
        for (gathered, adder) in gathered.iter_mut().zip(&plan.adders) {
            if let Adder::Spread { column, .. } = adder
                && let Some(column) = plan.columns.get(*column)
            {
                name(gathered, column, self.records);
            }
        }
        seen.add(&marks);
        gathered
    }

    /// Where each slice's counters and sums stand within those of a school and year.
    fn plan(&self, scores: &Scores) -> Plan {
        let mut plan = Plan { columns: Vec::new(), adders: Vec::new(), counters: 0, sums: 0 };
        for slice in self.slices {
            let of = Element::named(&slice.of);
            let per = slice.per.as_deref().map(Element::named);
            let column = match (slice.count, of) {
                (Count::Words, Some(of)) => Some(Column::Words(of)),
                (Count::Numbers, Some(Element::Growth)) => Some(Column::Growth),
                (Count::Numbers, Some(Element::Score)) => Some(Column::Scores),
                (Count::Participation, _) => Some(Column::Participation),
                (Count::Chronic, Some(Element::DaysAbsent)) if per == Some(Some(Element::DaysEnrolled)) => {
                    let at_least = slice.at_least.clone().unwrap_or(Exact::ZERO);
                    Some(Column::Chronic { at_least, minimum: slice.minimum.clone().unwrap_or(Exact::ZERO) })
                }
                _ => None,
            };
            let adder = match (column, slice.count, of, per) {
                (Some(column), ..) => {
                    let size = match &column {
                        Column::Growth => 100,
                        Column::Scores => scores.list.len(),
                        Column::Participation => PARTICIPATION.len(),
                        Column::Chronic { .. } => CHRONIC.len(),
                        words @ Column::Words(_) => column::words(words, self.records).len(),
                    };
                    let place = plan.columns.iter().position(|known| *known == column).unwrap_or_else(|| {
                        plan.columns.push(column);
                        plan.columns.len() - 1
                    });
                    plan.counters += size;
                    Adder::Spread { column: place, start: plan.counters - size, size }
                }
                (None, Count::Sum, Some(of), None) | (None, Count::Ratio, Some(of), Some(Some(_))) => {
                    plan.sums += 3;
                    Adder::Totals { of, per: per.flatten(), start: plan.sums - 3 }
                }
                _ => Adder::Nothing,
            };
            plan.adders.push(adder);
        }
        plan
    }

    /// The pass itself: for some years, all counters of all schools.
    fn count<R: Row, P: Iterator<Item = R>>(
        &self,
        parts: impl Iterator<Item = P>,
        plan: &Plan,
        scores: &Scores,
        schools: &[u16],
        years: &[u16],
    ) -> Counters {
        let mut counters = Counters {
            counters: vec![0; plan.counters * schools.len() * years.len()],
            sums: vec![0; plan.sums * schools.len() * years.len()],
        };
        let cells = CellPlaces { schools: inverse(schools), years: inverse(years), year_count: years.len() };
        let mut waiting = Waiting::new(schools.len() * years.len(), Takers::new(&self.by));
        for part in parts {
            if waiting.cells.len() + PART > WAITING {
                waiting.add(plan, &mut counters.counters);
            }
            self.take_in(part, plan, scores, &cells, &mut waiting, &mut counters);
        }
        waiting.add(plan, &mut counters.counters);
        counters
    }

    /// Looks up what is added for rows, and where. Sums are added at once, the counters wait.
    #[inline(never)]
    fn take_in<R: Row>(
        &self,
        rows: impl Iterator<Item = R>,
        plan: &Plan,
        scores: &Scores,
        cells: &CellPlaces,
        waiting: &mut Waiting,
        counters: &mut Counters,
    ) {
        for row in rows {
            let Some(cell) = cells.of(&row) else { continue };
            let start = waiting.takers.of(self.by.classes(&row), |classes| self.takers(classes, plan));
            waiting.cells.push(cell);
            waiting.lists.push(start);
            let place = |column| row.place(column, self.records, scores).and_then(|place| u32::try_from(place).ok());
            waiting.places.extend(plan.columns.iter().map(|column| place(column).unwrap_or(NOWHERE)));
            if plan.sums > 0 {
                let mut list = waiting.takers.list(start);
                for adder in next_list(&mut list) {
                    if let Some(Adder::Totals { of, per, start }) = plan.adders.get(wide(*adder)) {
                        let divisor = match per {
                            None => Some(0),
                            Some(per) => row.number(*per),
                        };
                        if let (Some(of), Some(per)) = (row.number(*of), divisor) {
                            counters.sum(wide(cell) * plan.sums + start, [1, of, per]);
                        }
                    }
                }
            }
        }
    }

    /// What is added for rows whose codes are of these classes: the places of the adders that
    /// sum, then for each column the starts of counters. Each list stands behind its length.
    fn takers(&self, [kind, grade, profile]: [usize; 3], plan: &Plan) -> Vec<u32> {
        let By { kind: kinds, grade: grades, profile: profiles } = &self.by;
        let (kind, grade, profile) = (kinds.of(kind), grades.of(grade), profiles.of(profile));
        let mut taking: Vec<(u32, &Adder)> = Vec::new();
        let words = kind.iter().zip(grade).zip(profile).map(|((kind, grade), profile)| kind & grade & profile);
        for ((first, adders), mut bits) in (0_u32..).step_by(64).zip(plan.adders.chunks(64)).zip(words) {
            while bits != 0 {
                let place = bits.trailing_zeros();
                bits &= bits - 1;
                taking.extend(adders.get(wide(place)).map(|adder| (first + place, adder)));
            }
        }
        let mut lists: Vec<u32> = Vec::new();
        let mut list = |list: &mut dyn Iterator<Item = u32>| {
            let length = lists.len();
            lists.push(0);
            lists.extend(list);
            let count = u32::try_from(lists.len() - length - 1).unwrap_or(0);
            if let Some(known) = lists.get_mut(length) {
                *known = count;
            }
        };
        let sums = taking.iter().filter(|(_, adder)| matches!(adder, Adder::Totals { .. }));
        list(&mut sums.map(|(place, _)| *place));
        for column in 0..plan.columns.len() {
            let starts = taking.iter().filter(|(_, adder)| adder.is_spread_of(column));
            list(&mut starts.filter_map(|(_, adder)| match adder {
                Adder::Spread { start, .. } => u32::try_from(*start).ok(),
                Adder::Totals { .. } | Adder::Nothing => None,
            }));
        }
        lists
    }

    /// What the counters say, as cells.
    #[inline(never)]
    fn take(
        &self,
        counters: &Counters,
        plan: &Plan,
        scores: &Scores,
        schools: &[u16],
        years: &[u16],
        gathered: &mut [Gathered],
    ) {
        for (school_place, school) in schools.iter().enumerate() {
            for (year_place, year) in years.iter().enumerate() {
                let cell = school_place * years.len() + year_place;
                for (gathered, adder) in gathered.iter_mut().zip(&plan.adders) {
                    let tally = match adder {
                        Adder::Spread { column, start, size } => {
                            let from = cell * plan.counters + start;
                            let counters = counters.counters.get(from..from + size).unwrap_or(&[]);
                            let is_score = plan.columns.get(*column) == Some(&Column::Scores);
                            let unit = 10_i64.pow(3_u32.saturating_sub(u32::from(gathered.decimals)));
                            let value = |place: i64| {
                                if !is_score {
                                    return place;
                                }
                                let score = usize::try_from(place).ok().and_then(|place| scores.list.get(place));
                                score.map_or(0, |score| i64::from(*score) / unit)
                            };
                            let counted = (0_i64..).zip(counters).filter(|(_, records)| **records > 0);
                            let mut spread = Vec::with_capacity(counted.clone().count());
                            spread.extend(counted.map(|(place, records)| (value(place), u64::from(*records))));
                            (!spread.is_empty()).then_some(Tally::Spread(spread))
                        }
                        Adder::Totals { start, .. } => {
                            let from = cell * plan.sums + start;
                            match counters.sums.get(from..from + 3) {
                                Some([records, sum, per]) if *records > 0 => Some(Tally::Totals {
                                    records: u64::try_from(*records).unwrap_or(0),
                                    sum: *sum,
                                    per: *per,
                                }),
                                _ => None,
                            }
                        }
                        Adder::Nothing => None,
                    };
                    if let Some(tally) = tally {
                        gathered.cells.push((*school, *year, tally));
                    }
                }
            }
        }
    }
}

/// Where the counters of a school and year stand.
struct CellPlaces {
    schools: Vec<u32>,
    years: Vec<u32>,
    year_count: usize,
}

impl CellPlaces {
    /// None for a school or year that isn't counted now.
    #[inline]
    fn of<R: Row>(&self, row: &R) -> Option<u32> {
        let place =
            |places: &[u32], code: u16| places.get(usize::from(code)).filter(|place| **place != NOWHERE).copied();
        let (school, year) = (place(&self.schools, row.school())?, place(&self.years, row.year())?);
        u32::try_from(wide(school) * self.year_count + wide(year)).ok()
    }
}

/// No place.
const NOWHERE: u32 = u32::MAX;

/// How many rows wait at most to be counted together.
const WAITING: usize = 1 << 14;

/// Rows that wait to be counted: for each its cell, what is added for it, and the places of its values in the columns.
struct Waiting {
    takers: Takers,
    cells: Vec<u32>,
    lists: Vec<u32>,
    places: Vec<u32>,
    // The rows, cell by cell.
    order: Vec<u32>,
    // Where the rows of each cell begin in the order.
    starts: Vec<u32>,
}

impl Waiting {
    fn new(cells: usize, takers: Takers) -> Self {
        Self {
            takers,
            cells: Vec::with_capacity(WAITING),
            lists: Vec::with_capacity(WAITING),
            places: Vec::new(),
            order: Vec::with_capacity(WAITING),
            starts: vec![0; cells + 1],
        }
    }

    /// Counts the rows that wait, cell by cell, so that the counters of a cell stay at hand.
    #[inline(never)]
    fn add(&mut self, plan: &Plan, counters: &mut [u32]) {
        self.sort();
        let columns = plan.columns.len();
        for row in &self.order {
            let row = wide(*row);
            let (Some(cell), Some(list)) = (self.cells.get(row), self.lists.get(row)) else { continue };
            let counted = wide(*cell) * plan.counters;
            let counters = counters.get_mut(counted..counted + plan.counters).unwrap_or_default();
            let mut list = self.takers.list(*list);
            // What is summed was.
            next_list(&mut list);
            let places = self.places.get(row * columns..(row + 1) * columns).unwrap_or_default();
            for place in places {
                for start in next_list(&mut list) {
                    // Nowhere is behind all counters.
                    if let Some(counter) = counters.get_mut(wide(start.saturating_add(*place))) {
                        // There are fewer rows than a counter can count.
                        *counter = counter.wrapping_add(1);
                    }
                }
            }
        }
        self.cells.clear();
        self.lists.clear();
        self.places.clear();
        self.takers.limit();
    }

    fn sort(&mut self) {
        self.starts.fill(0);
        for cell in &self.cells {
            if let Some(next) = self.starts.get_mut(wide(*cell) + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.order.clear();
        self.order.resize(self.cells.len(), 0);
        for (row, cell) in (0_u32..).zip(&self.cells) {
            let Some(start) = self.starts.get_mut(wide(*cell)) else { continue };
            if let Some(slot) = self.order.get_mut(wide(*start)) {
                *slot = row;
            }
            *start += 1;
        }
    }
}

/// The most numbers that are kept of what is added for which classes.
const MOST_TAKERS: usize = 1 << 20;

/// What is added for rows whose codes are of the same classes, worked out once: most rows share theirs with many others.
struct Takers {
    // How many classes of kinds and grades there are.
    kinds: usize,
    grades: usize,
    // Where the lists begin, by the classes' place. In the map where there are too many places for a table.
    table: Vec<u32>,
    map: HashMap<usize, u32>,
    lists: Vec<u32>,
}

/// Not worked out yet.
const NEW: u32 = u32::MAX;

impl Takers {
    fn new(by: &By) -> Self {
        let places = by.kind.len().saturating_mul(by.grade.len()).saturating_mul(by.profile.len());
        let table = if places > MOST_TAKERS { Vec::new() } else { vec![NEW; places] };
        Self { kinds: by.kind.len(), grades: by.grade.len(), table, map: HashMap::default(), lists: Vec::new() }
    }

    /// Where the list begins.
    #[inline]
    fn of(&mut self, classes: [usize; 3], work_out: impl FnOnce([usize; 3]) -> Vec<u32>) -> u32 {
        let [kind, grade, profile] = classes;
        let place =
            profile.saturating_mul(self.grades).saturating_add(grade).saturating_mul(self.kinds).saturating_add(kind);
        let start = match self.table.get(place) {
            Some(start) => *start,
            None => self.map.get(&place).copied().unwrap_or(NEW),
        };
        if start == NEW { self.add(place, work_out(classes)) } else { start }
    }

    #[inline]
    fn list(&self, start: u32) -> &[u32] {
        self.lists.get(wide(start)..).unwrap_or_default()
    }

    #[cold]
    fn add(&mut self, place: usize, list: Vec<u32>) -> u32 {
        let start = u32::try_from(self.lists.len()).unwrap_or(NEW);
        self.lists.extend(list);
        match self.table.get_mut(place) {
            Some(known) => *known = start,
            None => {
                self.map.insert(place, start);
            }
        }
        start
    }

    /// Forgets all lists when there are too many.
    fn limit(&mut self) {
        if self.lists.len() > MOST_TAKERS {
            self.table.fill(NEW);
            self.map.clear();
            self.lists.clear();
        }
    }
}

/// Takes the list at the front, which stands behind its length.
fn next_list<'a>(lists: &mut &'a [u32]) -> &'a [u32] {
    let Some((length, rest)) = lists.split_first() else { return &[] };
    let (list, rest) = rest.split_at_checked(wide(*length)).unwrap_or((rest, &[]));
    *lists = rest;
    list
}

struct Counters {
    counters: Vec<u32>,
    sums: Vec<i64>,
}

impl Counters {
    fn sum(&mut self, place: usize, numbers: [i64; 3]) {
        for (sum, number) in self.sums.iter_mut().skip(place).zip(numbers) {
            // The largest scores of more rows than a file can have fit.
            *sum = sum.saturating_add(number);
        }
    }
}

fn is_spread_of_scores(slice: &Slice) -> bool {
    slice.count == Count::Numbers && Element::named(&slice.of) == Some(Element::Score)
}

/// Words instead of places in the records' own dictionaries: only those that occur, in order, so that nothing depends on
/// the order of rows.
fn name(gathered: &mut Gathered, column: &Column, records: &Records) {
    let all: Vec<String> = match column {
        Column::Words(_) => column::words(column, records),
        Column::Participation => {
            gathered.words = PARTICIPATION.iter().map(|word| (*word).to_owned()).collect();
            return;
        }
        Column::Chronic { .. } => {
            gathered.words = CHRONIC.iter().map(|word| (*word).to_owned()).collect();
            return;
        }
        Column::Growth | Column::Scores => return,
    };
    let word = |place: i64| usize::try_from(place).ok().and_then(|place| all.get(place));
    let spreads = gathered.cells.iter().filter_map(|(_, _, tally)| match tally {
        Tally::Spread(spread) => Some(spread),
        Tally::Totals { .. } => None,
    });
    let mut used: Vec<i64> = Vec::new();
    for (place, _) in spreads.flatten() {
        if !used.contains(place) {
            used.push(*place);
        }
    }
    let words: Vec<String> = order::distinct(used.iter().filter_map(|place| word(*place)).cloned());
    let renamed = used.iter().filter_map(|place| {
        let new = words.binary_search(word(*place)?).ok()?;
        Some((*place, i64::try_from(new).ok()?))
    });
    let renamed: HashMap<i64, i64> = renamed.collect();
    for (_, _, tally) in &mut gathered.cells {
        let Tally::Spread(spread) = tally else { continue };
        spread.retain_mut(|(place, _)| match renamed.get(place) {
            Some(new) => {
                *place = *new;
                true
            }
            None => false,
        });
        order::sort(spread);
    }
    gathered.words = words;
}

/// How many decimals the scores, which are thousandths, really have.
fn score_decimals(scores: &[i32]) -> u8 {
    [(0_u8, 1000), (1, 100), (2, 10)]
        .into_iter()
        .find(|(_, unit)| scores.iter().all(|score| score % unit == 0))
        .map_or(3, |(decimals, _)| decimals)
}

/// Which codes occur.
#[derive(Default)]
struct Marks {
    schools: Vec<bool>,
    years: Vec<bool>,
    grades: u32,
    /// By year: of which elements there are values.
    values: Vec<u8>,
}

impl Marks {
    /// Marks the codes of rows, each of which is shown too.
    #[inline(never)]
    fn mark<R: Row>(&mut self, rows: impl Iterator<Item = R>, mut show: impl FnMut(&R)) {
        rows.for_each(|row| {
            show(&row);
            self.mark_one(&row);
        });
    }

    /// The years of which some row has a value of the element that a slice counts.
    fn years_of<R: Row>(&self, slice: &Slice) -> Vec<u16> {
        let element = Element::named(&slice.of);
        let place = (0_u32..).zip(R::ELEMENTS).find(|(_, known)| Some(**known) == element).map(|(place, _)| place);
        let has = |year: &u16| {
            let values = self.values.get(usize::from(*year)).copied().unwrap_or(0);
            place.is_none_or(|place| values >> place & 1 == 1)
        };
        places(&self.years).into_iter().filter(has).collect()
    }

    #[inline]
    fn mark_one(&mut self, row: &impl Row) {
        // School 0 is none: such a row belongs to no school.
        if row.school() == 0 {
            return;
        }
        mark_at(&mut self.schools, row.school(), true);
        mark_at(&mut self.years, row.year(), true);
        mark_at(&mut self.values, row.year(), row.values());
        self.grades |= 1_u32.checked_shl(u32::from(row.grade())).unwrap_or(0);
    }

    fn grades(&self) -> impl Iterator<Item = Grade> {
        let grades = self.grades;
        (0_u8..32).filter_map(Grade::of_code).filter(move |grade| grades >> grade.code() & 1 == 1)
    }
}

/// Adds a mark to a code's.
#[inline]
fn mark_at<T: Copy + Default + std::ops::BitOrAssign>(marks: &mut Vec<T>, code: u16, mark: T) {
    match marks.get_mut(usize::from(code)) {
        Some(marks) => *marks |= mark,
        None => first_mark(marks, code, mark),
    }
}

#[cold]
fn first_mark<T: Copy + Default>(marks: &mut Vec<T>, code: u16, mark: T) {
    marks.resize(usize::from(code), T::default());
    marks.push(mark);
}

/// The codes that occur, in order.
fn places(marks: &[bool]) -> Vec<u16> {
    (0_u16..).zip(marks).filter(|(_, mark)| **mark).map(|(code, _)| code).collect()
}

/// The place of each code in a list of them.
fn inverse(codes: &[u16]) -> Vec<u32> {
    let most = codes.iter().max().map_or(0, |code| usize::from(*code) + 1);
    let mut places = vec![NOWHERE; most];
    for (place, code) in (0_u32..).zip(codes) {
        if let Some(slot) = places.get_mut(usize::from(*code)) {
            *slot = place;
        }
    }
    places
}

fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
