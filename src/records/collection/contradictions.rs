//! Students whose rows of a year say different things of them.

use rustc_hash::FxHashMap as HashMap;

use super::Collection;
use super::settle::place;
use crate::notice::{Notice, Told};
use crate::order::Sorted;
use crate::records::element::Element;
use crate::records::notices as told;
use crate::records::store::{Assessment, Profile};
use crate::tables::Lines;

/// What a student is, whatever the subject: these should be the same in all rows of a year.
pub(super) const GROUPS: [Element; 12] = [
    Element::Sex,
    Element::Race,
    Element::EconomicDisadvantage,
    Element::EnglishLearner,
    Element::Disability,
    Element::Gifted,
    Element::Migrant,
    Element::Minority,
    Element::Section504,
    Element::Homeless,
    Element::Foster,
    Element::Military,
];

/// What the first row of a student and year says, and what was told of further ones.
#[derive(Debug, Clone, Copy)]
struct First {
    profile: u32,
    school: u16,
    told: u8,
}

/// No row yet.
const NO_ROW: First = First { profile: u32::MAX, school: 0, told: 0 };

/// That a row is of another school was told.
const SCHOOL: u8 = 1;

/// That a row has other groups was told.
const GROUP: u8 = 2;

/// All rows seen so far.
struct Comparison<'a> {
    profiles: &'a [Profile],
    // The dimensions of the groups.
    groups: Vec<usize>,
    // The place of each year, where rows are of it.
    years: Vec<Option<usize>>,
    year_count: usize,
    // For each student and year.
    first: Vec<First>,
    // On which groups two profiles differ: a bit each.
    differ: HashMap<(u32, u32), u16>,
    // All that was told of.
    told: u16,
}

impl Comparison<'_> {
    /// Compares rows with those before them. Those that differ are shown, with whether it is by school or by group.
    #[inline(never)]
    fn part(&mut self, rows: impl Iterator<Item = (u32, Assessment)>, show: &mut dyn FnMut(u32, &Assessment, u8)) {
        for (number, row) in rows {
            let Some(Some(year)) = self.years.get(usize::from(row.year)) else { continue };
            let student = usize::try_from(row.student).unwrap_or(usize::MAX);
            let place = student.saturating_mul(self.year_count).saturating_add(*year);
            let Some(known) = self.first.get_mut(place) else { continue };
            if known.profile == u32::MAX {
                *known = First { profile: row.profile, school: row.school, told: 0 };
                continue;
            }
            if known.school != row.school && known.told & SCHOOL == 0 {
                known.told |= SCHOOL;
                show(number, &row, SCHOOL);
            }
            if known.profile != row.profile && known.told & GROUP == 0 {
                let (profiles, groups) = (self.profiles, &self.groups);
                let pair = (known.profile.min(row.profile), known.profile.max(row.profile));
                let differ = *self.differ.entry(pair).or_insert_with(|| differing(profiles, groups, pair));
                if differ != 0 {
                    known.told |= GROUP;
                    self.told |= differ;
                    show(number, &row, GROUP);
                }
            }
        }
    }
}

/// On which groups two profiles say different things: a bit each.
fn differing(profiles: &[Profile], groups: &[usize], (a, b): (u32, u32)) -> u16 {
    let of = |place: u32| usize::try_from(place).ok().and_then(|place| profiles.get(place));
    let (Some(a), Some(b)) = (of(a), of(b)) else { return 0 };
    let differs = |dimension: usize| {
        let (a, b) = (a.value(dimension), b.value(dimension));
        a != 0 && b != 0 && a != b
    };
    (0_u32..).zip(groups).filter(|(_, dimension)| differs(**dimension)).fold(0, |bits, (bit, _)| bits | 1 << bit)
}

/// Notes the years of rows.
#[inline(never)]
fn note_years(rows: impl Iterator<Item = Assessment>, years: &mut Vec<Option<usize>>) {
    for row in rows {
        let year = usize::from(row.year);
        if years.len() <= year {
            years.resize(year + 1, None);
        }
        if let Some(known) = years.get_mut(year) {
            *known = Some(0);
        }
    }
}

impl Collection {
    /// Tells of students whose rows of a year say different things of their groups, or are at two schools.
    pub(super) fn compare_students(&self, notices: &mut Vec<Notice>) {
        let mut years: Vec<Option<usize>> = Vec::new();
        for part in self.records.assessments.parts() {
            note_years(part, &mut years);
        }
        let mut year_count = 0;
        for place in years.iter_mut().flatten() {
            *place = year_count;
            year_count += 1;
        }
        let mut all = Comparison {
            profiles: self.records.profiles.list(),
            groups: GROUPS.iter().filter_map(|element| element.dimension()).collect(),
            years,
            year_count,
            first: vec![NO_ROW; self.records.students.len() * year_count],
            differ: HashMap::default(),
            told: 0,
        };
        let mut group_lines: Sorted<u32, Lines> = Sorted::new();
        let mut school_lines: Sorted<u32, Lines> = Sorted::new();
        let mut show = |number: u32, row: &Assessment, by: u8| {
            let lines = if by == SCHOOL { &mut school_lines } else { &mut group_lines };
            lines.change(self.file_of(number), |lines| lines.add(u64::from(row.line)));
        };
        for part in self.records.assessments.numbered_parts() {
            all.part(part, &mut show);
        }
        let told = (0_u32..).zip(&GROUPS).filter(|(bit, _)| all.told >> bit & 1 == 1);
        let names: Vec<String> = told.map(|(_, element)| element.name().to_owned()).collect();
        for (file, lines) in group_lines.iter() {
            let notice = told::ConflictingGroups { count: lines.count, lines: lines.named(), groups: names.clone() };
            notices.push(notice.at(place(&self.files, *file, lines)));
        }
        for (file, lines) in school_lines.iter() {
            let notice = told::TwoSchools { count: lines.count, lines: lines.named() };
            notices.push(notice.at(place(&self.files, *file, lines)));
        }
    }
}
