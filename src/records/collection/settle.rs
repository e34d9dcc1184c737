//! All rows are compared. The answer depends on what the rows say, never on the order of files or rows.

use std::sync::Arc;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::contradictions::GROUPS;
use super::{Collection, FileState, RosterRow, Settled, Traced};
use crate::notice::{Notice, Place, Told};
use crate::order::{self, Sorted};
use crate::records::account::RecordDropReason as Drop;
use crate::records::element::{DIMENSIONS, Element};
use crate::records::import::Says;
use crate::records::layout::DuplicateRule;
use crate::records::notices as told;
use crate::records::store::{Assessment, Attendance, Fate, Grade, Participation, Profile, Records};
use crate::tables::Lines;

/// How many schools a notice names.
const SCHOOLS_NAMED: usize = 10;

/// A row that turned out not to count.
type Dropped = (u32, u64, Drop);

impl Collection {
    /// Compares all rows: equal ones count once, conflicting ones not at all unless a rule on values settles them; what the
    /// tables of students say goes to the rows of the others. It may be called again after further files.
    pub fn settle(&mut self, rule: Option<DuplicateRule>) -> Settled {
        let mut notices = Vec::new();
        let mut dropped: Vec<Dropped> = Vec::new();
        self.settle_assessments(rule, &mut dropped);
        self.settle_others(&mut dropped);
        self.add_membership(&mut notices);
        self.settle_interim(rule, &mut dropped, &mut notices);
        dropped.sort_unstable();
        let mut accounts: Vec<_> =
            self.files.iter().map(|file| file.entry.as_ref().map(|entry| entry.account.clone())).collect();
        let mut lines: Sorted<(u32, Drop), Lines> = Sorted::new();
        for (file, line, reason) in dropped {
            let account = usize::try_from(file).ok().and_then(|file| accounts.get_mut(file));
            if let Some(Some(account)) = account {
                account.drop_kept(reason);
            }
            lines.change((file, reason), |lines| lines.add(line));
        }
        for ((file, reason), lines) in lines.iter() {
            let (count, list) = (lines.count, lines.named());
            let place = place(&self.files, *file, lines);
            notices.push(match reason {
                Drop::Repeated => told::RepeatedRows { count, lines: list }.at(place),
                Drop::Superseded => told::SupersededRows { count, lines: list }.at(place),
                _ => told::ConflictingRows { count, lines: list }.at(place),
            });
        }
        self.join(&mut notices);
        self.compare_students(&mut notices);
        self.compare_schools(&mut notices);
        self.compare_zeros(&mut notices);
        Settled { accounts: accounts.into_iter().flatten().collect(), notices }
    }

