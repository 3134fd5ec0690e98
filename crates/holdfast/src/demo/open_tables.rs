//! Rivermouth's open tables. Nobody here is real.

use super::Rivermouth;
use kernel::Day;
use store::{AnyConnection, Stop};
use tables::{Keeper, NewTable, record};
use web::House;

/// Three tables, written down in the first days of March.
pub fn open_tables(conn: &mut AnyConnection, house: &House, town: &Rivermouth) -> Result<(), Stop> {
    let zone = &house.network().zone;
    let wrote = Day::new(2026, 3, 1).ok_or(Stop::NotThere)?;
    let sbk = town.organisations.get("SBK").copied();
    let sbk = Keeper::Organisation(sbk.ok_or(Stop::NotThere)?);
    let aid = Keeper::Circle(town.circle("aid")?);
    let housing = Keeper::Circle(town.circle("housing")?);
    // Name, place, area, when, what there is, languages, contact, who keeps it, looked at again in.
    let all = [
        (
            "St Brigid's Kitchen",
            "4 Chapel Row, hall at the back",
            "Old town",
            "Tuesday and Thursday 5:00 pm - 6:30 pm",
            "A warm meal for anybody. Bread to take home while there is some.",
            "English, español",
            "hall@stbrigid.example",
            sbk,
            90,
        ),
        (
            "Table on the square",
            "Ferry Square, by the fountain",
            "River flats",
            "2nd & 4th Saturday 12:00pm - 4:00pm",
            "Vegetables, bread, coffee. Bring a bag if you have one.",
            "English, español",
            "",
            aid,
            90,
        ),
        (
            "Tenants' soup",
            "Block C laundry room",
            "East side",
            "First Sunday of each month, after the meeting",
            "Soup, and somebody to read letters from the landlord with.",
            "English",
            "",
            housing,
            8,
        ),
    ];
    for (name, place, area, rhythm, offers, languages, contact, keeper, days) in all {
        let new = NewTable {
            name: name.to_owned(),
            place: place.to_owned(),
            area: area.to_owned(),
            rhythm: rhythm.to_owned(),
            offers: offers.to_owned(),
            languages: languages.to_owned(),
            contact: contact.to_owned(),
            published_by: String::new(),
            keeper,
            review_on: wrote.plus(days),
        };
        record(conn, house, &new, zone.moment(wrote, 12, 0))?;
    }
    Ok(())
}
