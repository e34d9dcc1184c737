//! A small source of numbers that look like chance and are the same on every device.

/// SplitMix64: a counter, well stirred.
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A whole number from 0 up to, not including, `limit`.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let stirred = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let stirred = (stirred ^ (stirred >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let upper = (stirred ^ (stirred >> 31)) >> 32;
        u32::try_from((upper * u64::from(limit)) >> 32).unwrap_or(0)
    }

    /// A whole number between two, both included.
    pub(super) fn between(&mut self, least: i32, most: i32) -> i32 {
        let width = (most - least).unsigned_abs() + 1;
        least + i32::try_from(self.below(width)).unwrap_or(0)
    }

    /// Yes in so many of a thousand cases.
    pub(super) fn in_thousand(&mut self, cases: i32) -> bool {
        self.between(0, 999) < cases
    }

    /// A number around 0, seldom far from it, and never beyond three times `width`.
    pub(super) fn around(&mut self, width: i32) -> i32 {
        (0..3).map(|_| self.between(-width, width)).sum()
    }

    /// The place of one of these, chosen by its share.
    pub(super) fn place(&mut self, shares: impl Iterator<Item = u32> + Clone) -> usize {
        let mut left = self.below(shares.clone().sum());
        for (place, share) in shares.enumerate() {
            if left < share {
                return place;
            }
            left -= share;
        }
        0
    }
}
