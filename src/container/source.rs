//! Where the file's bytes are: read at any place, as little as is needed.

use std::io::{self, Read};
use std::rc::Rc;

/// A file's bytes.
pub trait Source {
    /// How many there are.
    fn size(&self) -> u64;

    /// Reads from a place on, and says how many bytes came: none at the end.
    ///
    /// # Errors
    /// When the file can't be read any more.
    fn read_at(&self, from: u64, into: &mut [u8]) -> io::Result<usize>;

    /// Reads from a place on until `into` is full or the file ends.
    ///
    /// # Errors
    /// When the file can't be read any more.
    fn fill(&self, from: u64, into: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while let Some(rest) = into.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            let came = self.read_at(from.saturating_add(u64::try_from(filled).unwrap_or(u64::MAX)), rest)?;
            if came == 0 {
                break;
            }
            filled += came;
        }
        Ok(filled)
    }
}

/// Bytes that are in memory already.
impl Source for Vec<u8> {
    fn size(&self) -> u64 {
        u64::try_from(self.len()).unwrap_or(u64::MAX)
    }

    fn read_at(&self, from: u64, into: &mut [u8]) -> io::Result<usize> {
        let rest = usize::try_from(from).ok().and_then(|from| self.get(from..)).unwrap_or_default();
        let many = rest.len().min(into.len());
        if let (Some(to), Some(from)) = (into.get_mut(..many), rest.get(..many)) {
            to.copy_from_slice(from);
        }
        Ok(many)
    }
}

/// The bytes between two places, one after the other.
pub(super) struct Stretch {
    source: Rc<dyn Source>,
    at: u64,
    end: u64,
}

impl Stretch {
    pub(super) fn new(source: Rc<dyn Source>, at: u64, length: u64) -> Self {
        let end = at.saturating_add(length).min(source.size());
        Self { source, at, end }
    }
}

impl Read for Stretch {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let many = left.min(into.len());
        let Some(into) = into.get_mut(..many).filter(|into| !into.is_empty()) else { return Ok(0) };
        let came = self.source.read_at(self.at, into)?;
        self.at += u64::try_from(came).unwrap_or(u64::MAX);
        Ok(came)
    }
}
