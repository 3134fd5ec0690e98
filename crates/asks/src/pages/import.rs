//! A file of asks as a page: paste or upload, say which column means what, look at every row that
//! cannot be taken and why, take the rest as one batch, undo it.

use super::words::Choice;
use crate::{
    deeds::import::{Import, Imported, import_file, undo},
    rules::{AskRefusal, on_shift},
    schema::import_maps,
    tables::{self, BatchId, MapId, MapRow},
};
use askama::Template;
use axum::{
    extract::{Multipart, Path, State},
    response::Response,
};
use diesel::prelude::*;
use kernel::{Arg, Audience};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Tongue, TooLarge, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/import", page),
        Route::upload("/import", look),
        Route::upload("/import/take", take),
        Route::post("/import/{id}/undo", undo_batch),
    ]
}

struct Batch {
    id: String,
    words: String,
}

#[derive(Template)]
#[template(path = "import.html")]
struct ImportPage {
    frame: Frame,
    batches: Vec<Batch>,
    maps: Vec<Choice>,
    audience: AudienceLine,
}

fn shift(room: &Room<'_>) -> Result<kernel::Member, Stop> {
    let me = room.member()?;
    if !super::ask::reads_shift_things(room) {
        return Err(Stop::NotThere);
    }
    on_shift(&me, room.network.aid)?;
    Ok(me)
}

async fn page(State(house): State<Shared>, visit: Visit) -> Response {
    house
        .show(visit, |room| {
            let me = shift(room)?;
            let tongue = room.tongue.clone();
            let batches = tables::batches_of(room.conn, me.network)?
                .into_iter()
                .map(|row| Batch {
                    id: row.id.to_string(),
                    words: tongue.tell(
                        "import-batch",
                        &[
                            ("day", row.made_on.into()),
                            ("taken", i64::from(row.taken).into()),
                            ("refused", i64::from(row.refused).into()),
                        ],
                    ),
                })
                .collect();
            let maps = tables::maps_of(room.conn, me.network)?
                .into_iter()
                .map(|row| Choice {
                    value: row.map,
                    words: row.name,
                    chosen: false,
                })
                .collect();
            room.page(&ImportPage {
                frame: room.frame(tongue.say("import-title")),
                batches,
                maps,
                audience: AudienceLine::new(&tongue, Audience::Role, "audience-import"),
            })
        })
        .await
}

#[derive(Template)]
#[template(path = "import_look.html")]
struct Look {
    frame: Frame,
    closing: String,
    noted: Option<String>,
    refused: Vec<(String, String)>,
    notes: Vec<(String, String)>,
    map: String,
    file: String,
    maps_audience: AudienceLine,
    refusal: Option<String>,
    taken: bool,
}

