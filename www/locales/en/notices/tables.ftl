### What is told about files, columns and rows. The place (file, line, column, school) is shown beside the words.

## Files that are something else

tables-empty-file = This file is empty.
    .remedy = Check that the download or export finished, and add the file again.
tables-excel-workbook = This is an Excel workbook where a text file is expected.
    .remedy = Add the workbook by itself, not within a zip file. Or in Excel choose File, Save As, “CSV UTF-8 (Comma delimited)”, and add the CSV file.
tables-old-excel-workbook = This is a workbook or document of an older Office version.
    .remedy = Open it in a spreadsheet program, save the sheet as CSV, and add that file.
tables-zip-archive = This is a zip archive where a text file is expected.
    .remedy = Unpack it on your computer, and add the CSV files that were in it.
tables-compressed-file = This file is compressed ({ $format }).
    .remedy = Unpack it on your computer, and add the CSV file that was in it.
tables-pdf-document = This is a PDF document. Numbers cannot be taken from it reliably.
    .remedy = Ask the publisher for the data as CSV or Excel. Most agencies offer it beside the report.
tables-picture = This is a picture ({ $format }).
    .remedy = Add the table that the picture was made from, saved as CSV.
tables-binary-file = This file does not hold text.
    .remedy = Open it in the program it comes from, save the table as CSV, and add that file.
tables-web-page = This is a web page, not a table.
    .remedy = The download may have saved an error or login page. Open the file in a browser to see, then download the data again as CSV.
tables-xml-document = This is an XML document.
    .remedy = Open it in a spreadsheet program, save the table as CSV, and add that file.
tables-json-document = This is a JSON document, not a table.
    .remedy = A policy belongs on the Policies page, a saved session under “Open a session”. Data must be saved as CSV.
tables-file-too-large =
    This file has { $megabytes ->
        [one] { $megabytes } megabyte
       *[other] { $megabytes } megabytes
    }. The most that is read is { $limit }.
    .remedy = A school-level table is much smaller. Save only the columns and the year that you need.
tables-too-many-columns = This file has { $columns } columns. The most that is read is { $limit }.
    .remedy = Save only the columns that you need, or one row for each school and measure.
tables-one-column = Only one column was found: “{ $column }”.
    .remedy = The columns must be divided by commas, semicolons, tabs, carets or vertical bars. Save the table as CSV, and add it again.
tables-no-rows =
    There is a header with { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }, but no row that can be used below it.
    .remedy = Check that the export had schools in it, and add the file again.
tables-student-file = This is a file of students (it has the column “{ $column }”). Its rows were not kept.
    .remedy = Student files come in a later version. Add a file with one row for each school, or one for each school and measure.

## Text and header

tables-windows-encoding = The text is in an old Windows encoding. It was read as that.
    .remedy = If names look wrong, save the file as “CSV UTF-8”, and add it again.
tables-broken-characters =
    { $count ->
        [one] One character is
       *[other] { $count } characters are
    } broken: { $count ->
        [one] it was
       *[other] they were
    } lost before the file came here.
    .remedy = Numbers are not affected. If names look wrong, export the file again as “CSV UTF-8”.
tables-title-lines =
    { $count ->
        [one] One line above the header was
       *[other] { $count } lines above the header were
    } skipped.
    .remedy = Nothing needs to be done if the columns have the right names.
tables-header-looks-like-data = The first row looks like data, not like names of columns: { $cells }.
    .remedy = The first row must name the columns. Add such a row, and add the file again.
tables-unnamed-column = Column number { NUMBER($number, useGrouping: 0) } has values but no name. It was left out.
    .remedy = Name the column in the header if you need it.
tables-repeated-column = The name “{ $column }” stands over { $count } columns. They are read as one, and values that contradict each other are left out.
    .remedy = Give each column a name of its own, or delete the extra ones.
tables-repeated-header =
    The header comes again in { $count ->
        [one] line { $lines }
       *[other] { $count } lines: { $lines }
    }. It was skipped.
    .remedy = Nothing needs to be done. This happens when files are joined into one.

## Rows

tables-short-row = This row has { $cells } of { $columns } cells. The others are read as blank.
    .remedy = If the values are shifted, a line break is in the wrong place or a delimiter is missing. Mend the row, and add the file again.
tables-long-row = This row has { $cells } cells, but the header has { $columns }. The row was left out, since its values may be shifted.
    .remedy = A name with a comma in it must stand in quotation marks. Mend the row, and add the file again.
tables-truncated-row = The file breaks off in this row, after { $cells } of { $columns } cells. The row was left out.
    .remedy = The download or export may not have finished. Get the file again.
tables-unclosed-quote = A quotation mark opens here and never closes. All that follows was lost.
    .remedy = Find the mark in this row and close it, or double it if it belongs to the text. Then add the file again.
tables-spreadsheet-error =
    { $count ->
        [one] One row holds
       *[other] { $count } rows hold
    } the spreadsheet error “{ $text }” instead of a value.
    .remedy = Mend the formula in the spreadsheet, or delete the cell if there is no value. Save as CSV again.
