//! The short way from a gathering to a decision and on: a campaign waits for those it falls on (P22, P25),
//! time that is paid stands in the plan, and from what pulls two ways it is one step to a proposal.

use super::tools::{line, share, staying, takes_place, there, writes};
use holdfast::testing::{Town, on_both};

/// Tenants gather, convened by Esi, who is of Housing.
#[track_caller]
fn tenants(town: &Town) -> String {
    let about = [
        ("name", "Tenants"),
        ("about", "Tenants of the river blocks"),
    ];
    there(town.as_person("Esi").post("/caucuses", &about))
}

/// Jonah begins a campaign of Housing and asks Kezia; she has said yes.
#[track_caller]
fn campaign(town: &Town, falls: &str) -> String {
    let circle = town.circle("housing").to_string();
    let fields = [
        ("of_circle", circle.as_str()),
        ("gathers", "campaign"),
        ("question", "Who may stay by the river?"),
        ("second", "Kezia"),
        ("on_day", "2026-06-01"),
        ("at_time", "18:00"),
        ("ends", "2026-12-01"),
        ("aim", "The blocks stay homes"),
        ("demands", "A list of every flat that stands empty"),
        ("falls", falls),
    ];
    let here = there(town.as_person("Jonah").post("/gatherings", &fields));
    town.as_person("Kezia")
        .post(&format!("{here}/host"), &[("do", "yes")])
        .expect(303);
    here
}

/// Everybody of Housing consents to what is there.
#[track_caller]
fn all_consent(town: &Town, decision: &str) {
    for who in ["Jonah", "Kezia", "Esi"] {
        town.as_person(who)
            .post(
                &format!("{decision}/say"),
                &[("kind", "consent"), ("words", "")],
            )
            .expect(303);
    }
}

#[test]
fn a_campaign_invites_nobody_before_those_it_falls_on_have_said_yes() {
    on_both(|town| {
        let caucus = tenants(town);
        town.set_clock("2026-03-09 09:00");
        let here = campaign(town, "tenants");
        let invite = format!("{here}/invite");
        let jonah = town.as_person("Jonah");
        jonah
            .post(&invite, &[])
            .expect(409)
            .says("decided with those it falls on first");
        jonah
            .get(&here)
            .expect(200)
            .says("decided with them before anybody is invited")
            .says("Ask the circle and those it falls on")
            .says_not("Invite people");
        // Whoever does not hold it asks nobody.
        let ask = format!("{here}/ask");
        town.as_person("Esi").post(&ask, &[]).expect(409);
        town.as_person("Bo").post(&ask, &[]).expect(404);
        let decision = there(jonah.post(&ask, &[]));
        jonah.post(&ask, &[]).expect(409);
        jonah.get(&here).expect(200).says(&decision);
        // The convenor is asked on her own page, and on her day.
        town.as_person("Esi")
            .get("/today")
            .says("You are asked about something that falls on you");
        let asked = town
            .as_person("Esi")
            .get(&caucus)
            .expect(200)
            .says("A list of every flat");
        let gate = asked.between("action=\"/gates/", "/answer");
        for _ in 0..2 {
            jonah.post(&format!("{decision}/on"), &[]).expect(303);
        }
        all_consent(town, &decision);
        let adopt = format!("{decision}/adopt");
        let review = [("review_on", "2026-06-07")];
        town.set_clock("2026-03-30 09:00");
        jonah
            .post(&adopt, &review)
            .expect(409)
            .says("have not said yes");
        jonah.post(&invite, &[]).expect(409);
        // Yes, if no address is in it. The circle changes what it asks for, and asks them anew.
        let answer = format!("/gates/{gate}/answer");
        let esi = town.as_person("Esi");
        let yes_if = [("answer", "yes_if"), ("words", "no addresses")];
        esi.post(&answer, &yes_if).expect(303);
        let amended = [
            ("words", "How many flats stand empty, and no address"),
            ("meaning", "changed"),
        ];
        jonah
            .post(&format!("{decision}/amend"), &amended)
            .expect(303);
        all_consent(town, &decision);
        esi.post(&answer, &[("answer", "yes")]).expect(303);
        town.set_clock("2026-04-03 09:00");
        jonah.post(&adopt, &review).expect(303);
        jonah.post(&invite, &[]).expect(303);
        // What it asks for is what was decided, whatever was written at first.
        town.as_person("Esi")
            .get(&here)
            .expect(200)
            .says("was decided with those it falls on")
            .says("How many flats stand empty, and no address")
            .says_not("A list of every flat");
        jonah
            .get(&format!("{here}/change"))
            .expect(200)
            .says("How many flats stand empty, and no address");
        // When the decision ends, nothing more is begun in it.
        jonah.post(&format!("{decision}/end"), &[]).expect(303);
        let meeting = [
            ("of_circle", town.circle("housing").to_string()),
            ("gathers", "gathering".to_owned()),
            ("on_day", "2026-06-09".to_owned()),
            ("at_time", "19:00".to_owned()),
            ("question", "Who phones whom?".to_owned()),
            ("within", here.trim_start_matches("/gatherings/").to_owned()),
        ];
        let meeting: Vec<(&str, &str)> = meeting.iter().map(|(n, v)| (*n, v.as_str())).collect();
        jonah
            .post("/gatherings", &meeting)
            .expect(409)
            .says("decided with those it falls on first");
    });
}

