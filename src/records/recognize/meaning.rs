//! What the texts of a column of few values mean, for somebody to check: the kind's own words, and what is usual for an
//! element beyond them. A mapping holds what was agreed to.

use serde::Serialize;

use crate::records::element::{ELEMENTS, Element, ElementKind};
use crate::records::store::{Grade, THOUSANDTHS};
use crate::records::value::{self, DayOrder, DayOrderShown};
use crate::tables::plain_name;

const YES: &str = "Yes";
const NO: &str = "No";

/// The parts of a day that somebody was absent, as a layout writes them.
const DAY: [(&str, i64); 3] = [("Present", 0), ("Half day", THOUSANDTHS / 2), ("Absent", THOUSANDTHS)];

/// An element that may be chosen for a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct KnownElement {
    /// The element.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    pub element: Element,
    /// What its cells are.
    pub kind: ElementKind,
    /// The values that a text can mean, where they are a few that are known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string[]"))]
    pub choices: Vec<&'static str>,
    /// Whether its texts can be given meanings of one's own.
    pub named: bool,
}

impl KnownElement {
    /// All of them, in their order.
    pub fn all() -> Vec<Self> {
        let known = |element: Element| Self {
            element,
            kind: element.kind(),
            choices: choices(element),
            named: element.has_meanings(),
        };
        ELEMENTS.iter().map(|definition| known(definition.element)).collect()
    }
}

impl Element {
    /// Whether a mapping says what the texts of such a column mean. Those of identifiers, numbers and days stand for
    /// themselves, and are never listed.
    pub(in crate::records) fn has_meanings(self) -> bool {
        matches!(
            self.kind(),
            ElementKind::Year
                | ElementKind::Grade
                | ElementKind::Name
                | ElementKind::YesNo
                | ElementKind::Sex
                | ElementKind::Race
                | ElementKind::Span
                | ElementKind::Participation
        )
    }
}

/// The values of an element that has but a few.
fn choices(element: Element) -> Vec<&'static str> {
    match element.kind() {
        ElementKind::YesNo => vec![YES, NO],
        ElementKind::Sex => vec!["Female", "Male", "Nonbinary"],
        ElementKind::Race => value::RACES.to_vec(),
        ElementKind::Span => vec!["Elementary", "Middle", "High"],
        ElementKind::Participation => vec!["Tested", "NotTested", "Excused"],
        ElementKind::Grade => {
            (1..=u8::MAX).map_while(Grade::of_code).map(Grade::name).filter(|name| !name.is_empty()).collect()
        }
        ElementKind::Name if element == Element::AttendanceStatus => DAY.map(|(name, _)| name).to_vec(),
        _ => Vec::new(),
    }
}

/// What each of a column's texts would mean, as a layout writes it; none where it isn't understood.
pub(super) fn meanings(element: Element, texts: &[&str]) -> Vec<Option<String>> {
    let letters = has_lunch_letters(element, texts);
    let mut days = DayOrderShown::default();
    if element.kind() == ElementKind::Year {
        texts.iter().for_each(|text| days.note_year(text));
    }
    // Where no day shows which of day and month comes first, somebody has to say what year it is.
    let order = if days.is_only_assumed() { DayOrder::Unknown } else { days.order() };
    texts.iter().map(|text| meaning(element, text, letters, order)).collect()
}

/// What a text would mean, where the letters of lunch prices are used or not, and days are written in this order.
fn meaning(element: Element, text: &str, letters: bool, order: DayOrder) -> Option<String> {
    let yes = |yes: bool| if yes { YES } else { NO }.to_owned();
    match element.kind() {
        ElementKind::YesNo => usual(element, text, letters).or_else(|| value::yes_no(text)).map(yes),
        ElementKind::Sex => value::sex(text).map(str::to_owned),
        ElementKind::Race => value::race(text).map(str::to_owned),
        ElementKind::Span => value::span(text).map(str::to_owned),
        ElementKind::Grade => value::grade(text).map(|grade| grade.name().to_owned()),
        ElementKind::Year => value::year(text, order).map(|year| year.to_string()),
        ElementKind::Participation => value::participation(text).map(|participation| format!("{participation:?}")),
        ElementKind::Name if element == Element::AttendanceStatus => value::day_absent(text).map(|part| {
            let known = DAY.iter().find(|(_, known)| *known == part);
            known.map_or_else(|| text.to_owned(), |(name, _)| (*name).to_owned())
        }),
        // It stands for itself; where a level is, a mark such as `*` stands for none.
        ElementKind::Name if element == Element::Level && is_no_level(text) => Some(String::new()),
        ElementKind::Name => Some(text.to_owned()),
        _ => None,
    }
}

