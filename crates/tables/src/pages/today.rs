//! Open tables on the Today page of those who keep them, and on the public front page.

use crate::tables;
use kernel::Member;
use store::Stop;
use web::{Item, Room, TodayShare};

/// More than so many are one line: a list of things to look at is a weight.
const MOST: usize = 3;

/// It is time to look again.
pub(crate) fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    // P20: whoever rests is asked for nothing.
    if me.is_resting() {
        return Ok(TodayShare::default());
    }
    let aid = room.network.aid;
    let mut due = tables::due(room.conn, room.network.id, room.today)?;
    due.retain(|row| tables::keeper(row.circle_id, row.organisation_id, aid).includes(me));
    let tongue = &room.tongue;
    let words = tongue.say("tables-today-words").to_owned();
    let button = Some(tongue.say("tables-today-button").to_owned());
    let item = |title: String, href: String| Item {
        button: button.clone(),
        ..Item::new(title, words.clone(), href)
    };
    let ours = if due.len() > MOST {
        let title = tongue.tell("tables-today-many", &[("n", due.len().into())]);
        vec![item(title, "/tables?look=again".to_owned())]
    } else {
        due.into_iter()
            .map(|row| {
                let title = tongue.tell("tables-today-title", &[("name", row.name.into())]);
                item(title, format!("/tables/{}", row.id))
            })
            .collect()
    };
    Ok(TodayShare {
        ours,
        ..TodayShare::default()
    })
}

/// Where and when, for anybody; nothing while there is no table.
pub(crate) fn front(room: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
    if tables::not_ended(room.conn, room.network.id)? == 0 {
        return Ok(Vec::new());
    }
    let say = |key: &'static str| room.tongue.say(key).to_owned();
    Ok(vec![Item {
        button: Some(say("tables-front-button")),
        ..Item::new(say("tables-title"), say("tables-front-words"), "/tables")
    }])
}
