//! Which slices take a row, by its codes.

use rustc_hash::FxHashMap as HashMap;

use crate::letters::lower;
use crate::order::{self, Sorted};
use crate::records::element::{DIMENSIONS, Element};
use crate::records::plan::{Filter, Slice};
use crate::records::store::{Grade, Profile, Records, Sitting};

/// The cohort of an outcome beside its year, as a code: 0 for none, else this many more than the difference in years.
const COHORT_ZERO: i32 = 20;

/// For each code a bit a slice: whether the slice takes rows of that code. Codes that the same slices take are of one class.
pub(super) struct Bits {
    // How many whole numbers hold a class's bits.
    width: usize,
    // The class of each code, and how many there are.
    classes: Vec<usize>,
    known: usize,
    // The bits of each class.
    bits: Vec<u64>,
}

impl Bits {
    fn new(slices: &[&Slice], codes: usize, takes: impl Fn(usize, usize) -> bool) -> Self {
        let width = slices.len().div_ceil(64);
        let mut all = Self { width, classes: Vec::with_capacity(codes), known: 0, bits: Vec::new() };
        let mut known: HashMap<Vec<u64>, usize> = HashMap::default();
        for code in 0..codes {
            let mut bits = vec![0_u64; width];
            for (place, group) in (0..).step_by(64).zip(&mut bits) {
                let set = (place..slices.len()).take(64).filter(|slice| takes(*slice, code));
                *group = set.fold(0, |bits, slice| bits | 1 << (slice - place));
            }
            let next = known.len();
            all.classes.push(*known.entry(bits).or_insert_with_key(|bits| {
                all.bits.extend(bits);
                next
            }));
        }
        all.known = known.len();
        all
    }

    /// How many classes there are, with that of codes that don't exist, which is the last and has no bits.
    pub fn len(&self) -> usize {
        self.known + 1
    }

    /// The class of a code.
    #[inline]
    pub fn class(&self, code: usize) -> usize {
        self.classes.get(code).copied().unwrap_or(self.known)
    }

    /// The bits of a class.
    pub fn of(&self, class: usize) -> &[u64] {
        let start = class.saturating_mul(self.width);
        self.bits.get(start..start.saturating_add(self.width)).unwrap_or(&[])
    }
}

/// Whether a word is one of these. Case and spaces make no difference.
fn among(words: &[String], word: &str) -> bool {
    words.iter().any(|known| same(known, word))
}

fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> Vec<String> { text.split_whitespace().map(lower).collect() };
    one == other || letters(one) == letters(other)
}

/// Whether a grade is one of these, however they are written.
fn among_grades(words: &[String], grade: Grade) -> bool {
    grade != Grade::NONE && words.iter().any(|word| Grade::named(word) == Some(grade))
}

/// How many codes an outcome's cohort has.
pub(super) const COHORTS: usize = 41;

/// Of a dimension, which of its values are wanted.
type Wanted = (usize, Vec<bool>);

/// The code of an outcome's cohort.
pub(super) fn cohort(year: u16, cohort: Option<u16>) -> u16 {
    let Some(cohort) = cohort.filter(|_| year != 0) else { return 0 };
    let difference = i32::from(cohort) - i32::from(year) + COHORT_ZERO;
    u16::try_from(difference).ok().filter(|code| usize::from(*code) < COHORTS).unwrap_or(0)
}

/// Whether a cohort's code is one of these differences in years: `0`, `-1`.
fn among_cohorts(words: &[String], code: usize) -> bool {
    let difference = i32::try_from(code).map(|code| code - COHORT_ZERO);
    code != 0 && difference.is_ok_and(|difference| words.iter().any(|word| word.trim().parse() == Ok(difference)))
}

/// Slices by sitting. A part of a test is only counted where a slice asks for it by name.
pub(super) fn by_sitting(slices: &[&Slice], sittings: &[Sitting]) -> Bits {
    Bits::new(slices, sittings.len(), |slice, code| {
        let (Some(slice), Some(sitting)) = (slices.get(slice), sittings.get(code)) else { return false };
        let part = slice.filter.get(Element::Subtest.name()).is_some();
        (part || sitting.subtest.is_empty())
            && slice.filter.iter().all(|(element, words)| match Element::named(element) {
                Some(Element::Subject) => among(words, &sitting.subject),
                Some(Element::Test) => among(words, &sitting.test),
                Some(Element::Period) => among(words, &sitting.period),
                Some(Element::Subtest) => among(words, &sitting.subtest),
                _ => true,
            })
    })
}

/// Slices by the cohort of an outcome.
pub(super) fn by_cohort(slices: &[&Slice]) -> Bits {
    Bits::new(slices, COHORTS, |slice, code| {
        let words = slices.get(slice).and_then(|slice| slice.filter.get(Element::CohortYear.name()));
        words.is_none_or(|words| among_cohorts(words, code))
    })
}

/// Slices by nothing: every row has the one code.
pub(super) fn by_nothing(slices: &[&Slice]) -> Bits {
    Bits::new(slices, 1, |_, _| true)
}

