//! The seed that nobody chose.

use crate::hash::sha256;
use crate::refusal::LotRefusal;

/// Twenty dice hold 51 bits: more than anybody can search through at a table.
pub const FEWEST_ROLLS: usize = 20;

/// A shorter text could be found from its published hash by trying.
pub const FEWEST_LETTERS: usize = 20;

/// How long the hash of a secret text must have been public before the text is revealed.
pub const COMMITTED_BEFORE_SECONDS: i64 = 24 * 60 * 60;

/// Where the chance of a draw comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed {
    text: String,
    /// When each hash was published whose text is part of this seed; none for dice alone.
    commitments: Vec<i64>,
}

impl Seed {
    /// Dice rolled by hand after the list was closed, best by two people taking turns.
    ///
    /// The seed's text is the digits in the order rolled, with nothing between them.
    ///
    /// # Errors
    ///
    /// Fewer than [`FEWEST_ROLLS`] rolls, and a roll that is not one to six.
    pub fn dice(rolls: &[u8]) -> Result<Seed, LotRefusal> {
        if rolls.len() < FEWEST_ROLLS {
            return Err(LotRefusal::TooFewRolls {
                rolls: rolls.len(),
                needed: FEWEST_ROLLS,
            });
        }
        let mut text = String::with_capacity(rolls.len());
        for (index, &roll) in rolls.iter().enumerate() {
            if !(1..=6).contains(&roll) {
                let number = index + 1;
                return Err(LotRefusal::NotADie { number, roll });
            }
            text.push(char::from(b'0' + roll));
        }
        Ok(Seed {
            text,
            commitments: Vec::new(),
        })
    }

    /// A secret text whose hash (SHA-256, hex) was published at `committed_at` (seconds since
    /// 1970, UTC), for groups that cannot meet around a table.
    ///
    /// Whoever wrote the text knows it all along, so one such text alone asks the others to trust
    /// them not to meddle with the list. Have two or more people commit and put their texts
    /// together with [`Seed::together`]: then no one of them knows the seed.
    ///
    /// # Errors
    ///
    /// A text under [`FEWEST_LETTERS`] letters or with unseen signs, and a text that does not
    /// give the published hash. Whether the hash was published in time is for the draw to see.
    pub fn revealed(
        text: &str,
        committed_hash: &str,
        committed_at: i64,
    ) -> Result<Seed, LotRefusal> {
        let letters = text.chars().count();
        if letters < FEWEST_LETTERS {
            return Err(LotRefusal::SeedTooShort {
                letters,
                needed: FEWEST_LETTERS,
            });
        }
        if text.chars().any(char::is_control) {
            return Err(LotRefusal::SeedNotOneLine);
        }
        if !sha256(text).eq_ignore_ascii_case(committed_hash.trim()) {
            return Err(LotRefusal::RevealDoesNotMatch);
        }
        Ok(Seed {
            text: text.to_owned(),
            commitments: vec![committed_at],
        })
    }

    /// Two seeds as one: both texts with a `+` between them, and the conditions of both.
    #[must_use]
    pub fn together(mut self, other: Seed) -> Seed {
        self.text.push('+');
        self.text.push_str(&other.text);
        self.commitments.extend(other.commitments);
        self
    }

    /// The text to publish with the result, so that anybody can draw again.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// P6: a seed known before the list was closed is refused; and nobody may pick a text with
    /// the closed list before their eyes.
    pub(crate) fn was_nobodys_choice(
        &self,
        frozen_at: i64,
        rolled_at: i64,
    ) -> Result<(), LotRefusal> {
        if rolled_at < frozen_at {
            return Err(LotRefusal::SeedKnownTooEarly);
        }
        for &committed_at in &self.commitments {
            if rolled_at.saturating_sub(committed_at) < COMMITTED_BEFORE_SECONDS {
                return Err(LotRefusal::CommittedTooLate {
                    hours: COMMITTED_BEFORE_SECONDS / 3600,
                });
            }
            if committed_at > frozen_at {
                return Err(LotRefusal::ChosenAfterTheList);
            }
        }
        Ok(())
    }
}

/// The hash to publish ahead of a secret text: `printf '%s' "$text" | sha256sum`.
#[must_use]
pub fn commitment(text: &str) -> String {
    sha256(text)
}
