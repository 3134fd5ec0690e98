use super::*;
use proptest::prelude::*;

fn day(month: i8, day: i8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn runs() -> Commitment {
    Commitment::offer("two grocery runs a week", day(3, 2), day(5, 31), day(3, 2)).unwrap()
}

fn active() -> Commitment {
    runs().accept(day(3, 2)).unwrap()
}

#[test]
fn nothing_is_promised_without_words_a_day_and_a_yes() {
    let today = day(3, 2);
    let offer = |text: &str, review_on| Commitment::offer(text, today, review_on, today);
    assert_eq!(offer("  ", day(5, 31)), Err(No::WordsNeeded));
    assert_eq!(offer(&"x".repeat(281), day(5, 31)), Err(No::WordsTooLong));
    assert_eq!(offer("a", today), Err(No::ReviewPast));
    assert_eq!(offer("a", today.plus(366)), Err(No::ReviewTooFar));
    assert!(offer("a", today.plus(365)).is_ok());
    assert!(!runs().stage.is_living());
    assert_eq!(runs().keep(day(6, 30), today), Err(No::NotLiving));
    assert_eq!(active().accept(today), Err(No::NotOffered));
}

#[test]
fn silence_is_met_by_a_note_a_buddy_and_at_last_by_planning_without_it() {
    let steps = [
        (day(5, 31), None),
        (day(6, 1), Some(Changed::AwaitsWord)),
        (day(6, 20), None),
        (day(6, 21), Some(Changed::BuddyAsked)),
        (day(8, 19), None),
        (day(8, 20), Some(Changed::SetAside)),
        (day(12, 31), None),
    ];
    let mut now = active();
    for (today, expected) in steps {
        let done = now.clock(today);
        assert_eq!(done.map(|(_, changed)| changed), expected, "{today}");
        now = done.map_or(now, |(next, _)| next);
        assert_eq!(now.clock(today), None, "twice is as once");
    }
    assert_eq!(now.stage, Stage::SetAside);
}

/// A server that was off for a year asks a person before anything is set aside.
#[test]
fn a_clock_that_jumps_skips_nobody() {
    let (now, changed) = active().clock(day(12, 31)).unwrap();
    assert_eq!(changed, Changed::AwaitsWord);
    assert_eq!(now.clock(day(12, 31)), None);
    assert_eq!(now.clock(day(3, 1)), None, "nor does one that goes back");
}

#[test]
fn any_word_brings_it_back() {
    let (waiting, _) = active().clock(day(6, 1)).unwrap();
    let kept = waiting.keep(day(9, 1), day(6, 5)).unwrap();
    assert_eq!(
        (kept.stage, kept.version, kept.review_on),
        (Stage::Active, 2, day(9, 1))
    );
    let eased = waiting.ease("one run", day(6, 5)).unwrap();
    assert_eq!((eased.stage, eased.review_on), (Stage::Active, day(6, 19)));
    let early = active().keep(day(9, 1), day(5, 16));
    assert_eq!(early, Err(No::NotYet(day(5, 17))));
    assert!(active().keep(day(9, 1), day(5, 17)).is_ok());
}

#[test]
fn rest_gives_the_days_back() {
    let resting = active().rest(day(4, 1)).unwrap();
    assert_eq!(resting.clock(day(12, 1)), None);
    let back = resting.go_on(day(4, 11)).unwrap();
    assert_eq!((back.stage, back.review_on), (Stage::Active, day(6, 10)));
}

#[test]
fn what_was_set_aside_is_offered_anew_and_needs_a_yes() {
    let aside = Commitment {
        stage: Stage::SetAside,
        ..active()
    };
    let again = aside.offer_again(day(12, 1), day(9, 1)).unwrap();
    assert_eq!(again.stage, Stage::Offered);
    assert_eq!(aside.keep(day(12, 1), day(9, 1)), Err(No::NotLiving));
}

fn deeds() -> impl Strategy<Value = (u8, i32)> {
    (0u8..11, 0i32..120)
}

proptest! {
    /// Whatever is done in whatever order: there is a day of review within a year of the last word
    /// or rest, an ended one stays ended, and without the receiver's yes nothing ever lives.
    #[test]
    fn no_order_of_deeds_breaks_it(deeds in proptest::collection::vec(deeds(), 1..40), yes in any::<bool>()) {
        let mut today = day(3, 2);
        let mut now = runs();
        let mut accepted = false;
        for (deed, days) in deeds {
            today = today.plus(days);
            let next = match deed {
                0 if yes => now.accept(today),
                0 => now.close(today),
                1 => now.keep(today.plus(days + 1), today),
                2 => now.ease("less", today),
                3 => now.rest(today),
                4 => now.go_on(today),
                5 => now.hand_over(today),
                6 => now.release(today),
                7 => now.complete(today),
                8 => now.offer_again(today.plus(30), today),
                _ => now.clock(today).map(|(next, _)| next).ok_or(No::NotLiving),
            };
            if let Ok(next) = next {
                prop_assert!(!now.stage.has_ended(), "{:?} went on to {:?}", now, next);
                accepted |= deed == 0 && yes;
                prop_assert!(accepted || !next.stage.is_living());
                prop_assert!(next.version >= now.version);
                now = next;
            }
            prop_assert!(now.review_on <= today.plus(LONGEST_REVIEW_DAYS + 120));
        }
    }
}
