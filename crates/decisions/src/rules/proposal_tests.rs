use super::*;
use proptest::prelude::*;

const NINE: Moment = Moment(1_780_300_800);
const DAY: i64 = 86_400;

fn at(days: i64) -> Moment {
    NINE.plus_seconds(days * DAY)
}

fn all_consent(here: usize) -> Facts {
    Facts {
        here,
        spoke: here,
        agree: here,
        ..Facts::default()
    }
}

fn in_round(class: Class) -> Proposal {
    let open = Proposal::open(class, Manner::Consent, at(0));
    open.go_on().unwrap().go_on().unwrap()
}

/// P19: weighty, opened on the first at nine; all consent on the third; changed on the fifth.
#[test]
fn a_weighty_question_takes_its_time() {
    let it = in_round(Class::Weighty).sit(Day(0)).unwrap();
    let all = all_consent(9);
    assert_eq!(it.decidable(&all, at(2)), Err(No::TooEarly(at(7))));
    assert_eq!(it.decidable(&all, at(7)), Err(No::SittingNeeded));
    assert_eq!(it.sit(Day(0)), Err(No::SatToday));
    let twice = it.sit(Day(4)).unwrap();
    assert_eq!(twice.decidable(&all, at(7)), Ok(()));
    let changed = twice.amend(true, at(4)).unwrap();
    assert_eq!(changed.earliest(), at(11));
    assert_eq!(twice.amend(false, at(4)).unwrap().earliest(), at(7));
    let disputed = twice.amend(false, at(4)).unwrap().dispute(at(5)).unwrap();
    assert_eq!(disputed.earliest(), at(12));
    assert_eq!(disputed.dispute(at(6)), Err(No::DisputedAlready));
    // Jonah lays it over; the second time the circle is asked.
    let later = changed.lay_over(false).unwrap();
    assert_eq!(later.decidable(&all, at(20)), Err(No::SittingNeeded));
    assert_eq!(later.lay_over(false), Err(No::LayOverTwice));
    assert!(later.lay_over(true).is_ok());
    let heard = later.sit(Day(12)).unwrap();
    let adopted = heard
        .adopt(&all, Some(Day(100)), (at(19), Day(19)))
        .unwrap();
    assert!(!adopted.is_in_effect(at(20)));
    assert_eq!(adopted.in_effect_from(), Some(at(21)));
    assert!(adopted.is_in_effect(at(21)));
    // In the last second of cooling an objection opens it again.
    let last = at(21).plus_seconds(-1);
    assert_eq!(adopted.object(last).unwrap().stage, Stage::Round);
    assert_eq!(adopted.object(at(21)), Err(No::NotOpen));
}

#[test]
fn nothing_is_adopted_past_an_objection_a_gate_or_silence() {
    let it = in_round(Class::Shared);
    let all = all_consent(7);
    let with = |facts: Facts| it.decidable(&facts, at(3));
    assert_eq!(with(all), Ok(()));
    let objection = Facts {
        objections: 1,
        ..all
    };
    assert_eq!(with(objection), Err(No::ObjectionOpen));
    let gate = Facts {
        gates: 1,
        shut: 1,
        ..all
    };
    assert_eq!(with(gate), Err(No::GateShut));
    assert_eq!(with(Facts { spoke: 3, ..all }), Err(No::TooFewSpoke));
    assert_eq!(with(Facts { spoke: 4, ..all }), Ok(()));
    // All pass: nobody agreed to anything.
    let nobody = Facts { agree: 0, ..all };
    assert_eq!(with(nobody), Err(No::NotCarried));
    let resting = Facts {
        resting: true,
        ..all
    };
    assert_eq!(with(resting), Err(No::CircleRests));
    let early = Proposal::open(Class::Shared, Manner::Consent, at(0));
    assert_eq!(early.decidable(&all, at(9)), Err(No::NoRoundYet));
    let founding = in_round(Class::Foundational)
        .sit(Day(1))
        .unwrap()
        .sit(Day(2))
        .unwrap();
    assert_eq!(founding.decidable(&all, at(21)), Err(No::GateNeeded));
}

