//! P22: a campaign ends on purpose; so does what rests.

use super::tools::there;
use holdfast::testing::{Town, on_both};
use kernel::Role;

fn campaign(town: &Town) -> String {
    let circle = town.circle("housing").to_string();
    let fields = [
        ("of_circle", circle.as_str()),
        ("gathers", "campaign"),
        ("question", "Who may stay by the river?"),
        ("second", "Jonah"),
        ("on_day", "2026-06-01"),
        ("at_time", "18:00"),
        ("ends", "2026-12-01"),
        ("aim", "The blocks stay homes"),
        ("demands", "Withdraw the notice"),
        ("decides", "The housing office"),
        ("falls", "Tenants of the river blocks"),
        ("end_when", "The notice is withdrawn"),
    ];
    let esi = town.as_person("Esi");
    esi.post("/gatherings", &fields[..fields.len() - 6])
        .expect(422)
        .says("Who may stay by the river?")
        .says("Say when it ends");
    let here = there(esi.post("/gatherings", &fields));
    town.as_person("Jonah")
        .post(&format!("{here}/host"), &[("do", "yes")])
        .expect(303);
    esi.post(&format!("{here}/invite"), &[]).expect(303);
    here
}

#[test]
fn the_campaigns_end_is_met_on_the_first_of_august_and_it_asks_to_be_closed_with_thanks() {
    on_both(|town| {
        town.set_clock("2026-05-20 09:00");
        let here = campaign(town);
        let circle = town.circle("housing").to_string();
        let within = here.trim_start_matches("/gatherings/").to_owned();
        let meeting = |on: &'static str| {
            [
                ("of_circle", circle.clone()),
                ("gathers", "gathering".to_owned()),
                ("on_day", on.to_owned()),
                ("at_time", "19:00".to_owned()),
                ("question", "Who phones whom?".to_owned()),
                ("within", within.clone()),
            ]
        };
        let begins = |fields: &[(&str, String)]| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            town.as_person("Esi").post("/gatherings", &fields)
        };
        begins(&meeting("2026-06-09")).expect(303);
        town.as_person("Kezia")
            .get(&here)
            .expect(200)
            .says("The notice is withdrawn")
            .says("The housing office")
            .says("Who phones whom?")
            .says_not("Close it with thanks?");
        town.as_person("Bo").get(&here).expect(404);
        town.hold("Esi", Role::Steward, "housing", "2026-11-15");
        town.set_clock("2026-08-01 09:00");
        let met = format!("{here}/met");
        town.as_person("Kezia").post(&met, &[]).expect(409);
        town.as_person("Esi").post(&met, &[]).expect(303);
        town.as_person("Esi").post(&met, &[]).expect(409);
        // It asks, rather than going on.
        town.as_person("Esi")
            .get(&here)
            .expect(200)
            .says("What it is for has come. Close it with thanks?");
        town.as_person("Jonah")
            .get("/today")
            .expect(200)
            .says("Close it with thanks?");
        begins(&meeting("2026-08-10"))
            .expect(409)
            .says("something new can be begun");
        town.as_person("Esi")
            .post(&format!("{here}/go-on"), &[("ends", "2026-12-20")])
            .expect(409);
        town.as_person("Jonah")
            .post(&format!("{here}/end"), &[("do", "close")])
            .expect(303);
        town.as_person("Kezia")
            .get(&here)
            .expect(200)
            .says("closed, with thanks");
        // Never shared: gone ninety days after its end.
        town.until("2027-03-02 09:00");
        town.as_person("Esi").get(&here).expect(404);
    });
}

/// Its day comes without a word: it asks, and goes on only by its hosts' word; what rests is taken up.
#[test]
fn a_series_does_not_go_on_by_itself() {
    on_both(|town| {
        let circle = town.circle("aid").to_string();
        let fields = [
            ("of_circle", circle.as_str()),
            ("gathers", "learning"),
            ("question", "How does a fridge keep cold?"),
            ("second", "Yuki"),
            ("on_day", "2026-03-10"),
            ("at_time", "18:00"),
            ("ends", "2026-03-31"),
        ];
        let here = there(town.as_person("Bo").post("/gatherings", &fields));
        town.as_person("Yuki")
            .post(&format!("{here}/host"), &[("do", "yes")])
            .expect(303);
        town.as_person("Bo")
            .post(&format!("{here}/invite"), &[])
            .expect(303);
        town.set_clock("2026-04-01 09:00");
        let asks = "Its day has come. Close it with thanks";
        town.as_person("Bo").get(&here).expect(200).says(asks);
        let go_on = format!("{here}/go-on");
        for wrong in ["", "2026-03-31", "2027-06-01"] {
            town.as_person("Bo")
                .post(&go_on, &[("ends", wrong)])
                .expect(422);
        }
        town.as_person("Bo")
            .post(&go_on, &[("ends", "2026-05-01")])
            .expect(303);
        town.as_person("Bo").get(&here).expect(200).says_not(asks);
        let end = format!("{here}/end");
        town.as_person("Bo")
            .post(&end, &[("do", "rest")])
            .expect(303);
        town.as_person("Bo")
            .post(&end, &[("do", "rest")])
            .expect(409);
        let again = [("ends", "2026-06-01")];
        town.as_person("Yuki")
            .post(&format!("{here}/take-up"), &again)
            .expect(303);
        town.as_person("Yuki")
            .get(&here)
            .expect(200)
            .says("a seed: nobody is invited yet");
    });
}
