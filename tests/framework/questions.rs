//! What a person asks of a rating: what if, over the years, by another framework, in which groups.

use evenhand::framework::movement::{Applied, Moves, movements};
use evenhand::framework::observations::{Basis, Choices};
use evenhand::framework::rating::{Choosing, OverrideRequest, Reading, Standing};
use evenhand::framework::what_if::WhatIf;
use evenhand::policy::header::Words;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Rated, framework, measure, rate, rate_choosing, step, text};

/// Two measures with points each, their weighted mean, and three levels.
fn parts() -> Value {
    let ranged = |column: &str| {
        let mut measure = measure(column);
        measure["range"] = json!(["0", "100"]);
        measure
    };
    json!({
        "facts": { "kind": { "column": ["Kind"], "label": "Kind of school" }, "size": { "column": ["Size"], "kind": "number" } },
        "measures": {
            "m": ranged("M"),
            "n": ranged("N"),
            "survey": { "unit": "category", "categories": ["Weak", "Strong"], "reported": { "column": ["Survey"] }, "optional": true, "cite": "book" },
        },
        "scales": {
            "points": { "bands": [ { "atLeast": 80, "points": 3 }, { "atLeast": 50, "points": 2 }, { "points": 1 } ], "cite": "book" },
            "level": { "ratings": "levels", "bands": [ { "atLeast": "2.5", "rating": "High" }, { "atLeast": "1.5", "rating": "Middle" }, { "rating": "Low" } ], "cite": "book" },
        },
        "ratings": { "levels": { "lowestFirst": [ { "rating": "Low" }, { "rating": "Middle" }, { "rating": "High" } ], "cite": "book" } },
        "weights": { "both": { "parts": { "m.points": 1, "n.points": 1 }, "cite": "book" } },
        "nodes": {
            "m.points": { "scale": "points", "of": "m" },
            "n.points": { "scale": "points", "of": "n" },
            "score": { "weightedMean": "both", "missing": "skip" },
            "rating": { "scale": "level", "of": "score" },
        },
        "models": { "all": { "label": "All schools", "rating": "rating", "score": "score", "indicators": [ { "label": "Everything", "parts": ["m.points", "n.points", "survey"] } ], "cite": "book" } },
    })
}

const FILE: &str = "school,M,N,Kind,Size,Survey\na,55,60,district-run,10,Weak\nb,90,85,charter,20,Strong\nc,20,10,Charter,30,\nd,70,,district-run,40,Weak\n";

fn changes(list: &[(&str, &str)]) -> Choices {
    list.iter().map(|(measure, text)| ((*measure).to_owned(), (*text).to_owned())).collect()
}

fn what_if(rated: &Rated, school: &str, list: &[(&str, &str)]) -> WhatIf {
    let index = rated.table.find_school(school).unwrap();
    rated.framework.what_if(&rated.table, &rated.reading, index, &changes(list)).unwrap().unwrap()
}

#[test]
fn what_if_says_what_would_come_out_and_every_step_that_would_change() {
    let rated = rate(parts(), &[FILE]);
    let tried = what_if(&rated, "a", &[("m", "80")]);
    assert_eq!((text(&tried.before.rating), text(&tried.after.rating)), ("Middle".into(), "High".into()));
    assert_eq!(
        (text(tried.before.score.as_ref().unwrap()), text(tried.after.score.as_ref().unwrap())),
        ("2".into(), "2.5".into())
    );
    assert_eq!(tried.score_change.as_ref().map(ToString::to_string).as_deref(), Some("0.5"));
    let changed: Vec<(String, String, String)> = tried
        .changed
        .iter()
        .map(|changed| (changed.name.clone(), text(&changed.before), text(&changed.after)))
        .collect();
    let expected = [("m", "55", "80"), ("m.points", "2", "3"), ("score", "2", "2.5"), ("rating", "Middle", "High")];
    assert_eq!(changed, expected.map(|(name, before, after)| (name.to_owned(), before.to_owned(), after.to_owned())));
    // The trace never says that a file has it.
    let observed = step(&tried.trace, "m").observed.as_ref().unwrap();
    assert_eq!((observed.basis, &observed.text, observed.line), (Basis::Supposed, &None, None));
    let other = step(&tried.trace, "n").observed.as_ref().unwrap();
    assert_eq!((other.basis, other.text.as_deref()), (Basis::Reported, Some("60")));
    // And the rating is what it was.
    assert_eq!(rated.framework.rate(&rated.table, &rated.reading).schools[0].rating, rated.school("a").rating);
    assert_eq!(rated.rating("a"), "Middle");
}

