//! Exact numbers and named rounding.
//!
//! Everything between a count and a rating is an [`Exact`]: a rational number of arbitrary precision. Published ratings
//! sit on exact ties (91 of 621 Chicago totals are an exact `.x5`), so a number that is "nearly" right is wrong.
//! Rounding happens only through a [`Rounding`] that a policy names.
//!
//! Numbers whose numerator and denominator fit 64 bits take a fast path; larger ones move to `num-bigint` and come back
//! as soon as they fit, so that one value always has one representation.

use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, One, Signed, ToPrimitive, Zero};
use serde::{Serialize, Serializer};

/// The decimal digits that a numerator or a denominator may have. More is [`ExactError::TooManyDigits`], but as the limit
/// is kept in bits, one digit more may pass.
pub const MAX_DIGITS: u32 = 10_000;

/// The most bytes that a written number may have.
pub const MAX_WRITTEN: usize = 1_000;

/// The most decimal places that a rounding may keep.
pub const MAX_PLACES: u8 = 100;

/// Bits that hold [`MAX_DIGITS`] decimal digits (log2(10) is a little under 3.322).
const MAX_BITS: u64 = 33_220;

/// A calculation that has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExactError {
    /// The result would need more than [`MAX_DIGITS`] digits.
    #[error("the number needs more than {MAX_DIGITS} digits")]
    TooManyDigits,
    /// The divisor is zero.
    #[error("division by zero")]
    DivisionByZero,
}

/// Text that is not a number as [`Exact::parse`] reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// There is no text.
    #[error("there is no number")]
    Empty,
    /// It isn't a decimal, a percentage or a fraction.
    #[error("it is not a decimal, a percentage or a fraction")]
    NotANumber,
    /// `4.5E+05`: a spreadsheet shortened the number, so digits may be lost.
    #[error("it is in scientific notation")]
    Scientific,
    /// A fraction with the denominator zero.
    #[error("its denominator is zero")]
    ZeroDenominator,
    /// It is longer than [`MAX_WRITTEN`] bytes.
    #[error("it has more than {MAX_WRITTEN} characters")]
    TooManyDigits,
}

/// An exact rational number.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small(Ratio<i64>),
    /// Only for what doesn't fit `Small`, so that equality and hashing may compare representations.
    Big(Box<Long>),
}

/// A fraction of large numbers. One that is kept is in lowest terms, its denominator above zero.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Long {
    numerator: BigInt,
    denominator: BigInt,
}

impl Exact {
    /// A whole number.
    pub const fn integer(value: i64) -> Self {
        Self(Repr::Small(Ratio::new_raw(value, 1)))
    }

    /// Zero.
    pub const ZERO: Self = Self::integer(0);
    /// One.
    pub const ONE: Self = Self::integer(1);
    /// A hundred.
    pub const HUNDRED: Self = Self::integer(100);

