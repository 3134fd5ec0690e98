//! The times of a practice: what its rule says, and what became of single ones. Every closing writes
//! the next date, and there is one next date at most.

use super::CadenceRefusal;
use jiff::{Timestamp, civil::Time as Hour, tz::TimeZone};
use kernel::Day;
use rhythm::Recurrence;

/// So many planned times the circle is told of.
const LOOK_BACK: usize = 5;

kernel::text_enum!(
    /// What became of a time.
    Fate {
        /// The circle met.
        Held = "held",
        /// It is on another day.
        Moved = "moved",
        /// It was left out on purpose.
        Rested = "rested",
    }
);

/// What became of one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The day it fell on by the rule, which names it.
    pub on: Day,
    /// What became of it.
    pub fate: Fate,
    /// The day it was moved to, if it was.
    pub moved: Option<Day>,
    /// The next date that was written with it.
    pub next: Option<Day>,
}

/// A time that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The day it falls on by the rule, which names it.
    pub on: Day,
    /// The day it is on.
    pub day: Day,
    /// When it begins, on the wall of the place.
    pub at: Hour,
    /// The same moment.
    pub moment: Timestamp,
    /// Clocks skip the hour it would be at.
    pub skipped: bool,
}

/// How a time is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The circle met.
    Held,
    /// It is left out.
    Rested,
}

/// What comes of closing a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closing {
    /// One question first: is this the next date?
    Asks(Coming),
    /// This is written, and nothing else changes.
    Writes(Vec<Happened>),
}

/// The times of a practice in its season.
pub struct Plan<'a> {
    /// When it comes by itself.
    pub comes: &'a Recurrence,
    /// The zone of the place.
    pub zone: &'a TimeZone,
    /// The season's last day.
    pub season: Day,
    /// What became of single times.
    pub happened: &'a [Happened],
}

