//! Every notice of frameworks and of the workbench is produced here at least once, with the place that it names.

use std::collections::BTreeSet;
use std::rc::Rc;

use evenhand::catalog;
use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, OverrideRequest, Reading};
use evenhand::notice::{Notice, Severity};
use evenhand::records::plan::CellPlan;
use evenhand::workbench::Answer;
use serde_json::{Value, json};

use crate::computed::{LEVEL, cells, rate_students};
use crate::joined::Workbench;
use crate::support::{definition, framework, measure, rate_choosing, table};

/// A definition of which nothing is to be told, with something of every section.
fn good() -> Value {
    json!({
        "evenhand": "framework/1",
        "id": "test",
        "version": "1",
        "title": "A test",
        "authority": "Nobody",
        "sources": { "book": { "title": "The book", "asOf": "2024-01-02", "read": true } },
        "lists": { "subject": [ { "id": "reading", "label": "Reading" }, { "id": "math", "label": "Math" } ] },
        "school": { "identifier": [ { "column": ["school"] } ] },
        "absences": { "*": "withheld" },
        "facts": { "kind": { "column": ["Kind"] }, "size": { "column": ["Size"], "kind": "number" } },
        "minimums": { "ten": { "n": 10, "cite": "book" } },
        "measures": {
            "{subject}": { "unit": "percentile", "range": ["0", "100"], "minimum": "ten", "cite": "book",
                "reported": { "column": ["{subject.label}"], "participation": ["{subject.label} tested"] } },
            "survey": { "unit": "category", "categories": ["Good", "Bad"], "reported": { "column": ["Survey"] }, "cite": "book" },
        },
        "scales": {
            "points": { "bands": [ { "atLeast": 50, "points": 2 }, { "points": 1 } ], "domain": ["0", "100"], "cite": "book" },
            "words": { "lookup": { "Good": 2, "Bad": 1 }, "cite": "book" },
            "line": { "linear": [ { "value": 0, "points": 0 }, { "value": 100, "points": 4 } ], "cite": "book" },
            "level": { "ratings": "level", "bands": [ { "atLeast": "1.5", "rating": "High" }, { "rating": "Low" } ], "cite": "book" },
            "loss": { "bands": [ { "atLeast": 95, "points": 0 }, { "points": 1 } ], "cite": "book" },
        },
        "grids": { "grid": {
            "rows": [ { "atLeast": 50 }, { "below": 50 } ], "columns": [ { "is": "Good" }, { "is": "Bad" } ],
            "cells": [ [4, 3], [2, 1] ], "cite": "book",
        } },
        "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
        "outcomes": { "none": { "label": "Not rated", "cite": "book" } },
        "weights": { "w": { "total": 4, "parts": { "{subject}.points": 1, "survey.points": 2 }, "cite": "book" } },
        "redistributions": { "r": { "cite": "book", "steps": [
            { "ifMissing": ["reading.points"], "becomes": { "outcome": "none" } },
            { "ifMissing": ["survey.points"], "to": { "math.points": 1 } },
            { "ifMissing": ["math.points"], "to": { "reading.points": 1 } },
        ] } },
        "references": { "norm": { "version": "2024", "values": [1, 2, 3], "cite": "book" } },
        "nodes": {
            "{subject}.points": { "scale": "points", "of": "{subject}", "penalty": { "by": "{subject}#participation", "scale": "loss", "cite": "book" } },
            "survey.points": { "scale": "words", "of": "survey" },
            "drawn": { "scale": "line", "of": "reading" },
            "cell": { "grid": "grid", "row": "reading", "column": "survey" },
            "place": { "percentile": "reading", "in": "norm", "cite": "book" },
            "score": { "weightedMean": "w", "missing": { "redistribute": "r" }, "round": { "to": 1, "mode": "half-up" }, "cite": "book" },
            "by-score": { "scale": "level", "of": "score" },
            "rating": { "gate": "by-score", "when": { "fact": "place", "below": 1 }, "lower": 1, "cite": "book" },
            "shown": { "sum": ["drawn", "cell"] },
        },
        "models": { "all": {
            "label": "All", "when": { "fact": "kind", "equals": "plain" }, "rating": "rating", "score": "score",
            "indicators": [ { "label": "Parts", "parts": ["shown"] } ], "cite": "book",
        } },
        "labels": { "big": { "label": "Big", "when": { "fact": "size", "atLeast": 100 }, "cite": "book" } },
        "overrides": { "rule": "The board may.", "cite": "book" },
        "published": [ { "node": "rating", "column": ["Published"] } ],
    })
}

/// What loading says of the good definition with one part replaced. A pointer that ends in `/-` adds to a list.
fn told(pointer: &str, value: Value) -> (Vec<Notice>, String) {
    let mut definition = good();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/");
    match definition.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
        Value::Object(entries) if value.is_null() => drop(entries.remove(&key)),
        Value::Object(entries) => drop(entries.insert(key, value)),
        Value::Array(entries) if key == "-" => entries.push(value),
        Value::Array(entries) => entries[key.parse::<usize>().unwrap()] = value,
        _ => panic!("no {parent}"),
    }
    let text = serde_json::to_string_pretty(&definition).unwrap();
    let notices = match Framework::load(&text) {
        Ok(framework) => framework.notices,
        Err(notices) => notices,
    };
    (notices, text)
}

