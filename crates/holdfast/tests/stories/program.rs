//! The program itself, as somebody starts it at the command line.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Output, Stdio},
};

fn holdfast() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdfast"));
    command
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn said(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn from_init_to_the_first_page_and_a_quiet_stop() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("hill");
    let init = holdfast()
        .args([
            "init",
            "--name",
            "Hill Street",
            "--zone",
            "America/Chicago",
            "--about",
            "Groceries.",
        ])
        .args(["--limits", "Ten a week.", "--areas", "Uphill", "--data"])
        .arg(&data)
        .output()
        .unwrap();
    let (out, err) = said(&init);
    assert!(init.status.success(), "{err}");
    assert_eq!(out.matches("/join/").count(), 2, "{out}");

    let mut serve = holdfast();
    serve
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data);
    let mut serving = Serving(serve.spawn().unwrap());
    let mut lines = BufReader::new(serving.0.stdout.take().unwrap());
    let mut first = String::new();
    lines.read_line(&mut first).unwrap();
    let address = first
        .trim()
        .strip_prefix("Hill Street answers at ")
        .expect("where to go");
    let mut page = ureq::get(address).call().unwrap();
    assert!(
        page.body_mut()
            .read_to_string()
            .unwrap()
            .contains("Groceries.")
    );

    // The keyring may be changed by another process meanwhile.
    let sweep = holdfast()
        .arg("sweep")
        .arg("--data")
        .arg(&data)
        .output()
        .unwrap();
    assert!(sweep.status.success(), "{}", said(&sweep).1);

    let pid = serving.0.id().to_string();
    assert!(
        Command::new("kill")
            .arg("-TERM")
            .arg(pid)
            .status()
            .unwrap()
            .success()
    );
    assert!(serving.0.wait().unwrap().success(), "it stops by itself");
    let mut log = String::new();
    serving
        .0
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut log)
        .unwrap();
    assert!(
        !log.contains("127.0.0.1"),
        "no address of anybody in the log: {log}"
    );
}

#[test]
fn what_cannot_be_done_is_one_plain_sentence() {
    let place = tempfile::tempdir().unwrap();
    let nothing = place.path().join("nothing");
    let told = |command: &mut Command| {
        let output = command.arg("--data").arg(&nothing).output().unwrap();
        assert!(!output.status.success());
        let (_, err) = said(&output);
        assert_eq!(err.trim_end().lines().count(), 1, "{err}");
        err
    };
    assert!(told(holdfast().arg("serve")).contains("`holdfast init` makes one"));
    assert!(told(holdfast().arg("sweep")).contains("`holdfast init` makes one"));
    assert!(told(holdfast().args(["export", "--out", "x"])).contains("`holdfast init`"));
    assert!(told(holdfast().arg("init")).contains("--zone"));
    assert!(told(holdfast().arg("serve").env("HOLDFAST_LISTN", "x")).contains("HOLDFAST_LISTN"));
    assert!(told(holdfast().args(["serve", "--listen", "here"])).contains("`listen`"));
    assert!(!nothing.exists());
}

#[test]
fn tables_from_a_file_are_named_row_by_row_and_counted() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("hill");
    let made = holdfast()
        .args(holdfast::testing::INIT_WORDS)
        .arg("--data")
        .arg(&data)
        .output()
        .unwrap();
    assert!(made.status.success());
    let file = place.path().join("soup.csv");
    let rows = "id,name,address,hours\n1,Soup,4 Chapel Row,2nd Tuesday 12pm-4pm\n\
                2,Bread,5 Chapel Row,Mon-Fri 9-5\n3,,6 Chapel Row,Sunday 3pm\n";
    std::fs::write(&file, rows).unwrap();
    let import = |words: &[&str]| {
        let mut command = holdfast();
        command.args(["import", "tables"]).arg(&file).args(words);
        said(&command.arg("--data").arg(&data).output().unwrap())
    };
    let (out, err) = import(&["--dry-run"]);
    assert!(out.contains("This was a dry run"), "{out}{err}");
    let (out, err) = import(&[]);
    let lines: Vec<&str> = out.lines().collect();
    let expected = [
        "soup.csv, Line 4, column 2 “name”: refused. There is no name in this row, so nobody could \
         be sent there.",
        "soup.csv, Line 3, column 4 “hours”: Morning or afternoon is not said: “9-5”.",
        "2 new, 0 updated, 0 left as they were. The steward of the Aid circle can undo this at \
         /tables/batches.",
    ];
    assert_eq!(lines[..3], expected, "{err}");
    assert_eq!(lines.last(), Some(&"3 rows: 2 taken, 1 refused"));
    let (out, _) = import(&[]);
    assert!(
        out.contains("0 new, 0 updated, 2 left as they were."),
        "{out}"
    );
    let map = place.path().join("map.toml");
    std::fs::write(&map, "name = [\"title\"]").unwrap();
    let (_, err) = import(&["--map", map.to_str().unwrap()]);
    assert!(err.contains("title"), "{err}");
}
