//! How the cells of one column become codes.

use super::cell::Codes;
use super::head::is_nces;
use crate::order::Sorted;
use crate::records::element::{ELEMENTS, Element, ElementKind};
use crate::records::layout::{ColumnReading, DecimalMark};
use crate::records::store::Participation;
use crate::records::value;
use crate::tables::Lines;

/// The text was not understood: the cell counts as blank, and is told.
pub(super) const UNKNOWN: u32 = 1 << 31;

/// A spreadsheet shortened the text: the row is dropped.
pub(super) const SHORTENED: u32 = 1 << 30;

/// There is no room for the value: the row is dropped.
pub(super) const NO_ROOM: u32 = 1 << 29;

/// The code itself.
pub(super) const CODE: u32 = NO_ROOM - 1;

/// How many distinct unknown texts of a column are told.
const TOLD: usize = 12;

/// A column that is read.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) element: Element,
    pub(super) kind: ElementKind,
    /// Its place in the file.
    pub(super) column: usize,
    /// Its place among all elements.
    pub(super) index: usize,
    /// Whether a row without a year is dropped.
    pub(super) year_needed: bool,
    /// Whether its levels are those of interim results, which are kept apart.
    pub(super) of_interim: bool,
    /// Its heading.
    pub(super) heading: String,
    /// How many digits its identifiers have.
    pub(super) digits: Option<u8>,
    /// Whether only one zero can have been lost: a number of twelve digits is no school's when it has five.
    pub(super) one_zero: bool,
    pub(super) codes: Codes,
    pub(super) reading: ColumnReading,
    /// The values by text in lower case.
    values: Sorted<String, String>,
    /// Texts that were not understood, with their lines.
    pub(super) unknown: Vec<(String, Lines)>,
    /// Lines of further ones.
    pub(super) unknown_more: Lines,
    /// What was mended in identifiers.
    pub(super) zeros: Lines,
    pub(super) decimals: Lines,
    /// How dates are written.
    pub(super) formats: Vec<value::DateFormat>,
    /// Which of day and month comes first, as the beginning of the file shows.
    pub(super) day_order: value::DayOrder,
    /// What the dates read so far show of it.
    pub(super) day_order_shown: value::DayOrderShown,
    /// Whether decimals stand behind a comma: then nothing is read at once.
    pub(super) by_comma: bool,
    /// What numbers with a comma that weren't read show, and their lines.
    pub(super) mark_shown: value::DecimalMarkShown,
    pub(super) commas: Lines,
    /// Some text was in the old Windows encoding.
    pub(super) windows: bool,
}

/// What a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing.
    Blank,
    /// A value, as the store has it.
    Value(String),
    /// A number of small range: a year, a grade's code, yes and no, a day.
    Number(u32),
    /// It isn't understood.
    Unknown,
    /// A spreadsheet shortened it.
    Shortened,
}

impl Slot {
    pub(super) fn new(element: Element, column: usize, heading: String, reading: ColumnReading) -> Self {
        let values = reading.values.iter().map(|(text, value)| (text.trim().to_lowercase(), value.clone())).collect();
        let nces = reading.digits.is_none() && is_nces(element, &heading);
        Self {
            element,
            kind: element.kind(),
            column,
            index: ELEMENTS.iter().position(|definition| definition.element == element).unwrap_or(0),
            digits: if nces { Some(12) } else { reading.digits },
            one_zero: nces,
            year_needed: false,
            of_interim: false,
            heading,
            codes: Codes::default(),
            by_comma: reading.decimal_mark == Some(DecimalMark::Comma),
            mark_shown: value::DecimalMarkShown::default(),
            commas: Lines::default(),
            reading,
            values,
            unknown: Vec::new(),
            unknown_more: Lines::default(),
            zeros: Lines::default(),
            decimals: Lines::default(),
            formats: Vec::new(),
            day_order: value::DayOrder::default(),
            day_order_shown: value::DayOrderShown::default(),
            windows: false,
        }
    }

