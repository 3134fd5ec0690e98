//! The phone tree: coming in, going, and who rings whom.

use super::coordinating_and_hosts;
use crate::{
    rules::{ShieldRefusal, Tree},
    sight,
    tables::{self, PlaceId, PlaceRow, TREE_PLACES},
};
use kernel::{Day, Guarded, PersonId};
use std::collections::BTreeMap;
use store::{AnyConnection, ERASED, Row, Stop, set_fact};
use web::{House, Room};

/// A number nobody has looked at for a year goes.
const REVIEW_DAYS: i32 = 365;

/// Somebody says "you may ring me", at this number; or gives another number.
pub(crate) fn ring_me(room: &mut Room<'_>, number: &str) -> Result<(), Stop> {
    let me = room.member()?;
    if !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let number = number_of(number)?;
    match tables::place_of(room.conn, me.network, me.id)? {
        Some(row) => {
            let sealed = row
                .key(&room.house.vault)?
                .seal(row.row(), "number", number)?;
            let review = room.today.plus(REVIEW_DAYS);
            Ok(tables::set_number(room.conn, row.id, &sealed, review)?)
        }
        None => come(
            room.conn,
            room.house,
            (Some(me.id), None, number),
            room.today,
        ),
    }
}

/// Somebody without an account, who has given their word to whoever writes them down.
pub(crate) fn on_paper(
    room: &mut Room<'_>,
    name: &str,
    number: &str,
    word: bool,
) -> Result<(), Stop> {
    prints(room)?;
    let name = name.trim();
    if name.is_empty() || !word {
        return Err(ShieldRefusal::NameAndWordNeeded.into());
    }
    let number = number_of(number)?;
    come(
        room.conn,
        room.house,
        (None, Some(name), number),
        room.today,
    )
}

fn number_of(text: &str) -> Result<&str, ShieldRefusal> {
    let text = text.trim();
    match text.chars().filter(char::is_ascii_digit).count() {
        3.. => Ok(text),
        _ => Err(ShieldRefusal::NumberNeeded),
    }
}

fn come(
    conn: &mut AnyConnection,
    house: &House,
    (member, name, number): (Option<PersonId>, Option<&str>, &str),
    today: Day,
) -> Result<(), Stop> {
    let network = house.network().id;
    let rows = tables::places(conn, network)?;
    let mut tree = tables::tree_of(&rows);
    let id = PlaceId::new(&*house.chance);
    tree.come(id);
    let at = Row {
        network: &network,
        table: TREE_PLACES,
        id: id.bytes(),
    };
    let (key, row_key) = house.vault.new_key(at)?;
    let row = PlaceRow {
        id,
        network_id: network,
        member_id: member,
        name: key.seal_some(at, "name", name)?,
        number: key.seal(at, "number", number)?,
        rung_from: tree.rung_from(id),
        review_on: today.plus(REVIEW_DAYS),
        row_key,
    };
    tables::put_place(conn, &row)?;
    Ok(tables::save_tree(conn, &rows, &tree)?)
}

/// Somebody goes; the last one takes their place.
pub(crate) fn go(conn: &mut AnyConnection, house: &House, id: PlaceId) -> Result<(), Stop> {
    let network = house.network().id;
    let rows = tables::places(conn, network)?;
    let mut tree = tables::tree_of(&rows);
    tree.go(id);
    tables::erase_place(conn, id)?;
    tables::save_tree(conn, &rows, &tree)?;
    Ok(set_fact(conn, network, ERASED, "yes")?)
}

/// "Do not ring me any more": no reason, at once (N11).
pub(crate) fn do_not_ring_me(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    forget(room.conn, room.house, me.id)
}

/// Whoever leaves is rung no more.
pub(crate) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    match tables::place_of(conn, house.network().id, person)? {
        Some(row) => go(conn, house, row.id),
        None => Ok(()),
    }
}

/// A name on paper goes.
pub(crate) fn off_paper(room: &mut Room<'_>, id: PlaceId) -> Result<(), Stop> {
    prints(room)?;
    let row = place(room, id)?;
    match row.member_id {
        None => go(room.conn, room.house, id),
        // A member's own word is theirs to take back.
        Some(_) => Err(Stop::NotThere),
    }
}

/// The tree begins with this one.
pub(crate) fn begin_with(room: &mut Room<'_>, id: PlaceId) -> Result<(), Stop> {
    prints(room)?;
    place(room, id)?;
    let rows = tables::places(room.conn, room.network.id)?;
    let mut tree = tables::tree_of(&rows);
    tree.begin_with(id);
    Ok(tables::save_tree(room.conn, &rows, &tree)?)
}

fn place(room: &mut Room<'_>, id: PlaceId) -> Result<PlaceRow, Stop> {
    tables::places(room.conn, room.network.id)?
        .into_iter()
        .find(|row| row.id == id)
        .ok_or(Stop::NotThere)
}

/// Those who print the whole; for anybody else there is no such page.
pub(crate) fn prints(room: &mut Room<'_>) -> Result<(), Stop> {
    room.member()?;
    let who = coordinating_and_hosts(room)?;
    match who.includes(&room.viewer) {
        true => Ok(()),
        false => Err(Stop::NotThere),
    }
}

/// Somebody of the tree, behind their audience.
pub(crate) struct Reached {
    pub place: PlaceId,
    pub member: Option<PersonId>,
    pub name: Guarded<String>,
    pub number: Guarded<String>,
}

/// The tree, with everybody in it.
pub(crate) struct Whole {
    pub tree: Tree<PlaceId>,
    pub people: BTreeMap<PlaceId, Reached>,
}

/// Reads the whole tree; each name and number behind those who ring it.
pub(crate) fn whole(room: &mut Room<'_>) -> Result<Whole, Stop> {
    let printed_by = coordinating_and_hosts(room)?;
    let network = room.network.id;
    let rows = tables::places(room.conn, network)?;
    let tree = tables::tree_of(&rows);
    let members: BTreeMap<PlaceId, PersonId> = rows
        .iter()
        .filter_map(|row| Some((row.id, row.member_id?)))
        .collect();
    let mut people = BTreeMap::new();
    let vault = &room.house.vault;
    for row in &rows {
        // The last one rings back the first.
        let caller = tree
            .rung_from(row.id)
            .or_else(|| tree.last())
            .and_then(|caller| members.get(&caller).copied());
        let rung: Vec<PersonId> = tree
            .rings(row.id)
            .iter()
            .filter_map(|rung| members.get(rung).copied())
            .collect();
        let key = row.key(vault)?;
        let number = key.open(row.row(), "number", &row.number)?;
        let name = match row.member_id {
            Some(person) => people::name_of(room.conn, vault, network, person)?,
            None => key
                .open_some(row.row(), "name", row.name.as_ref())?
                .unwrap_or_default(),
        };
        let near = sight::number(caller, row.member_id, printed_by.clone());
        // Whoever is rung knows by whom; not at which number.
        let knows = rung.into_iter().map(kernel::Who::Person);
        let by_name = kernel::Who::AnyOf(knows.chain([near.clone()]).collect());
        people.insert(
            row.id,
            Reached {
                place: row.id,
                member: row.member_id,
                name: Guarded::new(name, by_name),
                number: Guarded::new(number, near),
            },
        );
    }
    Ok(Whole { tree, people })
}
