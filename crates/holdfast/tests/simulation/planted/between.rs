//! The same, of what holds between people.

use super::{blob, cast, finds, network, plant, town};
use crate::{
    between::{self as hold, Web, mark, opened},
    deeds::choosing,
    journal::Of,
    kept::{kept_until, nothing_stays_past_its_day},
    model::Sim,
    seen::{Id, Seen},
};
use diesel::{RunQueryDsl, sql_query, sql_types::Binary};
use store::{Row, Sealed};

const ONE: &str = "x'00000000000000000000000000000001'";
const ID: Id = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

/// What stands once this was planted, in a town in which it is all there is.
fn with(sim: &mut Sim, sql: &str) -> Seen {
    plant(sim, sql);
    sim.look();
    sim.seen.clone()
}

#[test]
fn a_tie_that_one_of_two_counts_is_found() {
    let mut sim = town();
    let (network, today) = (network(&sim), sim.seen.today.0);
    let none = sim.seen.clone();
    let marks: Vec<String> = ["Bo", "Rosa"]
        .map(|who| blob(mark(&sim.town, cast(&sim, who))))
        .into();
    let two = marks.join(", ");
    let met = format!(
        "insert into one_to_ones (id, network_id, one_mark, other_mark, who, stage, met_one, met_other, \
         counts_one, counts_other, introduced, review_on, row_key) values ({ONE}, {network}, {two}, x'00', \
         'proposed', 'no', 'no', 'no', 'no', 'no', {}, x'00')",
        today + 30
    );
    let now = with(&mut sim, &met);
    let find =
        |sim: &Sim, now: &Seen| hold::nothing_is_between_two_by_one_word(&none, now, &sim.journal);
    assert_eq!(find(&sim, &now), Vec::<String>::new());
    let now = with(&mut sim, "update one_to_ones set stage = 'agreed'");
    finds(&find(&sim, &now), "agreed on by one");
    let people = [cast(&sim, "Bo"), cast(&sim, "Rosa")];
    sim.journal.says(Of::WouldMeet, ID, &people);
    assert_eq!(find(&sim, &now), Vec::<String>::new());
    let now = with(&mut sim, "update one_to_ones set stage = 'held'");
    finds(&find(&sim, &now), "met by the word of one");
    sim.journal.says(Of::Met, ID, &people);
    let tie = format!(
        "insert into ties (id, network_id, one_mark, other_mark, who, still_one, still_other, renewed_on, \
         review_on, row_key) values ({ONE}, {network}, {two}, x'00', 'no', 'no', {today}, {today}, x'00')"
    );
    let now = with(&mut sim, &tie);
    sim.journal.says(Of::Counts, ID, &people[..1]);
    finds(&find(&sim, &now), "a tie that one of two counts");
    sim.journal.says(Of::Counts, ID, &people);
    assert_eq!(find(&sim, &now), Vec::<String>::new());
    let later = format!("update ties set renewed_on = {}", today + 1);
    let now = with(&mut sim, &later);
    finds(&find(&sim, &now), "a tie of a day to come");
    // And it goes when nobody renewed it.
    let wrong = nothing_stays_past_its_day(&sim.town, &kept_until());
    finds(&wrong, "ties.review_on");
}

#[test]
fn whoever_is_told_of_somebody_elses_link_is_found() {
    let mut sim = town();
    let today = sim.seen.today;
    for two in [("Bo", "Rosa"), ("Rosa", "Yuki")] {
        let (one, other) = (sim.town.person(two.0), sim.town.person(two.1));
        let house = &sim.town.house;
        sim.town
            .data(|conn| ties::play::count_tie(conn, house, (one, other), today));
    }
    sim.look();
    let web = Web::of(&sim.town, &sim.seen);
    let (bo, rosa) = (cast(&sim, "Bo"), cast(&sim, "Rosa"));
    let own = sim.get(rosa, "/ties").body;
    let others = sim.get(bo, "/ties").body;
    assert_eq!(
        web.says_it_to_whoever_it_is(rosa, &own),
        Vec::<String>::new()
    );
    assert_eq!(
        web.says_it_to_whoever_it_is(bo, &others),
        Vec::<String>::new()
    );
    finds(&web.says_it_to_whoever_it_is(rosa, &others), "says false");
    finds(&web.says_it_to_whoever_it_is(bo, &own), "says true");
    let wrong = hold::nobody_is_told_of_a_link("/today", &own, "Rosa");
    finds(&wrong, "who is an only link");
    let named = "<p>Wren 3 and Wren 14 hold it</p>";
    finds(
        &hold::nobody_is_told_of_a_link("/network", named, "Wren 3"),
        "has a name",
    );
    assert_eq!(sim.wrong, Vec::<String>::new());
}

