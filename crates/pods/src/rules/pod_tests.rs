//! A pod through its seasons.

use super::*;
use kernel::{Day, PersonId, SeededChance};
use proptest::prelude::*;

const TODAY: Day = Day(20_600);

fn people(n: usize) -> Vec<PersonId> {
    let chance = SeededChance::new(11);
    (0..n).map(|_| PersonId::new(&chance)).collect()
}

fn open(n: usize) -> (Pod, Vec<PersonId>) {
    let people = people(n);
    let mut pod = Pod::propose(&people, TODAY).unwrap();
    for person in &people {
        pod = pod.accept(*person, TODAY).unwrap();
    }
    (pod, people)
}

#[track_caller]
fn on(turn: PodTurn) -> Pod {
    match turn {
        PodTurn::On(pod) => pod,
        PodTurn::Over => panic!("it is over"),
    }
}

#[track_caller]
fn choosing(n: usize) -> (Pod, Vec<PersonId>) {
    let (pod, people) = open(n);
    let day = pod.by.plus(-CHOOSING_DAYS);
    (on(pod.tick(day)), people)
}

#[test]
fn three_to_six_and_nobody_twice() {
    for n in [0, 1, 2, 7] {
        assert_eq!(
            Pod::propose(&people(n), TODAY),
            Err(PodsRefusal::ThreeToSix)
        );
    }
    let two = people(2);
    assert_eq!(
        Pod::propose(&[two[0], two[1], two[0]], TODAY),
        Err(PodsRefusal::ThreeToSix)
    );
}

#[test]
fn it_opens_with_the_last_yes_and_meets_for_a_season() {
    let four = people(4);
    let mut pod = Pod::propose(&four, TODAY).unwrap();
    for person in &four[..3] {
        pod = pod.accept(*person, TODAY).unwrap();
        assert_eq!(pod.stage, PodStage::Forming);
    }
    // Twice is as once.
    pod = pod.accept(four[0], TODAY).unwrap();
    assert_eq!(pod.stage, PodStage::Forming);
    pod = pod.accept(four[3], TODAY.plus(2)).unwrap();
    assert_eq!(pod.stage, PodStage::Meeting);
    assert_eq!(pod.by, TODAY.plus(2 + SEASON_DAYS));
    assert_eq!(pod.accept(four[0], TODAY), Err(PodsRefusal::NotForming));
}

#[test]
fn a_no_or_silence_lets_the_grouping_go() {
    let four = people(4);
    let pod = Pod::propose(&four, TODAY).unwrap();
    assert_eq!(pod.clone().not_now(four[1], TODAY), Ok(PodTurn::Over));
    let late = TODAY.plus(FORMING_DAYS + 1);
    assert_eq!(
        pod.clone().accept(four[1], late),
        Err(PodsRefusal::NotForming)
    );
    assert_eq!(pod.tick(late), PodTurn::Over);
}

#[test]
fn it_chooses_from_two_weeks_before_the_season_ends() {
    let (pod, _) = open(4);
    let ends = pod.by;
    let early = ends.plus(-CHOOSING_DAYS - 1);
    assert_eq!(on(pod.clone().tick(early)), pod);
    let pod = on(pod.tick(early.plus(1)));
    assert_eq!((pod.stage, pod.by), (PodStage::Choosing, ends));
    // A server that slept leaves them two weeks all the same.
    let (slept, _) = open(4);
    let late = ends.plus(40);
    assert_eq!(on(slept.tick(late)).by, late.plus(CHOOSING_DAYS));
}

#[test]
fn all_renew_and_it_meets_for_another_season() {
    let (mut pod, four) = choosing(4);
    let ends = pod.by;
    let day = ends.plus(-10);
    for person in &four[..3] {
        pod = on(pod.choose(*person, Choice::Renew, day).unwrap());
        assert_eq!(pod.stage, PodStage::Choosing);
    }
    let pod = on(pod.choose(four[3], Choice::Renew, day).unwrap());
    assert_eq!(
        (pod.stage, pod.by),
        (PodStage::Meeting, ends.plus(SEASON_DAYS))
    );
}

#[test]
fn one_who_closes_goes_and_the_others_say_yes_to_the_new_shape() {
    let (mut pod, four) = choosing(4);
    let day = pod.by.plus(-3);
    pod = on(pod.choose(four[0], Choice::Close, day).unwrap());
    pod = on(pod.choose(four[1], Choice::Renew, day).unwrap());
    pod = on(pod.choose(four[2], Choice::Renew, day).unwrap());
    pod = on(pod.choose(four[3], Choice::Reshape, day).unwrap());
    assert_eq!(pod.stage, PodStage::FormingAnew);
    assert_eq!(pod.seats.len(), 3);
    let new = PersonId::new(&SeededChance::new(99));
    pod = pod.accept(four[1], day).unwrap();
    pod = pod.invite(four[2], new, day).unwrap();
    // Everybody says yes to the new shape.
    assert_eq!(pod.said_by(four[1]), Some(Said::Nothing));
    for person in [four[1], four[3]] {
        pod = pod.accept(person, day).unwrap();
        assert_eq!(pod.stage, PodStage::FormingAnew);
    }
    pod = pod.accept(new, day).unwrap();
    assert_eq!((pod.stage, pod.seats.len()), (PodStage::Meeting, 4));
}

#[test]
fn whoever_says_nothing_is_not_carried_along() {
    let (mut pod, four) = choosing(4);
    let by = pod.by;
    for person in &four[..3] {
        pod = on(pod.choose(*person, Choice::Renew, by).unwrap());
    }
    let pod = on(pod.tick(by.plus(1)));
    assert_eq!((pod.stage, pod.seats.len()), (PodStage::FormingAnew, 3));
    let (silent, _) = choosing(4);
    assert_eq!(silent.tick(by.plus(1)), PodTurn::Over);
}

