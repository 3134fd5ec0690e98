//! A network and what its public pages say.

use super::circle_of_kind;
use crate::schema::networks;
use diesel::prelude::*;
use kernel::{Day, NetworkId, Zone};
use store::{AnyConnection, Stop};
use web::{Lang, NetworkFacts};

/// A network, with what its public pages say.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = networks)]
pub struct NetworkRow {
    /// The network.
    pub id: NetworkId,
    /// Its name.
    pub name: String,
    /// Its IANA zone.
    pub zone: String,
    /// The day it was founded.
    pub founded_on: Day,
    /// What we do, in English.
    pub about_en: String,
    /// What we do, in Spanish.
    pub about_es: String,
    /// What we can and cannot answer, in English.
    pub limits_en: String,
    /// The same in Spanish.
    pub limits_es: String,
    /// Coarse areas, one a line.
    pub areas: String,
    /// Why the line is closed, in English; absent while it is open.
    pub line_closed_en: Option<String>,
    /// The same in Spanish.
    pub line_closed_es: Option<String>,
    /// Until when it is closed.
    pub line_closed_until: Option<Day>,
    /// When the network looks at these words again.
    pub review_on: Day,
    /// When and where people find us, in English.
    pub meets_en: String,
    /// The same in Spanish.
    pub meets_es: String,
}

impl NetworkRow {
    /// What we do, in this language.
    pub fn about(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.about_en,
            Lang::Es => &self.about_es,
        }
    }

    /// The limits, in this language.
    pub fn limits(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.limits_en,
            Lang::Es => &self.limits_es,
        }
    }

    /// When and where people find us, in this language.
    pub fn meets(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.meets_en,
            Lang::Es => &self.meets_es,
        }
    }

    /// The sentence of a closed line, in this language; it opens by itself on its day.
    pub fn line_closed(&self, lang: Lang, today: Day) -> Option<&str> {
        if self.line_closed_until.is_some_and(|until| until <= today) {
            return None;
        }
        match lang {
            Lang::En => self.line_closed_en.as_deref(),
            Lang::Es => self
                .line_closed_es
                .as_deref()
                .or(self.line_closed_en.as_deref()),
        }
    }

    /// The coarse areas.
    pub fn area_names(&self) -> impl Iterator<Item = &str> {
        self.areas
            .lines()
            .map(str::trim)
            .filter(|area| !area.is_empty())
    }
}

/// The one network of this database, if it has been made.
pub fn only_network(conn: &mut AnyConnection) -> QueryResult<Option<NetworkId>> {
    networks::table
        .select(networks::id)
        .order(networks::founded_on)
        .first(conn)
        .optional()
}

/// A network's row.
pub fn network_row(conn: &mut AnyConnection, id: NetworkId) -> QueryResult<NetworkRow> {
    networks::table
        .find(id)
        .select(NetworkRow::as_select())
        .first(conn)
}

/// What every page needs of a network.
pub fn network_facts(conn: &mut AnyConnection, id: NetworkId) -> Result<NetworkFacts, Stop> {
    let row = network_row(conn, id)?;
    let aid = circle_of_kind(conn, id, "aid")?.ok_or(Stop::NotThere)?.id;
    let zone = Zone::parse(&row.zone).ok_or(Stop::NotThere)?;
    Ok(NetworkFacts {
        id,
        name: row.name,
        zone,
        aid,
        founded: row.founded_on,
    })
}

/// What a network's public page says: each in English and in Spanish.
pub struct PublicWords<'a> {
    /// What we do.
    pub about: [&'a str; 2],
    /// When and where people find us.
    pub meets: [&'a str; 2],
    /// The limits.
    pub limits: [&'a str; 2],
}

/// Changes what the public page says.
pub fn set_public_words(
    conn: &mut AnyConnection,
    id: NetworkId,
    words: &PublicWords<'_>,
) -> QueryResult<()> {
    diesel::update(networks::table.find(id))
        .set((
            networks::about_en.eq(words.about[0]),
            networks::about_es.eq(words.about[1]),
            networks::meets_en.eq(words.meets[0]),
            networks::meets_es.eq(words.meets[1]),
            networks::limits_en.eq(words.limits[0]),
            networks::limits_es.eq(words.limits[1]),
        ))
        .execute(conn)?;
    Ok(())
}

/// Closes the line with a public sentence, or opens it again.
pub fn set_line(
    conn: &mut AnyConnection,
    id: NetworkId,
    sentences: Option<(&str, &str)>,
    until: Option<Day>,
) -> QueryResult<()> {
    diesel::update(networks::table.find(id))
        .set((
            networks::line_closed_en.eq(sentences.map(|s| s.0)),
            networks::line_closed_es.eq(sentences.map(|s| s.1)),
            networks::line_closed_until.eq(until),
        ))
        .execute(conn)?;
    Ok(())
}
