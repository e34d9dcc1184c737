//! What this module tells about files, columns and rows.

use crate::notices;

notices! {
    /// There is nothing in the file, or only blanks.
    EmptyFile = "tables.empty-file", Error, {};
    /// An Excel workbook (`.xlsx`).
    ExcelWorkbook = "tables.excel-workbook", Error, {};
    /// An Excel workbook of before 2007 (`.xls`), or another old Office document.
    OldExcelWorkbook = "tables.old-excel-workbook", Error, {};
    /// A zip archive that is no workbook.
    ZipArchive = "tables.zip-archive", Error, {};
    /// A compressed file: gzip, bzip2, xz, 7z, Zstandard, RAR.
    CompressedFile = "tables.compressed-file", Error, { format: Text };
    /// A PDF document.
    PdfDocument = "tables.pdf-document", Error, {};
    /// A picture.
    Picture = "tables.picture", Error, { format: Text };
    /// Bytes that are no text.
    BinaryFile = "tables.binary-file", Error, {};
    /// A web page.
    WebPage = "tables.web-page", Error, {};
    /// An XML document.
    XmlDocument = "tables.xml-document", Error, {};
    /// A JSON document.
    JsonDocument = "tables.json-document", Error, {};
    /// More bytes than this program reads.
    FileTooLarge = "tables.file-too-large", Error, { megabytes: Count, limit: Count };
    /// More columns than this program reads.
    TooManyColumns = "tables.too-many-columns", Error, { columns: Count, limit: Count };
    /// No delimiter divides the lines into columns.
    OneColumn = "tables.one-column", Error, { column: Text };
    /// A header and nothing below it.
    NoRows = "tables.no-rows", Error, { columns: Count };
    /// Rows of students. Their rows are not kept.
    StudentFile = "tables.student-file", Error, { column: Text };

    /// The text is in the old Windows encoding.
    WindowsEncoding = "tables.windows-encoding", Info, {};
    /// Characters that were lost before the file came here, or that its encoding doesn't have.
    BrokenCharacters = "tables.broken-characters", Warning, { count: Count };
    /// Title lines above the header were skipped.
    TitleLines = "tables.title-lines", Info, { count: Count };
    /// The first row looks like data: there may be no header.
    HeaderLooksLikeData = "tables.header-looks-like-data", Warning, { cells: List };
    /// A column with values but without a name.
    UnnamedColumn = "tables.unnamed-column", Warning, { number: Count };
    /// Two columns have the same name.
    RepeatedColumn = "tables.repeated-column", Warning, { column: Text, count: Count };
    /// A row with fewer cells than the header.
    ShortRow = "tables.short-row", Warning, { cells: Count, columns: Count };
    /// A row with more cells than the header, and values in them.
    LongRow = "tables.long-row", Warning, { cells: Count, columns: Count }, source = "RFC 4180, section 2, rule 4";
    /// The last row breaks off.
    TruncatedRow = "tables.truncated-row", Warning, { cells: Count, columns: Count };
    /// A quoted cell is never closed: the rest of the file is within it.
    UnclosedQuote = "tables.unclosed-quote", Error, {}, source = "RFC 4180, section 2, rule 5";
    /// A spreadsheet's error such as `#N/A` stands in cells.
    SpreadsheetError = "tables.spreadsheet-error", Warning, { text: Text, count: Count };
    /// Further notices of a code in the same file.
    MoreOfTheSame = "tables.more-of-the-same", Info, { code: Text, count: Count };

    /// No column was recognized that identifies the school.
    IdentifierNotRecognized = "tables.identifier-not-recognized", Warning, { columns: List };
    /// Of a long file, no column was recognized that holds the value.
    ValueNotRecognized = "tables.value-not-recognized", Warning, { measure: Text, columns: List };
    /// Many rows are of the same school, and it isn't known what tells them apart.
    RowsNotToldApart = "tables.rows-not-told-apart", Warning, { identifier: List, rows: Count, schools: Count };
    /// Schools are told apart by their names, because no column numbers them.
    NameAsIdentifier = "tables.name-as-identifier", Warning, { column: Text };
    /// The mapping names a column that the file doesn't have.
    MissingColumn = "tables.missing-column", Error, { column: Text, suggestion: MaybeText, columns: List };
    /// The mapping names a column that the file has twice.
    AmbiguousColumn = "tables.ambiguous-column", Error, { column: Text };
    /// The mapping gives a column two roles.
    ColumnTwice = "tables.column-twice", Error, { column: Text };
    /// The mapping doesn't say which column identifies the school.
    NoIdentifier = "tables.no-identifier", Error, {};
    /// A long file's mapping doesn't say which column names the measure.
    NoMeasureColumn = "tables.no-measure-column", Error, {};
    /// A long file's mapping doesn't say which column holds the value.
    NoValueColumn = "tables.no-value-column", Error, {};

    /// Rows without a school's identifier.
    RowsWithoutIdentifier = "tables.rows-without-identifier", Warning, { count: Count, lines: List };
    /// Rows of a long file that name no measure.
    RowsWithoutMeasure = "tables.rows-without-measure", Warning, { count: Count, lines: List };
    /// Rows for a district, a state or a total.
    SummaryRows = "tables.summary-rows", Info, { count: Count, lines: List };
    /// The header comes again among the rows, as when files are joined.
    RepeatedHeader = "tables.repeated-header", Info, { count: Count, lines: List };
    /// Remarks below the table.
    NoteRows = "tables.note-rows", Info, { count: Count, lines: List };
    /// Leading zeros were put back.
    ZerosRestored = "tables.zeros-restored", Warning, { count: Count, digits: Count, example: Text };
    /// An identifier was written as a decimal number, and mended.
    DecimalIdentifier = "tables.decimal-identifier", Warning, { count: Count, example: Text };
    /// A spreadsheet shortened an identifier to scientific notation; its digits are lost.
    ShortenedIdentifier = "tables.shortened-identifier", Error, { count: Count, lines: List, example: Text };
    /// The same cell stands in several places, with the same text.
    RepeatedCells = "tables.repeated-cells", Info, { count: Count };
    /// A cell is blank in one place and filled in another; the filled one counts.
    BlankFilled = "tables.blank-filled", Info, { count: Count };
    /// The same cell stands in two places with different texts. None counts.
    ConflictingCells = "tables.conflicting-cells", Error, { field: Text, value: Text, other: Text, line: Count, otherfile: Text, otherline: Count };
    /// A school has several names.
    ConflictingNames = "tables.conflicting-names", Info, { kept: Text, names: List };
    /// Files identify schools in different ways.
    DifferentIdentifiers = "tables.different-identifiers", Warning, { files: List };
    /// More cells than this program holds.
    TooManyCells = "tables.too-many-cells", Error, { limit: Count };
}
