//! The ways out of the house, from the settings.

use super::{SHORTEST_KEY, Settings};
use crate::{Trouble, folder::Folder};
use serde::{Deserialize, Serialize};
use telling::{AnswerDoor, Answers, Mail, Smtp, Ways};

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
            answers: self.answers()?,
            ..Ways::default()
        })
    }

    /// How answers to letters come in, if they do.
    pub fn answers(&self) -> Result<Option<Answers>, Trouble> {
        let said = |error: telling::NotUnderstood| Trouble::said(error.to_string());
        let door = self.mail_answers_lmtp.as_deref().map(AnswerDoor::new);
        let door = door.transpose().map_err(said)?;
        let secret = self.mail_answers_secret.as_ref();
        if secret.is_some_and(|Secret(text)| {
            text.chars().count() < SHORTEST_KEY
                || !text
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c))
        }) {
            return Err(Trouble::said(
                "The setting `mail_answers_secret` should look like at least 32 letters, digits, - \
                 or _ that nobody can guess.",
            ));
        }
        match &self.mail_answers {
            None if door.is_none() && secret.is_none() => Ok(None),
            Some(address) if door.is_some() || secret.is_some() => {
                let mut answers = Answers::new(address).map_err(said)?;
                answers.door = door;
                answers.secret = secret.map(|Secret(text)| text.as_bytes().to_vec());
                Ok(Some(answers))
            }
            _ => Err(Trouble::said(
                "The setting `mail_answers` goes together with `mail_answers_lmtp`, \
                 `mail_answers_secret` or both.",
            )),
        }
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

    const TO: (&str, &str) = ("HOLDFAST_MAIL_ANSWERS", "answers@rivermouth.example");
    const SECRET: (&str, &str) = (
        "HOLDFAST_MAIL_ANSWERS_SECRET",
        "at-least-32-letters-that-nobody-guesses",
    );

    #[test]
    fn answers_come_in_by_one_way_or_both_or_not() {
        let ways = |pairs: &[(&str, &str)]| gathered(pairs).unwrap().ways().unwrap();
        assert!(ways(&[]).answers.is_none());
        let by_post = ways(&[TO, SECRET]).answers.unwrap();
        assert!(by_post.door.is_none() && by_post.secret.is_some());
        let door = ("HOLDFAST_MAIL_ANSWERS_LMTP", "127.0.0.1:2424");
        let both = ways(&[TO, SECRET, door]).answers.unwrap();
        assert!(both.door.is_some() && both.secret.is_some());
        assert!(!format!("{both:?}").contains("nobody-guesses"));
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
            (vec![TO], "mail_answers_lmtp"),
            (vec![SECRET], "mail_answers"),
            (
                vec![TO, ("HOLDFAST_MAIL_ANSWERS_SECRET", "short")],
                "mail_answers_secret",
            ),
            (
                vec![TO, ("HOLDFAST_MAIL_ANSWERS_LMTP", "0.0.0.0:24")],
                "mail_answers_lmtp",
            ),
            (
                vec![("HOLDFAST_MAIL_ANSWERS", "answers"), SECRET],
                "mail_answers",
            ),
        ] {
            let said = gathered(&pairs).unwrap_err().to_string();
            assert!(said.contains(&format!("`{named}`")), "{said}");
        }
    }
}
