//! What a policy demands of the stays of students at schools: who was there for a full academic year, and for which school
//! a student counts who was at several.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::exact::Exact;
use crate::policy::date::Date;
use crate::policy::json::Json;
use crate::policy::notices::InvalidValue;
use crate::policy::read::{Read, Reader};
use crate::policy::source::Cite;

/// A rule on the stays of students at schools, as files of enrollments have them.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnrollmentRule {
    /// Who was at the school for a full academic year. It holds for records that don't say it themselves.
    #[serde(default)]
    pub full_year: Option<FullYear>,
    /// For which school a student counts who was at several in a year. Without it, each record counts at its own school.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "CountsAt | null"))]
    pub counts_at: Option<CountsAt>,
    /// Whether a stay without a last day goes on. Without it, it isn't known when such a stay ended.
    #[serde(default)]
    pub open_ended: bool,
    /// Where the rule comes from. A plan has it without: a corrected citation changes no count.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// A full academic year at a school. All that is said must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FullYear {
    /// At the school without a break from this day, such as `"10-01"`, …
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub from: Option<YearDay>,
    /// … through this one.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub through: Option<YearDay>,
    /// Between two stays so many days of the calendar, weekends among them, are no break.
    #[serde(default)]
    pub gap_days: Option<u8>,
    /// At the school on each of these days.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub on: Vec<YearDay>,
    /// At least so many days of membership at the school in the year; with `ofDays` the share of these, such as `"90%"`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub least_days: Option<Exact>,
    /// The days of a whole school year, of which `leastDays` is a share.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub of_days: Option<Exact>,
}

/// For which school a student counts who was at several in a year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum CountsAt {
    /// The school with the most days of membership.
    MostDays,
    /// The school of this day, such as `"10-01"`.
    On(#[cfg_attr(target_arch = "wasm32", tsify(type = "string"))] YearDay),
}

/// A day of every school year, written `10-01`: the month and the day. A school year begins in July.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    // Months since July, so that the order is that of the school year.
    month: u8,
    day: u8,
}

impl YearDay {
    /// Reads `MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        // A leap year has every day that some year has.
        let date = Date::parse(&format!("2000-{text}"))?;
        Some(Self { month: (date.month() + 5) % 12, day: date.day() })
    }

    /// The day in the school year that ends in this year, as `20240916`. February 29 is the 28th where there is none.
    pub fn in_year(self, year: u16) -> u32 {
        let (month, year) =
            if self.month < 6 { (self.month + 7, year.saturating_sub(1)) } else { (self.month - 5, year) };
        let day = if Date::new(year, month, self.day).is_some() { self.day } else { 28 };
        u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)
    }
}

impl fmt::Display for YearDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", (self.month + 6) % 12 + 1, self.day)
    }
}

impl fmt::Debug for YearDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for YearDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for YearDay {
    fn blank() -> Self {
        Self { month: 0, day: 1 }
    }
    fn read(&mut self, json: &Json, reader: &mut Reader<'_>) {
        match json.as_text().map(|text| (text, Self::parse(text))) {
            Some((_, Some(day))) => *self = day,
            Some((text, None)) => {
                reader.tell(InvalidValue { written: text.to_owned(), expected: "year-day".to_owned() });
            }
            None => reader.wrong_type(json, "year-day"),
        }
    }
}

#[cfg(test)]
impl schemars::JsonSchema for YearDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YearDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day of every school year, written month-day: \"10-01\". A school year begins in July.",
            "type": "string",
            "pattern": "^[0-9]{2}-[0-9]{2}$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_school_year_is_in_its_first_or_its_second_half() {
        for (text, wanted) in [
            ("07-01", 20_240_701),
            ("12-31", 20_241_231),
            ("01-01", 20_250_101),
            ("06-30", 20_250_630),
            ("02-29", 20_250_228),
        ] {
            let day = YearDay::parse(text).expect("a day");
            assert_eq!((day.in_year(2025), day.to_string().as_str()), (wanted, text));
        }
        for text in ["", "10", "10-1", "13-01", "02-30", "2024-10-01", "10/01"] {
            assert_eq!(YearDay::parse(text), None, "{text}");
        }
        let mut days = ["06-30", "10-01", "01-15", "07-01"].map(|text| YearDay::parse(text).expect("a day"));
        days.sort();
        assert_eq!(days.map(|day| day.to_string()), ["07-01", "10-01", "01-15", "06-30"]);
    }
}
