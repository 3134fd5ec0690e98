//! The rules of joining (P9, J7). No clock, no database.

use kernel::{CircleId, Day, Member, Message, PersonId, Refusal, Role};

/// A welcomer calls within three days.
pub const CALL_DAYS: i32 = 3;
/// A name and a way to reach somebody are kept for a month at most.
pub const WORD_DAYS: i32 = 30;
/// A buddy for six weeks.
pub const BUDDY_DAYS: i32 = 42;
/// A first small real thing within two weeks.
pub const FIRST_THING_DAYS: i32 = 14;
/// Nothing sensitive for the first fourteen days.
pub const QUIET_DAYS: i32 = 14;
/// Done together before the circle is asked.
pub const TOGETHER: usize = 2;
/// So many of the circle say yes, or all of it where it is smaller.
pub const YES_FROM: usize = 3;

kernel::text_enum!(
    /// Where a name that was left stands.
    CallStage {
        /// Left; nobody has taken the call yet.
        Left = "left",
        /// A welcomer has taken the call.
        Taken = "taken",
        /// They have talked; an invitation waits for them.
        Talked = "talked",
    }
);

kernel::text_enum!(
    /// What a member of the home circle says.
    Says {
        /// Yes.
        Yes = "yes",
        /// Not yet; the circle talks.
        NotYet = "not_yet",
    }
);

/// Why something about joining cannot be done now.
#[derive(Debug, PartialEq)]
pub enum JoiningRefusal {
    /// A name and a way to reach somebody are both needed.
    NameAndReachNeeded,
    /// Only welcomers, and those who look after Care.
    WelcomersOnly,
    /// Somebody else has taken the call.
    TakenByAnother,
    /// Nobody has taken this call yet.
    NotTaken,
    /// A buddy is a member.
    BuddyIsAMember,
    /// Only their buddy, their home circle and welcomers.
    NotNear,
    /// Nothing was typed for the first thing.
    FirstThingNeeded,
    /// That day is not one, or not one of the coming weeks.
    DayNotUnderstood,
    /// The circle is asked after two things done together.
    TwoThingsFirst,
    /// Not before the first two weeks are over.
    NotBefore(Day),
    /// Nobody of the circle has been asked yet.
    NotAskedYet,
    /// More of the circle have to say yes; silence is not a yes.
    MoreYesNeeded,
    /// Somebody of the circle says not yet: the circle talks first.
    TalkFirst,
    /// Only a member of the home circle says something here.
    CircleOnly,
    /// Only whoever looks after Coordinating changes what stands in public.
    CoordinatingOnly,
    /// An agreement needs its words in both languages.
    WordsNeeded,
}

impl Refusal for JoiningRefusal {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::NameAndReachNeeded => "refused-name-and-reach",
            Self::WelcomersOnly => "refused-welcomers-only",
            Self::TakenByAnother => "refused-call-taken",
            Self::NotTaken => "refused-call-not-taken",
            Self::BuddyIsAMember => "refused-buddy-member",
            Self::NotNear => "refused-not-near",
            Self::FirstThingNeeded => "refused-first-thing",
            Self::DayNotUnderstood => "refused-path-day",
            Self::TwoThingsFirst => "refused-two-things",
            Self::NotBefore(day) => {
                return Message::plain("refused-not-before").with("day", *day);
            }
            Self::NotAskedYet => "refused-not-asked",
            Self::MoreYesNeeded => "refused-more-yes",
            Self::TalkFirst => "refused-talk-first",
            Self::CircleOnly => "refused-home-circle-only",
            Self::CoordinatingOnly => "refused-coordinating-only",
            Self::WordsNeeded => "refused-agreement-words",
        })
    }

    fn status(&self) -> u16 {
        match self {
            Self::NameAndReachNeeded
            | Self::BuddyIsAMember
            | Self::FirstThingNeeded
            | Self::DayNotUnderstood
            | Self::WordsNeeded => 422,
            _ => 409,
        }
    }
}

store::stops_with!(JoiningRefusal);

/// Whoever calls those who left a name: Care's welcomers and its stewards.
pub fn welcomes(by: &Member, care: CircleId) -> Result<(), JoiningRefusal> {
    if by.holds(Role::Welcomer, care) || by.holds(Role::Steward, care) {
        Ok(())
    } else {
        Err(JoiningRefusal::WelcomersOnly)
    }
}

/// A name that was left, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// Where it stands.
    pub stage: CallStage,
    /// Who has taken it.
    pub caller: Option<PersonId>,
}

impl Call {
    /// "I'll call."
    pub fn take(self, by: &Member, care: CircleId) -> Result<Call, JoiningRefusal> {
        welcomes(by, care)?;
        match self.stage {
            CallStage::Left => Ok(Call {
                stage: CallStage::Taken,
                caller: Some(by.id),
            }),
            _ => Err(JoiningRefusal::TakenByAnother),
        }
    }

    /// "I can't after all": it waits for another welcomer, and no word stands anywhere.
    pub fn give_back(self, by: &Member, care: CircleId) -> Result<Call, JoiningRefusal> {
        self.mine(by, care)?;
        Ok(Call {
            stage: CallStage::Left,
            caller: None,
        })
    }

    /// They have talked, one to one.
    pub fn talked(self, by: &Member, care: CircleId) -> Result<Call, JoiningRefusal> {
        self.mine(by, care)?;
        Ok(Call {
            stage: CallStage::Talked,
            ..self
        })
    }

