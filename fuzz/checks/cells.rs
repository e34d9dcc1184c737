//! What must hold for any text opened as cells: the fuzz target and the replay of its corpus call this.

use std::rc::Rc;

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading};
use evenhand::notice::has_error;
use evenhand::records::cells::{Cells, How};
use evenhand::tables::SchoolTable;

/// A framework with a measure of each statistic.
pub const FRAMEWORK: &str = r#"{
  "evenhand": "framework/1", "id": "cells", "version": "1", "title": "Cells", "authority": "Nobody",
  "school": { "identifier": [ { "column": ["school"] } ] },
  "minimums": { "few": { "n": 3 } },
  "measures": {
    "share": { "minimum": "few", "computed": { "statistic": "share", "of": "assessmentPerformanceLevelIdentifier", "counts": ["4", "5"],
      "others": ["1", "2", "3"], "participation": { "excused": "in" }, "years": 2 } },
    "index": { "computed": { "statistic": "index", "of": "assessmentPerformanceLevelIdentifier", "worth": { "4": "1", "5": "5/3" } } },
    "reached": { "computed": { "statistic": "share", "of": "assessmentResultScoreValue", "atLeast": "725.5" } },
    "mean": { "computed": { "statistic": "mean", "of": "assessmentResultScoreValue" } },
    "median": { "range": ["1", "99"], "computed": { "statistic": "median", "of": "studentGrowthPercentile" } },
    "rate": { "computed": { "statistic": "rate", "of": "numberOfDaysInAttendance", "per": "numberOfDaysInMembership" } },
    "absence": { "computed": { "statistic": "chronic-absence", "of": "numberOfDaysAbsent", "per": "numberOfDaysInMembership", "atLeast": "10%" } }
  },
  "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ] } },
  "scales": { "level": { "bands": [ { "atLeast": 1, "rating": "High" }, { "rating": "Low" } ] } },
  "nodes": {
    "all": { "mean": ["share", "index", "reached", "mean", "median", "rate", "absence"], "missing": "skip" },
    "rating": { "scale": "level", "of": "all" }
  },
  "models": { "all": { "label": "All", "rating": "rating" } }
}"#;

/// Reads the text as cells, rates by them, and puts them together with themselves.
///
/// # Panics
/// When a promise is broken.
pub fn check_cells(text: &str) {
    let cells = match Cells::read(text) {
        Ok(cells) => cells,
        Err(notices) => {
            assert!(has_error(&notices), "a refused document says why");
            return;
        }
    };
    let counted = cells.counted.iter().any(|counted| !counted.cells.is_empty());
    match cells.merge(&cells) {
        Ok(_) => assert!(!counted, "nobody counts twice"),
        Err(notices) => assert!(has_error(&notices)),
    }
    let (beside, sum) = cells.beside(&cells);
    assert_eq!(sum.is_some(), beside.how == How::Disjoint);
    assert_eq!(beside.how == How::Apart, !beside.notices.is_empty(), "what stays apart says why");
    let framework = Framework::load(FRAMEWORK).unwrap_or_else(|notices| panic!("{notices:?}"));
    let schools = cells.schools.iter().map(|school| (school.id.as_str(), school.name.as_deref()));
    let table = SchoolTable::default().with_schools(schools);
    assert_eq!(table.schools().len(), cells.schools.len());
    let reading = Reading::with_cells(&framework, &table, Some(Rc::new(cells)), &Choosing::default());
    let ratings = framework.rate(&table, &reading);
    assert_eq!(ratings.schools.len(), table.schools().len());
}
