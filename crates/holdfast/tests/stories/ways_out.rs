//! N11: leaving, resting and easing need no reason, no permission, two screens at most, and are so at
//! once.

use holdfast::testing::{Answer, Browser, Town, on_both};

/// One way out: who goes it, the screen it is reached from, the screen it is done on, the form's
/// address, and what is sent with it.
struct WayOut<'a> {
    who: &'a str,
    from: &'a str,
    on: &'a str,
    form: &'a str,
    with: &'a [(&'a str, &'a str)],
}

/// Words of a field that would ask for a reason or for leave.
const NEVER_ASKED: &[&str] = &[
    "reason",
    "why",
    "because",
    "approve",
    "permission",
    "sure",
    "confirm",
];

/// Goes a way out as a browser would: the first screen leads to the second, there is one form, which asks
/// for nothing but what stands in it already, and one press is enough.
#[track_caller]
fn goes(town: &Town, way: &WayOut<'_>) -> (Browser, Answer) {
    let browser = town.as_person(way.who);
    if way.from != way.on {
        let link = format!("href=\"{}\"", way.on);
        browser.get(way.from).expect(200).says(&link);
    }
    let screen = browser.get(way.on).expect(200);
    let forms = screen.body.split("<form ").skip(1);
    let form = forms
        .filter_map(|rest| rest.split("</form>").next())
        .find(|form| form.contains(&format!("action=\"{}\"", way.form)))
        .unwrap_or_else(|| panic!("no form to {} in\n{}", way.form, screen.body));
    let fields = form.split("name=\"").skip(1);
    for field in fields.filter_map(|rest| rest.split('"').next()) {
        assert!(
            !NEVER_ASKED.contains(&field),
            "{} asks for {field}",
            way.form
        );
    }
    // What a browser would not let go: an empty field that must be filled.
    for input in form
        .split("<input")
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
    {
        let empty = !input.contains("value=\"") || input.contains("value=\"\"");
        assert!(
            !(input.contains("required") && empty),
            "{}: {input}",
            way.form
        );
    }
    for area in form.split("<textarea").skip(1) {
        let empty = area
            .split('>')
            .nth(1)
            .is_none_or(|rest| rest.starts_with('<'));
        assert!(
            !(area.contains("required") && empty),
            "{}: {area}",
            way.form
        );
    }
    let done = browser.post(way.form, way.with);
    (browser, done.expect(303))
}

#[track_caller]
fn held(town: &Town, who: &str) -> String {
    let aid = format!("circle:{}", town.circle("aid"));
    let runs = [
        ("to", aid.as_str()),
        ("words", "Grocery run"),
        ("every", "1"),
        ("day", "2"),
        ("day", "5"),
        ("review_on", "2026-05-31"),
    ];
    let made = town
        .as_person(who)
        .post("/commitments/new", &runs)
        .expect(303);
    let there = made.location().split('?').next().unwrap().to_owned();
    town.as_person("Amara")
        .post(&format!("{there}/accept"), &[])
        .expect(303);
    there
}

#[track_caller]
fn rota(town: &Town) -> Answer {
    let there = format!("/circles/{}/rota", town.circle("aid"));
    town.as_person("Yuki").get(&there).expect(200)
}

#[test]
fn resting_is_two_screens_and_so_at_once() {
    on_both(|town| {
        held(town, "Bo");
        let way = WayOut {
            who: "Bo",
            from: "/me",
            on: "/rest",
            form: "/me/rest",
            with: &[],
        };
        let (bo, _) = goes(town, &way);
        rota(town).says("Bo — resting").says("Needs a holder");
        bo.get("/today").expect(200).says_not("class=\"item\"");
        // Coming back is as near.
        bo.post("/me/return", &[]).expect(303);
        rota(town).says_not("Bo — resting");
    });
}

