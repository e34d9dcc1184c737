//! What the text of a cell means, by its kind. Each distinct text of a column is read once, so this need not be fast, but
//! for numbers.

use super::element::ElementKind;
use super::layout::DecimalMark;
use super::store::{Grade, Participation, THOUSANDTHS};
use crate::policy::date::Date;
use crate::tables::plain_name;

/// Texts that mean that there is nothing, in any column, in lower case.
const BLANKS: [&str; 18] = [
    "",
    ".",
    "-",
    "--",
    "na",
    "n/a",
    "#n/a",
    "null",
    "none",
    "nan",
    "missing",
    "unknown",
    "not applicable",
    "no score",
    "unspecified",
    "n.a.",
    "sin dato",
    "desconocido",
];

/// Whether a text means that there is nothing.
pub(super) fn is_blank(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    BLANKS.contains(&lower.as_str())
}

/// The text of bytes of a file: UTF-8, or else the old Windows encoding. The second part says which.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (crate::tables::windows_text(bytes), true),
    }
}

/// What stands behind the last colon: `Gender: Male` is `Male`.
fn behind_colon(text: &str) -> &str {
    text.rsplit_once(": ").map_or(text, |(_, rest)| rest).trim()
}

/// Yes or no.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match behind_colon(text).to_lowercase().as_str() {
        "y" | "yes" | "true" | "t" | "1" | "1.0" | "si" | "sí" | "s" | "x" | "01" => Some(true),
        "n" | "no" | "false" | "f" | "0" | "0.0" | "00" => Some(false),
        _ => None,
    }
}

/// A sex, in CEDS's words. None when it isn't known; `""` when the file says so.
pub(super) fn sex(text: &str) -> Option<&'static str> {
    Some(match plain_name(behind_colon(text)).as_str() {
        "f" | "female" | "femenino" | "girl" | "mujer" => "Female",
        "m" | "male" | "masculino" | "boy" | "hombre" => "Male",
        "x" | "nonbinary" | "nb" | "nobinario" => "Nonbinary",
        "notselected" | "u" | "other" | "unspecified" => "",
        _ => return None,
    })
}

/// Races and ethnicities, in CEDS's words.
pub(super) const RACES: [&str; 7] = [
    "Hispanic or Latino",
    "American Indian or Alaska Native",
    "Asian",
    "Black or African American",
    "Native Hawaiian or Other Pacific Islander",
    "White",
    "Two or More Races",
];

/// A race or ethnicity, in CEDS's words.
pub(super) fn race(text: &str) -> Option<&'static str> {
    let plain = plain_name(behind_colon(text));
    let [hispanic, indian, asian, black, islander, white, several] = RACES;
    let holds = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    Some(match plain.as_str() {
        "h" | "hi" | "his" | "hisp" => hispanic,
        "i" | "ai" | "am" | "aian" => indian,
        "a" | "as" => asian,
        "b" | "bl" | "aa" => black,
        "p" | "pi" | "nh" | "nhpi" => islander,
        "w" | "wh" => white,
        "m" | "mr" | "mu" => several,
        "notspecifiedorother" | "other" | "notreported" => "",
        _ if holds(&["nothispanic", "nonhispanic"]) && !holds(&["white", "black", "asian"]) => return None,
        _ if holds(&["twoormore", "multi", "mixed", "twoor", "doso"]) => several,
        _ if holds(&["hispanic", "latin", "hispano"]) && !holds(&["nothispanic", "nonhispanic"]) => hispanic,
        _ if holds(&["hawaiian", "pacificisland", "hawai"]) => islander,
        _ if holds(&["americanindian", "nativeamerican", "alaska", "indígena"]) => indian,
        _ if holds(&["asian", "asiátic"]) => asian,
        _ if holds(&["black", "africanamerican", "afroamerican", "negr"]) => black,
        _ if holds(&["white", "caucasian", "blanc"]) => white,
        _ => return None,
    })
}

/// Elementary, middle or high.
pub(super) fn span(text: &str) -> Option<&'static str> {
    Some(match plain_name(behind_colon(text)).as_str() {
        "e" | "es" | "elem" | "elementary" | "elementaryschool" | "primaria" => "Elementary",
        "m" | "ms" | "middle" | "middleschool" | "juniorhigh" | "secundaria" => "Middle",
        "h" | "hs" | "high" | "highschool" | "preparatoria" => "High",
        _ => return None,
    })
}

