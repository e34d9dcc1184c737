//! Cells on the workbench: rated alone or beside files, kept in a session, and taken away again.

use evenhand::framework::rating::Choosing;
use evenhand::records::cells::Cells;
use evenhand::workbench::{Answer, RatingResult};

use crate::generated::rows;
use crate::joined::Workbench;
use crate::oracle::expected;
use crate::support::{GROWTH, LEVEL, SUBJECT, records};

fn policy(id: &str, computed: serde_json::Value) -> String {
    serde_json::json!({
        "evenhand": "framework/1", "id": id, "version": "1", "title": "A test", "authority": "Nobody",
        "sources": { "book": { "title": "The book", "asOf": "2024-01-02", "read": true } },
        "school": { "identifier": [ { "column": ["school"] } ] },
        "facts": { "kind": { "column": ["Kind"], "default": "plain" } },
        "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
        "scales": { "level": { "bands": [ { "atLeast": 40, "rating": "High" }, { "rating": "Low" } ], "domain": ["0", "100"], "cite": "book" } },
        "measures": { "m": { "unit": "percent", "cite": "book", "computed": computed } },
        "nodes": { "rating": { "scale": "level", "of": "m" } },
        "models": { "plain": { "label": "Plain", "when": { "fact": "kind", "equals": "plain" }, "rating": "rating", "score": "m", "cite": "book" } },
    })
    .to_string()
}

fn share() -> serde_json::Value {
    serde_json::json!({ "statistic": "share", "of": LEVEL, "counts": ["4", "5"], "where": { SUBJECT: ["ELA"] } })
}

fn value<T>(answer: Answer<T>) -> T {
    match answer {
        Answer::Success { value, .. } => value,
        Answer::Failure { notices } => panic!("{notices:#?}"),
    }
}

fn document(workbench: &Workbench, rows: &[String]) -> String {
    let cells = Cells::count(&records(rows), &workbench.cell_plan(&[]));
    serde_json::to_string(&cells.document()).unwrap()
}

fn scores(result: &RatingResult) -> Vec<(String, String)> {
    let score = |score| serde_json::to_value(score).unwrap()["exact"].as_str().unwrap_or("none").to_owned();
    result.ratings.schools.iter().map(|school| (school.school.to_string(), score(&school.score))).collect()
}

#[test]
fn schools_that_only_student_files_have_are_rated() {
    let rows = rows(300, 5, 11);
    let mut workbench = Workbench::new();
    value(workbench.open_policy(&policy("test", share())));
    assert!(matches!(workbench.rate("test@1", Choosing::default()), Answer::Failure { .. }));
    let document = document(&workbench, &rows);
    let summary = value(workbench.set_cells(&document));
    assert_eq!((summary.schools, summary.slices, summary.years.len()), (5, 1, 2));
    let result = value(workbench.rate("test@1", Choosing::default()));
    assert!(result.student_data);
    assert_eq!(result.years, ["2025", "2024"]);
    let expected = expected(&rows);
    for (school, score) in scores(&result) {
        let key = [school.as_str(), "2025", "ELA", "all", "all"].map(str::to_owned);
        let [n, proficient, ..] = expected[&key];
        assert_eq!(score, evenhand::exact::Exact::ratio(proficient as i64 * 100, n as i64).unwrap().to_string());
    }
    // Every year by the same policy.
    let trend = workbench.trend().unwrap();
    assert_eq!((trend.years.len(), trend.measures), (2, vec![1, 1]));

    // A file of facts beside them: one of the schools is of another kind, and one is only in the file.
    value(workbench.add_file("facts.csv", b"school,Kind\n083000000000,other\nonly,plain\n".to_vec()));
    let answer = workbench.rate("test@1", Choosing::default());
    let Answer::Success { value: result, notices } = answer else { panic!() };
    assert!(notices.iter().any(|notice| notice.code == "workbench.schools-only-counted"));
    assert_eq!(result.ratings.schools.len(), 6);
    assert_eq!(result.ratings.schools[0].model, None);

    // A session keeps them, and says what they are.
    let session = workbench.session(Some("test@1"), &Choosing::default());
    assert!(session.contains("Student data"));
    let mut opened = Workbench::new();
    value(opened.open_session(&session));
    assert_eq!(opened.cells(), workbench.cells());
    assert_eq!(scores(&value(opened.rate("test@1", Choosing::default()))), scores(&result));
    let export = workbench.export(false).unwrap();
    assert!(export.student_data);

    workbench.clear_cells();
    assert_eq!(workbench.cells(), None);
    let result = value(workbench.rate("test@1", Choosing::default()));
    assert!(!result.student_data);
    assert_eq!(result.ratings.schools.len(), 2);
    let session = workbench.session(None, &Choosing::default());
    assert!(!session.contains("Student data"));
}

#[test]
fn policies_that_cells_were_not_counted_for_are_named() {
    let mut workbench = Workbench::new();
    value(workbench.open_policy(&policy("test", share())));
    let document = document(&workbench, &rows(20, 3, 5));
    let growth = serde_json::json!({ "statistic": "median", "of": GROWTH });
    value(workbench.open_policy(&policy("other", growth)));
    // Of growth it is counted too who took the test.
    assert_eq!(workbench.cell_plan(&[]).slices.len(), 3);
    assert_eq!(workbench.cell_plan(&["other@1".to_owned()]).slices.len(), 2);
    let summary = value(workbench.set_cells(&document));
    let lacking: Vec<_> = summary.not_counted.iter().collect();
    assert_eq!(lacking, [(&"other@1".to_owned(), &vec!["m".to_owned()])]);
    // The two frameworks on the same schools: what isn't counted for one stays open there.
    value(workbench.rate("test@1", Choosing::default()));
    let Answer::Success { notices, .. } = workbench.compare_ratings("other@1") else { panic!() };
    assert!(notices.iter().any(|notice| notice.code == "framework.not-counted"));
    // What is no cells document changes nothing.
    assert!(matches!(workbench.set_cells("{}"), Answer::Failure { .. }));
    assert_eq!(workbench.cells(), Some(summary));
}
