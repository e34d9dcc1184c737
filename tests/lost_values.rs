//! A value that a file has and that can't be told is never taken for a missing one: no rating comes out of a guess.
#![cfg(not(target_arch = "wasm32"))]

mod joined;

use evenhand::workbench::Answer;

use joined::Workbench;

const POLICY: &str = r#"{
  "evenhand": "framework/1", "id": "two-tests", "version": "1", "title": "Two tests", "authority": "Nobody",
  "sources": { "book": { "title": "A book", "asOf": "2024-01-01", "read": true } },
  "school": { "identifier": [ { "column": ["school_id"] } ] },
  "facts": { "kind": { "column": ["kind"], "default": "plain", "cite": "book" } },
  "measures": {
    "reading": { "reported": { "column": ["Reading"] }, "cite": "book" },
    "math": { "reported": { "column": ["Math"] }, "cite": "book" }
  },
  "scales": { "levels": { "bands": [ { "atLeast": 50, "rating": "High" }, { "rating": "Low" } ], "cite": "book" } },
  "ratings": { "levels": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
  "nodes": {
    "mean": { "mean": ["reading", "math"], "missing": "skip" },
    "rating": { "scale": "levels", "of": "mean" }
  },
  "models": { "plain": { "label": "Plain", "when": { "fact": "kind", "equals": "plain" }, "rating": "rating", "cite": "book" } }
}"#;

/// Each school with its standing and rating; nothing when a step before fails.
fn standings(files: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut workbench = Workbench::new();
    let Answer::Success { value: policy, .. } = workbench.open_policy(POLICY) else { return Vec::new() };
    for (name, text) in files {
        workbench.add_file(name, text.as_bytes().to_vec());
    }
    workbench.rate(&policy.key, Default::default());
    let csv = workbench.ratings_csv("en").unwrap_or_default();
    let lines = csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    let field = |fields: &[String], place: usize| fields.get(place).cloned().unwrap_or_default();
    let seen = |fields: Vec<String>| format!("{} {}", field(&fields, 5), field(&fields, 4)).trim().to_owned();
    lines.map(|fields| (field(&fields, 0), seen(fields))).collect()
}

fn pair(school: &str, answer: &str) -> (String, String) {
    (school.to_owned(), answer.to_owned())
}

#[test]
fn two_files_that_contradict_each_other_leave_a_school_undetermined() {
    let files = [
        ("a.csv", "school_id,measure,value\n1,Reading,70\n1,Math,20\n2,Reading,70\n2,Math,\n"),
        ("b.csv", "school_id,measure,value\n1,Math,30\n"),
    ];
    // A blank is missing by the policy's own word; a contradiction is not.
    assert_eq!(standings(&files), [pair("1", "undetermined"), pair("2", "rated High")]);
}

#[test]
fn a_fact_that_files_contradict_leaves_the_model_open() {
    let files = [
        ("a.csv", "school_id,kind,Reading,Math\n1,plain,70,60\n2,plain,70,60\n"),
        ("b.csv", "school_id,kind,Reading,Math\n1,other,70,60\n"),
    ];
    assert_eq!(standings(&files), [pair("1", "undetermined"), pair("2", "rated High")]);
}

#[test]
fn what_may_stand_in_a_lost_row_is_not_missing() {
    // The third row has a comma too many, so its value is lost.
    let files = [("a.csv", "school_id,measure,value\n1,Reading,70\n1,Math,20,5\n2,Reading,70\n2,Math,\n")];
    assert_eq!(standings(&files), [pair("1", "undetermined"), pair("2", "rated High")]);
}

#[test]
fn the_value_of_a_group_is_never_taken_for_the_school() {
    let files = [("a.csv", "school_id,student group,Reading,Math\n1,EL,70,60\n2,EL,20,20\n")];
    assert_eq!(standings(&files), [pair("1", "undetermined"), pair("2", "undetermined")]);
}

#[test]
fn a_fact_in_the_rows_of_programs_is_no_default() {
    // The first school is of another kind, so no model fits it.
    let files = [(
        "a.csv",
        "school_id,program,kind,Reading,Math\n1,E,other,70,60\n1,H,other,70,60\n2,E,plain,70,60\n2,H,plain,70,60\n",
    )];
    assert_eq!(standings(&files)[0], pair("1", "not-rated"));
}

#[test]
fn a_long_file_whose_values_can_not_be_found_is_asked_about() {
    let mut workbench = Workbench::new();
    workbench.open_policy(POLICY);
    let text = "school_id,what,heute,anzahl\n1,Reading,60,100\n1,Math,60,100\n2,Reading,60,90\n";
    let Answer::Success { value: file, .. } = workbench.add_file("a.csv", text.as_bytes().to_vec()) else {
        unreachable!("the file is added")
    };
    assert!(file.mapping.is_none());
    assert!(file.notices.iter().any(|notice| notice.code == "tables.value-not-recognized"), "{:?}", file.notices);
}
