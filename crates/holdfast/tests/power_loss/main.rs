//! Power loss that really drops what was not synced: every ask that was acknowledged is there when
//! the power is back, and were SQLite told not to wait for the disk, some would not be.
//! This takes root and /dev/fuse; `bin/test` says so where they are missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a failing test should fail

mod disk;

use disk::{Disk, Mounted};
use holdfast::testing::{ask_until, init, missing, serve};
use std::{
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_holdfast"))
}

/// The same, which does not wait for the disk.
fn careless() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_holdfast-careless"))
}

/// Asks are made until the power is cut; what lay on the disk then, and what was acknowledged
/// before.
fn until_the_cut(
    server: &Path,
    folder: &Path,
    disk: &Mounted,
    round: usize,
) -> (Disk, Vec<String>) {
    let (mut server, base) = serve(server, folder, None);
    let (acknowledged, over) = (Mutex::new(Vec::new()), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for line in 0..3 {
            let (acknowledged, over, base) = (&acknowledged, &over, &base);
            scope.spawn(move || ask_until(over, base, (round, line), acknowledged));
        }
        // Somewhere in the middle of the work: a few asks more in each round.
        let began = Instant::now();
        while acknowledged.lock().unwrap().len() < 20 + 13 * round {
            assert!(began.elapsed() < Duration::from_secs(60), "nobody is heard");
            std::thread::yield_now();
        }
        // First what was acknowledged, then the disk: not the other way round.
        let so_far = acknowledged.lock().unwrap().clone();
        let cut = disk.at_this_moment();
        server.kill().unwrap();
        server.wait().unwrap();
        over.store(true, Ordering::SeqCst);
        (cut, so_far)
    })
}

/// Cuts the power so many times, or until an ask is gone; how many were acknowledged, and how many
/// of them are gone.
fn cuts(server: &Path, rounds: usize) -> (usize, usize) {
    let place = tempfile::tempdir().unwrap();
    let (made, folder) = (place.path().join("made"), place.path().join("disk"));
    init(program(), &made);
    std::fs::create_dir(&folder).unwrap();
    let mut disk = Disk::with_files_of(&made);
    let (mut acknowledged, mut lost) = (0, 0);
    for round in 0..rounds {
        let mounted = Mounted::at(&folder, disk);
        let (cut, asks) = until_the_cut(server, &folder, &mounted, round);
        drop(mounted);
        let mounted = Mounted::at(&folder, cut.after_a_cut(round as u64 + 1));
        acknowledged += asks.len();
        let (mut server, base) = serve(program(), &folder, None);
        lost += missing(&base, &asks);
        disk = mounted.at_this_moment();
        server.kill().unwrap();
        server.wait().unwrap();
        drop(mounted);
        if lost > 0 {
            break;
        }
    }
    (acknowledged, lost)
}

#[test]
fn power_loss_takes_no_ask_that_was_acknowledged() {
    let (acknowledged, lost) = cuts(program(), 8);
    assert!(acknowledged > 400, "{acknowledged}");
    assert_eq!(lost, 0, "of {acknowledged}");
}

/// The same, were the database told not to wait for the disk: this is what the test above can see.
#[test]
fn power_loss_takes_asks_where_the_disk_is_not_waited_for() {
    let (acknowledged, lost) = cuts(careless(), 8);
    assert!(lost > 0, "none of {acknowledged}");
}
