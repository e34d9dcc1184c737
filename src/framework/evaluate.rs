//! The interpreter: the value of any fact, measure or node for one school, and the steps that led to it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use super::definition::Grid;
use super::graph::Source;
use super::node::{
    Choose, Effect, Finding, Gate, Limit, Missing, Needs, Node, Operator, Penalty, ScaleChoice, WeightsChoice,
};
use super::observations::{MeasureValues, Observation, Observations};
use super::population::Groups;
use super::record::Record;
use super::reference::{Attribute, Operand, Port, Target};
use super::scale::{Scale, interpolate};
use super::trace::Role;
use super::value::{Reason, Value};
use super::{Framework, arithmetic, population};
use crate::exact::{Exact, ExactError};
use crate::order::{self, Sorted};
use crate::policy::condition::{Condition, Truth, Verdict};
use crate::policy::fact::{FactKind, FactValue, Facts};
use crate::tables::SchoolTable;

/// A person's override of a rating.
#[derive(Debug, Clone)]
pub(crate) struct Override {
    pub value: Value,
    pub who: String,
    pub when: String,
    pub why: String,
}

/// What is worked out over all schools, once for all of them.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// Values, for ranks and comparisons.
    population: RefCell<Sorted<Port, Rc<Vec<Value>>>>,
    /// What the operators over several schools made of them, by the node and the year.
    pub groups: RefCell<Sorted<(usize, i32), Rc<Groups>>>,
}

/// The framework over all schools.
pub(crate) struct Run<'a> {
    pub framework: &'a Framework,
    pub observed: &'a Observations,
    pub table: &'a SchoolTable,
    /// Overrides by school and graph entry.
    pub overrides: Sorted<(usize, usize), Override>,
    pub shared: &'a Shared,
    /// The measures of the rated year.
    now: &'a [MeasureValues],
}

impl<'a> Run<'a> {
    pub fn new(
        framework: &'a Framework,
        observed: &'a Observations,
        table: &'a SchoolTable,
        shared: &'a Shared,
    ) -> Self {
        let now = observed.measures.get(&0).map_or(&[][..], Vec::as_slice);
        Self { framework, observed, table, overrides: Sorted::new(), shared, now }
    }

    pub fn school(&'a self, school: usize) -> SchoolRun<'a> {
        SchoolRun {
            run: self,
            school,
            memo: vec![OnceCell::new(); self.framework.graph.len()],
            other_years: RefCell::default(),
            record: None,
            supposed: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// The framework over one school of which a person supposes something.
    pub fn supposing(&'a self, school: usize, supposed: &[(Port, Value)]) -> SchoolRun<'a> {
        SchoolRun { supposed: supposed.to_vec(), ..self.school(school) }
    }

    /// The value of every school, as it is without any supposition.
    pub fn everybody(&'a self, port: Port) -> Rc<Vec<Value>> {
        if let Some(values) = self.shared.population.borrow().get(&port) {
            return Rc::clone(values);
        }
        let values: Rc<Vec<Value>> =
            Rc::new((0..self.table.schools().len()).map(|school| self.school(school).port(port)).collect());
        self.shared.population.borrow_mut().insert(port, Rc::clone(&values));
        values
    }

    /// Whether every school meets a condition of the framework, as it is without any supposition.
    pub fn everybody_meets(&'a self, condition: &'a Condition<Operand>, years: i32) -> Vec<Truth> {
        let schools = 0..self.table.schools().len();
        schools.map(|school| self.school(school).condition(condition, years)).collect()
    }
}

/// The framework over one school.
pub(crate) struct SchoolRun<'a> {
    pub run: &'a Run<'a>,
    pub school: usize,
    memo: Vec<OnceCell<Value>>,
    other_years: RefCell<Sorted<(usize, i32), Value>>,
    /// Where the steps are written, when somebody asks for them.
    pub record: Option<RefCell<Record>>,
    /// What a person supposes of measures instead of what the files say.
    pub supposed: Vec<(Port, Value)>,
    /// The places that what is supposed can make others.
    touched: Vec<usize>,
}

impl<'a> SchoolRun<'a> {
    pub fn framework(&self) -> &'a Framework {
        self.run.framework
    }

    /// Goes on with another school, with nothing remembered of this one but the room for it.
    pub fn turn_to(&mut self, school: usize) {
        self.school = school;
        self.memo.fill(OnceCell::new());
        *self.other_years.get_mut() = Sorted::new();
    }

    /// Goes on with the same school of which a person supposes something else. What neither this nor what was supposed before
    /// touches stays as it was worked out.
    pub fn suppose(&mut self, port: Port, value: &Value, touched: &[usize]) {
        for place in self.touched.iter().chain(touched) {
            if let Some(known) = self.memo.get_mut(*place) {
                known.take();
            }
        }
        *self.other_years.get_mut() = Sorted::new();
        self.touched.clear();
        self.touched.extend(touched);
        self.supposed = vec![(port, value.clone())];
    }

    /// This school's identifier.
    pub fn identifier(&self) -> Option<&Arc<str>> {
        self.run.table.schools().get(self.school).map(|school| &school.id)
    }

    pub fn operand(&self, operand: &Operand) -> Value {
        self.look(operand, 0).into_owned()
    }

    pub fn port(&self, port: Port) -> Value {
        self.look_at(port).into_owned()
    }

    /// An operand seen from a node that is itself asked of another year.
    fn look(&self, operand: &Operand, years: i32) -> Cow<'_, Value> {
        match &operand.target {
            Target::At(port) => self.look_at(shifted(*port, years)),
            Target::Number(number) => Cow::Owned(Value::Number(number.clone())),
            Target::Unresolved => Cow::Owned(Value::Absent(Reason::RuleUnknown)),
        }
    }

    /// What stands at a place, without a copy where it stays there.
    fn look_at(&self, port: Port) -> Cow<'_, Value> {
        let source = self.framework().graph.source(port.entry);
        // What the files say is at hand. It is only remembered so that its step is written down once.
        if !matches!(source, Some(Source::Node(_))) && self.record.is_none() && self.run.overrides.is_empty() {
            return self.given(source, port);
        }
        if port.attribute != Attribute::Value {
            return Cow::Owned(self.work_out(source, port));
        }
        if port.years == 0
            && let Some(known) = self.memo.get(port.entry)
        {
            return Cow::Borrowed(known.get_or_init(|| self.work_out(source, port)));
        }
        let key = (port.entry, port.years);
        if let Some(value) = self.other_years.borrow().get(&key) {
            return Cow::Owned(value.clone());
        }
        let value = self.work_out(source, port);
        self.other_years.borrow_mut().insert(key, value.clone());
        Cow::Owned(value)
    }