    /// `numerator / denominator`.
    ///
    /// # Errors
    /// [`ExactError::DivisionByZero`] when the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Result<Self, ExactError> {
        Self::integer(numerator).div(&Self::integer(denominator))
    }

    /// Reads a decimal (`-12.50`), a percentage (`92.5%`, which is 0.925) or a fraction (`5/3`, also `2.5/3`).
    /// Spaces around the parts are allowed; thousands separators and scientific notation are not.
    ///
    /// # Errors
    /// [`ParseError`] says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        if let Some(plain) = plain_decimal(text.as_bytes()) {
            return Ok(plain);
        }
        let Written { first, divisor } = Written::of(text)?;
        let divisor = match divisor {
            Divisor::None => return first.value(),
            Divisor::Hundred => Self::HUNDRED,
            Divisor::Number(divisor) => divisor.value()?,
        };
        first.value()?.div(&divisor).map_err(|_| ParseError::TooManyDigits)
    }

    /// Whether a text is a number as [`Exact::parse`] reads it. It is not worked out, which takes less code and time.
    ///
    /// # Errors
    /// Those of [`Exact::parse`].
    pub fn check(text: &str) -> Result<(), ParseError> {
        Written::of(text).map(|_| ())
    }

    /// The fraction in lowest terms, small where it fits.
    fn from_long(long: Long) -> Result<Self, ExactError> {
        let Long { mut numerator, mut denominator } = long;
        let mut common = numerator.gcd(&denominator);
        if denominator.is_negative() {
            common = -common;
        }
        if !common.is_one() {
            numerator /= &common;
            denominator /= &common;
        }
        if let (Some(numerator), Some(denominator)) = (numerator.to_i64(), denominator.to_i64()) {
            return Ok(Self(Repr::Small(Ratio::new_raw(numerator, denominator))));
        }
        if numerator.bits() > MAX_BITS || denominator.bits() > MAX_BITS {
            return Err(ExactError::TooManyDigits);
        }
        Ok(Self(Repr::Big(Box::new(Long { numerator, denominator }))))
    }

    fn to_long(&self) -> Long {
        match &self.0 {
            Repr::Small(value) => {
                Long { numerator: BigInt::from(*value.numer()), denominator: BigInt::from(*value.denom()) }
            }
            Repr::Big(value) => (**value).clone(),
        }
    }

    /// By the short way where both numbers and the result are small, else by the long one, whose result isn't in lowest terms
    /// yet.
    fn combine(
        &self,
        other: &Self,
        small: impl Fn(&Ratio<i64>, &Ratio<i64>) -> Option<Ratio<i64>>,
        long: fn(&Long, &Long) -> Long,
    ) -> Result<Self, ExactError> {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(value) = small(a, b)
        {
            return Ok(Self(Repr::Small(value)));
        }
        self.combine_long(other, long)
    }

    #[inline(never)]
    fn combine_long(&self, other: &Self, long: fn(&Long, &Long) -> Long) -> Result<Self, ExactError> {
        Self::from_long(long(&self.to_long(), &other.to_long()))
    }

    /// The sum.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`].
    pub fn add(&self, other: &Self) -> Result<Self, ExactError> {
        self.combine(other, small_sum, Long::sum)
    }

    /// The difference.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`].
    pub fn sub(&self, other: &Self) -> Result<Self, ExactError> {
        if other.is_zero() {
            return Ok(self.clone());
        }
        self.combine(other, small_difference, |a, b| {
            a.sum(&Long { numerator: -&b.numerator, denominator: b.denominator.clone() })
        })
    }

    /// The sum of products: of each pair, one number times the other.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`].
    pub fn sum_of_products<'a>(pairs: impl Iterator<Item = (&'a Self, &'a Self)> + Clone) -> Result<Self, ExactError> {
        if let Some(sum) = small_sum_of_products(&mut pairs.clone()) {
            return Ok(Self(Repr::Small(sum)));
        }
        pairs.into_iter().try_fold(Self::ZERO, |sum, (a, b)| sum.add(&a.mul(b)?))
    }

    /// The product.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`].
    pub fn mul(&self, other: &Self) -> Result<Self, ExactError> {
        self.combine(other, small_product, Long::product)
    }

    /// The quotient.
    ///
    /// # Errors
    /// [`ExactError::DivisionByZero`], [`ExactError::TooManyDigits`].
    pub fn div(&self, other: &Self) -> Result<Self, ExactError> {
        if other.is_zero() {
            return Err(ExactError::DivisionByZero);
        }
        // `i64::MIN` has no positive counterpart, so num-rational's own check is not enough for it.
        let safe = |value: &Ratio<i64>| *value.numer() != i64::MIN;
        self.combine(
            other,
            |a, b| if safe(a) && safe(b) { a.checked_div(b) } else { None },
            |a, b| a.product(&Long { numerator: b.denominator.clone(), denominator: b.numerator.clone() }),
        )
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        matches!(&self.0, Repr::Small(value) if value.is_zero())
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(value) => value.is_negative(),
            Repr::Big(value) => value.numerator.is_negative(),
        }
    }

    /// Whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small(value) => value.is_integer(),
            Repr::Big(value) => value.denominator.is_one(),
        }
    }

    /// The distance from zero.
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            // A number's negative has as many digits as the number, so the difference can't fail.
            Self::ZERO.sub(self).unwrap_or_else(|_| self.clone())
        } else {
            self.clone()
        }
    }

    /// It as a count, when it is one.
    pub fn to_count(&self) -> Option<u64> {
        match &self.0 {
            Repr::Small(value) if value.is_integer() => u64::try_from(*value.numer()).ok(),
            _ => None,
        }
    }

    /// Rounds by the named rule.
    ///
    /// # Errors
    /// [`ExactError::TooManyDigits`].
    pub fn round(&self, rounding: Rounding) -> Result<Self, ExactError> {
        let places = rounding.places.min(MAX_PLACES);
        // A whole number stays as it is.
        if self.is_integer() {
            return Ok(self.clone());
        }
        if let Repr::Small(value) = &self.0
            && let Some(unit) = 10_i64.checked_pow(u32::from(places))
            && let Some(scaled) = times(*value.numer(), unit)
        {
            let denominator = *value.denom();
            let (floor, rest) = scaled.div_mod_floor(&denominator);
            // `denominator` is positive, so `rest` lies in 0..denominator and neither form below overflows.
            let half = rest.cmp(&(denominator - rest));
            if let Some(rounded) =
                floor.checked_add(i64::from(rounding.mode.steps_up(rest == 0, half, floor.is_even(), scaled < 0)))
                && let Some(rounded) = reduced(rounded, unit)
            {
                return Ok(Self(Repr::Small(rounded)));
            }
        }
        let unit = power_of_ten(places.into());
        let value = self.to_long();
        let scaled = &value.numerator * &unit;
        let (mut floor, mut rest) = scaled.div_rem(&value.denominator);
        if rest.is_negative() {
            floor += -1;
            rest += &value.denominator;
        }
        let half = (&rest + &rest).cmp(&value.denominator);
        if rounding.mode.steps_up(rest.is_zero(), half, floor.is_even(), scaled.is_negative()) {
            floor += 1;
        }
        Self::from_long(Long { numerator: floor, denominator: unit })
    }

    /// The places needed to write it as a decimal, when it ends within `most` of them.
    fn decimal_places(&self, most: u32) -> Option<u32> {
        match &self.0 {
            Repr::Small(value) => small_places_of(*value.denom(), most),
            Repr::Big(value) => places_of(value.denominator.clone(), most),
        }
    }

    /// As [`Display`](fmt::Display) writes it, with so many decimal places at least: 4 to one place is `4.0`.
    pub fn written(&self, places: u8) -> String {
        match self.decimal_places(20) {
            Some(needed) if needed < u32::from(places) => self.to_decimal(u32::from(places)),
            _ => self.to_string(),
        }
    }

    /// It as a decimal, cut off after so many places. Without any it is a large whole number: a small one is written as it is.
    fn to_decimal(&self, places: u32) -> String {
        if let Repr::Small(value) = &self.0
            && let Some(unit) = 10_i64.checked_pow(places)
            && let Some(scaled) = times(*value.numer(), unit)
        {
            let scaled = scaled / value.denom();
            return small_decimal(scaled < 0, scaled.unsigned_abs(), places);
        }
        let value = self.to_long();
        let unit = power_of_ten(places);
        let scaled = &value.numerator * &unit / &value.denominator;
        let (whole, fraction) = scaled.abs().div_rem(&unit);
        let sign = if scaled.is_negative() { "-" } else { "" };
        if places == 0 {
            return format!("{sign}{whole}");
        }
        let width = usize::try_from(places).unwrap_or(0);
        format!("{sign}{whole}.{:0>width$}", fraction.to_string())
    }
}

