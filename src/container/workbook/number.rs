//! The numbers of cells, from the decimal text that the file holds to the text that the importers read. No float is made.

use super::Epoch;
use super::formats::Format;

/// Excel keeps fifteen digits of what is typed, and shows no more; what stands behind them in a file is the noise of binary
/// fractions, as in `0.92500000000000004`.
const DIGITS: usize = 15;

/// Larger and smaller numbers are nothing that a school has.
const FARTHEST: i32 = 400;

/// A number is 0.`digits` × 10^`point`; no zero stands first or last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

/// Writes what a stored number is in a cell of this format. What is no number is written as it stands.
pub(super) fn write(stored: &str, format: Format, epoch: Epoch, out: &mut String) {
    let stored = stored.trim();
    if format == Format::Number && is_short(stored) {
        out.push_str(stored);
        return;
    }
    let Some(decimal) = Decimal::parse(stored) else {
        out.push_str(stored);
        return;
    };
    match format {
        Format::Number => decimal.rounded(DIGITS).write(out),
        Format::Padded(digits) => {
            let from = out.len();
            decimal.rounded(DIGITS).write(out);
            let written = out.split_off(from);
            if written.bytes().all(|byte| byte.is_ascii_digit()) {
                out.extend(std::iter::repeat_n('0', usize::from(digits).saturating_sub(written.len())));
            }
            out.push_str(&written);
        }
        Format::Percent => {
            let mut hundredfold = decimal.rounded(DIGITS);
            if !hundredfold.digits.is_empty() {
                hundredfold.point += 2;
            }
            hundredfold.write(out);
            out.push('%');
        }
        Format::Day => match decimal.seconds() {
            Some(seconds) => write_day(seconds, epoch, out),
            None => decimal.write(out),
        },
        Format::Duration => match decimal.seconds() {
            Some(seconds) => write_time(seconds, out),
            None => decimal.write(out),
        },
    }
}

/// A whole number as it is written everywhere.
fn is_short(text: &str) -> bool {
    text.len() <= DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
}

impl Decimal {
    fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, mantissa) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = || whole.bytes().chain(fraction.bytes());
        let (length, farthest) = (whole.len() + fraction.len(), usize::try_from(FARTHEST).ok()?);
        if length == 0
            || length > farthest
            || !(-FARTHEST..=FARTHEST).contains(&exponent)
            || !all().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let zeros = all().take_while(|byte| *byte == b'0').count();
        let point = i32::try_from(whole.len()).ok()? - i32::try_from(zeros).ok()? + exponent;
        Some(Self { negative, digits: all().skip(zeros).map(|byte| byte - b'0').collect(), point }.trimmed())
    }

    fn trimmed(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            (self.negative, self.point) = (false, 0);
        }
        self
    }

    /// The nearest number of so many digits; a half goes up.
    fn rounded(mut self, digits: usize) -> Self {
        let up = self.digits.get(digits).is_some_and(|next| *next >= 5);
        self.digits.truncate(digits);
        if up {
            while self.digits.last() == Some(&9) {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    self.digits.push(1);
                    self.point += 1;
                }
            }
        }
        self.trimmed()
    }

    /// Without an exponent.
    fn write(&self, out: &mut String) {
        if self.negative {
            out.push('-');
        }
        let whole = usize::try_from(self.point).unwrap_or(0);
        if whole == 0 {
            out.push('0');
        }
        let zeros_behind = usize::try_from(-self.point).unwrap_or(0);
        for (place, digit) in self.digits.iter().enumerate() {
            if place == whole {
                out.push('.');
                out.extend(std::iter::repeat_n('0', zeros_behind));
            }
            out.push(char::from(b'0' + digit));
        }
        out.extend(std::iter::repeat_n('0', whole.saturating_sub(self.digits.len())));
    }

    /// The whole seconds in so many days, to the nearest. Neither negative ones nor those beyond the year 9999.
    fn seconds(&self) -> Option<u64> {
        if self.negative || self.point > 7 {
            return None;
        }
        // Millionths of a millionth of a day.
        let mut units = 0_u128;
        for place in 0..self.point + 12 {
            let digit = usize::try_from(place).ok().and_then(|place| self.digits.get(place)).copied().unwrap_or(0);
            units = units * 10 + u128::from(digit);
        }
        u64::try_from((units * 86_400 + 500_000_000_000) / 1_000_000_000_000).ok()
    }
}

