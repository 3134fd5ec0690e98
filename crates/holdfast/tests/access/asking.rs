//! Asks and what hangs on them, as paths need them.

use crate::things::on_shift;
use asks::{
    NewAsk,
    play::{Doer, Step, call_it, offer, play},
    record,
    rules::{Channel, Consent, Kind, Word},
};
use holdfast::testing::Town;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How far an ask has come.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Far {
    Open,
    Claimed,
    Arranged,
    Done,
    Partly,
}

pub fn far_enough(deed: &str) -> Far {
    match deed {
        "/plan" | "/unclaim" => Far::Claimed,
        "/done" => Far::Arranged,
        "/word" => Far::Done,
        "/follow-up" => Far::Partly,
        _ => Far::Open,
    }
}

/// An ask that Sam recorded and, once claimed, Bo holds: its id and its code.
pub fn ask(town: &Town, far: Far) -> (String, String) {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    let code = format!(
        "{}-{}",
        ["FERN", "MOSS", "KETTLE", "HERON"][n / 90 % 4],
        10 + n % 90
    );
    let now = town.house.now();
    let sam = Doer {
        person: town.person("Sam"),
        on_shift: true,
    };
    let bo = Doer {
        person: town.person("Bo"),
        on_shift: false,
    };
    let id = town.data(|conn| {
        let house = &town.house;
        let new = NewAsk {
            words: "Food for 3".to_owned(),
            contact: Some("555 0142".to_owned()),
            area: "North side".to_owned(),
            kind: Some(Kind::Food),
            channel: Some(Channel::Text),
            text_ok: true,
            heard: Some(Consent {
                share_words: true,
                ..Consent::default()
            }),
            recorded_by: Some(sam.person),
            ..NewAsk::default()
        };
        let id = record(conn, house, new, now)?;
        call_it(conn, id, &code)?;
        let steps = [
            (Far::Open, &sam, Step::Publish("Food for 3, by Friday")),
            (Far::Claimed, &bo, Step::Claim),
            (Far::Arranged, &bo, Step::Plan("Friday at 16:00.")),
            (Far::Done, &bo, Step::Done),
            (Far::Partly, &sam, Step::Word(Word::Partly, None)),
        ];
        for (_, by, step) in steps.iter().filter(|(reached, ..)| *reached <= far) {
            play(conn, house, id, by, now, step)?;
        }
        Ok(id)
    });
    (id.to_string(), code)
}

/// The page that shows a code once.
pub fn asked(town: &Town) -> String {
    let fields = [("words", "Food for 3"), ("contact", "555 0142")];
    let answer = town.stranger().post("/ask", &fields).expect(303);
    answer.location().trim_start_matches("/asked/").to_owned()
}

pub fn offer_of_yuki(town: &Town) -> String {
    let (yuki, now) = (town.person("Yuki"), town.house.now());
    town.data(|conn| {
        offer(
            conn,
            &town.house,
            yuki,
            (Kind::Lift, "", "a small car"),
            now,
        )
    });
    town.as_person("Yuki")
        .get("/offers")
        .between("action=\"/offers/", "/back")
}

/// A note that Rosa left for whoever is next.
pub fn note(town: &Town) -> String {
    let rosa = town.as_person("Rosa");
    rosa.post("/shift/take", &[("hours", "4")]).expect(303);
    rosa.post("/shift/end", &[("line1", "Call Gus.")])
        .expect(303);
    on_shift(town)
        .get("/shift")
        .between("/shift/note/", "/confirm")
}

pub fn text(town: &Town) -> String {
    ask(town, Far::Done);
    on_shift(town).get("/texts").between("/texts/", "/sent")
}

pub fn draw(town: &Town) -> String {
    let codes = format!("{} {}", ask(town, Far::Open).1, ask(town, Far::Open).1);
    let sam = on_shift(town);
    let list = [
        ("what", "Heaters"),
        ("places", "1"),
        ("codes", &codes),
        ("next_date", "Monday"),
    ];
    sam.post("/draws", &list).expect(303);
    sam.get("/draws").between("action=\"/draws/", "/roll")
}

pub fn batch(town: &Town) -> String {
    let sam = on_shift(town);
    let map = "zone = \"America/Chicago\"\nkey = [\"Phone\"]\ncontact = [\"Phone\"]\n\
               received = [\"When\"]\n[[words]]\ncolumn = \"What\"\n";
    let file = "When,Phone,What\n3/1/2026 9:00,555 0142,Food for 3\n";
    sam.post(
        "/import/take",
        &[("do", "take"), ("map", map), ("file", file)],
    )
    .expect(200);
    sam.get("/import").between("action=\"/import/", "/undo")
}

pub fn complaint(town: &Town) -> String {
    let (_, code) = ask(town, Far::Done);
    let rosa = town.as_person("Rosa");
    rosa.post("/shift/take", &[("hours", "4")]).expect(303);
    rosa.post(
        "/wrong",
        &[("code", &code), ("words", "My name was said aloud.")],
    )
    .expect(303);
    // Those that are heard already stand there too.
    let page = on_shift(town).get("/wrong").expect(200);
    let mut waiting = page
        .body
        .split("action=\"/wrong/")
        .filter_map(|rest| rest.split_once("/take\""));
    let id = waiting
        .find(|(id, _)| !id.contains('"'))
        .expect("one that waits");
    id.0.to_owned()
}
