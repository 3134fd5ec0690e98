//! `holdfast init`: six questions, one data folder, two invitations.

use crate::{
    HouseParts, Trouble, build,
    folder::{Folder, write_private},
    found_network,
    owners::Owners,
    practices,
    settings::Settings,
};
use kernel::{NetworkId, Role, Standing, Zone};
use people::{Invited, NetworkRow};
use std::io::{BufRead, Write};
use telling::Ways;

/// What `init` asks; a flag for each question, and the Spanish words beside the English.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Answers {
    /// What the network is called
    #[arg(long)]
    pub name: Option<String>,
    /// Its time zone, such as America/Chicago
    #[arg(long)]
    pub zone: Option<String>,
    /// What you do, in a sentence
    #[arg(long)]
    pub about: Option<String>,
    /// The same in Spanish
    #[arg(long)]
    pub about_es: Option<String>,
    /// What you can and cannot answer, in a sentence
    #[arg(long)]
    pub limits: Option<String>,
    /// The same in Spanish
    #[arg(long)]
    pub limits_es: Option<String>,
    /// The areas you cover, with commas between them
    #[arg(long)]
    pub areas: Option<String>,
}

/// The questions that have no flag yet, in the order they are asked. The sixth, the address people
/// will know, is the setting `public_url`.
const QUESTIONS: [&str; 6] = [
    "1 of 6. What is your network called?",
    "2 of 6. Which time zone are you in? (such as America/Chicago)",
    "3 of 6. What do you do, in a sentence?",
    "4 of 6. What can you answer, and what not? (people read it before they ask)",
    "5 of 6. Which areas do you cover? (commas between them)",
    "6 of 6. At which address will people reach it? (https://…; empty: this machine only)",
];

const CIRCLES: [(&str, &str, &str); 4] = [
    (
        "coordinating",
        "Coordinating",
        "Keeps the whole together and invites.",
    ),
    (
        "aid",
        "Aid",
        "Answers the line and brings what was asked for.",
    ),
    ("care", "Care", "Listens when something is hard."),
    ("host", "Host", "Runs the server, always two people."),
];

/// Asks whatever has no flag.
pub fn ask(
    answers: &mut Answers,
    settings: &mut Settings,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    let asked = [
        &mut answers.name,
        &mut answers.zone,
        &mut answers.about,
        &mut answers.limits,
        &mut answers.areas,
        &mut settings.public_url,
    ];
    for (question, answer) in QUESTIONS.iter().zip(asked) {
        if answer.is_some() {
            continue;
        }
        super::say(out, question);
        let mut line = String::new();
        input.read_line(&mut line).map_err(|why| Trouble::File {
            path: "input".into(),
            why,
        })?;
        *answer = Some(line.trim().to_owned()).filter(|line| !line.is_empty());
    }
    Ok(())
}

/// Makes the folder, the network and its first four circles, and prints two invitations.
pub fn init(
    answers: &Answers,
    settings: &Settings,
    owners: &Owners,
    out: &mut dyn Write,
) -> Result<(), Trouble> {
    settings.check()?;
    let row = network(answers, owners)?;
    let folder = Folder::at(&settings.data);
    folder.make()?;
    let made = found(&row, &folder, settings, owners);
    let links = match made {
        Ok(links) => links,
        Err(trouble) => {
            // Half a network is none: the next try finds the place empty.
            for left in [folder.settings(), folder.keyring(), folder.database()] {
                let _ = std::fs::remove_file(left);
            }
            return Err(trouble);
        }
    };
    let place = folder.path().display();
    super::say(out, &format!("{} is here, in {place}.", row.name));
    super::say(out, "");
    super::say(
        out,
        "Two invitations, for two people; each works once, for seven days:",
    );
    for link in links {
        super::say(out, &format!("  {}/join/{link}", settings.address()));
    }
    super::say(out, "");
    super::say(out, &format!("Start it:  holdfast serve --data {place}"));
    super::say(
        out,
        "Keep the file `keyring` apart from copies of the database: without it nothing",
    );
    super::say(
        out,
        "sealed can be read, with both everything that still lives can.",
    );
    Ok(())
}

