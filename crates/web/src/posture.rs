//! The network's posture (P29), as every page meets it: open, guarded, or in lockdown until a
//! moment. It is read from the database with each request, so that it is in force everywhere at
//! once; a page or a deed is closed in lockdown unless its route says that it stays open.

use kernel::{Message, Moment, NetworkId, Refusal, Zone};
use store::{AnyConnection, Stop};

/// How the network stands at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posture {
    /// As usual.
    Open,
    /// Careful: no directory, nobody new in what is sensitive, no export of everything.
    Guarded {
        /// When it ends by itself.
        until: Moment,
    },
    /// Closed but for asks and the phone tree.
    Lockdown {
        /// When it ends by itself.
        until: Moment,
    },
}

impl Posture {
    /// When it ends by itself; `None` while open.
    pub fn until(self) -> Option<Moment> {
        match self {
            Self::Open => None,
            Self::Guarded { until } | Self::Lockdown { until } => Some(until),
        }
    }

    /// How strict it is, for comparing two.
    pub fn strictness(self) -> u8 {
        match self {
            Self::Open => 0,
            Self::Guarded { .. } => 1,
            Self::Lockdown { .. } => 2,
        }
    }

    /// Whether names and entries are held back: guarded, and stricter.
    pub fn is_careful(self) -> bool {
        self != Self::Open
    }

    /// Refused while somebody new would come to what is sensitive.
    ///
    /// # Errors
    /// [`PausedWhileGuarded`], with the day it ends.
    pub fn entries_open(self, zone: &Zone) -> Result<(), PausedWhileGuarded> {
        self.paused("refused-entries-paused", zone)
    }

    /// Refused while everything together stays in the house.
    ///
    /// # Errors
    /// [`PausedWhileGuarded`], with the day it ends.
    pub fn exports_open(self, zone: &Zone) -> Result<(), PausedWhileGuarded> {
        self.paused("refused-exports-paused", zone)
    }

    fn paused(self, key: &'static str, zone: &Zone) -> Result<(), PausedWhileGuarded> {
        match self.until() {
            None => Ok(()),
            Some(until) => Err(PausedWhileGuarded(
                Message::plain(key).with("day", zone.day_of(until)),
            )),
        }
    }
}

/// Reads the posture in force.
pub type ReadPosture = fn(&mut AnyConnection, NetworkId, Moment) -> Result<Posture, Stop>;

/// Something waits until the network stands open again.
#[derive(Debug)]
pub struct PausedWhileGuarded(Message);

impl Refusal for PausedWhileGuarded {
    fn message(&self) -> Message {
        self.0.clone()
    }
}

store::stops_with!(PausedWhileGuarded);

/// Nothing is done from outside while the network is closed. It says nothing of why, because it may
/// stand in a letter.
#[derive(Debug)]
pub(crate) struct NotNow;

impl Refusal for NotNow {
    fn message(&self) -> Message {
        Message::plain("refused-not-now")
    }
}

store::stops_with!(NotNow);

/// Stands with a request whose route stays open in lockdown.
#[derive(Clone, Copy)]
pub(crate) struct StaysOpen;
