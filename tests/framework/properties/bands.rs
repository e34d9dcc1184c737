//! Bands: what loading says of them, held against every value that they can tell apart; and one rating for each score.

use evenhand::framework::Framework;
use evenhand::framework::rating::{Choosing, Reading, Standing};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::generated::quarters;
use crate::support::{definition, table, text};

/// The greatest bound.
const MOST: i64 = 6;

/// A row's bounds, in whole numbers.
#[derive(Debug, Clone, Copy)]
struct Row {
    at_least: Option<i64>,
    above: Option<i64>,
    at_most: Option<i64>,
    below: Option<i64>,
}

impl Row {
    /// Whether it holds a number of quarters.
    fn holds(self, quarters: i64) -> bool {
        self.at_least.is_none_or(|bound| quarters >= 4 * bound)
            && self.above.is_none_or(|bound| quarters > 4 * bound)
            && self.at_most.is_none_or(|bound| quarters <= 4 * bound)
            && self.below.is_none_or(|bound| quarters < 4 * bound)
    }

    /// Whether it has a lower and an upper end.
    fn ends(self) -> (bool, bool) {
        (self.at_least.or(self.above).is_some(), self.at_most.or(self.below).is_some())
    }

    fn band(self, place: usize) -> Value {
        let mut band = Map::new();
        for (key, bound) in
            [("atLeast", self.at_least), ("above", self.above), ("atMost", self.at_most), ("below", self.below)]
        {
            if let Some(bound) = bound {
                band.insert(key.to_owned(), json!(bound));
            }
        }
        band.insert("rating".to_owned(), json!(format!("L{place}")));
        Value::Object(band)
    }
}

fn row() -> impl Strategy<Value = Row> {
    // Neither, the first, the second, or both of two bounds.
    let pair = || {
        (0..8_u8, 0..=MOST, 0..=MOST).prop_map(|(which, one, other)| match which {
            0 | 1 => (None, None),
            2..=4 => (Some(one), None),
            5 | 6 => (None, Some(other)),
            _ => (Some(one), Some(other)),
        })
    };
    (pair(), pair()).prop_map(|((at_least, above), (at_most, below))| Row { at_least, above, at_most, below })
}

/// A number of quarters as a file writes it.
fn written(number: i64) -> String {
    if number < 0 { format!("-{}", quarters(-number)) } else { quarters(number) }
}

proptest! {
    #[test]
    fn every_score_has_the_one_rating_that_loading_promises(
        rows in proptest::collection::vec(row(), 1..5),
        domain in any::<bool>(),
        values in 0..4_u8,
    ) {
        let rows: &[Row] = &rows;
        // Any value, only whole ones, or rounded ones: half up (away from zero), or down.
        let seen = |quarters: i64| match values {
            0 | 1 => quarters,
            2 => quarters.signum() * ((quarters.abs() + 2) / 4) * 4,
            _ => quarters.div_euclid(4) * 4,
        };
        let step = if values == 1 { 4 } else { 1 };
        // Far enough beyond either end, and between any two bounds.
        let probes: Vec<i64> = (-8..=4 * MOST + 8).filter(|probe| probe % step == 0).collect();
        let taken = |probe: i64| rows.iter().position(|row| row.holds(seen(probe)));

        let mut scale = json!({
            "bands": rows.iter().enumerate().map(|(place, row)| row.band(place)).collect::<Vec<_>>(),
            "cite": "book",
        });
        if domain {
            scale["domain"] = json!(["0", MOST.to_string()]);
        }
        match values {
            0 => {}
            1 => scale["wholeNumbers"] = json!(true),
            2 => scale["roundValue"] = json!({ "to": 0, "mode": "half-up" }),
            _ => scale["roundValue"] = json!({ "to": 0, "mode": "down" }),
        }
        let levels: Vec<Value> = (0..rows.len()).map(|level| json!({ "rating": format!("L{level}") })).collect();
        let definition = definition(json!({
            "ratings": { "level": { "lowestFirst": levels, "cite": "book" } },
            "measures": { "m": { "reported": { "column": ["M"] }, "cite": "book" } },
            "scales": { "s": scale },
            "nodes": { "x": { "scale": "s", "of": "m" } },
        }));
        let loaded = Framework::load(&serde_json::to_string(&definition).unwrap());
        let notices = loaded.as_ref().map_or_else(Clone::clone, |framework| framework.notices.clone());
        let told = |code: &str, pointer: &str| {
            notices.iter().any(|notice| notice.code == code && notice.place.pointer.as_deref() == Some(pointer))
        };

        for (place, row) in rows.iter().enumerate() {
            let pointer = format!("/scales/s/bands/{place}");
            let dead = !probes.iter().any(|probe| taken(*probe) == Some(place));
            prop_assert_eq!(told("framework.dead-row", &pointer), dead, "row {} of {:?}", place, rows);
            // Of two rows that look the same way, and of any row and one for all the rest, the first is meant. No other two
            // may hold one value.
            let both = rows[..place].iter().any(|first| {
                let ladder = match (first.ends(), row.ends()) {
                    (_, (false, false)) => true,
                    ((false, false), (true, true)) => false,
                    ((false, false), _) => true,
                    (one, other) => one == other && one != (true, true),
                };
                !ladder && probes.iter().any(|probe| first.holds(seen(*probe)) && row.holds(seen(*probe)))
            });
            prop_assert_eq!(told("framework.overlap", &pointer), both, "row {} of {:?}", place, rows);
        }
        let inside = |probe: i64| domain && (0..=4 * MOST).contains(&seen(probe));
        let (first, last) =
            (probes.iter().find(|probe| taken(**probe).is_some()), probes.iter().rev().find(|probe| taken(**probe).is_some()));
        let between = |probe: i64| first.is_some_and(|first| probe > *first) && last.is_some_and(|last| probe < *last);
        let gap = probes.iter().any(|probe| taken(*probe).is_none() && (inside(*probe) || between(*probe)));
        prop_assert_eq!(notices.iter().any(|notice| notice.code == "framework.gap"), gap, "{:?}", rows);

        let Ok(framework) = loaded else { return Ok(()) };
        let mut file = "school,M\n".to_owned();
        for (school, probe) in probes.iter().enumerate() {
            file.push_str(&format!("s{school:03},{}\n", written(*probe)));
        }
        let table = table(&[&file]);
        let rated = framework.rate(&table, &Reading::new(&framework, &table, &Choosing::default()));
        prop_assert_eq!(rated.schools.len(), probes.len());
        for (school, probe) in rated.schools.iter().zip(&probes) {
            match taken(*probe) {
                Some(place) => prop_assert_eq!(text(&school.rating), format!("L{place}"), "{} in {:?}", probe, rows),
                None => prop_assert_eq!(school.standing, Standing::Undetermined, "{} in {:?}", probe, rows),
            }
            // Without any warning, nothing in the domain is left out.
            prop_assert!(gap || !inside(*probe) || school.standing == Standing::Rated);
        }
    }
}
