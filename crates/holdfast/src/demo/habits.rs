//! What Rivermouth does again and again. Nobody here is real.

use super::Rivermouth;
use cadence::{
    play::{New, hosts, make},
    rules::{Often, Shown},
};
use kernel::Day;
use store::{AnyConnection, Stop};
use web::House;

/// Aid's distro on Saturdays, which anyone can find, and Care's circle once a month.
pub fn habits(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let day = |month, day| Day::new(2026, month, day).ok_or(Stop::NotThere);
    let distro = New {
        circle: Some(town.circle("aid")?),
        name: "Aid distro".to_owned(),
        place: "St Brigid's Kitchen".to_owned(),
        find_us: "Blue door at the back.".to_owned(),
        shown: Shown::Public,
        minimum: "Two people and a table.".to_owned(),
        often: Often::Weekly,
        first: Some(day(2, 28)?),
        minute: Some(10 * 60),
        minutes: 120,
        season: Some(day(5, 30)?),
    };
    let today = day(3, 1)?;
    let id = make(conn, house, &distro, today)?;
    let mut rota = Vec::new();
    for handle in ["Bo", "Yuki", "Sam"] {
        rota.push(town.person(handle)?);
    }
    hosts(conn, house, id, &rota)?;
    let listening = New {
        circle: Some(town.circle("care")?),
        name: "Listening circle".to_owned(),
        place: "Hall, upstairs".to_owned(),
        find_us: String::new(),
        shown: Shown::Circle,
        minimum: "A candle and an hour.".to_owned(),
        often: Often::Monthly(3),
        first: Some(day(3, 19)?),
        minute: Some(18 * 60 + 30),
        minutes: 90,
        season: Some(day(6, 30)?),
    };
    make(conn, house, &listening, today).map(drop)
}
