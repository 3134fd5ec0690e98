//! A live round, as P16 tells it.

use super::tools::{Line, QUESTION, button, forges, opens, presses, sits_down};
use holdfast::testing::{Browser, Town, on_both};
use kernel::Standing;
use std::process::Command;

/// Everything in the database as text: what lies sealed, and what does not.
fn dumped(town: &Town) -> String {
    let mut whole = String::new();
    let dumped = store::dump(&town.house.db, |line| {
        match line {
            store::DumpLine::Table(table) => whole.push_str(&table.name),
            store::DumpLine::Row(row) => whole.push_str(row),
            store::DumpLine::End(_) => {}
        }
        whole.push('\n');
        Ok(())
    });
    assert!(!dumped.unwrap().is_empty());
    whole
}

/// Amara keeps a round of seven: herself, Gus who calls, and five with phones.
struct Seven {
    there: String,
    amara: Browser,
    people: Vec<(&'static str, Browser)>,
}

impl Seven {
    fn of(town: &Town) -> Self {
        let (network, aid) = (town.house.network(), town.circle("aid"));
        for who in ["Kezia", "Jonah"] {
            let person = town.person(who);
            town.data(|conn| people::add_to_circle(conn, network.id, aid, person, network.founded));
        }
        let amara = town.as_person("Amara");
        let there = opens(town, &amara, &[("name_here", "Amara")]);
        amara
            .post(&format!("{there}/people"), &[("name_here", "")])
            .expect(303);
        let people = ["Kezia", "Jonah", "Bo", "Rosa", "Farid"].map(|who| {
            let browser = town.as_person(who);
            browser
                .get(&there)
                .expect(200)
                .says(QUESTION)
                .says("Sit down");
            sits_down(&browser, &there, who);
            (who, browser)
        });
        Self {
            there,
            amara,
            people: people.into(),
        }
    }