    /// The file of a row of the assessments.
    pub(super) fn file_of(&self, row: u32) -> u32 {
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        let holds = |file: &FileState| file.entry.as_ref().is_some_and(|entry| entry.rows.contains(&row));
        let place = self.files.iter().position(holds).unwrap_or(usize::MAX);
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    fn file(&self, file: u32) -> Option<&FileState> {
        usize::try_from(file).ok().and_then(|file| self.files.get(file))
    }

    fn settle_assessments(&mut self, rule: Option<DuplicateRule>, dropped: &mut Vec<Dropped>) {
        self.records.assessments.keep_all();
        // What a table of students added before is no word of a row's own file.
        for (row, grade, profile) in self.joined.drain(..) {
            self.records.assessments.put_back(row, grade, profile);
        }
        for group in self.duplicates.groups(&self.records.assessments) {
            let members: Vec<Member> = group
                .iter()
                .filter_map(|number| {
                    let row = self.records.assessments.row(*number)?;
                    let file = self.file_of(*number);
                    let state = self.file(file)?;
                    let profile = self.records.profiles.get(usize::try_from(row.profile).ok()?).copied()?;
                    Some(Member { number: *number, file, row, profile, says: state.says, rule: state.rule })
                })
                .collect();
            let everyone: Vec<&Member> = members.iter().collect();
            let rule = rule.or_else(|| common_rule(&members));
            let mut kept: Vec<u32> = Vec::new();
            let mut lost = Fate::Conflicting;
            if let Some(united) = unite(&everyone) {
                kept = self.keep(&everyone, united);
            } else if let Some(rule) = rule {
                let best = chosen(&members, rule);
                if let Some(united) = unite(&best) {
                    kept = self.keep(&best, united);
                    lost = Fate::Superseded;
                }
            }
            for member in &members {
                // The row that stands for the others is the first of those that are kept.
                let fate = match kept.iter().position(|number| *number == member.number) {
                    Some(0) => Fate::Kept,
                    Some(_) => Fate::Repeated,
                    None => lost,
                };
                self.records.assessments.settle(member.number, fate);
                if let Some(reason) = Drop::of(fate) {
                    dropped.push((member.file, u64::from(member.row.line), reason));
                }
            }
        }
    }

    /// Writes what the rows say together into the first of them; the rows' numbers.
    fn keep(&mut self, members: &[&Member], (mut row, profile): (Assessment, Profile)) -> Vec<u32> {
        row.profile = self.records.profiles.place(profile);
        let numbers: Vec<u32> = members.iter().map(|member| member.number).collect();
        if let Some(first) = numbers.first() {
            self.records.assessments.replace(*first, &row);
        }
        numbers
    }

    /// Equal rows of the other tables count once; conflicting ones not at all.
    fn settle_others(&mut self, dropped: &mut Vec<Dropped>) {
        // A student may come to a school more than once a year, but two sums of days from the same day on contradict each
        // other. Stays without days may lie side by side, as those of classes do.
        let stay = |row: &super::Enrollment| {
            let others = row.from.and(row.days).is_none().then_some((row.to, row.days, row.grade, row.profile));
            (row.student, row.school, row.year, row.from, others)
        };
        self.records.enrollments = once(&mut self.enrollments, stay, dropped);
        let key = |row: &Attendance| (row.student, row.school, row.year);
        let mut attendance = once(&mut self.attendance, key, dropped);
        let day = |row: &(u32, Attendance)| (row.1.student, row.1.school, row.0);
        let days = once(&mut self.days, day, dropped);
        attendance.extend(add_days(&days));
        attendance.sort_unstable();
        self.records.attendance = attendance;
        let key = |row: &super::Outcome| (row.student, row.school, row.year, row.cohort);
        self.records.outcomes = once(&mut self.outcomes, key, dropped);
        let key = |row: &super::SchoolFacts| row.school;
        self.facts = once(&mut self.schools, key, dropped);
    }

    /// Days of membership that a file of attendance doesn't have come from the student's stays at the school in the year.
    fn add_membership(&mut self, notices: &mut Vec<Notice>) {
        let mut stays: HashMap<(u32, u16, u16), Option<i64>> = HashMap::default();
        for stay in &self.records.enrollments {
            let Some(year) = stay.year_of_days() else { continue };
            let days = stays.entry((stay.student, stay.school, year)).or_insert(Some(0));
            // One stay whose days aren't known leaves their sum unknown.
            *days = days.zip(stay.days).and_then(|(sum, days)| sum.checked_add(days));
        }
        let (mut added, mut beyond, mut without) = (0_u64, 0_u64, 0_u64);
        for row in self.records.attendance.iter_mut().filter(|row| row.enrolled.is_none()) {
            match stays.get(&(row.student, row.school, row.year)).copied().flatten() {
                None => without += 1,
                Some(days) if row.absent.or(row.present).is_some_and(|part| part > days) => beyond += 1,
                Some(days) => {
                    added += 1;
                    row.enrolled = Some(days);
                    row.absent = row.absent.or_else(|| Some(days - row.present?));
                }
            }
        }
        if added > 0 {
            notices.push(told::MembershipFromStays { count: added }.at(Place::default()));
        }
        if beyond > 0 {
            notices.push(told::DaysBeyondMembership { count: beyond }.at(Place::default()));
        }
        if without > 0 {
            notices.push(told::AttendanceWithoutMembership { count: without }.at(Place::default()));
        }
    }

    /// Interim results that stand beside others in a row are told by themselves, unless the row as a whole is told.
    fn settle_interim(&mut self, rule: Option<DuplicateRule>, dropped: &mut Vec<Dropped>, notices: &mut Vec<Notice>) {
        let files = &self.files;
        let of_file = |file: u32| usize::try_from(file).ok().and_then(|file| files.get(file)?.rule);
        // A row that is the same as another one as a whole may still differ in its goal areas.
        let contradicts = |(file, line, reason): &Dropped| (*reason != Drop::Repeated).then_some((*file, *line));
        let told_as_a_whole: HashSet<(u32, u64)> = dropped.iter().filter_map(contradicts).collect();
        let mut beside: Vec<(u32, u64)> = Vec::new();
        for row in self.records.interim.settle(|file| rule.or_else(|| of_file(file))) {
            match Drop::of(row.fate) {
                Some(reason) if !row.beside => dropped.push((row.file, row.line, reason)),
                Some(Drop::Conflicting) if !told_as_a_whole.contains(&(row.file, row.line)) => {
                    beside.push((row.file, row.line));
                }
                _ => {}
            }
        }
        let beside = order::distinct(beside);
        for group in beside.chunk_by(|a, b| a.0 == b.0) {
            let mut lines = Lines::default();
            group.iter().for_each(|(_, line)| lines.add(*line));
            let file = group.first().map_or(u32::MAX, |(file, _)| *file);
            let notice = told::ConflictingGoals { count: lines.count, lines: lines.named() };
            notices.push(notice.at(place(&self.files, file, &lines)));
        }
    }

    /// What the tables of students say goes to all rows where these say nothing.
    fn join(&mut self, notices: &mut Vec<Notice>) {
        let mut known = Known::default();
        for roster in &self.roster {
            known.add(roster.row, &self.records, None);
        }
        let listed: HashSet<u32> = self.roster.iter().map(|roster| roster.row.student).collect();
        let mut conflicts: Vec<(u32, Lines)> = Vec::new();
        for roster in &self.roster {
            if known.conflicts(roster.row) {
                let place = conflicts.iter().position(|(file, _)| *file == roster.file).unwrap_or_else(|| {
                    conflicts.push((roster.file, Lines::default()));
                    conflicts.len() - 1
                });
                if let Some((_, lines)) = conflicts.get_mut(place) {
                    lines.add(roster.line);
                }
            }
        }
        for (file, lines) in &conflicts {
            let notice =
                told::ConflictingGroups { count: lines.count, lines: lines.named(), groups: known.conflicting_names() };
            notices.push(notice.at(place(&self.files, *file, lines)));
        }
        if !listed.is_empty() {
            let records = &mut self.records;
            let mut assessments = std::mem::take(&mut records.assessments);
            let mut missing: HashSet<u32> = HashSet::default();
            let joined = &mut self.joined;
            assessments.change(|number, row| {
                if !listed.contains(&row.student) {
                    missing.insert(row.student);
                    return None;
                }
                let filled = known.fill(row.student, row.year, row.grade, row.profile, records)?;
                joined.push((number, row.grade, row.profile));
                Some(filled)
            });
            records.assessments = assessments;
            if !missing.is_empty() {
                let count = u64::try_from(missing.len()).unwrap_or(0);
                notices.push(told::StudentsNotListed { count }.at(Place::default()));
            }
        }
        self.join_others(known);
    }

    /// Attendance, stays and outcomes take the student groups from the table of students, or else from the assessments.
    fn join_others(&mut self, mut known: Known) {
        let records = &mut self.records;
        let only_tests = records.attendance.is_empty() && records.enrollments.is_empty() && records.outcomes.is_empty();
        if only_tests && records.interim.is_empty() {
            return;
        }
        let needed: HashSet<u32> = records
            .attendance
            .iter()
            .map(|row| row.student)
            .chain(records.enrollments.iter().map(|row| row.student))
            .chain(records.outcomes.iter().map(|row| row.student))
            .chain(records.interim.results().map(|row| row.student))
            .collect();
        let mut seen = Known::default();
        for row in records.assessments.rows().filter(|row| needed.contains(&row.student)) {
            let of_student = RosterRow {
                student: row.student,
                year: row.year,
                school: row.school,
                grade: row.grade,
                profile: row.profile,
            };
            seen.add(of_student, records, Some(&GROUPS));
        }
        let mut attendance = std::mem::take(&mut records.attendance);
        let mut enrollments = std::mem::take(&mut records.enrollments);
        let mut outcomes = std::mem::take(&mut records.outcomes);
        let mut fill = |student: u32, year: u16, grade: &mut Grade, profile: &mut u32, records: &mut Records| {
            for known in [&mut known, &mut seen] {
                if let Some((filled_grade, filled)) = known.fill(student, year, *grade, *profile, records) {
                    *grade = filled_grade;
                    *profile = filled;
                }
            }
        };
        for row in &mut attendance {
            fill(row.student, row.year, &mut row.grade, &mut row.profile, records);
        }
        for row in &mut enrollments {
            fill(row.student, row.year, &mut row.grade, &mut row.profile, records);
        }
        for row in &mut outcomes {
            fill(row.student, row.year, &mut row.grade, &mut row.profile, records);
        }
        records.attendance = attendance;
        records.enrollments = enrollments;
        records.outcomes = outcomes;
        let mut interim = std::mem::take(&mut records.interim);
        interim.fill(|row| {
            let (mut grade, mut profile) = (row.grade, row.profile);
            fill(row.student, row.year, &mut grade, &mut profile, records);
            (grade, profile)
        });
        records.interim = interim;
    }

    /// Tells of identifiers that only differ by zeros in front, which a spreadsheet takes away.
    fn compare_zeros(&self, notices: &mut Vec<Notice>) {
        let students = self.records.students.with_lost_zeros();
        if students > 0 {
            notices.push(told::StudentsDifferByZeros { count: students }.at(Place::default()));
        }
        let mut groups: Sorted<&str, Vec<&str>> = Sorted::new();
        for school in self.records.schools.iter().filter(|school| !school.is_empty()) {
            groups.change(school.trim_start_matches('0'), |group| group.push(school));
        }
        let mut schools: Vec<String> = Vec::new();
        let mut count = 0;
        for (_, group) in groups.iter().filter(|(_, group)| group.len() > 1) {
            let mut group = group.clone();
            group.sort_unstable();
            count += 1;
            if schools.len() < SCHOOLS_NAMED {
                schools.push(group.join(" = "));
            }
        }
        if count > 0 {
            notices.push(told::SchoolsDifferByZeros { count, schools }.at(Place::default()));
        }
    }

    /// Tells of schools that the tables of schools don't have.
    fn compare_schools(&self, notices: &mut Vec<Notice>) {
        if self.schools.is_empty() {
            return;
        }
        let known: HashSet<u16> = self.schools.iter().map(|school| school.row.school).collect();
        let mut used = vec![false; self.records.schools.len()];
        let mut mark = |school: u16| {
            if let Some(used) = used.get_mut(usize::from(school)) {
                *used = true;
            }
        };
        self.records.assessments.rows().for_each(|row| mark(row.school));
        self.records.attendance.iter().for_each(|row| mark(row.school));
        self.records.enrollments.iter().for_each(|row| mark(row.school));
        self.records.outcomes.iter().for_each(|row| mark(row.school));
        self.records.interim.results().for_each(|row| mark(row.school));
        let mut unknown: Vec<&str> = (0_u16..)
            .zip(&used)
            .filter(|(school, used)| **used && *school != 0 && !known.contains(school))
            .filter_map(|(school, _)| self.records.schools.get(usize::from(school)))
            .collect();
        if unknown.is_empty() {
            return;
        }
        unknown.sort_unstable();
        let count = u64::try_from(unknown.len()).unwrap_or(0);
        let schools = unknown.into_iter().take(SCHOOLS_NAMED).map(str::to_owned).collect();
        notices.push(told::UnknownSchools { count, schools }.at(Place::default()));
    }
}

/// The place of the first of these lines.
pub(super) fn place(files: &[FileState], file: u32, lines: &Lines) -> Place {
    usize::try_from(file)
        .ok()
        .and_then(|file| files.get(file))
        .and_then(|file| lines.place(&Arc::clone(&file.name)))
        .unwrap_or_default()
}

/// A row of a group with the same student, year and sitting.
struct Member {
    number: u32,
    file: u32,
    row: Assessment,
    profile: Profile,
    says: Says,
    rule: Option<DuplicateRule>,
}

/// The rule of the layouts, if all files of the rows have the same.
fn common_rule(members: &[Member]) -> Option<DuplicateRule> {
    let first = members.first()?.rule?;
    members.iter().all(|member| member.rule == Some(first)).then_some(first)
}

/// The rows that a rule chooses.
fn chosen(members: &[Member], rule: DuplicateRule) -> Vec<&Member> {
    let scores = members.iter().filter_map(|member| member.row.score);
    let best = match rule {
        DuplicateRule::HighestScore => scores.max(),
        DuplicateRule::LowestScore => scores.min(),
    };
    members.iter().filter(|member| best.is_some() && member.row.score == best).collect()
}

/// What several rows say together. None where they say different things; what a file has no column for, it doesn't say.
fn unite(members: &[&Member]) -> Option<(Assessment, Profile)> {
    let first = members.first()?;
    let mut row = first.row;
    row.school = agreed(members.iter().map(|member| Some(member.row.school)))?.unwrap_or_default();
    row.grade = agreed(members.iter().map(|m| said(m.says.grade, m.row.grade.code())))?
        .and_then(Grade::of_code)
        .unwrap_or_default();
    row.level = agreed(members.iter().map(|m| said(m.says.level, m.row.level)))?.unwrap_or(0);
    row.growth = agreed(members.iter().map(|m| said(m.says.growth, m.row.growth)))?.unwrap_or(0);
    row.score = agreed(members.iter().map(|m| said(m.says.score, m.row.score)))?.flatten();
    let participation = agreed(members.iter().map(|m| said(m.says.participation, m.row.participation)))?;
    // Where no file says it, a result anywhere is a test taken.
    let tested = members.iter().any(|member| member.row.participation == Participation::Tested);
    let otherwise = if tested { Participation::Tested } else { Participation::Unknown };
    row.participation = participation.unwrap_or(otherwise);
    let mut profile = Profile::default();
    for (dimension, value) in profile.0.iter_mut().enumerate() {
        let of = |member: &&Member| {
            let says = member.says.dimensions.get(dimension).copied().unwrap_or_default();
            said(says, member.profile.value(dimension))
        };
        *value = agreed(members.iter().map(of))?.unwrap_or(0);
    }
    Some((row, profile))
}

fn said<T>(says: bool, value: T) -> Option<T> {
    says.then_some(value)
}

/// The one value that is said; none of none; an outer none of several.
fn agreed<T: PartialEq + Copy>(values: impl Iterator<Item = Option<T>>) -> Option<Option<T>> {
    let mut agreed = None;
    for value in values.flatten() {
        match agreed {
            None => agreed = Some(value),
            Some(known) if known != value => return None,
            Some(_) => {}
        }
    }
    Some(agreed)
}

/// The rows of which each key stands once. Equal ones count once, conflicting ones not at all.
fn once<T: Clone + Ord, K: Ord>(rows: &mut [Traced<T>], key: impl Fn(&T) -> K, dropped: &mut Vec<Dropped>) -> Vec<T> {
    rows.sort_unstable_by(|a, b| {
        key(&a.row).cmp(&key(&b.row)).then_with(|| a.file.cmp(&b.file)).then_with(|| a.line.cmp(&b.line))
    });
    let mut kept = Vec::with_capacity(rows.len());
    for group in rows.chunk_by(|a, b| key(&a.row) == key(&b.row)) {
        let Some((first, others)) = group.split_first() else { continue };
        if others.iter().all(|other| other.row == first.row) {
            kept.push(first.row.clone());
            dropped.extend(others.iter().map(|other| (other.file, other.line, Drop::Repeated)));
        } else {
            dropped.extend(group.iter().map(|other| (other.file, other.line, Drop::Conflicting)));
        }
    }
    kept
}

/// Daily attendance by student, school and year. Days of presence count only where the school's rows record some: a list of
/// absences doesn't say how many days there were.
fn add_days(days: &[(u32, Attendance)]) -> Vec<Attendance> {
    let mut sums: HashMap<(u32, u16, u16), Attendance> = HashMap::default();
    let present = days.iter().filter(|(_, day)| day.absent == Some(0));
    let ledgers: HashSet<(u16, u16)> = present.map(|(_, day)| (day.school, day.year)).collect();
    for (_, day) in days {
        let ledger = ledgers.contains(&(day.school, day.year));
        let sum = sums.entry((day.student, day.school, day.year)).or_insert_with(|| Attendance {
            enrolled: ledger.then_some(0),
            absent: Some(0),
            present: None,
            ..*day
        });
        sum.absent = sum.absent.zip(day.absent).map(|(a, b)| a + b);
        sum.enrolled = sum.enrolled.map(|days| days + crate::records::store::THOUSANDTHS);
        // Of several grades and groups the smallest code is as good as any, and depends on no order.
        sum.grade = sum.grade.min(day.grade);
        sum.profile = sum.profile.min(day.profile);
    }
    sums.into_values().collect()
}

/// What is known of students by year.
#[derive(Default)]
struct Known {
    // A profile, a grade, and the dimensions on which rows disagree.
    of: HashMap<(u32, u16), (Profile, Grade, u32)>,
    filled: HashMap<(u32, Profile), u32>,
}

impl Known {
    /// Adds what a row says; of these dimensions only, if some are given.
    fn add(&mut self, row: RosterRow, records: &Records, only: Option<&[Element]>) {
        let profile = usize::try_from(row.profile).ok().and_then(|place| records.profiles.get(place));
        let Some(profile) = profile else { return };
        let (known, grade, conflicts) = self.of.entry((row.student, row.year)).or_default();
        for (dimension, element) in DIMENSIONS.iter().enumerate() {
            let value = profile.value(dimension);
            if value == 0 || only.is_some_and(|only| !only.contains(element)) {
                continue;
            }
            let Some(place) = known.0.get_mut(dimension) else { continue };
            if *place == 0 {
                *place = value;
            } else if *place != value {
                *conflicts |= 1 << dimension;
            }
        }
        if *grade == Grade::NONE {
            *grade = row.grade;
        } else if row.grade != Grade::NONE && row.grade != *grade {
            *conflicts |= 1 << DIMENSIONS.len();
        }
    }

