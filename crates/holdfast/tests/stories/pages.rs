//! The public page, Today, and what this server keeps.

use holdfast::testing::on_both;

#[test]
fn the_public_page_says_the_limits_before_the_door() {
    on_both(|town| {
        let front = town.stranger().get("/").expect(200);
        let limits = front.body.find("about 30 asks").expect("the limits");
        let door = front.body.find("href=\"/ask\"").expect("the door");
        assert!(limits < door);
        front
            .says("North side · East side · River flats · Old town")
            .says("Sign in");
    });
}

#[test]
fn a_closed_line_says_its_sentence_until_its_day() {
    on_both(|town| {
        let until = kernel::Day::parse("2026-03-05");
        let network = town.house.network().id;
        town.data(|conn| {
            let words = Some(("We sleep until Thursday.", "Dormimos hasta el jueves."));
            Ok(people::set_line(conn, network, words, until)?)
        });
        let front = || town.stranger().get("/").expect(200);
        front()
            .says("We sleep until Thursday.")
            .says_not("href=\"/ask\"");
        town.stranger()
            .with_cookie("lang", "es")
            .get("/")
            .expect(200)
            .says("Dormimos hasta");
        town.until("2026-03-05 00:00");
        front().says("href=\"/ask\"").says_not("We sleep");
    });
}

#[test]
fn today_teaches_where_it_is_empty() {
    on_both(|town| {
        let today = town.as_person("Noor").get("/today").expect(200);
        let today = today
            .says("<h1>Monday 2 March</h1>")
            .says("Nothing is yours today.")
            .says("What needs more than one voice stands here.")
            .says("at most three");
        let nav = today.between("<nav", "</nav>");
        let first = nav.split("href=\"").nth(1).unwrap();
        assert!(first.starts_with("/today\" aria-current=\"page\""), "{nav}");
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says("lunes 2 de marzo")
            .says("descansando");
    });
}

#[test]
fn what_is_kept_is_written_from_what_is_swept() {
    on_both(|town| {
        for (lang, tongue) in [("en", web::Lang::En), ("es", web::Lang::Es)] {
            let stranger = town.stranger().with_cookie("lang", lang);
            let pages = ["/what-we-keep", "/what-we-keep/circles"];
            let page: String = pages
                .map(|page| stranger.get(page).expect(200).body)
                .concat();
            let tongue = town.house.tongues.of(tongue);
            for line in town.house.practices.iter().flat_map(|p| p.keeps().lines) {
                for key in [line.what, line.until, line.who] {
                    assert!(tongue.knows(key), "no sentence {key} in {lang}");
                    let words = tongue.say(key).replace('\'', "&#39;").replace('"', "&#34;");
                    assert!(page.contains(&words), "{key} in {lang}");
                }
            }
            assert!(page.contains("root"));
            assert!(page.contains("write-ahead log"));
        }
    });
}

#[test]
fn every_sentence_a_deed_can_end_with_is_known() {
    on_both(|town| {
        let page = town.as_person("Bo").get("/me?said=saved").expect(200);
        page.says("role=\"status\"");
        town.as_person("Bo")
            .get("/me?said=%3Cscript%3E")
            .expect(200)
            .says_not("script");
    });
}
