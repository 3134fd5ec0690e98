use super::*;
use kernel::{NetworkId, Role, RoleHeld, SeededChance};
use proptest::prelude::*;

struct Cast {
    aid: CircleId,
    sam: Member,
    bo: Member,
    yuki: Member,
}

fn cast() -> Cast {
    let chance = SeededChance::new(11);
    let (aid, network) = (CircleId::new(&chance), NetworkId::new(&chance));
    let person = |roles: Vec<RoleHeld>| Member {
        id: PersonId::new(&chance),
        network,
        standing: Standing::Member,
        joined: Day(0),
        circles: vec![aid],
        roles,
        liaison_of: vec![],
    };
    Cast {
        aid,
        sam: person(vec![RoleHeld {
            circle: aid,
            role: Role::Shift,
        }]),
        bo: person(vec![]),
        yuki: person(vec![]),
    }
}

fn ask(stage: Stage) -> Ask {
    Ask {
        stage,
        consent: Consent {
            share_words: true,
            ..Consent::default()
        },
        claimed_for: None,
        closed_on: None,
        place_dies_on: None,
        delivered_on: None,
        ends_on: Day(60),
    }
}

const NOW: Moment = Moment(1_000_000);
const TODAY: Day = Day(20);

#[test]
fn the_whole_way() {
    let Cast { aid, sam, bo, .. } = cast();
    let yes = Consent {
        share_words: true,
        ..Consent::default()
    };
    let heard = ask(Stage::Received).hear(&sam, aid, yes).unwrap();
    let open = heard.publish(&sam, aid, "Food for 3, by Fri").unwrap();
    let claimed = open.claim(&bo, aid, NOW).unwrap();
    let arranged = claimed.plan(&bo, "Friday after 16:00").unwrap();
    let done = arranged.say_done(&bo, NOW, TODAY).unwrap();
    let told = done.word(Word::Partly, TODAY).unwrap();
    assert_eq!(told.closed_on, None);
    assert_eq!(told.place_dies_on, Some(Day(23)));
    let closed = told.follow_up_made(&sam, aid, Day(23)).unwrap();
    assert_eq!(closed.closed_on, Some(Day(23)));
}

#[test]
fn only_the_shift_hears_publishes_refers_and_says_no() {
    let Cast { aid, bo, .. } = cast();
    let refused = Err(No::ShiftOnlyDeed);
    assert_eq!(
        ask(Stage::Received).hear(&bo, aid, Consent::default()),
        refused
    );
    assert_eq!(ask(Stage::Heard).publish(&bo, aid, "Food"), refused);
    assert_eq!(ask(Stage::Heard).cant(&bo, aid, "no car", TODAY), refused);
}

#[test]
fn nothing_is_published_without_consent_or_with_a_number_in_it() {
    let Cast { aid, sam, .. } = cast();
    let mut silent = ask(Stage::Heard);
    silent.consent.share_words = false;
    assert_eq!(silent.publish(&sam, aid, "Food"), Err(No::NoConsent));
    let publish = |words| ask(Stage::Heard).publish(&sam, aid, words);
    assert_eq!(
        publish("Food, call 555 01 42"),
        Err(No::PublishedHasContact)
    );
    assert_eq!(
        publish("Food, gus@example.org"),
        Err(No::PublishedHasContact)
    );
    assert_eq!(publish("  "), Err(No::PublishedNeeded));
    assert!(publish("Food for 3, 12 to 14 o'clock, by Fri").is_ok());
}

#[test]
fn one_person_claims_and_the_second_is_told_kindly() {
    let Cast { aid, bo, yuki, .. } = cast();
    let claimed = ask(Stage::Open).claim(&bo, aid, NOW).unwrap();
    assert_eq!(claimed.clone().claim(&yuki, aid, NOW), Err(No::NotOpen));
    assert_eq!(claimed.clone().plan(&yuki, "now"), Err(No::NotYours));
    assert_eq!(claimed.clone().unclaim(&yuki), Err(No::NotYours));
    assert_eq!(claimed.unclaim(&bo).unwrap().stage, Stage::Open);
}

#[test]
fn resting_people_and_newcomers_are_not_sent() {
    let Cast { aid, mut bo, .. } = cast();
    bo.standing = Standing::Resting;
    assert_eq!(
        ask(Stage::Open).claim(&bo, aid, NOW),
        Err(No::YouAreResting)
    );
    bo.standing = Standing::Participant;
    assert_eq!(
        ask(Stage::Open).claim(&bo, aid, NOW),
        Err(No::NotYetAMember)
    );
}

#[test]
fn an_ask_for_the_shift_alone_is_claimed_by_the_shift_alone() {
    let Cast { aid, sam, bo, .. } = cast();
    let mut careful = ask(Stage::Open);
    careful.consent.shift_only = true;
    assert_eq!(careful.clone().claim(&bo, aid, NOW), Err(No::ShiftOnly));
    assert!(careful.claim(&sam, aid, NOW).is_ok());
}

