//! Weighted means and sums, and what becomes of the weight of missing parts.

use std::borrow::Cow;

use super::definition::{Definition, Redistribution, RedistributionStep};
use super::entries::Entries;
use super::evaluate::{SchoolRun, computed, no_number};
use super::graph::Graph;
use super::node::{Finding, Missing, Operator};
use super::reference::Operand;
use super::trace::{InputWeight, Role};
use super::value::{Reason, Value};
use crate::exact::{Exact, ExactError};
use crate::order::Sorted;
use crate::policy::condition::Truth;

/// Redistributions as they apply to tables of weights, by the places of the table and the redistribution.
pub(crate) type Plans = Sorted<(usize, usize), Plan>;

/// A redistribution as it applies to a table of weights: what its steps name, as places among the table's parts, so that
/// no school has to look for them.
#[derive(Debug)]
pub(crate) struct Plan(Vec<StepPlan>);

#[derive(Debug)]
struct StepPlan {
    /// None for what isn't a part.
    if_missing: Vec<Option<usize>>,
    if_all_missing: Vec<Option<usize>>,
    to: Vec<(usize, Exact)>,
    to_present: Vec<usize>,
    otherwise: Vec<(usize, Exact)>,
}

impl Plan {
    fn new(redistribution: &Redistribution, parts: &[Operand]) -> Self {
        let place = |operand: &Operand| parts.iter().position(|part| part.target == operand.target);
        let places = |operands: &[Operand]| -> Vec<Option<usize>> { operands.iter().map(place).collect() };
        let shares = |entries: &Entries<Exact>| -> Vec<(usize, Exact)> {
            let named = |name: &str| parts.iter().position(|part| part.text == name);
            entries.iter().filter_map(|entry| Some((named(&entry.name)?, entry.value.clone()))).collect()
        };
        let steps = redistribution.steps.iter().map(|step| StepPlan {
            if_missing: places(&step.if_missing),
            if_all_missing: places(&step.if_all_missing),
            to: shares(&step.to),
            to_present: step.to_present.iter().filter_map(place).collect(),
            otherwise: shares(&step.otherwise),
        });
        Self(steps.collect())
    }

    /// Those that the nodes ask for.
    pub(crate) fn of_nodes(definition: &Definition, graph: &Graph) -> Plans {
        let mut plans = Plans::new();
        for entry in &definition.nodes {
            let names = match &entry.value.operator {
                Operator::WeightedMean(of) => of.weighted_mean.names(),
                Operator::WeightedSum(of) => of.weighted_sum.names(),
                _ => continue,
            };
            let Some(Missing::Redistribute(name)) = &entry.value.modifiers.missing else { continue };
            let Some(place) = definition.redistributions.place(name) else { continue };
            let Some(redistribution) = definition.redistributions.at(place) else { continue };
            for table in names.into_iter().filter_map(|table| definition.weights.place(table)) {
                if let Some(parts) = graph.parts.get(table).filter(|_| !plans.contains_key(&(table, place))) {
                    plans.insert((table, place), Self::new(&redistribution.value, parts));
                }
            }
        }
        plans
    }
}

/// A part of a weighted node as the calculation goes on.
struct Part<'a> {
    operand: &'a Operand,
    value: Cow<'a, Value>,
    /// In the table.
    table: Cow<'a, Exact>,
    /// Whether its weight isn't known.
    open_weight: bool,
    /// Whether it has no weight for certain: were its value there, the whole would be missing.
    unweighed: bool,
    /// By now.
    held: Cow<'a, Exact>,
}

impl Part<'_> {
    fn is_missing(&self) -> bool {
        !self.value.is_present()
    }

    /// Whether its value is unknown and may count. Nothing hangs on a part whose weight is zero.
    fn is_open(&self) -> bool {
        self.value.missing().is_some_and(Reason::is_open) && (self.may_weigh() || self.unweighed)
    }

    /// Whether it is missing for certain and has weight.
    fn is_lacking(&self) -> bool {
        self.value.missing().is_some_and(|reason| !reason.is_open()) && !self.table.is_zero()
    }

    fn may_weigh(&self) -> bool {
        self.open_weight || !self.table.is_zero()
    }
}

