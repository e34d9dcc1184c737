### The School page: one school's rating, its parts, its trace, and what would change it.

school-title = School
school-nothing = No ratings are open
    .text = A school’s page is made from your files, which stay in memory until you close or reload the page. Open your files or your saved session again.
    .act = Rate schools
school-unknown = No school { $school } in these files
school-unknown-text = Check the number in the address, or choose the school from the table.
school-back = All schools
school-neighbours = Schools in the order of the table
school-previous = ← Previous
school-next = Next →
school-place = { $place } of { $all }
school-number = Number { $school }
school-explaining = Working out how the rating came about…
school-not-explained = This school cannot be explained.
school-parts = On this page
school-print = Print this school

waits-heading = What must become known first
scale-heading = The score on its scale
row-chart-text = Value { $value }. Rows of the scale: { $rows }.
row-from-to = { $lower } to { $upper }
row-from-below = { $lower } up to, not including, { $upper }
row-above-to = more than { $lower }, up to { $upper }
row-above-below = more than { $lower }, less than { $upper }
row-from = { $lower } or more
row-above = more than { $lower }
row-to = { $upper } or less
row-below = less than { $upper }
row-any = any value

indicators-heading = What the rating is made of
indicators-measure = Measure
indicators-value = Value
indicators-scale = On its scale
indicators-points = Points
indicators-weight = Weight
indicators-product = Points × weight
beside-n =
    { $n ->
        [one] one student
       *[other] { $n } students
    }
beside-participation = participation { $participation } %
beside-response = response rate { $rate } %
beside-penalty = { $points } taken off
weight-was = was { $weight }

difference-heading = Where it differs from what was published
difference-text = The calculation parts first at “{ $name }”: published { $published }, computed { $computed }.

changes-heading = What would change it
changes-lead = Each measure, and each participation rate that takes points off, moved to where the next rule applies, all others as they are. Those that change the rating come first.
changes-none = No single measure on a banded scale stands behind this rating.
changes-unlisted = These measures count too, but by no rule that has a next step of its own: they enter a sum, a mean or a comparison as they are. Move them under “Try it out: what if?”.
changes-now = Now
changes-then = Then
changes-distance = Distance
changes-score = New score
changes-same = same rating

## The trace

trace-heading = How this rating came about
trace-lead = Open a step to see what went in, which rule applied, and what came out. The marked steps decide the rating.
trace-model = The school is rated by this model, because:
trace-open-all = Open all steps
trace-close-all = Close all steps
trace-only = Only the steps that decide
trace-decisive = decides
trace-unverified = not verified
trace-unverified-text = The author of the framework is not sure of this rule.
first-difference = first difference
step-above = (explained above)
step-weight = weight { $weight }
step-weights-table = Weights: { $table }.
step-numbers = Numbers in the rule: { $numbers }.
step-looked-up = The value looked up is { $value }.
step-row = { $value } is in the row “{ $row }”, which gives { $gives }.
step-row-word = The row that applies: { $row }.
step-otherwise = No case applies, so the result for all others holds.
step-case = Case { $number } applies.
step-won = It is: { $name }.
step-before-gate = Without this rule it would be { $value }.
step-moves = Parts without a result hand their weight on:
step-move = { $amount } from “{ $from }” to “{ $to }”
step-no-penalty = Participation of { $by } %: nothing is taken off.
step-penalty = Participation of { $by } %: { $points } taken off, from { $before } to { $after }.
step-rounding =
    { $places ->
        [0] { $before } is rounded to a whole number ({ $mode }): { $after }.
        [one] { $before } is rounded to one decimal ({ $mode }): { $after }.
       *[other] { $before } is rounded to { $places } decimals ({ $mode }): { $after }.
    }
step-compared-with =
    { $count ->
        [one] Compared with one school.
       *[other] Compared with { $count } schools.
    }
step-overridden = Overridden by { $who } on { $when }. The rules gave { $computed }.
step-result = Result: { $value }
step-published = Published: { $published }
trace-citations = Sources
trace-citation-as-of = as of { $day }
trace-citation-not-read = the text itself was not read
observed-text = The file says “{ $text }” ({ $file }, line { $line }, column “{ $column }”).
observed-blank = The cell is blank ({ $file }, line { $line }, column “{ $column }”).
observed-nowhere = No file says anything of it.
observed-n = Students: { $n }.
observed-participation = Participation: { $participation } %.
observed-response = Response rate: { $rate } %.
observed-computed = Computed from student records.
observed-supposed = Supposed, not reported.
of-participation = { $name }: participation
of-n = { $name }: number of students
of-response-rate = { $name }: response rate
years-before =
    { $years ->
        [one] { $name }, one year before
       *[other] { $name }, { $years } years before
    }