    fn work_out(&self, source: Option<Source>, port: Port) -> Value {
        if let Some(Source::Node(node)) = source
            && let Some(entry) = self.framework().definition.nodes.at(node)
        {
            return self.node(port, &entry.value);
        }
        self.note(|record| record.open(port));
        self.end(port, self.given(source, port).into_owned())
    }

    /// What the files say, or a person supposes instead.
    fn given(&self, source: Option<Source>, port: Port) -> Cow<'_, Value> {
        match source {
            Some(Source::Fact(fact)) => {
                let facts = self.run.observed.facts.get(&port.years);
                let value = facts.and_then(|facts| facts.get(fact)).and_then(|values| values.get(self.school));
                value.map_or(Cow::Owned(Value::Absent(Reason::NotAsked)), Cow::Borrowed)
            }
            Some(Source::Measure(measure)) => self.measure(port, measure),
            Some(Source::Node(_)) | None => Cow::Owned(Value::Absent(Reason::RuleUnknown)),
        }
    }

    pub fn observation(&self, measure: usize, years: i32) -> Option<&'a Observation> {
        let measures = if years == 0 { self.run.now } else { self.run.observed.measures.get(&years)? };
        measures.get(measure)?.of(self.school)
    }

    fn measure(&self, port: Port, measure: usize) -> Cow<'_, Value> {
        if let Some((_, value)) = self.supposed.iter().find(|(supposed, _)| *supposed == port) {
            return Cow::Borrowed(value);
        }
        if let Some(observation) = self.observation(measure, port.years) {
            return Cow::Borrowed(observation.part(port.attribute));
        }
        // A year that no file has: an optional measure is missing there, any other wasn't asked for yet.
        let entry = self.framework().definition.measures.at(measure);
        let optional = entry.is_some_and(|entry| entry.value.optional);
        Cow::Owned(Value::Absent(if optional { Reason::NotReported } else { Reason::NotAsked }))
    }

    /// Ends the open step, by a person's override where there is one.
    fn end(&self, port: Port, mut value: Value) -> Value {
        if !self.run.overrides.is_empty()
            && port.years == 0
            && port.attribute == Attribute::Value
            && let Some(instead) = self.run.overrides.get(&(self.school, port.entry))
        {
            self.note(|record| record.overridden(&value, instead));
            value = instead.value.clone();
        }
        self.note(|record| {
            record.result(&value);
            record.close();
        });
        value
    }

    /// Lets the open step, if there is one, be added to.
    fn note(&self, note: impl FnOnce(&mut Record)) {
        if let Some(record) = &self.record {
            note(&mut record.borrow_mut());
        }
    }

    fn node(&self, port: Port, node: &Node) -> Value {
        self.note(|record| record.open(port));
        let mut value = self.operator(port, node);
        if let Some(needs) = &node.modifiers.needs
            && let Some(instead) = self.needs(needs, node, port.years)
        {
            value = instead;
        }
        if let Some(penalty) = &node.modifiers.penalty {
            value = self.penalty(penalty, value, port.years);
        }
        if let (Some(rule), Value::Number(before)) = (node.modifiers.round, &value) {
            value = match before.round(rule) {
                Ok(after) => {
                    self.note(|record| record.rounding(before, &after, rule));
                    Value::Number(after)
                }
                Err(_) => Value::Absent(Reason::NotComputable),
            };
        }
        if let (Some(instead), Value::Absent(reason)) = (&node.modifiers.if_absent, &value)
            && !reason.is_open()
        {
            value = self.finding(instead, None, port.years);
        }
        self.end(port, value)
    }

    /// What must be there and isn't: the result instead.
    #[inline(never)]
    fn needs(&self, needs: &Needs, node: &Node, years: i32) -> Option<Value> {
        let mut open = false;
        let mut missing = false;
        for operand in &needs.all {
            let reason = self.seen(operand, years, Role::Needed).missing();
            open |= reason.is_some_and(Reason::is_open);
            missing |= reason.is_some_and(|reason| !reason.is_open());
        }
        if !needs.any.is_empty() {
            let reasons: Vec<Option<Reason>> =
                needs.any.iter().map(|operand| self.seen(operand, years, Role::Needed).missing()).collect();
            if reasons.iter().all(Option::is_some) {
                let any_open = reasons.iter().flatten().any(|reason| reason.is_open());
                open |= any_open;
                missing |= !any_open;
            }
        }
        if let Some(least) = needs.at_least {
            let parts = match self.parts_of(&node.operator, years) {
                Ok(parts) => parts,
                Err(instead) => return Some(instead),
            };
            let reasons: Vec<Option<Reason>> = parts.into_iter().map(|part| self.look(part, years).missing()).collect();
            let count =
                |counts: &dyn Fn(&Option<Reason>) -> bool| reasons.iter().filter(|reason| counts(reason)).count();
            let least = usize::try_from(least).unwrap_or(usize::MAX);
            let present = count(&|reason| reason.is_none());
            if present < least {
                // Parts that are still open could make up the number.
                let possible = count(&|reason| reason.is_none_or(Reason::is_open));
                open |= possible >= least;
                missing |= possible < least;
            }
        }
        if missing {
            return Some(match &needs.otherwise {
                Some(finding) => self.finding(finding, None, years),
                None => Value::Absent(Reason::MissingParts),
            });
        }
        open.then_some(Value::Absent(Reason::Undetermined))
    }

    /// The parts of an operator: those in the node itself, or those of its table of weights.
    fn parts_of<'o>(&'o self, operator: &'o Operator, years: i32) -> Result<Vec<&'o Operand>, Value> {
        let choice = match operator {
            Operator::WeightedMean(of) => &of.weighted_mean,
            Operator::WeightedSum(of) => &of.weighted_sum,
            operator => return Ok(operator.parts()),
        };
        // The operator itself has written down already how it chose.
        let name = table_of(choice, |when| when.check(&InYear { school: self, years }))?;
        let weights = self.framework().definition.weights.get(name);
        let parts = weights.into_iter().flat_map(|weights| weights.parts.names());
        Ok(parts.filter_map(|part| self.framework().graph.operand(part)).collect())
    }

    #[inline(never)]
    fn penalty(&self, penalty: &Penalty, value: Value, years: i32) -> Value {
        let Value::Number(before) = &value else { return value };
        let by = self.seen(&penalty.by, years, Role::Participation);
        let by = match &*by {
            Value::Number(by) => by,
            other if other.missing().is_some_and(Reason::is_open) => return Value::Absent(Reason::Undetermined),
            _ => return value,
        };
        let result = (|| {
            let by = match penalty.round {
                Some(rule) => by.round(rule)?,
                None => by.clone(),
            };
            let (points, row) = match self.look_up_number(&penalty.scale, &by)? {
                (Value::Number(points), row) => (points, row),
                (other, _) => return Ok(Err(other)),
            };
            let mut after = before.sub(&points)?;
            if let Some(floor) = &penalty.not_below
                && &after < floor
            {
                // The penalty's floor doesn't lift a value that was below it before.
                after = before.min(floor).clone();
            }
            Ok::<_, ExactError>(Ok((by, points, after, row)))
        })();
        match result {
            Ok(Ok((by, points, after, _))) => {
                self.note(|record| record.penalty(by, before, points, &after));
                Value::Number(after)
            }
            Ok(Err(other)) => Value::Absent(other.missing().unwrap_or(Reason::RuleUnknown)),
            Err(_) => Value::Absent(Reason::NotComputable),
        }
    }

    /// An operand's value, written down as an input of the open step.
    pub fn input(&self, operand: &Operand, years: i32, role: Role) -> Value {
        self.seen(operand, years, role).into_owned()
    }

    /// As [`Self::input`], without a copy where the value stays where it is.
    pub fn seen(&self, operand: &Operand, years: i32, role: Role) -> Cow<'_, Value> {
        let value = self.look(operand, years);
        self.note(|record| record.input(operand, years, role));
        value
    }

    fn finding(&self, finding: &Finding, ratings: Option<&str>, years: i32) -> Value {
        match finding {
            Finding::Value(operand) => self.input(operand, years, Role::Result),
            Finding::Rating(rating) => {
                self.framework().rating(rating, ratings).unwrap_or(Value::Absent(Reason::RuleUnknown))
            }
            Finding::Outcome(outcome) => match self.framework().definition.outcomes.place(outcome) {
                Some(place) => Value::Outcome(place),
                None => Value::Absent(Reason::RuleUnknown),
            },
            Finding::Absent(reason) => Value::Absent(*reason),
            Finding::Unknown(words) => {
                self.note(|record| record.remark(words));
                Value::Absent(Reason::RuleUnknown)
            }
        }
    }

    /// The rating scale that a bound or a result of a gate is on: that of the value itself.
    fn finding_on(&self, finding: &Finding, like: &Value, years: i32) -> Value {
        if let (Finding::Rating(rating), Value::Rating { scale, .. }) = (finding, like) {
            return self.framework().rating_on(rating, *scale).unwrap_or(Value::Absent(Reason::RuleUnknown));
        }
        self.finding(finding, None, years)
    }

    fn operator(&self, port: Port, node: &Node) -> Value {
        let years = port.years;
        let missing = node.modifiers.missing.as_ref();
        match &node.operator {
            Operator::Value(of) => match self.absorb(&of.value, missing, years) {
                Ok(value) => value.into_owned(),
                Err(instead) => instead,
            },
            Operator::Scale(of) => match self.absorb(&of.of, missing, years) {
                Ok(value) => self.scale(&of.scale, &value),
                Err(instead) => instead,
            },
            Operator::Grid(of) => {
                let row = self.absorb(&of.row, missing, years);
                let column = self.absorb(&of.column, missing, years);
                let (row, column) = match (row, column) {
                    (Ok(row), Ok(column)) => (row, column),
                    (Err(instead), _) | (_, Err(instead)) => return instead,
                };
                match self.framework().definition.grids.get(&of.grid) {
                    Some(grid) => self.grid(&of.grid, grid, &row, &column, years),
                    None => Value::Absent(Reason::RuleUnknown),
                }
            }
            Operator::WeightedMean(of) => self.weighted(&of.weighted_mean, missing, years, true),
            Operator::WeightedSum(of) => self.weighted(&of.weighted_sum, missing, years, false),
            Operator::Sum(of) => self.over(&of.sum, missing, years, arithmetic::sum),
            Operator::Mean(of) => self.over(&of.mean, missing, years, arithmetic::mean),
            Operator::Multiply(of) => self.over(&of.multiply, missing, years, |numbers| {
                numbers.iter().try_fold(Exact::ONE, |product, number| product.mul(number))
            }),
            Operator::Subtract(of) => self.over(&of.subtract, missing, years, |numbers| {
                let (first, rest) = numbers.split_first().ok_or(ExactError::DivisionByZero)?;
                rest.iter().try_fold(first.clone(), |left, number| left.sub(number))
            }),
            Operator::Divide(of) => self.over(&of.divide, missing, years, |numbers| match numbers {
                [dividend, divisor] => dividend.div(divisor),
                _ => Err(ExactError::DivisionByZero),
            }),
            Operator::BestOf(of) => self.extreme(&of.best_of, missing, years, true),
            Operator::WorstOf(of) => self.extreme(&of.worst_of, missing, years, false),
            Operator::EarnedOverEligible(of) => self.earned_over_eligible(of, missing, years),
            Operator::Choose(of) => self.choose(of, years),
            Operator::Gate(of) => self.gate(of, years),
            Operator::Limit(of) => self.limit(of, missing, years),
            Operator::Count(of) => self.count(&of.count, years),
            Operator::CountPresent(of) => {
                let reasons: Vec<Option<Reason>> =
                    of.count_present.iter().map(|operand| self.seen(operand, years, Role::Part).missing()).collect();
                if reasons.iter().flatten().any(|reason| reason.is_open()) {
                    return Value::Absent(Reason::Undetermined);
                }
                number_of(reasons.iter().filter(|reason| reason.is_none()).count())
            }
            Operator::Holds(of) => match self.condition(&of.holds, years) {
                Truth::Met => word(true),
                Truth::NotMet => word(false),
                Truth::Undetermined => Value::Absent(Reason::Undetermined),
            },
            Operator::RaiseDenominator(of) => self.raise_denominator(of, missing, years),
            Operator::Percentile(of) => {
                let value = match self.absorb(&of.percentile, missing, years) {
                    Ok(value) => value,
                    Err(instead) => return instead,
                };
                let Value::Number(number) = &*value else { return no_number(&value) };
                match self.framework().definition.references.get(&of.reference) {
                    Some(reference) => computed(arithmetic::percentile(reference, number, of.method)),
                    None => Value::Absent(Reason::RuleUnknown),
                }
            }
            Operator::Rank(of) => population::rank(self, of, port),
            Operator::PercentRank(of) => population::percent_rank(self, of, port),
            Operator::Lowest(of) => population::lowest(self, of, port),
            Operator::Nearest(of) => population::nearest(self, of, port),
            Operator::Parts(of) => population::parts(self, of, missing, port),
        }
    }

    /// A single input under the node's rule for what is missing.
    /// Err: what the whole becomes.
    fn absorb(&self, operand: &Operand, missing: Option<&Missing>, years: i32) -> Result<Cow<'_, Value>, Value> {
        let value = self.seen(operand, years, Role::Of);
        Ok(match (value.missing(), missing) {
            (Some(reason), _) if reason.is_open() => Cow::Owned(Value::Absent(Reason::Undetermined)),
            (Some(_), Some(Missing::As(number))) => Cow::Owned(Value::Number(number.clone())),
            (Some(_), Some(Missing::Becomes(finding))) => return Err(self.finding(finding, None, years)),
            _ => value,
        })
    }

    /// The parts' numbers, by the node's rule for what is missing; or the result that a missing part makes.
    fn numbers(&self, parts: &[Operand], missing: Option<&Missing>, years: i32) -> Result<Vec<Exact>, Value> {
        let mut numbers = Vec::with_capacity(parts.len());
        let mut lacking = None;
        let mut open = false;
        for part in parts {
            let value = self.seen(part, years, Role::Part);
            match (&*value, missing) {
                (Value::Number(number), _) => numbers.push(number.clone()),
                (other, _) if other.missing().is_none() => return Err(Value::Absent(Reason::NotComputable)),
                (other, _) if other.missing().is_some_and(Reason::is_open) => open = true,
                (_, Some(Missing::Skip)) => {}
                (_, Some(Missing::As(number))) => numbers.push(number.clone()),
                (_, Some(Missing::Becomes(finding))) => lacking = Some(Some(finding)),
                _ => lacking = Some(None),
            }
        }
        match (lacking, open) {
            (Some(Some(finding)), _) => Err(self.finding(finding, None, years)),
            // A part is missing for certain: no open part can mend that.
            (Some(None), _) => Err(Value::Absent(Reason::MissingParts)),
            (None, true) => Err(Value::Absent(Reason::Undetermined)),
            (None, false) if numbers.is_empty() => Err(Value::Absent(Reason::MissingParts)),
            (None, false) => Ok(numbers),
        }
    }

    #[inline(never)]
    fn over(
        &self,
        parts: &[Operand],
        missing: Option<&Missing>,
        years: i32,
        calculate: fn(&[Exact]) -> Result<Exact, ExactError>,
    ) -> Value {
        match self.numbers(parts, missing, years) {
            Ok(numbers) => computed(calculate(&numbers)),
            Err(instead) => instead,
        }
    }

    /// The best or the worst of several. Missing parts are left out, unless the node says otherwise.
    fn extreme(&self, parts: &[Operand], missing: Option<&Missing>, years: i32, best: bool) -> Value {
        let mut kept: Option<(usize, Cow<'_, Value>)> = None;
        let (mut open, mut lacking) = (false, false);
        for (place, part) in parts.iter().enumerate() {
            let mut value = self.seen(part, years, Role::Part);
            match value.missing() {
                Some(reason) if reason.is_open() => {
                    open = true;
                    continue;
                }
                Some(_) => match missing {
                    Some(Missing::As(number)) => value = Cow::Owned(Value::Number(number.clone())),
                    Some(Missing::Absent | Missing::Becomes(_)) => {
                        lacking = true;
                        continue;
                    }
                    _ => continue,
                },
                None => {}
            }
            let better = match &kept {
                None => true,
                Some((_, other)) => match arithmetic::compare(&value, other) {
                    Some(order) => (if best { order } else { order.reverse() }) == std::cmp::Ordering::Greater,
                    None => return Value::Absent(Reason::NotComputable),
                },
            };
            if better {
                kept = Some((place, value));
            }
        }
        if lacking {
            return match missing {
                Some(Missing::Becomes(finding)) => self.finding(finding, None, years),
                _ => Value::Absent(Reason::MissingParts),
            };
        }
        // An open part doesn't matter where a rating can't get better, or worse, than what is there already; unless the whole
        // would be another one if that part turned out to be missing.
        let left_out = !matches!(missing, Some(Missing::Absent | Missing::As(_) | Missing::Becomes(_)));
        let settled = match kept.as_ref().map(|(_, value)| &**value) {
            Some(Value::Rating { scale, level }) if left_out => {
                let top = self.framework().levels(*scale).saturating_sub(1);
                *level == if best { top } else { 0 }
            }
            _ => false,
        };
        match kept {
            _ if open && !settled => Value::Absent(Reason::Undetermined),
            Some((place, value)) => {
                self.note(|record| record.chosen(place));
                value.into_owned()
            }
            None => Value::Absent(Reason::MissingParts),
        }
    }

    #[inline(never)]
    fn earned_over_eligible(
        &self,
        of: &super::node::EarnedOverEligible,
        missing: Option<&Missing>,
        years: i32,
    ) -> Value {
        let (mut earned, mut eligible) = (Exact::ZERO, Exact::ZERO);
        let (mut open, mut any, mut lacking) = (false, false, None);
        for part in &of.earned_over_eligible {
            let got = self.input(&part.earned, years, Role::Part);
            let mut possible = self.input(&part.eligible, years, Role::Parameter);
            let got = match (&got, missing) {
                (Value::Number(number), _) => number.clone(),
                (other, _) if other.missing().is_some_and(Reason::is_open) => {
                    open = true;
                    continue;
                }
                (_, Some(Missing::As(number))) => number.clone(),
                (_, Some(Missing::Absent)) => {
                    lacking = Some(None);
                    continue;
                }
                (_, Some(Missing::Becomes(finding))) => {
                    lacking = Some(Some(finding));
                    continue;
                }
                _ => continue,
            };
            if possible.missing().is_some_and(|reason| !reason.is_open())
                && let Some(Missing::As(number)) = missing
            {
                possible = Value::Number(number.clone());
            }
            let Value::Number(possible) = possible else { return no_number(&possible) };
            any = true;
            match (earned.add(&got), eligible.add(&possible)) {
                (Ok(more), Ok(of)) => (earned, eligible) = (more, of),
                _ => return Value::Absent(Reason::NotComputable),
            }
        }
        match lacking {
            Some(Some(finding)) => return self.finding(finding, None, years),
            Some(None) => return Value::Absent(Reason::MissingParts),
            None if open => return Value::Absent(Reason::Undetermined),
            None if !any => return Value::Absent(Reason::MissingParts),
            None => {}
        }
        let times = match &of.times {
            Some(times) => match self.input(times, years, Role::Parameter) {
                Value::Number(times) => times,
                other => return no_number(&other),
            },
            None => Exact::ONE,
        };
        computed(earned.mul(&times).and_then(|earned| earned.div(&eligible)))
    }

    fn weighted(&self, choice: &WeightsChoice, missing: Option<&Missing>, years: i32, mean: bool) -> Value {
        let name = match table_of(choice, |when| self.condition(when, years)) {
            Ok(name) => name,
            Err(instead) => return instead,
        };
        self.note(|record| record.weights(name));
        super::weights::weighted(self, name, missing, years, mean)
    }

    pub fn finding_for(&self, finding: &Finding, years: i32) -> Value {
        self.finding(finding, None, years)
    }

    pub fn remember(&self, note: impl FnOnce(&mut Record)) {
        self.note(note);
    }

    #[inline(never)]
    fn choose(&self, of: &Choose, years: i32) -> Value {
        // What the cases give that may apply. It doesn't matter which does where all ways lead to one result.
        let mut possible: Option<Value> = None;
        for (place, case) in of.choose.iter().enumerate() {
            let truth = self.condition(&case.when, years);
            if truth == Truth::NotMet {
                continue;
            }
            let value = self.finding(&case.then, of.ratings.as_deref(), years);
            if possible.as_ref().is_some_and(|other| *other != value) {
                return Value::Absent(Reason::Undetermined);
            }
            if truth == Truth::Met {
                if possible.is_none() {
                    self.note(|record| record.chosen(place));
                }
                return value;
            }
            possible = Some(value);
        }
        let otherwise = match &of.otherwise {
            Some(finding) => self.finding(finding, of.ratings.as_deref(), years),
            None => Value::Absent(Reason::NotApplicable),
        };
        match possible {
            Some(other) if other != otherwise => Value::Absent(Reason::Undetermined),
            _ => otherwise,
        }
    }

    #[inline(never)]
    fn gate(&self, of: &Gate, years: i32) -> Value {
        let value = self.input(&of.gate, years, Role::Of);
        let truth = self.condition(&of.when, years);
        if truth == Truth::NotMet {
            return value;
        }
        if let Some(reason) = value.missing()
            && !matches!(of.effect, Effect::Becomes(_))
        {
            return if reason.is_open() { Value::Absent(Reason::Undetermined) } else { value };
        }
        let bounded = |bound: Value, most: bool| match arithmetic::compare(&value, &bound) {
            Some(std::cmp::Ordering::Greater) if most => bound,
            Some(std::cmp::Ordering::Less) if !most => bound,
            Some(_) => value.clone(),
            None => Value::Absent(match bound.missing() {
                Some(reason) if reason.is_open() => Reason::Undetermined,
                _ => Reason::NotComputable,
            }),
        };
        let moved = |by: u32, up: bool| match &value {
            Value::Rating { scale, level } => {
                let by = usize::try_from(by).unwrap_or(usize::MAX);
                let top = self.framework().levels(*scale).saturating_sub(1);
                let level = if up { level.saturating_add(by).min(top) } else { level.saturating_sub(by) };
                Value::Rating { scale: *scale, level }
            }
            _ => Value::Absent(Reason::NotComputable),
        };
        let changed = match &of.effect {
            Effect::AtMost(finding) => bounded(self.finding_on(finding, &value, years), true),
            Effect::AtLeast(finding) => bounded(self.finding_on(finding, &value, years), false),
            Effect::Lower(by) => moved(*by, false),
            Effect::Raise(by) => moved(*by, true),
            Effect::Becomes(finding) => self.finding_on(finding, &value, years),
        };
        if changed == value {
            return value;
        }
        if truth == Truth::Undetermined {
            return Value::Absent(Reason::Undetermined);
        }
        self.note(|record| record.before_gate(&value));
        changed
    }

    #[inline(never)]
    fn limit(&self, of: &Limit, missing: Option<&Missing>, years: i32) -> Value {
        let value = match self.absorb(&of.limit, missing, years) {
            Ok(value) => value.into_owned(),
            Err(instead) => return instead,
        };
        let Value::Number(mut number) = value else { return no_number(&value) };
        for (limit, lower) in [(&of.at_least, true), (&of.at_most, false)] {
            let Some(limit) = limit else { continue };
            match self.input(limit, years, Role::Parameter) {
                Value::Number(limit) => number = if lower { number.max(limit) } else { number.min(limit) },
                other => return no_number(&other),
            }
        }
        Value::Number(number)
    }

    #[inline(never)]
    fn count(&self, conditions: &[Condition<Operand>], years: i32) -> Value {
        let mut met = 0_usize;
        let mut open = false;
        for condition in conditions {
            match self.condition(condition, years) {
                Truth::Met => met += 1,
                Truth::NotMet => {}
                Truth::Undetermined => open = true,
            }
        }
        if open { Value::Absent(Reason::Undetermined) } else { number_of(met) }
    }

    /// Whether a condition is met, written down with what it found.
    pub fn condition(&self, condition: &Condition<Operand>, years: i32) -> Truth {
        let facts = InYear { school: self, years };
        if self.record.is_none() {
            return condition.check(&facts);
        }
        let verdict = condition.explain(&facts);
        let truth = verdict.truth;
        for fact in condition.facts() {
            self.note(|record| record.input(fact, years, Role::Condition));
        }
        self.note(|record| record.verdict(&verdict));
        truth
    }

    /// Why a condition is met or not.
    pub fn verdict(&self, condition: &Condition<Operand>, years: i32) -> Verdict<Operand> {
        condition.explain(&InYear { school: self, years })
    }

    #[inline(never)]
    fn raise_denominator(&self, of: &super::node::RaiseDenominator, missing: Option<&Missing>, years: i32) -> Value {
        let value = match self.absorb(&of.raise_denominator, missing, years) {
            Ok(value) => value,
            Err(instead) => return instead,
        };
        let Value::Number(rate) = &*value else { return no_number(&value) };
        let own;
        let by = match &of.by {
            Some(by) => by,
            None => match of.own_participation() {
                Some(operand) => {
                    own = operand;
                    &own
                }
                None => return Value::Absent(Reason::RuleUnknown),
            },
        };
        let participation = match self.input(by, years, Role::Participation) {
            Value::Number(participation) => participation,
            other if other.missing().is_some_and(Reason::is_open) => return Value::Absent(Reason::Undetermined),
            _ => return value.into_owned(),
        };
        match self.input(&of.to, years, Role::Parameter) {
            Value::Number(to) if participation < to => {
                computed(rate.mul(&participation).and_then(|counted| counted.div(&to)))
            }
            Value::Number(_) => value.into_owned(),
            other => no_number(&other),
        }
    }

    #[inline(never)]
    fn scale(&self, choice: &ScaleChoice, value: &Value) -> Value {
        let name = match choice {
            ScaleChoice::Named(name) => Some(name.text()),
            ScaleChoice::Inline(_) => None,
        };
        let Some(scale) = self.framework().scale(choice) else { return Value::Absent(Reason::RuleUnknown) };
        match value {
            Value::Number(number) => match self.banded(scale, number) {
                Ok((result, row, rounded)) => {
                    self.note(|record| record.row(name, scale, row, rounded.as_ref().unwrap_or(number)));
                    if let Some(words) = row.and_then(|row| scale.bands.get(row)).and_then(|band| band.unknown.as_ref())
                    {
                        self.note(|record| record.remark(words));
                    }
                    result
                }
                Err(_) => Value::Absent(Reason::NotComputable),
            },
            Value::Word(word) => self.look_up_word(name, scale, word, &|row| super::observations::same_word(row, word)),
            Value::Rating { scale: ratings, level } => match self.framework().level(*ratings, *level) {
                Some(level) => self.look_up_word(name, scale, &level.rating, &|row| level.is(row)),
                None => Value::Absent(Reason::RuleUnknown),
            },
            other => no_number(other),
        }
    }

    /// A value that no row of a scale takes, as text.
    pub fn no_row(&self, of: &super::node::ScaleOf, years: i32) -> Option<String> {
        let scale = self.framework().scale(&of.scale)?;
        let value = self.look(&of.of, years);
        let taken = match &*value {
            Value::Number(number) => !scale.linear.is_empty() || scale.row(number).ok()?.is_some(),
            Value::Word(word) => scale.lookup.names().any(|row| super::observations::same_word(row, word)),
            Value::Rating { scale: ratings, level } => {
                let level = self.framework().level(*ratings, *level)?;
                scale.lookup.names().any(|row| level.is(row))
            }
            _ => true,
        };
        (!taken).then(|| self.framework().text(&value))
    }

    fn look_up_word(&self, name: Option<&str>, scale: &Scale, word: &str, is: &dyn Fn(&str) -> bool) -> Value {
        let row = scale.lookup.iter().position(|entry| is(&entry.name));
        self.note(|record| record.looked_up(name, scale, row, word));
        match row.and_then(|row| scale.lookup.at(row)) {
            Some(entry) => match entry.value.number() {
                Some(points) => Value::Number(points.clone()),
                None => self
                    .framework()
                    .rating(&entry.value.text, scale.ratings.as_deref())
                    .unwrap_or(Value::Absent(Reason::RuleUnknown)),
            },
            None => Value::Absent(Reason::RuleUnknown),
        }
    }

    fn look_up_number(&self, choice: &ScaleChoice, number: &Exact) -> Result<(Value, Option<usize>), ExactError> {
        match self.framework().scale(choice) {
            Some(scale) => self.banded(scale, number).map(|(value, row, _)| (value, row)),
            None => Ok((Value::Absent(Reason::RuleUnknown), None)),
        }
    }

    /// The value that a number gets, the row, and the number as it was looked up where it was rounded first.
    fn banded(&self, scale: &Scale, number: &Exact) -> Result<(Value, Option<usize>, Option<Exact>), ExactError> {
        let rounded = scale.round_value.map(|rule| number.round(rule)).transpose()?;
        let number = rounded.as_ref().unwrap_or(number);
        if !scale.linear.is_empty() {
            let anchors: Vec<(&Exact, &Exact)> =
                scale.linear.iter().map(|anchor| (&anchor.value, &anchor.points)).collect();
            return Ok((Value::Number(interpolate(&anchors, number)?), None, rounded));
        }
        let row = scale.row_of(number);
        let Some(band) = row.and_then(|row| scale.bands.get(row)) else {
            return Ok((Value::Absent(Reason::RuleUnknown), None, rounded));
        };
        let value = if let Some(points) = &band.points {
            Value::Number(points.clone())
        } else if let Some(rating) = &band.rating {
            self.framework().rating(rating, scale.ratings.as_deref()).unwrap_or(Value::Absent(Reason::RuleUnknown))
        } else if let Some(outcome) = &band.outcome {
            self.finding(&Finding::Outcome(outcome.clone()), None, 0)
        } else {
            Value::Absent(Reason::RuleUnknown)
        };
        Ok((value, row, rounded))
    }

    #[inline(never)]
    fn grid(&self, name: &str, grid: &Grid, row: &Value, column: &Value, _years: i32) -> Value {
        for value in [row, column] {
            if let Some(reason) = value.missing() {
                return Value::Absent(if reason.is_open() { Reason::Undetermined } else { Reason::MissingParts });
            }
        }
        let find = |keys: &[super::definition::GridKey], value: &Value| {
            keys.iter().position(|key| match value {
                Value::Number(number) => match &key.is {
                    Some(is) => Exact::parse(is).as_ref() == Ok(number),
                    None => key.holds(number),
                },
                Value::Word(word) => key.is.as_ref().is_some_and(|is| super::observations::same_word(is, word)),
                Value::Rating { scale, level } => key
                    .is
                    .as_ref()
                    .is_some_and(|is| self.framework().level(*scale, *level).is_some_and(|level| level.is(is))),
                _ => false,
            })
        };
        let (Some(at_row), Some(at_column)) = (find(&grid.rows, row), find(&grid.columns, column)) else {
            return Value::Absent(Reason::RuleUnknown);
        };
        self.note(|record| record.cell(name, at_row, at_column));
        match grid.cells.get(at_row).and_then(|cells| cells.get(at_column)) {
            Some(Some(cell)) => match cell.number() {
                Some(points) => Value::Number(points.clone()),
                None => self
                    .framework()
                    .rating(&cell.text, grid.ratings.as_deref())
                    .unwrap_or(Value::Absent(Reason::RuleUnknown)),
            },
            _ => Value::Absent(Reason::RuleUnknown),
        }
    }

    /// The condition's view of a value.
    fn fact_value(&self, value: &Value) -> Option<FactValue> {
        match value {
            Value::Number(number) => Some(FactValue::Number(number.clone())),
            Value::Word(word) => Some(FactValue::Text(Arc::clone(word))),
            Value::Rating { scale, level } => {
                let scale = Arc::clone(self.framework().rating_scales.get(*scale)?);
                Some(FactValue::Rating { scale, level: *level })
            }
            Value::Outcome(_) | Value::Absent(_) => None,
        }
    }
}

