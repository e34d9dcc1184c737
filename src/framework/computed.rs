//! Measures computed from student records: what is to be counted for them, and their values from the cells.

use super::Framework;
use super::definition::{Computed, Definition, Excused, Measure, Minimum, Participation, Prefer, Statistic};
use super::entries::{Entries, Entry};
use super::notices::{
    BelowMinimum, ComputedOutOfRange, NotCounted, NotInRecords, StaysUnknown, TwoOrigins, WordsWithoutMeaning,
    YearsNotInRecords,
};
use super::observations::{Basis, MeasureValues, Observation, same_word, school_year};
use super::value::{Reason, Value};
use crate::exact::{Exact, ExactError};
use crate::notice::{Notice, Place, Told};
use crate::order;
use crate::records::cells::{CHRONIC, Cells, Counted, PARTICIPATION, Tally};
use crate::records::plan::{CellPlan, Count, Filter, Slice};
use crate::tables::SchoolTable;

/// The element that tells whether a student was at the school for a full academic year, and its word for yes.
const FULL_YEAR: (&str, &str) = ("schoolFullAcademicYear", "Yes");
/// The element that tells who took a test.
const TOOK_PART: &str = "assessmentRegistrationParticipationIndicator";
pub(super) const GROWTH: &str = "studentGrowthPercentile";

impl Framework {
    /// What is to be counted in student records for the measures of this framework.
    pub fn cell_plan(&self) -> CellPlan {
        let definition = &self.definition;
        let mut all = Vec::new();
        for entry in &definition.measures {
            if let Some(computed) = &entry.value.computed {
                all.extend(slices(computed, definition));
                for (_, slice) in beside(computed, definition) {
                    all.push(slice);
                }
            }
        }
        CellPlan::new(all)
    }
}

impl Framework {
    /// The measures that these cells were not counted for.
    pub fn not_counted(&self, cells: &Cells) -> Vec<String> {
        let mut lacking = Vec::new();
        for entry in &self.definition.measures {
            if let Some(computed) = &entry.value.computed
                && slices(computed, &self.definition).iter().any(|slice| cells.of(slice).is_none())
            {
                lacking.push(entry.name.clone());
            }
        }
        lacking
    }
}

/// What a measure's value and participation rest on.
fn slices(computed: &Computed, definition: &Definition) -> Vec<Slice> {
    let mut slices = vec![slice(computed, definition)];
    slices.extend(participation_slice(computed, definition));
    slices
}

/// What is counted for a measure's value.
pub(super) fn slice(computed: &Computed, definition: &Definition) -> Slice {
    of_students(computed, definition, computed.full_academic_year)
}

/// The same, of students of a full academic year or of all.
fn of_students(computed: &Computed, definition: &Definition, full_year: bool) -> Slice {
    let count = match computed.statistic {
        Statistic::Share if computed.at_least.is_some() => Count::Numbers,
        Statistic::Share | Statistic::Index => Count::Words,
        Statistic::Mean => Count::Sum,
        Statistic::Median => Count::Numbers,
        Statistic::Rate => Count::Ratio,
        Statistic::ChronicAbsence => Count::Chronic,
    };
    let chronic = computed.statistic == Statistic::ChronicAbsence;
    Slice {
        per: computed.per.clone().filter(|_| matches!(count, Count::Ratio | Count::Chronic)),
        at_least: computed.at_least.clone().filter(|_| chronic),
        minimum: computed.minimum_days.clone().filter(|_| chronic),
        ..chosen(&computed.of, count, computed, full_year, definition)
    }
    .in_order()
}

/// Why records may be left out.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LeftOut {
    /// Who took the test: of a growth percentile also where no participation rate is asked for.
    TookPart,
    /// Students who were there for however few days.
    Days,
    /// The student's stays aren't known. Of a student who may count at another school than the record's that is only whether it
    /// is known at which.
    Stay,
    /// Students who weren't there for a full academic year, and those who were.
    Year,
}