/// Whether a student was tested.
pub(super) fn participation(text: &str) -> Option<Participation> {
    let plain = plain_name(behind_colon(text));
    let holds = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    Some(match plain.as_str() {
        "y" | "yes" | "t" | "true" | "1" | "tested" | "participated" | "attempt" | "complete" | "completed"
        | "valid" | "sí" | "si" => Participation::Tested,
        "n" | "no" | "f" | "false" | "0" | "notested" | "nottested" | "didnotparticipate" | "absent" | "noattempt"
        | "notattempted" | "assign" => Participation::NotTested,
        _ if holds(&["excus", "exempt", "refus", "optout", "medical", "exent"]) => Participation::Excused,
        _ => return None,
    })
}

/// The part of a day that a student was absent, in thousandths.
pub(super) fn day_absent(text: &str) -> Option<i64> {
    let plain = plain_name(behind_colon(text));
    Some(match plain.as_str() {
        "p" | "present" | "t" | "tardy" | "late" | "tarde" | "presente" | "inattendance" | "remote" => 0,
        "a" | "absent" | "u" | "e" | "unexcused" | "excused" | "excusedabsence" | "unexcusedabsence" | "ausente"
        | "ua" | "ea" => THOUSANDTHS,
        "half" | "halfday" | "h" | "partial" | "mediodía" => THOUSANDTHS / 2,
        _ => return thousandths(text.trim().as_bytes()).filter(|part| (0..=THOUSANDTHS).contains(part)),
    })
}

/// A grade level, as files write it: `3`, `03`, `3.0`, `Grade 3`, `3rd`, `K`, `KG`, `PK`.
pub(super) fn grade(text: &str) -> Option<Grade> {
    let plain = plain_name(behind_colon(text.strip_suffix(".0").unwrap_or(text)));
    let plain = ["grade", "grado", "gr"].iter().find_map(|prefix| plain.strip_prefix(prefix)).unwrap_or(&plain);
    let plain = ["stgrade", "ndgrade", "rdgrade", "thgrade", "st", "nd", "rd", "th", "grade", "º", "o"]
        .iter()
        .find_map(|suffix| plain.strip_suffix(suffix).filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())))
        .unwrap_or(plain);
    match plain {
        "k" | "kg" | "kindergarten" | "kinder" | "kf" | "kh" => Grade::number(0),
        "prek" | "prekindergarten" | "pk" | "prekinder" | "p3" | "p4" => Grade::named("PK"),
        "tk" | "transitionalkindergarten" => Grade::named("TK"),
        "" => None,
        other => Grade::named(other),
    }
}

/// A school year, by the year in which it ends, and the bytes of the text that told it.
fn year_within(text: &str) -> Option<(u16, std::ops::Range<usize>)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = |from: usize, count: usize| -> Option<u16> {
            text.get(from..from + count).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
        };
        let plausible = |year: u16| (1901..=2155).contains(&year);
        match digits {
            0 => at += 1,
            8 => {
                // 20222023; a day is read elsewhere.
                let (first, second) = (number(at, 4)?, number(at + 4, 4)?);
                return (plausible(first) && second == first + 1).then_some((second, at..at + 8));
            }
            4 => {
                let first = number(at, 4).filter(|year| plausible(*year))?;
                let behind = at + 4;
                let divided = bytes.get(behind).is_some_and(|byte| b"-_/ ".contains(byte))
                    || text.get(behind..).is_some_and(|rest| rest.starts_with('–'));
                let skip =
                    if text.get(behind..).is_some_and(|rest| rest.starts_with('–')) { '–'.len_utf8() } else { 1 };
                if divided {
                    let next = behind + skip;
                    let rest = bytes.get(next..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
                    let second = match rest {
                        4 => number(next, 4),
                        2 => number(next, 2)
                            .map(|short| if short == 0 { (first / 100 + 1) * 100 } else { first / 100 * 100 + short }),
                        _ => None,
                    };
                    match second {
                        Some(second) if second == first + 1 => return Some((second, at..next + rest)),
                        Some(_) if rest == 4 => return None,
                        _ => {}
                    }
                }
                return Some((first, at..behind));
            }
            2 => {
                // 23-24
                let (first, second) = (number(at, 2)?, number(at + 3, 2));
                let divided = bytes.get(at + 2).is_some_and(|byte| b"-_/".contains(byte));
                return (divided && second == Some((first + 1) % 100) && at + 5 == bytes.len())
                    .then_some((2001 + first, at..at + 5));
            }
            _ => return None,
        }
    }
    None
}

