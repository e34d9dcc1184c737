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
students-unknown = Not recognized. Say what its columns are; until then none of its rows is counted.
student-table-assessments = test results
student-table-students = students and their groups
student-table-enrollments = enrollments
student-table-attendance = attendance
student-table-outcomes = outcomes
student-table-schools = schools
student-table-interim = interim results

students-what = What you can add
students-what-tests = Test results as they come: Colorado CMAS and growth files, Smarter Balanced, NWEA MAP and WIDA ACCESS.
students-what-others = Students and their groups, enrollments, attendance, outcomes, interim results and schools. Several files are put together.
students-what-own = Any other file with a row a student: you say once what its columns are. With the names of the Common Education Data Standards (CEDS), such as studentIdentifier, it is recognized.
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
students-only-interim = These files have interim results only. They are for the mid-year view of a school; no framework rates from them.
students-nothing-counted = Nothing is counted for a school yet. Add test results, attendance or outcomes.
students-look = Look at these first: { $list }.
students-look-show = Show them
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
student-rows-lines =
    { $count ->
        [one] Line: { $lines }
       *[other] Lines: { $lines }
    }
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
student-rows-impossible-days = { $count } with days that cannot be
student-rows-reversed-stay = { $count } whose last day is before the first
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

### The mid-year view: interim results of one school.

interim-title = Interim results
interim-door = See interim results mid-year
interim-door-text = For teachers: one school’s results by standard, the growth since the last cycle, and who is on track.
interim-heading = Interim results
interim-lead = One school, one subject: results by standard and student group, growth since the last cycle, and who is on track.
interim-private = For teachers, on this device only: small groups stand here.
interim-link = See interim results
interim-working = Looking through the student files…

interim-none-in-files = The student files that are open have no interim results.
interim-needs = What you need
    .text = A file with one row for each student, subject, cycle and standard. A blank standard is the test as a whole. These are its columns:
interim-column-who = who took it, and at which school
interim-column-year = the year in which the school year ends
interim-column-what = the subject, and the name of the test
interim-column-standard = the standard or goal area
interim-column-cycle = the name of the cycle, or its day, or both
interim-column-points = points earned, and points possible
interim-column-score = or a scale score
interim-column-on-track = Yes or No, or a level, if the file says it
interim-column-groups = student groups, here or in a file of students
interim-nwea = NWEA MAP files are read as they come, with their goal areas.
interim-add = Add student files
interim-example = Download a tiny example
interim-sample =
    .text = Four schools of Riverbend, the made-up district, give six-week checks. Its files are made on your device.

interim-choose = What is shown
interim-school = School
interim-year = School year
interim-subject = Subject
interim-test = Test
interim-unnamed = Without a name
interim-cycle = Cycle
interim-measure = Shown are
interim-scores = Scale scores
interim-points = Points earned
interim-on-track = What counts as on track
interim-on-track-ask = The file does not say it. Nothing is shown until you choose.
interim-on-track-status = What the file says
interim-on-track-levels = Levels that you choose
interim-on-track-at-least = A lowest result that you choose
interim-least-percent = Lowest percentage of points
interim-least-score = Lowest score

interim-of-school =
    { $school }: { $subject }, { $year }{ $test ->
        [none] {""}
       *[other] {" ("}{ $test })
    }
interim-answer =
    Since { $before }, { $subject } { $direction ->
        [up] rose by { $value } { $unit ->
            [points] percentage points
           *[score] points
        }
        [down] fell by { $value } { $unit ->
            [points] percentage points
           *[score] points
        }
       *[same] did not change, to one decimal,
    } on average in { $n ->
        [one] the one student who took
       *[other] the { $n } students who took
    } both.
interim-answer-first = { $now } is the first cycle, so there is no growth yet.
interim-answer-nobody = No student has results of the same standard in both { $before } and { $now }, so there is no growth to tell.
interim-answer-areas =
    Of { $areas ->
        [one] the one standard or goal area
       *[other] { $areas } standards or goal areas
    } that both cycles asked, { $rose } rose and { $fell ->
        [0] none fell.
       *[other] { $fell } fell: { $list }.
    }
interim-answer-on-track =
    In { $now }, { $value } % are on track: { $yes } of { $n } { $results ->
        [results] results of a student in a standard.
       *[students] students.
    }
