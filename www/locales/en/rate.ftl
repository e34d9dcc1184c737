### The Rate page: files, then the framework, then the ratings.

rate-title = Rate schools
rate-navigation = Rate
rate-door = Rate your schools
rate-door-text = Add the published measures of your schools. See every rating, how it came about, and what would change it.
rate-heading = Rate schools
rate-lead = Add the published measures of your schools. The ratings appear at once, with every step explained.
rate-what = What you can add
rate-what-wide = A CSV file or an Excel sheet with one row for each school, and a column for each measure.
rate-what-long = One with a row for each school and measure. Several files are put together, and a zip file is opened.
rate-what-published = The results your authority published, if you have them. They are never used, only compared.
rate-what-session = A session that you saved here, or a framework of your own. Both end in .json.
rate-example = No file at hand?
    .text = See all of it with a small district that we made up: twelve schools, two files and a framework.
rate-failed = Why there are no ratings
example-button = Try with a fictional example

work-reading = Reading your files…
work-rating = Working out the ratings…
work-saving = Preparing the file…
work-stop = Stop

## Files

files-heading = Files
files-said =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }
files-unfold = Show and change files
files-fold = Hide files
files-add = Add files
files-add-more = Add more files
files-drop = or drop them anywhere on this page. They stay on your device.
files-drop-now = Drop your files now.
file-rows =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }
file-matched = recognized: { $policy }
file-wide = One row for each school. Schools are told apart by { $school }.
file-long = One row for each school and measure. Schools are told apart by { $school }, measures by “{ $measure }”.
file-needs-mapping = This file is not used yet. Say how it is to be read.
file-map = Change how it is read
file-map-named = Change how it is read: { $name }
file-remove = Remove
file-remove-named = Remove { $name }
file-refused = { $name } was not added
file-dismiss = Close
file-dismiss-named = Close the message about { $name }
file-unreadable = Your browser could not read this file. It may have been moved, renamed or changed. Add it again.
file-crashed = The program failed while it read this file. That is our fault. Everything else is still here.
choice-sheets = { $name } has { $count } sheets. Which of them hold measures of schools?
choice-files = { $name } holds { $count } files. Which of them hold measures of schools?
choice-rows =
    { $rows ->
        [one] one row
       *[other] { $rows } rows
    }
choice-size = { $size } MB
choice-nothing = Choose at least one of them.
choice-add-sheets = Add the chosen sheets
choice-add-files = Add the chosen files
choice-cancel = Add none
undo = Undo
undo-removed = { $name } was removed.
undo-session = The session took the place of what was here.
undo-example = The example took the place of what was here.

## How a file is read

map-label = How { $name } is read
map-lead = Say what the columns are. What they hold is shown below.
map-shape = What is a row?
map-wide = One school: each measure has a column of its own
map-long = One school and one measure: a column names the measure
map-identifier = Which column tells the school?
map-identifier-hint = The school’s number or code. Choose several where numbers repeat across districts.
map-column-number = Column { $number }
map-digits = Digits, if fixed
map-identifier-more = Add a further column
map-name = School’s name
map-measure = Name of the measure
map-value = Value of the measure
map-year = Year
map-group = Student group
map-program = Program within the school
map-none = Not chosen
map-held = What the columns hold
map-held-column = Column
map-held-samples = First values
map-held-filled = Filled rows
map-held-ignore = Leave out
map-ignore = Leave out { $column }
map-submit = Read the file this way
map-cancel = Cancel

## Framework

framework-heading = Framework
framework-none-suggested = Your files follow no framework that is open here. Choose the one to rate by; its measures can then be matched with your columns.
framework-several = Several frameworks could be meant. Choose one.
framework-change = Choose another framework
framework-suggested = fits your files
year-label = Rated year
match-heading =
    { $count ->
        [0] Columns matched by hand
        [one] One measure is in no file: match it with a column
       *[other] { $count } measures are in no file: match them with columns
    }
match-lead = Choose the column that holds a measure, where the file calls it otherwise. The ratings follow at once.
match-no-columns = The framework reads every column of your files already. Add the file that has these measures.
match-none = Not in my files

## Ratings

ratings-heading = Ratings
ratings-notes =
    { $count ->
        [one] One note
       *[other] { $count } notes
    }
summary =
    { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    }: { $rated } rated{ $others ->
        [0] {""}
       *[other] , { $list }
    }
