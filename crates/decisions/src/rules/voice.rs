//! What people say of a proposal. Silence is none of it.

kernel::text_enum!(
    /// What somebody said.
    VoiceKind {
        /// A question, so that everybody understands the same.
        Question = "question",
        /// What they notice.
        Reaction = "reaction",
        /// "Good enough for now, safe enough to try."
        Consent = "consent",
        /// They leave it to the others, and have spoken.
        Pass = "pass",
        /// They would not do it themselves, and stand in nobody's way.
        StandAside = "stand_aside",
        /// It would harm what the circle is for, and how.
        Objection = "objection",
    }
);

impl VoiceKind {
    /// Whether it belongs to the consent round: somebody who said it has spoken or passed.
    pub fn is_of_the_round(self) -> bool {
        matches!(
            self,
            Self::Consent | Self::Pass | Self::StandAside | Self::Objection
        )
    }

    /// Whether it says nothing without words.
    pub fn needs_words(self) -> bool {
        matches!(
            self,
            Self::Question | Self::Reaction | Self::StandAside | Self::Objection
        )
    }
}

kernel::text_enum!(
    /// Where an objection stands.
    ObjectionState {
        /// It is open: nothing is adopted past it.
        Open = "open",
        /// Whoever raised it says that the text now meets it.
        Integrated = "integrated",
        /// They took it back.
        TakenBack = "taken_back",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_reactions_are_no_word_of_the_round() {
        for kind in VoiceKind::ALL {
            let of_it = !matches!(kind, VoiceKind::Question | VoiceKind::Reaction);
            assert_eq!(kind.is_of_the_round(), of_it);
        }
    }
}
