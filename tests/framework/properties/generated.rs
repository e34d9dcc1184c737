//! Frameworks and files that nobody would write: random nodes over random measures, always in order.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// How a framework is made of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Anything that the language has.
    Any,
    /// Only rules by which a better result is better: no inverse scale, no grid, nothing that subtracts or divides by a result.
    Rising,
}

/// A file's cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// A number of quarters from 0 to 80: 0 to 20.
    Quarters(i64),
    /// Nothing: missing for certain.
    Blank,
    /// A text that the framework knows as a reason: missing for certain.
    Withheld,
    /// A text that nothing can be made of: open.
    Unreadable,
}

/// The numbers that a measure's scale, or a node, is made of.
#[derive(Debug, Clone)]
pub struct Dice {
    kind: u8,
    picks: [Index; 3],
    numbers: [i64; 4],
    missing: u8,
    round: u8,
    flags: u8,
}

/// A framework and its schools, before they are written out.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// A scale for each measure.
    pub measures: Vec<Dice>,
    nodes: Vec<Dice>,
    last: Dice,
    /// By school, by measure: the result and the participation in twentieths.
    pub schools: Vec<Vec<(Cell, Cell)>>,
}

fn dice() -> impl Strategy<Value = Dice> {
    (
        any::<u8>(),
        any::<[Index; 3]>(),
        [0..=20_i64, 0..=20_i64, 0..=20_i64, 0..=20_i64],
        any::<u8>(),
        any::<u8>(),
        any::<u8>(),
    )
        .prop_map(|(kind, picks, numbers, missing, round, flags)| Dice {
            kind,
            picks,
            numbers,
            missing,
            round,
            flags,
        })
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => (0..=80_i64).prop_map(Cell::Quarters),
        1 => Just(Cell::Blank),
        1 => Just(Cell::Withheld),
        1 => Just(Cell::Unreadable),
    ]
}

/// A framework with schools.
pub fn recipe() -> impl Strategy<Value = Recipe> {
    (1..=4_usize, 0..=5_usize, 1..=4_usize).prop_flat_map(|(measures, nodes, schools)| {
        (
            proptest::collection::vec(dice(), measures),
            proptest::collection::vec(dice(), nodes),
            dice(),
            proptest::collection::vec(proptest::collection::vec((cell(), cell()), measures), schools),
        )
            .prop_map(|(measures, nodes, last, schools)| Recipe { measures, nodes, last, schools })
    })
}

/// A number of quarters as text.
pub fn quarters(number: i64) -> String {
    format!("{}.{:02}", number / 4, number % 4 * 25)
}

/// A number of halves, as policies write bounds.
fn halves(number: i64) -> Value {
    json!(if number % 2 == 0 { (number / 2).to_string() } else { format!("{}.5", number / 2) })
}

/// The words of a category, the worst first.
const WORDS: [&str; 4] = ["Weak", "Fair", "Good", "Great"];

impl Recipe {
    /// Whether the measure has words for values.
    pub fn is_category(&self, measure: usize) -> bool {
        self.measures[measure].kind % 7 == 6
    }

    /// A cell's text.
    pub fn text(&self, measure: usize, cell: Cell) -> String {
        match cell {
            Cell::Quarters(number) if self.is_category(measure) => {
                WORDS[usize::try_from(number / 21).unwrap()].to_owned()
            }
            Cell::Quarters(number) => quarters(number),
            Cell::Blank => String::new(),
            Cell::Withheld => "NA".to_owned(),
            Cell::Unreadable => "sixty".to_owned(),
        }
    }

    /// A cell of participation: the same numbers are percents in steps of 5/4.
    pub fn participation(cell: Cell) -> String {
        match cell {
            Cell::Quarters(number) => quarters(number * 5),
            Cell::Blank => String::new(),
            Cell::Withheld => "NA".to_owned(),
            Cell::Unreadable => "many".to_owned(),
        }
    }

