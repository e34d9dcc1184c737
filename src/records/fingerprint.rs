//! A fingerprint of a file's bytes, taken as they come.

/// It tells files apart, and is no protection against forgery. Eight bytes go in at a time (FNV-1a over 64-bit words), so
/// that it takes no time beside reading; how the bytes were cut makes no difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    hash: u64,
    rest: Vec<u8>,
    length: u64,
}

const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for Fingerprint {
    fn default() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, rest: Vec::with_capacity(8), length: 0 }
    }
}

impl Fingerprint {
    /// The next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(u64::try_from(bytes.len()).unwrap_or(0));
        let mut bytes = bytes;
        if !self.rest.is_empty() {
            let missing = (8 - self.rest.len()).min(bytes.len());
            let (first, others) = bytes.split_at(missing);
            self.rest.extend_from_slice(first);
            bytes = others;
            if self.rest.len() < 8 {
                return;
            }
            let word = word(&self.rest);
            self.add(word);
            self.rest.clear();
        }
        let (words, rest) = bytes.as_chunks::<8>();
        for bytes in words {
            self.add(u64::from_le_bytes(*bytes));
        }
        self.rest.extend_from_slice(rest);
    }

    /// The fingerprint of all bytes.
    pub fn finish(mut self) -> String {
        let rest = word(&self.rest);
        self.add(rest);
        let length = self.length;
        self.add(length);
        format!("{:016x}", self.hash)
    }

    fn add(&mut self, word: u64) {
        self.hash = (self.hash ^ word).wrapping_mul(PRIME);
        // A product's high bits never reach its low ones, so they are brought there.
        self.hash ^= self.hash >> 32;
    }
}

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| (word << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> String {
        let mut fingerprint = Fingerprint::default();
        for piece in pieces {
            fingerprint.push(piece);
        }
        fingerprint.finish()
    }

    #[test]
    fn tells_files_apart() {
        assert_ne!(of([&b""[..]]), of([&b"\0"[..]]));
        assert_ne!(of([&b"12345678"[..]]), of([&b"12345678\0"[..]]));
        assert_ne!(of([&b"1234567890"[..]]), of([&b"1234567809"[..]]));
    }

    proptest! {
        #[test]
        fn is_the_same_however_the_bytes_are_cut(bytes: Vec<u8>, length in 1..20_usize) {
            prop_assert_eq!(of([&bytes[..]]), of(bytes.chunks(length)));
        }
    }
}
