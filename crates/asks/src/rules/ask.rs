//! One ask from the first word to the neighbour's own (P6).

use super::{
    AskRefusal as No, FOLLOW_UP_DAYS, FOLLOW_UP_GIVEN_UP_DAYS, PLAN_SECONDS, WORD_SECONDS, on_shift,
};
use kernel::{CircleId, Day, Member, Moment, OrganisationId, PersonId, Standing};

kernel::text_enum!(
    /// What the receiver says. Only they, or the shift relaying their words, can say it.
    Word {
        /// It helped.
        Helped = "helped",
        /// Partly.
        Partly = "partly",
        /// It didn't help.
        DidntHelp = "didnt_help",
        /// It made things harder.
        MadeHarder = "made_harder",
    }
);

/// Where an ask is on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// It has come; no person has answered yet.
    Received,
    /// A person has spoken with the asker.
    Heard,
    /// Its published words stand on the board.
    Open,
    /// Someone said "I can".
    Claimed {
        /// Who.
        by: PersonId,
        /// Since when.
        since: Moment,
    },
    /// They agreed when and how.
    Arranged {
        /// Who goes.
        by: PersonId,
    },
    /// Whoever went says it is done; the receiver has not spoken yet.
    SaidDone {
        /// Who went.
        by: PersonId,
        /// When they said so.
        at: Moment,
    },
    /// The receiver has spoken.
    Told {
        /// Who went.
        by: Option<PersonId>,
        /// Their word.
        word: Word,
        /// The day by which a person calls, while that call is still to come.
        follow_up: Option<Day>,
    },
    /// A week without a word; it never counts as helped.
    Unconfirmed {
        /// Who went.
        by: Option<PersonId>,
    },
    /// Handed on to a partner, with the asker's consent.
    Referred {
        /// To whom.
        to: OrganisationId,
    },
    /// An honest no.
    Unable,
    /// The asker took it back.
    Withdrawn,
}

impl Stage {
    /// Whoever said "I can", while it is theirs.
    pub fn claimer(self) -> Option<PersonId> {
        match self {
            Self::Claimed { by, .. } | Self::Arranged { by } | Self::SaidDone { by, .. } => {
                Some(by)
            }
            Self::Told { by, .. } | Self::Unconfirmed { by } => by,
            _ => None,
        }
    }
}

/// What the asker has said yes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Consent {
    /// These words may stand on the board.
    pub share_words: bool,
    /// A partner may be told.
    pub share_with_partner: bool,
    /// Only somebody from the shift should come.
    pub shift_only: bool,
}

/// One ask, as far as rules look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Where it is.
    pub stage: Stage,
    /// What the asker has said yes to.
    pub consent: Consent,
    /// The organisation that whoever said "I can" speaks for in this, if they do.
    pub claimed_for: Option<OrganisationId>,
    /// The day it closed; the days of its words are counted from here.
    pub closed_on: Option<Day>,
    /// The day the address goes.
    pub place_dies_on: Option<Day>,
    /// The day whoever went said it was done.
    pub delivered_on: Option<Day>,
    /// The last day it looks for somebody.
    pub ends_on: Day,
}

/// What a clock did to an ask.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clocked {
    /// Open again after two days without a plan.
    OpenAgain,
    /// A week without a word.
    Unconfirmed,
    /// An honest no, because nobody was found in time.
    NobodyFound,
    /// The follow-up could not be made; it closes.
    Closed,
}

fn refuse_if(condition: bool, no: No) -> Result<(), No> {
    if condition { Err(no) } else { Ok(()) }
}

impl Ask {
    /// A person has answered: only that counts as heard.
    pub fn hear(self, by: &Member, aid: CircleId, consent: Consent) -> Result<Ask, No> {
        on_shift(by, aid)?;
        refuse_if(self.stage != Stage::Received, No::AlreadyHeard)?;
        Ok(Ask {
            stage: Stage::Heard,
            consent,
            ..self
        })
    }

