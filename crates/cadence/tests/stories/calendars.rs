//! Links for the calendars people already have.

use super::tools::{begins, distro, distro_with, held, page_of};
use holdfast::testing::{Answer, Browser, Town, carried_away, on_both};
use icalendar::{
    Calendar, Component, Event,
    parser::{read_calendar, unfold},
};

/// Somebody makes a link; where it leads on this server.
#[track_caller]
fn link(who: &Browser, whose: &str) -> String {
    let page = who.post("/calendars", &[("whose", whose)]).expect(200);
    let link = page.between("<strong>https://rivermouth.example", "</strong>");
    assert!(link.ends_with(".ics"), "{link}");
    link
}

fn events(answer: &Answer) -> Vec<Event> {
    let unfolded = unfold(&answer.body);
    let read = read_calendar(&unfolded).unwrap_or_else(|e| panic!("{e}\n{}", answer.body));
    let read = Calendar::from(read);
    let events = read.components.iter().filter_map(|part| part.as_event());
    // When a term ends stands in calendars too; roles have stories of their own.
    let of_a_role = |event: &&Event| event.get_uid().is_some_and(|uid| uid.starts_with("role-"));
    events.filter(|event| !of_a_role(event)).cloned().collect()
}

#[track_caller]
fn fetch(town: &Town, link: &str) -> Answer {
    let answer = town.stranger().get(link).expect(200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/calendar; charset=utf-8")
    );
    answer
}

/// The same answer as for a link that never was.
#[track_caller]
fn opens_nothing(town: &Town, link: &str) {
    let never = format!("/calendar/{}.ics", "A".repeat(43));
    let (there, nowhere) = (town.stranger().get(link), town.stranger().get(&never));
    assert_eq!((there.status, nowhere.status), (404, 404));
    assert_eq!(
        there.body.replace(link, ""),
        nowhere.body.replace(&never, "")
    );
}

#[test]
fn a_link_of_ones_own_and_one_of_a_circle() {
    on_both(|town| {
        let page = distro(town);
        let bo = town.as_person("Bo");
        let aid = town.circle("aid").to_string();
        let (mine, circles) = (link(&bo, "me"), link(&bo, &aid));
        assert_ne!(mine, circles);
        for link in [&mine, &circles] {
            let answer = fetch(town, link);
            let [event] = &events(&answer)[..] else {
                panic!("{}", answer.body)
            };
            assert_eq!(event.property_value("SUMMARY"), Some("Aid distro"));
            assert_eq!(event.property_value("DTSTART"), Some("20260228T100000"));
            assert_eq!(event.property_value("DTEND"), Some("20260228T120000"));
            assert_eq!(
                event.property_value("RRULE"),
                Some("FREQ=WEEKLY;UNTIL=20260531T045959Z;BYDAY=SA")
            );
            answer.says("TZID:America/Chicago");
        }
        // Without its ending too, as some calendars cut it.
        town.stranger()
            .get(mine.trim_end_matches(".ics"))
            .expect(200);
        // What moves and what is left out.
        bo.post(
            &format!("{page}/moved"),
            &[("on", "2026-03-14"), ("next", "2026-03-15")],
        )
        .expect(303);
        bo.post(&format!("{page}/rested"), &[("on", "2026-03-28")])
            .expect(303);
        let answer = fetch(town, &mine)
            .says("EXDATE;TZID=America/Chicago:20260314T100000")
            .says("EXDATE;TZID=America/Chicago:20260328T100000");
        let all = events(&answer);
        assert_eq!(all.len(), 2);
        assert_eq!(all[1].property_value("DTSTART"), Some("20260315T100000"));
        assert_eq!(all[1].property_value("RRULE"), None);
        // Dalia's own are of her circles.
        let dalia = town.as_person("Dalia");
        assert!(events(&fetch(town, &link(&dalia, "me"))).is_empty());
        dalia.post("/calendars", &[("whose", &aid)]).expect(404);
        dalia.post("/calendars", &[("whose", "x")]).expect(404);
        // Whoever reads with a session of somebody else's reads the same.
        let with = dalia.get(&mine).expect(200);
        assert_eq!(events(&with).len(), 2);
    });
}

/// Nothing sensitive: no name of anybody, nothing asked for, no place but a public one.
#[test]
fn nothing_sensitive_stands_in_it() {
    on_both(|town| {
        let page = distro(town);
        for who in ["Bo", "Yuki"] {
            town.as_person(who)
                .post(&format!("{page}/host"), &[])
                .expect(303);
        }
        town.stranger()
            .post("/ask", &[("words", "canary-ask"), ("contact", "555 0142")])
            .expect(303);
        let mine = link(&town.as_person("Bo"), "me");
        let body = fetch(town, &mine).body;
        let words = [
            "SBK",
            "Blue door",
            "Two people",
            "Bo",
            "Yuki",
            "Amara",
            "Rivermouth",
            "canary",
            "LOCATION",
            "DESCRIPTION",
            "ATTENDEE",
            "ORGANIZER",
            "CONTACT",
            "URL",
        ];
        for word in words {
            let found = body.split(|c: char| !c.is_alphanumeric() && c != ' ' && c != '-');
            assert!(
                !found.clone().any(|part| part.trim() == word),
                "{word} in\n{body}"
            );
        }
        let open = distro_with(&[("name", "Open kitchen"), ("public", "yes")]);
        begins(town, "Amara", &open).expect(303);
        let body = fetch(town, &mine).body;
        assert_eq!(body.matches("LOCATION:SBK").count(), 1, "{body}");
    });
}

