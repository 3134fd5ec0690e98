//! The door at which a mail server hands over answers to letters, as the program opens it.

use holdfast::testing::init;
use std::{
    io::{BufRead, BufReader, Read, Write},
    os::unix::{fs::PermissionsExt, net::UnixStream},
    path::Path,
    process::{Command, Stdio},
};

const TO: [&str; 2] = ["--mail-answers", "answers@rivermouth.example"];

#[test]
fn the_program_opens_a_socket_for_its_own_group_and_speaks_lmtp() {
    let place = tempfile::tempdir().unwrap();
    let (data, socket) = (place.path().join("network"), place.path().join("answers"));
    let program = Path::new(env!("CARGO_BIN_EXE_holdfast"));
    init(program, &data);
    let serve = |more: &[&str]| {
        let mut command = Command::new(program);
        command
            .env_clear()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    };
    // An address without a way in is a sentence, and nothing is served.
    let refused = serve(&TO).output().unwrap();
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("`mail_answers_lmtp`"), "{said}");
    // Twice: the socket that the first left behind is taken over.
    for _ in 0..2 {
        let at = socket.to_str().unwrap();
        let mut child = serve(&[TO[0], TO[1], "--mail-answers-lmtp", at])
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first)
            .unwrap();
        let mode = std::fs::metadata(&socket).unwrap().permissions().mode();
        let mut line = UnixStream::connect(&socket).unwrap();
        line.write_all(b"LHLO mail.example\r\nQUIT\r\n").unwrap();
        let mut said = String::new();
        line.read_to_string(&mut said).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(mode & 0o777, 0o660);
        assert!(
            said.starts_with("220 rivermouth.example LMTP\r\n250-"),
            "{said}"
        );
        assert!(said.ends_with("221 2.0.0 Goodbye\r\n"), "{said}");
    }
}
