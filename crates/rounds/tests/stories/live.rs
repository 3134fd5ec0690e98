//! A live round, as P16 tells it.

use super::tools::{Line, QUESTION, forges, opens, presses, sits_down};
use holdfast::testing::on_both;
use kernel::Standing;

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
