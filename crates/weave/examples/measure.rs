//! What `benches/weave/run.py` runs: makes the clustered graph, and measures one thing on a graph at a time.
//!
//! ```text
//! measure make 1000000 5000000 7 graph.bin   nodes, ties, seed, where
//! measure cuts graph.bin                     one line: seconds of processor time, peak memory, a sum to compare
//! measure sampled graph.bin 256
//! ```

use std::error::Error;
use std::fs;
use std::hint::black_box;

use weave::Graph;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["make", nodes, ties, seed, file] => {
            make(nodes.parse()?, ties.parse()?, seed.parse()?, file)
        }
        [what, file] => measure(what, file, 256),
        [what, file, pivots] => measure(what, file, pivots.parse()?),
        _ => Err("measure make <nodes> <ties> <seed> <file>, or measure <what> <file>".into()),
    }
}

/// People in circles of 20 to 80, numbered in the order in which they came, which is not that of the circles.
/// Seven ties of ten are within a circle, two with the next circles around, one with anyone; some have no
/// second tie at all.
fn make(nodes: u32, ties: usize, seed: u64, file: &str) -> Result<(), Box<dyn Error>> {
    let mut chance = Chance(seed);
    let mut came: Vec<u32> = (0..nodes).collect();
    for at in (1..came.len()).rev() {
        came.swap(at, chance.below(at as u64 + 1) as usize);
    }
    let mut circles = vec![0_u32];
    while let Some(&last) = circles.last()
        && last < nodes
    {
        circles.push(nodes.min(last + 20 + chance.below(61) as u32));
    }
    let many = circles.len() as u64 - 1;
    let mut edges: Vec<(u32, u32)> = Vec::with_capacity(ties);
    while edges.len() < ties {
        for _ in edges.len()..ties {
            let circle = chance.below(many) as usize;
            let from = chance.within(&circles, circle);
            let to = match chance.below(10) {
                0..7 => chance.skewed(&circles, circle),
                7..9 => {
                    let near = circle + 1 + chance.below(5) as usize;
                    chance.within(&circles, near % many as usize)
                }
                _ => chance.below(u64::from(nodes)) as u32,
            };
            if from != to {
                edges.push((from.min(to), from.max(to)));
            }
        }
        edges.sort_unstable();
        edges.dedup();
    }
    for at in (1..edges.len()).rev() {
        edges.swap(at, chance.below(at as u64 + 1) as usize);
    }
    let mut bytes = Vec::with_capacity(edges.len() * 8 + 4);
    bytes.extend(nodes.to_le_bytes());
    for (a, b) in edges {
        bytes.extend(came[a as usize].to_le_bytes());
        bytes.extend(came[b as usize].to_le_bytes());
    }
    fs::write(file, bytes)?;
    Ok(())
}

/// splitmix64: the same graph on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(word ^ (word >> 31)) * u128::from(most)) >> 64) as u64
    }

    fn within(&mut self, circles: &[u32], circle: usize) -> u32 {
        let (from, to) = (circles[circle], circles[circle + 1]);
        from + self.below(u64::from(to - from)) as u32
    }

    /// Somebody of the circle, the first of it more often: some carry more than others.
    fn skewed(&mut self, circles: &[u32], circle: usize) -> u32 {
        self.within(circles, circle)
            .min(self.within(circles, circle))
    }
}

type Edges = Vec<(u32, u32)>;

fn read(file: &str) -> Result<(usize, Edges), Box<dyn Error>> {
    let word = |bytes: &[u8]| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    let bytes = fs::read(file)?;
    let pairs = bytes[4..].chunks_exact(8);
    Ok((
        word(&bytes) as usize,
        pairs.map(|pair| (word(pair), word(&pair[4..]))).collect(),
    ))
}

fn measure(what: &str, file: &str, pivots: usize) -> Result<(), Box<dyn Error>> {
    let (nodes, edges) = read(file)?;
    // The file as it was read is gone again; from here on the peak is that of the list and the graph.
    fs::write("/proc/self/clear_refs", "5")?;
    let begun = seconds()?;
    let graph = Graph::from_edges(nodes, &edges)?;
    let built = seconds()? - begun;
    if what == "build" {
        return tell(built, graph.edges() as f64);
    }
    drop(edges);
    let begun = seconds()?;
    let sum = match what {
        "cuts" => black_box(weave::cuts(&graph)).cut_nodes().count() as f64,
        "bridges" => black_box(weave::cuts(&graph)).bridges().len() as f64,
        "cores" => weave::core_numbers(&graph)
            .iter()
            .map(|&core| f64::from(core))
            .sum(),
        "betweenness" => weave::betweenness(&graph).iter().sum(),
        "sampled" => weave::betweenness_sampled(&graph, pivots, 1)
            .scores
            .iter()
            .sum(),
        _ => return Err("build, cuts, bridges, cores, betweenness or sampled".into()),
    };
    tell(seconds()? - begun, sum)
}

/// The processor's time of this process so far: others on the machine do not count.
fn seconds() -> Result<f64, Box<dyn Error>> {
    let all = fs::read_to_string("/proc/self/schedstat")?;
    Ok(all.split(' ').next().unwrap_or("").parse::<f64>()? / 1e9)
}

fn tell(seconds: f64, sum: f64) -> Result<(), Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or("0");
    let peak = peak.trim().trim_end_matches(" kB");
    println!("{{\"seconds\": {seconds}, \"peak_kb\": {peak}, \"sum\": {sum}}}");
    Ok(())
}
