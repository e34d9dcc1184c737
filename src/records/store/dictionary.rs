//! Names as small codes.

use rustc_hash::FxHashMap as HashMap;

/// Names, each with its place. Place 0 is `""`.
#[derive(Debug, Clone)]
pub struct Names {
    list: Vec<Box<str>>,
    places: HashMap<Box<str>, u16>,
}

impl Default for Names {
    fn default() -> Self {
        Self { list: vec!["".into()], places: HashMap::from_iter([("".into(), 0)]) }
    }
}

impl Names {
    /// The name at a place.
    pub fn get(&self, place: usize) -> Option<&str> {
        self.list.get(place).map(AsRef::as_ref)
    }

    /// The place of a name.
    pub fn find(&self, name: &str) -> Option<u16> {
        self.places.get(name).copied()
    }

    /// The names in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(AsRef::as_ref)
    }

    /// How many there are, `""` included.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none but `""`.
    pub fn is_empty(&self) -> bool {
        self.list.len() <= 1
    }

    /// The place of a name, which is added if it is new and there is room for it up to `most`.
    pub(in crate::records) fn place(&mut self, name: &str, most: u16) -> Option<u16> {
        if let Some(place) = self.find(name) {
            return Some(place);
        }
        let place = u16::try_from(self.list.len()).ok().filter(|place| *place <= most)?;
        self.list.push(name.into());
        self.places.insert(name.into(), place);
        Some(place)
    }
}
