//! Networks and logs of real groups, with the figures that independent libraries give for the same files:
//! networkx 3.6.1, igraph 1.0.0 (both where both have the measure), pandas 2.3.3 and lifelines 0.30.3.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use std::collections::BTreeMap;
use std::fs;

use weave::{
    Duties, End, Named, Time, betweenness, centralisation, cohesion, cohesive_core, core_numbers,
    crossings, cuts, density, spread_of_carrying, staying, two_sidedness, worst_exact,
};

/// The rows of a table, each a list of its first columns.
fn rows(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(format!("../../../shared/data/{file}")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn network(name: &str) -> Named<String> {
    let nodes = rows(&format!("movement-graphs/{name}/nodes.csv")).into_iter();
    let ties = rows(&format!("movement-graphs/{name}/edges.csv")).into_iter();
    let nodes = nodes.map(|row| row[0].clone());
    Named::with_nodes(nodes, ties.map(|row| (row[0].clone(), row[1].clone()))).unwrap()
}

fn names(web: &Named<String>, nodes: &[u32]) -> Vec<String> {
    let mut names: Vec<String> = nodes
        .iter()
        .map(|&node| web.id(node).unwrap().clone())
        .collect();
    names.sort();
    names
}

fn cut_people(web: &Named<String>) -> Vec<String> {
    let cuts: Vec<u32> = cuts(web.graph()).cut_nodes().map(|cut| cut.node).collect();
    names(web, &cuts)
}

fn about(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{value} is not {expected}"
    );
}

/// Nodes, ties, density, centralisation, sum of core numbers, κ, sum of betweenness, and the cohesive core.
type Figures = (usize, usize, f64, f64, u32, usize, f64, (usize, usize));

fn check(name: &str, figures: Figures, top: &[(&str, f64)]) -> Named<String> {
    let web = network(name);
    let graph = web.graph();
    assert_eq!((graph.nodes(), graph.edges()), (figures.0, figures.1));
    about(density(graph).unwrap(), figures.2);
    about(centralisation(graph).unwrap(), figures.3);
    assert_eq!(core_numbers(graph).iter().sum::<u32>(), figures.4);
    assert_eq!(cohesion(graph, u64::MAX).unwrap().unwrap().kappa, figures.5);
    let scores = betweenness(graph);
    about(scores.iter().sum(), figures.6);
    for &(id, score) in top {
        about(scores[web.number(&id.to_owned()).unwrap() as usize], score);
    }
    let core = cohesive_core(graph, u64::MAX).unwrap().unwrap();
    assert_eq!((core.k, core.nodes.len()), figures.7);
    web
}

#[test]
fn the_karate_club() {
    let figures = (
        34,
        78,
        0.139_037_433_155_080_21,
        0.399_621_212_121_212_1,
        99,
        1,
        790.0,
        (4, 10),
    );
    let top = [
        ("0", 231.071_428_571_428_64),
        ("33", 160.551_587_301_587_3),
        ("32", 76.690_476_190_476_19),
    ];
    let web = check("karate", figures, &top);
    assert_eq!(cut_people(&web), ["0"]);
    let bridges = cuts(web.graph()).bridges().to_vec();
    assert_eq!(bridges.len(), 1);
    assert_eq!(names(&web, &[bridges[0].0, bridges[0].1]), ["0", "11"]);
    let core = cohesive_core(web.graph(), u64::MAX).unwrap().unwrap();
    assert_eq!(
        names(&web, &core.nodes),
        ["0", "1", "13", "2", "3", "30", "32", "33", "7", "8"]
    );
    // After the split of 1977, eleven ties cross.
    let club: BTreeMap<String, String> = rows("movement-graphs/karate/nodes.csv")
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    let circles: Vec<&String> = web.ids().iter().map(|id| &club[id]).collect();
    let across = crossings(web.graph(), &circles).unwrap();
    assert_eq!((across.all.external, across.all.internal), (11, 67));
    // networkx, every set of one, two and three.
    for (k, reachable, away) in [
        (1, 361, vec!["0"]),
        (2, 286, vec!["0", "1"]),
        (3, 200, vec!["0", "32", "33"]),
    ] {
        let worst = worst_exact(web.graph(), k, 10_000).unwrap();
        assert_eq!(
            (worst.hold.reachable, names(&web, &worst.nodes)),
            (reachable, away.iter().map(|&id| id.to_owned()).collect())
        );
    }
}

#[test]
fn the_families_of_florence() {
    let figures = (
        15,
        20,
        0.190_476_190_476_190_47,
        0.274_725_274_725_274_75,
        25,
        1,
        156.0,
        (2, 10),
    );
    let top = [
        ("Medici", 47.5),
        ("Guadagni", 23.166_666_666_666_664),
        ("Albizzi", 19.333_333_333_333_332),
    ];
    let web = check("florentine", figures, &top);
    assert_eq!(
        cut_people(&web),
        ["Albizzi", "Guadagni", "Medici", "Salviati"]
    );
    let bridges = cuts(web.graph()).bridges().to_vec();
    let mut bridges: Vec<Vec<String>> =
        bridges.iter().map(|&(a, b)| names(&web, &[a, b])).collect();
    bridges.sort();
    let want = [
        ["Acciaiuoli", "Medici"],
        ["Albizzi", "Ginori"],
        ["Guadagni", "Lamberteschi"],
        ["Medici", "Salviati"],
        ["Pazzi", "Salviati"],
    ];
    assert_eq!(bridges, want);
}

#[test]
fn the_women_of_davis_and_their_events() {
    let figures = (
        32,
        89,
        0.179_435_483_870_967_74,
        0.290_322_580_645_161_3,
        115,
        2,
        648.0,
        (4, 23),
    );
    let top = [
        ("E8", 110.206_396_982_008_13),
        ("E9", 101.932_143_480_962_55),
        ("E7", 58.534_788_398_829_71),
    ];
    let web = check("davis_women_events", figures, &top);
    assert_eq!(cut_people(&web), Vec::<String>::new());
    assert_eq!(cuts(web.graph()).bridges(), []);
}

/// The events as duties of those who came to them, with maximum flows by networkx for every absence.
#[test]
fn the_events_of_davis_as_duties() {
    let women: Vec<String> = rows("movement-graphs/davis_women_events/nodes.csv")
        .into_iter()
        .filter(|row| row[1] == "0")
        .map(|row| row[0].clone())
        .collect();
    let ties = rows("movement-graphs/davis_women_events/edges.csv");
    let mut events: Vec<String> = ties.iter().map(|row| row[1].clone()).collect();
    events.sort();
    events.dedup();
    assert_eq!((women.len(), events.len()), (18, 14));
    let place =
        |list: &[String], id: &String| list.iter().position(|other| other == id).unwrap() as u32;
    let able: Vec<(u32, u32)> = ties
        .iter()
        .map(|row| (place(&events, &row[1]), place(&women, &row[0])))
        .collect();
    for (need, hold, filled, single, double) in [
        (1, 1, 14, 0, 3),
        (1, 2, 14, 0, 0),
        (2, 2, 28, 0, 20),
        (3, 3, 42, 8, 5),
        (3, 2, 36, 18, 0),
    ] {
        let duties = Duties::new(vec![need; 14], vec![hold; 18], &able).unwrap();
        assert_eq!(14 * u64::from(need) - duties.cover().unfilled, filled);
        assert_eq!(duties.single_absences().len(), single);
        assert_eq!(duties.double_absences(1_000).unwrap().len(), double);
    }
}

#[test]
fn two_sidedness_and_spread_in_sarafu() {
    let accounts = rows("sarafu-accounts-2020/accounts.csv");
    let number = |text: &String| text.parse::<f64>().unwrap() as u64;
    // The columns stxns_in and stxns_out.
    let given: Vec<u64> = accounts.iter().map(|row| number(&row[12])).collect();
    let sides = two_sidedness(
        accounts
            .iter()
            .map(|row| (number(&row[12]) > 0, number(&row[11]) > 0)),
    );
    assert_eq!(
        (accounts.len(), sides.both, sides.either),
        (19_888, 6_459, 12_463)
    );
    about(spread_of_carrying(given).unwrap(), 1_766.720_966_999_045_2);
}

/// Days since 1970-01-01 of a date as it is written (H. Hinnant, "chrono-compatible low-level date algorithms").
fn day(date: &str) -> i64 {
    let part = |range| {
        date.get::<std::ops::Range<usize>>(range)
            .unwrap()
            .parse::<i64>()
            .unwrap()
    };
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468
}

/// From the first day to the last; whoever was here in the last 90 days of the log is here still.
fn times(log: &str) -> Vec<Time> {
    let mut people: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for row in rows(&format!("volunteer-participation-logs/{log}.csv"))
        .iter()
        .filter(|row| row[2] == "human")
    {
        let day = day(&row[1]);
        let span = people.entry(row[0].clone()).or_insert((day, day));
        *span = (span.0.min(day), span.1.max(day));
    }
    let end = people.values().map(|span| span.1).max().unwrap();
    let here = |last| {
        if end - last > 90 {
            End::Vanished
        } else {
            End::Here
        }
    };
    people
        .values()
        .map(|&(first, last)| Time {
            length: (last - first) as f64,
            end: here(last),
        })
        .collect()
}

#[test]
fn who_stays_in_two_volunteer_projects() {
    // Against the product-limit estimate of lifelines, and Greenwood's sum over its event table.
    let curve = |log, people, left: usize, median| {
        let times = times(log);
        assert_eq!(times.len(), people);
        assert_eq!(
            times
                .iter()
                .filter(|time| time.end == End::Vanished)
                .count(),
            left
        );
        let curve = staying(&times).unwrap();
        assert_eq!(curve.median(), Some(median));
        curve
    };
    let aid = curve("mutual-aid", 51, 48, 6.0);
    about(aid.at(0.0), 0.647_058_823_529_411_8);
    about(aid.at(30.0), 0.270_833_333_333_333_37);
    about(aid.at(90.0), 0.159_090_909_090_909_1);
    about(aid.at(180.0), 0.113_636_363_636_363_62);
    about(
        aid.step_at(30.0).unwrap().error.unwrap(),
        0.062_725_118_809_645_13,
    );
    about(
        aid.step_at(90.0).unwrap().error.unwrap(),
        0.053_241_305_629_401_85,
    );
    let reach = curve("reach4help", 47, 46, 11.0);
    about(reach.at(30.0), 0.382_978_723_404_255_2);
    about(reach.at(180.0), 0.085_106_382_978_723_43);
    about(
        reach.step_at(30.0).unwrap().error.unwrap(),
        0.070_906_894_425_749_1,
    );
}