/// Facts as a condition of a node sees them that is asked of some year.
struct InYear<'s, 'a> {
    school: &'s SchoolRun<'a>,
    years: i32,
}

impl Facts<Operand> for InYear<'_, '_> {
    fn value(&self, fact: &Operand) -> Option<FactValue> {
        let value = self.school.look(fact, self.years);
        let framework = self.school.framework();
        match &*value {
            Value::Word(words) if fact.port().is_some_and(|port| framework.is_set(port)) => {
                let words = words.split([',', ';', '|']).map(str::trim).filter(|word| !word.is_empty());
                Some(FactValue::Set(order::distinct(words.map(str::to_owned))))
            }
            value => self.school.fact_value(value),
        }
    }
    fn kind(&self, fact: &Operand) -> Option<FactKind> {
        fact.port().and_then(|port| self.school.framework().kind_of(port))
    }
    fn is_open(&self, fact: &Operand) -> bool {
        self.school.look(fact, self.years).missing().is_some_and(Reason::is_open)
    }
}

/// The table of weights that applies.
fn table_of(choice: &WeightsChoice, ask: impl Fn(&Condition<Operand>) -> Truth) -> Result<&str, Value> {
    let cases = match choice {
        WeightsChoice::Named(name) => return Ok(name),
        WeightsChoice::First(cases) => cases,
    };
    for case in cases {
        match case.when.as_ref().map_or(Truth::Met, &ask) {
            Truth::Met => return Ok(&case.weights),
            Truth::NotMet => {}
            Truth::Undetermined => return Err(Value::Absent(Reason::Undetermined)),
        }
    }
    Err(Value::Absent(Reason::NotApplicable))
}

pub(crate) fn shifted(port: Port, years: i32) -> Port {
    Port { years: port.years.saturating_add(years), ..port }
}

/// What an operator over numbers gives for something that is none.
pub(crate) fn no_number(value: &Value) -> Value {
    match value.missing() {
        Some(reason) if reason.is_open() => Value::Absent(Reason::Undetermined),
        Some(_) => Value::Absent(Reason::MissingParts),
        None => Value::Absent(Reason::NotComputable),
    }
}

pub(crate) fn computed(result: Result<Exact, ExactError>) -> Value {
    result.map_or(Value::Absent(Reason::NotComputable), Value::Number)
}

pub(crate) fn number_of(count: usize) -> Value {
    u32::try_from(count).map_or(Value::Absent(Reason::NotComputable), |count| Value::Number(Exact::from(count)))
}

pub(crate) fn word(yes: bool) -> Value {
    Value::Word(Arc::from(if yes { "yes" } else { "no" }))
}
