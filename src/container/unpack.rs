//! One entry's bytes, unpacked as they are asked for, within a limit, and held against their checksum.

use std::io::{self, BufReader, Read};
use std::rc::Rc;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::MAX_UNPACKED;
use super::directory::Trouble;
use super::source::{Source, Stretch};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Stored,
    Deflated,
}

/// How many packed bytes are fetched at once.
const FETCHED: usize = 1 << 18;

pub(super) struct Unpacked {
    bytes: Bytes,
    done: u64,
    /// Beyond this the reader has not asked to go yet.
    allowed: u64,
    size: u64,
    checksum: u32,
    sum: Crc,
    trouble: Option<Trouble>,
}

enum Bytes {
    Stored(BufReader<Stretch>),
    Deflated(Box<DeflateDecoder<BufReader<Stretch>>>),
}

impl Unpacked {
    pub(super) fn new(
        source: &Rc<dyn Source>,
        from: u64,
        packed: u64,
        method: Method,
        size: u64,
        checksum: u32,
    ) -> Self {
        let stretch = BufReader::with_capacity(FETCHED, Stretch::new(Rc::clone(source), from, packed));
        let bytes = match method {
            Method::Stored => Bytes::Stored(stretch),
            Method::Deflated => Bytes::Deflated(Box::new(DeflateDecoder::new(stretch))),
        };
        Self { bytes, done: 0, allowed: u64::MAX, size, checksum, sum: Crc::new(), trouble: None }
    }

    /// How many bytes came.
    pub(super) fn done(&self) -> u64 {
        self.done
    }

    /// Why the last reading failed. `std::io` has no room for it.
    pub(super) fn trouble(&self) -> Trouble {
        self.trouble.unwrap_or(Trouble::Damaged)
    }

    /// From here on so many bytes may come until more are allowed.
    pub(super) fn allow(&mut self, bytes: usize) {
        self.allowed = self.done.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
    }

    /// The next bytes, so many or fewer; none at the end.
    pub(super) fn piece(&mut self, limit: usize) -> Result<Vec<u8>, Trouble> {
        let mut piece = Vec::with_capacity(limit);
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        match self.by_ref().take(limit).read_to_end(&mut piece) {
            Ok(_) => Ok(piece),
            Err(_) => Err(self.trouble()),
        }
    }

    fn fail(&mut self, trouble: Trouble) -> io::Error {
        self.trouble = Some(trouble);
        io::ErrorKind::InvalidData.into()
    }
}

impl Read for Unpacked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        let came = match &mut self.bytes {
            Bytes::Stored(bytes) => bytes.read(into),
            Bytes::Deflated(bytes) => bytes.read(into),
        };
        let came = match came {
            Ok(came) => came,
            // The decoder's own faults are of these kinds; any other comes from the file below.
            Err(fault) => {
                let broken = matches!(
                    fault.kind(),
                    io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof
                );
                return Err(self.fail(if broken { Trouble::Damaged } else { Trouble::Unreadable }));
            }
        };
        self.done += u64::try_from(came).unwrap_or(u64::MAX);
        self.sum.update(into.get(..came).unwrap_or_default());
        if self.done > MAX_UNPACKED {
            return Err(self.fail(Trouble::TooLarge));
        }
        if self.done > self.allowed {
            return Err(self.fail(Trouble::Damaged));
        }
        // More than it said is no better than less: what it says was checked against the limit.
        if self.done > self.size || came == 0 && (self.done < self.size || self.sum.sum() != self.checksum) {
            return Err(self.fail(Trouble::Damaged));
        }
        Ok(came)
    }
}
