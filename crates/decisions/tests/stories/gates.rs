//! P25: nothing about us without us.

use super::tools::{adopt, aid_is, propose, says, to_the_round};
use holdfast::testing::{Town, carried_away, on_both};

/// The Tenants' Caucus: Esi convenes; Jonah, Kezia and Bo are of it.
#[track_caller]
fn tenants(town: &Town) -> String {
    let fields = [
        ("name", "Tenants"),
        ("about", "Tenants who pay by the week"),
    ];
    let answer = town.as_person("Esi").post("/caucuses", &fields).expect(303);
    let there = answer.location().split('?').next().unwrap().to_owned();
    for who in ["Jonah", "Kezia", "Bo"] {
        town.as_person(who)
            .post(&format!("{there}/join"), &[])
            .expect(303);
        // Nobody but the convenor reads that somebody asks.
        let page = town.as_person("Esi").get(&there).expect(200);
        let page = page.says(&format!("{who} says that they are one of you"));
        let asks = page.between("name=\"asks\" value=\"", "\"");
        town.as_person("Amara")
            .post(
                &format!("{there}/welcome"),
                &[("asks", &asks), ("do", "yes")],
            )
            .expect(404);
        town.as_person("Esi")
            .post(
                &format!("{there}/welcome"),
                &[("asks", &asks), ("do", "yes")],
            )
            .expect(303);
    }
    there
}

#[test]
fn a_map_of_bad_landlords_waits_for_the_tenants() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        let caucus = tenants(town);
        // Outsiders see the convenor and a caucus of tenants: not who, and not how many.
        for who in ["Amara", "Ines", "Chidi", "Omar"] {
            let page = town.as_person(who).get(&caucus).expect(200);
            page.says("Tenants who pay by the week")
                .says("Esi convenes")
                .says_not("Jonah")
                .says_not("Kezia")
                .says_not("Who we are");
        }
        town.as_person("Bo")
            .get(&caucus)
            .says("Jonah")
            .says("Kezia");
        town.as_person("Priya").get(&caucus).expect(404);

        town.set_clock("2026-03-09 09:00");
        let there = propose(
            town,
            "Sam",
            "aid",
            "shared",
            "Publish a map of bad landlords",
        );
        to_the_round(town, "Sam", &there);
        // Rosa says on whom it falls; nobody reads that it was her.
        let falls = [("caucus", "Tenants")];
        let gate = format!("{there}/falls-on");
        town.as_person("Omar").post(&gate, &falls).expect(404);
        town.as_person("Rosa").post(&gate, &falls).expect(303);
        town.as_person("Bo")
            .post(&gate, &falls)
            .expect(409)
            .says("asked already");
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        let adopts = || adopt(town, "Sam", &there, "2026-06-07");
        town.set_clock("2026-03-13 09:00");
        adopts().expect(409).says("have not said yes");
        town.as_person("Esi")
            .get("/today")
            .expect(200)
            .says("You are asked about something that falls on you");
        // Three weeks of silence are no yes.
        town.set_clock("2026-03-30 09:00");
        adopts().expect(409).says("have not said yes");
        let page = town.as_person("Sam").get(&there).expect(200);
        let help = page.says("Ask what would help").between("/gates/", "/help");
        town.as_person("Sam")
            .post(&format!("/gates/{help}/help"), &[])
            .expect(303);
        town.as_person("Sam")
            .post(&format!("/gates/{help}/help"), &[])
            .expect(409)
            .says("asked that already");
        // Yes if.
        let answer = format!("/gates/{help}/answer");
        let yes_if = [
            ("answer", "yes_if"),
            ("words", "no addresses of tenants who complained"),
        ];
        town.as_person("Jonah").post(&answer, &yes_if).expect(404);
        let esi = town.as_person("Esi");
        esi.post(&answer, &[("answer", "yes_if")])
            .expect(422)
            .says("Say what would have to change");
        esi.post(&answer, &yes_if).expect(303);
        adopts().expect(409);
        town.as_person("Sam")
            .get(&there)
            .expect(200)
            .says("no addresses of tenants who complained");
        let changed = [
            (
                "words",
                "A map, without addresses of tenants who complained.",
            ),
            ("meaning", "changed"),
        ];
        town.as_person("Sam")
            .post(&format!("{there}/amend"), &changed)
            .expect(303);
        town.as_person("Esi")
            .post(&answer, &[("answer", "yes")])
            .expect(303);
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        adopts().expect(409).says("stays open for its whole time");
        town.set_clock("2026-04-02 09:00");
        adopts().expect(303);
        // Who is of it stands in no copy of the database in clear, and in nobody's export but theirs.
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["pay by the week", "bad landlords"] {
            assert!(!carried.contains(words), "{words}");
        }
        town.as_person("Bo")
            .get("/me/export")
            .expect(200)
            .says("Tenants");
    });
}