/// A school year, by the year in which it ends: `2024`, `2023-24`, `2023_2024`, `Fall 2023-2024`, `20232024`, or a day, which
/// belongs to the school year that begins in July. Where day and month can't be told apart, the order says.
pub(super) fn year(text: &str, order: DayOrder) -> Option<u16> {
    let text = text.trim();
    let of = |order| date(text, order).map(|(day, _)| if day.month() >= 7 { day.year() + 1 } else { day.year() });
    match of(order) {
        Some(year) => return Some(year),
        // Both orders may give the same year.
        None if order == DayOrder::Unknown => {
            let years = (of(DayOrder::MonthFirst), of(DayOrder::DayFirst));
            if years.0.is_some() {
                return years.0.filter(|year| years.1 == Some(*year));
            }
        }
        None => {}
    }
    let text = text.strip_suffix(".0").unwrap_or(text);
    year_within(text).map(|(year, _)| year)
}

/// A period's name, without the school year in it: `Fall 2013-2014` is `Fall`.
pub(super) fn period(text: &str) -> String {
    let text = text.trim();
    match year_within(text) {
        Some((_, place)) if place.len() >= 4 => {
            let before = text.get(..place.start).unwrap_or_default().trim_end_matches([' ', '-', ',', '_']);
            let after = text.get(place.end..).unwrap_or_default().trim_start_matches([' ', '-', ',', '_']);
            match (before.is_empty(), after.is_empty()) {
                (false, false) => format!("{before} {after}"),
                _ => format!("{before}{after}"),
            }
        }
        _ => text.to_owned(),
    }
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum DateFormat {
    /// `2024-09-16`, also with a time behind it.
    Iso,
    /// `9/16/2024`.
    MonthFirst,
    /// `16/9/2024`, known by a number over 12, and `16.9.2024`.
    DayFirst,
    /// `20240916`.
    Compact,
    /// `16-Sep-2024`, `Sep 16, 2024`.
    Words,
}

impl DateFormat {
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Iso => "2024-09-16",
            Self::MonthFirst => "9/16/2024",
            Self::DayFirst => "16/9/2024",
            Self::Compact => "20240916",
            Self::Words => "16-Sep-2024",
        }
    }
}

const MONTHS: [(&str, u8); 16] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
];

/// Which of day and month comes first in dates such as 3/11/2025.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// The month, unless the column shows otherwise.
    #[default]
    MonthFirst,
    /// The day.
    DayFirst,
    /// The column shows both, so that neither is certain.
    Unknown,
}

/// What the dates of a column show of the order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DayOrderShown {
    /// A date can only be read with the month first.
    pub(super) month_first: bool,
    /// A date can only be read with the day first.
    pub(super) day_first: bool,
    /// A date can be read both ways.
    pub(super) either: bool,
}

impl DayOrderShown {
    /// Takes in what a text shows.
    pub(super) fn note(&mut self, text: &str) {
        let format = |order| date(text, order).map(|(_, format)| format);
        match (format(DayOrder::MonthFirst), format(DayOrder::DayFirst)) {
            (Some(DateFormat::MonthFirst), Some(DateFormat::DayFirst)) => self.either = true,
            (Some(DateFormat::MonthFirst), _) => self.month_first = true,
            // Points stand between day, month and year, whatever the other dates are like.
            (Some(DateFormat::DayFirst), _) if !text.contains('.') => self.day_first = true,
            _ => {}
        }
    }

