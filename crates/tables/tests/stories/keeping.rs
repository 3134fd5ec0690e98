//! What those who keep a table do: write it down, look again, close it for a while, end it.

use super::tools::written;
use holdfast::testing::on_both;

#[test]
fn a_table_that_nobody_has_looked_at_says_so_and_is_never_hidden() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let review = [("review_on", "2026-03-20")];
        let table = written(town, &amara, &review);
        let gus = town.stranger();
        gus.get(&table).says_not("Nobody has looked");
        town.until("2026-03-20 09:00");
        gus.get(&table)
            .expect(200)
            .says("Nobody has looked at this since Monday 2 March 2026");
        gus.get("/tables")
            .says("Nobody has looked at this since")
            .says("Next: Tuesday 24 March");
        // It is time, for everybody of the circle; for nobody else.
        let today = town.as_person("Sam").get("/today").expect(200);
        today.says("Look at Table on the square again");
        town.as_person("Hana")
            .get("/today")
            .says_not("Table on the square");
        // One look keeps it true.
        let bo = town.as_person("Sam");
        bo.post(&format!("{table}/look"), &[("by", "2026-03-20")])
            .expect(422)
            .says("tomorrow or later");
        bo.post(&format!("{table}/look"), &[("by", "2027-03-20")])
            .expect(422);
        bo.post(&format!("{table}/look"), &[("by", "2026-06-20")])
            .expect(303);
        gus.get(&table)
            .says_not("Nobody has looked")
            .says("Somebody looked on Friday 20 March 2026");
        town.as_person("Sam")
            .get("/today")
            .says_not("Table on the square");
    });
}

#[test]
fn many_to_look_at_are_one_line_on_today() {
    on_both(|town| {
        super::files::bring_in_all(town);
        town.until("2026-04-02 09:00");
        town.as_person("Amara")
            .get("/today")
            .expect(200)
            .says("Look at 381 open tables again")
            .says("href=\"/tables?look=again\"");
        town.stranger()
            .get("/tables?look=again")
            .expect(200)
            .says("Nobody of us has looked at this yet");
    });
}

#[test]
fn a_table_closes_for_a_while_with_a_sentence_and_opens_by_itself() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let table = written(town, &amara, &[]);
        let close = format!("{table}/close");
        amara
            .post(&close, &[("words", ""), ("until", "2026-03-20")])
            .expect(422)
            .says("why it is closed");
        amara
            .post(&close, &[("words", "Flood."), ("until", "2026-03-02")])
            .expect(422)
            .says("Flood.");
        amara
            .post(
                &close,
                &[("words", "The hall is flooded."), ("until", "2026-03-20")],
            )
            .expect(303);
        let gus = town.stranger();
        gus.get(&table)
            .says("Closed until Friday 20 March: The hall is flooded.")
            .says("Next: Tuesday 24 March");
        gus.get("/tables").says("The hall is flooded.");
        town.until("2026-03-20 00:05");
        gus.get(&table)
            .says_not("flooded")
            .says("Next: Tuesday 24 March");
        assert_eq!(town.tick(), 0, "twice is as once");
        amara
            .post(&format!("{table}/open"), &[])
            .expect(409)
            .says("open already");
        amara
            .post(&close, &[("words", "Snow."), ("until", "2026-04-20")])
            .expect(303);
        amara.post(&format!("{table}/open"), &[]).expect(303);
        gus.get(&table).says_not("Snow.");
    });
}

#[test]
fn a_table_that_ended_says_so_for_a_month_and_is_erased() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let table = written(town, &amara, &[]);
        amara.post(&format!("{table}/end"), &[]).expect(303);
        let gus = town.stranger();
        gus.get(&table)
            .expect(200)
            .says("This table ended on Monday 2 March")
            .says_not("Next:");
        gus.get("/tables").says_not("Table on the square");
        gus.get("/tables.ics").says_not("BEGIN:VEVENT");
        for deed in ["end", "open", "right"] {
            amara
                .post(&format!("{table}/{deed}"), &[])
                .expect(409)
                .says("has ended");
        }
        amara.get(&format!("{table}/change")).expect(409);
        town.until("2026-03-31 09:00");
        gus.get(&table).expect(200);
        town.until("2026-04-02 09:00");
        gus.get(&table).expect(404);
    });
}