    /// The words the asker agreed to go on the board, without a name.
    pub fn publish(self, by: &Member, aid: CircleId, published: &str) -> Result<Ask, No> {
        on_shift(by, aid)?;
        refuse_if(
            !matches!(self.stage, Stage::Heard | Stage::Open),
            No::NotHeard,
        )?;
        refuse_if(!self.consent.share_words, No::NoConsent)?;
        refuse_if(published.trim().is_empty(), No::PublishedNeeded)?;
        refuse_if(looks_like_contact(published), No::PublishedHasContact)?;
        Ok(Ask {
            stage: Stage::Open,
            ..self
        })
    }

    /// Someone says "I can". From here on only they and the shift see how to reach the asker.
    pub fn claim(self, by: &Member, aid: CircleId, now: Moment) -> Result<Ask, No> {
        refuse_if(self.stage != Stage::Open, No::NotOpen)?;
        refuse_if(by.is_resting(), No::YouAreResting)?;
        refuse_if(
            matches!(
                by.standing,
                Standing::Guest | Standing::Participant | Standing::Left
            ),
            No::NotYetAMember,
        )?;
        refuse_if(
            self.consent.shift_only && on_shift(by, aid).is_err(),
            No::ShiftOnly,
        )?;
        Ok(Ask {
            stage: Stage::Claimed {
                by: by.id,
                since: now,
            },
            ..self
        })
    }

    /// "I can", for an organisation one speaks for, where the asker has said that a partner may be
    /// told. How to reach the asker still opens to one person only.
    pub fn claim_for(
        self,
        by: &Member,
        organisation: OrganisationId,
        aid: CircleId,
        now: Moment,
    ) -> Result<Ask, No> {
        refuse_if(!by.liaison_of.contains(&organisation), No::NotTheirs)?;
        refuse_if(!self.consent.share_with_partner, No::NoPartnerConsent)?;
        Ok(Ask {
            claimed_for: Some(organisation),
            ..self.claim(by, aid, now)?
        })
    }

    /// Both agreed when and how.
    pub fn plan(self, by: &Member, plan: &str) -> Result<Ask, No> {
        let (Stage::Claimed { by: claimer, .. } | Stage::Arranged { by: claimer }) = self.stage
        else {
            return Err(No::NotYours);
        };
        refuse_if(claimer != by.id, No::NotYours)?;
        refuse_if(plan.trim().is_empty(), No::PlanNeeded)?;
        Ok(Ask {
            stage: Stage::Arranged { by: claimer },
            ..self
        })
    }

    /// "I can't after all": it is open again at once, and no word of blame stands anywhere.
    pub fn unclaim(self, by: &Member) -> Result<Ask, No> {
        let (Stage::Claimed { by: claimer, .. } | Stage::Arranged { by: claimer }) = self.stage
        else {
            return Err(No::NotYours);
        };
        refuse_if(claimer != by.id, No::NotYours)?;
        Ok(self.open_again())
    }

    fn open_again(self) -> Ask {
        Ask {
            stage: Stage::Open,
            claimed_for: None,
            ..self
        }
    }

    /// Whoever went says it is done. Nothing counts as helped by this.
    pub fn say_done(self, by: &Member, now: Moment, today: Day) -> Result<Ask, No> {
        let Stage::Arranged { by: claimer } = self.stage else {
            return Err(No::NotArranged);
        };
        refuse_if(claimer != by.id, No::NotYours)?;
        let stage = Stage::SaidDone {
            by: claimer,
            at: now,
        };
        Ok(Ask {
            stage,
            delivered_on: Some(today),
            ..self
        })
    }

    /// The receiver's word (N10): the only source of "helped". After a week of silence they may
    /// still speak, for as long as the ask is there.
    pub fn word(self, word: Word, today: Day) -> Result<Ask, No> {
        let by = match self.stage {
            Stage::SaidDone { by, .. } => Some(by),
            Stage::Unconfirmed { by } => by,
            // A second thought replaces the first.
            Stage::Told { by, .. } => by,
            _ => return Err(No::NotSaidDone),
        };
        let right = word == Word::Helped;
        let follow_up = (!right).then(|| today.plus(FOLLOW_UP_DAYS));
        Ok(Ask {
            stage: Stage::Told {
                by,
                word,
                follow_up,
            },
            closed_on: right.then_some(today),
            place_dies_on: Some(today.plus(super::PLACE_DAYS)),
            ..self
        })
    }

