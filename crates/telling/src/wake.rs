//! Waking a browser (Web Push, RFC 8030), signed by this network (VAPID, RFC 8292). Nothing is sent
//! along: the service of the browser's maker learns that there is something, and not even sealed
//! what; the words stand in our own worker script. So there is nothing to encrypt (RFC 8291).

use crate::{
    rules::{hears, kinds, next_try},
    state::{self, Trouble, went},
    tables::{self, WakingRow},
    ways::Waking,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use kernel::{Moment, NetworkId};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use std::sync::Arc;
use store::{AnyConnection, Error, Stop, Vault};
use ureq::{
    Agent,
    http::{StatusCode, Uri},
    tls::{RootCerts, TlsConfig},
};
use web::House;

/// How long a service keeps a waking for a browser that sleeps, in seconds.
const KEPT_SECONDS: u32 = 86_400;
/// How long a signature is good for, in seconds (RFC 8292 allows a day).
const SIGNED_SECONDS: i64 = 12 * 3600;
/// The longest address of a place.
const LONGEST_PLACE: usize = 1000;

/// Makes the network's key, once.
pub(crate) fn have_a_key(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<(), Stop> {
    let network = house.network();
    if tables::wake_secret(conn, &house.vault, network.id)?.is_some() {
        return Ok(());
    }
    let mut secret = [0u8; 32];
    loop {
        house.chance.fill(&mut secret);
        // All but a few of the numbers are keys.
        if SigningKey::from_slice(&secret).is_ok() {
            break;
        }
    }
    let today = network.zone.day_of(now);
    tables::keep_wake_secret(conn, &house.vault, network.id, &secret, today)
}

fn key(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
) -> Result<Option<SigningKey>, Stop> {
    let secret = tables::wake_secret(conn, vault, network)?;
    let key = secret.map(|secret| SigningKey::from_slice(&secret));
    Ok(key.transpose().map_err(|_| Error::Tampered)?)
}

fn public(key: &SigningKey) -> String {
    BASE64.encode(key.verifying_key().to_sec1_point(false).as_bytes())
}

/// The public half of the network's key, as browsers take it; `None` before there is one.
pub(crate) fn public_key(
    conn: &mut AnyConnection,
    vault: &Vault,
    network: NetworkId,
) -> Result<Option<String>, Stop> {
    Ok(key(conn, vault, network)?.as_ref().map(public))
}

/// Whether a place is one of a service we know, over https. Anybody signed in can name a place, and
/// our server goes there.
pub(crate) fn is_known(ways: &Waking, place: &str) -> bool {
    let Ok(uri) = place.parse::<Uri>() else {
        return false;
    };
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return false;
    };
    let private = scheme == "https" && authority.port().is_none();
    let taken = private || (ways.plain && scheme == "http");
    let host = authority.host().to_ascii_lowercase();
    let known = ways
        .hosts
        .iter()
        .any(|known| match known.strip_prefix('.') {
            Some(_) => host.ends_with(known),
            None => host == *known,
        });
    taken && known && !authority.as_str().contains('@') && place.len() <= LONGEST_PLACE
}

/// A waking that is ours to send now.
pub(crate) struct Claimed {
    row: WakingRow,
    place: String,
    signed: String,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    Woken,
    /// The browser took it back: there is nobody there any more.
    Gone,
    Not(Trouble),
}

/// Takes the next waking, signed; what may no longer be sent goes instead.
pub(crate) fn claim(
    conn: &mut AnyConnection,
    house: &House,
    contact: &str,
) -> Result<Option<Claimed>, Stop> {
    let now = house.now();
    let network = house.network().id;
    while let Some((row, place)) = tables::next_waking(conn, network, now)? {
        let standing = people::standing_of(conn, network, row.person_id)?;
        let chosen = tables::telling_of(conn, network, row.person_id)?;
        let wanted = standing.is_some_and(hears)
            && chosen.is_some_and(|telling| !kinds(&telling.at_once).is_empty());
        let place = place.filter(|_| wanted).map(|p| p.opened(&house.vault));
        let (Some(place), Some(key)) = (place.transpose()?, key(conn, &house.vault, network)?)
        else {
            tables::waking_over(conn, row.id)?;
            continue;
        };
        let Some(signed) = signed(&key, &place, contact, now) else {
            tables::waking_over(conn, row.id)?;
            continue;
        };
        tables::claim_waking(conn, row.id, now)?;
        return Ok(Some(Claimed { row, place, signed }));
    }
    Ok(None)
}

/// What stands in `Authorization`: a JSON Web Token (RFC 7519) by ES256, and the key it fits.
fn signed(key: &SigningKey, place: &str, contact: &str, now: Moment) -> Option<String> {
    let uri: Uri = place.parse().ok()?;
    let origin = format!("{}://{}", uri.scheme_str()?, uri.authority()?);
    let claims = serde_json::json!({
        "aud": origin,
        "exp": now.plus_seconds(SIGNED_SECONDS).0,
        "sub": contact,
    });
    let head = BASE64.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
    let said = format!("{head}.{}", BASE64.encode(claims.to_string()));
    let signature: Signature = key.sign(said.as_bytes());
    let signature = BASE64.encode(signature.to_bytes());
    Some(format!("vapid t={said}.{signature}, k={}", public(key)))
}

/// Sends a waking, on a thread that may block.
pub(crate) async fn send(ways: &Waking, claimed: Claimed) -> (Claimed, How) {
    let patience = ways.patience;
    let (place, signed) = (claimed.place.clone(), claimed.signed.clone());
    let sent = tokio::task::spawn_blocking(move || {
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let agent: Agent = Agent::config_builder()
            .tls_config(tls)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(patience))
            .user_agent("")
            .build()
            .into();
        agent
            .post(place)
            .header("authorization", signed)
            .header("ttl", KEPT_SECONDS.to_string())
            .header("urgency", "normal")
            .send_empty()
    })
    .await;
    let how = match sent {
        Ok(Ok(answer)) => of_status(answer.status()),
        Ok(Err(ureq::Error::Timeout(_))) => How::Not(Trouble::Hangs),
        Ok(Err(ureq::Error::Tls(_) | ureq::Error::Rustls(_))) => How::Not(Trouble::NotPrivate),
        Ok(Err(_)) | Err(_) => How::Not(Trouble::NoAnswer),
    };
    (claimed, how)
}

