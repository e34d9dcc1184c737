//! What holds for every framework and every file, tried with many that nobody wrote.

mod bands;
mod generated;
mod shipped;
mod weights;

use std::collections::BTreeMap;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, RatedSchool, Reading, Standing};
use evenhand::framework::reference::Attribute;
use evenhand::framework::trace::Shown;
use evenhand::tables::SchoolTable;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::support::{framework, rate, table, text};
use generated::{Cell, Sort, recipe};

/// Takes the places out of an explanation: the lines and files that a person put them into.
fn without_places(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("line");
            fields.remove("file");
            fields.values_mut().for_each(without_places);
        }
        Value::Array(items) => items.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// All that is answered for some files: ratings, explanations, and what would change them.
fn answers(framework: &Framework, table: &SchoolTable) -> Value {
    let reading = Reading::new(framework, table, &Choosing::default());
    let ratings = framework.rate(table, &reading);
    let schools = 0..table.schools().len();
    let explained: Vec<_> = schools
        .map(|school| (framework.explain(table, &reading, school), framework.changes(table, &reading, school)))
        .collect();
    let mut all = serde_json::to_value((ratings.schools, explained)).unwrap();
    without_places(&mut all);
    all
}

/// The rating's place on its scale, where there is one.
fn level(school: &RatedSchool) -> Option<usize> {
    match school.rating {
        Shown::Rating { level, .. } => Some(level),
        _ => None,
    }
}

/// The school's rating and score as text.
fn answer(school: &RatedSchool) -> (String, Option<String>) {
    (text(&school.rating), school.score.as_ref().map(text))
}

/// What is tried is no empty promise: many schools are rated, some wait, and much would change a rating.
#[test]
fn the_generated_schools_have_all_kinds_of_answers() {
    let mut runner = TestRunner::deterministic();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..400 {
        let recipe = recipe().new_tree(&mut runner).unwrap().current();
        for sort in [Sort::Any, Sort::Rising] {
            let rated = rate(recipe.sections(sort), &[&recipe.file()]);
            for school in &rated.ratings.schools {
                *found.entry(format!("{sort:?} {:?}", school.standing)).or_default() += 1;
            }
            let changes = rated.framework.changes(&rated.table, &rated.reading, 0);
            *found.entry(format!("{sort:?} changes")).or_default() +=
                changes.iter().filter(|change| change.rating.is_some()).count();
        }
    }
    for sort in ["Any", "Rising"] {
        for (answer, least) in
            [("Rated", 400), ("Undetermined", 50), ("Outcome", 10), ("NotRated", 10), ("changes", 50)]
        {
            let count = found.get(&format!("{sort} {answer}")).copied().unwrap_or_default();
            assert!(count >= least, "{sort} {answer}: {found:?}");
        }
    }
}

