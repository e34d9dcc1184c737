//! What is worked out over several schools: ranks, comparison groups, and wholes made of parts.
//!
//! The schools are put into groups once for an operator and a year; each school then only looks itself up in its group, so
//! that ten thousand schools take ten times as long as a thousand.

use std::cmp::Ordering;
use std::rc::Rc;

use super::arithmetic;
use super::evaluate::{SchoolRun, computed, no_number, number_of, shifted, word};
use super::node::{
    Combine, Lowest, LowestGives, Missing, Nearest, NearestGives, Parts, PercentRank, Rank, RankFrom, Ties,
};
use super::reference::{Operand, Port};
use super::trace::Role;
use super::value::{Reason, Value};
use crate::exact::{Exact, ExactError, Rounding, RoundingMode};
use crate::letters::lower;
use crate::order::{self, Sorted};
use crate::policy::condition::{Condition, Truth};

/// How many schools a trace names; for more it only counts them.
const NAMED: usize = 30;

/// The schools as an operator over several of them sees them, without any supposition.
#[derive(Debug)]
pub(crate) enum Groups {
    /// Schools that are ranked together.
    Ranked(Grouped<Exact>),
    /// Schools that are compared with each other: by the index, with the value.
    Near(Grouped<(Exact, Exact)>),
    /// The parts of each school, by its identifier.
    Parts {
        /// In order.
        by_whole: Vec<(String, usize, Truth)>,
        /// The schools whose whole isn't known.
        open: Vec<usize>,
    },
}

/// Schools in groups that agree in some facts.
#[derive(Debug)]
pub(crate) struct Grouped<T> {
    /// The place of each group, by the facts in which its schools agree.
    known: Sorted<Vec<Value>, usize>,
    groups: Vec<Group<T>>,
    /// The group of each school and its place there: none for a school that is in none.
    places: Vec<Option<(usize, usize)>>,
    /// Schools of which it isn't known to which group they belong.
    anywhere: Vec<usize>,
}

#[derive(Debug)]
struct Group<T> {
    /// In order.
    members: Vec<(T, usize)>,
    /// Schools that may belong, or whose number isn't known.
    open: Vec<usize>,
}

impl<T: Ord> Grouped<T> {
    /// `number` gives a school's number; none when it has none for certain, an error when it isn't known.
    fn new(
        run: &SchoolRun<'_>,
        among: Option<&Condition<Operand>>,
        within: &[Operand],
        years: i32,
        number: impl Fn(usize) -> Result<Option<T>, ()>,
    ) -> Option<Self> {
        let facts: Option<Vec<Rc<Vec<Value>>>> = within.iter().map(|fact| everybody(run, fact, years)).collect();
        let facts = facts?;
        let members = among.map(|among| run.run.everybody_meets(among, years));
        let schools = run.run.table.schools().len();
        let mut grouped =
            Self { known: Sorted::new(), groups: Vec::new(), places: vec![None; schools], anywhere: Vec::new() };
        for school in 0..schools {
            let member = members.as_ref().map_or(Truth::Met, |all| all.get(school).copied().unwrap_or(Truth::NotMet));
            let number = number(school);
            if member == Truth::NotMet || number == Ok(None) {
                continue;
            }
            let key: Vec<Value> = facts.iter().filter_map(|values| values.get(school)).map(key).collect();
            match within_group(&key) {
                Ok(()) => {}
                Err(reason) if reason.is_open() => {
                    grouped.anywhere.push(school);
                    continue;
                }
                Err(_) => continue,
            }
            let at = grouped.known.get(&key).copied().unwrap_or(grouped.groups.len());
            if at == grouped.groups.len() {
                grouped.known.insert(key, at);
                grouped.groups.push(Group { members: Vec::new(), open: Vec::new() });
            }
            let Some(group) = grouped.groups.get_mut(at) else { continue };
            match (member, number) {
                (Truth::Met, Ok(Some(number))) => group.members.push((number, school)),
                _ => group.open.push(school),
            }
        }
        for (known, group) in grouped.groups.iter_mut().enumerate() {
            order::sort(&mut group.members);
            for (at, (_, school)) in group.members.iter().enumerate() {
                if let Some(place) = grouped.places.get_mut(*school) {
                    *place = Some((known, at));
                }
            }
        }
        Some(grouped)
    }

