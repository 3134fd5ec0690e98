use super::*;
use proptest::prelude::*;

const EVENING: Moment = Moment(1_773_888_000);

fn open(voice: VoiceFrom) -> Lane {
    Lane::open(72, 300, voice, EVENING).unwrap()
}

#[test]
fn it_is_live_with_a_second_person_and_a_voice_until_its_end_up_to_its_cap() {
    let live = open(VoiceFrom::Themself).cosign(EVENING).unwrap();
    assert!(live.is_live(EVENING));
    assert_eq!(live.until, EVENING.plus_hours(72));
    assert_eq!(live.spend(0, 340, EVENING), Err(No::OverCap(300)));
    assert_eq!(live.spend(0, 120, EVENING), Ok(()));
    assert_eq!(live.spend(120, 181, EVENING), Err(No::OverCap(180)));
    assert_eq!(live.spend(120, -1, EVENING), Err(No::OverCap(180)));
    let over = EVENING.plus_hours(72);
    assert_eq!(live.spend(0, 1, over), Err(No::NotLive));
    assert_eq!(live.at(over).stage, LaneStage::Ended);
    assert_eq!(live.review(), Err(No::NotEnded));
    assert_eq!(live.at(over).review().unwrap().stage, LaneStage::Reviewed);
}

#[test]
fn without_a_voice_of_those_it_falls_on_it_never_opens() {
    for voice in [VoiceFrom::Nobody, VoiceFrom::CaucusAsked] {
        let it = open(voice).cosign(EVENING).unwrap();
        assert!(!it.is_live(EVENING));
        assert_eq!(it.at(EVENING.plus_hours(72)).stage, LaneStage::Gone);
        let proposed = it.propose_instead(EVENING).unwrap();
        assert_eq!(proposed.stage, LaneStage::Proposed);
        assert!(
            it.hear(VoiceFrom::Caucus, EVENING)
                .unwrap()
                .is_live(EVENING)
        );
        let late = EVENING.plus_hours(72);
        assert_eq!(it.hear(VoiceFrom::Caucus, late), Err(No::NotWaiting));
    }
}

#[test]
fn a_week_at_most_and_a_cap_always() {
    let no = |hours, cap| Lane::open(hours, cap, VoiceFrom::Nobody, EVENING);
    assert_eq!(no(0, 10), Err(No::Hours));
    assert_eq!(no(169, 10), Err(No::Hours));
    assert_eq!(no(72, -1), Err(No::CapNeeded));
    assert!(no(168, 0).is_ok());
}

#[test]
fn more_than_a_fifth_is_often() {
    assert!(!is_often(2, 2));
    assert!(!is_often(1, 4));
    assert!(is_often(2, 7));
    assert!(!is_often(2, 19));
}

proptest! {
    /// In whatever order: it acts only with a second person and a voice, never longer than a week, and
    /// all that is done stays under the cap.
    #[test]
    fn no_order_of_deeds_acts_without_limits(
        hours in 1i32..=MOST_HOURS,
        cap in 0i32..1000,
        deeds in prop::collection::vec((0u8..6, 0i64..400, -50i32..600), 1..40),
    ) {
        let mut it = Lane::open(hours, cap, VoiceFrom::Nobody, EVENING).unwrap();
        let (mut signed, mut heard, mut spent) = (false, false, 0);
        for (deed, after, cost) in deeds {
            let now = EVENING.plus_hours(after);
            let next = match deed {
                0 => it.cosign(now),
                1 => it.hear(VoiceFrom::Caucus, now),
                2 => it.end(now),
                3 => Ok(it.at(now)),
                4 => it.propose_instead(now),
                _ => {
                    if it.spend(spent, cost, now).is_ok() {
                        prop_assert!(signed && heard && cost >= 0);
                        spent += cost;
                    }
                    Ok(it)
                }
            };
            let Ok(next) = next else { continue };
            signed |= next.cosigned;
            heard |= next.voice.is_heard();
            it = next;
            prop_assert!(spent <= cap);
            if let Some(live) = it.live {
                prop_assert!(signed && heard);
                prop_assert!(it.until <= live.plus_hours(i64::from(MOST_HOURS)));
            }
        }
    }
}
