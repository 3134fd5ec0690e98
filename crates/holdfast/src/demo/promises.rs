//! What people of Rivermouth promised their circles.

use super::Rivermouth;
use asks::rules::Kind as Offer;
use commitments::{
    play::{Given, give},
    rules::Kind,
};
use jiff::civil::Weekday::{self, Friday, Monday, Saturday, Thursday, Tuesday};
use kernel::Day;
use rhythm::Recurrence;
use store::{AnyConnection, Stop};
use web::{House, RestChange, RestTurn};

struct Promise {
    giver: &'static str,
    circle: &'static str,
    words: &'static str,
    kind: Kind,
    fits: Option<Offer>,
    days: &'static [Weekday],
    hour: i8,
    review: (i8, i8),
}

const PROMISES: &[Promise] = &[
    Promise {
        giver: "Bo",
        circle: "aid",
        words: "Grocery run, North side",
        kind: Kind::Material,
        fits: Some(Offer::Food),
        days: &[Tuesday, Friday],
        hour: 17,
        review: (5, 31),
    },
    Promise {
        giver: "Yuki",
        circle: "aid",
        words: "Rides to the clinic in my car",
        kind: Kind::Material,
        fits: Some(Offer::Lift),
        days: &[Thursday],
        hour: 8,
        review: (3, 20),
    },
    Promise {
        giver: "Rosa",
        circle: "aid",
        words: "The phone line, in English and Spanish",
        kind: Kind::Skill,
        fits: None,
        days: &[Monday],
        hour: 18,
        review: (6, 12),
    },
    Promise {
        giver: "Luz",
        circle: "aid",
        words: "Open the hall for the distro",
        kind: Kind::ShowUp,
        fits: None,
        days: &[Saturday],
        hour: 9,
        review: (6, 30),
    },
    Promise {
        giver: "Kezia",
        circle: "housing",
        words: "Stand at the door when there is an eviction notice",
        kind: Kind::Risk,
        fits: None,
        days: &[],
        hour: 0,
        review: (7, 1),
    },
];

/// Writes down what was promised since the founding.
pub(super) fn promises(
    conn: &mut AnyConnection,
    house: &House,
    town: &Rivermouth,
) -> Result<(), Stop> {
    let day = |month, day| Day::new(2026, month, day).ok_or(Stop::NotThere);
    let start = day(2, 23)?;
    for promise in PROMISES {
        let starts = start.date().at(promise.hour, 0, 0, 0);
        let given = Given {
            from: town.person(promise.giver)?,
            to: town.circle(promise.circle)?,
            words: promise.words,
            kind: promise.kind,
            fits: promise.fits,
            when: Recurrence::weekly(promise.days, 1, starts).ok(),
            start,
            review_on: Some(day(promise.review.0, promise.review.1)?),
        };
        give(conn, house, given)?;
    }
    // Luz rests, and what she holds looks for cover.
    let turn = RestTurn::Begins { until: None };
    let person = town.person("Luz")?;
    house.rests(conn, RestChange { person, turn })
}
