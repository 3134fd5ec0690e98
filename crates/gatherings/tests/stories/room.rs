//! Who sees what of a gathering: what people need, what stays in the room, what the room would have
//! otherwise; and closing on purpose.

use super::tools::{QUESTION, begins, line, share, staying, takes_place, there, writes};
use holdfast::testing::on_both;

#[test]
fn what_somebody_needs_only_the_two_read_and_it_goes_that_night() {
    on_both(|town| {
        let here = begins(town, "coordinating", "public");
        let need = format!("{here}/needs");
        let one = [("need", "An interpreter")];
        town.as_person("Noor").post(&need, &one).expect(409);
        town.as_person("Rosa")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Rosa")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        town.as_person("Luz").post(&need, &[]).expect(422);
        town.as_person("Luz").post(&need, &one).expect(303);
        for who in ["Chidi", "Rosa"] {
            town.as_person(who)
                .get(&here)
                .expect(200)
                .says("Luz: An interpreter");
        }
        town.as_person("Luz").get(&here).says("An interpreter");
        // Not its circle, no steward of it or of another, not who runs the server.
        for who in ["Noor", "Mateo", "Amara", "Hana", "Ines", "Tess", "Bo"] {
            town.as_person(who)
                .get(&here)
                .expect(200)
                .says(QUESTION)
                .says_not("interpreter");
        }
        // Said anew it takes the place of what was said; and it can be taken back.
        town.as_person("Luz")
            .post(&need, &[("need", "Two interpreters")])
            .expect(303);
        town.as_person("Rosa")
            .get(&here)
            .says("Two interpreters")
            .says_not("An interpreter");
        town.as_person("Bo")
            .post(&need, &[("need", "Spanish")])
            .expect(303);
        town.as_person("Bo")
            .get("/me/export")
            .expect(200)
            .says("Spanish");
        town.as_person("Bo")
            .post(&format!("{need}/take-back"), &[])
            .expect(303);
        town.as_person("Rosa").get(&here).says_not("Spanish");
        // Anybody may come: a question, an hour, a line to call; no names, no form.
        town.stranger()
            .get("/come")
            .expect(200)
            .says(QUESTION)
            .says("Monday 6 April, 18:00")
            .says("555 0188")
            .says_not("Rosa");
        town.stranger().get(&here).expect(303);
        town.until("2026-04-07 09:00");
        town.as_person("Rosa")
            .get(&here)
            .expect(200)
            .says_not("Two interpreters");
        town.as_person("Luz")
            .get("/me/export")
            .expect(200)
            .says_not("Two interpreters");
    });
}

#[test]
fn a_change_the_room_asks_for_is_seen_to_first() {
    on_both(|town| {
        let here = staying(town);
        takes_place(town, &here);
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(409)
            .says("Nothing is written yet");
        let heard = [("part", "heard"), ("line", "We are tired.")];
        writes(town, "Chidi", &here, &heard).expect(303);
        writes(town, "Noor", &here, &heard).expect(409);
        writes(town, "Bo", &here, &heard).expect(409);
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        let change = format!("{here}/changes");
        let asks = [("change_to", "Not all of us are.")];
        town.as_person("Bo").post(&change, &asks).expect(404);
        town.as_person("Noor").post(&change, &[]).expect(422);
        town.as_person("Noor").post(&change, &asks).expect(303);
        // Only Noor and those who write it read that.
        let harvest = format!("{here}/harvest");
        town.as_person("Mateo")
            .get(&harvest)
            .expect(200)
            .says_not("Not all of us are.");
        town.as_person("Noor")
            .get(&harvest)
            .says("Not all of us are.");
        town.set_clock("2026-04-10 09:00");
        share(town, "Chidi", &here, "circle")
            .expect(409)
            .says("would have something otherwise");
        // They change the words: the room has it for three days anew.
        let id = line(town, "Rosa", &here, "We are tired.");
        let words = [("version", "1"), ("line", "Some of us are tired.")];
        town.as_person("Rosa")
            .post(&format!("/harvest-lines/{id}"), &words)
            .expect(303);
        let asked = line(town, "Rosa", &here, "Not all of us are.");
        town.as_person("Rosa")
            .post(&format!("/harvest-lines/{asked}/take-out"), &[])
            .expect(303);
        share(town, "Chidi", &here, "circle")
            .expect(409)
            .says("three days first");
        town.set_clock("2026-04-13 09:00");
        share(town, "Chidi", &here, "circle").expect(303);
        share(town, "Chidi", &here, "network").expect(303);
        share(town, "Rosa", &here, "network").expect(303);
        let letter = here.replace("/gatherings/", "/letters/");
        town.as_person("Bo").get(&letter).expect(200);
        // Narrower at once, by one of them.
        town.as_person("Rosa")
            .post(&format!("{here}/narrow"), &[])
            .expect(303);
        town.as_person("Bo").get(&letter).expect(404);
    });
}

