//! Aid distro: every closing writes the next date, the host goes round, nobody is counted.

use super::tools::{begins, chidi, distro, held};
use holdfast::testing::{Town, on_both};

/// P14: Given Aid distro every Saturday 10:00 at SBK with season end 2026-05-30; When Chidi closes
/// 03-07 without a next date; Then one prompt: "Next is Sat 14 March at SBK — right?"
#[test]
fn chidi_closes_without_a_next_date_and_is_asked_once() {
    on_both(|town| {
        let page = distro(town);
        let chidi = chidi(town);
        chidi
            .get(&page)
            .expect(200)
            .says("Every Saturday at 10:00 · SBK")
            .says("<li>Saturday 7 March, 10:00")
            .says("It goes until Saturday 30 May.");
        town.until("2026-03-07 12:30");
        chidi
            .get(&page)
            .expect(200)
            .says("<h2>Saturday 7 March, 10:00</h2>")
            .says("Did you meet?");
        let asked = chidi
            .post(&format!("{page}/held"), &[("on", "2026-03-07")])
            .expect(200)
            .says("Next is Saturday 14 March at SBK — right?");
        assert_eq!(asked.body.matches("right?").count(), 1);
        // Nothing is written before the answer, and one answer is enough.
        chidi.get(&page).expect(200).says("Did you meet?");
        held(
            &chidi,
            &page,
            "2026-03-07",
            &asked.between("name=\"next\" value=\"", "\""),
        );
        chidi
            .get(&page)
            .expect(200)
            .says_not("Did you meet?")
            .says("<li>Saturday 14 March, 10:00");
        chidi
            .post(
                &format!("{page}/held"),
                &[("on", "2026-03-07"), ("next", "2026-03-21")],
            )
            .expect(409)
            .says("written down already");
    });
}

/// P14: When Rosa misses three; Then nothing anywhere changes.
#[test]
fn rosa_misses_three_and_nothing_anywhere_changes() {
    on_both(|town| {
        let page = distro(town);
        let sees = || {
            let rosa = town.as_person("Rosa");
            let all = ["/today", &page, "/practices", "/me", "/me/export"].map(|path| {
                let answer = rosa.get(path).expect(200);
                let kept: Vec<String> = answer
                    .body
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    // Days go by for everybody, and the circle's own count is no person's.
                    .filter(|line| {
                        ![
                            "March",
                            "April",
                            "Saturday",
                            "-03-",
                            "-04-",
                            "csrf",
                            "planned times",
                            // What everybody is asked for three weeks stands below it.
                            "<h2>Ours</h2>",
                            "What needs more than one voice",
                        ]
                        .iter()
                        .any(|said| line.contains(said))
                    })
                    .map(str::to_owned)
                    .collect();
                kept.join("\n")
            });
            all.concat()
        };
        let amara = || town.as_person("Amara");
        town.until("2026-03-07 13:00");
        held(&amara(), &page, "2026-03-07", "2026-03-14");
        let before = sees();
        for (on, next) in [
            ("2026-03-14", "2026-03-21"),
            ("2026-03-21", "2026-03-28"),
            ("2026-03-28", "2026-04-04"),
        ] {
            town.until(&format!("{on} 13:00"));
            held(&amara(), &page, on, next);
        }
        assert_eq!(before, sees());
        // Who is there is asked nowhere: no form of it has anybody in it.
        town.until("2026-04-04 13:00");
        let form = amara().get(&page).expect(200);
        let close = form.between("Did you meet?", "</form>");
        for person in ["Rosa", "Bo", "Amara", "checkbox", "person"] {
            assert!(!close.contains(person), "{person}");
        }
    });
}

