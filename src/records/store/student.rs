//! The students' identifiers as numbers. They stay in here.

use std::hash::Hasher;

use rustc_hash::{FxHashMap as HashMap, FxHasher};

/// An identifier of at most 15 bytes in one number: its bytes, and its length on top.
type Packed = u128;

/// No student.
const FREE: u32 = u32::MAX;

/// Identifiers of students, each with its number.
#[derive(Clone, Default)]
pub struct Students {
    // Short identifiers by their numbers; longer ones are numbered, too, and stand in `long`.
    packed: Vec<Packed>,
    // An open hash table of numbers; its length is a power of two.
    slots: Vec<u32>,
    long: HashMap<Box<[u8]>, u32>,
}

/// Identifiers are never shown, not even to a programmer.
impl std::fmt::Debug for Students {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} students", self.packed.len())
    }
}

impl Students {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// The number of a student, who is added if new. None when there is no room for more.
    pub(in crate::records) fn number(&mut self, identifier: &[u8]) -> Option<u32> {
        self.number_of(pack(identifier), identifier)
    }

    /// The same, where the identifier is packed already if it is short.
    #[inline]
    pub(in crate::records) fn number_of(&mut self, packed: Option<Packed>, identifier: &[u8]) -> Option<u32> {
        match packed {
            Some(packed) => self.short(packed),
            None => {
                if let Some(number) = self.long.get(identifier) {
                    return Some(*number);
                }
                let number = self.next()?;
                // Length 255 belongs to no short identifier, so this matches none.
                self.packed.push(Packed::MAX);
                self.long.insert(identifier.into(), number);
                Some(number)
            }
        }
    }

    fn next(&self) -> Option<u32> {
        u32::try_from(self.packed.len()).ok().filter(|number| *number < FREE)
    }

    fn short(&mut self, packed: Packed) -> Option<u32> {
        if (self.packed.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut place = hash(packed) & mask;
        loop {
            let slot = self.slots.get_mut(place)?;
            if *slot == FREE {
                let number = u32::try_from(self.packed.len()).ok().filter(|number| *number < FREE)?;
                *slot = number;
                self.packed.push(packed);
                return Some(number);
            }
            if usize::try_from(*slot).ok().and_then(|number| self.packed.get(number)) == Some(&packed) {
                return Some(*slot);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(1024);
        self.slots = Vec::new();
        self.slots.resize(size, FREE);
        let mask = size - 1;
        for (number, packed) in (0_u32..).zip(&self.packed) {
            if *packed == Packed::MAX {
                continue;
            }
            let mut place = hash(*packed) & mask;
            while let Some(slot) = self.slots.get_mut(place) {
                if *slot == FREE {
                    *slot = number;
                    break;
                }
                place = (place + 1) & mask;
            }
        }
    }
}

fn hash(packed: Packed) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write_u128(packed);
    let hash = hasher.finish();
    usize::try_from(hash & 0xFFFF_FFFF).unwrap_or(0)
}

/// A text of at most 15 bytes as one number.
fn pack(text: &[u8]) -> Option<Packed> {
    let mut bytes = [0_u8; 16];
    bytes.get_mut(..15)?.get_mut(..text.len())?.copy_from_slice(text);
    if let Some(last) = bytes.last_mut() {
        *last = u8::try_from(text.len()).ok()?;
    }
    Some(Packed::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_identifier_has_one_number() {
        let mut students = Students::default();
        let names: Vec<String> = (0..5000).map(|number| format!("S{number}")).collect();
        let long = "an identifier that is longer than others";
        for _ in 0..2 {
            for (number, name) in (0..).zip(&names) {
                assert_eq!(students.number(name.as_bytes()), Some(number));
            }
            assert_eq!(students.number(long.as_bytes()), Some(5000));
        }
        assert_eq!(students.len(), 5001);
        assert_eq!(students.number(b""), Some(5001));
        assert_eq!(students.number(b"\0"), Some(5002));
        assert_eq!(format!("{students:?}"), "5003 students");
    }
}
