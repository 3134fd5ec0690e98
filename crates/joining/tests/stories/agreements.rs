//! Six short agreements: public, versioned, and read again when one has changed.

use holdfast::testing::on_both;

fn id_of_first(page: &str) -> String {
    let after = page.split_once("/agreements/").expect("an agreement").1;
    after[..36].to_owned()
}

#[test]
fn a_changed_agreement_is_read_again_by_everybody() {
    on_both(|town| {
        let public = town.stranger().get("/agreements").expect(200);
        assert_eq!(public.body.matches("<div class=\"item\">").count(), 6);
        public
            .says("We ask, and we may say no")
            .says_not("Version")
            .says_not("Read it, with somebody");
        town.stranger()
            .with_header("accept-language", "es")
            .get("/agreements")
            .expect(200)
            .says("El silencio no es un sí");
        let bo = town.as_person("Bo");
        bo.get("/today").expect(200).says_not("Our agreements");
        bo.get("/agreements")
            .expect(200)
            .says("Version 1")
            .says_not("Read it, with somebody")
            .says_not("Change it");

        let chidi = town.as_person("Chidi");
        let page = chidi.get("/agreements").expect(200).says("Change it");
        let first = id_of_first(&page.body);
        let change = format!("/agreements/{first}/change");
        bo.get(&change).expect(404);
        let words = [
            ("title_en", "We ask, and we may say no"),
            ("title_es", "Pedimos, y se puede decir que no"),
            (
                "words_en",
                "Anyone may ask. Anyone may say no, and say it early.",
            ),
            ("words_es", ""),
        ];
        bo.post(&change, &words).expect(404);
        town.pass(60);
        chidi
            .post(&change, &words)
            .expect(422)
            .says("in both languages")
            .says("say it early");
        let words = [words[0], words[1], words[2], ("words_es", "Dígalo pronto.")];
        chidi.post(&change, &words).expect(303);

        bo.get("/today").expect(200).says("Our agreements");
        bo.get("/agreements")
            .expect(200)
            .says("Version 2")
            .says("say it early");
        bo.post(&format!("/agreements/{first}/read"), &[])
            .expect(303);
        bo.get("/today").expect(200).says_not("Our agreements");
        // Whoever rests is asked for nothing, this included.
        town.as_person("Luz")
            .get("/today")
            .expect(200)
            .says_not("Nuestros acuerdos");
    });
}

#[test]
fn the_public_words_are_changed_by_those_who_look_after_them() {
    on_both(|town| {
        town.as_person("Bo").get("/public-words").expect(404);
        let chidi = town.as_person("Chidi");
        chidi.get("/public-words").expect(200).says("Wednesdays");
        chidi
            .post(
                "/public-words",
                &[
                    ("about_en", "We carry things."),
                    ("meets_en", "Sundays at ten, by the <bridge>."),
                    ("limits_en", "Not at night."),
                ],
            )
            .expect(303);
        town.stranger()
            .get("/")
            .expect(200)
            .says("We carry things.")
            .says("Sundays at ten, by the &#60;bridge&#62;.")
            .says("Not at night.");
    });
}
