//! P30: whether the web would hold.

use holdfast::testing::{Town, on_both};
use kernel::{Day, PersonId, Role, Standing};

/// Twelve people in two fully tied groups of six, one in Aid, one in Housing, joined by F and G; Noor, who
/// weaves, is one of Housing. Everybody else of the cast is in their first weeks.
fn two_groups(town: &Town) -> Vec<PersonId> {
    let network = town.house.network().id;
    let everybody = town.data(|conn| Ok(people::standings(conn, network)?));
    for (person, standing) in everybody {
        if standing.reads_as_member() && person != town.person("Noor") {
            let first = Standing::Participant;
            town.data(|conn| people::set_standing(conn, network, person, first));
        }
    }
    let mut all = Vec::new();
    for (at, name) in ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"]
        .iter()
        .enumerate()
    {
        let circle = if at < 6 { "aid" } else { "housing" };
        all.push(town.add(name, Standing::Member, &[circle]));
    }
    let (noor, housing) = (town.person("Noor"), town.circle("housing"));
    let today = town.house.network().zone.day_of(town.house.now());
    town.data(|conn| people::add_to_circle(conn, network, housing, noor, today));
    all.push(noor);
    for group in [0, 6] {
        for one in group..group + 6 {
            for other in one + 1..group + 6 {
                tie(town, (all[one], all[other]), today);
            }
        }
    }
    tie(town, (all[5], all[6]), today);
    town.hold("Noor", Role::Weaver, "coordinating", "2026-07-12");
    all
}

fn tie(town: &Town, two: (PersonId, PersonId), day: Day) {
    town.data(|conn| ties::play::count_tie(conn, &town.house, two, day));
}

#[test]
fn two_people_are_the_only_link_until_e_and_h_are_introduced() {
    on_both(|town| {
        town.set_clock("2026-04-01 08:00");
        two_groups(town);
        town.as_person("A").get("/network").expect(404);
        town.tick();
        town.as_person("A")
            .get("/network")
            .says("All 12 of us can reach each other")
            .says(
                "Two people are the only link between parts of us. If one of them were away, fewer \
                 than half of the remaining pairs could still reach each other (25 of 55).",
            )
            .says("One introduction would be enough")
            .says("One friendship alone joins two parts of us")
            .says_not("of our ties cross circles")
            .says_not("joined through single people")
            .says_not("class=\"web\"");
        // Whoever weaves: circles and a shape, no names.
        town.as_person("Noor")
            .get("/network")
            .says("Aid and Housing Campaign are joined through single people.")
            .says("class=\"web\"");
        let weaver = town.as_person("Noor").get("/network").expect(200).body;
        for name in ["F", "G"] {
            assert!(!weaver.contains(&format!(">{name}<")), "{name}");
        }
        assert_eq!(weaver.matches("r=\"14\"").count(), 12);
        // F and G learn it, each for themself; nobody else does.
        for (who, whom) in [("F", "and G."), ("G", "introduce F and")] {
            town.as_person(who)
                .get("/ties")
                .says("only through you")
                .says("Would you like help sharing this?")
                .says(whom);
        }
        for who in ["A", "E", "H", "Noor"] {
            town.as_person(who)
                .get("/ties")
                .says_not("only through you");
        }
        // Somebody introduces E and H; both say yes, meet, and both count it.
        let fields = [("one", "E"), ("other_one", "H"), ("cares", "music")];
        town.as_person("Noor")
            .post("/introductions", &fields)
            .expect(303);
        for who in ["E", "H"] {
            let who = town.as_person(who);
            let ask = who.get("/ties").between("action=\"/introductions/", "/yes");
            who.post(&format!("/introductions/{ask}/yes"), &[])
                .expect(303);
        }
        let page = town.as_person("E").get("/ties").expect(200);
        let there = format!(
            "/one-to-ones/{}",
            page.between("href=\"/one-to-ones/", "\"")
        );
        for (who, deed) in [("E", "met"), ("H", "met"), ("E", "count"), ("H", "count")] {
            town.as_person(who)
                .post(&format!("{there}/{deed}"), &[("would", "yes")])
                .expect(303);
        }
        town.tick();
        town.as_person("A")
            .get("/network")
            .says("No single person&#39;s absence would separate us.")
            .says("At least 2 people would have to be away");
        for who in ["F", "G"] {
            town.as_person(who)
                .get("/ties")
                .says_not("only through you");
        }
    });
}

