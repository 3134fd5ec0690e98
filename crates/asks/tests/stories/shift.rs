//! J2: a shift, from taking it to the note that the next holder confirms.

use super::tools::{on_shift, open_ask, written};
use holdfast::testing::on_both;

#[test]
fn a_shift_is_handed_on_in_three_lines() {
    on_both(|town| {
        town.set_clock("2026-03-10 09:00");
        let sam = on_shift(town, "Sam");
        let note = [
            ("line1", "Gus may call back"),
            ("line2", "I promised Dee an answer by noon"),
            ("line3", "the phone rings twice"),
        ];
        sam.post("/shift/end", &note).expect(303);
        sam.get("/asks/new").expect(409).says("take a shift first");
        let rosa = on_shift(town, "Rosa");
        let page = rosa
            .get("/shift")
            .expect(200)
            .says("Gus may call back")
            .says("rings twice");
        let confirm = page.between("action=\"/shift/note/", "\"");
        sam.post("/shift/take", &[("hours", "1")]).expect(303);
        sam.post(&format!("/shift/note/{confirm}"), &[])
            .expect(409)
            .says("the next holder confirms it");
        rosa.post(&format!("/shift/note/{confirm}"), &[])
            .expect(303);
        rosa.get("/shift").expect(200).says_not("Gus may call back");
    });
}

#[test]
fn the_shift_page_shows_four_lists_in_their_order() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        written(&sam, &[("words", "a new one")]);
        let (claimed, _) = open_ask(&sam, &[], "A claimed one");
        town.as_person("Bo")
            .post(&format!("/asks/{claimed}/claim"), &[])
            .expect(303);
        let page = sam.get("/shift").expect(200);
        let at = |words: &str| {
            page.body
                .find(words)
                .unwrap_or_else(|| panic!("no {words}"))
        };
        assert!(at(">New<") < at("a new one"));
        assert!(at("a new one") < at("Waiting for a plan"));
        assert!(at("Waiting for a plan") < at("A claimed one"));
        assert!(at("A claimed one") < at("Said done, no word yet"));
        assert!(at("Said done, no word yet") < at("Calls to make"));
    });
}

#[test]
fn only_who_answers_the_line_takes_a_shift() {
    on_both(|town| {
        town.as_person("Bo")
            .post("/shift/take", &[("hours", "4")])
            .expect(409)
            .says("A steward of Aid can add you");
        town.as_person("Bo").get("/shift").expect(404);
        town.stranger().get("/shift").expect(303);
    });
}

#[test]
fn could_you_suggests_three_at_most_that_fit_and_none_while_resting() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        for n in 0..5 {
            open_ask(
                &sam,
                &[("kind", "lift"), ("area", "East side")],
                &format!("Lift {n}"),
            );
        }
        open_ask(&sam, &[("kind", "food")], "Bread");
        let hana = town.as_person("Hana");
        hana.get("/today").expect(200).says_not("Lift");
        let offer = [
            ("kind", "lift"),
            ("area", ""),
            ("language", ""),
            ("words", "my car"),
        ];
        hana.post("/offers", &offer).expect(303);
        let today = hana.get("/today").expect(200).says_not("Bread");
        assert_eq!(today.body.matches("/claim").count(), 3);
        hana.post("/me/rest", &[]).expect(303);
        hana.get("/today").expect(200).says_not("Lift");
        hana.post("/me/return", &[]).expect(303);
        // P20: whoever has just come back lands softly; a week later she is asked again.
        hana.get("/today").expect(200).says_not("Lift");
        town.pass(7 * 86_400);
        hana.get("/today").expect(200).says("Lift");
        let north = [("kind", "lift"), ("area", "North side"), ("language", "es")];
        let lev = town.as_person("Lev");
        lev.post("/offers", &north).expect(303);
        lev.get("/today").expect(200).says_not("Lift");
    });
}

#[test]
fn luz_rests_and_is_not_sent() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, _) = open_ask(&sam, &[], "Food for 3");
        town.as_person("Luz")
            .post(&format!("/asks/{id}/claim"), &[])
            .expect(409)
            .says("descanso");
    });
}

#[test]
fn an_ask_is_handed_on_only_with_a_yes_and_the_partner_sees_that_one() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (no, _) = written(&sam, &[("words", "not for partners")]);
        let page = sam.get(&format!("/asks/{no}")).expect(200);
        page.says_not("/refer");
        let (yes, code) = written(&sam, &[("words", "see a doctor"), ("share_partner", "yes")]);
        let page = sam.get(&format!("/asks/{yes}")).expect(200);
        let options = page.between("name=\"to\">", "</select>");
        let clinic = options
            .split("<option value=\"")
            .find(|option| option.contains("Eastside Clinic"))
            .and_then(|option| option.split('"').next())
            .expect("the clinic");
        sam.post(&format!("/asks/{no}/refer"), &[("to", clinic)])
            .expect(409)
            .says("They have not said that a partner may be told");
        sam.post(&format!("/asks/{yes}/refer"), &[("to", clinic)])
            .expect(303);
        let nia = town.as_person("Nia");
        nia.get("/referred")
            .expect(200)
            .says(&code)
            .says("see a doctor")
            .says_not("not for");
        nia.get(&format!("/asks/{yes}"))
            .expect(200)
            .says("555 0142");
        nia.get(&format!("/asks/{no}")).expect(404);
        nia.get("/asks").expect(404);
        town.as_person("Priya")
            .get(&format!("/asks/{yes}"))
            .expect(404);
        town.pass(15 * 86_400);
        town.as_person("Nia")
            .get(&format!("/asks/{yes}"))
            .expect(404);
    });
}

