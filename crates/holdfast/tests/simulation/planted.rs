//! Each invariant finds what is wrong, where something is: planted in a town in which all is well.

mod between;

use crate::{
    copies::Copies,
    deeds::promises,
    invariants as hold,
    model::{Sim, text},
    post::words_of_a_letter,
    seen::{Id, Seen},
};
use diesel::{RunQueryDsl, sql_query};
use holdfast::testing::Database;
use kernel::SeededChance;

fn town() -> Sim {
    store::testing::wait_for_no_disk();
    Sim::new(Database::sqlite(), 7)
}

/// Writes past every rule, as no deed does.
fn plant(sim: &Sim, sql: &str) {
    sim.town.data(|conn| Ok(sql_query(sql).execute(conn)?));
}

fn blob(id: Id) -> String {
    let hex: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{hex}'")
}

/// What stood, and what stands once this was planted.
fn before_and_after(sim: &mut Sim, sql: &str) -> (Seen, Seen) {
    sim.look();
    let before = sim.seen.clone();
    plant(sim, sql);
    sim.look();
    (before, sim.seen.clone())
}

fn cast(sim: &Sim, handle: &str) -> Id {
    *sim.town.person(handle).bytes()
}

fn network(sim: &Sim) -> String {
    blob(*sim.town.house.network().id.bytes())
}

/// An offer to a circle, and its yes; the commitment.
fn a_promise(sim: &mut Sim) -> Id {
    while !promises::offer(sim) {}
    sim.look();
    while !promises::accept(sim) {
        sim.look();
        promises::offer(sim);
        sim.look();
    }
    sim.look();
    let active = sim
        .seen
        .commitments
        .iter()
        .find(|line| line.word == "active");
    active.expect("a promise").id()
}

#[track_caller]
fn finds(wrong: &[String], what: &str) {
    assert!(
        wrong.iter().any(|line| line.contains(what)),
        "no {what:?} in {wrong:?}"
    );
}

#[test]
fn a_duty_past_its_day_is_found() {
    let mut sim = town();
    let id = a_promise(&mut sim);
    assert_eq!(
        hold::no_duty_without_a_date(&sim.seen, &sim.seen),
        Vec::<String>::new()
    );
    let at = blob(id);
    for (change, what) in [
        ("review_on = 20000", "stands past its day"),
        ("review_on = 0", "without a date"),
        (
            "stage = 'awaiting_word', since_on = 20000, review_on = 20000",
            "stands past its day",
        ),
        ("stage = 'handing_over'", "stands past its day"),
    ] {
        plant(
            &sim,
            &format!("update commitments set {change} where id = {at}"),
        );
        sim.look();
        finds(&hold::no_duty_without_a_date(&sim.seen, &sim.seen), what);
    }
    let (network, today) = (network(&sim), sim.seen.today.0);
    let season = format!("'planned', {}", today - 4);
    plant(
        &sim,
        &format!(
            "insert into rest_seasons (id, network_id, from_on, to_on, stage, ends_on) \
             values (x'00000000000000000000000000000001', {network}, 1, {}, {season})",
            today - 5
        ),
    );
    sim.look();
    finds(
        &hold::no_duty_without_a_date(&sim.seen, &sim.seen),
        "rest season past its day",
    );
}

