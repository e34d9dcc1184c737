### What is told about policy documents. The place (line, JSON pointer) is shown beside the words.

## JSON

policy-not-json =
    { $problem ->
        [ends-early] The file ends before it is complete.
        [trailing-comma] There is a comma after the last entry.
        [text-after-end] There is more text after the end of the document.
        [key-not-text] A name without quotes stands here.
        [colon-missing] A colon is missing after a name.
        [list-comma-missing] A comma between the entries of a list, or its closing bracket, is missing.
        [object-comma-missing] A comma between the entries of an object, or its closing brace, is missing.
        [value-missing] A value is missing, or something stands here that is no value.
        [line-break-in-text] A text has a line break or a tab in it.
        [backslash] A text has a backslash that begins nothing known.
        [number] A number is not written as JSON writes numbers.
       *[other] This is not JSON.
    } (Column { $position }.)
    .remedy =
        { $problem ->
            [ends-early] Check that the file was saved completely, and that every brace, bracket and quote is closed.
            [trailing-comma] Delete the last comma.
            [text-after-end] Delete what stands after the last closing brace. A policy is one JSON object.
            [key-not-text] Put the name in double quotes. JSON has no comments; use a note instead.
            [colon-missing] Write the name in quotes, a colon, then the value.
            [list-comma-missing] Put a comma between the entries, or a bracket after the last one.
            [object-comma-missing] Put a comma between the entries, or a brace after the last one.
            [value-missing] Write a text in double quotes, a whole number, true, false, a list or an object. JSON has no comments.
            [line-break-in-text] Write \n for a line break and \t for a tab.
            [backslash] Write two backslashes for one.
            [number] Write the number as text in quotes, such as "0.5".
           *[other] Correct the text here. An editor that knows JSON marks the place.
        }
policy-too-deep = Lists and objects lie too deep in each other here.
    .remedy = Use at most 100 levels. Give deep parts a name of their own, where the policy allows that.
policy-duplicate-key = “{ $key }” stands twice in the same object.
    .remedy = Delete one of the two, or rename it.
policy-number-not-text = The number { $written } is not in quotes, so its exact value is not certain.
    .remedy = Put it in quotes: "{ $written }". Only whole numbers may stand without quotes.

## Fields and types

policy-unknown-field =
    { $suggestion ->
        [none] There is no field “{ $field }” here.
       *[other] There is no field “{ $field }” here. Did you mean “{ $suggestion }”?
    }
    .remedy = Correct the name or delete the field. These fields may stand here: { $fields }.
policy-missing-field = The field “{ $field }” is missing here.
    .remedy = Add “{ $field }”.
policy-wrong-type =
    { $found ->
        [null] Nothing (null)
        [true-false] True or false
        [whole-number] A whole number
        [text] A text
        [list] A list
        [object] An object
       *[other] Something else ({ $found })
    } stands here, but { $expected ->
        [null] nothing (null)
        [true-false] true or false
        [whole-number] a whole number
        [number] a number
        [text] a text
        [list] a list
        [object] an object
        [choice] the name of a choice
        [date] a date
        [year-day] a day of the school year
        [web-address] a web address
        [words] a text
        [citation] a citation
        [condition] a condition
        [literal] a value
       *[other] { $expected }
    } is needed.
    .remedy =
        { $expected ->
            [null] Write null, or delete the field.
            [true-false] Write true or false, without quotes.
            [whole-number] Write a whole number without quotes, such as 10.
            [number] Write a number as text, such as "92.5", "92.5%" or "5/3", or a whole number.
            [text] Write a text in double quotes.
            [list] Write a list in square brackets, even for one entry.
            [object] Write an object in braces, with names and values.
            [choice] Write the choice in quotes, or an object with the choice as its only name.
            [date] Write a date as year-month-day in quotes, such as "2019-08-31".
            [year-day] Write a day of every school year as month-day in quotes, such as "10-01".
            [web-address] Write an address that begins with https:// in quotes.
            [words] Write a text in quotes, or an object with a text for each language.
            [citation] Write the name of a source in quotes, with the place after a colon, such as "handbook: page 9".
            [condition] Write an object with “all”, “any”, “not”, “atLeast” and “of”, or “fact”.
            [literal] Write a text in quotes, a whole number, true or false.
           *[other] See the guide for how this part is written.
        }
