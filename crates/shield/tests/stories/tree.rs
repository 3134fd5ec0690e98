//! The phone tree: everybody is reached, and each knows only their own part.

use holdfast::testing::{Town, on_both};
use kernel::Standing;
use std::collections::{BTreeMap, BTreeSet};

#[track_caller]
fn ring_me(town: &Town, who: &str, number: &str) {
    town.as_person(who)
        .post("/phone-tree", &[("number", number)])
        .expect(303);
}

/// Twenty-four people: the members of the cast with Hana first, some more, and Gus on paper.
fn whole(town: &Town) -> Vec<String> {
    let mut all: Vec<String> = [
        "Hana", "Amara", "Sam", "Rosa", "Bo", "Yuki", "Luz", "Chidi", "Noor", "Mateo", "Ruth",
        "Lev", "Dalia", "Omar", "Ines", "Tess", "Esi", "Jonah", "Kezia",
    ]
    .map(str::to_owned)
    .to_vec();
    for n in 0..4 {
        let name = format!("Neighbour{n}");
        town.add(&name, Standing::Member, &["aid"]);
        all.push(name);
    }
    for (i, name) in all.iter().enumerate() {
        ring_me(town, name, &format!("555 02{i:02}"));
    }
    let gus = [("name", "Gus"), ("number", "555 0142"), ("word", "yes")];
    town.as_person("Tess")
        .post("/phone-tree/paper", &gus)
        .expect(303);
    all.push("Gus".to_owned());
    all
}

