//! Rivermouth Solidarity Network with the cast of PRACTICES.md §1.9: the demo, and the town that
//! every acceptance story plays in.

mod cast;
mod founding;
mod gathering;
mod habits;
mod leading;
mod life;
mod open_tables;
mod pages;
mod pods;
mod promises;
mod stories;

pub use cast::{CAST, Persona};
pub use founding::{CIRCLES, Rivermouth, people_of_rivermouth, rivermouth};
pub use life::life;

use crate::{Trouble, owners::DemoClock};
use kernel::{Day, Moment, NetworkId, Zone};
use std::sync::Arc;
use store::{AnyConnection, fact, set_fact};
use telling::Ways;
use web::{Practice, Shared};

/// A fact of the store that says this network is made up.
const IS_DEMO: &str = "demo";

/// Rivermouth's zone.
pub const ZONE: &str = "America/Chicago";

/// The practices of a demo: those of every house, and the page to step in as somebody.
pub fn practices(clock: Arc<DemoClock>, ways: Ways) -> Vec<Box<dyn Practice>> {
    let mut all = crate::practices(ways);
    all.push(Box::new(pages::StepIn { clock }));
    all
}

/// Tuesday 10 March 2026, nine in the morning in Rivermouth.
pub fn start() -> Result<Moment, Trouble> {
    at((2026, 3, 10), 9, 0).ok_or(Trouble::NotThere)
}

/// A moment in Rivermouth; `None` where there is no such day.
pub fn at(day: (i16, i8, i8), hour: i8, minute: i8) -> Option<Moment> {
    let day = Day::new(day.0, day.1, day.2)?;
    Some(Zone::parse(ZONE)?.moment(day, hour, minute))
}

/// Fills an empty house with Rivermouth and a few weeks of its life.
pub fn fill(house: &Shared) -> Result<(), Trouble> {
    let town = house.db.alone(|conn| {
        let town = rivermouth(conn, house)?;
        let town = people_of_rivermouth(conn, house, &town)?;
        open_tables::open_tables(conn, house, &town)?;
        promises::promises(conn, house, &town)?;
        pods::pods(conn, house, &town)?;
        habits::habits(conn, house, &town)?;
        leading::leading(conn, house, &town)?;
        gathering::gatherings(conn, house, &town)?;
        set_fact(conn, house.network().id, IS_DEMO, "yes")?;
        Ok(town)
    })?;
    life(house, &town)
}

/// Whether this network is made up, so that nobody needs to be asked about it.
pub fn is_demo(conn: &mut AnyConnection, network: NetworkId) -> diesel::QueryResult<bool> {
    Ok(fact(conn, network, IS_DEMO)?.as_deref() == Some("yes"))
}