/// A day as ISO 8601 writes it; a time behind it where there is one, or a time alone.
fn write_day(seconds: u64, epoch: Epoch, out: &mut String) {
    let (days, time) = (seconds / 86_400, seconds % 86_400);
    if days == 0 {
        write_time(time, out);
        return;
    }
    // Excel counts a 29 February 1900, its 60th day, that never was.
    let since_1900 = match epoch {
        Epoch::Of1904 => days + 1_462,
        Epoch::Of1900 => days,
    };
    let since_march_of_0 = since_1900 + if since_1900 < 60 { 693_900 } else { 693_899 };
    let (year, month, day) = civil(since_march_of_0);
    out.push_str(&format!("{year:04}-{month:02}-{day:02}"));
    if time > 0 {
        out.push(' ');
        write_time(time, out);
    }
}

fn write_time(seconds: u64, out: &mut String) {
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    out.push_str(&format!("{hours:02}:{minutes:02}"));
    if !seconds.is_multiple_of(60) {
        out.push_str(&format!(":{:02}", seconds % 60));
    }
}

/// Year, month and day, from the days since 1 March of the year 0.
fn civil(days: u64) -> (u64, u64, u64) {
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months from March on, which have 31, 30, 31, 30, 31 days, and again.
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year_of_era;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(stored: &str, format: Format) -> String {
        let mut out = String::new();
        write(stored, format, Epoch::Of1900, &mut out);
        out
    }

    #[test]
    fn numbers_are_written_as_excel_shows_them_in_full() {
        for (stored, text) in [
            ("0", "0"),
            ("42", "42"),
            ("-3", "-3"),
            ("0.1", "0.1"),
            ("0.30000000000000004", "0.3"),
            ("92.500000000000014", "92.5"),
            ("99.999999999999986", "100"),
            ("0.99999999999999989", "1"),
            ("1E-3", "0.001"),
            ("1.5e3", "1500"),
            ("1.2345E+19", "12345000000000000000"),
            ("123456789012345678", "123456789012346000"),
            ("-0", "0"),
            ("0.0", "0"),
            ("007", "7"),
            ("2.50", "2.5"),
            ("4.9406564584124654E-324", &format!("0.{}494065645841247", "0".repeat(323))),
            ("1E999", "1E999"),
            ("abc", "abc"),
            ("", ""),
            (".", "."),
            ("1.2.3", "1.2.3"),
            ("+5", "5"),
        ] {
            assert_eq!(written(stored, Format::Number), text, "{stored}");
        }
    }

    #[test]
    fn leading_zeros_that_a_format_shows_are_kept() {
        for (stored, text) in [
            ("31", "0031"),
            ("31.000000000000001", "0031"),
            ("12345", "12345"),
            ("0", "0000"),
            ("3.5", "3.5"),
            ("-3", "-3"),
        ] {
            assert_eq!(written(stored, Format::Padded(4)), text, "{stored}");
        }
    }

    #[test]
    fn percentages_are_of_a_hundred() {
        for (stored, text) in [
            ("0.92500000000000004", "92.5%"),
            ("1", "100%"),
            ("0", "0%"),
            ("0.001", "0.1%"),
            ("12", "1200%"),
            ("-0.05", "-5%"),
            ("0.66666666666666663", "66.6666666666667%"),
        ] {
            assert_eq!(written(stored, Format::Percent), text, "{stored}");
        }
    }

    #[test]
    fn days_are_written_as_iso_8601() {
        for (stored, text) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("45413", "2024-05-01"),
            ("36585", "2000-02-29"),
            ("45413.354166666664", "2024-05-01 08:30"),
            ("45413.999999999", "2024-05-02"),
            ("0.5", "12:00"),
            ("0.50001157407407407", "12:00:01"),
            ("2958465", "9999-12-31"),
            ("-1", "-1"),
            ("123456789", "123456789"),
        ] {
            assert_eq!(written(stored, Format::Day), text, "{stored}");
        }
        let mut out = String::new();
        write("43951", Format::Day, Epoch::Of1904, &mut out);
        assert_eq!(out, "2024-05-01");
        assert_eq!(written("1.5", Format::Duration), "36:00");
    }
}
