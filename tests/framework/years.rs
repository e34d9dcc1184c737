//! Years: which one is rated, how the others are counted from it, and what a row without a year may stand for.

use evenhand::framework::rating::Choosing;
use serde_json::{Value, json};

use crate::support::{measure, rate, rate_choosing};

fn change() -> Value {
    json!({
        "facts": { "kind": { "column": ["Kind"] } },
        "measures": { "m": measure("M"), "other": measure("Other") },
        "nodes": { "x": { "subtract": ["m", "m@-1"] }, "y": { "sum": ["m", "other"] } },
    })
}

fn year(year: &str) -> Choosing {
    Choosing { year: Some(year.to_owned()), ..Choosing::default() }
}

#[test]
fn the_latest_year_is_rated_and_the_others_count_from_it() {
    let file = "school,year,M\na,SY2016-17,1\na,SY2018-19,10\na,SY2017-18,4\n";
    let rated = rate(change(), &[file]);
    assert_eq!(rated.ratings.year.as_deref(), Some("SY2018-19"));
    assert_eq!(rated.rating("a"), "6");
    let rated = rate_choosing(change(), &[file], &year("SY2017-18"));
    assert_eq!((rated.ratings.year.as_deref(), rated.rating("a")), (Some("SY2017-18"), "3".into()));
    let rated = rate_choosing(change(), &[file], &year("SY2016-17"));
    assert_eq!(rated.rating("a"), "(undetermined)");
}

#[test]
fn a_value_of_another_year_is_never_taken_for_the_rated_one() {
    // `Other` is there for 2017 only, `M` for 2018 only.
    let file = "school,year,measure,value\na,2017,Other,5\na,2018,M,7\n";
    let rated = rate(change(), &[file]);
    assert_eq!(rated.value("a", "other"), "(not-asked)");
    assert_eq!(rated.value("a", "y"), "(undetermined)");
    assert_eq!(rated.rating("a"), "(undetermined)", "m of 2018 is not m of 2017");
    assert_eq!(rated.told("framework.only-other-years").len(), 1);
}

#[test]
fn rows_without_a_year_are_of_the_rated_year_and_their_facts_of_any() {
    let old = "school,year,M\na,2017,1\nb,2018,2\n";
    let now = "school,M,Kind\na,9,high\nb,8,high\n";
    let rated = rate(change(), &[old, now]);
    // `M` of 2018 is found for b; the column without a year is another field and doesn't mix with it.
    assert_eq!(rated.value("b", "m"), "2");
    let only_old = "school,year,M\na,2017,1\n";
    let other = "school,Other,Kind\na,9,high\n";
    let rated = rate_choosing(change(), &[only_old, other], &year("2017"));
    assert_eq!((rated.value("a", "y"), rated.value("a", "kind")), ("10".into(), "high".into()));
    let parts = json!({
        "facts": { "kind": { "column": ["Kind"] } },
        "measures": { "m": measure("M"), "other": measure("Other") },
        "nodes": { "x": { "value": "other@-1" }, "y": { "holds": { "fact": "kind@-1", "equals": "high" } }, "z": { "value": "m@-1" } },
    });
    let two = "school,year,M\na,2017,1\na,2018,3\n";
    let rated = rate(parts, &[two, other]);
    assert_eq!(rated.value("a", "z"), "1");
    assert_eq!(rated.value("a", "y"), "yes", "a fact without a year holds for every year");
    assert_eq!(rated.rating("a"), "(undetermined)", "a measure without a year is not last year's");
}

#[test]
fn the_chosen_year_keeps_its_own_spelling() {
    let file = "school,year,M\na,2018-19,1\nb,SY2018-19,2\na,2017-18,5\nb,SY2017-18,6\n";
    for (chosen, school, value) in [("2018-19", "a", "-4"), ("SY2018-19", "b", "-4")] {
        let rated = rate_choosing(change(), &[file], &year(chosen));
        assert_eq!(rated.value(school, "x"), value, "{chosen}");
    }
}

#[test]
fn a_year_that_no_file_has_is_told() {
    let file = "school,year,M\na,2018,1\n";
    let rated = rate_choosing(change(), &[file], &year("2081"));
    let told = rated.told("framework.unknown-year");
    assert_eq!(told.len(), 1);
    assert_eq!(serde_json::to_value(&told[0].arguments).unwrap(), json!({ "year": "2081", "years": ["2018"] }));
    assert_eq!(rated.rating("a"), "(undetermined)");
}

#[test]
fn the_authoritys_results_are_those_of_the_rated_year() {
    let mut parts = change();
    parts["published"] = json!([ { "node": "x", "column": ["Published"] } ]);
    let file = "school,year,M,Published\na,2017,1,100\na,2018,4,3\n";
    let rated = rate(parts, &[file]);
    assert_eq!((rated.school("a").published.as_deref(), rated.school("a").agrees), (Some("3"), Some(true)));
}
