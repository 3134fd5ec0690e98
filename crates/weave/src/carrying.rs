//! Who carries, and who is on both sides of what flows.

/// Spread of carrying: as if how many people carried equally, 1/Σpᵢ² for the shares pᵢ of what each carries;
/// `None` where nobody carries anything. O(people).
///
/// The inverse of the concentration of E. Simpson, "Measurement of diversity", Nature 163 (1949).
///
/// ```
/// assert_eq!(weave::spread_of_carrying([2, 2, 2, 2, 2]), Some(5.0));
/// assert_eq!(weave::spread_of_carrying([10, 0]), Some(1.0));
/// ```
#[must_use]
pub fn spread_of_carrying(carried: impl IntoIterator<Item = u64>) -> Option<f64> {
    let (mut all, mut squares) = (0.0, 0.0);
    for count in carried {
        let count = count as f64;
        all += count;
        squares += count * count;
    }
    (squares > 0.0).then(|| all * all / squares)
}

/// How many were on both sides of what flows, of how many on either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TwoSided {
    /// People who gave and received.
    pub both: usize,
    /// People who did either.
    pub either: usize,
}

impl TwoSided {
    /// `both / either`, `None` where nobody did either.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.either > 0).then(|| self.both as f64 / self.either as f64)
    }
}

/// Two-sidedness: from each person, whether they gave and whether they received, who did both and who did either.
/// It asks for no pairs: mutuality of the whole, not of any two. O(people).
#[must_use]
pub fn two_sidedness(people: impl IntoIterator<Item = (bool, bool)>) -> TwoSided {
    people
        .into_iter()
        .fold(TwoSided::default(), |so_far, (gave, received)| TwoSided {
            both: so_far.both + usize::from(gave && received),
            either: so_far.either + usize::from(gave || received),
        })
}
