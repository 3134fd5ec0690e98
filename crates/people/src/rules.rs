//! The rules of membership, invitations, roles and acts of two people. No clock, no database.

use kernel::{CircleId, Day, Member, Message, Moment, PersonId, Refusal, Role, Standing};

/// A role's term ends within six months (§1.7, P15: there is none without an end).
pub const LONGEST_TERM_DAYS: i32 = 184;
/// An invitation is good for seven days.
pub const INVITATION_SECONDS: i64 = 7 * 86_400;
/// A session ends after thirty days.
pub const SESSION_SECONDS: i64 = 30 * 86_400;
/// So many ways in before somebody has settled in, and from then on.
pub const WAYS_IN: usize = 2;
/// An act of two people waits a day for the second.
pub const ACT_SECONDS: i64 = 86_400;
/// Once two have said yes, it can be used for an hour.
pub const PERMIT_SECONDS: i64 = 3600;

/// What an invitation brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// The circle one comes to.
    pub circle: Option<CircleId>,
    /// A role of that circle, for founding stewards.
    pub role: Option<Role>,
    /// Newcomer, or already a member.
    pub standing: Standing,
}

/// Why something about people cannot be done now.
#[derive(Debug, PartialEq)]
pub enum PeopleRefusal {
    /// The handle and the passphrase do not fit together.
    NoSuchPair,
    /// The passphrase is not that of whoever is signed in.
    NotYourWords,
    /// A passkey that fits nothing here, or was answered for another page.
    PasskeyNotTaken,
    /// The page with the passkey was open for too long.
    PasskeyTooLate,
    /// A passkey answered as if it had been copied.
    PasskeyCopied,
    /// This address is none that a passkey can be for.
    NoPasskeysHere,
    /// More passkeys than anybody needs.
    PasskeysFull,
    /// Without this one there would be fewer than two ways in.
    TwoWaysStay,
    /// A link that was used, has run out or never was: the same answer.
    LinkGone,
    /// Settling in takes two ways in.
    TwoWaysFirst,
    /// Too many guesses at one handle today.
    TooManyGuesses,
    /// An invitation that was used, has run out or never was: the same answer.
    InvitationGone,
    /// Nothing was typed where a name is needed.
    HandleNeeded,
    /// Somebody here is already called that.
    HandleTaken,
    /// Only a steward of the circle.
    StewardsOnly,
    /// A term that is past, or longer than six months.
    TermTooLong,
    /// A second person must say yes, not the same one.
    SecondPersonNeeded,
    /// An act whose day is over, or that was used.
    ActGone,
    /// A role of the circle is for its members.
    NotOfTheCircle,
    /// A name was typed that nobody here goes by.
    NobodyCalledThat,
    /// A day that is not one.
    DayNotUnderstood,
}

impl Refusal for PeopleRefusal {
    fn message(&self) -> Message {
        match self {
            Self::NoSuchPair => Message::plain("refused-no-such-pair"),
            Self::NotYourWords => Message::plain("refused-not-your-words"),
            Self::PasskeyNotTaken => Message::plain("refused-passkey-not-taken"),
            Self::PasskeyTooLate => Message::plain("refused-passkey-too-late"),
            Self::PasskeyCopied => Message::plain("refused-passkey-copied"),
            Self::NoPasskeysHere => Message::plain("refused-no-passkeys-here"),
            Self::PasskeysFull => Message::plain("refused-passkeys-full"),
            Self::TwoWaysStay => Message::plain("refused-two-ways-stay"),
            Self::LinkGone => Message::plain("refused-link-gone"),
            Self::TwoWaysFirst => Message::plain("refused-two-ways-first"),
            Self::TooManyGuesses => Message::plain("refused-too-many-guesses"),
            Self::InvitationGone => Message::plain("refused-invitation-gone"),
            Self::HandleNeeded => Message::plain("refused-handle-needed"),
            Self::HandleTaken => Message::plain("refused-handle-taken"),
            Self::StewardsOnly => Message::plain("refused-stewards-only"),
            Self::TermTooLong => Message::plain("refused-term-too-long"),
            Self::SecondPersonNeeded => Message::plain("refused-second-person"),
            Self::ActGone => Message::plain("refused-act-gone"),
            Self::NobodyCalledThat => Message::plain("refused-nobody-called-that"),
            Self::NotOfTheCircle => Message::plain("refused-not-of-the-circle"),
            Self::DayNotUnderstood => Message::plain("refused-day-not-understood"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::HandleNeeded
            | Self::HandleTaken
            | Self::NoSuchPair
            | Self::NotYourWords
            | Self::PasskeyNotTaken
            | Self::PasskeyTooLate
            | Self::PasskeyCopied
            | Self::TermTooLong
            | Self::DayNotUnderstood
            | Self::NobodyCalledThat => 422,
            _ => 409,
        }
    }
}

store::stops_with!(PeopleRefusal);

/// Taking a way in away: two stay, and whoever has fewer keeps what they have.
pub fn may_lose_a_way(before: usize, after: usize) -> Result<(), PeopleRefusal> {
    if after >= WAYS_IN || after >= before {
        Ok(())
    } else {
        Err(PeopleRefusal::TwoWaysStay)
    }
}

/// A role's last day: today or later, within six months.
pub fn term(today: Day, last: Day) -> Result<Day, PeopleRefusal> {
    if last < today || last > today.plus(LONGEST_TERM_DAYS) {
        Err(PeopleRefusal::TermTooLong)
    } else {
        Ok(last)
    }
}

/// Only whoever is steward of a circle now gives its roles and invites to it. Every role ends, so
/// a circle may find itself without one: then the stewards of the other circles look after it, and
/// where there is none anywhere, its own members do. Nobody has to be above them for that.
pub fn looks_after(
    member: &Member,
    circle: CircleId,
    stewarded: &[CircleId],
) -> Result<(), PeopleRefusal> {
    let may = if stewarded.contains(&circle) {
        member.holds(Role::Steward, circle)
    } else if stewarded.is_empty() {
        member.circles.contains(&circle)
    } else {
        member.holds_any(Role::Steward)
    };
    if may {
        Ok(())
    } else {
        Err(PeopleRefusal::StewardsOnly)
    }
}

/// N9: the second person is another person, holds the stewardship themself, and comes in time.
pub fn second(
    asked_by: PersonId,
    by: &Member,
    expires: Moment,
    now: Moment,
) -> Result<(), PeopleRefusal> {
    if now >= expires {
        Err(PeopleRefusal::ActGone)
    } else if by.id == asked_by {
        Err(PeopleRefusal::SecondPersonNeeded)
    } else if !by.holds_any(Role::Steward) {
        Err(PeopleRefusal::StewardsOnly)
    } else {
        Ok(())
    }
}

/// A handle is what others call this person: 1 to 40 characters.
pub fn handle(text: &str) -> Result<&str, PeopleRefusal> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 40 || text.chars().any(char::is_control) {
        Err(PeopleRefusal::HandleNeeded)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NetworkId, RoleHeld, SeededChance};

