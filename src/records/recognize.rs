//! Which layout fits a file's headings, and what the columns of other files seem to be.

use serde::Serialize;

use super::element::{ELEMENTS, Element, ElementKind, StudentTable, is_private};
use super::layout::{ColumnReading, ColumnReadings, FORMAT, Layout, LayoutConstants, instead, needed};
use super::value;
use crate::order::{self, Sorted};
use crate::policy::header::Words;
use crate::tables::plain_name;

/// How many rows a proposal shows, masked.
const SHOWN: usize = 10;

/// How many distinct texts of a column are shown, so that their meanings can be chosen.
const TEXTS: usize = 24;

/// The layout whose fingerprint the headings have: all its headings, and none that it excludes. Of several, the one with
/// the longest fingerprint.
pub fn best<'a>(headings: &[String], layouts: &'a [Layout]) -> Option<&'a Layout> {
    let plain: Vec<String> = headings.iter().map(|heading| plain_name(heading)).collect();
    let has = |heading: &String| plain.contains(&plain_name(heading));
    layouts
        .iter()
        .filter(|layout| !layout.headings.is_empty())
        .filter(|layout| layout.headings.iter().all(has) && !layout.without.iter().any(has))
        .max_by(|a, b| a.headings.len().cmp(&b.headings.len()).then_with(|| b.id.cmp(&a.id)))
}

/// What a column of an unknown file seems to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ColumnGuess {
    /// The heading.
    pub heading: String,
    /// Whether it is never read: a name, a birth date, an address.
    pub private: bool,
    /// The element, if one is proposed.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub element: Option<Element>,
    /// What an element's cells are, if one is proposed.
    pub kind: Option<ElementKind>,
    /// How many of the cells that were looked at are filled.
    pub filled: u32,
    /// The distinct texts with what each would mean (`null`: not understood), where they are few and no identifiers.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "[string, string | null][]"))]
    pub texts: Vec<(String, Option<String>)>,
}

/// How an unknown file may be read: for somebody to check, change and save.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// The proposed layout. It may lack what its table needs: see `missing`.
    pub layout: Layout,
    /// The columns.
    pub columns: Vec<ColumnGuess>,
    /// What the table needs and nothing was found for.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub missing: Vec<Element>,
    /// Rows from the beginning with letters as `x` and digits as `9`; private columns are empty.
    pub masked: Vec<Vec<String>>,
}

/// What is seen in a column's first cells.
struct Profile<'a> {
    filled: usize,
    texts: Vec<&'a str>,
    distinct: Vec<&'a str>,
}

impl<'a> Profile<'a> {
    fn of(rows: &'a [Vec<String>], column: usize) -> Self {
        let cells = || rows.iter().filter_map(|row| row.get(column)).map(String::as_str);
        let texts: Vec<&str> = cells().filter(|text| !value::is_blank(text)).collect();
        let distinct = order::distinct(texts.iter().copied());
        Self { filled: texts.len(), texts, distinct }
    }

    /// Whether nearly all texts are written as this kind is.
    fn fits(&self, kind: ElementKind) -> bool {
        let fitting = self.texts.iter().filter(|text| value::fits(kind, text)).count();
        let few = matches!(kind, ElementKind::YesNo | ElementKind::Sex | ElementKind::Span);
        fitting * 10 >= self.filled * 7 && (!few || self.distinct.len() <= 12)
    }

    fn all(&self, test: impl Fn(&str) -> bool) -> bool {
        self.filled > 0 && self.texts.iter().all(|text| test(text))
    }
}

