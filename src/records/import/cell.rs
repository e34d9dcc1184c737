//! The codes of a column's texts: each distinct text is understood once, and looked up afterwards.

use rustc_hash::FxHashMap as HashMap;

use crate::records::scan::Field;

/// A text of at most 15 bytes in one number, with its length on top.
type Packed = u128;

/// Places for texts that come again and again.
const QUICK: usize = 256;

/// Codes by text.
#[derive(Debug, Clone)]
pub(super) struct Codes {
    // The place of a text is given by its hash; a later text takes the place of an earlier one.
    quick: Vec<(Packed, u32)>,
    all: HashMap<Box<[u8]>, u32>,
}

impl Default for Codes {
    fn default() -> Self {
        Self { quick: vec![(Packed::MAX, 0); QUICK], all: HashMap::default() }
    }
}

impl Codes {
    /// The code of a text that was seen before.
    #[inline]
    pub(super) fn get(&mut self, field: &Field<'_>) -> Option<u32> {
        let Some(packed) = pack(field) else { return self.all.get(field.bytes).copied() };
        let place = place(packed);
        match self.quick.get(place) {
            Some((known, code)) if *known == packed => Some(*code),
            _ => self.seldom(field.bytes, packed, place),
        }
    }

    #[cold]
    fn seldom(&mut self, text: &[u8], packed: Packed, place: usize) -> Option<u32> {
        let code = *self.all.get(text)?;
        if let Some(quick) = self.quick.get_mut(place) {
            *quick = (packed, code);
        }
        Some(code)
    }

    /// Notes the code of a text.
    pub(super) fn put(&mut self, text: &[u8], code: u32) {
        self.all.insert(text.into(), code);
    }
}

/// A field of at most 15 bytes as one number.
#[inline]
pub(super) fn pack(field: &Field<'_>) -> Option<Packed> {
    let mask = MASKS.get(field.bytes.len())?;
    let length = u8::try_from(field.bytes.len()).ok()?;
    Some((Packed::from_le_bytes(field.window) & mask) | (Packed::from(length) << 120))
}

const fn bytes(count: u32) -> Packed {
    (1 << (8 * count)) - 1
}

/// So many bytes, for each length. WebAssembly has no shift of 128 bits, and each field would wait for one.
const MASKS: [Packed; 16] = [
    bytes(0),
    bytes(1),
    bytes(2),
    bytes(3),
    bytes(4),
    bytes(5),
    bytes(6),
    bytes(7),
    bytes(8),
    bytes(9),
    bytes(10),
    bytes(11),
    bytes(12),
    bytes(13),
    bytes(14),
    bytes(15),
];

#[inline]
fn place(packed: Packed) -> usize {
    let low = u64::from_le_bytes(*packed.to_le_bytes().first_chunk().unwrap_or(&[0; 8]));
    let high = u64::from_le_bytes(*packed.to_le_bytes().last_chunk().unwrap_or(&[0; 8]));
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 56).unwrap_or(0)
}