#[test]
fn whoever_rests_keeps_their_seat_and_nobody_waits_for_them() {
    let (mut pod, four) = choosing(4);
    pod.seats
        .iter_mut()
        .filter(|seat| seat.person == four[0])
        .for_each(|seat| seat.rests = true);
    let day = pod.by;
    for person in &four[1..] {
        pod = on(pod.choose(*person, Choice::Renew, day).unwrap());
    }
    assert_eq!((pod.stage, pod.seats.len()), (PodStage::Meeting, 4));
}

#[test]
fn under_three_it_chooses_within_two_weeks_and_can_take_somebody_in() {
    let (pod, three) = open(3);
    let pod = on(pod.leave(three[0], TODAY.plus(9)));
    assert_eq!(
        (pod.stage, pod.by),
        (PodStage::Choosing, TODAY.plus(9 + CHOOSING_DAYS))
    );
    let day = TODAY.plus(10);
    assert_eq!(
        pod.clone().choose(three[1], Choice::Renew, day),
        Err(PodsRefusal::TooFewToRenew)
    );
    assert_eq!(pod.clone().tick(pod.by.plus(1)), PodTurn::Over);
    let mut pod = on(pod.choose(three[1], Choice::Reshape, day).unwrap());
    pod = on(pod.choose(three[2], Choice::Reshape, day).unwrap());
    for person in &three[1..] {
        pod = pod.accept(*person, day).unwrap();
    }
    assert_eq!(pod.stage, PodStage::FormingAnew, "two are no pod");
    let new = PersonId::new(&SeededChance::new(99));
    pod = pod.invite(three[1], new, day).unwrap();
    pod = pod.accept(three[2], day).unwrap();
    assert_eq!(pod.accept(new, day).unwrap().stage, PodStage::Meeting);
}

#[test]
fn there_is_room_for_six() {
    let (mut pod, six) = choosing(6);
    let day = pod.by;
    for person in &six {
        pod = on(pod.choose(*person, Choice::Reshape, day).unwrap());
    }
    let new = PersonId::new(&SeededChance::new(99));
    assert_eq!(pod.invite(six[0], new, day), Err(PodsRefusal::PodIsFull));
}

#[derive(Clone, Debug)]
enum Step {
    Accept(usize),
    NotNow(usize),
    Choose(usize, Choice),
    Leave(usize),
    Invite(usize),
    Rest(usize, bool),
    Days(i32),
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0usize..8;
    prop_oneof![
        6 => who.clone().prop_map(Step::Accept),
        1 => who.clone().prop_map(Step::NotNow),
        6 => (who.clone(), prop::sample::select(Choice::ALL)).prop_map(|(w, c)| Step::Choose(w, c)),
        1 => who.clone().prop_map(Step::Leave),
        2 => who.clone().prop_map(Step::Invite),
        1 => (who, any::<bool>()).prop_map(|(w, r)| Step::Rest(w, r)),
        3 => (1i32..60).prop_map(Step::Days),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever happens, in any order: never more than six, nobody twice, a pod that meets has
    /// three at least, and nobody sits in an open one who did not say yes to it.
    #[test]
    fn no_order_of_things_breaks_a_pod(
        n in 3usize..=6,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let people = people(8);
        let mut pod = Pod::propose(&people[..n], TODAY).unwrap();
        let mut said_yes = std::collections::BTreeSet::new();
        let mut today = TODAY;
        for step in steps {
            let before = pod.clone();
            let seated = |who: usize| before.said_by(people[who]).is_some();
            let turn = match step {
                Step::Accept(who) if seated(who) => {
                    let done = pod.accept(people[who], today);
                    if done.is_ok() {
                        said_yes.insert(people[who]);
                    }
                    done.map(PodTurn::On)
                }
                Step::NotNow(who) if seated(who) => pod.not_now(people[who], today),
                Step::Choose(who, choice) if seated(who) => pod.choose(people[who], choice, today),
                Step::Leave(who) if seated(who) => Ok(pod.leave(people[who], today)),
                Step::Invite(who) => pod.invite(before.seats[0].person, people[who], today)
                    .map(PodTurn::On),
                Step::Rest(who, rests) => {
                    for seat in pod.seats.iter_mut().filter(|seat| seat.person == people[who]) {
                        seat.rests = rests;
                    }
                    Ok(PodTurn::On(pod))
                }
                Step::Days(days) => {
                    today = today.plus(days);
                    let once = pod.tick(today);
                    if let PodTurn::On(pod) = once.clone() {
                        prop_assert_eq!(pod.tick(today), once.clone());
                    }
                    Ok(once)
                }
                _ => Ok(PodTurn::On(pod)),
            };
            pod = match turn {
                Ok(PodTurn::On(pod)) => pod,
                Ok(PodTurn::Over) => return Ok(()),
                Err(_) => before,
            };
            let seats: std::collections::BTreeSet<_> =
                pod.seats.iter().map(|seat| seat.person).collect();
            prop_assert_eq!(seats.len(), pod.seats.len());
            prop_assert!((2..=MOST).contains(&pod.seats.len()));
            if pod.stage == PodStage::Meeting {
                prop_assert!(pod.seats.len() >= FEWEST);
                prop_assert!(pod.seats.iter().all(|seat| said_yes.contains(&seat.person)));
                prop_assert!(pod.seats.iter().all(|seat| seat.said == Said::Nothing));
            }
        }
    }
}
