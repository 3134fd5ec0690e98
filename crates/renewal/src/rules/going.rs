//! Stepping back, leaving, and handing over for somebody who cannot (P5).

use super::RenewalRefusal as No;
use kernel::{Day, PersonId, Standing};
use web::Disposition;

/// A hand-over takes two weeks unless somebody says otherwise.
pub const USUAL_DAYS: i32 = 14;
/// The longest hand-over, in days: later it is another decision.
pub const LONGEST_DAYS: i32 = 92;
/// So long after the last day somebody may still be asked; then they are free.
pub const LONGEST_REACH_DAYS: i32 = 31;

kernel::text_enum!(
    /// Where somebody goes.
    Going {
        /// They lay everything down and stay who they are; one word brings them back.
        StepBack = "step_back",
        /// They leave.
        Leave = "leave",
        /// Two people handed over what they held, because they cannot.
        Emergency = "emergency",
    }
);

kernel::text_enum!(
    /// Where they are on the way.
    GoingStage {
        /// Until the day they said.
        HandingOver = "handing_over",
        /// They hold nothing any more.
        Done = "done",
    }
);

kernel::text_enum!(
    /// What they say of a round of thanks; nobody is thanked who would rather not.
    Thanks {
        /// Nothing.
        Unsaid = "unsaid",
        /// It is welcome.
        Welcome = "welcome",
        /// Rather not.
        RatherNot = "rather_not",
    }
);

kernel::text_enum!(
    /// What somebody who was named has said.
    Said {
        /// Not yet anything.
        Asked = "asked",
        /// Yes.
        Yes = "yes",
    }
);

/// The last day as it was typed; two weeks from today where none was.
///
/// # Errors
/// [`No::DayNotUnderstood`] where it is none, has passed, or is later than a hand-over takes.
pub fn target(typed: Option<&str>, today: Day) -> Result<Day, No> {
    match typed {
        None => Ok(today.plus(USUAL_DAYS)),
        Some(text) => Day::parse(text)
            .filter(|day| (today..=today.plus(LONGEST_DAYS)).contains(day))
            .ok_or(No::DayNotUnderstood(today.plus(LONGEST_DAYS))),
    }
}

/// Until when they may still be asked.
///
/// # Errors
/// [`No::ReachTooLong`] where it is before the last day, or a month after it.
pub fn reachable(typed: Option<&str>, target: Day) -> Result<Option<Day>, No> {
    let Some(text) = typed else { return Ok(None) };
    let latest = target.plus(LONGEST_REACH_DAYS);
    Day::parse(text)
        .filter(|day| (target..=latest).contains(day))
        .map(Some)
        .ok_or(No::ReachTooLong(latest))
}

/// What shall become of a thing, as it was chosen: a name only where somebody takes it on.
///
/// # Errors
/// [`No::NotThisWay`] where the thing cannot; [`No::NameNeeded`] where nobody was named.
pub fn choice(
    may: &[Disposition],
    how: Disposition,
    to: Option<PersonId>,
) -> Result<(Disposition, Option<PersonId>), No> {
    match (may.contains(&how), how, to) {
        (false, ..) => Err(No::NotThisWay),
        (true, Disposition::Successor, None) => Err(No::NameNeeded),
        (true, Disposition::Successor, to) => Ok((how, to)),
        (true, ..) => Ok((how, None)),
    }
}

/// What does become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How.
    pub how: Disposition,
    /// Who takes it on, who has said yes.
    pub to: Option<PersonId>,
}

/// Silence is never consent (N10): whoever was named and has not said yes takes nothing on, and the
/// thing goes back to its circle.
pub fn outcome(how: Disposition, to: Option<PersonId>, said: Option<Said>) -> Outcome {
    match (how, to, said) {
        (Disposition::Successor, Some(to), Some(Said::Yes)) => Outcome { how, to: Some(to) },
        (Disposition::Successor, ..) => Outcome {
            how: Disposition::Circle,
            to: None,
        },
        _ => Outcome { how, to: None },
    }
}

