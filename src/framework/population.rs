//! What is worked out over several schools: ranks, comparison groups, and wholes made of parts.

use std::cmp::Ordering;
use std::rc::Rc;

use super::arithmetic;
use super::evaluate::{SchoolRun, computed, no_number, number_of, shifted, word};
use super::node::{Combine, Lowest, Nearest, NearestGives, Parts, PercentRank, Rank, RankFrom, Ties};
use super::reference::{Operand, Port};
use super::trace::Role;
use super::value::{Reason, Value};
use crate::exact::{Exact, Rounding, RoundingMode};
use crate::policy::condition::{Condition, Truth};

/// How many schools a trace names; for more it only counts them.
const NAMED: usize = 30;

/// The other schools' values, and this school's own under any supposition.
struct Population {
    own: Value,
    /// Every school that belongs and has a number; this one too.
    members: Vec<(usize, Exact)>,
    belongs: Truth,
}

fn everybody(run: &SchoolRun<'_>, operand: &Operand, years: i32) -> Option<Rc<Vec<Value>>> {
    operand.port().map(|port: Port| run.run.everybody(shifted(port, years)))
}

/// Which schools agree with this one in some facts.
struct Alike {
    facts: Vec<(Value, Rc<Vec<Value>>)>,
}

impl Alike {
    /// Err: a fact of this school isn't known.
    fn new(run: &SchoolRun<'_>, within: &[Operand], years: i32) -> Result<Self, Value> {
        let mut facts = Vec::with_capacity(within.len());
        for fact in within {
            let own = run.input(fact, years, Role::Parameter);
            if own.missing().is_some_and(Reason::is_open) {
                return Err(Value::Absent(Reason::Undetermined));
            }
            facts.push((own, everybody(run, fact, years).ok_or(Value::Absent(Reason::RuleUnknown))?));
        }
        Ok(Self { facts })
    }

    fn holds(&self, school: usize) -> bool {
        self.facts.iter().all(|(own, others)| match (own, others.get(school)) {
            (Value::Word(own), Some(Value::Word(other))) => super::observations::same_word(own, other),
            (own, other) => other == Some(own),
        })
    }
}

/// Whether a school is among those that a condition lets in; all are where there is none.
fn meets(answers: Option<&Rc<Vec<Truth>>>, school: usize) -> Truth {
    answers.map_or(Truth::Met, |answers| answers.get(school).copied().unwrap_or(Truth::NotMet))
}

/// The schools that meet a condition, agree in some facts and have the value. Err: something open stands in the way.
fn population(
    run: &SchoolRun<'_>,
    of: &Operand,
    among: Option<&Condition<Operand>>,
    within: &[Operand],
    years: i32,
) -> Result<Population, Value> {
    let own = run.input(of, years, Role::Of);
    let belongs = among.map_or(Truth::Met, |among| run.condition(among, years));
    let alike = Alike::new(run, within, years)?;
    let values = everybody(run, of, years).ok_or(Value::Absent(Reason::RuleUnknown))?;
    let others = among.map(|among| run.run.everybody_meets(among, years));
    let mut members = Vec::new();
    for (school, value) in values.iter().enumerate() {
        let (value, member) = if school == run.school {
            (&own, belongs)
        } else if alike.holds(school) {
            (value, meets(others.as_ref(), school))
        } else {
            continue;
        };
        match (member, value) {
            (Truth::NotMet, _) => {}
            (Truth::Met, Value::Number(number)) => members.push((school, number.clone())),
            // A school that can't be rated yet could stand anywhere: no rank is certain without it.
            (_, other) if other.missing().is_some_and(Reason::is_open) => {
                return Err(Value::Absent(Reason::Undetermined));
            }
            (Truth::Undetermined, Value::Number(_)) => return Err(Value::Absent(Reason::Undetermined)),
            _ => {}
        }
    }
    run.remember(|record| record.compared_with(members.iter().map(|(school, _)| *school), NAMED));
    Ok(Population { own, members, belongs })
}

pub(crate) fn rank(run: &SchoolRun<'_>, of: &Rank, years: i32) -> Value {
    let population = match population(run, &of.rank, of.among.as_ref(), &of.within, years) {
        Ok(population) => population,
        Err(instead) => return instead,
    };
    let Value::Number(own) = &population.own else { return no_number(&population.own) };
    match population.belongs {
        Truth::Met => {}
        Truth::NotMet => return Value::Absent(Reason::NotApplicable),
        Truth::Undetermined => return Value::Absent(Reason::Undetermined),
    }
    let ahead = if of.first == RankFrom::Highest { Ordering::Greater } else { Ordering::Less };
    number_of(1 + population.members.iter().filter(|(_, other)| other.cmp(own) == ahead).count())
}

