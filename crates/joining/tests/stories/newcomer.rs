//! The newcomer's path (J7), from a name on a page to a circle that says yes.

use holdfast::testing::{Answer, Browser, Town, on_both};

const NAME: &[(&str, &str)] = &[("name", "Marisol"), ("reach", "555 0163, after six")];

/// The calls page's line of a name: the id in its forms.
#[track_caller]
fn call_of(page: &Answer, name: &str) -> String {
    let after = page.body.split_once(name).expect("the name").1;
    let path = after.split_once("/calls/").expect("a form").1;
    path[..36].to_owned()
}

/// Marisol has come in by the link that came of a call; returns her browser and her id.
fn came_in(town: &Town, buddy: &str) -> (Browser, String) {
    town.stranger().post("/join-us", NAME).expect(200);
    let lev = town.as_person("Lev");
    let call = call_of(&lev.get("/calls").expect(200), "Marisol");
    lev.post(&format!("/calls/{call}/take"), &[]).expect(303);
    let aid = town.circle("aid").to_string();
    let link = lev
        .post(
            &format!("/calls/{call}/talked"),
            &[("circle", &aid), ("buddy", buddy)],
        )
        .expect(200)
        .between("/join/", "<");
    let marisol = town.stranger();
    marisol
        .post(
            &format!("/join/{link}"),
            &[("handle", "Marisol"), ("language", "en")],
        )
        .expect(200);
    let person = town.person("Marisol").to_string();
    (marisol, person)
}

#[test]
fn two_doors_stand_side_by_side_and_one_asks_nothing() {
    on_both(|town| {
        let front = town.stranger().get("/").expect(200);
        front
            .says("If you need something")
            .says("If you want to be part of it")
            .says("Wednesdays 17:00 to 19:00")
            .says("about 30 asks")
            .says("href=\"/ask\"")
            .says("href=\"/join-us\"");
        let stranger = town.stranger();
        stranger
            .post("/join-us", &[("name", "Marisol"), ("reach", "")])
            .expect(422)
            .says("a way to reach you")
            .says("value=\"Marisol\"");
        stranger
            .post("/join-us", NAME)
            .expect(200)
            .says("Somebody reaches you by Thursday 5 March.");
    });
}

#[test]
fn a_name_and_a_number_are_seen_by_those_who_call_and_by_nobody_else() {
    on_both(|town| {
        town.stranger().post("/join-us", NAME).expect(200);
        for handle in ["Amara", "Bo", "Chidi", "Ines", "Farid", "Nia"] {
            town.as_person(handle).get("/calls").expect(404);
        }
        for handle in ["Hana", "Lev"] {
            let page = town.as_person(handle).get("/calls").expect(200);
            page.says("Marisol")
                .says("555 0163")
                .says("Promised by Thursday 5 March");
        }
        let lev = town.as_person("Lev");
        lev.get("/today")
            .expect(200)
            .says("One person waits for a call");
        let call = call_of(&lev.get("/calls").expect(200), "Marisol");
        lev.post(&format!("/calls/{call}/take"), &[]).expect(303);
        let hana = town.as_person("Hana");
        hana.get("/calls").expect(200).says("Lev calls them");
        hana.post(&format!("/calls/{call}/take"), &[]).expect(409);
        hana.post(&format!("/calls/{call}/talked"), &[("circle", "x")])
            .expect(404);
        lev.post(&format!("/calls/{call}/back"), &[]).expect(303);
        hana.post(&format!("/calls/{call}/take"), &[]).expect(303);
        hana.post(&format!("/calls/{call}/let-go"), &[]).expect(303);
        hana.get("/calls").expect(200).says_not("Marisol");
    });
}

#[test]
fn a_name_nobody_reached_is_gone_after_a_month() {
    on_both(|town| {
        town.stranger().post("/join-us", NAME).expect(200);
        town.until("2026-03-31 12:00");
        town.sweep();
        town.as_person("Lev")
            .get("/calls")
            .expect(200)
            .says("Marisol");
        town.until("2026-04-02 12:00");
        town.sweep();
        town.as_person("Lev")
            .get("/calls")
            .expect(200)
            .says_not("Marisol");
    });
}