summary-other = { $count } { $name }
summary-year = year { $year }
distribution-title = Schools by rating
distribution-schools = Schools
distribution-share = Share
distribution-show = Show only schools with { $name }
column-school = School
column-id = Number
column-model = Model
column-score = Score
column-rating = Rating
column-published = Published
column-labels = Labels
published-agrees = agrees
published-differs = differs
published-none = not published
overridden = overridden
standing-rated = Rated
standing-outcome = Another outcome
standing-not-rated = Not rated
standing-undetermined = Undetermined
filter-label = Search and filter
filter-search = Search by name or number
filter-standing = Standing
filter-all = All
table-caption = Ratings of the schools
table-all =
    { $all ->
        [one] One school
       *[other] All { $all } schools
    }
table-filtered = { $shown } of { $all } schools
table-chosen = { $what }: { $value }
table-searched = name or number has “{ $text }”
table-clear = Show all
table-none = No school fits. Change the search or the filters.
pager-label = Pages of the table
pager-previous = Previous
pager-next = Next
pager-now = { $from } to { $to } of { $count }

## Saving

export-heading = Take it with you
export-session = Save this session
    .text = Files, framework and choices in one file. Add it here to go on.
export-csv = Ratings as CSV
    .text = One row for each school, for a spreadsheet.
export-json = Ratings as JSON
    .text = The same for programs, with the files’ fingerprints.
export-traces = JSON with all steps
    .text = Every step of every school. This can be a large file.
export-print = Print
    .text = All schools that the table shows now.
print-policy = Framework: { $policy }, { $version }, fingerprint { $fingerprint }.
print-files = Files and their fingerprints: { $files }.
print-day = Worked out on { $day }.

## Published results

agreement-heading = Computed beside published
agreement-all =
    { $compared ->
        [one] The one published result agrees with the computed one.
       *[other] All { $compared } published results agree with the computed ones.
    }
agreement-some = { $differing } of { $compared } published results differ from the computed ones.
agreement-points = Points of the measures
agreement-weights = Weights
agreement-scores = Scores
agreement-ratings = Ratings
agreement-step = Step
agreement-compared = Compared
agreement-agreeing = Agree
agreement-differing = Differ
agreement-differences = { $step }: { $count ->
        [one] one difference
       *[other] { $count } differences
    }
agreement-list = Differences
agreement-result = Result
agreement-published = Published
agreement-computed = Computed
agreement-where = Where it comes from
agreement-first = The calculation parts here
agreement-follows = Follows from an earlier step
agreement-nothing = nothing

## Row accounting

accounts-heading = What became of every row
accounts-file = File
accounts-read = Rows read
accounts-kept = Rows used
accounts-dropped = Rows left out
accounts-none = None
accounts-unread =
    { $count ->
        [one] One column is not read by this framework: { $columns }.
       *[other] { $count } columns are not read by this framework: { $columns }.
    }
dropped-empty = { $count } blank
dropped-too-long = { $count } with too many cells
dropped-truncated = { $count } broken off
dropped-unclosed-quote = { $count } with an open quotation mark
dropped-without-identifier = { $count } without a school
dropped-shortened-identifier = { $count } with a shortened school number
dropped-repeated-header = { $count } repeating the header
dropped-without-measure = { $count } without a measure
dropped-summary = { $count } summing schools up
dropped-note = { $count } with a remark only
dropped-no-room = { $count } beyond the limit

## Notices

notice-error = Error
notice-warning = Warning
notice-info = Note
notices-errors =
    { $count ->
        [one] One error
       *[other] { $count } errors
    }
notices-warnings =
    { $count ->
        [one] One warning
       *[other] { $count } warnings
    }
notices-notes =
    { $count ->
        [one] One note
       *[other] { $count } notes
    }
notices-more-kinds =
    { $count ->
        [one] Show one more kind
       *[other] Show { $count } more kinds
    }
notice-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
notice-line = line { $line }
notice-column = column “{ $column }”
notice-pointer = at { $pointer }
notice-school = school { $school }
notice-places =
    { $count ->
        [one] Show the place
       *[other] Show { $count } places
    }
notice-more =
    { $count ->
        [one] And one more
       *[other] And { $count } more
    }

## Why there is no value

absent-not-reported = Not reported
absent-too-few-students = Too few students
absent-low-response = Too few answers
absent-not-tested = Not tested
absent-not-applicable = Not applicable
absent-withheld = Withheld
absent-missing-parts = Parts are missing
absent-not-computable = Cannot be computed
absent-not-asked = No file has it
absent-not-supplied = Not supplied yet
absent-unreadable = Not readable
absent-undetermined = Not known yet
absent-rule-unknown = The sources do not say