interim-order-day = The cycles stand in the order of their days. The day of a cycle is the one in the middle of all its tests.
interim-order-number = The cycles stand in the order of the numbers that the file gives them.
interim-order-layout = The cycles stand in the order that is known of this kind of file.
interim-order-name = The cycles stand in the order of the numbers in their names.
interim-many = Each day is a cycle here, because the file names none. If tests of several days belong together, name their cycle.
interim-order-unknown = Nothing in the file tells which cycle comes first, so no growth is shown. Add the day of the test, or number the cycles.
interim-contradicting =
    { $count ->
        [one] One result was left out, because two files contradict each other.
       *[other] { $count } results were left out, because two files contradict each other.
    }

interim-by-area = By standard or goal area
interim-by-group = By student group
interim-area = Standard or goal area
interim-group = Student group
interim-everybody = All students
interim-whole = The test as a whole
interim-together = All areas together
interim-shown-points = Percent of the points that could be earned; growth in percentage points. Under each number stands how many students it is of.
interim-shown-scores = Mean scores. Under each number stands how many students it is of.
interim-chart = The same numbers as lines, all on one scale. { $cycles }.
interim-growth = Growth
interim-growth-since = Growth since { $before }
interim-on-track-in = On track in { $now }
interim-n =
    { $n ->
        [one] 1 student
       *[other] { $n } students
    }
interim-of = { $yes } of { $n }
interim-not-asked = not asked
interim-no-result = no result
interim-first = first cycle
interim-no-order = order unknown
interim-not-asked-before = not asked in the last cycle
interim-nobody = nobody has both
interim-not-chosen = not chosen
interim-not-said = not said
interim-all-alike = All students here are alike in what the files tell of them: { $list }. So the numbers above are theirs.
interim-alike = Told of all students here alike: { $list }.
interim-no-groups = The files tell no student groups. Add a file of students with their groups.

interim-take = Take it with you
    .text = The file has every student group and standard. It says in its name and in each row that it is a working copy.
interim-csv = Tables as CSV
interim-notice = Notice
interim-how = How this is worked out
interim-how-points = A number is all points that the students earned, of all points that they could earn.
interim-how-scores = A number is the mean of the students’ scores.
interim-how-growth = Growth is the mean change of the students who have a result at this school in both cycles. A student counts in the groups of the later cycle. So growth is not the difference of the two columns, which have other students too.
interim-how-together =
    The file has no result of the test as a whole. So { $measure ->
        [points] all points of a student in a cycle are put together
       *[score] a student’s result of a cycle is the mean of their scores in its areas
    }. For growth, only those areas count in which the student has a result in both cycles.
interim-how-results = For all areas together, each result of a student in an area is on track or not, unless you choose a lowest result.
interim-how-on-track = On track is what the file says, or what you choose. Results that do not tell it are not counted.
interim-how-absent = “Not asked” means that nobody at the school was asked this in the cycle. “No result” means that it was asked, and nobody of the group has a result.
interim-how-rounding = All is counted exactly, and rounded once to one decimal. A tie is rounded away from zero.

### Where an opened session brought counts and the files give others.

student-beside-question = Which counts should be used?
student-beside-heading = The opened session and these files
student-beside-asked = The session that you opened has counts already, and these files cannot simply be added to them. Nothing has changed yet: the ratings are still made from the session.
student-beside-session-used = The session’s counts are used. These files were checked, but no rating is made from them.
student-beside-files-used = The counts of these files are used. They took the place of the session’s.
student-beside-both = These files were added to the session’s counts, and both are used. No table has the same school year in both, so no student counts twice.
student-beside-again = The session was counted from these same files. They were counted again, and that is used.
student-beside-session = The session
student-beside-files = These files
student-beside-side =
    { $schools ->
        [0] No schools
        [one] One school
       *[other] { $schools } schools
    }{ $years ->
        [0] {"."}
        [one] {", school year "}{ $list }.
       *[other] {", school years "}{ $list }.
    }
student-beside-from =
    { $count ->
        [one] File: { $list }.
       *[other] Files: { $list }.
    }
student-beside-keep = Keep the session’s counts
student-beside-replace = Replace them by these files’ counts
student-beside-back = Go back to the session’s counts
