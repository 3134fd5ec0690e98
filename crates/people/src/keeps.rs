//! What this practice keeps, for how long, and who can read it.

use crate::schema::{
    acts, credentials, invitations, links, persons, role_holdings, sessions, used_once,
};
use crate::{passkeys, recovery};
use diesel::prelude::*;
use kernel::{PersonId, Standing};
use store::{AnyConnection, Keep, Keeps, Stop, Sweep};

pub(crate) const KEEPS: Keeps = Keeps {
    lines: &[
        Keep {
            what: "keep-person",
            until: "keep-person-until",
            who: "keep-person-who",
            sealed: true,
            erase: Some(those_who_left),
        },
        Keep {
            what: "keep-passphrase",
            until: "keep-passphrase-until",
            who: "keep-nobody",
            sealed: true,
            erase: Some(old_links),
        },
        Keep {
            what: "keep-passkey",
            until: "keep-passkey-until",
            who: "keep-own",
            sealed: true,
            erase: Some(used_up),
        },
        Keep {
            what: "keep-session",
            until: "keep-session-until",
            who: "keep-own",
            sealed: false,
            erase: Some(ended_sessions),
        },
        Keep {
            what: "keep-role",
            until: "keep-role-until",
            who: "keep-network-reads",
            sealed: false,
            erase: Some(ended_roles),
        },
        Keep {
            what: "keep-invitation",
            until: "keep-invitation-until",
            who: "keep-nobody",
            sealed: false,
            erase: Some(old_invitations),
        },
        Keep {
            what: "keep-act",
            until: "keep-act-until",
            who: "keep-stewards",
            sealed: false,
            erase: Some(old_acts),
        },
    ],
    sealed_tables: &["persons", "credentials", "passkeys"],
};

/// A name that somebody left beside what they did stays for as long as the account of power does.
pub(crate) const NAME_DAYS: i32 = 365;

/// Leaving erases at once; this catches whoever was marked as left while a hold stood, and names whose
/// time is over.
fn those_who_left(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    if !sweep.holds.is_empty() {
        return Ok(0);
    }
    let left: Vec<PersonId> = persons::table
        .filter(
            persons::network_id
                .eq(sweep.network)
                .and(persons::standing.eq(Standing::Left))
                .and(persons::review_on.le(sweep.last)),
        )
        .select(persons::id)
        .load(conn)?;
    diesel::delete(credentials::table.filter(credentials::id.eq_any(left.clone())))
        .execute(conn)?;
    for person in &left {
        passkeys::remove_all(conn, sweep.network, *person)?;
        recovery::tear_up(conn, sweep.network, *person)?;
    }
    Ok(diesel::delete(persons::table.filter(persons::id.eq_any(left))).execute(conn)?)
}

/// What was used once, when nobody could use it again anyway.
fn used_up(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = used_once::network_id
        .eq(sweep.network)
        .and(used_once::expires_at.le(sweep.now));
    diesel::delete(used_once::table.filter(over)).execute(conn)?;
    Ok(0)
}

fn old_links(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let over = links::network_id
        .eq(sweep.network)
        .and(links::expires_at.le(sweep.now));
    diesel::delete(links::table.filter(over)).execute(conn)?;
    Ok(0)
}

fn ended_sessions(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    diesel::delete(
        sessions::table.filter(
            sessions::network_id
                .eq(sweep.network)
                .and(sessions::expires_at.le(sweep.now)),
        ),
    )
    .execute(conn)?;
    Ok(0)
}

fn ended_roles(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    diesel::delete(
        role_holdings::table.filter(
            role_holdings::network_id
                .eq(sweep.network)
                .and(role_holdings::to_at.le(sweep.now.plus_hours(-24))),
        ),
    )
    .execute(conn)?;
    Ok(0)
}

fn old_invitations(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    diesel::delete(
        invitations::table.filter(
            invitations::network_id
                .eq(sweep.network)
                .and(invitations::expires_at.le(sweep.now)),
        ),
    )
    .execute(conn)?;
    Ok(0)
}

/// Acts go with their day, done or not: what was done stands in the account of power.
fn old_acts(conn: &mut AnyConnection, sweep: &Sweep) -> Result<usize, Stop> {
    let mine = acts::network_id.eq(sweep.network);
    diesel::delete(acts::table.filter(mine.and(acts::expires_at.le(sweep.now)))).execute(conn)?;
    Ok(0)
}