impl Long {
    fn sum(&self, other: &Self) -> Self {
        Self {
            numerator: &self.numerator * &other.denominator + &other.numerator * &self.denominator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    fn product(&self, other: &Self) -> Self {
        Self { numerator: &self.numerator * &other.numerator, denominator: &self.denominator * &other.denominator }
    }
}

/// A hundred is the power of two, and so on.
fn power_of_ten(power: u32) -> BigInt {
    (0..power).fold(BigInt::one(), |value, _| value * 10_u32)
}

/// A number as it is written: a decimal, and what it is divided by.
struct Written<'a> {
    first: Decimal<'a>,
    divisor: Divisor<'a>,
}

enum Divisor<'a> {
    None,
    /// Of a percentage.
    Hundred,
    /// Of a fraction.
    Number(Decimal<'a>),
}

/// The digits of a decimal before and after its point.
struct Decimal<'a> {
    negative: bool,
    whole: &'a str,
    fraction: &'a str,
}

impl<'a> Written<'a> {
    fn of(text: &'a str) -> Result<Self, ParseError> {
        let text = text.trim();
        // That few digits never come near the limit of digits.
        if text.len() > MAX_WRITTEN {
            return Err(ParseError::TooManyDigits);
        }
        if let Some(percent) = text.strip_suffix('%') {
            return Ok(Self { first: Decimal::part(percent.trim_end())?, divisor: Divisor::Hundred });
        }
        if let Some((numerator, denominator)) = text.split_once('/') {
            let divisor = Decimal::part(denominator.trim_start())?;
            let first = Decimal::part(numerator.trim_end())?;
            if divisor.digits().all(|digit| digit == b'0') {
                return Err(ParseError::ZeroDenominator);
            }
            return Ok(Self { first, divisor: Divisor::Number(divisor) });
        }
        Ok(Self { first: Decimal::of(text)?, divisor: Divisor::None })
    }
}