    /// Whether dates of this column that can be read both ways were read in another order than its later dates show.
    pub(super) fn day_order_changed(&self) -> bool {
        let value::DayOrderShown { month_first, day_first, either } = self.day_order_shown;
        let otherwise = match self.day_order {
            value::DayOrder::MonthFirst => day_first,
            value::DayOrder::DayFirst => month_first,
            // Such dates weren't read at all.
            value::DayOrder::Unknown => false,
        };
        either && otherwise
    }

    /// How many digits this identifier should have.
    pub(super) fn digits_of(&self, text: &str) -> Option<u8> {
        self.digits.filter(|digits| !self.one_zero || text.len() + 1 == usize::from(*digits))
    }

    /// Whether the layout says that this text is nothing, or says what it is.
    pub(super) fn told_by_layout(&self, text: &str) -> Option<Meaning> {
        if let Some(value) = self.values.get(&text.to_lowercase()) {
            return Some(if value.is_empty() { Meaning::Blank } else { self.read(value) });
        }
        let blank = self.reading.blank.iter().any(|blank| blank.trim().eq_ignore_ascii_case(text));
        (blank || value::is_blank(text)).then_some(Meaning::Blank)
    }

    /// Takes in what a text of a column of days, or of school years written as days, shows of their order.
    pub(super) fn note_day(&mut self, text: &str) {
        match self.kind {
            ElementKind::Date => self.day_order_shown.note(text),
            ElementKind::Year => self.day_order_shown.note_year(text),
            _ => {}
        }
    }

    /// What a text means.
    pub(super) fn understand(&mut self, bytes: &[u8]) -> Meaning {
        let (text, windows) = value::decode(bytes);
        self.windows |= windows;
        let text = text.trim();
        self.note_day(text);
        if self.kind == ElementKind::Date
            && let Some((_, format)) = value::date(text, self.day_order)
            && !self.formats.contains(&format)
        {
            self.formats.push(format);
        }
        self.told_by_layout(text).unwrap_or_else(|| self.read(text))
    }

    /// What a text means by the kind of the column.
    fn read(&self, text: &str) -> Meaning {
        let word = |word: Option<&str>| word.map_or(Meaning::Unknown, |word| Meaning::Value(word.to_owned()));
        let number = |number: Option<u32>| number.map_or(Meaning::Unknown, Meaning::Number);
        match self.kind {
            ElementKind::Student | ElementKind::Identifier => match mend(text, self.digits_of(text)) {
                Mended::Same => Meaning::Value(text.to_owned()),
                Mended::Zeros(mended) | Mended::Decimal(mended) => Meaning::Value(mended),
                Mended::Shortened => Meaning::Shortened,
            },
            ElementKind::Year => number(value::year(text, self.day_order).map(u32::from)),
            ElementKind::Grade => number(value::grade(text).map(|grade| u32::from(grade.code()))),
            ElementKind::YesNo => match value::yes_no(text) {
                Some(yes) if self.element.dimension().is_some() => {
                    Meaning::Value(if yes { "Yes" } else { "No" }.to_owned())
                }
                answer => number(answer.map(|yes| if yes { YES } else { NO })),
            },
            ElementKind::Sex => word(value::sex(text)),
            ElementKind::Race => word(value::race(text)),
            ElementKind::Span => word(value::span(text)),
            ElementKind::Participation => number(value::participation(text).map(|participation| match participation {
                Participation::Unknown => 0,
                Participation::Tested => 1,
                Participation::NotTested => 2,
                Participation::Excused => 3,
            })),
            // One more than the part of the day, so that a whole day of presence isn't blank.
            ElementKind::Name if self.element == Element::AttendanceStatus => {
                number(value::day_absent(text).and_then(|part| u32::try_from(part + 1).ok()))
            }
            ElementKind::Name if self.element == Element::Period => Meaning::Value(value::period(text)),
            ElementKind::Name | ElementKind::Text => Meaning::Value(text.to_owned()),
            ElementKind::Date => {
                number(value::date(text, self.day_order).map(|(day, _)| {
                    u32::from(day.year()) * 10_000 + u32::from(day.month()) * 100 + u32::from(day.day())
                }))
            }
            // These are read without codes.
            ElementKind::Number | ElementKind::Percentile => Meaning::Unknown,
        }
    }

