//! A file of the bench's shape, made by a small generator of whole numbers: the same rows on every device.

use std::fmt::Write;

/// A generator of whole numbers (xorshift with a multiplication).
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    /// Below a limit.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// True so many times out of a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }
}

/// Rows of students: two subjects in two years each.
pub fn rows(students: u64, schools: u64, seed: u64) -> Vec<String> {
    let mut numbers = Numbers::new(seed);
    let mut rows = Vec::new();
    for student in 0..students {
        // Squared, so that some schools are large and some have a handful of students.
        let place = numbers.below(schools * schools);
        let school = schools - 1 - (0..schools).rev().find(|side| side * side <= place).unwrap_or(0);
        let grade = 3 + numbers.below(6);
        let race = ["W", "W", "W", "H", "H", "B", "A", "M", "I", "P"][numbers.below(10) as usize];
        let sex = if numbers.percent(1) { "X" } else { ["F", "M"][numbers.below(2) as usize] };
        let flag = |yes: bool| if yes { "Y" } else { "N" };
        let groups = [45, 12, 13, 8, 1, 90].map(|chance| flag(numbers.percent(chance)));
        for year in [2024, 2025] {
            for subject in ["ELA", "MATH"] {
                let score = 650 + numbers.below(201);
                let level = 1 + [700, 725, 750, 790].iter().filter(|cut| score >= **cut).count();
                let grade = (grade + (year - 2024)).min(8);
                let growth = 1 + numbers.below(99);
                let growth = if grade == 3 || numbers.percent(6) { String::new() } else { growth.to_string() };
                let name =
                    format!("School {:03}{}", school + 1, if school.is_multiple_of(5) { ", Elementary" } else { "" });
                let name = if name.contains(',') { format!("\"{name}\"") } else { name };
                let mut row = String::new();
                write!(
                    row,
                    "{},083{:09},{name},{year},{subject},{grade},{score},{level},{growth},{sex},{race},{}",
                    1_000_000_000 + student * 7,
                    school * 17,
                    groups.join(",")
                )
                .unwrap();
                rows.push(row);
            }
        }
    }
    // A shuffle.
    for place in (1..rows.len()).rev() {
        let other = numbers.below(place as u64 + 1) as usize;
        rows.swap(place, other);
    }
    rows
}
