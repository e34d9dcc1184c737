//! Rows of the same student, year and sitting: equal ones count once; of conflicting ones none counts, unless a rule on
//! values settles them. Where a row stands never matters.

use super::store::Assessments;

/// No row.
const FREE: u32 = u32::MAX;

/// Which rows stand for the same student, year and sitting.
#[derive(Debug, Clone, Default)]
pub(super) struct Duplicates {
    // An open hash table of row numbers; its length is a power of two.
    slots: Vec<u32>,
    used: usize,
    // The first row of a key, and a further one.
    pairs: Vec<(u32, u32)>,
}

impl Duplicates {
    /// Notes the row of a key.
    #[inline]
    pub(super) fn note(&mut self, key: u64, row: u32, assessments: &Assessments) {
        if (self.used + 1) * 3 > self.slots.len() * 2 {
            self.grow(assessments);
        }
        let mask = self.slots.len() - 1;
        let mut place = hash(key) & mask;
        while let Some(slot) = self.slots.get_mut(place) {
            if *slot == FREE {
                *slot = row;
                self.used += 1;
                return;
            }
            if assessments.key(*slot) == Some(key) {
                self.pairs.push((*slot, row));
                return;
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self, assessments: &Assessments) {
        let size = (self.slots.len() * 2).max(1 << 12);
        let old = std::mem::take(&mut self.slots);
        self.slots.resize(size, FREE);
        let mask = size - 1;
        for row in old.into_iter().filter(|row| *row != FREE) {
            let Some(key) = assessments.key(row) else { continue };
            let mut place = hash(key) & mask;
            while let Some(slot) = self.slots.get_mut(place) {
                if *slot == FREE {
                    *slot = row;
                    break;
                }
                place = (place + 1) & mask;
            }
        }
    }

    /// Groups of rows with the same key, each of two or more, in the order of their first rows.
    pub(super) fn groups(&mut self) -> Vec<Vec<u32>> {
        self.pairs.sort_unstable();
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for (first, row) in &self.pairs {
            match groups.last_mut() {
                Some(group) if group.first() == Some(first) => group.push(*row),
                _ => groups.push(vec![*first, *row]),
            }
        }
        groups
    }

    /// Forgets the rows from this one on.
    pub(super) fn forget_from(&mut self, row: u32, assessments: &Assessments) {
        self.pairs.retain(|(_, further)| *further < row);
        for slot in &mut self.slots {
            if *slot != FREE && *slot >= row {
                *slot = FREE;
            }
        }
        // Gaps in a chain would hide rows behind them, so the table is made anew.
        let kept: Vec<u32> = std::mem::take(&mut self.slots).into_iter().filter(|row| *row != FREE).collect();
        self.used = 0;
        for row in kept {
            if let Some(key) = assessments.key(row) {
                self.note(key, row, assessments);
            }
        }
    }
}

#[inline]
fn hash(key: u64) -> usize {
    // The high bits of the product are mixed best.
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 33).unwrap_or(0)
}
