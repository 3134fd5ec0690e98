//! Power loss, over and over: asks are made while the server is killed, and every ask that was
//! acknowledged must be there when it is back.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use ureq::Agent;

/// What a run of cycles saw.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Survived {
    /// How often the server was killed.
    pub cycles: usize,
    /// Asks that were acknowledged.
    pub acknowledged: usize,
    /// Of these, asks that were not there afterwards.
    pub lost: usize,
}

/// Makes asks on `threads` connections while the server `program` of the data folder is killed
/// `cycles` times with SIGKILL, after 20 to 140 milliseconds each.
pub fn kill_cycles(program: &Path, data: &Path, cycles: usize, threads: usize) -> Survived {
    let mut survived = Survived::default();
    let mut waiting: Vec<String> = Vec::new();
    for cycle in 0..cycles {
        let (mut server, base) = serve(program, data, None);
        survived.lost += missing(&base, &waiting);
        waiting = ask_until_killed(&mut server, &base, cycle, threads);
        survived.acknowledged += waiting.len();
        survived.cycles += 1;
    }
    let (mut server, base) = serve(program, data, None);
    survived.lost += missing(&base, &waiting);
    let _ = server.kill();
    let _ = server.wait();
    survived
}

fn agent() -> Agent {
    Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(20)))
        .build()
        .into()
}

/// Makes a network with the program itself, in a folder that is not there yet.
pub fn init(program: &Path, data: &Path) {
    let made = Command::new(program)
        .env_clear()
        .args(super::INIT_WORDS)
        .arg("--data")
        .arg(data)
        .output()
        .expect("the program");
    assert!(made.status.success(), "{made:?}");
}

/// The program itself, serving a folder at a free port; returns once it listens. With `blocks`, no
/// file may grow past so many blocks of 512 bytes: a write past that is refused, as on a full disk.
pub fn serve(program: &Path, data: &Path, blocks: Option<u32>) -> (Child, String) {
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port();
    let limit = match blocks {
        Some(blocks) => format!("trap '' XFSZ; ulimit -f {blocks}; "),
        None => String::new(),
    };
    let mut server = Command::new("/bin/sh")
        .env_clear()
        .arg("-c")
        .arg(format!(
            "{limit}exec \"$0\" serve --listen 127.0.0.1:{port} --data \"$1\""
        ))
        .arg(program)
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    let said = server.stdout.take().expect("its first line");
    let mut line = String::new();
    BufReader::new(said)
        .read_line(&mut line)
        .expect("its first line");
    (server, format!("http://127.0.0.1:{port}"))
}

/// Asks until the connection breaks; returns the addresses of what was acknowledged.
fn ask_until_killed(server: &mut Child, base: &str, cycle: usize, threads: usize) -> Vec<String> {
    let (acknowledged, over) = (Mutex::new(Vec::new()), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let (acknowledged, over) = (&acknowledged, &over);
            scope.spawn(move || ask_until(over, base, (cycle, thread), acknowledged));
        }
        std::thread::sleep(Duration::from_millis(20 + (cycle as u64 * 37) % 121));
        // SIGKILL on Unix: nothing is told to the server.
        server.kill().expect("the server dies");
        server.wait().expect("the server is gone");
        over.store(true, Ordering::Relaxed);
    });
    acknowledged.into_inner().expect("the list")
}

/// Asks on one line until it is over or the line breaks; the addresses of what was acknowledged go
/// on the list.
pub fn ask_until(
    over: &AtomicBool,
    base: &str,
    (cycle, thread): (usize, usize),
    acknowledged: &Mutex<Vec<String>>,
) {
    let agent = agent();
    for n in 0.. {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let once = format!("{cycle}-{thread}-{n}");
        let form = [
            ("once", once.as_str()),
            ("words", "soup"),
            ("contact", "555 0142"),
        ];
        let Ok(answer) = agent.post(format!("{base}/ask")).send_form(form) else {
            break;
        };
        let to = answer
            .headers()
            .get("location")
            .and_then(|to| to.to_str().ok());
        if let (303, Some(to)) = (answer.status().as_u16(), to) {
            acknowledged.lock().expect("the list").push(to.to_owned());
        }
    }
}

/// How many of these asks are not there: the address shows the code, the code shows the stage.
pub fn missing(base: &str, addresses: &[String]) -> usize {
    let agent = agent();
    addresses
        .iter()
        .filter(|address| {
            let page = agent
                .get(format!("{base}{address}"))
                .call()
                .and_then(|mut answer| answer.body_mut().read_to_string())
                .unwrap_or_default();
            let code = page
                .split_once("<p class=\"code\">")
                .and_then(|(_, rest)| rest.split_once('<'))
                .map_or("", |(code, _)| code);
            let there = agent
                .post(format!("{base}/s/{code}"))
                .send_form([("digits", "42")])
                .is_ok_and(|answer| answer.status().as_u16() == 200);
            !there
        })
        .count()
}
