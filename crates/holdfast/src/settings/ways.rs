//! The ways out of the house, from the settings.

use super::Settings;
use crate::{Trouble, folder::Folder};
use serde::{Deserialize, Serialize};
use telling::{Mail, Smtp, Ways};

/// A setting that is printed nowhere.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    pub(super) fn is_shorter_than(&self, characters: usize) -> bool {
        self.0.chars().count() < characters
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Settings {
    /// The ways out of the house.
    pub fn ways(&self) -> Result<Ways, Trouble> {
        let mail = match self.server()? {
            None => Mail::Folder(Folder::at(&self.data).outbox()),
            Some(mut server) => {
                if let Some(file) = &self.mail_certificate {
                    let pem = std::fs::read(file).map_err(Trouble::file(file))?;
                    server.certificate = Some(pem);
                }
                Mail::Server(Box::new(server))
            }
        };
        Ok(Ways {
            mail,
            gateway_key: self.gateway_key(),
            ..Ways::default()
        })
    }

    /// The key a gateway for texts signs with.
    pub fn gateway_key(&self) -> Option<Vec<u8>> {
        let key = self.gateway_key.as_ref();
        key.map(|key| key.0.as_bytes().to_vec())
    }

    /// The mail server, if one is set.
    pub(super) fn server(&self) -> Result<Option<Smtp>, Trouble> {
        let Some(server) = &self.mail_server else {
            return Ok(None);
        };
        let from = self.mail_from.as_deref().unwrap_or_default();
        let mut server = Smtp::new(server, from, &self.mail_encryption)
            .map_err(|error| Trouble::said(error.to_string()))?;
        server.credentials = match (&self.mail_user, &self.mail_password) {
            (Some(name), Some(Secret(password))) => Some((name.clone(), password.clone())),
            (None, None) => None,
            _ => {
                return Err(Trouble::said(
                    "The settings `mail_user` and `mail_password` go together.",
                ));
            }
        };
        Ok(Some(server))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Flags;

    fn gathered(pairs: &[(&str, &str)]) -> Result<Settings, Trouble> {
        let pairs = pairs
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
        Settings::gather(&Flags::default(), pairs)
    }

    #[test]
    fn a_mail_server_is_set_whole_or_refused_in_a_sentence() {
        let none = gathered(&[]).unwrap();
        assert!(matches!(none.ways().unwrap().mail, Mail::Folder(_)));
        let server = ("HOLDFAST_MAIL_SERVER", "smtp.example:587");
        let from = (
            "HOLDFAST_MAIL_FROM",
            "Rivermouth <letters@rivermouth.example>",
        );
        let user = ("HOLDFAST_MAIL_USER", "rivermouth");
        let password = ("HOLDFAST_MAIL_PASSWORD", "correct horse");
        let whole = gathered(&[server, from, user, password]).unwrap();
        assert!(matches!(whole.ways().unwrap().mail, Mail::Server(_)));
        assert!(!format!("{whole:?}").contains("horse"), "{whole:?}");
        for (pairs, named) in [
            (vec![server], "mail_from"),
            (vec![server, from, user], "mail_password"),
            (
                vec![("HOLDFAST_MAIL_SERVER", "smtp.example"), from],
                "mail_server",
            ),
            (
                vec![server, from, ("HOLDFAST_MAIL_ENCRYPTION", "plain")],
                "mail_encryption",
            ),
            (vec![("HOLDFAST_GATEWAY_KEY", "short")], "gateway_key"),
        ] {
            let said = gathered(&pairs).unwrap_err().to_string();
            assert!(said.contains(&format!("`{named}`")), "{said}");
        }
    }
}