/// How near somebody is to whom it is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Near {
    /// Steward of a circle.
    pub steward: bool,
    /// Their buddy.
    pub buddy: bool,
    /// Learns alongside what they hold.
    pub shadow: bool,
    /// Of the circle that cares.
    pub care: bool,
}

/// Whether somebody may hand over for another who cannot: whoever is near, is here, and is not the one
/// it is about.
///
/// # Errors
/// As above, in a sentence.
pub fn may_hand_over(
    (by, standing): (PersonId, Standing),
    near: Near,
    about: PersonId,
) -> Result<(), No> {
    let here = matches!(standing, Standing::Member | Standing::SteppingBack);
    if by == about {
        Err(No::YouSpeakYourself)
    } else if here && (near.steward || near.buddy || near.shadow || near.care) {
        Ok(())
    } else {
        Err(No::NotNear)
    }
}

/// N9: the second is another person.
///
/// # Errors
/// [`No::SecondNeeded`].
pub fn second(asked_by: PersonId, by: PersonId) -> Result<(), No> {
    if asked_by == by {
        Err(No::SecondNeeded)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededChance;

    #[test]
    fn a_hand_over_is_two_weeks_or_what_was_said_within_a_season() {
        let today = Day::new(2026, 6, 28).unwrap();
        assert_eq!(target(None, today), Ok(Day::new(2026, 7, 12).unwrap()));
        assert_eq!(target(Some("2026-06-28"), today), Ok(today));
        for wrong in ["2026-06-27", "2026-10-01", "soon"] {
            assert!(target(Some(wrong), today).is_err(), "{wrong}");
        }
        let target = Day::new(2026, 7, 12).unwrap();
        assert_eq!(reachable(None, target), Ok(None));
        assert_eq!(
            reachable(Some("2026-07-26"), target),
            Ok(Day::new(2026, 7, 26))
        );
        for wrong in ["2026-07-11", "2026-08-13"] {
            assert!(reachable(Some(wrong), target).is_err(), "{wrong}");
        }
    }

    #[test]
    fn silence_takes_nothing_on() {
        let sam = PersonId::new(&SeededChance::new(1));
        let back = Outcome {
            how: Disposition::Circle,
            to: None,
        };
        for said in [None, Some(Said::Asked)] {
            assert_eq!(outcome(Disposition::Successor, Some(sam), said), back);
        }
        assert_eq!(
            outcome(Disposition::Successor, Some(sam), Some(Said::Yes)).to,
            Some(sam)
        );
        assert_eq!(
            outcome(Disposition::Pause, None, None).how,
            Disposition::Pause
        );
    }

    #[test]
    fn a_thing_becomes_only_what_it_can() {
        let sam = PersonId::new(&SeededChance::new(1));
        let may = &[Disposition::Successor, Disposition::Circle];
        assert_eq!(choice(may, Disposition::Pause, None), Err(No::NotThisWay));
        assert_eq!(
            choice(may, Disposition::Successor, None),
            Err(No::NameNeeded)
        );
        assert_eq!(
            choice(may, Disposition::Circle, Some(sam)),
            Ok((Disposition::Circle, None))
        );
    }

    #[test]
    fn two_who_are_near_and_neither_is_the_one_it_is_about() {
        let chance = SeededChance::new(2);
        let (amara, sam) = (PersonId::new(&chance), PersonId::new(&chance));
        let near = Near {
            shadow: true,
            ..Near::default()
        };
        let here = Standing::Member;
        assert_eq!(may_hand_over((sam, here), near, amara), Ok(()));
        assert_eq!(
            may_hand_over((sam, here), Near::default(), amara),
            Err(No::NotNear)
        );
        assert_eq!(
            may_hand_over((sam, Standing::Participant), near, amara),
            Err(No::NotNear)
        );
        assert_eq!(
            may_hand_over((amara, here), near, amara),
            Err(No::YouSpeakYourself)
        );
        assert_eq!(second(sam, sam), Err(No::SecondNeeded));
        assert_eq!(second(sam, amara), Ok(()));
    }
}
