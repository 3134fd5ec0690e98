//! The things that stand in the braces of paths, made afresh so that whoever may see one finds it.

use crate::{asking, deciding, gathering, handing, listening, meeting, quick, tied, vouched};
use holdfast::testing::{Browser, Town};
use kernel::Standing;
use people::Invited;

/// The last two digits of every contact here.
pub const DIGITS: &str = "42";

/// A passkey is made by a phone and seen by its holder alone; here is one that nobody has.
const NOBODYS: &str = "00000000-0000-4000-8000-000000000000";

/// What stands in a path's braces. A practice with a new parameter adds its line here; a path
/// without one fails the test.
pub fn fill(town: &Town, path: &str) -> Option<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return Some(path.to_owned());
    };
    let (name, after) = rest.split_once('}')?;
    let value = match (before, name) {
        ("/join/", "link") => invitation(town),
        ("/commitments/", "id") => commitment(town),
        ("/times/", "time") => format!("{}.2026-03-03", commitment(town)),
        ("/places/", "id") => open_place(town),
        ("/rest/", "id") => town.person("Luz").to_string(),
        ("/rest-seasons/", "id") => season(town),
        ("/lifelines/", "id") => lifeline(town),
        ("/stepping-back/of/", "id") => handing::who_steps_back(town),
        ("/stepping-back/things/" | "/stepping-back/asked/", "id") => handing::thing(town),
        ("/emergency/", "id") => handing::emergency(town),
        ("/decisions/", "id") => deciding::proposal(town),
        ("/decisions/of/", "id") => town.circle("aid").to_string(),
        ("/voices/", "id") if after == "/confirm" => deciding::by_phone(town),
        ("/advice/", "id") => deciding::advice(town),
        ("/advised/", "id") => deciding::asked(town),
        ("/choices/", "id") => deciding::choice(town),
        ("/power/", "id") => town.circle("aid").to_string(),
        ("/power-nodes/", "id") => deciding::node(town),
        ("/honoraria/", "id") => deciding::honorarium(town),
        ("/voices/", "id") => deciding::objection(town),
        ("/rapid/", "id") => quick::lane(town),
        ("/alerts/", "id") => quick::alert(town),
        ("/one-to-ones/", "id") => tied::meeting(town),
        ("/introductions/", "id") => tied::introduction(town),
        ("/ties/", "id") => tied::tie(town),
        ("/spaces/", "id") => vouched::space(town),
        ("/vouches/", "id") => vouched::vouch(town),
        ("/ways-in/", "id") => vouched::entry(town),
        ("/caucuses/", "id") => deciding::caucus(town),
        ("/gates/", "id") => deciding::gate(town),
        ("/rounds/live/", "id") => listening::live(town),
        ("/rounds/", "id") => listening::slow(town, false),
        ("/entries/", "id") => listening::entry(town),
        ("/reflections/", "id") => listening::reflection(town),
        ("/gatherings/", "id") => gathering::gathering(town, after),
        ("/harvest-lines/" | "/words-of-mine/", "id") => gathering::line(town, after),
        ("/letters/", "id") => gathering::letter(town),
        ("/choir/", "id") => gathering::choir(town),
        ("/renewal/", "id") => handing::season(town),
        ("/renewal/with/", "id") => handing::whose_word(town, after),
        ("/circles/", "id") => town.circle("aid").to_string(),
        ("/roles/", "id") => role(town, after),
        ("/choosings/", "id") => choosing(town, after),
        ("/me/sessions/", "id") => session_of_bo(town),
        ("/me/ways/passkeys/", "id") => NOBODYS.to_owned(),
        ("/link/", "token") => link_of_bo(town, people::LinkPurpose::ComeIn),
        ("/telling/confirm/", "token") => link_of_bo(town, people::LinkPurpose::Confirm),
        ("/two-people/", "id") => act(town),
        ("/posture/", "id") => posture(town),
        ("/phone-tree/", "id") => name_on_paper(town),
        ("/keys/", "id") => key(town),
        ("/pods/", "id") => meeting::pod_of_bo(town),
        ("/pods/buddies/", "id") => meeting::pair_of_bo(town),
        ("/practices/", "id") => meeting::practice(town),
        ("/calendars/", "id") => meeting::calendar_of_bo(town),
        ("/calendar/", "token") => meeting::calendar_link(town),
        ("/asks/", "id") => asking::ask(town, asking::far_enough(after)).0,
        ("/asked/", "token") => asking::asked(town),
        ("/s/", "code") => asking::ask(town, asking::Far::Done).1,
        ("/offers/", "id") => asking::offer_of_yuki(town),
        ("/calls/", "id") => call(town),
        ("/newcomers/", "id") => town.person("Farid").to_string(),
        ("/agreements/", "id") => agreement(town),
        ("/shift/lists/", "list") => "new".to_owned(),
        ("/shift/note/", "id") => asking::note(town),
        ("/texts/" | "/gateway/texts/", "id") => asking::text(town),
        ("/me/telling/wake/", "id") => browser_of_bo(town),
        ("/telling/stop/", "token") => link_to_stop(town),
        ("/telling/answers/", "secret") => "not-the-secret-of-the-settings".to_owned(),
        ("/draws/", "id") => asking::draw(town),
        ("/import/", "id") => asking::batch(town),
        ("/wrong/", "id") => asking::complaint(town),
        ("/tables/", "id") => meeting::open_table(town, after),
        ("/tables/batches/", "id") => meeting::table_batch(town),
        _ => return None,
    };
    fill(town, &format!("{before}{value}{after}"))
}

