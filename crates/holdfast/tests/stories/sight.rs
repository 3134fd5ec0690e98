//! What one may not see answers like what does not exist, byte for byte.

use holdfast::{
    found_network,
    testing::{Town, on_both},
};
use kernel::{CircleId, NetworkId};
use people::NetworkRow;

/// A circle of another network in the same database.
fn circle_of_another_network(town: &Town) -> CircleId {
    let ours = (*town.house.network()).clone();
    let circles = town.data(|conn| {
        let row = NetworkRow {
            id: NetworkId::new(&*town.house.chance),
            name: "Hill Street".to_owned(),
            ..people::network_row(conn, ours.id)?
        };
        found_network(conn, &town.house, &row, &[("aid", "Aid", "Theirs.")])
    });
    town.house.set_network(ours);
    circles[0]
}

#[test]
fn what_is_not_yours_to_see_answers_like_what_is_not_there() {
    on_both(|town| {
        let theirs = circle_of_another_network(town).to_string();
        let nowhere = CircleId::new(&*town.house.chance).to_string();
        let own = town.circle("aid").to_string();
        let page = |who: &str, id: &str| {
            let answer = town
                .as_person(who)
                .get(&format!("/circles/{id}"))
                .expect(404);
            let headers: Vec<_> = answer
                .headers
                .iter()
                .filter(|(name, _)| name != "date")
                .cloned()
                .collect();
            // The person's own token and the address they asked for are theirs.
            let token = answer.between("name=\"csrf\" value=\"", "\"");
            (
                headers,
                answer.body.replace(id, "ID").replace(&token, "TOKEN"),
            )
        };
        assert_eq!(page("Amara", &theirs), page("Amara", &nowhere));
        // A newcomer does not see circles yet.
        assert_eq!(page("Farid", &own), page("Farid", &nowhere));
        assert_eq!(page("Priya", &own), page("Priya", &nowhere));
    });
}

#[test]
fn a_session_of_another_network_is_nobodys_here() {
    on_both(|town| {
        let ours = (*town.house.network()).clone();
        let token = town.session(town.person("Bo"));
        let circle = circle_of_another_network(town);
        let facts = web::NetworkFacts {
            id: NetworkId::new(&*town.house.chance),
            aid: circle,
            ..ours
        };
        town.house.set_network(facts);
        let bo = town.stranger().with_session(&token);
        assert_eq!(bo.get("/today").expect(303).location(), "/sign-in");
    });
}

#[test]
fn an_address_that_is_no_id_is_simply_not_there() {
    on_both(|town| {
        for path in [
            "/circles/1",
            "/circles/%00",
            "/nothing",
            "/circles/../../etc",
            "/me/nothing",
        ] {
            town.as_person("Amara")
                .get(path)
                .expect(404)
                .says("There is nothing here for you");
        }
        town.as_person("Amara").post("/today", &[]).expect(404);
    });
}