/// Whether a text where levels stand says that none is told.
fn is_no_level(text: &str) -> bool {
    let plain = plain_name(text);
    let told = ["suppressed", "withheld", "redacted", "masked", "omitido", "suprimido"];
    plain.is_empty() || told.contains(&plain.as_str()) || text.replace(' ', "").to_lowercase().starts_with("n<")
}

/// Whether a lunch status is written in the letters F, R and P (or N), of which F is free and not false.
fn has_lunch_letters(element: Element, texts: &[&str]) -> bool {
    let is = |text: &&&str, letter: &str| text.trim().eq_ignore_ascii_case(letter);
    element == Element::EconomicDisadvantage
        && texts.iter().any(|text| is(&text, "r") || is(&text, "p"))
        && !texts.iter().any(|text| is(&text, "t"))
}

/// What is usual in columns of this element, beyond the words for yes and no: its own name for yes, such as `LEP`.
fn usual(element: Element, text: &str, lunch_letters: bool) -> Option<bool> {
    let plain = plain_name(text);
    if plain.is_empty() {
        return None;
    }
    match (element, plain.as_str()) {
        (Element::EconomicDisadvantage, "f" | "r") if lunch_letters => return Some(true),
        (Element::EconomicDisadvantage, "p" | "n") if lunch_letters => return Some(false),
        (
            Element::EconomicDisadvantage,
            "free"
            | "reduced"
            | "freelunch"
            | "reducedlunch"
            | "reducedprice"
            | "freeorreduced"
            | "freereduced"
            | "directcertified"
            | "directcertification"
            | "eligible"
            | "gratis"
            | "gratuito"
            | "reducido",
        )
        | (Element::EnglishLearner, "nep" | "newcomer")
        | (Element::Disability, "idea" | "specialed") => return Some(true),
        (
            Element::EconomicDisadvantage,
            "paid" | "full" | "fullprice" | "fullpay" | "noteligible" | "ineligible" | "denied" | "pagado" | "completo",
        )
        | (
            Element::EnglishLearner,
            "eo" | "englishonly" | "fep" | "ifep" | "rfep" | "fluent" | "former" | "exited" | "reclassified",
        )
        | (Element::Disability, "generaled" | "generaleducation" | "regular" | "gened") => return Some(false),
        _ => {}
    }
    let own = |word: &str| element.definition().headings.contains(&word);
    if own(&plain) {
        return Some(true);
    }
    ["not", "non", "no"].iter().find_map(|no| plain.strip_prefix(no)).filter(|rest| own(rest)).map(|_| false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(element: Element, texts: &[&str]) -> Vec<Option<String>> {
        meanings(element, texts)
    }

    #[test]
    fn f_is_free_where_lunches_are_reduced_or_paid_and_false_elsewhere() {
        let yes = Some(YES.to_owned());
        let no = Some(NO.to_owned());
        assert_eq!(meant(Element::EconomicDisadvantage, &["F", "P", "R"]), [yes.clone(), no.clone(), yes.clone()]);
        assert_eq!(meant(Element::EconomicDisadvantage, &["F", "T"]), [no.clone(), yes.clone()]);
        assert_eq!(meant(Element::EnglishLearner, &["EO", "LEP", "Non-LEP"]), [no.clone(), yes.clone(), no.clone()]);
        assert_eq!(meant(Element::Gifted, &["GT", "Not Gifted", "?"]), [yes, no, None]);
    }

    #[test]
    fn a_mark_is_no_level() {
        let nothing = Some(String::new());
        let level = |text: &str| Some(text.to_owned());
        assert_eq!(
            meant(Element::Level, &["*", "n < 10", "Met", "Suppressed", "4", "#"]),
            [nothing.clone(), nothing.clone(), level("Met"), nothing.clone(), level("4"), nothing]
        );
        // A cycle may be called as one likes.
        assert_eq!(meant(Element::Period, &["*"]), [level("*")]);
    }

    #[test]
    fn a_day_that_would_give_two_school_years_is_for_somebody_to_say() {
        assert_eq!(meant(Element::SchoolYear, &["12/5/2024", "7/8/2024"]), [None, Some("2025".to_owned())]);
        let year = |year: &str| Some(year.to_owned());
        assert_eq!(meant(Element::SchoolYear, &["12/5/2024", "30/6/2024"]), [year("2024"), year("2024")]);
        assert_eq!(meant(Element::SchoolYear, &["12/5/2024", "6/30/2024"]), [year("2025"), year("2024")]);
    }

    #[test]
    fn each_value_that_can_be_chosen_is_read_as_itself() {
        for known in KnownElement::all() {
            for choice in known.choices {
                let wanted = meanings(known.element, &[choice]);
                assert_eq!(wanted, [Some(choice.to_owned())], "{}", known.element.name());
            }
        }
    }
}
