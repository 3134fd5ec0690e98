//! What a person can mend, in sentences.

use kernel::{Day, Message, Refusal};

/// Why something of P3 cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PodsRefusal {
    /// Another person than oneself.
    SomebodyElse,
    /// Nobody by that name is a member who could be asked.
    NobodyCalledThat,
    /// They are resting, and are asked for nothing.
    TheyRest,
    /// So many wait for an answer that no more are asked now.
    AskedEnough,
    /// The two are buddies, or one has asked the other already.
    AskedAlready,
    /// Nothing waits for this answer any more.
    NothingToAnswer,
    /// "Go on" is said in the last days.
    NotYetTime,
    /// They have a pod, or one is forming with them.
    InAPod,
    /// Whoever matches does not match themself.
    MatcherWaits,
    /// More names than can be said.
    TooManyNames,
    /// Three to six.
    ThreeToSix,
    /// Somebody is not, or no longer, among those who would like a pod.
    NotAmongThem,
    /// So many groupings a day.
    EnoughToday,
    /// A pod has room for six.
    PodIsFull,
    /// They cannot be asked into a pod now.
    NotAskedIn,
    /// Only while a pod forms anew.
    NotForming,
    /// Only once the pod is open.
    NotOpen,
    /// Only while the pod chooses.
    NotChoosing,
    /// Fewer than three cannot renew; they take somebody in, or close.
    TooFewToRenew,
    /// A day between today and this one.
    MatchUntil(Day),
    /// Somebody else than whoever names.
    NameAnother,
}

impl Refusal for PodsRefusal {
    fn message(&self) -> Message {
        Message::plain(match self {
            Self::SomebodyElse => "refused-buddy-self",
            Self::NobodyCalledThat => "refused-pods-nobody",
            Self::TheyRest => "refused-buddy-rests",
            Self::AskedEnough => "refused-buddy-enough",
            Self::AskedAlready => "refused-buddy-already",
            Self::NothingToAnswer => "refused-pods-nothing",
            Self::NotYetTime => "refused-buddy-not-yet",
            Self::InAPod => "refused-pods-in-one",
            Self::MatcherWaits => "refused-pods-matcher-waits",
            Self::TooManyNames => "refused-pods-names",
            Self::ThreeToSix => "refused-pods-size",
            Self::NotAmongThem => "refused-pods-not-among",
            Self::EnoughToday => "refused-pods-enough",
            Self::PodIsFull => "refused-pods-full",
            Self::NotAskedIn => "refused-pods-not-asked-in",
            Self::NotForming => "refused-pods-not-forming",
            Self::NotOpen => "refused-pods-not-open",
            Self::NotChoosing => "refused-pods-not-choosing",
            Self::TooFewToRenew => "refused-pods-too-few",
            Self::MatchUntil(day) => {
                return Message::plain("refused-pods-until").with("day", *day);
            }
            Self::NameAnother => "refused-pods-name-another",
        })
    }

    fn status(&self) -> u16 {
        match self {
            Self::SomebodyElse
            | Self::NobodyCalledThat
            | Self::TooManyNames
            | Self::ThreeToSix
            | Self::NotAmongThem
            | Self::MatchUntil(_)
            | Self::NameAnother => 422,
            _ => 409,
        }
    }
}

store::stops_with!(PodsRefusal);
