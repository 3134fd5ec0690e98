//! A week lived from the letters alone, and answers that are none.

use super::letters::{
    YUKI, bo_cannot_on_friday, letter, no_letter_back, soup_is_open, standing,
    yuki_could_bring_food, yuki_gets_letters,
};
use super::tools::{Hands, SECRET, chooses, message, on_both_with, open_door, plain, with_answers};
use holdfast::testing::{MailServer, MailServerWay, Town};
use kernel::Standing;

/// Yuki, who never opens a page: offers "I can" to an open place, says "can't" for a time, "keep" for
/// a review, rests, and comes back.
#[test]
fn yuki_lives_a_week_from_the_letters_alone() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        let soup = yuki_gets_letters(town);
        yuki_could_bring_food(town);
        let runs = bo_cannot_on_friday(town);
        let bo = town.as_person("Bo");
        let mut hands = Hands::to(open_door(town));

        // Tuesday: two things, each with a number.
        let tuesday = letter(town, &mail, "2026-03-03");
        let to = tuesday.head("Reply-To");
        assert!(
            to.starts_with("answers+") && to.ends_with("@rivermouth.example"),
            "{to}"
        );
        let said = plain(&tuesday.data);
        assert!(
            said.contains("Answer: 1 can't") && said.contains("Answer: 2 I can · 2 can't"),
            "{said}"
        );
        assert!(!to.to_lowercase().contains("yuki"));
        let answer = message(
            YUKI,
            &to,
            "",
            "2 I can\r\n1. can't, sorry\r\n\r\nYuki\r\n\r\n\
            On Tue, 3 Mar 2026, Rivermouth <letters@rivermouth.example> wrote:\r\n> Answer: 1 can't",
        );
        assert_eq!(hands.message(&to, answer.as_bytes()), "250 2.0.0 Taken");
        bo.get(&runs).expect(200).says("Yuki stands in, this once");
        assert!(soup_is_open(town));
        // What is done needs no letter; the same message again does nothing.
        no_letter_back(town, &mail);
        assert_eq!(hands.message(&to, answer.as_bytes()), "250 2.0.0 Taken");
        no_letter_back(town, &mail);

        // Thursday's letter says the time Yuki stands in for. Monday: may it stay as it is?
        let thursday = letter(town, &mail, "2026-03-05");
        assert!(
            plain(&thursday.data).contains("one word: can't, rest"),
            "{}",
            thursday.data
        );
        assert_ne!(thursday.head("Reply-To"), to, "an address a letter");
        let monday = letter(town, &mail, "2026-03-09");
        assert!(
            plain(&monday.data).contains("one word: keep, done, rest"),
            "{}",
            monday.data
        );
        // This one comes by a provider that posts it.
        let posted = message(YUKI, &monday.head("Reply-To"), "", "Keep");
        town.stranger()
            .post_bytes(
                &format!("/telling/answers/{SECRET}"),
                "message/rfc822",
                posted.as_bytes(),
            )
            .expect(204);
        town.as_person("Yuki")
            .get(&soup)
            .expect(200)
            .says_not("Monday 9 March");

        // Tuesday again: rest, from this minute.
        let letter_of_tuesday = letter(town, &mail, "2026-03-10");
        let to = letter_of_tuesday.head("Reply-To");
        let rest = message(
            YUKI,
            &to,
            "",
            "Descanso.\r\n\r\n-- \r\nYuki\r\ndone with everything",
        );
        hands.message(&to, rest.as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Resting);
        town.until("2026-03-13 07:00");
        no_letter_back(town, &mail);
        let back = message(YUKI, &to, "", "I'm back!");
        hands.message(&to, back.as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Member);
        // A copy of the first that comes late does not let Yuki rest again.
        hands.message(&to, rest.as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Member);
        no_letter_back(town, &mail);
    });
}

/// What is nobody's own answer to their own letter does nothing, and nothing is said of it.
#[test]
fn an_answer_that_is_not_yukis_does_nothing() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let mut hands = Hands::to(open_door(town));
        let other = format!("answers+{}@rivermouth.example", "0".repeat(32));
        let mut nothing = |to: &str, message: &str| {
            assert_eq!(hands.message(to, message.as_bytes()), "250 2.0.0 Taken");
            assert!(!soup_is_open(town), "{message}");
            no_letter_back(town, &mail);
        };
        // Passed on to somebody else; an address that is no letter's; nobody; two at once.
        nothing(&to, &message("bo@example.org", &to, "", "can't"));
        nothing(&other, &message(YUKI, &other, "", "can't"));
        nothing(&to, &format!("To: {to}\r\n\r\ncan't\r\n"));
        nothing(
            &to,
            &format!("From: {YUKI}, bo@example.org\r\nTo: {to}\r\n\r\ncan't\r\n"),
        );
        // What programs send.
        for head in [
            "Auto-Submitted: auto-replied\r\n",
            "Precedence: bulk\r\n",
            "List-Id: <x.example>\r\n",
        ] {
            nothing(&to, &message(YUKI, &to, head, "can't"));
        }
        // From nobody: a bounce.
        let bounce = message(YUKI, &to, "", "can't");
        hands.says("MAIL FROM:<>");
        hands.says(&format!("RCPT TO:<{to}>"));
        hands.says("DATA");
        hands.bytes(bounce.as_bytes());
        assert_eq!(hands.says("."), "250 2.0.0 Taken");
        assert!(!soup_is_open(town));
        // Letters that were stopped are answered by nobody, nor those of who has left.
        chooses(&town.as_person("Yuki"), YUKI, "", false);
        assert_eq!(
            hands.message(&to, message(YUKI, &to, "", "can't").as_bytes()),
            "250 2.0.0 Taken"
        );
        assert!(!soup_is_open(town));
        no_letter_back(town, &mail);
    });
}

