//! Handing over, laying down, leaving.

use super::tools::{count, does, new_role, opens, role, writes_down};
use holdfast::testing::{Town, on_both};
use kernel::PersonId;
use store::Stop;
use web::{Disposition, Held, LaidDown, Practice, Room};

fn held(town: &Town, who: &str) -> Vec<Held> {
    let (house, person) = (&town.house, town.person(who));
    town.data(|conn| {
        let known = people::known_of(conn, house, person, house.now())?.ok_or(Stop::NotThere)?;
        let mut room = Room::of_person(conn, house, known)?;
        roles::Roles.held(&mut room, person)
    })
}

fn lays_down(
    town: &Town,
    from: &str,
    id: &str,
    how: Disposition,
    to: Option<PersonId>,
) -> Result<(), Stop> {
    let from = town.person(from);
    town.house.db.alone(|conn| {
        let what = LaidDown {
            from,
            id,
            how,
            to,
            agreed: false,
            last: None,
        };
        town.house.lay_down(conn, &what)
    })
}

/// From thirty days before the end, its holder, whoever learns it, and whoever looks after the circle
/// read so on their Today; the term ends by itself.
#[test]
fn a_role_is_handed_over_in_its_last_thirty_days() {
    on_both(|town| {
        let intake = role(town, "aid", "answers the line");
        let page = town.as_person("Yuki").get(&intake).expect(200);
        // Sam's, the second of the three.
        let sam = town.person("Sam").to_string();
        let term = page
            .body
            .split("<div class=\"item\">")
            .find(|item| item.contains("Sam, until"))
            .and_then(|item| item.split("name=\"term\" value=\"").nth(1))
            .and_then(|rest| rest.split('"').next())
            .expect("a term")
            .to_owned();
        town.as_person("Yuki")
            .post(
                &format!("{intake}/shadow"),
                &[("term", &term), ("do", "in")],
            )
            .expect(303);
        town.until("2026-06-11 12:00");
        let ends = "It ends with Sunday 12 July";
        for who in ["Sam", "Yuki", "Amara"] {
            town.as_person(who).get("/today").says_not(ends);
        }
        town.until("2026-06-12 00:01");
        for who in ["Sam", "Yuki", "Amara"] {
            town.as_person(who).get("/today").expect(200).says(ends);
        }
        town.as_person("Bo").get("/today").says_not(ends);
        town.as_person("Noor")
            .get(&intake)
            .says("Sam, until Sunday 12 July (since the founding, or by an invitation). It is being handed over");
        // Chosen again, or ended: nobody is reminded any more.
        writes_down(town, "Amara", "aid", ("Sam", "intake"), "2026-10-31").expect(303);
        town.as_person("Sam").get("/today").says_not(ends);
        town.until("2026-07-13 00:00");
        town.as_person("Noor")
            .get(&intake)
            .says("Sam, until Saturday 31 October")
            .says_not("Rosa, until");
        assert!(town.data(|conn| {
            let aid = (town.circle("aid"), kernel::Role::Intake);
            let now = people::holders_now(conn, town.house.network().id, aid, town.house.now())?;
            Ok(now.iter().any(|(person, _)| person.to_string() == sam))
        }));
        // The sheet is paper: what is known stands on it, the rest is lines.
        town.as_person("Sam")
            .get(&format!("{intake}/sheet"))
            .expect(200)
            .says("Handing over: answers the line")
            .says("Whom to know");
    });
}

/// Everything somebody holds is one list; a successor holds it as in an emergency, until the circle
/// has chosen, and under the same rules.
#[test]
fn what_somebody_holds_is_laid_down() {
    on_both(|town| {
        let steward = role(town, "aid", "steward");
        town.tick();
        let page = town.as_person("Sam").get(&steward);
        let term = page.between("name=\"term\" value=\"", "\"");
        town.as_person("Sam")
            .post(
                &format!("{steward}/shadow"),
                &[("term", &term), ("do", "in")],
            )
            .expect(303);
        let all = held(town, "Amara");
        assert_eq!(all.len(), 2);
        let stewardship = all.iter().find(|held| held.href == steward).unwrap();
        assert_eq!(stewardship.title, "Aid: steward");
        assert_eq!(stewardship.suggested, Some(town.person("Sam")));
        assert!(stewardship.id.starts_with("role:"));
        let id = &stewardship.id;
        // Not to somebody outside, not to nobody, and not what somebody else holds.
        let to = |who: &str| Some(town.person(who));
        let by = Disposition::Successor;
        assert!(lays_down(town, "Amara", id, by, to("Noor")).is_err());
        assert!(lays_down(town, "Amara", id, by, to("Luz")).is_err());
        assert!(lays_down(town, "Amara", id, by, None).is_err());
        assert!(lays_down(town, "Bo", id, by, to("Sam")).is_err());
        assert!(lays_down(town, "Amara", id, Disposition::Pause, None).is_err());
        lays_down(town, "Amara", id, by, to("Sam")).unwrap();
        town.as_person("Bo")
            .get(&steward)
            .says("Sam, until Tuesday 31 March (in an emergency, thirty days at most)")
            .says_not("Amara, until");
        let invite = format!("/circles/{}/invite", town.circle("aid"));
        town.as_person("Amara").post(&invite, &[]).expect(409);
        town.as_person("Sam").post(&invite, &[]).expect(200);
        // To the circle: nobody holds it from this minute.
        let sam = held(town, "Sam");
        let line = sam.iter().find(|held| held.title.contains("line")).unwrap();
        lays_down(town, "Sam", &line.id, Disposition::Circle, None).unwrap();
        town.as_person("Sam")
            .post("/shift/take", &[("hours", "2")])
            .expect(409);
        town.as_person("Chidi")
            .get("/power")
            .says("Amara (with the circle")
            .says("Sam · steward, Aid");
    });
}