/// The weighted mean or sum of a table.
pub(crate) fn weighted(run: &SchoolRun<'_>, table: &str, missing: Option<&Missing>, years: i32, mean: bool) -> Value {
    let framework = run.framework();
    let place = framework.definition.weights.place(table);
    let found = place.and_then(|place| {
        let weights = &framework.definition.weights.at(place)?.value;
        Some((weights, framework.graph.parts.get(place)?))
    });
    let Some((weights, operands)) = found else { return Value::Absent(Reason::RuleUnknown) };
    let mut parts = Vec::with_capacity(operands.len());
    for (entry, operand) in weights.parts.iter().zip(operands) {
        let mut value = run.seen(operand, years, Role::Part);
        if let (Some(Missing::As(number)), Some(reason)) = (missing, value.missing())
            && !reason.is_open()
        {
            value = Cow::Owned(Value::Number(number.clone()));
        }
        // A weight that is each school's own value only counts where the part does.
        let (mut open_weight, mut unweighed) = (false, false);
        let weight = match entry.value.number() {
            Some(number) => Cow::Borrowed(number),
            None => match run.input(&entry.value, years, Role::Parameter) {
                Value::Number(weight) => Cow::Owned(weight),
                // What nobody says how to weigh is left out like what isn't there.
                other
                    if matches!(missing, Some(Missing::Skip))
                        && other.missing().is_some_and(|reason| !reason.is_open()) =>
                {
                    value = Cow::Owned(Value::Absent(Reason::MissingParts));
                    Cow::Owned(Exact::ZERO)
                }
                other if value.is_present() => return no_number(&other),
                other => {
                    open_weight = other.missing().is_some_and(Reason::is_open);
                    unweighed = !open_weight;
                    Cow::Owned(Exact::ZERO)
                }
            },
        };
        if weight.is_negative() {
            return Value::Absent(Reason::NotComputable);
        }
        if value.is_present() && value.number().is_none() {
            return Value::Absent(Reason::NotComputable);
        }
        parts.push(Part { operand, value, table: weight.clone(), open_weight, unweighed, held: weight });
    }
    let result = match missing {
        Some(Missing::Redistribute(name)) => {
            let redistribution = framework.definition.redistributions.place(name);
            let planned = redistribution.zip(place).and_then(|(redistribution, table)| {
                let plan = framework.graph.plans.get(&(table, redistribution))?;
                Some((&framework.definition.redistributions.at(redistribution)?.value, plan))
            });
            match planned {
                Some((redistribution, plan)) => redistribute(run, name, redistribution, plan, &mut parts, years),
                None => Err(Value::Absent(Reason::RuleUnknown)),
            }
        }
        _ => leave_out(run, missing, &mut parts, years),
    };
    run.remember(|record| {
        for part in &parts {
            let product = part.value.number().and_then(|value| value.mul(&part.held).ok());
            let (table, effective) = (part.table.clone().into_owned(), part.held.clone().into_owned());
            let weight = InputWeight { table, effective, product };
            record.weight(part.operand, years, weight);
        }
    });
    if let Err(instead) = result {
        return instead;
    }
    computed(total(&parts, mean))
}

#[inline(never)]
fn total(parts: &[Part<'_>], mean: bool) -> Result<Exact, ExactError> {
    let present = parts.iter().filter_map(|part| Some((part.value.number()?, &*part.held)));
    let sum = Exact::sum_of_products(present.clone())?;
    if !mean {
        return Ok(sum);
    }
    let one = Exact::ONE;
    sum.div(&Exact::sum_of_products(present.map(|(_, held)| (held, &one)))?)
}

/// The simple rules: the weight of a missing part leaves, or the whole becomes something else.
#[inline(never)]
fn leave_out(run: &SchoolRun<'_>, missing: Option<&Missing>, parts: &mut [Part<'_>], years: i32) -> Result<(), Value> {
    let skip = matches!(missing, Some(Missing::Skip));
    if !skip && parts.iter().any(Part::is_lacking) {
        return Err(match missing {
            Some(Missing::Becomes(finding)) => run.finding_for(finding, years),
            _ => Value::Absent(Reason::MissingParts),
        });
    }
    // A part that is missing, and may have weight, may make the whole missing.
    let unsure = |part: &Part<'_>| part.is_open() || (!skip && part.is_missing() && part.open_weight);
    if parts.iter().any(unsure) {
        return Err(Value::Absent(Reason::Undetermined));
    }
    let any = parts.iter().any(|part| !part.is_missing());
    for part in parts.iter_mut().filter(|part| part.is_missing()) {
        part.held = Cow::Owned(Exact::ZERO);
    }
    if any { Ok(()) } else { Err(Value::Absent(Reason::MissingParts)) }
}

