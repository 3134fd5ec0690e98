//! Invitations: single use, seven days, compared in constant time; and coming in by one.

use crate::{
    deeds::{NewPerson, add_person, add_to_circle, hold_role, set_passphrase},
    rules::{self, INVITATION_SECONDS, Invited, PeopleRefusal},
    schema::invitations,
    secrets::{new_token, token_hash},
};
use diesel::prelude::*;
use kernel::{CircleId, Moment, NetworkId, PersonId, Role, Standing};
use store::{AnyConnection, Stop};
use subtle::ConstantTimeEq;
use web::{Arrival, House, Lang};

kernel::id_type!(
    /// One invitation.
    InvitationId
);

/// Makes a single-use invitation, good for seven days; returns what stands in its link.
pub fn invite(
    conn: &mut AnyConnection,
    house: &House,
    invited: &Invited,
    now: Moment,
) -> Result<String, Stop> {
    let (id, secret) = (InvitationId::new(&*house.chance), new_token(&*house.chance));
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(id),
            invitations::network_id.eq(house.network().id),
            invitations::secret_hash.eq(token_hash(&secret)),
            invitations::circle_id.eq(invited.circle),
            invitations::role.eq(invited.role),
            invitations::standing.eq(invited.standing),
            invitations::expires_at.eq(now.plus_seconds(INVITATION_SECONDS)),
        ))
        .execute(conn)?;
    Ok(format!("{}.{secret}", id.0.simple()))
}

/// The invitation a link stands for.
pub fn invitation_of(link: &str) -> Option<kernel::uuid::Uuid> {
    let (id, _) = link.split_once('.')?;
    InvitationId::parse(id).map(|id| id.0)
}

type Found = (
    InvitationId,
    Vec<u8>,
    Option<CircleId>,
    Option<Role>,
    Standing,
);

/// What an invitation brings, if it is good: found by its first half, compared by its second in
/// constant time.
pub(crate) fn read_invitation(
    conn: &mut AnyConnection,
    network: NetworkId,
    link: &str,
    now: Moment,
) -> Result<(InvitationId, Invited), Stop> {
    let gone = || Stop::from(PeopleRefusal::InvitationGone);
    let (id, secret) = link.split_once('.').ok_or_else(gone)?;
    let id = InvitationId::parse(id).ok_or_else(gone)?;
    let found: Option<Found> = invitations::table
        .filter(
            invitations::network_id
                .eq(network)
                .and(invitations::id.eq(id))
                .and(invitations::expires_at.gt(now)),
        )
        .select((
            invitations::id,
            invitations::secret_hash,
            invitations::circle_id,
            invitations::role,
            invitations::standing,
        ))
        .first(conn)
        .optional()?;
    let (id, hash, circle, role, standing) = found.ok_or_else(gone)?;
    if !bool::from(hash.ct_eq(&token_hash(secret))) {
        return Err(gone());
    }
    Ok((
        id,
        Invited {
            circle,
            role,
            standing,
        },
    ))
}

/// Uses an invitation up: a new person with a passphrase, in the circle and with the role it
/// brings. Two who use it at once: one joins.
pub(crate) fn join(
    conn: &mut AnyConnection,
    house: &House,
    link: &str,
    new: (&str, Option<Lang>),
    passphrase_hash: &str,
    now: Moment,
) -> Result<PersonId, Stop> {
    let network = house.network();
    let (invitation, invited) = read_invitation(conn, network.id, link, now)?;
    let today = network.zone.day_of(now);
    let person = NewPerson {
        handle: new.0,
        standing: invited.standing,
        lang: new.1,
    };
    let person = add_person(conn, house, &person, today)?;
    set_passphrase(conn, house, person, passphrase_hash)?;
    if let Some(circle) = invited.circle {
        add_to_circle(conn, network.id, circle, person, today)?;
        if let Some(role) = invited.role {
            let until = today.plus(rules::LONGEST_TERM_DAYS - 2);
            hold_role(conn, house, (circle, person, role), until, now)?;
        }
    }
    let used = diesel::delete(invitations::table.find(invitation)).execute(conn)?;
    if used != 1 {
        return Err(PeopleRefusal::InvitationGone.into());
    }
    let arrival = Arrival {
        person,
        standing: invited.standing,
        circle: invited.circle,
        invitation: invitation.0,
    };
    for practice in &house.practices {
        practice.arrived(conn, house, &arrival)?;
    }
    Ok(person)
}
