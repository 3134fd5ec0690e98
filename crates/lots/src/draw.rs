//! The draw, and the same draw again by anybody.

use crate::hash::place_of;
use crate::list::Frozen;
use crate::refusal::LotRefusal;
use crate::seed::Seed;

/// What came out: everybody in the order drawn, cut after the number of things there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Every entry once, first drawn first.
    pub order: Vec<String>,
    /// Those who are drawn.
    pub picked: Vec<String>,
    /// Those who are not, still in order: if somebody steps back, the first here is next.
    pub rest: Vec<String>,
}

impl Frozen {
    /// Draws `how_many` with a seed that became known at `rolled_at` (seconds since 1970, UTC).
    ///
    /// With more things than entries everybody is drawn.
    ///
    /// # Errors
    ///
    /// A seed that somebody could have known or chosen with a view to the result: see
    /// [`LotRefusal::SeedKnownTooEarly`], [`LotRefusal::CommittedTooLate`] and
    /// [`LotRefusal::ChosenAfterTheList`].
    pub fn draw(&self, seed: &Seed, rolled_at: i64, how_many: usize) -> Result<Drawn, LotRefusal> {
        seed.was_nobodys_choice(self.frozen_at(), rolled_at)?;
        Ok(order_by(self, seed.text(), how_many))
    }
}

/// Draws again from what was published: the list's text, its hash and the seed's text.
///
/// This checks the arithmetic. That the list was closed before the seed was known is seen from
/// when each was published, and is [`Frozen::draw`]'s to refuse.
///
/// # Errors
///
/// A text that is no closed list, and [`LotRefusal::ListChanged`] when it does not give the hash.
pub fn recompute(
    list_text: &str,
    published_hash: &str,
    seed_text: &str,
    how_many: usize,
) -> Result<Drawn, LotRefusal> {
    let read = Frozen::from_text(list_text, 0)?;
    let list = Frozen::kept(read.entries(), published_hash, 0)?;
    Ok(order_by(&list, seed_text, how_many))
}

fn order_by(list: &Frozen, seed_text: &str, how_many: usize) -> Drawn {
    let mut placed: Vec<(String, &String)> = list
        .entries()
        .iter()
        .map(|entry| (place_of(seed_text, list.hash(), entry), entry))
        .collect();
    // Equal hashes will not be met with in practice; the entry itself would decide.
    placed.sort();
    let order: Vec<String> = placed.into_iter().map(|(_, entry)| entry.clone()).collect();
    let (picked, rest) = order.split_at(how_many.min(order.len()));
    Drawn {
        picked: picked.to_vec(),
        rest: rest.to_vec(),
        order,
    }
}