/// Sam, on shift.
pub fn on_shift(town: &Town) -> Browser {
    let sam = town.as_person("Sam");
    sam.post("/shift/take", &[("hours", "4")]).expect(303);
    sam
}

fn invitation(town: &Town) -> String {
    let invited = Invited {
        circle: Some(town.circle("aid")),
        role: None,
        standing: Standing::Participant,
    };
    town.data(|conn| people::invite(conn, &town.house, &invited, town.house.now()))
}

/// A rest season of Aid's.
fn season(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let amara = town.as_person("Amara");
    let fields = [
        ("circle", aid.as_str()),
        ("from", "2026-04-01"),
        ("to", "2026-04-14"),
    ];
    amara.post("/rest-seasons", &fields);
    amara
        .get("/rest-seasons")
        .between("href=\"/rest-seasons/", "\"")
}

fn lifeline(town: &Town) -> String {
    let there = format!("/rest-seasons/{}", season(town));
    let amara = town.as_person("Amara");
    amara
        .post(&format!("{there}/lifelines"), &[("duty", "The line")])
        .expect(303);
    amara.get(&there).between("action=\"/lifelines/", "/")
}

/// What Bo gives Aid, in force.
fn commitment(town: &Town) -> String {
    let (bo, aid) = (town.person("Bo"), town.circle("aid"));
    let start = kernel::Day::new(2026, 3, 2).unwrap();
    town.data(|conn| {
        let starts = start.date().at(17, 0, 0, 0);
        let given = commitments::play::Given {
            from: bo,
            to: aid,
            words: "Grocery run",
            kind: commitments::rules::Kind::Material,
            fits: None,
            when: rhythm::Recurrence::new("FREQ=WEEKLY;BYDAY=TU", starts).ok(),
            start,
            review_on: None,
        };
        commitments::play::give(conn, &town.house, given)
    })
    .to_string()
}

/// A place of Aid's that looks for somebody.
fn open_place(town: &Town) -> String {
    let there = format!("/times/{}.2026-03-03/cant", commitment(town));
    town.as_person("Bo").post(&there, &[]).expect(303);
    let rota = format!("/circles/{}/rota", town.circle("aid"));
    town.as_person("Yuki")
        .get(&rota)
        .between("href=\"/places/", "\"")
}

/// Aid's stewardship; where a role is to be set down, one that nobody holds.
fn role(town: &Town, deed: &str) -> String {
    let amara = town.as_person("Amara");
    let aid = town.circle("aid");
    if deed == "/set-down" {
        let fields = [
            ("name", "Notes"),
            ("purpose", "Writes down."),
            ("months", "6"),
            ("most_running", "2"),
        ];
        let made = amara.post(&format!("/circles/{aid}/roles/new"), &fields);
        let to = made.expect(303).location().to_owned();
        return to
            .trim_start_matches("/roles/")
            .split('?')
            .next()
            .expect("an id")
            .to_owned();
    }
    amara
        .get(&format!("/circles/{aid}/roles"))
        .between("<h3><a href=\"/roles/", "\"")
}

