//! Maps: written by hand, guessed, and refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use jiff::tz::TimeZone;
use proptest::prelude::*;
use sheets::{
    AreaFrom, AreaRule, DateOrder, Delimiter, FileRefused, Kind, KindFrom, KindRule, LanguageFrom,
    Map, Options, Within, WordsPart, read,
};

const WORDS: &str = "words = [{ column = \"What\" }]\n";

fn key_of(toml: &str) -> &'static str {
    Map::from_toml(toml).unwrap_err().message_key()
}

#[test]
fn maps_that_cannot_be_followed() {
    assert_eq!(key_of("key = [\"Name\"]"), "sheet-map-without-words");
    assert_eq!(key_of("words = 3"), "sheet-map-not-readable");
    assert_eq!(
        key_of(&format!("{WORDS}zone = \"Mars/Base\"")),
        "sheet-map-zone-unknown"
    );
    let kind = "kind = { always = \"sandwich\" }";
    assert_eq!(key_of(&format!("{WORDS}{kind}")), "sheet-map-not-readable");
    let within = "within = { latitude = \"a\", longitude = \"b\", south = 9, north = 1, west = 0, east = 1 }";
    assert_eq!(
        key_of(&format!("{WORDS}{within}")),
        "sheet-map-box-impossible"
    );
    let typo = Map::from_toml(&format!("{WORDS}contcat = [\"Phone\"]")).unwrap_err();
    assert!(typo.args()[0].1.contains("contcat"));
}

#[test]
fn a_map_does_not_publish_what_is_sealed() {
    let sealed = "contact = [\"Phone\"]\nplace = [\"Street\"]\n";
    let words = format!("{sealed}words = [{{ column = \" PHONE\" }}]");
    assert_eq!(key_of(&words), "sheet-map-would-publish");
    let area = format!("{sealed}{WORDS}area = {{ column = \"Street\" }}");
    assert_eq!(key_of(&area), "sheet-map-would-publish");
    let rule = "[[area.rules]]\ncolumn = \"Street\"\ncontains = \"Mill\"\narea = \"East\"";
    assert!(Map::from_toml(&format!("{sealed}{WORDS}{rule}")).is_ok());
}

#[test]
fn an_english_form_is_guessed() {
    let map = Map::guess(&[
        "Timestamp",
        "Your name",
        "Phone number",
        "Street address",
        "Neighborhood",
        "What kind of help is this?",
        "Tell us what you need",
        "Needed by",
        "Preferred language",
        "Anything else?",
        "Last updated",
        "Favourite colour",
    ]);
    assert_eq!(map.received, ["Timestamp", "Last updated"]);
    assert_eq!(map.contact, ["Your name", "Phone number"]);
    assert_eq!(map.place, ["Street address"]);
    assert_eq!(map.area.unwrap().column.as_deref(), Some("Neighborhood"));
    assert_eq!(
        map.kind.unwrap().column.as_deref(),
        Some("What kind of help is this?")
    );
    assert_eq!(map.by_when.as_deref(), Some("Needed by"));
    assert_eq!(
        map.language.unwrap().column.as_deref(),
        Some("Preferred language")
    );
    let words: Vec<&str> = map.words.iter().map(|part| part.column.as_str()).collect();
    assert_eq!(words, ["Tell us what you need", "Anything else?"]);
}

#[test]
fn a_spanish_form_is_guessed_and_reads() {
    let headers = [
        "Marca temporal",
        "Nombre y apellido",
        "Teléfono",
        "Dirección",
        "Colonia",
        "¿Qué necesitas?",
        "¿Para cuándo?",
        "Idioma",
        "Tipo de ayuda",
    ];
    let map = Map::guess(&headers);
    assert_eq!(map.received, ["Marca temporal"]);
    assert_eq!(map.contact, ["Nombre y apellido", "Teléfono"]);
    assert_eq!(map.place, ["Dirección"]);
    assert_eq!(map.by_when.as_deref(), Some("¿Para cuándo?"));
    let file = format!(
        "{}\n31/08/2017 17:31,Ana,555,Calle 4,Centro,Pañales,2/9/2017,Español,Cosas\n",
        headers.join(",")
    );
    let map = Map {
        date_order: DateOrder::DayFirst,
        ..map
    };
    let reading = read(file.as_bytes(), &map, &Options::in_zone(TimeZone::UTC)).unwrap();
    let row = &reading.rows[0];
    assert_eq!(
        (row.words.as_str(), row.kind, row.notes.len()),
        ("Pañales", Kind::Things, 0)
    );
    assert_eq!(row.by_when.unwrap().to_string(), "2017-09-02");
    assert_eq!(row.area.as_deref(), Some("Centro"));
}