impl<'a> Decimal<'a> {
    /// A part of a percentage or a fraction. Where it is empty something is written all the same.
    fn part(text: &'a str) -> Result<Self, ParseError> {
        if text.is_empty() { Err(ParseError::NotANumber) } else { Self::of(text) }
    }

    #[inline(never)]
    fn of(text: &'a str) -> Result<Self, ParseError> {
        if text.is_empty() {
            return Err(ParseError::Empty);
        }
        let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let decimal = Self { negative, whole, fraction };
        if !decimal.digits().all(|byte| byte.is_ascii_digit()) {
            let scientific = unsigned.split_once(['e', 'E']).is_some_and(|(mantissa, exponent)| {
                let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
                let whole = !exponent.is_empty() && exponent.bytes().all(|byte| byte.is_ascii_digit());
                whole && Self::of(mantissa).is_ok()
            });
            return Err(if scientific { ParseError::Scientific } else { ParseError::NotANumber });
        }
        if whole.is_empty() && fraction.is_empty() {
            return Err(ParseError::NotANumber);
        }
        Ok(decimal)
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    #[inline(never)]
    fn value(&self) -> Result<Exact, ParseError> {
        let Self { negative, whole, fraction } = *self;
        // Up to 18 digits fit 64 bits, the denominator with them.
        if whole.len() + fraction.len() <= 18 {
            let numerator = self.digits().fold(0_i64, |value, byte| value * 10 + i64::from(byte - b'0'));
            let denominator = fraction.bytes().fold(1_i64, |value, _| value * 10);
            if let Some(value) = reduced(if negative { -numerator } else { numerator }, denominator) {
                return Ok(Exact(Repr::Small(value)));
            }
        }
        let all: Vec<u8> = self.digits().collect();
        let numerator = BigInt::parse_bytes(&all, 10).ok_or(ParseError::NotANumber)?;
        let denominator = power_of_ten(u32::try_from(fraction.len()).map_err(|_| ParseError::TooManyDigits)?);
        let value = Long { numerator: if negative { -numerator } else { numerator }, denominator };
        Exact::from_long(value).map_err(|_| ParseError::TooManyDigits)
    }
}

/// A number as most files write it, `-12.5`, in one pass; none for anything else, which the long way reads or refuses.
fn plain_decimal(text: &[u8]) -> Option<Exact> {
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, text),
    };
    if digits.len() > 18 || !digits.first()?.is_ascii_digit() {
        return None;
    }
    let (mut numerator, mut denominator, mut fraction) = (0_i64, 1_i64, false);
    for byte in digits {
        match byte {
            // So few digits can't overflow, and the check would cost more than the rest (see `times`).
            b'0'..=b'9' => {
                numerator = numerator.wrapping_mul(10) + i64::from(byte - b'0');
                if fraction {
                    denominator = denominator.wrapping_mul(10);
                }
            }
            b'.' if fraction => return None,
            b'.' => fraction = true,
            _ => return None,
        }
    }
    reduced(if negative { -numerator } else { numerator }, denominator).map(|value| Exact(Repr::Small(value)))
}

