### A policy as a document to read. Names stand in the sentences as links; a sentence must read well with any name.

## Names

doc-points-for = the points for { $name }
doc-attribute =
    { $attribute ->
        [participation] the participation rate of { $name }
        [n] the number of students behind { $name }
        [response-rate] the response rate of { $name }
       *[other] { $name }
    }
doc-years-before =
    { $count ->
        [one] { $name } of the year before
       *[other] { $name } of { $count } years before
    }
doc-years-after =
    { $count ->
        [one] { $name } of the year after
       *[other] { $name } of { $count } years after
    }
doc-its-participation = its participation rate
doc-each-of-these = each of these
doc-none = –
doc-reason =
    { $reason ->
        [not-reported] not reported
        [too-few-students] too few students
        [low-response] response rate too low
        [not-tested] not tested
        [not-applicable] not applicable
        [withheld] withheld
        [missing-parts] parts are missing
        [not-computable] cannot be computed
        [not-asked] not asked yet
        [not-supplied] student records not supplied
        [unreadable] not readable
        [undetermined] not known yet
        [rule-unknown] the rule is not known
       *[other] { $reason }
    }

## Conditions

doc-test-at-least = { $fact } is { $value } or more
doc-test-at-most = { $fact } is { $value } or less
doc-test-above = { $fact } is more than { $value }
doc-test-below = { $fact } is less than { $value }
doc-test-equals = { $fact } is { $value }
doc-test-in = { $fact } is { $value }
doc-test-contains = { $fact } has { $value }
doc-test-known = there is a value for { $fact }
doc-test-not-known = there is no value for { $fact }
doc-when-unknown =
    { $condition } { $counts ->
        [met] (also where the value is missing)
       *[other] (not where the value is missing)
    }
doc-condition-not = it is not so that { $condition }
doc-condition-at-least = at least { $count } of these hold: { $parts }
doc-condition-labelled = { $label } (that is, { $condition })

## Results

doc-finding-rating = the rating { $rating }
doc-finding-outcome = the outcome { $outcome }
doc-finding-absent = no value ({ $reason })
doc-finding-unknown = not known: { $words }
doc-result-becomes = the result is { $finding }
doc-no-result = there is no result
doc-effect-at-most = it is at most { $bound }
doc-effect-at-least = it is at least { $bound }
doc-effect-lower =
    { $count ->
        [one] it is one level lower
       *[other] it is { $count } levels lower
    }
doc-effect-raise =
    { $count ->
        [one] it is one level higher
       *[other] it is { $count } levels higher
    }
doc-effect-becomes = it becomes { $finding }

## What a rule does

doc-op-value = The same as { $of }.
doc-op-scale =
    { $gives ->
        [rating] The scale { $scale } turns { $of } into a rating.
       *[points] The scale { $scale } turns { $of } into points.
    }
doc-op-scale-inline =
    { $gives ->
        [rating] This table turns { $of } into a rating.
       *[points] This table turns { $of } into points.
    }
doc-op-grid =
    { $gives ->
        [rating] The grid { $grid } gives the rating: { $row } chooses the row, { $column } the column.
       *[points] The grid { $grid } gives the points: { $row } chooses the row, { $column } the column.
    }
