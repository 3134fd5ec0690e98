//! For the test of power loss alone.

use diesel::{QueryResult, SqliteConnection, connection::SimpleConnection};
use std::sync::atomic::{AtomicBool, Ordering};

static CARELESS: AtomicBool = AtomicBool::new(false);

/// From now on databases of this process do not wait for the disk, and power loss can take what was
/// acknowledged.
pub fn wait_for_no_disk() {
    CARELESS.store(true, Ordering::SeqCst);
}

pub(crate) fn set_up(conn: &mut SqliteConnection) -> QueryResult<()> {
    if CARELESS.load(Ordering::SeqCst) {
        conn.batch_execute("pragma synchronous = off")?;
    }
    Ok(())
}