    /// A school's group. Err: a school that isn't known yet may belong to it, so that nothing in it is certain.
    fn others(&self, key: &[Value], own: usize) -> Result<&[(T, usize)], Value> {
        let other = |schools: &[usize]| schools.iter().any(|school| *school != own);
        let group = self.known.get(key).and_then(|at| self.groups.get(*at));
        if other(&self.anywhere) || group.is_some_and(|group| other(&group.open)) {
            return Err(Value::Absent(Reason::Undetermined));
        }
        Ok(group.map_or(&[], |group| group.members.as_slice()))
    }

    /// Where a school stands in the group without any supposition.
    fn place(&self, key: &[Value], school: usize) -> Option<usize> {
        let known = self.known.get(key)?;
        self.places.get(school)?.filter(|(group, _)| group == known).map(|(_, at)| at)
    }
}

/// A fact as groups go by it: a word without regard to case and spaces.
fn key(value: &Value) -> Value {
    match value {
        Value::Word(word) => {
            let folded = lower(&word.split_whitespace().collect::<Vec<_>>().join(" "));
            Value::Word(folded.into())
        }
        other => other.clone(),
    }
}

/// Whether a school has a group: it agrees with nobody in a fact that it doesn't have.
fn within_group(key: &[Value]) -> Result<(), Reason> {
    let missing: Vec<Reason> = key.iter().filter_map(Value::missing).collect();
    match missing.iter().find(|reason| !reason.is_open()).or(missing.first()) {
        Some(reason) => Err(*reason),
        None => Ok(()),
    }
}

fn everybody(run: &SchoolRun<'_>, operand: &Operand, years: i32) -> Option<Rc<Vec<Value>>> {
    operand.port().map(|port: Port| run.run.everybody(shifted(port, years)))
}

/// A number that counts, as groups want it.
fn number(value: Option<&Value>) -> Result<Option<Exact>, ()> {
    match value {
        Some(Value::Number(number)) => Ok(Some(number.clone())),
        Some(other) if other.missing().is_some_and(Reason::is_open) => Err(()),
        _ => Ok(None),
    }
}

/// What is kept of an operator, made the first time.
fn groups(run: &SchoolRun<'_>, port: Port, make: impl FnOnce() -> Option<Groups>) -> Option<Rc<Groups>> {
    let place = (port.entry, port.years);
    if let Some(known) = run.run.shared.groups.borrow().get(&place) {
        return Some(Rc::clone(known));
    }
    let made = Rc::new(make()?);
    run.run.shared.groups.borrow_mut().insert(place, Rc::clone(&made));
    Some(made)
}

/// The facts in which others must agree with this school.
fn own_key(run: &SchoolRun<'_>, within: &[Operand], years: i32) -> Result<Vec<Value>, Value> {
    let own: Vec<Value> = within.iter().map(|fact| key(&run.input(fact, years, Role::Parameter))).collect();
    match within_group(&own) {
        Ok(()) => Ok(own),
        Err(reason) if reason.is_open() => Err(Value::Absent(Reason::Undetermined)),
        Err(_) => Err(Value::Absent(Reason::MissingParts)),
    }
}

/// How a school's number stands among those of its group, itself included.
struct Place {
    below: usize,
    equal: usize,
    all: usize,
}

/// What an operator says of a school that isn't ranked, because it doesn't belong or has no number.
enum Unranked {
    Outside,
    NoNumber(Value),
    Instead(Value),
}

/// How a school stands among those that it is ranked with.
fn place(
    run: &SchoolRun<'_>,
    of: &Operand,
    among: Option<&Condition<Operand>>,
    within: &[Operand],
    port: Port,
) -> Result<Place, Unranked> {
    let years = port.years;
    let own = run.input(of, years, Role::Of);
    match among.map_or(Truth::Met, |among| run.condition(among, years)) {
        Truth::Met => {}
        Truth::NotMet => return Err(Unranked::Outside),
        Truth::Undetermined => return Err(Unranked::Instead(Value::Absent(Reason::Undetermined))),
    }
    let Value::Number(own) = own else { return Err(Unranked::NoNumber(own)) };
    let key = own_key(run, within, years).map_err(Unranked::Instead)?;
    let kept = groups(run, port, || {
        let values = everybody(run, of, years)?;
        Grouped::new(run, among, within, years, |school| number(values.get(school))).map(Groups::Ranked)
    });
    let Some(Groups::Ranked(grouped)) = kept.as_deref() else {
        return Err(Unranked::Instead(Value::Absent(Reason::RuleUnknown)));
    };
    let others = grouped.others(&key, run.school).map_err(Unranked::Instead)?;
    let before = others.partition_point(|(other, _)| *other < own);
    let upto = others.partition_point(|(other, _)| *other <= own);
    // The school stands among the others with its own number, which a person may suppose.
    let known = grouped.place(&key, run.school);
    let taken = |end: usize| usize::from(known.is_some_and(|at| at < end));
    let below = before - taken(before);
    let equal = upto - taken(upto) - below + 1;
    let schools = || {
        let mut schools: Vec<usize> = others.iter().map(|(_, school)| *school).collect();
        if known.is_none() {
            schools.push(run.school);
        }
        order::sort(&mut schools);
        schools
    };
    run.remember(|record| record.compared_with(schools().into_iter(), NAMED));
    Ok(Place { below, equal, all: others.len() - usize::from(known.is_some()) + 1 })
}