#[test]
fn a_link_is_taken_back_replaced_and_ends() {
    on_both(|town| {
        distro(town);
        let bo = || town.as_person("Bo");
        let first = link(&bo(), "me");
        let second = link(&bo(), "me");
        opens_nothing(town, &first);
        fetch(town, &second);
        // Of a link only its mark lies here.
        let token = second
            .trim_start_matches("/calendar/")
            .trim_end_matches(".ics");
        let bytes = carried_away(town.folder());
        assert!(
            !bytes
                .windows(token.len())
                .any(|part| part == token.as_bytes())
        );
        let page = bo().get("/calendars").expect(200).says("It opens until");
        let page = page.says_not(token);
        let id = page.between("action=\"/calendars/", "/end");
        let end = format!("/calendars/{id}/end");
        town.as_person("Yuki").post(&end, &[]).expect(404);
        fetch(town, &second);
        bo().post(&end, &[]).expect(303);
        opens_nothing(town, &second);
        bo().post(&end, &[]).expect(404);
        // After a year, whatever happens in it.
        let third = link(&bo(), "me");
        town.until("2027-03-02 08:00");
        fetch(town, &third);
        town.until("2027-03-02 09:01");
        opens_nothing(town, &third);
    });
}

#[test]
fn whoever_leaves_takes_their_links_along() {
    on_both(|town| {
        distro(town);
        let aid = town.circle("aid");
        let bo = town.as_person("Bo");
        let (mine, circles) = (link(&bo, "me"), link(&bo, &aid.to_string()));
        let yukis = link(&town.as_person("Yuki"), &aid.to_string());
        // Bo leaves the circle: its times are not Bo's any more.
        let person = town.person("Bo");
        let network = town.house.network().id;
        town.data(|conn| out_of_the_circle(conn, network, aid, person));
        opens_nothing(town, &circles);
        assert!(events(&fetch(town, &mine)).is_empty());
        bo.post("/me/leave", &[]).expect(303);
        opens_nothing(town, &mine);
        assert_eq!(events(&fetch(town, &yukis)).len(), 1);
    });
}

fn out_of_the_circle(
    conn: &mut store::AnyConnection,
    network: kernel::NetworkId,
    circle: kernel::CircleId,
    person: kernel::PersonId,
) -> Result<(), store::Stop> {
    use diesel::{RunQueryDsl, sql_query, sql_types::Binary};
    sql_query(
        "delete from circle_members where network_id = $1 and circle_id = $2 and person_id = $3",
    )
    .bind::<Binary, _>(network)
    .bind::<Binary, _>(circle)
    .bind::<Binary, _>(person)
    .execute(conn)?;
    Ok(())
}

/// A calendar asks every hour; where nothing changed it is told so (RFC 9110).
#[test]
fn what_has_not_changed_is_not_sent_again() {
    on_both(|town| {
        let page = distro(town);
        let mine = link(&town.as_person("Bo"), "me");
        let tag = fetch(town, &mine).header("etag").expect("a tag").to_owned();
        town.pass(3600);
        let again = || {
            town.stranger()
                .with_header("if-none-match", &tag)
                .get(&mine)
        };
        let answer = again().expect(304);
        assert_eq!(
            (answer.body.as_str(), answer.header("etag")),
            ("", Some(&*tag))
        );
        assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
        held(&town.as_person("Bo"), &page, "2026-02-28", "2026-03-08");
        let changed = again().expect(200);
        assert_ne!(changed.header("etag"), Some(&*tag));
        // A stranger's tag is nothing to a link that opens nothing.
        let wrong = format!("/calendar/{}", "B".repeat(43));
        town.stranger()
            .with_header("if-none-match", "*")
            .get(&wrong)
            .expect(404);
    });
}

/// In lockdown nothing is read from outside (P29).
#[test]
fn in_lockdown_it_is_closed() {
    on_both(|town| {
        distro(town);
        let mine = link(&town.as_person("Bo"), "me");
        let ask = [("kind", "lockdown")];
        town.as_person("Chidi").post("/posture", &ask).expect(303);
        let ines = town.as_person("Ines");
        let waits = ines.get("/posture").expect(200);
        let yes = waits.between("action=\"/posture/", "/yes");
        ines.post(&format!("/posture/{yes}/yes"), &[]).expect(303);
        town.stranger()
            .get(&mine)
            .expect(409)
            .says_not("BEGIN:VCALENDAR");
    });
}

/// What people type stays in its field.
#[test]
fn a_nasty_name_stays_in_its_field() {
    on_both(|town| {
        let nasty = distro_with(&[
            ("name", "Soup\r\nEND:VEVENT\r\nBEGIN:VEVENT;x,\\"),
            ("place", "</p><script>alert(1)</script>"),
            ("public", "yes"),
        ]);
        let page = page_of(&begins(town, "Bo", &nasty).expect(303));
        let mine = link(&town.as_person("Bo"), "me");
        assert_eq!(events(&fetch(town, &mine)).len(), 1);
        town.stranger()
            .get("/")
            .expect(200)
            .says_not("<script>alert");
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says_not("<script>alert");
    });
}
