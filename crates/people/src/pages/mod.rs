//! The pages of people.

pub(crate) mod acts;
mod circles;
mod door;
mod mail_link;
mod me;
mod passkey;
mod prove;
pub(crate) mod ways;

pub use circles::looks_after;

use crate::{rules::SESSION_SECONDS, sign_in};
use kernel::PersonId;
use store::Stop;
use web::{Reply, Room, Route};

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = door::routes();
    routes.extend(prove::routes());
    routes.extend(me::routes());
    routes.extend(mail_link::routes());
    routes.extend(passkey::routes());
    routes.extend(ways::routes());
    routes.extend(circles::routes());
    routes.extend(acts::routes());
    routes
}

/// The session's cookie: for this site only, unreadable to scripts, gone after thirty days.
pub fn session_cookie(house: &web::House, token: &str, seconds: i64) -> String {
    let name = web::session_name(&house.settings);
    let secure = secure(house);
    format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// Somebody comes in, in place of whoever was in this browser before.
fn comes_in(room: &mut Room<'_>, before: Option<&str>, person: PersonId) -> Result<Reply, Stop> {
    let token = sign_in::open_instead(room.conn, room.house, (before, person), room.now)?;
    let cookie = session_cookie(room.house, &token, SESSION_SECONDS);
    Ok(Reply::go("/today").with_cookie(cookie))
}

/// Over https a cookie never leaves by any other way.
fn secure(house: &web::House) -> &'static str {
    match house.settings.secure_cookies {
        true => "; Secure",
        false => "",
    }
}
