//! P4: a season of renewal; silence is met by a person, and by nothing else.

use super::{
    amara::as_she_is,
    tools::{buddies, gives},
};
use holdfast::testing::{Town, on_both};
use kernel::{PersonId, Standing};

const PAIRS: &[(&str, &str)] = &[
    ("Bo", "Yuki"),
    ("Omar", "Dalia"),
    ("Ruth", "Mateo"),
    ("Lev", "Hana"),
    ("Tess", "Ines"),
];

fn members(town: &Town) -> Vec<String> {
    let network = town.house.network().id;
    let all = town.data(|conn| people::persons(conn, &town.house.vault, network));
    let here = all
        .into_iter()
        .filter(|(_, _, standing)| *standing == Standing::Member);
    here.map(|(id, ..)| town.data(|conn| people::name_of(conn, &town.house.vault, network, id)))
        .collect()
}

/// Twenty-four members; five have a buddy and say nothing in this story.
fn twenty_four(town: &Town) -> Vec<String> {
    let network = town.house.network().id;
    let luz = town.person("Luz");
    town.data(|conn| people::set_standing(conn, network, luz, Standing::Member));
    for extra in ["Ada", "Ben", "Cleo", "Dov", "Eve", "Finn", "Gil"] {
        if members(town).len() < 24 {
            town.add(extra, Standing::Member, &["aid"]);
        }
    }
    let all = members(town);
    assert_eq!(all.len(), 24, "{all:?}");
    for (silent, near) in PAIRS {
        buddies(town, silent, near);
    }
    all
}

/// A season is planned.
#[track_caller]
pub fn season(town: &Town, opens: &str, closes: &str) -> String {
    let chidi = town.as_person("Chidi");
    let fields = [("opens_on", opens), ("closes_on", closes)];
    chidi.post("/renewal", &fields).expect(303);
    String::new()
}

/// The season that is there.
#[track_caller]
pub fn id(town: &Town) -> String {
    let page = town.as_person("Chidi").get("/renewal").expect(200);
    page.between("action=\"/renewal/", "/choose")
}

fn silent() -> Vec<&'static str> {
    PAIRS.iter().map(|(silent, _)| *silent).collect()
}

#[test]
fn nineteen_choose_five_buddies_are_asked_and_no_list_names_anybody() {
    on_both(|town| {
        let all = twenty_four(town);
        let bo = town.person("Bo");
        gives(town, bo, town.circle("aid"), "The Saturday van");
        gives(
            town,
            town.person("Rosa"),
            town.circle("aid"),
            "Soup on Fridays",
        );
        town.set_clock("2026-05-25 09:00");
        // Too short, in the past, by somebody else: a sentence each.
        let chidi = town.as_person("Chidi");
        for (opens, closes, status) in [
            ("2026-06-01", "2026-06-21", 422),
            ("2026-05-01", "2026-06-22", 422),
            ("soon", "2026-06-22", 422),
        ] {
            let fields = [("opens_on", opens), ("closes_on", closes)];
            chidi.post("/renewal", &fields).expect(status);
        }
        let fields = [("opens_on", "2026-06-01"), ("closes_on", "2026-06-22")];
        town.as_person("Bo")
            .post("/renewal", &fields)
            .expect(409)
            .says("Coordinating plans the season");
        season(town, "2026-06-01", "2026-06-22");
        chidi
            .post("/renewal", &fields)
            .expect(409)
            .says("There is a season at that time already");
        town.until("2026-06-01 00:05");
        let id = id(town);
        let rosa = town.as_person("Rosa");
        rosa.get("/today")
            .expect(200)
            .says("The season of renewal is open");
        rosa.get("/renewal").expect(200).says("Soup on Fridays");
        let choose = format!("/renewal/{id}/choose");
        rosa.post(&choose, &[("word", "sideways")]).expect(422);
        for who in all.iter().filter(|who| !silent().contains(&who.as_str())) {
            let fields = [("word", "stay"), ("note", "all is well")];
            town.as_person(who).post(&choose, &fields).expect(303);
        }
        rosa.get("/today").says_not("The season of renewal is open");
        // Her own word is hers and her buddies'.
        rosa.get("/renewal").says("You chose:").says("all is well");
        town.until("2026-06-21 23:40");
        for (_, near) in PAIRS {
            town.as_person(near)
                .get("/today")
                .says_not("Could you see how");
        }

        // It closes: five buddies are asked, and nobody else reads a name.
        town.until("2026-06-22 00:05");
        for (silent, near) in PAIRS {
            let asked = format!("Could you see how {silent} is?");
            for who in &all {
                let page = town.as_person(who).get("/today").expect(200);
                assert_eq!(page.body.contains(&asked), who == near, "{who} of {silent}");
            }
        }
        let sheet = town.as_person("Rosa").get("/renewal/sheet").expect(200);
        for (silent, _) in PAIRS {
            for words in [&sheet.body, &town.as_person("Rosa").get("/renewal").body] {
                assert!(!words.contains(&format!("{silent}<")), "{silent}");
                assert!(!words.contains("missing"));
            }
        }
        sheet.says("Soup on Fridays").says_not("The Saturday van");
        assert_eq!(
            on_the_sheet(&town.as_person("Rosa").get("/renewal/sheet").body),
            19
        );
        assert_eq!(
            on_the_sheet(&town.as_person("Omar").get("/renewal/sheet").body),
            19
        );
        // Aid's own line stands for Aid alone.
        town.as_person("Omar")
            .get("/renewal/sheet")
            .says_not("Soup on Fridays");
        // Yuki saw Bo, who is well; nothing more is asked.
        let yuki = town.as_person("Yuki");
        let with = format!("/renewal/with/{bo}");
        town.as_person("Rosa").get(&with).expect(404);
        yuki.get(&with).expect(200);
        yuki.post(&with, &[("word", "here")]).expect(303);
        yuki.get("/today").says_not("Could you see how Bo is?");
        // A word after the day is as good: Omar chooses now.
        town.as_person("Omar")
            .post(&choose, &[("word", "stay")])
            .expect(303);
        town.as_person("Dalia")
            .get("/today")
            .says_not("Could you see how");
        // N5: every right of whoever said nothing is unchanged.
        for who in silent() {
            assert_eq!(as_she_is(town, who).standing, Standing::Member);
        }
        // Coordinating re-weaves, and a month later nothing of what was chosen is kept.
        town.as_person("Chidi")
            .post(&format!("/renewal/{id}/rewoven"), &[])
            .expect(303);
        town.until("2026-07-23 23:45");
        town.as_person("Rosa")
            .get("/renewal")
            .expect(200)
            .says_not("You chose:");
        town.as_person("Rosa")
            .post(&choose, &[("word", "stay")])
            .expect(409)
            .says("No season is open");
    });
}

