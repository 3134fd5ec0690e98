//! How weighty a question is, and so how slowly it is decided (P19).

/// A decision is looked at again within a year.
pub const LONGEST_REVIEW_DAYS: i32 = 366;
/// So long after its day it stands at the top of the page: past its review, and still in force.
pub const PAST_REVIEW_DAYS: i32 = 21;
/// A weighty decision takes effect so many seconds after it was adopted: two nights.
pub const COOLING: i64 = 48 * 3600;
/// Within so many days a reader can say that a "typo" changed the meaning.
pub const CHANGED_DAYS: i32 = 7;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

kernel::text_enum!(
    /// How weighty a question is.
    Class {
        /// Small and easily undone.
        Everyday = "everyday",
        /// It changes how the circle works.
        Shared = "shared",
        /// It binds us, or is hard to undo.
        Weighty = "weighty",
        /// It changes what we are.
        Foundational = "foundational",
    }
);

impl Class {
    /// How long it is open at least, in seconds, even if everybody agrees at once.
    pub fn least_open(self) -> i64 {
        match self {
            Self::Everyday => DAY,
            Self::Shared => 3 * DAY,
            Self::Weighty => 7 * DAY,
            Self::Foundational => 21 * DAY,
        }
    }

    /// In how many sittings it is heard at least.
    pub fn sittings(self) -> u8 {
        match self {
            Self::Everyday | Self::Shared => 0,
            Self::Weighty | Self::Foundational => 2,
        }
    }

    /// Whether it cools before it takes effect.
    pub fn cools(self) -> bool {
        matches!(self, Self::Weighty | Self::Foundational)
    }

    /// Whether those it falls on must have said yes, whoever they are: nobody changes what we are
    /// without them.
    pub fn needs_a_gate(self) -> bool {
        self == Self::Foundational
    }
}

/// So much said about one thing in a day is heat: whoever would answer is asked whether tomorrow will do
/// (P19). Nothing is closed by it.
pub const MUCH_IN_A_DAY: usize = 6;