    /// Takes in what a day in a column of school years shows. It matters only where the two orders give two years.
    pub(super) fn note_year(&mut self, text: &str) {
        let either = self.either;
        self.note(text);
        if year(text, DayOrder::MonthFirst) == year(text, DayOrder::DayFirst) {
            self.either = either;
        }
    }

    /// Whether dates can be read both ways and none shows which is right.
    pub(super) fn is_only_assumed(self) -> bool {
        self.either && !self.month_first && !self.day_first
    }

    /// The order by which dates that can be read both ways are read.
    pub(super) fn order(self) -> DayOrder {
        match (self.month_first, self.day_first) {
            (true, true) => DayOrder::Unknown,
            (false, true) => DayOrder::DayFirst,
            _ => DayOrder::MonthFirst,
        }
    }
}

/// A day, in one of five formats. Where day and month can't be told apart by themselves, the order of the column says.
pub(super) fn date(text: &str, order: DayOrder) -> Option<(Date, DateFormat)> {
    let text = text.trim();
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..)?);
        let day = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        return Some((day, DateFormat::Compact));
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', 'T', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third, rest @ ..] = parts.as_slice() else { return worded(text) };
    // A time may stand behind a day, and nothing else.
    let is_time = |part: &&str| part.contains(':') || matches!(*part, "AM" | "PM" | "am" | "pm" | "Z" | "000" | "000Z");
    let number = |part: &str| -> Option<u16> { (part.len() <= 4).then(|| part.parse().ok()).flatten() };
    let (Some(a), Some(b), Some(c)) = (number(first), number(second), number(third)) else { return worded(text) };
    if !rest.iter().all(is_time) {
        return None;
    }
    let make = |year: u16, month: u16, day: u16| {
        let year = if year < 100 { year + 2000 } else { year };
        Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    };
    if first.len() == 4 {
        return make(a, b, c).map(|day| (day, DateFormat::Iso));
    }
    if third.len() != 4 && third.len() != 2 {
        return None;
    }
    let day_first = match order {
        _ if text.contains('.') || a > 12 => true,
        _ if b > 12 => false,
        DayOrder::DayFirst => true,
        DayOrder::MonthFirst => false,
        DayOrder::Unknown => return None,
    };
    if day_first {
        return make(c, b, a).map(|day| (day, DateFormat::DayFirst));
    }
    make(c, a, b).map(|day| (day, DateFormat::MonthFirst))
}

fn worded(text: &str) -> Option<(Date, DateFormat)> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let month = |part: &str| {
        let lower = part.to_lowercase();
        MONTHS.iter().find(|(name, _)| part.len() >= 3 && lower.starts_with(name)).map(|(_, month)| *month)
    };
    let (month, day) =
        month(second).map(|month| (month, *first)).or_else(|| month(first).map(|month| (month, *second)))?;
    let year: u16 = third.parse().ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    Date::new(year, month, day.parse().ok()?).map(|day| (day, DateFormat::Words))
}

/// A number in thousandths, as far as it can be told at once: digits, and at most three decimals behind a point.
#[inline]
pub(super) fn thousandths(bytes: &[u8]) -> Option<i64> {
    scaled::<POINT>(bytes)
}

/// What stands before decimals, as a byte.
pub(super) const POINT: u8 = b'.';
pub(super) const COMMA: u8 = b',';

/// A number in thousandths, its decimals behind this mark.
fn thousandths_by(bytes: &[u8], mark: u8) -> Option<i64> {
    if mark == COMMA { scaled::<COMMA>(bytes) } else { scaled::<POINT>(bytes) }
}

/// The mark is known when the program is made, because most numbers of a file are read here.
#[inline]
fn scaled<const MARK: u8>(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    let mut value = 0_i64;
    let mut decimals: Option<u32> = None;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                match &mut decimals {
                    None => {}
                    Some(count) if *count < 3 => *count += 1,
                    // A zero behind the third decimal says nothing.
                    Some(_) if *byte == b'0' => continue,
                    Some(_) => return None,
                }
                // So few digits can't overflow, even in thousandths; and in WebAssembly a check takes a product of 128 bits.
                value = value.wrapping_mul(10).wrapping_add(i64::from(byte - b'0'));
            }
            byte if *byte == MARK && decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
    }
    if digits == [MARK] {
        return None;
    }
    let scaled = match decimals.unwrap_or(0) {
        0 => value.wrapping_mul(THOUSANDTHS),
        1 => value.wrapping_mul(100),
        2 => value.wrapping_mul(10),
        _ => value,
    };
    Some(if negative { -scaled } else { scaled })
}

