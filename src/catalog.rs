//! All notice codes of the program in one list: what the tests of the words go by, and the reference page, by `www/notices.json`.

use crate::notice::NoticeCode;

/// Every code, module by module.
pub fn catalog() -> Vec<&'static NoticeCode> {
    [
        crate::policy::notices::CODES,
        crate::tables::notices::CODES,
        crate::container::CODES,
        crate::records::notices::CODES,
        crate::records::cells::CODES,
        crate::framework::notices::CODES,
        crate::workbench::CODES,
    ]
    .concat()
}
