### What is told about the work as a whole: open policies, added files and saved sessions.

workbench-unknown-policy = The policy “{ $policy }” is not open.
    .remedy = Open its JSON file, and try again.
workbench-policy-replaced = “{ $policy }” was open with another text. The new text took its place.
    .remedy = Nothing needs to be done if this was meant. To keep both, give the new one another version.
workbench-file-twice = This file is here already, as “{ $name }”. It was not added again.
    .remedy = Nothing needs to be done. To read it in another way, change how its columns are read.
workbench-nothing-to-rate = There is no file yet whose columns are known.
    .remedy = Add a file with one row for each school, or one for each school and measure. If one is there, say what its columns hold.
workbench-impossible-value = “{ $measure }” cannot be “{ $text }”.
    .remedy = Type a number within the measure’s range, or choose one of its words.
workbench-not-a-session = This file is not a saved session.
    .remedy = Open a file that was saved with “Save session”. A table must be CSV, and a policy says "evenhand": "framework/1".
workbench-session-version = This session is “{ $found }”, and “{ $expected }” is needed.
    .remedy = Open it with the edition of the program that saved it, or add its files again.
workbench-schools-only-counted =
    { $count ->
        [one] One school of the student files is in no school file: { $schools }. It is rated all the same.
       *[other] { $count } schools of the student files are in no school file, such as { $schools }. They are rated all the same.
    }
    .remedy = Check that both files write the identifier in the same way, with its leading zeros. Else add the schools to the school file.
