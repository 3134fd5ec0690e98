//! Settings: flags first, then the environment, then one TOML file, then what is usual.

mod door;
mod flags;
mod ways;

pub use flags::Flags;
pub use ways::Secret;

use crate::{Trouble, folder::Folder};
use figment::{
    Figment,
    error::Kind,
    providers::{Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

/// What a process is told from outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The data folder.
    pub data: PathBuf,
    /// Where to listen.
    pub listen: SocketAddr,
    /// `postgres://…`; without it, SQLite in the data folder.
    pub database_url: Option<String>,
    /// The address people know, such as `https://rivermouth.example`.
    pub public_url: Option<String>,
    /// Where "leave this page" goes.
    pub quick_exit: String,
    /// What the log says: `error`, `warn`, `info`, `debug`, or by module.
    pub log: String,
    /// The mail server, `host:port`; without it, letters wait as files in the data folder.
    pub mail_server: Option<String>,
    /// How the line to it is kept private: `starttls`, `tls`, or to this machine itself `plain`.
    pub mail_encryption: String,
    /// The name it knows us by.
    pub mail_user: Option<String>,
    /// The password that goes with it; never a flag, because others can read those.
    pub mail_password: Option<Secret>,
    /// Whom letters are from, `Rivermouth <letters@rivermouth.example>`.
    pub mail_from: Option<String>,
    /// A file with a certificate (PEM) to trust beside those of the system.
    pub mail_certificate: Option<PathBuf>,
    /// Where answers to letters come to, `answers@rivermouth.example`; each letter adds its own part.
    pub mail_answers: Option<String>,
    /// Where a mail server of this machine hands them over (LMTP): a socket, or a port.
    pub mail_answers_lmtp: Option<String>,
    /// The secret of the address a provider posts them to, at least 32 characters; never a flag.
    pub mail_answers_secret: Option<Secret>,
    /// The key a gateway for texts signs with, at least 32 characters; never a flag either.
    pub gateway_key: Option<Secret>,
    /// A file with our certificate and its chain (PEM), to serve https ourselves.
    pub tls_certificate: Option<PathBuf>,
    /// The file with its key (PEM).
    pub tls_key: Option<PathBuf>,
    /// Where to listen without https, only to send people to https.
    pub redirect: Option<SocketAddr>,
    /// Proxies whose `X-Forwarded-For` is believed, with commas between them.
    pub proxies: String,
    /// A socket for the host's instruments.
    pub metrics_socket: Option<PathBuf>,
    /// Of each form, how many an hour are taken from one address; 0 is no measure.
    pub forms_per_hour: u32,
    /// The same, from one person who is signed in.
    pub forms_per_hour_signed_in: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: "holdfast-data".into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database_url: None,
            public_url: None,
            quick_exit: "https://www.weather.gov/".to_owned(),
            log: "info".to_owned(),
            mail_server: None,
            mail_encryption: "starttls".to_owned(),
            mail_user: None,
            mail_password: None,
            mail_from: None,
            mail_certificate: None,
            mail_answers: None,
            mail_answers_lmtp: None,
            mail_answers_secret: None,
            gateway_key: None,
            tls_certificate: None,
            tls_key: None,
            redirect: None,
            proxies: "127.0.0.1,::1".to_owned(),
            metrics_socket: None,
            forms_per_hour: web::Measures::USUAL.stranger,
            forms_per_hour_signed_in: web::Measures::USUAL.person,
        }
    }
}

const NAMES: [&str; 23] = [
    "data",
    "listen",
    "database_url",
    "public_url",
    "quick_exit",
    "log",
    "mail_server",
    "mail_encryption",
    "mail_user",
    "mail_password",
    "mail_from",
    "mail_certificate",
    "mail_answers",
    "mail_answers_lmtp",
    "mail_answers_secret",
    "gateway_key",
    "tls_certificate",
    "tls_key",
    "redirect",
    "proxies",
    "metrics_socket",
    "forms_per_hour",
    "forms_per_hour_signed_in",
];

