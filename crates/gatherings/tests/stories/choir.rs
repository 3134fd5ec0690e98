//! P23: the season from April to September 2026, first Mondays at six.

use super::tools::{share, there, writes};
use holdfast::testing::{Answer, Town, on_both};

fn season(town: &Town) -> String {
    let circle = town.circle("coordinating").to_string();
    let fields = [
        ("of_circle", circle.as_str()),
        ("first_on", "2026-04-06"),
        ("at_time", "18:00"),
        ("how_many_months", "6"),
        ("dial_in", "555 0188"),
        ("agreements", "One speaks."),
        ("open_to", "public"),
    ];
    there(town.as_person("Noor").post("/choir", &fields))
}

/// The evenings of the season, in their order.
fn evenings(page: &Answer) -> Vec<String> {
    let found = page.body.split("<h3><a href=\"/gatherings/").skip(1);
    found
        .map(|rest| format!("/gatherings/{}", &rest[..36]))
        .collect()
}

fn willing(town: &Town, there: &str, who: &[&str]) {
    for who in who {
        // Each a minute after the other: that is the order they go in.
        town.pass(60);
        town.as_person(who)
            .post(&format!("{there}/willing"), &[("do", "yes")])
            .expect(303);
    }
}

#[test]
fn july_falls_into_the_rest_and_the_twentieth_is_offered() {
    on_both(|town| {
        let season = season(town);
        let page = town.as_person("Bo").get(&season).expect(200);
        for day in [
            "Monday 6 April, 18:00",
            "Monday 4 May",
            "Monday 1 June",
            "Monday 6 July",
            "Monday 3 August",
            "Monday 7 September",
        ] {
            page.clone().says(day);
        }
        let rest = [("circle", ""), ("from", "2026-07-06"), ("to", "2026-07-19")];
        town.as_person("Chidi")
            .post("/rest-seasons", &rest)
            .expect(303);
        let page = town.as_person("Noor").get(&season).expect(200);
        let july = evenings(&page)[3].clone();
        let offered = "We all rest until Sunday 19 July. How about Monday 20 July?";
        page.says(offered);
        town.as_person("Noor").get(&july).expect(200).says(offered);
        // Two who would hold it cannot invite into the rest.
        willing(town, &season, &["Chidi", "Rosa", "Noor", "Bo"]);
        town.as_person("Noor")
            .post(&format!("{season}/turns"), &[])
            .expect(303);
        for who in ["Noor", "Bo"] {
            town.as_person(who)
                .post(&format!("{july}/host"), &[("do", "yes")])
                .expect(303);
        }
        let fields = [
            ("question", "What rests in us?"),
            ("on_day", "2026-07-06"),
            ("dial_in", "555 0188"),
        ];
        let words = |at: &'static str| {
            [
                ("version", at),
                fields[0],
                fields[1],
                fields[2],
                ("at_time", "18:00"),
            ]
        };
        town.as_person("Noor")
            .post(&format!("{july}/change"), &words("1"))
            .expect(303);
        town.as_person("Noor")
            .post(&format!("{july}/invite"), &[])
            .expect(409)
            .says("Move it to Monday 20 July");
        town.as_person("Bo")
            .post(&format!("{july}/move"), &[])
            .expect(303);
        town.as_person("Bo")
            .post(&format!("{july}/move"), &[])
            .expect(409);
        town.as_person("Noor")
            .post(&format!("{july}/invite"), &[])
            .expect(303);
        town.stranger()
            .get("/come")
            .expect(200)
            .says("What rests in us?")
            .says("Monday 20 July, 18:00")
            .says("555 0188");
    });
}