    /// A person called after "partly", "it didn't help" or "it made things harder".
    pub fn follow_up_made(self, by: &Member, aid: CircleId, today: Day) -> Result<Ask, No> {
        on_shift(by, aid)?;
        let Stage::Told {
            by: went,
            word,
            follow_up: Some(_),
        } = self.stage
        else {
            return Err(No::NoFollowUp);
        };
        let stage = Stage::Told {
            by: went,
            word,
            follow_up: None,
        };
        Ok(Ask {
            stage,
            closed_on: Some(today),
            ..self
        })
    }

    /// Handed on to a partner; only with the asker's consent.
    pub fn refer(
        self,
        by: &Member,
        aid: CircleId,
        to: OrganisationId,
        today: Day,
    ) -> Result<Ask, No> {
        on_shift(by, aid)?;
        refuse_if(
            !matches!(self.stage, Stage::Heard | Stage::Open),
            No::NotHeard,
        )?;
        refuse_if(!self.consent.share_with_partner, No::NoPartnerConsent)?;
        Ok(self.ended(Stage::Referred { to }, today))
    }

    /// An honest no, with its reason in plain words.
    pub fn cant(self, by: &Member, aid: CircleId, reason: &str, today: Day) -> Result<Ask, No> {
        on_shift(by, aid)?;
        refuse_if(
            !matches!(self.stage, Stage::Heard | Stage::Open),
            No::NotHeard,
        )?;
        refuse_if(reason.trim().is_empty(), No::ReasonNeeded)?;
        Ok(self.ended(Stage::Unable, today))
    }

    /// The asker takes it back, at any time, without a reason.
    pub fn withdraw(self, today: Day) -> Result<Ask, No> {
        refuse_if(self.stage == Stage::Withdrawn, No::AlreadyEnded)?;
        Ok(self.ended(Stage::Withdrawn, today))
    }

    /// What the clock does; nothing where its time has not come. Doing it twice changes nothing.
    pub fn clock(self, now: Moment, today: Day) -> Result<(Ask, Clocked), Ask> {
        match self.stage {
            Stage::Claimed { since, .. } if now >= since.plus_seconds(PLAN_SECONDS) => {
                Ok((self.open_again(), Clocked::OpenAgain))
            }
            Stage::SaidDone { by, at } if now >= at.plus_seconds(WORD_SECONDS) => {
                let stage = Stage::Unconfirmed { by: Some(by) };
                let place_dies_on = Some(today.plus(super::PLACE_DAYS));
                let closed = Ask {
                    stage,
                    closed_on: Some(today),
                    place_dies_on,
                    ..self
                };
                Ok((closed, Clocked::Unconfirmed))
            }
            Stage::Received | Stage::Heard | Stage::Open if today > self.ends_on => {
                Ok((self.ended(Stage::Unable, today), Clocked::NobodyFound))
            }
            Stage::Told {
                follow_up: Some(day),
                ..
            } if self.closed_on.is_none() && today > day.plus(FOLLOW_UP_GIVEN_UP_DAYS) => Ok((
                Ask {
                    closed_on: Some(today),
                    ..self
                },
                Clocked::Closed,
            )),
            _ => Err(self),
        }
    }

    fn ended(self, stage: Stage, today: Day) -> Ask {
        let place_dies_on = Some(today.plus(super::PLACE_DAYS));
        Ask {
            stage,
            closed_on: Some(today),
            place_dies_on,
            ..self
        }
    }
}

/// Six digits in a row, or an `@`, do not belong on the board: they lead to somebody.
fn looks_like_contact(text: &str) -> bool {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '/'))
        .collect();
    let mut run = 0;
    for c in digits.chars() {
        run = if c.is_ascii_digit() { run + 1 } else { 0 };
        if run >= 6 {
            return true;
        }
    }
    text.contains('@')
}

#[cfg(test)]
#[path = "ask_tests.rs"]
mod tests;
