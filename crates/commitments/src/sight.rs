//! Who may see what of commitments, one function per thing, and which at all.

use crate::{
    rules::{Kind, Sight, Stage},
    schema::commitments,
    tables::{CommitmentRow, PartyId},
};
use diesel::{prelude::*, sql_types::Bool};
use kernel::{CircleId, Member, Role, Viewer, Who};
use store::Backend;

/// What was promised: the two sides; the network, where both agreed; of money the treasurers too.
pub(crate) fn said(row: &CommitmentRow, treasury: Option<CircleId>) -> Who {
    let mut who = vec![row.from().who(), row.to().who()];
    if row.sight == Sight::Network && row.stage.is_living() {
        who.push(Who::Network(row.network_id));
    }
    if row.kind == Kind::Money {
        who.extend(treasury.map(|circle| Who::Role(Role::Steward, circle)));
    }
    Who::AnyOf(who)
}

type Predicate = Box<dyn BoxableExpression<commitments::table, Backend, SqlType = Bool>>;

/// Which commitments a viewer may see: the one predicate of lists, pages and deeds alike.
pub(crate) fn visible_to(me: &Member, treasury: Option<CircleId>) -> Predicate {
    let side = |id: PartyId| {
        commitments::giver_id
            .eq(id)
            .or(commitments::receiver_id.eq(id))
    };
    let mut theirs: Predicate = Box::new(side(PartyId(me.id.0)));
    // Newcomers come to know circles in person first.
    let mine: &[CircleId] = match me.standing.reads_as_member() {
        true => &me.circles,
        false => &[],
    };
    let circles = mine.iter().map(|circle| circle.0);
    let partners = me.liaison_of.iter().map(|partner| partner.0);
    for id in circles.chain(partners) {
        theirs = Box::new(theirs.or(side(PartyId(id))));
    }
    if Who::Network(me.network).includes(&Viewer::Member(Box::new(me.clone()))) {
        theirs = Box::new(theirs.or(commitments::receiver_id.eq(PartyId(me.network.0))));
        let living = commitments::stage.eq_any(Stage::LIVING);
        theirs = Box::new(theirs.or(commitments::sight.eq(Sight::Network).and(living)));
    }
    if treasury.is_some_and(|circle| me.holds(Role::Steward, circle)) {
        theirs = Box::new(theirs.or(commitments::kind.eq(Kind::Money)));
    }
    Box::new(commitments::network_id.eq(me.network).and(theirs))
}