doc-op-weighted-mean = The weighted mean of the parts in the table { $weights }: each part times its weight, added up and divided by the sum of the weights.
doc-op-weighted-mean-cases = A weighted mean: each part times its weight, added up and divided by the sum of the weights. The first of these tables that applies has the weights:
doc-op-weighted-sum = The weighted sum of the parts in the table { $weights }: each part times its weight, added up.
doc-op-weighted-sum-cases = A weighted sum: each part times its weight, added up. The first of these tables that applies has the weights:
doc-weights-when = When { $condition }: { $weights }
doc-weights-otherwise = Otherwise: { $weights }
doc-op-sum = The sum of { $parts }.
doc-op-mean = The mean of { $parts }.
doc-op-best = The highest of { $parts }.
doc-op-worst = The lowest of { $parts }.
doc-op-subtract = { $first } less { $rest }.
doc-op-multiply = { $parts } multiplied with each other.
doc-op-divide = { $dividend } divided by { $divisor }.
doc-op-earned = The points earned, added up, divided by the points that could be earned:
doc-op-earned-times = The points earned, added up, divided by the points that could be earned, times { $times }:
doc-op-earned-part = { $earned }, out of { $eligible }
doc-op-choose = The first of these that applies:
doc-op-choose-case = When { $condition }: { $finding }
doc-op-choose-otherwise = Otherwise: { $finding }
doc-op-gate = The same as { $of }; but when { $condition }, { $effect }.
doc-op-limit = { $of }, held between { $low } and { $high }.
doc-op-limit-low = { $of }, but never below { $low }.
doc-op-limit-high = { $of }, but never above { $high }.
doc-op-count = How many of these hold:
doc-op-count-present = For how many of these there is a value: { $parts }.
doc-op-holds = “Yes” when { $condition }; otherwise “no”.
doc-op-raise-denominator = { $of }, counted over at least { $to }% of the students: where { $by } is lower, the rate is multiplied by { $by } and divided by { $to }%.
doc-op-percentile =
    The percentile of { $of } in the reference distribution { $reference }{ $method ->
        [at-or-below] : the share of its values that are below or equal.
        [midpoint] : the share of its values that are below, and half of those that are equal.
       *[below] : the share of its values that are below.
    }
doc-among-all = all schools
doc-among-some = the schools where { $condition }
doc-op-rank =
    { $first ->
        [lowest] The school’s place by { $of } among { $among }. Place 1 has the lowest value; schools with equal values share the better place.
       *[highest] The school’s place by { $of } among { $among }. Place 1 has the highest value; schools with equal values share the better place.
    }
doc-op-percent-rank =
    The school’s percentile by { $of } among { $among }{ $method ->
        [at-or-below] : the share of the schools whose value is below or equal.
        [midpoint] : the share of the schools whose value is below, and half of those whose value is equal.
       *[below] : the share of the schools whose value is below.
    }
doc-op-lowest =
    { $gives ->
        [edge] The highest value among the lowest { $share } by { $of } among { $among }.
       *[yes-no] “Yes” for the lowest { $share } by { $of } among { $among }; otherwise “no”.
    } A number of schools that is not whole is { $mode ->
        [half-up] rounded to the nearest, halves up
        [half-even] rounded to the nearest, halves to the even number
        [down] rounded down
        [truncate] cut off
       *[up] rounded up
    }. Schools tied with the last one are { $ties ->
        [excluded] out
       *[included] in
    }.
doc-op-nearest =
    { $gives ->
        [difference] { $of } less its mean in the { $count } schools most alike by { $index }, among { $among }.
        [percent-below] Of the { $count } schools most alike by { $index }, among { $among }: the percentage with a lower value of { $of }.
        [rank] The school’s place by { $of } among itself and the { $count } schools most alike by { $index }, among { $among }. The highest value has place 1.
       *[mean] The mean of { $of } in the { $count } schools most alike by { $index }, among { $among }.
    } Schools as near as the last one are in.
doc-op-within = Compared are only schools with the same { $facts }.
doc-op-parts =
    { $combine ->
        [sum] The sum of { $of }
        [mean] The mean of { $of }
        [weighted-mean] The weighted mean of { $of }
        [best] The highest of { $of }
        [worst] The lowest of { $of }
       *[count] The number of values of { $of }
    } over the parts of the school: those of { $among } that name this school under { $link }.
doc-op-parts-weight = Each part’s weight is { $weight }.

## What is done to a rule’s result

