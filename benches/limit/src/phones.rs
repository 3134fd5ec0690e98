//! Phones that hear rounds, and those who press: when each turn was pressed, and when each phone saw it.

use crate::Fault;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::sleep,
};

/// Each round's piece moves so often.
const EVERY: Duration = Duration::from_secs(3);
/// So many sit down at once.
const AT_ONCE: usize = 16;
const MARK: &[u8] = b"event: now";

/// What is measured, and where.
pub struct Run {
    pub address: String,
    pub pid: u32,
    pub rounds: usize,
    pub phones: usize,
    pub seconds: u64,
    /// Sessions of members who keep the rounds, each with its form token; none for the bare program.
    pub keepers: Vec<(String, String)>,
    /// How long an event is, for the bare program.
    pub bytes: usize,
}

/// What one phone saw: when each event came, and how many bytes.
#[derive(Default)]
struct Saw {
    at: Vec<Instant>,
    bytes: usize,
}

struct Answer {
    status: u16,
    head: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// A line that is kept.
struct Line(TcpStream);

impl Line {
    async fn to(address: &str) -> Result<Self, Fault> {
        let line = TcpStream::connect(address).await?;
        line.set_nodelay(true)?;
        Ok(Self(line))
    }

    async fn post(&mut self, path: &str, cookie: &str, body: &str) -> Result<Answer, Fault> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: here\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        self.0.write_all(request.as_bytes()).await?;
        let mut said = Vec::new();
        let mut piece = [0; 4096];
        loop {
            let n = self.0.read(&mut piece).await?;
            if n == 0 {
                return Err("the line broke".into());
            }
            said.extend_from_slice(&piece[..n]);
            let Some(end) = find(&said, b"\r\n\r\n") else {
                continue;
            };
            let answer = Answer {
                status: String::from_utf8_lossy(&said[9..12]).parse()?,
                head: String::from_utf8_lossy(&said[..end]).into_owned(),
            };
            let length: usize = answer.header("content-length").unwrap_or("0").parse()?;
            if said.len() >= end + 4 + length {
                return Ok(answer);
            }
        }
    }
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|part| part == what)
}

/// A round: where it is, who presses, and what each phone sends along.
struct Round {
    there: String,
    keeper: String,
    csrf: String,
    cookies: Vec<String>,
}

async fn opens(run: &Run, nth: usize) -> Result<Round, Fault> {
    if run.keepers.is_empty() {
        return Ok(Round {
            there: format!("/r/{nth}"),
            keeper: String::new(),
            csrf: String::new(),
            cookies: vec![String::new(); run.phones],
        });
    }
    let (session, csrf) = &run.keepers[nth];
    let keeper = format!("holdfast={session}");
    let mut line = Line::to(&run.address).await?;
    let body = format!("csrf={csrf}&question=What+holds%3F&seconds=900&pause=5&second_round=yes");
    let opened = line.post("/rounds/live", &keeper, &body).await?;
    let there = opened
        .header("location")
        .ok_or("no round was opened")?
        .to_owned();
    let mut cookies = Vec::new();
    for phone in 0..run.phones {
        let body = format!("name_here=Phone+{phone}");
        let sat = line.post(&format!("{there}/join"), "", &body).await?;
        let cookie = sat.header("set-cookie").ok_or("nobody sat down")?;
        cookies.push(cookie.split(';').next().unwrap_or_default().to_owned());
    }
    Ok(Round {
        there,
        keeper,
        csrf: csrf.clone(),
        cookies,
    })
}

/// Hears until the line ends.
async fn hears(line: &mut TcpStream, saw: &Mutex<Saw>) -> Result<(), Fault> {
    let mut rest: Vec<u8> = Vec::new();
    let mut piece = [0; 8192];
    loop {
        let n = line.read(&mut piece).await?;
        let at = Instant::now();
        if n == 0 {
            return Ok(());
        }
        rest.extend_from_slice(&piece[..n]);
        let mut saw = saw.lock().map_err(|_| "a phone fell")?;
        saw.bytes += n;
        while let Some(found) = find(&rest, MARK) {
            saw.at.push(at);
            rest.drain(..found + MARK.len());
        }
        let keep = rest.len().min(MARK.len() - 1);
        rest.drain(..rest.len() - keep);
    }
}

async fn phone(address: String, request: String, saw: Arc<Mutex<Saw>>) -> Result<(), Fault> {
    let mut line = TcpStream::connect(&address).await?;
    line.set_nodelay(true)?;
    line.write_all(request.as_bytes()).await?;
    hears(&mut line, &saw).await
}

fn status_of(pid: u32, what: &str) -> Result<u64, Fault> {
    let all = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = all
        .lines()
        .find(|line| line.starts_with(what))
        .ok_or("no such line")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse()?)
}

/// Processor time of the server so far, in hundredths of a second.
fn ticks(pid: u32) -> Result<u64, Fault> {
    let all = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let rest = all.rsplit(") ").next().ok_or("no such process")?;
    let mut numbers = rest.split_whitespace().skip(11).map(str::parse::<u64>);
    let (user, system) = (numbers.next().ok_or("?")??, numbers.next().ok_or("?")??);
    Ok(user + system)
}