#[test]
fn marisol_is_called_has_a_buddy_does_two_things_and_her_circle_says_yes() {
    on_both(|town| {
        // A member who rests is nobody's buddy, and the sentence says what to do.
        town.stranger().post("/join-us", NAME).expect(200);
        let lev = town.as_person("Lev");
        let call = call_of(&lev.get("/calls").expect(200), "Marisol");
        lev.post(&format!("/calls/{call}/take"), &[]).expect(303);
        let aid = town.circle("aid").to_string();
        lev.post(
            &format!("/calls/{call}/talked"),
            &[("circle", &aid), ("buddy", "Luz")],
        )
        .expect(422)
        .says("could be a buddy now");
        lev.post(&format!("/calls/{call}/let-go"), &[]).expect(303);
        let (marisol, person) = came_in(town, "Bo");
        // What was left at the door is gone the moment she is in.
        lev.get("/calls").expect(200).says_not("555 0163");

        // She sees who is near, what comes first, and kindly what not yet.
        marisol
            .get("/first-weeks")
            .expect(200)
            .says("Bo is your buddy until Monday 13 April")
            .says("comes by Monday 16 March")
            .says("Until Monday 16 March you don&#39;t see")
            .says("It is not about you");
        for hidden in ["/asks", "/circles", "/calls", "/offers"] {
            marisol.get(hidden).expect(404);
        }
        let bo = town.as_person("Bo");
        bo.get("/today").expect(200).says("Marisol");
        let page = format!("/newcomers/{person}");
        bo.post(
            &format!("{page}/first"),
            &[("words", "Sort vegetables with me"), ("day", "2026-03-04")],
        )
        .expect(303);
        marisol
            .get("/first-weeks")
            .expect(200)
            .says("Sort vegetables with me · Wednesday 4 March");

        // One thing is not two.
        town.until("2026-03-05 12:00");
        let day = |day: &str| bo.post(&format!("{page}/together"), &[("day", day)]);
        day("2026-03-04").expect(303);
        day("2026-03-04").expect(303);
        day("2026-03-09").expect(422);
        bo.post(&format!("{page}/ask"), &[])
            .expect(409)
            .says("two things done together");
        day("2026-03-05").expect(303);
        bo.post(&format!("{page}/say"), &[("says", "yes")])
            .expect(409);
        bo.post(&format!("{page}/ask"), &[]).expect(303);

        // The circle is asked; silence is not a yes, and nobody else speaks for it.
        let amara = town.as_person("Amara");
        amara
            .get("/today")
            .expect(200)
            .says("whether Marisol is one of us");
        let say = |handle: &str, says: &str| {
            town.as_person(handle)
                .post(&format!("{page}/say"), &[("says", says)])
        };
        say("Amara", "yes").expect(303);
        say("Bo", "yes").expect(303);
        say("Chidi", "yes").expect(404);
        say("Lev", "yes")
            .expect(409)
            .says("Only members of their home circle");
        bo.get(&page)
            .expect(200)
            .says("Not enough of the circle have said yes yet")
            .says("Amara says yes");
        bo.post(&format!("{page}/take-in"), &[]).expect(409);
        say("Yuki", "not_yet").expect(303);
        say("Sam", "yes").expect(303);
        bo.post(&format!("{page}/take-in"), &[])
            .expect(409)
            .says("Talk first");
        say("Yuki", "yes").expect(303);
        bo.post(&format!("{page}/take-in"), &[])
            .expect(409)
            .says("not before Monday 16 March");
        marisol.get("/asks").expect(404);

        // On the day, one of us: she sees what all see, and what was said of her is gone.
        town.until("2026-03-16 09:00");
        bo.post(&format!("{page}/take-in"), &[])
            .expect(409)
            .says("Two ways in first");
        marisol
            .get("/today")
            .expect(200)
            .says("If your six words are lost");
        // Her session is of weeks ago; Bo sits beside her while she comes in anew and prints her words.
        town.two_ways_in("Marisol");
        marisol
            .get("/today")
            .expect(200)
            .says_not("If your six words are lost");
        bo.post(&format!("{page}/take-in"), &[]).expect(303);
        marisol.get("/asks").expect(200);
        marisol.get("/circles").expect(200);
        bo.get(&page)
            .expect(200)
            .says("They are one of us.")
            .says_not("Amara says yes");
        // The six weeks go on with her buddy, and end.
        bo.get("/today").expect(200).says("Marisol");
        town.until("2026-04-14 12:00");
        town.sweep();
        town.as_person("Bo").get(&page).expect(404);
    });
}

#[test]
fn those_who_are_far_do_not_see_a_newcomers_weeks() {
    on_both(|town| {
        let (marisol, person) = came_in(town, "");
        let page = format!("/newcomers/{person}");
        town.as_person("Chidi").get(&page).expect(404);
        town.as_person("Dalia").get(&page).expect(404);
        town.stranger().get(&page).expect(303);
        // Two newcomers of one circle do not read each other.
        town.as_person("Farid").get(&page).expect(404);
        let to_herself = marisol.get(&page).expect(303);
        assert_eq!(to_herself.location(), "/first-weeks");
        marisol
            .post(
                &format!("{page}/first"),
                &[("words", "x"), ("day", "2026-03-03")],
            )
            .expect(409);
        marisol
            .get("/first-weeks")
            .expect(200)
            .says("We are finding somebody");
        // Yuki of her circle becomes her buddy; resting Luz cannot.
        town.as_person("Luz")
            .post(&format!("{page}/buddy"), &[])
            .expect(422);
        town.as_person("Yuki")
            .post(&format!("{page}/buddy"), &[])
            .expect(303);
        marisol
            .get("/first-weeks")
            .expect(200)
            .says("Yuki is your buddy");
        // Her buddy leaves: nobody is named, and the circle sees that nobody is.
        town.as_person("Yuki").post("/me/leave", &[]).expect(303);
        marisol
            .get("/first-weeks")
            .expect(200)
            .says("We are finding somebody")
            .says_not("Yuki");
        // She takes her data with her, and goes without a trace.
        marisol.get("/me/export").expect(200).says("first_weeks");
        marisol.post("/me/leave", &[]).expect(303);
        town.as_person("Bo").get(&page).expect(404);
    });
}
