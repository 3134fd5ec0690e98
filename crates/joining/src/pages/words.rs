//! What the public page says: what we do, when and where, the limits; in both languages.

use crate::agreements::keeps_public_words;
use askama::Template;
use kernel::{Audience, Role};
use store::Stop;
use web::{AudienceLine, Frame, PowerKind, PowerUse, Reply, Room, Route, Typed};

const LIMIT: usize = 600;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/public-words", page),
        Route::deed("/public-words", save),
    ]
}

#[derive(Template)]
#[template(path = "public_words.html")]
struct PublicWords {
    frame: Frame,
    fields: Vec<Field>,
    audience: AudienceLine,
}

struct Field {
    name: &'static str,
    label: String,
    lang: &'static str,
    words: String,
}

/// For whoever looks after what stands in public; for anybody else there is no such page.
fn keeper(room: &mut Room<'_>) -> Result<(), Stop> {
    let me = room.member()?;
    keeps_public_words(room, &me).map_err(|_| Stop::NotThere)
}

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    keeper(room)?;
    let row = people::network_row(room.conn, room.network.id)?;
    let tongue = room.tongue.clone();
    let field = |name, label, lang, words: &str| Field {
        name,
        label: tongue.say(label).to_owned(),
        lang,
        words: words.to_owned(),
    };
    let fields = vec![
        field("about_en", "words-about-en", "en", &row.about_en),
        field("about_es", "words-about-es", "es", &row.about_es),
        field("meets_en", "words-meets-en", "en", &row.meets_en),
        field("meets_es", "words-meets-es", "es", &row.meets_es),
        field("limits_en", "words-limits-en", "en", &row.limits_en),
        field("limits_es", "words-limits-es", "es", &row.limits_es),
    ];
    room.page(&PublicWords {
        frame: room.frame(tongue.say("public-words-title")),
        fields,
        audience: AudienceLine::new(&tongue, Audience::Public, "audience-public-words"),
    })
}

fn save(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    keeper(room)?;
    let words = people::PublicWords {
        about: [
            typed.at_most("about_en", LIMIT)?,
            typed.at_most("about_es", LIMIT)?,
        ],
        meets: [
            typed.at_most("meets_en", LIMIT)?,
            typed.at_most("meets_es", LIMIT)?,
        ],
        limits: [
            typed.at_most("limits_en", LIMIT)?,
            typed.at_most("limits_es", LIMIT)?,
        ],
    };
    people::set_public_words(room.conn, room.network.id, &words)?;
    let me = room.member()?.id;
    let told = PowerUse::new(PowerKind::PublicWordsChanged, [me], Role::Steward.as_str());
    room.house.power_used(room.conn, &told)?;
    Ok(Reply::go("/public-words?said=saved"))
}
