//! Exact numbers from outside: reading, writing, calculating and rounding, held against plain big fractions.

use std::cmp::Ordering;
use std::collections::HashSet;

use evenhand::exact::{Exact, ExactError, MAX_DIGITS, MAX_WRITTEN, ParseError, Rounding, RoundingMode};
use evenhand::policy::json::parse;
use evenhand::policy::read::{Read, decode};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

type Big = Ratio<BigInt>;

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap_or_else(|error| unreachable!("{text}: {error}"))
}

/// What the text of a number means, read in the plainest way.
fn big(text: &str) -> Big {
    let whole = |text: &str| text.parse::<BigInt>().unwrap_or_else(|error| unreachable!("{text}: {error}"));
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Ratio::new(whole(numerator), whole(denominator));
    }
    let (integer, decimals) = text.split_once('.').unwrap_or((text, ""));
    let places = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
    Ratio::new(whole(&format!("{integer}{decimals}")), BigInt::from(10).pow(places))
}

/// The value by way of its text, so that writing is tried with everything else.
fn value(number: &Exact) -> Big {
    big(&number.to_string())
}

#[test]
fn decimals_percentages_and_fractions_are_read() {
    for (text, written) in [
        ("0", "0"),
        ("-0", "0"),
        ("007", "7"),
        ("12.50", "12.5"),
        ("-12.50", "-12.5"),
        ("\u{2212}12.5", "-12.5"),
        ("+3", "3"),
        (".5", "0.5"),
        ("-.5", "-0.5"),
        ("5.", "5"),
        ("  7\u{a0}", "7"),
        ("92.5%", "0.925"),
        ("92.5 %", "0.925"),
        ("-5%", "-0.05"),
        ("0%", "0"),
        ("5/3", "5/3"),
        ("10/6", "5/3"),
        ("-5/3", "-5/3"),
        ("5/-3", "-5/3"),
        ("-5/\u{2212}3", "5/3"),
        (" 5 / 3 ", "5/3"),
        ("2.5/3", "5/6"),
        ("1/.5", "2"),
        ("0/5", "0"),
        ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", "9223372036854775808"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("0.123456789012345678901234567890", "12345678901234567890123456789/100000000000000000000000000000"),
        ("0.00000000000000000001", "0.00000000000000000001"),
        ("1/1048576", "0.00000095367431640625"),
        ("1/2097152", "1/2097152"),
        ("1/3", "1/3"),
        ("-7/4", "-1.75"),
    ] {
        assert_eq!(exact(text).to_string(), written, "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused_with_the_reason() {
    use ParseError::{Empty, NotANumber, Scientific, TooManyDigits, ZeroDenominator};
    for (text, error) in [
        ("", Empty),
        ("  ", Empty),
        ("%", NotANumber),
        ("/", NotANumber),
        ("5/", NotANumber),
        ("/5", NotANumber),
        (".", NotANumber),
        ("-", NotANumber),
        ("--5", NotANumber),
        ("+-5", NotANumber),
        ("- 5", NotANumber),
        ("1.2.3", NotANumber),
        ("1,234", NotANumber),
        ("1 234", NotANumber),
        ("1/2/3", NotANumber),
        ("1/2%", NotANumber),
        ("5%%", NotANumber),
        ("NaN", NotANumber),
        ("five", NotANumber),
        ("0x10", NotANumber),
        ("\u{663}", NotANumber),
        ("e5", NotANumber),
        ("5e", NotANumber),
        ("5e+", NotANumber),
        ("5e1.5", NotANumber),
        ("5abe3", NotANumber),
        ("4.5E+05", Scientific),
        ("4.5e-5", Scientific),
        ("-1e3", Scientific),
        (".5e3", Scientific),
        ("1e3%", Scientific),
        ("1/1e3", Scientific),
        ("5/0", ZeroDenominator),
        ("0/0.0", ZeroDenominator),
    ] {
        assert_eq!(Exact::parse(text), Err(error), "{text:?}");
        assert_eq!(Exact::check(text), Err(error), "{text:?}");
    }
    assert_eq!(Exact::parse(&"9".repeat(MAX_WRITTEN)).map(|number| number.to_string()), Ok("9".repeat(MAX_WRITTEN)));
    assert_eq!(Exact::parse(&"9".repeat(MAX_WRITTEN + 1)), Err(TooManyDigits));
    assert_eq!(Exact::parse(&format!(" {} ", "9".repeat(MAX_WRITTEN))).map(|_| ()), Ok(()));
}

#[test]
fn every_named_rounding_follows_its_table() {
    let modes =
        [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Up, RoundingMode::Down, RoundingMode::Truncate];
    for (number, places, expected) in [
        ("1.94", 1, ["1.9", "1.9", "2", "1.9", "1.9"]),
        ("1.95", 1, ["2", "2", "2", "1.9", "1.9"]),
        ("1.85", 1, ["1.9", "1.8", "1.9", "1.8", "1.8"]),
        ("1.96", 1, ["2", "2", "2", "1.9", "1.9"]),
        ("2", 1, ["2", "2", "2", "2", "2"]),
        ("0", 1, ["0", "0", "0", "0", "0"]),
        ("-1.94", 1, ["-1.9", "-1.9", "-1.9", "-2", "-1.9"]),
        ("-1.95", 1, ["-2", "-2", "-1.9", "-2", "-1.9"]),
        ("-1.85", 1, ["-1.9", "-1.8", "-1.8", "-1.9", "-1.8"]),
        ("-1.96", 1, ["-2", "-2", "-1.9", "-2", "-1.9"]),
        ("-2", 1, ["-2", "-2", "-2", "-2", "-2"]),
        ("0.5", 0, ["1", "0", "1", "0", "0"]),
        ("1.5", 0, ["2", "2", "2", "1", "1"]),
        ("-0.5", 0, ["-1", "0", "0", "-1", "0"]),
        ("-1.5", 0, ["-2", "-2", "-1", "-2", "-1"]),
        ("2/3", 2, ["0.67", "0.67", "0.67", "0.66", "0.66"]),
        ("1/3", 2, ["0.33", "0.33", "0.34", "0.33", "0.33"]),
        ("-1/3", 2, ["-0.33", "-0.33", "-0.33", "-0.34", "-0.33"]),
        ("1/400", 2, ["0", "0", "0.01", "0", "0"]),
        ("0.005", 2, ["0.01", "0", "0.01", "0", "0"]),
        // Larger than 64 bits, and at their very edge.
        (
            "12345678901234567890123.45",
            1,
            [
                "12345678901234567890123.5",
                "12345678901234567890123.4",
                "12345678901234567890123.5",
                "12345678901234567890123.4",
                "12345678901234567890123.4",
            ],
        ),
        (
            "-12345678901234567890123.45",
            1,
            [
                "-12345678901234567890123.5",
                "-12345678901234567890123.4",
                "-12345678901234567890123.4",
                "-12345678901234567890123.5",
                "-12345678901234567890123.4",
            ],
        ),
        ("9223372036854775807", 2, ["9223372036854775807"; 5]),
        ("-9223372036854775808", 0, ["-9223372036854775808"; 5]),
        (
            "18446744073709551615/2",
            0,
            [
                "9223372036854775808",
                "9223372036854775808",
                "9223372036854775808",
                "9223372036854775807",
                "9223372036854775807",
            ],
        ),
    ] {
        for (mode, expected) in modes.into_iter().zip(expected) {
            let rounded = exact(number).round(Rounding { places, mode });
            assert_eq!(rounded.map(|rounded| rounded.to_string()), Ok(expected.to_owned()), "{number} {mode:?}");
        }
    }
}

#[test]
fn rounding_keeps_at_most_a_hundred_places() {
    let third = exact("1/3");
    let rounded = |places| third.round(Rounding { places, mode: RoundingMode::Down });
    let hundred = exact(&format!("0.{}", "3".repeat(100)));
    assert_eq!(rounded(100), Ok(hundred.clone()));
    assert_eq!(rounded(255), Ok(hundred));
    assert_eq!(rounded(19), Ok(exact(&format!("0.{}", "3".repeat(19)))));
    assert_eq!(rounded(18), Ok(exact(&format!("0.{}", "3".repeat(18)))));
}

#[test]
fn division_by_zero_has_no_answer() {
    assert_eq!(Exact::ONE.div(&Exact::ZERO), Err(ExactError::DivisionByZero));
    assert_eq!(Exact::ZERO.div(&Exact::ZERO), Err(ExactError::DivisionByZero));
    assert_eq!(Exact::ratio(5, 0), Err(ExactError::DivisionByZero));
    assert_eq!(exact(&"9".repeat(50)).div(&Exact::ZERO), Err(ExactError::DivisionByZero));
    assert_eq!(Exact::ratio(10, 6).map(|number| number.to_string()), Ok("5/3".into()));
}

#[test]
fn more_digits_than_the_limit_are_an_error_and_as_many_are_not() {
    // 10 to the 999th has 1,000 digits.
    let part = exact(&format!("1{}", "0".repeat(999)));
    let ten = (0..9)
        .try_fold(part.clone(), |product, _| product.mul(&part))
        .and_then(|product| product.mul(&exact("999999999")));
    let most = ten.expect("9,999 digits fit");
    assert_eq!(most.to_string().len(), usize::try_from(MAX_DIGITS).expect("small") - 1);
    assert!(most.mul(&exact("9")).is_ok_and(|number| number.to_string().len() == 10_000));
    assert_eq!(most.mul(&exact("1000")), Err(ExactError::TooManyDigits));
    let least = Exact::ONE.div(&most).expect("as many digits below the line");
    assert_eq!(least.div(&exact("1000")), Err(ExactError::TooManyDigits));
    assert_eq!(least.add(&exact("1/1000000007")), Err(ExactError::TooManyDigits));
    assert_eq!(exact("1/1000000007").sub(&least), Err(ExactError::TooManyDigits));
    // What fits again is small again.
    assert_eq!(most.mul(&least), Ok(Exact::ONE));
    let sum = most.add(&Exact::ONE).and_then(|sum| sum.sub(&most));
    assert_eq!(sum, Ok(Exact::ONE));
}

#[test]
fn the_limit_holds_above_and_below_the_line_to_the_bit() {
    let square = |number: &Exact| number.mul(number).expect("fits");
    // Two to the 33,219th is the first number with 33,220 bits.
    let mut power = Exact::ONE;
    for digit in format!("{:b}", 33_219).chars() {
        power = square(&power);
        if digit == '1' {
            power = power.mul(&Exact::integer(2)).expect("fits");
        }
    }
    let small = Exact::ONE.div(&power).expect("fits");
    assert_eq!(power.add(&Exact::ONE).and_then(|number| number.sub(&power)), Ok(Exact::ONE));
    assert_eq!(power.mul(&Exact::integer(2)), Err(ExactError::TooManyDigits));
    assert_eq!(small.div(&Exact::integer(2)), Err(ExactError::TooManyDigits));
}

#[test]
fn the_edges_of_64_bits_are_no_edges() {
    let edges = [i64::MIN, i64::MIN + 1, -3, -1, 0, 1, 2, i64::MAX - 1, i64::MAX];
    let mut numbers: Vec<Exact> = edges.iter().map(|edge| Exact::integer(*edge)).collect();
    for above in edges {
        numbers.extend(edges.iter().filter_map(|below| Exact::ratio(above, *below).ok()));
    }
    for a in &numbers {
        for b in &numbers {
            let (x, y) = (value(a), value(b));
            assert_eq!(a.add(b).map(|sum| value(&sum)), Ok(&x + &y), "{a} + {b}");
            assert_eq!(a.sub(b).map(|difference| value(&difference)), Ok(&x - &y), "{a} - {b}");
            assert_eq!(a.mul(b).map(|product| value(&product)), Ok(&x * &y), "{a} * {b}");
            if !y.is_zero() {
                assert_eq!(a.div(b).map(|quotient| value(&quotient)), Ok(&x / &y), "{a} / {b}");
            }
            assert_eq!(a.cmp(b), x.cmp(&y), "{a} and {b}");
        }
    }
}

#[test]
fn a_number_knows_what_it_is() {
    let huge = exact("12345678901234567890123");
    let huge_below = exact("-12345678901234567890123");
    let huge_fraction = exact("12345678901234567890123/2");
    for (number, zero, negative, integer, count) in [
        (exact("0"), true, false, true, Some(0)),
        (exact("7"), false, false, true, Some(7)),
        (exact("-7"), false, true, true, None),
        (exact("0.5"), false, false, false, None),
        (exact("-0.5"), false, true, false, None),
        (huge.clone(), false, false, true, None),
        (huge_below.clone(), false, true, true, None),
        (huge_fraction.clone(), false, false, false, None),
        (exact("9223372036854775807"), false, false, true, Some(9_223_372_036_854_775_807)),
    ] {
        assert_eq!(
            (number.is_zero(), number.is_negative(), number.is_integer()),
            (zero, negative, integer),
            "{number}"
        );
        assert_eq!(number.to_count(), count, "{number}");
        assert_eq!(number.abs(), if negative { Exact::ZERO.sub(&number).expect("fits") } else { number.clone() });
    }
    assert_eq!(huge_below.abs(), huge);
    assert_eq!(Exact::integer(i64::MIN).abs(), exact("9223372036854775808"));
    assert_eq!((Exact::from(7_u32), Exact::integer(7), Exact::HUNDRED), (exact("7"), exact("7"), exact("100")));
    assert_eq!(format!("{:?}", exact("5/3")), "5/3");
}

#[test]
fn zeros_are_added_up_to_the_places_asked_for_and_no_digit_is_lost() {
    for (text, places, written) in [
        ("4", 0, "4"),
        ("4", 1, "4.0"),
        ("-4.5", 3, "-4.500"),
        ("4.55", 1, "4.55"),
        ("4.55", 2, "4.55"),
        ("4.5", 0, "4.5"),
        ("0", 2, "0.00"),
        ("5/3", 1, "5/3"),
        ("12345678901234567890123", 1, "12345678901234567890123.0"),
        ("-12345678901234567890123.25", 1, "-12345678901234567890123.25"),
    ] {
        assert_eq!(exact(text).written(places), written, "{text} to {places}");
    }
}

/// What a policy's JSON says, or the codes of what is wrong with it.
fn read<T: Read>(json: &str) -> Result<T, Vec<&'static str>> {
    let mut notices = Vec::new();
    let value = match parse(json) {
        Ok(json) => decode(&json, "", &mut notices),
        Err(told) => {
            notices = told;
            None
        }
    };
    let codes: Vec<&str> = notices.iter().map(|notice| notice.code).collect();
    value.filter(|_| codes.is_empty()).ok_or(codes)
}

#[test]
fn numbers_cross_as_text_and_are_read_from_text_or_whole_numbers() {
    assert_eq!(read("\"5/3\""), Ok(exact("5/3")));
    assert_eq!(read("-5"), Ok(exact("-5")));
    assert_eq!(read::<Exact>("0.5"), Err(vec!["policy.number-not-text"]));
    assert_eq!(read::<Exact>("\"five\""), Err(vec!["policy.not-a-number"]));
    assert_eq!(read::<Exact>("true"), Err(vec!["policy.wrong-type"]));
    assert_eq!(serde_json::to_string(&exact("92.5%")).expect("text"), "\"0.925\"");
    for mode in
        [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Up, RoundingMode::Down, RoundingMode::Truncate]
    {
        let rounding = Rounding { places: 1, mode };
        assert_eq!(read(&serde_json::to_string(&rounding).expect("text")), Ok(rounding));
    }
    assert_eq!(read::<Rounding>(r#"{ "to": 1, "mode": "half-up", "x": 1 }"#), Err(vec!["policy.unknown-field"]));
}

/// Whole numbers that lie at an edge more often than by chance.
fn whole() -> impl Strategy<Value = i64> {
    let edges = vec![
        0,
        1,
        -1,
        2,
        -2,
        10,
        i64::MAX,
        i64::MAX - 1,
        i64::MIN,
        i64::MIN + 1,
        i64::MAX / 2,
        i64::MIN / 2,
        1_000_000_007,
        3_037_000_500,
        -3_037_000_500,
        1 << 32,
        1_000_000_000_000_000_000,
    ];
    prop_oneof![2 => prop::sample::select(edges), 2 => -1_000_i64..1_000, 1 => any::<i64>()]
}

/// Numbers on either side of 64 bits.
fn numbers() -> impl Strategy<Value = Exact> {
    let digits = "-?[0-9]{1,40}(\\.[0-9]{1,20})?".prop_map(|text| exact(&text));
    let fraction = "-?[0-9]{1,30}/[1-9][0-9]{0,30}".prop_map(|text| exact(&text));
    let small = (whole(), whole())
        .prop_map(|(above, below)| Exact::ratio(above, below).unwrap_or_else(|_| Exact::integer(above)));
    prop_oneof![1 => whole().prop_map(Exact::integer), 3 => small, 1 => digits, 1 => fraction]
}

/// The number with this value, made in another way; it must be the same in every respect.
fn same(number: &Exact, expected: &Big) -> Result<(), TestCaseError> {
    prop_assert_eq!(&value(number), expected);
    let again = exact(&format!("{}/{}", expected.numer(), expected.denom()));
    prop_assert_eq!(number, &again);
    prop_assert_eq!(HashSet::from([number.clone(), again.clone()]).len(), 1);
    prop_assert_eq!(number.cmp(&again), Ordering::Equal);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn calculating_agrees_with_big_fractions(a in numbers(), b in numbers()) {
        let (x, y) = (value(&a), value(&b));
        same(&a.add(&b).expect("fits"), &(&x + &y))?;
        same(&a.sub(&b).expect("fits"), &(&x - &y))?;
        same(&a.mul(&b).expect("fits"), &(&x * &y))?;
        if y.is_zero() {
            prop_assert_eq!(a.div(&b), Err(ExactError::DivisionByZero));
        } else {
            same(&a.div(&b).expect("fits"), &(&x / &y))?;
        }
        same(&a.abs(), &x.abs())?;
        prop_assert_eq!(a.cmp(&b), x.cmp(&y));
        prop_assert_eq!(a.partial_cmp(&b), x.partial_cmp(&y));
        prop_assert_eq!(a == b, x == y);
        prop_assert_eq!(a.is_zero(), x.is_zero());
        prop_assert_eq!(a.is_negative(), x.is_negative());
        prop_assert_eq!(a.is_integer(), x.is_integer());
    }

    #[test]
    fn a_sum_of_products_agrees_with_big_fractions(pairs in prop::collection::vec((numbers(), numbers()), 0..8)) {
        let sum = Exact::sum_of_products(pairs.iter().map(|(a, b)| (a, b))).expect("fits");
        let expected = pairs.iter().fold(Big::zero(), |sum, (a, b)| sum + value(a) * value(b));
        same(&sum, &expected)?;
    }

    #[test]
    fn coming_back_from_a_large_number_gives_the_same_number(a in numbers(), b in numbers()) {
        let sum = a.add(&b).and_then(|sum| sum.sub(&b)).expect("fits");
        same(&sum, &value(&a))?;
        if !b.is_zero() {
            let product = a.mul(&b).and_then(|product| product.div(&b)).expect("fits");
            same(&product, &value(&a))?;
        }
    }

    #[test]
    fn what_is_written_reads_back(a in numbers()) {
        prop_assert_eq!(exact(&a.to_string()), a.clone());
        prop_assert_eq!(read(&serde_json::to_string(&a).expect("text")), Ok(a));
    }

    #[test]
    fn rounding_does_what_its_name_says(a in numbers(), places in 0_u8..25) {
        let unit = Big::from_integer(BigInt::from(10).pow(u32::from(places))).recip();
        let half = &unit / BigInt::from(2);
        let x = value(&a);
        let rounded = |mode| {
            let rounded = a.round(Rounding { places, mode }).expect("fits");
            same(&rounded, &value(&rounded)).map(|()| value(&rounded))
        };
        for mode in [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Up, RoundingMode::Down, RoundingMode::Truncate] {
            let y = rounded(mode)?;
            let steps = &y / &unit;
            prop_assert!(steps.is_integer());
            let off = (&y - &x).abs();
            match mode {
                RoundingMode::HalfUp | RoundingMode::HalfEven => prop_assert!(off <= half),
                _ => prop_assert!(off < unit),
            }
            match mode {
                RoundingMode::Up => prop_assert!(y >= x),
                RoundingMode::Down => prop_assert!(y <= x),
                RoundingMode::Truncate => prop_assert!(y.abs() <= x.abs()),
                RoundingMode::HalfUp if off == half => prop_assert!(y.abs() > x.abs()),
                RoundingMode::HalfEven if off == half => prop_assert!((steps / BigInt::from(2)).is_integer()),
                _ => {}
            }
        }
    }

    #[test]
    fn ties_are_seen_exactly(steps in whole(), places in 0_u8..20) {
        // A number in the middle between two steps.
        let unit = Exact::ONE.div(&exact(&format!("1{}", "0".repeat(usize::from(places))))).expect("fits");
        let middle = Exact::integer(steps).add(&exact("0.5")).and_then(|steps| steps.mul(&unit)).expect("fits");
        let rounded = |mode| middle.round(Rounding { places, mode }).expect("fits");
        let low = Exact::integer(steps).mul(&unit).expect("fits");
        let high = low.add(&unit).expect("fits");
        let even = if steps % 2 == 0 { &low } else { &high };
        prop_assert_eq!(&rounded(RoundingMode::Up), &high);
        prop_assert_eq!(&rounded(RoundingMode::Down), &low);
        prop_assert_eq!(&rounded(RoundingMode::HalfEven), even);
        prop_assert_eq!(&rounded(RoundingMode::HalfUp), if steps < 0 { &low } else { &high });
        prop_assert_eq!(&rounded(RoundingMode::Truncate), if steps < 0 { &high } else { &low });
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC{0,30}|[-+0-9./%eE \u{2212}]{0,30}|[0-9.%/ e0+-]{0,5}") {
        prop_assert_eq!(Exact::check(&text), Exact::parse(&text).map(|_| ()));
        if let Ok(number) = Exact::parse(&text) {
            prop_assert_eq!(exact(&number.to_string()), number);
        }
    }
}
