//! The fictional sample that a newcomer tries the program with: every answer is pinned, and all that it is there to show.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where its files can't be read")]

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::framework::trace::{Shown, Step};
use evenhand::tables::{SchoolTable, Sheet, recognize};

const POLICY: &str = include_str!("../www/policies/fictional-riverbend.json");
const FILES: [(&str, &str); 2] = [
    ("riverbend-schools.csv", include_str!("../www/samples/riverbend-schools.csv")),
    ("riverbend-measures.csv", include_str!("../www/samples/riverbend-measures.csv")),
];

fn read() -> (Framework, SchoolTable) {
    let framework = Framework::load(POLICY).unwrap();
    assert_eq!(framework.notices, []);
    let sheets: Vec<_> = FILES
        .iter()
        .map(|(name, text)| {
            let (sheet, notices) = Sheet::read(name, text.as_bytes()).unwrap();
            assert_eq!(notices, []);
            let recognition = recognize(&sheet, &[framework.layout_hint()]);
            assert_eq!(recognition.matched.as_deref(), Some("fictional-riverbend"), "{name}");
            (sheet, recognition.mapping.unwrap())
        })
        .collect();
    let (table, notices) = SchoolTable::build(&sheets);
    assert_eq!(notices, []);
    (framework, table)
}

fn text(value: &Shown) -> &str {
    match value {
        Shown::Number { exact, .. } => exact,
        Shown::Rating { rating, .. } => rating,
        Shown::Word { word } => word,
        Shown::Outcome { outcome, .. } => outcome,
        Shown::Absent { .. } => "",
    }
}

/// School, score, rating, labels, whether the published rating agrees. Worked out apart from the engine.
const ANSWERS: [(&str, &str, &str, &str, bool); 12] = [
    ("1001", "4.4", "Exceeds", "", true),
    ("1002", "3.2", "Meets", "Low participation", true),
    ("1003", "3.2", "Exceeds", "", true),
    ("1004", "3.5", "Meets", "", true),
    ("1005", "4.7", "Meets", "", true),
    ("1006", "not-rated", "not-rated", "", true),
    ("1007", "3", "Meets", "", false),
    ("1008", "1.1", "Priority support", "Low participation", true),
    ("1101", "3.7", "Meets", "", true),
    ("1102", "4.6", "Exceeds", "", true),
    ("1103", "2.6", "Approaching", "Low participation", true),
    ("1104", "1.2", "Priority support", "", true),
];

#[test]
fn every_school_of_the_sample_is_answered_as_pinned() {
    let (framework, table) = read();
    let reading = Reading::new(&framework, &table, &Choosing::default());
    let ratings = framework.rate(&table, &reading);
    let answers: Vec<_> = ratings
        .schools
        .iter()
        .map(|school| {
            let labels: Vec<&str> = school.labels.iter().map(|label| label.in_language("en")).collect();
            let score = school.score.as_ref().map_or("", text);
            (&*school.school, score, text(&school.rating), labels.join(", "), school.agrees.unwrap())
        })
        .collect();
    assert_eq!(
        answers,
        ANSWERS.map(|(id, score, rating, labels, agrees)| (id, score, rating, labels.to_owned(), agrees))
    );
    // A newcomer sees what is left out, and nothing else is amiss.
    let told: Vec<(&str, &str)> = ratings
        .notices
        .iter()
        .map(|notice| (notice.code, notice.place.school.as_deref().unwrap_or_default()))
        .collect();
    let below = "framework.below-minimum";
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told.iter().all(|(code, _)| *code == below));
    assert_eq!(framework.unread_columns(&table, &reading), Vec::<String>::new());

    // The one school whose published result differs lost an exact tie: 2.95 is 3.0, and was published as 2.9.
    let mut first = Vec::new();
    for agreement in framework.agreements(&table, &reading) {
        for difference in agreement.differences {
            assert_eq!(difference.school, "1007");
            if difference.first {
                first.push((agreement.node.clone(), difference.published, difference.computed));
            }
        }
    }
    assert_eq!(first, [("elementary.score".to_owned(), "2.9".to_owned(), "3".to_owned())]);
}

#[test]
fn the_sample_shows_what_it_is_there_to_show() {
    let (framework, table) = read();
    let reading = Reading::new(&framework, &table, &Choosing::default());
    let steps = |school: &str| framework.explain(&table, &reading, table.find_school(school).unwrap()).unwrap().steps;
    let find = |steps: &[Step], name: &str| steps.iter().find(|step| step.name == name).unwrap().clone();

    let birch = find(&steps("1002"), "growth.math.points");
    let penalty = birch.penalty.unwrap();
    assert_eq!(
        (penalty.by.to_string(), penalty.before.to_string(), penalty.after.to_string()),
        ("94".into(), "4".into(), "3".into())
    );

    let cedar = steps("1003");
    assert_eq!(text(&find(&cedar, "elementary.by-score").value), "Meets");
    assert_eq!(text(&find(&cedar, "by-attainment").value), "Exceeds", "the attainment route lifts it");

    let dogwood = find(&steps("1004"), "elementary.score");
    let moves: Vec<String> = dogwood.moves.iter().map(|moved| format!("{} {}", moved.to, moved.amount)).collect();
    assert_eq!(moves, ["growth.reading.points 5", "growth.math.points 5"]);

    let elm = find(&steps("1005"), "elementary.rating");
    assert_eq!(elm.before_gate.as_ref().map(text), Some("Exceeds"), "the equity gate holds it down");

    let ginkgo = find(&steps("1007"), "elementary.score");
    assert_eq!(ginkgo.rounding.unwrap().before.to_string(), "2.95");

    let linden = find(&steps("1104"), "high.score");
    assert_eq!(linden.moves.len(), 4, "a survey that was not held goes to what is present");
}

/// All that a person reads of it is there in both languages.
#[test]
fn the_sample_speaks_english_and_spanish() {
    let (framework, _) = read();
    for (name, words) in framework.labels() {
        // A node whose label is its measure's, or which is plain from its place, needs none of its own.
        if words.in_language("en") == name {
            continue;
        }
        assert_ne!(words.in_language("en"), words.in_language("es"), "{name}");
    }
    let definition = &framework.definition;
    let words = definition
        .ratings
        .iter()
        .flat_map(|entry| &entry.value.lowest_first)
        .flat_map(|level| [level.label.clone(), level.meaning.clone()])
        .flatten()
        .chain(definition.models.iter().map(|entry| entry.value.label.clone()))
        .chain(definition.labels.iter().map(|entry| entry.value.label.clone()))
        .chain(definition.outcomes.iter().map(|entry| entry.value.label.clone()))
        .chain([definition.title.clone(), definition.authority.clone()])
        .chain(definition.about.clone());
    for words in words {
        assert_ne!(words.in_language("en"), words.in_language("es"));
    }
    assert!(definition.title.in_language("en").contains("fictional"));
    assert!(definition.title.in_language("es").contains("ficticio"));
}
