//! The chain of what was done with power: each link holds the one before, so that nothing between
//! can be changed, taken out, swapped or put in without being found. A link binds its words through
//! a salted commitment, so that the words can be shredded and the chain still holds.

use kernel::{Day, NetworkId};
use sha2::{Digest, Sha256};

/// What stands before the first link.
pub const ZERO: [u8; 32] = [0; 32];

const DOMAIN: &[u8] = b"holdfast: what was done with power, 1";

/// What a link holds besides the hash of the one before.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// The network.
    pub network: &'a NetworkId,
    /// 1 for the first, and one more each time.
    pub sequence: i64,
    /// The day, in the network's zone; nothing finer is kept.
    pub day: Day,
    /// What was done.
    pub kind: &'a str,
    /// What binds it to its words.
    pub commitment: &'a [u8],
}

/// Binds words without showing them: the salt stands inside the sealed words and dies with them.
pub fn commitment(salt: &[u8], words: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(words.as_bytes());
    hash.finalize().into()
}

/// The hash of a link.
pub fn link(before: &[u8], link: &Link<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(DOMAIN);
    hash.update(link.network.bytes());
    hash.update(before);
    hash.update(link.sequence.to_be_bytes());
    hash.update(link.day.0.to_be_bytes());
    // The one part whose length can vary says how long it is.
    hash.update((link.kind.len() as u64).to_be_bytes());
    hash.update(link.kind.as_bytes());
    hash.update(link.commitment);
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::uuid::Uuid;

    #[test]
    fn every_part_of_a_link_counts() {
        let (one, other) = (NetworkId(Uuid::nil()), NetworkId(Uuid::max()));
        let words = commitment(b"salt", "words");
        let base = Link {
            network: &one,
            sequence: 7,
            day: Day(20_000),
            kind: "exported",
            commitment: &words,
        };
        let other_words = commitment(b"other salt", "words");
        let all = [
            link(&ZERO, &base),
            link(&[1; 32], &base),
            link(
                &ZERO,
                &Link {
                    network: &other,
                    ..base
                },
            ),
            link(
                &ZERO,
                &Link {
                    sequence: 8,
                    ..base
                },
            ),
            link(
                &ZERO,
                &Link {
                    day: Day(20_001),
                    ..base
                },
            ),
            link(
                &ZERO,
                &Link {
                    kind: "drilled",
                    ..base
                },
            ),
            link(
                &ZERO,
                &Link {
                    commitment: &other_words,
                    ..base
                },
            ),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all.iter().skip(i + 1).all(|b| a != b), "link {i}");
        }
    }
}