impl Plan<'_> {
    fn became(&self, on: Day) -> Option<Happened> {
        self.happened.iter().copied().find(|one| one.on == on)
    }

    fn fate(&self, on: Day) -> Option<Fate> {
        self.became(on).map(|one| one.fate)
    }

    /// Every time of the season, whatever became of it, each on the day it is on.
    fn all(&self) -> Vec<Coming> {
        let first = self.comes.starts().date();
        let times = self.comes.times(first, self.season.date(), self.zone);
        let mut all: Vec<Coming> = times
            .into_iter()
            .map(|time| {
                let on = Day::from_date(time.day);
                match self.became(on).and_then(|one| one.moved) {
                    Some(day) => self.moved_to(on, day),
                    None => Coming {
                        on,
                        day: on,
                        at: time.at.time(),
                        moment: time.moment,
                        skipped: time.moved,
                    },
                }
            })
            .collect();
        all.sort_by_key(|one| (one.moment, one.on));
        all
    }

    /// The same hour on another day.
    fn moved_to(&self, on: Day, day: Day) -> Coming {
        let wanted = day.date().to_datetime(self.comes.starts().time());
        let there = self.zone.to_ambiguous_zoned_datetime(wanted).compatible();
        let (at, moment) = there.map_or((wanted, Timestamp::UNIX_EPOCH), |there| {
            (there.datetime(), there.timestamp())
        });
        Coming {
            on,
            day,
            at: at.time(),
            moment,
            skipped: at != wanted,
        }
    }

    fn is_open(&self, one: &Coming) -> bool {
        !matches!(self.fate(one.on), Some(Fate::Held | Fate::Rested))
    }

    /// What comes after a moment, in order.
    pub fn coming(&self, after: Timestamp) -> Vec<Coming> {
        let all = self.all().into_iter();
        all.filter(|one| one.moment > after && self.is_open(one))
            .collect()
    }

    /// The last time that has begun, where nobody has written yet what became of it. Earlier ones are
    /// let be: there is nothing to catch up with.
    pub fn to_close(&self, now: Timestamp) -> Option<Coming> {
        let begun = self.all().into_iter().rfind(|one| one.moment <= now)?;
        self.is_open(&begun).then_some(begun)
    }

    /// How many of the last five planned times the circle met; nothing before there were five. What
    /// was left out on purpose, or lies in a rest season, was not planned.
    pub fn met_of_last(&self, today: Day, rested: impl Fn(Day) -> bool) -> Option<(usize, usize)> {
        let planned: Vec<Coming> = self
            .all()
            .into_iter()
            .filter(|one| self.fate(one.on) != Some(Fate::Rested))
            .filter(|one| one.day < today || self.fate(one.on) == Some(Fate::Held))
            .filter(|one| self.fate(one.on) == Some(Fate::Held) || !rested(one.day))
            .collect();
        let last = planned.get(planned.len().checked_sub(LOOK_BACK)?..)?;
        let met = last
            .iter()
            .filter(|one| self.fate(one.on) == Some(Fate::Held));
        Some((met.count(), LOOK_BACK))
    }

    fn planned(&self, on: Day) -> Result<Coming, CadenceRefusal> {
        let found = self.all().into_iter().find(|one| one.on == on);
        let found = found.ok_or(CadenceRefusal::NotPlanned)?;
        match self.is_open(&found) {
            true => Ok(found),
            false => Err(CadenceRefusal::ClosedAlready),
        }
    }

    /// Closes a time and writes the next date: the one that is said, or, where none is, the one by
    /// the rule once somebody has said that it is right. A time that is closed late, after a later
    /// one, writes none: there is one already.
    pub fn close(
        &self,
        (on, how): (Day, How),
        next: Option<Day>,
        (today, rested): (Day, impl Fn(Day) -> bool),
    ) -> Result<Closing, CadenceRefusal> {
        let this = self.planned(on)?;
        if how == How::Held && this.day > today {
            return Err(CadenceRefusal::NotYet);
        }
        let closed = |next| Happened {
            on,
            fate: match how {
                How::Held => Fate::Held,
                How::Rested => Fate::Rested,
            },
            moved: (this.day != on).then_some(this.day),
            next,
        };
        // There is a next date already: the circle has met since, or another time comes before.
        let there_is_one = self.all().into_iter().any(|one| {
            one.moment > this.moment && self.fate(one.on) == Some(Fate::Held)
                || one.moment < this.moment && one.day >= today && self.is_open(&one)
        });
        let after: Vec<Coming> = self.coming(this.moment);
        let by_rule = after.iter().find(|one| !rested(one.day));
        let Some(by_rule) = by_rule.filter(|_| !there_is_one) else {
            return Ok(Closing::Writes(vec![closed(None)]));
        };
        let Some(next) = next else {
            return Ok(Closing::Asks(*by_rule));
        };
        if next <= this.day || next > self.season {
            return Err(CadenceRefusal::NextBetween(self.season));
        }
        let mut writes = vec![closed(Some(next))];
        // What lies before the next date is left out; where the date is none of the rule's, the
        // first of them moves there.
        let before = after.iter().filter(|one| one.day < next);
        let is_planned = after.iter().any(|one| one.day == next);
        let mut moves = (!is_planned).then_some(next);
        if before.clone().next().is_none()
            && let Some(day) = moves.take()
        {
            writes.push(self.moves(by_rule.on, day));
        }
        for one in before {
            writes.push(match moves.take() {
                Some(day) => self.moves(one.on, day),
                None => Happened {
                    on: one.on,
                    fate: Fate::Rested,
                    moved: None,
                    next: None,
                },
            });
        }
        Ok(Closing::Writes(writes))
    }

    fn moves(&self, on: Day, day: Day) -> Happened {
        Happened {
            on,
            fate: Fate::Moved,
            moved: Some(day),
            next: None,
        }
    }

    /// Moves a time to another day.
    pub fn move_to(
        &self,
        on: Day,
        to: Option<Day>,
        today: Day,
    ) -> Result<Happened, CadenceRefusal> {
        let this = self.planned(on)?;
        let to = to.filter(|to| (today..=self.season).contains(to) && *to != this.day);
        let to = to.ok_or(CadenceRefusal::NextBetween(self.season))?;
        let taken = |one: Coming| one.on != on && one.day == to && self.is_open(&one);
        if self.all().into_iter().any(taken) {
            return Err(CadenceRefusal::AnotherThen);
        }
        Ok(self.moves(on, to))
    }
}
