//! How a circle chooses: a selection round, somebody proposed, a lot, thirty days more.

use super::RolesRefusal;
use kernel::PersonId;

/// A choosing that came to nothing by then ends, and nobody is chosen (N10).
pub const CHOOSING_DAYS: i32 = 60;

kernel::text_enum!(
    /// The ways of choosing.
    Kind {
        /// Criteria, silent nominations, reasons, changes, a proposal, consent.
        Selection = "selection",
        /// Somebody is proposed, says yes, and the circle consents.
        Consent = "consent",
        /// By lot, among those who are willing.
        Lot = "lot",
        /// Thirty days more for whoever holds it.
        Extension = "extension",
    }
);

kernel::text_enum!(
    /// How far a choosing is.
    Stage {
        /// A selection round: what the role needs.
        Criteria = "criteria",
        /// Everyone writes a name, and nobody sees one.
        Silent = "silent",
        /// The names and their reasons are read.
        Round = "round",
        /// Whoever heard something may change theirs.
        Change = "change",
        /// Somebody is proposed, and the circle is asked.
        Asked = "asked",
        /// A lot: who is willing.
        Gathering = "gathering",
        /// The list is closed and its hash published.
        Frozen = "frozen",
        /// Drawn; whoever is first is asked.
        Drawn = "drawn",
        /// Whoever was drawn said yes; the draw stays for a while, so that anyone can make it again.
        Chosen = "chosen",
    }
);

kernel::text_enum!(
    /// What a member of the circle says of a proposal.
    Says {
        /// "Yes, good enough for now."
        Yes = "yes",
        /// "I have an objection", with its words.
        Objection = "objection",
    }
);

impl Kind {
    /// Where it begins.
    pub fn begins(self) -> Stage {
        match self {
            Self::Selection => Stage::Criteria,
            Self::Consent | Self::Extension => Stage::Asked,
            Self::Lot => Stage::Gathering,
        }
    }
}

impl Stage {
    /// A selection round goes on; where it cannot by itself, it waits for a proposal.
    pub fn on(self) -> Result<Self, RolesRefusal> {
        match self {
            Self::Criteria => Ok(Self::Silent),
            Self::Silent => Ok(Self::Round),
            Self::Round => Ok(Self::Change),
            _ => Err(RolesRefusal::NotThisStage),
        }
    }

    /// Only in this stage.
    pub fn must_be(self, stage: Self) -> Result<(), RolesRefusal> {
        if self == stage {
            Ok(())
        } else {
            Err(RolesRefusal::NotThisStage)
        }
    }

    /// A name can be written or changed.
    pub fn takes_names(self) -> Result<(), RolesRefusal> {
        match self {
            Self::Silent | Self::Change => Ok(()),
            _ => Err(RolesRefusal::NotThisStage),
        }
    }

    /// Whether names are still sealed from everybody but whoever wrote them.
    pub fn is_silent(self) -> bool {
        matches!(self, Self::Criteria | Self::Silent)
    }
}

/// Somebody is proposed, and the circle is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Who is proposed.
    pub candidate: PersonId,
    /// Whether they said yes themself.
    pub said_yes: bool,
    /// The circle, without those who rest or have just come.
    pub circle: Vec<PersonId>,
    /// What its people have said.
    pub said: Vec<(PersonId, Says)>,
}

impl Asked {
    /// Consent: the candidate's own yes, a yes in words from each of the circle, at least one of them
    /// somebody else, and no objection that still stands. Silence is never consent (N10).
    pub fn is_given(&self) -> bool {
        let yes = |person: &PersonId| self.said.contains(&(*person, Says::Yes));
        let mut others = self.circle.iter().filter(|one| **one != self.candidate);
        let objection = self.said.iter().any(|(_, says)| *says == Says::Objection);
        self.said_yes && !objection && others.clone().next().is_some() && others.all(yes)
    }

    /// Who has not said anything yet.
    pub fn waits_for(&self) -> Vec<PersonId> {
        let spoke = |person: &PersonId| self.said.iter().any(|(one, _)| one == person);
        let others = self.circle.iter().filter(|one| **one != self.candidate);
        others.filter(|one| !spoke(one)).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    fn people(n: usize) -> Vec<PersonId> {
        let chance = SeededChance::new(8);
        (0..n).map(|_| PersonId::new(&chance)).collect()
    }

    #[test]
    fn consent_is_a_yes_of_each_and_of_the_candidate() {
        let circle = people(3);
        let yes = |n: usize| (circle[n], Says::Yes);
        let asked = |said_yes, said| Asked {
            candidate: circle[0],
            said_yes,
            circle: circle.clone(),
            said,
        };
        assert!(asked(true, vec![yes(1), yes(2)]).is_given());
        assert!(!asked(false, vec![yes(1), yes(2)]).is_given());
        assert!(!asked(true, vec![yes(1)]).is_given());
        assert!(!asked(true, vec![yes(1), (circle[2], Says::Objection)]).is_given());
        // One objection from somebody whose yes is not needed counts too.
        let resting = people(4)[3];
        assert!(!asked(true, vec![yes(1), yes(2), (resting, Says::Objection)]).is_given());
        // A circle of one is asked together with others.
        let alone = Asked {
            candidate: circle[0],
            said_yes: true,
            circle: vec![circle[0]],
            said: vec![],
        };
        assert!(!alone.is_given());
    }

    proptest! {
        /// However large the circle and whoever speaks: as long as one of it is silent, nobody is
        /// chosen.
        #[test]
        fn silence_is_never_consent(n in 1usize..12, silent in any::<prop::sample::Index>(), said_yes: bool) {
            let circle = people(n + 1);
            let quiet = silent.index(n) + 1;
            let said = (1..=n).filter(|one| *one != quiet).map(|one| (circle[one], Says::Yes)).collect();
            let asked = Asked { candidate: circle[0], said_yes, circle, said };
            prop_assert!(!asked.is_given());
            prop_assert_eq!(asked.waits_for().len(), 1);
        }

        /// A round only goes forward, and the names open once.
        #[test]
        fn a_round_goes_forward(steps in 0usize..9) {
            let (mut stage, mut opened) = (Kind::Selection.begins(), 0);
            for _ in 0..steps {
                let before = stage.is_silent();
                stage = stage.on().unwrap_or(stage);
                opened += usize::from(before && !stage.is_silent());
                prop_assert!(!stage.is_silent() || opened == 0);
            }
            prop_assert!(opened <= 1);
        }
    }
}
