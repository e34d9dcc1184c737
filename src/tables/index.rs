//! Places kept in 32 bits, which suffice: no file has more than 4 GiB.

pub(super) fn wide(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

pub(super) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
