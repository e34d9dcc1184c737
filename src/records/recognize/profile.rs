//! What the first rows of a file show of its columns.

use crate::order;
use crate::records::element::ElementKind;
use crate::records::value;

/// How many distinct texts of a column are shown, so that their meanings can be chosen.
pub(super) const TEXTS: usize = 24;

/// How many distinct texts a column of few words has.
const WORDS: usize = 12;

/// More digits in a row than this number a person or a place; they are no category.
const DIGITS: usize = 4;

/// What is seen in a column's first cells.
#[derive(Debug)]
pub(super) struct Profile<'a> {
    pub(super) filled: usize,
    pub(super) texts: Vec<&'a str>,
    pub(super) distinct: Vec<&'a str>,
}

impl<'a> Profile<'a> {
    pub(super) fn of(rows: &'a [Vec<String>], column: usize) -> Self {
        let cells = || rows.iter().filter_map(|row| row.get(column)).map(String::as_str);
        let texts: Vec<&str> = cells().filter(|text| !value::is_blank(text)).collect();
        let distinct = order::distinct(texts.iter().copied());
        Self { filled: texts.len(), texts, distinct }
    }

    /// Whether nearly all texts are written as this kind is, or are so few that somebody can say what each means.
    pub(super) fn fits(&self, kind: ElementKind) -> bool {
        let few = self.distinct.len() <= WORDS;
        match kind {
            ElementKind::Race | ElementKind::Sex | ElementKind::YesNo | ElementKind::Participation => few,
            ElementKind::Span => few && self.mostly(kind),
            _ => self.mostly(kind),
        }
    }

    /// Whether nearly all texts are written as this kind is.
    pub(super) fn mostly(&self, kind: ElementKind) -> bool {
        let fitting = self.texts.iter().filter(|text| value::fits(kind, text)).count();
        fitting * 10 >= self.filled * 7
    }

    pub(super) fn all(&self, test: impl Fn(&str) -> bool) -> bool {
        self.filled > 0 && self.texts.iter().all(|text| test(text))
    }

    /// What its numbers show of what stands before their decimals; none where a text is no number at all.
    pub(super) fn decimal_mark(&self) -> Option<value::DecimalMarkShown> {
        let mut shown = value::DecimalMarkShown::default();
        self.texts.iter().for_each(|text| shown.note(text));
        self.all(value::is_number).then_some(shown).filter(|shown| shown.any_comma)
    }

    /// Whether its texts are few and no long numbers: those number a person or a place.
    pub(super) fn is_short_list(&self) -> bool {
        let numbers = |text: &str| longest_number(text) > DIGITS && !value::fits(ElementKind::Year, text);
        self.distinct.len() <= TEXTS && !self.distinct.iter().any(|text| numbers(text))
    }
}

/// The most digits that stand together.
fn longest_number(text: &str) -> usize {
    text.split(|character: char| !character.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// Whether most texts of a column are those of several students, so that none of them says who somebody is. Where no column
/// numbers the students, each row counts as one.
pub(super) fn is_shared(rows: &[Vec<String>], column: usize, student: Option<usize>) -> bool {
    let cell = |row: &'_ Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
    let pairs = rows.iter().enumerate().filter_map(|(number, row)| {
        let text = cell(row, column);
        let who = student.map_or_else(|| number.to_string(), |student| cell(row, student));
        (!value::is_blank(&text)).then_some((text, who))
    });
    let pairs = order::distinct(pairs);
    let distinct = order::distinct(pairs.iter().map(|(text, _)| text.as_str()));
    let shared = distinct.iter().filter(|text| pairs.iter().filter(|(known, _)| known == *text).count() > 1);
    shared.count() * 2 >= distinct.len()
}
