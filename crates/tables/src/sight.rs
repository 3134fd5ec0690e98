//! Who may see what of an open table. All of it is public: it names a place and a contact that an
//! organisation publishes itself, and no person. What only some may do is decided by who keeps it.

use crate::{schema::open_tables, tables::TableRow};
use diesel::{prelude::*, sql_types::Bool};
use kernel::{CircleId, NetworkId, Viewer};
use store::Backend;

type Predicate = Box<dyn BoxableExpression<open_tables::table, Backend, SqlType = Bool>>;

/// Which tables anybody may see, the one predicate of the list, the single page, the sheet and the
/// feed alike: those of this network.
pub(crate) fn visible(network: NetworkId) -> Predicate {
    Box::new(open_tables::network_id.eq(network))
}

/// Whether this viewer may change a table.
pub(crate) fn may_change(viewer: &Viewer, row: &TableRow, aid: CircleId) -> bool {
    viewer
        .member()
        .is_some_and(|member| row.keeper(aid).may_be_changed_by(member, aid))
}
