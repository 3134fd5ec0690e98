//! A gathering, from the seed to its end (P22).

use super::{GatherRefusal as No, Kind, Said, Stage, Wide};
use kernel::{Day, Moment, PersonId};

/// So many hold it.
pub const HOSTS: usize = 2;
/// The draft is with the room so many hours before anybody else reads of it.
pub const ROOM_HOURS: i64 = 72;
/// The harvest is written within so many days (P23).
pub const LETTER_DAYS: i32 = 14;
/// Whatever is opened ends, or is looked at again, within so many days.
pub const LONGEST_DAYS: i32 = 365;

/// What is counted around a harvest when it is to go a step further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How far.
    pub to: Wide,
    /// Who asks for it.
    pub by: PersonId,
    /// Changes that the room asked for and that wait.
    pub changes: usize,
}

/// A gathering, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Container {
    /// What it is.
    pub kind: Kind,
    /// Where it is.
    pub stage: Stage,
    /// Its two seats, and what whoever sits there has said.
    pub hosts: [Option<(PersonId, Said)>; HOSTS],
    /// Whether it has a question.
    pub has_question: bool,
    /// It is a campaign that falls on a caucus, and what it asks for is not decided with them.
    pub undecided: bool,
    /// When it begins.
    pub begins: Moment,
    /// The day on which it ends, or is looked at again.
    pub ends: Day,
    /// The day on which what a campaign is for had come.
    pub met: Option<Day>,
    /// Since when the room has the draft as it is.
    pub returned: Option<Moment>,
    /// How far its harvest is shared.
    pub shared: Option<Wide>,
    /// How far one of its hosts would share it, and which.
    pub share_asked: Option<(Wide, PersonId)>,
}

impl Container {
    /// Whether somebody sits in one of its seats and has said yes.
    pub fn is_host(&self, person: PersonId) -> bool {
        let mut seats = self.hosts.iter().flatten();
        seats.any(|(host, said)| *host == person && *said == Said::Yes)
    }

    /// Those who have said yes.
    pub fn ready(&self) -> usize {
        let seats = self.hosts.iter().flatten();
        seats.filter(|(_, said)| *said == Said::Yes).count()
    }

    /// A host names whoever holds it with them: in place of the other, who may have vanished.
    ///
    /// # Errors
    /// [`No::NotWithOneself`].
    pub fn name_second(self, by: PersonId, whom: PersonId) -> Result<Self, No> {
        if whom == by {
            return Err(No::NotWithOneself);
        }
        let mine = self.hosts.iter().flatten().find(|(host, _)| *host == by);
        let hosts = [mine.copied(), Some((whom, Said::Asked))];
        Ok(Self { hosts, ..self })
    }

    /// Whoever was named says yes, or leaves the seat to somebody else.
    pub fn answer(self, by: PersonId, yes: bool) -> Self {
        let hosts = self.hosts.map(|seat| match seat {
            Some((host, _)) if host == by => yes.then_some((host, Said::Yes)),
            other => other,
        });
        Self { hosts, ..self }
    }

    /// People are invited: two hold it, there is a question, and it has an end.
    ///
    /// # Errors
    /// As said; [`No::AffectedFirst`] before what a campaign asks for is decided with those it falls on;
    /// [`No::FallsInRest`] while everybody rests on its day.
    pub fn invite(self, rest: Option<(Day, Day)>, today: Day) -> Result<Self, No> {
        if self.stage != Stage::Seeded {
            return Err(No::NotNow);
        }
        if self.ready() < HOSTS {
            return Err(No::SecondNeeded);
        }
        if !self.has_question {
            return Err(No::QuestionNeeded);
        }
        if self.undecided {
            return Err(No::AffectedFirst);
        }
        if self.ends < today {
            return Err(No::EndNeeded(today.plus(LONGEST_DAYS)));
        }
        if let Some((until, offered)) = rest {
            return Err(No::FallsInRest { until, offered });
        }
        Ok(Self {
            stage: Stage::Invited,
            ..self
        })
    }

    /// It took place. How many came is nobody's to write down.
    ///
    /// # Errors
    /// [`No::NotNow`]; [`No::NotYet`] before a gathering has begun.
    pub fn gathered(self, now: Moment) -> Result<Self, No> {
        if self.stage != Stage::Invited {
            return Err(No::NotNow);
        }
        let comes = matches!(self.kind, Kind::Gathering | Kind::Choir);
        if comes && now < self.begins {
            return Err(No::NotYet);
        }
        Ok(Self {
            stage: Stage::Gathered,
            ..self
        })
    }

    /// A line is written or changed. What the room already has begins its time anew.
    ///
    /// # Errors
    /// [`No::NotNow`].
    pub fn write(self, now: Moment) -> Result<Self, No> {
        let stage = match self.stage {
            Stage::Gathered | Stage::Draft => Stage::Draft,
            Stage::Room => Stage::Room,
            _ => return Err(No::NotNow),
        };
        let returned = (stage == Stage::Room).then_some(now);
        let returned = returned.max(self.returned.filter(|_| stage == Stage::Room));
        Ok(Self {
            stage,
            returned,
            share_asked: None,
            ..self
        })
    }