/// A decimal of a number in units of its last place. Every answer has some, and the standard library's formatting takes long.
fn small_decimal(negative: bool, units: u64, places: u32) -> String {
    let mut backwards = Vec::with_capacity(24);
    let (mut ahead, mut place) = (units, 0);
    while ahead > 0 || place <= places {
        if place == places {
            backwards.push('.');
        }
        backwards.push(u8::try_from(ahead % 10).map_or('0', |digit| char::from(b'0' + digit)));
        ahead /= 10;
        place += 1;
    }
    if negative {
        backwards.push('-');
    }
    backwards.into_iter().rev().collect()
}

/// As [`places_of`], for a small denominator.
fn small_places_of(denominator: i64, most: u32) -> Option<u32> {
    let twos = denominator.trailing_zeros();
    let (mut rest, mut fives) = (denominator.checked_shr(twos)?, 0);
    while rest % 5 == 0 {
        rest /= 5;
        fives += 1;
    }
    let places = twos.max(fives);
    (rest == 1 && places <= most).then_some(places)
}

/// The places needed for this denominator of a fraction in lowest terms: only twos and fives end.
fn places_of(mut denominator: BigInt, most: u32) -> Option<u32> {
    let mut count = |factor: u8| {
        let factor = BigInt::from(factor);
        let mut times = 0_u32;
        while times <= most {
            let (quotient, rest) = denominator.div_rem(&factor);
            if !rest.is_zero() {
                break;
            }
            denominator = quotient;
            times += 1;
        }
        times
    };
    let places = count(2).max(count(5));
    (denominator.is_one() && places <= most).then_some(places)
}

/// The sum of two small numbers with as little reducing as can be; none when it doesn't fit.
fn small_sum(a: &Ratio<i64>, b: &Ratio<i64>) -> Option<Ratio<i64>> {
    let (first, over_first) = (*a.numer(), *a.denom());
    let (second, over_second) = (*b.numer(), *b.denom());
    if over_first == over_second {
        return reduced(first.checked_add(second)?, over_first);
    }
    // A whole number and a fraction in lowest terms make a fraction in lowest terms.
    if over_first == 1 {
        return Some(Ratio::new_raw(times(first, over_second)?.checked_add(second)?, over_second));
    }
    if over_second == 1 {
        return Some(Ratio::new_raw(times(second, over_first)?.checked_add(first)?, over_first));
    }
    CheckedAdd::checked_add(a, b)
}

/// The difference of two small numbers; none when it doesn't fit.
fn small_difference(a: &Ratio<i64>, b: &Ratio<i64>) -> Option<Ratio<i64>> {
    small_sum(a, &Ratio::new_raw(b.numer().checked_neg()?, *b.denom()))
}

/// The sum of products of small numbers, reduced once at the end; none when something on the way doesn't fit. Many numbers
/// of a framework have one denominator, so there is little to expand.
fn small_sum_of_products(pairs: &mut dyn Iterator<Item = (&Exact, &Exact)>) -> Option<Ratio<i64>> {
    let (mut sum, mut over) = (0_i64, 1_i64);
    for (a, b) in pairs {
        let (Repr::Small(a), Repr::Small(b)) = (&a.0, &b.0) else { return None };
        let mut product = times(*a.numer(), *b.numer())?;
        let own = times(*a.denom(), *b.denom())?;
        if own != over {
            let common = if over % own == 0 { over } else { times(over / over.gcd(&own), own)? };
            product = times(product, common / own)?;
            sum = times(sum, common / over)?;
            over = common;
        }
        sum = sum.checked_add(product)?;
    }
    reduced(sum, over)
}

/// The product of two small numbers with as little reducing as can be; none when it doesn't fit.
fn small_product(a: &Ratio<i64>, b: &Ratio<i64>) -> Option<Ratio<i64>> {
    let whole_times = |whole: i64, fraction: &Ratio<i64>| {
        let rest = reduced(whole, *fraction.denom())?;
        Some(Ratio::new_raw(times(*rest.numer(), *fraction.numer())?, *rest.denom()))
    };
    match (*a.denom(), *b.denom()) {
        (1, _) => whole_times(*a.numer(), b),
        (_, 1) => whole_times(*b.numer(), a),
        _ => CheckedMul::checked_mul(a, b),
    }
}