#[test]
fn a_lane_without_limits_is_found() {
    let mut sim = town();
    let (network, now) = (network(&sim), sim.seen.now.0);
    let (bo, rosa) = (blob(cast(&sim, "Bo")), blob(cast(&sim, "Rosa")));
    let none = sim.seen.clone();
    let lane = format!(
        "insert into rapids (id, network_id, circle_id, opener_id, cosigner_id, stage, happens, says, step, \
         voice_from, cap, hours, asked_at, live_at, until_at, review_on, row_key) values ({ONE}, {network}, \
         {ONE}, {bo}, {rosa}, 'live', x'00', x'00', x'00', 'themself', 300, 72, {now}, {now}, {}, 30000, x'00')",
        now + 72 * 3600
    );
    let seen = with(&mut sim, &lane);
    let find = |sim: &Sim, before: &Seen, seen: &Seen| {
        hold::nothing_is_quick_without_limits(before, seen, &sim.journal)
    };
    assert_eq!(find(&sim, &none, &seen), Vec::<String>::new());
    assert_eq!(
        hold::what_has_an_end_ends(&seen, &seen),
        Vec::<String>::new()
    );
    let step = format!(
        "insert into rapid_steps (id, network_id, rapid_id, words, cost, done_on, row_key) values ({ONE}, \
         {network}, {ONE}, x'00', 310, 1, x'00')"
    );
    for (change, what) in [
        (step.as_str(), "without a cap, or over it"),
        (
            "update rapids set cosigner_id = opener_id",
            "without a second",
        ),
        ("update rapids set cosigner_id = null", "without a second"),
        (
            "update rapids set voice_from = 'caucus_asked'",
            "without a voice",
        ),
        (
            "update rapids set until_at = live_at + 700000",
            "without an end",
        ),
        (
            "update rapids set stage = 'waits'",
            "done in a lane that waits",
        ),
    ] {
        let seen = with(&mut sim, change);
        finds(&find(&sim, &none, &seen), what);
    }
    let over = with(&mut sim, "update rapids set stage = 'ended'");
    let more = with(&mut sim, "update rapid_steps set cost = 320");
    finds(&find(&sim, &over, &more), "done in a lane that is over");
    let past = with(&mut sim, "update rapids set stage = 'live', until_at = 5");
    finds(&hold::what_has_an_end_ends(&past, &past), "past its end");
}

#[test]
fn what_is_told_and_nobody_confirmed_is_found() {
    let mut sim = town();
    let (network, now) = (network(&sim), sim.seen.now.0);
    let none = sim.seen.clone();
    let alert = format!(
        "insert into alerts (id, network_id, stage, activity, place, told, reported_at, expires_at, row_key) \
         values ({ONE}, {network}, 'uncertain', x'00', x'00', 'no', {now}, {}, x'00')",
        now + 72 * 3600
    );
    let seen = with(&mut sim, &alert);
    let find =
        |sim: &Sim, seen: &Seen| hold::nothing_is_quick_without_limits(&none, seen, &sim.journal);
    assert_eq!(find(&sim, &seen), Vec::<String>::new());
    let seen = with(&mut sim, "update alerts set told = 'yes'");
    finds(&find(&sim, &seen), "nobody confirmed it");
    let bo = cast(&sim, "Bo");
    sim.journal.says(Of::Confirms, ID, &[bo]);
    assert_eq!(find(&sim, &seen), Vec::<String>::new());
    let seen = with(&mut sim, "update alerts set expires_at = expires_at + 1");
    finds(&find(&sim, &seen), "longer than three days");
    plant(&sim, "update alerts set expires_at = 5");
    let wrong = nothing_stays_past_its_day(&sim.town, &kept_until());
    finds(&wrong, "alerts.expires_at");
}

