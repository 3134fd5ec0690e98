//! The advice process (P28): anybody may decide a small thing after asking those it touches and those
//! who know, and says then what was decided and what the advice changed.

use super::DecisionRefusal as No;
use kernel::Moment;

/// Whoever was asked has so many seconds; then it may be decided, and that they were asked stays shown.
pub const HEARD_WITHIN: i64 = 72 * 3600;

kernel::text_enum!(
    /// Why somebody is asked.
    Because {
        /// It touches them.
        Affected = "affected",
        /// They know about it.
        Knows = "knows",
    }
);

kernel::text_enum!(
    /// Where an advice process stands.
    AdviceStage {
        /// Advice is asked.
        Asking = "asking",
        /// It is decided, and those who were asked are told.
        Decided = "decided",
        /// It is set down.
        SetDown = "set_down",
        /// Somebody of the circle wants all of it to decide; it is a proposal now.
        ToCircle = "to_circle",
    }
);

/// Somebody who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Why them.
    pub because: Because,
    /// When.
    pub at: Moment,
    /// Whether they said something.
    pub heard: bool,
}

/// Whether it can be decided now: somebody it touches and somebody who knows were asked, and each of
/// those asked was heard, or had three days. Silence is no advice, and it is shown that they were asked.
///
/// # Errors
/// [`No::NotOpen`], [`No::NobodyAffected`], [`No::NobodyKnows`], [`No::AdviceAwaited`] with when the last
/// of them has had their time.
pub fn may_decide(stage: AdviceStage, asked: &[Asked], now: Moment) -> Result<(), No> {
    if stage != AdviceStage::Asking {
        return Err(No::NotOpen);
    }
    let has = |because| asked.iter().any(|one| one.because == because);
    if !has(Because::Affected) {
        return Err(No::NobodyAffected);
    }
    if !has(Because::Knows) {
        return Err(No::NobodyKnows);
    }
    let waits = asked
        .iter()
        .filter(|one| !one.heard)
        .map(|one| one.at.plus_seconds(HEARD_WITHIN));
    match waits.max().filter(|until| now < *until) {
        Some(until) => Err(No::AdviceAwaited(until)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asked(because: Because, at: i64, heard: bool) -> Asked {
        Asked {
            because,
            at: Moment(at),
            heard,
        }
    }

    #[test]
    fn whom_it_touches_and_who_knows_are_asked_and_heard_or_had_three_days() {
        let stage = AdviceStage::Asking;
        let rosa = asked(Because::Affected, 0, true);
        let chidi = asked(Because::Knows, 100, false);
        let decide = |all: &[Asked], now| may_decide(stage, all, Moment(now));
        assert_eq!(decide(&[chidi], HEARD_WITHIN * 9), Err(No::NobodyAffected));
        assert_eq!(decide(&[rosa], HEARD_WITHIN * 9), Err(No::NobodyKnows));
        let until = Moment(100 + HEARD_WITHIN);
        let both = [rosa, chidi];
        assert_eq!(decide(&both, until.0 - 1), Err(No::AdviceAwaited(until)));
        assert_eq!(decide(&both, until.0), Ok(()));
        let heard = Asked {
            heard: true,
            ..chidi
        };
        assert_eq!(decide(&[rosa, heard], 101), Ok(()));
        let over = may_decide(AdviceStage::Decided, &both, until);
        assert_eq!(over, Err(No::NotOpen));
    }

    proptest! {
        /// Whoever is asked, in whatever order: never without somebody it touches, and never while
        /// somebody still has time to answer.
        #[test]
        fn nobody_who_still_has_time_is_passed_over(
            all in prop::collection::vec((any::<bool>(), 0i64..HEARD_WITHIN * 2, any::<bool>()), 0..6),
            now in 0i64..HEARD_WITHIN * 3,
        ) {
            let all: Vec<Asked> = all
                .into_iter()
                .map(|(touched, at, heard)| {
                    let because = if touched { Because::Affected } else { Because::Knows };
                    asked(because, at, heard)
                })
                .collect();
            if may_decide(AdviceStage::Asking, &all, Moment(now)).is_ok() {
                prop_assert!(all.iter().any(|one| one.because == Because::Affected));
                prop_assert!(all.iter().any(|one| one.because == Because::Knows));
                prop_assert!(all.iter().all(|one| one.heard || now >= one.at.0 + HEARD_WITHIN));
            }
        }
    }
}
