//! Chance is an argument (ARCHITECTURE.md, decision 2).

use std::sync::atomic::{AtomicU64, Ordering};

/// Where random bytes come from. The program has one that asks the operating system; tests and
/// the demo have one that can be repeated.
pub trait Chance: Send + Sync {
    /// Fills the slice with random bytes.
    fn fill(&self, bytes: &mut [u8]);

    /// A number below `end`, without bias worth the name (64-bit multiply).
    fn below(&self, end: usize) -> usize {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        ((u128::from(u64::from_le_bytes(bytes)) * end as u128) >> 64) as usize
    }
}

/// Chance that can be repeated: SplitMix64 (Steele, Lea & Flood 2014). Never for secrets of a real
/// network.
pub struct SeededChance(AtomicU64);

impl SeededChance {
    /// The same seed gives the same bytes.
    pub fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let state = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
            let mut z = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_le_bytes()[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let (a, b) = (SeededChance::new(7), SeededChance::new(7));
        let (mut x, mut y) = ([0u8; 20], [0u8; 20]);
        a.fill(&mut x);
        b.fill(&mut y);
        assert_eq!(x, y);
        assert!((0..1000).all(|_| a.below(6) < 6));
    }
}