/// The circle, not people: 4 of its last 5 planned times.
#[test]
fn the_circle_met_four_of_its_last_five() {
    on_both(|town| {
        let page = distro(town);
        let amara = || town.as_person("Amara");
        held(&amara(), &page, "2026-02-28", "2026-03-07");
        for (on, next) in [
            ("2026-03-07", "2026-03-14"),
            ("2026-03-14", "2026-03-21"),
            ("2026-03-28", "2026-04-04"),
        ] {
            town.until(&format!("{on} 13:00"));
            amara().get(&page).expect(200).says_not("planned times");
            held(&amara(), &page, on, next);
        }
        amara()
            .get(&page)
            .expect(200)
            .says("This circle met 4 of its last 5 planned times.");
        for who in ["Dalia", "Priya"] {
            town.as_person(who).get(&page).expect(404);
        }
    });
}

#[test]
fn the_host_goes_round_and_passes_over_whoever_rests() {
    on_both(|town| {
        let page = distro(town);
        let amara = || town.as_person("Amara");
        amara()
            .get(&page)
            .expect(200)
            .says("Nobody hosts in turn yet");
        for who in ["Bo", "Yuki", "Sam"] {
            town.as_person(who)
                .post(&format!("{page}/host"), &[])
                .expect(303);
        }
        amara().get(&page).expect(200).says("Bo hosts next.");
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("Saturday 7 March, 10:00. You host this time.");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says_not("You host");
        held(&amara(), &page, "2026-02-28", "2026-03-07");
        amara().get(&page).expect(200).says("Yuki hosts next.");
        town.as_person("Yuki").post("/me/rest", &[]).expect(303);
        amara().get(&page).expect(200).says("Sam hosts next.");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says_not("You host");
        // Whoever leaves is out of the round in that moment.
        town.as_person("Sam").post("/me/leave", &[]).expect(303);
        amara()
            .get(&page)
            .expect(200)
            .says("Bo hosts next.")
            .says_not("Sam");
        // One says it for oneself alone, and takes it back.
        town.as_person("Bo")
            .post(&format!("{page}/host/back"), &[])
            .expect(303);
        amara()
            .get(&page)
            .expect(200)
            .says("Nobody hosts in turn yet");
        town.as_person("Dalia")
            .post(&format!("{page}/host"), &[])
            .expect(404);
        // A newcomer of the circle reads it, and comes along first.
        let farid = town.as_person("Farid");
        farid.get(&page).expect(200).says("Every Saturday");
        farid.post(&format!("{page}/host"), &[]).expect(404);
        farid.post(&format!("{page}/held"), &[]).expect(404);
    });
}

#[test]
fn a_time_is_moved_or_left_out() {
    on_both(|town| {
        let page = distro(town);
        let bo = town.as_person("Bo");
        let moved =
            |on: &str, to: &str| bo.post(&format!("{page}/moved"), &[("on", on), ("next", to)]);
        moved("2026-03-07", "2026-03-14")
            .expect(422)
            .says("another time on that day");
        moved("2026-03-07", "").expect(422);
        moved("2026-03-09", "2026-03-10")
            .expect(422)
            .says("none of its times");
        moved("2026-03-07", "2026-03-08").expect(303);
        bo.get(&page)
            .expect(200)
            .says("<li>Sunday 8 March, 10:00 <span class=\"muted\">Moved from Saturday 7 March.")
            .says_not("<li>Saturday 7 March");
        // Left out ahead of its time, without a next date: there is one before it.
        bo.post(&format!("{page}/rested"), &[("on", "2026-03-21")])
            .expect(303);
        bo.get(&page)
            .expect(200)
            .says("<li>Saturday 14 March, 10:00")
            .says_not("<li>Saturday 21 March");
        // The moved one is closed on its own day, and another next date moves what lay before.
        town.until("2026-03-07 13:00");
        bo.post(&format!("{page}/held"), &[("on", "2026-03-07")])
            .expect(409)
            .says("still to come");
        town.until("2026-03-08 13:00");
        held(&bo, &page, "2026-03-07", "2026-03-15");
        bo.get(&page)
            .expect(200)
            .says("<li>Sunday 15 March, 10:00 <span class=\"muted\">Moved from Saturday 14 March.")
            .says("<li>Saturday 28 March, 10:00");
        bo.post(&format!("{page}/held"), &[("on", "soon"), ("next", "then")])
            .expect(422);
    });
}

