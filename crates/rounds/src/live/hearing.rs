//! How a turn is heard: it is written once for everybody, in each language, and the same bytes go to
//! all who listen. What only whoever has the piece sees, and what only the keeper sees, is written once
//! as well.

use super::round::{At, Live, Moves};
use crate::pages::region;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};
use tokio::sync::watch;
use web::{House, Lang, Shared, event, events};

/// A sign that the line still stands, so often: phones and what is between close silent ones.
const BEAT: Duration = Duration::from_secs(25);
/// So many lines of one person to a round at once: a phone, a laptop, and a page that is loaded anew
/// before its line is known to be gone.
const MOST_LINES: usize = 4;

/// What somebody is shown of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sees {
    /// They listen.
    Listens,
    /// They have the piece.
    Holds,
    /// They keep the round.
    Keeps,
}

impl Sees {
    const ALL: [Self; 3] = [Self::Listens, Self::Holds, Self::Keeps];

    /// What somebody sees while the piece is in a place.
    pub fn of(at: At, held: Option<usize>) -> Self {
        match at.place {
            _ if at.keeps => Self::Keeps,
            Some(place) if held == Some(place) => Self::Holds,
            _ => Self::Listens,
        }
    }
}

type Written = axum::body::Bytes;

/// A turn as it goes over the line.
#[derive(Default)]
pub(crate) struct Heard {
    held: Option<usize>,
    over: bool,
    /// Language by language, what each of [`Sees::ALL`] is shown.
    written: Vec<(Lang, [Written; 3])>,
}

impl Live {
    /// Writes what is now, for everybody who listens.
    pub(super) fn tell(&self, house: &House, moves: &mut Moves) {
        let now = house.now();
        moves.moved = now;
        self.write(house, moves);
    }

    fn write(&self, house: &House, moves: &Moves) {
        let picture = moves.picture(house.now());
        let over = picture.stage == crate::rules::Stage::Closed;
        let written = Lang::ALL.iter().map(|lang| {
            let tongue = house.tongues.of(*lang);
            let name = if over { "end" } else { "now" };
            let one = |sees| event(name, &region(&tongue, &picture, sees));
            (*lang, Sees::ALL.map(one))
        });
        self.heard.send_replace(Arc::new(Heard {
            held: picture.turn.map(|turn| turn.place),
            over,
            written: written.collect(),
        }));
    }

    /// Says once more what is, if it is still that turn.
    fn say_again(&self, house: &House, turn: u32) {
        let moves = self.moves();
        if moves.round.turn().is_some_and(|held| held.number == turn) {
            self.write(house, &moves);
        }
    }
}

/// When the time of a turn is full everybody is told so, once. The piece moves by nobody's clock.
pub(crate) fn ring_when_full(house: &Shared, live: &Arc<Live>) {
    let now = house.now();
    let (turn, wait) = {
        let mut moves = live.moves();
        match moves.round.turn() {
            Some(turn) if turn.number != moves.rings_for => {
                moves.rings_for = turn.number;
                (turn.number, turn.full.0 - now.0)
            }
            _ => return,
        }
    };
    let (house, live): (Weak<House>, Weak<Live>) = (Arc::downgrade(house), Arc::downgrade(live));
    let wait = Duration::from_secs(wait.try_into().unwrap_or_default());
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        if let (Some(house), Some(live)) = (house.upgrade(), live.upgrade()) {
            live.say_again(&house, turn);
        }
    });
}

/// Lines that stand, by whose they are; for nobody to look at but this bound.
#[derive(Default)]
pub(crate) struct Lines(Mutex<HashMap<(Option<usize>, bool), usize>>);

impl Lines {
    fn here(&self) -> MutexGuard<'_, HashMap<(Option<usize>, bool), usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody who hears a round.
pub(crate) struct Hears {
    lines: Arc<Lines>,
    turns: watch::Receiver<Arc<Heard>>,
    lang: Lang,
    at: At,
    over: bool,
}

impl Hears {
    /// Somebody begins to hear it; nobody where too many do already.
    pub fn of(live: &Live, house: &House, at: At, lang: Lang) -> Option<Self> {
        {
            let mut here = live.lines.here();
            let mine = here.entry((at.place, at.keeps)).or_default();
            if *mine >= MOST_LINES {
                return None;
            }
            *mine += 1;
        }
        let mut turns = live.heard.subscribe();
        if turns.borrow().written.is_empty() {
            live.write(house, &live.moves());
        }
        // What is now is heard at once, so that a line that broke loses nothing.
        turns.mark_changed();
        Some(Self {
            lines: live.lines.clone(),
            turns,
            lang,
            at,
            over: false,
        })
    }

    /// The events of it, until it is over.
    pub fn events(self) -> axum::response::Response {
        events(futures_util::stream::unfold(self, Self::next))
    }

    async fn next(mut self) -> Option<(Written, Self)> {
        if self.over {
            return None;
        }
        match tokio::time::timeout(BEAT, self.turns.changed()).await {
            Err(_) => return Some((Written::from_static(b":\n\n"), self)),
            // The round is gone.
            Ok(Err(_)) => return None,
            Ok(Ok(())) => {}
        }
        let heard = self.turns.borrow_and_update().clone();
        self.over = heard.over;
        let sees = Sees::of(self.at, heard.held) as usize;
        let mut written = heard.written.iter();
        let mine = written.find(|(lang, _)| *lang == self.lang)?;
        Some((mine.1[sees].clone(), self))
    }
}

impl Drop for Hears {
    fn drop(&mut self) {
        if let Some(mine) = self.lines.here().get_mut(&(self.at.place, self.at.keeps)) {
            *mine = mine.saturating_sub(1);
        }
    }
}
