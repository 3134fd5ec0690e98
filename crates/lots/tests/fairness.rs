//! P6, fairness: scarce things are drawn by lot, and anybody can draw again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use lots::{Frozen, List, LotRefusal, Seed, commitment, recompute};
use proptest::prelude::*;

const NINE: [&str; 9] = [
    "FERN-42", "ALDER-7", "MOSS-13", "BIRCH-8", "HEATH-21", "ROWAN-3", "SEDGE-55", "THYME-19",
    "YARROW-6",
];
const ROLLS: [u8; 20] = [3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 1, 4, 2, 6, 6, 2, 3, 1, 5, 4];
/// 2026-01-23 10:00 UTC, the morning after the last of the nine asks.
const CLOSED: i64 = 1_769_162_400;
const DAY: i64 = 86_400;

fn nine() -> Frozen {
    List::of(NINE).unwrap().freeze(CLOSED)
}

#[test]
fn five_heaters_and_nine_asks() {
    let list = nine();
    assert_eq!(list.entries().len(), 9);
    let published = list.hash().to_owned();

    let seed = Seed::dice(&ROLLS).unwrap();
    let drawn = list.draw(&seed, CLOSED + 600, 5).unwrap();
    assert_eq!(drawn.picked.len(), 5);
    assert_eq!(drawn.rest.len(), 4);

    // Anybody runs it again, from the list on the wall in whatever order they copied it.
    let again = recompute(&list.text(), &published, seed.text(), 5).unwrap();
    assert_eq!(again, drawn);
    let mut copied: Vec<&str> = NINE.to_vec();
    copied.reverse();
    let kept = Frozen::kept(copied, &published, CLOSED).unwrap();
    assert_eq!(kept.draw(&seed, CLOSED + 600, 5).unwrap(), drawn);
}

#[test]
fn a_seed_known_before_the_list_closes_is_refused() {
    let seed = Seed::dice(&ROLLS).unwrap();
    assert_eq!(
        nine().draw(&seed, CLOSED - 1, 5),
        Err(LotRefusal::SeedKnownTooEarly)
    );
    assert!(nine().draw(&seed, CLOSED, 5).is_ok());
}

#[test]
fn the_result_is_the_one_computed_elsewhere() {
    // Computed with another language's hashlib and hmac from the recipe in the crate's front page.
    let list = nine();
    assert_eq!(
        list.text(),
        "holdfast-lot-1\nALDER-7\nBIRCH-8\nFERN-42\nHEATH-21\nMOSS-13\nROWAN-3\nSEDGE-55\n\
         THYME-19\nYARROW-6\n"
    );
    assert_eq!(
        list.hash(),
        "dca9d55ce14a53999670eaf83642019c8f6cf7791bc3ed570119587b7dd85870"
    );
    let drawn = recompute(&list.text(), list.hash(), "31415265351426623154", 5).unwrap();
    assert_eq!(
        drawn.order,
        [
            "BIRCH-8", "ROWAN-3", "HEATH-21", "SEDGE-55", "FERN-42", "MOSS-13", "YARROW-6",
            "ALDER-7", "THYME-19"
        ]
    );
    assert_eq!(drawn.picked, drawn.order[..5]);

    // A key longer than a block of the hash.
    let long = recompute(&list.text(), list.hash(), &"x".repeat(70), 0).unwrap();
    assert_eq!(
        long.order,
        [
            "BIRCH-8", "HEATH-21", "SEDGE-55", "ALDER-7", "THYME-19", "FERN-42", "ROWAN-3",
            "YARROW-6", "MOSS-13"
        ]
    );
}

#[test]
fn letters_of_every_kind_are_ordered_by_their_bytes() {
    let list = List::of(["Ñandú 4", " ama ", "Zoe", "éclair", "a b"])
        .unwrap()
        .freeze(0);
    assert_eq!(
        list.hash(),
        "bcbc90e8e8774ad92b0ac75c8d665f1662efc314ceac5f241ce908ec3f611754"
    );
    let text = "la lluvia cae sobre los tejados";
    let hash = "a24793e0fdec3518ad1fd883368f9b91172f7454811f510769026a68a4028c3b";
    assert_eq!(commitment(text), hash);
    let revealed = Seed::revealed(text, hash, -DAY).unwrap();
    let dice: Vec<u8> = "62514363251436251436".bytes().map(|b| b - b'0').collect();
    let seed = revealed.together(Seed::dice(&dice).unwrap());
    let drawn = list.draw(&seed, DAY, 2).unwrap();
    assert_eq!(drawn.order, ["éclair", "Ñandú 4", "Zoe", "ama", "a b"]);
}

#[test]
fn a_list_that_was_changed_is_noticed() {
    let list = nine();
    let fewer = list.text().replace("FERN-42\n", "");
    assert_eq!(
        recompute(&fewer, list.hash(), "31415265351426623154", 5),
        Err(LotRefusal::ListChanged)
    );
    assert!(matches!(
        recompute("FERN-42\n", list.hash(), "31415265351426623154", 5),
        Err(LotRefusal::NotAList { .. })
    ));
}

