//! Scales: from a value to points or a rating, by bands, by lookup or by straight lines between anchors.

use serde::Serialize;

use super::entries::Entries;
use super::reference::Operand;
use crate::exact::{Exact, ExactError, Rounding};
use crate::policy::header::Words;
use crate::policy::read::Read;
use crate::policy::source::Cite;

/// A scale. It has exactly one of `bands`, `lookup` and `linear`.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scale {
    /// How a person calls it.
    #[serde(default)]
    pub label: Option<Words>,
    /// Rows read from the top; the first whose bounds hold the value applies. Bounds are written as the handbook does.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// The value of each word.
    #[serde(default)]
    pub lookup: Entries<Operand>,
    /// Anchors with ascending values: straight lines in between, level outside.
    #[serde(default)]
    pub linear: Vec<Anchor>,
    /// The lowest and the highest value that occur: loading checks that the bands leave no gap in between.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, string] | null"))]
    pub domain: Option<(Exact, Exact)>,
    /// The values are whole numbers: then "0 to 79" and "80 to 100" leave no gap.
    #[serde(default)]
    pub whole_numbers: bool,
    /// The rating scale, where the rows give ratings.
    #[serde(default)]
    pub ratings: Option<String>,
    /// How the value is rounded before it is looked up.
    #[serde(default)]
    pub round_value: Option<Rounding>,
    /// Where the rule comes from.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A row of a banded scale.
#[derive(Debug, Clone, Default, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// From here on, this value included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_least: Option<Exact>,
    /// From here on, this value not included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub above: Option<Exact>,
    /// Up to here, this value included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub at_most: Option<Exact>,
    /// Up to here, this value not included.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub below: Option<Exact>,
    /// What the row gives: points.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub points: Option<Exact>,
    /// Or a rating.
    #[serde(default)]
    pub rating: Option<String>,
    /// Or an outcome.
    #[serde(default)]
    pub outcome: Option<String>,
    /// Or nothing, because the sources don't say: in a few words, what is missing.
    #[serde(default)]
    pub unknown: Option<Words>,
    /// How the handbook calls the row: "Meets".
    #[serde(default)]
    pub label: Option<Words>,
}

impl Scale {
    /// The row of a banded scale that takes a number.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`] where the number can't be rounded first.
    pub fn row(&self, number: &Exact) -> Result<Option<usize>, ExactError> {
        let rounded = self.round_value.map(|rule| number.round(rule)).transpose()?;
        Ok(self.row_of(rounded.as_ref().unwrap_or(number)))
    }

    /// The row that takes a number which is rounded already.
    pub(crate) fn row_of(&self, rounded: &Exact) -> Option<usize> {
        self.bands.iter().position(|band| band.holds(rounded))
    }
}

impl Band {
    /// The row's bounds.
    pub fn bounds(&self) -> Bounds {
        Bounds {
            at_least: self.at_least.clone(),
            above: self.above.clone(),
            at_most: self.at_most.clone(),
            below: self.below.clone(),
        }
    }

    /// Whether the row's bounds hold the value.
    pub fn holds(&self, value: &Exact) -> bool {
        self.at_least.as_ref().is_none_or(|bound| value >= bound)
            && self.above.as_ref().is_none_or(|bound| value > bound)
            && self.at_most.as_ref().is_none_or(|bound| value <= bound)
            && self.below.as_ref().is_none_or(|bound| value < bound)
    }
}

/// A point of a linear scale.
#[derive(Debug, Clone, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Anchor {
    /// The value.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub value: Exact,
    /// The points it gives.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub points: Exact,
}

/// An interval of numbers, open or closed at either end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bounds {
    /// From here on, this value included.
    pub at_least: Option<Exact>,
    /// From here on, this value not included.
    pub above: Option<Exact>,
    /// Up to here, this value included.
    pub at_most: Option<Exact>,
    /// Up to here, this value not included.
    pub below: Option<Exact>,
}

impl Bounds {
    /// The lower end and whether it is included. Of two lower bounds, the tighter.
    pub fn lower(&self) -> Option<(&Exact, bool)> {
        match (&self.at_least, &self.above) {
            (Some(at_least), Some(above)) if at_least > above => Some((at_least, true)),
            (_, Some(above)) => Some((above, false)),
            (Some(at_least), None) => Some((at_least, true)),
            (None, None) => None,
        }
    }
    /// The upper end and whether it is included. Of two upper bounds, the tighter.
    pub fn upper(&self) -> Option<(&Exact, bool)> {
        match (&self.at_most, &self.below) {
            (Some(at_most), Some(below)) if at_most < below => Some((at_most, true)),
            (_, Some(below)) => Some((below, false)),
            (Some(at_most), None) => Some((at_most, true)),
            (None, None) => None,
        }
    }
    /// Whether no number lies in it.
    pub fn is_empty(&self) -> bool {
        match (self.lower(), self.upper()) {
            (Some((low, low_in)), Some((high, high_in))) => low > high || (low == high && !(low_in && high_in)),
            _ => false,
        }
    }
    /// The numbers in both.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        let tighter = |a: &Option<Exact>, b: &Option<Exact>, higher: bool| match (a, b) {
            (Some(a), Some(b)) => Some(if higher { a.max(b) } else { a.min(b) }.clone()),
            (a, b) => a.clone().or_else(|| b.clone()),
        };
        Self {
            at_least: tighter(&self.at_least, &other.at_least, true),
            above: tighter(&self.above, &other.above, true),
            at_most: tighter(&self.at_most, &other.at_most, false),
            below: tighter(&self.below, &other.below, false),
        }
    }
}

/// Interpolates between anchors with ascending values; level before the first and after the last.
///
/// # Errors
/// [`ExactError::TooManyDigits`]; `DivisionByZero` when there is no anchor or two have one value.
pub fn interpolate(anchors: &[(&Exact, &Exact)], value: &Exact) -> Result<Exact, ExactError> {
    let first = anchors.first().ok_or(ExactError::DivisionByZero)?;
    if value <= first.0 {
        return Ok(first.1.clone());
    }
    for pair in anchors.windows(2) {
        if let [(low, from), (high, to)] = pair
            && value <= high
        {
            let share = value.sub(low)?.div(&high.sub(low)?)?;
            return from.add(&to.sub(from)?.mul(&share)?);
        }
    }
    Ok(anchors.last().map_or(Exact::ZERO, |last| last.1.clone()))
}