/// What is counted to tell who was left out. No value rests on it.
pub(super) fn beside(computed: &Computed, definition: &Definition) -> Vec<(LeftOut, Slice)> {
    let mut beside = Vec::new();
    let mut add = |why: LeftOut, mut slice: Slice| {
        // How many there are is enough.
        if slice.count == Count::Numbers {
            slice.count = Count::Sum;
        }
        beside.push((why, slice));
    };
    if computed.of == GROWTH {
        let mut own = slice(computed, definition);
        own.of = TOOK_PART.to_owned();
        own.count = Count::Participation;
        add(LeftOut::TookPart, own);
    } else if let Some(took_part) = participation_slice(computed, definition) {
        add(LeftOut::TookPart, took_part);
    }
    for why in [LeftOut::Days, LeftOut::Stay, LeftOut::Year] {
        let any_year = of_students(computed, definition, false);
        let mut own = slice(computed, definition);
        match (why, &own.enrollment) {
            (LeftOut::Days, _) if own.minimum.is_some() => own.minimum = None,
            (LeftOut::Stay, Some(rule)) => {
                if rule.counts_at.is_some() && rule.full_year.is_some() {
                    own = any_year;
                }
                own.unsettled = true;
            }
            (LeftOut::Year, _) if computed.full_academic_year => own = any_year,
            _ => continue,
        }
        add(why, own);
    }
    beside
}

/// What is counted for its participation rate.
pub(super) fn participation_slice(computed: &Computed, definition: &Definition) -> Option<Slice> {
    let Participation { full_academic_year, .. } = computed.participation.as_ref()?;
    Some(chosen(TOOK_PART, Count::Participation, computed, *full_academic_year, definition).in_order())
}

fn chosen(of: &str, count: Count, computed: &Computed, full_year: bool, definition: &Definition) -> Slice {
    let mut filter = Filter::new();
    let rule = computed.enrollment.as_ref().and_then(|name| definition.enrollments.get(name));
    // What the rule doesn't say of a full year is asked of the records' own column.
    let by_rule = full_year && rule.is_some_and(|rule| rule.full_year.is_some());
    let enrollment = rule.filter(|rule| by_rule || rule.counts_at.is_some()).cloned().map(|mut rule| {
        rule.cite = None;
        rule.full_year.take_if(|_| !by_rule);
        rule
    });
    let full_year = full_year && !by_rule;
    let full_year = full_year.then(|| (FULL_YEAR.0.to_owned(), vec![FULL_YEAR.1.to_owned()]));
    for (element, words) in pairs(&computed.filter).chain(pairs(&computed.group)).chain(full_year) {
        // Where two of the three choose by the same element, both must hold.
        let both = match filter.get(&element) {
            None => words,
            Some(known) => words.into_iter().filter(|word| known.iter().any(|other| same_word(other, word))).collect(),
        };
        filter.insert(element, both);
    }
    let any_group = computed.any_group.iter().map(|group| pairs(group).collect()).collect();
    Slice { filter, any_group, enrollment, ..Slice::new(of, count) }
}

fn pairs(entries: &Entries<Vec<String>>) -> impl Iterator<Item = (String, Vec<String>)> {
    entries.iter().map(|entry| (entry.name.clone(), entry.value.clone()))
}

/// Cells beside a table of schools.
pub(super) struct Counts<'a> {
    definition: &'a Definition,
    cells: &'a Cells,
    table: &'a SchoolTable,
    /// Where each school of the table stands among the cells' schools.
    places: Vec<Option<usize>>,
    /// The cells' years as numbers.
    years: Vec<Option<i32>>,
}

/// A computed measure of a year.
pub(super) struct Asked<'a> {
    pub measure: &'a Entry<Measure>,
    pub computed: &'a Computed,
    /// The year, as the files write it.
    pub year: Option<&'a str>,
    /// Whether it is the rated year.
    pub rated: bool,
}

impl Asked<'_> {
    fn name(&self) -> String {
        self.measure.name.clone()
    }

    /// The year, where it isn't the rated one.
    fn other_year(&self) -> String {
        self.year.filter(|_| !self.rated).unwrap_or_default().to_owned()
    }

    fn place(&self) -> Place {
        Place::pointer(&self.measure.pointer)
    }
}

