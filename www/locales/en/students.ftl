### The Student files page: files with a row a student, what became of the rows, and on to the ratings.

students-title = Student files
students-navigation = Student files
students-door = Start from student files
students-door-text = Add your test, attendance and outcome files. The measures of every school are counted on your device.
students-heading = Student files
students-lead = Add files with one row for each student. They are checked row by row, counted by school, and ready to be rated.
students-privacy = The files stay on your device. Names, birth dates and addresses are never read. Only counts leave this step.

students-files = Files
students-add = Add student files
students-remove-all = Remove all student files
students-rows =
    { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
students-unknown = Not recognized, so none of its rows is counted. See below what to do.
student-table-assessments = test results
student-table-students = students and their groups
student-table-enrollments = enrollments
student-table-attendance = attendance
student-table-outcomes = outcomes
student-table-schools = schools
student-table-interim = interim results

students-what = What you can add
students-what-tests = Test results as they come: Colorado CMAS and growth files, Smarter Balanced, NWEA MAP and WIDA ACCESS.
students-what-others = Students and their groups, enrollments, attendance, outcomes and schools. Several files are put together.
students-what-own = Files of your own, if their columns have the names of the Common Education Data Standards (CEDS), such as studentIdentifier and schoolIdentifier.
students-what-not = CSV or text files, Excel workbooks (.xlsx), and zip files of CSV files, such as a OneRoster export.
students-sample = No file at hand?
    .text = See all of it with Riverbend, a district that we made up: 40 schools and three years of students. Its files are made on your device.
students-sample-button = Load the sample district

students-beginning = Starting…
students-reading = Reading { $name } ({ $at } of { $of })
students-read-so-far =
    { $done } of { $size } MB, { $rows ->
        [one] one row
       *[other] { $rows } rows
    } so far.
students-cancel = Cancel
students-counting = Counting by school and student group…
students-cancelled = You cancelled. Files that were not read to their end were left out.
students-crashed = The program failed while reading, and all student records are gone from its memory. That is our fault, not your file’s. Add the files again, one at a time, to see which one it was.
students-unreadable = { $name } could not be read. It may have been changed or moved since you chose it. Add it again.

students-passed =
    { $count ->
        [one] One part of { $name } is of no known kind and was not used: { $list }.
       *[other] { $count } parts of { $name } are of no known kind and were not used: { $list }.
    } If one of them is needed, save it as a file of its own and add that.

students-counted = What was counted
students-counted-said =
    { $schools ->
        [one] One school
       *[other] { $schools } schools
    } and { $years ->
        [one] one school year
       *[other] { $years } school years
    }. A year is named by the year in which it ends: { $list }.
students-rate = Next, choose the framework to rate the schools by.
students-rate-sample = Next, see every school’s rating by the district’s own framework.
students-rate-by = Rate by { $policy }

student-rows-heading = What became of the rows
student-rows-sum =
    { $read ->
        [one] One row was read
       *[other] { $read } rows were read
    }: { $kept } kept and { $dropped } left out, each for one reason.
student-rows-off = { $read } rows were read, but { $kept } kept and { $dropped } left out do not add up. That is our fault. Do not use these results.
student-rows-file = File
student-rows-read = Rows read
student-rows-kept = Kept
student-rows-out = Left out
student-rows-why = Why
student-rows-none = Nothing was left out.
student-rows-lines = Lines: { $lines }
student-rows-empty = { $count } empty
student-rows-too-long = { $count } with more values than the header
student-rows-truncated = { $count } cut off at the end of the file
student-rows-unclosed-quote = { $count } in a quoted cell that never ends
student-rows-repeated-header = { $count } with the header again
student-rows-not-included = { $count } of a kind that is not counted
student-rows-without-student = { $count } without a student number
student-rows-without-school = { $count } without a school
student-rows-without-year = { $count } without a school year
student-rows-without-subject = { $count } without a subject
student-rows-shortened-identifier = { $count } with a number that a spreadsheet shortened
student-rows-unreadable-number = { $count } with a number or date that cannot be read
student-rows-score-off-scale = { $count } with a score off the scale of the test
student-rows-unreadable-growth = { $count } with a growth percentile that is not one
student-rows-without-cycle = { $count } without a cycle or a day
student-rows-impossible-points = { $count } with points that cannot be
student-rows-no-room = { $count } for which there was no room
student-rows-repeated = { $count } the same as another row, which counts
student-rows-conflicting = { $count } that contradict another row
student-rows-superseded = { $count } where a rule chose another row

students-notices = What to look at
students-no-notices = There is nothing else to look at: no unknown values, no contradictions, no unknown schools.

rate-counted =
    Rated from { $files ->
        [one] one student file
       *[other] { $files } student files
    }, counted for { $schools ->
        [one] one school
       *[other] { $schools } schools
    }.
rate-counted-link = See the student files

working-copy = Working copy, not for publication.
    .text = It is made from student records and contains small groups.
