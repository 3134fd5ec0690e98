//! A map through a form and back.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use sheets::{Map, Picks, column_named, columns};

#[test]
fn a_form_that_comes_back_untouched_changes_nothing() {
    let harvey = Map::from_toml(include_str!("../examples/harvey-needs.toml")).unwrap();
    assert_eq!(harvey.clone().with_picks(harvey.picks()), harvey);
    let guess = Map::guess(&["Timestamp", "Phone", "What do you need?", "Neighborhood"]);
    assert_eq!(guess.clone().with_picks(guess.picks()), guess);
    assert_eq!(Map::default().with_picks(Picks::default()), Map::default());
}

#[test]
fn what_a_form_cannot_say_stays() {
    let map = Map::from_toml(
        "zone = \"America/Chicago\"\nwords = [{ column = \"Extra\", label = \"Also\" }]\n\
         [kind]\ncolumn = \"Type\"\nalways = \"food\"",
    );
    let mut picks = map.clone().unwrap().picks();
    picks.words = vec!["What".to_owned(), "extra".to_owned()];
    picks.kind = None;
    let map = map.unwrap().with_picks(picks);
    let labels: Vec<_> = map.words.iter().map(|part| part.label.as_deref()).collect();
    assert_eq!(labels, [None, Some("Also")]);
    assert_eq!(map.kind.unwrap().always, Some(sheets::Kind::Food));
    assert_eq!(map.zone.as_deref(), Some("America/Chicago"));
}

#[test]
fn every_named_column_can_be_picked() {
    let names = columns(&["Name", "Notes", " Notes ", "notes", "", "Phone"]);
    assert_eq!(names, ["Name", "Notes#1", "Notes#2", "notes", "Phone"]);
    let named = |name| column_named(&names, name);
    assert_eq!(named("notes"), Some(3));
    assert_eq!(named("NOTES#2"), Some(2));
    assert_eq!(named("Street"), None);
}