proptest! {
    // A change is worked out from what is known of the school, a supposition from nothing.
    #[test]
    fn a_change_is_what_comes_out_when_it_is_supposed(recipe in recipe(), sort in prop_oneof![Just(Sort::Any), Just(Sort::Rising)]) {
        let rated = rate(recipe.sections(sort), &[&recipe.file()]);
        for school in 0..rated.table.schools().len() {
            for change in rated.framework.changes(&rated.table, &rated.reading, school) {
                let measure = match change.attribute {
                    Attribute::Participation => format!("{}#participation", change.measure),
                    _ => change.measure.clone(),
                };
                let supposed = [(measure, text(&change.then))].into();
                let tried = rated.framework.what_if(&rated.table, &rated.reading, school, &supposed).unwrap().unwrap();
                prop_assert_eq!(text(change.rating.as_ref().unwrap_or(&tried.before.rating)), text(&tried.after.rating));
                prop_assert_eq!(change.score.as_ref().map(text), tried.after.score.as_ref().map(text));
                prop_assert_eq!(change.rating.is_some(), text(&tried.before.rating) != text(&tried.after.rating));
            }
        }
    }

    #[test]
    fn the_order_of_rows_and_files_changes_no_answer(
        recipe in recipe(),
        shuffle in any::<[Index; 4]>(),
        split in any::<Index>(),
    ) {
        let framework = framework(recipe.sections(Sort::Any));
        let rows = recipe.rows(&[]);
        let expected = answers(&framework, &table(&[&generated::text(&rows)]));
        // The same cells, with the columns in two files and the rows of each in another order.
        let columns = rows[0].len();
        let at = 1 + split.index(columns - 1);
        let files: Vec<String> = [(1..at), (at..columns)]
            .into_iter()
            .filter(|columns| !columns.is_empty())
            .enumerate()
            .map(|(file, columns)| {
                let mut rows: Vec<Vec<String>> = rows
                    .iter()
                    .map(|row| std::iter::once(row[0].clone()).chain(columns.clone().map(|at| row[at].clone())).collect())
                    .collect();
                for place in (2..rows.len()).rev() {
                    let other = 1 + shuffle[(place + file) % 4].index(place);
                    rows.swap(place, other);
                }
                generated::text(&rows)
            })
            .collect();
        let mut files: Vec<&str> = files.iter().map(String::as_str).collect();
        if shuffle[3].index(2) == 1 {
            files.reverse();
        }
        prop_assert_eq!(answers(&framework, &table(&files)), expected);
    }

    #[test]
    fn a_better_result_never_lowers_a_rating(recipe in recipe(), which in any::<[Index; 3]>(), by in 1..=80_i64) {
        let school = which[0].index(recipe.schools.len());
        let measure = which[1].index(recipe.measures.len());
        let mut better = recipe.clone();
        let cells = &mut better.schools[school][measure];
        let cell = if which[2].index(2) == 0 { &mut cells.0 } else { &mut cells.1 };
        let Cell::Quarters(now) = *cell else { return Ok(()) };
        *cell = Cell::Quarters((now + by).min(80));
        let before = rate(recipe.sections(Sort::Rising), &[&recipe.file()]);
        let after = rate(recipe.sections(Sort::Rising), &[&better.file()]);
        let name = format!("s{school}");
        if let (Some(before), Some(after)) = (level(before.school(&name)), level(after.school(&name))) {
            prop_assert!(after >= before, "{before} became {after}");
        }
        if let (Some(Shown::Number { exact: before, .. }), Some(Shown::Number { exact: after, .. })) =
            (&before.school(&name).score, &after.school(&name).score)
        {
            let number = |text: &str| evenhand::exact::Exact::parse(text).unwrap();
            prop_assert!(number(after) >= number(before), "{before} became {after}");
        }
    }

    #[test]
    fn what_is_not_known_yet_is_never_decided_otherwise(recipe in recipe(), which in any::<[Index; 3]>()) {
        let framework = framework(recipe.sections(Sort::Any));
        let rated = |file: &str| {
            let table = table(&[file]);
            framework.rate(&table, &Reading::new(&framework, &table, &Choosing::default())).schools
        };
        let known = rated(&recipe.file());
        // One cell that can't be read, or one column that no file has.
        let measure = which[1].index(recipe.measures.len());
        let participation = which[2].index(2) == 1;
        let school = which[0].index(recipe.schools.len() + 1);
        let file = match recipe.schools.get(school) {
            Some(_) => {
                let mut open = recipe.clone();
                let cells = &mut open.schools[school][measure];
                *if participation { &mut cells.1 } else { &mut cells.0 } = Cell::Unreadable;
                open.file()
            }
            None => generated::text(&recipe.rows(&[format!("{}{measure}", if participation { "P" } else { "M" })])),
        };
        for (known, open) in known.iter().zip(rated(&file)) {
            if open.standing != Standing::Undetermined {
                let told = format!("{} {}\n{}", known.school, recipe.sections(Sort::Any), file);
                prop_assert_eq!(text(&open.rating), text(&known.rating), "{}", told);
            }
        }
    }

    #[test]
    fn what_is_told_to_change_a_rating_does_so(recipe in recipe(), which in any::<Index>()) {
        let before = rate(recipe.sections(Sort::Any), &[&recipe.file()]);
        let school = which.index(recipe.schools.len());
        let name = format!("s{school}");
        let index = before.table.find_school(&name).unwrap();
        for change in before.framework.changes(&before.table, &before.reading, index) {
            let value = evenhand::framework::reference::Attribute::Value;
            let column = format!("{}{}", if change.attribute == value { "M" } else { "P" }, change.measure.trim_start_matches(char::is_alphabetic));
            let mut rows = recipe.rows(&[]);
            let at = rows[0].iter().position(|header| *header == column).unwrap();
            rows[school + 1][at] = text(&change.then);
            let after = rate(recipe.sections(Sort::Any), &[&generated::text(&rows)]);
            let told = (text(change.rating.as_ref().unwrap_or(&before.school(&name).rating)), change.score.as_ref().map(text));
            let place = format!(
                "{name} {column} to {}: {}\n{}",
                text(&change.then),
                recipe.sections(Sort::Any),
                recipe.file()
            );
            prop_assert_eq!(answer(after.school(&name)), told, "{}", place);
            prop_assert_eq!(change.rating.is_some(), answer(after.school(&name)).0 != before.rating(&name));
        }
    }
}