fn of_status(status: StatusCode) -> How {
    match status.as_u16() {
        200..300 => How::Woken,
        404 | 410 => How::Gone,
        429 | 500.. => How::Not(Trouble::Later),
        _ => How::Not(Trouble::Never),
    }
}

/// Writes down how it went.
pub(crate) fn settle(
    conn: &mut AnyConnection,
    house: &House,
    claimed: &Claimed,
    how: How,
) -> Result<(), Stop> {
    let (row, now) = (&claimed.row, house.now());
    let said = match how {
        How::Woken => {
            tables::waking_over(conn, row.id)?;
            Ok(())
        }
        How::Gone => {
            tables::end_place(conn, row.network_id, row.person_id, row.place_id)?;
            Ok(())
        }
        How::Not(trouble) => {
            let next = next_try(row.made_at, now, trouble == Trouble::Never);
            tables::wake_again_at(conn, row.id, next)?;
            Err(trouble)
        }
    };
    went(conn, row.network_id, state::WAKE, said, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn our_server_goes_only_where_browsers_are_woken() {
        let ways = Waking::default();
        for (place, taken) in [
            ("https://fcm.googleapis.com/fcm/send/abc", true),
            ("https://web.push.apple.com/abc", true),
            ("https://updates.push.services.mozilla.com/wpush/v2/a", true),
            ("http://fcm.googleapis.com/fcm/send/abc", false),
            ("https://fcm.googleapis.com:8443/fcm/send/abc", false),
            ("https://fcm.googleapis.com.example.org/abc", false),
            ("https://fcm.googleapis.com@example.org/abc", false),
            ("https://example.org/fcm.googleapis.com", false),
            ("https://evilpush.apple.com.example/abc", false),
            ("https://127.0.0.1/abc", false),
            ("file:///etc/passwd", false),
            ("", false),
        ] {
            assert_eq!(is_known(&ways, place), taken, "{place}");
        }
    }

    proptest! {
        #[test]
        fn whatever_a_browser_names_only_known_hosts_are_taken(place in "(https?://)?\\PC{0,60}") {
            if is_known(&Waking::default(), &place) {
                let uri: Uri = place.parse().unwrap();
                prop_assert_eq!(uri.scheme_str(), Some("https"));
            }
        }
    }
}
