//! What is sent back.

use crate::{Field, Frame, House, Typed, Visit};
use askama::Template;
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response as HttpResponse, StatusCode, header},
    response::Response,
};
use store::{Error, Stop};

/// What a page or a deed sends.
pub enum Reply {
    /// A page.
    Page {
        /// 200, or what a refusal has.
        status: u16,
        /// The page.
        html: String,
        /// Cookies to set.
        cookies: Vec<String>,
    },
    /// After a deed, to where its result can be read.
    Go {
        /// Where to.
        to: String,
        /// Cookies to set.
        cookies: Vec<String>,
    },
    /// Something a program reads again and again; only its tag where it has it already.
    Feed {
        /// Its media type.
        kind: &'static str,
        /// The tag of what stands in it (RFC 9110, 8.8.3).
        tag: String,
        /// Its bytes; none where the tag says enough.
        bytes: Option<Vec<u8>>,
    },
    /// A file to keep.
    File {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
}

impl Reply {
    /// To another page.
    pub fn go(to: impl Into<String>) -> Self {
        Self::Go {
            to: to.into(),
            cookies: Vec::new(),
        }
    }

    /// The same reply, with a cookie.
    pub fn with_cookie(mut self, cookie: String) -> Self {
        if let Self::Go { cookies, .. } | Self::Page { cookies, .. } = &mut self {
            cookies.push(cookie);
        }
        self
    }
}

/// Something a program reads again and again, for a visit that may have it already.
pub fn feed(visit: &Visit, kind: &'static str, tag: String, bytes: Vec<u8>) -> Reply {
    let has = visit.has.as_deref().unwrap_or_default();
    let has_it = has.split(',').any(|one| one.trim() == tag);
    Reply::Feed {
        kind,
        bytes: (!has_it).then_some(bytes),
        tag,
    }
}

/// A file to keep.
pub fn download(name: impl Into<String>, kind: &'static str, bytes: Vec<u8>) -> Reply {
    Reply::File {
        name: name.into(),
        kind,
        bytes,
    }
}

#[derive(Template)]
#[template(path = "not_there.html")]
pub(crate) struct NotThere {
    pub frame: Frame,
}

#[derive(Template)]
#[template(path = "refused.html")]
pub(crate) struct Refused {
    pub frame: Frame,
    pub sentence: String,
    pub fields: Vec<Field>,
    pub again: String,
}

/// A deed that waits until somebody has shown that it is them; what they typed stays.
#[derive(Template)]
#[template(path = "prove_first.html")]
pub(crate) struct ProveFirst {
    pub frame: Frame,
    pub fields: Vec<Field>,
    pub again: String,
}

#[derive(Template)]
#[template(path = "closed.html")]
pub(crate) struct Closed {
    pub frame: Frame,
    pub sentence: String,
    pub fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "broken.html")]
pub(crate) struct Broken {
    pub frame: Frame,
    pub reference: String,
    pub fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "broken_bare.html")]
struct BrokenBare {
    english: String,
    spanish: String,
    reference: String,
    again: String,
    again_words: String,
    csrf: String,
    fields: Vec<Field>,
}

pub(crate) fn render(status: u16, template: &impl Template) -> Result<Reply, Stop> {
    let mut html = String::with_capacity(24 * 1024);
    match template.render_into(&mut html) {
        Ok(()) => Ok(Reply::Page {
            status,
            html,
            cookies: Vec::new(),
        }),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            Err(Error::JobLost.into())
        }
    }
}

/// Writes a fault to the log without anybody in it, and returns the reference its page shows.
pub(crate) fn log_fault(house: &House, error: &Error) -> String {
    let reference = format!("{:06}", house.chance.below(1_000_000));
    tracing::error!(reference, %error, "a page could not be answered");
    reference
}

/// When not even the viewer could be read. What was typed, and where, is kept all the same.
pub(crate) fn broken_without_a_room(
    house: &House,
    stop: &Stop,
    typed: Option<&(String, Typed)>,
) -> Reply {
    let reference = match stop {
        Stop::Broken(error) => log_fault(house, error),
        _ => String::new(),
    };
    let say = |lang, key| house.tongues.of(lang).say(key).to_owned();
    let (en, es) = (crate::Lang::En, crate::Lang::Es);
    let page = BrokenBare {
        english: say(en, "broken-words"),
        spanish: say(es, "broken-words"),
        reference,
        again: typed.map(|(path, _)| path.clone()).unwrap_or_default(),
        again_words: [say(en, "refused-again"), say(es, "refused-again")].join(" · "),
        csrf: typed
            .map(|(_, typed)| typed.text("csrf").to_owned())
            .unwrap_or_default(),
        fields: typed.map(|(_, typed)| typed.kept()).unwrap_or_default(),
    };
    render(503, &page).unwrap_or(Reply::Page {
        status: 503,
        html: String::new(),
        cookies: Vec::new(),
    })
}

pub(crate) fn into_response(reply: Reply, _house: &House) -> Response {
    let mut response = HttpResponse::new(Body::empty());
    let cookies = match reply {
        Reply::Page {
            status,
            html,
            cookies,
        } => {
            *response.status_mut() =
                StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            set(
                &mut response,
                header::CONTENT_TYPE,
                "text/html; charset=utf-8",
            );
            *response.body_mut() = Body::from(html);
            cookies
        }
        Reply::Go { to, cookies } => {
            *response.status_mut() = StatusCode::SEE_OTHER;
            set(&mut response, header::LOCATION, &to);
            cookies
        }
        Reply::Feed { kind, tag, bytes } => {
            set(&mut response, header::ETAG, &tag);
            set(&mut response, header::CACHE_CONTROL, "private, no-cache");
            match bytes {
                None => *response.status_mut() = StatusCode::NOT_MODIFIED,
                Some(bytes) => {
                    set(&mut response, header::CONTENT_TYPE, kind);
                    *response.body_mut() = Body::from(bytes);
                }
            }
            Vec::new()
        }
        Reply::File { name, kind, bytes } => {
            set(&mut response, header::CONTENT_TYPE, kind);
            set(
                &mut response,
                header::CONTENT_DISPOSITION,
                &format!("attachment; filename=\"{name}\""),
            );
            *response.body_mut() = Body::from(bytes);
            Vec::new()
        }
    };
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