/// One mistake: what is replaced, by what, and what is told where.
struct Mistake(&'static str, Value, &'static str, &'static str);

/// A rule on stays.
fn rule(full_year: Value) -> Value {
    json!({ "fullYear": full_year, "cite": "handbook" })
}

fn mistakes() -> Vec<Mistake> {
    let m = Mistake;
    vec![
        m("/evenhand", json!("framework/9"), "framework.not-a-framework", "/evenhand"),
        m("/nodes/x", json!({ "sum": ["{subjct}.points"] }), "framework.unknown-list", "/nodes/x/sum/0"),
        m("/nodes/x", json!({ "for": "subjct", "sum": [ "score" ] }), "policy.unknown-field", "/nodes/x/for"),
        m("/weights/w/parts/{subject.labl}", json!(1), "framework.unknown-property", "/weights/w/parts/{subject.labl}"),
        m("/nodes/x", json!({ "value": "{subject}.points" }), "framework.nothing-to-repeat", "/nodes/x/value"),
        m("/nodes/x", json!({ "summ": ["score"] }), "framework.no-operator", "/nodes/x"),
        // Rules on stays: days of a school year, both ends of a span, and something at all.
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "from": "10-01", "through": "4-30" })) }),
            "policy.invalid-value",
            "/enrollments/r/fullYear/through",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "from": 10, "through": "04-30" })) }),
            "policy.wrong-type",
            "/enrollments/r/fullYear/from",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "from": "10-01" })) }),
            "policy.missing-field",
            "/enrollments/r/fullYear",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "through": "10-01" })) }),
            "policy.missing-field",
            "/enrollments/r/fullYear",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "gapDays": 3 })) }),
            "policy.missing-field",
            "/enrollments/r/fullYear",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "on": ["10-01"], "ofDays": 180 })) }),
            "policy.missing-field",
            "/enrollments/r/fullYear",
        ),
        m(
            "/enrollments",
            json!({ "r": rule(json!({ "from": "04-30", "through": "10-01" })) }),
            "policy.dates-reversed",
            "/enrollments/r/fullYear",
        ),
        m(
            "/enrollments",
            json!({ "r": { "openEnded": true, "cite": "handbook" } }),
            "policy.missing-field",
            "/enrollments/r",
        ),
        m("/enrollments", json!({ "r": { "countsAt": "most-days" } }), "framework.no-citation", "/enrollments/r"),
        m(
            "/enrollments",
            json!({ "r": { "countsAt": "longest", "cite": "handbook" } }),
            "policy.invalid-value",
            "/enrollments/r/countsAt",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "mean", "of": "assessmentResultScoreValue", "enrollment": "rule" }),
            "framework.unknown-name",
            "/measures/survey/computed/enrollment",
        ),
        // Computed measures: what a statistic needs, and elements that don't exist.
        m(
            "/measures/survey/computed",
            json!({ "statistic": "mean", "of": "score" }),
            "framework.unknown-element",
            "/measures/survey/computed/of",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "mean", "of": "assessmentResultScoreValue", "anyGroup": [ { "sex": ["X"], "race": ["Y"] } ] }),
            "framework.unknown-element",
            "/measures/survey/computed/anyGroup/0/race",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "share", "of": LEVEL }),
            "policy.missing-field",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "index", "of": LEVEL }),
            "policy.missing-field",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "rate", "of": "numberOfDaysAbsent" }),
            "policy.missing-field",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "median", "of": LEVEL }),
            "framework.not-countable",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "chronic-absence", "of": "numberOfDaysAbsent", "per": "seats", "atLeast": "10%" }),
            "framework.not-countable",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "share", "of": LEVEL, "counts": ["Met"], "atLeast": 1 }),
            "policy.one-choice",
            "/measures/survey/computed",
        ),
        m(
            "/measures/survey/computed",
            json!({ "statistic": "mean", "of": "studentGrowthPercentile", "years": 0 }),
            "policy.out-of-range",
            "/measures/survey/computed/years",
        ),
        m("/nodes/x", json!({ "sum": ["score"], "mean": ["score"] }), "framework.several-operators", "/nodes/x"),
        m("/nodes/rating/raise", json!(1), "framework.one-effect", "/nodes/rating"),
        m("/nodes/rating/lower", Value::Null, "framework.one-effect", "/nodes/rating"),
        m("/nodes/survey", json!({ "value": 1 }), "framework.name-taken", "/nodes/survey"),
        m("/nodes/a#b", json!({ "value": 1 }), "framework.bad-name", "/nodes/a#b"),
        m("/facts/7", json!({ "column": ["X"] }), "framework.bad-name", "/facts/7"),
        m("/nodes/shown/sum/0", json!("drawn#share"), "framework.bad-reference", "/nodes/shown/sum/0"),
        // Unknown references, each where it stands.
        m("/nodes/shown/sum/1", json!("cel"), "framework.unknown-reference", "/nodes/shown/sum/1"),
        m("/nodes/survey.points/of", json!("nothing"), "framework.unknown-reference", "/nodes/survey.points/of"),
        m("/nodes/cell/column", json!("nothing"), "framework.unknown-reference", "/nodes/cell/column"),
        m("/nodes/rating/when/fact", json!("nothing"), "framework.unknown-reference", "/nodes/rating/when/fact"),
        m(
            "/nodes/rating/when",
            json!({ "all": [ { "fact": "place", "below": 1 }, { "not": { "any": [ { "fact": "nothing", "known": true } ] } } ] }),
            "framework.unknown-reference",
            "/nodes/rating/when/all/1/not/any/0/fact",
        ),
        m(
            "/nodes/{subject}.points/penalty/by",
            json!("nothing"),
            "framework.unknown-reference",
            "/nodes/{subject}.points/penalty/by",
        ),
        m(
            "/nodes/shown/needs",
            json!({ "all": ["cell", "nothing"] }),
            "framework.unknown-reference",
            "/nodes/shown/needs/all/1",
        ),
        m(
            "/nodes/shown/needs",
            json!({ "any": ["nothing"] }),
            "framework.unknown-reference",
            "/nodes/shown/needs/any/0",
        ),
        m(
            "/nodes/shown/needs",
            json!({ "all": ["cell"], "otherwise": "nothing" }),
            "framework.unknown-reference",
            "/nodes/shown/needs/otherwise",
        ),
        m(
            "/nodes/shown/missing",
            json!({ "becomes": "nothing" }),
            "framework.unknown-reference",
            "/nodes/shown/missing/becomes",
        ),
        m("/nodes/shown/ifAbsent", json!("nothing"), "framework.unknown-reference", "/nodes/shown/ifAbsent"),
        m(
            "/nodes/x",
            json!({ "choose": [ { "when": { "fact": "score", "above": 1 }, "then": 1 }, { "when": { "fact": "nothing", "above": 1 }, "then": 1 } ], "cite": "book" }),
            "framework.unknown-reference",
            "/nodes/x/choose/1/when/fact",
        ),
        m(
            "/nodes/x",
            json!({ "choose": [ { "when": { "fact": "score", "above": 1 }, "then": "nothing" } ], "cite": "book" }),
            "framework.unknown-reference",
            "/nodes/x/choose/0/then",
        ),
        m(
            "/nodes/x",
            json!({ "count": [ { "fact": "score", "above": 1 }, { "fact": "nothing", "above": 1 } ] }),
            "framework.unknown-reference",
            "/nodes/x/count/1/fact",
        ),
        m(
            "/nodes/x",
            json!({ "rank": "score", "among": { "fact": "nothing", "known": true }, "cite": "book" }),
            "framework.unknown-reference",
            "/nodes/x/among/fact",
        ),
        m(
            "/nodes/x",
            json!({ "rank": "score", "within": ["kind", "nothing"], "cite": "book" }),
            "framework.unknown-reference",
            "/nodes/x/within/1",
        ),
        m(
            "/nodes/x",
            json!({ "earnedOverEligible": [ { "earned": "score", "eligible": "nothing" } ], "cite": "book" }),
            "framework.unknown-reference",
            "/nodes/x/earnedOverEligible/0/eligible",
        ),
        m(
            "/nodes/x",
            json!({ "weightedMean": [ { "when": { "fact": "nothing", "known": true }, "weights": "w" } ] }),
            "framework.unknown-reference",
            "/nodes/x/weightedMean/0/when/fact",
        ),
        m("/weights/w/parts/nothing", json!(1), "framework.unknown-reference", "/weights/w/parts/nothing"),
        m(
            "/weights/w/parts/survey.points",
            json!("nothing"),
            "framework.unknown-reference",
            "/weights/w/parts/survey.points",
        ),
        m(
            "/redistributions/r/steps/0/ifMissing/-",
            json!("nothing"),
            "framework.unknown-reference",
            "/redistributions/r/steps/0/ifMissing/1",
        ),
        m(
            "/redistributions/r/steps/1/to/nothing",
            json!(0),
            "framework.unknown-reference",
            "/redistributions/r/steps/1/to/nothing",
        ),
        m(
            "/redistributions/r/leftover",
            json!("nothing"),
            "framework.unknown-reference",
            "/redistributions/r/leftover",
        ),
        m("/models/all/when/fact", json!("nothing"), "framework.unknown-reference", "/models/all/when/fact"),
        m("/models/all/rating", json!("nothing"), "framework.unknown-reference", "/models/all/rating"),
        m("/models/all/score", json!("nothing"), "framework.unknown-reference", "/models/all/score"),
        m(
            "/models/all/indicators/0/parts/-",
            json!("nothing"),
            "framework.unknown-reference",
            "/models/all/indicators/0/parts/1",
        ),
        m("/labels/big/when/fact", json!("nothing"), "framework.unknown-reference", "/labels/big/when/fact"),
        m("/published/0/node", json!("nothing"), "framework.unknown-reference", "/published/0/node"),
        m("/nodes/shown/sum/0", json!("drawn#n"), "framework.not-a-measure", "/nodes/shown/sum/0"),
        m(
            "/nodes/x",
            json!({ "raiseDenominator": "score", "to": 95, "cite": "book" }),
            "framework.not-a-measure",
            "/nodes/x/raiseDenominator",
        ),
        // Names of other sections, each where it stands.
        m("/measures/{subject}/minimum", json!("tenn"), "framework.unknown-name", "/measures/{subject}/minimum"),
        m("/nodes/drawn/scale", json!("lien"), "framework.unknown-name", "/nodes/drawn/scale"),
        m(
            "/nodes/{subject}.points/penalty/scale",
            json!("los"),
            "framework.unknown-name",
            "/nodes/{subject}.points/penalty/scale",
        ),
        m("/nodes/cell/grid", json!("gird"), "framework.unknown-name", "/nodes/cell/grid"),
        m("/nodes/place/in", json!("nrom"), "framework.unknown-name", "/nodes/place/in"),
        m("/nodes/score/weightedMean", json!("v"), "framework.unknown-name", "/nodes/score/weightedMean"),
        m(
            "/nodes/x",
            json!({ "weightedMean": [ { "weights": "v" } ] }),
            "framework.unknown-name",
            "/nodes/x/weightedMean/0/weights",
        ),
        m(
            "/nodes/score/missing/redistribute",
            json!("rr"),
            "framework.unknown-name",
            "/nodes/score/missing/redistribute",
        ),
        m("/scales/level/ratings", json!("levels"), "framework.unknown-name", "/scales/level/ratings"),
        m(
            "/redistributions/r/steps/0/becomes/outcome",
            json!("non"),
            "framework.unknown-name",
            "/redistributions/r/steps/0/becomes/outcome",
        ),
        m(
            "/nodes/rating/ifAbsent",
            json!({ "outcome": "non" }),
            "framework.unknown-name",
            "/nodes/rating/ifAbsent/outcome",
        ),
        m("/published/0/model", json!("al"), "framework.unknown-name", "/published/0/model"),
        m(
            "/scales/points/bands/0",
            json!({ "atLeast": 50, "outcome": "non" }),
            "framework.unknown-name",
            "/scales/points/bands/0/outcome",
        ),
        m("/scales/level/bands/0/rating", json!("Hihg"), "framework.unknown-rating", "/scales/level/bands/0/rating"),
        m("/scales/words/lookup/Good", json!("Hihg"), "framework.unknown-rating", "/scales/words/lookup/Good"),
        m("/grids/grid/cells/1/0", json!("Hihg"), "framework.unknown-rating", "/grids/grid/cells/1/0"),
        m(
            "/nodes/rating/ifAbsent",
            json!({ "rating": "Hihg" }),
            "framework.unknown-rating",
            "/nodes/rating/ifAbsent/rating",
        ),
        m(
            "/nodes/x",
            json!({ "gate": "by-score", "when": { "fact": "place", "below": 1 }, "atMost": { "rating": "Lo" }, "cite": "book" }),
            "framework.unknown-rating",
            "/nodes/x/atMost/rating",
        ),
        m("/ratings/other", json!({ "lowestFirst": [ { "rating": "Low" } ], "cite": "book" }), "", ""),
        // Of two bounds at one end the tighter counts.
        m(
            "/scales/points/bands",
            json!([ { "atLeast": 50, "above": 50, "points": 2 }, { "atMost": 50, "points": 1 } ]),
            "",
            "",
        ),
        m(
            "/scales/points/bands",
            json!([ { "atLeast": 60, "above": 50, "points": 2 }, { "below": 60, "points": 1 } ]),
            "",
            "",
        ),
        m(
            "/scales/points/bands",
            json!([ { "atMost": 50, "below": 50, "points": 2 }, { "atLeast": 50, "points": 1 } ]),
            "",
            "",
        ),
        m(
            "/scales/points/bands",
            json!([ { "atMost": 40, "below": 50, "points": 2 }, { "above": 40, "points": 1 } ]),
            "",
            "",
        ),
        m("/nodes/ a", json!({ "value": 1 }), "framework.bad-name", "/nodes/ a"),
        m("/nodes/", json!({ "value": 1 }), "framework.bad-name", "/nodes/"),
        m("/scale", json!({}), "policy.unknown-field", "/scale"),
        m(
            "/nodes/x",
            json!({ "weightedSum": [ { "when": { "fact": "nothing", "known": true }, "weights": "w" }, { "weights": "w" } ] }),
            "framework.unknown-reference",
            "/nodes/x/weightedSum/0/when/fact",
        ),
        m("/nodes/score/weightedSum", json!("w"), "framework.several-operators", "/nodes/score"),
        // Braces that hold no name are text.
        m("/models/all/label", json!("{a b} {} {a.} {.b} {a.b c}"), "", ""),
        m("/facts/size/cite", json!("bok: page 1"), "policy.unknown-source", "/facts/size/cite"),
        m("/measures/{subject}/range", json!(["5", "5"]), "", ""),
        m("/grids/grid/rows", json!([]), "framework.grid-shape", "/grids/grid/cells"),
        m(
            "/grids/grid",
            json!({ "rows": [], "columns": [ { "is": "Good" } ], "cells": [], "cite": "book" }),
            "framework.grid-shape",
            "/grids/grid/cells",
        ),
        m(
            "/grids/grid",
            json!({ "rows": [ { "above": 0 } ], "columns": [], "cells": [ [] ], "cite": "book" }),
            "framework.grid-shape",
            "/grids/grid/cells",
        ),
        m("/nodes/score/needs", json!({ "atLeast": 3 }), "", ""),
        m("/nodes/x", json!({ "weightedSum": "no" }), "framework.unknown-name", "/nodes/x/weightedSum"),
        m(
            "/nodes/x",
            json!({ "count": [ { "fact": "kind", "below": 1 } ] }),
            "policy.test-does-not-fit",
            "/nodes/x/count/0/below",
        ),
        m(
            "/nodes/x",
            json!({ "holds": { "fact": "kind", "below": 1 } }),
            "policy.test-does-not-fit",
            "/nodes/x/holds/below",
        ),
        m(
            "/nodes/x",
            json!({ "rank": "score", "among": { "fact": "kind", "below": 1 } }),
            "policy.test-does-not-fit",
            "/nodes/x/among/below",
        ),
        m(
            "/nodes/x",
            json!({ "percentRank": "score", "among": { "fact": "kind", "below": 1 } }),
            "policy.test-does-not-fit",
            "/nodes/x/among/below",
        ),
        m(
            "/nodes/x",
            json!({ "lowest": "5%", "of": "score", "among": { "fact": "kind", "below": 1 } }),
            "policy.test-does-not-fit",
            "/nodes/x/among/below",
        ),
        m(
            "/nodes/x",
            json!({ "choose": [ { "when": { "fact": "kind", "below": 1 }, "then": 1 } ] }),
            "policy.test-does-not-fit",
            "/nodes/x/choose/0/when/below",
        ),
        m(
            "/nodes/x",
            json!({ "choose": [ { "when": { "fact": "size", "below": 1 }, "then": 1 } ], "ratings": "no" }),
            "framework.unknown-name",
            "/nodes/x/ratings",
        ),
        m(
            "/nodes/shown/missing",
            json!({ "becomes": { "outcome": "no" } }),
            "framework.unknown-name",
            "/nodes/shown/missing/becomes/outcome",
        ),
        m(
            "/nodes/x",
            json!({ "scale": { "bands": [ { "points": 1 } ] }, "of": "score" }),
            "framework.no-citation",
            "/nodes/x",
        ),
        m(
            "/nodes/{subject}.points/penalty/scale",
            json!("level"),
            "framework.wrong-kind",
            "/nodes/{subject}.points/penalty/scale",
        ),
        // Zero is a whole number below the lowest bound.
        m(
            "/scales/points",
            json!({ "bands": [ { "atMost": "0.5", "points": 2 }, { "points": 1 } ], "wholeNumbers": true, "cite": "book" }),
            "",
            "",
        ),
        m("/nodes/drawn/sum", json!(["shown"]), "framework.several-operators", "/nodes/drawn"),
        m("/nodes/cell", json!({ "value": "shown" }), "framework.cycle", "/nodes/cell"),
        m(
            "/scales/points/linear",
            json!([ { "value": 0, "points": 0 } ]),
            "framework.one-kind-of-scale",
            "/scales/points",
        ),
        m("/scales/line/linear", json!([]), "framework.one-kind-of-scale", "/scales/line"),
        m("/scales/points/bands/1/rating", json!("Low"), "framework.one-result", "/scales/points/bands/1"),
        m("/scales/points/bands/1/points", Value::Null, "framework.one-result", "/scales/points/bands/1"),
        m(
            "/scales/points/bands/-",
            json!({ "atLeast": 20, "points": 0 }),
            "framework.dead-row",
            "/scales/points/bands/2",
        ),
        m(
            "/scales/points/bands/0",
            json!({ "atLeast": 50, "below": 50, "points": 2 }),
            "framework.dead-row",
            "/scales/points/bands/0",
        ),
        m("/grids/grid/columns/1/is", json!("good"), "framework.dead-row", "/grids/grid/columns/1"),
        m(
            "/scales/points/bands",
            json!([ { "atLeast": 50, "points": 2 }, { "atLeast": 0, "atMost": 50, "points": 1 } ]),
            "framework.overlap",
            "/scales/points/bands/1",
        ),
        m("/grids/grid/rows/1", json!({ "atMost": 50 }), "framework.overlap", "/grids/grid/rows/1"),
        m(
            "/scales/points/bands",
            json!([ { "atLeast": 50, "points": 2 }, { "below": 49, "points": 1 } ]),
            "framework.gap",
            "/scales/points/bands/1",
        ),
        m("/scales/points/bands/1", json!({ "atLeast": 1, "points": 1 }), "framework.gap", "/scales/points/bands"),
        m(
            "/scales/line/linear/-",
            json!({ "value": 100, "points": 5 }),
            "framework.anchors-not-ascending",
            "/scales/line/linear/2",
        ),
        m(
            "/references/norm",
            json!({ "version": "1", "anchors": [ { "value": 2, "percentile": 1 }, { "value": 1, "percentile": 2 } ], "cite": "book" }),
            "framework.anchors-not-ascending",
            "/references/norm/anchors/1",
        ),
        m(
            "/scales/line/linear",
            json!([ { "value": 0, "points": 0 } ]),
            "framework.too-few-anchors",
            "/scales/line/linear",
        ),
        m("/references/norm/values", json!([]), "framework.too-few-anchors", "/references/norm"),
        m("/measures/{subject}/range", json!(["100", "0"]), "framework.range-reversed", "/measures/{subject}/range"),
        m("/scales/points/domain", json!(["100", "0"]), "framework.range-reversed", "/scales/points/domain"),
        m("/weights/w/total", json!(5), "framework.weights-total", "/weights/w/total"),
        m("/weights/w/parts/survey.points", json!("-2"), "framework.negative-weight", "/weights/w/parts/survey.points"),
        m(
            "/redistributions/r/steps/1/to/math.points",
            json!("1/2"),
            "framework.shares-total",
            "/redistributions/r/steps/1/to",
        ),
        m(
            "/redistributions/r/steps/1",
            json!({ "ifMissing": ["survey.points"] }),
            "framework.step-unclear",
            "/redistributions/r/steps/1",
        ),
        m(
            "/redistributions/r/steps/1/becomes",
            json!({ "outcome": "none" }),
            "framework.step-unclear",
            "/redistributions/r/steps/1",
        ),
        m(
            "/redistributions/r/steps/2/to",
            json!({ "survey.points": 1 }),
            "framework.redistribution-cycle",
            "/redistributions/r/steps/2/to",
        ),
        // The weight of the part itself, too.
        m(
            "/redistributions/r/steps/1",
            json!({ "ifAllMissing": ["survey.points"], "to": { "survey.points": 1 } }),
            "framework.redistribution-cycle",
            "/redistributions/r/steps/1/to",
        ),
        m(
            "/redistributions/r/steps/1/to",
            json!({ "survey.points": 1 }),
            "framework.redistribution-cycle",
            "/redistributions/r/steps/1/to",
        ),
        m(
            "/redistributions/r/steps/1/to",
            json!({ "score": 1 }),
            "framework.not-a-part",
            "/redistributions/r/steps/1/to/score",
        ),
        m(
            "/redistributions/r/steps/1/ifMissing/-",
            json!("score"),
            "framework.not-a-part",
            "/redistributions/r/steps/1/ifMissing/1",
        ),
        m(
            "/redistributions/r/steps/1",
            json!({ "ifMissing": ["survey.points"], "toPresent": ["math.points", "place"] }),
            "framework.not-a-part",
            "/redistributions/r/steps/1/toPresent/1",
        ),
        m(
            "/redistributions/r/steps/1",
            json!({ "ifMissing": ["survey.points"], "toPresent": ["math.points"], "otherwise": { "place": 1 } }),
            "framework.not-a-part",
            "/redistributions/r/steps/1/otherwise/place",
        ),
        m(
            "/redistributions/r/steps/1/ifMissing",
            json!(["math.points"]),
            "framework.part-without-step",
            "/weights/w/parts/survey.points",
        ),
        m("/grids/grid/cells/1", json!([2]), "framework.grid-shape", "/grids/grid/cells"),
        m("/nodes/x", json!({ "divide": ["score", 2, 3] }), "framework.part-count", "/nodes/x/divide"),
        m("/nodes/x", json!({ "sum": [] }), "framework.part-count", "/nodes/x/sum"),
        m("/nodes/score/needs", json!({ "atLeast": 4 }), "framework.part-count", "/nodes/score/needs/atLeast"),
        m("/nodes/shown/sum/0", json!("by-score"), "framework.wrong-kind", "/nodes/shown/sum/0"),
        m(
            "/nodes/x",
            json!({ "gate": "score", "when": { "fact": "place", "below": 1 }, "lower": 1, "cite": "book" }),
            "framework.wrong-kind",
            "/nodes/x/gate",
        ),
        m(
            "/nodes/x",
            json!({ "bestOf": ["score", "by-score"], "cite": "book" }),
            "framework.wrong-kind",
            "/nodes/x/bestOf/1",
        ),
        m("/scales/points/cite", Value::Null, "framework.no-citation", "/scales/points"),
        m("/nodes/rating/cite", Value::Null, "framework.no-citation", "/nodes/rating"),
        m("/scales/words/lookup/Fair", json!(1), "framework.category-mismatch", "/nodes/survey.points/scale"),
        m("/models", json!({}), "framework.no-model", ""),
        m("/nodes/x", json!({ "value": "score" }), "framework.unused", "/nodes/x"),
        m("/published/0/partsOf", json!("score"), "framework.published-unclear", "/published/0"),
        m("/published/0/column", json!([]), "framework.published-unclear", "/published/0"),
        m("/measures/survey/reported", Value::Null, "framework.measure-without-origin", "/measures/survey"),
        // Told in the words that all policies share.
        m(
            "/nodes/rating/when",
            json!({ "fact": "kind", "below": 1 }),
            "policy.test-does-not-fit",
            "/nodes/rating/when/below",
        ),
        m("/nodes/rating/missing", json!("skip"), "policy.unknown-field", "/nodes/rating/missing"),
        m(
            "/nodes/x",
            json!({ "lowest": "500%", "of": "score", "cite": "book" }),
            "policy.out-of-range",
            "/nodes/x/lowest",
        ),
        m(
            "/nodes/x",
            json!({ "nearest": "score", "index": "size", "schools": 0, "cite": "book" }),
            "policy.out-of-range",
            "/nodes/x/schools",
        ),
        m(
            "/nodes/x",
            json!({ "parts": "score", "link": "kind", "combine": "weighted-mean", "cite": "book" }),
            "policy.missing-field",
            "/nodes/x",
        ),
    ]
}