    /// The rows of a wide file, the header first; without the columns named.
    pub fn rows(&self, without: &[String]) -> Vec<Vec<String>> {
        let mut header = vec!["school".to_owned()];
        for measure in 0..self.measures.len() {
            header.extend([format!("M{measure}"), format!("P{measure}")]);
        }
        let schools = self.schools.iter().enumerate().map(|(school, cells)| {
            let cells = cells.iter().enumerate();
            let texts = cells.flat_map(|(at, (value, rate))| [self.text(at, *value), Self::participation(*rate)]);
            std::iter::once(format!("s{school}")).chain(texts).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(header.clone()).chain(schools).collect();
        let keep = |at: &usize| !without.contains(&header[*at]);
        rows.iter().map(|row| (0..row.len()).filter(keep).map(|at| row[at].clone()).collect()).collect()
    }

    /// The file of all schools.
    pub fn file(&self) -> String {
        text(&self.rows(&[]))
    }

    /// The sections of the framework.
    pub fn sections(&self, sort: Sort) -> Value {
        let mut writer = Writer { rising: sort == Sort::Rising, ..Writer::default() };
        for (at, dice) in self.measures.iter().enumerate() {
            writer.measure(at, dice);
        }
        for (at, dice) in self.nodes.iter().enumerate() {
            writer.node(&format!("n{at}"), dice);
        }
        writer.rating(&self.last);
        json!({
            "absences": { "NA": "withheld" },
            "measures": writer.measures,
            "scales": writer.scales,
            "grids": writer.grids,
            "ratings": { "level": {
                "lowestFirst": (0..writer.levels).map(|level| json!({ "rating": format!("L{level}") })).collect::<Vec<_>>(),
                "cite": "book",
            } },
            "outcomes": { "none": { "label": "None", "cite": "book" } },
            "weights": writer.weights,
            "redistributions": writer.redistributions,
            "references": { "norm": { "version": "1", "values": [1, 5, 5, 10, 15], "cite": "book" } },
            "nodes": writer.nodes,
            "models": { "all": { "label": "All", "rating": "rating", "score": writer.score, "cite": "book" } },
        })
    }
}

/// Rows as a file.
pub fn text(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

/// The definition as it grows.
#[derive(Default)]
struct Writer {
    rising: bool,
    measures: Map<String, Value>,
    scales: Map<String, Value>,
    grids: Map<String, Value>,
    weights: Map<String, Value>,
    redistributions: Map<String, Value>,
    nodes: Map<String, Value>,
    /// All measures and nodes.
    all: Vec<String>,
    /// The measures that are numbers.
    raw: Vec<String>,
    /// All that are numbers, in their order.
    numbers: Vec<String>,
    /// Those of them that rest on one school alone. Schools are compared by these: what would change a rating is told with
    /// the other schools as they are, and not with the ranks that they would have then.
    alone: Vec<String>,
    /// Nodes that are `yes` for the lowest schools.
    lowest: Vec<String>,
    levels: i64,
    score: String,
}

impl Writer {
    fn pick(&self, dice: &Dice, at: usize) -> String {
        dice.picks[at].get(&self.numbers).clone()
    }

    fn several(&self, dice: &Dice) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for at in 0..1 + usize::from(dice.flags % 3) {
            let name = self.pick(dice, at);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Rows from the top or from the bottom, or closed at both ends.
    fn bands(dice: &Dice, inverse: bool, unknown: bool, gives: &dyn Fn(i64) -> (&'static str, Value)) -> Value {
        let mut bounds: Vec<i64> =
            dice.numbers.iter().map(|number| number * 2 + 1 - i64::from(dice.flags % 2)).collect();
        bounds.sort_unstable();
        bounds.dedup();
        let rows = i64::try_from(bounds.len()).unwrap();
        let give = |band: &mut Map<String, Value>, place: i64| {
            if unknown && place == 1 {
                band.insert("unknown".to_owned(), json!("The book does not say."));
                return;
            }
            let (key, value) = gives(if inverse { rows - place } else { place });
            band.insert(key.to_owned(), value);
        };
        // Place 0 lies below the lowest bound.
        let mut bands: Vec<Value> = Vec::new();
        let closed = dice.flags & 4 != 0;
        let included = dice.flags & 8 != 0;
        let (low, high) = if included { ("atLeast", "below") } else { ("above", "atMost") };
        for place in 0..=rows {
            let mut band = Map::new();
            let at = |place: i64| {
                usize::try_from(place).ok().and_then(|place| bounds.get(place)).map(|bound| halves(*bound))
            };
            let (below, above) = (at(place - 1), at(place));
            let descending = dice.flags & 2 != 0;
            if (closed || descending)
                && let Some(bound) = below
            {
                band.insert(low.to_owned(), bound);
            }
            if (closed || !descending)
                && let Some(bound) = above
            {
                band.insert(high.to_owned(), bound);
            }
            give(&mut band, place);
            bands.push(Value::Object(band));
        }
        if dice.flags & 2 != 0 {
            bands.reverse();
        }
        Value::Array(bands)
    }

    fn points(dice: &Dice, inverse: bool, unknown: bool) -> Value {
        Self::bands(dice, inverse, unknown, &|place| ("points", json!(place)))
    }

    /// A measure, and its points.
    fn measure(&mut self, at: usize, dice: &Dice) {
        let name = format!("m{at}");
        let reported = json!({ "column": [format!("M{at}")], "participation": [format!("P{at}")] });
        let unit = ["number", "percent", "percentile", "points"][usize::from(dice.missing % 4)];
        let category = dice.kind % 7 == 6;
        self.measures.insert(
            name.clone(),
            if category {
                json!({ "unit": "category", "categories": WORDS, "reported": reported, "cite": "book" })
            } else {
                json!({ "unit": unit, "range": ["0", "20"], "reported": reported, "cite": "book" })
            },
        );
        let inverse = !self.rising && dice.flags & 16 != 0;
        let mut bounds = dice.numbers.to_vec();
        bounds.sort_unstable();
        bounds.dedup();
        let scale = match dice.kind % 7 {
            6 => {
                let worth = |at: i64| json!(if inverse { 6 - at } else { at });
                json!({ "lookup": { "Weak": worth(0), "Fair": worth(dice.numbers[0] % 3), "Good": worth(2), "Great": worth(5) }, "cite": "book" })
            }
            5 if bounds.len() > 1 => {
                let anchors = bounds.iter().enumerate().map(|(at, value)| {
                    let points = if inverse { 3 * (4 - at) } else { 3 * at };
                    json!({ "value": value, "points": points })
                });
                json!({ "linear": anchors.collect::<Vec<_>>(), "cite": "book" })
            }
            4 => json!({
                "bands": Self::points(dice, inverse, false),
                "roundValue": rounding(dice.round | 1, 0),
                "cite": "book",
            }),
            kind => {
                let unknown = !self.rising && kind == 3;
                json!({ "bands": Self::points(dice, inverse, unknown), "cite": "book" })
            }
        };
        self.scales.insert(format!("s{at}"), scale);
        self.all.push(name.clone());
        let mut node = json!({ "scale": format!("s{at}"), "of": name, "cite": "book" });
        if dice.flags & 32 != 0 {
            node["penalty"] = json!({
                "by": format!("{name}#participation"),
                "scale": { "bands": [ { "atLeast": 95, "points": 0 }, { "atLeast": 50, "points": 1 }, { "points": 2 } ], "cite": "book" },
                "cite": "book",
            });
            if dice.flags & 64 != 0 {
                node["penalty"]["notBelow"] = json!(1);
            }
            if dice.round & 64 != 0 {
                node["penalty"]["round"] = rounding(dice.round, 0);
            }
        }
        self.modify(&mut node, dice, "one");
        let points = format!("m{at}.points");
        self.nodes.insert(points.clone(), node);
        self.all.push(points.clone());
        if !category {
            self.raw.push(name.clone());
            self.numbers.push(name.clone());
            self.alone.push(name);
        }
        self.numbers.push(points.clone());
        self.alone.push(points.clone());
        self.score = points;
    }

    /// What happens to a missing part, and the rounding. `parts`: how the operator treats parts.
    fn modify(&mut self, node: &mut Value, dice: &Dice, parts: &str) {
        let number = json!(dice.numbers[3] % 5);
        let missing = match (parts, dice.missing % 8) {
            ("none", _) | (_, 0 | 1) => None,
            (_, 2) => Some(json!({ "as": number })),
            (_, 3) => Some(json!({ "becomes": { "outcome": "none" } })),
            ("one", _) => None,
            (_, 4) => Some(json!({ "becomes": number })),
            (_, 5) => Some(json!("absent")),
            _ => Some(json!("skip")),
        };
        if let Some(missing) = missing {
            node["missing"] = missing;
        }
        if dice.round & 1 != 0 {
            node["round"] = rounding(dice.round, 1);
        }
        match dice.missing / 8 % 8 {
            0 => node["ifAbsent"] = number,
            1 => node["ifAbsent"] = json!({ "outcome": "none" }),
            _ => {}
        }
        if dice.missing / 64 == 1 {
            node["needs"] = json!({ "any": [dice.picks[2].get(&self.all)] });
        }
        if dice.missing / 64 == 2 {
            node["needs"] = json!({ "all": [dice.picks[1].get(&self.all)], "otherwise": { "outcome": "none" } });
        }
        if dice.missing / 64 == 3 && parts == "several" {
            node["needs"] = json!({ "atLeast": 1, "otherwise": number_or_absent(dice) });
        }
    }

    /// A condition that a better result meets the sooner, or the later.
    fn condition(&self, dice: &Dice, better: bool) -> Value {
        let compare = |at: usize, better: bool| {
            let name = if dice.flags & 128 != 0 && !self.lowest.is_empty() && at == 0 && !better {
                return json!({ "fact": dice.picks[1].get(&self.lowest), "equals": "yes" });
            } else {
                self.pick(dice, at)
            };
            let test = match (better, dice.round & 2 != 0) {
                (true, true) => "atLeast",
                (true, false) => "above",
                (false, true) => "atMost",
                (false, false) => "below",
            };
            let mut condition = json!({ "fact": name, test: halves(dice.numbers[at] * 2 - i64::from(dice.round % 2)) });
            match dice.round / 4 % 8 {
                0 => condition["whenUnknown"] = json!("met"),
                1 => condition["whenUnknown"] = json!("not-met"),
                _ => {}
            }
            condition
        };
        match dice.round / 32 {
            0 => json!({ "all": [compare(0, better), compare(1, better)] }),
            1 => json!({ "any": [compare(0, better), compare(1, better)] }),
            2 => json!({ "atLeast": 2, "of": [compare(0, better), compare(1, better), compare(2, better)] }),
            3 => json!({ "not": compare(0, !better) }),
            4 => json!({ "all": [compare(0, better), { "fact": self.pick(dice, 2), "known": dice.flags & 1 != 0 }] }),
            _ => compare(0, better),
        }
    }

    /// A table of weights of these parts.
    fn table(&mut self, name: &str, parts: &[String], dice: &Dice) {
        let weights: Map<String, Value> = parts
            .iter()
            .enumerate()
            .map(|(at, part)| (part.clone(), json!(format!("{}/3", dice.numbers[at] + 1))))
            .collect();
        self.weights.insert(name.to_owned(), json!({ "parts": weights, "cite": "book" }));
    }

    /// A node over what is there already. Its name stands for a number afterwards, where it is one.
    fn node(&mut self, name: &str, dice: &Dice) {
        let parts = self.several(dice);
        let (first, second) = (self.pick(dice, 0), self.pick(dice, 1));
        let alone = [0, 1].map(|at: usize| dice.picks[at].get(&self.alone).clone());
        let small = json!(dice.numbers[0]);
        // The first kinds keep to what rises.
        let kinds = if self.rising { 16 } else { 25 };
        let any = |kind: u8| !self.rising && dice.numbers[2] % 2 == i64::from(kind % 2);
        let (mut node, treats) = match dice.kind % kinds {
            0 => (json!({ "sum": parts }), "several"),
            1 => (json!({ "mean": parts }), "several"),
            2 => (json!({ "bestOf": parts }), "several"),
            3 => (json!({ "worstOf": parts }), "several"),
            kind @ (4 | 5) => {
                self.table(name, &parts, dice);
                let key = if kind == 4 { "weightedMean" } else { "weightedSum" };
                (json!({ key: name }), "weighted")
            }
            6 => {
                let earned = parts.iter().enumerate();
                let earned: Vec<Value> =
                    earned.map(|(at, part)| json!({ "earned": part, "eligible": dice.numbers[at] + 1 })).collect();
                (json!({ "earnedOverEligible": earned, "times": 10 }), "several")
            }
            7 => (
                json!({ "limit": first, "atLeast": dice.numbers[0].min(dice.numbers[1]), "atMost": dice.numbers[0].max(dice.numbers[1]) }),
                "one",
            ),
            8 => (json!({ "multiply": [first, "3/2"] }), "several"),
            9 => (json!({ "subtract": [first, small] }), "several"),
            10 => {
                let method = ["below", "at-or-below", "midpoint"][usize::from(dice.flags % 3)];
                (json!({ "percentile": first, "in": "norm", "method": method }), "one")
            }
            11 => {
                let method = ["below", "at-or-below", "midpoint"][usize::from(dice.flags % 3)];
                (json!({ "percentRank": alone[0], "method": method }), "none")
            }
            12 => (json!({ "gate": first, "when": self.condition(dice, any(0)), "atMost": small }), "none"),
            13 => {
                let (low, high) = (dice.numbers[0].min(dice.numbers[1]), dice.numbers[0].max(dice.numbers[1]));
                (
                    json!({ "choose": [ { "when": self.condition(dice, true), "then": high } ], "otherwise": low }),
                    "none",
                )
            }
            14 => {
                let share = ["10%", "34%", "50%"][usize::from(dice.flags % 3)];
                let mut node = json!({ "lowest": share, "of": alone[0], "cite": "book" });
                if dice.flags & 32 != 0 {
                    node["ties"] = json!("excluded");
                }
                self.nodes.insert(name.to_owned(), node);
                self.lowest.push(name.to_owned());
                return;
            }
            15 => match self.raw.get(dice.picks[0].index(self.raw.len().max(1))) {
                Some(raw) => (json!({ "raiseDenominator": raw, "to": 95 }), "one"),
                None => (json!({ "count": [self.condition(dice, true), self.condition(dice, true)] }), "none"),
            },
            16 => (json!({ "subtract": [first, second] }), "several"),
            17 => (json!({ "divide": [first, second] }), "several"),
            18 => {
                (json!({ "rank": alone[0], "first": if dice.flags & 1 == 0 { "highest" } else { "lowest" } }), "none")
            }
            19 => (json!({ "countPresent": parts }), "none"),
            20 => (json!({ "count": [self.condition(dice, true), self.condition(dice, false)] }), "none"),
            21 => (
                json!({ "choose": [ { "when": self.condition(dice, false), "then": first }, { "when": self.condition(dice, true), "then": second } ] }),
                "none",
            ),
            22 => {
                let bound = halves(dice.numbers[0] * 2 + 1);
                let cell = if dice.flags & 8 == 0 { Value::Null } else { json!(9) };
                self.grids.insert(
                    name.to_owned(),
                    json!({
                        "rows": [ { "atLeast": bound }, { "below": bound } ],
                        "columns": [ { "above": small }, { "atMost": small } ],
                        "cells": [ [4, 1], [cell, 7] ],
                        "cite": "book",
                    }),
                );
                (json!({ "grid": name, "row": first, "column": second }), "one")
            }
            23 => {
                let gives = ["mean", "difference", "percent-below", "rank"][usize::from(dice.flags % 4)];
                (
                    json!({ "nearest": alone[0], "index": alone[1], "schools": 1 + dice.numbers[1] % 3, "gives": gives }),
                    "none",
                )
            }
            _ => (
                json!({ "gate": first, "when": self.condition(dice, true), "becomes": number_or_absent(dice) }),
                "none",
            ),
        };
        node["cite"] = json!("book");
        if treats == "weighted" && (self.rising || dice.flags & 16 != 0) {
            self.modify(&mut node, dice, "several");
        } else if treats == "weighted" && parts.len() > 1 {
            self.modify(&mut node, dice, "several");
            // Each missing part gives to the next, in the order of the table; the last one to nobody.
            let steps: Vec<Value> =
                parts.windows(2).map(|pair| json!({ "ifMissing": [pair[0]], "to": { pair[1].clone(): 1 } })).collect();
            self.redistributions
                .insert(name.to_owned(), json!({ "steps": steps, "leftover": number_or_absent(dice), "cite": "book" }));
            node["missing"] = json!({ "redistribute": name });
        } else {
            self.modify(&mut node, dice, treats);
        }
        self.nodes.insert(name.to_owned(), node);
        self.all.push(name.to_owned());
        self.numbers.push(name.to_owned());
        self.score = name.to_owned();
    }

    /// The rating: bands of the last number, and then a gate, a choice or another route.
    fn rating(&mut self, dice: &Dice) {
        let gives = |place: i64| ("rating", json!(format!("L{place}")));
        let bands = Self::bands(dice, !self.rising && dice.flags & 16 != 0, false, &gives);
        self.levels = i64::try_from(bands.as_array().unwrap().len()).unwrap();
        self.scales.insert("level".to_owned(), json!({ "bands": bands, "cite": "book" }));
        self.nodes.insert("by-score".to_owned(), json!({ "scale": "level", "of": self.score }));
        let level = json!({ "rating": format!("L{}", dice.numbers[0] % self.levels) });
        let lowest = json!({ "rating": "L0" });
        let highest = json!({ "rating": format!("L{}", self.levels - 1) });
        let any = |better: bool| if self.rising { better } else { dice.numbers[1] % 2 == 0 };
        let (mut node, parts) = match dice.kind % 8 {
            0 => (json!({ "gate": "by-score", "when": self.condition(dice, any(false)), "lower": 1 }), "none"),
            1 => (json!({ "gate": "by-score", "when": self.condition(dice, any(true)), "raise": 2 }), "none"),
            2 => (json!({ "gate": "by-score", "when": self.condition(dice, any(false)), "atMost": level }), "none"),
            3 => (json!({ "gate": "by-score", "when": self.condition(dice, any(true)), "atLeast": level }), "none"),
            kind @ (4 | 5) => {
                let route = json!({ "choose": [ { "when": self.condition(dice, any(true)), "then": highest } ], "otherwise": level, "cite": "book" });
                self.nodes.insert("route".to_owned(), route);
                (json!({ if kind == 4 { "bestOf" } else { "worstOf" }: ["by-score", "route"] }), "several")
            }
            6 => (
                json!({ "choose": [ { "when": self.condition(dice, any(false)), "then": lowest } ], "otherwise": "by-score" }),
                "none",
            ),
            _ => (json!({ "value": "by-score" }), "none"),
        };
        node["cite"] = json!("book");
        if parts == "several" {
            match dice.missing % 4 {
                0 => node["missing"] = json!("absent"),
                1 => node["missing"] = json!({ "becomes": { "outcome": "none" } }),
                2 => node["missing"] = json!("skip"),
                _ => {}
            }
        }
        match dice.missing / 4 % 4 {
            0 => node["ifAbsent"] = json!({ "outcome": "none" }),
            1 => node["ifAbsent"] = lowest,
            _ => {}
        }
        self.nodes.insert("rating".to_owned(), node);
    }
}

fn number_or_absent(dice: &Dice) -> Value {
    match dice.numbers[3] % 3 {
        0 => json!({ "absent": "not-applicable" }),
        1 => json!(dice.numbers[3]),
        _ => json!({ "unknown": "The book does not say." }),
    }
}

fn rounding(by: u8, places: u8) -> Value {
    let mode = ["half-up", "half-even", "up", "down", "truncate"][usize::from(by / 2 % 5)];
    json!({ "to": places, "mode": mode })
}
