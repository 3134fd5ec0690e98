//! Where in the file the columns of a map are.

use crate::kind::Kind;
use crate::map::{Map, Within, normal_name};
use crate::why::FileRefused;

/// The header of a file: the names of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) names: Vec<String>,
}

impl Header {
    /// Reads the cells of the first record.
    pub(crate) fn read(cells: &csv::ByteRecord) -> Result<Header, FileRefused> {
        let mut names = Vec::with_capacity(cells.len());
        for (index, cell) in cells.iter().enumerate() {
            let Ok(name) = std::str::from_utf8(cell) else {
                let column_number = index + 1;
                return Err(FileRefused::HeaderNotText { column_number });
            };
            names.push(name.trim().to_owned());
        }
        Ok(Header { names })
    }

    /// The column a map means. The exact name goes before one that differs in capitals; `Name#2`
    /// is the second of several equal ones.
    pub(crate) fn find(&self, column: &str, part: &'static str) -> Result<usize, FileRefused> {
        let wanted = column.trim();
        let exact = self.all(|name| name == wanted);
        let found = if exact.is_empty() {
            let wanted = normal_name(wanted);
            self.all(|name| normal_name(name) == wanted)
        } else {
            exact
        };
        match found[..] {
            [index] => return Ok(index),
            [] => {}
            [..] => {
                let column = column.to_owned();
                return Err(FileRefused::ColumnTwice { column, part });
            }
        }
        self.numbered(wanted)
            .ok_or_else(|| FileRefused::ColumnMissing {
                column: column.to_owned(),
                part,
                headers: self.names.join(", "),
            })
    }

    fn numbered(&self, column: &str) -> Option<usize> {
        let (name, number) = column.rsplit_once('#')?;
        let number: usize = number.trim().parse().ok()?;
        let name = normal_name(name);
        let found = self.all(|other| normal_name(other) == name);
        found.get(number.checked_sub(1)?).copied()
    }

    fn all(&self, fits: impl Fn(&str) -> bool) -> Vec<usize> {
        let numbered = self.names.iter().enumerate();
        numbered
            .filter(|(_, name)| fits(name))
            .map(|(index, _)| index)
            .collect()
    }
}

/// A map with its columns found: the same parts, by number.
#[derive(Debug)]
pub(crate) struct Columns<'a> {
    pub(crate) key: Vec<usize>,
    pub(crate) contact: Vec<usize>,
    pub(crate) place: Vec<usize>,
    pub(crate) received: Vec<usize>,
    pub(crate) by_when: Option<usize>,
    pub(crate) words: Vec<WordsAt<'a>>,
    pub(crate) area_rules: Vec<AreaAt<'a>>,
    pub(crate) area: Option<usize>,
    pub(crate) kind_rules: Vec<KindAt>,
    pub(crate) kind: Option<usize>,
    pub(crate) language: Option<usize>,
    pub(crate) within: Option<WithinAt<'a>>,
}

#[derive(Debug)]
pub(crate) struct WordsAt<'a> {
    pub(crate) column: usize,
    pub(crate) label: Option<&'a str>,
    pub(crate) when_true: Option<&'a str>,
}

#[derive(Debug)]
pub(crate) struct AreaAt<'a> {
    pub(crate) column: usize,
    /// In lower case.
    pub(crate) contains: String,
    pub(crate) area: &'a str,
}

#[derive(Debug)]
pub(crate) struct KindAt {
    pub(crate) column: usize,
    /// In lower case.
    pub(crate) contains: Option<String>,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) struct WithinAt<'a> {
    pub(crate) latitude: usize,
    pub(crate) longitude: usize,
    pub(crate) edges: &'a Within,
}

impl<'a> Columns<'a> {
    /// Finds every column the map names, or says which is not there.
    pub(crate) fn find(map: &'a Map, header: &Header) -> Result<Columns<'a>, FileRefused> {
        let many = |columns: &[String], part| {
            let each = columns.iter().map(|column| header.find(column, part));
            each.collect::<Result<Vec<usize>, FileRefused>>()
        };
        let maybe = |column: Option<&String>, part| {
            column.map(|column| header.find(column, part)).transpose()
        };
        let area = map.area.as_ref();
        let kind = map.kind.as_ref();
        let language = map.language.as_ref();
        Ok(Columns {
            key: many(&map.key, "key")?,
            contact: many(&map.contact, "contact")?,
            place: many(&map.place, "place")?,
            received: many(&map.received, "received")?,
            by_when: maybe(map.by_when.as_ref(), "by_when")?,
            words: words_at(map, header)?,
            area_rules: area_rules_at(map, header)?,
            area: maybe(area.and_then(|area| area.column.as_ref()), "area")?,
            kind_rules: kind_rules_at(map, header)?,
            kind: maybe(kind.and_then(|kind| kind.column.as_ref()), "kind")?,
            language: maybe(language.and_then(|from| from.column.as_ref()), "language")?,
            within: within_at(map, header)?,
        })
    }
}

fn words_at<'a>(map: &'a Map, header: &Header) -> Result<Vec<WordsAt<'a>>, FileRefused> {
    let at = |part: &'a crate::map::WordsPart| {
        Ok(WordsAt {
            column: header.find(&part.column, "words")?,
            label: part.label.as_deref(),
            when_true: part.when_true.as_deref(),
        })
    };
    map.words.iter().map(at).collect()
}

fn area_rules_at<'a>(map: &'a Map, header: &Header) -> Result<Vec<AreaAt<'a>>, FileRefused> {
    let at = |rule: &'a crate::map::AreaRule| {
        Ok(AreaAt {
            column: header.find(&rule.column, "area")?,
            contains: rule.contains.to_lowercase(),
            area: &rule.area,
        })
    };
    let rules = map.area.iter().flat_map(|area| &area.rules);
    rules.map(at).collect()
}

fn kind_rules_at(map: &Map, header: &Header) -> Result<Vec<KindAt>, FileRefused> {
    let at = |rule: &crate::map::KindRule| {
        Ok(KindAt {
            column: header.find(&rule.column, "kind")?,
            contains: rule.contains.as_ref().map(|text| text.to_lowercase()),
            kind: rule.kind,
        })
    };
    let rules = map.kind.iter().flat_map(|kind| &kind.rules);
    rules.map(at).collect()
}

fn within_at<'a>(map: &'a Map, header: &Header) -> Result<Option<WithinAt<'a>>, FileRefused> {
    let at = |edges: &'a Within| {
        Ok(WithinAt {
            latitude: header.find(&edges.latitude, "within")?,
            longitude: header.find(&edges.longitude, "within")?,
            edges,
        })
    };
    map.within.as_ref().map(at).transpose()
}
