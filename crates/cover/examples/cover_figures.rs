//! Figures of the planner, one line of JSON each; `bin/bench cover` reads them.
//!
//! ```text
//! cover_figures plan <places> <plenty|scarcity|resting|even|elsewhere> <runs> [file]
//! cover_figures changes <places> <times> <changes>
//! ```
//!
//! With a file, the town is written there first, for other solvers: numbers of 32 bits, low byte
//! first: places, people, weight, pairs; the ceilings; where each place's pairs begin, and the
//! end; then person and cost of each pair.

use cover::{
    Could, Plan, Town,
    testing::{self, Times},
};
use rustix::time::{ClockId, clock_gettime};
use std::{
    error::Error,
    fs,
    io::{BufWriter, Write},
    time::Instant,
};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["plan", places, times, runs] => plan(places.parse()?, named(times)?, runs.parse()?, None),
        ["plan", places, times, runs, file] => {
            plan(places.parse()?, named(times)?, runs.parse()?, Some(file))
        }
        ["changes", places, times, many] => changes(places.parse()?, named(times)?, many.parse()?),
        _ => Err("plan <places> <times> <runs> [file], or changes <places> <times> <many>".into()),
    }
}

fn named(times: &str) -> Result<Times, String> {
    Ok(match times {
        "plenty" => Times::Plenty,
        "scarcity" => Times::Scarcity,
        "resting" => Times::Resting,
        "even" => Times::Even,
        "elsewhere" => Times::Elsewhere,
        other => return Err(format!("no such times: {other}")),
    })
}

/// What something took, in milliseconds: by the clock, and of this thread's processor time, which
/// other programs on the same machine take nothing from.
fn took<T>(what: impl FnOnce() -> T) -> (T, f64, f64) {
    let (clock, before) = (Instant::now(), clock_gettime(ClockId::ThreadCPUTime));
    let done = what();
    let after = clock_gettime(ClockId::ThreadCPUTime);
    let of_thread =
        (after.tv_sec - before.tv_sec) as f64 * 1e3 + (after.tv_nsec - before.tv_nsec) as f64 / 1e6;
    (done, clock.elapsed().as_secs_f64() * 1e3, of_thread)
}

fn plan(
    places: usize,
    times: Times,
    runs: usize,
    file: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    if let Some(file) = file {
        write(&testing::town(places, times, 1)?, file)?;
    }
    let (mut walls, mut cpus) = (Vec::new(), Vec::new());
    let mut best = None;
    for run in 0..runs.max(1) {
        // Each run has a town of its own, for a plan keeps the town; one is in memory at a time.
        let town = testing::town(places, times, 1)?;
        let (plan, wall, cpu) = took(|| Plan::of(town, run as u64));
        walls.push(wall);
        cpus.push(cpu);
        best = Some((plan.filled(), plan.cost(), plan.is_proven()));
    }
    let (filled, cost, proven) = best.ok_or("no run")?;
    println!(
        r#"{{"filled":{filled},"cost":{cost},"proven":{proven},"wall_ms":{:.3},"cpu_ms":{:.3},"peak_mb":{:.0}}}"#,
        at(&mut walls, 50),
        at(&mut cpus, 50),
        peak()?
    );
    Ok(())
}

fn changes(places: usize, times: Times, many: usize) -> Result<(), Box<dyn Error>> {
    // The last places of a larger town come one by one; its people are there from the beginning.
    let whole = testing::town(places + many, times, 1)?;
    let mut town = Town::new(whole.weight(), whole.ceilings().to_vec())?;
    for place in 0..places {
        town.open_place(whole.could(place as u32))?;
    }
    let people = town.people() as u64;
    let mut plan = Plan::of(town, 1);
    let mut figures = [const { (Vec::new(), Vec::new()) }; 4];
    for step in 0..many as u64 {
        let person = (step.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20) % people;
        let person = person as u32;
        let ceiling = plan.town().ceilings()[person as usize];
        let row: Vec<Could> = whole.could((places as u64 + step) as u32).to_vec();
        let gone = (step.wrapping_mul(0xD1B5_4A32_D192_ED03) >> 20) % places as u64;
        let done = [
            took(|| plan.one_more_place(&row).map(drop)),
            took(|| plan.someone_rests(person).map(drop)),
            took(|| plan.ceiling_changed(person, ceiling).map(drop)),
            took(|| plan.place_gone(gone as u32).map(drop)),
        ];
        for (index, (result, wall, cpu)) in done.into_iter().enumerate() {
            // A place that is gone already is refused, and no figure.
            if result.is_ok() {
                figures[index].0.push(wall);
                figures[index].1.push(cpu);
            }
        }
    }
    let proven = plan.is_proven();
    let names = [
        "one more place",
        "someone rests",
        "comes back",
        "place gone",
    ];
    for (name, (mut walls, mut cpus)) in names.into_iter().zip(figures) {
        println!(
            r#"{{"change":"{name}","many":{},"proven":{proven},"p50_ms":{:.4},"p99_ms":{:.4},"most_ms":{:.4},"wall_p99_ms":{:.4}}}"#,
            cpus.len(),
            at(&mut cpus, 50),
            at(&mut cpus, 99),
            at(&mut cpus, 100),
            at(&mut walls, 99),
        );
    }
    Ok(())
}

/// The figure below which so many percent of them lie.
fn at(figures: &mut [f64], percent: usize) -> f64 {
    figures.sort_by(f64::total_cmp);
    let index = (figures.len() * percent / 100).min(figures.len().saturating_sub(1));
    figures.get(index).copied().unwrap_or(f64::NAN)
}

/// The most memory this program had so far, in millions of bytes.
fn peak() -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kib.ok_or("no VmHWM")?.parse::<f64>()? * 1024.0 / 1e6)
}

fn write(town: &Town, file: &str) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(fs::File::create(file)?);
    let mut number = |number: i64| out.write_all(&(number as u32).to_le_bytes());
    let places = 0..town.places() as u32;
    let pairs: usize = places.clone().map(|place| town.could(place).len()).sum();
    for head in [town.places(), town.people(), town.weight() as usize, pairs] {
        number(head as i64)?;
    }
    for &ceiling in town.ceilings() {
        number(i64::from(ceiling))?;
    }
    let mut start = 0;
    number(start)?;
    for place in places.clone() {
        start += town.could(place).len() as i64;
        number(start)?;
    }
    for pair in places.flat_map(|place| town.could(place)) {
        number(i64::from(pair.person))?;
        number(i64::from(pair.cost))?;
    }
    out.flush()?;
    Ok(())
}