    fn of_name(&self, who: &str) -> &Browser {
        let mut people = self.people.iter();
        &people.find(|(name, _)| *name == who).unwrap().1
    }
}

#[test]
fn a_round_of_seven_with_gus_as_caller_1() {
    on_both(|town| {
        let seven = Seven::of(town);
        let (there, amara) = (seven.there.as_str(), &seven.amara);
        amara
            .get(there)
            .expect(200)
            .says("caller 1")
            .says("Give the piece");
        presses(amara, there, "give");
        presses(amara, there, "next");
        // Gus has no screen; Amara presses for him.
        amara
            .get(there)
            .expect(200)
            .says("caller 1 has the piece")
            .says("Then Kezia.");
        presses(amara, there, "next");

        // Kezia has it, and nobody else has anything to press.
        let (kezia, jonah) = (seven.of_name("Kezia"), seven.of_name("Jonah"));
        kezia
            .get(there)
            .expect(200)
            .says("You have the piece")
            .says(">Pass<");
        jonah
            .get(there)
            .expect(200)
            .says("Kezia has the piece")
            .says("Then Jonah.")
            .says_not("<button form=\"press\"");
        let hers = button(&kezia.get(there), "next");
        forges(jonah, there, &hers)
            .expect(409)
            .says("The piece is with somebody else");
        forges(jonah, there, "open.silence")
            .expect(409)
            .says("Whoever keeps the round");
        forges(jonah, there, "give.3").expect(409);
        presses(kezia, there, "pass");
        kezia.get(there).expect(200).says("Jonah has the piece");
        for who in ["Jonah", "Bo", "Rosa"] {
            presses(seven.of_name(who), there, "next");
        }

        // Farid has it now, and was not reached; nor has it come back to Kezia.
        for stage in ["open.respond", "open.silence", "open.harvest"] {
            forges(amara, there, stage)
                .expect(409)
                .says("the piece has not been with Farid, Kezia");
        }
        presses(seven.of_name("Farid"), there, "next");
        // It returns to her once, at the end; passing again is final.
        kezia
            .get(there)
            .expect(200)
            .says("You have the piece")
            .says("this once");
        forges(amara, there, "open.respond")
            .expect(409)
            .says("not been with Kezia");
        presses(kezia, there, "pass");
        amara
            .get(there)
            .expect(200)
            .says("Everyone had the piece")
            .says("passed");
        // One stage after another.
        forges(amara, there, "open.respond")
            .expect(409)
            .says("Another stage comes first");
        presses(amara, there, "open");
        kezia
            .get(there)
            .expect(200)
            .says("Silence")
            .says("class=\"breath on\"");
        presses(amara, there, "open");
        amara.get(there).expect(200).says("A second round");
        forges(amara, there, "open.respond")
            .expect(409)
            .says("Amara, caller 1, Kezia");
        presses(amara, there, "give");
        for _ in 0..7 {
            presses(amara, there, "next");
        }
        presses(amara, there, "open");
        jonah.get(there).expect(200).says("say what you heard");
        presses(amara, there, "open");
        jonah.get(there).expect(200).says("What we carry out");
    });
}

#[test]
fn after_closing_no_table_has_a_word_of_it() {
    on_both(|town| {
        let seven = Seven::of(town);
        let there = seven.there.as_str();
        let stranger_name = "Quetzalcoatl-of-the-levee";
        let yuki = town.as_person("Yuki");
        sits_down(&yuki, there, stranger_name);
        presses(&seven.amara, there, "give");
        presses(&seven.amara, there, "next");
        town.tick();
        let said = [
            QUESTION,
            "on the levee",
            stranger_name,
            "caller 1",
            there.rsplit('/').next().unwrap(),
            &yuki.cookie("round").unwrap(),
        ];
        for dump in [dumped(town), {
            let close = format!("{there}/close");
            yuki.post(&close, &[])
                .expect(409)
                .says("Whoever keeps the round");
            seven.amara.post(&close, &[]).expect(303);
            town.tick();
            town.sweep();
            dumped(town)
        }] {
            assert!(dump.contains("slow_rounds"), "a whole dump");
            for words in said {
                assert!(!dump.contains(words), "{words:?} lies in the database");
            }
        }
        if !town.is_postgres() {
            // Nor in what the file keeps of writings of before.
            let found = Command::new("grep")
                .args(["-rlaiF", "-e", stranger_name, "-e", "on the levee"])
                .arg(town.folder())
                .output()
                .unwrap();
            assert!(found.stdout.is_empty(), "{found:?}");
        }
        for browser in [&yuki, &seven.amara] {
            browser
                .get(there)
                .expect(404)
                .says("This round is not here")
                .says("Go on with paper");
        }
    });
}

#[test]
fn a_circles_round_is_not_there_for_anybody_else() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let there = opens(town, &amara, &[]);
        let nowhere = "/rounds/live/nobody-was-ever-given-this";
        for who in ["Omar", "Priya"] {
            let outside = town.as_person(who);
            let (here, never) = (outside.get(&there), outside.get(nowhere));
            assert_eq!((here.status, never.status), (404, 404));
            let same = here.body.replace(&there, nowhere);
            assert_eq!(same, never.body, "{who}");
            outside
                .post(&format!("{there}/join"), &[("name_here", who)])
                .expect(404);
            outside.get(&format!("{there}/sheet")).expect(404);
            outside
                .get(&format!("{there}/stream"))
                .expect(200)
                .says("event: gone")
                .says_not("levee");
        }
        let stranger = town.stranger();
        stranger.get(&there).expect(404).says("sign in first");
        town.as_person("Bo")
            .get("/rounds")
            .expect(200)
            .says(QUESTION);
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("A round is held now");
        town.as_person("Omar")
            .get("/rounds")
            .expect(200)
            .says_not(QUESTION);
        // One for whoever has the address stands on no list but its keeper's.
        let open = opens(
            town,
            &amara,
            &[("of_circle", ""), ("question", "Who is thirsty?")],
        );
        stranger.get(&open).expect(200).says("Who is thirsty?");
        amara.get("/rounds").expect(200).says("Who is thirsty?");
        town.as_person("Bo")
            .get("/rounds")
            .expect(200)
            .says_not("Who is thirsty?");
        sits_down(&stranger, &open, "Gus's sister");
        stranger.get(&open).expect(200).says("We gather");
        // Another browser with the same address is nobody there.
        town.stranger()
            .get(&open)
            .expect(200)
            .says("Sit down")
            .says_not("id=\"now\"");
    });
}

#[test]
fn whoever_comes_late_is_last_and_names_are_one_persons() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let callers = [("callers", "Wanda\n\n  Abe  \n"), ("of_circle", "")];
        let there = opens(town, &amara, &callers);
        presses(&amara, &there, "give");
        amara
            .get(&there)
            .expect(200)
            .says("Wanda has the piece")
            .says("Then Abe.");
        let late = town.stranger();
        for wrong in ["", "   ", &"long".repeat(11)] {
            late.post(&format!("{there}/join"), &[("name_here", wrong)])
                .expect(422);
        }
        late.post(&format!("{there}/join"), &[("name_here", "ABE")])
            .expect(409)
            .says("goes by that name");
        sits_down(&late, &there, "<b>Late\r\nevent: end</b>");
        // Once more is once.
        sits_down(&late, &there, "somebody else");
        presses(&amara, &there, "pass");
        presses(&amara, &there, "next");
        let page = late
            .get(&there)
            .expect(200)
            .says("You have the piece")
            .says("Then Wanda.");
        page.says_not("somebody else").says_not("<b>Late");
        let kept = amara.get(&there).expect(200);
        kept.says("Late")
            .says("comes back once")
            .says_not("<b>Late");
        // Another network's member by that address is a guest like any other; Priya, a liaison, too.
        town.as_person("Priya")
            .get(&there)
            .expect(200)
            .says("Sit down");
    });
}