/// A caucus that dissolves opens nothing: the campaign names somebody else, or waits.
#[test]
fn a_caucus_that_dissolves_leaves_the_campaign_waiting() {
    on_both(|town| {
        let caucus = tenants(town);
        let here = campaign(town, "Tenants");
        town.as_person("Esi")
            .post(&format!("{caucus}/leave"), &[])
            .expect(303);
        town.as_person("Esi").get(&caucus).expect(404);
        let jonah = town.as_person("Jonah");
        let invite = format!("{here}/invite");
        jonah.post(&invite, &[]).expect(409);
        jonah
            .post(&format!("{here}/ask"), &[])
            .expect(422)
            .says("No caucus has that name");
        // Words of people who gather as no caucus open no gate, and shut none.
        let page = jonah.get(&format!("{here}/change")).expect(200);
        let version = page.between("name=\"version\" value=\"", "\"");
        let fields = [
            ("version", version.as_str()),
            ("question", "Who may stay by the river?"),
            ("on_day", "2026-06-01"),
            ("at_time", "18:00"),
            ("ends", "2026-12-01"),
            ("demands", "A list of every flat that stands empty"),
            ("falls", "Whoever lives there"),
        ];
        jonah.post(&format!("{here}/change"), &fields).expect(303);
        jonah.post(&invite, &[]).expect(303);
    });
}

#[test]
fn time_that_is_paid_stands_in_the_plan() {
    on_both(|town| {
        let here = staying(town);
        let circle = town.circle("coordinating").to_string();
        let show = format!("{here}/show");
        let sheet = format!("{here}/sheet");
        for plan in [&show, &sheet] {
            town.as_person("Chidi")
                .get(plan)
                .expect(200)
                .says("Paid time: none is offered for this day.");
        }
        town.hold("Chidi", kernel::Role::Steward, "coordinating", "2026-07-12");
        let offer = town
            .as_person("Chidi")
            .get(&here)
            .expect(200)
            .says("Offer something for people&#39;s time")
            .between("href=\"/honoraria?", "\"");
        town.as_person("Chidi")
            .get(&format!("/honoraria?{}", offer.replace("&amp;", "&")))
            .expect(200)
            .says("value=\"2026-04-06\"")
            .says(&format!("<option value=\"{circle}\" selected>"));
        let fields = [
            ("circle", circle.as_str()),
            ("words", "Listening to tenants"),
            ("seats", "6"),
            ("amount", "$40"),
            ("on_day", "2026-04-06"),
        ];
        town.as_person("Chidi")
            .post("/honoraria", &fields)
            .expect(303);
        let line = "Paid time: Listening to tenants: 6 × $40, offered to all";
        for plan in [&show, &sheet, &here] {
            town.as_person("Chidi").get(plan).expect(200).says(line);
        }
        // Whoever is of another circle is invited, and reads nothing of another circle's money.
        town.as_person("Chidi")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        town.as_person("Bo").get(&here).expect(200).says_not("$40");
    });
}

#[test]
fn from_what_pulls_two_ways_it_is_one_step_to_a_proposal() {
    on_both(|town| {
        let here = staying(town);
        takes_place(town, &here);
        for (part, words) in [
            ("heard", "Staying is a practice."),
            ("tension", "Rest, or the Sunday line?"),
        ] {
            let fields = [("part", part), ("line", words)];
            writes(town, "Chidi", &here, &fields).expect(303);
        }
        let tension = line(town, "Chidi", &here, "Rest, or the Sunday line?");
        let heard = line(town, "Chidi", &here, "Staying is a practice.");
        let propose = format!("/harvest-lines/{tension}/propose");
        town.as_person("Chidi")
            .post(&format!("{here}/room"), &[])
            .expect(303);
        // It is the room's, and nothing to begin with elsewhere.
        town.as_person("Chidi").get(&propose).expect(404);
        town.set_clock("2026-04-10 09:00");
        share(town, "Chidi", &here, "circle").expect(303);
        let letter = here.replace("/gatherings/", "/letters/");
        town.as_person("Noor")
            .get(&letter)
            .expect(200)
            .says("Propose something about it")
            .says(&propose);
        town.as_person("Bo").get(&propose).expect(404);
        town.as_person("Noor")
            .get(&format!("/harvest-lines/{heard}/propose"))
            .expect(404);
        let page = town.as_person("Noor").get(&propose).expect(200);
        page.says("value=\"Rest, or the Sunday line?\"")
            .says(">Rest, or the Sunday line?</textarea>");
        // Nothing is proposed by looking.
        town.as_person("Noor")
            .get("/decisions")
            .says_not("the Sunday line");
        let circle = town.circle("coordinating").to_string();
        let fields = [
            ("circle", circle.as_str()),
            ("class", "everyday"),
            ("title", "Rest, or the Sunday line?"),
            ("words", "The line rests every second Sunday."),
        ];
        let decision = there(town.as_person("Noor").post("/decisions", &fields));
        for _ in 0..2 {
            town.as_person("Noor")
                .post(&format!("{decision}/on"), &[])
                .expect(303);
        }
        let network = town.house.network().id;
        let coordinating = town.circle("coordinating");
        let all = town.data(|conn| Ok(people::members_of(conn, network, coordinating)?));
        for person in all {
            let name = town.data(|conn| people::name_of(conn, &town.house.vault, network, person));
            town.as_person(&name).post(
                &format!("{decision}/say"),
                &[("kind", "consent"), ("words", "")],
            );
        }
        town.set_clock("2026-04-13 09:00");
        town.as_person("Noor")
            .post(&format!("{decision}/adopt"), &[("review_on", "2026-06-07")])
            .expect(303);
        // And from there to who does a part of it.
        let take_on = format!("/commitments/new?to=circle:{circle}");
        town.as_person("Noor")
            .get(&decision)
            .expect(200)
            .says(&take_on);
        town.as_person("Noor")
            .get(&take_on)
            .expect(200)
            .says(&format!("<option value=\"circle:{circle}\" selected>"));
    });
}
