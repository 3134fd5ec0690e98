//! The pages of people.

pub(crate) mod acts;
mod circles;
mod door;
mod mail_link;
mod me;
mod passkey;
mod prove;
pub(crate) mod ways;

use web::Route;

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

/// Over https a cookie never leaves by any other way.
fn secure(house: &web::House) -> &'static str {
    match house.settings.secure_cookies {
        true => "; Secure",
        false => "",
    }
}
