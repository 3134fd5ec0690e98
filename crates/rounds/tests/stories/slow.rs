//! Slow rounds: sealed until everyone is in or the time is over, and what was heard said back.

use holdfast::testing::{Answer, Town, on_both};
use kernel::{PersonId, Standing};
use rounds::play;

const SIX: [(&str, &str); 6] = [
    ("Amara", "I stayed because of the Tuesday soup."),
    ("Sam", "I stay while my knees do."),
    ("Bo", "The van is mine and I like driving it."),
    ("Rosa", "You came back a second time."),
    ("Esi", "My building is here."),
    ("Yuki", "I am not sure yet that I do."),
];

/// A question to Aid, due Thursday at six.
fn asked(town: &Town) -> String {
    for who in ["Luz", "Farid"] {
        let person = town.person(who);
        let network = town.house.network().id;
        town.data(|conn| people::set_standing(conn, network, person, Standing::Member));
    }
    let (network, esi) = (town.house.network(), town.person("Esi"));
    let aid = town.circle("aid");
    town.data(|conn| people::add_to_circle(conn, network.id, aid, esi, network.founded));
    let aid = aid.to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("question", "What makes you stay?"),
        ("closes_at", "2026-03-05T18:00"),
    ];
    let answer = town.as_person("Amara").post("/rounds", &fields).expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

fn gives(town: &Town, who: &str, there: &str, words: &str) -> Answer {
    town.as_person(who)
        .post(&format!("{there}/give"), &[("words", words)])
}

/// Nobody reads any: not who asked, not who wrote it, not who runs the server.
#[track_caller]
fn nobody_reads_any(town: &Town, there: &str) {
    for who in ["Amara", "Sam", "Bo", "Rosa", "Esi", "Yuki", "Luz"] {
        let page = town
            .as_person(who)
            .get(there)
            .expect(200)
            .says(&format!("action=\"{there}/give\""));
        for (_, words) in SIX {
            assert!(!page.body.contains(words), "{who} reads {words:?}");
        }
    }
    for who in ["Tess", "Ines", "Hana"] {
        town.as_person(who).get(there).expect(404);
    }
}

/// The entry of somebody on an open page.
#[track_caller]
fn entry_of(town: &Town, there: &str, who: &str, viewer: &str) -> String {
    let page = town.as_person(viewer).get(there).expect(200).body;
    let after = page
        .split_once(&format!("<h2>{who}</h2>"))
        .expect("their entry")
        .1;
    let item = after.split("<h2>").next().unwrap();
    let path = item.split_once("action=\"/entries/").expect("a form").1;
    path.split('/').next().unwrap().to_owned()
}

#[test]
fn six_entries_due_thursday_and_esis_reply_after_rosas_yes() {
    on_both(|town| {
        let there = asked(town);
        town.as_person("Rosa")
            .get("/today")
            .expect(200)
            .says("Your circle asks");
        for (who, words) in SIX {
            gives(town, who, &there, words).expect(303);
            nobody_reads_any(town, &there);
        }
        town.as_person("Rosa")
            .get("/today")
            .expect(200)
            .says_not("Your circle asks");
        // Their own they may change until then, and not read.
        gives(town, "Yuki", &there, " ").expect(422);
        gives(town, "Yuki", &there, "I stay for now.").expect(303);
        town.as_person("Yuki")
            .get(&there)
            .expect(200)
            .says("Yours is in")
            .says_not("for now");
        town.as_person("Priya").get(&there).expect(404);
        gives(town, "Priya", &there, "me too").expect(404);
        gives(town, "Priya", &there, "").expect(404);

        town.until("2026-03-05 17:59");
        nobody_reads_any(town, &there);
        town.until("2026-03-05 18:00");
        let page = town
            .as_person("Esi")
            .get(&there)
            .expect(200)
            .says("the time is over");
        for (who, words) in SIX.iter().filter(|(who, _)| *who != "Yuki") {
            assert!(page.body.contains(words), "{who}");
        }
        page.says("I stay for now.").says_not("I am not sure yet");
        gives(town, "Farid", &there, "Late.")
            .expect(409)
            .says("nothing more is given");
        town.as_person("Tess").get(&there).expect(404);

        // Esi may not reply before Rosa says that this is it.
        let of_rosa = entry_of(town, &there, "Rosa", "Esi");
        let reply = |words: &str| {
            let fields = [("reply", words)];
            town.as_person("Esi")
                .post(&format!("/entries/{of_rosa}/reply"), &fields)
        };
        let heard = |words: &str| {
            let fields = [("heard", words)];
            town.as_person("Esi")
                .post(&format!("/entries/{of_rosa}/heard"), &fields)
        };
        reply("So did you.")
            .expect(409)
            .says("Say back what you heard first");
        heard("").expect(422);
        heard("That I brought soup?").expect(303);
        reply("So did you.").expect(409);
        // Only the two read it, and nobody else says yes to it.
        town.as_person("Amara")
            .get(&there)
            .expect(200)
            .says_not("brought soup");
        town.as_person("Rosa")
            .get("/today")
            .expect(200)
            .says("Is that it?");
        let page = town
            .as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("Esi heard:")
            .says("brought soup");
        let id = page.between("action=\"/reflections/", "/yes");
        for who in ["Esi", "Amara", "Tess", "Priya"] {
            town.as_person(who)
                .post(&format!("/reflections/{id}/yes"), &[])
                .expect(404);
        }
        town.as_person("Rosa")
            .post(&format!("/reflections/{id}/not-yet"), &[])
            .expect(303);
        town.as_person("Esi")
            .get(&there)
            .expect(200)
            .says("say it anew");
        reply("So did you.").expect(409);
        heard("That somebody came back a second time.").expect(303);
        reply("So did you.").expect(409);
        // What was said before is gone, and its yes with it.
        town.as_person("Rosa")
            .post(&format!("/reflections/{id}/yes"), &[])
            .expect(404);
        let page = town
            .as_person("Rosa")
            .get(&there)
            .expect(200)
            .says_not("brought soup");
        let id = page.between("action=\"/reflections/", "/yes");
        town.as_person("Rosa")
            .post(&format!("/reflections/{id}/yes"), &[])
            .expect(303);
        town.as_person("Esi")
            .get(&there)
            .expect(200)
            .says("They said: yes");
        reply("So did you.").expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("So did you.");
        // Sam asks for no saying back; then anybody replies to him.
        let of_sam = entry_of(town, &there, "Sam", "Bo");
        let to_sam = |who: &str| {
            let fields = [("reply", "Mine too.")];
            town.as_person(who)
                .post(&format!("/entries/{of_sam}/reply"), &fields)
        };
        to_sam("Bo").expect(409);
        town.as_person("Bo")
            .post(&format!("/entries/{of_sam}/waive"), &[])
            .expect(404);
        town.as_person("Sam")
            .post(&format!("/entries/{of_sam}/waive"), &[])
            .expect(303);
        to_sam("Bo").expect(303);
        to_sam("Omar").expect(404);

        // Rosa takes hers back: it is gone with what was heard and replied.
        town.as_person("Rosa")
            .post(&format!("{there}/take-back"), &[])
            .expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says_not("So did you.")
            .says_not("second time");
        // A month later nothing is left.
        town.until("2026-04-03 23:45");
        town.as_person("Amara")
            .get(&there)
            .expect(200)
            .says("Tuesday soup");
        town.until("2026-04-04 23:45");
        town.as_person("Amara").get(&there).expect(404);
    });
}

