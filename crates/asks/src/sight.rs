//! Who may see what of an ask (§1.8), one function per thing, and which asks at all.

use crate::{
    rules::AskId,
    schema::asks,
    tables::{AskRow, StageWord},
};
use diesel::{prelude::*, sql_types::Bool};
use kernel::{CircleId, Member, Role, Viewer, Who};
use store::Backend;

/// The asker's own words: the shift, whoever claimed it, a partner it was referred to.
pub(crate) fn words(ask: &AskRow, aid: CircleId) -> Who {
    those_who_help(ask, aid)
}

/// How to reach the asker: the same few.
pub(crate) fn contact(ask: &AskRow, aid: CircleId) -> Who {
    those_who_help(ask, aid)
}

/// Where they live: one claimer and the shift.
pub(crate) fn place(ask: &AskRow, aid: CircleId) -> Who {
    those_who_help(ask, aid)
}

/// What was agreed.
pub(crate) fn plan(ask: &AskRow, aid: CircleId) -> Who {
    those_who_help(ask, aid)
}

/// The receiver's words on how it was: the shift; whoever went sees only the word itself.
pub(crate) fn answer(aid: CircleId) -> Who {
    Who::Role(Role::Shift, aid)
}

/// Who wrote an ask down: the shift.
pub(crate) fn recorded_by(aid: CircleId) -> Who {
    Who::Role(Role::Shift, aid)
}

/// The wording without a name: members, while it is on the board; then those who help.
pub(crate) fn published(ask: &AskRow, aid: CircleId) -> Who {
    Who::AnyOf(vec![Who::Network(ask.network_id), those_who_help(ask, aid)])
}

/// A hand-over note and the texts to send: those who answer the line and are on shift.
pub(crate) fn shift_things(aid: CircleId) -> Who {
    Who::AnyOf(vec![
        Who::Role(Role::Shift, aid),
        Who::Role(Role::Intake, aid),
    ])
}

fn those_who_help(ask: &AskRow, aid: CircleId) -> Who {
    let mut who = vec![Who::Role(Role::Shift, aid)];
    // While it is theirs to do, and until the receiver has spoken.
    if let Some(claimer) = ask.claimer_id.filter(|_| ask.is_with_its_claimer()) {
        who.push(Who::Person(claimer));
    }
    let partner = ask
        .organisation_id
        .filter(|_| ask.stage == StageWord::Referred);
    who.extend(partner.map(Who::Liaisons));
    Who::AnyOf(who)
}

type Predicate = Box<dyn BoxableExpression<asks::table, Backend, SqlType = Bool>>;

/// Which asks a viewer may see, the one predicate of the board, the single page, the search and
/// the export alike: the shift all, members those that are open, whoever said "I can" their own, a
/// partner those referred to it.
pub(crate) fn visible_to(member: &Member, aid: CircleId) -> Predicate {
    if member.holds(Role::Shift, aid) {
        return Box::new(asks::network_id.eq(member.network));
    }
    let claimed = asks::claimer_id.eq(member.id).assume_not_null();
    // One organisation after another rather than a list, so that the statement stays prepared.
    let mut theirs: Predicate = Box::new(claimed);
    for organisation in &member.liaison_of {
        let referred = asks::stage
            .eq(StageWord::Referred)
            .and(asks::organisation_id.eq(*organisation).assume_not_null());
        theirs = Box::new(theirs.or(referred));
    }
    let mine = asks::network_id.eq(member.network);
    if Who::Network(member.network).includes(&Viewer::Member(Box::new(member.clone()))) {
        Box::new(mine.and(asks::stage.eq(StageWord::Open).or(theirs)))
    } else {
        Box::new(mine.and(theirs))
    }
}

/// An address of an ask that this viewer may not see answers like one that is not there.
pub(crate) fn id_from(path: &str) -> Result<AskId, store::Stop> {
    AskId::parse(path).ok_or(store::Stop::NotThere)
}
