//! HTTPS from certificate files: read at the start, and again when they change, so that whatever
//! renews a certificate need not know of us. TLS 1.2 and 1.3 (RFC 5246, RFC 8446), by rustls.

use kernel::Moment;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        crypto::ring::default_provider,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::{ClientHello, ResolvesServerCert},
        sign::CertifiedKey,
    },
};
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

/// Why a certificate cannot be served with.
#[derive(Debug, thiserror::Error)]
pub enum TlsTrouble {
    /// A file that cannot be read.
    #[error("{path} cannot be read: {why}.")]
    File {
        /// The file.
        path: String,
        /// What the system says.
        why: io::Error,
    },
    /// No certificate in a file.
    #[error("There is no certificate (PEM) in {0}.")]
    NoCertificate(String),
    /// No private key in a file.
    #[error("There is no private key (PEM) in {0}.")]
    NoKey(String),
    /// The key is another's.
    #[error("The key in {key} does not belong to the certificate in {certificate}.")]
    AnothersKey {
        /// The key's file.
        key: String,
        /// The certificate's file.
        certificate: String,
    },
    /// rustls will not have it.
    #[error("The certificate in {path} cannot be used: {why}.")]
    Unusable {
        /// The certificate's file.
        path: String,
        /// What rustls says.
        why: String,
    },
}

/// What a certificate says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its first moment.
    pub from: Moment,
    /// Its last moment.
    pub until: Moment,
    /// The hosts it is for; one may begin with `*.`.
    pub hosts: Vec<String>,
}

impl Certificate {
    /// What the first certificate of a file says.
    pub fn read(path: &Path) -> Result<Self, TlsTrouble> {
        let pem = read(path)?;
        Self::of(path, &chain(path, &pem)?)
    }

    fn of(path: &Path, chain: &[CertificateDer<'static>]) -> Result<Self, TlsTrouble> {
        let first = chain
            .first()
            .ok_or_else(|| TlsTrouble::NoCertificate(name(path)))?;
        let (_, certificate) =
            X509Certificate::from_der(first).map_err(|why| unusable(path, why))?;
        let hosts = certificate
            .subject_alternative_name()
            .ok()
            .flatten()
            .map(|names| names.value.general_names.iter().filter_map(host).collect());
        Ok(Self {
            from: Moment(certificate.validity().not_before.timestamp()),
            until: Moment(certificate.validity().not_after.timestamp()),
            hosts: hosts.unwrap_or_default(),
        })
    }

    /// Whether it is for this host (RFC 6125: a star stands for one label).
    pub fn is_for(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        self.hosts
            .iter()
            .any(|known| match known.strip_prefix("*.") {
                Some(under) => host.split_once('.').is_some_and(|(_, rest)| rest == under),
                None => *known == host,
            })
    }
}

fn host(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some(name.to_ascii_lowercase()),
        GeneralName::IPAddress([a, b, c, d]) => Some(format!("{a}.{b}.{c}.{d}")),
        _ => None,
    }
}

/// HTTPS by a certificate and its key.
pub struct Tls {
    certificate: PathBuf,
    key: PathBuf,
    config: Arc<ServerConfig>,
    current: Arc<Current>,
}

/// The pair in use. Connections that stand keep theirs.
struct Current(RwLock<Arc<Pair>>);

struct Pair {
    pem: [Vec<u8>; 2],
    certified: Arc<CertifiedKey>,
}

impl std::fmt::Debug for Current {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Current(…)")
    }
}

impl Current {
    fn pair(&self) -> Arc<Pair> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl ResolvesServerCert for Current {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.pair().certified.clone())
    }
}

impl Tls {
    /// Reads a certificate with its chain, and its key.
    pub fn load(certificate: &Path, key: &Path) -> Result<Self, TlsTrouble> {
        let pem = [read(certificate)?, read(key)?];
        let pair = pair((certificate, key), pem)?;
        let current = Arc::new(Current(RwLock::new(Arc::new(pair))));
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|why| unusable(certificate, why))?
            .with_no_client_auth()
            .with_cert_resolver(current.clone());
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            certificate: certificate.to_owned(),
            key: key.to_owned(),
            config: Arc::new(config),
            current,
        })
    }

    /// Takes on the files where they changed; true if they did. Where they cannot be used, what was
    /// there before goes on.
    pub fn refresh(&self) -> Result<bool, TlsTrouble> {
        let pem = [read(&self.certificate)?, read(&self.key)?];
        if self.current.pair().pem == pem {
            return Ok(false);
        }
        let pair = Arc::new(pair((&self.certificate, &self.key), pem)?);
        *self
            .current
            .0
            .write()
            .unwrap_or_else(PoisonError::into_inner) = pair;
        Ok(true)
    }

    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        self.config.clone().into()
    }
}

fn pair((certificate, key): (&Path, &Path), pem: [Vec<u8>; 2]) -> Result<Pair, TlsTrouble> {
    let secret =
        PrivateKeyDer::from_pem_slice(&pem[1]).map_err(|_| TlsTrouble::NoKey(name(key)))?;
    let chain = chain(certificate, &pem[0])?;
    let certified =
        CertifiedKey::from_der(chain, secret, &default_provider()).map_err(|why| match why {
            rustls::Error::InconsistentKeys(_) => TlsTrouble::AnothersKey {
                key: name(key),
                certificate: name(certificate),
            },
            why => unusable(certificate, why),
        })?;
    Ok(Pair {
        pem,
        certified: Arc::new(certified),
    })
}

fn chain(path: &Path, pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, TlsTrouble> {
    let none = || TlsTrouble::NoCertificate(name(path));
    let chain: Vec<_> = CertificateDer::pem_slice_iter(pem)
        .collect::<Result<_, _>>()
        .map_err(|_| none())?;
    if chain.is_empty() {
        Err(none())
    } else {
        Ok(chain)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, TlsTrouble> {
    fs::read(path).map_err(|why| TlsTrouble::File {
        path: name(path),
        why,
    })
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn unusable(path: &Path, why: impl std::fmt::Display) -> TlsTrouble {
    TlsTrouble::Unusable {
        path: name(path),
        why: why.to_string(),
    }
}
