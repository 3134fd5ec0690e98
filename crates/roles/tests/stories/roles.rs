//! What a role is, who reads what of it, and what is refused.

use super::tools::{count, new_role, opens, role, writes_down};
use holdfast::testing::{carried_away, on_both};

#[test]
fn roles_are_there_by_themselves_and_more_are_written() {
    on_both(|town| {
        let aid = format!("/circles/{}", town.circle("aid"));
        let noor = town.as_person("Noor");
        noor.get(&aid).expect(200).says(&format!("{aid}/roles"));
        noor.get(&format!("{aid}/roles"))
            .expect(200)
            .says("Amara, until Sunday 12 July (since the founding")
            .says("answers the line")
            .says("Two people or more could do this tomorrow");
        let treasury = format!("/circles/{}/roles", town.circle("treasury"));
        noor.get(&treasury)
            .says("treasurer")
            .says("Nobody holds it");
        // Only whoever looks after the circle writes one.
        noor.get(&format!("{aid}/roles/new")).expect(404);
        noor.post(&format!("{aid}/roles/new"), &[]).expect(409);
        let opens = "The intake phone\nThe shed";
        let lead = new_role(
            town,
            "Amara",
            "aid",
            &[("name", "driving"), ("opens", opens)],
        );
        noor.get(&lead)
            .expect(200)
            .says("driving")
            .says("Opens the meeting")
            .says("At most 2 terms in a row")
            .says_not("The intake phone");
        // What it opens is the circle's, and a key of one role only is said to be one.
        let bo = town.as_person("Bo");
        bo.get(&lead).says("The intake phone");
        bo.get(&format!("{aid}/roles"))
            .says("“The shed” stands with one role only");
        noor.get(&format!("{aid}/roles")).says_not("The shed");
        // The stewardship opens the phone too.
        let steward = role(town, "aid", "steward");
        let amara = town.as_person("Amara");
        let fields = [
            ("opens", "the intake phone"),
            ("months", "12"),
            ("most_running", "1"),
        ];
        amara
            .post(&format!("{steward}/change"), &fields)
            .expect(303);
        bo.get(&format!("{aid}/roles"))
            .says("“The shed”")
            .says_not("“The intake phone”");
        bo.get(&steward)
            .says("A term is 12 months at most")
            .says("One term, and then somebody else")
            .says("steward");
        // Set down when nobody holds it.
        writes_down(town, "Amara", "aid", ("Bo", &lead), "").expect(303);
        amara.post(&format!("{lead}/set-down"), &[]).expect(409);
        let ends = [
            ("person", &*town.person("Bo").to_string()),
            ("role", lead.trim_start_matches("/roles/")),
        ];
        bo.post(&format!("{aid}/roles/end"), &ends).expect(303);
        amara.post(&format!("{lead}/set-down"), &[]).expect(303);
        noor.get(&lead).expect(404);
    });
}

#[test]
fn whatever_is_typed_gets_a_sentence_and_stays() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let path = format!("/circles/{}/roles/new", town.circle("aid"));
        let write = |change: (&'static str, String)| {
            let mut fields = vec![
                ("name", "notes".to_owned()),
                ("purpose", "Writes down what was agreed.".to_owned()),
                ("months", "6".to_owned()),
                ("most_running", "2".to_owned()),
            ];
            fields.retain(|(name, _)| *name != change.0);
            fields.push(change);
            let fields: Vec<(&str, &str)> = fields
                .iter()
                .map(|(name, value)| (*name, &**value))
                .collect();
            amara.post(&path, &fields)
        };
        let of = |name: &'static str, value: &str| (name, value.to_owned());
        write(of("months", "13"))
            .expect(422)
            .says("1 to 12 months")
            .says("Writes down what was agreed.");
        for (name, value) in [
            ("months", "a while"),
            ("months", "-1"),
            ("months", "999999999999999999999"),
            ("most_running", "3"),
            ("most_running", ""),
            ("name", ""),
            ("purpose", "  "),
            ("opens", "Password: hunter2"),
            ("domain", "the pin: 4711"),
        ] {
            write(of(name, value)).expect(422);
        }
        write(("name", "x".repeat(61))).expect(422);
        write(("opens", "a\n".repeat(21))).expect(422);
        write(of("name", "né\u{202e}w <script>, 'x'")).expect(303);
        // The same of a term.
        let steward = role(town, "aid", "steward");
        writes_down(town, "Amara", "aid", ("Bo", &steward), "2026-09-03")
            .expect(422)
            .says("ends within six months")
            .says("until Wednesday 2 September");
        writes_down(town, "Amara", "aid", ("Bo", &steward), "soon").expect(422);
        writes_down(town, "Amara", "aid", ("Bo", &steward), "2026-03-01").expect(422);
        writes_down(town, "Amara", "aid", ("Noor", &steward), "").expect(409);
        writes_down(town, "Amara", "aid", ("Luz", &steward), "")
            .expect(409)
            .says("not resting");
        writes_down(town, "Amara", "aid", ("Farid", &steward), "").expect(409);
        writes_down(town, "Bo", "aid", ("Bo", &steward), "").expect(409);
        writes_down(town, "Amara", "aid", ("Bo", "shift"), "").expect(404);
        for nonsense in [
            "/roles/x",
            "/choosings/x",
            "/roles/x/sheet",
            "/circles/x/roles",
        ] {
            amara.get(nonsense).expect(404);
        }
        for (path, fields) in [
            ("choose", [("kind", "vote"), ("person", "")]),
            ("shadow", [("do", "in"), ("term", "x")]),
        ] {
            amara
                .post(&format!("{steward}/{path}"), &fields)
                .expect(404);
        }
    });
}