/// A number whose thousands are parted by the other of point and comma: `1.250,5` where the comma stands before decimals.
fn thousandths_of_groups(text: &str, mark: u8) -> Option<i64> {
    let other = if mark == COMMA { '.' } else { ',' };
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let whole = unsigned.split(char::from(mark)).next()?;
    let mut groups = whole.split(other);
    let first = groups.next()?;
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let begins = (1..=3).contains(&first.len()) && is_number(first) && !first.starts_with('0');
    if !begins || !groups.clone().all(|group| group.len() == 3 && is_number(group)) || groups.next().is_none() {
        return None;
    }
    // Behind the mark no thousands are parted.
    let rest = unsigned.get(whole.len()..).filter(|rest| !rest.contains(other))?;
    let sign = if unsigned.len() < text.len() { "-" } else { "" };
    thousandths_by(format!("{sign}{}{rest}", whole.replace(other, "")).as_bytes(), mark)
}

/// A number in thousandths where somebody said what stands before the decimals: the other mark may part thousands.
pub(super) fn thousandths_where(text: &str, mark: DecimalMark) -> Option<i64> {
    let mark = mark.byte();
    thousandths_by(text.as_bytes(), mark).or_else(|| thousandths_of_groups(text, mark))
}

impl DecimalMark {
    /// As it stands in a file.
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Point => POINT,
            Self::Comma => COMMA,
        }
    }
}

/// What the numbers of a column show of what stands before their decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DecimalMarkShown {
    /// A number can only be read with a comma before its decimals.
    pub(super) comma: bool,
    /// A number can only be read with a point before its decimals.
    pub(super) point: bool,
    /// A number can be read both ways: `1,250`.
    pub(super) either: bool,
    /// A number with a comma was seen at all.
    pub(super) any_comma: bool,
}

impl DecimalMarkShown {
    /// Takes in what a text shows.
    pub(super) fn note(&mut self, text: &str) {
        let by = |mark| thousandths_where(text, mark).is_some();
        let (comma, point) = (by(DecimalMark::Comma), by(DecimalMark::Point));
        if !text.contains(',') {
            // One that has neither shows nothing, and `1.250` has been a number with decimals ever.
            self.point |= point && !comma;
            return;
        }
        self.any_comma |= comma || point;
        self.comma |= comma && !point;
        self.point |= point && !comma;
        self.either |= comma && point;
    }

    /// What stands before the decimals, where numbers with a comma show it and none shows otherwise.
    pub(super) fn mark(self) -> Option<DecimalMark> {
        match (self.comma, self.point) {
            _ if !self.any_comma => None,
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            _ => None,
        }
    }
}

/// Whether a text is written as a kind is written: what the profile of a column goes by.
pub(super) fn fits(kind: ElementKind, text: &str) -> bool {
    match kind {
        ElementKind::Student | ElementKind::Identifier => {
            text.len() <= 40 && text.bytes().any(|byte| byte.is_ascii_digit())
        }
        ElementKind::Text | ElementKind::Name => true,
        ElementKind::Year => year(text, DayOrder::default()).is_some(),
        ElementKind::Grade => grade(text).is_some(),
        ElementKind::YesNo => yes_no(text).is_some(),
        ElementKind::Sex => sex(text).is_some(),
        ElementKind::Race => race(text).is_some(),
        ElementKind::Span => span(text).is_some(),
        ElementKind::Participation => participation(text).is_some(),
        ElementKind::Number => is_number(text),
        ElementKind::Percentile => is_percentile(text),
        ElementKind::Date => date(text, DayOrder::default()).is_some(),
    }
}

/// Whether a text is a number, whatever stands before its decimals.
pub(super) fn is_number(text: &str) -> bool {
    [DecimalMark::Point, DecimalMark::Comma].iter().any(|mark| thousandths_where(text, *mark).is_some())
}