/// Everybody sits down, hears and presses; prints what was seen, as JSON.
pub async fn run(run: Run) -> Result<(), Fault> {
    let mut rounds = Vec::new();
    for nth in 0..run.rounds {
        rounds.push(opens(&run, nth).await?);
    }
    let without = status_of(run.pid, "VmRSS")?;
    let mut saw: Vec<Vec<Arc<Mutex<Saw>>>> = Vec::new();
    let mut fell = Arc::new(AtomicUsize::new(0));
    for round in &rounds {
        let mut these = Vec::new();
        for (nth, cookie) in round.cookies.iter().enumerate() {
            let seen = Arc::new(Mutex::new(Saw::default()));
            let request = format!(
                "GET {}/stream HTTP/1.1\r\nHost: here\r\nAccept: text/event-stream\r\nCookie: {cookie}\r\n\r\n",
                round.there
            );
            let (address, its, fell) = (run.address.clone(), seen.clone(), fell.clone());
            tokio::spawn(async move {
                if phone(address, request, its).await.is_err() {
                    fell.fetch_add(1, Ordering::Relaxed);
                }
            });
            these.push(seen);
            if nth % AT_ONCE == 0 {
                sleep(Duration::from_millis(2)).await;
            }
        }
        saw.push(these);
    }
    let count = |saw: &[Vec<Arc<Mutex<Saw>>>]| -> usize {
        saw.iter()
            .flatten()
            .filter(|one| one.lock().is_ok_and(|one| !one.at.is_empty()))
            .count()
    };
    for _ in 0..300 {
        if count(&saw) == run.rounds * run.phones {
            break;
        }
        sleep(Duration::from_millis(100)).await;
    }
    if count(&saw) != run.rounds * run.phones {
        return Err(format!("only {} phones hear", count(&saw)).into());
    }
    // What came when everybody sat down is not of the run.
    for one in saw.iter().flatten() {
        *one.lock().map_err(|_| "a phone fell")? = Saw::default();
    }
    let with = status_of(run.pid, "VmRSS")?;
    let (began, worked) = (Instant::now(), ticks(run.pid)?);

    let mut pressing = Vec::new();
    for (nth, round) in rounds.into_iter().enumerate() {
        let (address, seconds, bytes) = (run.address.clone(), run.seconds, run.bytes);
        let stagger = EVERY * nth as u32 / run.rounds as u32;
        pressing.push(tokio::spawn(async move {
            sleep(stagger).await;
            presses(&address, &round, seconds, bytes)
                .await
                .map_err(|error| error.to_string())
        }));
    }
    let mut pressed = Vec::new();
    for one in pressing {
        pressed.push(one.await??);
    }
    // The last turn is still on its way.
    sleep(Duration::from_secs(2)).await;
    let took = began.elapsed();
    let worked = ticks(run.pid)? - worked;
    let after = status_of(run.pid, "VmRSS")?;
    let peak = status_of(run.pid, "VmHWM")?;

    let (mut seen, mut missing, mut bytes) = (Vec::new(), 0, 0);
    for (phones, turns) in saw.iter().zip(&pressed) {
        for one in phones {
            let one = one.lock().map_err(|_| "a phone fell")?;
            missing += turns.len().abs_diff(one.at.len());
            bytes += one.bytes;
            if one.at.len() == turns.len() {
                seen.extend(
                    turns
                        .iter()
                        .zip(&one.at)
                        .map(|(turn, at)| (*at - *turn).as_secs_f64() * 1000.0),
                );
            }
        }
    }
    seen.sort_by(f64::total_cmp);
    let part = |of: f64| {
        seen.get(((seen.len() as f64 * of) as usize).min(seen.len().saturating_sub(1)))
            .copied()
            .unwrap_or(-1.0)
    };
    let turns: usize = pressed.iter().map(Vec::len).sum();
    println!(
        "{{\"rounds\": {}, \"phones\": {}, \"turns\": {turns}, \"seen\": {}, \"missing\": {missing}, \"fell\": {}, \
         \"p50_ms\": {:.3}, \"p99_ms\": {:.3}, \"p999_ms\": {:.3}, \"most_ms\": {:.3}, \"without_kb\": {without}, \
         \"with_kb\": {with}, \"after_kb\": {after}, \"peak_kb\": {peak}, \"event_bytes\": {}, \"seconds\": {:.1}, \
         \"server_cpu_s\": {:.2}}}",
        run.rounds,
        run.phones,
        seen.len(),
        Arc::get_mut(&mut fell).map_or(0, |n| *n.get_mut()),
        part(0.5),
        part(0.99),
        part(0.999),
        part(1.0),
        bytes / (turns * run.phones).max(1),
        took.as_secs_f64(),
        worked as f64 / 100.0,
    );
    Ok(())
}

/// Presses for one round until the time is over; when each turn was pressed.
async fn presses(
    address: &str,
    round: &Round,
    seconds: u64,
    bytes: usize,
) -> Result<Vec<Instant>, Fault> {
    let mut line = Line::to(address).await?;
    let event = format!(
        "event: now\ndata: {}\n\n",
        "x".repeat(bytes.saturating_sub(24))
    );
    let mut turns = Vec::new();
    let over = Instant::now() + Duration::from_secs(seconds);
    while Instant::now() < over {
        let body = match (round.keeper.as_str(), turns.len()) {
            ("", _) => event.clone(),
            (_, 0) => format!("csrf={}&do=give.0", round.csrf),
            (_, turn) => format!("csrf={}&do=next.{turn}", round.csrf),
        };
        turns.push(Instant::now());
        let answer = line
            .post(&format!("{}/press", round.there), &round.keeper, &body)
            .await?;
        if answer.status != 303 {
            return Err(format!("a press was answered with {}", answer.status).into());
        }
        sleep(EVERY).await;
    }
    Ok(turns)
}