    /// Whether rows disagree on a student of that row.
    fn conflicts(&self, row: RosterRow) -> bool {
        self.of.get(&(row.student, row.year)).is_some_and(|(_, _, conflicts)| *conflicts != 0)
    }

    /// The elements on which rows disagree.
    fn conflicting_names(&self) -> Vec<String> {
        let all = self.of.values().fold(0, |all, (_, _, conflicts)| all | conflicts);
        let names = DIMENSIONS.iter().enumerate().filter(|(dimension, _)| all >> dimension & 1 == 1);
        let grade = (all >> DIMENSIONS.len() & 1 == 1).then_some(Element::Grade);
        names.map(|(_, element)| *element).chain(grade).map(|element| element.name().to_owned()).collect()
    }

    /// A row's grade and profile with what is known beside it; none where nothing changes. Disagreement is no knowledge.
    fn fill(
        &mut self,
        student: u32,
        year: u16,
        grade: Grade,
        profile: u32,
        records: &mut Records,
    ) -> Option<(Grade, u32)> {
        let mut filled = (grade, profile);
        for year in [year, 0] {
            let Some((known, known_grade, conflicts)) = self.of.get(&(student, year)) else { continue };
            let mut known = *known;
            for (dimension, value) in known.0.iter_mut().enumerate() {
                if conflicts >> dimension & 1 == 1 {
                    *value = 0;
                }
            }
            if filled.0 == Grade::NONE && conflicts >> DIMENSIONS.len() & 1 == 0 {
                filled.0 = *known_grade;
            }
            let key = (filled.1, known);
            filled.1 = match self.filled.get(&key) {
                Some(place) => *place,
                None => {
                    let own = usize::try_from(filled.1).ok().and_then(|place| records.profiles.get(place)).copied();
                    let mut whole = own.unwrap_or_default();
                    for (value, known) in whole.0.iter_mut().zip(known.0) {
                        if *value == 0 {
                            *value = known;
                        }
                    }
                    let place = records.profiles.place(whole);
                    self.filled.insert(key, place);
                    place
                }
            };
            if year == 0 {
                break;
            }
        }
        (filled != (grade, profile)).then_some(filled)
    }
}