fn listed(page: &str) -> Vec<String> {
    page.split("<li><strong>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap_or_default().to_owned())
        .collect()
}

/// P29, continuity: 24 people, at most five per caller, depth at most 3; everybody is reached, and
/// the last one rings back Hana.
#[test]
fn continuity() {
    on_both(|town| {
        let all = whole(town);
        assert_eq!(all.len(), 24);
        let sheet = town
            .as_person("Ines")
            .get("/phone-tree/sheet")
            .expect(200)
            .says("The tree begins with <strong>Hana</strong>")
            .says("555 0142")
            .says("Keep a printed one");
        let mut rings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for part in sheet.body.split("<h2>").skip(1) {
            let caller = part.split(" rings").next().unwrap_or_default().to_owned();
            rings.insert(
                caller,
                listed(part.split("</ul>").next().unwrap_or_default()),
            );
        }
        let (mut reached, mut now, mut calls) = (BTreeSet::new(), vec!["Hana".to_owned()], 0);
        while !now.is_empty() {
            calls += 1;
            let mut next = Vec::new();
            for who in now {
                assert!(reached.insert(who.clone()), "{who} is rung twice");
                let theirs = rings.get(&who).cloned().unwrap_or_default();
                assert!(theirs.len() <= 5, "{who} rings {}", theirs.len());
                next.extend(theirs);
            }
            now = next;
        }
        assert_eq!(reached, all.iter().cloned().collect());
        assert_eq!(calls, 3);
        let last = sheet.between("</ul>\n<p>", " is the last");
        let last = last.rsplit("<p>").next().unwrap_or_default().to_owned();
        assert!(!rings.contains_key(&last));
        if last != "Gus" {
            town.as_person(&last)
                .get("/phone-tree")
                .expect(200)
                .says("You are the last")
                .says("<strong>Hana</strong> <span class=\"words\">555 0200");
        }
        // Rung through, and written down where drills stand.
        let drill = [("kind", "phone_tree"), ("result", "pass")];
        town.as_person("Tess")
            .post("/health/drill", &drill)
            .expect(303);
        town.as_person("Tess")
            .get("/health")
            .expect(200)
            .says("the phone tree reached everybody");
    });
}

#[test]
fn each_sees_whom_they_ring_and_who_rings_them() {
    on_both(|town| {
        for (i, who) in ["Hana", "Bo", "Yuki", "Noor", "Lev", "Omar", "Rosa", "Sam"]
            .iter()
            .enumerate()
        {
            ring_me(town, who, &format!("555 03{i:02}"));
        }
        let hana = town.as_person("Hana").get("/phone-tree").expect(200);
        assert_eq!(listed(&hana.body).len(), 5);
        for who in ["Bo", "Yuki", "Noor", "Lev", "Omar"] {
            let page = town.as_person(who).get("/phone-tree").expect(200);
            let page = page.says("Hana rings you.").says_not("555 0300");
            let theirs = listed(&page.body).len();
            assert!(theirs <= 2, "{who} sees {theirs}");
        }
        // The whole is for those who print it.
        for who in ["Bo", "Hana", "Amara"] {
            town.as_person(who).get("/phone-tree/sheet").expect(404);
            town.as_person(who)
                .post("/phone-tree/paper", &[("name", "Gus")])
                .expect(404);
        }
        town.as_person("Farid").get("/phone-tree").expect(404);
        town.stranger().get("/phone-tree").expect(303);
        // Bad input gets a sentence, and nothing typed is lost.
        town.as_person("Ruth")
            .post("/phone-tree", &[("number", "by the fountain")])
            .expect(422)
            .says("at least three digits")
            .says("by the fountain");
        town.as_person("Tess")
            .post(
                "/phone-tree/paper",
                &[("name", "Gus"), ("number", "555 0142")],
            )
            .expect(422)
            .says("their word")
            .says("555 0142");
    });
}

#[test]
fn whoever_goes_is_rung_no_more_and_few_lists_change() {
    on_both(|town| {
        let all = whole(town);
        let lists = |town: &Town| -> BTreeMap<String, Vec<String>> {
            all.iter()
                .filter(|who| !["Gus", "Amara", "Bo"].contains(&who.as_str()))
                .map(|who| {
                    let page = town.as_person(who).get("/phone-tree").expect(200);
                    (who.clone(), listed(&page.body))
                })
                .collect()
        };
        let before = lists(town);
        town.as_person("Amara")
            .post("/phone-tree/out", &[])
            .expect(303);
        town.as_person("Amara")
            .get("/phone-tree")
            .expect(200)
            .says_not("You ring");
        let after = lists(town);
        let changed = before
            .iter()
            .filter(|(who, list)| after[*who] != **list)
            .count();
        assert!(changed <= 4, "{changed} lists changed");
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        let sheet = town.as_person("Chidi").get("/phone-tree/sheet").expect(200);
        let sheet = sheet.says_not(">Amara<").says_not(">Bo<");
        // Chidi takes a name on paper out, and lets it begin with somebody else.
        let gus = sheet.between("action=\"/phone-tree/", "/end");
        let chidi = town.as_person("Chidi");
        let gus = gus
            .rsplit("/phone-tree/")
            .next()
            .unwrap_or_default()
            .to_owned();
        chidi
            .post(&format!("/phone-tree/{gus}/end"), &[])
            .expect(303);
        let sheet = chidi.get("/phone-tree/sheet").expect(200).says_not("Gus");
        let other = sheet
            .body
            .split("<option value=\"")
            .nth(3)
            .unwrap_or_default();
        let other = other[..36].to_owned();
        chidi
            .post("/phone-tree/first", &[("place", other.as_str())])
            .expect(303);
        chidi
            .get("/phone-tree/sheet")
            .expect(200)
            .says_not("begins with <strong>Hana</strong>");
        // A member's own word is theirs: nobody else takes them out.
        chidi
            .post(&format!("/phone-tree/{other}/end"), &[])
            .expect(404);
    });
}

#[test]
fn a_number_nobody_looks_at_goes_after_a_year() {
    on_both(|town| {
        ring_me(town, "Bo", "555 0101");
        let bo = |town: &Town| town.as_person("Bo");
        bo(town).get("/me/export").expect(200).says("555 0101");
        bo(town)
            .get("/today")
            .expect(200)
            .says_not("Is this still your number");
        town.until("2027-02-20 12:00");
        bo(town)
            .get("/today")
            .expect(200)
            .says("Is this still your number");
        town.until("2027-03-04 12:00");
        bo(town).get("/phone-tree").expect(200).says_not("555 0101");
    });
}
