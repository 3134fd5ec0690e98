//! A round as a circle holds it: one has the piece and the others listen; whoever passes is come back
//! to once; then silence, a second round, and only then answers. Places are numbers in the order of the
//! circle; who sits there is not known here.

use super::RoundRefusal as No;
use kernel::Moment;
use std::collections::VecDeque;

/// A breath between two who speak, in seconds.
pub const LEAST_PAUSE: i64 = 5;
/// The longest breath.
pub const MOST_PAUSE: i64 = 60;
/// The shortest turn, in seconds.
pub const LEAST_TURN: i64 = 15;
/// The longest.
pub const MOST_TURN: i64 = 15 * 60;

kernel::text_enum!(
    /// Where a round is, in the order of the stages.
    Stage {
        /// Each has the piece.
        Round1 = "round1",
        /// Nobody has it.
        Silence = "silence",
        /// Each has it again: what moved or changed in me?
        Round2 = "round2",
        /// Answers, after saying back what one heard.
        Respond = "respond",
        /// What people agree to carry out of it.
        Harvest = "harvest",
        /// Over.
        Closed = "closed",
    }
);

/// How a round is held: the same for everybody in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// How long each has the piece, in seconds.
    pub seconds: i64,
    /// The breath before each speaks, in seconds.
    pub pause: i64,
    /// Whether there is a second round.
    pub again: bool,
}

impl Shape {
    /// Refused where a turn or a breath is too short or too long to be one.
    ///
    /// # Errors
    /// [`No::TurnLength`], [`No::PauseLength`].
    pub fn checked(self) -> Result<Self, No> {
        if !(LEAST_TURN..=MOST_TURN).contains(&self.seconds) {
            return Err(No::TurnLength);
        }
        match (LEAST_PAUSE..=MOST_PAUSE).contains(&self.pause) {
            true => Ok(self),
            false => Err(No::PauseLength),
        }
    }
}

/// Whether the piece was with somebody in this round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not yet.
    NotYet,
    /// It was, and comes back once at the end: they passed, or were not there.
    ComesBack,
    /// They spoke.
    Spoke,
    /// It was with them twice.
    Passed,
}

/// What somebody does with the piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// They spoke, and hand it on.
    Spoke,
    /// They pass; or did not answer, which is the same: reached, not here.
    Passed,
}

/// The piece, with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Which turn of the whole round it is, from 1; what is pressed names it.
    pub number: u32,
    /// With whom: their place in the order.
    pub place: usize,
    /// From when they speak; before that is a breath.
    pub from: Moment,
    /// When their time is full.
    pub full: Moment,
}

/// Whose turn comes next, in this order.
pub type Order = Vec<usize>;

/// A round.
#[derive(Clone, Debug)]
pub struct Round {
    shape: Shape,
    stage: Stage,
    places: Vec<Reach>,
    first: VecDeque<usize>,
    back: VecDeque<usize>,
    turn: Option<Turn>,
    turns: u32,
}

impl Round {
    /// A round that nobody sits in yet.
    pub fn new(shape: Shape) -> Self {
        Self {
            shape,
            stage: Stage::Round1,
            places: Vec::new(),
            first: VecDeque::new(),
            back: VecDeque::new(),
            turn: None,
            turns: 0,
        }
    }

    /// How it is held.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// Where it is.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The piece, if somebody has it.
    pub fn turn(&self) -> Option<Turn> {
        self.turn
    }

    /// How many turns there were.
    pub fn turns(&self) -> u32 {
        self.turns
    }

    /// How it stands with each place, in the order of the circle.
    pub fn places(&self) -> &[Reach] {
        &self.places
    }

    /// Who comes after whoever has the piece, in turn.
    pub fn coming(&self) -> Order {
        self.first.iter().chain(&self.back).copied().collect()
    }

    /// Whether each who sits here had the piece or passed.
    pub fn is_whole(&self) -> bool {
        self.unreached().is_empty()
    }

    /// Whom the piece has not been with, whoever has it now included, and to whom it comes back.
    pub fn unreached(&self) -> Order {
        let now = self.turn.map(|turn| turn.place);
        now.into_iter().chain(self.coming()).collect()
    }