#[test]
fn what_if_fills_in_what_is_missing_and_knows_words() {
    let rated = rate(parts(), &[FILE]);
    let tried = what_if(&rated, "d", &[("n", "95"), ("survey", " strong ")]);
    assert_eq!(
        (text(&tried.after.rating), text(&step(&tried.trace, "survey").value)),
        ("High".into(), "Strong".into())
    );
    let nothing = what_if(&rated, "d", &[]);
    assert_eq!(
        (nothing.before, nothing.changed.len(), nothing.score_change.map(|by| by.is_zero())),
        (nothing.after, 0, Some(true))
    );
}

#[test]
fn what_can_not_be_is_refused() {
    let rated = rate(parts(), &[FILE]);
    for (measure, value) in [
        ("m", "101"),
        ("m", "much"),
        ("m", ""),
        ("survey", "Mighty"),
        ("kind", "charter"),
        ("score", "3"),
        ("nothing", "3"),
        ("m@-1", "3"),
        ("m#participation", "101"),
        ("m#share", "5"),
    ] {
        let refused =
            rated.framework.what_if(&rated.table, &rated.reading, 0, &changes(&[(measure, value), ("n", "5")]));
        assert_eq!(refused.err(), Some(vec![(measure.to_owned(), value.to_owned())]), "{measure} {value}");
    }
}

#[test]
fn a_percentage_without_a_stated_range_is_one_of_a_hundred() {
    for (unit, possible) in [("percent", false), ("points", true)] {
        let parts = json!({
            "measures": { "m": { "unit": unit, "reported": { "column": ["M"] }, "cite": "book" } },
            "nodes": { "x": { "value": "m" } },
        });
        let rated = rate(parts, &["school,M\na,50\n"]);
        let tried = |value: &str| rated.framework.what_if(&rated.table, &rated.reading, 0, &changes(&[("m", value)]));
        assert!(tried("100").is_ok(), "{unit}");
        assert_eq!(tried("101").is_ok(), possible, "{unit}");
    }
}

#[test]
fn the_others_stay_as_they_are() {
    let mut ranked = parts();
    ranked["nodes"] = json!({ "m.points": { "rank": "m" }, "n.points": { "value": "n" }, "score": { "rank": "m" }, "rating": { "scale": "level", "of": "score" } });
    let rated = rate(ranked, &[FILE]);
    // a was third of four: 90, 70, 55, 20.
    assert_eq!(text(what_if(&rated, "a", &[]).after.score.as_ref().unwrap()), "3");
    assert_eq!(text(what_if(&rated, "a", &[("m", "100")]).after.score.as_ref().unwrap()), "1");
    assert_eq!(rated.value("b", "score"), "1", "the rank of b has not moved");
}

#[test]
fn an_override_is_left_out_of_what_if() {
    let request = OverrideRequest {
        school: "a".into(),
        rating: "Low".into(),
        who: "The board".into(),
        when: "2024-05-05".into(),
        why: "A reason".into(),
    };
    let choosing = Choosing { overrides: vec![request], ..Choosing::default() };
    let rated = rate_choosing(parts(), &[FILE], &choosing);
    assert_eq!(rated.rating("a"), "Low");
    let tried = what_if(&rated, "a", &[("m", "80")]);
    assert_eq!((text(&tried.before.rating), text(&tried.after.rating)), ("Middle".into(), "High".into()));
    assert!(tried.trace.steps.iter().all(|step| step.overridden.is_none()));
}

proptest! {
    /// To suppose a value is to rate a file that has it.
    #[test]
    fn what_if_is_the_same_as_another_file(m in 0_u32..=100, n in 0_u32..=100, then in 0_u32..=100, other in 0_u32..=100) {
        let file = |m: u32, n: u32| format!("school,M,N\na,{m},{n}\nb,50,50\n");
        let rated = rate(parts(), &[&file(m, n)]);
        let tried = what_if(&rated, "a", &[("m", &then.to_string()), ("n", &other.to_string())]);
        let real = rate(parts(), &[&file(then, other)]);
        let expected = real.school("a");
        prop_assert_eq!((&tried.after.rating, &tried.after.score, tried.after.standing), (&expected.rating, &expected.score, expected.standing));
        prop_assert_eq!(&tried.before.rating, &rated.school("a").rating);
        for changed in &tried.changed {
            prop_assert_eq!(&changed.after, &step(&tried.trace, &changed.name).value);
            prop_assert_ne!(&changed.before, &changed.after);
        }
    }
}