fn unranked(why: Unranked) -> Value {
    match why {
        Unranked::Outside => Value::Absent(Reason::NotApplicable),
        Unranked::NoNumber(value) => no_number(&value),
        Unranked::Instead(value) => value,
    }
}

#[inline(never)]
pub(crate) fn rank(run: &SchoolRun<'_>, of: &Rank, port: Port) -> Value {
    match place(run, &of.rank, of.among.as_ref(), &of.within, port) {
        Ok(place) if of.first == RankFrom::Highest => number_of(1 + place.all - place.below - place.equal),
        Ok(place) => number_of(1 + place.below),
        Err(why) => unranked(why),
    }
}

#[inline(never)]
pub(crate) fn percent_rank(run: &SchoolRun<'_>, of: &PercentRank, port: Port) -> Value {
    match place(run, &of.percent_rank, of.among.as_ref(), &of.within, port) {
        Ok(place) => computed(arithmetic::percent_of(place.below, place.equal, place.all, of.method)),
        Err(why) => unranked(why),
    }
}

/// How many schools the lowest share of so many is.
fn places(of: &Lowest, all: usize) -> Result<Exact, ExactError> {
    let rounding = Rounding { places: 0, mode: of.round_count.unwrap_or(RoundingMode::Up) };
    arithmetic::count(all)?.mul(&of.lowest)?.round(rounding)
}

#[inline(never)]
pub(crate) fn lowest(run: &SchoolRun<'_>, of: &Lowest, port: Port) -> Value {
    if of.gives == LowestGives::Edge {
        return edge(run, of, port).unwrap_or_else(|instead| instead);
    }
    let place = match place(run, &of.of, of.among.as_ref(), &of.within, port) {
        Ok(place) => place,
        // A school that has no such value for certain isn't ranked.
        Err(Unranked::NoNumber(value)) if value.missing().is_some_and(|reason| !reason.is_open()) => {
            return word(false);
        }
        Err(Unranked::Outside) => return word(false),
        Err(why) => return unranked(why),
    };
    let Ok(places) = places(of, place.all) else { return Value::Absent(Reason::NotComputable) };
    let inside = match of.ties {
        Ties::Included => arithmetic::count(place.below).is_ok_and(|below| below < places),
        Ties::Excluded => arithmetic::count(place.below + place.equal).is_ok_and(|with| with <= places),
    };
    word(inside)
}