tables-more-of-the-same =
    { $count ->
        [one] There is one more notice
       *[other] There are { $count } more notices
    } of this kind for this file.
    .remedy = They most likely have the same cause as the ones shown.

## Which column is what

tables-identifier-not-recognized = No column was recognized that tells which school a row is about. The columns are: { $columns }.
    .remedy = Choose the column with the school's number or code.
tables-value-not-recognized = The column “{ $measure }” names the measure, but it is not clear which column has its value.
    .remedy = Choose the column with the value.
tables-rows-not-told-apart =
    By { $identifier }, { $rows } rows are about only { $schools ->
        [one] { $schools } school
       *[other] { $schools } different ones
    }.
    .remedy = Choose what tells the rows of a school apart: a column that names the measure, the year or the student group, or a further part of the school's number.
tables-name-as-identifier = Schools are told apart by their names (“{ $column }”), because no column with numbers or codes was recognized.
    .remedy = Two schools of one name would be taken for one, and names must be written alike in all files. Choose a column with numbers if there is one.
tables-missing-column =
    There is no column “{ $column }” in this file.{ $suggestion ->
        [none] {""}
       *[other] {" "}Did you mean “{ $suggestion }”?
    }
    .remedy = Choose one of these columns: { $columns }.
tables-ambiguous-column = The file has several columns named “{ $column }”.
    .remedy = Give each column a name of its own in the file, and add it again.
tables-column-twice = The column “{ $column }” was chosen twice.
    .remedy = Choose a different column for one of the two.
tables-no-identifier = It was not said which column tells the school.
    .remedy = Choose the column with the school's number or code.
tables-no-measure-column = It was not said which column names the measure.
    .remedy = Choose that column, or choose “one row for each school” if each measure has a column of its own.
tables-no-value-column = It was not said which column has the measure's value.
    .remedy = Choose that column.

## Schools and cells

tables-rows-without-identifier =
    { $count ->
        [one] One row has
       *[other] { $count } rows have
    } no school number and { $count ->
        [one] was
       *[other] were
    } left out (line { $lines }).
    .remedy = Write the school's number into the row if it is about a school, and add the file again.
tables-rows-without-measure =
    { $count ->
        [one] One row names
       *[other] { $count } rows name
    } no measure and { $count ->
        [one] was
       *[other] were
    } left out (line { $lines }).
    .remedy = Write the measure's name into the row, and add the file again.
tables-summary-rows =
    { $count ->
        [one] One row sums schools up and was
       *[other] { $count } rows sum schools up and were
    } left out (line { $lines }).
    .remedy = Nothing needs to be done. Totals for a district or a state are not schools.
tables-note-rows =
    { $count ->
        [one] One row holds only a remark and was
       *[other] { $count } rows hold only a remark and were
    } left out (line { $lines }).
    .remedy = Nothing needs to be done. Remarks below a table are not schools.
tables-zeros-restored =
    { $count ->
        [one] One number
       *[other] { $count } numbers
    } had fewer than { $digits } digits, such as “{ $example }”. Zeros were put in front.
    .remedy = A spreadsheet may have dropped the zeros. Check that the schools are the right ones.
tables-decimal-identifier =
    { $count ->
        [one] One school number was
       *[other] { $count } school numbers were
    } written with decimals, such as “{ $example }”. The decimals were cut off.
    .remedy = Check that the schools are the right ones. In the spreadsheet, format the column as text.
tables-shortened-identifier =
    { $count ->
        [one] One school number was
       *[other] { $count } school numbers were
    } shortened by a spreadsheet, such as “{ $example }”, so that digits are lost. { $count ->
        [one] The row was
       *[other] The rows were
    } left out (line { $lines }).
    .remedy = Go back to the original file. In the spreadsheet, format the column as text before you paste or open the data.
tables-repeated-cells =
    { $count ->
        [one] One value stands
       *[other] { $count } values stand
    } here that the files give elsewhere in the same words. Each counts once.
    .remedy = Nothing needs to be done. If a file was added twice, you can remove one.
tables-blank-filled =
    { $count ->
        [one] One blank cell has
       *[other] { $count } blank cells have
    } a value elsewhere in the files. The value counts.
    .remedy = Check whether the cell was left blank on purpose. If so, take the value out of the other place.
tables-conflicting-cells = “{ $field }” is “{ $value }” here and “{ $other }” in line { NUMBER($otherline, useGrouping: 0) } of { $otherfile }. Neither counts, and what needs it is not rated.
    .remedy = Find out which one is right, and delete the other from its file.
tables-conflicting-names = This school has several names: { $names }. “{ $kept }” is shown.
    .remedy = Ratings do not depend on it. If these are different schools, one of the files has a wrong number.
tables-different-identifiers = These files number schools in different ways: { $files }. Their schools may not come together.
    .remedy = Choose the same columns for the school's number in all files, such as district and school number.
tables-too-many-cells = The files have more than { $limit } values. The rows beyond were left out.
    .remedy = Save only the measures and the year that you need, and add the files again.
