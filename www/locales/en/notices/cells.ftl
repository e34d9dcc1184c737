### What is told about counts of students by school and group, as they lie in a project file.

cells-not-cells =
    { $found ->
        [none] This document does not hold counts of students.
       *[other] This document is “{ $found }”, and “{ $expected }” is needed.
    }
    .remedy = Open a project file that this program saved, or add the student files again.
cells-damaged = The counts of students in this document do not fit together: it was changed or cut off.
    .remedy = Open an unchanged copy, or add the student files again.
cells-overlap =
    { $schools ->
        [one] Both count the students of one same school in { $years }, so students would count twice.
       *[other] Both count the students of { $schools } same schools in { $years }, so students would count twice.
    }
    .remedy = Add all student files of these years together: then each student counts once.
cells-shared-years = Both have students of { $years }, in different schools. A student who changed schools may count in both.
    .remedy = To be sure, add all student files of these years together: then each student counts once.
cells-other-plan =
    { $slices ->
        [one] One count was made for only one of the two. It is left out.
       *[other] { $slices } counts were made for only one of the two. They are left out.
    }
    .remedy = Add the student files again while the policy is chosen that you rate by.
