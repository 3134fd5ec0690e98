//! Infiltration: nobody finds a way to accuse somebody.

use holdfast::{practices, testing::on_both};
use telling::Ways;

/// P29, infiltration: given someone looks for a way to flag Jonah, then none exists; what we have
/// agreed on, and somebody to talk to, is offered.
#[test]
fn infiltration() {
    const NEVER: &[&str] = &[
        "suspicious",
        "infiltrat",
        "report a",
        "report this",
        "report somebody",
        "report member",
        "flag ",
        "informant",
        "watchlist",
        "blacklist",
        "sospechos",
        "infiltrad",
        "denunci",
        "soplón",
        "lista negra",
    ];
    on_both(|town| {
        let jonah = town.person("Jonah").to_string();
        let mut looked_at = 0;
        for route in practices(Ways::default()).iter().flat_map(|p| p.routes()) {
            for never in [
                "report", "flag", "accus", "suspect", "block", "ban/", "watch",
            ] {
                assert!(!route.path.contains(never), "{}", route.path);
            }
            if route.method != "GET" || route.path.contains('{') || route.path.ends_with(".js") {
                continue;
            }
            for (who, lang) in [
                ("Esi", "en"),
                ("Ines", "en"),
                ("Kezia", "es"),
                ("Amara", "es"),
            ] {
                let page = town
                    .as_person(who)
                    .with_cookie("lang", lang)
                    .get(route.path);
                let words = page.body.to_lowercase();
                for never in NEVER {
                    assert!(!words.contains(never), "{} says {never}", route.path);
                }
                // No form takes his name but to take him out of something or give him something.
                for form in page.body.split("<form").skip(1) {
                    let form = form.split("</form>").next().unwrap_or_default();
                    let about_him = form.contains(&jonah);
                    assert!(
                        !about_him || !form.contains("<textarea"),
                        "{}: words about somebody",
                        route.path
                    );
                }
                looked_at += 1;
            }
        }
        assert!(looked_at > 80, "only {looked_at} pages");
        let housing = format!("/circles/{}", town.circle("housing"));
        let page = town.as_person("Esi").get(&housing).expect(200);
        assert!(!page.body.contains("<textarea"));
        town.as_person("Kezia")
            .get("/posture")
            .expect(200)
            .says("What counts is what somebody does")
            .says("There is no list of names here")
            .says("/agreements");
    });
}
