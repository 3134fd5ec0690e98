//! The settings a process can be told at the command line.

use serde::Serialize;
use std::path::PathBuf;

/// The settings, as flags.
#[derive(Clone, Debug, Default, Serialize, clap::Args)]
pub struct Flags {
    /// The data folder
    #[arg(long, global = true, value_name = "FOLDER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// The address to listen at [usual: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<String>,
    /// A PostgreSQL database, postgres://… [usual: SQLite in the data folder]
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database_url: Option<String>,
    /// The address people know, https://…
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_url: Option<String>,
    /// Where "leave this page" goes
    #[arg(long, global = true, value_name = "URL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quick_exit: Option<String>,
    /// How much the log says: error, warn, info, debug
    #[arg(long, global = true, value_name = "LEVEL")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<String>,
    /// The mail server, host:port [usual: letters wait as files in the data folder]
    #[arg(long, global = true, value_name = "HOST:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_server: Option<String>,
    /// How the line to it is kept private: starttls, tls, or plain to this machine [usual: starttls]
    #[arg(long, global = true, value_name = "WAY")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_encryption: Option<String>,
    /// The name the mail server knows us by; the password is a setting of the file alone
    #[arg(long, global = true, value_name = "NAME")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_user: Option<String>,
    /// Whom letters are from
    #[arg(long, global = true, value_name = "NAME <ADDRESS>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_from: Option<String>,
    /// A certificate to trust beside those of the system
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_certificate: Option<PathBuf>,
    /// Where answers to letters come to; each letter adds its own part before the @
    #[arg(long, global = true, value_name = "ADDRESS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_answers: Option<String>,
    /// Where a mail server of this machine hands answers over (LMTP): a socket, or a port
    #[arg(long, global = true, value_name = "FILE or ADDRESS:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_answers_lmtp: Option<String>,
    /// A certificate (PEM, with its chain), to serve https ourselves
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_certificate: Option<PathBuf>,
    /// Its key (PEM)
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_key: Option<PathBuf>,
    /// Where to listen without https, only to send people to https
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect: Option<String>,
    /// A socket to make for the host's instruments (Prometheus)
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrics_socket: Option<PathBuf>,
    /// A settings file [usual: holdfast.toml in the data folder]
    #[arg(long, global = true, value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
}