/// The highest number among the lowest share of the schools, whether this one is ranked or not.
fn edge(run: &SchoolRun<'_>, of: &Lowest, port: Port) -> Result<Value, Value> {
    let years = port.years;
    let own = match of.among.as_ref().map_or(Truth::Met, |among| run.condition(among, years)) {
        Truth::Undetermined => return Err(Value::Absent(Reason::Undetermined)),
        // Its own number counts as a person may suppose it.
        Truth::Met => match run.input(&of.of, years, Role::Of) {
            Value::Number(own) => Some(own),
            other if other.missing().is_some_and(Reason::is_open) => return Err(no_number(&other)),
            _ => None,
        },
        Truth::NotMet => None,
    };
    let key = own_key(run, &of.within, years)?;
    let kept = groups(run, port, || {
        let values = everybody(run, &of.of, years)?;
        Grouped::new(run, of.among.as_ref(), &of.within, years, |school| number(values.get(school))).map(Groups::Ranked)
    });
    let Some(Groups::Ranked(grouped)) = kept.as_deref() else { return Err(Value::Absent(Reason::RuleUnknown)) };
    let others = grouped.others(&key, run.school)?;
    let known = grouped.place(&key, run.school);
    run.remember(|record| record.compared_with(others.iter().map(|(_, school)| *school), NAMED));
    // The others without this school, and this school with its own number.
    let other = |place: usize| {
        let behind = known.is_some_and(|known| place >= known);
        others.get(place + usize::from(behind)).map(|(number, _)| number)
    };
    let below = |limit: &Exact| {
        let below = others.partition_point(|(number, _)| number < limit);
        below - usize::from(known.is_some_and(|known| known < below))
    };
    let own = own.as_ref().map(|own| (own, below(own)));
    let at = |place: usize| match own {
        Some((own, mine)) => match place.cmp(&mine) {
            Ordering::Less => other(place),
            Ordering::Equal => Some(own),
            Ordering::Greater => other(place - 1),
        },
        None => other(place),
    };
    let all = others.len() - usize::from(known.is_some()) + usize::from(own.is_some());
    let within =
        places(of, all).ok().and_then(|places| places.to_count()).and_then(|places| usize::try_from(places).ok());
    let Some(within) = within else { return Err(Value::Absent(Reason::NotComputable)) };
    let outside = at(within);
    let last = within.checked_sub(1).and_then(at);
    let last = match last {
        // Those tied at the edge are out, and so is their number.
        Some(tied) if of.ties == Ties::Excluded && outside == Some(tied) => {
            let before = below(tied) + usize::from(own.is_some_and(|(own, _)| own < tied));
            before.checked_sub(1).and_then(at)
        }
        last => last,
    };
    last.cloned().map(Value::Number).ok_or(Value::Absent(Reason::NotApplicable))
}

#[inline(never)]
pub(crate) fn nearest(run: &SchoolRun<'_>, of: &Nearest, port: Port) -> Value {
    let years = port.years;
    let own = run.input(&of.nearest, years, Role::Of);
    let index = match run.input(&of.index, years, Role::Parameter) {
        Value::Number(index) => index,
        other => return no_number(&other),
    };
    let key = match own_key(run, &of.within, years) {
        Ok(key) => key,
        Err(instead) => return instead,
    };
    let kept = groups(run, port, || {
        let (values, indexes) = (everybody(run, &of.nearest, years)?, everybody(run, &of.index, years)?);
        let both = |school: usize| match (number(indexes.get(school)), number(values.get(school))) {
            (Ok(None), _) | (_, Ok(None)) => Ok(None),
            (Ok(Some(index)), Ok(Some(value))) => Ok(Some((index, value))),
            _ => Err(()),
        };
        Grouped::new(run, of.among.as_ref(), &of.within, years, both).map(Groups::Near)
    });
    let Some(Groups::Near(grouped)) = kept.as_deref() else { return Value::Absent(Reason::RuleUnknown) };
    let others = match grouped.others(&key, run.school) {
        Ok(others) => others,
        Err(instead) => return instead,
    };
    let wanted = usize::try_from(of.schools).unwrap_or(usize::MAX);
    let Ok(found) = around(others, &index, run.school, wanted) else { return Value::Absent(Reason::NotComputable) };
    if found.is_empty() {
        return Value::Absent(Reason::NotApplicable);
    }
    run.remember(|record| record.compared_with(found.iter().map(|(_, school, _)| *school), NAMED));
    let group: Vec<Exact> = found.into_iter().map(|(_, _, value)| value.clone()).collect();
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

/// The schools nearest to an index, the nearest first, and all at the distance of the last one: outwards from where the
/// index stands in the order.
fn around<'a>(
    others: &'a [((Exact, Exact), usize)],
    index: &Exact,
    own: usize,
    wanted: usize,
) -> Result<Vec<(Exact, usize, &'a Exact)>, ExactError> {
    let middle = others.partition_point(|((other, _), _)| other < index);
    let (lower, upper) = others.split_at_checked(middle).unwrap_or((others, &[]));
    let distance = |((other, value), school): &'a ((Exact, Exact), usize)| {
        Ok::<_, ExactError>((other.sub(index)?.abs(), *school, value))
    };
    let mut down = lower.iter().rev().filter(|(_, school)| *school != own).map(distance).peekable();
    let mut up = upper.iter().filter(|(_, school)| *school != own).map(distance).peekable();
    let mut found: Vec<(Exact, usize, &Exact)> = Vec::new();
    loop {
        let nearer = match (down.peek(), up.peek()) {
            (Some(Ok(down)), Some(Ok(up))) => down.0 <= up.0,
            (Some(_), _) => true,
            (None, _) => false,
        };
        let Some(next) = (if nearer { down.next() } else { up.next() }) else { break };
        let next = next?;
        if found.len() >= wanted && found.last().is_some_and(|last| next.0 > last.0) {
            break;
        }
        found.push(next);
    }
    order::sort_by(&mut found, |a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    Ok(found)
}

