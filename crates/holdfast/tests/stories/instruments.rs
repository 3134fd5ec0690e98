//! The host's instruments: numbers of the server, and nobody in them.

use holdfast::testing::init;
use std::{
    io::{BufRead, BufReader, Read, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::Path,
    process::{Command, Stdio},
};

#[test]
fn a_socket_that_only_the_host_opens_tells_how_the_server_does_and_of_nobody() {
    let place = tempfile::tempdir().unwrap();
    let (data, socket) = (place.path().join("network"), place.path().join("metrics"));
    init(Path::new(env!("CARGO_BIN_EXE_holdfast")), &data);
    let serve = || {
        let mut child = Command::new(env!("CARGO_BIN_EXE_holdfast"))
            .env_clear()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .arg("--metrics-socket")
            .arg(&socket)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        said.read_line(&mut first).unwrap();
        let base = first
            .trim()
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .to_owned();
        (child, base)
    };
    let (mut child, base) = serve();
    for path in ["/", "/s/FERN-42", "/nowhere"] {
        let _ = ureq::get(format!("{base}{path}")).call();
    }
    let read = || {
        let mut stream = UnixStream::connect(&socket).unwrap();
        stream.write_all(b"GET /metrics HTTP/1.1\r\n\r\n").unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        said
    };
    let said = read();
    for line in [
        "holdfast_answers_total{status=\"2xx\"} ",
        "holdfast_answers_total{status=\"4xx\"} 1",
        "holdfast_answer_seconds_bucket{le=\"0.5\"} ",
        "holdfast_connections ",
        "holdfast_forms_refused_total 0",
        "holdfast_signs_unwell ",
        "# EOF",
    ] {
        assert!(said.contains(line), "no {line} in {said}");
    }
    for word in ["FERN", "nowhere", "127.0.0.1", "Rivermouth"] {
        assert!(!said.contains(word), "{word} in {said}");
    }
    let mode = std::fs::metadata(&socket).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    // Killed, it leaves its socket; the next start takes its place. A file of somebody's it leaves.
    child.kill().unwrap();
    child.wait().unwrap();
    let (mut child, _) = serve();
    assert!(read().contains("# EOF"));
    child.kill().unwrap();
    child.wait().unwrap();
    std::fs::remove_file(&socket).unwrap();
    std::fs::write(&socket, "a letter").unwrap();
    let (mut child, base) = serve();
    assert_eq!(base, "");
    child.wait().unwrap();
    assert_eq!(std::fs::read(&socket).unwrap(), b"a letter");
}