#[test]
fn a_file_shows_its_headers_before_there_is_a_map() {
    let names = |file: &str| sheets::headers(file.as_bytes(), &Options::in_zone(TimeZone::UTC));
    let expected = Ok(vec![
        "Qué, cuándo".to_owned(),
        "Tel".to_owned(),
        "Calle".to_owned(),
    ]);
    assert_eq!(names("\u{feff}Qué, cuándo;Tel;Calle\n1;2;3\n"), expected);
    assert_eq!(names("What\n"), Ok(vec!["What".to_owned()]));
    assert_eq!(names(""), Err(FileRefused::Empty));
}

#[test]
fn a_guess_is_modest() {
    let map = Map::guess(&["Colour", "Shoe size"]);
    assert_eq!(map.check(), Err(FileRefused::MapWithoutWords));
    let only_kind = Map::guess(&["Type of help", "Notes", "Notes"]);
    assert_eq!(only_kind.words[1].column, "Notes#2");
    let flags = Map::guess(&["are_supplies_needed"]);
    assert_eq!(flags.words[0].when_true.as_deref(), Some("supplies needed"));
    let none: [&str; 0] = [];
    assert_eq!(Map::guess(&none), Map::default());
}

fn name() -> impl Strategy<Value = String> {
    "[ -~áñ\n\"#|]{0,12}"
}

fn maybe() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(name())
}

fn names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(name(), 0..3)
}

fn words() -> impl Strategy<Value = Vec<WordsPart>> {
    let part = (name(), maybe(), maybe()).prop_map(|(column, label, when_true)| WordsPart {
        column,
        label,
        when_true,
    });
    proptest::collection::vec(part, 1..4)
}

fn area() -> impl Strategy<Value = AreaFrom> {
    let rule = (name(), name(), name()).prop_map(|(column, contains, area)| AreaRule {
        column,
        contains,
        area,
    });
    (proptest::collection::vec(rule, 0..3), maybe(), maybe()).prop_map(|(rules, column, always)| {
        AreaFrom {
            rules,
            column,
            always,
        }
    })
}

fn kind() -> impl Strategy<Value = KindFrom> {
    let some_kind = prop_oneof![Just(Kind::Food), Just(Kind::Words), Just(Kind::Other)];
    let rule = (name(), maybe(), some_kind.clone()).prop_map(|(column, contains, kind)| KindRule {
        column,
        contains,
        kind,
    });
    let rules = proptest::collection::vec(rule, 0..3);
    (rules, maybe(), proptest::option::of(some_kind)).prop_map(|(rules, column, always)| KindFrom {
        rules,
        column,
        always,
    })
}

fn within() -> impl Strategy<Value = Within> {
    (
        name(),
        name(),
        -90.0..=0.0,
        0.0..=90.0,
        -180.0..=180.0,
        -180.0..=180.0,
    )
        .prop_map(|(latitude, longitude, south, north, west, east)| Within {
            latitude,
            longitude,
            south,
            north,
            west,
            east,
        })
}

prop_compose! {
    fn any_map()(
        words in words(),
        lists in (names(), names()),
        by_when in maybe(),
        area in proptest::option::of(area()),
        kind in proptest::option::of(kind()),
        language in proptest::option::of((maybe(), maybe())),
        within in proptest::option::of(within()),
        day_first in any::<bool>(),
        delimiter in proptest::option::of(Just(Delimiter::Tab)),
    ) -> Map {
        Map {
            zone: by_when.as_ref().map(|_| "America/Chicago".to_owned()),
            date_order: if day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst },
            key: lists.0,
            received: lists.1,
            language: language.map(|(column, always)| LanguageFrom { column, always }),
            delimiter, by_when, words, area, kind, within,
            ..Map::default()
        }
    }
}

proptest! {
    #[test]
    fn a_map_written_down_reads_the_same(map in any_map()) {
        let toml = map.to_toml().unwrap();
        prop_assert_eq!(Map::from_toml(&toml).unwrap(), map);
    }

    #[test]
    fn guessing_never_fails(headers in proptest::collection::vec("\\PC{0,20}", 0..12)) {
        let map = Map::guess(&headers);
        prop_assert!(map.words.is_empty() || map.to_toml().is_ok());
    }
}
