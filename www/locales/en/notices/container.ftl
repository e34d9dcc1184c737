### What is told about Excel workbooks and zip archives. The file's name, and the sheet's or entry's, are shown beside the words.

container-unreadable = The file could not be read any more. It was moved, renamed or changed.
    .remedy = Close it in other programs, and add it again.
container-damaged-archive = This zip file or workbook is damaged: the list of what is in it is missing.
    .remedy = The download or the copy may have broken off. Get the file again, and add it.
container-damaged-entry = “{ $entry }” is damaged. Nothing of it was used.
    .remedy = The download or the copy may have broken off. Get the file again, and add it. If it was made by Excel, open it there and save it again.
container-encrypted = “{ $entry }” has a password.
    .remedy = Unpack it on your computer with the password, and add the file that comes out.
container-encrypted-workbook = This Excel workbook has a password.
    .remedy = In Excel, choose File, Info, Protect Workbook, Encrypt with Password, and clear the password. Save the workbook, and add it again.
container-old-workbook = This is a workbook or document of an older Office version.
    .remedy = Open it in Excel, choose File, Save As, “Excel Workbook (*.xlsx)”, and add the new file.
container-other-document = This is a document of another kind ({ $format }).
    .remedy = Open it in the program it comes from, save the table as an Excel workbook (.xlsx) or as CSV, and add that file.
container-unread-compression = “{ $entry }” is packed in a way that is not read here.
    .remedy = Unpack the file on your computer, and add what comes out. Or pack it again as an ordinary zip.
container-too-large = “{ $entry }” is larger than { $limit } megabytes when it is unpacked, which is the most that is read. Nothing of it was used.
    .remedy = Check that it is the right file. Export fewer years or columns, one file for each year, and add those.
container-too-many-entries =
    This zip file has { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }. The most that is read is { $limit }.
    .remedy = Unpack it on your computer, and add only the files that you need.
container-no-tables =
    { $entries ->
        [none] There is no table in this zip file.
       *[other] There is no table in this zip file, only { $entries }.
    }
    .remedy = Files in a zip must be CSV or text files (.csv, .tsv, .txt). Check that it is the right file.
container-empty-workbook = No sheet of this workbook has anything in it that can be seen.
    .remedy = Check that it is the right file. If its sheets are hidden, right-click a tab in Excel, choose Unhide, save the workbook, and add it again.
container-nested = Archives and workbooks within a zip file are not opened: { $entries }.
    .remedy = Unpack the zip file on your computer, and add those files by themselves.
container-left-out =
    { $count ->
        [one] One file in the zip file is no table and was left out: { $entries }.
       *[other] { $count } files in the zip file are no tables and were left out, such as { $entries }.
    }
    .remedy = Nothing needs to be done if they hold no data.
container-hidden-sheets = Hidden sheets were left out: { $sheets }.
    .remedy = If they hold data that you need, right-click a tab in Excel, choose Unhide, save the workbook, and add it again.
container-empty-sheets = Empty sheets were left out: { $sheets }.
    .remedy = Nothing needs to be done.
container-error-cells =
    { $count ->
        [one] One cell holds an error of Excel’s, such as #N/A or #DIV/0!, and counts as blank: { $cells }.
       *[other] { $count } cells hold errors of Excel’s, such as #N/A or #DIV/0!, and count as blank: { $cells } and perhaps others.
    }
    .remedy = Mend the formulas in Excel, or type the values. Save the workbook, and add it again.
container-unworked-formulas =
    { $count ->
        [one] One cell holds a formula whose result was never saved: { $cells }. The sheet was not used.
       *[other] { $count } cells hold formulas whose results were never saved, the first of them { $cells }. The sheet was not used.
    }
    .remedy = Open the workbook in Excel, save it, and add it again. Excel works out the formulas as it opens the file.
