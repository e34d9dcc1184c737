### The form that says how a student file is read: what its columns are, and what their texts mean.

student-map = Read it differently
student-map-named = Read it differently: { $name }
student-map-first = Say what its columns are
student-map-first-named = Say what its columns are: { $name }
student-map-label = How { $name } is read
student-map-lead = We looked at the headings and the first rows. Check what each column is, and change what is not right. The file stays on your device.
student-map-wait = Looking at the file…
student-map-problems = What is still missing
student-map-table = What is a row?
student-map-assessments = A student’s test result
student-map-students = A student, with the student groups
student-map-enrollments = A student’s stay at a school
student-map-attendance = A student’s attendance, of a year or of a day
student-map-outcomes = What became of a student: graduation, dropout, what came after
student-map-interim = A student’s result in a cycle of interim tests
student-map-schools = A school
student-map-columns = What are the columns?
student-map-columns-hint = Each column is one thing, or left out. Names, birth dates and contact data are never read.
student-map-out = Left out
student-map-rest =
    { $count ->
        [one] One column that is left out
       *[other] { $count } columns that are left out
    }
student-map-never = Never read: it holds names, birth dates or contact data
student-map-filled =
    { $count ->
        [0] no value in the first rows
        [one] one value in the first rows
       *[other] { $count } values in the first rows
    }
student-map-digits = Digits, if all have the same number
student-map-digits-hint = Excel drops zeros in front. They are put back.
student-map-mark = What stands before the decimals?
student-map-mark-hint = This column has numbers with a comma. Until you say what it is, their rows are left out.
student-map-mark-none = not said
student-map-mark-point = a point: 12.5, and 1,250 is over a thousand
student-map-mark-comma = a comma: 12,5, and 1.250 is over a thousand
student-map-values =
    { $count ->
        [one] What its one value means
       *[other] What its { $count } values mean
    }
student-map-values-open =
    { $count ->
        [one] One of its values is not understood
       *[other] { $count } of its values are not understood
    }
student-map-values-nothing =
    { $count ->
        [one] One of them is taken for nothing: its field is empty.
       *[other] { $count } of them are taken for nothing: their fields are empty.
    }
student-map-withheld = Its values are too many, or say who a student is. They are read as they stand.
student-map-value = “{ $text }” means
student-map-value-of = “{ $text }” in { $column } means
student-map-unknown = not understood
student-map-blank = nothing
student-map-value-hint = Leave a field empty if the text means nothing.
student-map-constants = What stands in no column
student-map-constants-hint = Only what is the same in all rows of this file. Which levels are proficient is not asked here: the framework says it.
student-map-duplicates = If two rows of a student contradict each other
student-map-duplicates-none = none of them counts
student-map-duplicates-highest-score = the one with the highest score counts
student-map-duplicates-lowest-score = the one with the lowest score counts
student-map-rows = The first rows
student-map-rows-hint = Letters are shown as x and digits as 9. Columns that are never read are empty.
student-map-title = Name of this mapping
student-map-title-hint = It stands in the file in which you save it, so put no student’s name in it.
student-map-unread =
    { $count ->
        [one] One value was not understood, and read as blank.
       *[other] { $count } values were not understood, and read as blank.
    }
student-map-unread-many = Some values were not understood, and read as blank.
student-map-unread-do = Say what they mean
student-map-unread-named = Say what they mean: the values in { $name }

student-mappings = Your mappings
student-mappings-lead = A mapping says how a kind of file is read. It holds headings and categories, and no student’s value. Save it, and drop it here next year: files with the same headings are then read at once.
student-mappings-save = Save this mapping
student-mappings-save-named = Save this mapping: { $name }
student-mappings-remove-named = Remove the mapping { $name }
student-mappings-refused = { $name } is no mapping that can be used.
student-mappings-dismiss-named = Close the message about { $name }

session-rows = Also keep the student files themselves in it
    .warning = The saved file then holds every row of { $files }: each student’s number, results and groups, and names and birth dates if they stand in the files. Whoever has it can tell the students. Keep it as safe as the files themselves.
session-rows-large = The student files have { $size } MB. Up to { $limit } MB can be kept in a session. Save without them, and keep the files.
session-rows-failed = The session could not be saved with the student files. They may have changed or moved. Save without them.

elements-where = Student, school and year
element-student = Student number
element-school = School number or code
element-school-name = Name of the school
element-district = District number
element-year = School year
element-grade = Grade
element-span = Elementary, middle or high

elements-test = Test
element-subject = Subject
element-test = Name of the test
element-period = When in the year (fall, spring, a cycle)
element-cycle = Number of the cycle
element-cycle-date = Day of the test, or first day of its cycle
element-cycle-on-track = On track in a cycle
element-subtest = Part of the test (goal area, standard)
element-test-type = Regular or alternate test
element-score = Score
element-points-earned = Points earned
element-points-possible = Points that could be earned
element-level = Achievement level
element-growth = Growth percentile
element-growth-goal = Growth goal met
element-participation = Tested or not
element-included = Counts for accountability
element-school-fay = At the school for a full academic year
element-district-fay = In the district for a full academic year

elements-groups = Student groups
element-sex = Sex
element-race = Race or ethnicity
element-low-income = Economically disadvantaged
element-english-learner = English learner
element-english-level = Level of English
element-disability = With a disability (IEP)
element-section-504 = Plan under section 504
element-gifted = Gifted and talented
element-migrant = Migrant
element-homeless = Homeless
element-foster = In foster care
element-military = Military family
element-title-one = Title I program
element-minority = Minority, as the file defines it

elements-races = Races, each in a column of its own
element-hispanic = Hispanic or Latino
element-american-indian = American Indian or Alaska Native
element-asian = Asian
element-black = Black or African American
element-pacific-islander = Native Hawaiian or Other Pacific Islander
element-white = White
element-two-races = Two or More Races

elements-attendance = Enrollment and attendance
element-days-enrolled = Days of membership
element-days-absent = Days absent
element-days-present = Days present
element-attendance-date = Day, of daily attendance
element-attendance-status = Present or absent, of daily attendance
element-entry = First day at the school
element-exit = Last day at the school

elements-outcomes = Outcomes
element-cohort = Expected year of graduation
element-graduated = Graduated in time
element-dropped-out = Dropped out
element-on-track = On track to graduate
element-postsecondary = Enrolled after high school

elements-schools = About the school (table of schools)
element-nces = NCES number
element-governance = Who runs it
element-model = Kind of school
element-region = Region
element-lowest-grade = Lowest grade
element-highest-grade = Highest grade
element-seats = Seats
element-enrollment = Number of students

mean-yes = Yes
mean-no = No
mean-female = Female
mean-male = Male
mean-nonbinary = Nonbinary
mean-elementary = Elementary
mean-middle = Middle
mean-high = High
mean-tested = Tested
mean-not-tested = Not tested
mean-excused = Excused
mean-present = Present
mean-half-day = Half a day
mean-absent = Absent
