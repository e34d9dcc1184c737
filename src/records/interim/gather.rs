//! The results of one school in one test: from the interim results, and from the assessments that tell a period.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::cycles::{self, Cycle, CycleOrder};
use crate::order::{self, Sorted};
use crate::records::collection::Collection;
use crate::records::element::Element;
use crate::records::store::{Grade, Records, Sitting};

/// A school with interim results, and what of them can be looked at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct InterimSchool {
    /// Its identifier.
    pub id: String,
    /// Its name, where a file of schools has it.
    pub name: Option<String>,
    /// Its tests.
    pub offers: Vec<InterimOffer>,
}

/// A test of one subject in one school year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct InterimOffer {
    /// The year in which the school year ends.
    pub year: String,
    /// The subject.
    pub subject: String,
    /// The name of the test; `""` where the file doesn't say.
    pub test: String,
}

/// A student's result in a cycle and a part of the test.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) student: u32,
    /// The places among the parts and the cycles.
    pub(super) part: usize,
    pub(super) cycle: usize,
    pub(super) score: Option<i32>,
    pub(super) points: Option<(i32, i32)>,
    /// The place among the levels.
    pub(super) level: Option<usize>,
    pub(super) on_track: Option<bool>,
    pub(super) grade: Grade,
    /// The student groups; those of the second where the first says nothing.
    pub(super) profiles: [u32; 2],
}

impl Found {
    /// The value of a student group; `""` where nothing says it.
    pub(super) fn group<'r>(&self, records: &'r Records, element: Element) -> &'r str {
        if element == Element::Grade {
            return self.grade.name();
        }
        let [first, second] = self.profiles.map(|profile| records.group(profile, element));
        if first.is_empty() { second } else { first }
    }
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) order: Option<CycleOrder>,
    pub(super) cycles: Vec<Cycle>,
    /// The names of standards and goal areas; `""` is the whole test.
    pub(super) parts: Vec<String>,
    pub(super) levels: Vec<String>,
    /// The levels that mean on track, as the layouts say.
    pub(super) on_track_levels: Vec<String>,
    /// By student, part and cycle.
    pub(super) found: Vec<Found>,
    /// How many results were left out, because two files contradict each other.
    pub(super) contradicting: u64,
}

/// A row before names are places.
#[derive(Clone, Copy)]
struct Raw<'r> {
    student: u32,
    sitting: &'r Sitting,
    score: Option<i32>,
    points: Option<(i32, i32)>,
    level: &'r str,
    on_track: Option<bool>,
    day: u32,
    number: u8,
    grade: Grade,
    profiles: [u32; 2],
    file: Option<u32>,
}

/// Which school and test.
pub(super) struct Wanted<'q> {
    pub(super) school: &'q str,
    pub(super) year: &'q str,
    pub(super) subject: &'q str,
    pub(super) test: &'q str,
}

impl Collection {
    /// The schools that have interim results, and their tests, in order. The collection should be settled.
    pub fn interim_schools(&self) -> Vec<InterimSchool> {
        let records = self.records();
        let interim = records.interim();
        let of_interim = interim.results().map(|row| packed(row.school, row.year, true, row.sitting));
        // Assessments without any period are not looked through.
        let with_period: Vec<bool> = records.sittings().iter().map(|sitting| !sitting.period.is_empty()).collect();
        let any = with_period.contains(&true);
        let blocks = if any { records.assessments().blocks() } else { &[] };
        let of_tests = blocks.iter().flat_map(|block| block.rows());
        let of_tests = of_tests.filter(|row| with_period.get(usize::from(row.sitting)) == Some(&true));
        let of_tests = of_tests.map(|row| packed(row.school, row.year, false, row.sitting));
        let mut seen: FxHashSet<u64> = FxHashSet::default();
        seen.extend(of_interim.chain(of_tests));
        let mut schools: Sorted<&str, Vec<InterimOffer>> = Sorted::new();
        for (school, year, is_interim, sitting) in seen.into_iter().map(unpacked) {
            let list = if is_interim { interim.sittings() } else { records.sittings() };
            let (Some(id), Some(sitting)) =
                (records.schools().get(usize::from(school)), list.get(usize::from(sitting)))
            else {
                continue;
            };
            let (subject, test) = (sitting.subject.clone(), sitting.test.clone());
            schools.change(id, |offers| offers.push(InterimOffer { year: year.to_string(), subject, test }));
        }
        let names = self.school_names();
        let named = schools.iter().map(|(id, offers)| InterimSchool {
            id: (*id).to_owned(),
            name: names.get(id).map(|name| (*name).to_owned()),
            offers: order::distinct(offers.iter().cloned()),
        });
        named.collect()
    }

