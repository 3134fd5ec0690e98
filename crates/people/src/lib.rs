//! People, as far as the other practices need them: persons with a handle and what they choose to
//! add, circles, membership (P9), roles that end (P15), single-use invitations, ways in (a generated
//! passphrase, passkeys, links by mail, printed words), and acts that need two people (N9). There is
//! no administrator: stewards hold roles of a circle until a date, and no column knows an owner.
#![forbid(unsafe_code)]

mod acts;
mod deeds;
mod invitations;
mod keeps;
mod links;
mod names;
mod near;
mod pages;
mod passkeys;
mod practice;
mod recovery;
mod rules;
mod schema;
mod secrets;
mod sight;
mod sign_in;
mod tables;
mod ways;

pub use acts::{
    ActId, ActKind, ActRow, act_seconded, act_waiting, acts_waiting, ask_act, forget_whom,
    take_permit,
};
pub use deeds::{
    NewPerson, add_liaison, add_person, add_to_circle, become_member, came_since, end_holding_at,
    end_role, hold_between, hold_role, hold_until, in_circle_since, new_circle, new_network,
    new_organisation, open_session, set_passphrase, set_standing,
};
pub use invitations::{invitation_of, invite};
pub use links::{LinkPurpose, end_links, new_link, read_link, use_link};
pub use names::{called, called_for, my_circles};
pub use near::{looks_after, looks_after_the_whole, those_near};
pub use pages::session_cookie;
pub use practice::People;
pub use rules::PeopleRefusal;
pub use rules::{Invited, LONGEST_TERM_DAYS, SESSION_SECONDS};
pub use secrets::{hash_passphrase, new_passphrase, new_token, token_hash};
pub use sign_in::{close_everyones, form_token, known_of, recognise};
pub use tables::{
    CircleRow, HoldingId, HoldingRow, NetworkRow, PublicWords, care_circle, circle, circle_of_kind,
    circles, handle_of, handles_of, holders_now, holdings, language_of, members_of, memberships,
    name_of, network_facts, network_row, only_network, organisations, person_with_handle, persons,
    set_line, set_public_words, standing_of, standings, stewarded_circles,
};
pub use ways::{Ways, still_two_ways, ways_of};
