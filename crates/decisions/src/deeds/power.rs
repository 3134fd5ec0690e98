//! A circle's map of power: public offices and institutions, nobody's home or family (P28).

use super::takes_part;
use crate::{
    rules::{DecisionRefusal as No, NodeId, NodeKind, Stand, Weight, may_be_mapped},
    tables::{self, NODES, NodeRow},
};
use kernel::{CircleId, Member};
use store::{ERASED, Stop, set_fact};
use web::{Room, Typed};

/// A name on the map, in characters.
pub(crate) const NAME_LIMIT: usize = 80;
/// A note beside it, in characters.
pub(crate) const NOTE_LIMIT: usize = 200;
/// It is looked at again, or goes.
const REVIEW_DAYS: i32 = 365;

/// For members of the circle.
pub(crate) fn of_circle(room: &Room<'_>, circle: CircleId) -> Result<Member, Stop> {
    let me = takes_part(room)?;
    match me.circles.contains(&circle) && me.standing.reads_as_member() {
        true => Ok(me),
        false => Err(Stop::NotThere),
    }
}

/// Somebody puts an office or an institution on it. Who did is not kept.
pub(crate) fn put(room: &mut Room<'_>, circle: CircleId, typed: &Typed) -> Result<(), Stop> {
    let me = of_circle(room, circle)?;
    typed.at_most("name", NAME_LIMIT)?;
    typed.at_most("beside", NOTE_LIMIT)?;
    let name = typed.some("name").ok_or(No::WordsNeeded)?;
    let kind = NodeKind::parse(typed.text("kind")).ok_or(No::PublicOnly)?;
    may_be_mapped(kind, name, typed.text("beside"))?;
    let weight = Weight::parse(typed.text("weight")).ok_or(Stop::NotThere)?;
    let stand = Stand::parse(typed.text("stand")).ok_or(Stop::NotThere)?;
    let fresh = room.house.vault.fresh::<NodeId>(me.network, NODES)?;
    let row = NodeRow {
        id: fresh.id,
        network_id: me.network,
        circle_id: circle,
        name: fresh.seal("name", name)?,
        note: fresh.seal_some("note", typed.some("beside"))?,
        kind,
        weight,
        stand,
        review_on: room.today.plus(REVIEW_DAYS),
        row_key: fresh.row_key,
    };
    Ok(tables::put_node(room.conn, &row)?)
}

/// It stands elsewhere now; that is a word on it for another year.
pub(crate) fn moved(room: &mut Room<'_>, id: NodeId, typed: &Typed) -> Result<CircleId, Stop> {
    let mut row = tables::node(room.conn, room.network.id, id)?;
    of_circle(room, row.circle_id)?;
    row.stand = Stand::parse(typed.text("stand")).ok_or(Stop::NotThere)?;
    row.review_on = room.today.plus(REVIEW_DAYS);
    tables::put_node(room.conn, &row)?;
    Ok(row.circle_id)
}

/// It is taken off the map.
pub(crate) fn take_off(room: &mut Room<'_>, id: NodeId) -> Result<CircleId, Stop> {
    let row = tables::node(room.conn, room.network.id, id)?;
    of_circle(room, row.circle_id)?;
    tables::remove_node(room.conn, id)?;
    set_fact(room.conn, row.network_id, ERASED, "yes")?;
    Ok(row.circle_id)
}
