### What is told about student-level files and layouts. The place (file, line, column) is shown beside the words.

## What a layout lacks

records-layout-without-element = It is not said where “{ $element }” is.
    .remedy = Choose the column that holds it, or write down what it is in all rows, under “What stands in no column”.
records-layout-format = This document says it is “{ $found }”. Only “{ $expected }” can be read.
    .remedy = Check that this is a saved mapping. If it is, change “evenhand” to “{ $expected }”.
records-private-heading = The column “{ $column }” holds names, birth dates or contact data. Such columns are never read.
    .remedy = Leave this column out. If the heading is wrong, change it in the file.
records-layout-value = “{ $value }” is no value for “{ $element }”.
    .remedy = Choose a value that is known. Write a year as 2024 or 2023-24, and a grade as 03 or KG.
records-decimal-mark-of-no-number = “{ $element }” holds no numbers, so nothing stands before its decimals.
    .remedy = Take “decimalMark” out of this column.
records-element-twice = More than one column is said to be “{ $element }”: { $columns }.
    .remedy = Leave all of them out but one.
records-year-not-in-file = The mapping “{ $mapping }” fits this file. It said { $value } for the school year, and no column of the file says which year it is.
    .remedy = Say which school year the file is of, under “What stands in no column”.
records-from-mapping = “{ $element }” stands in no column. The mapping “{ $mapping }” says that it is “{ $value }” in all rows.
    .remedy = If that is not so in this file, choose “Read it differently”.
records-missing-column = There is no column for “{ $element }” in this file. It was looked for under: { $headings }.
    .remedy = Add that column to the file, or give the right column that name, and add the file again.
records-not-recognized =
    This kind of file is not known. It has { $columns ->
        [one] one column
       *[other] { $columns } columns
    }.
    .remedy = Say what its columns are: the form stands with the file. Or drop a mapping that you saved. If the file has one row a school, add it on the page Rate.
records-no-rows = The file has a header with { $columns } columns and no rows.
    .remedy = Check that the export finished, and add the file again.
records-private-columns =
    { $count ->
        [one] One column was never read, because it holds names, birth dates or contact data: { $columns }.
       *[other] { $count } columns were never read, because they hold names, birth dates or contact data: { $columns }.
    }
    .remedy = Nothing needs to be done.
records-roster-only = This is a roster. It holds schools, grades, race and sex, and nothing about tests, growth, attendance, disability, English learners or income.
    .remedy = Add files with test results and the other student groups as well.

## Rows

records-without-student =
    { $count ->
        [one] There is one row without a student number: line { $lines }. It was left out.
       *[other] There are { $count } rows without a student number: lines { $lines }. They were left out.
    }
    .remedy = Fill in the student number there, or choose another column for it. A row of totals needs nothing.
records-without-school =
    { $count ->
        [one] There is one row without a school: line { $lines }. It was left out.
       *[other] There are { $count } rows without a school: lines { $lines }. They were left out.
    }
    .remedy = Fill in the school there, or choose another column for it. A row of totals needs nothing.
records-without-year =
    { $count ->
        [one] There is one row without a school year that can be read: line { $lines }. It was left out.
       *[other] There are { $count } rows without a school year that can be read: lines { $lines }. They were left out.
    }
    .remedy = Write the year as 2024 or 2023-24, or give one year for the whole file.
records-without-subject =
    { $count ->
        [one] There is one row without a subject: line { $lines }. It was left out.
       *[other] There are { $count } rows without a subject: lines { $lines }. They were left out.
    }
    .remedy = Fill in the subject there, or give one subject for the whole file.
records-not-included =
    { $count ->
        [one] There is one row of a kind that this layout leaves out: line { $lines }.
       *[other] There are { $count } rows of a kind that this layout leaves out: lines { $lines }.
    }
    .remedy = Nothing needs to be done if that is right. The layout says which rows are in.
records-long-rows =
    { $count ->
        [one] There is one row with more than { $columns } cells: line { $lines }. It was left out, since its values may be shifted.
       *[other] There are { $count } rows with more than { $columns } cells: lines { $lines }. They were left out, since their values may be shifted.
    }
    .remedy = A name with a comma in it must stand in quotation marks. Mend these rows, and add the file again.