#[test]
fn only_those_who_keep_a_table_change_it() {
    on_both(|town| {
        let abe = town.as_person("Abe");
        let page = abe.get("/tables/new").expect(200);
        let keeper = page.between("<option value=\"organisation:", "\"");
        let keeper = format!("organisation:{keeper}");
        let table = written(
            town,
            &abe,
            &[("keeper", &keeper), ("name", "St Brigid's hall")],
        );
        town.stranger().get(&table).says("Kept by St Brigid");
        // Quill speaks for the same kitchen; Priya for another organisation; Farid is new.
        town.as_person("Quill")
            .post(&format!("{table}/look"), &[("by", "2026-06-20")])
            .expect(303);
        for who in ["Priya", "Farid", "Hana"] {
            let browser = town.as_person(who);
            browser
                .get(&table)
                .expect(200)
                .says_not("For those who keep it");
            browser
                .post(&format!("{table}/end"), &[])
                .expect(409)
                .says("Those who keep this table change it");
            browser.get(&format!("{table}/change")).expect(409);
        }
        town.as_person("Farid").get("/tables/new").expect(404);
        town.stranger()
            .post(&format!("{table}/end"), &[])
            .expect(303);
        town.stranger().get(&table).says_not("ended");
        // Nobody writes one down for a circle they are not in; the steward of Aid may help out.
        let aid = format!("circle:{}", town.circle("aid"));
        let hana = town.as_person("Hana");
        let fields = [
            ("name", "Tea"),
            ("place", "Here"),
            ("rhythm", "Sunday 3pm"),
            ("keeper", aid.as_str()),
            ("review_on", "2026-05-01"),
        ];
        hana.post("/tables/new", &fields)
            .expect(409)
            .says("a circle you are in")
            .says("Tea");
        town.as_person("Amara")
            .post(&format!("{table}/look"), &[("by", "2026-06-21")])
            .expect(303);
    });
}

#[test]
fn a_change_keeps_what_was_typed_and_reads_the_words_anew() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let table = written(town, &amara, &[("rhythm", "Mon-Fri 9-5")]);
        amara.post(&format!("{table}/right"), &[]).expect(303);
        let change = format!("{table}/change");
        amara
            .get(&change)
            .expect(200)
            .says("Mon-Fri 9-5")
            .says("Ferry Square");
        let keeper = format!("circle:{}", town.circle("aid"));
        let with = |rhythm: &'static str, name: &'static str| {
            let fields = [
                ("name", name),
                ("place", "Ferry Square 2"),
                ("area", "River flats"),
                ("rhythm", rhythm),
                ("keeper", &keeper),
                ("review_on", "2026-05-01"),
            ];
            amara.post(&change, &fields)
        };
        with("Sunday 3pm", "")
            .expect(422)
            .says("needs a name")
            .says("Ferry Square 2")
            .says("Sunday 3pm");
        // The words stay: what a keeper confirmed stays with them.
        with("Mon-Fri 9-5", "Soup").expect(303);
        let gus = town.stranger();
        gus.get(&table)
            .says("Next: Monday 2 March, 09:00–17:00")
            .says("Ferry Square 2");
        with("Mon-Fri 8-4", "Soup").expect(303);
        gus.get(&table).says_not("Next:").says("We are not sure");
        let long = "x".repeat(3000);
        let fields = [
            ("name", "Soup"),
            ("rhythm", long.as_str()),
            ("keeper", &keeper),
        ];
        amara.post(&change, &fields).expect(422).says(&long[..200]);
    });
}