/// What rating says of a small framework, with what a person adds.
fn rated(parts: Value, files: &[&str], choosing: &Choosing) -> Vec<Notice> {
    rate_choosing(parts, files, choosing).ratings.notices
}

fn override_of(school: &str, rating: &str, who: &str) -> Choosing {
    let request = OverrideRequest {
        school: school.into(),
        rating: rating.into(),
        who: who.into(),
        when: "2024-03-01".into(),
        why: "A vote".into(),
    };
    Choosing { overrides: vec![request], ..Choosing::default() }
}

/// A framework of one measure and one rating scale.
fn small() -> Value {
    json!({
        "absences": { "*": "withheld" },
        "facts": { "kind": { "column": ["Kind"] } },
        "minimums": { "ten": { "n": 10, "cite": "book" } },
        "ratings": { "level": { "lowestFirst": [ { "rating": "Low" }, { "rating": "High" } ], "cite": "book" } },
        "scales": { "level": { "bands": [ { "atLeast": 50, "rating": "High" }, { "below": 40, "rating": "Low" } ], "cite": "book" } },
        "measures": {
            "m": { "range": ["0", "100"], "minimum": "ten", "reported": { "column": ["M"], "n": ["N"] }, "cite": "book" },
            "w": { "unit": "category", "categories": ["Good"], "optional": true, "reported": { "column": ["W"] }, "cite": "book" },
        },
        "nodes": { "rating": { "scale": "level", "of": "m" } },
        "models": { "plain": { "label": "Plain", "when": { "fact": "kind", "equals": "plain" }, "rating": "rating", "cite": "book" } },
        "overrides": { "rule": "The board may.", "cite": "book" },
    })
}