records-short-rows =
    { $count ->
        [one] There is one row with fewer than { $columns } cells: line { $lines }. What is missing was read as blank.
       *[other] There are { $count } rows with fewer than { $columns } cells: lines { $lines }. What is missing was read as blank.
    }
    .remedy = If values are shifted there, a line break is in the wrong place. Mend these rows, and add the file again.
records-truncated-row = The file breaks off in this row, after { $cells } of { $columns } cells. The row was left out.
    .remedy = The download or export may not have finished. Get the file again.
records-unclosed-quote = A quotation mark opens in this row and never closes. All rows from here on were lost.
    .remedy = Close the mark, or double it if it belongs to the text. Then add the file again.
records-repeated-header =
    { $count ->
        [one] The header comes again in line { $lines }. It was skipped.
       *[other] The header comes again { $count } times: lines { $lines }. They were skipped.
    }
    .remedy = Nothing needs to be done. This happens when files are joined into one.
records-empty-rows =
    { $count ->
        [one] There is one row without any value: line { $lines }. It was skipped.
       *[other] There are { $count } rows without any value: lines { $lines }. They were skipped.
    }
    .remedy = Nothing needs to be done.
records-shortened-identifier =
    { $count ->
        [one] There is one row with a number that a spreadsheet shortened, such as 1.23E+11: line { $lines }. Its digits are lost, so the row was left out.
       *[other] There are { $count } rows with a number that a spreadsheet shortened, such as 1.23E+11: lines { $lines }. Its digits are lost, so the rows were left out.
    }
    .remedy = Export the file again, and do not open it in a spreadsheet before you add it.
records-zeros-restored =
    Zeros in front were missing { $count ->
        [one] once
       *[other] { $count } times
    }. They were put back, so that each number has { $digits } digits.
    .remedy = Check one of the numbers. A spreadsheet drops such zeros: choose the type “Text” for this column.
records-decimal-identifier =
    Numbers were written with “.0” at the end { $count ->
        [one] once
       *[other] { $count } times
    }. The “.0” was taken away.
    .remedy = Check one of the numbers. In the spreadsheet, choose the type “Text” for this column.
records-unreadable-number =
    { $count ->
        [one] There is one row with a score, a number of days or a date that cannot be read: line { $lines }. It was left out.
       *[other] There are { $count } rows with a score, a number of days or a date that cannot be read: lines { $lines }. They were left out.
    }
    .remedy = Mend the values. If the text means that there is none, leave the cell empty.
records-decimal-commas =
    { $count ->
        [one] One row has a number with a decimal comma in this column, as in 12,5: line { $lines }. It was left out, because nothing says that it is one.
       *[other] { $count } rows have numbers with a decimal comma in this column, as in 12,5: lines { $lines }. They were left out, because nothing says that it is one.
    }
    .remedy = Choose “Read it differently”, and say at this column that decimals stand behind a comma.
records-unclear-commas =
    { $count ->
        [one] One row has a number with a comma in this column: line { $lines }. It was left out: 1,250 may be one and a quarter or one thousand two hundred and fifty.
       *[other] { $count } rows have numbers with a comma in this column: lines { $lines }. They were left out: 1,250 may be one and a quarter or one thousand two hundred and fifty.
    }
    .remedy = Choose “Read it differently”, and say at this column what stands before the decimals.
records-score-off-scale =
    { $count ->
        [one] There is one row with a score that the test does not have. Scores go from { NUMBER($lowest, useGrouping: 0) } to { NUMBER($highest, useGrouping: 0) }. Line { $lines } was left out.
       *[other] There are { $count } rows with a score that the test does not have. Scores go from { NUMBER($lowest, useGrouping: 0) } to { NUMBER($highest, useGrouping: 0) }. Lines { $lines } were left out.
    }
    .remedy = Check that the column holds scale scores. If the number is a code for “no score”, leave the cell empty.
