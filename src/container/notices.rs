//! What this module tells about workbooks and archives.

use crate::notices;

notices! {
    /// The file is no longer where it was, or was changed.
    Unreadable = "container.unreadable", Error, {};
    /// The list of what the archive holds is missing or broken.
    DamagedArchive = "container.damaged-archive", Error, {};
    /// A sheet or an entry is broken.
    DamagedEntry = "container.damaged-entry", Error, { entry: Text };
    /// An entry has a password.
    Encrypted = "container.encrypted", Error, { entry: Text };
    /// A workbook has a password.
    EncryptedWorkbook = "container.encrypted-workbook", Error, {};
    /// A workbook of before 2007 (`.xls`), or another old Office document.
    OldWorkbook = "container.old-workbook", Error, {};
    /// A document that is no workbook of Excel's usual kind.
    OtherDocument = "container.other-document", Error, { format: Text };
    /// The entry is packed by a method that isn't read here.
    UnreadCompression = "container.unread-compression", Error, { entry: Text };
    /// Unpacked it would be larger than anything that is read here.
    TooLarge = "container.too-large", Error, { entry: Text, limit: Count };
    /// More entries than are read here.
    TooManyEntries = "container.too-many-entries", Error, { count: Count, limit: Count };
    /// Nothing in it may hold a table.
    NoTables = "container.no-tables", Error, { entries: List };
    /// No sheet has anything in it.
    EmptyWorkbook = "container.empty-workbook", Error, {};

    /// An archive holds archives or workbooks.
    Nested = "container.nested", Warning, { entries: List };
    /// Entries that hold no table.
    LeftOut = "container.left-out", Info, { count: Count, entries: List };
    /// Sheets that the workbook hides.
    HiddenSheets = "container.hidden-sheets", Warning, { sheets: List };
    /// Sheets without anything in them.
    EmptySheets = "container.empty-sheets", Info, { sheets: List };
    /// Cells with an error of Excel's, such as `#N/A`.
    ErrorCells = "container.error-cells", Warning, { count: Count, cells: List };
    /// Cells with a formula that was never worked out.
    UnworkedFormulas = "container.unworked-formulas", Error, { count: Count, cells: List };
}
