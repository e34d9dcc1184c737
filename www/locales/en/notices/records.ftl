# Notices about student-level files.

records-layout-without-element = This layout does not say where “{ $element }” is.
    .remedy = Add a column or a fixed value for it to the layout.