/// Leaving takes effect in the same transaction: what was held is free, who was learning is so no more,
/// and nothing said in a choosing stays.
#[test]
fn leaving_lays_down_every_role_at_once() {
    on_both(|town| {
        let notes = new_role(town, "Amara", "aid", &[]);
        writes_down(town, "Amara", "aid", ("Bo", &notes), "").expect(303);
        writes_down(town, "Amara", "aid", ("Bo", "intake"), "").expect(303);
        let term = town
            .as_person("Yuki")
            .get(&notes)
            .between("name=\"term\" value=\"", "\"");
        let learn = [("term", &*term), ("do", "in")];
        town.as_person("Yuki")
            .post(&format!("{notes}/shadow"), &learn)
            .expect(303);
        let steward = role(town, "aid", "steward");
        let bo = town.person("Bo").to_string();
        let round = opens(town, "Rosa", &steward, &[("kind", "selection")]);
        does(town, "Rosa", &round, "on", &[]).expect(303);
        let name = [("person", &*bo), ("why", "the van")];
        does(town, "Sam", &round, "nominate", &name).expect(303);
        let other = [
            ("person", &*town.person("Sam").to_string()),
            ("why", "calm"),
        ];
        does(town, "Bo", &round, "nominate", &other).expect(303);
        let more = opens(
            town,
            "Yuki",
            &notes,
            &[("kind", "consent"), ("person", &bo)],
        );
        does(town, "Yuki", &more, "say", &[("says", "yes")]).expect(303);

        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        town.as_person("Noor")
            .get(&notes)
            .says("Nobody holds it now");
        assert_eq!(count(town, "terms where how = 'consent'"), 0);
        assert_eq!(count(town, "nominations"), 0);
        assert_eq!(count(town, "choosing_words"), 0);
        town.as_person("Rosa").get(&round).expect(200);
        town.as_person("Yuki").get(&more).expect(404);
        // A shadow who leaves, and whoever began a round.
        writes_down(town, "Amara", "aid", ("Sam", &notes), "").expect(303);
        let term = town
            .as_person("Yuki")
            .get(&notes)
            .between("name=\"term\" value=\"", "\"");
        let learn = [("term", &*term), ("do", "in")];
        town.as_person("Yuki")
            .post(&format!("{notes}/shadow"), &learn)
            .expect(303);
        town.as_person("Yuki").post("/me/leave", &[]).expect(303);
        town.as_person("Rosa").post("/me/leave", &[]).expect(303);
        assert_eq!(count(town, "terms where shadow_id is not null"), 0);
        does(town, "Sam", &round, "stop", &[]).expect(409);
        does(town, "Amara", &round, "stop", &[]).expect(303);
    });
}

/// What somebody takes out holds what they hold and said, and nobody else's words.
#[test]
fn what_is_taken_out_is_whole() {
    on_both(|town| {
        let notes = new_role(town, "Amara", "aid", &[]);
        let choosing = opens(town, "Amara", &notes, &[("kind", "selection")]);
        does(town, "Amara", &choosing, "on", &[]).expect(303);
        let sam = town.person("Sam").to_string();
        let name = |why| [("person", &*sam), ("why", why)];
        does(town, "Bo", &choosing, "nominate", &name("listens longest")).expect(303);
        does(town, "Yuki", &choosing, "nominate", &name("calm")).expect(303);
        let (house, bo) = (&town.house, town.person("Bo"));
        let all = town.data(|conn| roles::Roles.export(conn, house, bo));
        let words = &all[1].rows;
        assert_eq!(words, &[["nomination", "Sam: listens longest"]]);
        let amara = town.person("Amara");
        let mine = town.data(|conn| roles::Roles.export(conn, house, amara));
        assert_eq!(mine[0].rows.len(), 2);
        let network = town.data(|conn| roles::Roles.export_network(conn, house));
        assert!(network[0].rows.iter().any(|row| row[0] == "facilitation"));
        assert!(network[1].rows.iter().any(|row| row[2] == "Amara"));
    });
}

/// A yes or a no can be said in a word, without the page; and it is nobody else's to say.
#[test]
fn a_word_by_letter_answers_too() {
    on_both(|town| {
        let notes = new_role(town, "Amara", "aid", &[]);
        let sam = town.person("Sam").to_string();
        let choosing = opens(town, "Bo", &notes, &[("kind", "consent"), ("person", &sam)]);
        let id = choosing.trim_start_matches("/choosings/");
        let hears = |who: &str, about: &str, word: web::AnswerWord| {
            let (house, person) = (&town.house, town.person(who));
            house.db.alone(|conn| {
                let known = people::known_of(conn, house, person, house.now())?;
                let known = known.ok_or(Stop::NotThere)?;
                let mut room = Room::of_person(conn, house, known)?;
                roles::Roles.hear_answer(&mut room, about, word)
            })
        };
        let about = format!("choosing:{id}");
        assert!(hears("Bo", &about, web::AnswerWord::ICan).is_err());
        assert!(hears("Noor", &about, web::AnswerWord::ICan).is_err());
        assert!(!hears("Sam", "else", web::AnswerWord::ICan).unwrap());
        assert!(!hears("Sam", &about, web::AnswerWord::Keep).unwrap());
        assert!(hears("Sam", &about, web::AnswerWord::ICan).unwrap());
        town.as_person("Yuki")
            .get(&choosing)
            .says("They have said yes");
        assert!(hears("Sam", &about, web::AnswerWord::Cant).unwrap());
        town.as_person("Yuki").get(&choosing).expect(404);
    });
}
