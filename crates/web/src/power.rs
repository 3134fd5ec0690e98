//! What is told of a use of power (P29): that it was used, never that something was read.

use kernel::PersonId;

kernel::text_enum!(
    /// What was done with power. Of asks, complaints and conflict nothing is told (§1.5).
    PowerKind {
        /// A role was given.
        RoleGiven = "role_given",
        /// A role was ended by somebody else than its holder.
        RoleEnded = "role_ended",
        /// Somebody was invited as a member.
        Invited = "invited",
        /// Everything was taken out as files.
        Exported = "exported",
        /// Somebody was signed out everywhere.
        SignedOut = "signed_out",
        /// Erasing was stopped within a scope.
        HoldSet = "hold_set",
        /// Erasing goes on.
        HoldLifted = "hold_lifted",
        /// The network became guarded.
        Guarded = "guarded",
        /// It stays guarded for longer.
        GuardedAgain = "guarded_again",
        /// Lockdown.
        Lockdown = "lockdown",
        /// Lockdown stays for longer.
        LockdownHeld = "lockdown_held",
        /// A posture was taken back before its time.
        SteppedDown = "stepped_down",
        /// A drill was written down.
        Drilled = "drilled",
        /// The network was brought back from a backup.
        Restored = "restored",
        /// An agreement changed.
        AgreementChanged = "agreement_changed",
        /// What the public page says changed.
        PublicWordsChanged = "public_words_changed",
        /// How texts leave changed.
        TextsChanged = "texts_changed",
        /// The list of keys changed.
        KeysChanged = "keys_changed",
        /// What somebody held was handed over for them, who could not.
        HandedOver = "handed_over",
    }
);

/// One use of power, told in the transaction of its deed.
#[derive(Clone, Debug)]
pub struct PowerUse {
    /// What was done.
    pub kind: PowerKind,
    /// Who did it; empty where the program itself was told to at the machine.
    pub by: Vec<PersonId>,
    /// In which role.
    pub role: &'static str,
    /// Whom it was about, if anybody.
    pub about: Option<PersonId>,
    /// What it was about, in a few words that name nobody.
    pub what: String,
}

impl PowerUse {
    /// A use of power by these, in this role.
    pub fn new(kind: PowerKind, by: impl Into<Vec<PersonId>>, role: &'static str) -> Self {
        Self {
            kind,
            by: by.into(),
            role,
            about: None,
            what: String::new(),
        }
    }

    /// The same, about somebody.
    pub fn about(mut self, person: PersonId) -> Self {
        self.about = Some(person);
        self
    }

    /// The same, about something.
    pub fn what(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }
}