#[test]
fn every_decision_has_a_day_and_stays_in_force_until_the_circle_looks() {
    let it = in_round(Class::Everyday);
    let all = all_consent(3);
    for wrong in [None, Some(Day(1)), Some(Day(400))] {
        let refused = it.adopt(&all, wrong, (at(1), Day(1)));
        assert!(matches!(refused, Err(No::ReviewDay(_))), "{wrong:?}");
    }
    let it = it.adopt(&all, Some(Day(60)), (at(1), Day(1))).unwrap();
    assert!(it.is_in_effect(at(1)));
    assert!(!it.is_past_review(Day(81)));
    assert!(it.is_past_review(Day(82)));
    assert!(it.is_in_effect(at(90)), "still in force");
    let kept = it.keep(Some(Day(120)), (at(90), Day(90))).unwrap();
    assert!(!kept.is_past_review(Day(90)));
    assert_eq!(kept.end(at(91)).unwrap().stage, Stage::Ended);
}

#[derive(Clone, Copy, Debug)]
enum Deed {
    GoOn,
    Amend(bool),
    Dispute,
    Sit,
    LayOver(bool),
    Object,
    Adopt,
    End,
    Keep,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => Just(Deed::GoOn),
        2 => any::<bool>().prop_map(Deed::Amend),
        1 => Just(Deed::Dispute),
        3 => Just(Deed::Sit),
        1 => any::<bool>().prop_map(Deed::LayOver),
        1 => Just(Deed::Object),
        6 => Just(Deed::Adopt),
        1 => Just(Deed::End),
        1 => Just(Deed::Keep),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    (
        0usize..9,
        0usize..9,
        0usize..3,
        0usize..3,
        0usize..3,
        any::<bool>(),
        (0usize..9, 0usize..9),
    )
        .prop_map(
            |(here, spoke, objections, gates, shut, resting, (agree, aside))| Facts {
                here,
                spoke: spoke.min(here),
                agree: agree.min(spoke.min(here)),
                aside: aside.min(spoke.min(here).saturating_sub(agree)),
                objections,
                gates,
                shut: shut.min(gates),
                resting,
            },
        )
}

fn classes() -> impl Strategy<Value = Class> {
    prop::sample::select(Class::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// In whatever order, by whatever clock: nothing is adopted before its minimum since its meaning
    /// last changed, in fewer sittings than it needs, past an open objection or a shut gate, or with
    /// fewer voices than half.
    #[test]
    fn no_order_of_deeds_decides_too_early(
        class in classes(),
        consensus in any::<bool>(),
        deeds in prop::collection::vec((deed(), facts(), -30i64..90), 1..60),
    ) {
        let manner = if consensus { Manner::Consensus } else { Manner::Consent };
        let mut it = Proposal::open(class, manner, at(0));
        let (mut meant, mut nights) = (at(0), std::collections::BTreeSet::new());
        for (deed, facts, hours) in deeds {
            // A clock that may be set back.
            let now = it.since.plus_seconds(hours * 3600 * 8);
            let today = Day(i32::try_from(now.0.div_euclid(DAY)).unwrap());
            let before = it;
            let next = match deed {
                Deed::GoOn => it.go_on(),
                Deed::Amend(changed) => it.amend(changed, now),
                Deed::Dispute => it.dispute(now),
                Deed::Sit => it.sit(today),
                Deed::LayOver(consents) => it.lay_over(consents),
                Deed::Object => it.object(now),
                Deed::Adopt => it.adopt(&facts, Some(today.plus(30)), (now, today)),
                Deed::End => it.end(now),
                Deed::Keep => it.keep(Some(today.plus(30)), (now, today)),
            };
            let Ok(next) = next else { continue };
            if next.version > before.version {
                meant = meant.max(now);
            }
            if next.sittings > before.sittings {
                prop_assert!(nights.insert(today), "two sittings of one day");
            }
            if next.stage == Stage::Adopted && before.stage != Stage::Adopted {
                prop_assert!(now >= meant.plus_seconds(class.least_open()));
                prop_assert!(nights.len() >= usize::from(class.sittings()));
                prop_assert!(facts.objections == 0 && facts.shut == 0 && !facts.resting);
                prop_assert!(facts.spoke * 2 >= facts.here && facts.spoke >= 2);
                prop_assert!(facts.agree >= 1);
                prop_assert!(!consensus || facts.spoke * 4 >= facts.here * 3);
                prop_assert!(!consensus || facts.agree > facts.aside);
                prop_assert!(!class.needs_a_gate() || facts.gates > 0);
                prop_assert!(next.review_on.is_some());
            }
            it = next;
        }
    }
}