policy-out-of-range = { $value } is not allowed here.
    .remedy = Write a whole number from { $least } to { $most }.
policy-not-a-number =
    { $problem ->
        [empty] There is no number here.
        [scientific] “{ $written }” is written in short form, so digits may be lost.
        [zero-denominator] “{ $written }” divides by zero.
        [too-many-digits] This number has too many digits.
       *[other] “{ $written }” is not a number.
    }
    .remedy = Write a decimal, a percentage or a fraction as text, such as "92.5", "92.5%" or "5/3". Write no thousands separators.
policy-invalid-value =
    { $expected ->
        [date] “{ $written }” is not a date.
        [year-day] “{ $written }” is not a day of the school year.
        [web-address] “{ $written }” is not a web address.
        [true-false] “{ $written }” is neither true nor false.
       *[other] “{ $written }” cannot stand here.
    }
    .remedy =
        { $expected ->
            [date] Write a day that the calendar has as year-month-day, such as "2019-08-31".
            [year-day] Write the month and the day with two digits each, such as "10-01".
            [web-address] Write an address that begins with https:// or http://, without spaces.
            [true-false] Write true or false.
           *[other] See the guide for how this part is written.
        }
policy-unknown-choice =
    { $suggestion ->
        [none] “{ $written }” is not one of the choices.
       *[other] “{ $written }” is not one of the choices. Did you mean “{ $suggestion }”?
    }
    .remedy = Write one of these: { $choices }.
policy-one-choice = Exactly one of several choices must stand here.
    .remedy = Keep one of these, and no more: { $choices }.
policy-wrong-length =
    This list has { $found ->
        [one] { $found } entry
       *[other] { $found } entries
    }, but it must have { $expected }.
    .remedy = Add what is missing, or delete what is too much.
policy-empty = This is empty.
    .remedy = Add at least one entry, or delete the whole field if it is not needed.

## Names, dates and sources

policy-unknown-source =
    { $suggestion ->
        [none] The policy has no source “{ $cited }”.
       *[other] The policy has no source “{ $cited }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Cite one of the policy’s sources ({ $sources }), or add the source to its list.
policy-source-name = A source cannot be cited by the name “{ $name }”.
    .remedy = Give it a short name without a colon and without spaces at its ends.
policy-identifier = “{ $written }” cannot be the identifier of a policy.
    .remedy = Use small letters, digits, hyphens and dots, such as my-district.framework. Begin and end with a letter or digit.
policy-dates-reversed = It would end on { $until }, before it starts on { $from }.
    .remedy = Exchange the two dates, or correct one.

## Ratings and conditions

policy-duplicate-level = The level “{ $level }” stands twice in this scale.
    .remedy = Delete one of the two, or rename it.
policy-unknown-level =
    { $suggestion ->
        [none] The rating has no level “{ $written }”.
       *[other] The rating has no level “{ $written }”. Did you mean “{ $suggestion }”?
    }
    .remedy = Write one of its levels: { $levels }.
policy-test-does-not-fit =
    “{ $test }” cannot be asked of { $kind ->
        [number] a number
        [text] a text
        [rating] a rating
        [set] a set of names
        [true-false] what is true or false
       *[other] this fact
    }.
    .remedy =
        { $kind ->
            [number] Ask atLeast, atMost, above, below, equals, in or known.
            [rating] Ask atLeast, atMost, above, below, equals, in or known.
            [set] Ask contains, containsAny or known.
           *[other] Ask equals, in or known.
        }
