//! By which way a circle decides; which one it uses is itself a decision of the circle (P28).

kernel::text_enum!(
    /// A way of deciding.
    Manner {
        /// Nobody has a reasoned objection: good enough for now, safe enough to try.
        Consent = "consent",
        /// All who are here agree, or stand aside.
        Consensus = "consensus",
        /// Among things: everybody lays dots on them.
        Dots = "dots",
        /// Among things: everybody gives each a mark.
        Marks = "marks",
        /// Among things: everybody puts them in an order.
        Order = "order",
    }
);

/// What a ballot of marks gives a thing at most.
pub const HIGHEST_MARK: u32 = 5;
/// How many dots a ballot has.
pub const DOTS: u32 = 3;

impl Manner {
    /// Whether it chooses among things, rather than saying yes or no to one.
    pub fn is_among_things(self) -> bool {
        matches!(self, Self::Dots | Self::Marks | Self::Order)
    }

    /// How many of a circle must have spoken or passed, by how many are here and do not rest. Consent:
    /// at least half. Consensus: three quarters, for it is all who are here that agree. Never fewer than
    /// two: whoever is silent is not present, and agrees to nothing.
    pub fn quorum(self, here: usize) -> usize {
        match self {
            Self::Consensus => (3 * here).div_ceil(4).max(2),
            _ => here.div_ceil(2).max(2),
        }
    }

    /// Whether those who spoke agree. By consent one must, the others may pass; by consensus more must
    /// agree than stand aside, for where most would not do it themselves there is no unity to act on.
    pub fn is_carried(self, agree: usize, aside: usize) -> bool {
        match self {
            Self::Consensus => agree > aside,
            _ => agree > 0,
        }
    }
}

/// The ways a circle gave itself, of those that are in effect, each with when it was adopted: the one of
/// yes and no, and the one among things. Where it gave itself none: consent, and dots.
pub fn manners_of(given: impl Iterator<Item = (kernel::Moment, Manner)>) -> (Manner, Manner) {
    let mut given: Vec<_> = given.collect();
    given.sort();
    let last = |among: bool| {
        let of = given.iter().rev().map(|(_, manner)| *manner);
        of.into_iter()
            .find(|manner| manner.is_among_things() == among)
    };
    (
        last(false).unwrap_or(Manner::Consent),
        last(true).unwrap_or(Manner::Dots),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Moment;

    #[test]
    fn half_of_those_here_or_three_quarters_and_never_one_alone() {
        let consent = [1, 2, 3, 7, 9, 24].map(|here| Manner::Consent.quorum(here));
        assert_eq!(consent, [2, 2, 2, 4, 5, 12]);
        let all = [1, 2, 3, 4, 7, 9, 24].map(|here| Manner::Consensus.quorum(here));
        assert_eq!(all, [2, 2, 3, 3, 6, 7, 18]);
    }

    #[test]
    fn where_most_stand_aside_there_is_no_unity() {
        assert!(Manner::Consent.is_carried(1, 5));
        assert!(!Manner::Consent.is_carried(0, 0));
        assert!(Manner::Consensus.is_carried(4, 3));
        assert!(!Manner::Consensus.is_carried(3, 3));
    }

    #[test]
    fn the_last_way_a_circle_gave_itself_counts_for_its_kind() {
        assert_eq!(
            manners_of(std::iter::empty()),
            (Manner::Consent, Manner::Dots)
        );
        let given = [
            (Moment(3), Manner::Consensus),
            (Moment(1), Manner::Order),
            (Moment(2), Manner::Consent),
        ];
        assert_eq!(
            manners_of(given.into_iter()),
            (Manner::Consensus, Manner::Order)
        );
    }
}