    /// Whether the time of the turn is full.
    pub fn is_full(&self, now: Moment) -> bool {
        self.turn.is_some_and(|turn| now >= turn.full)
    }

    /// Somebody sits down: whoever comes late is last. Once answers are open they listen.
    ///
    /// # Errors
    /// [`No::Closed`].
    pub fn sit_down(&mut self) -> Result<usize, No> {
        if self.stage == Stage::Closed {
            return Err(No::Closed);
        }
        let place = self.places.len();
        self.places.push(Reach::NotYet);
        if self.stage <= Stage::Round2 {
            self.first.push_back(place);
        }
        Ok(place)
    }

    /// The piece goes to whoever is next, where nobody has it: at the beginning, and to whoever came
    /// after everybody else had it.
    ///
    /// # Errors
    /// [`No::NobodyWaits`], [`No::MovedOn`] where somebody has it.
    pub fn give(&mut self, after: u32, now: Moment) -> Result<(), No> {
        if self.turn.is_some() || after != self.turns {
            return Err(No::MovedOn);
        }
        // With a second round to come, whoever comes in the silence waits for it.
        let holds = match self.stage {
            Stage::Round1 | Stage::Round2 => true,
            Stage::Silence => !self.shape.again,
            _ => false,
        };
        if !holds || self.coming().is_empty() {
            return Err(No::NobodyWaits);
        }
        self.turn_to_next(now);
        Ok(())
    }

    /// The piece moves on from a turn. Pressed twice, or by two at once, it moves once.
    ///
    /// # Errors
    /// [`No::MovedOn`] where that turn is over.
    pub fn hand_on(&mut self, turn: u32, stays: Stays, now: Moment) -> Result<(), No> {
        let Some(held) = self.turn.filter(|held| held.number == turn) else {
            return Err(No::MovedOn);
        };
        let reach = &mut self.places[held.place];
        *reach = match (stays, *reach) {
            (Stays::Spoke, _) => Reach::Spoke,
            (Stays::Passed, Reach::NotYet) => Reach::ComesBack,
            (Stays::Passed, _) => Reach::Passed,
        };
        if *reach == Reach::ComesBack {
            self.back.push_back(held.place);
        }
        self.turn_to_next(now);
        Ok(())
    }

    fn turn_to_next(&mut self, now: Moment) {
        let next = self.first.pop_front().or_else(|| self.back.pop_front());
        self.turn = next.map(|place| {
            self.turns += 1;
            let from = now.plus_seconds(self.shape.pause);
            Turn {
                number: self.turns,
                place,
                from,
                full: from.plus_seconds(self.shape.seconds),
            }
        });
    }

    /// The stage that comes after this one.
    pub fn following(&self) -> Stage {
        match self.stage {
            Stage::Round1 => Stage::Silence,
            Stage::Silence if self.shape.again => Stage::Round2,
            Stage::Silence | Stage::Round2 => Stage::Respond,
            Stage::Respond => Stage::Harvest,
            Stage::Harvest | Stage::Closed => Stage::Closed,
        }
    }

    /// Opens the next stage. Nothing opens past somebody the piece was not with.
    ///
    /// # Errors
    /// [`No::NotReached`] with their places, [`No::NobodySits`], [`No::StageComesLater`],
    /// [`No::MovedOn`] where it is open.
    pub fn open(&mut self, stage: Stage) -> Result<(), No> {
        if stage <= self.stage {
            return Err(No::MovedOn);
        }
        if self.places.is_empty() {
            return Err(No::NobodySits);
        }
        // Whoever sat down in the silence before a second round is reached in it.
        let waits_for_all = !(self.stage == Stage::Silence && self.following() == Stage::Round2);
        if (waits_for_all || stage > Stage::Round2) && !self.is_whole() {
            return Err(No::NotReached(self.unreached()));
        }
        if stage != self.following() {
            return Err(No::StageComesLater);
        }
        if stage == Stage::Round2 {
            self.places.fill(Reach::NotYet);
            self.first = (0..self.places.len()).collect();
            self.back.clear();
        }
        self.stage = stage;
        Ok(())
    }

    /// It is over, wherever it is.
    pub fn close(&mut self) {
        self.stage = Stage::Closed;
        self.turn = None;
        self.first.clear();
        self.back.clear();
    }
}
