//! The map: how the columns of somebody's file become asks.

use serde::{Deserialize, Serialize};

use crate::kind::Kind;
use crate::stamps::DateOrder;
use crate::why::FileRefused;

/// How the columns of somebody's file become asks. Written by hand as TOML, or prefilled by
/// [`Map::guess`] and corrected on a page.
///
/// Columns are named as the header names them; blanks around a name and capitals do not matter.
/// Where a header stands twice, `Notes#2` is the second of them. Everything but `words` may be
/// left out.
///
/// ```toml
/// zone = "America/Chicago"         # of time stamps that name none; else the caller's
/// date_order = "month-first"       # or "day-first", for 8/31/2017
/// delimiter = "semicolon"          # or "comma", "tab"; else seen from the header
///
/// key = ["Name", "Phone"]          # what makes a row the same row in a newer file
/// contact = ["Name", "Phone"]      # sealed; never part of the words
/// place = ["Address"]              # sealed
/// received = ["Timestamp", "Updated"]  # the first that can be read counts
/// by_when = "Needed by"
///
/// [[words]]                        # in this order, one line each
/// column = "What do you need?"
///
/// [[words]]
/// column = "Anything else"
/// label = "Also"                   # "Also: …"
///
/// [[words]]
/// column = "Urgent"
/// when_true = "This is urgent."    # said when the cell is ticked, true, x, sí …
///
/// [area]                           # first rule that fits, then the column, then always
/// rules = [{ column = "Address", contains = "77003", area = "East End" }]
/// column = "Neighborhood"
/// always = "Elsewhere"
///
/// [kind]                           # likewise; a rule without "contains" asks for a yes
/// rules = [{ column = "Needs a ride", kind = "lift" }]
/// column = "Type of help"
/// always = "other"
///
/// [language]
/// column = "Language"
/// always = "en"
///
/// [within]                         # rows outside the box are refused
/// latitude = "lat"
/// longitude = "lng"
/// south = 25.8
/// north = 36.6
/// west = -106.7
/// east = -93.5
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Map {
    /// IANA name of the zone for times without an offset; the caller's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// How 8/9/2017 is meant.
    pub date_order: DateOrder,
    /// What stands between cells; seen from the header when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<Delimiter>,
    /// Columns that make a row the same row in a newer file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// Columns that say how to reach the asker.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contact: Vec<String>,
    /// Columns of the address.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub place: Vec<String>,
    /// Columns of the time of receipt, tried in this order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<String>,
    /// The column of the day it is needed by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_when: Option<String>,
    /// What makes up the words of an ask, in order, joined by line breaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordsPart>,
    /// The coarse area, which is public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaFrom>,
    /// What the ask is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<KindFrom>,
    /// The language of the asker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageFrom>,
    /// The box outside of which rows are refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Within>,
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// The tabulator.
    Tab,
}

/// One line of the words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsPart {
    /// The column.
    pub column: String,
    /// Put before what the cell says, with a colon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Said instead of the cell, when the cell is a yes; nothing is said when it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when_true: Option<String>,
}

/// Where the area comes from: the first rule that fits, then the column, then the constant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AreaFrom {
    /// Tried in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<AreaRule>,
    /// A column that names the area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The area of every other row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<String>,
}

/// A cell that contains a text lies in an area; capitals do not matter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaRule {
    /// The column to look into.
    pub column: String,
    /// The text to look for.
    pub contains: String,
    /// The area it means.
    pub area: String,
}

/// Where the kind comes from: the first rule that fits, then the column, then the constant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KindFrom {
    /// Tried in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<KindRule>,
    /// A column that names the kind, in English or Spanish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The kind of every other row; `other` when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<Kind>,
}

/// A cell that is a yes, or that contains a text, means a kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindRule {
    /// The column to look into.
    pub column: String,
    /// The text to look for; without it the cell has to be a yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contains: Option<String>,
    /// The kind it means.
    pub kind: Kind,
}

