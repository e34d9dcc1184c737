//! Reading what has more than one form in JSON.

use super::super::notices::{NoOperator, OneEffect, SeveralOperators};
use super::{
    Effect, Finding, Gate, Modifiers, Node, OPERATORS, Operator, ScaleChoice, ValueOf, WeightsCase, WeightsChoice,
};
use crate::framework::entries::Name;
use crate::framework::reference::Operand;
use crate::framework::scale::Scale;
use crate::notice::nearest;
use crate::policy::condition::Condition;
use crate::policy::json::Json;
use crate::policy::read::{Read, Reader};

/// The modifiers apart from the operator's own keys, so that each is read by its own type.
impl Read for Node {
    fn blank() -> Self {
        Self { operator: Operator::Value(ValueOf::blank()), modifiers: Modifiers::blank() }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        let Some(entries) = reader.object(json) else { return };
        let is_modifier = |key: &str| Modifiers::KEYS.contains(&key);
        let modifiers = entries.iter().filter(|(key, _)| is_modifier(key)).cloned().collect();
        self.modifiers.read(&Json::Object(modifiers), reader);
        let found: Vec<&str> = OPERATORS.into_iter().filter(|operator| json.get(operator).is_some()).collect();
        match found.as_slice() {
            [key] => {
                if let Some(operator) = Operator::blank(key) {
                    self.operator = operator;
                }
                reader.pass_over(&Modifiers::KEYS);
                self.operator.record().read(json, reader);
            }
            [] => {
                let written = entries.iter().map(|(key, _)| key.as_str()).filter(|key| !is_modifier(key));
                let suggestion = written.map(|key| nearest(key, OPERATORS)).find(|near| !near.is_empty());
                let operators = OPERATORS.map(str::to_owned).to_vec();
                reader.tell(NoOperator { suggestion: suggestion.unwrap_or_default(), operators });
            }
            several => {
                let operators = several.iter().map(|key| (*key).to_owned()).collect();
                reader.tell(SeveralOperators { operators });
            }
        }
    }
}

/// The name of a scale, or the scale.
impl Read for ScaleChoice {
    fn blank() -> Self {
        Self::Named(Name::blank())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if matches!(json, Json::Text(_)) {
            let mut name = Name::blank();
            name.read(json, reader);
            *self = Self::Named(name);
        } else {
            let mut scale = Box::new(Scale::blank());
            scale.read(json, reader);
            *self = Self::Inline(scale);
        }
    }
}

/// A number or a name for a value, or an object with the one key that says what it is.
impl Read for Finding {
    fn blank() -> Self {
        Self::Rating(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        const CHOICES: &[&str] = &["value", "rating", "outcome", "absent", "unknown"];
        match json {
            Json::Text(_) | Json::Integer(_) => {
                let mut operand = Operand::blank();
                operand.read(json, reader);
                *self = Self::Value(operand);
            }
            Json::Object(_) => {
                let Some(mut choice) = reader.choice(json, CHOICES, &[true; CHOICES.len()]) else { return };
                *self = match choice.place() {
                    0 => Self::Value(choice.content()),
                    1 => Self::Rating(choice.content()),
                    2 => Self::Outcome(choice.content()),
                    3 => Self::Absent(choice.content()),
                    _ => Self::Unknown(choice.content()),
                };
            }
            _ => reader.wrong_type(json, "finding"),
        }
    }
}

/// `"table"`, or a list of `{ "when": …, "weights": "table" }`.
impl Read for WeightsChoice {
    fn blank() -> Self {
        Self::Named(String::new())
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        if json.as_list().is_some() {
            let mut cases: Vec<WeightsCase> = Vec::new();
            cases.read(json, reader);
            *self = Self::First(cases);
        } else {
            let mut name = String::new();
            name.read(json, reader);
            *self = Self::Named(name);
        }
    }
}

impl Read for Gate {
    fn blank() -> Self {
        Self { gate: Operand::blank(), when: Condition::blank(), effect: Effect::Lower(0) }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        #[derive(Read)]
        #[serde(rename_all = "camelCase")]
        struct Written {
            gate: Operand,
            when: Condition<Operand>,
            at_most: Option<Finding>,
            at_least: Option<Finding>,
            lower: Option<u32>,
            raise: Option<u32>,
            becomes: Option<Finding>,
        }
        let mut written = Written::blank();
        written.read(json, reader);
        let Written { gate, when, at_most, at_least, lower, raise, becomes } = written;
        let effects = [
            at_most.map(Effect::AtMost),
            at_least.map(Effect::AtLeast),
            lower.map(Effect::Lower),
            raise.map(Effect::Raise),
            becomes.map(Effect::Becomes),
        ];
        let mut effects = effects.into_iter().flatten();
        match (effects.next(), effects.next()) {
            (Some(effect), None) => *self = Self { gate, when, effect },
            _ => reader.tell(OneEffect { effects: Effect::KEYS.map(str::to_owned).to_vec() }),
        }
    }
}
