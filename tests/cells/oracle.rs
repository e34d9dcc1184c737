//! The same numbers again, plainly: split lines, sort lists, take the middle. It shares no code with the crate.

use std::collections::BTreeMap;

/// School, year, subject, dimension and value; then n, proficient, n of growth, and the median of growth doubled.
pub type Rows = BTreeMap<[String; 5], [u64; 4]>;

#[derive(Default)]
struct Found {
    n: u64,
    proficient: u64,
    growth: Vec<u64>,
}

/// Splits a line of CSV; quotes hold commas.
pub fn split(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().unwrap().push(other),
        }
    }
    fields
}

/// The dimensions of the bench, and where they stand in a row.
pub const DIMENSIONS: [(&str, usize); 7] =
    [("gender", 9), ("race_eth", 10), ("frl", 11), ("el", 12), ("swd", 13), ("gifted", 14), ("migrant", 15)];

/// What the bench's cells must be: proficient is level 4 or 5.
pub fn expected(rows: &[String]) -> Rows {
    let mut all: BTreeMap<[String; 5], Found> = BTreeMap::new();
    for row in rows {
        let fields = split(row);
        let groups = DIMENSIONS.iter().map(|(name, place)| ((*name).to_owned(), fields[*place].clone()));
        for (dimension, value) in groups.chain([("all".to_owned(), "all".to_owned())]) {
            let key = [fields[1].clone(), fields[3].clone(), fields[4].clone(), dimension, value];
            let found = all.entry(key).or_default();
            found.n += 1;
            if fields[7] == "4" || fields[7] == "5" {
                found.proficient += 1;
            }
            if !fields[8].is_empty() {
                found.growth.push(fields[8].parse().unwrap());
            }
        }
    }
    let number = |mut found: Found| {
        found.growth.sort_unstable();
        let count = found.growth.len();
        let doubled = if count == 0 { 0 } else { found.growth[(count - 1) / 2] + found.growth[count / 2] };
        [found.n, found.proficient, count as u64, doubled]
    };
    all.into_iter().map(|(key, found)| (key, number(found))).collect()
}