/// What rating says, by code: file, line, column and school where it names them.
fn in_rating() -> Vec<(&'static str, Vec<Notice>, [&'static str; 4])> {
    let none = Choosing::default();
    let year = Choosing { year: Some("2081".into()), ..Choosing::default() };
    let column = Choosing { columns: [("m".to_owned(), "Mm".to_owned())].into(), ..Choosing::default() };
    let mut without_rule = small();
    without_rule["overrides"] = Value::Null;
    without_rule.as_object_mut().unwrap().remove("overrides");
    let mut labelled = small();
    labelled["facts"]["size"] = json!({ "column": ["Enrollment"], "kind": "number" });
    labelled["labels"] =
        json!({ "big": { "label": "Big", "when": { "fact": "size", "atLeast": 100 }, "cite": "book" } });
    let mut gated = small();
    gated["nodes"]["high"] = gated["nodes"]["rating"].clone();
    gated["nodes"]["rating"] =
        json!({ "gate": "high", "when": { "fact": "m#participation", "below": 95 }, "lower": 1, "cite": "book" });
    gated["measures"]["m"]["reported"]["participation"] = json!(["Kind of"]);
    let mut published = small();
    published["published"] = json!([ { "node": "rating", "column": ["Published"] } ]);
    let mut shown = small();
    shown["models"]["plain"]["indicators"] = json!([ { "label": "Shown", "parts": ["w"] } ]);
    let file = "school,Kind,M,N,W\na,plain,60,20,Good\n";
    let growth = json!({ "statistic": "median", "of": "studentGrowthPercentile" });
    let students = "student,school,year,level,growth\n1,a,2025,Odd,50\n";
    let counted = |measure: Value, rows: &str| {
        let mut measure = measure;
        measure["cite"] = json!("book");
        let parts = json!({ "measures": { "m": measure }, "nodes": { "x": { "value": "m" } } });
        rate_students(parts, &["school,M\na,5\n"], rows, &none).ratings.notices
    };
    let of_level = |more: Value| {
        let mut computed = json!({ "statistic": "share", "of": LEVEL, "counts": ["Odd"] });
        computed.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "computed": computed })
    };
    let not_counted = {
        let parts =
            json!({ "measures": { "m": { "computed": growth, "cite": "book" } }, "nodes": { "x": { "value": "m" } } });
        let (framework, table) = (framework(parts), table(&["school,M\na,5\n"]));
        let cells = cells(&CellPlan::new([]), students);
        let reading = Reading::with_cells(&framework, &table, Some(Rc::new(cells)), &none);
        framework.rate(&table, &reading).notices
    };
    let without_stays = {
        let computed = json!({ "statistic": "median", "of": "studentGrowthPercentile", "fullAcademicYear": true, "enrollment": "r" });
        let parts = json!({
            "enrollments": { "r": { "fullYear": { "from": "10-01", "through": "05-01" }, "cite": "book" } },
            "measures": { "m": { "computed": computed, "cite": "book" } },
            "nodes": { "x": { "value": "m" } },
        });
        let rows = "student,school,year,growth,schoolFullAcademicYear\n1,a,2025,50,Yes\n2,a,2025,50,\n";
        rate_students(parts, &["school,M\na,5\n"], rows, &none).ratings.notices
    };
    vec![
        ("framework.stays-unknown", without_stays, ["", "", "", ""]),
        ("framework.not-counted", not_counted, ["", "", "", ""]),
        (
            "framework.not-in-records",
            counted(of_level(json!({ "where": { "assessmentAcademicSubject": ["Math"] } })), students),
            ["", "", "", ""],
        ),
        (
            "framework.words-without-meaning",
            counted(
                of_level(json!({ "counts": ["Met"], "others": ["Below"] })),
                "student,school,year,level\n1,a,2025,Odd\n2,a,2025,Met\n",
            ),
            ["", "", "", ""],
        ),
        ("framework.years-not-in-records", counted(of_level(json!({ "years": 2 })), students), ["", "", "", ""]),
        (
            "framework.computed-out-of-range",
            counted(json!({ "computed": growth, "range": ["60", "99"] }), students),
            ["", "", "m", "a"],
        ),
        (
            "framework.two-origins",
            counted(json!({ "computed": growth, "reported": { "column": ["M"] } }), students),
            ["", "", "", ""],
        ),
        ("framework.measure-not-in-file", rated(small(), &["school,Kind\na,plain\n"], &none), ["", "", "", ""]),
        (
            "framework.ambiguous-column",
            rated(
                json!({ "measures": { "m": measure("my M") }, "nodes": { "x": { "value": "m" } } }),
                &["school,My M,my m\na,1,2\n"],
                &none,
            ),
            ["", "", "", ""],
        ),
        (
            "framework.fact-contradicts",
            rated(small(), &["school,measure,value,Kind\na,M,60,plain\na,N,20,other\n"], &none),
            ["0.csv", "3", "kind", "a"],
        ),
        (
            "framework.unreadable-number",
            rated(small(), &["school,Kind,M\na,plain,sixty\n"], &none),
            ["0.csv", "2", "m", "a"],
        ),
        (
            "framework.unknown-category",
            rated(small(), &["school,Kind,M,W\na,plain,60,Goood\n"], &none),
            ["0.csv", "2", "w", "a"],
        ),
        (
            "framework.out-of-range",
            rated(small(), &["school,Kind,M\nb,plain,1\na,plain,101\n"], &none),
            ["0.csv", "3", "m", "a"],
        ),
        (
            "framework.below-minimum",
            rated(small(), &["school,Kind,M,N\na,plain,60,9\n"], &none),
            ["0.csv", "2", "m", "a"],
        ),
        ("framework.no-model-fits", rated(small(), &["school,Kind,M\na,odd,60\n"], &none), ["", "", "", "a"]),
        ("framework.model-undetermined", rated(small(), &["school,Kind,M\na,,60\n"], &none), ["", "", "", "a"]),
        ("framework.no-row-fits", rated(small(), &["school,Kind,M\na,plain,45\n"], &none), ["", "", "", "a"]),
        (
            "framework.override-school",
            rated(small(), &[file], &override_of("z", "Low", "The board")),
            ["", "", "", "z"],
        ),
        ("framework.override-incomplete", rated(small(), &[file], &override_of("a", "Low", " ")), ["", "", "", "a"]),
        (
            "framework.override-rating",
            rated(small(), &[file], &override_of("a", "Lowe", "The board")),
            ["", "", "", "a"],
        ),
        (
            "framework.override-without-rule",
            rated(without_rule, &[file], &override_of("a", "Low", "The board")),
            ["", "", "", "a"],
        ),
        ("framework.unknown-year", rated(small(), &["school,Kind,M,year\na,plain,60,2024\n"], &year), ["", "", "", ""]),
        (
            "framework.only-other-years",
            rated(small(), &["school,year,Kind,measure,value\na,2023,plain,M,60\na,2024,plain,Other,60\n"], &none),
            ["", "", "", ""],
        ),
        ("framework.unknown-choice", rated(small(), &[file], &column), ["", "", "", ""]),
        (
            "framework.impossible-number",
            rated(small(), &["school,Kind,M,N,W\na,plain,60,-1,Good\n"], &none),
            ["0.csv", "2", "m", "a"],
        ),
        (
            "framework.column-not-in-file",
            rated(small(), &["school,Kind,M,W\na,plain,60,Good\n"], &none),
            ["", "", "", ""],
        ),
        (
            "framework.optional-not-in-file",
            rated(shown, &["school,Kind,M,N\na,plain,60,20\n"], &none),
            ["", "", "", ""],
        ),
        ("framework.facts-not-in-file", rated(labelled.clone(), &[file], &none), ["", "", "", ""]),
        (
            "framework.heading-alike",
            rated(labelled.clone(), &["school,Kind,M,N,Enrolment\na,plain,60,20,5\n"], &none),
            ["", "", "", ""],
        ),
        (
            "framework.condition-undetermined",
            rated(gated, &["school,Kind,M,N,W,Kind of\na,plain,60,20,Good,\n"], &none),
            ["", "", "", ""],
        ),
        ("framework.published-not-in-file", rated(published, &[file], &none), ["", "", "", ""]),
        (
            "framework.label-undetermined",
            rated(labelled, &["school,Kind,M,N,Enrollment\na,plain,60,20,\n"], &none),
            ["", "", "", ""],
        ),
    ]
}