trace-round-half-up = halves up
trace-round-half-even = halves to the even digit
trace-round-up = always up
trace-round-down = always down
trace-round-truncate = further digits cut off

trace-op-fact = A fact about the school.
trace-op-measure = A measure.
trace-op-value = Another value, taken over.
trace-op-scale = A scale turns the value into points or a rating.
trace-op-grid = A grid of two values gives the result.
trace-op-weighted-mean = Each part times its weight, added up, then divided by the sum of the weights.
trace-op-weighted-sum = Each part times its weight, added up.
trace-op-sum = The sum of the parts.
trace-op-mean = The mean of the parts.
trace-op-best-of = The best of these.
trace-op-worst-of = The lowest of these.
trace-op-subtract = The first less the second.
trace-op-multiply = The parts multiplied.
trace-op-divide = The first divided by the second.
trace-op-earned-over-eligible = Points earned, divided by the points that could be earned.
trace-op-choose = The first case whose condition is met gives the result.
trace-op-gate = The value passes, unless the condition is met.
trace-op-limit = The value, held within its limits.
trace-op-count = How many of the conditions are met.
trace-op-count-present = How many of the values are there.
trace-op-holds = Whether the condition is met.
trace-op-raise-denominator = The rate, as if at least the demanded share of the students had taken part.
trace-op-percentile = The place of the value in a reference distribution.
trace-op-rank = The school’s place among the schools.
trace-op-percent-rank = The percentile of the school’s value among the schools.
trace-op-lowest = Whether the school is in the lowest share of the schools.
trace-op-nearest = A comparison with the most similar schools.
trace-op-parts = Put together from the school’s parts.
trace-op-models = No model of the framework is known to apply to this school.

truth-met = met
truth-not-met = not met
truth-undetermined = not known
verdict-rule-all = All of these
verdict-rule-any = At least one of these
verdict-rule-not = Not this
verdict-rule-at-least = At least { $count } of these
verdict-test-at-least = { $name } is { $value } or more
verdict-test-at-most = { $name } is { $value } or less
verdict-test-above = { $name } is more than { $value }
verdict-test-below = { $name } is less than { $value }
verdict-test-equals = { $name } is “{ $value }”
verdict-test-in = { $name } is { $values }
verdict-test-contains = { $name } includes “{ $value }”
verdict-test-contains-any = { $name } includes { $values }
verdict-test-known = { $name } is known
verdict-test-not-known = { $name } is missing
condition-actual = – it is { $actual }
condition-no-value = no value
condition-unknown-met = While this is not known it counts as met.
condition-unknown-not-met = While this is not known it counts as not met.

## Overrides

override-heading = Override this rating
override-no-rule = This framework has no rule for overrides. An override is marked wherever the rating shows.
override-rating = Rating instead
override-who = Who decided
override-when = When
override-why = Why
override-submit = Override
override-remove = Take the override back
override-missing = Fill this in.

## The students behind each measure

behind-heading = The students behind each measure
behind-lead = How many results count, by the student groups that the framework asks for, and who was left out, as far as the counts tell. A student with a result in two years or two subjects counts in each. No student is named anywhere.
behind-smallest = The smallest group here has { $n ->
        [one] one result
       *[other] { $n } results
    }.
behind-measure = Measure and student group
behind-n = Results
behind-gives = What they give
behind-enough = Enough of them?
behind-left-out = Left out
behind-all = All students
behind-all-years = All students, { $years } years together
behind-word = { $word }: { $count }
behind-chronic = { $yes } of them did, { $no } did not
behind-enough-yes = yes: { $least } are needed
behind-too-few = No: { $least } are needed, so it is not used
behind-no-minimum = no number is demanded
behind-reported = A school-level file’s result is used instead: { $value }
behind-part-year =
    { $count ->
        [one] One without a full academic year at the school
       *[other] { $count } without a full academic year at the school
    }
behind-part-year-or-unknown =
    { $count ->
        [one] One without a full academic year at the school, or of whom the files do not say how long they were there
       *[other] { $count } without a full academic year at the school, or of whom the files do not say how long they were there
    }
behind-too-few-days =
    { $count ->
        [one] One enrolled for fewer days than the framework asks for
       *[other] { $count } enrolled for fewer days than the framework asks for
    }
behind-no-percentile =
    { $count ->
        [one] One tested without a growth percentile
       *[other] { $count } tested without a growth percentile
    }
behind-no-stay =
    { $count ->
        [one] One whose enrollment the files do not tell
       *[other] { $count } whose enrollment the files do not tell
    }
behind-not-tested = { $count } not tested
behind-excused =
    { $count ->
        [one] one excused
       *[other] { $count } excused
    }
behind-nobody = nobody
behind-not-told = not told