pub(crate) fn percent_rank(run: &SchoolRun<'_>, of: &PercentRank, years: i32) -> Value {
    let population = match population(run, &of.percent_rank, of.among.as_ref(), &of.within, years) {
        Ok(population) => population,
        Err(instead) => return instead,
    };
    let Value::Number(own) = &population.own else { return no_number(&population.own) };
    match population.belongs {
        Truth::Met => {}
        Truth::NotMet => return Value::Absent(Reason::NotApplicable),
        Truth::Undetermined => return Value::Absent(Reason::Undetermined),
    }
    let values: Vec<Exact> = population.members.into_iter().map(|(_, value)| value).collect();
    computed(arithmetic::percent_below(&values, own, of.method))
}

pub(crate) fn lowest(run: &SchoolRun<'_>, of: &Lowest, years: i32) -> Value {
    let population = match population(run, &of.of, of.among.as_ref(), &of.within, years) {
        Ok(population) => population,
        Err(instead) => return instead,
    };
    match population.belongs {
        Truth::Met => {}
        Truth::NotMet => return word(false),
        Truth::Undetermined => return Value::Absent(Reason::Undetermined),
    }
    // A school that has no such value for certain isn't ranked.
    if population.own.missing().is_some_and(|reason| !reason.is_open()) {
        return word(false);
    }
    let Value::Number(own) = &population.own else { return no_number(&population.own) };
    let rounding = Rounding { places: 0, mode: of.round_count.unwrap_or(RoundingMode::Up) };
    let places = arithmetic::count(population.members.len())
        .and_then(|schools| schools.mul(&of.lowest))
        .and_then(|share| share.round(rounding));
    let Ok(places) = places else { return Value::Absent(Reason::NotComputable) };
    let below = population.members.iter().filter(|(_, other)| other < own).count();
    let with = population.members.iter().filter(|(_, other)| other <= own).count();
    let inside = match of.ties {
        Ties::Included => arithmetic::count(below).is_ok_and(|below| below < places),
        Ties::Excluded => arithmetic::count(with).is_ok_and(|with| with <= places),
    };
    word(inside)
}

pub(crate) fn nearest(run: &SchoolRun<'_>, of: &Nearest, years: i32) -> Value {
    let own = run.input(&of.nearest, years, Role::Of);
    let index = match run.input(&of.index, years, Role::Parameter) {
        Value::Number(index) => index,
        other => return no_number(&other),
    };
    let alike = match Alike::new(run, &of.within, years) {
        Ok(alike) => alike,
        Err(instead) => return instead,
    };
    let (Some(values), Some(indexes)) = (everybody(run, &of.nearest, years), everybody(run, &of.index, years)) else {
        return Value::Absent(Reason::RuleUnknown);
    };
    let among = of.among.as_ref().map(|among| run.run.everybody_meets(among, years));
    let mut others: Vec<(Exact, usize, Exact)> = Vec::new();
    for (school, (value, other)) in values.iter().zip(indexes.iter()).enumerate() {
        if school == run.school || !alike.holds(school) {
            continue;
        }
        match meets(among.as_ref(), school) {
            Truth::Met => {}
            Truth::NotMet => continue,
            Truth::Undetermined => return Value::Absent(Reason::Undetermined),
        }
        match (value, other) {
            (Value::Number(value), Value::Number(other)) => match other.sub(&index) {
                Ok(distance) => others.push((distance.abs(), school, value.clone())),
                Err(_) => return Value::Absent(Reason::NotComputable),
            },
            (a, b) if [a, b].iter().any(|value| value.missing().is_some_and(Reason::is_open)) => {
                return Value::Absent(Reason::Undetermined);
            }
            _ => {}
        }
    }
    others.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    let wanted = usize::try_from(of.schools).unwrap_or(usize::MAX);
    if let Some(edge) = wanted.checked_sub(1).and_then(|last| others.get(last)).map(|last| last.0.clone()) {
        others.retain(|(distance, _, _)| *distance <= edge);
    }
    if others.is_empty() {
        return Value::Absent(Reason::NotApplicable);
    }
    run.remember(|record| record.compared_with(others.iter().map(|(_, school, _)| *school), NAMED));
    let group: Vec<Exact> = others.into_iter().map(|(_, _, value)| value).collect();
    if of.gives == NearestGives::Mean {
        return computed(arithmetic::mean(&group));
    }
    let Value::Number(own) = &own else { return no_number(&own) };
    match of.gives {
        NearestGives::Mean => computed(arithmetic::mean(&group)),
        NearestGives::Difference => computed(arithmetic::mean(&group).and_then(|mean| own.sub(&mean))),
        NearestGives::PercentBelow => {
            computed(arithmetic::percent_below(&group, own, super::node::PercentileMethod::Below))
        }
        NearestGives::Rank => number_of(1 + group.iter().filter(|other| *other > own).count()),
    }
}