#[test]
fn chidi_and_rosa_host_april_and_neither_can_be_put_down_for_may() {
    on_both(|town| {
        let season = season(town);
        let page = town.as_person("Noor").get(&season).expect(200);
        let all = evenings(&page);
        assert_eq!(all.len(), 6);
        // Of too few somebody would host twice running.
        willing(town, &season, &["Chidi", "Rosa", "Noor"]);
        town.as_person("Noor")
            .post(&format!("{season}/turns"), &[])
            .expect(409)
            .says("At least four");
        town.as_person("Luz")
            .post(&format!("{season}/willing"), &[("do", "yes")])
            .expect(409)
            .says("Usted descansa ahora");
        willing(town, &season, &["Bo"]);
        town.as_person("Bo")
            .post(&format!("{season}/turns"), &[])
            .expect(409)
            .says("Only those who hold it");
        town.as_person("Noor")
            .post(&format!("{season}/turns"), &[])
            .expect(303);
        town.as_person("Noor")
            .get(&all[0])
            .expect(200)
            .says("Held by Chidi and Rosa");
        town.as_person("Noor")
            .get(&all[1])
            .expect(200)
            .says("Held by Noor and Bo");
        for who in ["Chidi", "Rosa"] {
            town.as_person("Noor")
                .post(&format!("{}/host", all[1]), &[("do", "yes")])
                .expect(303);
            town.as_person("Noor")
                .post(&format!("{}/second", all[1]), &[("second", who)])
                .expect(409)
                .says("Nobody holds two running");
        }
        town.as_person("Noor")
            .post(&format!("{}/second", all[1]), &[("second", "Mateo")])
            .expect(303);
        // By lot: the list is closed, then dice fall.
        let other = season_of_four(town);
        let draw = format!("{other}/draw");
        let dice = [("rolls", "3141 5265 3514 2662 3154")];
        town.as_person("Noor")
            .post(&draw, &dice)
            .expect(409)
            .says("Close the list first");
        town.as_person("Noor")
            .post(&format!("{other}/list"), &[])
            .expect(303);
        town.as_person("Bo")
            .post(&format!("{other}/willing"), &[("do", "no")])
            .expect(409);
        town.as_person("Noor")
            .post(&draw, &[("rolls", "31")])
            .expect(422);
        let drawn = town.as_person("Noor").post(&draw, &dice).expect(200);
        let list = drawn.between("<pre>", "</pre>");
        let hash = drawn.between("Its hash: ", "<");
        let order = lots_again(&list, &hash, "31415265351426623154");
        let page = town.as_person("Noor").get(&other).expect(200);
        let pair = format!("Held by {} and {}", order[0], order[1]);
        page.says(&pair);
    });
}

fn season_of_four(town: &Town) -> String {
    let other = season(town);
    willing(town, &other, &["Chidi", "Rosa", "Noor", "Bo"]);
    other
}

/// The season with its turns, and its first evening, which Chidi and Rosa said yes to hold.
fn april_is_held(town: &Town) -> (String, String) {
    let season = season_of_four(town);
    town.as_person("Noor")
        .post(&format!("{season}/turns"), &[])
        .expect(303);
    let page = town.as_person("Noor").get(&season).expect(200);
    let april = evenings(&page)[0].clone();
    for who in ["Chidi", "Rosa"] {
        town.as_person(who)
            .post(&format!("{april}/host"), &[("do", "yes")])
            .expect(303);
    }
    (season, april)
}

/// Anybody draws again.
fn lots_again(list: &str, hash: &str, dice: &str) -> Vec<String> {
    lots::recompute(list, hash, dice, 4).unwrap().order
}

#[test]
fn eleven_come_two_of_them_by_phone_and_four_groups_are_drawn_and_kept_nowhere() {
    on_both(|town| {
        let (_, april) = april_is_held(town);
        let threes = format!("{april}/threes?people=11&callers=2");
        town.as_person("Bo").get(&threes).expect(404);
        town.as_person("Noor").get(&threes).expect(409);
        let mut drawn = std::collections::BTreeSet::new();
        for _ in 0..8 {
            let page = town.as_person("Chidi").get(&threes).expect(200);
            let groups: Vec<Vec<String>> = page
                .body
                .split("<div class=\"item group\"><p>")
                .skip(1)
                .map(|rest| rest.split("</p>").next().unwrap())
                .map(|group| group.split(" · ").map(str::to_owned).collect())
                .collect();
            let sizes: Vec<usize> = groups.iter().map(Vec::len).collect();
            assert_eq!(sizes, [3, 3, 3, 2]);
            page.says("caller 1").says("caller 2").says_not("caller 3");
            drawn.insert(groups);
        }
        assert!(drawn.len() > 1, "drawn afresh each time");
        town.as_person("Chidi")
            .get(&format!("{april}/threes?people=1"))
            .expect(422);
    });
}

