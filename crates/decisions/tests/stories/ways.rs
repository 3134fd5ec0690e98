//! P28: which way a circle decides is its own decision; consensus; choices with anonymous ballots.

use super::tools::{adopt, aid_is, propose, says, to_the_round};
use holdfast::testing::{Answer, Town, carried_away, on_both};

/// Aid adopts a way of deciding; it is in effect when this returns.
fn aid_decides_by(town: &Town, all: &[String], manner: &str) {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("class", "shared"),
        ("title", "How we decide"),
        ("words", "Like this."),
        ("gives", manner),
    ];
    let answer = town
        .as_person("Sam")
        .post("/decisions", &fields)
        .expect(303);
    let there = answer.location().split('?').next().unwrap().to_owned();
    to_the_round(town, "Sam", &there);
    for who in all {
        says(town, who, &there, "consent", "").expect(303);
    }
    town.set_clock("2026-03-12 10:00");
    adopt(town, "Sam", &there, "2026-09-01").expect(303);
}

#[test]
fn by_consensus_three_quarters_speak_more_agree_than_stand_aside_and_a_block_stops_it() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        // How a circle decides is no everyday question.
        let aid = town.circle("aid").to_string();
        let everyday = [
            ("circle", aid.as_str()),
            ("class", "everyday"),
            ("title", "How we decide"),
            ("words", "Like this."),
            ("gives", "consensus"),
        ];
        town.as_person("Sam")
            .post("/decisions", &everyday)
            .expect(422)
            .says("no everyday question");
        // What was opened before goes on as it was opened.
        let before = propose(town, "Sam", "aid", "everyday", "A kettle");
        aid_decides_by(town, &all, "consensus");
        town.as_person("Bo")
            .get(&format!("/decisions/of/{}", town.circle("aid")))
            .says("Yes or no by consensus");
        let there = propose(town, "Sam", "aid", "everyday", "A second kettle");
        for one in [&before, &there] {
            to_the_round(town, "Sam", one);
        }
        town.as_person("Bo").get(&before).says_not("By consensus");
        town.as_person("Bo").get(&there).says("By consensus");
        // Five of seven speak: enough by consent, not by consensus.
        for who in &all[..3] {
            says(town, who, &there, "consent", "").expect(303);
        }
        for who in &all[3..5] {
            says(town, who, &there, "stand_aside", "Not for me.").expect(303);
        }
        town.set_clock("2026-03-14 10:00");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("Too few have spoken");
        // With as many aside as agree there is no unity.
        says(town, &all[5], &there, "stand_aside", "Neither.").expect(303);
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("as many stand aside as agree");
        says(town, &all[6], &there, "consent", "").expect(303);
        says(
            town,
            &all[0],
            &there,
            "objection",
            "It is against what we are for.",
        )
        .expect(303);
        adopt(town, "Sam", &there, "2026-06-07").expect(409);
        town.as_person("Bo").get(&there).says("blocks");
        says(town, &all[0], &there, "consent", "").expect(303);
        adopt(town, "Sam", &there, "2026-06-07").expect(303);
    });
}

/// All pass: nobody agreed to anything.
#[test]
fn a_round_in_which_all_pass_adopts_nothing() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "everyday", "A kettle");
        to_the_round(town, "Sam", &there);
        for who in &all {
            says(town, who, &there, "pass", "").expect(303);
        }
        town.set_clock("2026-03-11 10:00");
        adopt(town, "Sam", &there, "2026-06-07")
            .expect(409)
            .says("Nobody agrees to it yet");
    });
}

/// Whoever was written down by phone says from their own account that it is what they said.
#[test]
fn a_voice_by_phone_is_attributed_and_confirmed() {
    on_both(|town| {
        aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        let there = propose(town, "Sam", "aid", "everyday", "A kettle");
        to_the_round(town, "Sam", &there);
        let rang = [("kind", "consent"), ("who", "Rosa")];
        town.as_person("Amara")
            .post(&format!("{there}/say"), &rang)
            .expect(303);
        town.as_person("Bo").get(&there).says("by phone");
        let page = town.as_person("Rosa").get(&there).expect(200);
        let voice = page.between("action=\"/voices/", "/confirm");
        let confirm = format!("/voices/{voice}/confirm");
        town.as_person("Bo").post(&confirm, &[]).expect(404);
        town.as_person("Rosa").post(&confirm, &[]).expect(303);
        town.as_person("Rosa").post(&confirm, &[]).expect(404);
        town.as_person("Rosa")
            .get(&there)
            .says_not("That is what I said");
    });
}

