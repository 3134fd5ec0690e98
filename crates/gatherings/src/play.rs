//! The same without a browser, for the demo.

use crate::{
    deeds::{
        choir::{self, NewSeason},
        harvest::{self, NewLine},
        hosting::{self, New},
    },
    rules::{ContainerId, Kind, Part, Said, SeasonId, Shape, Stage, Wide},
    tables::{self, Words},
};
use kernel::{CircleId, Day, PersonId};
use store::{AnyConnection, Stop};
use web::House;

/// A gathering that two hold.
pub struct Held<'a> {
    /// Whose it is.
    pub circle: CircleId,
    /// Those who hold it, who have said yes.
    pub hosts: [PersonId; 2],
    /// Its question.
    pub question: &'a str,
    /// Who it is for.
    pub for_whom: &'a str,
    /// How we are with one another.
    pub agreements: &'a str,
    /// Where.
    pub place: &'a str,
    /// On which day.
    pub day: Day,
    /// At which minute of it.
    pub minute: i32,
    /// Its run of show: minutes and words.
    pub program: &'a [(i32, &'a str)],
    /// What has been heard, where it took place; none where people are invited.
    pub heard: &'a [&'a str],
}

/// A gathering to which people are invited, or that took place.
///
/// # Errors
/// Where the database cannot be written.
pub fn gathering(
    conn: &mut AnyConnection,
    house: &House,
    held: &Held<'_>,
) -> Result<ContainerId, Stop> {
    let some = |text: &str| Some(text.to_owned());
    let program: Vec<crate::rules::Step> = held
        .program
        .iter()
        .map(|(minutes, words)| crate::rules::Step {
            minutes: *minutes,
            words: (*words).to_owned(),
        })
        .collect();
    let new = New {
        circle: held.circle,
        kind: Kind::Gathering,
        shape: Shape::Round,
        open_to: Wide::Network,
        season: None,
        within: None,
        before: None,
        hosts: held.hosts.map(|host| Some((host, Said::Yes))),
        words: Words {
            question: some(held.question),
            for_whom: some(held.for_whom),
            agreements: some(held.agreements),
            place: some(held.place),
            dial_in: None,
            program: Some(crate::rules::text(&program)),
        },
        day: held.day,
        minute: held.minute,
        ends: held.day,
    };
    let mut row = hosting::sealed(house, new)?;
    row.stage = match held.heard.is_empty() {
        true => Stage::Invited,
        false => Stage::Draft,
    };
    tables::put_container(conn, &row)?;
    for words in held.heard {
        let new = NewLine {
            part: Part::Heard,
            words,
            whose: None,
            party: None,
        };
        harvest::add(conn, house, &row, &new)?;
    }
    Ok(row.id)
}

/// A season of CHOIR evenings: so many months from a day on, at a minute of it.
///
/// # Errors
/// Where the database cannot be written.
pub fn choir(
    conn: &mut AnyConnection,
    house: &House,
    circle: CircleId,
    (first, minute, months): (Day, i32, usize),
    (dial_in, program): (&str, &[(i32, &str)]),
) -> Result<SeasonId, Stop> {
    let steps: Vec<crate::rules::Step> = program
        .iter()
        .map(|(minutes, words)| crate::rules::Step {
            minutes: *minutes,
            words: (*words).to_owned(),
        })
        .collect();
    let new = NewSeason {
        circle,
        open_to: Wide::Public,
        first,
        minute,
        months,
        place: None,
        dial_in: Some(dial_in.to_owned()),
        agreements: None,
        program: crate::rules::text(&steps),
    };
    choir::make(conn, house, new)
}

/// The room had its harvest, and it was shared so far.
///
/// # Errors
/// Where the database cannot be read or written.
pub fn shared(
    conn: &mut AnyConnection,
    house: &House,
    id: ContainerId,
    far: Wide,
) -> Result<(), Stop> {
    let mut row = tables::container(conn, house.network().id, id)?;
    row.stage = Stage::Shared;
    row.returned_at = Some(row.begins(&house.network().zone));
    row.shared_to = Some(far);
    Ok(tables::put_container(conn, &row)?)
}
