//! What people did in this run, as far as the invariants ask for it.

use crate::seen::{Id, Seen};
use kernel::Day;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody can be asked for at once who said nothing.
const USUAL_CEILING: usize = 2;

/// How many days what somebody said of it is kept.
const CEILING_DAYS: i32 = 365;

/// What needs the word of two, or of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// Somebody would sit down with another: of a meeting, or an introduction.
    WouldMeet,
    /// They met.
    Met,
    /// It counts as a tie.
    Counts,
    /// An alert is as it was reported.
    Confirms,
}

/// What people did.
#[derive(Default)]
pub struct Journal {
    /// Offers that whoever receives them said yes to.
    pub accepted: BTreeSet<Id>,
    /// Those who took a standing place since the last step.
    pub took: BTreeSet<Id>,
    /// How often somebody was asked by the plan on a day.
    pub asked: BTreeMap<(Id, i32), usize>,
    /// What somebody said they could be asked for at once, and on which day; it is kept for a year.
    pub ceilings: BTreeMap<Id, (usize, Day)>,
    /// Who said what of what.
    pub words: BTreeMap<(Of, Id), BTreeSet<Id>>,
    /// How many ballots were laid into the box of a choice.
    pub cast: BTreeMap<Id, usize>,
    /// Those who offered to go and look.
    pub lookers: BTreeSet<Id>,
    /// In which circle somebody vouched.
    pub vouchers: BTreeSet<(Id, Id)>,
    /// How often each deed was done, and how often it was refused or there was nothing to do.
    pub done: BTreeMap<&'static str, (usize, usize)>,
    /// Pages that were shown.
    pub pages: usize,
    /// How many chose letters.
    pub letter_readers: usize,
    /// Letters that left.
    pub letters: usize,
    known: BTreeSet<Id>,
}

impl Journal {
    /// What somebody can be asked for at once.
    pub fn ceiling(&self, person: Id, today: Day) -> usize {
        let said = self.ceilings.get(&person);
        let said = said.filter(|(_, on)| today.0 - on.0 <= CEILING_DAYS);
        said.map_or(USUAL_CEILING, |(most, _)| *most)
    }

    /// These people say it of something.
    pub fn says(&mut self, what: Of, id: Id, people: &[Id]) {
        self.words.entry((what, id)).or_default().extend(people);
    }

    /// Whether somebody says it.
    pub fn said(&self, what: Of, id: Id) -> bool {
        self.words.contains_key(&(what, id))
    }

    /// Whether two say it.
    pub fn both_say(&self, what: Of, id: Id) -> bool {
        self.words.get(&(what, id)).is_some_and(|by| by.len() > 1)
    }

    /// Counts askings that were not there before.
    pub fn count(&mut self, now: &Seen) {
        for line in &now.askings {
            let by_plan = !matches!(line.word.as_str(), "named" | "woke");
            if self.known.insert(line.id()) && by_plan {
                let day = i32::try_from(line.one).unwrap_or_default();
                *self.asked.entry((line.to(), day)).or_default() += 1;
            }
        }
    }

    /// A deed was done, or not.
    pub fn note(&mut self, deed: &'static str, done: bool) {
        let counts = self.done.entry(deed).or_default();
        if done {
            counts.0 += 1;
        } else {
            counts.1 += 1;
        }
    }
}