#[test]
fn a_form_the_shift_sends_twice_is_one_ask_and_one_text() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let fields = [("once", "the same form"), ("channel", "text")];
        let first = written(&sam, &fields);
        assert_eq!(written(&sam, &fields), first);
        let texts = sam.get("/texts").expect(200);
        assert_eq!(texts.body.matches("we have it").count(), 1);
    });
}

#[test]
fn bo_says_i_can_for_the_clinic_where_the_asker_agreed_to_that() {
    on_both(|town| {
        let (network, bo) = (town.house.network(), town.person("Bo"));
        let clinic = town.data(|conn| {
            let all = people::organisations(conn, network.id)?;
            let clinic = all.iter().find(|(_, name)| name == "Eastside Clinic");
            let clinic = clinic.expect("the clinic").0;
            people::add_liaison(conn, network.id, clinic, bo, network.founded)?;
            Ok(clinic.to_string())
        });
        let sam = on_shift(town, "Sam");
        let (no, _) = open_ask(&sam, &[], "Food for 3");
        let bo = town.as_person("Bo");
        bo.get(&format!("/asks/{no}"))
            .expect(200)
            .says_not("For whom");
        let claim = |id: &str| (format!("/asks/{id}/claim"), [("for", clinic.clone())]);
        let post = |who: &holdfast::testing::Browser, id: &str| {
            let (path, fields) = claim(id);
            who.post(&path, &[("for", fields[0].1.as_str())])
        };
        post(&bo, &no).expect(409);
        let (yes, _) = open_ask(&sam, &[("share_partner", "yes")], "A lift on Friday");
        post(&town.as_person("Yuki"), &yes)
            .expect(409)
            .says("You do not speak for that organisation.");
        let page = format!("/asks/{yes}");
        bo.get(&page)
            .expect(200)
            .says("For whom")
            .says("Eastside Clinic");
        post(&bo, &yes).expect(303);
        bo.get(&page).expect(200).says("555 0142");
        sam.get(&page)
            .expect(200)
            .says("Bo speaks for Eastside Clinic in this.");
        // How to reach the asker is Bo's alone, not the clinic's.
        town.as_person("Nia").get(&page).expect(404);
        town.as_person("Nia")
            .get("/referred")
            .expect(200)
            .says_not("A lift on Friday");
        bo.post(&format!("{page}/unclaim"), &[]).expect(303);
        sam.get(&page).expect(200).says_not("speaks for");
    });
}

#[test]
fn twenty_of_a_long_list_stand_on_the_page_and_the_rest_behind_it() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        for n in 10..34 {
            town.pass(60);
            written(&sam, &[("words", &format!("number {n}"))]);
        }
        sam.get("/shift")
            .expect(200)
            .says("number 10")
            .says_not("number 31")
            .says("href=\"/shift/lists/new\">All ");
        sam.get("/shift/lists/new").expect(200).says("number 33");
        sam.get("/shift/lists/new?page=1")
            .expect(200)
            .says("Nothing.");
        sam.get("/shift/lists/anything").expect(404);
        town.as_person("Bo").get("/shift/lists/new").expect(404);
    });
}

#[test]
fn digits_that_were_given_with_a_code_stay_when_a_number_comes() {
    on_both(|town| {
        let sam = on_shift(town, "Sam");
        let (id, code) = written(&sam, &[("contact", "the green door")]);
        let page = format!("/asks/{id}");
        let given = sam
            .get(&page)
            .expect(200)
            .between("go with the code: ", ".");
        let fields = |contact| {
            [
                ("words", "food for 3"),
                ("contact", contact),
                ("area", "North side"),
                ("kind", "food"),
                ("language", "en"),
                ("share_words", "yes"),
            ]
        };
        let hear = format!("{page}/hear");
        let fits = |digits: &str| {
            let stranger = town.stranger();
            let status = format!("/s/{code}");
            stranger.post(&status, &[("digits", digits)]).status == 200
        };
        sam.post(&hear, &fields("555 0142")).expect(303);
        assert!(fits(&given));
        sam.get(&page).expect(200).says(&given);
        // A number that follows another takes its digits along.
        let (id, code) = written(&sam, &[]);
        let hear = format!("/asks/{id}/hear");
        sam.post(&hear, &fields("555 0199")).expect(303);
        let status = format!("/s/{code}");
        town.stranger()
            .post(&status, &[("digits", "99")])
            .expect(200);
        // Who is not on shift hears that first, whatever they typed.
        town.as_person("Bo").post(&hear, &[]).expect(404);
    });
}
