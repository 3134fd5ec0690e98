//! Gatherings of Aid that Sam and Rosa hold, in whose harvest Bo is quoted, as paths need them.

use holdfast::testing::Town;

/// What comes after the id for what is done once it took place.
const AFTER: &[&str] = &[
    "/harvest", "/lines", "/room", "/changes", "/share", "/narrow", "/take-on",
];

/// One that is to come, or took place this morning and whose draft is with the room.
pub fn gathering(town: &Town, after: &str) -> String {
    if after == "/ask" {
        return campaign(town);
    }
    match AFTER.contains(&after) {
        true => harvested(town)
            .trim_start_matches("/gatherings/")
            .to_owned(),
        false => invited(town).trim_start_matches("/gatherings/").to_owned(),
    }
}

/// A campaign that falls on tenants, whom nobody has asked.
fn campaign(town: &Town) -> String {
    // The second time the caucus is there already.
    let about = [("name", "Tenants"), ("about", "Tenants of the blocks")];
    town.as_person("Esi").post("/caucuses", &about);
    let aid = town.circle("aid").to_string();
    let today = today(town);
    let fields = [
        ("of_circle", aid.as_str()),
        ("gathers", "campaign"),
        ("question", "Who may stay?"),
        ("on_day", &today),
        ("at_time", "18:00"),
        ("ends", &today),
        ("demands", "A list"),
        ("falls", "Tenants"),
    ];
    let there = town
        .as_person("Sam")
        .post("/gatherings", &fields)
        .expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    there.trim_start_matches("/gatherings/").to_owned()
}

fn today(town: &Town) -> String {
    let day = town.house.network().zone.day_of(town.house.now());
    day.to_string()
}

fn invited(town: &Town) -> String {
    let aid = town.circle("aid").to_string();
    let today = today(town);
    let fields = [
        ("of_circle", aid.as_str()),
        ("question", "Who is cold?"),
        ("second", "Rosa"),
        ("on_day", &today),
        ("at_time", "00:01"),
    ];
    let sam = town.as_person("Sam");
    let there = sam.post("/gatherings", &fields).expect(303);
    let there = there.location().split('?').next().unwrap_or_default();
    town.as_person("Rosa")
        .post(&format!("{there}/host"), &[("do", "yes")])
        .expect(303);
    sam.post(&format!("{there}/invite"), &[]).expect(303);
    there.to_owned()
}

fn harvested(town: &Town) -> String {
    let there = invited(town);
    let sam = town.as_person("Sam");
    sam.post(&format!("{there}/gathered"), &[]).expect(303);
    let aid = format!("circle:{}", town.circle("aid"));
    let quote = [("part", "quote"), ("line", "I am."), ("whose", "Bo")];
    let promise = [
        ("part", "promise"),
        ("line", "Blankets"),
        ("whose", "Bo"),
        ("receiver", aid.as_str()),
    ];
    for fields in [&quote[..], &promise] {
        sam.post(&format!("{there}/lines"), fields).expect(303);
    }
    sam.post(&format!("{there}/room"), &[]).expect(303);
    there
}

/// A line of Bo's: what he said that he would do, or what he said; or what pulls two ways, as it was
/// shared.
pub fn line(town: &Town, after: &str) -> String {
    let there = harvested(town);
    if after == "/propose" {
        let tension = [("part", "tension"), ("line", "Rest, or the line?")];
        let sam = town.as_person("Sam");
        sam.post(&format!("{there}/lines"), &tension).expect(303);
    }
    let page = town.as_person("Sam").get(&format!("{there}/harvest"));
    let page = page.expect(200).body;
    let words = match after {
        "/take" => "Blankets",
        "/propose" => "Rest, or the line?",
        _ => "I am.",
    };
    let after = page.split_once(words).map_or("", |(_, after)| after);
    let id = after.split_once("/harvest-lines/").map_or("", |(_, id)| id);
    let id = id.chars().take(36).collect();
    if words == "Rest, or the line?" {
        let gathering = there.trim_start_matches("/gatherings/");
        let gathering = gatherings::rules::ContainerId::parse(gathering);
        town.data(|conn| {
            let far = gatherings::rules::Wide::Circle;
            let gathering = gathering.ok_or(store::Stop::NotThere)?;
            gatherings::play::shared(conn, &town.house, gathering, far)
        });
    }
    id
}

/// A letter that was shared with the circle.
pub fn letter(town: &Town) -> String {
    let day = town.house.network().zone.day_of(town.house.now());
    let held = gatherings::play::Held {
        circle: town.circle("aid"),
        hosts: [town.person("Sam"), town.person("Rosa")],
        question: "Who is cold?",
        for_whom: "Aid",
        agreements: "One speaks.",
        place: "SBK",
        day: day.plus(-7),
        minute: 600,
        program: &[(10, "Soup")],
        heard: &["Some of us."],
    };
    let id = town.data(|conn| {
        let id = gatherings::play::gathering(conn, &town.house, &held)?;
        gatherings::play::shared(conn, &town.house, id, gatherings::rules::Wide::Circle)?;
        Ok(id)
    });
    id.to_string()
}

/// A season of CHOIR evenings that Coordinating keeps.
pub fn choir(town: &Town) -> String {
    let first = town.house.network().zone.day_of(town.house.now()).plus(7);
    let circle = town.circle("coordinating");
    let id = town.data(|conn| {
        let when = (first, 1080, 3);
        let how = ("555 0188", &[(90, "Threes")][..]);
        gatherings::play::choir(conn, &town.house, circle, when, how)
    });
    id.to_string()
}
