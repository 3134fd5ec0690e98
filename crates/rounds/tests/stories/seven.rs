//! A live round of seven, as P16 tells it, and what is left of it.

use super::tools::{Line, QUESTION, button, forges, opens, presses, sits_down};
use holdfast::testing::{Browser, Town, on_both};
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
