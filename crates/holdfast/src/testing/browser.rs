//! A small browser: keeps cookies, fills in the form's token, follows nothing by itself.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use ureq::Agent;
use web::House;

/// What a server said.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case, in the order they came.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
    asked: String,
}

impl Answer {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// Where it leads; empty where it leads nowhere.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// Fails the test, with the page, unless the status is this one.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(
            self.status, status,
            "{} answered:\n{}",
            self.asked, self.body
        );
        self
    }

    /// Fails the test, with the page, unless it says this.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(
            self.body.contains(words),
            "{}: no {words:?} in\n{}",
            self.asked,
            self.body
        );
        self
    }

    /// Fails the test, with the page, if it says this.
    #[track_caller]
    pub fn says_not(self, words: &str) -> Self {
        assert!(
            !self.body.contains(words),
            "{}: {words:?} in\n{}",
            self.asked,
            self.body
        );
        self
    }

    /// What stands between two strings on the page, the first time.
    #[track_caller]
    pub fn between(&self, before: &str, after: &str) -> String {
        let rest = self.body.split_once(before).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split_once(after))
            .map(|(found, _)| found.to_owned())
            .unwrap_or_else(|| panic!("{}: no {before:?}…{after:?} in\n{}", self.asked, self.body))
    }

    /// The page without what is drawn anew each time: the question for a passkey.
    #[must_use]
    pub fn without_chance(&self) -> String {
        let mut page = self.body.clone();
        for before in ["data-options=\"", "name=\"carried\" value=\""] {
            if let Some((head, rest)) = page.split_once(before) {
                let tail = rest.split_once('"').map_or("", |(_, tail)| tail);
                page = format!("{head}{before}{tail}");
            }
        }
        page
    }
}

/// Somebody's browser.
pub struct Browser {
    agent: Agent,
    base: String,
    house: Arc<House>,
    cookies: RefCell<BTreeMap<String, String>>,
    headers: RefCell<Vec<(String, String)>>,
}

impl Browser {
    /// A browser of nobody's, for a house that answers at `base`.
    pub fn new(base: &str, house: &Arc<House>) -> Self {
        let agent = Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(std::time::Duration::from_secs(60)))
            .build()
            .into();
        Self {
            agent,
            base: base.to_owned(),
            house: house.clone(),
            cookies: RefCell::default(),
            headers: RefCell::default(),
        }
    }

    /// The same browser, with a session.
    pub fn with_session(self, token: &str) -> Self {
        let name = web::session_name(&self.house.settings);
        self.with_cookie(name, token)
    }

    /// The same browser, with a cookie.
    pub fn with_cookie(self, name: &str, value: &str) -> Self {
        self.cookies
            .borrow_mut()
            .insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same browser, which also sends this header.
    pub fn with_header(self, name: &str, value: &str) -> Self {
        self.headers
            .borrow_mut()
            .push((name.to_owned(), value.to_owned()));
        self
    }

    /// The value of a cookie it keeps.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies
            .borrow()
            .get(name)
            .cloned()
            .filter(|value| !value.is_empty())
    }

    /// The token its forms carry; empty where nobody is signed in.
    pub fn csrf(&self) -> String {
        self.cookie(web::session_name(&self.house.settings))
            .and_then(|token| people::form_token(&self.house, &token).ok())
            .unwrap_or_default()
    }

    /// Looks at a page.
    pub fn get(&self, path: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.base));
        self.take(format!("GET {path}"), self.dressed(request).call())
    }

    /// The status of an answer that goes on, without waiting for its end.
    pub fn status_of(&self, path: &str) -> u16 {
        let request = self.agent.get(format!("{}{path}", self.base));
        let answer = self.dressed(request).call();
        let answer = answer.unwrap_or_else(|error| panic!("GET {path}: {error}"));
        answer.status().as_u16()
    }

    /// Sends a form, with its token.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf".to_owned(), self.csrf())];
        all.extend(
            fields
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned())),
        );
        self.post_bare(path, &all)
    }

    /// Sends a form as it is.
    pub fn post_bare(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base));
        let fields = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        self.take(
            format!("POST {path}"),
            self.dressed(request).send_form(fields),
        )
    }

    /// Sends bytes of some media type.
    pub fn post_bytes(&self, path: &str, media_type: &str, bytes: &[u8]) -> Answer {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = self.dressed(request).header("content-type", media_type);
        self.take(format!("POST {path}"), request.send(bytes))
    }

    /// Goes where an answer leads, until one leads nowhere.
    pub fn follow(&self, answer: Answer) -> Answer {
        let mut answer = answer;
        for _ in 0..5 {
            if answer.location().is_empty() {
                break;
            }
            answer = self.get(answer.location());
        }
        answer
    }

    fn dressed<B>(&self, mut request: ureq::RequestBuilder<B>) -> ureq::RequestBuilder<B> {
        let cookies = self.cookies.borrow();
        let pairs: Vec<String> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        if !pairs.is_empty() {
            request = request.header("cookie", pairs.join("; "));
        }
        for (name, value) in self.headers.borrow().iter() {
            request = request.header(name, value);
        }
        request
    }

    fn take(
        &self,
        asked: String,
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Answer {
        let mut answer = answer.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let headers: Vec<(String, String)> = answer
            .headers()
            .iter()
            .map(|(n, v)| (n.as_str().to_owned(), v.to_str().unwrap_or("?").to_owned()))
            .collect();
        for (_, cookie) in headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = cookie.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies
                    .borrow_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = answer
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_vec();
        let bytes = bytes.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer {
            status: answer.status().as_u16(),
            headers,
            body,
            asked,
        }
    }
}