/// The counts of a slice that answer for a measure, before schools are looked at.
enum Answered<'a> {
    /// The counts, and the places of the years that are pooled.
    By(&'a Counted, Vec<usize>),
    /// It isn't known.
    Open,
}

impl<'a> Counts<'a> {
    pub fn new(definition: &'a Definition, cells: &'a Cells, table: &'a SchoolTable) -> Self {
        let places = table.schools().iter().map(|school| cells.school(&school.id)).collect();
        let years = cells.years.iter().map(|year| school_year(year)).collect();
        Self { definition, cells, table, places, years }
    }

    /// The measure as the cells give it, for each school of the table.
    pub fn observe(&self, asked: &Asked<'_>, told: &mut Vec<Notice>) -> Vec<Observation> {
        let computed = asked.computed;
        let answered = self.answer(&slice(computed, self.definition), asked, told);
        let took_part = participation_slice(computed, self.definition).map(|slice| self.answer(&slice, asked, told));
        let minimum = asked.measure.value.minimum.as_deref().and_then(|class| self.definition.minimums.get(class));
        let missing = if asked.measure.value.optional { Reason::NotReported } else { Reason::NotSupplied };
        let observations = self.places.iter().enumerate().map(|(school, place)| {
            let participation = match &took_part {
                None => Value::Absent(Reason::NotAsked),
                Some(Answered::Open) => Value::Absent(missing),
                Some(Answered::By(counted, years)) => {
                    participation(counted, pooled(counted, years, *place).as_ref(), computed.participation.as_ref())
                }
            };
            let Answered::By(counted, years) = &answered else {
                let beside = Observation::absent(missing, Basis::Computed, false);
                return Observation { participation, ..beside };
            };
            let tally = pooled(counted, years, *place);
            let n = tally.as_ref().map_or(0, Tally::records);
            let value = match &tally {
                Some(tally) if n > 0 => value(computed, counted, tally),
                _ => Value::Absent(match &took_part {
                    Some(Answered::By(counted, years)) if pooled(counted, years, *place).is_some() => Reason::NotTested,
                    _ => Reason::NotReported,
                }),
            };
            let n = whole(n).map_or(Value::Absent(Reason::NotComputable), Value::Number);
            let value = self.judged(value, &n, asked, minimum, school, told);
            let response_rate = Value::Absent(Reason::NotAsked);
            let listed = tally.is_some();
            Observation { value, n, participation, response_rate, basis: Basis::Computed, listed }
        });
        observations.collect()
    }

    /// A school's state of a slice, if it's known. What is noticed in answering was told when the schools were rated.
    pub fn found(&self, slice: &Slice, asked: &Asked<'_>, school: usize) -> Option<(&'a Counted, Option<Tally>)> {
        let Answered::By(counted, years) = self.answer(slice, asked, &mut Vec::new()) else { return None };
        Some((counted, pooled(counted, &years, *self.places.get(school)?)))
    }

    /// A school's state of a slice in the years of another one that answers for a measure; and whether the records of all these
    /// years say it.
    pub fn beside(
        &self,
        slice: &Slice,
        own: &Slice,
        asked: &Asked<'_>,
        school: usize,
    ) -> Option<(&'a Counted, Option<Tally>, bool)> {
        let Answered::By(_, years) = self.answer(own, asked, &mut Vec::new()) else { return None };
        let counted = self.cells.of(slice)?;
        let said = years.iter().all(|year| counted.years.contains(year));
        Some((counted, pooled(counted, &years, *self.places.get(school)?), said))
    }

