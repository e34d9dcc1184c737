//! The students' identifiers as numbers. They stay in here.

use rustc_hash::FxHashMap as HashMap;

/// An identifier of at most 15 bytes in one number: its bytes, and its length on top.
type Packed = u128;

/// An identifier that stands in the table itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::records) struct Short(Packed);

impl Short {
    /// A packed identifier, if it is short enough.
    pub(in crate::records) fn of(packed: Packed) -> Option<Self> {
        (packed & NUMBER == 0).then_some(Self(packed))
    }
}

/// The most bytes of an identifier that stands in the table itself. The four bytes above them take its number.
const SHORT: u32 = 11;

/// Where the number stands in an entry.
const NUMBER: Packed = 0xFFFF_FFFF << (8 * SHORT);

/// No entry. Length 255 belongs to no identifier.
const FREE: Packed = Packed::MAX;

/// Identifiers of students, each with its number.
#[derive(Clone, Default)]
pub struct Students {
    // An open hash table; its length is a power of two. An entry is the identifier with its number between its bytes and its
    // length, so that the memory, on which a million rows wait, is asked once a row.
    entries: Vec<Packed>,
    // How many of them are taken.
    taken: usize,
    long: HashMap<Box<[u8]>, u32>,
}

/// Identifiers are never shown, not even to a programmer.
impl std::fmt::Debug for Students {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} students", self.len())
    }
}

impl Students {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.taken + self.long.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of a student, who is added if new. None when there is no room for more.
    pub(in crate::records) fn number(&mut self, identifier: &[u8]) -> Option<u32> {
        if let Some(short) = pack(identifier).and_then(Short::of) {
            return self.short(short);
        }
        if let Some(number) = self.long.get(identifier) {
            return Some(*number);
        }
        let number = self.next()?;
        self.long.insert(identifier.into(), number);
        Some(number)
    }

    /// Asks the memory for the entries of identifiers of which the numbers are wanted next. One after the other, each would
    /// wait for the memory; so they wait together.
    pub(in crate::records) fn expect(&mut self, identifiers: impl ExactSizeIterator<Item = Option<Short>>) {
        while (self.taken + identifiers.len()) * 4 > self.entries.len() * 3 {
            self.grow();
        }
        let mask = self.entries.len().saturating_sub(1);
        let read = identifiers.flatten().filter_map(|Short(packed)| self.entries.get(hash(packed) & mask));
        // Nobody wants the sum, but without it nothing would be read.
        std::hint::black_box(read.fold(0, |sum: Packed, entry| sum ^ entry));
    }

    /// How many identifiers are also there without the zeros in front, or without some of them: most likely the same students,
    /// of whom a spreadsheet took the zeros in one of the files.
    pub(in crate::records) fn with_lost_zeros(&self) -> u64 {
        let short = self.entries.iter().filter(|entry| **entry != FREE).map(|entry| {
            let bytes = (entry & !NUMBER).to_le_bytes();
            (bytes, usize::from(bytes.last().copied().unwrap_or(0)))
        });
        let lost = |identifier: &[u8]| {
            let zeros = identifier.iter().take_while(|byte| **byte == b'0').count();
            (1..=zeros).any(|zeros| identifier.get(zeros..).is_some_and(|rest| !rest.is_empty() && self.has(rest)))
        };
        let short = short.filter(|(bytes, length)| bytes.get(..*length).is_some_and(lost)).count();
        let long = self.long.keys().filter(|identifier| lost(identifier)).count();
        u64::try_from(short + long).unwrap_or(u64::MAX)
    }

    fn has(&self, identifier: &[u8]) -> bool {
        let Some(packed) = pack(identifier).filter(|packed| packed & NUMBER == 0) else {
            return self.long.contains_key(identifier);
        };
        let mask = self.entries.len().saturating_sub(1);
        let mut place = hash(packed) & mask;
        while let Some(entry) = self.entries.get(place).filter(|entry| **entry != FREE) {
            if entry & !NUMBER == packed {
                return true;
            }
            place = (place + 1) & mask;
        }
        false
    }

    fn next(&self) -> Option<u32> {
        u32::try_from(self.len()).ok().filter(|number| *number < u32::MAX)
    }

    /// The number of a student of a short identifier.
    #[inline]
    pub(in crate::records) fn short(&mut self, Short(packed): Short) -> Option<u32> {
        if (self.taken + 1) * 4 > self.entries.len() * 3 {
            self.grow();
        }
        let mask = self.entries.len() - 1;
        let mut place = hash(packed) & mask;
        loop {
            let entry = *self.entries.get(place)?;
            if entry & !NUMBER == packed {
                return Some(number_in(entry));
            }
            if entry == FREE {
                return self.add(place, packed);
            }
            place = (place + 1) & mask;
        }
    }

    fn add(&mut self, place: usize, packed: Packed) -> Option<u32> {
        let number = self.next()?;
        *self.entries.get_mut(place)? = packed | (Packed::from(number) << (8 * SHORT));
        self.taken += 1;
        Some(number)
    }

    fn grow(&mut self) {
        let size = (self.entries.len() * 2).max(1024);
        let old = std::mem::replace(&mut self.entries, vec![FREE; size]);
        let mask = size - 1;
        for entry in old.into_iter().filter(|entry| *entry != FREE) {
            let mut place = hash(entry & !NUMBER) & mask;
            while let Some(free) = self.entries.get_mut(place) {
                if *free == FREE {
                    *free = entry;
                    break;
                }
                place = (place + 1) & mask;
            }
        }
    }
}

#[inline]
fn number_in(entry: Packed) -> u32 {
    let [.., a, b, c, d, _] = entry.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[inline]
fn hash(packed: Packed) -> usize {
    let bytes = packed.to_le_bytes();
    let low = u64::from_le_bytes(*bytes.first_chunk().unwrap_or(&[0; 8]));
    let high = u64::from_le_bytes(*bytes.last_chunk().unwrap_or(&[0; 8]));
    // The high bits of the product are mixed best.
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 33).unwrap_or(0)
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
    fn identifiers_that_differ_by_zeros_in_front_are_counted() {
        let counted = |names: &[&str]| {
            let mut students = Students::default();
            names.iter().for_each(|name| assert!(students.number(name.as_bytes()).is_some()));
            students.with_lost_zeros()
        };
        assert_eq!(counted(&[]), 0);
        assert_eq!(counted(&["123", "0124", "1230", "00", "A0123"]), 0);
        assert_eq!(counted(&["123", "0123"]), 1);
        assert_eq!(counted(&["0123", "00123", "0", "00"]), 2);
        assert_eq!(counted(&["000012345678901", "12345678901", "0012345678901234567", "12345678901234567"]), 2);
    }

    #[test]
    fn each_identifier_has_one_number() {
        let mut students = Students::default();
        // Of every length from 2 to 17 bytes.
        let names: Vec<String> = (0..5000).map(|number| format!("{}{number}", "S".repeat(1 + number % 13))).collect();
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
