//! Clocks that stand in another zone, or go back.

use super::tools::{RUNS, deed, holds, offer_of, rota};
use holdfast::testing::{Town, on_both};

fn move_to(town: &Town, zone: &str) {
    use diesel::{RunQueryDsl, sql_query};
    let network = town.house.network().id;
    let facts = town.data(|conn| {
        sql_query(format!("update networks set zone = '{zone}'")).execute(conn)?;
        people::network_facts(conn, network)
    });
    town.house.set_network(facts);
}

/// The network moves to another zone: what is at five stays at five on the wall there, what was given up
/// stays given up, and its day comes when it comes there.
#[test]
fn a_network_that_moves_keeps_its_hours_and_its_days() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        let bo = town.as_person("Bo");
        deed(&bo, &there, "cant", &[("day", "2026-03-06")]).expect(303);
        move_to(town, "Europe/Madrid");
        rota(town, "Yuki", "aid")
            .says("every Tuesday and Friday, 17:00")
            .says("Friday 6 March, 17:00");
        bo.get(&there)
            .expect(200)
            .says("Looks for somebody, this once.")
            .says("Looked at again on Sunday 31 May.");
        // Six in the evening of 31 May in Chicago is June in Madrid.
        town.set_clock("2026-05-31 16:00");
        assert_eq!(stage_after_a_tick(town, &there), "In force.");
        town.set_clock("2026-05-31 18:00");
        assert_eq!(stage_after_a_tick(town, &there), "Awaiting word.");
        // Back again: what time did is not done twice, nor undone.
        move_to(town, "America/Chicago");
        assert_eq!(stage_after_a_tick(town, &there), "Awaiting word.");
        deed(&town.as_person("Bo"), &there, "keep", &[]).expect(303);
        assert_eq!(stage_after_a_tick(town, &there), "In force.");
    });
}

fn stage_after_a_tick(town: &Town, there: &str) -> &'static str {
    town.tick();
    let page = town.as_person("Bo").get(there).expect(200).body;
    let known = ["In force.", "Awaiting word."];
    let found = known.into_iter().find(|words| page.contains(words));
    found.unwrap_or_else(|| panic!("neither stands in {page}"))
}

/// A clock that goes back asks nobody twice, and nobody else meanwhile.
#[test]
fn a_clock_set_back_asks_nobody_again() {
    on_both(|town| {
        let there = holds(town, "Bo", ("aid", "Amara"), RUNS);
        for who in ["Hana", "Lev"] {
            offer_of(town, who, "food");
        }
        town.until("2026-03-10 08:00");
        let bo = town.as_person("Bo");
        deed(&bo, &there, "cant", &[("day", "2026-03-13")]).expect(303);
        assert_eq!(town.tick(), 1, "one person is asked");
        let asked = || {
            ["Hana", "Lev"].map(|who| {
                let page = town.as_person(who).get("/today").expect(200);
                page.body.matches("action=\"/places/").count()
            })
        };
        let before = asked();
        assert_eq!(before.iter().sum::<usize>(), 1);
        town.set_clock("2026-03-05 08:00");
        assert_eq!(town.tick(), 0);
        assert_eq!(asked(), before);
        town.set_clock("2026-03-10 09:00");
        assert_eq!(town.tick(), 0);
        assert_eq!(asked(), before);
    });
}
