//! Live rounds, held in the memory of this process and nowhere else. There are only so many at once,
//! with only so many people in each, and whatever has not moved for six hours is forgotten.

mod hearing;
mod round;

pub(crate) use hearing::{Hears, Sees, ring_when_full};
pub(crate) use round::{At, Comes, Live, Picture, Verb};

use crate::rules::{RoundRefusal as No, Shape};
use kernel::{CircleId, Moment, PersonId};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use store::Stop;
use web::House;

/// So many people in one round.
pub const MOST_PEOPLE: usize = 200;
/// So many rounds at once in one process.
const MOST_ROUNDS: usize = 100;
/// So many of them kept by one person.
const MOST_OF_ONE: usize = 3;
/// A round that did not move for so long is forgotten, in hours.
const FORGOTTEN_HOURS: i64 = 6;
/// A name in a round, in characters.
pub(crate) const NAME_LIMIT: usize = 40;
/// A question, in characters.
pub(crate) const QUESTION_LIMIT: usize = 300;
/// What the circle keeps to, in characters.
pub(crate) const AGREEMENTS_LIMIT: usize = 1500;

/// A live round, as it is opened.
pub struct Opening {
    /// A question, not an agenda.
    pub question: String,
    /// What the circle keeps to, a line each.
    pub agreements: String,
    /// Who keeps it: calls the stages, and presses for whoever has no screen.
    pub keeper: PersonId,
    /// What the keeper is called in it; without, they keep and do not sit in it.
    pub called: Option<String>,
    /// Whose it is; without, it is for whoever has the address.
    pub circle: Option<CircleId>,
    /// How long each has the piece, the breath before it, and whether there is a second round.
    pub shape: Shape,
    /// Others in the order of the circle, who have no screen.
    pub names: Vec<String>,
}

/// Opens a live round in the memory of this house; its address. Whoever may read it sits down there
/// under a name of their own choosing. Nothing of it is written anywhere.
///
/// # Errors
/// A [`No`]: where the question or a name is missing or too long, a turn or breath is none, or there are
/// too many rounds.
pub fn open(house: &House, opening: Opening) -> Result<String, Stop> {
    let shape = opening.shape.checked()?;
    let question = opening.question.trim();
    if question.is_empty() || question.chars().count() > QUESTION_LIMIT {
        return Err(No::QuestionNeeded.into());
    }
    let agreements: String = opening.agreements.chars().take(AGREEMENTS_LIMIT).collect();
    let now = house.now();
    let token = people::new_token(&*house.chance);
    let mut live = Live::new(token.clone(), (question, &agreements), shape, now);
    live.keeper = Some(opening.keeper);
    live.circle = opening.circle;
    if let Some(name) = opening.called {
        // The keeper's own place is the first, where they have one.
        live.sit_down(&name, true)?;
    }
    for name in opening.names {
        live.sit_down(&name, false)?;
    }
    all(house).keep(Arc::new(live), now)?;
    Ok(address(&token))
}

/// Where a round is.
pub(crate) fn address(token: &str) -> String {
    format!("/rounds/live/{token}")
}

/// The live rounds of this house.
pub(crate) fn all(house: &House) -> Arc<Registry> {
    house.memory.of()
}

/// The live rounds there are.
#[derive(Default)]
pub(crate) struct Registry(Mutex<HashMap<String, Arc<Live>>>);

impl Registry {
    fn here(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Live>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, live: Arc<Live>, now: Moment) -> Result<(), No> {
        self.forget_old(now);
        let mut here = self.here();
        let of_one = here.values().filter(|one| one.keeper == live.keeper);
        if here.len() >= MOST_ROUNDS || of_one.count() >= MOST_OF_ONE {
            return Err(No::TooManyRounds);
        }
        here.insert(live.token.clone(), live);
        Ok(())
    }

    /// The round at this address, if it is still held.
    pub fn find(&self, token: &str, now: Moment) -> Option<Arc<Live>> {
        let live = self.here().get(token).cloned()?;
        (!is_old(&live, now)).then_some(live)
    }

    /// Every round that is held.
    pub fn held(&self, now: Moment) -> Vec<Arc<Live>> {
        let here = self.here();
        let held = here.values().filter(|live| !is_old(live, now));
        held.cloned().collect()
    }

    /// Forgets a round that is over.
    pub fn forget(&self, token: &str) {
        self.here().remove(token);
    }

    /// Forgets what has not moved for long; how many.
    pub fn forget_old(&self, now: Moment) -> usize {
        let mut here = self.here();
        let before = here.len();
        here.retain(|_, live| !is_old(live, now));
        before - here.len()
    }

    /// Lets go of somebody who leaves: what they keep is closed.
    pub fn let_go(&self, person: PersonId) {
        self.here().retain(|_, live| live.keeper != Some(person));
    }
}

/// One that moved at a later moment, by a clock that went back, is as old.
fn is_old(live: &Live, now: Moment) -> bool {
    let moved = live.moved();
    now >= moved.plus_hours(FORGOTTEN_HOURS) || now.plus_hours(FORGOTTEN_HOURS) <= moved
}