/// The settings, for sentences.
fn all_names() -> String {
    NAMES.join(", ")
}

/// The shortest key or secret, in characters.
const SHORTEST_KEY: usize = 32;

/// Names that belong to the tests of this program.
const OF_TESTS: [&str; 5] = ["test_postgres", "sqlite_only", "bless", "bin", "chromium"];

const PREFIX: &str = "HOLDFAST_";

impl Settings {
    /// The settings of this process. The environment is read here and nowhere else.
    pub fn of_this_process(flags: &Flags) -> Result<Self, Trouble> {
        Self::gather(
            flags,
            std::env::vars_os().filter_map(|(name, value)| {
                Some((name.into_string().ok()?, value.into_string().ok()?))
            }),
        )
    }

    /// The settings by flags and environment, and the file they lead to.
    pub fn gather(
        flags: &Flags,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Trouble> {
        let mut environment = ours(environment)?;
        let named = flags
            .config
            .clone()
            .or(environment.remove("config").map(PathBuf::from));
        let data = flags
            .data
            .clone()
            .or(environment.get("data").map(PathBuf::from))
            .unwrap_or(Self::default().data);
        let file = match named {
            Some(file) if !file.is_file() => {
                return Err(Trouble::said(format!(
                    "There is no settings file at {}.",
                    file.display()
                )));
            }
            Some(file) => file,
            None => Folder::at(data).settings(),
        };
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        let mut settings: Self = figment
            .merge(Serialized::globals(environment))
            .merge(Serialized::globals(flags))
            .extract()
            .map_err(sentence)?;
        if let Some(url) = &mut settings.public_url {
            url.truncate(url.trim_end_matches('/').len());
        }
        settings.check()?;
        Ok(settings)
    }

    /// Refuses addresses that do not look like any.
    pub fn check(&self) -> Result<(), Trouble> {
        let web = |url: &str| url.starts_with("https://") || url.starts_with("http://");
        let postgres =
            |url: &str| url.starts_with("postgres://") || url.starts_with("postgresql://");
        let wrong = |name: &str, like: &str| {
            Err(Trouble::said(format!(
                "The setting `{name}` should look like {like}."
            )))
        };
        if !self.public_url.as_deref().is_none_or(web) {
            return wrong("public_url", "https://rivermouth.example");
        }
        if !self.database_url.as_deref().is_none_or(postgres) {
            return wrong("database_url", "postgres://name@host/database");
        }
        if !web(&self.quick_exit) {
            return wrong("quick_exit", "https://www.weather.gov/");
        }
        if self
            .gateway_key
            .as_ref()
            .is_some_and(|key| key.is_shorter_than(SHORTEST_KEY))
        {
            return wrong(
                "gateway_key",
                "at least 32 characters that nobody can guess",
            );
        }
        self.server()?;
        self.answers()?;
        self.check_door()
    }

    /// The address people know, else where we listen.
    pub fn address(&self) -> String {
        self.public_url
            .clone()
            .unwrap_or_else(|| self.address_at(self.listen))
    }

    /// The address of a place we listen at.
    pub(crate) fn address_at(&self, place: SocketAddr) -> String {
        format!("{}://{place}", self.scheme())
    }

    /// What pages need to know of them.
    pub fn for_pages(&self, demo: bool) -> web::Settings {
        web::Settings {
            demo,
            secure_cookies: self.address().starts_with("https://"),
            quick_exit: self.quick_exit.clone(),
            address: self.address(),
            measures: self.measures(),
            data: Some(self.data.clone()),
            certificate: self.tls_certificate.clone(),
        }
    }
}

/// What of the environment is ours, by the names of the settings.
fn ours(
    environment: impl IntoIterator<Item = (String, String)>,
) -> Result<BTreeMap<String, String>, Trouble> {
    let mut ours = BTreeMap::new();
    for (name, value) in environment {
        let Some(short) = name.strip_prefix(PREFIX).map(str::to_ascii_lowercase) else {
            continue;
        };
        if OF_TESTS.contains(&short.as_str()) || value.is_empty() {
            continue;
        }
        if short != "config" && !NAMES.contains(&short.as_str()) {
            return Err(Trouble::said(format!(
                "There is no setting {name} in the environment. The settings are: {}.",
                all_names()
            )));
        }
        ours.insert(short, value);
    }
    Ok(ours)
}

fn sentence(error: figment::Error) -> Trouble {
    let from = error
        .metadata
        .as_ref()
        .and_then(|data| data.source.as_ref())
        .map(|source| format!(" in {source}"))
        .unwrap_or_default();
    let path = error.path.join(".");
    let said = match &error.kind {
        Kind::UnknownField(name, _) => {
            let all = all_names();
            format!("There is no setting `{name}`{from}. The settings are: {all}.")
        }
        _ if path.is_empty() => format!("The settings{from} cannot be read: {}.", error.kind),
        kind => format!("The setting `{path}`{from} is not understood: {kind}."),
    };
    Trouble::said(said.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(toml: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("holdfast.toml"), toml).unwrap();
        folder
    }

    fn env(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect()
    }

    #[test]
    fn flags_come_before_the_environment_and_that_before_the_file() {
        let folder = folder(
            "listen = \"127.0.0.1:1\"\nquick_exit = \"https://file.example/\"\n\
             public_url = \"https://file.example/\"",
        );
        let flags = Flags {
            data: Some(folder.path().to_owned()),
            listen: Some("127.0.0.1:3".to_owned()),
            ..Flags::default()
        };
        let env = env(&[
            ("HOLDFAST_LISTEN", "127.0.0.1:2"),
            ("HOLDFAST_QUICK_EXIT", "https://env.example/"),
            ("HOLDFAST_TEST_POSTGRES", "postgres://nobody@nowhere/"),
            ("PATH", "/bin"),
        ]);
        let settings = Settings::gather(&flags, env).unwrap();
        assert_eq!(settings.listen.port(), 3);
        assert_eq!(settings.quick_exit, "https://env.example/");
        assert_eq!(settings.address(), "https://file.example");
        assert!(settings.for_pages(false).secure_cookies);
        assert_eq!(settings.database_url, None);
    }

    fn told(flags: &Flags, env: Vec<(String, String)>) -> String {
        Settings::gather(flags, env).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_or_unknown_setting_is_one_sentence_that_names_it() {
        let none = Flags::default();
        let unknown = told(&none, env(&[("HOLDFAST_LISTENS", "x")]));
        assert!(
            unknown.starts_with("There is no setting HOLDFAST_LISTENS in"),
            "{unknown}"
        );
        let wrong = told(&none, env(&[("HOLDFAST_LISTEN", "everywhere")]));
        assert!(wrong.starts_with("The setting `listen`"), "{wrong}");
        let wrong = told(&none, env(&[("HOLDFAST_DATABASE_URL", "mysql://x")]));
        assert!(wrong.contains("`database_url`"), "{wrong}");
        let folder = folder("listens = \"127.0.0.1:1\"");
        let flags = Flags {
            data: Some(folder.path().to_owned()),
            ..Flags::default()
        };
        let unknown = told(&flags, vec![]);
        assert!(
            unknown.starts_with("There is no setting `listens`"),
            "{unknown}"
        );
        assert!(unknown.contains("holdfast.toml"), "{unknown}");
        let missing = Flags {
            config: Some("/nowhere.toml".into()),
            ..Flags::default()
        };
        assert_eq!(
            told(&missing, vec![]),
            "There is no settings file at /nowhere.toml."
        );
        for said in [unknown, wrong] {
            assert_eq!(said.lines().count(), 1);
        }
    }

    #[test]
    fn without_anything_said_it_listens_to_this_machine_only() {
        let settings = Settings::gather(&Flags::default(), vec![]).unwrap();
        assert_eq!(settings.address(), "http://127.0.0.1:8080");
        assert!(!settings.for_pages(false).secure_cookies);
    }
}
