use super::*;
use crate::rules::GatherRefusal as No;
use kernel::SeededChance;
use proptest::prelude::*;

fn people() -> Vec<PersonId> {
    let chance = SeededChance::new(11);
    (0..3).map(|_| PersonId::new(&chance)).collect()
}

fn seed(people: &[PersonId]) -> Container {
    Container {
        kind: Kind::Gathering,
        stage: Stage::Seeded,
        hosts: [Some((people[0], Said::Yes)), Some((people[1], Said::Asked))],
        has_question: true,
        undecided: false,
        begins: Moment(1000),
        ends: Day(10),
        met: None,
        returned: None,
        shared: None,
        share_asked: None,
    }
}

#[test]
fn nobody_is_invited_before_a_second_said_yes_and_there_is_a_question_and_an_end() {
    let who = people();
    let alone = seed(&who);
    assert_eq!(alone.invite(None, Day(0)), Err(No::SecondNeeded));
    // Whoever else says yes is no host.
    assert_eq!(alone.answer(who[2], true).ready(), 1);
    let two = alone.answer(who[1], true);
    assert!(two.invite(None, Day(0)).is_ok());
    let bare = Container {
        has_question: false,
        ..two
    };
    assert_eq!(bare.invite(None, Day(0)), Err(No::QuestionNeeded));
    assert_eq!(
        two.invite(None, Day(11)),
        Err(No::EndNeeded(Day(11 + LONGEST_DAYS)))
    );
    let waits = Container {
        undecided: true,
        ..two
    };
    assert_eq!(waits.invite(None, Day(0)), Err(No::AffectedFirst));
    let rest = Some((Day(12), Day(17)));
    assert!(matches!(
        two.invite(rest, Day(0)),
        Err(No::FallsInRest { .. })
    ));
    // One who vanishes makes room for another, and the one who named stays.
    let other = two.name_second(who[0], who[2]).unwrap();
    assert!(other.is_host(who[0]) && !other.is_host(who[1]) && !other.is_host(who[2]));
    assert_eq!(two.name_second(who[0], who[0]), Err(No::NotWithOneself));
}

#[test]
fn what_a_campaign_is_for_has_come_and_it_asks() {
    let who = people();
    let campaign = Container {
        kind: Kind::Campaign,
        stage: Stage::Invited,
        ..seed(&who)
    };
    assert!(!campaign.asks_to_close(Day(10)));
    assert!(campaign.asks_to_close(Day(11)));
    let met = campaign.end_is_met(Day(5)).unwrap();
    assert!(met.asks_to_close(Day(5)));
    assert_eq!(met.holds_more(), Err(No::EndMet));
    assert_eq!(met.go_on(Some(Day(20)), Day(5)), Err(No::EndMet));
    assert_eq!(met.end(false).unwrap().stage, Stage::Closed);
    assert_eq!(met.end_is_met(Day(6)), Err(No::NotNow));
}

/// What hosts, a bystander and time do.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Gathered,
    Write,
    Room,
    Share(Wide, usize, usize),
    Hours(i64),
    Leaves(usize),
    Second(usize, usize),
    Answer(usize),
    End(bool),
}

fn deed() -> impl Strategy<Value = Deed> {
    let wide = prop_oneof![Just(Wide::Circle), Just(Wide::Network), Just(Wide::Public)];
    prop_oneof![
        2 => Just(Deed::Gathered),
        2 => Just(Deed::Write),
        2 => Just(Deed::Room),
        8 => (wide, 0usize..2, 0usize..2).prop_map(|(wide, by, changes)| Deed::Share(wide, by, changes)),
        4 => (1i64..80).prop_map(Deed::Hours),
        1 => (0usize..2).prop_map(Deed::Leaves),
        1 => (0usize..2, 0usize..3).prop_map(|(by, whom)| Deed::Second(by, whom)),
        1 => (0usize..3).prop_map(Deed::Answer),
        1 => any::<bool>().prop_map(Deed::End),
    ]
}

proptest! {
    /// In no order of deeds does a harvest go further than the room before three days in which nothing of
    /// it was changed, nor past a change that was asked for, nor two steps at once, nor beyond the circle by
    /// the word of one.
    #[test]
    fn no_order_of_deeds_lets_a_harvest_go_early_or_by_the_word_of_one(
        deeds in proptest::collection::vec(deed(), 0..40),
    ) {
        let who = people();
        let mut it = seed(&who).answer(who[1], true).invite(None, Day(0)).unwrap();
        let (mut now, mut touched) = (Moment(2000), Moment(2000));
        let mut asked: Vec<(Wide, PersonId)> = Vec::new();
        for deed in deeds {
            let before = it;
            let next = match deed {
                Deed::Gathered => it.gathered(now),
                Deed::Write => it.write(now),
                Deed::Room => it.to_the_room((1, 0), now),
                // The deed lets only hosts share.
                Deed::Share(to, by, changes) if it.is_host(who[by]) => {
                    it.share(Share { to, by: who[by], changes }, now)
                }
                Deed::Share(..) => Err(No::HostsOnly),
                Deed::Hours(n) => { now = now.plus_hours(n); Ok(it) }
                Deed::Leaves(n) => Ok(it.answer(who[n], false)),
                Deed::Second(by, whom) if it.is_host(who[by]) => it.name_second(who[by], who[whom]),
                Deed::Second(..) => Err(No::HostsOnly),
                Deed::Answer(n) => Ok(it.answer(who[n], true)),
                Deed::End(rests) => it.end(rests),
            };
            let Ok(next) = next else { continue };
            it = next;
            match deed {
                Deed::Write | Deed::Room => { touched = now; asked.clear(); }
                Deed::Share(to, by, changes) => {
                    asked.push((to, who[by]));
                    if it.shared != before.shared {
                        prop_assert!(now.0 - touched.0 >= ROOM_HOURS * 3600);
                        prop_assert_eq!(changes, 0);
                        prop_assert_eq!(it.shared, before.shared.map_or(Some(Wide::Circle), Wide::wider));
                        let said: std::collections::BTreeSet<_> = asked
                            .iter()
                            .filter(|(far, _)| *far == to)
                            .map(|(_, by)| by.to_string())
                            .collect();
                        prop_assert!(to == Wide::Circle || said.len() >= 2, "{:?}", asked);
                    }
                }
                _ => prop_assert_eq!(it.shared, before.shared),
            }
        }
    }
}