records-unreadable-growth =
    { $count ->
        [one] There is one row with a growth percentile that is not a whole number from 1 to 99: line { $lines }. It was left out.
       *[other] There are { $count } rows with a growth percentile that is not a whole number from 1 to 99: lines { $lines }. They were left out.
    }
    .remedy = Mend the values, or choose the right column. If the text means that there is none, leave the cell empty.
records-impossible-days =
    { $count ->
        [one] There is one row with days that cannot be: below 0, more than 366, or more days of absence or attendance than of membership. Line { $lines } was left out.
       *[other] There are { $count } rows with days that cannot be: below 0, more than 366, or more days of absence or attendance than of membership. Lines { $lines } were left out.
    }
    .remedy = Mend the days, or choose the right columns. They are days, not hours or percentages.
records-same-heading = { $count } columns have this heading. The first of them is read.
    .remedy = If another one is meant, rename it or delete the first one, and add the file again.
records-no-last-line-end = The file does not end with a line break. If it broke off, the last cell may be incomplete.
    .remedy = Nothing needs to be done if the last row is complete. Otherwise get the file again.
records-reversed-stay =
    { $count ->
        [one] There is one stay whose last day is before the first: line { $lines }. It was left out.
       *[other] There are { $count } stays whose last day is before the first: lines { $lines }. They were left out.
    }
    .remedy = Mend the dates. Check that day and month are not mixed up and that the two columns were not confused.
records-no-room =
    { $count ->
        [one] There is no room for one row: line { $lines }.
       *[other] There is no room for { $count } rows: lines { $lines }.
    }
    .remedy = Check that no column with a different value in each row was chosen for a subject, a level or a group. Otherwise add fewer files at once.
records-unknown-value =
    { $count ->
        [one] “{ $value }” is not understood for “{ $element }”. It was read as blank in one row: line { $lines }.
       *[other] “{ $value }” is not understood for “{ $element }”. It was read as blank in { $count } rows: lines { $lines }.
    }
    .remedy = Say what it means: choose “Say what they mean” at the file. Or mend the file. The other values of this row still count.
records-more-unknown-values =
    { $count ->
        [one] Further texts are not understood for “{ $element }”. They were read as blank in one row: line { $lines }.
       *[other] Further texts are not understood for “{ $element }”. They were read as blank in { $count } rows: lines { $lines }.
    }
    .remedy = Check that the right column was chosen.
records-mixed-dates = This column has dates in several formats: { $formats }.
    .remedy = Check that day and month are not mixed up. Write all dates as 2024-09-16 if you can.
records-day-order-not-shown = No date in this column shows whether the day or the month comes first. They were read with the month first, as in 9/16/2024.
    .remedy = If the day comes first in your file, write the dates as 2024-09-16 and add the file again.
records-day-order-changes = At its beginning this column shows another order of day and month than further down. Its dates are not certain, so the file was left out.
    .remedy = Write all dates of this column as 2024-09-16 and add the file again.
records-no-cut-scores =
    There are no cut scores for { $test ->
        [none] this test
       *[other] { $test }
    } in { NUMBER($year, useGrouping: 0) }, { $subject }{ $grade ->
        [none] {""}
       *[other] {", grade "}{ $grade }
    }. { $count ->
        [one] One row has
       *[other] { $count } rows have
    } a score and no level.
    .remedy = Add the cut scores of this test version and year to the layout. Until then these rows have no level.

records-without-cycle =
    { $count ->
        [one] There is one interim result with neither a cycle nor a day: line { $lines }. It was left out.
       *[other] There are { $count } interim results with neither a cycle nor a day: lines { $lines }. They were left out.
    }
    .remedy = Say in each row which cycle it belongs to, or the day of the test, and add the file again.
records-impossible-points =
    { $count ->
        [one] There is one row with more points earned than possible, or with points earned and nothing about the points possible: line { $lines }. It was left out.
       *[other] There are { $count } rows with more points earned than possible, or with points earned and nothing about the points possible: lines { $lines }. They were left out.
    }
    .remedy = Both numbers are needed: points earned from 0 up to the points possible. Mend these rows, and add the file again.

## All files together

