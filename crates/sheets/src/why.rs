//! What a person is told about a file, a row, or something doubtful in a row.

use crate::messages::messages;

messages! {
    /// Why nothing at all was read: the file, or the map that says how to read it.
    ///
    /// `Display` gives the message key alone: it is for logs, which hold no people.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    #[error("{}", self.message_key())]
    pub enum FileRefused {
        /// There is nothing in the file, not even a header.
        Empty => "sheet-file-empty",
        /// The file is larger than the caller allows. Rows already handed to a visitor are not
        /// to be kept.
        TooBig {
            /// The limit in bytes.
            max_bytes: u64,
        } => "sheet-file-too-big",
        /// A workbook of a spreadsheet program, not a table of text.
        Workbook => "sheet-file-workbook",
        /// UTF-16, as some programs save "Unicode text".
        Utf16 => "sheet-file-utf16",
        /// Reading broke off.
        BrokeOff {
            /// What the system said.
            detail: String,
        } => "sheet-file-broke-off",
        /// A header cell is not UTF-8.
        HeaderNotText {
            /// Which column, counting from one.
            column_number: usize,
        } => "sheet-header-not-text",
        /// A quotation mark in the header is not closed, or stands where none can.
        HeaderBroken {
            /// The line where the header ends.
            last_line: u64,
        } => "sheet-header-broken",
        /// The map names a column that the file does not have.
        ColumnMissing {
            /// The column as the map names it.
            column: String,
            /// The part of the map that names it.
            part: &'static str,
            /// The columns that the file does have.
            headers: String,
        } => "sheet-column-missing",
        /// The map names a column that the file has more than once.
        ColumnTwice {
            /// The column as the map names it.
            column: String,
            /// The part of the map that names it.
            part: &'static str,
        } => "sheet-column-twice",
        /// The map is not TOML, or has a part that no map has.
        MapNotReadable {
            /// What the TOML reader said.
            detail: String,
        } => "sheet-map-not-readable",
        /// The map does not say where the words of an ask are.
        MapWithoutWords => "sheet-map-without-words",
        /// No such time zone.
        MapZoneUnknown {
            /// The zone as the map names it.
            zone: String,
        } => "sheet-map-zone-unknown",
        /// The box of `within` has its south above its north, or leaves the globe.
        MapBoxImpossible => "sheet-map-box-impossible",
        /// A column is contact or place and would also become public words or an area (P6).
        MapWouldPublish {
            /// The column.
            column: String,
            /// The public part of the map that names it.
            part: &'static str,
        } => "sheet-map-would-publish",
    }
}

messages! {
    /// Why one row was not taken.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Why {
        /// Nobody says anything in the row.
        NoWords => "sheet-row-no-words",
        /// More words than an ask holds; cutting them would be losing them.
        TooManyLetters {
            /// How many letters there are.
            letters: usize,
            /// The most an ask holds.
            most: usize,
        } => "sheet-row-too-many-letters",
        /// The coordinates lie outside the box of the map.
        Outside {
            /// Degrees north.
            latitude: f64,
            /// Degrees east.
            longitude: f64,
        } => "sheet-row-outside",
        /// A cell is not UTF-8 text.
        NotText => "sheet-row-not-text",
        /// The row is too large to be a row.
        TooLong {
            /// Its size in bytes.
            bytes: usize,
            /// The most a row may have.
            max_bytes: usize,
        } => "sheet-row-too-long",
        /// More cells than the header: a comma too many has moved what follows it.
        TooManyCells {
            /// Cells in the row.
            cells: usize,
            /// Columns in the header.
            columns: usize,
        } => "sheet-row-too-many-cells",
        /// A quotation mark that is never closed; it swallowed everything to the end of the file.
        QuoteNotClosed => "sheet-row-quote-not-closed",
        /// Text after a closing quotation mark, so that nobody can say where the cell ends.
        TextAfterQuote => "sheet-row-text-after-quote",
        /// Fewer cells than columns, in a table that always has them all.
        TooFewCells {
            /// Cells in the row.
            cells: usize,
            /// Columns in the header.
            columns: usize,
        } => "sheet-row-too-few-cells",
    }
}

messages! {
    /// Something doubtful in a row that was taken all the same.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum Note {
        /// Every column for the time of receipt is empty.
        ReceivedMissing => "sheet-note-received-missing",
        /// None of the columns for the time of receipt could be read.
        ReceivedUnreadable {
            /// The first of them that is not empty.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-unreadable",
        /// A later column was used because an earlier one could not be read.
        ReceivedFromOther {
            /// The column that was used.
            used: String,
            /// The column that could not be read.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-from-other",
        /// An hour past twelve with PM: read on the 24-hour clock.
        ReceivedTwiceMarked {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-twice-marked",
        /// No minute has that many seconds: read to the minute.
        ReceivedWithoutSeconds {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-without-seconds",
        /// A day without an hour: read as the start of that day.
        ReceivedWithoutHour {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-without-hour",
        /// A local time that the change of the clocks makes happen twice or never.
        ReceivedAtClockChange {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-received-at-clock-change",
        /// The day it is needed by could not be read.
        ByWhenUnreadable {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-by-when-unreadable",
        /// The kind is none that Holdfast knows: taken as `other`.
        KindUnknown {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-kind-unknown",
        /// Without coordinates nobody can say whether the row lies inside the box.
        NoCoordinates => "sheet-note-no-coordinates",
        /// The coordinates are no numbers, or not on the globe.
        CoordinatesUnreadable {
            /// The column.
            column: String,
            /// What it says.
            typed: String,
        } => "sheet-note-coordinates-unreadable",
        /// Neither contact nor place is known: nobody can be reached.
        NobodyToReach => "sheet-note-nobody-to-reach",
        /// An earlier row of the file has the same key; both were kept apart.
        SameKey {
            /// The line of the first row with that key.
            earlier_line: u64,
            /// Which row with that key this is: two, three, …
            ordinal: u64,
        } => "sheet-note-same-key",
        /// All key columns are empty: the row is known again by everything it says.
        KeyFromContent => "sheet-note-key-from-content",
        /// Fewer cells than the header: the missing ones were read as empty.
        ShortRow {
            /// Cells in the row.
            cells: usize,
            /// Columns in the header.
            columns: usize,
        } => "sheet-note-short-row",
    }
}
