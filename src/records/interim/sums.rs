//! Exact means, shares and changes. What is shown is rounded once, at the end, to one decimal; a tie goes away from zero.

use crate::exact::{Exact, Rounding, RoundingMode};
use crate::order::Sorted;

/// How results are shown.
const SHOWN: Rounding = Rounding { places: 1, mode: RoundingMode::HalfUp };

/// A result: so many thousandths of a score, or points of points possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fraction {
    pub(super) above: i64,
    /// Never zero.
    pub(super) below: i64,
}

impl Fraction {
    /// The exact number, times a factor: 100 makes a share a percentage.
    pub(super) fn times(self, factor: i64) -> Option<Exact> {
        Exact::ratio(self.above.checked_mul(factor)?, self.below).ok()
    }
}

/// A sum of fractions. There are few different divisors, so it is kept by divisor.
#[derive(Debug, Clone, Default)]
pub(super) struct Sum {
    above: Sorted<i64, i64>,
    // All numbers above and below the line, without regard to what belongs together.
    all: (i64, i64),
}

impl Sum {
    pub(super) fn add(&mut self, fraction: Fraction) {
        self.above.change(fraction.below, |above| *above = above.saturating_add(fraction.above));
        self.all = (self.all.0.saturating_add(fraction.above), self.all.1.saturating_add(fraction.below));
    }

    pub(super) fn subtract(&mut self, fraction: Fraction) {
        self.add(Fraction { above: -fraction.above, below: fraction.below });
    }

    /// The sum through `count`, times a factor, rounded as it is shown.
    pub(super) fn mean(&self, count: u64, factor: i64) -> Option<Exact> {
        let mut sum = Exact::ZERO;
        for (below, above) in self.above.iter() {
            sum = sum.add(&Exact::ratio(*above, *below).ok()?).ok()?;
        }
        let count = Exact::ratio(i64::try_from(count).ok()?, factor).ok()?;
        sum.div(&count).ok()?.round(SHOWN).ok()
    }

    /// Everything above the line of everything below it, in percent, rounded as it is shown.
    pub(super) fn share(&self) -> Option<Exact> {
        percent(self.all.0, self.all.1)
    }
}

/// So many of so many in percent, rounded as it is shown.
pub(super) fn percent(part: i64, whole: i64) -> Option<Exact> {
    Exact::ratio(part.checked_mul(100)?, whole).ok()?.round(SHOWN).ok()
}

/// With its decimal, even where that is zero.
pub(super) fn written(number: &Exact) -> String {
    number.written(SHOWN.places)
}
