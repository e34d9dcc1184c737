//! Writes down the steps of a calculation as they are taken.

use super::evaluate::{Override, shifted};
use super::reference::{Operand, Port, Target};
use super::scale::Scale;
use super::trace::{Input, InputWeight, Role};
use super::value::Value;
use crate::exact::{Exact, Rounding};
use crate::order::Sorted;
use crate::policy::condition::Verdict;
use crate::policy::header::Words;

/// A step before it is made ready for the page.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub port: Port,
    pub value: Value,
    pub inputs: Vec<Input>,
    pub row: Option<DraftRow>,
    pub weights: Option<String>,
    pub moves: Vec<DraftMove>,
    /// Steps of redistributions that ended the calculation.
    pub applied: Vec<(String, usize)>,
    pub penalty: Option<DraftPenalty>,
    pub rounding: Option<(Exact, Exact, Rounding)>,
    pub conditions: Vec<Verdict<Operand>>,
    pub chosen: Option<usize>,
    pub before_gate: Option<Value>,
    pub compared_with: Option<(usize, Vec<usize>)>,
    pub notes: Vec<Words>,
    pub overridden: Option<(Value, Override)>,
}

/// The row of a scale or the cell of a grid.
#[derive(Debug, Clone)]
pub(crate) struct DraftRow {
    pub scale: Option<String>,
    pub inline: Option<Scale>,
    pub place: Vec<usize>,
    pub value: String,
}

#[derive(Debug, Clone)]
pub(crate) struct DraftMove {
    pub redistribution: String,
    pub step: usize,
    pub from: String,
    pub to: String,
    pub amount: Exact,
}

#[derive(Debug, Clone)]
pub(crate) struct DraftPenalty {
    pub by: Exact,
    pub before: Exact,
    pub points: Exact,
    pub after: Exact,
}

/// The steps taken so far. The last opened one is written to.
#[derive(Debug, Default)]
pub(crate) struct Record {
    pub steps: Vec<Draft>,
    pub places: Sorted<Port, usize>,
    open: Vec<usize>,
}

impl Record {
    pub fn open(&mut self, port: Port) {
        let place = self.places.get(&port).copied().unwrap_or(self.steps.len());
        if place == self.steps.len() {
            self.places.insert(port, place);
        }
        let draft = Draft {
            port,
            value: Value::Absent(super::value::Reason::Undetermined),
            inputs: Vec::new(),
            row: None,
            weights: None,
            moves: Vec::new(),
            applied: Vec::new(),
            penalty: None,
            rounding: None,
            conditions: Vec::new(),
            chosen: None,
            before_gate: None,
            compared_with: None,
            notes: Vec::new(),
            overridden: None,
        };
        match self.steps.get_mut(place) {
            Some(step) => *step = draft,
            None => self.steps.push(draft),
        }
        self.open.push(place);
    }

    pub fn close(&mut self) {
        self.open.pop();
    }

    fn step(&mut self) -> Option<&mut Draft> {
        let place = *self.open.last()?;
        self.steps.get_mut(place)
    }

    /// What came out of the open step.
    pub fn result(&mut self, value: &Value) {
        if let Some(step) = self.step() {
            step.value = value.clone();
        }
    }

    pub fn input(&mut self, operand: &Operand, years: i32, role: Role) {
        let (place, number) = match &operand.target {
            Target::At(port) => (self.places.get(&shifted(*port, years)).copied(), None),
            _ => (None, Some(operand.text.clone())),
        };
        if let Some(step) = self.step()
            && !(role == Role::Condition && step.inputs.iter().any(|input| input.step == place && input.role == role))
        {
            step.inputs.push(Input { step: place, number, role, decisive: false, weight: None });
        }
    }

    /// The weight of a part that was written down as an input.
    pub fn weight(&mut self, operand: &Operand, years: i32, weight: InputWeight) {
        let place = operand.port().and_then(|port| self.places.get(&shifted(port, years)).copied());
        if let Some(step) = self.step()
            && let Some(input) = step.inputs.iter_mut().find(|input| input.step == place && input.role == Role::Part)
        {
            input.weight = Some(weight);
        }
    }

    pub fn rounding(&mut self, before: &Exact, after: &Exact, rule: Rounding) {
        if let Some(step) = self.step() {
            step.rounding = Some((before.clone(), after.clone(), rule));
        }
    }

    pub fn penalty(&mut self, by: Exact, before: &Exact, points: Exact, after: &Exact) {
        if let Some(step) = self.step() {
            step.penalty = Some(DraftPenalty { by, before: before.clone(), points, after: after.clone() });
        }
    }

    pub fn overridden(&mut self, computed: &Value, by: &Override) {
        if let Some(step) = self.step() {
            step.overridden = Some((computed.clone(), by.clone()));
        }
    }

    pub fn remark(&mut self, words: &Words) {
        if let Some(step) = self.step() {
            step.notes.push(words.clone());
        }
    }

    pub fn chosen(&mut self, place: usize) {
        if let Some(step) = self.step() {
            step.chosen = Some(place);
        }
    }

    pub fn weights(&mut self, name: &str) {
        if let Some(step) = self.step() {
            step.weights = Some(name.to_owned());
        }
    }

    pub fn before_gate(&mut self, value: &Value) {
        if let Some(step) = self.step() {
            step.before_gate = Some(value.clone());
        }
    }

    pub fn verdict(&mut self, verdict: &Verdict<Operand>) {
        if let Some(step) = self.step() {
            step.conditions.push(verdict.clone());
        }
    }

    pub fn row(&mut self, name: Option<&str>, scale: &Scale, row: Option<usize>, value: &Exact) {
        if let Some(step) = self.step() {
            step.row = Some(DraftRow {
                scale: name.map(str::to_owned),
                inline: name.is_none().then(|| scale.clone()),
                place: row.into_iter().collect(),
                value: value.to_string(),
            });
        }
    }

    pub fn looked_up(&mut self, name: Option<&str>, scale: &Scale, row: Option<usize>, word: &str) {
        if let Some(step) = self.step() {
            step.row = Some(DraftRow {
                scale: name.map(str::to_owned),
                inline: name.is_none().then(|| scale.clone()),
                place: row.into_iter().collect(),
                value: word.to_owned(),
            });
        }
    }

    pub fn cell(&mut self, grid: &str, row: usize, column: usize) {
        if let Some(step) = self.step() {
            step.row = Some(DraftRow {
                scale: Some(grid.to_owned()),
                inline: None,
                place: vec![row, column],
                value: String::new(),
            });
        }
    }

    pub fn moved(&mut self, redistribution: &str, step_place: usize, from: &str, to: &str, amount: &Exact) {
        if let Some(step) = self.step() {
            step.moves.push(DraftMove {
                redistribution: redistribution.to_owned(),
                step: step_place,
                from: from.to_owned(),
                to: to.to_owned(),
                amount: amount.clone(),
            });
        }
    }

    pub fn step_applied(&mut self, redistribution: &str, step_place: usize) {
        if let Some(step) = self.step() {
            step.applied.push((redistribution.to_owned(), step_place));
        }
    }

    pub fn compared_with(&mut self, schools: impl Iterator<Item = usize>, named: usize) {
        let schools: Vec<usize> = schools.collect();
        if let Some(step) = self.step() {
            let count = schools.len();
            step.compared_with = Some((count, if count <= named { schools } else { Vec::new() }));
        }
    }
}
