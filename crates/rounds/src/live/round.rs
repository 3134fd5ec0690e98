//! One live round: the rule, the names, and whoever hears it.

use super::{
    MOST_PEOPLE, NAME_LIMIT,
    hearing::{Heard, Lines},
};
use crate::rules::{Reach, Round, RoundRefusal as No, Shape, Stage, Stays, Turn};
use kernel::{CircleId, Moment, PersonId};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use web::House;

/// Somebody in a round.
struct Someone {
    name: String,
    /// What their browser holds; none for whoever has no screen.
    token: Option<String>,
}

/// Who comes: by what their browser holds, and as whom they are signed in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Comes {
    pub token: Option<String>,
    pub person: Option<PersonId>,
}

/// What somebody is in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    /// Their place in the order.
    pub place: Option<usize>,
    /// Whether they keep it.
    pub keeps: bool,
}

/// What can be pressed; each names the turn it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// The piece goes to the next, where nobody has it.
    Give(u32),
    /// The piece is handed on, or passed.
    HandOn(u32, Stays),
    /// The next stage.
    Open(Stage),
}

impl Verb {
    /// Reads what a button says: `next.12`, `pass.12`, `give.12`, `open.silence`.
    pub fn parse(text: &str) -> Option<Self> {
        let (verb, what) = text.split_once('.')?;
        match verb {
            "open" => Stage::parse(what).map(Self::Open),
            "give" => what.parse().ok().map(Self::Give),
            "next" => Some(Self::HandOn(what.parse().ok()?, Stays::Spoke)),
            "pass" => Some(Self::HandOn(what.parse().ok()?, Stays::Passed)),
            _ => None,
        }
    }
}

/// What moves of a round.
pub(super) struct Moves {
    pub round: Round,
    people: Vec<Someone>,
    pub moved: Moment,
    /// The turn whose fullness is already waited for.
    pub rings_for: u32,
}

/// One live round.
pub(crate) struct Live {
    /// The secret of its address.
    pub token: String,
    pub question: String,
    pub agreements: String,
    pub keeper: Option<PersonId>,
    pub circle: Option<CircleId>,
    keeper_sits: bool,
    moves: Mutex<Moves>,
    pub(super) heard: watch::Sender<Arc<Heard>>,
    pub(super) lines: Arc<Lines>,
}

/// A round as it is at one moment, with the names of the circle.
pub(crate) struct Picture {
    pub stage: Stage,
    pub following: Stage,
    pub turn: Option<Turn>,
    pub turns: u32,
    /// Whose turn it is.
    pub now: Option<String>,
    /// Who comes after them.
    pub next: Option<String>,
    /// Whether everybody was reached.
    pub whole: bool,
    /// Whether whoever has it had it before in this round.
    pub last_time: bool,
    pub full: bool,
    pub shape: Shape,
    /// All in the order of the circle.
    pub order: Vec<(String, Reach)>,
}

impl Live {
    pub fn new(
        token: String,
        (question, agreements): (&str, &str),
        shape: Shape,
        now: Moment,
    ) -> Self {
        Self {
            token,
            question: question.to_owned(),
            agreements: agreements.trim().to_owned(),
            keeper: None,
            circle: None,
            keeper_sits: false,
            moves: Mutex::new(Moves {
                round: Round::new(shape),
                people: Vec::new(),
                moved: now,
                rings_for: 0,
            }),
            heard: watch::channel(Arc::default()).0,
            lines: Arc::default(),
        }
    }

    pub(super) fn moves(&self) -> MutexGuard<'_, Moves> {
        self.moves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When it moved last.
    pub fn moved(&self) -> Moment {
        self.moves().moved
    }

    /// While it is being opened: somebody without a screen; or the keeper, who has one by who they are.
    pub(super) fn sit_down(&mut self, name: &str, is_keeper: bool) -> Result<(), No> {
        self.moves().sit_down(name, None)?;
        self.keeper_sits |= is_keeper;
        Ok(())
    }

    /// What somebody who comes is in it.
    pub fn at(&self, comes: &Comes) -> At {
        let keeps = self.keeper.is_some() && self.keeper == comes.person;
        let moves = self.moves();
        let by_token = comes.token.as_ref().and_then(|token| {
            let mut people = moves.people.iter();
            people.position(|one| one.token.as_ref() == Some(token))
        });
        At {
            place: by_token.or((keeps && self.keeper_sits).then_some(0)),
            keeps,
        }
    }