doc-missing-value-as = Where that is missing, { $number } counts.
doc-missing-value-becomes = Where that is missing, { $result }.
doc-missing-part-as = A part that is missing counts as { $number }.
doc-missing-part-becomes = Where a part is missing, { $result }.
doc-missing-left-out = A part that is missing is left out.
doc-missing-eligible = A part that is missing is left out of both the points earned and the points that could be earned.
doc-missing-weight-shared = A part that is missing is left out: the others share its weight in proportion to their own.
doc-missing-adds-nothing = A part that is missing adds nothing.
doc-missing-redistribute = Where a part is missing, its weight moves to others as { $name } says.
doc-needs-all = There must be a value for { $parts }; otherwise { $otherwise }.
doc-needs-any = There must be a value for { $parts }; otherwise { $otherwise }.
doc-needs-at-least =
    { $count ->
        [one] At least one part must be there; otherwise { $otherwise }.
       *[other] At least { $count } parts must be there; otherwise { $otherwise }.
    }
doc-this-table = this table
doc-the-scale = the scale { $scale }
doc-penalty = For low participation, points are taken off: { $scale } says how many for { $by }.
doc-penalty-rounded = For low participation, points are taken off: { $by } is { $rounding }, and { $scale } says how many.
doc-penalty-floor = The result does not fall below { $floor } through this.
doc-penalty-table = Points taken off
doc-rounding =
    { $places ->
        [0] { $mode ->
            [half-up] rounded to a whole number, halves up
            [half-even] rounded to a whole number, halves to the even number
            [up] rounded up to a whole number
            [down] rounded down to a whole number
           *[truncate] cut off to a whole number
        }
        [one] { $mode ->
            [half-up] rounded to 1 decimal, halves up
            [half-even] rounded to 1 decimal, halves to the even digit
            [up] rounded up to 1 decimal
            [down] rounded down to 1 decimal
           *[truncate] cut off after 1 decimal
        }
       *[other] { $mode ->
            [half-up] rounded to { $places } decimals, halves up
            [half-even] rounded to { $places } decimals, halves to the even digit
            [up] rounded up to { $places } decimals
            [down] rounded down to { $places } decimals
           *[truncate] cut off after { $places } decimals
        }
    }
doc-round = The result is { $rounding }.
doc-if-absent = If there is no result, it becomes { $finding }.
doc-note = Note: { $words }
doc-unverified = Not verified: { $words }

## Kinds of schools

doc-models =
    { $count ->
        [one] How a school is rated
       *[other] Kinds of schools, and how each is rated
    }
doc-model-when = For schools where { $condition }. The first kind that fits applies.
doc-model-every = For every school.
doc-model-all = For every school that no kind above is for.
doc-model-rating = The answer is { $rating }.
doc-model-rating-score = The answer is { $rating }; the score beside it is { $score }.
doc-model-indicators = A reader sees the parts in these groups:
doc-model-indicator = { $label }: { $parts }
doc-model-how = How it comes about, from the rating down to the measures:
doc-rule-points-for = Points for { $name }
doc-rule-points-for-several = Points for { $count } measures
doc-rule-several = { $count } results of one form
doc-member = { $name }, from { $input }
doc-told-above = Described above: { $rules }.
doc-other-rules = Other rules
doc-other-rules-how = No rating rests on these. They stand in the policy for comparisons and labels.

## Tables

doc-ratings = Ratings
doc-ratings-caption = Ratings, the highest first
doc-ratings-called = Ratings { $name }, the highest first
doc-outcomes-caption = Answers that are no rating
doc-weights = Weights
doc-redistributions = When results are missing
doc-scales = Scales
doc-grids = Grids
doc-measures = Measures
doc-references = Reference distributions
doc-labels = Labels
doc-overrides = Decisions by persons
doc-files = What the files must say
doc-published = Compared with published results
doc-total = Total
doc-not-told = not told
doc-column-rating = Rating
doc-column-outcome = Answer
doc-column-meaning = What it means
doc-column-in-files = In files also
doc-column-part = Part
doc-column-weight = Weight
doc-column-value = Value
doc-column-points = Points
doc-column-called = Called
doc-column-grid = Row and column
doc-column-measure = Measure
doc-column-unit = Unit
doc-column-minimum = Minimum
doc-column-source-of-value = Where it comes from
doc-column-class = Class
doc-column-demands = Demands
doc-column-fact = Fact
doc-column-kind = Kind
doc-column-columns = Columns
doc-column-default = Taken to be
doc-column-text = Text in a file
doc-column-percentile = Percentile

