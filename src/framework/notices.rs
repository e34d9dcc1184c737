//! The notices of this module: mistakes in a framework definition, and what a rating ran into.

use crate::notices;

notices! {
    /// The document isn't a framework, or is for another version of the language.
    NotAFramework = "framework.not-a-framework", Error, { found: MaybeText, expected: Text };
    /// A placeholder names no list.
    UnknownList = "framework.unknown-list", Error, { name: Text, suggestion: MaybeText };
    /// A placeholder asks for a property that an item of the list doesn't have.
    UnknownProperty = "framework.unknown-property", Error, { item: Text, property: Text };
    /// A placeholder stands where nothing can be repeated.
    NothingToRepeat = "framework.nothing-to-repeat", Error, { name: Text };
    /// The document grows too large when its lists are written out.
    TooLarge = "framework.too-large", Error, { limit: Count };
    /// A node has no operator.
    NoOperator = "framework.no-operator", Error, { suggestion: MaybeText, operators: List };
    /// A node has more than one operator.
    SeveralOperators = "framework.several-operators", Error, { operators: List };
    /// A gate has no effect, or more than one.
    OneEffect = "framework.one-effect", Error, { effects: List };
    /// Two things of one name among facts, measures and nodes.
    NameTaken = "framework.name-taken", Error, { name: Text };
    /// A name that would be read as a number, or that holds `#` or `@`.
    BadName = "framework.bad-name", Error, { name: Text };
    /// A reference that can't be read.
    BadReference = "framework.bad-reference", Error, { written: Text, part: Text };
    /// A reference to a fact, a measure or a node that doesn't exist.
    UnknownReference = "framework.unknown-reference", Error, { name: Text, suggestion: MaybeText };
    /// `#participation`, `#n` or `#response-rate` of something that is no measure.
    NotAMeasure = "framework.not-a-measure", Error, { name: Text, attribute: Text };
    /// A reference to a scale, a grid, a table of weights and the like that doesn't exist. `kind` is the section's name.
    UnknownName = "framework.unknown-name", Error, { kind: Text, name: Text, suggestion: MaybeText };
    /// A rating that is on no rating scale, or not on the one meant.
    UnknownRating = "framework.unknown-rating", Error, { rating: Text, suggestion: MaybeText };
    /// A rating that stands on several scales, and nothing says which is meant.
    AmbiguousRating = "framework.ambiguous-rating", Error, { rating: Text, scales: List };
    /// A chain of nodes in which each needs the next, longer than the limit.
    TooManyLevels = "framework.too-many-levels", Error, { limit: Count };
    /// Nodes that need each other's values.
    Cycle = "framework.cycle", Error, { path: List };
    /// A scale without bands, lookup or linear, or with more than one of them.
    OneKindOfScale = "framework.one-kind-of-scale", Error, {};
    /// A row of a scale without points, rating, outcome or unknown, or with more than one of them.
    OneResult = "framework.one-result", Error, {};
    /// A row that no value can reach, because rows above it take them all or its bounds exclude each other.
    DeadRow = "framework.dead-row", Error, { row: Count };
    /// Two rows that both claim some values.
    Overlap = "framework.overlap", Error, { first: Count, second: Count };
    /// Values between the rows, or inside the domain, that no row takes.
    Gap = "framework.gap", Warning, { lower: MaybeText, upper: MaybeText };
    /// Anchors of a scale or a distribution that don't ascend.
    AnchorsNotAscending = "framework.anchors-not-ascending", Error, { value: Number };
    /// Too few anchors, or a distribution without values and anchors.
    TooFewAnchors = "framework.too-few-anchors", Error, {};
    /// A range or a domain whose lower end is above its upper end.
    RangeReversed = "framework.range-reversed", Error, { lower: Number, upper: Number };
    /// Weights that don't add up to the total.
    WeightsTotal = "framework.weights-total", Error, { found: Number, expected: Number };
    /// A weight below zero.
    NegativeWeight = "framework.negative-weight", Error, { weight: Number };
    /// Shares of a moved weight that don't add up to 1.
    SharesTotal = "framework.shares-total", Error, { found: Number };
    /// A step of a redistribution that says nothing, or two things.
    StepUnclear = "framework.step-unclear", Error, {};
    /// Weight that can come back to a part whose own step is over.
    RedistributionCycle = "framework.redistribution-cycle", Error, { from: Text, to: Text };
    /// A redistribution names a part that the table of weights doesn't have.
    NotAPart = "framework.not-a-part", Error, { part: Text, weights: Text, suggestion: MaybeText };
    /// A part of a weighted node that no step of its redistribution speaks of.
    PartWithoutStep = "framework.part-without-step", Info, { part: Text };
    /// A grid whose cells don't match its rows and columns.
    GridShape = "framework.grid-shape", Error, { rows: Count, columns: Count };
    /// An operator with too few or too many parts.
    PartCount = "framework.part-count", Error, { operator: Text, found: Count };
    /// Ratings where numbers are needed, numbers where ratings are, or ratings of different scales together.
    WrongKind = "framework.wrong-kind", Error, { name: Text, found: Text, expected: Text };
    /// A rule without a citation.
    NoCitation = "framework.no-citation", Warning, { rule: Text };
    /// A word of a lookup that the measure's categories don't have, or a category that the lookup lacks.
    CategoryMismatch = "framework.category-mismatch", Warning, { category: Text, measure: Text };
    /// A definition without a model.
    NoModel = "framework.no-model", Error, {};
    /// A node that nothing uses.
    Unused = "framework.unused", Info, { name: Text };
    /// A published comparison that says nothing to compare.
    PublishedUnclear = "framework.published-unclear", Error, {};
    /// A measure that is neither reported nor computed.
    MeasureWithoutOrigin = "framework.measure-without-origin", Error, {};

    /// No file has a column for a measure that ratings need.
    MeasureNotInFile = "framework.measure-not-in-file", Error, { measure: Text, columns: List, schools: Count };
    /// Several columns could be the measure.
    AmbiguousColumn = "framework.ambiguous-column", Warning, { measure: Text, columns: List };
    /// Rows of a long file that say different things of a school.
    FactContradicts = "framework.fact-contradicts", Error, { fact: Text, texts: List };
    /// A cell that should hold a number.
    UnreadableNumber = "framework.unreadable-number", Error, { measure: Text, text: Text };
    /// A cell that should hold one of the measure's words.
    UnknownCategory = "framework.unknown-category", Error, { measure: Text, text: Text, suggestion: MaybeText };
    /// A value outside the measure's range.
    OutOfRange = "framework.out-of-range", Error, { measure: Text, text: Text, low: Number, high: Number };
    /// A result of fewer students, or a lower response rate, than the policy's minimum: not used. `year` is that of an
    /// earlier result.
    BelowMinimum = "framework.below-minimum", Info, { measure: Text, year: MaybeText };
    /// A number that can't be: a number of students that is negative or not whole, a rate below 0 or above 100 percent, a
    /// negative weight. `attribute` is `n`, `participation`, `response-rate` or `weight`.
    ImpossibleNumber = "framework.impossible-number", Error, { measure: Text, attribute: Text, text: Text };
    /// No file has the column that gives the numbers of students or the rates of these measures.
    ColumnNotInFile = "framework.column-not-in-file", Warning, { attribute: Text, measures: List, columns: List };
    /// Optional measures that no file has.
    OptionalNotInFile = "framework.optional-not-in-file", Info, { measures: List, columns: List };
    /// Facts that no file has, and for which no rating waits.
    FactsNotInFile = "framework.facts-not-in-file", Info, { facts: List, columns: List };
    /// No file has a heading that the framework looks for, and one that nothing reads looks like it.
    HeadingAlike = "framework.heading-alike", Warning, { measure: Text, column: Text, suggestion: Text };
    /// Published results that no file has.
    PublishedNotInFile = "framework.published-not-in-file", Info, { columns: List };
    /// A node whose condition asks for values that some schools don't have, and doesn't say what it counts as then.
    ConditionUndetermined = "framework.condition-undetermined", Warning, { name: Text, schools: Count, needs: List };
    /// A label of which it isn't known for some schools whether they carry it.
    LabelUndetermined = "framework.label-undetermined", Info, { label: Text, schools: Count, needs: List };
    /// A school that fits no model.
    NoModelFits = "framework.no-model-fits", Error, { models: List };
    /// A school whose model can't be told.
    ModelUndetermined = "framework.model-undetermined", Error, { needs: List };
    /// A value that no row of its scale takes.
    NoRowFits = "framework.no-row-fits", Error, { scale: Text, value: Text };
    /// An override of a school that no file has.
    OverrideSchool = "framework.override-school", Error, { school: Text, suggestion: MaybeText };
    /// An override without who, when or why.
    OverrideIncomplete = "framework.override-incomplete", Error, { missing: List };
    /// An override to something that is no rating or outcome of the framework.
    OverrideRating = "framework.override-rating", Error, { rating: Text, suggestion: MaybeText };
    /// An override in a framework that has no rule for it.
    OverrideWithoutRule = "framework.override-without-rule", Warning, {};
    /// A chosen year that no file has.
    UnknownYear = "framework.unknown-year", Error, { year: Text, years: List };
    /// A measure or a fact that the files have for other years than the rated one.
    OnlyOtherYears = "framework.only-other-years", Warning, { measure: Text, year: Text, years: List };
    /// A computed measure names an element that student records don't have.
    UnknownElement = "framework.unknown-element", Error, { element: Text, suggestion: MaybeText };
    /// A statistic of elements that can't be counted in that way: the median of a word, the share of an identifier.
    NotCountable = "framework.not-countable", Error, { elements: List };
    /// A measure is computed from cells, and these were counted for other policies: it isn't among them.
    NotCounted = "framework.not-counted", Error, { measure: Text };
    /// The student records have none of the words by which a measure chooses or counts them.
    NotInRecords = "framework.not-in-records", Warning, { measure: Text, element: Text, wanted: List, found: List };
    /// The student records have words that the policy neither counts nor gives a worth.
    WordsWithoutMeaning = "framework.words-without-meaning", Error, { measure: Text, element: Text, words: List };
    /// The student records lack years that a measure needs.
    YearsNotInRecords = "framework.years-not-in-records", Warning, { measure: Text, years: List, found: List };
    /// Records that a rule on stays leaves out, because the student's stays or their days aren't known.
    StaysUnknown = "framework.stays-unknown", Warning, { measure: Text, records: Count };
    /// A computed value outside the measure's range.
    ComputedOutOfRange = "framework.computed-out-of-range", Error, { measure: Text, value: Number, low: Number, high: Number };
    /// A measure that a school-level file reports and that student records give too.
    TwoOrigins = "framework.two-origins", Info, { measure: Text, used: Text };
    /// A column chosen by a person that no file has, or a measure that the framework doesn't have.
    UnknownChoice = "framework.unknown-choice", Error, { measure: Text, column: Text, suggestion: MaybeText };
}
