//! Two who are buddies: both say yes, a no is silent, and it ends by itself.

use holdfast::testing::{Browser, Town, on_both};
use kernel::Day;

fn pair(page: &Browser) -> String {
    let page = page.get("/pods").expect(200);
    format!("/pods/buddies/{}", page.between("/pods/buddies/", "/"))
}

#[track_caller]
fn asks(town: &Town, who: &str, whom: &str) {
    town.as_person(who)
        .post("/pods/buddies", &[("handle", whom)])
        .expect(303);
}

fn buddies(town: &Town, of: &str) -> Vec<kernel::PersonId> {
    let of = town.person(of);
    town.data(|conn| town.house.buddies(conn, of))
}

#[test]
fn both_say_yes_and_each_is_the_others_buddy() {
    on_both(|town| {
        asks(town, "Bo", "yuki");
        assert!(buddies(town, "Bo").is_empty(), "silence is no yes");
        let yuki = town.as_person("Yuki");
        yuki.get("/today")
            .expect(200)
            .says("Bo asks whether you would be buddies");
        // Nobody else answers, ends or sees it.
        let its = pair(&yuki);
        for who in ["Bo", "Amara", "Ines", "Hana"] {
            let status = if who == "Bo" { 409 } else { 404 };
            town.as_person(who)
                .post(&format!("{its}/yes"), &[])
                .expect(status);
        }
        town.as_person("Amara")
            .get("/pods")
            .expect(200)
            .says_not("Bo ");
        yuki.post(&format!("{its}/yes"), &[]).expect(303);
        assert_eq!(buddies(town, "Bo"), [town.person("Yuki")]);
        assert!(buddies(town, "Yuki").contains(&town.person("Bo")));
        town.as_person("Bo")
            .get("/pods")
            .expect(200)
            .says("Yuki is your buddy until Saturday 29 August");
        town.as_person("Bo")
            .get("/me/export")
            .expect(200)
            .says("Yuki");
        // Either ends it at once.
        town.as_person("Bo")
            .post(&format!("{its}/end"), &[])
            .expect(303);
        assert!(
            buddies(town, "Bo").is_empty() && !buddies(town, "Yuki").contains(&town.person("Bo"))
        );
        yuki.get("/pods").expect(200).says_not("Bo ");
        yuki.post(&format!("{its}/end"), &[]).expect(404);
    });
}

#[test]
fn a_no_is_silent_and_reads_not_now() {
    on_both(|town| {
        asks(town, "Bo", "Yuki");
        asks(town, "Bo", "Lev");
        let yuki = town.as_person("Yuki");
        yuki.post(&format!("{}/not-now", pair(&yuki)), &[])
            .expect(303);
        yuki.get("/pods").expect(200).says_not("Bo ");
        yuki.get("/today").expect(200).says_not("be buddies");
        let bo = town.as_person("Bo");
        bo.get("/pods")
            .expect(200)
            .says("Yuki: not now.")
            .says("You asked Lev.");
        // Whoever heard it does not ask again at once; whoever said it may.
        bo.post("/pods/buddies", &[("handle", "Yuki")]).expect(409);
        // No answer in time reads the same.
        town.until("2026-03-17 09:00");
        town.as_person("Lev")
            .get("/pods")
            .expect(200)
            .says_not("Bo ");
        bo.get("/pods")
            .expect(200)
            .says("Lev: not now.")
            .says_not("Yuki");
        asks(town, "Lev", "Bo");
        let bo_page = bo.get("/pods").expect(200);
        bo_page.says("Lev asks whether").says_not("Lev: not now");
        // Both asked: that is the yes.
        asks(town, "Bo", "Lev");
        assert_eq!(buddies(town, "Lev"), [town.person("Bo")]);
        town.until("2026-04-20 09:00");
        town.as_person("Bo")
            .get("/pods")
            .expect(200)
            .says("Lev is your buddy");
    });
}

#[test]
fn it_ends_by_itself_unless_both_go_on() {
    on_both(|town| {
        let until = Day::parse("2026-06-30").expect("a day");
        let (bo, yuki, lev) = (town.person("Bo"), town.person("Yuki"), town.person("Lev"));
        town.data(|conn| {
            pods::play::make_buddies(conn, &town.house, bo, yuki, until)?;
            pods::play::make_buddies(conn, &town.house, bo, lev, until)
        });
        let its = |who: &str, with: &str| {
            let page = town.as_person(who).get("/pods").expect(200);
            let after = page.body.split_once(with).expect("the pair").1.to_owned();
            let path = after.split_once("/pods/buddies/").expect("a form").1;
            format!("/pods/buddies/{}", &path[..36])
        };
        town.as_person("Bo")
            .post(&format!("{}/go-on", its("Bo", "Yuki")), &[])
            .expect(409);
        town.until("2026-06-20 09:00");
        town.as_person("Yuki")
            .get("/today")
            .expect(200)
            .says("Do you both go on?");
        for who in ["Bo", "Bo", "Yuki"] {
            let with = if who == "Bo" { "Yuki" } else { "Bo" };
            town.as_person(who)
                .post(&format!("{}/go-on", its(who, with)), &[])
                .expect(303);
        }
        town.as_person("Lev")
            .post(&format!("{}/go-on", its("Lev", "Bo")), &[])
            .expect(303);
        town.until("2026-07-01 09:00");
        assert_eq!(buddies(town, "Bo"), [yuki]);
        let page = town.as_person("Lev").get("/pods").expect(200);
        page.says_not("Bo ");
        town.until("2026-12-28 09:00");
        assert!(buddies(town, "Bo").is_empty());
    });
}

#[test]
fn what_cannot_be_asked_gets_a_sentence() {
    on_both(|town| {
        let bo = town.as_person("Bo");
        let ask = |whom: &str| bo.post("/pods/buddies", &[("handle", whom)]);
        ask("bo").expect(422).says("somebody else");
        ask("Nobody").expect(422).says("Nobody by that name");
        ask("").expect(422);
        ask("Farid").expect(422);
        ask("Luz").expect(409).says("They are resting");
        ask(&"x".repeat(41)).expect(422);
        ask("ﷺ'; drop table buddies; --").expect(422);
        for whom in ["Yuki", "Lev", "Noor"] {
            ask(whom).expect(303);
        }
        ask("Noor").expect(409).says("asked already");
        ask("Dalia").expect(409).says("Three wait");
        // Newcomers, guests and strangers have no such page, or less of it.
        let farid = town.as_person("Farid");
        farid.get("/pods").expect(200).says_not("Buddies</h2>");
        farid.post("/pods/buddies", &[("handle", "Bo")]).expect(404);
        town.as_person("Priya").get("/pods").expect(404);
        town.stranger().get("/pods").expect(303);
    });
}

#[test]
fn whoever_leaves_or_rests_is_let_be() {
    on_both(|town| {
        asks(town, "Bo", "Yuki");
        let yuki = town.as_person("Yuki");
        // Whoever rests is asked for nothing; the ask waits its time.
        yuki.post("/me/rest", &[]).expect(303);
        yuki.get("/today").expect(200).says_not("be buddies");
        yuki.post("/me/return", &[]).expect(303);
        yuki.post(&format!("{}/yes", pair(&yuki)), &[]).expect(303);
        yuki.post("/me/leave", &[]).expect(303);
        assert!(buddies(town, "Bo").is_empty());
        town.as_person("Bo")
            .get("/pods")
            .expect(200)
            .says_not("Yuki")
            .says_not("buddy until");
    });
}
