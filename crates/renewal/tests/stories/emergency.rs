//! P5: Amara is arrested, and what she held is with Aid within a minute.

use super::amara::{amara_holds_seven, as_she_is};
use holdfast::testing::{by_folder, on_both_with};
use kernel::{Role, Standing};

#[test]
fn sam_and_hana_hand_over_for_amara() {
    let folder = tempfile::tempdir().unwrap();
    on_both_with(&by_folder(folder.path()), |town| {
        amara_holds_seven(town);
        town.two_ways_in("Amara");
        let hers = town.as_person("Amara");
        let (feed, browser) = ("https://fcm.googleapis.com/fcm/send/of-amara", &hers);
        browser
            .post("/me/telling/wake", &[("place", feed)])
            .expect(303);
        town.until("2026-06-30 14:00");
        // Whoever is not near cannot ask, nor see that it was asked.
        town.as_person("Omar")
            .post("/emergency", &[("name", "Amara")])
            .expect(409)
            .says("Only somebody near them can");
        town.as_person("Farid").get("/emergency").expect(404);
        let hers = town.as_person("Amara");
        hers.post("/emergency", &[("name", "Amara")])
            .expect(409)
            .says("step back on your own page");
        let sam = town.as_person("Sam");
        sam.post("/emergency", &[("name", "Amara")]).expect(303);
        let waits = "Hand over what Amara holds";
        for who in ["Omar", "Bo"] {
            town.as_person(who)
                .get("/emergency")
                .expect(200)
                .says_not(waits);
        }
        let hana = town.as_person("Hana");
        hana.get("/today").expect(200).says(waits);
        let act = hana.get("/emergency").between("/emergency/", "/yes");
        // One person is not two; whoever is not near is nobody here.
        sam.post(&format!("/emergency/{act}/yes"), &[])
            .expect(409)
            .says("Somebody else near them");
        town.as_person("Omar")
            .post(&format!("/emergency/{act}/yes"), &[])
            .expect(404);
        assert!(as_she_is(town, "Amara").holds(Role::Steward, town.circle("aid")));
        hana.post(&format!("/emergency/{act}/yes"), &[]).expect(303);
        hana.post(&format!("/emergency/{act}/yes"), &[]).expect(404);

        // All seven are back with Aid, from that minute.
        let amara = as_she_is(town, "Amara");
        assert!(amara.roles.is_empty());
        assert_eq!(amara.standing, Standing::Dormant);
        let board = town.as_person("Bo").get("/asks").expect(200);
        board.says("Soup").says("Bread").says("A ride");
        let rota = format!("/circles/{}/rota", town.circle("aid"));
        let rota = town.as_person("Rosa").get(&rota).expect(200);
        rota.says("Needs a holder")
            .says("The Saturday van")
            .says("Keeping the shelves");
        town.as_person("Ines")
            .get("/keys")
            .expect(200)
            .says("Change it now");
        // The account is paused and not removed: what could be on her phone opens no door any more.
        hers.get("/today").expect(303);
        town.as_person("Rosa")
            .get("/power")
            .expect(200)
            .says("what somebody held was handed over for them");
        town.as_person("Chidi")
            .get("/power")
            .expect(200)
            .says("Sam")
            .says("Hana");
        // She is back, by her words; she reads what was done, and takes back what she wants, by asking.
        town.until("2026-07-08 09:00");
        assert_eq!(town.errands(), 0);
        let hers = town.as_person("Amara");
        hers.post("/me/return", &[]).expect(303);
        hers.get("/today")
            .expect(200)
            .says("Good that you are here");
        hers.get("/stepping-back")
            .expect(200)
            .says("The intake phone&#39;s PIN")
            .says("The Saturday van");
        hers.post("/stepping-back/read", &[]).expect(303);
        assert_eq!(as_she_is(town, "Amara").standing, Standing::Member);
        hers.get("/today").says_not("Good that you are here");
    });
}
