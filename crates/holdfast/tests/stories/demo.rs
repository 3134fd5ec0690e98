//! The demo.

use holdfast::{
    commands::demo::make,
    owners::Owners,
    settings::Settings,
    testing::{Browser, Database, Served, Town},
};

#[test]
fn anyone_can_step_in_as_anyone_and_let_a_day_go_by() {
    let place = tempfile::tempdir().unwrap();
    let settings = Settings {
        data: place.path().join("demo"),
        ..Settings::default()
    };
    let owners = Owners::of_the_machine();
    let house = make(&settings, &owners).unwrap();
    let served = Served::new(&house);
    let browser = Browser::new(&served.base, &house);

    browser
        .get("/")
        .expect(200)
        .says("This is a demo")
        .says("Tuesday 10 March, 09:0");
    let page = browser.get("/demo").expect(200);
    for handle in ["Amara", "Farid", "Luz", "Tess", "Priya", "Nia"] {
        assert!(
            page.body.contains(&format!("value=\"{handle}\"")),
            "{handle}"
        );
    }
    let came = browser.post("/demo/as", &[("handle", "Amara")]).expect(303);
    assert_eq!(came.location(), "/today");
    browser
        .get("/today")
        .expect(200)
        .says("Tuesday 10 March")
        .says("Amara");
    browser.post("/demo/as", &[("handle", "Luz")]).expect(303);
    browser.get("/today").expect(200).says("martes 10 de marzo");
    browser
        .post("/demo/as", &[("handle", "Nobody")])
        .expect(404);
    let later = browser.post("/demo/later", &[]).expect(303);
    browser
        .follow(later)
        .says("Ha pasado un día")
        .says("miércoles 11 de marzo");
    browser
        .post_bare("/demo/later", &[("csrf".to_owned(), "stale".to_owned())])
        .expect(422);
    browser
        .get("/demo")
        .expect(200)
        .says("miércoles 11 de marzo");

    // A second start begins anew; a folder the demo did not make is left alone.
    drop((served, browser, house));
    make(&settings, &owners).unwrap();
    let mine = place.path().join("mine");
    std::fs::create_dir(&mine).unwrap();
    std::fs::write(mine.join("letter"), "dear").unwrap();
    let settings = Settings {
        data: mine.clone(),
        ..Settings::default()
    };
    assert!(make(&settings, &owners).is_err_and(|t| t.to_string().contains("nothing was changed")));
    assert!(mine.join("letter").exists());
}

#[test]
fn a_network_that_is_not_the_demo_has_no_such_page() {
    let town = Town::on(Database::sqlite());
    let amara = town.as_person("Amara");
    amara.get("/demo").expect(404);
    amara.post("/demo/as", &[("handle", "Bo")]).expect(404);
    amara.post("/demo/later", &[]).expect(404);
    amara.get("/").expect(200).says_not("This is a demo");
}

#[test]
fn a_storys_code_that_another_ask_has_by_chance_is_exchanged() {
    let town = Town::on(Database::sqlite());
    let now = town.house.now();
    let codes = town.data(|conn| {
        let new = asks::NewAsk {
            words: "Food for 3".to_owned(),
            ..asks::NewAsk::default()
        };
        let first = asks::record(conn, &town.house, new.clone(), now)?;
        let second = asks::record(conn, &town.house, new, now)?;
        asks::play::call_it(conn, first, "FERN-42")?;
        asks::play::call_it(conn, second, "FERN-42")?;
        Ok([first, second])
    });
    let sam = town.as_person("Sam");
    sam.post("/shift/take", &[("hours", "4")]).expect(303);
    let [first, second] = codes.map(|id| sam.get(&format!("/asks/{id}")).expect(200).body);
    assert!(second.contains("FERN-42") && !first.contains("FERN-42"));
}
