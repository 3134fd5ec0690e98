//! N4: receiving never depends on giving, membership, attendance, vouch, documents, story or politics.

use holdfast::testing::{Browser, Town, on_both};
use kernel::Standing;

/// Asks on the public page, with what it asks for and nothing else; the code and its digits.
#[track_caller]
fn asks(who: &Browser, words: &str, by_when: &str) -> (String, String) {
    let form = who.get("/ask").expect(200);
    let once = form.between("name=\"once\" value=\"", "\"");
    let fields = [
        ("once", once.as_str()),
        ("words", words),
        ("by_when", by_when),
        ("contact", "ring at 18 Alder St, ask for 42"),
    ];
    let page = who
        .follow(who.post("/ask", &fields).expect(303))
        .expect(200);
    let code = page.between("<p class=\"code\">", "</p>");
    (code, digits(&page.body))
}

/// The digits, as the page shows them to whoever has no number of their own.
fn digits(page: &str) -> String {
    let rest = page.split_once("with: <span class=\"code\">");
    let found = rest.and_then(|(_, rest)| rest.split_once("</span>"));
    found.map_or_else(|| "42".to_owned(), |(digits, _)| digits.to_owned())
}

/// The page of an ask as the shift finds it, by its code.
#[track_caller]
fn on_the_shift(sam: &Browser, code: &str) -> String {
    let lists = ["/shift", "/shift/lists/received"];
    let found = lists.iter().find_map(|list| {
        let page = sam.get(list).body;
        let before = page.split(&format!("\">{code}")).next()?.to_owned();
        let id = before.rsplit_once("/asks/")?.1.get(..36)?.to_owned();
        Some(format!("/asks/{id}"))
    });
    found.unwrap_or_else(|| panic!("the shift does not see {code}"))
}

/// The shift talks with them and puts it on the board; nothing that can be left out is filled in.
#[track_caller]
fn onto_the_board(sam: &Browser, code: &str, words: &str, by_when: &str) -> String {
    let ask = on_the_shift(sam, code);
    let heard = [
        ("words", words),
        ("contact", "ring at 18 Alder St, ask for 42"),
        ("by_when", by_when),
        ("share_words", "yes"),
    ];
    sam.post(&format!("{ask}/hear"), &heard).expect(303);
    sam.post(&format!("{ask}/publish"), &[("published", words)])
        .expect(303);
    ask
}

#[test]
fn a_guest_with_no_account_and_no_history_gets_to_their_own_word() {
    on_both(|town| {
        town.set_clock("2026-03-04 10:00");
        let gus = town.stranger();
        // What is asked: what would help, by when, how to reach somebody. Nothing about who they are.
        let form = gus.get("/ask").expect(200);
        let (_, form) = form.body.split_once("action=\"/ask\"").expect("a form");
        let (form, _) = form.split_once("</form>").expect("a form's end");
        let names = form.split("name=\"").skip(1);
        let names: Vec<&str> = names.filter_map(|rest| rest.split('"').next()).collect();
        // The first two are the form's own.
        let all = ["once", "csrf", "words", "by_when", "contact", "text_ok"];
        assert_eq!(names, all, "nothing else is asked of anybody");

        let (code, digits) = asks(&gus, "Food for three", "");
        let sam = town.as_person("Sam");
        sam.post("/shift/take", &[("hours", "12")]).expect(303);
        let ask = onto_the_board(&sam, &code, "Food for three", "");
        let bo = town.as_person("Bo");
        bo.get("/asks").expect(200).says("Food for three");
        bo.post(&format!("{ask}/claim"), &[]).expect(303);
        bo.post(&format!("{ask}/plan"), &[("plan", "Friday at four")])
            .expect(303);
        bo.post(&format!("{ask}/done"), &[]).expect(303);

        // Another phone, without a cookie: the code and two digits are all that is needed.
        let later = town.stranger();
        let there = format!("/s/{code}");
        let pass = later
            .post(&there, &[("digits", &digits)])
            .expect(200)
            .between("name=\"pass\" value=\"", "\"");
        let word = [("pass", pass.as_str()), ("word", "helped")];
        later.post(&format!("{there}/word"), &word).expect(303);
        bo.get(&ask).expect(200).says("They say it helped");
    });
}

/// Of the same wishes the board's order is the same whoever has which: a neighbour without an account,
/// whoever gives most, whoever rests, whoever came yesterday, whoever nobody plans on any more, and a
/// partner's liaison.
#[test]
fn the_boards_order_is_the_same_whoever_asks_and_whoever_looks() {
    const BY: [&str; 6] = [
        "2026-03-09",
        "",
        "2026-03-06",
        "2026-03-09",
        "",
        "2026-03-07",
    ];
    const ORDER: [usize; 6] = [2, 5, 0, 3, 1, 4];
    on_both(|town| {
        for turn in 0..6 {
            let day = format!("2026-03-0{}", 3 + turn % 3);
            town.set_clock(&format!("{day} {:02}:00", 9 + turn));
            let sam = town.as_person("Sam");
            sam.post("/shift/take", &[("hours", "12")]).expect(303);
            for (nth, by) in BY.iter().enumerate() {
                town.clock.advance(60);
                let who = match (nth + turn) % 6 {
                    0 => town.stranger(),
                    1 => town.as_person("Rosa"),
                    2 => town.as_person("Luz"),
                    3 => town.as_person("Farid"),
                    4 => set_aside(town, turn),
                    _ => town.as_person("Priya"),
                };
                let words = format!("turn {turn} wish {nth}");
                let (code, _) = asks(&who, &words, by);
                onto_the_board(&sam, &code, &words, by);
            }
            let expected: Vec<String> = ORDER
                .iter()
                .map(|nth| format!("turn {turn} wish {nth}"))
                .collect();
            for viewer in ["Bo", "Rosa", "Luz", "Amara"] {
                let board = town.as_person(viewer).get("/asks").expect(200).body;
                let mine = board.split("turn ").skip(1);
                let mine: Vec<String> = mine
                    .filter_map(|rest| rest.split('<').next())
                    .filter(|rest| rest.starts_with(&turn.to_string()))
                    .map(|rest| format!("turn {rest}"))
                    .collect();
                assert_eq!(mine, expected, "as {viewer} reads it");
            }
            // The next turn's board is its own.
            let ids = town.as_person("Bo").get("/asks").expect(200).body;
            for id in ids
                .split("href=\"/asks/")
                .skip(1)
                .filter_map(|rest| rest.get(..36))
            {
                sam.post(&format!("/asks/{id}/withdraw"), &[]).expect(303);
            }
        }
    });
}

/// Somebody whose promise others have set aside.
fn set_aside(town: &Town, turn: usize) -> Browser {
    let handle = format!("Set aside {turn}");
    let person = town.add(&handle, Standing::Member, &["aid"]);
    let start = kernel::Day::parse("2026-03-02").unwrap();
    let given = commitments::play::Given {
        from: person,
        to: town.circle("aid"),
        words: "Something",
        kind: commitments::rules::Kind::Material,
        fits: None,
        when: None,
        start,
        review_on: Some(start.plus(1)),
    };
    town.data(|conn| commitments::play::give(conn, &town.house, given));
    town.data(|conn| {
        use diesel::{RunQueryDsl, sql_query};
        Ok(sql_query("update commitments set stage = 'set_aside'").execute(conn)?)
    });
    town.as_person(&handle)
}
