use super::*;
use kernel::SeededChance;
use proptest::prelude::*;

const NOW: Moment = Moment(1_000_000);

/// Two hosts (the first also a steward, as Ines is), two stewards, and somebody with no role.
fn people() -> Vec<Signer> {
    let chance = SeededChance::new(7);
    [
        (true, true),
        (false, true),
        (true, false),
        (true, false),
        (false, false),
    ]
    .map(|(steward, host)| Signer {
        id: PersonId::new(&chance),
        steward,
        host,
    })
    .to_vec()
}

#[test]
fn ines_needs_a_second_who_does_not_run_the_server() {
    let all = people();
    let [ines, tess, hana, chidi] = [&all[0], &all[1], &all[2], &all[3]];
    let open = Stands::default();
    assert_eq!(
        open.clone().lock([ines, ines], NOW),
        Err(ShieldRefusal::SecondPersonNeeded)
    );
    assert_eq!(
        open.clone().lock([ines, tess], NOW),
        Err(ShieldRefusal::BothHosts)
    );
    let locked = open.lock([ines, hana], NOW).unwrap();
    let until = NOW.plus_seconds(LOCKDOWN_SECONDS);
    assert_eq!(locked.in_force(NOW), Posture::Lockdown { until });
    assert_eq!(locked.in_force(until), Posture::Open);
    // Those who called it do not hold it, and the hosts together do not either.
    let hold = |pair| locked.clone().hold(pair, 3, NOW);
    assert_eq!(hold([hana, chidi]), Err(ShieldRefusal::TwoOthersNeeded));
    assert_eq!(hold([tess, ines]), Err(ShieldRefusal::BothHosts));
    let held = hold([tess, chidi]).unwrap();
    let later = until.plus_hours(72);
    assert_eq!(held.in_force(until), Posture::Lockdown { until: later });
    assert_eq!(held.in_force(later), Posture::Open);
    // It goes on once.
    assert_eq!(
        held.clone().hold([tess, chidi], 3, NOW),
        Err(ShieldRefusal::NothingToHold)
    );
    // Whoever called it leaves the week after it to others.
    assert_eq!(
        held.clone().lock([hana, chidi], later),
        Err(ShieldRefusal::CalledTheLast)
    );
    assert!(
        held.clone()
            .lock([hana, chidi], later.plus_seconds(COOLING_SECONDS))
            .is_ok()
    );
    assert!(held.lock([tess, chidi], later).is_ok());
}

#[test]
fn lockdown_falls_back_to_guarded_where_its_time_is_not_over() {
    let all = people();
    let guarded = Stands::default().guard([&all[2], &all[3]], NOW).unwrap();
    let until = NOW.plus_seconds(GUARDED_SECONDS);
    let locked = guarded.lock([&all[2], &all[1]], NOW).unwrap();
    let back = locked.step_down([&all[0], &all[1]], NOW).unwrap();
    assert_eq!(back.in_force(NOW), Posture::Guarded { until });
    let open = back.clone().step_down([&all[0], &all[3]], NOW).unwrap();
    assert_eq!(open.in_force(NOW), Posture::Open);
    assert_eq!(back.in_force(until), Posture::Open);
    assert_eq!(
        back.guard([&all[2], &all[1]], NOW),
        Err(ShieldRefusal::StewardsOnly)
    );
}

#[derive(Clone, Debug)]
enum Deed {
    Guard(usize, usize),
    Lock(usize, usize),
    Hold(usize, usize, i64),
    StepDown(usize, usize),
    Wait(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    let who = 0usize..5;
    prop_oneof![
        (who.clone(), who.clone()).prop_map(|(a, b)| Deed::Guard(a, b)),
        (who.clone(), who.clone()).prop_map(|(a, b)| Deed::Lock(a, b)),
        (who.clone(), who.clone(), 0i64..12).prop_map(|(a, b, d)| Deed::Hold(a, b, d)),
        (who.clone(), who).prop_map(|(a, b)| Deed::StepDown(a, b)),
        (0i64..90_000).prop_map(Deed::Wait),
    ]
}

/// What comes of these deeds, where only these people act; `seen` looks at every moment between.
fn play(deeds: &[Deed], acting: &[usize], mut seen: impl FnMut(&Stands, Moment)) {
    let all = people();
    let (mut stands, mut now) = (Stands::default(), NOW);
    for deed in deeds {
        let pair = |a: &usize, b: &usize| {
            (acting.contains(a) && acting.contains(b)).then(|| [&all[*a], &all[*b]])
        };
        let next = match deed {
            Deed::Guard(a, b) => pair(a, b).map(|p| stands.clone().guard(p, now)),
            Deed::Lock(a, b) => pair(a, b).map(|p| stands.clone().lock(p, now)),
            Deed::Hold(a, b, days) => pair(a, b).map(|p| stands.clone().hold(p, *days, now)),
            Deed::StepDown(a, b) => pair(a, b).map(|p| stands.clone().step_down(p, now)),
            Deed::Wait(seconds) => {
                now = now.plus_seconds(*seconds);
                None
            }
        };
        if let Some(Ok(next)) = next {
            stands = next;
        }
        seen(&stands, now);
    }
}

proptest! {
    /// N9: one person reaches nothing, and neither do the hosts by themselves.
    #[test]
    fn no_one_person_and_no_pair_of_hosts_reaches_lockdown(
        deeds in prop::collection::vec(deed(), 0..60),
        alone in 0usize..5,
    ) {
        for acting in [vec![alone], vec![0, 1]] {
            play(&deeds, &acting, |stands, now| {
                assert!(!matches!(stands.in_force(now), Posture::Lockdown { .. }));
            });
        }
    }

    /// N9: one person with the whole host circle closes the network for a day, and no longer; the
    /// next time they can is seven days after that one has ended.
    #[test]
    fn one_person_and_the_hosts_never_hold_it_past_a_day(
        deeds in prop::collection::vec(deed(), 0..60),
        alone in 2usize..5,
    ) {
        let mut last: Option<Lock> = None;
        play(&deeds, &[0, 1, alone], |stands, _| {
            if let Some(lock) = &stands.lock {
                assert!(lock.until <= lock.from.plus_seconds(LOCKDOWN_SECONDS));
                if let Some(before) = last.as_ref().filter(|before| before.from != lock.from) {
                    assert!(lock.from >= before.until.plus_seconds(COOLING_SECONDS));
                }
            }
            last.clone_from(&stands.lock);
        });
    }

    /// However long one waits: nothing becomes stricter by itself.
    #[test]
    fn time_alone_only_opens(
        deeds in prop::collection::vec(deed(), 0..40),
        waits in prop::collection::vec(0i64..2_000_000, 1..20),
    ) {
        play(&deeds, &[0, 1, 2, 3, 4], |stands, now| {
            let (mut at, mut before) = (now, stands.in_force(now).strictness());
            for wait in &waits {
                at = at.plus_seconds(*wait);
                let after = stands.in_force(at).strictness();
                assert!(after <= before);
                before = after;
            }
        });
    }

    /// Whoever closes it, and whoever holds it: it is never closed for longer than eight days.
    #[test]
    fn no_lockdown_is_without_an_end(deeds in prop::collection::vec(deed(), 0..60)) {
        play(&deeds, &[0, 1, 2, 3, 4], |stands, _| {
            if let Some(lock) = &stands.lock {
                let most = LOCKDOWN_SECONDS + LONGEST_HOLD_DAYS * 86_400;
                assert!(lock.until <= lock.from.plus_seconds(most));
            }
        });
    }
}
