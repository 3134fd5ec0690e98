//! The account of what was done with power: told by [`web::House::power_used`], chained, sealed,
//! shredded after a year or with the person it names; the chain holds all the same.

use crate::{
    rules::{self, Link, ZERO},
    tables::{self, POWER_WORDS, PowerId, UseRow, WordsRow},
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use kernel::{NetworkId, PersonId};
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use store::{AnyConnection, ERASED, Row, Stop, Vault, holds_in_force, set_fact};
use web::{House, PowerUse};

/// Words go after a year.
const WORDS_DAYS: i32 = 365;
/// How many links are looked at in one piece.
const PIECE: i64 = 500;

/// Who, in which role, about what.
#[derive(Deserialize, Serialize)]
pub(crate) struct Words {
    pub by: Vec<String>,
    pub role: String,
    pub about: Option<String>,
    pub what: String,
}

/// The words of a use; the salt stands before them.
pub(crate) fn open(vault: &Vault, row: &WordsRow) -> Result<(Vec<u8>, String), Stop> {
    let text = row.key(vault)?.open(row.row(), "words", &row.words)?;
    let (salt, words) = text.split_once('\n').unwrap_or(("", &text));
    Ok((BASE64.decode(salt).unwrap_or_default(), words.to_owned()))
}

/// The same, read.
pub(crate) fn read(vault: &Vault, row: &WordsRow) -> Result<Option<Words>, Stop> {
    Ok(serde_json::from_str(&open(vault, row)?.1).ok())
}

/// Adds a use to the chain.
pub(crate) fn keep(conn: &mut AnyConnection, house: &House, told: &PowerUse) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    let id = PowerId::new(&*house.chance);
    let mut salt = [0u8; 16];
    house.chance.fill(&mut salt);
    let words = serde_json::to_string(&Words {
        by: told.by.iter().map(ToString::to_string).collect(),
        role: told.role.to_owned(),
        about: told.about.map(|person| person.to_string()),
        what: told.what.clone(),
    })
    .unwrap_or_default();
    let commitment = rules::commitment(&salt, &words);
    let before = tables::newest(conn, network.id)?;
    let sequence = before.as_ref().map_or(1, |row| row.sequence + 1);
    let hash = rules::link(
        before.as_ref().map_or(&ZERO[..], |row| &row.hash),
        &Link {
            network: &network.id,
            sequence,
            day: today,
            kind: told.kind.as_str(),
            commitment: &commitment,
        },
    );
    let at = Row {
        network: &network.id,
        table: POWER_WORDS,
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let sealed = key.seal(at, "words", &format!("{}\n{words}", BASE64.encode(salt)))?;
    let row = UseRow {
        id,
        network_id: network.id,
        sequence,
        on_day: today,
        kind: told.kind.as_str().to_owned(),
        commitment: commitment.to_vec(),
        hash: hash.to_vec(),
    };
    let words = WordsRow {
        id,
        network_id: network.id,
        words: sealed,
        ends_on: today.plus(WORDS_DAYS),
        row_key,
    };
    Ok(tables::put_use(conn, &row, &words)?)
}

/// Whether the chain holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chain {
    /// It holds, with this many links.
    Holds {
        /// How many.
        links: i64,
    },
    /// It does not, from this number on.
    Broken {
        /// The first number that does not fit.
        at: i64,
    },
}

/// Looks at every link, and at the words that are still there. What cannot be seen from here is an
/// end that was cut off: for that the newest hash stands on the printed runbook.
///
/// # Errors
/// Where the database cannot be read.
pub fn verify(conn: &mut AnyConnection, vault: &Vault, network: NetworkId) -> Result<Chain, Stop> {
    let (mut before, mut last) = (ZERO.to_vec(), 0);
    loop {
        let links = tables::uses_after(conn, network, last, PIECE)?;
        if links.is_empty() {
            break;
        }
        let ids = links.iter().map(|link| link.id).collect();
        let words = tables::words_of(conn, network, ids)?;
        for link in links {
            let at = last + 1;
            let hash = rules::link(
                &before,
                &Link {
                    network: &network,
                    sequence: at,
                    day: link.on_day,
                    kind: &link.kind,
                    commitment: &link.commitment,
                },
            );
            let bound = words
                .iter()
                .find(|row| row.id == link.id)
                .is_none_or(|row| bound(vault, row, &link.commitment));
            if link.sequence != at || hash[..] != link.hash[..] || !bound {
                return Ok(Chain::Broken { at });
            }
            before = link.hash;
            last = at;
        }
    }
    Ok(Chain::Holds { links: last })
}

fn bound(vault: &Vault, row: &WordsRow, commitment: &[u8]) -> bool {
    open(vault, row).is_ok_and(|(salt, words)| rules::commitment(&salt, &words)[..] == *commitment)
}

/// The newest number and hash, to be written on paper.
///
/// # Errors
/// Where the database cannot be read.
pub fn newest_hash(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> Result<Option<(i64, String)>, Stop> {
    Ok(tables::newest(conn, network)?.map(|row| {
        let mut hex = String::with_capacity(80);
        for (i, byte) in row.hash.iter().enumerate() {
            if i > 0 && i % 4 == 0 {
                hex.push(' ');
            }
            let _ = write!(hex, "{byte:02x}");
        }
        (row.sequence, hex)
    }))
}

/// Set where words name somebody who has left while a hold stood.
const WAITS: &str = "power-words-wait";

/// Shreds the words that name somebody who leaves; where a hold stands, once it is lifted.
///
/// # Errors
/// Where the database cannot be written.
pub fn shred_naming(conn: &mut AnyConnection, house: &House, person: PersonId) -> Result<(), Stop> {
    let network = house.network().id;
    if !holds_in_force(conn, network)?.is_empty() {
        return Ok(set_fact(conn, network, WAITS, "yes")?);
    }
    let name = person.to_string();
    shred_where(conn, house, |words| {
        Ok(words.by.contains(&name) || words.about.as_ref() == Some(&name))
    })
}

fn shred_where(
    conn: &mut AnyConnection,
    house: &House,
    mut goes: impl FnMut(&Words) -> Result<bool, Stop>,
) -> Result<(), Stop> {
    let network = house.network().id;
    let mut going = Vec::new();
    for row in tables::all_words(conn, network)? {
        if let Some(words) = read(&house.vault, &row)?
            && goes(&words)?
        {
            going.push(row.id);
        }
    }
    if !going.is_empty() {
        tables::shred(conn, going)?;
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(())
}

/// What had to wait for a hold to be lifted.
pub(crate) fn catch_up(conn: &mut AnyConnection, house: &House) -> Result<(), Stop> {
    let network = house.network().id;
    if store::fact(conn, network, WAITS)?.as_deref() != Some("yes")
        || !holds_in_force(conn, network)?.is_empty()
    {
        return Ok(());
    }
    let here = people::standings(conn, network)?;
    let is_here = |id: &String| {
        PersonId::parse(id).is_some_and(|id| {
            here.iter()
                .any(|(other, standing)| *other == id && *standing != kernel::Standing::Left)
        })
    };
    shred_where(conn, house, |words| {
        Ok(!words.by.iter().chain(&words.about).all(is_here))
    })?;
    Ok(set_fact(conn, network, WAITS, "no")?)
}