/// The product of two numbers; none when it doesn't fit. WebAssembly has no multiplication that tells of an overflow, so
/// the usual check takes one of 128 bits, which factors of 32 bits don't need.
#[inline(always)]
fn times(a: i64, b: i64) -> Option<i64> {
    match (i32::try_from(a), i32::try_from(b)) {
        (Ok(a), Ok(b)) => Some(i64::from(a) * i64::from(b)),
        _ => a.checked_mul(b),
    }
}

/// A fraction in lowest terms. None for `i64::MIN`, whose common divisor may not fit: the long way knows it.
fn reduced(numerator: i64, denominator: i64) -> Option<Ratio<i64>> {
    if denominator == 1 {
        return Some(Ratio::new_raw(numerator, 1));
    }
    let common = numerator.checked_abs()?.gcd(&denominator);
    Some(Ratio::new_raw(numerator / common, denominator / common))
}

/// A decimal where it ends within 20 places, else a fraction in lowest terms: `0.925`, `5/3`.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Repr::Small(value) = &self.0
            && *value.denom() == 1
        {
            return write!(f, "{}", value.numer());
        }
        match self.decimal_places(20) {
            Some(places) => f.write_str(&self.to_decimal(places)),
            None => match &self.0 {
                Repr::Small(value) => write!(f, "{}/{}", value.numer(), value.denom()),
                Repr::Big(value) => write!(f, "{}/{}", value.numerator, value.denominator),
            },
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) if a.denom() == b.denom() => a.numer().cmp(b.numer()),
            (Repr::Small(a), Repr::Small(b)) => {
                if let (Some(left), Some(right)) = (times(*a.numer(), *b.denom()), times(*b.numer(), *a.denom())) {
                    return left.cmp(&right);
                }
                let left = i128::from(*a.numer()) * i128::from(*b.denom());
                let right = i128::from(*b.numer()) * i128::from(*a.denom());
                left.cmp(&right)
            }
            _ => {
                let (a, b) = (self.to_long(), other.to_long());
                (&a.numerator * &b.denominator).cmp(&(&b.numerator * &a.denominator))
            }
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<u32> for Exact {
    fn from(value: u32) -> Self {
        Self::integer(i64::from(value))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Exact {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Exact".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An exact number. Decimals, percentages and fractions are written as text: \"0.5\", \"92.5%\", \"5/3\". Whole numbers may stand without quotes.",
            "anyOf": [
                { "type": "string", "pattern": "^\\s*[-+\u{2212}]?[0-9]*\\.?[0-9]*\\s*(%|/\\s*[-+\u{2212}]?[0-9]*\\.?[0-9]*)?\\s*$" },
                { "type": "integer" }
            ]
        })
    }
}

/// How a number is rounded, as a policy writes it: `{ "to": 1, "mode": "half-up" }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rounding {
    /// Decimal places kept: 0 for whole numbers. At most 100.
    #[serde(rename = "to")]
    pub places: u8,
    /// The rule.
    pub mode: RoundingMode,
}

/// The named rules of rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum RoundingMode {
    /// To the nearest; a tie goes away from zero, as spreadsheets do: 1.95 → 2.0, −1.95 → −2.0.
    HalfUp,
    /// To the nearest; a tie goes to the even digit: 1.85 → 1.8, 1.95 → 2.0.
    HalfEven,
    /// Always to the next higher number: 1.91 → 2.0, −1.99 → −1.9.
    Up,
    /// Always to the next lower number: 1.99 → 1.9, −1.91 → −2.0.
    Down,
    /// Further digits are cut off: 1.99 → 1.9, −1.99 → −1.9.
    Truncate,
}

impl RoundingMode {
    /// Whether the result lies above the floor. `half` compares the rest with its complement.
    fn steps_up(self, exact: bool, half: Ordering, floor_is_even: bool, negative: bool) -> bool {
        if exact {
            return false;
        }
        match (self, half) {
            (Self::Up, _) | (Self::HalfUp | Self::HalfEven, Ordering::Greater) => true,
            (Self::Down, _) | (Self::HalfUp | Self::HalfEven, Ordering::Less) => false,
            (Self::HalfUp, Ordering::Equal) => !negative,
            (Self::HalfEven, Ordering::Equal) => !floor_is_even,
            (Self::Truncate, _) => negative,
        }
    }
}