    /// The number that the layout says a text is.
    pub(super) fn number_of(&self, text: &str) -> Option<i64> {
        self.values.get(&text.to_lowercase()).and_then(|value| value::thousandths(value.as_bytes()))
    }

    /// A number that isn't plain digits, where somebody said what stands before its decimals. Otherwise a comma is noted: it is
    /// not for the program to say what it is.
    pub(super) fn number_with_commas(&mut self, text: &str, line: u64) -> Option<i64> {
        if let Some(mark) = self.reading.decimal_mark {
            return value::thousandths_where(text, mark);
        }
        if text.contains(',') && value::is_number(text) {
            self.mark_shown.note(text);
            self.commas.add(line);
        }
        value::thousandths(text.as_bytes())
    }

    /// Notes a text that wasn't understood.
    #[cold]
    pub(super) fn note_unknown(&mut self, bytes: &[u8], line: u64) {
        let (text, _) = value::decode(bytes);
        if let Some((_, lines)) = self.unknown.iter_mut().find(|(known, _)| *known == text) {
            lines.add(line);
        } else if self.unknown.len() < TOLD {
            let mut lines = Lines::default();
            lines.add(line);
            self.unknown.push((text, lines));
        } else {
            self.unknown_more.add(line);
        }
    }
}

/// The codes of yes and no where they aren't a dimension; 0 is blank.
pub(super) const YES: u32 = 1;
pub(super) const NO: u32 = 2;

/// An identifier, with what a spreadsheet took put back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mended {
    Same,
    Zeros(String),
    Decimal(String),
    Shortened,
}

/// Whether an identifier needs a look: it isn't as long as it should be, or has something beside letters and digits.
#[inline]
pub(super) fn is_odd(bytes: &[u8], digits: Option<u8>) -> bool {
    digits.is_some_and(|digits| bytes.len() < usize::from(digits))
        || bytes.iter().any(|byte| matches!(byte, b'.' | b'+'))
}

/// Puts back what a spreadsheet took from an identifier: zeros in front, and `.0` behind. Scientific notation has lost
/// digits for good.
pub(super) fn mend(text: &str, digits: Option<u8>) -> Mended {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((mantissa, exponent)) = text.split_once(['E', 'e'])
        && (exponent.starts_with('+') || mantissa.contains('.'))
        && all_digits(&mantissa.replacen('.', "", 1))
        && all_digits(exponent.strip_prefix('+').unwrap_or(exponent))
    {
        return Mended::Shortened;
    }
    let whole = match text.split_once('.') {
        Some((whole, fraction))
            if all_digits(whole) && !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0') =>
        {
            whole
        }
        _ => text,
    };
    match digits.map(usize::from) {
        Some(digits) if whole.len() < digits && all_digits(whole) => Mended::Zeros(format!("{whole:0>digits$}")),
        _ if whole.len() < text.len() => Mended::Decimal(whole.to_owned()),
        _ => Mended::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_mended_or_refused() {
        assert_eq!(mend("F0800", Some(10)), Mended::Same);
        assert_eq!(mend("123", Some(5)), Mended::Zeros("00123".to_owned()));
        assert_eq!(mend("123.0", Some(5)), Mended::Zeros("00123".to_owned()));
        assert_eq!(mend("12345.0", None), Mended::Decimal("12345".to_owned()));
        assert_eq!(mend("1.23E+11", None), Mended::Shortened);
        assert_eq!(mend("12E3", None), Mended::Same);
        assert_eq!(mend("1E+05", None), Mended::Shortened);
    }
}