#[test]
fn two_frameworks_say_which_schools_move_and_where_the_calculations_part() {
    let rated = rate(parts(), &[FILE]);
    let mut later = parts();
    later["scales"]["points"]["bands"][0]["atLeast"] = json!(60);
    let other = framework(later);
    let reading = Reading::new(&other, &rated.table, &Choosing::default());
    let moved = movements(
        &rated.table,
        Applied { framework: &rated.framework, reading: &rated.reading },
        Applied { framework: &other, reading: &reading },
    );
    let short: Vec<(&str, Moves, String, String)> = moved
        .iter()
        .map(|moved| (&*moved.school, moved.moves, text(&moved.before.rating), text(&moved.after.rating)))
        .collect();
    assert_eq!(
        short,
        [
            ("a", Moves::Up, "Middle".to_owned(), "High".to_owned()),
            ("b", Moves::Stays, "High".to_owned(), "High".to_owned()),
            ("c", Moves::Stays, "Low".to_owned(), "Low".to_owned()),
            ("d", Moves::Up, "Middle".to_owned(), "High".to_owned()),
        ]
    );
    let reasons = |place: usize| -> Vec<(&str, String, String)> {
        moved[place].reasons.iter().map(|why| (why.name.as_str(), text(&why.before), text(&why.after))).collect()
    };
    assert_eq!(reasons(0), [("n.points", "2".to_owned(), "3".to_owned())]);
    assert_eq!(reasons(3), [("m.points", "2".to_owned(), "3".to_owned())]);
    assert_eq!(reasons(1), []);
    // Back again they move down.
    let back = movements(
        &rated.table,
        Applied { framework: &other, reading: &reading },
        Applied { framework: &rated.framework, reading: &rated.reading },
    );
    assert_eq!((back[0].moves, back[1].moves), (Moves::Down, Moves::Stays));
}

#[test]
fn where_only_the_weights_differ_the_calculations_part_at_the_mean() {
    let rated = rate(parts(), &["school,M,N\na,90,20\n"]);
    let mut heavy = parts();
    heavy["weights"]["both"]["parts"]["m.points"] = json!(3);
    let other = framework(heavy);
    let reading = Reading::new(&other, &rated.table, &Choosing::default());
    let moved = movements(
        &rated.table,
        Applied { framework: &rated.framework, reading: &rated.reading },
        Applied { framework: &other, reading: &reading },
    );
    let why: Vec<&str> = moved[0].reasons.iter().map(|why| why.name.as_str()).collect();
    assert_eq!((moved[0].moves, why), (Moves::Up, vec!["score"]));
}

#[test]
fn the_same_under_another_name_at_another_place_or_with_more_zeros_is_no_movement() {
    let none = |label: &str| json!({ "none": { "label": label, "cite": "book" } });
    let mut parts = parts();
    parts["outcomes"] = none("Not rated");
    parts["nodes"]["score"] = json!({ "weightedMean": "both", "missing": { "becomes": { "outcome": "none" } } });
    parts["nodes"]["rating"] =
        json!({ "scale": "level", "of": "score", "missing": { "becomes": { "outcome": "none" } } });
    let rated = rate(parts.clone(), &[FILE]);
    let mut later = parts;
    later["outcomes"] = none("No rating");
    later["outcomes"]["all"] = later["outcomes"]["none"].clone();
    later["measures"]["a"] = measure("A");
    later["ratings"] = json!({ "grades": later["ratings"]["levels"] });
    later["scales"]["level"]["ratings"] = json!("grades");
    later["nodes"]["score"]["round"] = json!({ "to": 1, "mode": "half-up" });
    let moved = |later: Value| {
        let other = framework(later);
        let reading = Reading::new(&other, &rated.table, &Choosing::default());
        let moved = movements(
            &rated.table,
            Applied { framework: &rated.framework, reading: &rated.reading },
            Applied { framework: &other, reading: &reading },
        );
        let one = |moved: &evenhand::framework::movement::Movement| {
            let reasons: Vec<String> = moved.reasons.iter().map(|why| why.name.clone()).collect();
            (moved.moves, text(&moved.before.rating), reasons.join(" "))
        };
        moved.iter().map(one).collect::<Vec<_>>()
    };
    let stays = |rating: &str| (Moves::Stays, rating.to_owned(), String::new());
    assert_eq!(moved(later.clone()), [stays("Middle"), stays("High"), stays("Low"), stays("=none")]);
    // Where something does differ, that alone is the reason.
    later["scales"]["points"]["bands"][0]["atLeast"] = json!(60);
    let up = (Moves::Up, "Middle".to_owned(), "n.points".to_owned());
    assert_eq!(moved(later), [up, stays("High"), stays("Low"), stays("=none")]);
}