/// Whether a text is a growth percentile, whatever stands before its decimals.
pub(super) fn is_percentile(text: &str) -> bool {
    [POINT, COMMA].iter().any(|mark| thousandths_by(text.as_bytes(), *mark).and_then(percentile_of).is_some())
}

/// A growth percentile, 1 to 99, its decimals behind a point.
#[inline]
pub(super) fn percentile(bytes: &[u8]) -> Option<u8> {
    percentile_of(thousandths(bytes)?)
}

/// A growth percentile, 1 to 99, of thousandths.
#[inline]
pub(super) fn percentile_of(value: i64) -> Option<u8> {
    (value % THOUSANDTHS == 0)
        .then(|| u8::try_from(value / THOUSANDTHS).ok())
        .flatten()
        .filter(|value| (1..=99).contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn school_years_are_told_by_the_year_in_which_they_end() {
        for (text, wanted) in [
            ("2024", 2024),
            ("2022_2023", 2023),
            ("2022-2023", 2023),
            ("2022-23", 2023),
            ("1999-00", 2000),
            ("20222023", 2023),
            ("Fall 2013-2014", 2014),
            ("SY2019", 2019),
            ("2018-2019 School Year", 2019),
            ("23-24", 2024),
            ("9/16/2013", 2014),
            ("01/01/2020", 2020),
            ("2023-04-20", 2023),
            ("2024.0", 2024),
            ("2022/2023", 2023),
        ] {
            assert_eq!(year(text, DayOrder::default()), Some(wanted), "{text}");
        }
        for text in ["", "12", "Fall", "2013-2019", "99999", "3024"] {
            assert_eq!(year(text, DayOrder::default()), None, "{text}");
        }
        assert_eq!(period("Fall 2013-2014"), "Fall");
        assert_eq!(period("2013-2014 Spring"), "Spring");
        assert_eq!(period("Cycle 1"), "Cycle 1");
    }

    #[test]
    fn a_day_is_read_in_five_formats() {
        let day = Date::new(2013, 9, 16).expect("a day");
        for (text, format) in [
            ("2013-09-16", DateFormat::Iso),
            ("2013-09-16T20:25:06Z", DateFormat::Iso),
            ("9/16/2013", DateFormat::MonthFirst),
            ("09/16/2013", DateFormat::MonthFirst),
            ("16/9/2013", DateFormat::DayFirst),
            ("16.09.2013", DateFormat::DayFirst),
            ("20130916", DateFormat::Compact),
            ("16-Sep-2013", DateFormat::Words),
            ("Sep 16, 2013", DateFormat::Words),
            ("9/16/13", DateFormat::MonthFirst),
            ("2013-09-16 00:00", DateFormat::Iso),
        ] {
            assert_eq!(date(text, DayOrder::default()), Some((day, format)), "{text}");
        }
        for text in ["", "2013", "13/13/2013", "2022-2023", "abc", "1.5"] {
            assert_eq!(date(text, DayOrder::default()), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_exact_thousandths() {
        for (text, wanted) in [
            ("435.0", 435_000),
            ("0", 0),
            ("-1.25", -1250),
            ("7.125", 7125),
            ("7.12500", 7125),
            (".5", 500),
            ("8.", 8000),
        ] {
            assert_eq!(thousandths(text.as_bytes()), Some(wanted), "{text}");
        }
        for text in ["", "-", ".", "1.2345", "1e5", "1,000", "abc", "1234567890123456"] {
            assert_eq!(thousandths(text.as_bytes()), None, "{text}");
        }
        assert_eq!(percentile(b"1"), Some(1));
        assert_eq!(percentile(b"99.0"), Some(99));
        assert!(is_percentile("99,0"));
        for text in ["0", "100", "50.5", "-3", "", "99,0"] {
            assert_eq!(percentile(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn where_the_mark_is_said_the_other_parts_thousands() {
        let (point, comma) = (DecimalMark::Point, DecimalMark::Comma);
        for (text, by_point, by_comma) in [
            ("435", Some(435_000), Some(435_000)),
            ("12,5", None, Some(12_500)),
            ("-12,50", None, Some(-12_500)),
            ("12.5", Some(12_500), None),
            ("1,250", Some(1_250_000), Some(1_250)),
            ("1.250", Some(1_250), Some(1_250_000)),
            ("0,125", None, Some(125)),
            ("1.250,5", None, Some(1_250_500)),
            ("-1,250.5", Some(-1_250_500), None),
            ("1,250,000", Some(1_250_000_000), None),
            (",5", None, Some(500)),
            ("8,", None, Some(8_000)),
            (",", None, None),
            ("1,25,000", None, None),
            ("1,2500", None, Some(1_250)),
            ("1.5,250", None, None),
            ("1,250,5", None, None),
            ("", None, None),
            ("12,5 %", None, None),
        ] {
            assert_eq!(
                (thousandths_where(text, point), thousandths_where(text, comma)),
                (by_point, by_comma),
                "{text}"
            );
        }
    }

    #[test]
    fn a_column_shows_what_stands_before_its_decimals_or_it_does_not() {
        let shown = |texts: &[&str]| {
            let mut shown = DecimalMarkShown::default();
            texts.iter().for_each(|text| shown.note(text));
            (shown.mark(), shown.any_comma)
        };
        assert_eq!(shown(&["12,5", "13"]), (Some(DecimalMark::Comma), true));
        assert_eq!(shown(&["1,250", "12,5"]), (Some(DecimalMark::Comma), true));
        assert_eq!(shown(&["1,250", "12.5"]), (Some(DecimalMark::Point), true));
        assert_eq!(shown(&["1,250", "1,300"]), (None, true));
        assert_eq!(shown(&["12,5", "12.5"]), (None, true));
        assert_eq!(shown(&["12.5", "13", "1.250"]), (None, false));
        assert_eq!(shown(&["Smith, J", "12"]), (None, false));
    }

    #[test]
    fn a_day_as_a_school_year_is_read_in_the_order_of_its_column() {
        assert_eq!(year("12/5/2024", DayOrder::MonthFirst), Some(2025));
        assert_eq!(year("12/5/2024", DayOrder::DayFirst), Some(2024));
        assert_eq!(year("12/5/2024", DayOrder::Unknown), None);
        // Either way it is after June.
        assert_eq!(year("7/8/2024", DayOrder::Unknown), Some(2025));
        let mut shown = DayOrderShown::default();
        shown.note_year("7/8/2024");
        assert!(!shown.is_only_assumed());
        shown.note_year("12/5/2024");
        assert!(shown.is_only_assumed());
        shown.note_year("30/6/2024");
        assert_eq!(shown.order(), DayOrder::DayFirst);
    }

    #[test]
    fn words_are_understood_as_files_write_them() {
        assert_eq!(yes_no("Free Reduced Lunch: Yes"), Some(true));
        assert_eq!(yes_no("FALSE"), Some(false));
        assert_eq!(yes_no("maybe"), None);
        assert_eq!(sex("Gender: Male"), Some("Male"));
        for (text, wanted) in [
            ("Hispanic", "Hispanic or Latino"),
            ("African American", "Black or African American"),
            ("Native American", "American Indian or Alaska Native"),
            ("Hispanic or Latino", "Hispanic or Latino"),
            ("White", "White"),
            ("W", "White"),
            ("M", "Two or More Races"),
            ("Multi-ethnic", "Two or More Races"),
            ("Native Hawaiian or Other Pacific Islander", "Native Hawaiian or Other Pacific Islander"),
            ("White, not Hispanic", "White"),
        ] {
            assert_eq!(race(text), Some(wanted), "{text}");
        }
        assert_eq!(race("04"), None);
        for (text, wanted) in [
            ("3", "03"),
            ("03", "03"),
            ("Grade 3", "03"),
            ("Gr. 3", "03"),
            ("3rd Grade", "03"),
            ("K", "KG"),
            ("3.0", "03"),
            ("PK", "PK"),
            ("Pre-K", "PK"),
            ("0", "KG"),
        ] {
            assert_eq!(grade(text).map(Grade::name), Some(wanted), "{text}");
        }
        assert_eq!(participation("Parent Refusal"), Some(Participation::Excused));
        assert_eq!(participation("Attempt"), Some(Participation::Tested));
    }
}
