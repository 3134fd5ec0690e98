//! How people come in, from the settings.

use super::Settings;
use crate::Trouble;
use std::{net::IpAddr, sync::Arc};
use web::{Measures, Tls};

impl Settings {
    pub(super) fn check_door(&self) -> Result<(), Trouble> {
        if self.tls_certificate.is_some() != self.tls_key.is_some() {
            return Err(Trouble::said(
                "The settings `tls_certificate` and `tls_key` go together.",
            ));
        }
        if self.redirect.is_some() && !self.address().starts_with("https://") {
            return Err(Trouble::said(
                "The setting `redirect` sends people to https: it needs a `public_url` that begins \
                 with https://.",
            ));
        }
        self.proxies().map(drop)
    }

    pub(super) fn scheme(&self) -> &'static str {
        match self.tls_certificate {
            Some(_) => "https",
            None => "http",
        }
    }

    /// HTTPS, where we do it ourselves.
    pub fn tls(&self) -> Result<Option<Arc<Tls>>, Trouble> {
        let (Some(certificate), Some(key)) = (&self.tls_certificate, &self.tls_key) else {
            return Ok(None);
        };
        let tls = Tls::load(certificate, key).map_err(|error| Trouble::said(error.to_string()))?;
        Ok(Some(Arc::new(tls)))
    }

    /// Proxies whose word on where a request comes from is taken.
    pub fn proxies(&self) -> Result<Vec<IpAddr>, Trouble> {
        let words = self.proxies.split(',').map(str::trim);
        words
            .filter(|word| !word.is_empty())
            .map(|word| {
                word.parse().map_err(|_| {
                    Trouble::said(format!(
                        "The setting `proxies` is a list of addresses such as 127.0.0.1, ::1; \
                         `{word}` is none."
                    ))
                })
            })
            .collect()
    }

    /// How many forms an hour. Where addresses cannot be told apart, sixty times as many.
    pub(super) fn measures(&self) -> Measures {
        Measures {
            stranger: self.forms_per_hour,
            person: self.forms_per_hour_signed_in,
            nowhere: self.forms_per_hour.saturating_mul(60),
        }
    }
}
