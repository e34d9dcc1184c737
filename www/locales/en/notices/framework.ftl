### What is told about framework definitions and about rating with them. The place (line, JSON pointer; or file, line,
### column, school) is shown beside the words.

## The document

framework-not-a-framework =
    { $found ->
        [none] This document does not say that it is a framework.
       *[other] This document is “{ $found }”, not “{ $expected }”.
    }
    .remedy = Write "evenhand": "{ $expected }" at the top, if it is a framework for this version of the language.
framework-too-large = With its lists written out, the document is larger than { $limit } values.
    .remedy = Use shorter lists, or fewer of them together in one name. Two lists in one name are every pair of their items.

## Lists and placeholders

framework-unknown-list =
    { $suggestion ->
        [none] There is no list “{ $name }”.
       *[other] There is no list “{ $name }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Correct the name in braces, or add the list to “lists”.
framework-unknown-property = The item “{ $item }” has no “{ $property }”.
    .remedy = Give every item of the list the property “{ $property }”, or take it out of the braces here.
framework-nothing-to-repeat = The placeholder “{ $name }” stands where nothing can be repeated.
    .remedy = Put the placeholder into the name of the entry too, or write "for": "{ $name }" into the object, if the object stands in a list.

## Nodes and references

framework-no-operator =
    { $suggestion ->
        [none] This node has no operator.
       *[other] This node has no operator. Did you mean “{ $suggestion }”?
    }
    .remedy = Give it one of these: { $operators }.
framework-several-operators = This node has several operators: { $operators }.
    .remedy = Keep one, and make nodes of their own of the others.
framework-one-effect = A gate has exactly one effect, and this one has none or several.
    .remedy = Keep one of these: { $effects }.
framework-name-taken = The name “{ $name }” stands for two things among the facts, measures and nodes.
    .remedy = Rename one. A node that gives the points of a measure may be called “{ $name }.points”.
framework-bad-name = “{ $name }” cannot be the name of a fact, a measure or a node.
    .remedy = Use words and dots, without # and @, without spaces at the ends, and not a number.
framework-bad-reference = “{ $written }” cannot be read as a reference, because of “{ $part }”.
    .remedy = After a name may stand #participation, #n or #response-rate, then @ and a whole number of years, such as @-1.
framework-unknown-reference =
    { $suggestion ->
        [none] There is no fact, measure or node “{ $name }”.
       *[other] There is no fact, measure or node “{ $name }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Correct the name, or add what it names.
framework-not-a-measure = “{ $name }” is not a measure, so it has no { $attribute }.
    .remedy = Ask the measure itself, such as growth#{ $attribute }. Facts and nodes have only their value.
framework-unknown-name =
    { $suggestion ->
        [none] There is no “{ $name }” in “{ $kind }”.
       *[other] There is no “{ $name }” in “{ $kind }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Correct the name, or add it to “{ $kind }”.
framework-cycle = These need each other’s values, in a circle: { $path }.
    .remedy = Take one of the references out, so that each value can be worked out from others.
framework-too-many-levels = A chain of nodes, each of which needs the next, is longer than { $limit }.
    .remedy = Work out more in one node, or shorten the chain.
framework-wrong-kind =
    “{ $name }” is { $found ->
        [number] a number
        [rating] a rating
       *[word] a word
    }, and { $expected ->
        [number] a number
        [rating] a rating
       *[word] a word
    } is needed here.
    .remedy = Name another value, or turn it into what is needed with a scale: bands make points or ratings of numbers, a lookup makes points of words and ratings.
framework-part-count =
    { $found ->
        [0] “{ $operator }” has no parts.
        [one] “{ $operator }” has { $found } part.
       *[other] “{ $operator }” has { $found } parts.
    }
    .remedy = “divide” takes two, “subtract” two or more, the others one or more.
framework-unused = No rating, label or comparison needs “{ $name }”.
    .remedy = Use it, list it among a model’s indicators so that a reader sees it, or delete it.

## Ratings

framework-unknown-rating =
    { $suggestion ->
        [none] There is no rating “{ $rating }”.
       *[other] There is no rating “{ $rating }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Write it as it stands in “ratings”, or add it there.
framework-ambiguous-rating = The rating “{ $rating }” stands on several scales: { $scales }.
    .remedy = Say which is meant: add "ratings" with the name of one of them beside the rule.
framework-no-model = The framework has no model, so it can rate no school.
    .remedy = Add one to “models”: its label, and the node that is the rating.

## Scales, grids and distributions

framework-one-kind-of-scale = A scale has exactly one of “bands”, “lookup” and “linear”.
    .remedy = Keep one, and make scales of their own of the others.
framework-one-result = This row gives nothing, or more than one thing.
    .remedy = Give it one of “points”, “rating”, “outcome” and “unknown”.
framework-dead-row = No value can reach row { $row }.
    .remedy = Rows are read from the top. Put the narrower row first, correct its bounds, or delete it.
framework-overlap = Rows { $first } and { $second } both claim some values.
    .remedy = Correct a bound. “atLeast” and “atMost” include the number itself, “above” and “below” do not.
framework-gap =
    { $lower ->
        [none] Values below { $upper } have no row.
       *[other] { $upper ->
            [none] Values above { $lower } have no row.
           *[other] Some values between { $lower } and { $upper } have no row.
        }
    }
    .remedy = Correct the bounds, or add a row. If all values are whole numbers, say "wholeNumbers": true. If the source does not say, add a row with "unknown".
framework-anchors-not-ascending = The value { $value } is not above the one before it.
    .remedy = Put the anchors in order, the lowest value first, each value once.
framework-too-few-anchors = There are not enough points here.
    .remedy = A linear scale needs two anchors at least. A distribution needs either “values” or “anchors”.
framework-range-reversed = The lower end { $lower } is above the upper end { $upper }.
    .remedy = Write the lower one first.
framework-grid-shape = The cells do not match { $rows } rows and { $columns } columns.
    .remedy = Write one list for each row, with one cell for each column. A cell that the source does not give is null.
framework-category-mismatch = “{ $category }” stands in only one of two places: the measure “{ $measure }” and the lookup.
    .remedy = Write the same words in the measure’s “categories” and in the scale’s “lookup”.

## Weights

framework-weights-total = The weights add up to { $found }, not to { $expected }.
    .remedy = Correct a weight or the total. Write thirds as fractions: "5/3", not "1.67".
framework-negative-weight = The weight { $weight } is below zero.
    .remedy = Correct it. To take something off, use “subtract” or a penalty.
framework-shares-total = The shares add up to { $found }, not to 1.
    .remedy = Write shares of the moved weight that add up to 1, such as "1/2" and "1/2".
framework-step-unclear = This step of the redistribution says too little or too much.
    .remedy = Write one of “ifMissing” and “ifAllMissing”, and one of “becomes”, “to” and “toPresent”. “otherwise” goes only with “toPresent”.
framework-redistribution-cycle = Weight of “{ $from }” goes to “{ $to }”, whose own step is over by then. It would stay there if that is missing too.
    .remedy = Put the step of “{ $to }” after this one, or send the weight elsewhere.
framework-not-a-part =
    { $suggestion ->
        [none] “{ $part }” is no part of the weights “{ $weights }”.
       *[other] “{ $part }” is no part of the weights “{ $weights }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Name a part as it stands in the table of weights, or add it there.
framework-part-without-step = The redistribution does not say what happens if “{ $part }” is missing.
    .remedy = Add a step for it, or “leftover”. Without them a school that lacks it stays undetermined.

## Sources, measures and comparisons

framework-no-citation = The rule “{ $rule }” has no source.
    .remedy = Add "cite" with the name of a source and the place in it, such as "handbook: page 9".
framework-measure-without-origin = This measure is neither reported nor computed.
    .remedy = Add “reported” with its columns, or “computed” with how it is worked out from student records.
framework-published-unclear = It is not clear what is compared here.
    .remedy = Write one of “node”, “partsOf” and “weightsOf”, and the “column” or the “attribute” that holds the published result.

## Rating with a framework

framework-measure-not-in-file =
    No file has the measure “{ $measure }”. { $schools ->
        [one] { $schools } school waits for it.
       *[other] { $schools } schools wait for it.
    }
    .remedy =
        Add the file that has it, or choose the column that holds it.{ $columns ->
            [none] {""}
           *[other] { " " }The framework looks for: { $columns }.
        }
framework-ambiguous-column = Several columns could hold the measure “{ $measure }”: { $columns }.
    .remedy = Choose the column that holds it.
framework-fact-contradicts = The rows of this school say different things about “{ $fact }”: { $texts }.
    .remedy = Correct the file, or give “{ $fact }” in a file with one row for each school.
framework-unreadable-number = “{ $text }” is not a number, so “{ $measure }” is not known here.
    .remedy = Correct the cell. If the text stands for a missing value, add it to the framework’s “absences”.
framework-unknown-category =
    { $suggestion ->
        [none] “{ $text }” is none of the words of “{ $measure }”.
       *[other] “{ $text }” is none of the words of “{ $measure }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Correct the cell, or add the word to the measure’s “categories” and to its scale.
framework-out-of-range = “{ $text }” is outside the range of “{ $measure }”, { $low } to { $high }. It was not used.
    .remedy = Correct the cell. If the file writes 0.925 for 92.5 percent, the framework needs "times": "100".
framework-below-minimum =
    { $year ->
        [none] “{ $measure }” rests on too few students or answers for this framework. It counts as missing.
       *[other] “{ $measure }” of { $year } rests on too few students or answers for this framework. It counts as missing.
    }
    .remedy = Nothing needs to be done. The framework’s minimum says so.
framework-impossible-number =
    { $attribute ->
        [n] “{ $text }” cannot be the number of students of “{ $measure }”. It was not used.
        [weight] “{ $text }” cannot be a weight, and “{ $measure }” is one. It was not used.
       *[other] “{ $text }” cannot be a rate of “{ $measure }” in percent. It was not used.
    }
    .remedy =
        { $attribute ->
            [n] Correct the cell. A number of students is a whole number, 0 or more.
            [weight] Correct the cell. A weight is 0 or more.
           *[other] Correct the cell. A rate lies between 0 and 100.
        }
framework-column-not-in-file =
    No file has the column for { $attribute ->
        [n] the number of students
        [participation] the participation rate
       *[other] the response rate
    } of: { $measures }.{ $attribute ->
        [participation] {""}
       *[other] { " " }The framework’s minimum is not checked for them.
    }
    .remedy =
        Add the column, or correct its heading.{ $columns ->
            [none] {""}
           *[other] { " " }The framework looks for: { $columns }.
        } If the authority has applied the minimum itself, nothing needs to be done.
framework-optional-not-in-file = No file has these optional measures: { $measures }. They count as missing for every school.
    .remedy =
        If a file should have them, check its headings and student groups.{ $columns ->
            [none] {""}
           *[other] { " " }The framework looks for: { $columns }.
        }
framework-facts-not-in-file = No file says this about the schools: { $facts }. Where the framework gives a usual value, that was taken.
    .remedy =
        If a file should have it, check its headings.{ $columns ->
            [none] {""}
           *[other] { " " }The framework looks for: { $columns }.
        }
framework-heading-alike = No file has the heading “{ $column }” for “{ $measure }”. The heading “{ $suggestion }” looks like it, and nothing reads it.
    .remedy = If it is the same, correct the heading in the file, add it to the framework, or choose the column on the Rate page.
framework-published-not-in-file = The framework compares its results with published ones, and no file has these: { $columns }.
    .remedy = To compare, add the file that has them. The ratings do not need it.
framework-condition-undetermined =
    For { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    } the condition of “{ $name }” is neither met nor not met, because a value is missing: { $needs }. What needs it waits.
    .remedy = Say in the framework what counts when there is no value: write "whenUnknown": "met" or "not-met" into the condition, or ask first whether it is "known".
framework-label-undetermined =
    It is not known whether { $schools ->
        [one] { $schools } school carries
       *[other] { $schools } schools carry
    } the label “{ $label }”. It depends on: { $needs }.
    .remedy = Add a file that has it, or fill in the blank cells. If the label does not apply without it, write "whenUnknown": "not-met" into the label’s condition.
framework-no-model-fits = No model of the framework is for this school: { $models }.
    .remedy = Check the columns that tell the kind of school, or add a file that has them.
framework-model-undetermined = It is not known which model is for this school. It depends on: { $needs }.
    .remedy = Add a file that tells it for this school, or fill in the blank cell.
framework-no-row-fits = The value { $value } fits no row of the scale “{ $scale }”.
    .remedy = Check the value. If it is right, the scale needs a row for it.

## Overrides and choices

framework-override-school =
    { $suggestion ->
        [none] No file has the school “{ $school }”, whose rating was to be overridden.
       *[other] No file has the school “{ $school }”, whose rating was to be overridden. Did you mean “{ $suggestion }”?
    }
    .remedy = Write the identifier as it stands in the list of ratings.
framework-override-incomplete = An override needs more: { $missing }.
    .remedy = Say who decided it, when (as year-month-day), and why.
framework-override-rating =
    { $suggestion ->
        [none] “{ $rating }” is no rating and no outcome of this framework.
       *[other] “{ $rating }” is no rating and no outcome of this framework. Did you mean “{ $suggestion }”?
    }
    .remedy = Choose one of the framework’s ratings or outcomes.
framework-override-without-rule = The framework has no rule by which a person may override a rating. The override was applied.
    .remedy = Take it back, or add “overrides” with the rule and its source to the framework.
framework-unknown-year = No file has the year “{ $year }”. There is: { $years }.
    .remedy = Choose one of the years of the files, or add the file of that year.
framework-only-other-years = “{ $measure }” is in the files for { $years }, but not for { $year }, the year that is rated.
    .remedy = Add the file of { $year }, or choose another year. A value of another year is never used instead.
framework-unknown-choice =
    { $suggestion ->
        [none] The column “{ $column }” cannot be used for “{ $measure }”: one of the two does not exist.
       *[other] The column “{ $column }” cannot be used for “{ $measure }”: one of the two does not exist. Did you mean “{ $suggestion }”?
    }
    .remedy = Choose a column of the files and a measure of the framework.

## Measures computed from student records

framework-unknown-element =
    { $suggestion ->
        [none] Student records have no element “{ $element }”.
       *[other] Student records have no element “{ $element }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Use the name of an element as the guide lists them, such as "assessmentAcademicSubject".
framework-not-countable = This statistic cannot be worked out from { $elements }.
    .remedy = Take a number for a mean, a median or a rate, and words (levels, yes and no) for a share or an index. The guide lists which elements are which.
framework-not-counted = “{ $measure }” was not counted in the student files: they were counted for other policies.
    .remedy = Add the student files again while this policy is chosen.
framework-not-in-records =
    { $found ->
        [none] { $element ->
            [assessmentRegistrationParticipationIndicator] “{ $measure }” asks who was not tested, and no row that counts says of a student that they were not tested or were excused. So it is not known whether all were tested.
           *[other] “{ $measure }” asks for “{ $element }”, and no row that counts in the student files has it: there is no such column, nothing stands in it, or the rows that have it were left out.
        }
       *[other] “{ $measure }” asks for { $wanted } in “{ $element }”. The student files have only { $found } there.
    }
    .remedy =
        { $element ->
            [assessmentRegistrationParticipationIndicator] Add a file that also lists the students who were not tested. If a rule such as “the highest score counts” left out such rows, read the file without the rule.
           *[other] Check how the column and its values are read. If the file writes them in another way, map its values to those that the policy names.
        }
framework-words-without-meaning = The student files have { $words } in “{ $element }”, and the policy does not say what that means for “{ $measure }”.
    .remedy = Map these values to those that the policy names. Until then “{ $measure }” stays open for the schools that have them.
framework-years-not-in-records =
    { $found ->
        [none] “{ $measure }” needs student records of { $years }, and there are none of any year.
       *[other] “{ $measure }” needs student records of { $years }. There are some of { $found } only.
    }
    .remedy = Add the student files of the missing years, or choose another year.
framework-stays-unknown =
    { $records ->
        [one] “{ $measure }” has a rule on enrollment, and for one record it is not known whether it is met: the student’s stays, or their days, are missing or contradict each other. It is not counted.
       *[other] “{ $measure }” has a rule on enrollment, and for { $records } records it is not known whether it is met: the student’s stays, or their days, are missing or contradict each other. They are not counted.
    }
    .remedy = Add the file of enrollments with the first and last day and the days of membership of each stay, or mend it. Where a blank last day means that the student is still there, the policy must say so: "openEnded": true.
framework-computed-out-of-range = “{ $measure }” comes out at { $value }, which is not between { $low } and { $high }. It is not used.
    .remedy = Check how the column is read, for example whether scores were taken for percentages.
framework-two-origins =
    { $used ->
        [computed] “{ $measure }” is both in a school file and in the student records. What the student records give is used, as the policy says.
       *[reported] “{ $measure }” is both in a school file and in the student records. What the school file says is used.
    }
    .remedy = Nothing needs to be done if this is meant. To use only one of the two, take the other file away.