/// Opens a choice in Aid, until a day.
fn choice(town: &Town, things: &str, closes: &str) -> Answer {
    let aid = town.circle("aid").to_string();
    let fields = [
        ("circle", aid.as_str()),
        ("title", "Where do we meet?"),
        ("things", things),
        ("blanks", "last"),
        ("closes_on", closes),
    ];
    town.as_person("Sam").post("/choices", &fields)
}

fn opened(town: &Town, closes: &str) -> String {
    let answer = choice(town, "Library\nPark\nBrigids\n", closes).expect(303);
    answer.location().split('?').next().unwrap().to_owned()
}

fn cast(town: &Town, who: &str, there: &str, numbers: [&str; 3]) -> Answer {
    let fields = [
        ("thing1", numbers[0]),
        ("thing2", numbers[1]),
        ("thing3", numbers[2]),
    ];
    town.as_person(who).post(&format!("{there}/cast"), &fields)
}

#[test]
fn a_choice_by_order_is_counted_when_its_last_day_is_over_and_no_ballot_leads_to_anybody() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        aid_decides_by(town, &all, "order");
        for (things, closes, why) in [
            ("Library", "2026-03-20", "two things at least"),
            ("Library\nlibrary", "2026-03-20", "two things at least"),
            ("Library\nPark", "2026-03-13", "It can close from"),
        ] {
            choice(town, things, closes)
                .expect(422)
                .says(why)
                .says("Library");
        }
        let there = opened(town, "2026-03-16");
        town.as_person("Omar").get(&there).expect(404);
        town.as_person("Bo")
            .get("/today")
            .says("Fill in your ballot");
        // Malformed, then right; once.
        cast(town, "Bo", &there, ["x", "1", "2"])
            .expect(422)
            .says("Nothing was put into the box");
        cast(town, "Bo", &there, ["2", "1", ""]).expect(303);
        cast(town, "Bo", &there, ["1", "2", "3"])
            .expect(409)
            .says("in the box already");
        town.as_person("Bo")
            .get(&there)
            .says("Your ballot is in the box");
        town.as_person("Bo")
            .get("/today")
            .says_not("Fill in your ballot");
        for (who, numbers) in [
            ("Sam", ["1", "2", "3"]),
            ("Rosa", ["1", "", "2"]),
            ("Yuki", ["", "", ""]),
        ] {
            cast(town, who, &there, numbers).expect(303);
        }
        // Three from paper: as many names as ballots, each readable, two at least.
        let paper = |whose: &str, lines: &str| {
            let fields = [("whose", whose), ("paper", lines)];
            town.as_person("Amara")
                .post(&format!("{there}/paper"), &fields)
        };
        paper("Amara\nLuz", "1>2>3")
            .expect(422)
            .says("As many names");
        paper("Luz", "1>2>3").expect(422).says("two of them");
        paper("Amara\nLuz", "1>2>3\n1>9").expect(422).says("Line 2");
        paper("Amara\nOmar", "1>2>3\n1>3").expect(422);
        paper("Amara\nBo", "1>2>3\n1>3").expect(409);
        paper("Amara\nLuz\nFarid", "1>2>3\n3>1\n1=2").expect(303);
        let by_bo = [("whose", "Luz\nFarid"), ("paper", "1\n2")];
        town.as_person("Bo")
            .post(&format!("{there}/paper"), &by_bo)
            .expect(409);
        town.as_person("Bo")
            .get(&there)
            .says("7 ballots are in the box")
            .says_not("1. Library</h3>");
        // Not on its last day; the day after.
        town.until("2026-03-16 23:30");
        town.as_person("Bo").get(&there).says("are in the box");
        town.until("2026-03-17 04:00");
        let page = town.as_person("Bo").get(&there).expect(200);
        page.says("1. Library")
            .says("7 ballots, 1 of them blank")
            .says("Library before Park")
            .says("Things you leave out come last");
        town.as_person("Bo")
            .get("/decisions?q=library")
            .says("First: Library");
        cast(town, "Farid", &there, ["1", "2", "3"]).expect(409);
        // Nothing is left of ballots or hands, in no table, and nothing says when one came.
        let (hands, boxes) = town.data(left);
        assert_eq!(hands, 0);
        assert!(boxes.iter().all(|ballots| ballots.is_empty()), "{boxes:?}");
        let carried = String::from_utf8_lossy(&carried_away(town.folder())).into_owned();
        for words in ["Library", "1>2>3"] {
            assert!(!carried.contains(words), "{words}");
        }
    });
}