#[test]
fn a_referral_needs_its_own_yes() {
    let Cast { aid, sam, .. } = cast();
    let to = OrganisationId::new(&SeededChance::new(2));
    let mut heard = ask(Stage::Heard);
    assert_eq!(
        heard.clone().refer(&sam, aid, to, TODAY),
        Err(No::NoPartnerConsent)
    );
    heard.consent.share_with_partner = true;
    assert_eq!(
        heard.refer(&sam, aid, to, TODAY).unwrap().stage,
        Stage::Referred { to }
    );
}

#[test]
fn two_days_without_a_plan_and_it_is_open_again() {
    let Cast { aid, bo, .. } = cast();
    let claimed = ask(Stage::Open).claim(&bo, aid, NOW).unwrap();
    let early = NOW.plus_seconds(PLAN_SECONDS - 1);
    assert!(claimed.clone().clock(early, TODAY).is_err());
    let (open, what) = claimed
        .clock(NOW.plus_seconds(PLAN_SECONDS), TODAY)
        .unwrap();
    assert_eq!((open.stage, what), (Stage::Open, Clocked::OpenAgain));
    assert!(
        open.clock(NOW.plus_seconds(PLAN_SECONDS), TODAY).is_err(),
        "once is enough"
    );
}

#[test]
fn a_week_of_silence_is_never_help_but_the_receiver_may_still_speak() {
    let Cast { bo, .. } = cast();
    let done = ask(Stage::Arranged { by: bo.id })
        .say_done(&bo, NOW, TODAY)
        .unwrap();
    let (silent, _) = done.clock(NOW.plus_seconds(WORD_SECONDS), Day(27)).unwrap();
    assert_eq!(silent.stage, Stage::Unconfirmed { by: Some(bo.id) });
    assert_eq!(silent.closed_on, Some(Day(27)));
    let late = silent.word(Word::MadeHarder, Day(30)).unwrap();
    assert_eq!(late.closed_on, None, "a person calls first");
}

fn any_word() -> impl Strategy<Value = Word> {
    prop::sample::select(Word::ALL)
}

#[derive(Clone, Debug)]
enum Step {
    Hear(bool),
    Publish,
    Claim(bool),
    Plan(bool),
    Unclaim(bool),
    SayDone(bool),
    Tell(Word),
    FollowUp,
    Cant,
    Withdraw,
    Wait(u32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        any::<bool>().prop_map(Step::Hear),
        Just(Step::Publish),
        any::<bool>().prop_map(Step::Claim),
        any::<bool>().prop_map(Step::Plan),
        any::<bool>().prop_map(Step::Unclaim),
        any::<bool>().prop_map(Step::SayDone),
        any_word().prop_map(Step::Tell),
        Just(Step::FollowUp),
        Just(Step::Cant),
        Just(Step::Withdraw),
        (0u32..400).prop_map(Step::Wait),
    ]
}

proptest! {
    /// No order of deeds and clocks makes "helped" without the receiver, publishes without
    /// consent, or leaves an ended ask without its day.
    #[test]
    fn only_the_receivers_word_is_help(steps in prop::collection::vec(step(), 0..40)) {
        let Cast { aid, sam, bo, yuki } = cast();
        let mut now = NOW;
        let mut it = Ask { consent: Consent::default(), ..ask(Stage::Received) };
        let mut told = false;
        for step in steps {
            let today = Day(20 + ((now.0 - NOW.0) / 86_400) as i32);
            let who = |first: bool| if first { &bo } else { &yuki };
            let before = it.clone();
            let next = match step {
                Step::Hear(yes) => {
                    it.hear(&sam, aid, Consent { share_words: yes, ..Consent::default() })
                }
                Step::Publish => it.publish(&sam, aid, "Food for 3"),
                Step::Claim(first) => it.claim(who(first), aid, now),
                Step::Plan(first) => it.plan(who(first), "Friday"),
                Step::Unclaim(first) => it.unclaim(who(first)),
                Step::SayDone(first) => it.say_done(who(first), now, today),
                Step::Tell(word) => {
                    let said = it.word(word, today);
                    told |= said.is_ok();
                    said
                }
                Step::FollowUp => it.follow_up_made(&sam, aid, today),
                Step::Cant => it.cant(&sam, aid, "no car this week", today),
                Step::Withdraw => it.withdraw(today),
                Step::Wait(hours) => {
                    now = now.plus_hours(i64::from(hours));
                    let today = Day(20 + ((now.0 - NOW.0) / 86_400) as i32);
                    Ok(it.clock(now, today).map_or_else(|same| same, |(moved, _)| moved))
                }
            };
            it = next.unwrap_or(before);
            let is_told = matches!(it.stage, Stage::Told { .. });
            prop_assert!(!is_told || told, "help that nobody spoke of");
            let published = matches!(it.stage, Stage::Open | Stage::Claimed { .. }
                | Stage::Arranged { .. } | Stage::SaidDone { .. });
            prop_assert!(!published || it.consent.share_words);
            let ended = matches!(it.stage, Stage::Unconfirmed { .. } | Stage::Unable
                | Stage::Withdrawn | Stage::Referred { .. });
            prop_assert!(!ended || it.closed_on.is_some(), "ended without its day: {:?}", it.stage);
        }
    }
}