/// Where the language comes from: the column, then the constant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LanguageFrom {
    /// A column that names the language; "Spanish" and "español" become `es`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The language of every other row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<String>,
}

/// A box on the globe, in degrees. With `west` greater than `east` it crosses the date line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Within {
    /// The column of the latitude.
    pub latitude: String,
    /// The column of the longitude.
    pub longitude: String,
    /// Southern edge.
    pub south: f64,
    /// Northern edge.
    pub north: f64,
    /// Western edge.
    pub west: f64,
    /// Eastern edge.
    pub east: f64,
}

impl Map {
    /// Reads a map somebody wrote.
    ///
    /// # Errors
    ///
    /// The `Map…` variants of [`FileRefused`]: no TOML, a part that no map has, and what
    /// [`Map::check`] refuses. Whether the columns are there shows when a file is read.
    pub fn from_toml(text: &str) -> Result<Map, FileRefused> {
        let map = Map::unchecked(text)?;
        map.check()?;
        Ok(map)
    }

    /// Reads a map that may still be incomplete: a guess on its way through a form.
    ///
    /// # Errors
    ///
    /// [`FileRefused::MapNotReadable`].
    pub fn unchecked(text: &str) -> Result<Map, FileRefused> {
        toml::from_str(text).map_err(|error| FileRefused::MapNotReadable {
            detail: error.to_string(),
        })
    }

    /// Writes the map down, so that [`Map::from_toml`] reads the same again.
    ///
    /// # Errors
    ///
    /// [`FileRefused::MapNotReadable`] if it cannot be written as TOML.
    pub fn to_toml(&self) -> Result<String, FileRefused> {
        toml::to_string_pretty(self).map_err(|error| FileRefused::MapNotReadable {
            detail: error.to_string(),
        })
    }

    /// Refuses a map that could not be followed, or that would publish what is sealed.
    ///
    /// # Errors
    ///
    /// The `Map…` variants of [`FileRefused`].
    pub fn check(&self) -> Result<(), FileRefused> {
        if self.words.is_empty() {
            return Err(FileRefused::MapWithoutWords);
        }
        if let Some(zone) = &self.zone
            && crate::zone_named(zone).is_none()
        {
            let zone = zone.clone();
            return Err(FileRefused::MapZoneUnknown { zone });
        }
        if self
            .within
            .as_ref()
            .is_some_and(|within| !within.is_possible())
        {
            return Err(FileRefused::MapBoxImpossible);
        }
        self.keeps_the_sealed_sealed()
    }

    /// P6: words go out with no name or address, so how to reach somebody is never part of them,
    /// and an area is coarser than an address. A place in the words is left to whoever writes the
    /// map: for a public kitchen it may be the very thing to say.
    fn keeps_the_sealed_sealed(&self) -> Result<(), FileRefused> {
        let refuse = |column: &str, part| {
            let column = column.to_owned();
            Err(FileRefused::MapWouldPublish { column, part })
        };
        let is_among = |column: &str, sealed: &[String]| {
            let same = |other: &String| normal_name(other) == normal_name(column);
            sealed.iter().any(same)
        };
        for part in &self.words {
            // A yes in a sealed column says nothing but its own text.
            if part.when_true.is_none() && is_among(&part.column, &self.contact) {
                return refuse(&part.column, "words");
            }
        }
        if let Some(column) = self.area.as_ref().and_then(|area| area.column.as_ref())
            && (is_among(column, &self.contact) || is_among(column, &self.place))
        {
            return refuse(column, "area");
        }
        Ok(())
    }
}

impl Within {
    fn is_possible(&self) -> bool {
        let on_globe = |edge: f64, most: f64| edge.abs() <= most;
        self.south <= self.north
            && on_globe(self.south, 90.0)
            && on_globe(self.north, 90.0)
            && on_globe(self.west, 180.0)
            && on_globe(self.east, 180.0)
    }
}

/// A column's name as it is compared: capitals and the number of blanks do not matter.
pub(crate) fn normal_name(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