/// The parts of each school.
fn parts_by_whole(run: &SchoolRun<'_>, of: &Parts, years: i32) -> Option<Groups> {
    let links = everybody(run, &of.link, years)?;
    let among = of.among.as_ref().map(|among| run.run.everybody_meets(among, years));
    // A link may lack the zeros in front that the identifier has.
    let digits = match run.framework().definition.school.identifier.as_slice() {
        [only] => usize::from(only.digits.unwrap_or(0)),
        _ => 0,
    };
    let mut by_whole = Vec::new();
    let mut open = Vec::new();
    for (school, link) in links.iter().enumerate() {
        let belongs = among.as_ref().map_or(Truth::Met, |all| all.get(school).copied().unwrap_or(Truth::NotMet));
        let whole = match link {
            _ if belongs == Truth::NotMet => continue,
            Value::Word(link) => link.trim().to_owned(),
            Value::Number(link) => link.to_string(),
            other if other.missing().is_some_and(Reason::is_open) => {
                open.push(school);
                continue;
            }
            _ => continue,
        };
        let is_number = whole.bytes().all(|byte| byte.is_ascii_digit());
        let whole = if is_number { format!("{whole:0>digits$}") } else { whole };
        by_whole.push((whole, school, belongs));
    }
    order::sort_by(&mut by_whole, |a, b| a.0.cmp(&b.0));
    Some(Groups::Parts { by_whole, open })
}

#[inline(never)]
pub(crate) fn parts(run: &SchoolRun<'_>, of: &Parts, missing: Option<&Missing>, port: Port) -> Value {
    let years = port.years;
    let kept = groups(run, port, || parts_by_whole(run, of, years));
    let Some(Groups::Parts { by_whole, open }) = kept.as_deref() else { return Value::Absent(Reason::RuleUnknown) };
    let Some(values) = everybody(run, &of.parts, years) else { return Value::Absent(Reason::RuleUnknown) };
    let Some(own) = run.identifier() else { return Value::Absent(Reason::NotApplicable) };
    let from = by_whole.partition_point(|(whole, ..)| **whole < **own);
    let mine = by_whole.iter().skip(from).take_while(|(whole, ..)| **whole == **own);
    let mine = mine.map(|(_, school, belongs)| (*school, *belongs)).filter(|(school, _)| *school != run.school);
    // A school whose whole isn't known may be a part of this one.
    if open.iter().any(|school| *school != run.school) || mine.clone().any(|(_, belongs)| belongs != Truth::Met) {
        return Value::Absent(Reason::Undetermined);
    }
    let mut found: Vec<(usize, Value)> =
        mine.filter_map(|(school, _)| Some((school, values.get(school)?.clone()))).collect();
    run.remember(|record| record.compared_with(found.iter().map(|(school, _)| *school), NAMED));
    if of.combine == Combine::Count {
        return number_of(found.len());
    }
    let lacking = found.iter().any(|(_, value)| value.missing().is_some_and(|reason| !reason.is_open()));
    match missing {
        Some(Missing::Absent) if lacking => return Value::Absent(Reason::MissingParts),
        Some(Missing::Becomes(finding)) if lacking => return run.finding_for(finding, years),
        _ => {}
    }
    if found.iter().any(|(_, value)| value.missing().is_some_and(Reason::is_open)) {
        return Value::Absent(Reason::Undetermined);
    }
    match missing {
        Some(Missing::As(number)) => {
            for (_, value) in found.iter_mut().filter(|(_, value)| !value.is_present()) {
                *value = Value::Number(number.clone());
            }
        }
        _ => found.retain(|(_, value)| value.is_present()),
    }
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
                Value::Number(weight) if weight.is_negative() => return Value::Absent(Reason::NotComputable),
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