    /// Somebody sits down with a screen of their own; what their browser is to hold.
    pub fn join(&self, house: &House, name: &str) -> Result<String, No> {
        let token = people::new_token(&*house.chance);
        let mut moves = self.moves();
        moves.sit_down(name, Some(token.clone()))?;
        self.tell(house, &mut moves);
        Ok(token)
    }

    /// Somebody without a screen sits down.
    pub fn add(&self, house: &House, name: &str) -> Result<(), No> {
        let mut moves = self.moves();
        moves.sit_down(name, None)?;
        self.tell(house, &mut moves);
        Ok(())
    }

    /// A name for somebody without a screen: `caller 1`, and so on.
    pub fn free_name(&self, words: impl Fn(usize) -> String) -> String {
        let moves = self.moves();
        let all = (1..).map(words);
        let mut free = all.filter(|name| !moves.has(name));
        free.next().unwrap_or_default()
    }

    /// Something is pressed. Whoever has the piece hands it on; the keeper presses for anybody, and calls
    /// the stages; for anybody else there is nothing to press.
    ///
    /// # Errors
    /// As the rule says; who was not reached is said in the names of the circle.
    pub fn press(&self, house: &House, at: At, verb: Verb) -> Result<(), No> {
        let now = house.now();
        let mut moves = self.moves();
        match verb {
            Verb::HandOn(turn, stays) => {
                let held = moves.round.turn().filter(|held| held.number == turn);
                // What was meant for a turn that is over is nobody's fault.
                let held = held.ok_or(No::MovedOn)?;
                if !at.keeps && at.place != Some(held.place) {
                    return Err(No::NotYourTurn);
                }
                moves.round.hand_on(turn, stays, now)?;
            }
            _ if !at.keeps => return Err(No::KeepersOnly),
            Verb::Give(after) => moves.round.give(after, now)?,
            Verb::Open(stage) => match moves.round.open(stage) {
                Err(No::NotReached(places)) => {
                    let names: Vec<_> = places.iter().map(|at| moves.name(*at)).collect();
                    return Err(No::NotReachedYet(names.join(", ")));
                }
                opened => opened?,
            },
        }
        self.tell(house, &mut moves);
        Ok(())
    }

    /// It is over: everybody is told so, and nothing of it is left.
    pub fn close(&self, house: &House) {
        let mut moves = self.moves();
        moves.round.close();
        self.tell(house, &mut moves);
        moves.people.clear();
    }

    /// How it is at a moment.
    pub fn picture(&self, now: Moment) -> Picture {
        self.moves().picture(now)
    }
}

impl Moves {
    fn has(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.people
            .iter()
            .any(|one| one.name.to_lowercase() == name)
    }

    fn name(&self, place: usize) -> String {
        let one = self.people.get(place);
        one.map(|one| one.name.clone()).unwrap_or_default()
    }

    fn sit_down(&mut self, typed: &str, token: Option<String>) -> Result<usize, No> {
        let name: String = typed.chars().filter(|c| !c.is_control()).collect();
        let name = name.trim();
        if name.is_empty() || name.chars().count() > NAME_LIMIT {
            return Err(No::NameNeeded);
        }
        if self.has(name) {
            return Err(No::NameTaken);
        }
        if self.people.len() >= MOST_PEOPLE {
            return Err(No::RoundFull);
        }
        let place = self.round.sit_down()?;
        self.people.push(Someone {
            name: name.to_owned(),
            token,
        });
        Ok(place)
    }

    pub(super) fn picture(&self, now: Moment) -> Picture {
        let round = &self.round;
        let turn = round.turn();
        let next = round.coming().first().map(|place| self.name(*place));
        let order = round.places().iter().enumerate();
        Picture {
            stage: round.stage(),
            following: round.following(),
            turns: round.turns(),
            now: turn.map(|turn| self.name(turn.place)),
            next,
            whole: round.is_whole(),
            last_time: turn.is_some_and(|turn| round.places()[turn.place] == Reach::ComesBack),
            full: round.is_full(now),
            shape: round.shape(),
            order: order.map(|(at, reach)| (self.name(at), *reach)).collect(),
            turn,
        }
    }
}
