//! Chance that comes out of a seed: equal seeds, equal answers.

/// splitmix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014). Good enough to choose pivots and orders; no secret.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number below `most`, which is not 0, each as likely as any other to within `most` in 2⁶⁴.
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(word ^ (word >> 31)) * u128::from(most)) >> 64) as u64
    }

    /// Brings `count` of the items to the front, every choice and order as likely (Fisher–Yates).
    pub(crate) fn choose<T>(&mut self, items: &mut [T], count: usize) {
        for at in 0..count.min(items.len()) {
            let with = at + self.below((items.len() - at) as u64) as usize;
            items.swap(at, with);
        }
    }
}
