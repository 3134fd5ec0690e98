//! A live round (P16) is begun from its gathering, by those who hold it.

use super::tools::{QUESTION, staying};
use holdfast::testing::on_both;

#[test]
fn chidi_begins_the_round_of_the_gathering_and_nobody_else_can() {
    on_both(|town| {
        let here = staying(town);
        let begin = format!("{here}/round");
        // Nobody is invited yet.
        town.as_person("Chidi").post(&begin, &[]).expect(409);
        town.as_person("Chidi")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        town.as_person("Chidi").get(&here).says("Begin the round");
        town.as_person("Noor")
            .get(&here)
            .expect(200)
            .says_not("Begin the round");
        town.as_person("Noor").post(&begin, &[]).expect(409);
        let round = town.as_person("Chidi").post(&begin, &[]).expect(303);
        assert!(round.location().starts_with("/rounds/live/"));
        town.as_person("Chidi")
            .get(round.location())
            .expect(200)
            .says(QUESTION)
            .says("What is said here stays here.");
    });
}
