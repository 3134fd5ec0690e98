//! What a person can mend, in sentences.

use kernel::{Message, Refusal};

/// Why something of P29 cannot be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShieldRefusal {
    /// A steward is needed.
    StewardsOnly,
    /// A steward or a host is needed.
    StewardsOrHosts,
    /// One person is not two.
    SecondPersonNeeded,
    /// Both run the server; one of the two must not.
    BothHosts,
    /// There is a lockdown already.
    LockedAlready,
    /// There is no lockdown that could go on, or it has gone on once already.
    NothingToHold,
    /// Whoever called it does not also hold it.
    TwoOthersNeeded,
    /// Whoever called the last lockdown leaves the next week to others.
    CalledTheLast,
    /// Nothing is in force that could be taken back.
    NothingToStepDownFrom,
    /// Another day, from one to seven.
    DaysNotUnderstood,
    /// A way to ring somebody is needed.
    NumberNeeded,
    /// A name on paper is needed, and the person's word.
    NameAndWordNeeded,
    /// What it is a key to is needed.
    WhatNeeded,
    /// Two holders at least.
    TwoHoldersNeeded,
    /// Holders are members who hold the role of host or steward.
    HoldersHoldRoles,
    /// Something was typed that looks like the secret itself.
    LooksLikeASecret,
    /// A day that is not one.
    DayNotUnderstood,
}

impl Refusal for ShieldRefusal {
    fn message(&self) -> Message {
        match self {
            Self::StewardsOnly => Message::plain("refused-posture-stewards"),
            Self::StewardsOrHosts => Message::plain("refused-posture-roles"),
            Self::SecondPersonNeeded => Message::plain("refused-posture-second"),
            Self::BothHosts => Message::plain("refused-both-hosts"),
            Self::LockedAlready => Message::plain("refused-locked-already"),
            Self::NothingToHold => Message::plain("refused-nothing-to-hold"),
            Self::TwoOthersNeeded => Message::plain("refused-two-others"),
            Self::CalledTheLast => Message::plain("refused-called-the-last"),
            Self::NothingToStepDownFrom => Message::plain("refused-nothing-in-force"),
            Self::DaysNotUnderstood => Message::plain("refused-hold-days"),
            Self::NumberNeeded => Message::plain("refused-number-needed"),
            Self::NameAndWordNeeded => Message::plain("refused-paper-name"),
            Self::WhatNeeded => Message::plain("refused-key-what"),
            Self::TwoHoldersNeeded => Message::plain("refused-key-two"),
            Self::HoldersHoldRoles => Message::plain("refused-key-roles"),
            Self::LooksLikeASecret => Message::plain("refused-key-secret"),
            Self::DayNotUnderstood => Message::plain("refused-key-day"),
        }
    }

    fn status(&self) -> u16 {
        match self {
            Self::DaysNotUnderstood
            | Self::NumberNeeded
            | Self::NameAndWordNeeded
            | Self::WhatNeeded
            | Self::TwoHoldersNeeded
            | Self::HoldersHoldRoles
            | Self::LooksLikeASecret
            | Self::DayNotUnderstood => 422,
            _ => 409,
        }
    }
}

store::stops_with!(ShieldRefusal);