    /// The draft goes back to the room. A CHOIR letter has all its parts (P23).
    ///
    /// # Errors
    /// [`No::NothingWritten`], [`No::PartMissing`], [`No::NotNow`].
    pub fn to_the_room(self, (lines, missing): (usize, usize), now: Moment) -> Result<Self, No> {
        if !matches!(self.stage, Stage::Gathered | Stage::Draft) {
            return Err(No::NotNow);
        }
        if lines == 0 {
            return Err(No::NothingWritten);
        }
        if self.kind == Kind::Choir && missing > 0 {
            return Err(No::PartMissing);
        }
        Ok(Self {
            stage: Stage::Room,
            returned: Some(now),
            ..self
        })
    }

    /// From when on it can be shared.
    pub fn shareable_from(&self) -> Option<Moment> {
        self.returned.map(|at| at.plus_hours(ROOM_HOURS))
    }

    /// How far it can go next.
    pub fn next_step(&self) -> Option<Wide> {
        match (self.stage, self.shared) {
            (Stage::Room, _) => Some(Wide::Circle),
            (Stage::Shared | Stage::Resting | Stage::Closed, Some(wide)) => wide.wider(),
            _ => None,
        }
    }

    /// It goes one step further: to the circle by the word of one host; beyond it by the word of both.
    ///
    /// # Errors
    /// Before the room has had its three days, past a change it asked for, or two steps at once.
    pub fn share(self, what: Share, now: Moment) -> Result<Self, No> {
        let next = self.next_step().ok_or(No::NotNow)?;
        if what.to != next {
            return Err(No::OneStep);
        }
        let from = self.shareable_from().ok_or(No::NotNow)?;
        if now < from {
            return Err(No::RoomFirst);
        }
        if what.changes > 0 {
            return Err(No::ChangeAsked);
        }
        let both = matches!(self.share_asked, Some((to, by)) if to == next && by != what.by && self.is_host(by));
        if next != Wide::Circle && !both {
            return Ok(Self {
                share_asked: Some((next, what.by)),
                ..self
            });
        }
        let stage = match self.stage {
            Stage::Room => Stage::Shared,
            other => other,
        };
        Ok(Self {
            stage,
            shared: Some(next),
            share_asked: None,
            ..self
        })
    }

    /// It ends on purpose, or rests.
    ///
    /// # Errors
    /// [`No::NotNow`].
    pub fn end(self, rests: bool) -> Result<Self, No> {
        let stage = match self.stage {
            Stage::Closed => return Err(No::NotNow),
            Stage::Resting if rests => return Err(No::NotNow),
            _ if rests => Stage::Resting,
            _ => Stage::Closed,
        };
        Ok(Self { stage, ..self })
    }

    /// What rested is taken up again, with another end.
    ///
    /// # Errors
    /// [`No::NotNow`], [`No::EndNeeded`].
    pub fn take_up(self, ends: Option<Day>, today: Day) -> Result<Self, No> {
        if self.stage != Stage::Resting {
            return Err(No::NotNow);
        }
        self.until(ends, today).map(|it| Self {
            stage: Stage::Seeded,
            ..it
        })
    }

    /// It goes on until another day: said by its hosts, never by itself.
    ///
    /// # Errors
    /// [`No::EndNeeded`]; [`No::EndMet`] once what it is for has come.
    pub fn go_on(self, ends: Option<Day>, today: Day) -> Result<Self, No> {
        if self.stage != Stage::Invited {
            return Err(No::NotNow);
        }
        match self.met {
            Some(_) => Err(No::EndMet),
            None => self.until(ends, today),
        }
    }

    fn until(self, ends: Option<Day>, today: Day) -> Result<Self, No> {
        let latest = today.plus(LONGEST_DAYS);
        let ends = ends
            .filter(|day| *day >= today && *day <= latest)
            .ok_or(No::EndNeeded(latest))?;
        Ok(Self { ends, ..self })
    }

    /// What a campaign is for has come.
    ///
    /// # Errors
    /// [`No::NotNow`] where it is no campaign under way.
    pub fn end_is_met(self, today: Day) -> Result<Self, No> {
        match (self.kind, self.stage, self.met) {
            (Kind::Campaign, Stage::Invited, None) => Ok(Self {
                met: Some(today),
                ..self
            }),
            _ => Err(No::NotNow),
        }
    }

    /// Whether it asks to be closed with thanks: what it is for has come, or its day has.
    pub fn asks_to_close(&self, today: Day) -> bool {
        let goes_on = matches!(self.kind, Kind::Campaign | Kind::Learning);
        self.stage == Stage::Invited && (self.met.is_some() || (goes_on && today > self.ends))
    }

    /// Something new is begun within it.
    ///
    /// # Errors
    /// [`No::EndMet`] once what it is for has come; [`No::AffectedFirst`] where what it asks for is not
    /// decided with those it falls on; [`No::NotNow`] where it is not under way.
    pub fn holds_more(&self) -> Result<(), No> {
        match (self.stage, self.met) {
            (_, Some(_)) => Err(No::EndMet),
            (Stage::Invited, None) if self.undecided => Err(No::AffectedFirst),
            (Stage::Invited, None) => Ok(()),
            _ => Err(No::NotNow),
        }
    }
}

#[cfg(test)]
#[path = "container_tests.rs"]
mod tests;