#[test]
fn the_time_of_a_turn_is_full_and_the_piece_waits() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let there = opens(town, &amara, &[("callers", "Abe\nWanda")]);
        presses(&amara, &there, "give");
        town.pass(125);
        amara
            .get(&there)
            .expect(200)
            .says("class=\"breath once\"")
            .says_not("is full");
        town.pass(1);
        amara
            .get(&there)
            .expect(200)
            .says("The time of this turn is full")
            .says("Abe has the piece");
        presses(&amara, &there, "next");
        amara
            .get(&there)
            .expect(200)
            .says("Wanda has the piece")
            .says_not("is full");
        // Six hours later it is forgotten.
        town.pass(6 * 3600 - 60);
        town.as_person("Amara").get(&there).expect(200);
        town.pass(60);
        town.as_person("Amara").get(&there).expect(404);
    });
}

#[test]
fn in_lockdown_a_live_round_goes_on_on_paper() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let there = opens(town, &amara, &[("callers", "Abe\nWanda")]);
        amara
            .get(&format!("{there}/sheet"))
            .expect(200)
            .says("Abe")
            .says("120 seconds")
            .says("on the levee");
        let mut line = Line::open(town, &there, &amara);
        line.hears("We gather");
        let lockdown = [("kind", "lockdown"), ("days", "1")];
        town.as_person("Ines")
            .post("/posture", &lockdown)
            .expect(303);
        let hana = town.as_person("Hana");
        let yes = hana.get("/posture").between("action=\"/posture/", "/yes");
        hana.post(&format!("/posture/{yes}/yes"), &[]).expect(303);
        let again = town.as_person("Amara");
        again.get(&there).expect(409).says_not(QUESTION);
        forges(&again, &there, "give.0").expect(409);
        again
            .get(&format!("{there}/stream"))
            .expect(200)
            .says("event: gone");
        town.stranger()
            .get("/rounds/sheet")
            .expect(200)
            .says("Round sheet");
    });
}

#[test]
fn what_a_round_is_opened_with_is_looked_at() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let aid = town.circle("aid").to_string();
        let host = town.circle("host").to_string();
        let opens = |more: &[(&str, &str)]| {
            let usual = [
                ("question", "Why?"),
                ("of_circle", &*aid),
                ("seconds", "60"),
                ("pause", "5"),
            ];
            let usual = usual
                .iter()
                .filter(|(name, _)| more.iter().all(|(other, _)| other != name));
            let fields: Vec<_> = usual.chain(more).copied().collect();
            amara.post("/rounds/live", &fields)
        };
        opens(&[("question", " ")])
            .expect(422)
            .says("needs a question");
        opens(&[("pause", "4")])
            .expect(422)
            .says("between 5 seconds");
        opens(&[("seconds", "")])
            .expect(422)
            .says("between 15 seconds");
        opens(&[("seconds", "99999999999999999999")]).expect(422);
        opens(&[("of_circle", &host)]).expect(404);
        opens(&[("callers", "Abe\nabe")])
            .expect(409)
            .says("goes by that name");
        town.as_person("Priya")
            .post("/rounds/live", &[("question", "Why?")])
            .expect(404);
        town.stranger().get("/rounds/live").expect(303);
        // So many are enough for one person.
        for _ in 0..3 {
            opens(&[]).expect(303);
        }
        opens(&[]).expect(409).says("Close one first");
        // Whoever leaves leaves no round behind.
        let there = super::tools::opens(town, &town.as_person("Sam"), &[]);
        town.as_person("Bo").get(&there).expect(200);
        town.as_person("Sam").post("/me/leave", &[]).expect(303);
        town.as_person("Bo").get(&there).expect(404);
        town.add("Wren", Standing::Guest, &[]);
        town.as_person("Wren").get("/rounds").expect(404);
    });
}

/// A turn is heard by whoever listens, as each is to see it, and when it closes the line ends.
#[test]
fn a_turn_is_heard_without_looking_again() {
    on_both(|town| {
        let seven = Seven::of(town);
        let there = seven.there.as_str();
        let mut kezia = Line::open(town, there, seven.of_name("Kezia"));
        let mut amara = Line::open(town, there, &seven.amara);
        kezia.hears("We gather");
        presses(&seven.amara, there, "give");
        kezia.hears("Amara has the piece");
        assert!(!amara.hears("Amara has the piece").contains("name=\"csrf\""));
        presses(&seven.amara, there, "next");
        presses(&seven.amara, there, "next");
        let hers = kezia.hears("You have the piece");
        assert!(hers.contains("value=\"pass.3\""), "{hers}");
        let kept = amara.hears("Kezia has the piece");
        assert!(kept.contains("They pass"), "{kept}");
        seven.amara.post(&format!("{there}/close"), &[]).expect(303);
        let (name, last) = std::iter::from_fn(|| kezia.next()).last().unwrap();
        assert_eq!(name, "end");
        assert!(last.contains("The round is closed"), "{last}");
        assert!(kezia.ends() && amara.ends());
    });
}