/// What one may not see answers like what is not there, while the network is careful too.
#[test]
fn what_one_may_not_see_is_not_there() {
    on_both(|town| {
        let steward = role(town, "aid", "steward");
        let choosing = opens(town, "Bo", &steward, &[("kind", "selection")]);
        let nowhere = "/choosings/00000000-0000-4000-8000-000000000000";
        let noor = town.as_person("Noor");
        let (there, gone) = (noor.get(&choosing), noor.get(nowhere));
        assert_eq!((there.status, gone.status), (404, 404));
        let clean = |body: String, path: &str| body.replace(path, "").replace(nowhere, "");
        assert_eq!(clean(there.body, &choosing), clean(gone.body, &choosing));
        for what in [
            "criteria", "on", "nominate", "propose", "say", "answer", "willing", "promise",
            "freeze", "roll", "reveal", "stop",
        ] {
            noor.post(&format!("{choosing}/{what}"), &[]).expect(404);
            let stranger = town.stranger().post(&format!("{choosing}/{what}"), &[]);
            assert_eq!(stranger.expect(303).location(), "/sign-in");
        }
        noor.get(&format!("{steward}/sheet")).expect(404);
        noor.get(&format!("{steward}/change")).expect(404);
        noor.post(&format!("{steward}/choose"), &[("kind", "selection")])
            .expect(404);
        for who in ["Farid", "Priya"] {
            town.as_person(who).get(&steward).expect(404);
            town.as_person(who)
                .get(&format!("/circles/{}/roles", town.circle("aid")))
                .expect(404);
        }
        // Careful: names are the circle's own.
        noor.get(&steward).says("Amara, until");
        let guard = |who: &str, path: &str, fields: &[(&str, &str)]| {
            town.as_person(who).post(path, fields).expect(303)
        };
        guard("Amara", "/posture", &[("kind", "guard")]);
        let yes = town
            .as_person("Chidi")
            .get("/posture")
            .between("action=\"/posture/", "/yes");
        guard("Chidi", &format!("/posture/{yes}/yes"), &[]);
        noor.get(&steward)
            .expect(200)
            .says_not("Amara, until")
            .says("names stand only on the pages of your own circles");
        town.as_person("Bo").get(&steward).says("Amara, until");
        noor.get(&format!("/circles/{}/roles", town.circle("aid")))
            .says_not("Amara");
    });
}

/// Seizure: what people wrote of roles and in choosings does not lie in clear.
#[test]
fn nothing_people_wrote_lies_in_clear() {
    on_both(|town| {
        if town.is_postgres() {
            return;
        }
        let canaries = ["canary-purpose", "canary-key", "canary-need", "canary-why"];
        let fields = [("purpose", canaries[0]), ("opens", canaries[1])];
        let notes = new_role(town, "Amara", "aid", &fields);
        let choosing = opens(town, "Amara", &notes, &[("kind", "selection")]);
        let sam = town.person("Sam").to_string();
        let amara = town.as_person("Amara");
        let post = |what: &str, fields: &[(&str, &str)]| {
            amara
                .post(&format!("{choosing}/{what}"), fields)
                .expect(303)
        };
        post("criteria", &[("criteria", canaries[2])]);
        post("on", &[]);
        post("nominate", &[("person", &sam), ("why", canaries[3])]);
        assert_eq!(count(town, "nominations"), 1);
        let all = carried_away(town.folder());
        for canary in canaries
            .iter()
            .map(|text| text.as_bytes())
            .chain([sam.as_bytes()])
        {
            assert!(!all.windows(canary.len()).any(|window| window == canary));
        }
    });
}

#[test]
fn the_pages_stand_in_spanish_too() {
    on_both(|town| {
        let steward = role(town, "aid", "steward");
        let bo = || town.as_person("Bo").with_cookie("lang", "es");
        bo().get(&steward)
            .expect(200)
            .says("cuida el círculo")
            .says("Todavía sin sombra")
            .says("Empezar una ronda de selección");
        bo().get(&format!("{steward}/sheet"))
            .expect(200)
            .says("Entrega: cuida el círculo")
            .says("Lo que está abierto ahora");
        let choosing = opens(town, "Bo", &steward, &[("kind", "lot")]);
        bo().get(&choosing)
            .expect(200)
            .says("¿Quién quiere entrar en el sorteo?");
    });
}
