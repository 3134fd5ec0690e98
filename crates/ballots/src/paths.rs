//! Why one option is ahead of another, so that a page can say it and anybody can follow it.

use std::collections::VecDeque;

use crate::{Duel, Schulze};

/// One step of a path: an option, one that it beats, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The option that is before.
    pub from: u32,
    /// The one behind it.
    pub to: u32,
    /// How many ballots put it so.
    pub for_it: u32,
    /// How many put it the other way round; fewer.
    pub against: u32,
}

/// A strongest path: from an option to one that it beats, and on, to the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The steps, at least one.
    pub links: Vec<Link>,
    /// The weakest of them, the first such: the path is as strong as this.
    pub weakest: Link,
}

/// All there is to say of two options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The two beside each other.
    pub duel: Duel,
    /// A strongest path from the one to the other, if there is any.
    pub there: Option<Path>,
    /// A strongest path back, if there is any.
    pub back: Option<Path>,
    /// Which of the two is ahead: the one whose path is stronger; `None` where neither is.
    pub ahead: Option<u32>,
}

impl Schulze {
    /// A strongest path from the one to the other; of several as strong one with the fewest steps. O(n²).
    #[must_use]
    pub fn path(&self, one: u32, other: u32) -> Option<Path> {
        let strength = self.strongest(one, other);
        if strength == 0 {
            return None;
        }
        let mut came_from: Vec<Option<u32>> = vec![None; self.pairs().options()];
        let mut waiting = VecDeque::from([one]);
        while came_from[other as usize].is_none()
            && let Some(from) = waiting.pop_front()
        {
            for to in self.pairs().each() {
                let unseen = to != one && came_from[to as usize].is_none();
                if unseen && self.worth(self.link(from, to)) >= strength {
                    came_from[to as usize] = Some(from);
                    waiting.push_back(to);
                }
            }
        }
        let mut links = Vec::new();
        let mut at = other;
        while let Some(from) = came_from[at as usize] {
            links.push(self.link(from, at));
            at = from;
        }
        links.reverse();
        let weakest = *links.iter().min_by_key(|&&link| self.worth(link))?;
        Some(Path { links, weakest })
    }

    /// Why the one is ahead of the other, or is not. O(n²).
    #[must_use]
    pub fn why(&self, one: u32, other: u32) -> Why {
        let ahead = if self.ahead(one, other) {
            Some(one)
        } else {
            self.ahead(other, one).then_some(other)
        };
        Why {
            duel: self.pairs().duel(one, other),
            there: self.path(one, other),
            back: self.path(other, one),
            ahead,
        }
    }

    fn link(&self, from: u32, to: u32) -> Link {
        Link {
            from,
            to,
            for_it: self.pairs().before(from, to),
            against: self.pairs().before(to, from),
        }
    }

    fn worth(&self, link: Link) -> u64 {
        self.strength().of(link.for_it, link.against)
    }
}
