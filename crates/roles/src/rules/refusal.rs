//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};
use lots::LotRefusal;

/// Why something of P15 cannot be done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RolesRefusal {
    /// Roles are for members who are not resting.
    NotNow,
    /// So many terms in a row are the most.
    TermsInARow(usize),
    /// A role that stays in other hands than one they hold.
    Apart,
    /// One person looks after two circles at most.
    TwoStewardships,
    /// Thirty days because of an emergency are over; now the circle chooses.
    EmergencyAgain,
    /// A term is so many months at most, and has no past.
    TermTooLong {
        /// How many months.
        months: i32,
        /// The last day it could have.
        last: Day,
    },
    /// Because of an emergency, thirty days at most.
    EmergencyTooLong(Day),
    /// A name and what the role is for.
    WordsNeeded,
    /// What was typed looks like the secret itself.
    LooksLikeASecret,
    /// Months from one to twelve, terms one or two.
    MonthsNotUnderstood,
    /// Somebody holds it still.
    StillHeld,
    /// A choosing goes on already.
    ChoosingOpen,
    /// It has gone on meanwhile.
    NotThisStage,
    /// Whoever opened it, or looks after the circle.
    OpenersOnly,
    /// A name and a reason.
    ReasonNeeded,
    /// An objection is words.
    ObjectionNeeded,
    /// Nobody learns from themself.
    NotTheirOwnShadow,
    /// Somebody learns it alongside already.
    ShadowThere,
    /// Once per person and role.
    ExtendedAlready,
    /// The term is over, or not theirs.
    NotHeld,
    /// Two people at least.
    PoolTooSmall,
    /// The hash of a secret text: 64 signs.
    PromiseNotUnderstood,
    /// There is one already.
    PromiseThere,
    /// Whoever knows the secret text is not drawn from.
    PromiserOutside,
    /// Ten dice at least, one to six each.
    DiceNotUnderstood,
    /// A second person rolls.
    SecondPersonRolls,
}

impl Refusal for RolesRefusal {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::NotNow => "refused-roles-not-now",
            Self::TermsInARow(n) => {
                return Message::plain("refused-roles-terms").with("n", *n);
            }
            Self::Apart => "refused-roles-apart",
            Self::TwoStewardships => "refused-roles-stewardships",
            Self::EmergencyAgain => "refused-roles-emergency",
            Self::TermTooLong { months, last } => {
                return Message::plain("refused-roles-term")
                    .with("months", i64::from(*months))
                    .with("last", *last);
            }
            Self::EmergencyTooLong(last) => {
                return Message::plain("refused-roles-emergency-term").with("last", *last);
            }
            Self::WordsNeeded => "refused-roles-words",
            Self::LooksLikeASecret => "refused-roles-secret",
            Self::MonthsNotUnderstood => "refused-roles-months",
            Self::StillHeld => "refused-roles-held",
            Self::ChoosingOpen => "refused-roles-choosing",
            Self::NotThisStage => "refused-roles-stage",
            Self::OpenersOnly => "refused-roles-openers",
            Self::ReasonNeeded => "refused-roles-reason",
            Self::ObjectionNeeded => "refused-roles-objection",
            Self::NotTheirOwnShadow => "refused-roles-own-shadow",
            Self::ShadowThere => "refused-roles-shadow-there",
            Self::ExtendedAlready => "refused-roles-extended",
            Self::NotHeld => "refused-roles-not-held",
            Self::PoolTooSmall => "refused-roles-pool",
            Self::PromiseNotUnderstood => "refused-roles-promise",
            Self::PromiseThere => "refused-roles-promise-there",
            Self::PromiserOutside => "refused-roles-promiser",
            Self::DiceNotUnderstood => "refused-roles-dice",
            Self::SecondPersonRolls => "refused-roles-second",
        })
    }

    fn status(&self) -> u16 {
        match self {
            Self::TermTooLong { .. }
            | Self::EmergencyTooLong(_)
            | Self::WordsNeeded
            | Self::LooksLikeASecret
            | Self::MonthsNotUnderstood
            | Self::ReasonNeeded
            | Self::ObjectionNeeded
            | Self::PromiseNotUnderstood
            | Self::DiceNotUnderstood => 422,
            _ => 409,
        }
    }
}

store::stops_with!(RolesRefusal);

/// What `lots` refuses, as a sentence.
#[derive(Debug)]
pub struct Lot(pub LotRefusal);

impl Refusal for Lot {
    fn message(&self) -> Message {
        let args = self.0.args().into_iter();
        args.fold(
            Message::plain(self.0.message_key()),
            |message, (name, value)| message.with(name, value),
        )
    }

    fn status(&self) -> u16 {
        422
    }
}

store::stops_with!(Lot);
