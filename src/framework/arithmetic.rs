//! Exact arithmetic over several values.

use std::cmp::Ordering;

use super::definition::{Between, Distribution};
use super::node::PercentileMethod;
use super::scale::interpolate;
use super::value::Value;
use crate::exact::{Exact, ExactError};

/// The sum; zero for none.
pub(crate) fn sum(numbers: &[Exact]) -> Result<Exact, ExactError> {
    numbers.iter().try_fold(Exact::ZERO, |total, number| total.add(number))
}

/// The mean; an error for none.
pub(crate) fn mean(numbers: &[Exact]) -> Result<Exact, ExactError> {
    sum(numbers)?.div(&count(numbers.len())?)
}

/// A number of things as a number.
pub(crate) fn count(things: usize) -> Result<Exact, ExactError> {
    i64::try_from(things).map(Exact::integer).map_err(|_| ExactError::TooManyDigits)
}

/// Which of two is the higher: numbers, or ratings of one scale. None for anything else.
pub(crate) fn compare(a: &Value, b: &Value) -> Option<Ordering> {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::Rating { scale: a_scale, level: a }, Value::Rating { scale: b_scale, level: b })
            if a_scale == b_scale =>
        {
            Some(a.cmp(b))
        }
        _ => None,
    }
}

/// The percentile of a value in a distribution, 0 to 100.
pub(crate) fn percentile(
    distribution: &Distribution,
    value: &Exact,
    method: PercentileMethod,
) -> Result<Exact, ExactError> {
    if distribution.values.is_empty() {
        let anchors: Vec<(&Exact, &Exact)> =
            distribution.anchors.iter().map(|anchor| (&anchor.value, &anchor.percentile)).collect();
        return match distribution.between {
            Between::Linear => interpolate(&anchors, value),
            Between::Lower => {
                let reached = anchors.iter().rev().find(|(at, _)| *at <= value).or(anchors.first());
                reached.map(|(_, percentile)| (*percentile).clone()).ok_or(ExactError::DivisionByZero)
            }
        };
    }
    percent_below(&distribution.values, value, method)
}

/// The percentage of the values below another, counted by the method.
pub(crate) fn percent_below(values: &[Exact], value: &Exact, method: PercentileMethod) -> Result<Exact, ExactError> {
    let below = values.iter().filter(|other| *other < value).count();
    let equal = values.iter().filter(|other| *other == value).count();
    percent_of(below, equal, values.len(), method)
}

/// The percentage of so many below, and so many equal, in all.
pub(crate) fn percent_of(
    below: usize,
    equal: usize,
    all: usize,
    method: PercentileMethod,
) -> Result<Exact, ExactError> {
    let halves = match method {
        PercentileMethod::Below => 2 * below,
        PercentileMethod::AtOrBelow => 2 * (below + equal),
        PercentileMethod::Midpoint => 2 * below + equal,
    };
    count(halves)?.mul(&Exact::integer(50))?.div(&count(all)?)
}
