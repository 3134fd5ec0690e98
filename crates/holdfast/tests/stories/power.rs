//! Power loss: a short run of what `bin/bench kill 1000` does at length.

use holdfast::testing::{init, kill_cycles};
use std::path::Path;

#[test]
fn no_acknowledged_ask_is_lost_when_the_server_is_killed() {
    let program = Path::new(env!("CARGO_BIN_EXE_holdfast"));
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("network");
    init(program, &folder);
    let survived = kill_cycles(program, &folder, 12, 3);
    assert_eq!((survived.cycles, survived.lost), (12, 0), "{survived:?}");
    assert!(survived.acknowledged > 20, "{survived:?}");
}