/// What Aid chooses: a selection round, or for what is said in a draw, a lot. Bo began it.
fn choosing(town: &Town, deed: &str) -> String {
    let lots = ["/willing", "/promise", "/freeze", "/roll", "/reveal"];
    let kind = match lots.contains(&deed) {
        true => "lot",
        false => "selection",
    };
    let role = format!("/roles/{}", role(town, ""));
    let bo = town.as_person("Bo");
    let opened = bo.post(&format!("{role}/choose"), &[("kind", kind)]);
    if opened.status != 303 {
        // One goes on already.
        return bo.get(&role).between("href=\"/choosings/", "\"");
    }
    opened
        .location()
        .trim_start_matches("/choosings/")
        .to_owned()
}

/// A name that was left, with Lev calling it.
fn call(town: &Town) -> String {
    let fields = [("name", "Marisol"), ("reach", "555 0163")];
    town.stranger().post("/join-us", &fields).expect(200);
    let page = town.as_person("Lev").get("/calls");
    page.between("/calls/", "/")
}

fn agreement(town: &Town) -> String {
    town.as_person("Chidi")
        .get("/agreements")
        .between("/agreements/", "/")
}

/// Somebody else's session, which is not there for anyone but Bo.
fn session_of_bo(town: &Town) -> String {
    town.session(town.person("Bo"));
    town.as_person("Bo")
        .get("/me")
        .between("/me/sessions/", "/end")
}

/// A browser that can be woken, which is not there for anyone but Bo.
fn browser_of_bo(town: &Town) -> String {
    let bo = town.as_person("Bo");
    let place = "https://fcm.googleapis.com/fcm/send/of-bo";
    bo.post("/me/telling/wake", &[("place", place)]).expect(303);
    bo.get("/me/telling").between("/me/telling/wake/", "/end")
}

/// A link that was sent to Bo; whoever holds it may use it, once.
fn link_of_bo(town: &Town, purpose: people::LinkPurpose) -> String {
    let address = [("address", "bo@example.org"), ("hour", "")];
    town.as_person("Bo")
        .post("/me/telling", &address)
        .expect(303);
    let (bo, now) = (town.person("Bo"), town.house.now());
    town.data(|conn| people::new_link(conn, &town.house, (bo, purpose), now))
}

/// What stands at the foot of Bo's letters.
fn link_to_stop(town: &Town) -> String {
    let what = format!("digest {}", town.person("Bo"));
    let until = town.house.now().plus_hours(24);
    let token = town.house.vault.token("telling-stop", &what, until);
    token.expect("a token")
}

/// An act that Chidi asked for.
fn act(town: &Town) -> String {
    let asked = town
        .as_person("Chidi")
        .post("/two-people", &[("kind", "export")]);
    asked.expect(303);
    town.as_person("Amara")
        .get("/two-people")
        .between("/two-people/", "/yes")
}

/// Being careful, asked for by Chidi.
fn posture(town: &Town) -> String {
    let asked = town
        .as_person("Chidi")
        .post("/posture", &[("kind", "guard")]);
    asked.expect(303);
    town.as_person("Amara")
        .get("/posture")
        .between("action=\"/posture/", "/yes")
}

/// Somebody without an account, in the phone tree behind Chidi.
fn name_on_paper(town: &Town) -> String {
    let chidi = town.as_person("Chidi");
    chidi
        .post("/phone-tree", &[("number", "555 0101")])
        .expect(303);
    let gus = [("name", "Gus"), ("number", "555 0142"), ("word", "yes")];
    chidi.post("/phone-tree/paper", &gus).expect(303);
    let sheet = chidi.get("/phone-tree/sheet").body;
    let before = sheet.split("/end\"").next().unwrap_or_default();
    before
        .rsplit("/phone-tree/")
        .next()
        .unwrap_or_default()
        .to_owned()
}

fn key(town: &Town) -> String {
    let chidi = town.as_person("Chidi");
    let fields = [
        ("what", "The domain"),
        ("holder", "Ines"),
        ("second", "Tess"),
        ("changed_on", "2026-03-01"),
        ("review_on", "2026-09-01"),
    ];
    chidi.post("/keys", &fields).expect(303);
    chidi.get("/keys").between("action=\"/keys/", "\"")
}
