//! What a request brings along: a session's token, a language, where it came from. Nothing else of
//! it is looked at; no browser's name is ever read, and of an address only a hash that is gone with the
//! hour, to measure forms.

use crate::{Lang, Settings, Shared, floods::Whence, posture::StaysOpen, serve::CameFrom};
use axum::{
    extract::{FromRequestParts, MatchedPath},
    http::{HeaderMap, Method, header, request::Parts},
};
use std::{convert::Infallible, sync::Arc};

/// The session cookie's name. Over https with the prefix by which a browser takes it from this host
/// alone, so that no neighbour under the same domain can put one in its place (RFC 6265bis).
pub fn session_name(settings: &Settings) -> &'static str {
    match settings.secure_cookies {
        true => "__Host-holdfast",
        false => "holdfast",
    }
}

/// The language cookie's name.
pub const LANGUAGE: &str = "lang";

/// One request, as far as pages need to know it.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The session's token, if the browser sent one.
    pub token: Option<String>,
    /// The language asked for, by cookie first, then by the browser's own list.
    pub lang: Option<Lang>,
    /// The path, for links that lead back here.
    pub path: String,
    /// The query as it came, without the question mark.
    pub query: String,
    /// Whether a form came from a page of ours.
    pub from_here: bool,
    /// Which form it is: the address with its names in place of what stands there.
    pub form: Arc<str>,
    /// Where it came from, as a hash that only counting knows.
    pub from: Option<Whence>,
    /// Whether what was asked for stays open in lockdown.
    pub stays_open: bool,
    /// What whoever asks has already, by its tag (RFC 9110, 13.1.2).
    pub has: Option<String>,
}

impl Visit {
    /// What happens without a request.
    pub fn nowhere() -> Self {
        Self {
            token: None,
            lang: None,
            path: String::new(),
            query: String::new(),
            from_here: true,
            form: Arc::default(),
            from: None,
            stays_open: true,
            has: None,
        }
    }

    /// The path with its query.
    pub fn whole_path(&self) -> String {
        match self.query.as_str() {
            "" => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }

    /// A parameter of the query.
    pub fn param(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(key, _)| key == name)
            // A zero byte is no text; one of the databases would not take it.
            .map(|(_, value)| value.replace('\0', "").trim().to_owned())
            .filter(|value| !value.is_empty())
    }
}

impl FromRequestParts<Shared> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &Shared) -> Result<Self, Infallible> {
        let headers = &parts.headers;
        Ok(Self {
            token: cookie(headers, session_name(&house.settings)),
            lang: cookie(headers, LANGUAGE)
                .and_then(|code| Lang::parse(&code))
                .or_else(|| text(headers, header::ACCEPT_LANGUAGE).and_then(Lang::accepted)),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            from_here: parts.method != Method::POST || from_here(headers),
            // Looked at for forms alone.
            form: parts
                .extensions
                .get::<MatchedPath>()
                .filter(|_| parts.method == Method::POST)
                .map_or_else(Arc::default, |path| path.as_str().into()),
            from: parts.extensions.get::<CameFrom>().and_then(|from| from.0),
            stays_open: parts.extensions.get::<StaysOpen>().is_some(),
            has: text(headers, header::IF_NONE_MATCH).map(str::to_owned),
        })
    }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    text(headers, header::COOKIE)?
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// A form of another site is refused: by `Sec-Fetch-Site` where the browser says it (Fetch
/// Metadata), else by `Origin` (RFC 6454). A browser too old for both also has the form's own token
/// where somebody is signed in.
fn from_here(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site").and_then(|v| v.to_str().ok()) {
        return matches!(site, "same-origin" | "none");
    }
    match text(headers, header::ORIGIN) {
        None => true,
        Some(origin) => {
            let host = text(headers, header::HOST).unwrap_or_default();
            origin
                .split_once("://")
                .is_some_and(|(_, from)| from == host)
        }
    }
}

/// A path of ours to go back to, whatever a form or a link says: never another site's address,
/// however a browser would mend it.
pub fn way_back<'a>(typed: &'a str, otherwise: &'a str) -> &'a str {
    let ours = typed.starts_with('/')
        && !typed.starts_with("//")
        && !typed.contains(['\\', '#'])
        && !typed.contains(|c: char| c.is_control() || c.is_whitespace());
    if ours { typed } else { otherwise }
}

/// A value as it stands in a link's query.
pub fn in_query(value: &str) -> String {
    form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_always_to_us() {
        for ours in ["/", "/two-people", "/circles/4?page=2"] {
            assert_eq!(way_back(ours, "/today"), ours);
        }
        for not_ours in [
            "",
            "today",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "/\n/elsewhere.example",
            "https://elsewhere.example/",
            "javascript:alert(1)",
        ] {
            assert_eq!(way_back(not_ours, "/today"), "/today", "{not_ours:?}");
        }
    }
}
