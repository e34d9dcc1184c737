//! Rows of the same student, year and sitting: equal ones count once; of conflicting ones none counts, unless a rule on
//! values settles them. Where a row stands never matters.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::store::Assessments;

/// Occasions that share a list of bits.
const BITS: usize = 64;

/// How many occasions have bits for every student: more than a district has years, subjects and tests.
const WITH_BITS: usize = 16 * BITS;

/// Which rows stand for the same student, year and sitting.
///
/// A year and a sitting are an *occasion*; a student has a bit for each. Rows come in any order, so asking the memory costs
/// more than anything else here: this asks for eight bytes a row, and looks rows up only where a bit was set before. Many
/// rows are noted one right after the other, so that the memory is asked for several at once.
#[derive(Debug, Clone, Default)]
pub(super) struct Duplicates {
    // How many rows were noted.
    noted: usize,
    // The occasions met so far, each with its place.
    occasions: HashMap<u32, usize>,
    // For each 64 of them, the bits of every student.
    met: Vec<Vec<u64>>,
    // The keys of further occasions.
    further: HashSet<u64>,
    // The keys that came again.
    again: Vec<u64>,
}

impl Duplicates {
    /// Notes the rows that were added since it was last asked to.
    #[inline(never)]
    pub(super) fn note(&mut self, assessments: &Assessments) {
        for key in assessments.keys().skip(self.noted) {
            if !self.is_new(key) {
                self.again.push(key);
            }
        }
        self.noted = assessments.len();
    }

    #[inline]
    fn is_new(&mut self, key: u64) -> bool {
        let [o0, o1, o2, s0, s1, s2, s3, _] = key.to_le_bytes();
        let occasion = u32::from_le_bytes([o0, o1, o2, 0]);
        let count = self.occasions.len();
        let place = *self.occasions.entry(occasion).or_insert(count);
        if place >= WITH_BITS {
            return self.further.insert(key);
        }
        let student = usize::try_from(u32::from_le_bytes([s0, s1, s2, s3])).unwrap_or(usize::MAX);
        while self.met.len() <= place / BITS {
            self.met.push(Vec::new());
        }
        let Some(bits) = self.met.get_mut(place / BITS) else { return false };
        if bits.len() <= student {
            bits.resize(student + 1, 0);
        }
        let Some(bits) = bits.get_mut(student) else { return false };
        let bit = 1 << (place % BITS);
        let new = *bits & bit == 0;
        *bits |= bit;
        new
    }

    /// Groups of rows with the same key, each of two or more, in the order of their first rows.
    pub(super) fn groups(&mut self, assessments: &Assessments) -> Vec<Vec<u32>> {
        self.note(assessments);
        if self.again.is_empty() {
            return Vec::new();
        }
        let again: HashSet<u64> = self.again.iter().copied().collect();
        let mut rows: Vec<(u64, u32)> =
            (0..).zip(assessments.keys()).filter(|(_, key)| again.contains(key)).map(|(row, key)| (key, row)).collect();
        rows.sort_unstable();
        let mut groups: Vec<Vec<u32>> =
            rows.chunk_by(|a, b| a.0 == b.0).map(|group| group.iter().map(|(_, row)| *row).collect()).collect();
        groups.sort_unstable();
        groups
    }

    /// Forgets all rows: they are to be noted anew, and no other.
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::records::store::{Assessment, Grade, Participation};

    fn row(student: u32, year: u16, sitting: u16) -> Assessment {
        Assessment {
            student,
            school: 0,
            year,
            sitting,
            grade: Grade::default(),
            level: 0,
            growth: 0,
            participation: Participation::default(),
            profile: 0,
            score: None,
            line: 0,
        }
    }

    /// Rows of few students with so many sittings that not all of them have bits.
    fn rows() -> impl Strategy<Value = Vec<(u32, u16, u16)>> {
        let some = prop_oneof![0..4_u16, 0..3000_u16];
        let rows = prop::collection::vec((0..6_u32, 2020..2023_u16, some), 0..60);
        (rows, 0..2_u16).prop_map(|(mut rows, many)| {
            let before = (0..many * 1100).map(|sitting| (900, 2020, sitting + 5000));
            rows.splice(0..0, before);
            rows
        })
    }

    proptest! {
        #[test]
        fn rows_of_one_student_year_and_sitting_are_a_group(keys in rows(), kept in 0_usize..1200) {
            let (mut duplicates, mut assessments) = (Duplicates::default(), Assessments::default());
            for (student, year, sitting) in &keys {
                assessments.push(&row(*student, *year, *sitting));
                if assessments.len() % 7 == 0 {
                    duplicates.note(&assessments);
                }
            }
            let wanted = |keys: &[(u32, u16, u16)]| {
                let mut groups: BTreeMap<(u32, u16, u16), Vec<u32>> = BTreeMap::new();
                for (row, key) in (0..).zip(keys) {
                    groups.entry(*key).or_default().push(row);
                }
                let mut groups: Vec<Vec<u32>> = groups.into_values().filter(|rows| rows.len() > 1).collect();
                groups.sort();
                groups
            };
            prop_assert_eq!(duplicates.groups(&assessments), wanted(&keys));
            let kept = kept.min(keys.len());
            assessments.truncate(kept);
            duplicates.forget();
            prop_assert_eq!(duplicates.groups(&assessments), wanted(&keys[..kept]));
        }
    }
}
