//! Guarded: fourteen days of care, by two stewards.

use super::tools::{asks, two, waiting};
use holdfast::testing::on_both;

#[test]
fn guarded_hides_names_pauses_entries_and_ends_by_itself() {
    on_both(|town| {
        let (aid, care) = (town.circle("aid"), town.circle("care"));
        let link = town
            .as_person("Amara")
            .post(&format!("/circles/{aid}/invite"), &[("as", "member")])
            .expect(200)
            .between("/join/", "<");
        asks(town, "Tess", "guard").expect(409).says("Two stewards");
        asks(town, "Ines", "guard").expect(303);
        let tess = town.as_person("Tess");
        let yes = waiting(&tess);
        tess.post(&yes, &[]).expect(409).says("Two stewards");
        let amara = town.as_person("Amara");
        amara.post(&yes, &[]).expect(303);

        let bo = town.as_person("Bo");
        bo.get("/today")
            .expect(200)
            .says("We are being careful until Monday 16 March");
        town.stranger()
            .get("/")
            .expect(200)
            .says("We are being careful until Monday 16 March")
            .says("Asking for help is as always");
        // Names: one's own circles only, also for a steward.
        let own = format!("/circles/{aid}");
        let other = format!("/circles/{care}");
        bo.get(&own).expect(200).says("Yuki");
        bo.get(&other)
            .expect(200)
            .says("names stand only on the pages of your own circles")
            .says_not("Hana");
        amara.get(&other).expect(200).says_not("Hana");
        amara.get(&own).expect(200).says_not("Chidi");
        // Entries.
        let chidi = town.person("Chidi").to_string();
        amara
            .post(&format!("/circles/{aid}/members"), &[("person", &chidi)])
            .expect(409)
            .says("We are being careful until Monday 16 March");
        amara
            .post(&format!("/circles/{aid}/invite"), &[("as", "member")])
            .expect(409);
        // What was given before does not bring a member in either; a newcomer still comes.
        town.stranger()
            .post(&format!("/join/{link}"), &[("handle", "Nadia")])
            .expect(409)
            .says("nobody new comes in as a member");
        let newcomer = amara
            .post(&format!("/circles/{aid}/invite"), &[("as", "newcomer")])
            .expect(200)
            .between("/join/", "<");
        town.stranger()
            .post(&format!("/join/{newcomer}"), &[("handle", "Nadia")])
            .expect(200);
        // Nothing is taken out together; one's own is.
        amara
            .post("/two-people", &[("kind", "export")])
            .expect(409)
            .says("Everyone can still take what is theirs");
        bo.get("/me/export").expect(200);

        // Clocks went forward in between: fourteen times twenty-four hours.
        town.set_clock("2026-03-16 10:00");
        bo.get(&other)
            .expect(200)
            .says("Hana")
            .says_not("being careful until");
        town.stranger()
            .post(&format!("/join/{link}"), &[("handle", "Kofi")])
            .expect(409)
            .says("run out");
    });
}

/// A word that two were given before is not good while the network is careful.
#[test]
fn an_export_that_was_agreed_before_waits_too() {
    on_both(|town| {
        let word = town.two_agree_to_export();
        two(town, ("Amara", "Chidi"), "guard");
        let take = || {
            town.house.db.alone(|conn| {
                people::take_permit(conn, &town.house, people::ActKind::Export, &word)
            })
        };
        assert!(matches!(take(), Err(store::Stop::Refused(_))));
        two(town, ("Amara", "Tess"), "step_down");
        assert!(take().is_ok());
        assert!(take().is_err(), "once");
    });
}

#[test]
fn staying_careful_takes_two_stewards_anew_and_is_told() {
    on_both(|town| {
        two(town, ("Amara", "Chidi"), "guard");
        town.set_clock("2026-03-10 09:00");
        two(town, ("Hana", "Chidi"), "guard");
        let bo = town.as_person("Bo");
        bo.get("/power")
            .expect(200)
            .says("On Monday 2 March two stewards said that we should be careful.")
            .says("On Tuesday 10 March two stewards said that we should stay careful.")
            .says("until Tuesday 24 March");
        // Lockdown and back: what was before goes on.
        two(town, ("Hana", "Chidi"), "lockdown");
        two(town, ("Hana", "Chidi"), "step_down");
        town.as_person("Bo")
            .get("/today")
            .expect(200)
            .says("We are being careful until Tuesday 24 March");
    });
}
