//! Duties, the people who can hold them, and the best cover.

use thiserror::Error;

/// What is wrong with a table of duties. Rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DutyError {
    /// A pairing names a duty that is not among the duties.
    #[error("row {row}: duty {duty} is out of range, there are {duties}")]
    NoSuchDuty {
        /// The row, from 0.
        row: usize,
        /// The duty it names.
        duty: u32,
        /// How many duties there are.
        duties: usize,
    },
    /// A pairing names a person who is not among the people.
    #[error("row {row}: person {person} is out of range, there are {people}")]
    NoSuchPerson {
        /// The row, from 0.
        row: usize,
        /// The person it names.
        person: u32,
        /// How many people there are.
        people: usize,
    },
    /// More duties or people than 32 bits count.
    #[error("more duties or people than 32 bits count")]
    TooLarge,
}

/// Duties with how many people each needs at once, people with how many duties each can hold at once, and who can
/// hold which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duties {
    pub(crate) needs: Vec<u32>,
    pub(crate) holds: Vec<u32>,
    /// For each duty, who can hold it, in order.
    pub(crate) able: Vec<Vec<u32>>,
}

/// Who holds what, so that as few places as possible stay empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// For each duty, who holds it, in order.
    pub holders: Vec<Vec<u32>>,
    /// Places that nobody can fill, whoever holds what.
    pub unfilled: u64,
}

impl Duties {
    /// A table of duties: how many people each duty needs, how many duties each person can hold, and rows of
    /// (duty, person) for who can hold which. A row that stands twice counts once.
    ///
    /// # Errors
    /// [`DutyError`], for the first row that is wrong.
    pub fn new(needs: Vec<u32>, holds: Vec<u32>, able: &[(u32, u32)]) -> Result<Duties, DutyError> {
        let (duties, people) = (needs.len(), holds.len());
        if duties.max(people) >= u32::MAX as usize {
            return Err(DutyError::TooLarge);
        }
        let mut lists = vec![Vec::new(); duties];
        for (row, &(duty, person)) in able.iter().enumerate() {
            let list =
                lists
                    .get_mut(duty as usize)
                    .ok_or(DutyError::NoSuchDuty { row, duty, duties })?;
            if person as usize >= people {
                return Err(DutyError::NoSuchPerson {
                    row,
                    person,
                    people,
                });
            }
            list.push(person);
        }
        for list in &mut lists {
            list.sort_unstable();
            list.dedup();
        }
        Ok(Duties {
            needs,
            holds,
            able: lists,
        })
    }

    /// How many duties there are.
    #[must_use]
    pub fn duties(&self) -> usize {
        self.needs.len()
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.holds.len()
    }

    /// Who can hold a duty, in order; nobody for one that is not here.
    #[must_use]
    pub fn able(&self, duty: u32) -> &[u32] {
        self.able.get(duty as usize).map_or(&[], Vec::as_slice)
    }

    /// Coverage: the duties with at least two who can hold them, and all duties. It asks nothing of whether the
    /// same two stand behind everything: see [`Duties::single_absences`]. O(duties).
    #[must_use]
    pub fn second_pair_of_hands(&self) -> (usize, usize) {
        (
            self.able.iter().filter(|able| able.len() >= 2).count(),
            self.able.len(),
        )
    }

    /// The best cover: as few unfilled places as there can be. A maximum flow, by augmenting paths from every place
    /// that the first round left empty: O(places · pairings).
    #[must_use]
    pub fn cover(&self) -> Cover {
        let matching = Matching::of(self);
        let mut holders = matching.holders;
        holders
            .iter_mut()
            .for_each(|holders| holders.sort_unstable());
        Cover {
            holders,
            unfilled: matching.unfilled,
        }
    }

    pub(crate) fn learn(&mut self, duty: u32, person: u32) {
        let list = &mut self.able[duty as usize];
        if let Err(at) = list.binary_search(&person) {
            list.insert(at, person);
        }
    }
}

/// A place that cannot be filled, and why: these duties together need more than the people who can hold any of
/// them can carry (P. Hall, J. London Math. Soc. 10, 1935).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tight {
    pub(crate) duties: Vec<u32>,
    pub(crate) people: Vec<u32>,
}

