//! No order of deeds, repeated, out of turn or two at once, breaks what a round promises.

use super::*;
use kernel::Moment;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NOON: Moment = Moment(1_772_000_000);
const SEVEN: Shape = Shape {
    seconds: 120,
    pause: 6,
    again: true,
};

fn of(people: usize, shape: Shape) -> Round {
    let mut round = Round::new(shape);
    for _ in 0..people {
        round.sit_down().unwrap();
    }
    round
}

fn with(round: &Round) -> usize {
    round.turn().unwrap().place
}

#[test]
fn whoever_passes_is_come_back_to_once_and_then_it_is_final() {
    let mut round = of(3, SEVEN);
    round.give(0, NOON).unwrap();
    round.hand_on(1, Stays::Spoke, NOON).unwrap();
    round.hand_on(2, Stays::Passed, NOON).unwrap();
    assert_eq!(round.places()[1], Reach::ComesBack);
    round.hand_on(3, Stays::Spoke, NOON).unwrap();
    assert_eq!(with(&round), 1);
    assert_eq!(
        round.open(Stage::Silence),
        Err(RoundRefusal::NotReached(vec![1]))
    );
    round.hand_on(4, Stays::Passed, NOON).unwrap();
    assert_eq!(round.turn(), None);
    assert!(round.is_whole());
    round.open(Stage::Silence).unwrap();
}

#[test]
fn whoever_comes_late_is_last_of_those_who_had_no_turn() {
    let mut round = of(2, SEVEN);
    round.give(0, NOON).unwrap();
    round.hand_on(1, Stays::Passed, NOON).unwrap();
    let late = round.sit_down().unwrap();
    assert_eq!(round.coming(), [late, 0]);
    // And whoever comes when everybody had it, is waited for.
    for turn in 2..=4 {
        round.hand_on(turn, Stays::Spoke, NOON).unwrap();
    }
    let later = round.sit_down().unwrap();
    assert_eq!(
        round.open(Stage::Silence),
        Err(RoundRefusal::NotReached(vec![later]))
    );
    round.give(4, NOON).unwrap();
    assert_eq!(with(&round), later);
}

#[test]
fn in_a_silence_without_a_second_round_the_piece_still_comes_to_the_late() {
    let mut round = of(
        1,
        Shape {
            again: false,
            ..SEVEN
        },
    );
    round.give(0, NOON).unwrap();
    round.hand_on(1, Stays::Spoke, NOON).unwrap();
    round.open(Stage::Silence).unwrap();
    let late = round.sit_down().unwrap();
    assert_eq!(
        round.open(Stage::Respond),
        Err(RoundRefusal::NotReached(vec![late]))
    );
    round.give(1, NOON).unwrap();
    round.hand_on(2, Stays::Spoke, NOON).unwrap();
    round.open(Stage::Respond).unwrap();
    // Now they listen.
    round.sit_down().unwrap();
    round.open(Stage::Harvest).unwrap();
}

#[test]
fn a_turn_is_a_breath_and_then_its_time() {
    let mut round = of(2, SEVEN);
    round.give(0, NOON).unwrap();
    let turn = round.turn().unwrap();
    assert_eq!(
        (turn.from, turn.full),
        (Moment(NOON.0 + 6), Moment(NOON.0 + 126))
    );
    assert!(!round.is_full(Moment(NOON.0 + 125)));
    assert!(round.is_full(Moment(NOON.0 + 126)));
    assert!(Shape { pause: 4, ..SEVEN }.checked().is_err());
    assert!(Shape { pause: 5, ..SEVEN }.checked().is_ok());
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    Sit,
    Give(u32),
    HandOn(u32, bool),
    Open(usize),
    Wait(i64),
    Close,
}

