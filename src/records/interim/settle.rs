//! The same student, cycle and standard in several rows: equal ones count once, of conflicting ones none, unless a rule on
//! values settles them. Where a row stands never matters.

use std::cmp::Ordering;

use super::{InterimResult, InterimResults, Row};
use crate::records::layout::DuplicateRule;
use crate::records::store::{Fate, key};

/// A row that turned out not to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) struct Dropped {
    pub(in crate::records) file: u32,
    pub(in crate::records) line: u64,
    pub(in crate::records) fate: Fate,
    /// It stands beside others in its row.
    pub(in crate::records) beside: bool,
}

impl InterimResults {
    /// Compares all rows; those that don't count. It may be called again after further files.
    pub(in crate::records) fn settle(&mut self, rule: impl Fn(u32) -> Option<DuplicateRule>) -> Vec<Dropped> {
        for row in self.blocks.iter_mut().flatten() {
            row.fate = Fate::Kept;
        }
        // A row of its own counts rather than one beside others, whatever the order of the files.
        let after = |row: &Row| if row.beside { 1 << 31 } else { 0_u32 };
        let mut keys: Vec<(u64, u32)> =
            (0_u32..).zip(self.rows()).map(|(place, row)| (of(&row.result), place | after(row))).collect();
        keys.sort_unstable();
        let mut dropped = Vec::new();
        for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            let members: Vec<(u32, Row)> = group
                .iter()
                .map(|(_, place)| place & !(1 << 31))
                .filter_map(|place| Some((place, *self.row(place)?)))
                .collect();
            for ((place, row), fate) in members.iter().zip(fates(&members, &rule)) {
                if fate == Fate::Kept {
                    continue;
                }
                dropped.push(Dropped { file: row.file, line: u64::from(row.line), fate, beside: row.beside });
                if let Some(row) = self.row_mut(*place) {
                    row.fate = fate;
                }
            }
        }
        dropped
    }
}

fn of(result: &InterimResult) -> u64 {
    key(result.student, result.year, result.sitting)
}

/// What becomes of rows of one student, cycle and standard.
fn fates(members: &[(u32, Row)], rule: &impl Fn(u32) -> Option<DuplicateRule>) -> Vec<Fate> {
    let same = |rows: &[&Row]| rows.iter().all(|row| Some(&row.result) == rows.first().map(|first| &first.result));
    let everyone: Vec<&Row> = members.iter().map(|(_, row)| row).collect();
    let rules: Vec<Option<DuplicateRule>> = everyone.iter().map(|row| rule(row.file)).collect();
    // The rule holds if all files of the rows have the same.
    let rule = rules.first().copied().flatten().filter(|rule| rules.iter().all(|other| *other == Some(*rule)));
    let best = match rule {
        _ if same(&everyone) => everyone,
        None => Vec::new(),
        Some(rule) => chosen(&everyone, rule),
    };
    if best.is_empty() || !same(&best) {
        return vec![Fate::Conflicting; members.len()];
    }
    let counts = best.first().map(|row| row.result);
    let mut first = true;
    members
        .iter()
        .map(|(_, row)| match Some(row.result) == counts {
            true if std::mem::take(&mut first) => Fate::Kept,
            true => Fate::Repeated,
            false => Fate::Superseded,
        })
        .collect()
}

/// The rows with the highest or the lowest result; none where some have none to compare.
fn chosen<'a>(rows: &[&'a Row], rule: DuplicateRule) -> Vec<&'a Row> {
    let compare = |a: &&&Row, b: &&&Row| {
        let order = by_value(&a.result, &b.result);
        if rule == DuplicateRule::HighestScore { order } else { order.reverse() }
    };
    let known: Vec<&Row> =
        rows.iter().copied().filter(|row| row.result.score.is_some() || row.result.points.is_some()).collect();
    let Some(best) = known.iter().max_by(|a, b| compare(a, b)) else { return Vec::new() };
    known.iter().copied().filter(|row| by_value(&row.result, &best.result) == Ordering::Equal).collect()
}

/// By score; where there is none, by the share of points.
fn by_value(a: &InterimResult, b: &InterimResult) -> Ordering {
    let share = |a: Option<(i32, i32)>, b: Option<(i32, i32)>| match (a, b) {
        (Some((a, of_a)), Some((b, of_b))) => (i64::from(a) * i64::from(of_b)).cmp(&(i64::from(b) * i64::from(of_a))),
        (a, b) => a.is_some().cmp(&b.is_some()),
    };
    a.score.cmp(&b.score).then_with(|| share(a.points, b.points))
}