    /// The counts of a slice and the years that are pooled, or why they can't be used.
    fn answer(&self, slice: &Slice, asked: &Asked<'_>, told: &mut Vec<Notice>) -> Answered<'a> {
        let computed = asked.computed;
        let Some(counted) = self.cells.of(slice) else {
            once(told, NotCounted { measure: asked.name() }.at(asked.place()));
            return Answered::Open;
        };
        let mut open = false;
        if counted.unsettled > 0 {
            let told_once = StaysUnknown { measure: asked.name(), records: counted.unsettled };
            once(told, told_once.at(asked.place()));
        }
        let nothing = Vec::new();
        for element in &counted.unmatched {
            let found = self.cells.words.get(element).unwrap_or(&nothing);
            let groups = || std::iter::once(&computed.group).chain(&computed.any_group);
            let by_group = groups().any(|group| group.get(element).is_some());
            // A student group that nobody is in is empty. A subject that isn't there wasn't supplied.
            open |= found.is_empty() || !by_group || computed.filter.get(element).is_some();
            let filters = std::iter::once(&slice.filter).chain(&slice.any_group);
            let wanted = order::distinct(filters.filter_map(|filter| filter.get(element)).flatten().cloned());
            // Words of the element that is counted are no words that it was chosen by.
            let found = if *element == slice.of { Vec::new() } else { found.clone() };
            let notice = NotInRecords { measure: asked.name(), element: element.clone(), wanted, found };
            once(told, notice.at(asked.place()));
        }
        if slice.count == Count::Words
            && computed.statistic == Statistic::Share
            && !counted.words.is_empty()
            && !counted.words.iter().any(|word| computed.counts.iter().any(|yes| same_word(yes, word)))
        {
            let (wanted, found) = (computed.counts.clone(), counted.words.clone());
            let notice = NotInRecords { measure: asked.name(), element: computed.of.clone(), wanted, found };
            once(told, notice.at(asked.place()));
            open = true;
        }
        let year = asked.year.and_then(school_year);
        let wanted = 0..i32::from(computed.years.unwrap_or(1).max(1));
        let wanted: Vec<Option<i32>> = wanted.map(|back| year.map(|year| year - back)).collect();
        let at = |year: &Option<i32>| {
            // Records without a year stand for the rated one, where no file has years.
            let place = self.years.iter().position(|known| known == year)?;
            let one_of_none = year.is_none() && wanted.len() > 1;
            (counted.years.contains(&place) && !one_of_none).then_some(place)
        };
        let years: Option<Vec<usize>> = wanted.iter().map(at).collect();
        let Some(years) = years else {
            if open {
                return Answered::Open;
            }
            let lacking = wanted
                .iter()
                .filter(|year| at(year).is_none())
                .flatten()
                .map(|year| i64::from(*year).to_string())
                .collect();
            let found = counted.years.iter().filter_map(|year| self.cells.years.get(*year).cloned()).collect();
            once(told, YearsNotInRecords { measure: asked.name(), years: lacking, found }.at(asked.place()));
            return Answered::Open;
        };
        if slice.count == Count::Words
            && let Some(words) = without_meaning(computed, counted, &years)
        {
            let notice = WordsWithoutMeaning { measure: asked.name(), element: computed.of.clone(), words };
            once(told, notice.at(asked.place()));
        }
        if open { Answered::Open } else { Answered::By(counted, years) }
    }

    /// The value, if there are enough students for it and it can be one of the measure's.
    fn judged(
        &self,
        value: Value,
        n: &Value,
        asked: &Asked<'_>,
        minimum: Option<&Minimum>,
        school: usize,
        told: &mut Vec<Notice>,
    ) -> Value {
        let place = || {
            let school = self.table.schools().get(school).map(|school| school.id.to_string());
            Place { school, column: Some(asked.name()), ..Place::default() }
        };
        if let (Some(least), Value::Number(n)) = (minimum.and_then(|minimum| minimum.n.as_ref()), n)
            && n < least
        {
            if !n.is_zero() {
                told.push(BelowMinimum { measure: asked.name(), year: asked.other_year() }.at(place()));
            }
            return Value::Absent(Reason::TooFewStudents);
        }
        if let (Value::Number(number), Some((low, high))) = (&value, &asked.measure.value.range)
            && (number < low || number > high)
        {
            let [value, low, high] = [number, low, high].map(|number| number.clone().into());
            told.push(ComputedOutOfRange { measure: asked.name(), value, low, high }.at(place()));
            return Value::Absent(Reason::Unreadable);
        }
        value
    }
}

/// A value and its participation may lack the same, and so may several years: it is told once.
fn once(told: &mut Vec<Notice>, notice: Notice) {
    if !told.contains(&notice) {
        told.push(notice);
    }
}

/// The value of a measure. There is at least one record.
pub(super) fn value(computed: &Computed, counted: &Counted, tally: &Tally) -> Value {
    match statistic(computed, counted, tally) {
        Ok(Some(value)) => Value::Number(value),
        Ok(None) => Value::Absent(Reason::Unreadable),
        Err(_) => Value::Absent(Reason::NotComputable),
    }
}

/// The statistic; none when a word that occurs has no meaning.
fn statistic(computed: &Computed, counted: &Counted, tally: &Tally) -> Result<Option<Exact>, ExactError> {
    let records = whole(tally.records())?;
    match (computed.statistic, tally) {
        (Statistic::Share, Tally::Spread(spread)) => {
            let mut yes = 0;
            for (value, records) in spread {
                let counts = match &computed.at_least {
                    Some(least) => counted.number(*value)? >= *least,
                    None => match meaning(computed, word(counted, *value)) {
                        Some(meaning) => !meaning.is_zero(),
                        None => return Ok(None),
                    },
                };
                yes += if counts { *records } else { 0 };
            }
            whole(yes)?.mul(&Exact::HUNDRED)?.div(&records).map(Some)
        }
        (Statistic::Index, Tally::Spread(spread)) => {
            let mut sum = Exact::ZERO;
            for (value, records) in spread {
                let Some(worth) = meaning(computed, word(counted, *value)) else { return Ok(None) };
                sum = sum.add(&worth.mul(&whole(*records)?)?)?;
            }
            sum.div(&records).map(Some)
        }
        (Statistic::Median, Tally::Spread(spread)) => median(counted, spread).map(Some),
        (Statistic::ChronicAbsence, Tally::Spread(spread)) => {
            let [_, yes] = CHRONIC.map(|word| having(counted, spread, word));
            whole(yes)?.mul(&Exact::HUNDRED)?.div(&records).map(Some)
        }
        (Statistic::Mean, Tally::Totals { sum, .. }) => counted.number(*sum)?.div(&records).map(Some),
        (Statistic::Rate, Tally::Totals { sum, per, .. }) => {
            Exact::integer(*sum).mul(&Exact::HUNDRED)?.div(&Exact::integer(*per)).map(Some)
        }
        // A document whose states are of another kind than its slices was changed by hand.
        _ => Ok(None),
    }
}

/// Of what is both reported and computed, what the policy prefers; and whether some school has both.
pub(super) fn preferred(
    asked: &Asked<'_>,
    reported: MeasureValues,
    computed: Vec<Observation>,
    notices: &mut Vec<Notice>,
) -> MeasureValues {
    let MeasureValues::Each(reported) = reported else { return MeasureValues::Each(computed) };
    let prefer = asked.measure.value.prefer;
    let mut both = false;
    let pairs = reported.into_iter().zip(computed);
    let chosen = pairs.map(|(reported, computed)| {
        both |= reported.listed && computed.listed;
        let first = match prefer {
            Prefer::Reported => reported.listed,
            Prefer::Computed => !computed.listed,
        };
        // Where neither lists the school, what the records say of it is nearer to the students.
        if first && reported.listed { reported } else { computed }
    });
    let chosen = MeasureValues::Each(chosen.collect());
    if both && asked.rated {
        let used = match prefer {
            Prefer::Reported => "reported",
            Prefer::Computed => "computed",
        };
        notices.push(TwoOrigins { measure: asked.name(), used: used.to_owned() }.at(asked.place()));
    }
    chosen
}

pub(super) fn word(counted: &Counted, place: i64) -> &str {
    usize::try_from(place).ok().and_then(|place| counted.words.get(place)).map_or("", String::as_str)
}

/// What a word is worth, or whether it counts: 1 or 0. None when the policy doesn't say.
fn meaning(computed: &Computed, word: &str) -> Option<Exact> {
    if computed.statistic == Statistic::Index {
        let worth = computed.worth.iter().find(|entry| same_word(&entry.name, word));
        return worth.map(|entry| entry.value.clone());
    }
    let among = |words: &[String]| words.iter().any(|known| same_word(known, word));
    if among(&computed.counts) {
        Some(Exact::ONE)
    } else if computed.others.is_empty() || among(&computed.others) {
        Some(Exact::ZERO)
    } else {
        None
    }
}

/// The words that occur in these years and that the policy doesn't speak of.
fn without_meaning(computed: &Computed, counted: &Counted, years: &[usize]) -> Option<Vec<String>> {
    let unknown: Vec<i64> = (0_i64..)
        .zip(&counted.words)
        .filter(|(_, word)| meaning(computed, word).is_none())
        .map(|(place, _)| place)
        .collect();
    let cells = counted.cells.iter().filter(|cell| years.contains(&cell.year));
    let spreads = cells.filter_map(|cell| match &cell.tally {
        Tally::Spread(spread) => Some(spread),
        Tally::Totals { .. } => None,
    });
    let occur = spreads.flatten().map(|(value, _)| *value).filter(|value| unknown.contains(value));
    let words: Vec<String> = order::distinct(occur).into_iter().map(|place| word(counted, place).to_owned()).collect();
    (!words.is_empty()).then_some(words)
}

/// A school's state in several years together.
fn pooled(counted: &Counted, years: &[usize], school: Option<usize>) -> Option<Tally> {
    let tallies = years.iter().filter_map(|year| counted.tally(school?, *year));
    let mut all: Option<Tally> = None;
    for tally in tallies {
        all = Some(match all {
            None => tally.clone(),
            Some(sum) => sum.add(tally)?,
        });
    }
    all
}

/// The middle value; of an even number of them the mean of the middle two.
fn median(counted: &Counted, spread: &[(i64, u64)]) -> Result<Exact, ExactError> {
    let records: u64 = spread.iter().map(|(_, records)| records).sum();
    // The value of a record by its place in the order, from 0.
    let at = |place: u64| {
        let mut before = 0;
        let found = spread.iter().find(|(_, records)| {
            before += records;
            place < before
        });
        found.map_or(0, |(value, _)| *value)
    };
    let middle = records / 2;
    let upper = counted.number(at(middle))?;
    if records % 2 == 1 {
        return Ok(upper);
    }
    upper.add(&counted.number(at(middle.saturating_sub(1)))?)?.div(&Exact::integer(2))
}

/// How many records have a word.
fn having(counted: &Counted, spread: &[(i64, u64)], word: &str) -> u64 {
    let place = (0_i64..).zip(&counted.words).find(|(_, known)| *known == word).map(|(place, _)| place);
    spread.iter().find(|(value, _)| Some(*value) == place).map_or(0, |(_, records)| *records)
}

/// Students tested, of those who should have been, in percent.
fn participation(counted: &Counted, tally: Option<&Tally>, rule: Option<&Participation>) -> Value {
    let (Some(Tally::Spread(spread)), Some(rule)) = (tally, rule) else {
        return Value::Absent(Reason::NotReported);
    };
    let [excused, not_tested, tested] = PARTICIPATION.map(|word| having(counted, spread, word));
    let all = tested + not_tested + if rule.excused == Excused::In { excused } else { 0 };
    if all == 0 {
        // Everybody was excused, and excused students don't count.
        return Value::Absent(Reason::NotApplicable);
    }
    let rate = || whole(tested)?.mul(&Exact::HUNDRED)?.div(&whole(all)?);
    rate().map_or(Value::Absent(Reason::NotComputable), Value::Number)
}

fn whole(number: u64) -> Result<Exact, ExactError> {
    i64::try_from(number).map(Exact::integer).map_err(|_| ExactError::TooManyDigits)
}