/// One leaves and eleven remain: there is no network page, only personal ones; and nothing of who left.
#[test]
fn eleven_have_no_network_page() {
    on_both(|town| {
        town.set_clock("2026-04-01 08:00");
        let all = two_groups(town);
        town.tick();
        town.as_person("A")
            .get("/ties")
            .says("Whether we would hold");
        let network = town.house.network().id;
        town.data(|conn| people::set_standing(conn, network, all[10], Standing::Dormant));
        town.as_person("A").get("/network").expect(404);
        town.as_person("A")
            .get("/ties")
            .expect(200)
            .says("Counts until")
            .says_not("Whether we would hold");
        // Newcomers and partners have none either way.
        for who in ["Bo", "Priya"] {
            town.as_person(who).get("/network").expect(404);
        }
    });
}

/// A month later the picture is made anew, and there is no other.
#[test]
fn the_picture_is_made_anew_each_month_and_has_no_history() {
    on_both(|town| {
        town.set_clock("2026-04-14 08:00");
        let all = two_groups(town);
        town.tick();
        town.as_person("A").get("/network").says("Tuesday 14 April");
        let today = Day::new(2026, 4, 20).unwrap();
        town.set_clock("2026-04-20 08:00");
        tie(town, (all[4], all[7]), today);
        town.tick();
        town.as_person("A")
            .get("/network")
            .says("Two people are the only link")
            .says("Tuesday 14 April");
        town.set_clock("2026-05-01 04:00");
        town.tick();
        town.as_person("A")
            .get("/network")
            .says("No single person&#39;s absence")
            .says("Friday 1 May");
    });
}

/// The picture as it was stored: its id, and the wrapped key of what is drawn.
fn stored(town: &Town) -> (Vec<u8>, store::WrappedKey) {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Binary};
    #[derive(QueryableByName)]
    struct Stored {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
        #[diesel(sql_type = Binary)]
        row_key: store::WrappedKey,
    }
    let sql = "select id, row_key from pictures";
    let row: Stored = town.data(|conn| Ok(sql_query(sql).get_result(conn)?));
    (row.id, row.row_key)
}

/// There is no history: a copy of the picture before this one opens no more after the night in which it
/// was made anew, in the middle of a month too.
#[test]
fn the_picture_before_cannot_be_read_after_a_night() {
    on_both(|town| {
        town.set_clock("2026-04-01 08:00");
        two_groups(town);
        town.tick();
        town.until("2026-04-10 08:00");
        let introduced = [("one", "E"), ("other_one", "H"), ("cares", "cold boilers")];
        let noor = town.as_person("Noor");
        noor.post("/introductions", &introduced).expect(303);
        for who in ["E", "H"] {
            let person = town.as_person(who);
            let asks = person
                .get("/ties")
                .between("action=\"/introductions/", "/yes");
            let yes = format!("/introductions/{asks}/yes");
            person.post(&yes, &[]).expect(303);
        }
        // The next day nothing else is erased.
        town.until("2026-04-11 08:00");
        let (id, before) = stored(town);
        for what in ["met", "count"] {
            for who in ["E", "H"] {
                let person = town.as_person(who);
                let there = person.get("/ties").between("href=\"/one-to-ones/", "\"");
                let there = format!("/one-to-ones/{there}/{what}");
                person.post(&there, &[("would", "yes")]).expect(303);
            }
        }
        town.until("2026-04-12 08:00");
        let network = town.house.network().id;
        let (now, after) = stored(town);
        assert_ne!(now, id, "it was made anew");
        let opens = |id: &[u8], key: &store::WrappedKey| {
            let at = store::Row {
                network: &network,
                table: "pictures",
                id: id.try_into().unwrap(),
            };
            town.house.vault.open_key(at, key).is_ok()
        };
        assert!(opens(&now, &after));
        assert!(!opens(&id, &before));
    });
}