#[test]
fn a_ballot_that_leads_to_somebody_is_found() {
    let mut sim = town();
    let (network, today) = (network(&sim), sim.seen.today.0);
    let choice = format!(
        "insert into choices (id, network_id, circle_id, manner, blanks, stage, title, options, ballots, \
         opened_on, closes_on, review_on, row_key) values ({ONE}, {network}, {ONE}, 'dots', 'last', 'open', \
         x'00', x'00', x'00', 1, {}, 30000, x'00')",
        today - 1
    );
    let seen = with(&mut sim, &choice);
    finds(
        &hold::what_has_an_end_ends(&seen, &seen),
        "past its last day",
    );
    let find = |sim: &Sim, seen: &Seen| hold::no_ballot_leads_to_anybody(seen, &sim.journal);
    assert_eq!(find(&sim, &seen), Vec::<String>::new());
    let hand = format!("insert into choice_hands values ({ONE}, {network}, {ONE}, x'00', x'00')");
    for (change, what) in [
        (hand.as_str(), "more hands than ballots"),
        ("update choices set counted = x'00'", "before its end"),
        ("update choices set stage = 'counted'", "counted with 0"),
        (
            "update choices set stage = 'too_few'",
            "too_few and counted",
        ),
        ("update choices set stage = 'set_down'", "whose ballots"),
        (
            "update choices set ballots = randomblob(60)",
            "ballots of choice 00000000 are still there",
        ),
    ] {
        let seen = with(&mut sim, change);
        finds(&find(&sim, &seen), what);
    }
    sim.journal.cast.insert(ID, 5);
    let seen = with(&mut sim, "update choices set stage = 'too_few'");
    finds(&find(&sim, &seen), "not counted with 5 ballots");
}

/// Seals a text anew where another stood.
fn sealed_anew(sim: &Sim, (table, column): (&'static str, &str), id: Id, text: &str) {
    let network = sim.town.house.network().id;
    let at = Row {
        network: &network,
        table,
        id: &id,
    };
    let (key, row_key) = sim.town.house.vault.new_key(at).unwrap();
    let sealed: Sealed = key.seal(at, column, text).unwrap();
    let sql = format!(
        "update {table} set {column} = ?, row_key = ? where id = {}",
        blob(id)
    );
    sim.town.data(|conn| {
        let query = sql_query(sql).bind::<Binary, _>(sealed);
        Ok(query.bind::<Binary, _>(row_key).execute(conn)?)
    });
}

#[test]
fn a_box_that_says_when_a_ballot_came_is_found() {
    let mut sim = town();
    while !choosing::begin(&mut sim) {}
    sim.look();
    while sim.journal.cast.values().sum::<usize>() < 4 {
        choosing::cast(&mut sim);
    }
    sim.look();
    let find = |sim: &Sim| hold::a_box_holds_what_was_cast(&sim.town, &sim.seen, &sim.journal);
    assert_eq!(find(&sim), Vec::<String>::new());
    let id = sim.seen.choices[0].id();
    let inside = opened(&sim.town, ("choices", "ballots"), id);
    sealed_anew(
        &sim,
        ("choices", "ballots"),
        id,
        &format!("{inside}\nBo: 1"),
    );
    finds(&find(&sim), "were cast");
    let many = inside.lines().count();
    let as_they_came: Vec<String> = (0..many).rev().map(|nth| nth.to_string()).collect();
    sealed_anew(&sim, ("choices", "ballots"), id, &as_they_came.join("\n"));
    finds(&find(&sim), "were cast");
}

#[test]
fn whoever_comes_in_by_less_is_found() {
    let mut sim = town();
    let none = sim.seen.clone();
    let (aid, rosa) = (sim.town.circle("aid"), sim.town.person("Rosa"));
    let by = [sim.town.person("Bo")];
    let house = &sim.town.house;
    sim.town
        .data(|conn| vouches::play::vouched(conn, house, (aid, rosa), &by));
    sim.look();
    let find = |sim: &Sim| hold::nobody_comes_in_by_less(&sim.town, &none, &sim.seen);
    assert_eq!(find(&sim), Vec::<String>::new());
    with(&mut sim, "update vouch_entries set stage = 'in'");
    finds(&find(&sim), "has not said yes");
    finds(&find(&sim), "by the vouch of 1");
    with(&mut sim, "update vouches set review_on = review_on + 1");
    finds(&find(&sim), "longer than its year");
    plant(&sim, "update vouches set review_on = 5");
    let wrong = nothing_stays_past_its_day(&sim.town, &kept_until());
    finds(&wrong, "vouches.review_on");
}

#[test]
fn what_stands_in_the_clear_is_found() {
    let sim = town();
    assert_eq!(
        hold::nothing_is_in_the_clear(&sim.town),
        Vec::<String>::new()
    );
    plant(&sim, "create table index_of_words (words text)");
    plant(
        &sim,
        "insert into index_of_words values ('Whose brother is ill')",
    );
    let wrong = hold::nothing_is_in_the_clear(&sim.town);
    finds(&wrong, "\"Whose brother is ill\" stands in the clear");
}
