//! Facts: what a condition asks about. A fact has a name, and a value unless it is unknown.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::rating_scale::RatingScale;
use crate::exact::Exact;
use crate::letters::lower;

/// The value of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// An exact number.
    Number(Exact),
    /// A text that only equals or differs.
    Text(Arc<str>),
    /// A level of a rating.
    Rating {
        /// Its scale.
        scale: Arc<RatingScale>,
        /// The place in the scale, 0 for the lowest.
        level: usize,
    },
    /// A set of names, in order, each once.
    Set(Vec<String>),
    /// Yes or no.
    Truth(bool),
}

/// What sort of values a fact has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactKind {
    /// Exact numbers.
    Number,
    /// Texts that only equal or differ.
    Text,
    /// Levels of a rating.
    Rating(Arc<RatingScale>),
    /// Sets of names.
    Set,
    /// Yes or no.
    Truth,
}

impl FactKind {
    /// The word for it, as the notices use it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Rating(_) => "rating",
            Self::Set => "set",
            Self::Truth => "true-false",
        }
    }
}

/// Gives the facts of one case, a school for example.
pub trait Facts<F> {
    /// The fact's value; `None` when it is unknown.
    fn value(&self, fact: &F) -> Option<FactValue>;

    /// What sort of values the fact has, whether its value is known or not. `None` when that isn't known either; a
    /// verdict may then name more facts than needed.
    fn kind(&self, fact: &F) -> Option<FactKind>;

    /// Whether an unknown fact is unknown only for now: nobody asked yet, or the answer can't be read. Then neither `known`
    /// nor `whenUnknown` speaks of it, and what hangs on it is undetermined.
    fn is_open(&self, _fact: &F) -> bool {
        false
    }
}

/// A value as a policy writes it in a condition. What it means depends on the fact that it is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Literal {
    written: String,
    number: Option<Exact>,
}

impl Literal {
    /// The literal of that text.
    pub fn new(written: impl Into<String>) -> Self {
        let written = written.into();
        Self { number: Exact::parse(&written).ok(), written }
    }

    /// As it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// It as a number, if it is one.
    pub fn number(&self) -> Option<&Exact> {
        self.number.as_ref()
    }

    /// It as yes or no, if it is `true` or `false`.
    pub fn truth(&self) -> Option<bool> {
        self.written.parse().ok()
    }
}

impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl FactValue {
    /// How it stands to the literal: numbers as numbers, ratings as levels. `None` when they can't be compared.
    pub fn compare(&self, literal: &Literal) -> Option<Ordering> {
        match self {
            Self::Number(value) => literal.number().map(|number| value.cmp(number)),
            Self::Rating { scale, level } => scale.position(literal.written()).map(|position| level.cmp(&position)),
            Self::Text(_) | Self::Set(_) | Self::Truth(_) => None,
        }
    }

    /// Whether it is what the literal says. `None` when the literal can't be a value of this fact.
    pub fn equals(&self, literal: &Literal) -> Option<bool> {
        match self {
            Self::Number(_) | Self::Rating { .. } => self.compare(literal).map(Ordering::is_eq),
            // A file writes `elementary` where a policy writes `Elementary`.
            Self::Text(text) => {
                let written = literal.written();
                Some(text.eq_ignore_ascii_case(written) || (!text.is_ascii() && lower(text) == lower(written)))
            }
            Self::Truth(truth) => literal.truth().map(|wanted| *truth == wanted),
            Self::Set(_) => None,
        }
    }

    /// Whether it is a set that holds the name. `None` when it isn't a set.
    pub fn contains(&self, name: &str) -> Option<bool> {
        if let Self::Set(names) = self { Some(names.iter().any(|known| known == name)) } else { None }
    }
}

/// The value in words that need no translation: a number, a level's name, the names of a set.
impl fmt::Display for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(value) => write!(f, "{value}"),
            Self::Text(text) => f.write_str(text),
            Self::Rating { scale, level } => f.write_str(scale.level(*level).unwrap_or_default()),
            Self::Set(names) => {
                for (index, name) in names.iter().enumerate() {
                    write!(f, "{}{name}", if index == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Self::Truth(truth) => write!(f, "{truth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(level: usize) -> FactValue {
        let scale = Arc::new(RatingScale::new(["3", "2", "1"].map(String::from).to_vec()));
        FactValue::Rating { scale, level }
    }

    #[test]
    fn numbers_compare_as_numbers_and_ratings_as_levels() {
        let nine = FactValue::Number(Exact::integer(9));
        assert_eq!(nine.compare(&Literal::new("10")), Some(Ordering::Less));
        assert_eq!(nine.equals(&Literal::new("9.0")), Some(true));
        assert_eq!(nine.compare(&Literal::new("high")), None);
        // "1" is the highest of these levels, so it is above "2".
        assert_eq!(rating(2).compare(&Literal::new("2")), Some(Ordering::Greater));
        assert_eq!(rating(1).equals(&Literal::new("2")), Some(true));
        assert_eq!(rating(1).equals(&Literal::new("2.0")), None);
    }

    #[test]
    fn what_has_no_order_only_equals_or_differs() {
        let text = FactValue::Text("charter".into());
        assert_eq!(
            (text.equals(&Literal::new("Charter")), text.equals(&Literal::new("charters"))),
            (Some(true), Some(false))
        );
        assert_eq!(text.compare(&Literal::new("charter")), None);
        assert_eq!(FactValue::Truth(true).equals(&Literal::new("true")), Some(true));
        assert_eq!(FactValue::Truth(true).equals(&Literal::new("false")), Some(false));
        assert_eq!(FactValue::Truth(true).equals(&Literal::new("yes")), None);
        let set = FactValue::Set(vec!["a".into(), "b".into()]);
        assert_eq!(
            (set.contains("a"), set.contains("c"), set.equals(&Literal::new("a"))),
            (Some(true), Some(false), None)
        );
        assert_eq!(text.contains("c"), None);
    }

    #[test]
    fn values_and_literals_are_written_plainly() {
        let half = FactValue::Number(Exact::ratio(1, 2).unwrap());
        let set = FactValue::Set(vec!["a".into(), "b".into()]);
        let written =
            [half, FactValue::Text("t".into()), rating(0), set, FactValue::Truth(false)].map(|value| value.to_string());
        assert_eq!(written, ["0.5", "t", "3", "a, b", "false"]);
        assert_eq!(serde_json::to_string(&Literal::new("5/3")).unwrap(), "\"5/3\"");
    }
}