    /// The names of schools by their identifiers; of several the first in order.
    pub(super) fn school_names(&self) -> Sorted<&str, &str> {
        let named = self.school_facts().filter_map(|(school, facts)| Some((school, facts.name.as_deref()?)));
        order::distinct(named).into_iter().rev().collect()
    }

    /// The results of a school in a test, each student, cycle and part once.
    pub(super) fn gather_interim(&self, wanted: &Wanted<'_>) -> Gathered {
        let rows = self.raw(wanted);
        let cycles = order::distinct(rows.iter().map(|row| row.sitting.period.as_str()));
        let known = cycles.iter().map(|name| {
            let of_cycle = || rows.iter().filter(|row| row.sitting.period == *name);
            Cycle {
                name: (*name).to_owned(),
                days: of_cycle().map(|row| row.day).filter(|day| *day != 0).collect(),
                numbers: order::distinct(of_cycle().map(|row| row.number).filter(|number| *number != 0)),
            }
        });
        let files = order::distinct(rows.iter().filter_map(|row| row.file));
        let layouts: Vec<&(Vec<String>, Vec<String>)> =
            files.into_iter().filter_map(|file| self.interim_of(file)).collect();
        let orders: Vec<&[String]> = layouts.iter().map(|(order, _)| order.as_slice()).collect();
        let (cycles, how) = cycles::in_order(known.collect(), &orders);
        let parts = order::distinct(rows.iter().map(|row| row.sitting.subtest.as_str()));
        let levels = order::distinct(rows.iter().map(|row| row.level).filter(|level| !level.is_empty()));
        let (merged, contradicting) = once(rows);
        let place = |row: &Raw<'_>| -> Option<Found> {
            Some(Found {
                student: row.student,
                part: parts.binary_search(&row.sitting.subtest.as_str()).ok()?,
                cycle: cycles.iter().position(|cycle| cycle.name == row.sitting.period)?,
                score: row.score,
                points: row.points,
                level: levels.binary_search(&row.level).ok(),
                on_track: row.on_track,
                grade: row.grade,
                profiles: row.profiles,
            })
        };
        let mut found: Vec<Found> = merged.iter().filter_map(place).collect();
        order::sort_by(&mut found, |a, b| (a.student, a.part, a.cycle).cmp(&(b.student, b.part, b.cycle)));
        let named = layouts.iter().flat_map(|(_, levels)| levels.iter().cloned());
        let on_track_levels = order::distinct(named.filter(|level| levels.contains(&level.as_str())));
        Gathered {
            order: Some(how),
            cycles,
            parts: parts.into_iter().map(str::to_owned).collect(),
            levels: levels.into_iter().map(str::to_owned).collect(),
            on_track_levels,
            found,
            contradicting,
        }
    }

    fn raw(&self, wanted: &Wanted<'_>) -> Vec<Raw<'_>> {
        let records = self.records();
        let Some(school) = records.schools().find(wanted.school) else { return Vec::new() };
        let Ok(year) = wanted.year.parse::<u16>() else { return Vec::new() };
        let is_wanted = |sitting: &&Sitting| sitting.subject == wanted.subject && sitting.test == wanted.test;
        let interim = records.interim();
        let of_interim = interim.by_file().filter(|(_, row)| row.school == school && row.year == year);
        let of_interim = of_interim.filter_map(|(file, row)| {
            Some(Raw {
                student: row.student,
                sitting: interim.sittings().get(usize::from(row.sitting)).filter(is_wanted)?,
                score: row.score,
                points: row.points,
                level: interim.levels().get(usize::from(row.level)).unwrap_or_default(),
                on_track: row.on_track,
                day: row.day,
                number: row.number,
                grade: row.grade,
                profiles: [row.profile; 2],
                file: Some(file),
            })
        });
        let mut rows: Vec<Raw<'_>> = of_interim.collect();
        let taken: Vec<bool> =
            records.sittings().iter().map(|sitting| !sitting.period.is_empty() && is_wanted(&sitting)).collect();
        if !taken.contains(&true) {
            return rows;
        }
        let of_tests = records.assessments().rows().filter(|row| {
            row.school == school && row.year == year && taken.get(usize::from(row.sitting)) == Some(&true)
        });
        rows.extend(of_tests.filter_map(|row| {
            let said = records.group(row.profile, Element::OnTrackGrowth);
            Some(Raw {
                student: row.student,
                sitting: records.sittings().get(usize::from(row.sitting))?,
                score: row.score,
                points: None,
                level: records.levels().get(usize::from(row.level)).unwrap_or_default(),
                on_track: (!said.is_empty()).then_some(said == "Yes"),
                day: 0,
                number: 0,
                grade: row.grade,
                profiles: [row.profile; 2],
                file: None,
            })
        }));
        rows
    }
}