#[test]
fn a_letter_is_answered_for_two_weeks() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let mut hands = Hands::to(open_door(town));
        town.until("2026-03-16 12:00");
        hands.message(&to, message(YUKI, &to, "", "rest").as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Resting);
        town.as_person("Yuki").post("/me/return", &[]).expect(303);
        town.until("2026-03-17 12:00");
        hands.message(&to, message(YUKI, &to, "", "rest").as_bytes());
        assert_eq!(standing(town, "Yuki"), Standing::Member);
        // Once no letter comes any more, nothing of any is left two weeks later.
        assert!(rows(town) > 0);
        town.as_person("Yuki").post("/me/rest", &[]).expect(303);
        town.until("2026-04-01 12:00");
        assert_eq!(rows(town), 0);
    });
}

/// How many letters can be answered, by the rows there are.
fn rows(town: &Town) -> u64 {
    let sums = store::dump(&town.house.db, |_| Ok(())).unwrap();
    sums["answerable_letters"].rows
}

/// P5: what was kept of letters goes with whoever leaves, and with letters that are stopped.
#[test]
fn nothing_of_a_letter_stays_when_yuki_leaves_or_stops_them() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        letter(town, &mail, "2026-03-03");
        assert_eq!(rows(town), 1);
        chooses(&town.as_person("Yuki"), YUKI, "", false);
        assert_eq!(rows(town), 0);
        chooses(&town.as_person("Yuki"), YUKI, "08", false);
        town.until("2026-03-10 08:00");
        assert!(rows(town) > 0);
        town.as_person("Yuki").post("/me/leave", &[]).expect(303);
        assert_eq!(rows(town), 0);
    });
}

/// What could mean two things is asked again once a day; what cannot be done says why; nothing is
/// lost.
#[test]
fn what_is_not_understood_or_not_done_is_one_short_letter() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let mut hands = Hands::to(open_door(town));
        let mut answer = |body: &str, head: &str| {
            let all = message(YUKI, &to, head, body);
            assert_eq!(hands.message(&to, all.as_bytes()), "250 2.0.0 Taken");
        };
        answer("What is this?", "");
        let before = mail.letters().len();
        town.errands();
        let letters = mail.letters();
        assert_eq!(letters.len(), before + 1);
        let back = letters.last().unwrap();
        let said = plain(&back.data);
        assert!(
            said.contains("done, can't, keep, I can, rest, back"),
            "{said}"
        );
        assert_eq!(back.to, [YUKI]);
        assert_eq!(
            back.head("Reply-To"),
            "",
            "only the letter of the day can be answered"
        );
        assert_eq!(back.head("Auto-Submitted"), "auto-generated");
        assert!(
            !said.contains("Soup") && !said.contains("What is this"),
            "{said}"
        );
        // The same day, and in whatever shape: once is enough, and nothing is done.
        for unclear in [
            "I can do it if you can't",
            "5 can't",
            "keep",
            "",
            "can't\r\nkeep",
        ] {
            answer(unclear, "");
        }
        answer("<p>What <b>is</b> this?</p>", "Content-Type: text/html\r\n");
        answer(
            "\u{0}\u{1}\u{fffd}%%%",
            "Content-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n",
        );
        no_letter_back(town, &mail);
        assert!(!soup_is_open(town));
        // HTML alone is read, and what is quoted in it is not.
        answer(
            "<div dir=\"ltr\">Can&#8217;t</div><div class=\"gmail_quote\">Answer: 1 keep</div>",
            "Content-Type: text/html; charset=utf-8\r\n",
        );
        assert!(soup_is_open(town));
        no_letter_back(town, &mail);
        // The time passes, and it is said again: too late, in one sentence.
        town.until("2026-03-05 09:00");
        town.errands();
        let before = mail.letters().len();
        answer("can't", "");
        no_letter_back(town, &mail);
        answer("back", "");
        no_letter_back(town, &mail);
        assert_eq!(mail.letters().len(), before);
    });
}

/// Two copies of one message at the same moment are one.
#[test]
fn the_same_message_twice_at_once_is_done_once() {
    let mail = MailServer::start(&MailServerWay::default());
    on_both_with(&with_answers(&mail), |town| {
        yuki_gets_letters(town);
        yuki_could_bring_food(town);
        let runs = bo_cannot_on_friday(town);
        let to = letter(town, &mail, "2026-03-03").head("Reply-To");
        let port = open_door(town);
        // Taken twice it would be refused the second time, and a letter would say so.
        let all = message(YUKI, &to, "", "2 i can");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                let (to, all) = (&to, &all);
                scope.spawn(move || {
                    let answer = Hands::to(port).message(to, all.as_bytes());
                    assert_eq!(answer, "250 2.0.0 Taken");
                });
            }
        });
        let page = town.as_person("Bo").get(&runs).expect(200);
        assert_eq!(page.body.matches("stands in, this once").count(), 1);
        no_letter_back(town, &mail);
        // Said once more in words of another day, it is still done.
        let again = message(YUKI, &to, "", "2 puedo");
        Hands::to(port).message(&to, again.as_bytes());
        no_letter_back(town, &mail);
    });
}
