//! An open table: what it goes through, who keeps it, and when somebody looks at it again.

use super::{Certainty, LOOK_AGAIN_DAYS, TableRefusal};
use kernel::{CircleId, Day, Member, OrganisationId, Role};
use rhythm::Beat;

/// Who keeps a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// A circle of the network.
    Circle(CircleId),
    /// A partner organisation.
    Organisation(OrganisationId),
}

impl Keeper {
    /// Whether this person keeps it with others: as a member of the circle, or speaking for the
    /// organisation. Newcomers come along with somebody first.
    pub fn includes(self, member: &Member) -> bool {
        match self {
            Self::Circle(circle) => {
                member.standing.reads_as_member() && member.circles.contains(&circle)
            }
            Self::Organisation(organisation) => member.liaison_of.contains(&organisation),
        }
    }

    /// Whether this person may change it: those who keep it, and the steward of the circle that
    /// answers asks, so that no table is left without anybody.
    pub fn may_be_changed_by(self, member: &Member, aid: CircleId) -> bool {
        self.includes(member) || member.holds(Role::Steward, aid)
    }
}

/// A table that is closed for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Why, to everybody.
    pub words: String,
    /// The day it opens again; none where a file says only that it is closed. Then it stays so
    /// until somebody looks.
    pub until: Option<Day>,
}

/// What a table goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One can come.
    Open,
    /// Not for a while.
    Closed(Closed),
    /// Not any more, since this day.
    Ended(Day),
}

/// An open table, as far as rules need to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where it stands.
    pub stage: Stage,
    /// The last day somebody looked at it; none where nobody here has yet.
    pub looked_on: Option<Day>,
    /// By when somebody looks at it again.
    pub review_on: Day,
}

impl Table {
    /// Somebody looked: it is as it stands here, and is looked at again by another day.
    pub fn look_again(self, today: Day, by: Day) -> Result<Self, TableRefusal> {
        self.lives()?;
        Ok(Self {
            looked_on: Some(today),
            review_on: review_day(today, by)?,
            ..self
        })
    }

    /// It closes for a while, and says why and until when.
    pub fn close(self, words: &str, today: Day, until: Day) -> Result<Self, TableRefusal> {
        self.lives()?;
        let words = words.trim().to_owned();
        if words.is_empty() {
            return Err(TableRefusal::ClosedWordsNeeded);
        }
        if until <= today || until > today.plus(LOOK_AGAIN_DAYS) {
            return Err(TableRefusal::ClosedDay);
        }
        Ok(Self {
            stage: Stage::Closed(Closed {
                words,
                until: Some(until),
            }),
            ..self
        })
    }

    /// It opens again before its day.
    pub fn open(self) -> Result<Self, TableRefusal> {
        self.lives()?;
        let Stage::Closed(_) = self.stage else {
            return Err(TableRefusal::OpenAlready);
        };
        Ok(Self {
            stage: Stage::Open,
            ..self
        })
    }

    /// It ends.
    pub fn end(self, today: Day) -> Result<Self, TableRefusal> {
        self.lives()?;
        Ok(Self {
            stage: Stage::Ended(today),
            ..self
        })
    }

    /// What time does: a closed table opens on its day.
    pub fn as_of(self, today: Day) -> Self {
        match &self.stage {
            Stage::Closed(closed) if closed.until.is_some_and(|until| until <= today) => Self {
                stage: Stage::Open,
                ..self
            },
            _ => self,
        }
    }

    /// Whether the day has come by which somebody was to look at it.
    pub fn wants_a_look(&self, today: Day) -> bool {
        !matches!(self.stage, Stage::Ended(_)) && self.review_on <= today
    }

    /// Refused once it has ended.
    pub fn lives(&self) -> Result<(), TableRefusal> {
        match self.stage {
            Stage::Ended(_) => Err(TableRefusal::Ended),
            _ => Ok(()),
        }
    }
}

/// A day by which somebody looks again: to come, and within half a year.
pub(crate) fn review_day(today: Day, by: Day) -> Result<Day, TableRefusal> {
    if by > today && by <= today.plus(LOOK_AGAIN_DAYS) {
        Ok(by)
    } else {
        Err(TableRefusal::ReviewDay)
    }
}

