//! Asks answered by letter, and letters that take no word.

use super::letters::{
    YUKI, bo_cannot_on_friday, letter, no_letter_back, soup_is_open, standing,
    yuki_could_bring_food, yuki_gets_letters,
};
use super::tools::{
    Hands, SECRET, chooses, message, on_both_with, open_ask, open_door, plain, with_answers,
};
use holdfast::testing::{MailServer, MailServerWay};
use kernel::Standing;

/// An ask, from "I can" to "done", by letters alone; how to reach Gus stands in none of them.
#[test]
fn an_ask_is_claimed_and_said_done_by_letter() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        chooses(&town.as_person("Yuki"), YUKI, "07", false);
        town.confirms_address("Yuki");
        let yuki = town.as_person("Yuki");
        yuki_could_bring_food(town);
        let (id, _) = open_ask(town, "Food for 3", "2026-03-09");
        let mut hands = Hands::to(open_door(town));
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let page = format!("/asks/{id}");
        yuki.get(&page).expect(200).says_not("18 Alder St");
        hands.message(&to, message(YUKI, &to, "", "I can").as_bytes());
        yuki.get(&page).expect(200).says("18 Alder St");
        yuki.post(&format!("{page}/plan"), &[("plan", "Wednesday at six.")])
            .expect(303);
        let arranged = letter(town, &mail, "2026-03-04");
        let said = plain(&arranged.data);
        assert!(said.contains("one word: done, can't, rest"), "{said}");
        assert!(!said.contains("Alder") && !said.contains("555"), "{said}");
        let to = arranged.head("Reply-To");
        hands.message(&to, message(YUKI, &to, "", "¡Hecho!").as_bytes());
        no_letter_back(town, &mail);
        // It is done: the same word again says so, and another is refused in a sentence.
        hands.message(&to, message(YUKI, &to, "", "done").as_bytes());
        no_letter_back(town, &mail);
        hands.message(&to, message(YUKI, &to, "", "can't").as_bytes());
        let before = mail.letters().len();
        town.errands();
        assert_eq!(mail.letters().len(), before + 1);
    });
}

/// Somebody else was first: one short letter with the sentence of the page.
#[test]
fn who_comes_second_reads_it_and_nothing_is_lost() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        yuki_could_bring_food(town);
        bo_cannot_on_friday(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let rota = format!("/circles/{}/rota", town.circle("aid"));
        let sam = town.as_person("Sam");
        let place = sam.get(&rota).expect(200).between("href=\"/places/", "\"");
        sam.post(&format!("/places/{place}/take"), &[]).expect(303);
        let port = open_door(town);
        let all = message(YUKI, &to, "", "1 can't\r\n2 I can");
        Hands::to(port).message(&to, all.as_bytes());
        let before = mail.letters().len();
        town.errands();
        let letters = mail.letters();
        assert_eq!(letters.len(), before + 1);
        let said = plain(&letters.last().unwrap().data);
        assert!(
            said.contains("it is good to know that two of you would"),
            "{said}"
        );
        // What could be done is.
        assert!(soup_is_open(town));
    });
}

/// P29: closed is closed, also from outside; and the letter says nothing of why.
#[test]
fn in_lockdown_no_word_is_taken() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let lockdown = [("kind", "lockdown"), ("days", "3")];
        town.as_person("Ines")
            .post("/posture", &lockdown)
            .expect(303);
        let hana = town.as_person("Hana");
        let yes = hana.get("/posture").between("action=\"/posture/", "/yes");
        hana.post(&format!("/posture/{yes}/yes"), &[]).expect(303);
        let port = open_door(town);
        Hands::to(port).message(&to, message(YUKI, &to, "", "rest").as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Member);
        town.errands();
        let said = plain(&mail.letters().last().unwrap().data);
        assert!(said.contains("cannot be done just now"), "{said}");
        assert!(!said.contains("closed"), "{said}");
    });
}

/// Where answers do not come in, letters say nothing of them.
#[test]
fn without_a_way_in_letters_speak_of_none() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&super::tools::by_mail(&mail), |town| {
        yuki_gets_letters(town);
        let letter = letter(town, &mail, "2026-03-03");
        assert_eq!(letter.head("Reply-To"), "");
        assert!(
            !plain(&letter.data).to_lowercase().contains("answer"),
            "{}",
            letter.data
        );
        town.stranger()
            .post_bytes(
                &format!("/telling/answers/{SECRET}"),
                "message/rfc822",
                b"x",
            )
            .expect(404);
    });
}