/// Slices by grade.
pub(super) fn by_grade(slices: &[&Slice]) -> Bits {
    Bits::new(slices, 32, |slice, code| {
        let words = slices.get(slice).and_then(|slice| slice.filter.get(Element::Grade.name()));
        words.is_none_or(|words| {
            let mut grades = words.iter().filter_map(|word| Grade::named(word));
            grades.any(|grade| usize::from(grade.code()) == code && grade != Grade::NONE)
        })
    })
}

/// Slices by student groups. Whatever else a slice chooses by that has no code takes no row.
pub(super) fn by_profile(slices: &[&Slice], records: &Records, codes: &[Element]) -> Bits {
    // For each slice and dimension the places of the values that are wanted.
    let wanted = |filter: &Filter| -> Vec<Wanted> {
        let pairs = filter
            .iter()
            .filter(|(element, _)| !Element::named(element).is_some_and(|element| codes.contains(&element)));
        let places = |element: &str, words: &[String]| -> Option<Wanted> {
            let dimension = Element::named(element)?.dimension()?;
            let values = records.values(dimension)?.iter();
            Some((dimension, values.map(|value| !value.is_empty() && among(words, value)).collect()))
        };
        // A dimension that doesn't exist has no value that is wanted.
        pairs.map(|(element, words)| places(element, words).unwrap_or((DIMENSIONS.len(), Vec::new()))).collect()
    };
    let all: Vec<Vec<Wanted>> = slices.iter().map(|slice| wanted(&slice.filter)).collect();
    let any: Vec<Vec<Vec<Wanted>>> = slices.iter().map(|slice| slice.any_group.iter().map(wanted).collect()).collect();
    let holds = |profile: &Profile, wanted: &[Wanted]| {
        wanted
            .iter()
            .all(|(dimension, values)| values.get(usize::from(profile.value(*dimension))).copied().unwrap_or(false))
    };
    let profiles = records.profiles();
    Bits::new(slices, profiles.len(), |slice, code| {
        let (Some(profile), Some(all), Some(any)) = (profiles.get(code), all.get(slice), any.get(slice)) else {
            return false;
        };
        holds(profile, all) && (any.is_empty() || any.iter().any(|group| holds(profile, group)))
    })
}

/// The elements by which a slice chooses of which no record of its table has a wanted word. `codes` are those elements of
/// the table, besides student groups, by which rows can be chosen.
pub(super) fn unmatched(slice: &Slice, codes: &[Element], words: &Sorted<String, Vec<String>>) -> Vec<String> {
    let matched = |filter: &Filter, element: &str, codes: &[Element]| {
        let known = Element::named(element);
        if !known.is_some_and(|element| codes.contains(&element) || element.dimension().is_some()) {
            return false;
        }
        let (Some(wanted), Some(found)) = (filter.get(element), words.get(element)) else { return false };
        match known {
            Some(Element::Grade) => {
                found.iter().filter_map(|word| Grade::named(word)).any(|grade| among_grades(wanted, grade))
            }
            Some(Element::CohortYear) => !found.is_empty(),
            _ => found.iter().any(|word| among(wanted, word)),
        }
    };
    let elements = order::distinct(slice.chosen_by());
    let nowhere = elements.into_iter().filter(|element| {
        !(matched(&slice.filter, element, codes) || slice.any_group.iter().any(|group| matched(group, element, &[])))
    });
    nowhere.map(str::to_owned).collect()
}

/// The words that the records have of the elements that a plan speaks of.
pub(super) fn words<'a>(
    records: &Records,
    elements: impl IntoIterator<Item = &'a str>,
    grades: &[Grade],
) -> Sorted<String, Vec<String>> {
    let mut all: Sorted<String, Vec<String>> = Sorted::new();
    for name in order::distinct(elements) {
        let Some(element) = Element::named(name) else {
            all.insert(name.to_owned(), Vec::new());
            continue;
        };
        let sittings =
            |part: fn(&Sitting) -> &String| -> Vec<String> { records.sittings().iter().map(part).cloned().collect() };
        let found = match element {
            Element::Subject => sittings(|sitting| &sitting.subject),
            Element::Test => sittings(|sitting| &sitting.test),
            Element::Period => sittings(|sitting| &sitting.period),
            Element::Subtest => sittings(|sitting| &sitting.subtest),
            Element::Grade => grades.iter().map(|grade| grade.name().to_owned()).collect(),
            Element::Level => records.levels().iter().map(str::to_owned).collect(),
            Element::CohortYear => {
                let cohorts = records.outcomes().iter().filter_map(|outcome| outcome.cohort);
                order::distinct(cohorts).iter().map(u16::to_string).collect()
            }
            other => {
                let values = other.dimension().and_then(|dimension| records.values(dimension));
                values.into_iter().flat_map(|values| values.iter()).map(str::to_owned).collect::<Vec<String>>()
            }
        };
        all.insert(name.to_owned(), order::distinct(found.into_iter().filter(|word| !word.is_empty())));
    }
    all
}
