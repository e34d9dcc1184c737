### Questions to the ratings: charts, schools and frameworks side by side, a school over the years and what if.

questions-heading = Look closer
question-working = Working it out…
question-kinds = Do some kinds of schools score higher than others?
question-no-kinds = Your files do not say what kinds of schools these are. Add a file with a column such as “Governance” or “Region”, one row for each school.
question-governance = Do charter schools score higher than district-run ones?
question-group = Do schools score differently by { $kind }?
question-by = Compare by
question-medians = The middle score: { $list }.
question-median = { $name } { $score }
question-middle = Middle score
question-end = With “{ $rating }”: { $list }.
question-of = { $name } { $count } of { $all }
question-show = Show in the table only:
question-few = Fewer than five schools, so read with care: { $list }.
question-without =
    { $count ->
        [one] Of one school the files do not tell.
       *[other] Of { $count } schools the files do not tell.
    }
question-growth = Who grows, whatever the results?
question-two = Do two measures go together?
question-trend = Are the schools getting better?
question-frameworks = What would another framework say?
question-frameworks-text = See which schools would move, from what to what, and why.
shares-schools =
    { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }

## Two measures, one dot a school

axis-up = Upwards
axis-across = Across
scatter-title = { $up }, against { $across }
scatter-text =
    { $count ->
        [one] One school.
       *[other] { $count } schools.
    }
scatter-answer =
    { $count ->
        [0] No school is in the upper half by “{ $up }” and in the lower half by “{ $across }”.
        [one] One school is in the upper half by “{ $up }”, though in the lower half by “{ $across }”.
       *[other] { $count } schools are in the upper half by “{ $up }”, though in the lower half by “{ $across }”.
    }
scatter-none = No school has both “{ $up }” and “{ $across }”. Choose other measures.
scatter-point = Point at a dot to see the school. The table has them all.
scatter-middle = The dashed lines stand at the middle of each measure: half of the schools that have it are on either side.
scatter-without =
    { $count ->
        [one] One school lacks one of the two.
       *[other] { $count } schools lack one of the two.
    }
scatter-models = Kinds of school that are rated by other measures may be missing here.
corner-heading = Part of the chart
corner-which = Which
corner-show = Show them
corner-both = High by both
corner-up = High by “{ $up }”, low by “{ $across }”
corner-across = Low by “{ $up }”, high by “{ $across }”
corner-neither = Low by both

## Years

trend-heading = Over the years
trend-lead = Every year is rated by the framework that is chosen now, from the measures of that year.
trend-year = Year
trend-one-year = Your files have no earlier years. Add files of earlier years, with a column such as “Year”, to see whether it goes up or down.
trend-no-measures = no measures in the files
trend-nothing = nothing in the files
trend-absent = The files have none of the framework’s measures for { $years }.
trend-undated =
    { $count ->
        [one] One measure has no year in the files. It counts the same in every year.
       *[other] { $count } measures have no year in the files. They count the same in every year.
    }
trend-moves =
    From { $before } to { $now }: { $up } up, { $down } down, { $same } unchanged, of { $all ->
        [one] one school
       *[other] { $all } schools
    } rated in both years.

## Choosing schools to compare

chosen-hint = Tick up to { $most } schools to see them side by side.
chosen-column = Compare
chosen-choose = Compare { $name }
chosen-said =
    { $count ->
        [one] Chosen to compare:
       *[other] Chosen to compare ({ $count } of 4):
    }
chosen-more = Choose one more school.
chosen-compare = Compare side by side
chosen-clear = Choose none

## Schools side by side

sides-title = Compare schools
sides-heading = Schools side by side
sides-choose = Choose two to four schools in the table of ratings, each by its box. Then come back here.
sides-lead = What differs is marked. Points are on the framework’s own scale, so more points are always better.
sides-models = These schools are rated by different models. A dash means that the school’s model does not have the part.
sides-differing = Only what differs
sides-remove-named = Remove { $name } from the comparison
sides-points =
    { $count ->
        [one] { $points } point
       *[other] { $points } points
    }
sides-most = ▲ most
sides-fewest = ▼ fewest

## Two frameworks on the same files

moves-title = Compare frameworks
moves-heading = What would another framework say?
moves-lead = The same files, rated by two frameworks. See which schools move, and where the two calculations part.
moves-now = Rated by
moves-with = Compared with
moves-choose = Choose a framework
moves-empty = Choose a second framework. It may be another version, or a copy in which you changed a rule.
moves-open = Open a framework of your own
moves-documents = What differs between the two documents
moves-unfit = This framework cannot rate any of these schools: what it needs is in none of the files.
moves-summary =
    { $moved ->
        [0] { $all ->
            [one] The school has the same rating by both.
           *[other] All { $all } schools have the same rating by both.
        }
       *[other] { $moved } of { $all } schools move: { $up } up, { $down } down{ $otherwise ->
            [0] {""}
           *[other] , { $otherwise } to an answer that is neither
        }.
    }
moves-same-data = Both from the same files and the same year.
moves-which = Which schools move, and why
moves-from = Now
moves-to = By the other
moves-scores = Scores
moves-why = Where the calculations part
moves-no-common = The two have no step of the same name.
moves-all = Show all { $count }
moves-up = up to
moves-down = down to
moves-otherwise = changes to
moves-crossing = From what to what
moves-crossing-lead = Rows are the ratings now, columns those by the other framework. The outlined numbers are schools that move.
moves-from-to = Now ↓ · By the other →

## What if

what-if-heading = Try it out: what if?
what-if-lead = Move a measure and see at once what the framework would say. All other schools stay as they are, and so does everything that the school is compared with.
what-if-none = Move a measure to begin. What would change appears here.
what-if-overridden = This rating was overridden. Move a measure to see what the rules alone would give.
what-if-now = now: { $value }
what-if-number = { $name }, as a number
what-if-reset = Reset
what-if-reset-named = Reset { $name }
what-if-reset-all = Reset all
what-if-would = It would be
what-if-same = The rating would stay “{ $rating }”.
what-if-changed = The rating would change from “{ $before }” to “{ $after }”.
what-if-score = The score would be { $score } ({ $change }).
what-if-score-same = The score would stay { $score }.
what-if-steps = What would come out otherwise
what-if-points = { $name }: points
what-if-not-stored = This is only tried out. The school’s rating has not changed, and nothing of this is saved.
unit-percent = percent
unit-percentile = percentile
unit-points = points
unit-scale-score = scale score
unit-students = students