/// Proposes how a file may be read, from its headings and first rows.
pub fn propose(file: &str, headings: &[String], rows: &[Vec<String>]) -> Proposal {
    let profiles: Vec<Profile<'_>> = (0..headings.len()).map(|column| Profile::of(rows, column)).collect();
    let private: Vec<bool> = headings.iter().map(|heading| is_private(heading)).collect();
    let mut elements = by_heading(headings, &profiles, &private);
    by_content(headings, &profiles, &private, &mut elements);
    let table = table_of(&elements);
    let has = |element: Element| elements.contains(&Some(element));
    let missing: Vec<Element> = needed(table)
        .iter()
        .copied()
        .filter(|element| !has(*element))
        .filter(|element| !instead(table, *element).is_some_and(has))
        .collect();
    let columns: Vec<ColumnGuess> = headings
        .iter()
        .zip(&profiles)
        .zip(private.iter().zip(&elements))
        .map(|((heading, profile), (private, element))| guess(heading, profile, *private, *element))
        .collect();
    let readings = headings
        .iter()
        .zip(&elements)
        .filter_map(|(heading, element)| {
            let reading = ColumnReading { heading: vec![heading.clone()], ..ColumnReading::default() };
            element.map(|element| (element, reading))
        })
        .collect();
    let title = file.rsplit_once('.').map_or(file, |(name, _)| name).to_owned();
    let layout = Layout {
        evenhand: FORMAT.to_owned(),
        id: "mapping".to_owned(),
        title: Words::Plain(title),
        years: Vec::new(),
        table,
        headings: headings
            .iter()
            .zip(&elements)
            .filter(|(_, element)| element.is_some())
            .map(|(heading, _)| heading.clone())
            .collect(),
        without: Vec::new(),
        columns: ColumnReadings(readings),
        constants: LayoutConstants::default(),
        rows: Vec::new(),
        duplicates: None,
        scales: Vec::new(),
        cuts: Vec::new(),
        interim: None,
        roster: false,
        source: None,
    };
    let masked = rows
        .iter()
        .take(SHOWN)
        .map(|row| {
            let cells = row.iter().zip(private.iter().copied().chain(std::iter::repeat(true)));
            cells.map(|(text, private)| if private { String::new() } else { mask(text) }).collect()
        })
        .collect();
    Proposal { layout, columns, missing, masked }
}

