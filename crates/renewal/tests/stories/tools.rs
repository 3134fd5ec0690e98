//! What the stories share.

use commitments::{
    play::{Given, give},
    rules::Kind,
};
use holdfast::testing::Town;
use kernel::{CircleId, Day, PersonId};

/// Something a person gives a circle, looked at again at the end of the year.
pub fn gives(town: &Town, from: PersonId, to: CircleId, words: &str) {
    let start = town.house.network().zone.day_of(town.house.now());
    let given = Given {
        from,
        to,
        words,
        kind: Kind::ShowUp,
        fits: None,
        when: None,
        start,
        review_on: Some(start.plus(200)),
    };
    town.data(|conn| give(conn, &town.house, given));
}

/// Two are each other's buddies until the end of the year after.
pub fn buddies(town: &Town, one: &str, other: &str) {
    let until = Day::parse("2027-12-31").unwrap();
    let (one, other, house) = (town.person(one), town.person(other), &town.house);
    town.data(|conn| pods::play::make_buddies(conn, house, one, other, until));
}
