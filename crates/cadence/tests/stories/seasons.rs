//! A season ends, and does not go on by itself.

use super::tools::{begins, distro, distro_with, held, page_of};
use holdfast::testing::on_both;

/// P14: When the season ends; Then it does not silently continue; the circle gets keep/change/stop.
#[test]
fn the_season_ends_and_the_circle_gets_keep_change_or_stop() {
    on_both(|town| {
        let page = distro(town);
        let bo = || town.as_person("Bo");
        bo().post(&format!("{page}/keep"), &[("season", "2026-08-29")])
            .expect(409)
            .says("still running");
        bo().get("/today")
            .expect(200)
            .says_not("Keep, change or stop?");
        town.until("2026-05-30 13:00");
        bo().get(&page)
            .expect(200)
            .says("Keep it")
            .says_not("Next times");
        town.until("2026-05-31 09:00");
        for who in ["Bo", "Amara"] {
            town.as_person(who)
                .get("/today")
                .expect(200)
                .says("The season is over. Keep, change or stop?");
        }
        for who in ["Luz", "Farid", "Dalia"] {
            town.as_person(who)
                .get("/today")
                .expect(200)
                .says_not("Keep, change or stop?")
                .says_not("Seguir");
        }
        bo().get(&page)
            .expect(200)
            .says("does not go on by itself")
            .says("Keep it")
            .says("Change it")
            .says("Stop it, with thanks")
            .says_not("Saturday 6 June");
        // What was in it can still be closed; it has no next date.
        held(&bo(), &page, "2026-05-30", "");
        for wrong in ["", "2026-05-31", "2027-06-01", "x"] {
            bo().post(&format!("{page}/keep"), &[("season", wrong)])
                .expect(422)
                .says("A season needs an end");
        }
        bo().post(&format!("{page}/keep"), &[("season", "2026-08-29")])
            .expect(303);
        bo().get(&page)
            .expect(200)
            .says("<li>Saturday 6 June, 10:00")
            .says("It goes until Saturday 29 August.");
        bo().get("/today")
            .expect(200)
            .says_not("Keep, change or stop?");
    });
}

#[test]
fn stopping_is_a_good_end_and_a_change_is_a_season_too() {
    on_both(|town| {
        let page = distro(town);
        let bo = || town.as_person("Bo");
        bo().post(
            &format!("{page}/moved"),
            &[("on", "2026-03-14"), ("next", "2026-03-15")],
        )
        .expect(303);
        let new = distro_with(&[
            ("time", "11:30"),
            ("first", "2026-03-05"),
            ("often", "other_week"),
        ]);
        bo().post(&format!("{page}/change"), &new).expect(303);
        bo().get(&page)
            .expect(200)
            .says("Every other Thursday at 11:30")
            .says("<li>Thursday 5 March, 11:30")
            .says("<li>Thursday 19 March, 11:30")
            .says_not("Sunday 15 March");
        bo().get(&format!("{page}/change"))
            .expect(200)
            .says("value=\"other_week\" selected")
            .says("value=\"11:30\"");
        town.as_person("Dalia")
            .get(&format!("{page}/change"))
            .expect(404);
        town.as_person("Dalia")
            .post(&format!("{page}/stop"), &[])
            .expect(404);
        bo().post(&format!("{page}/stop"), &[]).expect(303);
        bo().get(&page)
            .expect(200)
            .says("with thanks to all who kept it up")
            .says_not("Next times");
        for deed in ["stop", "change", "keep"] {
            bo().post(&format!("{page}/{deed}"), &new).expect(409);
        }
        town.until("2026-04-02 09:00");
        bo().get(&page).expect(404);
    });
}

/// Nobody says a word: it has ended, and nothing of it is left a month later.
#[test]
fn silence_keeps_nothing_up() {
    on_both(|town| {
        let page = distro(town);
        town.until("2026-05-31 09:00");
        town.until("2026-07-30 09:00");
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("does not go on by itself");
        town.until("2026-07-31 09:00");
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("It ended on Saturday 30 May");
        town.until("2026-09-01 09:00");
        town.as_person("Bo").get(&page).expect(404);
        assert_eq!(town.tick(), 0);
    });
}

/// What is public is the name, the times, the place and how to find it; who hosts is the circle's.
#[test]
fn how_to_find_it_is_public_where_the_circle_says_so() {
    on_both(|town| {
        distro(town);
        let front = || town.stranger().get("/").expect(200);
        front().says_not("Aid distro").says_not("Blue door");
        let open = distro_with(&[("name", "Open kitchen"), ("public", "yes")]);
        let page = page_of(&begins(town, "Amara", &open).expect(303));
        town.as_person("Bo")
            .post(&format!("{page}/host"), &[])
            .expect(303);
        front()
            .says("Open kitchen")
            .says("Every Saturday at 10:00 · SBK · Blue door at the back.")
            .says_not("Aid distro")
            .says_not("Bo hosts")
            .says_not("Two people");
        town.stranger().get(&page).expect(303);
        town.as_person("Dalia").get(&page).expect(404);
        town.as_person("Bo")
            .post(&format!("{page}/stop"), &[])
            .expect(303);
        front().says_not("Open kitchen");
    });
}