/// A cover on the way to the best.
#[derive(Debug, Clone)]
pub(crate) struct Matching {
    pub(crate) holders: Vec<Vec<u32>>,
    held: Vec<Vec<u32>>,
    room: Vec<u32>,
    pub(crate) unfilled: u64,
}

impl Matching {
    /// The best cover with everyone here.
    pub(crate) fn of(duties: &Duties) -> Matching {
        let mut matching = Matching {
            holders: vec![Vec::new(); duties.duties()],
            held: vec![Vec::new(); duties.people()],
            room: duties.holds.clone(),
            unfilled: 0,
        };
        for (duty, &need) in (0_u32..).zip(&duties.needs) {
            for &person in &duties.able[duty as usize] {
                if matching.holders[duty as usize].len() < need as usize
                    && matching.room[person as usize] > 0
                {
                    matching.take(duty, person);
                }
            }
        }
        for (duty, &need) in (0_u32..).zip(&duties.needs) {
            let empty = need as usize - matching.holders[duty as usize].len();
            for filled in 0..empty {
                if matching.fill(duties, duty).is_err() {
                    // What cannot be filled now cannot be later either.
                    matching.unfilled += (empty - filled) as u64;
                    break;
                }
            }
        }
        matching
    }

    /// Who holds anything, in order.
    pub(crate) fn holding(&self) -> impl Iterator<Item = u32> + '_ {
        (0_u32..)
            .zip(&self.held)
            .filter(|(_, held)| !held.is_empty())
            .map(|(person, _)| person)
    }

    /// Someone is away: what they held is held by others as far as that can be. Says what cannot: how many places
    /// more are empty now, and why, of each duty that lost one.
    pub(crate) fn without(&mut self, duties: &Duties, person: u32) -> Vec<Tight> {
        self.room[person as usize] = 0;
        let lost = std::mem::take(&mut self.held[person as usize]);
        for &duty in &lost {
            self.holders[duty as usize].retain(|&holder| holder != person);
        }
        let tight: Vec<Tight> = lost
            .into_iter()
            .filter_map(|duty| self.fill(duties, duty).err())
            .collect();
        self.unfilled += tight.len() as u64;
        tight
    }

    fn take(&mut self, duty: u32, person: u32) {
        self.holders[duty as usize].push(person);
        self.held[person as usize].push(duty);
        self.room[person as usize] -= 1;
    }

    /// Fills one more place of a duty: by someone with room, or by someone who gives up another duty that can be
    /// filled in turn.
    pub(crate) fn fill(&mut self, duties: &Duties, duty: u32) -> Result<(), Tight> {
        const NOBODY: u32 = u32::MAX;
        let mut asked_by = vec![NOBODY; self.room.len()];
        let mut given_up_by = vec![NOBODY; self.holders.len()];
        let mut queue = vec![duty];
        let mut tight = Tight::default();
        let mut at = 0;
        while let Some(&asking) = queue.get(at) {
            at += 1;
            for &person in &duties.able[asking as usize] {
                if asked_by[person as usize] != NOBODY
                    || self.held[person as usize].contains(&asking)
                {
                    continue;
                }
                asked_by[person as usize] = asking;
                if self.room[person as usize] > 0 {
                    self.hand_on(duty, person, &asked_by, &given_up_by);
                    return Ok(());
                }
                tight.people.push(person);
                for &other in &self.held[person as usize] {
                    if other != duty && given_up_by[other as usize] == NOBODY {
                        given_up_by[other as usize] = person;
                        queue.push(other);
                    }
                }
            }
        }
        queue.sort_unstable();
        tight.duties = queue;
        Err(tight)
    }

    fn hand_on(&mut self, first: u32, last: u32, asked_by: &[u32], given_up_by: &[u32]) {
        let mut person = last;
        loop {
            let duty = asked_by[person as usize];
            self.take(duty, person);
            if duty == first {
                return;
            }
            // Whoever held it goes to the duty that asked them.
            person = given_up_by[duty as usize];
            self.holders[duty as usize].retain(|&holder| holder != person);
            self.held[person as usize].retain(|&held| held != duty);
            self.room[person as usize] += 1;
        }
    }
}