/// How many choices a sheet prints: a line each for one's own circles, a sum for the others.
fn on_the_sheet(body: &str) -> usize {
    let main = body.split("class=\"sheet\"").nth(1).unwrap();
    let lines = main.matches("<li>").count();
    let sums: usize = main
        .split(" chose.")
        .filter_map(|before| before.rsplit(": ").next()?.trim().parse::<usize>().ok())
        .sum();
    lines + sums
}

/// Two seasons of silence: Bo is quiet, what Bo gave to others stands, and one word brings Bo back.
#[test]
fn bo_is_silent_twice_and_one_word_to_yuki_brings_bo_back() {
    on_both(|town| {
        let (bo, rosa) = (town.person("Bo"), town.person("Rosa"));
        let network = town.house.network().id;
        buddies(town, "Bo", "Yuki");
        let to_rosa = town.as_person("Bo").post(
            "/commitments/new",
            &[
                ("to", format!("person:{rosa}").as_str()),
                ("words", "Her groceries"),
                ("review_on", "2027-02-20"),
            ],
        );
        let there = to_rosa.location().split('?').next().unwrap().to_owned();
        town.as_person("Rosa")
            .post(&format!("{there}/accept"), &[])
            .expect(303);
        gives(town, bo, town.circle("aid"), "The Saturday van");
        town.as_person("Bo")
            .post("/me", &[("contact", "555 0199")])
            .expect(303);
        let others: Vec<String> = members(town)
            .into_iter()
            .filter(|who| who != "Bo")
            .collect();
        let all_choose = |town: &Town| {
            let id = id(town);
            for who in &others {
                town.as_person(who)
                    .post(&format!("/renewal/{id}/choose"), &[("word", "stay")])
                    .expect(303);
            }
        };
        town.set_clock("2026-05-25 09:00");
        season(town, "2026-06-01", "2026-06-22");
        town.until("2026-06-02 09:00");
        all_choose(town);
        town.until("2026-06-23 09:00");
        assert_eq!(as_she_is(town, "Bo").standing, Standing::Member);
        town.until("2026-11-20 09:00");
        // Somebody has to look after Coordinating again: every role has ended.
        town.hold("Chidi", kernel::Role::Steward, "coordinating", "2027-03-01");
        season(town, "2026-11-30", "2026-12-21");
        town.until("2026-11-30 09:00");
        // The van, promised for a season, may be looked at meanwhile; it is still Bo's.
        all_choose(town);
        town.until("2026-12-20 23:40");
        assert_eq!(as_she_is(town, "Bo").standing, Standing::Member);
        // N5: at that minute nobody reads another byte of Bo where people are named.
        let circle = format!("/circles/{}", town.circle("aid"));
        town.set_clock("2026-12-21 00:05");
        let reader = town.as_person("Rosa");
        let names = || {
            [circle.as_str(), "/circles", "/power"].map(|page| reader.get(page).without_chance())
        };
        let before = names();
        assert!(town.tick() > 0);
        assert!(names() == before, "somebody reads that Bo is quiet");
        let quiet = as_she_is(town, "Bo");
        assert_eq!(quiet.standing, Standing::Dormant);
        assert!(quiet.standing.reads_as_member(), "every right stays");
        // What Bo gave Rosa stands until its own end.
        town.as_person("Rosa")
            .get(&there)
            .expect(200)
            .says("Her groceries")
            .says_not("set aside");
        // No page of anybody else names Bo as quiet.
        for who in ["Rosa", "Chidi", "Amara"] {
            for page in ["/today", "/renewal", "/renewal/sheet"] {
                town.as_person(who).get(page).says_not("Bo is quiet");
            }
        }
        let contact = town.data(|conn| {
            let known = people::known_of(conn, &town.house, bo, town.house.now())?;
            Ok(known.is_some())
        });
        assert!(contact);
        town.as_person("Bo")
            .get("/me")
            .expect(200)
            .says_not("555 0199");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says("Bo is quiet");
        town.as_person("Rosa")
            .post(&format!("/renewal/with/{bo}/back"), &[])
            .expect(404);
        town.as_person("Yuki")
            .post(&format!("/renewal/with/{bo}/back"), &[])
            .expect(303);
        assert_eq!(as_she_is(town, "Bo").standing, Standing::Member);
        let circles = town
            .data(|conn| people::members_of(conn, network, town.circle("aid")).map_err(Into::into));
        assert!(circles.contains(&bo), "no re-vetting");
    });
}

