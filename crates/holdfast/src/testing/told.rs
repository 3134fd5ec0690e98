//! Stories in which somebody is told something, and what they begin with.

use super::{Browser, Town, on_both_databases};
use crate::{owners::OsChance, practices};
use std::{path::Path, sync::Arc};
use telling::{Mail, Ways};

/// A story in a town that tells by these ways, on both databases.
pub fn on_both_with(ways: &Ways, story: impl Fn(&Town)) {
    on_both_databases(|database| {
        let practices = practices(ways.clone());
        story(&Town::with(database, practices, Arc::new(OsChance), |_| {}));
    });
}

/// Telling by a folder.
pub fn by_folder(folder: &Path) -> Ways {
    Ways {
        mail: Mail::Folder(folder.to_owned()),
        ..Ways::default()
    }
}

/// Somebody chooses an address and an hour, and what does not wait.
#[track_caller]
pub fn chooses(browser: &Browser, address: &str, hour: &str, at_once: bool) {
    let mut fields = vec![("address", address), ("hour", hour)];
    if at_once {
        fields.push(("at_once", "claimed-ask"));
    }
    browser.post("/me/telling", &fields).expect(303);
}

/// An ask on the board, heard by Sam on shift: its id and its code.
#[track_caller]
pub fn open_ask(town: &Town, published: &str, by_when: &str) -> (String, String) {
    let sam = town.as_person("Sam");
    sam.post("/shift/take", &[("hours", "12")]).expect(303);
    let written = [
        ("channel", "phone"),
        ("words", "my name is Gus and I need it"),
        ("contact", "Gus, 555 0142"),
        ("place", "18 Alder St, side door"),
        ("kind", "food"),
        ("area", "North side"),
        ("language", "en"),
        ("share_words", "yes"),
        ("text_ok", "yes"),
        ("by_when", by_when),
    ];
    let page = sam
        .follow(sam.post("/asks/new", &written).expect(303))
        .expect(200);
    let code = page.between("class=\"code\" href=\"/asks/", "</a>");
    let (id, code) = code.split_once("\">").unwrap();
    sam.post(&format!("/asks/{id}/publish"), &[("published", published)])
        .expect(303);
    (id.to_owned(), code.to_owned())
}