#[test]
fn a_number_is_the_same_with_more_places() {
    let plain = json!({ "measures": { "m": measure("M") }, "nodes": { "x": { "value": "m" } } });
    let mut rounded = plain.clone();
    rounded["nodes"]["x"]["round"] = json!({ "to": 1, "mode": "half-up" });
    let (rated, other) = (rate(plain, &[FILE]), framework(rounded));
    let reading = Reading::new(&other, &rated.table, &Choosing::default());
    let moved = movements(
        &rated.table,
        Applied { framework: &rated.framework, reading: &rated.reading },
        Applied { framework: &other, reading: &reading },
    );
    assert!(moved.iter().all(|moved| moved.moves == Moves::Stays && moved.before.rating != moved.after.rating));
}

#[test]
fn where_calculations_part_is_named_once_and_at_most_five_times() {
    let reasons = |nodes: Value, later: &[&str]| {
        let of = |nodes: Value| json!({ "measures": { "m": measure("M") }, "nodes": nodes });
        let rated = rate(of(nodes.clone()), &["school,M\na,4\n"]);
        let mut changed = nodes;
        for node in later {
            changed[*node]["multiply"][1] = json!(7);
        }
        let other = framework(of(changed));
        let reading = Reading::new(&other, &rated.table, &Choosing::default());
        let moved = movements(
            &rated.table,
            Applied { framework: &rated.framework, reading: &rated.reading },
            Applied { framework: &other, reading: &reading },
        );
        moved[0].reasons.iter().map(|why| why.name.clone()).collect::<Vec<_>>()
    };
    // Two ways lead to it.
    let nodes = json!({ "p": { "multiply": ["m", 2] }, "one": { "sum": ["p", 1] }, "two": { "sum": ["p", 2] }, "x": { "sum": ["one", "two"] } });
    assert_eq!(reasons(nodes, &["p"]), ["p"]);
    let names = ["a", "b", "c", "d", "e", "f"];
    let mut nodes: Value = names.iter().map(|name| ((*name).to_owned(), json!({ "multiply": ["m", 2] }))).collect();
    nodes["x"] = json!({ "sum": names });
    assert_eq!(reasons(nodes, &names), ["a", "b", "c", "d", "e"]);
}

#[test]
fn other_levels_are_neither_higher_nor_lower() {
    let rated = rate(parts(), &[FILE]);
    let mut stars = parts();
    stars["ratings"]["levels"]["lowestFirst"] = json!([{ "rating": "*" }, { "rating": "**" }, { "rating": "***" }]);
    stars["scales"]["level"]["bands"] = json!([{ "atLeast": 2, "rating": "***" }, { "rating": "*" }]);
    let other = framework(stars);
    let reading = Reading::new(&other, &rated.table, &Choosing::default());
    let moved = movements(
        &rated.table,
        Applied { framework: &rated.framework, reading: &rated.reading },
        Applied { framework: &other, reading: &reading },
    );
    assert!(moved.iter().all(|moved| moved.moves == Moves::Otherwise), "{moved:?}");
}

const YEARS: &str = "school,year,M,N\na,2022,40,40\na,2023,55,60\na,2024,85,90\nb,2023,90,90\nb,2024,,\n";

#[test]
fn a_trend_rates_every_year_by_the_same_framework() {
    let rated = rate(parts(), &[YEARS, "school,year,Kind\na,2021,charter\n"]);
    let years: Vec<String> = ["2021", "2022", "2023", "2024"].map(str::to_owned).into();
    let trend = rated.framework.trend(&rated.table, &years, &Choosing::default(), &rated.reading);
    assert_eq!((trend.measures, trend.undated), (vec![0, 2, 2, 2], vec![0; 4]));
    let answers: Vec<Vec<String>> = trend
        .answers
        .iter()
        .map(|school| {
            school.iter().map(|answer| answer.as_ref().map_or("-".into(), |answer| text(&answer.rating))).collect()
        })
        .collect();
    assert_eq!(answers, [["-", "Low", "Middle", "High"], ["-", "-", "High", "-"]]);
    // The rated year is as it was rated; every other as if it had been chosen.
    for (place, year) in years.iter().enumerate().skip(1) {
        let chosen = Choosing { year: Some(year.clone()), ..Choosing::default() };
        let alone = rate_choosing(parts(), &[YEARS], &chosen);
        let answer = trend.answers[0][place].as_ref().unwrap();
        assert_eq!(text(&answer.rating), alone.rating("a"), "{year}");
        assert_eq!(answer.standing, Standing::Rated);
    }
}