records-repeated-rows =
    { $count ->
        [one] There is one row that stands elsewhere with the same values: line { $lines }. It counts once.
       *[other] There are { $count } rows that stand elsewhere with the same values: lines { $lines }. Each counts once.
    }
    .remedy = Nothing needs to be done.
records-conflicting-rows =
    { $count ->
        [one] There is one row that says something else than another row of the same student, year and subject: line { $lines }. Neither counts.
       *[other] There are { $count } rows that say different things of the same student, year and subject: lines { $lines }. None of them counts.
    }
    .remedy = Find out which is right, delete the others, and add the file again. Or choose a rule, such as “the highest score counts”. Where one is chosen already, these rows tie by it, so it does not decide.
records-conflicting-goals =
    { $count ->
        [one] There is one row whose goal areas differ from those of another row of the same student and test: line { $lines }. The areas that differ do not count; the test itself does.
       *[other] There are { $count } rows whose goal areas differ from those of another row of the same student and test: lines { $lines }. The areas that differ do not count; the test itself does.
    }
    .remedy = Find out which row is right, delete the other, and add the file again.
records-superseded-rows =
    { $count ->
        [one] There is one row for which a rule chose another row of the same student, year and subject: line { $lines }.
       *[other] There are { $count } rows for which a rule chose another row of the same student, year and subject: lines { $lines }.
    }
    .remedy = Nothing needs to be done if the rule is right.
records-conflicting-groups =
    { $count ->
        [one] There is one student whose rows of one year differ in: { $groups }. See line { $lines }. Each row counts in its own group.
       *[other] There are { $count } students whose rows of one year differ in: { $groups }. See lines { $lines }. Each row counts in its own group.
    }
    .remedy = Find out which is right, and mend the file.
records-two-schools =
    { $count ->
        [one] There is one student with rows at two schools in one year: line { $lines }. Each row counts at its own school, unless the policy says for which one a student counts.
       *[other] There are { $count } students with rows at two schools in one year: lines { $lines }. Each row counts at its own school, unless the policy says for which one a student counts.
    }
    .remedy = Nothing needs to be done if they moved. Otherwise mend the school.
records-unknown-schools =
    { $count ->
        [one] One school is
       *[other] { $count } schools are
    } not in the table of schools: { $schools }.
    .remedy = Add them to the table of schools, or mend their numbers.
records-students-differ-by-zeros =
    { $count ->
        [one] One student number is
       *[other] { $count } student numbers are
    } also there without zeros in front, such as 0123 and 123. They count as different students.
    .remedy = A spreadsheet drops such zeros. Export the column as text, or save a mapping that says how many digits the number has ("digits"), and add the files again.
records-schools-differ-by-zeros =
    { $count ->
        [one] One school is
       *[other] { $count } schools are
    } there with and without zeros in front: { $schools }. They count as different schools.
    .remedy = A spreadsheet drops such zeros. Export the column as text, or save a mapping that says how many digits the number has ("digits"), and add the files again.
records-membership-from-stays =
    { $count ->
        [one] One student’s attendance has
       *[other] The attendance of { $count } students has
    } no days of membership of its own. They were taken from the file of enrollments.
    .remedy = Nothing needs to be done if the file of enrollments has all stays of the year.
records-days-beyond-membership =
    { $count ->
        [one] One student has
       *[other] { $count } students have
    } more days of attendance or absence than days of membership in the file of enrollments. Their share of absence stays unknown, and they are not counted in it.
    .remedy = Check that the file of enrollments has all stays of the year, and that both files count whole days.
records-attendance-without-membership =
    { $count ->
        [one] One student’s attendance has
       *[other] The attendance of { $count } students has
    } no days of membership, and no file of enrollments tells them. Such students are not counted where absence is compared with membership.
    .remedy = Add the days of membership to the file of attendance, or add a file of enrollments with the days of each stay.
records-students-not-listed =
    { $count ->
        [one] There is one student
       *[other] There are { $count } students
    } not in the table of students. Their groups are unknown where their own rows do not say them.
    .remedy = Get a newer table of students if that matters.
