//! Who learns what alongside whom in Rivermouth, a role that was drawn by lot, something that Aid decides and
//! something it is asked slowly, and a season of renewal. Nobody here is real.

use super::Rivermouth;
use kernel::Day;
use store::{AnyConnection, Stop};
use web::House;

/// What fell when Noor and Ruth rolled, ten times each.
const ROLLS: [u8; 20] = [3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 1, 4, 2, 6, 6, 2, 3, 1, 5, 4];

/// Sam is Amara's shadow; whoever facilitates Coordinating was drawn in the first days of March.
pub fn leading(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let zone = &house.network().zone;
    let day = |day| Day::new(2026, 3, day).ok_or(Stop::NotThere);
    let (second, third) = (day(2)?, day(3)?);
    let at = zone.moment(second, 19, 0);
    let (aid, sam) = (town.circle("aid")?, town.person("Sam")?);
    roles::play::shadow_of_steward(conn, house, aid, sam, at)?;
    let coordinating = town.circle("coordinating")?;
    let words = (
        "Facilitation",
        "Opens the meeting, keeps the time, and sees that everybody is heard.",
        "The hall's key box\nThe meeting notebook",
    );
    let role = roles::play::write_role(conn, house, coordinating, words, second)?;
    let mut pool = Vec::new();
    for handle in ["Chidi", "Noor", "Mateo", "Ruth"] {
        pool.push(town.person(handle)?);
    }
    let drawn_at = zone.moment(third, 19, 30);
    roles::play::by_lot(conn, house, role, (&pool, &ROLLS), drawn_at)?;
    // Everybody looks at what they hold, from the ninth on.
    let closes = day(30)?;
    deciding(conn, house, town)?;
    tied(conn, house, town)?;
    asked_slowly(conn, house, town)?;
    renewal::play::season(conn, house, (day(9)?, closes), Some(closes.plus(1)))?;
    Ok(())
}

/// What Aid decides in these days, and those of Housing who are tenants.
fn deciding(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let day = Day::new(2026, 3, 9).ok_or(Stop::NotThere)?;
    let what = decisions::play::Proposed {
        circle: town.circle("aid")?,
        author: town.person("Sam")?,
        class: decisions::rules::Class::Shared,
        title: "Open the phone line on Sundays",
        words: "Two of us answer the line every second Sunday from 15 March on, from ten until two. \
                We try it until 7 June, then look again.",
        waits: Some("neighbours who call this Sunday hear \u{201c}back on Monday\u{201d}."),
        bears: Some("Whoever answers on Sundays, and neighbours who call."),
        gives: None,
    };
    let at = house.network().zone.moment(day, 9, 0);
    decisions::play::proposed(conn, house, &what, at)?;
    let tenants = ("Tenants", "Tenants of the river blocks");
    let people = [town.person("Esi")?, town.person("Kezia")?];
    decisions::play::caucus(conn, house, tenants, &people)?;
    let where_to_meet = decisions::play::Offered {
        circle: town.circle("aid")?,
        author: town.person("Amara")?,
        blanks: decisions::rules::Blanks::Last,
        title: "Where do we meet in April?",
        words: Some("All three have a ramp."),
        things: &["The library", "The park", "St Brigid's hall"],
        closes_on: day.plus(7),
    };
    decisions::play::choice(conn, house, &where_to_meet, at)?;
    let flyer = (
        "A new flyer",
        "Larger letters, and the phone number on both sides.",
    );
    let asked = [
        (town.person("Rosa")?, decisions::rules::Because::Affected),
        (town.person("Chidi")?, decisions::rules::Because::Knows),
    ];
    let of = (town.circle("aid")?, town.person("Bo")?);
    decisions::play::advice(conn, house, of, flyer, &asked)?;
    Ok(())
}

/// Who knows whom: three groups that hang together by a few, so that there is something to weave.
fn tied(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    const TIES: &[(&str, &str)] = &[
        ("Amara", "Sam"),
        ("Amara", "Rosa"),
        ("Amara", "Bo"),
        ("Sam", "Rosa"),
        ("Sam", "Bo"),
        ("Rosa", "Bo"),
        ("Bo", "Yuki"),
        ("Rosa", "Yuki"),
        ("Amara", "Chidi"),
        ("Chidi", "Noor"),
        ("Chidi", "Dalia"),
        ("Noor", "Dalia"),
        ("Dalia", "Omar"),
        ("Noor", "Omar"),
        ("Noor", "Esi"),
        ("Esi", "Jonah"),
        ("Esi", "Kezia"),
        ("Jonah", "Kezia"),
        ("Hana", "Lev"),
        ("Hana", "Chidi"),
        ("Lev", "Chidi"),
        ("Ines", "Tess"),
        ("Tess", "Hana"),
        ("Ines", "Lev"),
        ("Mateo", "Ruth"),
        ("Ruth", "Hana"),
        ("Mateo", "Esi"),
    ];
    let day = Day::new(2026, 3, 1).ok_or(Stop::NotThere)?;
    for (one, other) in TIES {
        let two = (town.person(one)?, town.person(other)?);
        ties::play::count_tie(conn, house, two, day)?;
    }
    let zone = house.network().zone.clone();
    let (from, until) = (zone.moment(day, 9, 0), zone.moment(day.plus(130), 23, 59));
    let noor = town.person("Noor")?;
    let weaver = (town.circle("coordinating")?, noor, kernel::Role::Weaver);
    people::hold_until(conn, house, weaver, from, until)?;
    ties::play::make_picture(conn, house)
}

/// What Rosa asks Aid, until Thursday at six; two have given something already.
fn asked_slowly(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let day = Day::new(2026, 3, 12).ok_or(Stop::NotThere)?;
    let asked = rounds::play::Asked {
        circle: town.circle("aid")?,
        host: town.person("Rosa")?,
        question: "What made you come back a second time?",
        closes: house.network().zone.moment(day, 18, 0),
    };
    let id = rounds::play::asked(conn, house, &asked)?;
    let gave = [
        ("Rosa", "Somebody remembered my name."),
        (
            "Sam",
            "The soup, and being needed without being counted on.",
        ),
    ];
    for (who, words) in gave {
        rounds::play::gives(conn, house, id, (town.person(who)?, Some(words)))?;
    }
    Ok(())
}