#[test]
fn a_trend_says_what_is_the_same_in_every_year() {
    let rated = rate(parts(), &["school,year,M\na,2023,55\na,2024,85\n", "school,N\na,60\n"]);
    let years: Vec<String> = ["2023", "2024"].map(str::to_owned).into();
    let trend = rated.framework.trend(&rated.table, &years, &Choosing::default(), &rated.reading);
    assert_eq!((trend.measures, trend.undated), (vec![1, 1], vec![1, 1]));
    let blank = rate(parts(), &["school,year,M,N\na,2023,,\na,2024,85,60\n"]);
    let trend = blank.framework.trend(&blank.table, &years, &Choosing::default(), &blank.reading);
    assert_eq!((trend.measures, trend.undated), (vec![0, 2], vec![0, 0]), "blank cells are no measures of a year");
    let undated = rate(parts(), &["school,M,N\na,55,60\n", "school,year,Kind\na,2023,charter\n"]);
    let trend = undated.framework.trend(&undated.table, &years[..1], &Choosing::default(), &undated.reading);
    assert_eq!((trend.measures, trend.undated), (vec![0], vec![2]));
    assert!(trend.answers[0][0].is_none(), "what has no year is no trend");
}

#[test]
fn schools_fall_into_groups_by_facts_and_by_columns_that_nothing_reads() {
    let file = "school,M,N,Kind,Size,Region,Phone,Other\n\
        a,55,60,district-run,10,North,555-1,1\nb,90,85,charter,20,South,555-2,2\n\
        c,20,10,Charter,30,North,555-3,1\nd,70,70,district-run,40,,555-4,2\n";
    let rated = rate(parts(), &[file]);
    let groupings = rated.framework.groupings(&rated.table, &rated.reading);
    let names: Vec<&str> = groupings.iter().map(|grouping| grouping.name.as_str()).collect();
    // No numbers, and nothing that is another for every school.
    assert_eq!(names, ["kind"], "{groupings:?}");
    let kind = &groupings[0];
    assert_eq!(kind.label, Words::Plain("Kind of school".into()));
    assert_eq!(kind.of, [Some(0), Some(1), Some(1), Some(0)]);
    assert_eq!(kind.values, ["district-run", "charter"]);
    let medians: Vec<Option<String>> =
        kind.medians.iter().map(|median| median.as_ref().map(ToString::to_string)).collect();
    assert_eq!(medians, [Some("2".to_owned()), Some("2".to_owned())]);
    let more = format!("{file}e,1,1,charter,5,South,555-5,1\n");
    let rated = rate(parts(), &[&more]);
    let groupings = rated.framework.groupings(&rated.table, &rated.reading);
    assert_eq!(groupings[1].name, "Region");
    assert_eq!(groupings[1].of, [Some(0), Some(1), Some(0), None, Some(1)]);
    // A city may have a score of networks.
    let schools: String = (0..60).map(|school| format!("s{school},5,6,Network {}\n", school % 20)).collect();
    let rated = rate(parts(), &[&format!("school,M,N,Network\n{schools}")]);
    let groupings = rated.framework.groupings(&rated.table, &rated.reading);
    assert_eq!((groupings[0].name.as_str(), groupings[0].values.len()), ("Network", 20));
    // As many as can be looked over, and twice as many schools as groups.
    let found = |groups: usize, schools: usize| {
        let rows: String = (0..schools).map(|school| format!("s{school},5,6,Network {}\n", school % groups)).collect();
        let rated = rate(parts(), &[&format!("school,M,N,Network\n{rows}")]);
        rated.framework.groupings(&rated.table, &rated.reading).len()
    };
    assert_eq!([found(100, 200), found(101, 202)], [1, 0]);
    assert_eq!([found(3, 6), found(3, 5)], [1, 0]);
}

#[test]
fn numbers_of_all_schools_with_their_middle() {
    let rated = rate(parts(), &[FILE]);
    let numbers = |name: &str| {
        let numbers = rated.framework.numbers(&rated.table, &rated.reading, name)?;
        let values: Vec<String> = numbers.values.iter().map(text).collect();
        Some((values.join(" "), numbers.median.as_ref().map(text)))
    };
    assert_eq!(numbers("m"), Some(("55 90 20 70".into(), Some("62.5".into()))));
    assert_eq!(numbers("n"), Some(("60 85 10 (not-reported)".into(), Some("60".into()))));
    assert_eq!(numbers("rating"), Some(("Middle High Low Middle".into(), None)));
    assert_eq!(numbers("no-such"), None);
}