/// A rhythm as it is kept: what could be read of the words, and how well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The beats, one a line, as [`Beat`] writes itself.
    pub rules: String,
    /// How well.
    pub certainty: Certainty,
    /// The weekdays it can fall on, Monday 1 to Sunday 7, with a comma behind each.
    pub weekdays: String,
}

impl Read {
    /// Reads the words of a rhythm.
    pub fn of(words: &str) -> Self {
        let reading = rhythm::read(words);
        let certainty = if reading.is_sure() {
            Certainty::Sure
        } else if reading.beats.is_empty() {
            Certainty::Unread
        } else {
            Certainty::Doubtful
        };
        let lines: Vec<String> = reading.beats.iter().map(Beat::to_string).collect();
        let mut days: Vec<i8> = reading
            .beats
            .iter()
            .flat_map(|beat| beat.on.weekdays())
            .map(|day| day.to_monday_one_offset())
            .collect();
        days.sort_unstable();
        days.dedup();
        Self {
            rules: lines.join("\n"),
            certainty,
            weekdays: days.iter().map(|day| format!("{day},")).collect(),
        }
    }

    /// The beats of stored rules; a line that is none is left out.
    pub fn beats(rules: &str) -> Vec<Beat> {
        rules.lines().filter_map(|line| line.parse().ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table() -> Table {
        Table {
            stage: Stage::Open,
            looked_on: None,
            review_on: Day(100),
        }
    }

    #[test]
    fn a_closed_table_says_why_and_opens_on_its_day() {
        let today = Day(50);
        let no = table().close(" ", today, Day(60));
        assert_eq!(no, Err(TableRefusal::ClosedWordsNeeded));
        for day in [50, 49, 50 + LOOK_AGAIN_DAYS + 1] {
            let no = table().close("Snow.", today, Day(day));
            assert_eq!(no, Err(TableRefusal::ClosedDay));
        }
        let closed = table().close("Snow.", today, Day(60)).unwrap();
        assert_eq!(closed.clone().as_of(Day(59)), closed);
        assert_eq!(closed.clone().as_of(Day(60)).stage, Stage::Open);
        assert_eq!(
            closed.open().unwrap().open(),
            Err(TableRefusal::OpenAlready)
        );
    }

    #[test]
    fn what_has_ended_stays_ended() {
        let ended = table().end(Day(50)).unwrap();
        assert!(!ended.wants_a_look(Day(500)));
        assert_eq!(ended.clone().open(), Err(TableRefusal::Ended));
        assert_eq!(ended.clone().end(Day(51)), Err(TableRefusal::Ended));
        let again = ended.look_again(Day(51), Day(60));
        assert_eq!(again, Err(TableRefusal::Ended));
    }

    #[test]
    fn a_rhythm_is_kept_as_it_was_read() {
        let read = Read::of("2nd & 4th Tuesday 12:00pm - 4:00pm");
        assert_eq!(read.certainty, Certainty::Sure);
        assert_eq!(read.weekdays, "2,");
        assert_eq!(Read::beats(&read.rules).len(), 1);
        assert_eq!(Read::of("Mon-Fri 9-5").certainty, Certainty::Doubtful);
        assert_eq!(Read::of("call first").certainty, Certainty::Unread);
        assert!(Read::beats("nonsense\n").is_empty());
    }

    proptest! {
        /// Whatever happens to a table, it has a day by which it is looked at again, and only a
        /// look moves that day: to come, and within half a year.
        #[test]
        fn only_a_look_moves_the_day(
            steps in prop::collection::vec((0u8..5, 0i32..40, -10i32..400), 0..30),
        ) {
            let (mut table, mut today) = (table(), Day(0));
            for (step, later, ahead) in steps {
                today = today.plus(later);
                let before = table.clone().as_of(today);
                prop_assert_eq!(before.clone().as_of(today), before.clone(), "twice is as once");
                let day = today.plus(ahead);
                let after = match step {
                    0 => before.clone().look_again(today, day),
                    1 => before.clone().close("Snow.", today, day),
                    2 => before.clone().open(),
                    3 => before.clone().end(today),
                    _ => Ok(before.clone()),
                };
                table = match after {
                    Ok(after) => {
                        if step == 0 {
                            prop_assert!(after.review_on > today);
                            prop_assert!(after.review_on <= today.plus(LOOK_AGAIN_DAYS));
                        } else {
                            prop_assert_eq!(after.review_on, before.review_on);
                        }
                        after
                    }
                    Err(_) => before,
                };
            }
        }
    }
}