/// A text that changed since takes another yes; a caucus that dissolves opens nothing.
#[test]
fn a_yes_is_to_these_words_and_a_caucus_that_dissolves_opens_nothing() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        let caucus = tenants(town);
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "everyday", "A list of flats");
        to_the_round(town, "Sam", &there);
        let falls = [("caucus", "tenants")];
        town.as_person("Sam")
            .post(&format!("{there}/falls-on"), &falls)
            .expect(303);
        let page = town.as_person("Esi").get(&caucus).expect(200);
        let gate = page.between("/gates/", "/answer");
        let answer = format!("/gates/{gate}/answer");
        town.as_person("Esi")
            .post(&answer, &[("answer", "yes")])
            .expect(303);
        let changed = [("words", "Another list."), ("meaning", "changed")];
        town.as_person("Sam")
            .post(&format!("{there}/amend"), &changed)
            .expect(303);
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        town.set_clock("2026-03-12 09:00");
        let adopts = || adopt(town, "Sam", &there, "2026-06-07");
        adopts().expect(409).says("have not said yes");
        town.as_person("Sam")
            .get(&there)
            .says("They said yes to what it said before");
        // The convenor goes; the next of them convenes. All go: it stays shut.
        town.as_person("Esi")
            .post(&format!("{caucus}/leave"), &[])
            .expect(303);
        town.as_person("Esi")
            .post(&answer, &[("answer", "yes")])
            .expect(404);
        for who in ["Jonah", "Kezia", "Bo"] {
            town.as_person(who)
                .post(&format!("{caucus}/leave"), &[])
                .expect(303);
        }
        town.as_person("Amara").get(&caucus).expect(404);
        adopts().expect(409);
        town.as_person("Sam")
            .get(&there)
            .expect(200)
            .says("A caucus that is no more");
    });
}

/// What changes what we are needs those it falls on, and the network reads it.
#[test]
fn what_changes_what_we_are_is_read_by_all_and_asks_somebody() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        tenants(town);
        town.set_clock("2026-03-02 09:00");
        let there = propose(town, "Amara", "aid", "foundational", "We become a union");
        town.as_person("Omar").get(&there).expect(200);
        says(town, "Omar", &there, "reaction", "Hm").expect(404);
        to_the_round(town, "Amara", &there);
        for day in ["2026-03-03 19:00", "2026-03-10 19:00"] {
            town.set_clock(day);
            town.as_person("Amara")
                .post(&format!("{there}/sitting"), &[])
                .expect(303);
        }
        for who in &all {
            says(town, who, &there, "consent", "").expect(303);
        }
        // Who said what is the circle's.
        town.as_person("Omar").get(&there).says_not("Rosa: consent");
        town.set_clock("2026-03-23 10:00");
        adopt(town, "Amara", &there, "2026-12-01")
            .expect(409)
            .says("ask those it falls on first");
        town.as_person("Omar")
            .post(&format!("{there}/falls-on"), &[("caucus", "Tenants")])
            .expect(303);
        adopt(town, "Amara", &there, "2026-12-01")
            .expect(409)
            .says("have not said yes");
    });
}