/// The elements by their headings: each element at most once, the surest heading first.
fn by_heading(headings: &[String], profiles: &[Profile<'_>], private: &[bool]) -> Vec<Option<Element>> {
    let plain: Vec<String> = headings.iter().map(|heading| plain_name(heading)).collect();
    let mut found: Vec<Option<Element>> = vec![None; headings.len()];
    for definition in ELEMENTS {
        let fits = |column: usize| {
            let free = found.get(column).is_some_and(Option::is_none) && private.get(column) == Some(&false);
            free && profiles.get(column).is_some_and(|profile| profile.fits(definition.kind))
        };
        let column = definition
            .headings
            .iter()
            .find_map(|name| plain.iter().position(|heading| heading == name).filter(|column| fits(*column)));
        if let Some(place) = column.and_then(|column| found.get_mut(column)) {
            *place = Some(definition.element);
        }
    }
    found
}

/// An element, the words of which its heading has one, and what its cells are like.
type ContentRule = (Element, &'static [&'static str], fn(&Profile<'_>) -> bool);

/// What a column holds tells what no heading tells.
fn by_content(headings: &[String], profiles: &[Profile<'_>], private: &[bool], found: &mut [Option<Element>]) {
    let free = |found: &[Option<Element>], element: Element| -> Vec<usize> {
        if found.contains(&Some(element)) {
            return Vec::new();
        }
        let open = |column: &usize| found.get(*column) == Some(&None) && private.get(*column) == Some(&false);
        (0..headings.len()).filter(open).collect()
    };
    let named = |column: usize, words: &[&str]| {
        let plain = headings.get(column).map(|heading| plain_name(heading)).unwrap_or_default();
        words.iter().any(|word| plain.contains(word))
    };
    let rules: [ContentRule; 9] = [
        (Element::StudentIdentifier, &["student", "pupil", "stu", "id", "estudiante"], |profile| {
            // Nearly every row has its own, and a student may have a row a subject and year.
            profile.distinct.len() * 8 >= profile.filled
                && profile.distinct.len() > 1
                && profile.all(|text| value::fits(ElementKind::Student, text))
        }),
        (Element::SchoolYear, &["year", "yr", "term", "año"], |profile| {
            profile.distinct.len() <= 12 && profile.all(|text| value::year(text).is_some())
        }),
        (Element::Growth, &["growth", "sgp", "percentile", "crecimiento"], |profile| {
            profile.distinct.len() > 20 && profile.all(|text| value::percentile(text.as_bytes()).is_some())
        }),
        (Element::Grade, &["grade", "grado"], |profile| {
            profile.distinct.len() <= 16 && profile.all(|text| value::grade(text).is_some())
        }),
        (Element::Sex, &[""], |profile| {
            (2..=4).contains(&profile.distinct.len()) && profile.all(|text| value::sex(text).is_some())
        }),
        (Element::Race, &["race", "ethnic", "raza"], |profile| {
            profile.distinct.len() <= 12 && profile.all(|text| value::race(text).is_some())
        }),
        (Element::Level, &["level", "perf", "prof", "achieve", "nivel"], |profile| {
            (2..=6).contains(&profile.distinct.len())
        }),
        (Element::Score, &["score", "puntaje"], |profile| {
            profile.distinct.len() > 8 && profile.all(|text| value::thousandths(text.as_bytes()).is_some())
        }),
        (Element::Subject, &["subject", "content", "materia"], |profile| (1..=20).contains(&profile.distinct.len())),
    ];
    for (element, words, holds) in rules {
        let column = free(found, element)
            .into_iter()
            .find(|column| named(*column, words) && profiles.get(*column).is_some_and(holds));
        if let Some(place) = column.and_then(|column| found.get_mut(column)) {
            *place = Some(element);
        }
    }
}

/// The table that has these elements.
fn table_of(elements: &[Option<Element>]) -> StudentTable {
    let has = |wanted: &[Element]| wanted.iter().any(|element| elements.contains(&Some(*element)));
    if !has(&[Element::StudentIdentifier]) && has(&[Element::SchoolIdentifier, Element::SchoolName]) {
        return StudentTable::Schools;
    }
    let of_cycles = has(&[Element::AdministrationDate, Element::AdministrationNumber]);
    let points = has(&[Element::PointsEarned]) && has(&[Element::PointsPossible]);
    if points || has(&[Element::OnTrackInCycle]) || (of_cycles && has(&[Element::Subtest])) {
        return StudentTable::Interim;
    }
    if has(&[Element::Score, Element::Level, Element::Growth])
        && has(&[Element::Subject, Element::Test, Element::Score])
    {
        return StudentTable::Assessments;
    }
    if has(&[Element::DaysAbsent, Element::DaysPresent, Element::AttendanceStatus, Element::AttendanceDate]) {
        return StudentTable::Attendance;
    }
    if has(&[Element::Graduated, Element::DroppedOut, Element::OnTrack, Element::Postsecondary]) {
        return StudentTable::Outcomes;
    }
    if has(&[Element::EntryDate, Element::ExitDate, Element::DaysEnrolled]) {
        return StudentTable::Enrollments;
    }
    if has(&[Element::Subject, Element::Test]) { StudentTable::Assessments } else { StudentTable::Students }
}

fn guess(heading: &str, profile: &Profile<'_>, private: bool, element: Option<Element>) -> ColumnGuess {
    let kind = element.map(Element::kind);
    let meant = |text: &str| -> Option<String> {
        let yes = |yes: bool| if yes { "Yes" } else { "No" }.to_owned();
        match kind? {
            ElementKind::YesNo => value::yes_no(text).map(yes),
            ElementKind::Sex => value::sex(text).map(str::to_owned),
            ElementKind::Race => value::race(text).map(str::to_owned),
            ElementKind::Span => value::span(text).map(str::to_owned),
            ElementKind::Grade => value::grade(text).map(|grade| grade.name().to_owned()),
            ElementKind::Year => value::year(text).map(|year| year.to_string()),
            ElementKind::Participation => value::participation(text).map(|participation| format!("{participation:?}")),
            ElementKind::Name => Some(text.to_owned()),
            _ => None,
        }
    };
    let chosen = matches!(
        kind,
        Some(
            ElementKind::YesNo
                | ElementKind::Sex
                | ElementKind::Race
                | ElementKind::Span
                | ElementKind::Grade
                | ElementKind::Year
                | ElementKind::Participation
                | ElementKind::Name
        )
    );
    // A column of few texts may be shown; one of many may hold what isn't meant to be seen.
    let shown = chosen && !private && profile.distinct.len() <= TEXTS;
    let texts = if shown { profile.distinct.as_slice() } else { &[] };
    ColumnGuess {
        heading: heading.to_owned(),
        private,
        element,
        kind,
        filled: u32::try_from(profile.filled).unwrap_or(u32::MAX),
        texts: texts.iter().map(|text| ((*text).to_owned(), meant(text))).collect(),
    }
}

/// Letters become `x`, digits `9`.
fn mask(text: &str) -> String {
    text.chars()
        .take(40)
        .map(|character| match character {
            _ if character.is_alphabetic() => 'x',
            _ if character.is_numeric() => '9',
            _ => character,
        })
        .collect()
}

impl Proposal {
    /// The values that the texts of a column would mean, as a layout writes them.
    pub fn values(&self, heading: &str) -> Sorted<String, String> {
        let column = self.columns.iter().find(|column| column.heading == heading);
        let texts = column.map(|column| column.texts.as_slice()).unwrap_or_default();
        texts.iter().filter_map(|(text, value)| Some((text.clone(), value.clone()?))).collect()
    }
}
