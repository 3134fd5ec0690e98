//! The shift's four lists: new, waiting for a plan, said done without word, calls to make. The
//! shift's page shows the first of each, a list's own page the rest.

use crate::tables::{self, AskRow, ShiftList, StageWord};
use askama::Template;
use kernel::Member;
use store::Stop;
use web::{Frame, Reply, Room, Route};

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page_of("/shift/lists/{list}", page).stays_open()]
}

/// How many stand on the shift's page, and how many on a list's own.
const FIRST: i64 = 20;
const PAGE: i64 = 50;

pub(super) struct Line {
    pub id: String,
    pub code: String,
    pub words: String,
    pub note: String,
}

/// One list, as far as it is shown.
pub(super) struct Lines {
    pub title: String,
    pub lines: Vec<Line>,
    /// Where the rest is, and how many there are in all.
    pub more: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "shift_list.html")]
struct ListPage {
    frame: Frame,
    list: Lines,
}

/// The first of each list.
pub(super) fn first_of_each(room: &mut Room<'_>, me: &Member) -> Result<Vec<Lines>, Stop> {
    ShiftList::ALL
        .iter()
        .map(|list| {
            let (rows, all) = tables::shift_list(room.conn, me, room.network.aid, *list, 0, FIRST)?;
            let mut shown = shown(room, *list, &rows)?;
            shown.more = (all > FIRST).then(|| {
                let words = room.tongue.tell("shift-all", &[("n", all.into())]);
                (format!("/shift/lists/{}", list.as_str()), words)
            });
            Ok(shown)
        })
        .collect()
}

fn page(room: &mut Room<'_>, list: &str) -> Result<Reply, Stop> {
    let me = super::line::on_shift_now(room)?;
    let list = ShiftList::parse(list).ok_or(Stop::NotThere)?;
    whole(room, &me, list)
}

fn whole(room: &mut Room<'_>, me: &Member, list: ShiftList) -> Result<Reply, Stop> {
    let at = room.page_number();
    let from = at * PAGE;
    let (rows, all) = tables::shift_list(room.conn, me, room.network.aid, list, from, PAGE)?;
    let mut list_shown = shown(room, list, &rows)?;
    list_shown.more = (all > from + PAGE).then(|| {
        let words = room.tongue.say("board-more").to_owned();
        let next = at + 1;
        (format!("/shift/lists/{}?page={next}", list.as_str()), words)
    });
    room.page(&ListPage {
        frame: room.frame(list_shown.title.clone()),
        list: list_shown,
    })
}

fn shown(room: &Room<'_>, list: ShiftList, rows: &[AskRow]) -> Result<Lines, Stop> {
    let title = match list {
        ShiftList::New => "shift-new",
        ShiftList::Waiting => "shift-waiting",
        ShiftList::Done => "shift-done",
        ShiftList::Calls => "shift-follow-ups",
    };
    let lines = lines(room, rows, |row| note(room, list, row))?;
    Ok(Lines {
        title: room.tongue.say(title).to_owned(),
        lines,
        more: None,
    })
}

/// One line an ask, with a note of its own beneath.
pub(super) fn lines(
    room: &Room<'_>,
    rows: &[AskRow],
    note: impl Fn(&AskRow) -> String,
) -> Result<Vec<Line>, Stop> {
    rows.iter()
        .map(|row| {
            let seen = row.seen_by(&room.viewer, &room.house.vault, room.network.aid)?;
            let words = seen.published.or(seen.words).unwrap_or_default();
            Ok(Line {
                id: row.id.to_string(),
                code: row.code.clone(),
                words: words.chars().take(120).collect(),
                note: note(row),
            })
        })
        .collect()
}

fn note(room: &Room<'_>, list: ShiftList, row: &AskRow) -> String {
    let tongue = &room.tongue;
    let at = |key, moment| {
        let when = tongue.moment(moment, &room.network.zone);
        tongue.tell(key, &[("when", when.into())])
    };
    match list {
        ShiftList::New if row.stage == StageWord::Received => {
            at("shift-not-heard", row.received_at)
        }
        ShiftList::New => at("shift-heard-not-published", row.received_at),
        ShiftList::Waiting | ShiftList::Done => at("shift-since", row.stage_since),
        ShiftList::Calls => row
            .follow_up_on
            .map(|day| tongue.tell("ask-follow-up-by", &[("day", day.into())]))
            .unwrap_or_default(),
    }
}