/// A school, a year and what was taken, in one number.
fn packed(school: u16, year: u16, is_interim: bool, sitting: u16) -> u64 {
    let [a, b] = school.to_le_bytes();
    let [c, d] = year.to_le_bytes();
    let [e, f] = sitting.to_le_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, u8::from(is_interim), 0])
}

fn unpacked(all: u64) -> (u16, u16, bool, u16) {
    let [a, b, c, d, e, f, is_interim, _] = all.to_le_bytes();
    (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]), is_interim != 0, u16::from_le_bytes([e, f]))
}

/// Each student, cycle and part once: a test may be told by two tables. Where they contradict each other there is no result;
/// and how often that is.
fn once(mut rows: Vec<Raw<'_>>) -> (Vec<Raw<'_>>, u64) {
    order::sort_by(&mut rows, |a, b| {
        (a.student, &a.sitting.period, &a.sitting.subtest)
            .cmp(&(b.student, &b.sitting.period, &b.sitting.subtest))
            // The interim results first.
            .then_with(|| a.file.is_none().cmp(&b.file.is_none()))
    });
    let mut contradicting = 0;
    let mut merged = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|a, b| {
        a.student == b.student && a.sitting.period == b.sitting.period && a.sitting.subtest == b.sitting.subtest
    }) {
        let Some((first, others)) = group.split_first() else { continue };
        match others.iter().try_fold(*first, |all, other| unite(all, other)) {
            Some(row) => merged.push(row),
            None => {
                contradicting += 1;
                merged.push(Raw { score: None, points: None, level: "", on_track: None, ..*first });
            }
        }
    }
    (merged, contradicting)
}

/// What two rows say together; none where they contradict each other.
fn unite<'r>(one: Raw<'r>, other: &Raw<'r>) -> Option<Raw<'r>> {
    fn agreed<T: PartialEq + Copy>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
        match (one, other) {
            (Some(one), Some(other)) if one != other => None,
            (one, other) => Some(one.or(other)),
        }
    }
    let level = |level: &'r str| (!level.is_empty()).then_some(level);
    let [profile, _] = one.profiles;
    let [second, _] = other.profiles;
    Some(Raw {
        score: agreed(one.score, other.score)?,
        points: agreed(one.points, other.points)?,
        level: agreed(level(one.level), level(other.level))?.unwrap_or_default(),
        on_track: agreed(one.on_track, other.on_track)?,
        day: one.day.max(other.day),
        number: one.number.max(other.number),
        grade: one.grade.max(other.grade),
        profiles: [profile, second],
        ..one
    })
}
