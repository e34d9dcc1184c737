//! What this module tells about student-level files and layouts. No notice holds a student's identifier: lines say where.

use crate::notices;

notices! {
    /// A layout says nothing of an element that its table can't do without.
    LayoutWithoutElement = "records.layout-without-element", Error, { element: Text };
    /// A document is no layout of this version.
    LayoutFormat = "records.layout-format", Error, { found: Text, expected: Text };
    /// A layout says that a column of names, birth dates or addresses is read.
    PrivateHeading = "records.private-heading", Error, { column: Text };
    /// A layout gives an element a value that it can't have.
    LayoutValue = "records.layout-value", Error, { element: Text, value: Text };
    /// A layout says how decimals are written of a column that holds no numbers.
    DecimalMarkOfNoNumber = "records.decimal-mark-of-no-number", Error, { element: Text };
    /// Two columns are said to be the same.
    ElementTwice = "records.element-twice", Error, { element: Text, columns: List };
    /// A mapping says of all rows what may be another thing in the next file: the school year must be said anew.
    YearNotInFile = "records.year-not-in-file", Warning, { mapping: Text, value: Text };
    /// What stands in no column was taken from the mapping.
    FromMapping = "records.from-mapping", Info, { mapping: Text, element: Text, value: Text };
    /// The layout is meant for files that have this column.
    MissingColumn = "records.missing-column", Error, { element: Text, headings: List };
    /// No layout fits the headings: somebody must say what the columns are.
    NotRecognized = "records.not-recognized", Warning, { columns: Count };
    /// A header and nothing below it.
    NoRows = "records.no-rows", Error, { columns: Count };
    /// Columns with names, birth dates, addresses: they are not read.
    PrivateColumns = "records.private-columns", Info, { count: Count, columns: List };
    /// A roster holds schools, race and sex only.
    RosterOnly = "records.roster-only", Info, {};

    /// Rows without a student.
    WithoutStudent = "records.without-student", Warning, { count: Count, lines: List };
    /// Rows without a school.
    WithoutSchool = "records.without-school", Warning, { count: Count, lines: List };
    /// Rows without a school year, or with one that can't be read.
    WithoutYear = "records.without-year", Warning, { count: Count, lines: List };
    /// Rows without a subject.
    WithoutSubject = "records.without-subject", Warning, { count: Count, lines: List };
    /// Rows that the layout leaves out.
    NotIncluded = "records.not-included", Info, { count: Count, lines: List };
    /// Rows with values beyond the header's last column.
    LongRows = "records.long-rows", Warning, { count: Count, lines: List, columns: Count }, source = "RFC 4180, section 2, rule 4";
    /// Rows with fewer cells than the header. They are kept; what is missing is blank.
    ShortRows = "records.short-rows", Warning, { count: Count, lines: List, columns: Count }, source = "RFC 4180, section 2, rule 4";
    /// The file breaks off in its last row.
    TruncatedRow = "records.truncated-row", Warning, { cells: Count, columns: Count };
    /// A quoted cell is never closed: the rest of the file is within it.
    UnclosedQuote = "records.unclosed-quote", Error, {}, source = "RFC 4180, section 2, rule 5";
    /// The header comes again among the rows.
    RepeatedHeader = "records.repeated-header", Info, { count: Count, lines: List };
    /// Rows whose cells are all empty.
    EmptyRows = "records.empty-rows", Info, { count: Count, lines: List };
    /// A spreadsheet shortened identifiers to scientific notation; their digits are lost.
    ShortenedIdentifier = "records.shortened-identifier", Error, { count: Count, lines: List };
    /// Leading zeros of identifiers were put back.
    ZerosRestored = "records.zeros-restored", Warning, { count: Count, digits: Count };
    /// Identifiers were written as decimal numbers, and mended.
    DecimalIdentifier = "records.decimal-identifier", Warning, { count: Count };
    /// Scores, days or dates that can't be read.
    UnreadableNumber = "records.unreadable-number", Error, { count: Count, lines: List };
    /// Numbers of a column have decimals behind a comma, which nobody said: their rows are left out.
    DecimalCommas = "records.decimal-commas", Error, { count: Count, lines: List };
    /// Numbers of a column have a comma that may stand before decimals or part thousands: their rows are left out.
    UnclearCommas = "records.unclear-commas", Error, { count: Count, lines: List };
    /// Scores off the scale of the test.
    ScoreOffScale = "records.score-off-scale", Error, { count: Count, lines: List, lowest: Count, highest: Count };
    /// Growth percentiles that aren't whole numbers from 1 to 99.
    UnreadableGrowth = "records.unreadable-growth", Error, { count: Count, lines: List };
    /// Interim results without a cycle or a day.
    WithoutCycle = "records.without-cycle", Warning, { count: Count, lines: List };
    /// Points of which more were earned than are possible, or of which one of the two numbers is missing.
    ImpossiblePoints = "records.impossible-points", Error, { count: Count, lines: List };
    /// More rows, students, schools or values than there is room for.
    NoRoom = "records.no-room", Error, { count: Count, lines: List };
    /// Texts of a column that mean nothing here. They count as blank.
    UnknownValue = "records.unknown-value", Warning, { element: Text, value: Text, count: Count, lines: List };
    /// Further texts of a column that mean nothing here.
    MoreUnknownValues = "records.more-unknown-values", Warning, { element: Text, count: Count, lines: List };
    /// A column has dates in several formats.
    MixedDates = "records.mixed-dates", Warning, { formats: List };
    /// No date of a column shows whether the day or the month comes first.
    DayOrderNotShown = "records.day-order-not-shown", Warning, {};
    /// Later dates of a column show another order of day and month than those at the file's beginning.
    DayOrderChanges = "records.day-order-changes", Error, {};
    /// No cut scores are known for this test, year, subject and grade.
    NoCutScores = "records.no-cut-scores", Warning, { test: MaybeText, year: Count, subject: Text, grade: MaybeText, count: Count };

    /// The same rows stand more than once, and count once.
    RepeatedRows = "records.repeated-rows", Info, { count: Count, lines: List };
    /// Rows say different things of the same student, year and subject. None of them counts.
    ConflictingRows = "records.conflicting-rows", Error, { count: Count, lines: List };
    /// Goal areas that stand side by side in a row contradict those of another row. None of them counts.
    ConflictingGoals = "records.conflicting-goals", Warning, { count: Count, lines: List };
    /// A rule on values chose between rows.
    SupersededRows = "records.superseded-rows", Info, { count: Count, lines: List };
    /// Rows of the same student and year say different things of the student groups.
    ConflictingGroups = "records.conflicting-groups", Warning, { count: Count, lines: List, groups: List };
    /// Students have rows at two schools in one year.
    TwoSchools = "records.two-schools", Warning, { count: Count, lines: List };
    /// Schools that the table of schools doesn't have.
    UnknownSchools = "records.unknown-schools", Warning, { count: Count, schools: List };
    /// Days of membership that files of attendance lack were taken from the stays.
    MembershipFromStays = "records.membership-from-stays", Info, { count: Count };
    /// More days of attendance or absence than the stays have days of membership.
    DaysBeyondMembership = "records.days-beyond-membership", Warning, { count: Count };
    /// Attendance whose days of membership no file has.
    AttendanceWithoutMembership = "records.attendance-without-membership", Warning, { count: Count };
    /// Days of membership, attendance or absence that can't be: below 0, more than a year has, or more than of membership.
    ImpossibleDays = "records.impossible-days", Error, { count: Count, lines: List };
    /// Several columns have the heading of one that is read.
    SameHeading = "records.same-heading", Warning, { count: Count };
    /// Students whose numbers only differ by zeros in front.
    StudentsDifferByZeros = "records.students-differ-by-zeros", Warning, { count: Count };
    /// Schools whose numbers only differ by zeros in front.
    SchoolsDifferByZeros = "records.schools-differ-by-zeros", Warning, { count: Count, schools: List };
    /// The file doesn't end with a line end: its last cell may be cut off.
    NoLastLineEnd = "records.no-last-line-end", Info, {};
    /// Rows of a file of enrollments whose last day is before the first.
    ReversedStay = "records.reversed-stay", Error, { count: Count, lines: List };
    /// Students of whom the table of students says nothing.
    StudentsNotListed = "records.students-not-listed", Info, { count: Count };
}
