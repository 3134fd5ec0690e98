//! What the stories share.

use holdfast::testing::{Answer, Browser, Town};

/// The first address on a page that begins with `prefix` and has one more part.
#[track_caller]
pub fn link(page: &Answer, prefix: &str) -> String {
    let rest = page.between(&format!("\"{prefix}/"), "\"");
    format!("{prefix}/{rest}")
}

/// The id of the ask a page is about, or lists first under this code.
#[track_caller]
pub fn ask_on(page: &Answer, code: &str) -> String {
    let before = page
        .body
        .split(code)
        .next()
        .unwrap_or_else(|| panic!("no {code}"));
    let near = before
        .rsplit_once("/asks/")
        .map(|(_, rest)| rest)
        .filter(|rest| rest.len() >= 36)
        .or_else(|| {
            let after = page.body.split_once(code)?.1;
            after.split_once("/asks/").map(|(_, rest)| rest)
        })
        .unwrap_or_else(|| panic!("no ask near {code} in\n{}", page.body));
    near[..36].to_owned()
}

/// Somebody who is on shift.
#[track_caller]
pub fn on_shift(town: &Town, handle: &str) -> Browser {
    let browser = town.as_person(handle);
    browser.post("/shift/take", &[("hours", "12")]).expect(303);
    browser
}

/// An ask that was written down by phone with these fields; returns its id and code.
#[track_caller]
pub fn written(shift: &Browser, fields: &[(&str, &str)]) -> (String, String) {
    let mut all = vec![
        ("channel", "phone"),
        ("words", "food for 3"),
        ("contact", "Gus, 555 0142"),
        ("place", "18 Alder St, side door"),
        ("kind", "food"),
        ("area", "North side"),
        ("language", "en"),
        ("share_words", "yes"),
        ("text_ok", "yes"),
    ];
    for (name, value) in fields {
        all.retain(|(known, _)| known != name);
        all.push((name, value));
    }
    let page = shift
        .follow(shift.post("/asks/new", &all).expect(303))
        .expect(200);
    let code = page.between("class=\"code\" href=\"/asks/", "</a>");
    let (id, code) = code.split_once("\">").expect("a link with a code");
    (id.to_owned(), code.to_owned())
}

/// An ask on the board, with these words; returns its id and code.
#[track_caller]
pub fn open_ask(shift: &Browser, fields: &[(&str, &str)], published: &str) -> (String, String) {
    let (id, code) = written(shift, fields);
    shift
        .post(&format!("/asks/{id}/publish"), &[("published", published)])
        .expect(303);
    (id, code)
}

/// Said done by somebody of the cast.
#[track_caller]
pub fn brought(town: &Town, shift: &Browser, who: &str) -> (String, String) {
    let (id, code) = open_ask(shift, &[], "Food for 3");
    let goes = town.as_person(who);
    goes.post(&format!("/asks/{id}/claim"), &[]).expect(303);
    goes.post(&format!("/asks/{id}/plan"), &[("plan", "Friday at four")])
        .expect(303);
    goes.post(&format!("/asks/{id}/done"), &[]).expect(303);
    (id, code)
}