/// Turns are named near the one that is, so that what is late, early and right all happen.
fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let one = prop_oneof![
        4 => Just(Deed::Sit),
        3 => (0..3u32).prop_map(Deed::Give),
        12 => ((0..4u32), any::<bool>()).prop_map(|(back, spoke)| Deed::HandOn(back, spoke)),
        4 => (0..6usize).prop_map(Deed::Open),
        2 => (0..300i64).prop_map(Deed::Wait),
        1 => Just(Deed::Close),
    ];
    proptest::collection::vec(one, 0..120)
}

proptest! {
    #[test]
    fn no_order_of_deeds_breaks_a_round(again: bool, seconds in 15..900i64, pause in 5..60i64, all in deeds()) {
        let shape = Shape { seconds, pause, again };
        let mut round = Round::new(shape);
        let mut now = NOON;
        let mut stage = Stage::Round1;
        // How often the piece was with each in this round, and in all.
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        let mut ever: BTreeMap<usize, usize> = BTreeMap::new();
        let mut last = 0;
        for deed in all {
            let before = round.turns();
            let _ = match deed {
                Deed::Sit => round.sit_down().map(drop),
                Deed::Give(back) => round.give(before.saturating_sub(back), now),
                // One in four of these names the turn that is.
                Deed::HandOn(back, spoke) => {
                    let stays = if spoke { Stays::Spoke } else { Stays::Passed };
                    let turn = before.saturating_sub(back);
                    let moved = round.hand_on(turn, stays, now);
                    // The same once more, as by a second finger, moves nothing.
                    prop_assert_eq!(round.hand_on(turn, stays, now), Err(RoundRefusal::MovedOn));
                    moved
                }
                Deed::Open(nth) => {
                    let unreached = round.unreached();
                    let opened = round.open(Stage::ALL[nth]);
                    if opened.is_ok() && Stage::ALL[nth] == Stage::Respond {
                        prop_assert!(unreached.is_empty());
                        for place in 0..round.places().len() {
                            prop_assert!(ever.contains_key(&place), "{} was not reached", place);
                        }
                    }
                    opened
                }
                Deed::Wait(more) => {
                    now = now.plus_seconds(more);
                    Ok(())
                }
                Deed::Close => {
                    // Rarely, or nothing would be left to look at.
                    if round.turns() > 20 {
                        round.close();
                    }
                    Ok(())
                }
            };
            prop_assert!(round.turns() <= before + 1, "the piece moves once");
            if round.stage() == Stage::Round2 && stage != Stage::Round2 {
                times.clear();
            }
            prop_assert!(round.stage() >= stage, "no stage comes again");
            stage = round.stage();
            if let Some(turn) = round.turn() {
                prop_assert_eq!(turn.full.0 - turn.from.0, seconds, "equal time");
                if turn.number != last {
                    prop_assert_eq!(turn.from.0 - now.0, pause);
                    prop_assert_eq!(turn.number, last + 1);
                    last = turn.number;
                    *ever.entry(turn.place).or_default() += 1;
                    let often = times.entry(turn.place).or_default();
                    *often += 1;
                    prop_assert!(*often <= 2, "the piece three times");
                }
            }
            prop_assert!(stage != Stage::Respond || round.turn().is_none());
        }
    }

    /// However all press, a round of people comes to its end, and each was reached in both rounds.
    #[test]
    fn a_round_comes_to_its_end(people in 1..40usize, passes in proptest::collection::vec(any::<bool>(), 200)) {
        let mut round = of(people, SEVEN);
        for _ in 0..2 {
            round.give(round.turns(), NOON).unwrap();
            let mut reached = vec![0; people];
            while let Some(turn) = round.turn() {
                reached[turn.place] += 1;
                let passes = passes[turn.number as usize % passes.len()];
                let stays = if passes { Stays::Passed } else { Stays::Spoke };
                round.hand_on(turn.number, stays, NOON).unwrap();
            }
            prop_assert!(reached.iter().all(|often| (1..=2).contains(often)));
            let next = round.following();
            round.open(next).unwrap();
            if next == Stage::Silence {
                round.open(Stage::Round2).unwrap();
            }
        }
        prop_assert_eq!(round.stage(), Stage::Respond);
    }
}