doc-bounds-any = any value
doc-bounds-at-least = { $low } or more
doc-bounds-above = more than { $low }
doc-bounds-at-most = { $high } or less
doc-bounds-below = less than { $high }
doc-bounds-from-to = { $low } to { $high }
doc-bounds-from-up-to = { $low } up to, not including, { $high }
doc-bounds-above-to = more than { $low }, up to { $high }
doc-bounds-above-up-to = more than { $low } and less than { $high }
doc-scale-first-row = The rows are read from the top; the first that fits applies.
doc-scale-whole = The values are whole numbers.
doc-scale-linear = In between, points lie on a straight line from one row to the next. Below the first row and above the last they stay level.
doc-scale-round = Before it is looked up, the value is { $rounding }.
doc-scale-used = Used for: { $rules }.
doc-grid-key = { $label } ({ $range })

doc-redistribution-title = Missing results: { $name }
doc-redistribution-how = These steps are taken in order. Each moves all the weight that its part holds by then.
doc-step-missing =
    { $count ->
        [one] Where { $parts } is missing
       *[other] Where any of these is missing ({ $parts })
    }
doc-step-all-missing =
    { $count ->
        [one] Where { $parts } is missing
       *[other] Where { $parts } are all missing
    }
doc-step-becomes = { $condition }, the result is { $finding }.
doc-step-to = { $condition }, its weight goes to { $receivers }.
doc-step-to-shares = { $condition }, its weight is divided: { $receivers }.
doc-step-share = { $share } of it to { $part }
doc-step-to-present = { $condition }, its weight is shared among those of these that are there, in proportion to their weights in the table: { $receivers }.
doc-step-otherwise = If none of them is there, it goes to { $receivers }.
doc-step-otherwise-shares = If none of them is there, it is divided: { $receivers }.
doc-leftover = If weight is left on a missing part after the last step, the result is { $finding }.
doc-leftover-undetermined = If weight is left on a missing part after the last step, the sources do not say what happens, and the result stays open.

doc-measures-caption = What goes in
doc-unit =
    { $unit ->
        [percent] percent
        [percentile] percentile
        [points] points
        [scale-score] scale score
        [students] students
        [category] category
       *[number] number
    }
doc-unit-range = { $unit }, { $low } to { $high }
doc-unit-categories = { $categories }
doc-reported = A file’s { $columns }.
doc-reported-value = In a long file, the value is in the further column { $columns }.
doc-reported-participation = Participation: { $columns }.
doc-reported-n = Number of students: { $columns }.
doc-reported-response = Response rate: { $columns }.
doc-reported-group = Student group: { $group }.
doc-reported-program = Program: { $program }.
doc-reported-times = The file’s number is multiplied by { $times }.
doc-measure-optional = A file may lack it.
doc-prefer =
    { $prefer ->
        [computed] Where both are there, what the student records give is used.
       *[reported] Where both are there, what the file says is used.
    }
doc-computed =
    Computed from student records: { $statistic ->
        [share] the percentage whose { $of } is { $counts }.
        [share-of-numbers] the percentage whose { $of } is at least { $least }.
        [mean] the mean of { $of }.
        [median] the median of { $of }.
        [index] the mean of what each { $of } is worth.
        [chronic-absence] the percentage of students whose { $of } is at least { $least } of { $per }.
       *[rate] the sum of { $of } divided by the sum of { $per }.
    }
