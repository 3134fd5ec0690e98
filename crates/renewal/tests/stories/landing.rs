//! P4, P20: a season of renewal and whoever has just come back from rest.

use super::{
    amara::as_she_is,
    season::{id, season},
};
use holdfast::testing::on_both;
use kernel::{Role, Standing};

/// A rest that ends by a clock, on the day a season closes or in the week before, asks nothing: Ruth, who
/// said nothing in the season before, is not quiet for it. Omar, who did not rest, is.
#[test]
fn whoever_is_back_from_rest_as_a_season_closes_is_not_quiet() {
    on_both(|town| {
        town.set_clock("2026-05-25 09:00");
        season(town, "2026-06-01", "2026-06-22");
        town.until("2026-06-23 09:00");
        town.until("2026-11-20 09:00");
        town.hold("Chidi", Role::Steward, "coordinating", "2027-03-01");
        season(town, "2026-11-30", "2026-12-21");
        for (who, until) in [("Ruth", "2026-12-20"), ("Lev", "2026-12-15")] {
            let rest = [("until", until)];
            town.as_person(who).post("/me/rest", &rest).expect(303);
        }
        town.until("2026-12-20 23:40");
        for (who, standing) in [("Ruth", Standing::Resting), ("Lev", Standing::Member)] {
            assert_eq!(as_she_is(town, who).standing, standing, "{who}");
        }
        town.until("2026-12-21 09:00");
        for who in ["Ruth", "Lev"] {
            assert_eq!(as_she_is(town, who).standing, Standing::Member, "{who}");
        }
        assert_eq!(as_she_is(town, "Omar").standing, Standing::Dormant);
        // A word after the last day is heard as anybody's.
        let choose = format!("/renewal/{}/choose", id(town));
        town.as_person("Ruth")
            .post(&choose, &[("word", "stay")])
            .expect(303);
    });
}
