//! What this module tells about student-level files and layouts.

use crate::notices;

notices! {
    /// A layout says nothing of an element that its table can't do without.
    LayoutWithoutElement = "records.layout-without-element", Error, { element: Text };
}