/// A sheet's message in a language: counts as numbers, for the plural.
pub fn sheet_says(
    tongue: &Tongue,
    (key, args): (&'static str, Vec<(&'static str, String)>),
) -> String {
    let args: Vec<(&'static str, Arg)> = args
        .into_iter()
        .map(|(name, value)| match value.parse::<i64>() {
            Ok(n) if matches!(name, "rows" | "taken" | "refused" | "noted") => (name, n.into()),
            _ => (name, value.into()),
        })
        .collect();
    tongue.tell(key, &args)
}

/// How many lines of doubts and refusals a page shows; all of them are in the counts.
const LINES: usize = 200;

fn looked(
    room: &mut Room<'_>,
    done: &Imported,
    (map, file): (String, String),
) -> Result<Reply, Stop> {
    let tongue = room.tongue.clone();
    let refused = done
        .refused
        .iter()
        .take(LINES)
        .map(|row| {
            let why = (row.why.message_key(), row.why.args());
            (
                sheet_says(&tongue, row.whereabouts()),
                sheet_says(&tongue, why),
            )
        })
        .collect();
    let notes = done
        .notes
        .iter()
        .take(LINES)
        .map(|(line, key, args)| {
            let line = ("sheet-where-line", vec![("line", line.to_string())]);
            (
                sheet_says(&tongue, line),
                sheet_says(&tongue, (*key, args.clone())),
            )
        })
        .collect();
    room.page(&Look {
        frame: room.frame(tongue.say("import-title")),
        closing: sheet_says(&tongue, done.totals.closing_line()),
        noted: done
            .totals
            .noted_line()
            .map(|line| sheet_says(&tongue, line)),
        refused,
        notes,
        map,
        file,
        maps_audience: AudienceLine::new(&tongue, Audience::Role, "audience-import"),
        refusal: None,
        taken: done.batch.is_some(),
    })
}

/// The file as it was sent, and the other fields.
struct Sent {
    file: String,
    typed: Typed,
}

async fn read_parts(mut parts: Multipart) -> Result<Sent, Stop> {
    let (mut file, mut pairs, mut too_large) = (Vec::new(), Vec::new(), false);
    let gone = |_| Stop::from(TooLarge);
    while let Some(mut part) = parts.next_field().await.map_err(gone)? {
        let name = part.name().unwrap_or_default().to_owned();
        let mut bytes = Vec::new();
        // Read to its end even where it is too much, so that the sender gets a sentence.
        while let Some(chunk) = part.chunk().await.map_err(gone)? {
            if (bytes.len() + chunk.len()) as u64 > sheets::FILE_MAX_BYTES {
                too_large = true;
                bytes.clear();
            } else if !too_large {
                bytes.extend_from_slice(&chunk);
            }
        }
        match name.as_str() {
            "file" | "pasted" if bytes.is_empty() => {}
            "file" | "pasted" => file = bytes,
            _ => pairs.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    if too_large {
        return Err(TooLarge.into());
    }
    // Rows that are not UTF-8 are named by the reader, so the bytes are kept as they are.
    Ok(Sent {
        file: web::bytes_as_text(&file),
        typed: Typed::from_pairs(pairs),
    })
}

/// The map somebody wrote or chose, or a guess from the file's own headers.
fn map_for(typed: &Typed, file: &[u8], options: &sheets::Options) -> Result<sheets::Map, Stop> {
    use crate::deeds::import::File;
    match typed.some("map") {
        Some(text) => Ok(sheets::Map::from_toml(text).map_err(File)?),
        None => {
            let headers = sheets::headers(file, options).map_err(File)?;
            Ok(sheets::Map::guess(&headers))
        }
    }
}

async fn look(State(house): State<Shared>, visit: Visit, parts: Multipart) -> Response {
    let sent = match read_parts(parts).await {
        Ok(sent) => sent,
        Err(stop) => return house.show(visit, move |_| Err(stop)).await,
    };
    house
        .show(visit, move |room| {
            room.check_form(&sent.typed)?;
            shift(room)?;
            dry_run(room, &sent)
        })
        .await
}

fn dry_run(room: &mut Room<'_>, sent: &Sent) -> Result<Reply, Stop> {
    use crate::deeds::import::File;
    let bytes = web::text_as_bytes(&sent.file);
    if bytes.is_empty() {
        return Err(AskRefusal::FileNeeded.into());
    }
    let options = sheets::Options::in_zone(jiff::tz::TimeZone::UTC);
    let map = map_for(&sent.typed, &bytes, &options)?;
    let text = map.to_toml().map_err(File)?;
    let import = Import {
        bytes: &bytes,
        map: &map,
        dry_run: true,
    };
    match import_file(room.conn, room.house, &import, room.now) {
        Ok(done) => looked(room, &done, (text, sent.file.clone())),
        // The map does not fit yet: it is shown to be mended, and the file is still here.
        Err(Stop::Refused(refusal)) => {
            let tongue = room.tongue.clone();
            let sentence = tongue.message(&refusal.message());
            room.page_with(
                422,
                &Look {
                    frame: room.frame(tongue.say("import-title")),
                    closing: String::new(),
                    noted: None,
                    refused: Vec::new(),
                    notes: Vec::new(),
                    map: text,
                    file: sent.file.clone(),
                    maps_audience: AudienceLine::new(&tongue, Audience::Role, "audience-import"),
                    refusal: Some(sentence),
                    taken: false,
                },
            )
        }
        Err(other) => Err(other),
    }
}

async fn take(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house
        .act(visit, typed, |room, typed| {
            let me = shift(room)?;
            let sent = Sent {
                file: typed.raw("file").to_owned(),
                typed: typed.clone(),
            };
            if typed.text("do") == "look" {
                return dry_run(room, &sent);
            }
            let bytes = web::text_as_bytes(&sent.file);
            let map =
                sheets::Map::from_toml(typed.text("map")).map_err(crate::deeds::import::File)?;
            if let Some(name) = typed.some("save_as") {
                save_map(room, name, typed.text("map"), me.network)?;
            }
            let import = Import {
                bytes: &bytes,
                map: &map,
                dry_run: false,
            };
            let done = import_file(room.conn, room.house, &import, room.now)?;
            looked(room, &done, (typed.text("map").to_owned(), String::new()))
        })
        .await
}

fn save_map(
    room: &mut Room<'_>,
    name: &str,
    map: &str,
    network: kernel::NetworkId,
) -> Result<(), Stop> {
    let name: String = name.chars().take(60).collect();
    diesel::delete(
        import_maps::table.filter(
            import_maps::network_id
                .eq(network)
                .and(import_maps::name.eq(&name)),
        ),
    )
    .execute(room.conn)?;
    let row = MapRow {
        id: MapId::new(&*room.house.chance),
        network_id: network,
        name,
        map: map.to_owned(),
        review_on: room.today.plus(365),
    };
    diesel::insert_into(import_maps::table)
        .values(row)
        .execute(room.conn)?;
    Ok(())
}

async fn undo_batch(
    State(house): State<Shared>,
    visit: Visit,
    Path(id): Path<String>,
    typed: Typed,
) -> Response {
    house
        .act(visit, typed, move |room, _| {
            shift(room)?;
            let id = BatchId::parse(&id).ok_or(Stop::NotThere)?;
            let (_, stayed) = undo(room.conn, room.house, id)?;
            let said = if stayed == 0 {
                "batch-undone"
            } else {
                "batch-partly-undone"
            };
            Ok(Reply::go(format!("/import?said={said}")))
        })
        .await
}
