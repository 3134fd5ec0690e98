//! A line of a harvest, and whether it may leave the room (P22).

use super::{GatherRefusal as No, Said};
use kernel::PersonId;

kernel::text_enum!(
    /// What a line is. The order is that of the letter.
    Part {
        /// What we heard, in our words; nobody's name.
        Heard = "heard",
        /// What somebody said, word for word.
        Quote = "quote",
        /// What it is like, where it goes well.
        Characteristic = "characteristic",
        /// What people do.
        Practice = "practice",
        /// What pulls two ways.
        Tension = "tension",
        /// What it means for us.
        Meaning = "meaning",
        /// What we invite others to.
        Invitation = "invitation",
        /// The question we leave with.
        QuestionOn = "question_on",
        /// Who said that they would do what.
        Promise = "promise",
        /// What stays here.
        Stays = "stays",
        /// What somebody of the room would have otherwise.
        Change = "change",
    }
);

impl Part {
    /// Those of which a letter is made, in its order; a quote stands with what was heard.
    pub const LETTER: [Self; 7] = [
        Self::Heard,
        Self::Characteristic,
        Self::Practice,
        Self::Tension,
        Self::Meaning,
        Self::Invitation,
        Self::QuestionOn,
    ];
    /// Those a CHOIR letter cannot be without (P23); the question itself is the seventh.
    pub const CHOIR: [Self; 6] = [
        Self::Heard,
        Self::Characteristic,
        Self::Practice,
        Self::Tension,
        Self::Meaning,
        Self::Invitation,
    ];

    /// Whether it is ever of a letter.
    pub fn is_of_the_letter(self) -> bool {
        self == Self::Quote || Self::LETTER.contains(&self)
    }

    /// Whether something may be proposed from it: what pulls two ways, and what it means for us.
    pub fn may_lead_to_a_proposal(self) -> bool {
        matches!(self, Self::Tension | Self::Meaning)
    }

    /// Whether somebody is asked about it.
    pub fn asks_somebody(self) -> bool {
        matches!(self, Self::Quote | Self::Promise)
    }
}

/// A line, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub part: Part,
    /// Who said it, or said that they would do it; nobody for somebody without an account.
    pub whose: Option<PersonId>,
    /// What they have said to these words.
    pub said: Said,
    /// The host who heard the yes of somebody without an account.
    pub heard_by: Option<PersonId>,
}

impl Line {
    /// A line is written.
    pub fn new(part: Part, whose: Option<PersonId>) -> Self {
        let said = match part.asks_somebody() {
            true => Said::Asked,
            false => Said::Yes,
        };
        Self {
            part,
            whose,
            said,
            heard_by: None,
        }
    }

    /// Whoever it is of says yes to these words.
    ///
    /// # Errors
    /// [`No::TheirsToSay`] for anybody else.
    pub fn yes(self, by: PersonId) -> Result<Self, No> {
        match self.whose == Some(by) && self.part.asks_somebody() {
            true => Ok(Self {
                said: Said::Yes,
                ..self
            }),
            false => Err(No::TheirsToSay),
        }
    }

    /// A host heard the yes of somebody without an account. It counts once the other host heard it too.
    ///
    /// # Errors
    /// [`No::TheirsToSay`] where somebody can say it; [`No::OtherHost`] for the same host twice.
    pub fn heard(self, host: PersonId) -> Result<Self, No> {
        if self.part != Part::Quote || self.whose.is_some() {
            return Err(No::TheirsToSay);
        }
        match (self.said, self.heard_by) {
            (Said::Asked, _) => Ok(Self {
                said: Said::Heard,
                heard_by: Some(host),
                ..self
            }),
            (Said::Heard, Some(first)) if first != host => Ok(Self {
                said: Said::Yes,
                ..self
            }),
            (Said::Heard, _) => Err(No::OtherHost),
            (Said::Yes, _) => Ok(self),
        }
    }

    /// Other words: a yes was to the words before.
    pub fn reword(self) -> Self {
        Self::new(self.part, self.whose)
    }

    /// Whether it may be read outside the room.
    pub fn leaves(self) -> bool {
        match self.part {
            Part::Quote => self.said == Said::Yes,
            part => part.is_of_the_letter(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;
    use proptest::prelude::*;

    /// Who says yes, which host heard one, or the words change.
    #[derive(Clone, Copy, Debug)]
    enum Deed {
        Yes(usize),
        Heard(usize),
        Reword,
    }

    fn deed() -> impl Strategy<Value = Deed> {
        prop_oneof![
            (0usize..4).prop_map(Deed::Yes),
            (0usize..4).prop_map(Deed::Heard),
            Just(Deed::Reword),
        ]
    }

    proptest! {
        /// No order of deeds lets a quote leave without its speaker's yes to these very words; and for
        /// somebody without an account, without two hosts who heard it.
        #[test]
        fn no_order_of_deeds_lets_a_quote_leave_without_a_yes(
            has_account: bool,
            deeds in proptest::collection::vec(deed(), 0..12),
        ) {
            let chance = SeededChance::new(7);
            let people: Vec<PersonId> = (0..4).map(|_| PersonId::new(&chance)).collect();
            let mut line = Line::new(Part::Quote, has_account.then_some(people[0]));
            let (mut said_yes, mut heard) = (false, std::collections::BTreeSet::new());
            for deed in deeds {
                let next = match deed {
                    Deed::Yes(by) => line.yes(people[by]),
                    Deed::Heard(by) => line.heard(people[by]),
                    Deed::Reword => Ok(line.reword()),
                };
                match deed {
                    Deed::Yes(0) => said_yes = true,
                    Deed::Yes(_) => {}
                    Deed::Heard(by) => { heard.insert(by); }
                    Deed::Reword => { said_yes = false; heard.clear(); }
                }
                line = next.unwrap_or(line);
                let may = match has_account {
                    true => said_yes,
                    false => heard.len() >= 2,
                };
                prop_assert_eq!(line.leaves(), may);
            }
        }
    }

    #[test]
    fn what_stays_here_never_leaves() {
        let line = |part| Line::new(part, None).leaves();
        for part in [Part::Stays, Part::Promise, Part::Change, Part::Quote] {
            assert!(!line(part), "{part:?}");
        }
        assert!(Part::LETTER.into_iter().all(line));
    }
}
