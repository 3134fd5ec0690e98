//! The map: how the columns of somebody's file become open tables.

use serde::{Deserialize, Serialize};
use sheets::{FileRefused, Within, WordsPart, column_at};

/// How the columns of somebody's file become open tables. Written by hand as TOML, or guessed from
/// the headings; `examples/*.toml` are whole maps for real files.
///
/// ```toml
/// key = ["source", "id"]           # what makes a row the same row in a newer file
/// name = ["name"]
/// place = ["address", "city"]      # joined with commas
/// area = ["county", "city"]        # the first that says something
/// rhythm = ["hours", "description"]
/// contact = ["website"]            # only what the organisation publishes itself
/// languages = ["languages"]
/// published_by = "food_bank"
/// looked_on = "last_updated"       # when somebody last looked
/// accepting = "accepting"          # a no means closed, with the words below
/// closed_words = "Not taking anybody in at the moment."
///
/// [[offers]]                       # what there is, one line each
/// column = "services"
///
/// [split]                          # one cell that holds a name and a place
/// column = "phone"
/// at = "—"
///
/// [within]                         # a row outside the box is doubtful, for its address may be right
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
    /// Columns that make a row the same row in a newer file.
    pub key: Vec<String>,
    /// Columns of the name.
    pub name: Vec<String>,
    /// Columns of the place.
    pub place: Vec<String>,
    /// Columns of the area; the first that says something counts.
    pub area: Vec<String>,
    /// Columns that say when.
    pub rhythm: Vec<String>,
    /// Columns of a public contact.
    pub contact: Vec<String>,
    /// Columns of the languages.
    pub languages: Vec<String>,
    /// The column that says who published the row.
    pub published_by: Option<String>,
    /// The column of the day somebody last looked.
    pub looked_on: Option<String>,
    /// The column that says whether one can come.
    pub accepting: Option<String>,
    /// What a table says where one cannot.
    pub closed_words: Option<String>,
    /// What there is.
    pub offers: Vec<WordsPart>,
    /// One cell that holds a name and a place.
    pub split: Option<Split>,
    /// The box outside of which a row is doubtful.
    pub within: Option<Within>,
}

/// One cell that holds a name and, behind a sign, a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// The column.
    pub column: String,
    /// What stands between the two.
    pub at: String,
}

/// Why a map cannot be followed.
#[derive(Debug, Clone, PartialEq)]
pub enum MapRefused {
    /// The file, or a column it does not have.
    File(FileRefused),
    /// No column for the name.
    WithoutName,
}

impl MapRefused {
    /// The key of its sentence, with what is put into it.
    pub fn said(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            Self::File(no) => (no.message_key(), no.args()),
            Self::WithoutName => ("tables-map-without-name", Vec::new()),
        }
    }
}

impl kernel::Refusal for MapRefused {
    fn message(&self) -> kernel::Message {
        let (key, args) = self.said();
        args.into_iter()
            .fold(kernel::Message::plain(key), |message, (name, value)| {
                message.with(name, value)
            })
    }

    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(MapRefused);

impl From<FileRefused> for MapRefused {
    fn from(no: FileRefused) -> Self {
        Self::File(no)
    }
}

impl Map {
    /// Reads a map somebody wrote.
    pub fn from_toml(text: &str) -> Result<Self, MapRefused> {
        toml::from_str(text).map_err(|error| {
            let detail = error.to_string();
            MapRefused::File(FileRefused::MapNotReadable { detail })
        })
    }

    /// A map for a file with these headings, by the names people give such columns. Nothing is
    /// taken for a name that is not called one.
    pub fn guess(headers: &[String]) -> Self {
        let columns = sheets::columns(headers);
        let first = |names: &[&str]| {
            names.iter().find_map(|name| {
                let same = |column: &&String| column.trim().eq_ignore_ascii_case(name);
                columns.iter().find(same).cloned()
            })
        };
        let each = |names: &[&str]| -> Vec<String> {
            names.iter().filter_map(|name| first(&[name])).collect()
        };
        let name = each(&["name", "shelter", "title", "site", "pantry", "nombre"]);
        let place = each(&[
            "address",
            "address1",
            "street",
            "address2",
            "city",
            "state",
            "zip",
            "dirección",
        ]);
        let key = match first(&["id"]) {
            Some(id) => first(&["source", "food_bank"])
                .into_iter()
                .chain([id])
                .collect(),
            None => name.iter().chain(&place).cloned().collect(),
        };
        let offers = each(&["services", "what", "offers", "notes", "servicios", "notas"]);
        Self {
            key,
            name: name.into_iter().take(1).collect(),
            place,
            area: each(&["area", "county", "city", "town", "zona", "ciudad"]),
            rhythm: each(&[
                "hours",
                "schedule",
                "when",
                "days",
                "description",
                "horario",
            ]),
            contact: each(&["website", "url", "phone", "email", "teléfono"]),
            languages: each(&["languages", "language", "idiomas"]),
            published_by: first(&["food_bank", "published_by", "source"]),
            looked_on: first(&["last_updated", "updated", "last_checked"]),
            accepting: first(&["accepting"]),
            offers: offers
                .into_iter()
                .map(|column| WordsPart {
                    column,
                    ..WordsPart::default()
                })
                .collect(),
            ..Self::default()
        }
    }
}

/// A map with its columns found.
pub(crate) struct Columns<'a> {
    pub names: Vec<String>,
    pub name: Vec<usize>,
    pub place: Vec<usize>,
    pub area: Vec<usize>,
    pub rhythm: Vec<usize>,
    pub contact: Vec<usize>,
    pub languages: Vec<usize>,
    pub published_by: Option<usize>,
    pub looked_on: Option<usize>,
    pub accepting: Option<usize>,
    pub offers: Vec<(usize, &'a WordsPart)>,
    pub split: Option<(usize, &'a str)>,
    pub within: Option<(usize, usize, &'a Within)>,
}

impl<'a> Columns<'a> {
    pub fn find(map: &'a Map, headers: &[String]) -> Result<Self, MapRefused> {
        if map.name.is_empty() && map.split.is_none() {
            return Err(MapRefused::WithoutName);
        }
        let at = |column: &str, part| column_at(headers, column, part);
        let all = |columns: &[String], part| -> Result<Vec<usize>, FileRefused> {
            columns.iter().map(|column| at(column, part)).collect()
        };
        let one = |column: &Option<String>, part| {
            column.as_deref().map(|column| at(column, part)).transpose()
        };
        let split = map.split.as_ref();
        let within = map.within.as_ref();
        Ok(Self {
            names: headers.to_vec(),
            name: all(&map.name, "name")?,
            place: all(&map.place, "place")?,
            area: all(&map.area, "area")?,
            rhythm: all(&map.rhythm, "rhythm")?,
            contact: all(&map.contact, "contact")?,
            languages: all(&map.languages, "languages")?,
            published_by: one(&map.published_by, "published_by")?,
            looked_on: one(&map.looked_on, "looked_on")?,
            accepting: one(&map.accepting, "accepting")?,
            offers: map
                .offers
                .iter()
                .map(|part| Ok((at(&part.column, "offers")?, part)))
                .collect::<Result<_, FileRefused>>()?,
            split: split
                .map(|split| Ok::<_, FileRefused>((at(&split.column, "split")?, split.at.as_str())))
                .transpose()?,
            within: within
                .map(|within| {
                    let latitude = at(&within.latitude, "within")?;
                    Ok::<_, FileRefused>((latitude, at(&within.longitude, "within")?, within))
                })
                .transpose()?,
        })
    }
}