/// The ordered steps of a redistribution. Each moves all that its part holds by then.
#[inline(never)]
fn redistribute(
    run: &SchoolRun<'_>,
    name: &str,
    redistribution: &Redistribution,
    plan: &Plan,
    parts: &mut [Part<'_>],
    years: i32,
) -> Result<(), Value> {
    // "Not rated" for certain comes before "not known yet": no open part can mend a part that is missing. But a step before
    // it that may apply comes first.
    let mut earlier: Vec<&Finding> = Vec::new();
    let steps = || redistribution.steps.iter().zip(&plan.0).enumerate();
    for (index, (step, planned)) in steps() {
        let Some(finding) = &step.becomes else { continue };
        match applies(run, step, planned, parts, years) {
            Truth::NotMet => {}
            Truth::Undetermined => earlier.push(finding),
            Truth::Met => {
                let result = run.finding_for(finding, years);
                if earlier.into_iter().any(|other| run.finding_for(other, years) != result) {
                    return Err(Value::Absent(Reason::Undetermined));
                }
                run.remember(|record| record.step_applied(name, index));
                return Err(result);
            }
        }
    }
    // Any part may be given weight.
    let open = |part: &Part<'_>| part.value.missing().is_some_and(Reason::is_open) || part.open_weight;
    if !earlier.is_empty() || parts.iter().any(open) {
        return Err(Value::Absent(Reason::Undetermined));
    }
    let failed = |_: ExactError| Value::Absent(Reason::NotComputable);
    let anything = parts.iter().any(Part::is_missing);
    let moving = steps().filter(|_| anything).filter(|(_, (step, _))| step.becomes.is_none());
    for (index, (step, planned)) in moving {
        let missing = |at: &Option<usize>| at.and_then(|at| parts.get(at)).is_none_or(Part::is_missing);
        let all_missing = !step.if_all_missing.is_empty() && planned.if_all_missing.iter().all(missing);
        let from = if all_missing { &planned.if_all_missing } else { &planned.if_missing };
        // Who receives doesn't change as the step goes on: neither does what is missing, nor the table's weights.
        let mut receivers: Option<Cow<'_, [(usize, Exact)]>> = None;
        for at in from.iter().copied().flatten() {
            let Some(part) = parts.get(at) else { continue };
            if !part.is_missing() || part.held.is_zero() {
                continue;
            }
            let (from, amount) = (part.operand, part.held.clone());
            let shares = match &receivers {
                Some(shares) => shares,
                None => receivers.insert(shares(step, planned, parts).map_err(failed)?),
            };
            if shares.is_empty() {
                continue;
            }
            if let Some(part) = parts.get_mut(at) {
                part.held = Cow::Owned(Exact::ZERO);
            }
            for (to, share) in shares.iter() {
                let moved = amount.mul(share).map_err(failed)?;
                if let Some(receiver) = parts.get_mut(*to) {
                    receiver.held = Cow::Owned(receiver.held.add(&moved).map_err(failed)?);
                    let to = receiver.operand;
                    run.remember(|record| record.moved(name, index, &from.text, &to.text, &moved));
                }
            }
        }
    }
    if parts.iter().any(|part| part.is_missing() && !part.held.is_zero()) {
        return Err(match &redistribution.leftover {
            Some(finding) => run.finding_for(finding, years),
            None => Value::Absent(Reason::RuleUnknown),
        });
    }
    if parts.iter().all(Part::is_missing) {
        return Err(Value::Absent(Reason::MissingParts));
    }
    Ok(())
}

/// Whether what a step speaks of is missing.
#[inline(never)]
fn applies(
    run: &SchoolRun<'_>,
    step: &RedistributionStep,
    planned: &StepPlan,
    parts: &[Part<'_>],
    years: i32,
) -> Truth {
    let lacks = |(operand, at): (&Operand, &Option<usize>)| {
        let missing = match at.and_then(|at| parts.get(at)) {
            Some(part) => part.value.missing(),
            None => run.seen(operand, years, Role::Needed).missing(),
        };
        match missing {
            None => Truth::NotMet,
            Some(reason) if reason.is_open() => Truth::Undetermined,
            Some(_) => Truth::Met,
        }
    };
    // Every part is asked, so that a trace names them all.
    let count = |operands: &[Operand], places: &[Option<usize>]| {
        operands.iter().zip(places).map(lacks).fold((0, 0), |(met, open), answer| match answer {
            Truth::Met => (met + 1, open),
            Truth::Undetermined => (met, open + 1),
            Truth::NotMet => (met, open),
        })
    };
    let (met, open) = count(&step.if_missing, &planned.if_missing);
    let (all_met, all_open) = count(&step.if_all_missing, &planned.if_all_missing);
    let all = step.if_all_missing.len();
    if met > 0 || (all > 0 && all_met == all) {
        Truth::Met
    } else if open > 0 || (all > 0 && all_met + all_open == all) {
        Truth::Undetermined
    } else {
        Truth::NotMet
    }
}

/// Who receives, and what share each.
fn shares<'p>(
    step: &RedistributionStep,
    planned: &'p StepPlan,
    parts: &[Part<'_>],
) -> Result<Cow<'p, [(usize, Exact)]>, ExactError> {
    if !step.to.is_empty() {
        return Ok(Cow::Borrowed(&planned.to));
    }
    // In proportion to the weights of the table, never to what was gathered so far.
    let mut present = Vec::new();
    let mut total = Exact::ZERO;
    for at in planned.to_present.iter().copied() {
        if let Some(part) = parts.get(at).filter(|part| !part.is_missing()) {
            total = total.add(&part.table)?;
            present.push((at, &part.table));
        }
    }
    if total.is_zero() {
        return Ok(Cow::Borrowed(&planned.otherwise));
    }
    present.into_iter().map(|(at, weight)| Ok((at, weight.div(&total)?))).collect()
}
