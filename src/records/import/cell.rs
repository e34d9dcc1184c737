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
    let length = u8::try_from(field.bytes.len()).ok().filter(|length| *length < 16)?;
    let mask = (1_u128 << (8 * u32::from(length))) - 1;
    Some((Packed::from_le_bytes(field.window) & mask) | (Packed::from(length) << 120))
}

#[inline]
fn place(packed: Packed) -> usize {
    let low = u64::from_le_bytes(*packed.to_le_bytes().first_chunk().unwrap_or(&[0; 8]));
    let high = u64::from_le_bytes(*packed.to_le_bytes().last_chunk().unwrap_or(&[0; 8]));
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 56).unwrap_or(0)
}
