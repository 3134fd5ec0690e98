//! A pod: saying yes or not now, agreeing, choosing, asking somebody in, leaving.

use super::somebody_here;
use crate::{
    rules::{Choice, Pod, PodStage, PodTurn, PodsRefusal},
    sight,
    tables::{self, PODS, PodId, PodRow},
};
use kernel::{Guarded, Member, NetworkId, PersonId, Standing};
use store::{AnyConnection, ERASED, Stop, set_fact};
use web::{House, Room};

/// A pod with what is in it, behind its audience.
pub(crate) struct Inside {
    pub row: PodRow,
    pub pod: Pod,
    pub agreements: Guarded<String>,
    pub cadence: Guarded<String>,
}

/// The pod of this id, for whoever has a seat in it; not there for anybody else, whatever they hold.
pub(crate) fn mine(room: &mut Room<'_>, id: PodId) -> Result<(Member, PodRow, Pod), Stop> {
    let me = somebody_here(room)?;
    let row = tables::pod_of(room.conn, me.network, me.id)?
        .filter(|row| row.id == id)
        .ok_or(Stop::NotThere)?;
    let pod = tables::as_ruled(room.conn, &row)?;
    Ok((me, row, pod))
}

/// The same, with what its members wrote.
pub(crate) fn inside(room: &mut Room<'_>, id: PodId) -> Result<Inside, Stop> {
    let (_, row, pod) = mine(room, id)?;
    let key = row.key(&room.house.vault)?;
    let open = |column, sealed| key.open_some(row.row(), column, sealed);
    let agreements = open("agreements", row.agreements.as_ref())?.unwrap_or_default();
    let cadence = open("cadence", row.cadence.as_ref())?.unwrap_or_default();
    let who = sight::pod(pod.readers());
    Ok(Inside {
        agreements: Guarded::new(agreements, who.clone()),
        cadence: Guarded::new(cadence, who),
        row,
        pod,
    })
}

/// Puts a new pod into the database.
pub(crate) fn put(
    conn: &mut AnyConnection,
    house: &House,
    pod: &Pod,
    (agreements, cadence): (Option<&str>, Option<&str>),
) -> Result<PodId, Stop> {
    let network = house.network().id;
    let fresh = house.vault.fresh::<PodId>(network, PODS)?;
    let id = fresh.id;
    let row = PodRow {
        id,
        network_id: network,
        stage: pod.stage,
        agreements: fresh.seal_some("agreements", agreements)?,
        cadence: fresh.seal_some("cadence", cadence)?,
        ends_on: pod.by,
        row_key: fresh.row_key,
    };
    tables::put_pod(conn, &row, pod)?;
    Ok(id)
}

/// Saves what became of a pod. Once it is open, what its members said for the matching is erased.
pub(crate) fn save(
    conn: &mut AnyConnection,
    network: NetworkId,
    row: &PodRow,
    turn: &PodTurn,
) -> Result<(), Stop> {
    let erased = match turn {
        PodTurn::Over => {
            tables::erase_pod(conn, row)?;
            true
        }
        PodTurn::On(pod) => {
            tables::save_pod(conn, row, pod)?;
            let seats: Vec<PersonId> = pod.seats.iter().map(|seat| seat.person).collect();
            pod.stage == PodStage::Meeting && tables::erase_wishes(conn, network, &seats)?
        }
    };
    if erased {
        set_fact(conn, network, ERASED, "yes")?;
    }
    Ok(())
}

fn change(
    room: &mut Room<'_>,
    id: PodId,
    rule: impl FnOnce(Pod, &Member, &Room<'_>) -> Result<PodTurn, PodsRefusal>,
) -> Result<PodTurn, Stop> {
    let (me, row, pod) = mine(room, id)?;
    let turn = rule(pod, &me, room)?;
    save(room.conn, me.network, &row, &turn)?;
    Ok(turn)
}

/// "Yes, with these."
pub(crate) fn accept(room: &mut Room<'_>, id: PodId) -> Result<PodTurn, Stop> {
    change(room, id, |pod, me, room| {
        pod.accept(me.id, room.today).map(PodTurn::On)
    })
}

/// "Not now."
pub(crate) fn not_now(room: &mut Room<'_>, id: PodId) -> Result<PodTurn, Stop> {
    change(room, id, |pod, me, room| pod.not_now(me.id, room.today))
}

/// Renew, reshape or close.
pub(crate) fn choose(room: &mut Room<'_>, id: PodId, choice: Choice) -> Result<PodTurn, Stop> {
    change(room, id, |pod, me, room| {
        pod.choose(me.id, choice, room.today)
    })
}

/// Out, at once and without a reason.
pub(crate) fn leave(room: &mut Room<'_>, id: PodId) -> Result<PodTurn, Stop> {
    change(room, id, |pod, me, room| Ok(pod.leave(me.id, room.today)))
}

/// A pod that forms anew asks somebody in, by the name they go by here.
pub(crate) fn invite(room: &mut Room<'_>, id: PodId, handle: &str) -> Result<(), Stop> {
    let (me, row, pod) = mine(room, id)?;
    // Whoever is only asked in themself has nobody to ask in; names are for members.
    if !pod.readers().any(|person| person == me.id) || !me.standing.reads_as_member() {
        return Err(Stop::NotThere);
    }
    let vault = &room.house.vault;
    let person = people::person_with_handle(room.conn, vault, me.network, handle)?
        .ok_or(PodsRefusal::NobodyCalledThat)?;
    match people::standing_of(room.conn, me.network, person)? {
        Some(Standing::Member | Standing::SteppingBack | Standing::Participant) => {}
        // Who rests, and who has a pod, reads the same: whoever has none is nobody's to find out.
        Some(Standing::Resting) => return Err(PodsRefusal::NotAskedIn.into()),
        _ => return Err(PodsRefusal::NobodyCalledThat.into()),
    }
    let pod = pod.invite(me.id, person, room.today)?;
    if tables::pod_of(room.conn, me.network, person)?.is_some() {
        return Err(PodsRefusal::NotAskedIn.into());
    }
    save(room.conn, me.network, &row, &PodTurn::On(pod))
}

/// What the pod agreed, and how it meets; any member writes it for all.
pub(crate) fn agree(
    room: &mut Room<'_>,
    id: PodId,
    (agreements, cadence): (&str, &str),
) -> Result<(), Stop> {
    let (me, mut row, pod) = mine(room, id)?;
    if !pod.is_open() || !pod.readers().any(|person| person == me.id) {
        return Err(PodsRefusal::NotOpen.into());
    }
    let key = row.key(&room.house.vault)?;
    let some = |text: &'_ str| (!text.is_empty()).then(|| text.to_owned());
    row.agreements = key.seal_some(row.row(), "agreements", some(agreements).as_deref())?;
    row.cadence = key.seal_some(row.row(), "cadence", some(cadence).as_deref())?;
    Ok(tables::save_words(room.conn, &row)?)
}

pub(super) fn forget(
    conn: &mut AnyConnection,
    house: &House,
    person: PersonId,
) -> Result<(), Stop> {
    let network = house.network();
    let today = network.zone.day_of(house.now());
    if let Some(row) = tables::pod_of(conn, network.id, person)? {
        let pod = tables::as_ruled(conn, &row)?;
        save(conn, network.id, &row, &pod.leave(person, today))?;
    }
    Ok(())
}
