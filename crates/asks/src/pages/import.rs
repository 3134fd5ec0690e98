//! A file of asks as a page: paste or upload, say which column means what, look at every row that
//! cannot be taken and why, take the rest as one batch, undo it.

use super::{
    columns::{MapForm, Reading, options, reading},
    words::Choice,
};
use crate::{
    deeds::import::{File, Import, Imported, import_file, undo},
    rules::AskRefusal,
    schema::import_maps,
    tables::{self, BatchId, MapId, MapRow},
};
use askama::Template;
use axum::{
    extract::{FromRequest, Multipart, Request, State},
    http::header::CONTENT_TYPE,
    response::Response,
};
use diesel::prelude::*;
use kernel::{Arg, Audience, Refusal};
use store::Stop;
use web::{AudienceLine, Frame, Reply, Room, Route, Shared, Tongue, TooLarge, Typed, Visit};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::page("/import", page),
        Route::upload("/import", look),
        Route::upload("/import/take", take_typed),
        Route::deed_on("/import/{id}/undo", undo_batch),
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

fn page(room: &mut Room<'_>) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
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
}

#[derive(Template)]
#[template(path = "import_look.html")]
struct Look {
    frame: Frame,
    closing: String,
    noted: Option<String>,
    refused: Vec<(String, String)>,
    notes: Vec<(String, String)>,
    /// To look again or take; nothing once it is taken.
    map: Option<MapForm>,
    refusal: Option<String>,
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
            // A part of the map goes by its words on the page, and by its own name in a map's text.
            _ if name == "part" => {
                let key = format!("map-{}", value.replace('_', "-"));
                match tongue.knows(&key) {
                    true => (name, format!("{} ({value})", tongue.say(&key)).into()),
                    false => (name, value.into()),
                }
            }
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
    again: Option<(&[String], &sheets::Map, &Sent)>,
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
    let map = match again {
        Some((columns, map, sent)) => Some(MapForm::new(room, columns, map, sent)?),
        None => None,
    };
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
        refusal: None,
    })
}

/// The file as it was sent, and the other fields.
pub(super) struct Sent {
    pub file: String,
    pub typed: Typed,
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

/// The file in parts, as browsers send one; or pasted, as a plain form.
async fn sent(request: Request, house: &Shared) -> Result<Sent, Stop> {
    match Multipart::from_request(request, house).await {
        Ok(parts) => read_parts(parts).await,
        Err(_) => Err(AskRefusal::FileNeeded.into()),
    }
}

async fn look(State(house): State<Shared>, visit: Visit, request: Request) -> Response {
    let in_parts = request
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/"));
    let sent = if in_parts {
        sent(request, &house).await
    } else {
        match Typed::from_request(request, &house).await {
            Ok(typed) => Ok(Sent {
                file: typed.raw("pasted").to_owned(),
                typed,
            }),
            Err(response) => return response,
        }
    };
    match sent {
        Ok(sent) => {
            house
                .show(visit, move |room| {
                    room.check_form(&sent.typed)?;
                    super::line::on_shift_now(room)?;
                    dry_run(room, &sent)
                })
                .await
        }
        Err(stop) => {
            // Whoever may not bring files in learns nothing of what was wrong with theirs.
            house
                .show(visit, move |room| {
                    super::line::on_shift_now(room).and(Err(stop))
                })
                .await
        }
    }
}

fn dry_run(room: &mut Room<'_>, sent: &Sent) -> Result<Reply, Stop> {
    let bytes = web::text_as_bytes(&sent.file);
    if bytes.is_empty() {
        return Err(AskRefusal::FileNeeded.into());
    }
    let Reading { columns, map } = match reading(&sent.typed, &bytes) {
        Ok(reading) => reading,
        Err(refused) => return to_be_mended(room, sent, &refused),
    };
    let import = Import {
        bytes: &bytes,
        map: &map,
        dry_run: true,
    };
    match import_file(room.conn, room.house, &import, room.now) {
        Ok(done) => looked(room, &done, Some((&columns, &map, sent))),
        // The map does not fit yet: it is shown to be mended, and the file is still here.
        Err(Stop::Refused(refusal)) => {
            let sentence = room.tongue.message(&refusal.message());
            let map = MapForm::new(room, &columns, &map, sent)?;
            unread(room, sentence, Some(map))
        }
        Err(other) => Err(other),
    }
}

/// A file whose headings cannot be read, or a map that is no map: what was sent stays, with the
/// sentence above it.
fn to_be_mended(room: &mut Room<'_>, sent: &Sent, refused: &File) -> Result<Reply, Stop> {
    let sentence = room.tongue.message(&refused.message());
    let bytes = web::text_as_bytes(&sent.file);
    let Ok(headers) = sheets::headers(&bytes[..], &options()) else {
        return unread(room, sentence, None);
    };
    let columns = sheets::columns(&headers);
    let mut map = MapForm::new(room, &columns, &sheets::Map::guess(&headers), sent)?;
    sent.typed.text("map").clone_into(&mut map.text);
    map.text_open = true;
    unread(room, sentence, Some(map))
}

fn unread(room: &mut Room<'_>, sentence: String, map: Option<MapForm>) -> Result<Reply, Stop> {
    room.page_with(
        422,
        &Look {
            frame: room.frame(room.tongue.say("import-title")),
            closing: String::new(),
            noted: None,
            refused: Vec::new(),
            notes: Vec::new(),
            map,
            refusal: Some(sentence),
        },
    )
}

async fn take_typed(State(house): State<Shared>, visit: Visit, typed: Typed) -> Response {
    house.act(visit, typed, take).await
}

fn take(room: &mut Room<'_>, typed: &Typed) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
    let sent = Sent {
        file: typed.raw("file").to_owned(),
        typed: typed.clone(),
    };
    let bytes = web::text_as_bytes(&sent.file);
    let map = match reading(typed, &bytes) {
        Ok(reading) if typed.text("do") == "take" && reading.map.check().is_ok() => reading.map,
        _ => return dry_run(room, &sent),
    };
    if let Some(name) = typed.some("save_as") {
        let text = map.to_toml().map_err(File)?;
        save_map(room, name, &text, me.network)?;
    }
    let import = Import {
        bytes: &bytes,
        map: &map,
        dry_run: false,
    };
    let done = import_file(room.conn, room.house, &import, room.now)?;
    looked(room, &done, None)
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

fn undo_batch(room: &mut Room<'_>, id: &str, _: &Typed) -> Result<Reply, Stop> {
    super::line::on_shift_now(room)?;
    let id = BatchId::parse(id).ok_or(Stop::NotThere)?;
    let (_, stayed) = undo(room.conn, room.house, id)?;
    let said = if stayed == 0 {
        "batch-undone"
    } else {
        "batch-partly-undone"
    };
    Ok(Reply::go(format!("/import?said={said}")))
}
