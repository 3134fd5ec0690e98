//! A word that came by text, typed by whoever is on shift.

use super::{
    letters::{letter, yuki_gets_letters},
    tools::{on_both_with, plain, with_answers},
};
use holdfast::testing::{Browser, MailServer, MailServerWay, Town};
use kernel::Standing;

const PAGE: &str = "/telling/by-text";

fn on_shift(town: &Town) -> Browser {
    let sam = town.as_person("Sam");
    sam.post("/shift/take", &[("hours", "4")]).expect(303);
    sam
}

fn standing(town: &Town, who: &str) -> Option<Standing> {
    let (person, network) = (town.person(who), town.house.network().id);
    town.data(|conn| Ok(people::standing_of(conn, network, person)?))
}

#[test]
fn a_word_by_text_is_typed_by_the_shift_and_seen_by_whose_it_is() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        letter(town, &mail, "2026-03-03");
        let sam = on_shift(town);
        sam.get("/shift").expect(200).says("/telling/by-text");
        // The shift reads nothing of what Yuki holds.
        sam.get(PAGE).expect(200).says_not("Soup");
        let says = |who: &str, words: &str| sam.post(PAGE, &[("who", who), ("said_words", words)]);
        says("Nobody", "rest")
            .expect(422)
            .says("Nobody who takes part")
            .says("rest");
        says("", "rest").expect(422);
        says("Yuki", "perhaps")
            .expect(422)
            .says("none of the words");
        // A number that is not there, and a word that does not fit, answer alike.
        for wrong in ["2 can't", "1 keep", "done"] {
            says("Yuki", wrong)
                .expect(409)
                .says("could not be done for them")
                .says_not("Soup");
        }
        town.as_person("Yuki").get("/today").says_not("By text");
        says("yuki", "1 no puedo").expect(303);
        let page = town.as_person("Yuki").get("/today").expect(200);
        page.says("By text, through the shift: can&#39;t")
            .says("On Tuesday 3 March");
        // The next letter says it, once; and nobody else reads it.
        let next = letter(town, &mail, "2026-03-04");
        assert!(plain(&next.data).contains("By text, through the shift: can't"));
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says_not("By text");
        town.until("2026-03-05 07:00");
        assert_eq!(town.errands(), 0);
        // It is gone after two weeks.
        town.until("2026-03-18 07:00");
        town.as_person("Yuki").get("/today").says_not("By text");
    });
}

#[test]
fn rest_and_back_by_text_need_no_letter() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        let sam = on_shift(town);
        let says = |who: &str, words: &str| sam.post(PAGE, &[("who", who), ("said_words", words)]);
        says("Bo", "rest").expect(303);
        assert_eq!(standing(town, "Bo"), Some(Standing::Resting));
        let bo = town.as_person("Bo");
        bo.get("/today")
            .expect(200)
            .says("By text, through the shift: rest");
        bo.get("/me/export").expect(200).says("what-i-said-by-text");
        says("Bo", "I'm back").expect(303);
        assert_eq!(standing(town, "Bo"), Some(Standing::Member));
        says("Luz", "ya volví").expect(303);
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says("Por mensaje, por medio del turno: vuelvo");
        // Guests are told nothing by this network, and say nothing through it.
        says("Priya", "rest").expect(422);
        // Either all of a text is done, or nothing.
        says("Bo", "rest\n1 can't").expect(409);
        assert_eq!(standing(town, "Bo"), Some(Standing::Member));
    });
}

#[test]
fn only_whoever_is_on_shift_types_a_word() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        let word = [("who", "Bo"), ("said_words", "rest")];
        for other in ["Yuki", "Chidi", "Hana", "Tess", "Priya", "Bo"] {
            let other = town.as_person(other);
            other.get(PAGE).expect(404);
            other.post(PAGE, &word).expect(404);
        }
        let rosa = town.as_person("Rosa");
        rosa.get(PAGE).expect(200).says("Take the shift first");
        rosa.post(PAGE, &word)
            .expect(409)
            .says("Take the shift first");
        assert_eq!(standing(town, "Bo"), Some(Standing::Member));
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        on_shift(town).post(PAGE, &word).expect(422);
    });
}

/// P4: a reply "back" by text brings whoever was quiet back in one step; "rest" means nothing to them.
#[test]
fn whoever_is_quiet_is_back_by_one_text() {
    on_both_with(&telling::Ways::default(), |town| {
        let (bo, network) = (town.person("Bo"), town.house.network().id);
        town.data(|conn| people::set_standing(conn, network, bo, Standing::Dormant));
        let sam = on_shift(town);
        let says = |words: &str| sam.post(PAGE, &[("who", "Bo"), ("said_words", words)]);
        says("rest").expect(303);
        assert_eq!(standing(town, "Bo"), Some(Standing::Dormant));
        says("Back!").expect(303);
        assert_eq!(standing(town, "Bo"), Some(Standing::Member));
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("By text, through the shift: back");
    });
}
