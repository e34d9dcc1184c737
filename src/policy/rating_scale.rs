//! Ordered ratings: levels with names, from the lowest to the highest.

use super::json::item;
use super::notices::{DuplicateLevel, Empty};
use crate::notice::{Notice, Place, Told};

/// The levels of a rating, lowest first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RatingScale {
    levels: Vec<String>,
}

impl RatingScale {
    /// A scale of these levels, lowest first.
    pub fn new(levels: Vec<String>) -> Self {
        Self { levels }
    }

    /// The levels, lowest first.
    pub fn levels(&self) -> &[String] {
        &self.levels
    }

    /// The place of a level, 0 for the lowest.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.levels.iter().position(|level| level == name)
    }

    /// The name of the level at that place.
    pub fn level(&self, position: usize) -> Option<&str> {
        self.levels.get(position).map(String::as_str)
    }

    /// Tells of a scale without levels, and of levels that stand twice. `pointer` is the place of the list of levels.
    pub fn check(&self, pointer: &str, notices: &mut Vec<Notice>) {
        if self.levels.is_empty() {
            notices.push(Empty {}.at(Place::pointer(pointer)));
        }
        for (index, level) in self.levels.iter().enumerate() {
            if self.levels.iter().take(index).any(|known| known == level) {
                notices.push(DuplicateLevel { level: level.clone() }.at(Place::pointer(item(pointer, index))));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_have_places_from_the_lowest() {
        let scale = RatingScale::new(["F", "D", "C"].map(String::from).to_vec());
        assert_eq!((scale.position("F"), scale.position("C"), scale.position("A")), (Some(0), Some(2), None));
        assert_eq!((scale.level(1), scale.level(3)), (Some("D"), None));
        assert_eq!(scale.levels().len(), 3);
    }

    #[test]
    fn an_empty_scale_and_a_level_twice_are_told() {
        let mut notices = Vec::new();
        RatingScale::new(Vec::new()).check("/a", &mut notices);
        RatingScale::new(["F", "D", "F"].map(String::from).to_vec()).check("/b", &mut notices);
        RatingScale::new(["F", "D"].map(String::from).to_vec()).check("/c", &mut notices);
        let twice = DuplicateLevel { level: "F".into() }.at(Place::pointer("/b/2"));
        assert_eq!(notices, [Empty {}.at(Place::pointer("/a")), twice]);
    }
}