#[test]
fn whoever_is_asked_while_they_rest_is_found() {
    let mut sim = town();
    let (luz, network, today) = (blob(cast(&sim, "Luz")), network(&sim), sim.seen.today.0);
    let one = "x'00000000000000000000000000000001'";
    for (sql, what) in [
        (
            format!(
                "insert into cover_asks values ({one}, {network}, {one}, {luz}, {today}, 'circle', \
                 'nothing', {})",
                today + 5
            ),
            "asked for a place while quiet",
        ),
        (
            format!(
                "insert into wakings values ({one}, {network}, {luz}, {one}, 1, 1, null, {today})"
            ),
            "somebody quiet was woken",
        ),
        (
            format!(
                "insert into letters values ({one}, {network}, {luz}, 'digest', {today}, x'00', 1, 1, \
                 null, {today}, x'00')"
            ),
            "a letter was written to somebody quiet",
        ),
        (
            format!(
                "insert into times_changed (id, network_id, commitment_id, rule_day, state, stand_in, \
                 ends_on) values ({one}, {network}, {one}, {today}, 'stand_in', {luz}, {today})"
            ),
            "somebody quiet stands in",
        ),
        (
            format!(
                "insert into buddies (id, network_id, asker_id, asked_id, stage, until_day) values \
                 ({one}, {network}, {one}, {luz}, 'asked', {today})"
            ),
            "a buddy for somebody quiet",
        ),
        (
            format!("insert into pod_seats values ({network}, {one}, {luz}, 'nothing')"),
            "a seat for somebody quiet",
        ),
    ] {
        let (before, now) = before_and_after(&mut sim, &sql);
        let wrong = hold::nothing_is_asked_of_the_quiet(&before, &now);
        finds(&wrong, what);
        assert!(
            !hold::nothing_is_asked_of_the_quiet(&now, &now)
                .iter()
                .any(|line| line.contains("woken")),
            "what is not new is not said twice"
        );
    }
    // A promise that begins for them.
    let id = blob(a_promise(&mut sim));
    plant(
        &sim,
        &format!("update commitments set stage = 'offered', giver_id = {luz} where id = {id}"),
    );
    let begins = format!("update commitments set stage = 'active' where id = {id}");
    let (before, now) = before_and_after(&mut sim, &begins);
    finds(
        &hold::nothing_is_asked_of_the_quiet(&before, &now),
        "a promise began",
    );
}

#[test]
fn whoever_is_asked_in_the_week_of_landing_is_found() {
    let mut sim = town();
    let (bo, network, today) = (blob(cast(&sim, "Bo")), network(&sim), sim.seen.today.0);
    plant(
        &sim,
        &format!(
            "insert into rests (id, network_id, since_on, landing_until, review_on, row_key) values \
             ({bo}, {network}, 1, {}, {today}, x'00')",
            today + 3
        ),
    );
    let one = "x'00000000000000000000000000000001'";
    let asked = format!(
        "insert into cover_asks values ({one}, {network}, {one}, {bo}, {today}, 'circle', 'nothing', {today})"
    );
    let (before, now) = before_and_after(&mut sim, &asked);
    finds(
        &hold::nothing_is_asked_of_the_quiet(&before, &now),
        "in the week of landing",
    );
}

#[test]
fn a_right_that_time_took_is_found() {
    let mut sim = town();
    let bo = blob(cast(&sim, "Bo"));
    let amara = blob(cast(&sim, "Amara"));
    for (sql, what) in [
        (
            format!("update persons set standing = 'dormant' where id = {bo}"),
            "by a clock alone",
        ),
        (
            format!("delete from circle_members where person_id = {bo}"),
            "out of a circle",
        ),
        (
            format!("delete from role_holdings where person_id = {amara}"),
            "before its last minute",
        ),
        (
            format!("delete from persons where id = {bo}"),
            "by a clock alone",
        ),
    ] {
        let (before, now) = before_and_after(&mut sim, &sql);
        finds(&hold::time_takes_no_right(&before, &now), what);
        assert_eq!(hold::time_takes_no_right(&now, &now), Vec::<String>::new());
    }
}

#[test]
fn what_stays_past_its_day_is_found() {
    let sim = town();
    let columns = hold::kept_until();
    assert!(columns.len() > 25, "{columns:?}");
    assert_eq!(
        hold::nothing_stays_past_its_day(&sim.town, &columns),
        Vec::<String>::new()
    );
    let (network, today) = (network(&sim), sim.seen.today.0);
    let one = "x'00000000000000000000000000000001'";
    plant(
        &sim,
        &format!(
            "insert into pod_tries values ({one}, {network}, {})",
            today - 1
        ),
    );
    plant(
        &sim,
        &format!("insert into used_once values ({network}, {one}, 5)"),
    );
    let wrong = hold::nothing_stays_past_its_day(&sim.town, &columns);
    finds(&wrong, "pod_tries.ends_on");
    finds(&wrong, "used_once.expires_at");
}