#[test]
fn what_nobody_could_keep_to_gets_a_sentence() {
    on_both(|town| {
        let refused = |other: &[(&'static str, &'static str)], words: &str| {
            begins(town, "Bo", &super::tools::distro_with(other))
                .expect(422)
                .says(words)
                .says("Aid distro");
        };
        refused(
            &[("rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
            "That rule never comes",
        );
        refused(&[("rule", "FREQ=HOURLY")], "more often than once a day");
        refused(&[("rule", "every Saturday")], "cannot be read");
        refused(
            &[("rule", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24")],
            "No such day lies",
        );
        // No recurrence without an end.
        refused(&[("season", "")], "A season needs an end");
        refused(&[("season", "2026-03-02")], "A season needs an end");
        refused(&[("season", "2027-03-03")], "to Tuesday 2 March");
        refused(&[("season", "9999-12-31")], "A season needs an end");
        refused(&[("first", "")], "Choose the first day");
        refused(&[("first", "1990-01-06")], "Choose the first day");
        refused(&[("time", "25:00")], "as hours and minutes");
        refused(&[("time", "ten")], "as hours and minutes");
        refused(&[("time", "1:é")], "as hours and minutes");
        begins(town, "Bo", &super::tools::distro_with(&[("name", " ")]))
            .expect(422)
            .says("Give it a name");
        // Another's circle, or none.
        begins(town, "Dalia", super::tools::DISTRO)
            .expect(422)
            .says("one of your circles");
        begins(town, "Farid", super::tools::DISTRO).expect(404);
        town.as_person("Priya").get("/practices/new").expect(404);
        town.stranger().get("/practices").expect(303);
        // By a rule of its own it begins on its first day.
        let page = super::tools::page_of(
            &begins(
                town,
                "Bo",
                &super::tools::distro_with(&[("rule", "FREQ=MONTHLY;BYDAY=2TU,4TU")]),
            )
            .expect(303),
        );
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("By a rhythm of its own, at 10:00")
            .says("<li>Tuesday 10 March, 10:00")
            .says("<li>Tuesday 24 March, 10:00");
    });
}

/// What somebody holds here, as their own room says it (P5).
fn held_by(town: &Town, who: &str) -> Vec<web::Held> {
    let person = town.person(who);
    town.data(|conn| {
        let house = &town.house;
        let known = people::known_of(conn, house, person, house.now())?;
        let mut room = web::Room::of_person(conn, house, known.expect("somebody"))?;
        let mut held = Vec::new();
        for practice in &house.practices {
            held.extend(practice.held(&mut room, person)?);
        }
        Ok(held)
    })
}

fn lays_down(town: &Town, who: &str, held: &web::Held) {
    let what = web::LaidDown {
        from: town.person(who),
        id: &held.id,
        how: held.may[0],
        to: None,
        agreed: false,
        last: None,
    };
    town.data(|conn| town.house.lay_down(conn, &what));
}

#[test]
fn hosting_in_turn_is_held_and_can_be_laid_down() {
    on_both(|town| {
        let page = distro(town);
        for who in ["Bo", "Yuki"] {
            town.as_person(who)
                .post(&format!("{page}/host"), &[])
                .expect(303);
        }
        let hosting = |who: &str| {
            let held = held_by(town, who).into_iter();
            let held = held.filter(|held| held.title == "Hosting in turn: Aid distro");
            held.collect::<Vec<_>>()
        };
        let held = hosting("Bo");
        assert_eq!((held.len(), held[0].href.as_str()), (1, page.as_str()));
        lays_down(town, "Bo", &held[0]);
        assert!(hosting("Bo").is_empty());
        assert_eq!(hosting("Yuki").len(), 1);
        town.as_person("Amara")
            .get(&page)
            .expect(200)
            .says("Yuki hosts next.");
        town.as_person("Yuki")
            .get("/me/export")
            .expect(200)
            .says("FREQ=WEEKLY;BYDAY=SA");
    });
}