#[test]
fn a_list_nobody_could_write_down_twice_is_refused() {
    let none: [&str; 0] = [];
    assert_eq!(List::of(none), Err(LotRefusal::ListEmpty));
    assert_eq!(List::of(["A", "  "]), Err(LotRefusal::EntryBlank));
    let twice = List::of(["FERN-42", "MOSS-13", "FERN-42 "]);
    let entry = "FERN-42".to_owned();
    assert_eq!(twice, Err(LotRefusal::EntryTwice { entry }));
    for entry in ["FERN\n42", "FERN\u{200b}42", "FERN\0"] {
        let refused = List::of([entry]);
        assert!(matches!(refused, Err(LotRefusal::EntryNotOneLine { .. })));
    }
}

#[test]
fn dice_are_dice_and_enough_of_them() {
    assert_eq!(
        Seed::dice(&ROLLS[..19]),
        Err(LotRefusal::TooFewRolls {
            rolls: 19,
            needed: 20
        })
    );
    for wrong in [0, 7, 255] {
        let mut rolls = ROLLS;
        rolls[4] = wrong;
        let refused = LotRefusal::NotADie {
            number: 5,
            roll: wrong,
        };
        assert_eq!(Seed::dice(&rolls), Err(refused));
    }
}

#[test]
fn a_secret_text_is_committed_a_day_before_and_before_the_list_closes() {
    let text = "four herons over the weir";
    let hash = commitment(text);
    let committed = |at| Seed::revealed(text, &hash.to_uppercase(), at).unwrap();
    let list = nine();

    let in_time = committed(CLOSED - DAY);
    assert!(list.draw(&in_time, CLOSED, 5).is_ok());
    assert_eq!(
        list.draw(&in_time, CLOSED - 1, 5),
        Err(LotRefusal::SeedKnownTooEarly)
    );
    assert_eq!(
        list.draw(&committed(CLOSED - DAY + 1), CLOSED, 5),
        Err(LotRefusal::CommittedTooLate { hours: 24 })
    );
    // Whoever sees the closed list can try texts until one suits them.
    assert_eq!(
        list.draw(&committed(CLOSED + 1), CLOSED + 2 * DAY, 5),
        Err(LotRefusal::ChosenAfterTheList)
    );
    // Dice do not make good a text that was committed too late.
    let mixed = Seed::dice(&ROLLS)
        .unwrap()
        .together(committed(CLOSED - DAY + 1));
    assert!(list.draw(&mixed, CLOSED, 5).is_err());

    assert_eq!(
        Seed::revealed("four herons over the wier", &hash, 0),
        Err(LotRefusal::RevealDoesNotMatch)
    );
    assert!(matches!(
        Seed::revealed("7", &commitment("7"), 0),
        Err(LotRefusal::SeedTooShort { .. })
    ));
    let two_lines = "four herons\nover the weir";
    assert_eq!(
        Seed::revealed(two_lines, &commitment(two_lines), 0),
        Err(LotRefusal::SeedNotOneLine)
    );
}

#[test]
fn with_enough_for_everybody_everybody_is_drawn() {
    let drawn = nine()
        .draw(&Seed::dice(&ROLLS).unwrap(), CLOSED, 12)
        .unwrap();
    assert_eq!((drawn.picked.len(), drawn.rest.len()), (9, 0));
}

fn entries() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::btree_set("[A-Zñ]{1,6}-[0-9]{1,2}", 1..30)
        .prop_map(|entries| entries.into_iter().collect::<Vec<_>>())
}

fn rolls() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(1u8..=6, 20..40)
}

proptest! {
    #[test]
    fn the_order_of_the_input_never_changes_the_result(
        (sorted, shuffled) in entries().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        rolls in rolls(),
        many in 0usize..35,
    ) {
        let seed = Seed::dice(&rolls).unwrap();
        let one = List::of(&sorted).unwrap().freeze(0);
        let other = List::of(&shuffled).unwrap().freeze(0);
        prop_assert_eq!(one.hash(), other.hash());
        prop_assert_eq!(one.draw(&seed, 1, many), other.draw(&seed, 1, many));
    }

    #[test]
    fn changing_one_entry_changes_the_hash(entries in entries(), which in any::<prop::sample::Index>()) {
        let before = List::of(&entries).unwrap().freeze(0);
        let mut changed = entries.clone();
        changed[which.index(entries.len())].push('x');
        let after = List::of(&changed).unwrap().freeze(0);
        prop_assert_ne!(before.hash(), after.hash());
    }

    #[test]
    fn everybody_is_drawn_exactly_once(entries in entries(), rolls in rolls(), many in 0usize..35) {
        let seed = Seed::dice(&rolls).unwrap();
        let drawn = List::of(&entries).unwrap().freeze(0).draw(&seed, 0, many).unwrap();
        let mut order = drawn.order.clone();
        order.sort();
        prop_assert_eq!(order, entries.clone());
        let cut: Vec<String> = drawn.picked.iter().chain(&drawn.rest).cloned().collect();
        prop_assert_eq!(&cut, &drawn.order);
        prop_assert_eq!(drawn.picked.len(), many.min(entries.len()));
    }

    #[test]
    fn a_published_list_reads_back(entries in entries(), at in any::<i64>()) {
        let list = List::of(&entries).unwrap().freeze(at);
        prop_assert_eq!(Frozen::from_text(&list.text(), at).unwrap(), list.clone());
        let crlf = list.text().replace('\n', "\r\n");
        prop_assert_eq!(Frozen::from_text(&crlf, at).unwrap(), list);
    }
}
