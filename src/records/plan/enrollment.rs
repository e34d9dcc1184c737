//! What a policy demands of the stays of students at schools: who was there for a full academic year, and for which school
//! a student counts who was at several.

use serde::Serialize;

use crate::exact::Exact;
use crate::policy::date::Date;
use crate::policy::read::Read;
use crate::policy::source::Cite;

/// What `countsAt` says where it is no day.
pub const MOST_DAYS: &str = "most-days";

/// A rule on the stays of students at schools, as files of enrollments have them.
#[derive(Debug, Clone, Default, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EnrollmentRule {
    /// Who was at the school for a full academic year. It holds for records that don't say it themselves.
    #[serde(default)]
    pub full_year: Option<FullYear>,
    /// For which school a student counts who was at several in a year: the school of a day, such as `"10-01"`, or `"most-days"`,
    /// the one with the most days of membership. Without it, each record counts at its own school.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<CountsAt>"))]
    pub counts_at: Option<String>,
    /// Whether a stay without a last day goes on. Without it, it isn't known when such a stay ended.
    #[serde(default)]
    pub open_ended: bool,
    /// Where the rule comes from. A plan has it without: a corrected citation changes no count.
    #[serde(default)]
    pub cite: Option<Cite>,
}

/// By its order: one comparison of all fields is enough for the engine.
impl PartialEq for EnrollmentRule {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

/// A full academic year at a school. All that is said must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Read)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FullYear {
    /// At the school without a break from this day, such as `"10-01"`, …
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<YearDay>"))]
    pub from: Option<String>,
    /// … through this one.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Option<YearDay>"))]
    pub through: Option<String>,
    /// Between two stays so many days of the calendar, weekends among them, are no break.
    #[serde(default)]
    pub gap_days: Option<u8>,
    /// At the school on each of these days.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "Vec<YearDay>"))]
    pub on: Vec<String>,
    /// At least so many days of membership at the school in the year; with `ofDays` the share of these, such as `"90%"`.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub least_days: Option<Exact>,
    /// The days of a whole school year, of which `leastDays` is a share.
    #[serde(default)]
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub of_days: Option<Exact>,
}

/// A day of every school year, written `10-01`: the month and the day. A school year begins in July. Policies and plans have
/// it as text, so that the engine needn't read and write a type of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    // Months since July, so that the order is that of the school year.
    month: u8,
    day: u8,
}

impl YearDay {
    /// Reads `MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let [a, b, b'-', c, d] = text.as_bytes() else { return None };
        let two = |tens: &u8, ones: &u8| {
            let both = tens.is_ascii_digit() && ones.is_ascii_digit();
            both.then(|| (tens - b'0') * 10 + (ones - b'0'))
        };
        let (month, day) = (two(a, b)?, two(c, d)?);
        // A leap year has every day that some year has.
        Date::new(2000, month, day)?;
        Some(Self { month: (month + 5) % 12, day })
    }

    /// The day in the school year that ends in this year, as `20240916`. February 29 is the 28th where there is none.
    pub fn in_year(self, year: u16) -> u32 {
        let (month, year) =
            if self.month < 6 { (self.month + 7, year.saturating_sub(1)) } else { (self.month - 5, year) };
        let day = if Date::new(year, month, self.day).is_some() { self.day } else { 28 };
        u32::from(year) * 10_000 + u32::from(month) * 100 + u32::from(day)
    }
}

/// What `countsAt` says, for the schema.
#[cfg(test)]
struct CountsAt;

#[cfg(test)]
impl schemars::JsonSchema for CountsAt {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CountsAt".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let day = generator.subschema_for::<YearDay>();
        schemars::json_schema!({ "anyOf": [day, { "const": MOST_DAYS }] })
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
            assert_eq!(YearDay::parse(text).map(|day| day.in_year(2025)), Some(wanted), "{text}");
        }
        for text in ["", "10", "10-1", "13-01", "02-30", "2024-10-01", "10/01"] {
            assert_eq!(YearDay::parse(text), None, "{text}");
        }
        let days = ["07-01", "10-01", "01-15", "06-30"].map(YearDay::parse);
        assert!(days.is_sorted(), "{days:?}");
    }
}