doc-computed-others = It is not one of these for { $others }; any other value stays open.
doc-computed-worth = Worth: { $pairs }.
doc-computed-worth-of = { $word } { $value }
doc-computed-minimum-days = Students whose { $per } is less than { $days } are not counted.
doc-computed-has = { $column } is { $values }
doc-computed-where = Only where { $what }.
doc-computed-any-group = Only students of at least one of these groups: { $groups }.
doc-computed-full-year = Only students of a full academic year.
doc-computed-enrollment = For enrollment the rule “{ $rule }” holds.
doc-computed-participation =
    { $rule ->
        [out] Excused students are left out of participation.
       *[in] Excused students count in participation.
    }
doc-computed-participation-full-year = Participation is that of students of a full academic year.
doc-computed-years =
    { $count ->
        [one] One year.
       *[other] { $count } years together.
    }
doc-minimums-caption = Minimums
doc-minimum-n =
    { $n ->
        [one] at least one student
       *[other] at least { $n } students
    }
doc-minimum-response = a response rate of at least { $rate }%
doc-enrollments-caption = Rules on enrollment
doc-column-rule = Rule
doc-enrollment-from =
    { $gap ->
        [0] A full academic year is enrollment at the school without a break from { $from } through { $through }.
        [one] A full academic year is enrollment at the school from { $from } through { $through }, with breaks of one day at most.
       *[other] A full academic year is enrollment at the school from { $from } through { $through }, with breaks of { $gap } days at most.
    }
doc-enrollment-on = For a full academic year a student is enrolled at the school on { $days }.
doc-enrollment-days = For a full academic year a student has at least { $least } days of membership at the school.
doc-enrollment-share = For a full academic year a student has at least { $least } of { $of } days of membership at the school.
doc-enrollment-counts-on = A student counts for the school of { $day }.
doc-enrollment-most-days = A student counts for the school with the most days of membership.
doc-enrollment-open-ended = A stay without a last day goes on.

doc-identifier = A school is named by { $columns }.
doc-identifier-digits =
    { $count ->
        [one] { $columns } (one digit)
       *[other] { $columns } ({ $count } digits)
    }
doc-file-column =
    { $role ->
        [measure] In a long file, the measure is named in { $columns }.
        [value] In a long file, the value is in { $columns }.
        [year] The year is in { $columns }.
        [group] The student group is in { $columns }.
       *[program] The program is in { $columns }.
    }
doc-school-name = Its name is in { $columns }.
doc-facts-caption = Facts about a school
doc-fact-kind =
    { $kind ->
        [number] number
        [set] several words
       *[word] word
    }
doc-absences-caption = Texts that stand for “no value”

doc-reference-version = Version: { $version }.
doc-reference-values =
    { $count ->
        [one] One value.
       *[other] { $count } values.
    }
doc-reference-between =
    { $between ->
        [lower] A value between two rows has the percentile of the lower one.
       *[linear] Between two rows, the percentile lies on a straight line.
    }
doc-label-when = { $label } when { $condition }.
doc-overrides-how = Who decided, when and why stands beside every rating that is changed so.
doc-published-how = Where a file carries the authority’s own results, they are compared and never go in.
doc-published-node = { $what }: { $columns }.
doc-published-parts = Each part of { $what }: { $columns }.
doc-published-weights = The weight of each part of { $what }: { $columns }.
doc-published-model = Only for { $model }.
doc-published-tolerance = A difference of up to { $tolerance } still agrees.

## What is not certain

doc-doubts = What is not verified
doc-doubts-how = Do not take these for certain before you have seen the source yourself.
doc-doubts-none = Nothing: every source was read by the author of this policy, and no rule is marked as unsure.
doc-doubts-marked = Rules that the author marks as unsure:
doc-doubts-silent = What the sources do not say:
doc-doubts-unread = Texts that the author has not read:
doc-doubt-item = { $where }: { $words }
doc-doubt-grid =
    { $count ->
        [one] { $where }: one cell
       *[other] { $where }: { $count } cells
    }
doc-doubt-source = { $title }
doc-doubt-source-note = { $title }: { $note }

## The document around it

doc-effective-both = { $from } to { $until }
doc-effective-from = From { $from }
doc-effective-until = Until { $until }
