//! Draws by lot that anyone can check.
//!
//! When there are five heaters and nine asks, nobody should have to trust whoever holds the list.
//! The practice (P6): close the list and publish its hash; only then make a seed that nobody
//! chose; publish the seed; and anybody can draw again and get the same five. This crate does the
//! arithmetic and refuses a draw that somebody could have steered. It keeps nothing and asks no
//! clock: every moment is handed in as seconds since 1970, UTC.
//!
//! ```
//! use lots::{List, LotRefusal, Seed, recompute};
//!
//! # fn main() -> Result<(), LotRefusal> {
//! let list = List::of(["FERN-42", "ALDER-7", "MOSS-13"])?.freeze(1_000);
//! let hash = list.hash().to_owned(); // publish this, then roll
//!
//! let seed = Seed::dice(&[3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 1, 4, 2, 6, 6, 2, 3, 1, 5, 4])?;
//! let drawn = list.draw(&seed, 2_000, 2)?;
//! assert_eq!((drawn.picked.len(), drawn.rest.len()), (2, 1));
//!
//! // Anybody, later, from what was published:
//! assert_eq!(recompute(&list.text(), &hash, seed.text(), 2)?, drawn);
//!
//! // Dice that fell before the list was closed decide nothing.
//! assert_eq!(list.draw(&seed, 999, 2), Err(LotRefusal::SeedKnownTooEarly));
//! # Ok(())
//! # }
//! ```
//!
//! # How a draw is made
//!
//! 1. **The list.** UTF-8 text: the line `holdfast-lot-1`, then one entry per line, ordered by
//!    bytes, every line ended by one line feed. Its hash is SHA-256 in lower-case hex.
//! 2. **The seed.** Dice: the digits in the order rolled (`31415…`). A secret text: itself. Several
//!    together: joined with `+`.
//! 3. **The order.** Each entry gets HMAC-SHA256 with the seed's text as key over the list's hash
//!    (its 64 hex digits), one zero byte, and the entry. Ascending hex is the order drawn.
//!
//! # Checking a draw by hand
//!
//! With the published `list.txt`, the seed and the number of things, in any POSIX shell:
//!
//! ```sh
//! sha256sum list.txt                       # must print the published hash
//! hash=…; seed=…; many=5                   # as published
//! tail -n +2 list.txt | while IFS= read -r e; do printf '%s %s\n' "$(printf '%s\000%s' "$hash" "$e" | openssl dgst -sha256 -hmac "$seed" -r | cut -d' ' -f1)" "$e"; done | LC_ALL=C sort | head -n "$many"
//! ```
//!
//! # What this does not promise
//!
//! It does not see who put entries on the list, nor that the dice were rolled once only: roll in
//! front of each other, and write down the first twenty. One person's secret text alone
//! ([`Seed::revealed`]) rests on that person; use dice, or several people's texts
//! ([`Seed::together`]).

mod draw;
mod hash;
mod list;
mod messages;
mod refusal;
mod seed;

pub use draw::{Drawn, recompute};
pub use list::{FIRST_LINE, Frozen, List};
pub use refusal::LotRefusal;
pub use seed::{COMMITTED_BEFORE_SECONDS, FEWEST_LETTERS, FEWEST_ROLLS, Seed, commitment};
