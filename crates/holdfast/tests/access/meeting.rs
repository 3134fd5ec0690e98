//! Open tables, pods, and what comes again, as paths need them.

use holdfast::testing::Town;
use kernel::Standing;
use std::sync::atomic::{AtomicUsize, Ordering};
use tables::{Import, Keeper, Map, NewTable, SourceFile, import_files};

/// A table that the Aid circle keeps: closed where it is to be opened, doubtful where what was read
/// is to be confirmed.
pub fn open_table(town: &Town, deed: &str) -> String {
    let rhythm = match deed {
        "/right" => "Mon-Fri 9-5",
        _ => "2nd Tuesday 12pm - 4pm",
    };
    let new = NewTable {
        name: "Soup".to_owned(),
        place: "Ferry Square".to_owned(),
        area: "North side".to_owned(),
        rhythm: rhythm.to_owned(),
        offers: "Soup.".to_owned(),
        languages: String::new(),
        contact: String::new(),
        published_by: String::new(),
        keeper: Keeper::Circle(town.circle("aid")),
        review_on: town.house.network().zone.day_of(town.house.now()).plus(30),
    };
    let now = town.house.now();
    let id = town.data(|conn| tables::record(conn, &town.house, &new, now));
    if deed == "/open" {
        let closed = [("words", "Snow."), ("until", "2026-04-01")];
        let amara = town.as_person("Amara");
        amara
            .post(&format!("/tables/{id}/close"), &closed)
            .expect(303);
    }
    id.to_string()
}

/// What a file of open tables brought in.
pub fn table_batch(town: &Town) -> String {
    let map = Map::from_toml("name = [\"name\"]").expect("a map");
    let file = SourceFile {
        name: "soup.csv".to_owned(),
        bytes: b"name\nSoup\n",
        map: &map,
    };
    let import = Import {
        files: &[file],
        dry_run: false,
    };
    let now = town.house.now();
    let done = town.data(|conn| import_files(conn, &town.house, &import, now));
    done.batch.expect("a batch").to_string()
}

/// A pod that Bo is in, which is not there for anybody else.
pub fn pod_of_bo(town: &Town) -> String {
    let people = ["Bo", "Rosa", "Kezia"].map(|who| town.person(who));
    let ends = town.house.network().zone.day_of(town.house.now()).plus(60);
    let words = ("What is said here stays here.", "First Sundays.");
    // Of the town that all pages are looked at in there is one already.
    let page = town.as_person("Bo").get("/pods");
    let before = "class=\"button\" href=\"/pods/";
    if page.body.contains(before) {
        return page.between(before, "\"");
    }
    let id = town.data(|conn| pods::play::open_pod(conn, &town.house, &people, words, ends));
    id.to_string()
}

/// Somebody asked Bo to be their buddy; nobody else is asked.
pub fn pair_of_bo(town: &Town) -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let asker = format!("Asker{}", NEXT.fetch_add(1, Ordering::Relaxed));
    town.add(&asker, Standing::Member, &[]);
    town.as_person(&asker)
        .post("/pods/buddies", &[("handle", "Bo")])
        .expect(303);
    town.as_person("Bo")
        .get("/pods")
        .between("action=\"/pods/buddies/", "/yes")
}

/// Something that the Aid circle does every week.
pub fn practice(town: &Town) -> String {
    let today = town.house.network().zone.day_of(town.house.now());
    let new = cadence::play::New {
        circle: Some(town.circle("aid")),
        name: "Aid distro".to_owned(),
        place: "SBK".to_owned(),
        find_us: String::new(),
        shown: cadence::rules::Shown::Circle,
        minimum: String::new(),
        often: cadence::rules::Often::Weekly,
        first: Some(today),
        minute: Some(600),
        minutes: 120,
        season: Some(today.plus(90)),
    };
    let id = town.data(|conn| cadence::play::make(conn, &town.house, &new, today));
    id.to_string()
}

/// What stands in a link for Bo's calendar.
pub fn calendar_link(town: &Town) -> String {
    let page = town.as_person("Bo").post("/calendars", &[("whose", "me")]);
    page.expect(200).between("/calendar/", "<")
}

/// A link for Bo's calendar, which is not there for anybody else.
pub fn calendar_of_bo(town: &Town) -> String {
    calendar_link(town);
    let page = town.as_person("Bo").get("/calendars");
    page.between("action=\"/calendars/", "/end")
}