fn network(answers: &Answers, owners: &Owners) -> Result<NetworkRow, Trouble> {
    let needed = |answer: &Option<String>, flag: &str| {
        answer
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
            .ok_or_else(|| Trouble::said(format!("A network needs {flag}; please give it.")))
    };
    let zone_name = needed(&answers.zone, "a time zone (--zone America/Chicago)")?;
    let zone = Zone::parse(&zone_name).ok_or_else(|| {
        Trouble::said(format!(
            "We know no time zone called {zone_name}; write one such as America/Chicago."
        ))
    })?;
    let today = zone.day_of(owners.clock.now());
    let about_en = needed(&answers.about, "a sentence of what you do (--about)")?;
    let limits_en = needed(
        &answers.limits,
        "a sentence of what you can answer (--limits)",
    )?;
    let areas = answers.areas.as_deref().unwrap_or_default();
    let areas: Vec<&str> = areas
        .split(',')
        .map(str::trim)
        .filter(|a| !a.is_empty())
        .collect();
    Ok(NetworkRow {
        id: NetworkId::new(&*owners.chance),
        name: needed(&answers.name, "a name (--name)")?,
        zone: zone_name,
        founded_on: today,
        about_es: answers.about_es.clone().unwrap_or_else(|| about_en.clone()),
        about_en,
        limits_es: answers
            .limits_es
            .clone()
            .unwrap_or_else(|| limits_en.clone()),
        limits_en,
        areas: areas.join("\n"),
        line_closed_en: None,
        line_closed_es: None,
        meets_en: String::new(),
        meets_es: String::new(),
        line_closed_until: None,
        review_on: today.plus(180),
    })
}

fn found(
    row: &NetworkRow,
    folder: &Folder,
    settings: &Settings,
    owners: &Owners,
) -> Result<Vec<String>, Trouble> {
    if settings.database_url.is_none() {
        // SQLite gives its log the mode of its file.
        write_private(&folder.database(), b"")?;
    }
    write_private(&folder.settings(), written(settings)?.as_bytes())?;
    let house = build(HouseParts {
        database: folder.database_url(settings.database_url.as_deref()),
        keyring: folder.keyring(),
        clock: owners.clock.clone(),
        chance: owners.chance.clone(),
        settings: settings.for_pages(false),
        practices: practices(Ways::default()),
    })?;
    if !house.network().name.is_empty() {
        return Err(Trouble::said(
            "That database holds a network already; nothing was changed.",
        ));
    }
    Ok(house.db.alone(|conn| {
        let circles = found_network(conn, &house, row, &CIRCLES)?;
        // N9: what takes two people needs two stewards from the first day.
        circles
            .iter()
            .take(2)
            .map(|circle| {
                let invited = Invited {
                    circle: Some(*circle),
                    role: Some(Role::Steward),
                    standing: Standing::Member,
                };
                people::invite(conn, &house, &invited, house.now())
            })
            .collect()
    })?)
}

/// The settings `serve` needs again: whatever was not left as it usually is.
fn written(settings: &Settings) -> Result<String, Trouble> {
    #[derive(serde::Serialize)]
    struct Written<'a> {
        listen: Option<String>,
        database_url: Option<&'a str>,
        public_url: Option<&'a str>,
        quick_exit: Option<&'a str>,
    }
    let usual = Settings::default();
    let written = Written {
        listen: (settings.listen != usual.listen).then(|| settings.listen.to_string()),
        database_url: settings.database_url.as_deref(),
        public_url: settings.public_url.as_deref(),
        quick_exit: Some(&*settings.quick_exit).filter(|url| *url != usual.quick_exit),
    };
    toml::to_string(&written)
        .map(|lines| {
            format!("# Settings of this network. Flags and HOLDFAST_… come first.\n{lines}")
        })
        .map_err(|error| Trouble::said(format!("The settings cannot be written: {error}.")))
}