#[test]
fn closing_names_the_next_date_another_pair_and_who_writes() {
    on_both(|town| {
        let here = staying(town);
        town.as_person("Chidi")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        let gathered = format!("{here}/gathered");
        town.as_person("Chidi")
            .post(&gathered, &[])
            .expect(409)
            .says("It has not begun yet");
        town.set_clock("2026-04-06 20:00");
        let close = |second: &'static str| {
            [
                ("keeper_of", "Noor"),
                ("next_on", "2026-05-04"),
                ("next_at", "19:00"),
                ("next_host", "Rosa"),
                ("next_second", second),
            ]
        };
        town.as_person("Rosa")
            .post(&gathered, &close("Chidi"))
            .expect(409)
            .says("Another pair holds the next one");
        town.as_person("Rosa")
            .post(&gathered, &close("Bo"))
            .expect(303);
        town.as_person("Rosa")
            .post(&gathered, &close("Bo"))
            .expect(409);
        // Noor writes; the question she leaves is the one the next pair begins with.
        let on = [("part", "question_on"), ("line", "Who rests first?")];
        writes(town, "Noor", &here, &on).expect(303);
        town.as_person("Noor")
            .get("/today")
            .expect(200)
            .says("give it back to the room by Monday 20 April");
        let today = town.as_person("Bo").get("/today").expect(200);
        let next = today.says("You are asked to hold this");
        let next = format!("/gatherings/{}", next.between("/gatherings/", "\""));
        for who in ["Bo", "Rosa"] {
            town.as_person(who)
                .post(&format!("{next}/host"), &[("do", "yes")])
                .expect(303);
        }
        town.as_person("Rosa")
            .get(&format!("{next}/change"))
            .expect(200)
            .says("Who rests first?")
            .says("19:00");
        // Nobody wrote it in a fortnight: somebody of the circle takes it on.
        town.set_clock("2026-04-21 09:00");
        let take_on = format!("{here}/take-on");
        town.as_person("Bo").post(&take_on, &[]).expect(404);
        town.as_person("Mateo").post(&take_on, &[]).expect(303);
        writes(
            town,
            "Mateo",
            &here,
            &[("part", "heard"), ("line", "Slowly.")],
        )
        .expect(303);
        town.as_person("Mateo")
            .get("/gatherings")
            .expect(200)
            .says(QUESTION);
    });
}

/// What stays here is the circle's: nobody who runs the server, stewards another circle or is new reads it.
#[test]
fn what_stays_here_is_the_rooms_alone() {
    on_both(|town| {
        let aid = town.circle("aid").to_string();
        let fields = [
            ("of_circle", aid.as_str()),
            ("question", "Who is cold?"),
            ("second", "Rosa"),
            ("on_day", "2026-03-02"),
            ("at_time", "08:00"),
        ];
        let here = there(town.as_person("Sam").post("/gatherings", &fields));
        town.as_person("Rosa")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        for deed in ["invite", "gathered"] {
            town.as_person("Sam")
                .post(&format!("{here}/{deed}"), &[])
                .expect(303);
        }
        let stays = [("part", "stays"), ("line", "A name we hold.")];
        writes(town, "Sam", &here, &stays).expect(303);
        let heard = [("part", "heard"), ("line", "Some of us.")];
        writes(town, "Sam", &here, &heard).expect(303);
        town.as_person("Sam")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        let harvest = format!("{here}/harvest");
        town.as_person("Yuki")
            .get(&harvest)
            .expect(200)
            .says("A name we hold.");
        town.as_person("Farid")
            .get(&harvest)
            .expect(200)
            .says("Some of us.")
            .says_not("A name we hold.");
        for who in ["Ines", "Tess", "Hana", "Chidi", "Priya"] {
            town.as_person(who).get(&harvest).expect(404);
        }
        // Shared with everybody, it stays where it was; and it goes after three months.
        town.set_clock("2026-03-06 09:00");
        share(town, "Sam", &here, "circle").expect(303);
        for far in ["network", "public"] {
            for who in ["Sam", "Rosa"] {
                share(town, who, &here, far).expect(303);
            }
        }
        let letter = here.replace("/gatherings/", "/letters/");
        town.stranger()
            .get(&letter)
            .expect(200)
            .says("Some of us.")
            .says_not("A name we hold.");
        town.until("2026-06-02 09:00");
        town.as_person("Yuki")
            .get(&harvest)
            .expect(200)
            .says("Some of us.")
            .says_not("A name we hold.");
    });
}

/// What comes near stands on the day of those who are invited, and in the calendars of its circle: when, and
/// no question and no name.
#[test]
fn what_comes_near_is_on_today_and_in_a_calendar_without_its_question() {
    on_both(|town| {
        let here = staying(town);
        town.as_person("Chidi")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says_not(QUESTION);
        town.set_clock("2026-04-01 09:00");
        for (who, words) in [("Bo", "Come as you are"), ("Rosa", "You hold it")] {
            town.as_person(who)
                .get("/today")
                .expect(200)
                .says(QUESTION)
                .says(words);
        }
        for who in ["Noor", "Rosa"] {
            let page = town.as_person(who).post("/calendars", &[("whose", "me")]);
            let link = page.expect(200).between("/calendar/", "<");
            town.stranger()
                .get(&format!("/calendar/{link}"))
                .expect(200)
                .says("20260406T180000")
                .says("a gathering")
                .says_not("staying")
                .says_not("Chidi");
        }
    });
}
