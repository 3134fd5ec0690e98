# What people read about a spreadsheet they bring, or take along.

sheet-closing-line = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}: { $taken } taken, { $refused } refused
sheet-closing-noted = { $noted ->
    [one] { $noted } of those taken has something to look at.
   *[other] { $noted } of those taken have something to look at.
}

sheet-where-line = Line { $line }
sheet-where-lines = Lines { $line } to { $last_line }
sheet-where-column = Line { $line }, column { $column_number } “{ $column }”

# The file, or the map that says how to read it.
sheet-file-empty = The file is empty. Save it again with its header row and bring it once more.
sheet-file-too-big = The file is larger than { $max_bytes } bytes. Cut it in two, each with the header row, and bring them one after the other. Nothing was taken.
sheet-file-workbook = This is a workbook. Open it in your spreadsheet program, save the sheet as CSV (UTF-8), and bring that file.
sheet-file-utf16 = This file is saved as “Unicode text” (UTF-16). Save it as CSV (UTF-8) and bring that file.
sheet-file-broke-off = The file broke off before its end ({ $detail }). Nothing was taken. Please bring it again.
sheet-header-not-text = The name of column { $column_number } cannot be read. Save the file as CSV (UTF-8) and bring it again.
sheet-header-broken = A quotation mark in the header row is not closed (the row ends on line { $last_line }). Mend the header row and bring the file again.
sheet-column-missing = The map says that “{ $part }” comes from the column “{ $column }”, but the file has no such column. It has: { $headers }. Pick one of these.
sheet-column-twice = The file has the column “{ $column }” more than once, and “{ $part }” needs one of them. Write “{ $column }#2” in the map for the second.
sheet-map-not-readable = The map cannot be read. { $detail }
sheet-map-without-words = The map does not say yet where the words of an ask are. Pick at least one column for them.
sheet-map-zone-unknown = There is no time zone “{ $zone }”. Write it like America/Chicago.
sheet-map-box-impossible = The box on the map cannot be: south must be below north, and all four must be degrees on the globe.
sheet-map-would-publish = The column “{ $column }” holds how to reach somebody, and “{ $part }” is open to all. Pick another column there.

# Rows that were not taken.
sheet-row-no-words = There are no words in it. If somebody needs something, write what, and bring the file again.
sheet-row-too-many-letters = It has { $letters } letters; an ask holds { $most }. Shorten it, or make two rows of it, so that nothing is lost.
sheet-row-outside = It lies outside the area of this import ({ $latitude }, { $longitude }). If that is wrong, mend the coordinates.
sheet-row-not-text = This cell cannot be read. Save the file as CSV (UTF-8), or write the cell anew.
sheet-row-too-long = The row has { $bytes } bytes, more than { $max_bytes }. Most likely a quotation mark is not closed. Shorten or mend it.
sheet-row-too-many-cells = The row has { $cells } cells, but there are { $columns } columns. Put text that has commas into quotation marks.
sheet-row-too-few-cells = The row has { $cells } cells, but there are { $columns } columns. Put the missing ones back.
sheet-row-quote-not-closed = A quotation mark is opened here and never closed, so everything up to the last line ran into this row. Close it and bring the file again.
sheet-row-text-after-quote = There is text right after a closing quotation mark, so it is not clear where the cell ends. Double the quotation marks inside the text and bring the file again.

# Rows that were taken, with something to look at.
sheet-note-received-missing = It does not say when this came in. If you know, write it down.
sheet-note-received-unreadable = When this came in cannot be read: “{ $column }” says “{ $typed }”. If you know, write it down.
sheet-note-received-from-other = “{ $column }” says “{ $typed }”, which cannot be read, so the time comes from “{ $used }”.
sheet-note-received-twice-marked = “{ $typed }” in “{ $column }” has an hour past twelve and also PM. It was read on the 24-hour clock.
sheet-note-received-without-seconds = “{ $typed }” in “{ $column }” has seconds that no minute has. It was read to the minute.
sheet-note-received-without-hour = “{ $typed }” in “{ $column }” names no hour. It was read as the start of that day.
sheet-note-received-at-clock-change = The clocks changed at “{ $typed }” (“{ $column }”), so the time may be an hour off.
sheet-note-by-when-unreadable = The day it is needed by cannot be read: “{ $column }” says “{ $typed }”. Ask, and write it down.
sheet-note-kind-unknown = “{ $typed }” in “{ $column }” is no kind we know. It was taken as “other”; pick a kind that fits.
sheet-note-no-coordinates = It has no coordinates, so nobody can tell whether it lies inside the area. Look at the place.
sheet-note-coordinates-unreadable = The coordinates cannot be read: “{ $column }” says “{ $typed }”. Look at the place.
sheet-note-nobody-to-reach = Neither a place nor a contact is known. Find out who brought this in.
sheet-note-same-key = Line { $earlier_line } has the same key. Both were kept; this one is number { $ordinal }. If they are the same ask, put one away.
sheet-note-key-from-content = It has nothing in its key columns, so it is known again only as long as it says the same.
sheet-note-short-row = The row has { $cells } of { $columns } cells. The missing ones were read as empty.
