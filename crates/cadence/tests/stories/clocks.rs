//! Clocks that change, go back, or stand in another zone.

use super::tools::{begins, distro, distro_with, held, page_of};
use holdfast::testing::{Town, on_both};

/// Clocks in Chicago go forward on 8 March 2026.
#[test]
fn a_weekly_time_stays_at_ten_across_a_clock_change() {
    on_both(|town| {
        let page = distro(town);
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("<li>Saturday 7 March, 10:00")
            .says("<li>Saturday 14 March, 10:00")
            .says_not("09:00")
            .says_not("11:00");
    });
}

#[test]
fn a_time_that_a_clock_change_skips_is_moved_and_said_so() {
    on_both(|town| {
        let night = distro_with(&[
            ("name", "Night walk"),
            ("first", "2026-03-01"),
            ("time", "02:30"),
        ]);
        let page = page_of(&begins(town, "Amara", &night).expect(303));
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("Every Sunday at 02:30")
            .says("<li>Sunday 8 March, 03:30 <span class=\"muted\">Clocks skip 02:30 that night")
            .says("<li>Sunday 15 March, 02:30</li>");
        town.stranger().with_cookie("lang", "es");
        town.as_person("Luz")
            .get(&page)
            .expect(200)
            .says("los relojes se saltan las 02:30");
        // It is closed like any other, and asked for the week after.
        town.until("2026-03-08 04:00");
        town.as_person("Bo")
            .post(&format!("{page}/held"), &[("on", "2026-03-08")])
            .expect(200)
            .says("Next is Sunday 15 March at SBK — right?");
    });
}

/// The network moves to another zone: what is at ten stays at ten on the wall there.
#[test]
fn a_network_that_moves_keeps_its_hours_on_the_wall() {
    on_both(|town| {
        let page = distro(town);
        move_to(town, "Europe/Madrid");
        town.as_person("Bo")
            .get(&page)
            .expect(200)
            .says("<li>Saturday 7 March, 10:00")
            .says("<li>Saturday 28 March, 10:00");
    });
}

fn move_to(town: &Town, zone: &str) {
    use diesel::{RunQueryDsl, sql_query};
    let network = town.house.network().id;
    let facts = town.data(|conn| {
        sql_query(format!("update networks set zone = '{zone}'")).execute(conn)?;
        people::network_facts(conn, network)
    });
    town.house.set_network(facts);
}

/// A clock that was set back writes no second next date.
#[test]
fn a_clock_set_back_writes_no_second_next_date() {
    on_both(|town| {
        let page = distro(town);
        let bo = || town.as_person("Bo");
        town.until("2026-03-07 13:00");
        held(&bo(), &page, "2026-03-07", "2026-03-14");
        town.set_clock("2026-03-01 13:00");
        bo().post(
            &format!("{page}/held"),
            &[("on", "2026-03-07"), ("next", "2026-03-15")],
        )
        .expect(409);
        // The one before it is closed late, and has no next date of its own.
        bo().get(&page).expect(200).says("<h2>Saturday 28 February");
        bo().post(&format!("{page}/held"), &[("on", "2026-02-28")])
            .expect(303);
        assert_eq!(next_dates(town), 1);
        town.set_clock("2026-03-07 13:00");
        assert_eq!(town.tick(), 0);
        bo().get(&page)
            .expect(200)
            .says("<li>Saturday 14 March, 10:00")
            .says_not("15 March");
        assert_eq!(next_dates(town), 1);
    });
}

fn next_dates(town: &Town) -> i64 {
    use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let all = "select count(next_day) as n from occurrences";
    let count: Count = town.data(|conn| Ok(sql_query(all).get_result(conn)?));
    count.n
}
