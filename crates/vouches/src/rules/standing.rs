//! Whether vouches are independent: decided on all of a space, by taking each person out in turn.

use super::{DONE_TOGETHER, KNOWN_MONTHS, OF_IT_DAYS, VouchRefusal as No};
use kernel::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// Who counts as one: those of one pod together, anybody else by themself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit<Pod> {
    /// A pod.
    Pod(Pod),
    /// Somebody of no pod.
    Person(PersonId),
}

/// One vouch, as far as rules look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// For whom.
    pub whom: PersonId,
    /// By whom.
    pub by: PersonId,
}

/// A space: who stands in it by themselves, who came in by vouches, and all vouches that hold.
#[derive(Clone, Debug)]
pub struct Space<Pod> {
    /// Those who were there when it began to take vouches, or whose own year is over.
    pub roots: BTreeSet<PersonId>,
    /// Those who came in by vouches within the year.
    pub entered: BTreeSet<PersonId>,
    /// The vouches.
    pub vouches: Vec<Vouched>,
    /// The pod of whoever is in one.
    pub pods: BTreeMap<PersonId, Pod>,
}

/// Whether somebody may vouch for another: long enough of the space, and on ground that holds.
///
/// # Errors
/// [`No::TooNew`], [`No::TooLittle`].
pub fn may_vouch(of_it_days: i32, known_months: u32, done_together: u32) -> Result<(), No> {
    if of_it_days < OF_IT_DAYS {
        return Err(No::TooNew);
    }
    match known_months >= KNOWN_MONTHS || done_together >= DONE_TOGETHER {
        true => Ok(()),
        false => Err(No::TooLittle),
    }
}

impl<Pod: Copy + Ord> Space<Pod> {
    fn unit(&self, person: PersonId) -> Unit<Pod> {
        self.pods
            .get(&person)
            .map_or(Unit::Person(person), |pod| Unit::Pod(*pod))
    }

    /// Who vouched for somebody, of a set, counted by unit.
    fn units(&self, whom: PersonId, of: &BTreeSet<PersonId>) -> BTreeSet<Unit<Pod>> {
        let theirs = self
            .vouches
            .iter()
            .filter(|vouch| vouch.whom == whom && vouch.by != whom && of.contains(&vouch.by));
        theirs.map(|vouch| self.unit(vouch.by)).collect()
    }

    /// Who stands in the space without these: the roots, and whoever has two vouches of those who stand.
    /// A ring that rests on nothing but itself does not stand.
    pub fn standing_without(&self, without: &[PersonId]) -> BTreeSet<PersonId> {
        let mut stands: BTreeSet<PersonId> = self.roots.iter().copied().collect();
        stands.retain(|person| !without.contains(person));
        loop {
            let more: Vec<PersonId> = self
                .entered
                .iter()
                .filter(|person| !without.contains(person) && !stands.contains(person))
                .filter(|person| self.units(**person, &stands).len() >= 2)
                .copied()
                .collect();
            if more.is_empty() {
                return stands;
            }
            stands.extend(more);
        }
    }
}

/// Whether somebody's vouches are two that are independent of one another, and of them. A vouch from
/// somebody who stands only by the candidate's own vouch does not count; and with any one of those taken
/// out who vouch for them or came in by vouches, with all who stand only by that person, one vouch must be
/// left. Those who stand by themselves may have let both in. Complexity: one pass over all vouches for
/// each who is taken out.
pub fn is_independent<Pod: Copy + Ord>(space: &Space<Pod>, candidate: PersonId) -> bool {
    let without_them = space.standing_without(&[candidate]);
    if space.units(candidate, &without_them).len() < 2 {
        return false;
    }
    let vouching = space.vouches.iter().filter(|vouch| vouch.whom == candidate);
    let vouching = vouching.map(|vouch| vouch.by);
    let mut each: BTreeSet<PersonId> = space.entered.iter().copied().chain(vouching).collect();
    each.retain(|one| without_them.contains(one));
    each.iter().all(|one| {
        let left = space.standing_without(&[candidate, *one]);
        !space.units(candidate, &left).is_empty()
    })
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
