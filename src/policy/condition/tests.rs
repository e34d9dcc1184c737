mod answers;
mod properties;
mod reading;

use std::collections::BTreeMap;

use super::*;
use crate::exact::Exact;
use crate::notice::{Notice, Place, Told};
use crate::order;
use crate::policy::fact::FactKind;
use crate::policy::json::parse;
use crate::policy::rating_scale::RatingScale;
use crate::policy::source::Sources;

fn read(text: &str) -> (Option<Condition>, Vec<Notice>) {
    let mut notices = Vec::new();
    let condition = Condition::read(&parse(text).unwrap(), "/when", &Sources::default(), &mut notices);
    (condition, notices)
}

fn condition(text: &str) -> Condition {
    let (condition, notices) = read(text);
    assert_eq!(notices, []);
    condition.unwrap()
}

/// The facts of a case, and the sorts of those that are unknown.
#[derive(Debug, Clone, Default)]
struct Case {
    values: BTreeMap<String, FactValue>,
    kinds: BTreeMap<String, FactKind>,
}

impl Case {
    fn with(mut self, fact: &str, value: FactValue) -> Self {
        self.values.insert(fact.into(), value);
        self
    }
    fn number(self, fact: &str, value: &str) -> Self {
        self.with(fact, FactValue::Number(Exact::parse(value).unwrap()))
    }
    fn unknown(mut self, fact: &str, kind: FactKind) -> Self {
        self.kinds.insert(fact.into(), kind);
        self
    }
}

impl Facts<String> for Case {
    fn value(&self, fact: &String) -> Option<FactValue> {
        self.values.get(fact).cloned()
    }
    fn kind(&self, fact: &String) -> Option<FactKind> {
        self.kinds.get(fact).cloned()
    }
}

fn scale() -> Arc<RatingScale> {
    Arc::new(RatingScale::new(["low", "middle", "high"].map(String::from).to_vec()))
}

fn rating(level: usize) -> FactValue {
    FactValue::Rating { scale: scale(), level }
}

fn set(names: &[&str]) -> FactValue {
    FactValue::Set(order::distinct(names.iter().map(|name| (*name).to_owned())))
}
