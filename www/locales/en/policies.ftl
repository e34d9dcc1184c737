## The page of all policies

policies-title = Policies
policies-navigation = Policies
policies-door = Read the rules
policies-door-text = Read any framework as a document, with its sources. Open one of your own and see what is wrong with it.
policies-heading = Policies
policies-lead = A policy says how schools are rated: cut points, weights, exceptions, and where each rule comes from. The program rates by nothing else.
policies-open-ones = Open policies
policies-none = No policy is open. Open one of your own below.
policies-loading = The program is still loading. This takes a moment.
policies-shipped = Comes with this site
policies-own = Your own
policies-read = Read
policies-rate = Rate with it
policies-download = Download JSON
policies-compare-this = Compare
policies-compare-chosen =
    { $count ->
        [0] To compare two policies, choose both.
        [one] One is chosen. Choose one more to compare.
       *[other] Two are chosen.
    }
policies-compare = Compare the two
policies-own-heading = Open your own policy
policies-own-text = A policy is a JSON file. The program checks every rule as it opens the file and shows what is wrong, line by line. If there is no error, you can read it and rate with it at once.
policies-drop = Choose a policy file
policies-drop-hint = or drop it anywhere on this page. It stays on this device.
policies-write = To write one
policies-write-start = Download a policy from above, change it, and drop it here. Give it another id or version to keep both open.
policies-write-guide = Read the guide to writing a policy
policies-write-schema = An editor that knows JSON Schema checks the file as you write.
policies-schema-download = Download { $name }
policies-notices = Everything the program may tell you, and how to mend it

policies-opened = Your file
policies-is-open = { $title } is open
policies-is-open-text =
    { $warnings ->
        [0] { $name } has no error and no warning. Correct the file and drop it again to replace this policy.
        [one] { $name } has no error and one warning. Correct the file and drop it again to replace this policy.
       *[other] { $name } has no error and { $warnings } warnings. Correct the file and drop it again to replace this policy.
    }
policies-not-opened = { $name } was not opened
policies-not-opened-text =
    { $count ->
        [one] It has one error. Policies that were open stay as they were. Correct the file and drop it again.
       *[other] It has { $count } errors. Policies that were open stay as they were. Correct the file and drop it again.
    }
policies-put-away = Close these notes
policies-more-notices =
    { $count ->
        [one] There is one more notice. Correct these first.
       *[other] There are { $count } more notices. Correct these first.
    }
policies-error = Error
policies-warning = Warning
policies-info = Remark
policies-line = Line { $line }
policies-excerpt = The text around line { $line }

## A policy as a document

policies-document-title = Policy
policies-all = All policies
policies-missing = This policy is not open
    .remedy = It may be one of your own that you opened on an earlier visit. Open its file again on the page of all policies.
policies-version = Version
policies-effective = In force
policies-origin = Origin
policies-fingerprint = Fingerprint
policies-print-button = Print
policies-print = { $title }, version { $version }, fingerprint { $fingerprint }
policies-contents = Contents
policies-notes = Notes
policies-sources = Sources
policies-as-of = Seen on { $day }.
policies-read-itself = The text itself was read.
policies-not-read = The text itself was not read.
policies-note = Note { $number }: { $title }
policies-new-window = (opens a new window)
policies-warnings =
    { $count ->
        [one] The program noticed one thing in this policy
       *[other] The program noticed { $count } things in this policy
    }

## The guide

guide-title = Guide
guide-heading = The guide to writing a policy
guide-missing = This copy of the site comes without the guide.
guide-loading = The guide is still loading.

## Two policies compared

compare-title = Compare policies
compare-heading = What has changed
compare-lead = Two versions of a policy side by side: what was added, what was taken away, and what is different.
compare-before = Before
compare-after = After
compare-choose = Choose a policy
compare-swap = Swap
compare-choose-two = Choose two policies to see where they differ.
compare-too-few = Only one policy is open. Open another version of it on the page of all policies, then come back.
compare-working = Comparing …
compare-same = The two are the same.
compare-count =
    { $count ->
        [one] They differ in one place.
       *[other] They differ in { $count } places.
    }
compare-what = What
compare-how = Change
compare-added = added
compare-removed = removed
compare-changed = changed
compare-item = no. { $number }

## What the program may tell

notices-title = Notices
notices-heading = Everything the program may tell you
notices-lead = Each notice has a code that never changes, words, and a way to mend what is wrong. Names in ‹brackets› stand for values of your file.
notices-search = Search
notices-all =
    { $count ->
        [one] One notice.
       *[other] { $count } notices.
    }
notices-found =
    { $count ->
        [0] Nothing found. Try another word.
        [one] One notice found.
       *[other] { $count } notices found.
    }
notices-variants =
    { $count ->
        [one] One other wording
       *[other] { $count } other wordings
    }
notices-source = Demanded by:
notices-module-policy = Policy documents
notices-module-framework = Frameworks and ratings
notices-module-tables = Files
notices-module-workbench = The work as a whole