#[test]
fn it_opens_when_the_last_who_is_here_is_in_and_rest_is_no_silence() {
    on_both(|town| {
        let there = asked(town);
        for (who, words) in SIX {
            gives(town, who, &there, words).expect(303);
        }
        // Farid and Luz are of Aid too. Luz goes to rest, and is waited for no longer.
        town.as_person("Luz").post("/me/rest", &[]).expect(303);
        town.tick();
        nobody_reads_any(town, &there);
        town.as_person("Farid")
            .post(&format!("{there}/pass"), &[])
            .expect(303);
        let page = town
            .as_person("Bo")
            .get(&there)
            .expect(200)
            .says("everyone is in");
        page.says("Tuesday soup").says("passed");
        // Whoever comes later seals nothing anew, and adds nothing.
        town.add("Wren", Standing::Member, &["aid"]);
        town.tick();
        town.as_person("Wren")
            .get(&there)
            .expect(200)
            .says("Tuesday soup");
        gives(town, "Wren", &there, "Me too.").expect(409);
        // Whoever leaves takes their words along.
        town.as_person("Sam").post("/me/leave", &[]).expect(303);
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says_not("knees");
    });
}

#[test]
fn the_last_to_rest_opens_it_by_the_clock() {
    on_both(|town| {
        let there = asked(town);
        for who in ["Amara", "Sam", "Bo", "Rosa", "Esi", "Yuki", "Farid"] {
            gives(town, who, &there, &format!("{who} wrote this.")).expect(303);
        }
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says_not("Rosa wrote");
        town.as_person("Luz").post("/me/rest", &[]).expect(303);
        town.tick();
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("Rosa wrote");
    });
}

#[test]
fn what_is_asked_slowly_is_looked_at_and_takes_its_author_along() {
    on_both(|town| {
        let (aid, host) = (
            town.circle("aid").to_string(),
            town.circle("host").to_string(),
        );
        let ask = |circle: &str, question: &str, closes: &str| {
            let fields = [
                ("circle", circle),
                ("question", question),
                ("closes_at", closes),
            ];
            town.as_person("Bo").post("/rounds", &fields)
        };
        ask(&aid, "", "2026-03-05T18:00").expect(422);
        for wrong in ["", "2026-03-02T09:00", "2026-05-02T09:00", "soon"] {
            ask(&aid, "Why?", wrong)
                .expect(422)
                .says("within two months");
        }
        ask(&host, "Why?", "2026-03-05T18:00").expect(404);
        let asked = ask(&aid, "Why?", "2026-03-05T18:00").expect(303);
        let there = asked.location().split('?').next().unwrap().to_owned();
        gives(town, "Bo", &there, "Because of the van.").expect(303);
        // What is one's own can be taken along, sealed or not; nobody else's comes with it.
        let bo: PersonId = town.person("Bo");
        gives(town, "Rosa", &there, "Because.").expect(303);
        let taken = town.data(|conn| {
            let all = town.house.practices.iter();
            let mut rows = Vec::new();
            for practice in all {
                for table in practice.export(conn, &town.house, bo)? {
                    rows.extend(table.rows.into_iter().flatten());
                }
            }
            Ok(rows.join("\n"))
        });
        assert!(
            taken.contains("Because of the van.") && !taken.contains("Because.\n"),
            "{taken}"
        );
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        town.until("2026-03-05 18:00");
        town.as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("Because.")
            .says_not("van");
        // The same without a browser.
        let rosa = town.person("Rosa");
        let asked = play::Asked {
            circle: town.circle("aid"),
            host: rosa,
            question: "And now?",
            closes: town.moment("2026-03-09 18:00"),
        };
        let id = town.data(|conn| {
            let id = play::asked(conn, &town.house, &asked)?;
            play::gives(conn, &town.house, id, (rosa, None))?;
            Ok(id)
        });
        town.as_person("Rosa")
            .get(&format!("/rounds/{id}"))
            .expect(200)
            .says("Yours is in");
    });
}
