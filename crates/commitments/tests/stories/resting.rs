//! What was offered by somebody who rests now.

use super::tools::{RUNS, deed, offers, rota};
use holdfast::testing::on_both;

/// Nothing begins for somebody who rests: their offer waits, nobody is reminded of it, and when they are
/// back it is there as it was, its day as far off.
#[test]
fn an_offer_waits_while_whoever_made_it_rests() {
    on_both(|town| {
        let there = offers(town, "Bo", "aid", RUNS);
        let amara = town.as_person("Amara");
        amara.get("/today").expect(200).says("Bo offers this");
        town.as_person("Bo").post("/me/rest", &[]).expect(303);
        amara.get("/today").expect(200).says_not("Bo offers this");
        deed(&amara, &there, "accept", &[])
            .expect(409)
            .says("The offer waits until they are back.");
        rota(town, "Yuki", "aid").says_not("Bo —");
        // Past the day it would have been looked at, nobody having said a word.
        town.until("2026-06-10 09:00");
        town.as_person("Bo").post("/me/return", &[]).expect(303);
        town.tick();
        let amara = town.as_person("Amara");
        amara.get("/today").expect(200).says("Bo offers this");
        deed(&amara, &there, "accept", &[]).expect(303);
        // A hundred days rested: a hundred days later.
        town.as_person("Bo")
            .get(&there)
            .expect(200)
            .says("In force. Looked at again on Tuesday 8 September.");
    });
}
