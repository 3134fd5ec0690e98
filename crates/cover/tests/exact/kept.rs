//! The generator of the figures is what it says it is.

use cover::Plan;
use cover::testing::{self, KINDS, NEAREST, Times};

#[test]
fn an_invented_town_is_as_described() {
    assert_eq!((KINDS, NEAREST), (8, 20));
    for (times, percent) in [
        (Times::Plenty, 150),
        (Times::Scarcity, 60),
        (Times::Resting, 60),
        (Times::Even, 100),
        (Times::Elsewhere, 150),
    ] {
        let town = testing::town(10_000, times, 1).unwrap();
        assert_eq!((town.places(), town.people()), (10_000, 5_000));
        assert!(town.ceilings().iter().all(|&ceiling| ceiling <= 5));
        let resting = town.ceilings().contains(&0);
        assert_eq!(resting, times == Times::Resting);
        let room: u32 = town.ceilings().iter().sum();
        assert!(room.abs_diff(100 * percent) < 200, "{times:?}: {room}");
        for place in 0..10_000 {
            let row = town.could(place);
            assert_eq!(row.len(), NEAREST);
            assert!(row.windows(2).all(|two| two[0].cost <= two[1].cost));
        }
        assert!(Plan::of(town, 1).is_proven());
    }
}

#[test]
fn small_towns_have_fewer_to_ask() {
    for places in 0..50 {
        let town = testing::town(places, Times::Plenty, 1).unwrap();
        assert_eq!((town.places(), town.people()), (places, places / 2));
        assert!(Plan::of(town, 1).is_proven());
    }
}
