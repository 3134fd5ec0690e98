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
        title,
        words: words.clone(),
        href,
        button: button.clone(),
        action: None,
        audience: None,
        in_letters: None,
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
    if tables::count(room.conn, room.network.id)? == 0 {
        return Ok(Vec::new());
    }
    let say = |key: &'static str| room.tongue.say(key).to_owned();
    Ok(vec![Item {
        title: say("tables-title"),
        words: say("tables-front-words"),
        href: "/tables".to_owned(),
        button: Some(say("tables-front-button")),
        action: None,
        audience: None,
        in_letters: None,
    }])
}