/// How many hands there are, and what stands in each box, as whoever has the key file would read it.
fn left(conn: &mut store::AnyConnection) -> Result<(i64, Vec<String>), store::Stop> {
    use diesel::{QueryableByName, RunQueryDsl, sql_types::BigInt};
    #[derive(QueryableByName)]
    struct Many {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let many = diesel::sql_query("select count(*) as n from choice_hands");
    let many: Many = many.get_result(conn)?;
    // A sealed empty text is as long as its seal, and no longer.
    let long = "select count(*) as n from choices where length(ballots) > 48";
    let long: Many = diesel::sql_query(long).get_result(conn)?;
    Ok((
        many.n,
        vec!["x".repeat(usize::try_from(long.n).unwrap_or(1))],
    ))
}

#[test]
fn dots_are_laid_marks_are_given_and_too_few_ballots_are_never_counted() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        // Dots, where a circle gave itself no other way.
        let dots = opened(town, "2026-03-12");
        let few = opened(town, "2026-03-12");
        cast(town, "Bo", &dots, ["2", "2", ""])
            .expect(422)
            .says("three dots in all");
        for who in &all {
            cast(town, who, &dots, ["2", "1", ""]).expect(303);
        }
        for who in &all[..4] {
            cast(town, who, &few, ["3", "", ""]).expect(303);
        }
        town.until("2026-03-13 04:00");
        town.as_person("Bo")
            .get(&dots)
            .says("1. Library")
            .says("14 dots")
            .says("7 ballots, 0 of them blank");
        town.as_person("Bo")
            .get(&few)
            .says("Fewer than five ballots")
            .says_not("1. Library</h3>");
        // While the circle rests nothing is counted; ballots are taken on.
        town.set_clock("2026-03-23 09:00");
        let aid = town.circle("aid").to_string();
        let season = [
            ("circle", aid.as_str()),
            ("from", "2026-04-13"),
            ("to", "2026-04-19"),
        ];
        town.as_person("Amara")
            .post("/rest-seasons", &season)
            .expect(303);
        town.set_clock("2026-04-10 09:00");
        let resting = opened(town, "2026-04-14");
        for who in &all {
            cast(town, who, &resting, ["", "", "3"]).expect(303);
        }
        town.until("2026-04-19 12:00");
        town.as_person("Bo").get(&resting).says_not("It is counted");
        town.until("2026-04-20 04:00");
        town.as_person("Bo").get(&resting).says("1. Brigids");
        // Set down: the box is emptied unread. Only its author or whoever looks after the circle.
        let down = opened(town, "2026-04-27");
        cast(town, "Bo", &down, ["1", "", ""]).expect(303);
        town.as_person("Rosa")
            .post(&format!("{down}/set-down"), &[])
            .expect(409);
        town.as_person("Sam")
            .post(&format!("{down}/set-down"), &[])
            .expect(303);
        cast(town, "Rosa", &down, ["1", "", ""]).expect(409);
    });
}

#[test]
fn marks_are_given_and_counted_as_the_ballot_says() {
    on_both(|town| {
        let all = aid_is(town, &[]);
        town.set_clock("2026-03-09 09:00");
        aid_decides_by(town, &all, "marks");
        let there = opened(town, "2026-03-16");
        cast(town, "Bo", &there, ["6", "", ""]).expect(422);
        for who in &all {
            cast(town, who, &there, ["3", "5", ""]).expect(303);
        }
        town.until("2026-03-17 04:00");
        town.as_person("Bo")
            .get(&there)
            .says("1. Park")
            .says("35 in 7 marks")
            .says("A thing you leave out counts as 0");
    });
}