#[test]
fn the_letter_has_seven_parts_and_reaches_the_room_three_days_before_anybody_else() {
    on_both(|town| {
        let (season, april) = april_is_held(town);
        let words = [
            ("version", "1"),
            ("question", "Who holds those who hold?"),
            ("on_day", "2026-04-06"),
            ("at_time", "18:00"),
        ];
        let chidi = town.as_person("Chidi");
        chidi.post(&format!("{april}/invite"), &[]).expect(422);
        chidi.post(&format!("{april}/change"), &words).expect(303);
        chidi.post(&format!("{april}/invite"), &[]).expect(303);
        town.set_clock("2026-04-06 19:30");
        town.as_person("Chidi")
            .post(&format!("{april}/gathered"), &[])
            .expect(303);
        let lines = [
            ("heard", "Holding is passed on."),
            ("characteristic", "Nobody counts."),
            ("practice", "Soup first."),
            ("tension", "Care pulls two ways."),
            ("meaning", "We are many hands."),
        ];
        for (part, line) in lines {
            writes(town, "Chidi", &april, &[("part", part), ("line", line)]).expect(303);
        }
        let quote = [
            ("part", "quote"),
            ("line", "I put it down."),
            ("whose", "Kezia"),
        ];
        writes(town, "Chidi", &april, &quote).expect(303);
        let room = format!("{april}/room");
        town.as_person("Chidi")
            .post(&room, &[])
            .expect(409)
            .says("a line in each of its parts");
        let more = [
            ("invitation", "Hold one evening with us."),
            ("question_on", "What do we put down?"),
        ];
        for (part, line) in more {
            writes(town, "Rosa", &april, &[("part", part), ("line", line)]).expect(303);
        }
        town.as_person("Rosa").post(&room, &[]).expect(303);
        let letter = april.replace("/gatherings/", "/letters/");
        for who in ["Noor", "Chidi", "Bo"] {
            town.as_person(who).get(&letter).expect(404);
        }
        town.as_person("Noor")
            .get(&format!("{april}/harvest"))
            .expect(200)
            .says("With the room until Thursday 9 April, 19:30");
        town.set_clock("2026-04-09 19:29");
        share(town, "Chidi", &april, "circle").expect(409);
        town.set_clock("2026-04-09 19:30");
        share(town, "Chidi", &april, "circle").expect(303);
        for far in ["network", "public"] {
            for who in ["Chidi", "Rosa"] {
                share(town, who, &april, far).expect(303);
            }
        }
        let page = town.stranger().get(&letter).expect(200);
        let headings = page.body.matches("<h2>").count();
        assert_eq!(headings, 8, "seven, and the question we leave with");
        page.says("Who holds those who hold?")
            .says("Soup first.")
            .says("What do we put down?")
            .says_not("I put it down.")
            .says_not("Chidi");
        let today = town.as_person("Kezia").get("/today").expect(200);
        let id = today.between("/words-of-mine/", "\"");
        town.as_person("Kezia")
            .post(&format!("/harvest-lines/{id}/yes"), &[])
            .expect(303);
        town.stranger()
            .get(&letter)
            .expect(200)
            .says("“I put it down.”")
            .says_not("Kezia");
        // May grows from the question April left with.
        let may = evenings(&town.as_person("Noor").get(&season).expect(200))[1].clone();
        town.as_person("Noor")
            .post(&format!("{may}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Noor")
            .get(&format!("{may}/change"))
            .expect(200)
            .says("What do we put down?");
    });
}
