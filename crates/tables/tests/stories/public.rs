//! What anybody finds: where and when, without an account.

use super::tools::written;
use holdfast::testing::on_both;

#[test]
fn gus_finds_the_next_date_without_an_account() {
    on_both(|town| {
        let gus = town.stranger();
        gus.get("/").expect(200).says_not("/tables\"");
        gus.get("/tables")
            .expect(200)
            .says("There is no open table here yet");
        let amara = town.as_person("Amara");
        let table = written(town, &amara, &[]);
        written(
            town,
            &amara,
            &[
                ("name", "Bread van"),
                ("area", "East side"),
                ("rhythm", "every Friday 9am-10am"),
            ],
        );

        gus.get("/").expect(200).says("href=\"/tables\"");
        gus.get("/tables")
            .expect(200)
            .says("Table on the square")
            .says("Next: Tuesday 10 March, 12:00–16:00")
            .says("2nd and 4th Tuesday of the month, 12:00–16:00")
            .says("Bread van");
        gus.get("/tables?area=East+side")
            .expect(200)
            .says("Bread van")
            .says_not("Table on the square");
        gus.get("/tables?day=2")
            .expect(200)
            .says("Ferry Square")
            .says_not("Bread van");
        gus.get("/tables?day=7")
            .expect(200)
            .says("There is none like that");
        gus.get(&table)
            .expect(200)
            .says("Vegetables and bread")
            .says("href=\"https://square.example/table\"")
            .says("Kept by Aid.")
            .says_not("csrf\" value=\"\"><label");
        // The day goes by: the next date is always known.
        town.until("2026-03-10 15:59");
        gus.get(&table).says("Next: Tuesday 10 March");
        town.until("2026-03-10 16:00");
        gus.get(&table).says("Next: Tuesday 24 March");
        let luz = town.stranger().with_cookie("lang", "es");
        luz.get("/tables")
            .expect(200)
            .says("Próxima vez: martes 24 de marzo")
            .says("segundo y cuarto martes del mes");
        luz.get("/").expect(200).says("Mesas abiertas");
    });
}

#[test]
fn what_could_not_be_read_stands_in_its_own_words_and_has_no_date() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let rhythm = [("rhythm", "Mon-Fri 9-5, ask for Lou")];
        let table = written(town, &amara, &rhythm);
        let gus = town.stranger();
        gus.get(&table)
            .expect(200)
            .says("Mon-Fri 9-5, ask for Lou")
            .says("We are not sure that we read this rightly")
            .says_not("Next:");
        gus.get("/tables")
            .says("Ask first. In their words: Mon-Fri 9-5")
            .says_not("Next:");
        gus.get("/tables.ics").expect(200).says_not("BEGIN:VEVENT");
        // Those who keep it see what was not understood, and can say that it is read rightly.
        amara
            .get(&table)
            .says("Morning or afternoon is not said: “9-5”")
            .says("Not understood: “ask for Lou”");
        amara.post(&format!("{table}/right"), &[]).expect(303);
        gus.get(&table).says("Next: Monday 2 March, 09:00–17:00");
        gus.get("/tables.ics")
            .says("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        amara
            .post(&format!("{table}/right"), &[])
            .expect(409)
            .says("nothing of its hours to confirm");
        let unread = written(town, &amara, &[("rhythm", "when the bell rings")]);
        gus.get(&unread)
            .expect(200)
            .says("when the bell rings")
            .says_not("Next:");
        amara.post(&format!("{unread}/right"), &[]).expect(409);
    });
}

#[test]
fn a_calendar_can_follow_one_table_or_all_of_an_area() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        let table = written(town, &amara, &[]);
        written(
            town,
            &amara,
            &[
                ("name", "Bread van"),
                ("area", "East side"),
                ("rhythm", "Friday 9am-10am"),
            ],
        );
        let gus = town.stranger();
        let one = gus.get(&format!("{table}/calendar.ics")).expect(200);
        assert_eq!(
            one.header("content-type"),
            Some("text/calendar; charset=utf-8")
        );
        one.says("BEGIN:VTIMEZONE")
            .says("DTSTART;TZID=America/Chicago:20260310T120000")
            .says("RRULE:FREQ=MONTHLY;BYDAY=2TU,4TU")
            .says_not("Bread van");
        let all = gus.get("/tables.ics").expect(200);
        assert_eq!(all.body.matches("BEGIN:VEVENT").count(), 2);
        gus.get("/tables.ics?area=East+side")
            .says("Bread van")
            .says_not("Table on the square");
        gus.get("/tables/00000000-0000-4000-8000-000000000000/calendar.ics")
            .expect(404);
    });
}

#[test]
fn a_sheet_by_day_can_be_printed_and_hung_up() {
    on_both(|town| {
        let amara = town.as_person("Amara");
        written(town, &amara, &[]);
        written(
            town,
            &amara,
            &[
                ("name", "Bread van"),
                ("rhythm", "Monday and Tuesday 9am-10am"),
            ],
        );
        written(
            town,
            &amara,
            &[("name", "Attic"), ("rhythm", "when the bell rings")],
        );
        let sheet = town.stranger().get("/tables/sheet").expect(200);
        let at = |words: &str| {
            sheet
                .body
                .find(words)
                .unwrap_or_else(|| panic!("no {words}"))
        };
        assert!(at("<h2>Monday</h2>") < at("<h2>Tuesday</h2>"));
        assert!(at("<h2>Tuesday</h2>") < at("<h2>Ask first</h2>"));
        assert_eq!(sheet.body.matches("Bread van").count(), 2);
        sheet
            .says("when the bell rings")
            .says("As of Monday 2 March");
        town.stranger()
            .get("/tables/sheet?day=1")
            .says("Bread van")
            .says_not("Table on the square");
    });
}

/// A few hundred tables: no public page is heavier than twenty thousand bytes with its stylesheet.
#[test]
fn hundreds_of_tables_stay_light() {
    on_both(|town| {
        super::files::bring_in_all(town);
        let gus = town.stranger().with_cookie("lang", "es");
        let style = gus
            .get("/tables")
            .between("rel=\"stylesheet\" href=\"", "\"");
        let style = gus.get(&style).expect(200).body.len();
        for path in [
            "/tables",
            "/tables?page=7",
            "/tables?day=4",
            "/tables/sheet",
            "/tables/sheet?page=3",
        ] {
            let page = gus.get(path).expect(200);
            let whole = page.body.len() + style;
            assert!(whole <= 20_000, "{path}: {whole} bytes");
        }
        let feed = gus.get("/tables.ics").expect(200);
        assert!(feed.body.matches("BEGIN:VEVENT").count() > 200);
    });
}