fn failure<T>(answer: Answer<T>) -> Vec<Notice> {
    match answer {
        Answer::Success { notices, .. } | Answer::Failure { notices } => notices,
    }
}

/// What the workbench says, by code.
fn on_the_workbench() -> Vec<(&'static str, Vec<Notice>)> {
    let mut workbench = Workbench::new();
    let first = serde_json::to_string(&good()).unwrap();
    let second = serde_json::to_string_pretty(&good()).unwrap();
    failure(workbench.open_policy(&first));
    let replaced = failure(workbench.open_policy(&second));
    let nothing = failure(workbench.rate("test@1", Choosing::default()));
    failure(workbench.add_file("a.csv", b"school,M\na,1\n".to_vec()));
    failure(workbench.rate("test@1", Choosing::default()));
    let impossible = failure(workbench.what_if("a", &[("m".to_owned(), "much".to_owned())].into()));
    assert_eq!(impossible.iter().map(|notice| notice.place.school.as_deref()).collect::<Vec<_>>(), [Some("a")]);
    let counted = cells(&workbench.cell_plan(&[]), "student,school,year\n1,b,2025\n");
    workbench.set_cells(&serde_json::to_string(&counted.document()).unwrap());
    let only_counted = failure(workbench.rate("test@1", Choosing::default()));
    workbench.clear_cells();
    vec![
        ("workbench.impossible-value", impossible),
        ("workbench.policy-replaced", replaced),
        ("workbench.nothing-to-rate", nothing),
        ("workbench.unknown-policy", failure(workbench.document("no@1"))),
        ("workbench.file-twice", failure(workbench.add_file("b.csv", b"school,M\na,1\n".to_vec()))),
        ("workbench.schools-only-counted", only_counted),
        ("workbench.not-a-session", failure(workbench.open_session("{}"))),
        ("workbench.session-version", failure(workbench.open_session(r#"{ "evenhand": "session/9" }"#))),
    ]
}

/// What only a definition of its own can show.
fn apart() -> Vec<(&'static str, Vec<Notice>)> {
    let load = |definition: Value| Framework::load(&serde_json::to_string(&definition).unwrap()).unwrap_err();
    let mut large = good();
    large["lists"]["many"] = json!((0..1_000).map(|at| format!("i{at}")).collect::<Vec<_>>());
    large["lists"]["more"] = large["lists"]["many"].clone();
    large["nodes"]["{many}.{more}"] = json!({ "value": 1 });
    let mut deep = good();
    for at in 0..101 {
        let next = if at == 100 { "score".to_owned() } else { format!("n{}", at + 1) };
        deep["nodes"][format!("n{at}")] = json!({ "value": next });
    }
    let mut ambiguous = good();
    ambiguous["ratings"]["other"] = ambiguous["ratings"]["level"].clone();
    ambiguous["scales"]["level"].as_object_mut().unwrap().remove("ratings");
    vec![
        ("framework.too-large", load(large)),
        ("framework.too-many-levels", load(deep)),
        ("framework.ambiguous-rating", load(ambiguous)),
    ]
}

#[test]
fn the_good_definition_is_good() {
    let text = serde_json::to_string_pretty(&good()).unwrap();
    assert_eq!(Framework::load(&text).unwrap_or_else(|notices| panic!("{notices:#?}")).notices, []);
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for Mistake(replaced, by, code, pointer) in mistakes() {
        let (notices, text) = told(replaced, by.clone());
        if code.is_empty() {
            assert_eq!(notices, [], "{replaced}");
            continue;
        }
        let Some(notice) =
            notices.iter().find(|notice| notice.code == code && notice.place.pointer.as_deref() == Some(pointer))
        else {
            let found: Vec<_> = notices.iter().map(|notice| (notice.code, notice.place.pointer.clone())).collect();
            wrong.push(format!("{replaced} = {by}: no {code} at {pointer}, but {found:?}"));
            continue;
        };
        let line = usize::try_from(notice.place.line.unwrap_or_else(|| panic!("{code} has no line"))).unwrap();
        let last = pointer.rsplit('/').next().unwrap();
        let written = text.lines().nth(line - 1).unwrap();
        let is_there = last.parse::<usize>().is_ok() || pointer.is_empty() || written.contains(&format!("\"{last}\""));
        if !is_there {
            wrong.push(format!("{code} at {pointer}: line {line} is {written}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_rating_tells_names_the_cell_or_the_school() {
    for (code, notices, [file, line, column, school]) in in_rating() {
        let notice =
            notices.iter().find(|notice| notice.code == code).unwrap_or_else(|| panic!("{code}: {notices:#?}"));
        let place = &notice.place;
        let found = [
            place.file.as_deref().unwrap_or_default().to_owned(),
            place.line.map(|line| line.to_string()).unwrap_or_default(),
            place.column.clone().unwrap_or_default(),
            place.school.clone().unwrap_or_default(),
        ];
        assert_eq!(found, [file, line, column, school], "{code}");
    }
}

#[test]
fn every_code_is_produced() {
    let mut produced: BTreeSet<&str> = BTreeSet::new();
    let mut take = |expected: &'static str, notices: &[Notice]| {
        assert!(notices.iter().any(|notice| notice.code == expected), "{expected} is not produced: {notices:#?}");
        produced.insert(expected);
    };
    for Mistake(replaced, by, code, _) in mistakes().into_iter().filter(|mistake| !mistake.2.is_empty()) {
        take(code, &told(replaced, by).0);
    }
    for (code, notices, _) in in_rating() {
        take(code, &notices);
    }
    for (code, notices) in on_the_workbench().into_iter().chain(apart()) {
        take(code, &notices);
    }
    let declared: BTreeSet<&str> = catalog()
        .iter()
        .map(|code| code.code)
        .filter(|code| code.starts_with("framework.") || code.starts_with("workbench."))
        .collect();
    let missing: Vec<_> = declared.difference(&produced).collect();
    assert!(missing.is_empty(), "never produced: {missing:?}");
}

fn codes(notices: &[Notice]) -> Vec<(&str, &str)> {
    notices.iter().map(|notice| (notice.code, notice.place.pointer.as_deref().unwrap_or_default())).collect()
}

#[test]
fn every_gap_is_told() {
    let bands = json!([
        { "atLeast": 80, "points": 3 }, { "atLeast": 50, "atMost": 79, "points": 2 },
        { "atLeast": 20, "atMost": 40, "points": 1 },
    ]);
    let (notices, _) = told("/scales/points/bands", bands);
    let expected = ["/scales/points/bands", "/scales/points/bands/2", "/scales/points/bands/1"];
    let mut found = codes(&notices);
    found.sort_unstable();
    let mut expected = expected.map(|pointer| ("framework.gap", pointer));
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn rows_overlap_in_values_that_can_be() {
    let rows =
        json!([ { "atLeast": "50.2", "atMost": 100, "points": 2 }, { "atLeast": 0, "atMost": "50.8", "points": 1 } ]);
    for (whole, expected) in [(false, vec![("framework.overlap", "/scales/points/bands/1")]), (true, vec![])] {
        let scale = json!({ "bands": rows, "domain": ["0", "100"], "wholeNumbers": whole, "cite": "book" });
        let (notices, _) = told("/scales/points", scale);
        assert_eq!(codes(&notices), expected, "{whole}");
    }
}

#[test]
fn a_gap_reaches_to_the_ends_of_what_occurs() {
    let (notices, _) = told("/scales/points/bands", json!([ { "atLeast": 20, "atMost": 80, "points": 1 } ]));
    let gaps: Vec<(Value, Value)> = notices
        .iter()
        .map(|notice| serde_json::to_value(&notice.arguments).unwrap())
        .map(|arguments| (arguments["lower"].clone(), arguments["upper"].clone()))
        .collect();
    assert_eq!(gaps, [(json!("0"), json!("20")), (json!("80"), json!("100"))]);
    let (notices, _) = told("/scales/points/domain", json!(["50", "50"]));
    assert_eq!(codes(&notices), [], "a single value is a domain");
}

#[test]
fn a_misspelt_placeholder_is_told_once_and_nothing_that_follows_from_it() {
    for (replaced, by, pointer, code) in [
        ("/nodes/x", json!({ "sum": ["{subjct}.points"] }), "/nodes/x/sum/0", "framework.unknown-list"),
        ("/nodes/x", json!({ "value": "{subjct}" }), "/nodes/x/value", "framework.unknown-list"),
        ("/nodes/x", json!({ "value": "{subject}.points" }), "/nodes/x/value", "framework.nothing-to-repeat"),
        ("/weights/w/parts/{subjct}.points", json!(0), "/weights/w/parts/{subjct}.points", "framework.unknown-list"),
        ("/nodes/x", json!({ "sum": ["{subject.labl}.points"] }), "/nodes/x/sum/0", "framework.unknown-property"),
    ] {
        let (notices, _) = told(replaced, by.clone());
        let errors: Vec<_> = notices.iter().filter(|notice| notice.severity == Severity::Error).cloned().collect();
        assert_eq!(codes(&errors), [(code, pointer)], "{by}");
    }
    // The points of a subject aren't unknown because the name that should give them is misspelt.
    let mut definition = good();
    let nodes = definition["nodes"].as_object_mut().unwrap();
    let points = nodes.remove("{subject}.points").unwrap();
    nodes.insert("{subjct}.points".to_owned(), points);
    let notices = Framework::load(&serde_json::to_string_pretty(&definition).unwrap()).unwrap_err();
    assert!(notices.iter().all(|notice| notice.code == "framework.unknown-list"), "{:#?}", codes(&notices));
}

#[test]
fn a_name_that_a_misspelt_placeholder_could_not_have_given_is_unknown() {
    let measures = json!({ "m": { "reported": { "column": ["M"] }, "cite": "book" } });
    let unknown = |reference: &str| {
        let nodes = json!({ "p.{subjct}.points": { "value": "m" }, "x": { "sum": ["m", reference] } });
        let text = serde_json::to_string(&definition(json!({ "measures": measures, "nodes": nodes }))).unwrap();
        codes(&Framework::load(&text).unwrap_err()).contains(&("framework.unknown-reference", "/nodes/x/sum/1"))
    };
    assert!(!unknown("p.math.points"));
    for other in ["q.math.points", "p.mathematics", "p.points", "nothing", "{no list}"] {
        assert!(unknown(other), "{other}");
    }
}

#[test]
fn a_rule_on_stays_may_say_only_where_a_student_counts() {
    let (notices, _) = told("/enrollments", json!({ "r": { "countsAt": "10-01", "cite": "book" } }));
    assert_eq!(codes(&notices), []);
    // A span may be a single day.
    let day = json!({ "from": "10-01", "through": "10-01" });
    let (notices, _) = told("/enrollments", json!({ "r": { "fullYear": day, "cite": "book" } }));
    assert_eq!(codes(&notices), []);
}

#[test]
fn what_is_told_names_what_would_be_right() {
    let arguments = |pointer: &str, value: Value, code: &str| {
        let (notices, _) = told(pointer, value);
        let found = notices.iter().find(|notice| notice.code == code).unwrap_or_else(|| panic!("{notices:#?}"));
        serde_json::to_value(&found.arguments).unwrap()
    };
    let unknown = arguments("/nodes/rating/missing", json!("skip"), "policy.unknown-field");
    let fields = unknown["fields"].as_array().unwrap();
    assert!(fields.contains(&json!("ifAbsent")) && !fields.contains(&json!("missing")), "{unknown}");
    let best = json!({ "bestOf": ["survey", "reading"], "cite": "book" });
    let kind = arguments("/nodes/x", best, "framework.wrong-kind");
    assert_eq!(kind, json!({ "name": "survey", "found": "word", "expected": "number" }));
}

#[test]
fn a_mistake_in_a_computed_measure_is_told_alone() {
    for (computed, code, place) in [
        (
            json!({ "statistic": "rate", "of": "numberOfDaysAbsent", "per": "hours" }),
            "framework.unknown-element",
            "/per",
        ),
        (json!({ "statistic": "median", "of": "growth" }), "framework.unknown-element", "/of"),
        (
            json!({ "statistic": "chronic-absence", "of": "numberOfDaysAbsent", "per": "numberOfDaysInAttendance" }),
            "policy.missing-field",
            "",
        ),
        (json!({ "statistic": "rate", "of": "numberOfDaysAbsent" }), "policy.missing-field", ""),
        (json!({ "statistic": "median", "of": LEVEL }), "framework.not-countable", ""),
    ] {
        let (notices, _) = told("/measures/more", json!({ "computed": computed, "cite": "book" }));
        let errors: Vec<_> = notices.iter().filter(|notice| notice.severity == Severity::Error).cloned().collect();
        assert_eq!(codes(&errors), [(code, &*format!("/measures/more/computed{place}"))], "{computed}");
    }
}

#[test]
fn what_cannot_be_read_hides_its_own_mistakes_and_no_others() {
    let nodes = json!({ "x": { "value": "m" }, "bad": { "sum": 5 }, "badly": { "sum": ["m", "nothing"] } });
    let measures = json!({ "m": { "reported": { "column": ["M"] }, "cite": "book" } });
    let text = serde_json::to_string(&definition(json!({ "measures": measures, "nodes": nodes }))).unwrap();
    let notices = Framework::load(&text).unwrap_err();
    let at = |pointer: &str| codes(&notices).into_iter().filter(|(_, at)| at.starts_with(pointer)).collect::<Vec<_>>();
    assert_eq!(at("/nodes/badly"), [("framework.unknown-reference", "/nodes/badly/sum/1")]);
    assert_eq!(at("/nodes/bad/"), [("policy.wrong-type", "/nodes/bad/sum")]);
}

#[test]
fn the_hundredth_unknown_name_is_guessed_at_like_the_first() {
    let measures = json!({ "measure": { "reported": { "column": ["M"] }, "cite": "book" } });
    let parts: Vec<Value> = std::iter::once(json!("measure")).chain((0..102).map(|_| json!("mesure"))).collect();
    let text = serde_json::to_string(&definition(json!({ "measures": measures, "nodes": { "x": { "sum": parts } } })))
        .unwrap();
    let notices = Framework::load(&text).unwrap_err();
    let guess = |place: usize| {
        let pointer = format!("/nodes/x/sum/{place}");
        let told = notices.iter().find(|notice| notice.place.pointer.as_deref() == Some(&*pointer))?;
        Some(serde_json::to_value(&told.arguments).unwrap()["suggestion"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!([guess(1), guess(100)], [Some("measure".to_owned()), Some("measure".to_owned())]);
}

#[test]
fn a_mistake_that_is_repeated_is_told_once_and_many_are_counted() {
    let (notices, _) = told("/nodes/{subject}.points/of", json!("nothing.{subject}"));
    let count = notices.iter().filter(|notice| notice.code == "framework.unknown-reference").count();
    assert_eq!(count, 1, "one line, two subjects");
    let mut file = "school,Kind,M\n".to_owned();
    for school in 0..100 {
        file.push_str(&format!("s{school:03},plain,sixty\n"));
    }
    let notices = rated(small(), &[&file], &Choosing::default());
    let told = notices.iter().filter(|notice| notice.code == "framework.unreadable-number").count();
    assert_eq!(told, 20);
    let more = notices.iter().find(|notice| notice.code == "tables.more-of-the-same").expect("the rest is counted");
    assert_eq!(
        serde_json::to_value(&more.arguments).unwrap(),
        json!({ "code": "framework.unreadable-number", "count": 80 })
    );
    assert_eq!(more.severity, Severity::Info);
}