pub(crate) fn parts(run: &SchoolRun<'_>, of: &Parts, years: i32) -> Value {
    let Some(links) = everybody(run, &of.link, years) else { return Value::Absent(Reason::RuleUnknown) };
    let Some(values) = everybody(run, &of.parts, years) else { return Value::Absent(Reason::RuleUnknown) };
    let Some(own) = run.identifier() else { return Value::Absent(Reason::NotApplicable) };
    let among = of.among.as_ref().map(|among| run.run.everybody_meets(among, years));
    // A link may lack the zeros in front that the identifier has.
    let digits = match run.framework().definition.school.identifier.as_slice() {
        [only] => usize::from(only.digits.unwrap_or(0)),
        _ => 0,
    };
    let names_own = |link: &str| link == &**own || format!("{link:0>digits$}") == **own;
    let mut found: Vec<(usize, Value)> = Vec::new();
    for (school, (link, value)) in links.iter().zip(values.iter()).enumerate() {
        let belongs = match link {
            Value::Word(link) => names_own(link.trim()),
            Value::Number(link) => names_own(&link.to_string()),
            _ => false,
        };
        if !belongs || school == run.school {
            continue;
        }
        match meets(among.as_ref(), school) {
            Truth::Met => found.push((school, value.clone())),
            Truth::NotMet => {}
            Truth::Undetermined => return Value::Absent(Reason::Undetermined),
        }
    }
    run.remember(|record| record.compared_with(found.iter().map(|(school, _)| *school), NAMED));
    if of.combine == Combine::Count {
        return number_of(found.len());
    }
    if found.iter().any(|(_, value)| value.missing().is_some_and(Reason::is_open)) {
        return Value::Absent(Reason::Undetermined);
    }
    found.retain(|(_, value)| value.is_present());
    if matches!(of.combine, Combine::Best | Combine::Worst) {
        let mut kept: Option<Value> = None;
        for (_, value) in found {
            let better = match &kept {
                None => true,
                Some(other) => match arithmetic::compare(&value, other) {
                    Some(order) => {
                        (if of.combine == Combine::Best { order } else { order.reverse() }) == Ordering::Greater
                    }
                    None => return Value::Absent(Reason::NotComputable),
                },
            };
            if better {
                kept = Some(value);
            }
        }
        return kept.unwrap_or(Value::Absent(Reason::MissingParts));
    }
    let mut numbers = Vec::with_capacity(found.len());
    let mut weights = Vec::with_capacity(found.len());
    for (school, value) in &found {
        let Value::Number(number) = value else { return Value::Absent(Reason::NotComputable) };
        numbers.push(number.clone());
        if let (Combine::WeightedMean, Some(by)) = (of.combine, &of.weight_by) {
            let weight = match by.port() {
                Some(port) => run.run.school(*school).port(shifted(port, years)),
                None => run.operand(by),
            };
            match weight {
                Value::Number(weight) => weights.push(weight),
                other => return no_number(&other),
            }
        }
    }
    if numbers.is_empty() {
        return Value::Absent(Reason::MissingParts);
    }
    computed(match of.combine {
        Combine::Sum => arithmetic::sum(&numbers),
        Combine::WeightedMean => (|| {
            let mut total = Exact::ZERO;
            for (number, weight) in numbers.iter().zip(&weights) {
                total = total.add(&number.mul(weight)?)?;
            }
            total.div(&arithmetic::sum(&weights)?)
        })(),
        _ => arithmetic::mean(&numbers),
    })
}
