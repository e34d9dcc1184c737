//! The notices of cells as a document, and of putting two such documents together.

use crate::notices;

notices! {
    /// The document holds no cells, or cells of another version.
    NotCells = "cells.not-cells", Error, { found: MaybeText, expected: Text };
    /// Columns of cells that don't fit together or aren't numbers: the document was changed or cut off.
    Damaged = "cells.damaged", Error, {};
    /// Both documents count the same schools in the same years: students would count twice.
    Overlap = "cells.overlap", Error, { schools: Count, years: List };
    /// Both documents count the same years in different schools: students who are in both can't be recognized.
    SharedYears = "cells.shared-years", Warning, { years: List };
    /// What only one of the documents counts is left out.
    OtherPlan = "cells.other-plan", Warning, { slices: Count };
}
