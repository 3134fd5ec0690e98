//! Figures of the count, one line of JSON; `bin/bench ballots` reads them.
//!
//! ```text
//! ballots_figures make <ballots> <options> <seed> <file>
//! ballots_figures count <file> <options> <last-together|no-preference> <runs>
//! ```
//!
//! One thread. Reading is from a text in memory, one ballot a line, to ballots; counting from ballots to the table of
//! pairs; deciding from the table to the order, the Smith set, and why for every pair. Each time is the median of the runs.

use std::{error::Error, fs, hint::black_box, time::Instant};

use ballots::{RankedForm, Stack, Strength, Unranked};
use rustix::time::{ClockId, clock_gettime};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["make", ballots, options, seed, file] => {
            make(ballots.parse()?, options.parse()?, seed.parse()?, file)
        }
        ["count", file, options, unranked, runs] => {
            let unranked = Unranked::of_word(unranked).ok_or("last-together or no-preference")?;
            count(
                &fs::read_to_string(file)?,
                RankedForm::new(options.parse()?, unranked)?,
                runs.parse()?,
            )
        }
        _ => Err(
            "make <ballots> <options> <seed> <file>, or count <file> <options> <unranked> <runs>"
                .into(),
        ),
    }
}

/// Voters who lie on a line with the options on it, and like what is near; every third is of no such mind and votes as
/// they like. Of ten ballots one is short, and every eighth step is a tie; of a hundred one is blank.
fn make(ballots: usize, options: u32, seed: u64, file: &str) -> Result<(), Box<dyn Error>> {
    let mut chance = Chance(seed);
    let places: Vec<u64> = (0..options).map(|_| chance.below(1_000_000)).collect();
    let mut text = String::new();
    for _ in 0..ballots {
        let mut order: Vec<u32> = (0..options).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, chance.below(at as u64 + 1) as usize);
        }
        if chance.below(3) != 0 {
            let me = chance.below(1_000_000);
            order.sort_by_key(|&option| places[option as usize].abs_diff(me));
        }
        if chance.below(10) == 0 {
            order.truncate(chance.below(u64::from(options)) as usize + 1);
        }
        if chance.below(100) == 0 {
            order.clear();
        }
        for (index, option) in order.iter().enumerate() {
            if index > 0 {
                text.push(if chance.below(8) == 0 { '=' } else { '>' });
            }
            text += &(option + 1).to_string();
        }
        text.push('\n');
    }
    fs::write(file, text)?;
    Ok(())
}

/// splitmix64: the same ballots on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(word ^ (word >> 31)) * u128::from(most)) >> 64) as u64
    }
}

fn count(text: &str, form: RankedForm, runs: usize) -> Result<(), Box<dyn Error>> {
    let mut took = [const { Vec::new() }; 5];
    let mut found = String::new();
    for _ in 0..runs.max(1) {
        let (clock, begun) = (Instant::now(), now());
        let stack = Stack::read(text, |line| form.read(line));
        let read = now();
        let mut count = form.count();
        for ballot in &stack.ballots {
            count.add(ballot)?;
        }
        let counted = now();
        let schulze = count.pairs().schulze(Strength::WinningVotes);
        let smith = count.pairs().smith_set();
        let order = schulze.order();
        for duel in count.pairs().duels() {
            black_box(schulze.why(duel.one, duel.other));
        }
        let decided = now();
        let times = [
            read - begun,
            counted - read,
            decided - counted,
            decided - begun,
            clock.elapsed().as_secs_f64() * 1e3,
        ];
        for (took, time) in took.iter_mut().zip(times) {
            took.push(time);
        }
        found = format!(
            r#""ballots":{},"blank":{},"refused":{},"order":{order:?},"smith":{smith:?}"#,
            count.ballots(),
            count.blank(),
            stack.refused.len(),
        );
    }
    let [read, counted, decided, all, wall] = took.map(|mut took| {
        took.sort_by(f64::total_cmp);
        took[took.len() / 2]
    });
    println!(
        r#"{{"read_ms":{read:.3},"count_ms":{counted:.3},"decide_ms":{decided:.3},"all_ms":{all:.3},"wall_ms":{wall:.3},{found}}}"#
    );
    Ok(())
}

/// This thread's processor time so far, in milliseconds: other programs on the machine take nothing from it.
fn now() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}