#[test]
fn one_thing_rests_is_eased_or_given_back_in_two_screens() {
    on_both(|town| {
        let there = held(town, "Bo");
        let way = |form: &str, with: &[(&str, &str)]| {
            let form = format!("{there}/{form}");
            let way = WayOut {
                who: "Bo",
                from: "/commitments",
                on: &there,
                form: &form,
                with,
            };
            goes(town, &way);
        };
        way("rest", &[]);
        rota(town).says("Bo — resting");
        way("go-on", &[]);
        // Less of it: the words that stand there are sent as they are, one day is left out.
        way("ease", &[("words", "Grocery run"), ("day", "5")]);
        rota(town).says("every Friday").says("Needs a holder");
        way("hand-over", &[]);
        rota(town).says("handing over");
        way("release", &[]);
        rota(town).says_not("Bo —").says("Needs a holder");
        let second = held(town, "Bo");
        let done = format!("{second}/done");
        let way = WayOut {
            who: "Bo",
            from: "/commitments",
            on: &second,
            form: &done,
            with: &[],
        };
        goes(town, &way);
    });
}

#[test]
fn a_role_is_laid_down_in_two_screens() {
    on_both(|town| {
        let aid = town.circle("aid");
        let roles = format!("/circles/{aid}/roles");
        town.tick();
        let page = town.as_person("Rosa").get(&roles).expect(200);
        let before = page.body.split("\">answers the line</a>").next().unwrap();
        let role = &before.rsplit("href=\"/roles/").next().unwrap()[..36];
        let person = town.person("Rosa").to_string();
        let way = WayOut {
            who: "Rosa",
            from: &roles,
            on: &format!("/roles/{role}"),
            form: &format!("/circles/{aid}/roles/end"),
            with: &[("person", &person), ("role", role)],
        };
        let (rosa, _) = goes(town, &way);
        rosa.post("/shift/take", &[("hours", "2")]).expect(409);
    });
}

#[test]
fn buddies_and_pods_end_in_two_screens() {
    on_both(|town| {
        let (bo, yuki) = (town.person("Bo"), town.person("Yuki"));
        let rest = ["Rosa", "Omar"].map(|handle| town.person(handle));
        let until = kernel::Day::parse("2026-08-15").unwrap();
        let pod = town.data(|conn| {
            pods::play::make_buddies(conn, &town.house, bo, yuki, until)?;
            let people = [bo, rest[0], rest[1], town.rivermouth.person("Ruth")?];
            pods::play::open_pod(conn, &town.house, &people, ("Ours", "Sundays"), until)
        });
        let page = town.as_person("Bo").get("/pods").expect(200);
        let pair = page.between("action=\"/pods/buddies/", "/end\"");
        let end = format!("/pods/buddies/{pair}/end");
        let way = WayOut {
            who: "Bo",
            from: "/pods",
            on: "/pods",
            form: &end,
            with: &[],
        };
        let (browser, _) = goes(town, &way);
        browser.get("/pods").expect(200).says_not(&end);
        let there = format!("/pods/{pod}");
        let way = WayOut {
            who: "Bo",
            from: "/pods",
            on: &there,
            form: &format!("{there}/leave"),
            with: &[],
        };
        let (browser, _) = goes(town, &way);
        browser.get(&there).expect(404);
    });
}

/// Today everything somebody wrote goes with them. Stepping back over some days is a line more, once
/// there is such a way.
#[test]
fn leaving_is_two_screens_and_so_at_once() {
    on_both(|town| {
        held(town, "Bo");
        let way = WayOut {
            who: "Bo",
            from: "/me",
            on: "/me/leave",
            form: "/me/leave",
            with: &[],
        };
        let (bo, done) = goes(town, &way);
        assert_eq!(done.location(), "/");
        assert_eq!(bo.get("/today").expect(303).location(), "/sign-in");
        rota(town).says_not("Bo —").says("Needs a holder");
        let circle = format!("/circles/{}", town.circle("aid"));
        town.as_person("Yuki")
            .get(&circle)
            .expect(200)
            .says_not("<li>Bo");
    });
}