#[test]
fn what_is_gone_and_can_be_read_is_found() {
    let mut sim = town();
    let mut copies = Copies::default();
    let chance = SeededChance::new(3);
    sim.town.sweep();
    copies.take(&sim.town, &chance);
    assert_eq!(copies.look(&sim.town, &chance), Vec::<String>::new());
    // Erased past every rule, so that the sweep does not know; whoever was copied is among them.
    plant(&sim, "delete from persons");
    sim.town.clock.advance(600);
    sim.town.sweep();
    let wrong = copies.look(&sim.town, &chance);
    finds(&wrong, "a row of persons is gone and can be read");
    sim.wrong.clear();
}

#[test]
fn whoever_is_asked_too_much_is_found() {
    let mut sim = town();
    let (bo, network, today) = (cast(&sim, "Bo"), network(&sim), sim.seen.today.0);
    let asking = |nth: u8| {
        let id = blob([nth; 16]);
        let whom = blob(bo);
        format!(
            "insert into cover_asks values ({id}, {network}, {id}, {whom}, {today}, 'circle', 'nothing', {today})"
        )
    };
    let (before, now) = before_and_after(&mut sim, &asking(1));
    let wrong = hold::nobody_is_asked_too_much(&before, &now, &sim.journal);
    assert_eq!(wrong, Vec::<String>::new());
    sim.journal.ceilings.insert(bo, (1, sim.seen.today));
    let (before, now) = before_and_after(&mut sim, &asking(2));
    let wrong = hold::nobody_is_asked_too_much(&before, &now, &sim.journal);
    finds(&wrong, "said 1 at most");
    plant(&sim, &asking(3));
    let (before, now) = before_and_after(&mut sim, &asking(4));
    let wrong = hold::nobody_is_asked_too_much(&before, &now, &sim.journal);
    finds(&wrong, "asked 4 times on one day");
}

#[test]
fn what_was_promised_for_somebody_is_found() {
    let mut sim = town();
    let id = a_promise(&mut sim);
    sim.journal.took.clear();
    let none = sim.seen.clone();
    let agreed = hold::nothing_is_promised_for_others(&none, &sim.seen, &sim.journal);
    assert_eq!(agreed, Vec::<String>::new());
    sim.journal.accepted.clear();
    let there = blob(id);
    plant(
        &sim,
        &format!("update commitments set stage = 'offered' where id = {there}"),
    );
    let begins = format!("update commitments set stage = 'active' where id = {there}");
    let (before, now) = before_and_after(&mut sim, &begins);
    let wrong = hold::nothing_is_promised_for_others(&before, &now, &sim.journal);
    finds(&wrong, "without both sides' yes");
    sim.journal.accepted.insert(id);
    let wrong = hold::nothing_is_promised_for_others(&before, &now, &sim.journal);
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_never_said_is_found_on_pages_and_in_letters() {
    let found = |page: &str| hold::never_said(page);
    assert_eq!(
        found("<p>Bo missed it, and is overdue.</p>"),
        ["missed", "overdue"]
    );
    assert_eq!(
        found("<p class=\"late\">Bo comes on Friday</p>"),
        Vec::<String>::new()
    );
    assert_eq!(found("<p>Está atrasada.</p>"), ["atrasada"]);
    let letter = "Subject: late\r\n\r\nBo is la=\r\nte: https://x.example/late\r\n--part\r\n\
                  Content-Transfer-Encoding: base64\r\n\r\nQm8gaXMg\r\nb3ZlcmR1ZQ==\r\n--part--";
    assert_eq!(found(&words_of_a_letter(letter)), ["late", "overdue"]);
    // The town's pages go through it.
    let mut sim = town();
    let bo = cast(&sim, "Bo");
    let said = [("about", "I am late for everything")];
    sim.does(bo, "/me", &said);
    sim.get(bo, "/me");
    finds(&sim.wrong, "late");
    assert!(sim.get(bo, &format!("/circles/{}", text([1; 16]))).status == 404);
}