    fn member(roles: Vec<RoleHeld>) -> Member {
        let chance = SeededChance::new(3);
        Member {
            id: PersonId::new(&chance),
            network: NetworkId::new(&chance),
            standing: Standing::Member,
            joined: Day(0),
            circles: vec![],
            roles,
            liaison_of: vec![],
        }
    }

    #[test]
    fn no_role_without_an_end_and_none_past_six_months() {
        let today = Day(100);
        assert_eq!(term(today, today.plus(184)), Ok(Day(284)));
        assert_eq!(
            term(today, today.plus(185)),
            Err(PeopleRefusal::TermTooLong)
        );
        assert_eq!(term(today, today.plus(-1)), Err(PeopleRefusal::TermTooLong));
    }

    #[test]
    fn two_ways_in_stay() {
        assert_eq!(may_lose_a_way(3, 2), Ok(()));
        assert_eq!(may_lose_a_way(2, 1), Err(PeopleRefusal::TwoWaysStay));
        assert_eq!(may_lose_a_way(1, 0), Err(PeopleRefusal::TwoWaysStay));
        assert_eq!(may_lose_a_way(1, 1), Ok(()));
        assert_eq!(may_lose_a_way(0, 0), Ok(()));
    }

    #[test]
    fn a_circle_without_a_steward_is_looked_after_by_the_others() {
        let chance = SeededChance::new(4);
        let (aid, care) = (CircleId::new(&chance), CircleId::new(&chance));
        let steward = member(vec![RoleHeld {
            circle: aid,
            role: Role::Steward,
        }]);
        let mut lev = member(vec![]);
        lev.circles.push(care);
        let no = Err(PeopleRefusal::StewardsOnly);
        assert_eq!(looks_after(&steward, care, &[aid, care]), no);
        assert_eq!(looks_after(&steward, care, &[aid]), Ok(()));
        assert_eq!(looks_after(&lev, care, &[aid]), no);
        assert_eq!(looks_after(&lev, care, &[]), Ok(()));
        assert_eq!(looks_after(&lev, aid, &[]), no);
    }

    #[test]
    fn one_person_is_not_two() {
        let chance = SeededChance::new(9);
        let circle = CircleId::new(&chance);
        let steward = member(vec![RoleHeld {
            circle,
            role: Role::Steward,
        }]);
        let (now, later) = (Moment(10), Moment(20));
        assert_eq!(
            second(steward.id, &steward, later, now),
            Err(PeopleRefusal::SecondPersonNeeded)
        );
        let other = PersonId::new(&chance);
        assert_eq!(second(other, &steward, later, now), Ok(()));
        assert_eq!(
            second(other, &steward, now, later),
            Err(PeopleRefusal::ActGone)
        );
        assert_eq!(
            second(other, &member(vec![]), later, now),
            Err(PeopleRefusal::StewardsOnly)
        );
    }
}