    fn mine(self, by: &Member, care: CircleId) -> Result<(), JoiningRefusal> {
        welcomes(by, care)?;
        match self.stage {
            CallStage::Left => Err(JoiningRefusal::NotTaken),
            _ if self.caller == Some(by.id) => Ok(()),
            _ => Err(JoiningRefusal::TakenByAnother),
        }
    }
}

/// A newcomer's first weeks, as far as the circle's consent looks at them.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// The first day on which they can become a member.
    pub open_from: Day,
    /// On how many days they did something with the others.
    pub together: usize,
    /// Whether the circle has been asked.
    pub asked: bool,
    /// How many the circle has, the newcomer not among them.
    pub circle: usize,
    /// What its members have said so far.
    pub said: Vec<Says>,
}

impl Path {
    /// The circle is asked once two things have been done together.
    pub fn ask(&self) -> Result<(), JoiningRefusal> {
        if self.together < TOGETHER {
            Err(JoiningRefusal::TwoThingsFirst)
        } else {
            Ok(())
        }
    }

    /// The home circle's consent: asked, yes in words from enough of it, nobody saying not yet, and
    /// the first two weeks over. Silence is never a yes (N10).
    pub fn take_in(&self, today: Day) -> Result<(), JoiningRefusal> {
        self.ask()?;
        if !self.asked {
            return Err(JoiningRefusal::NotAskedYet);
        }
        if self.said.contains(&Says::NotYet) {
            return Err(JoiningRefusal::TalkFirst);
        }
        let needed = YES_FROM.min(self.circle).max(1);
        if self.said.len() < needed {
            return Err(JoiningRefusal::MoreYesNeeded);
        }
        if today < self.open_from {
            return Err(JoiningRefusal::NotBefore(self.open_from));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{NetworkId, RoleHeld, SeededChance, Standing};
    use proptest::prelude::*;

    fn somebody(seed: u64, role: Option<(Role, CircleId)>) -> Member {
        let chance = SeededChance::new(seed);
        Member {
            id: PersonId::new(&chance),
            network: NetworkId::new(&chance),
            standing: Standing::Member,
            joined: Day(0),
            circles: vec![],
            roles: role
                .map(|(role, circle)| RoleHeld { circle, role })
                .into_iter()
                .collect(),
            liaison_of: vec![],
        }
    }

    #[test]
    fn a_call_is_taken_by_one_welcomer_and_given_back_without_a_word() {
        let care = CircleId::new(&SeededChance::new(1));
        let hana = somebody(2, Some((Role::Welcomer, care)));
        let lev = somebody(3, Some((Role::Steward, care)));
        let left = Call {
            stage: CallStage::Left,
            caller: None,
        };
        let bo = somebody(4, None);
        assert_eq!(left.take(&bo, care), Err(JoiningRefusal::WelcomersOnly));
        assert_eq!(left.talked(&hana, care), Err(JoiningRefusal::NotTaken));
        let taken = left.take(&hana, care).unwrap();
        assert_eq!(taken.take(&lev, care), Err(JoiningRefusal::TakenByAnother));
        assert_eq!(
            taken.give_back(&lev, care),
            Err(JoiningRefusal::TakenByAnother)
        );
        assert_eq!(taken.give_back(&hana, care), Ok(left));
        let talked = taken.talked(&hana, care).unwrap();
        assert_eq!(talked.stage, CallStage::Talked);
    }

    fn ready() -> Path {
        Path {
            open_from: Day(14),
            together: 2,
            asked: true,
            circle: 7,
            said: vec![Says::Yes; 3],
        }
    }

    #[test]
    fn a_circle_takes_somebody_in_by_words_and_not_before_two_weeks() {
        assert_eq!(ready().take_in(Day(14)), Ok(()));
        let early = JoiningRefusal::NotBefore(Day(14));
        assert_eq!(ready().take_in(Day(13)), Err(early));
        let with = |change: fn(&mut Path)| {
            let mut path = ready();
            change(&mut path);
            path.take_in(Day(20))
        };
        assert_eq!(
            with(|p| p.together = 1),
            Err(JoiningRefusal::TwoThingsFirst)
        );
        assert_eq!(with(|p| p.asked = false), Err(JoiningRefusal::NotAskedYet));
        assert_eq!(
            with(|p| p.said = vec![Says::Yes; 2]),
            Err(JoiningRefusal::MoreYesNeeded)
        );
        assert_eq!(
            with(|p| p.said.push(Says::NotYet)),
            Err(JoiningRefusal::TalkFirst)
        );
        // A circle of two is asked whole; one of none still needs somebody.
        assert_eq!(
            with(|p| {
                p.circle = 2;
                p.said = vec![Says::Yes; 2];
            }),
            Ok(())
        );
        assert_eq!(
            with(|p| {
                p.circle = 0;
                p.said.clear();
            }),
            Err(JoiningRefusal::MoreYesNeeded)
        );
    }

    proptest! {
        /// However much time passes and however large the circle: without words nobody is in.
        #[test]
        fn silence_is_never_a_yes(circle in 0usize..500, day in 0i32..10_000, together in 0usize..9) {
            let path = Path { circle, together, said: vec![], ..ready() };
            prop_assert!(path.take_in(Day(day)).is_err());
        }
    }
}