/// Whoever rests is asked nothing and loses nothing; a steward carries a word; a person leaves meanwhile.
#[test]
fn resting_carrying_a_word_and_leaving_during_a_season() {
    on_both(|town| {
        gives(
            town,
            town.person("Rosa"),
            town.circle("aid"),
            "Soup on Fridays",
        );
        season(town, "2026-03-09", "2026-03-30");
        town.as_person("Chidi")
            .get("/renewal")
            .expect(200)
            .says("It opens on Monday 9 March");
        town.until("2026-03-10 09:00");
        let id = id(town);
        // Luz rests: nothing of it is on her page.
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says_not("renovación está abierta");
        // Rosa rings Amara, who looks after Aid; Bo, who does not, cannot write it down.
        let rosa: PersonId = town.person("Rosa");
        let with = format!("/renewal/with/{rosa}");
        town.as_person("Bo")
            .post("/renewal/for-somebody", &[("name", "Rosa")])
            .expect(409);
        let found = town
            .as_person("Amara")
            .post("/renewal/for-somebody", &[("name", "rosa")])
            .expect(303);
        assert_eq!(found.location(), with);
        town.as_person("Amara")
            .post(&with, &[("word", "stay")])
            .expect(303);
        town.as_person("Rosa")
            .get("/renewal")
            .expect(200)
            .says("You told somebody, who wrote it down");
        // And changes it: what she unticks is the circle's.
        let page = town.as_person("Rosa").get("/renewal");
        let role = page
            .body
            .split("name=\"goes_on\" value=\"")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned());
        assert!(role.is_some());
        town.as_person("Rosa")
            .post(
                &format!("/renewal/{id}/choose"),
                &[("word", "stay"), ("listed", "1")],
            )
            .expect(303);
        let rota = format!("/circles/{}/rota", town.circle("aid"));
        town.as_person("Bo").get(&rota).says("Needs a holder");
        town.as_person("Bo")
            .get("/renewal/slip")
            .expect(200)
            .says("☐");
        // Bo chooses, and leaves: the season goes on without a trace of him.
        let bo = town.as_person("Bo");
        let leave = bo
            .post(&format!("/renewal/{id}/choose"), &[("word", "leave")])
            .expect(303);
        assert_eq!(leave.location(), "/me/leave");
        bo.post("/me/leave", &[]).expect(303);
        town.until("2026-03-31 09:00");
        town.as_person("Rosa").get("/renewal/sheet").expect(200);
        // Luz comes back to every right, and nobody was asked to see after her.
        for who in ["Hana", "Amara"] {
            town.as_person(who)
                .get("/today")
                .says_not("Could you see how Luz is?");
        }
        // A clock set back opens and closes nothing twice.
        town.set_clock("2026-03-12 09:00");
        town.tick();
        town.as_person("Rosa").get("/renewal").expect(200);
        town.set_clock("2026-04-01 09:00");
        town.tick();
    });
}
