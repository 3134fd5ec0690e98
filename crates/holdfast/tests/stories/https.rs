//! HTTPS by the program itself, from certificate files that change under it.

use holdfast::testing::init;
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto::ring::default_provider,
    pki_types::CertificateDer,
};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
};

const HOST: &str = "rivermouth.example";

struct Serving {
    child: Child,
    at: String,
    log: BufReader<std::process::ChildStderr>,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Serving {
    fn start(data: &Path, more: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_holdfast"))
            .env_clear()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut first).unwrap();
        let log = BufReader::new(child.stderr.take().unwrap());
        let at = first
            .trim()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned();
        Self { child, at, log }
    }

    /// SIGHUP, and what the log says of it.
    fn hup(&mut self) -> String {
        let pid = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process(pid, rustix::process::Signal::HUP).unwrap();
        let mut line = String::new();
        loop {
            line.clear();
            assert_ne!(self.log.read_line(&mut line).unwrap(), 0, "the log ended");
            if line.contains("certificate") {
                return line;
            }
        }
    }
}

struct Files {
    certificate: PathBuf,
    key: PathBuf,
}

impl Files {
    fn beside(folder: &Path) -> Self {
        Self {
            certificate: folder.join("cert.pem"),
            key: folder.join("key.pem"),
        }
    }

    /// A new certificate with its key; returns what a browser has to trust.
    fn renew(&self) -> CertificateDer<'static> {
        let made = rcgen::generate_simple_self_signed(vec![HOST.to_owned()]).unwrap();
        std::fs::write(&self.certificate, made.cert.pem()).unwrap();
        std::fs::write(&self.key, made.signing_key.serialize_pem()).unwrap();
        made.cert.der().clone()
    }

    fn flags(&self) -> [&str; 4] {
        let text = |path: &'static str| path;
        [
            text("--tls-certificate"),
            self.certificate.to_str().unwrap(),
            text("--tls-key"),
            self.key.to_str().unwrap(),
        ]
    }
}

/// The front page over TLS, if this certificate is trusted.
fn front_page(at: &str, trusted: &CertificateDer<'static>) -> Result<String, std::io::Error> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = HOST.try_into().unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(connection, TcpStream::connect(at)?);
    stream.write_all(
        format!("GET / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n").as_bytes(),
    )?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    Ok(page)
}

#[test]
fn a_renewed_certificate_is_taken_on_and_a_broken_one_is_not() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("network");
    init(Path::new(env!("CARGO_BIN_EXE_holdfast")), &data);
    let files = Files::beside(place.path());
    let first = files.renew();
    let mut serving = Serving::start(&data, &files.flags());

    let page = front_page(&serving.at, &first).unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(
        page.contains("strict-transport-security: max-age=31536000"),
        "{page}"
    );

    let second = files.renew();
    let said = serving.hup();
    assert!(said.contains("read anew"), "{said}");
    front_page(&serving.at, &second).unwrap();
    assert!(front_page(&serving.at, &first).is_err());

    // A key that is not this certificate's: the one from before goes on, and the log says why.
    let key = std::fs::read(&files.key).unwrap();
    files.renew();
    std::fs::write(&files.key, key).unwrap();
    let said = serving.hup();
    assert!(
        said.contains("does not belong to the certificate"),
        "{said}"
    );
    front_page(&serving.at, &second).unwrap();

    // Somebody who says nothing, or speaks no TLS, gets no answer, and the next caller is served.
    let _silent = TcpStream::connect(&serving.at).unwrap();
    let mut plain = TcpStream::connect(&serving.at).unwrap();
    plain
        .write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        .unwrap();
    let mut said = Vec::new();
    let _ = plain.read_to_end(&mut said);
    assert!(!said.starts_with(b"HTTP"));
    front_page(&serving.at, &second).unwrap();
}

#[test]
fn what_cannot_be_served_with_is_one_sentence_at_the_start() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("network");
    init(Path::new(env!("CARGO_BIN_EXE_holdfast")), &data);
    let files = Files::beside(place.path());
    let start = |flags: &[&str]| {
        let said = Command::new(env!("CARGO_BIN_EXE_holdfast"))
            .env_clear()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .args(flags)
            .output()
            .unwrap();
        assert!(!said.status.success());
        String::from_utf8(said.stderr).unwrap()
    };
    assert!(start(&files.flags()).contains("cannot be read"));
    files.renew();
    std::fs::write(&files.key, "").unwrap();
    assert!(start(&files.flags()).contains("There is no private key (PEM) in"));
    assert!(start(&files.flags()[..2]).contains("go together"));
    files.renew();
    std::fs::write(&files.certificate, "no certificate").unwrap();
    assert!(start(&files.flags()).contains("There is no certificate (PEM) in"));
}

#[test]
fn whoever_comes_without_https_is_sent_to_it_and_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("network");
    init(Path::new(env!("CARGO_BIN_EXE_holdfast")), &data);
    let files = Files::beside(place.path());
    files.renew();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let redirect = free.local_addr().unwrap().to_string();
    drop(free);
    let mut flags = files.flags().to_vec();
    flags.extend(["--redirect", &redirect]);
    flags.extend(["--public-url", "https://rivermouth.example"]);
    let _serving = Serving::start(&data, &flags);
    let ask = |first: &str| {
        let mut stream = TcpStream::connect(&redirect).unwrap();
        stream
            .write_all(format!("{first} HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n").as_bytes())
            .unwrap();
        let mut said = String::new();
        let _ = stream.read_to_string(&mut said);
        said.to_lowercase()
    };
    let said = ask("GET /ask?words=soup");
    assert!(said.starts_with("http/1.1 308"), "{said}");
    assert!(
        said.contains("location: https://rivermouth.example/ask\r\n"),
        "{said}"
    );
    assert!(ask("POST /ask").starts_with("http/1.1 303"));
}
