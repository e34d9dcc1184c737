//! Calendar dates without a clock or a time zone. "Today" is never asked of the device: a date is always an argument.

use std::fmt;

use serde::{Serialize, Serializer};

use super::json::Json;
use super::notices::{DatesReversed, InvalidValue};
use super::read::{Read, Reader};
use crate::notice::{Notice, Place, Told};

/// A day of the Gregorian calendar, written `2019-08-31`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // The order of the fields makes the derived order the calendar's.
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// That day, if the calendar has it. Years from 1 to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=Self::days_in(year, month)).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// The days of a month; 0 when there is no such month.
    fn days_in(year: u16, month: u8) -> u8 {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 0,
        }
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for Date {
    fn blank() -> Self {
        Self { year: 1, month: 1, day: 1 }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json.as_text().map(|text| (text, Self::parse(text))) {
            Some((_, Some(date))) => *self = date,
            Some((text, None)) => {
                reader.tell(InvalidValue { written: text.to_owned(), expected: "date".to_owned() });
            }
            None => reader.wrong_type(json, "date"),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day, written year-month-day: \"2019-08-31\".",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

/// The days on which something is in force. Both ends belong to it; an end that isn't given is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Effective {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(target_arch = "wasm32", tsify(optional, type = "string"))]
    pub until: Option<Date>,
}

impl Effective {
    /// Whether it is in force on that day.
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Tells when it ends before it starts.
    pub fn check(&self, pointer: &str, notices: &mut Vec<Notice>) {
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            let dates = DatesReversed { from: from.to_string(), until: until.to_string() };
            notices.push(dates.at(Place::pointer(pointer)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Told;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn a_date_reads_back_as_it_was_written() {
        for text in ["2019-08-31", "0001-01-01", "9999-12-31", "2000-02-29", "2024-02-29"] {
            assert_eq!(day(text).to_string(), text);
        }
        let date = day("2019-08-31");
        assert_eq!((date.year(), date.month(), date.day()), (2019, 8, 31));
    }

    #[test]
    fn days_that_the_calendar_does_not_have_are_refused() {
        for text in [
            "2019-02-29",
            "1900-02-29",
            "2019-04-31",
            "2019-06-31",
            "2019-09-31",
            "2019-11-31",
            "2019-01-32",
            "2019-00-10",
            "2019-13-01",
            "2019-01-00",
            "0000-01-01",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn other_ways_to_write_a_date_are_refused() {
        for text in
            ["", "2019", "2019-8-31", "19-08-31", "2019-08-31T00:00", "2019-08-31-01", "+019-08-31", " 2019-08-31"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_ordered_as_in_the_calendar() {
        let mut days = [day("2020-01-01"), day("2019-12-31"), day("2019-02-28"), day("2019-11-01")];
        days.sort();
        let written: Vec<String> = days.iter().map(Date::to_string).collect();
        assert_eq!(written, ["2019-02-28", "2019-11-01", "2019-12-31", "2020-01-01"]);
    }

    #[test]
    fn both_ends_belong_to_a_span_and_a_missing_end_is_open() {
        let span = Effective { from: Some(day("2018-08-01")), until: Some(day("2019-07-31")) };
        assert!(span.covers(day("2018-08-01")) && span.covers(day("2019-07-31")));
        assert!(!span.covers(day("2018-07-31")) && !span.covers(day("2019-08-01")));
        assert!(Effective { from: span.from, until: None }.covers(day("9999-12-31")));
        assert!(Effective { from: None, until: span.until }.covers(day("0001-01-01")));
        assert!(Effective::default().covers(day("2019-01-01")));
    }

    #[test]
    fn a_span_that_ends_before_it_starts_is_told() {
        let mut notices = Vec::new();
        let (from, until) = (day("2019-08-01"), day("2019-07-31"));
        Effective { from: Some(from), until: Some(until) }.check("/effective", &mut notices);
        Effective { from: Some(until), until: Some(until) }.check("/effective", &mut notices);
        let expected = DatesReversed { from: "2019-08-01".into(), until: "2019-07-31".into() };
        assert_eq!(notices, [expected.at(Place::pointer("/effective"))]);
    }
}
