//! A host who vanishes, two who write at once, requests out of order and twice: a clear sentence, and
//! nothing lost.

use super::tools::{QUESTION, begins, line, staying, takes_place, writes};
use holdfast::testing::on_both;
use kernel::Standing;

#[test]
fn a_host_vanishes_and_the_other_finds_a_second() {
    on_both(|town| {
        let here = staying(town);
        let second = format!("{here}/second");
        // Rosa is gone; Chidi asks Bo. Somebody who rests is asked for nothing.
        town.as_person("Chidi")
            .post(&second, &[("second", "Luz")])
            .expect(409)
            .says("They rest just now");
        town.as_person("Chidi")
            .post(&second, &[("second", "Nobody at all")])
            .expect(422);
        town.as_person("Chidi")
            .post(&second, &[("second", "Chidi")])
            .expect(409);
        town.as_person("Chidi")
            .post(&second, &[("second", "Bo")])
            .expect(303);
        let invite = format!("{here}/invite");
        town.as_person("Chidi").post(&invite, &[]).expect(409);
        town.as_person("Rosa").post(&invite, &[]).expect(404);
        town.as_person("Bo")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Bo").post(&invite, &[]).expect(303);
        // Both leave it. Whoever looks after the circle finds others, or closes it.
        for who in ["Chidi", "Bo"] {
            town.as_person(who)
                .post(&format!("{here}/host"), &[("do", "no")])
                .expect(303);
        }
        let end = format!("{here}/end");
        town.as_person("Noor")
            .post(&end, &[("do", "close")])
            .expect(409);
        town.as_person("Chidi")
            .post(&second, &[("second", "Noor")])
            .expect(303);
        town.as_person("Noor")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Noor")
            .get(&here)
            .expect(200)
            .says("It needs a second person to hold it");
        town.as_person("Chidi")
            .post(&end, &[("do", "close")])
            .expect(303);
        town.as_person("Chidi")
            .post(&end, &[("do", "close")])
            .expect(409)
            .says("it may be done already");
    });
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    on_both(|town| {
        let here = staying(town);
        let change = format!("{here}/change");
        let words = |question: &'static str| {
            [
                ("version", "1"),
                ("question", question),
                ("on_day", "2026-04-06"),
                ("at_time", "18:00"),
                ("spot", "Ferry Hall"),
            ]
        };
        town.as_person("Rosa")
            .post(&change, &words("What does it take to stay?"))
            .expect(303);
        let again = town
            .as_person("Chidi")
            .post(&change, &words("Who stays, and why?"))
            .expect(409);
        let again = again
            .says("Somebody changed it while you wrote")
            .says("What does it take to stay?")
            .says("value=\"Who stays, and why?\"");
        assert_eq!(again.between("name=\"version\" value=\"", "\""), "2");
        // The same of a run of show, and of a line.
        let show = format!("{here}/show");
        let rows = [("version", "1"), ("mins", "10"), ("step", "Bread first")];
        town.as_person("Chidi")
            .post(&show, &rows)
            .expect(409)
            .says("value=\"Bread first\"")
            .says("Land: arrive");
        takes_place(town, &here);
        let heard = [("part", "heard"), ("line", "We are tired.")];
        writes(town, "Chidi", &here, &heard).expect(303);
        let id = line(town, "Chidi", &here, "We are tired.");
        let path = format!("/harvest-lines/{id}");
        let new = |words: &'static str| [("version", "1"), ("line", words)];
        town.as_person("Rosa")
            .post(&path, &new("Tired, and here."))
            .expect(303);
        town.as_person("Chidi")
            .post(&path, &new("Tired together."))
            .expect(409)
            .says("Tired, and here.")
            .says("Tired together.")
            .says("value=\"2\"");
        town.as_person("Chidi")
            .post(&path, &[("version", "2"), ("line", "")])
            .expect(422);
        town.as_person("Noor").get(&path).expect(404);
    });
}

#[test]
fn what_comes_out_of_order_or_twice_is_a_sentence() {
    on_both(|town| {
        let here = begins(town, "coordinating", "network");
        let chidi = town.as_person("Chidi");
        for (deed, fields, status) in [
            ("gathered", &[][..], 409),
            ("room", &[], 409),
            ("share", &[("far", "public")], 409),
            ("share", &[("far", "moon")], 409),
            ("met", &[], 409),
            ("move", &[], 409),
            ("take-on", &[], 409),
            ("take-up", &[("ends", "2026-05-01")], 409),
            ("narrow", &[], 409),
            ("lines", &[("part", "heard"), ("line", "x")], 409),
            ("lines", &[("part", "change"), ("line", "x")], 409),
            ("changes", &[("change_to", "x")], 409),
        ] {
            chidi.post(&format!("{here}/{deed}"), fields).expect(status);
        }
        chidi.get(&format!("{here}/harvest")).expect(404);
        let circle = town.circle("coordinating").to_string();
        let fields = |day: &'static str, time: &'static str| {
            [
                ("of_circle", circle.clone()),
                ("question", QUESTION.to_owned()),
                ("on_day", day.to_owned()),
                ("at_time", time.to_owned()),
            ]
        };
        for (day, time) in [
            ("", ""),
            ("2026-03-01", "18:00"),
            ("2028-03-01", "18:00"),
            ("2026-04-06", "25:00"),
            ("2026-04-06", "6"),
            ("2026-02-30", "18:00"),
        ] {
            let typed = fields(day, time);
            let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
            chidi
                .post("/gatherings", &typed)
                .expect(422)
                .says("Say on which day")
                .says(QUESTION);
        }
        // A circle one is not in, and newcomers.
        let aid = town.circle("aid").to_string();
        chidi
            .post("/gatherings", &[("of_circle", aid.as_str())])
            .expect(404);
        town.as_person("Farid")
            .post("/gatherings", &[("of_circle", aid.as_str())])
            .expect(404);
        town.stranger().get(&here).expect(303);
        town.as_person("Priya").get("/gatherings").expect(404);
    });
}

/// Whoever leaves takes their words along, or leaves them without a name; the other host finds a second.
#[test]
fn whoever_leaves_is_named_nowhere() {
    on_both(|town| {
        town.add("Ona", Standing::Member, &["coordinating"]);
        let here = staying(town);
        town.as_person("Chidi")
            .post(&format!("{here}/second"), &[("second", "Ona")])
            .expect(303);
        town.as_person("Ona")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        takes_place(town, &here);
        let quote = [("part", "quote"), ("line", "I am going."), ("whose", "Ona")];
        writes(town, "Chidi", &here, &quote).expect(303);
        let leave = [("name", "erase"), ("sure", "yes")];
        town.as_person("Ona").post("/me/leave", &leave).expect(303);
        town.as_person("Chidi")
            .get(&format!("{here}/harvest"))
            .expect(200)
            .says_not("I am going.");
        town.as_person("Chidi")
            .get(&here)
            .expect(200)
            .says("Held by Chidi")
            .says_not("Ona");
    });
}
