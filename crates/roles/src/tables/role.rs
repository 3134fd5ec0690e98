//! Roles that somebody wrote something about.

use crate::{
    rules::{Role, RoleId},
    schema::roles,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, NetworkId, Role as Power};
use store::{AnyConnection, ERASED, Error, Sealed, Vault, WrappedKey, sealed_row, set_fact};

pub(crate) const ROLES: &str = "roles";

/// A role, as it was written down.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = roles)]
pub(crate) struct RoleRow {
    pub id: RoleId,
    pub network_id: NetworkId,
    pub circle_id: CircleId,
    pub power: Option<Power>,
    /// Without one, it is called as every circle of its kind calls it.
    pub name: Option<Sealed>,
    pub purpose: Option<Sealed>,
    pub domain: Option<Sealed>,
    /// What it opens, a line each; never a secret.
    pub opens: Option<Sealed>,
    pub term_months: i32,
    pub most_running: i32,
    pub wants_shadow: String,
    /// Roles that its holder does not hold as well, an id a line.
    pub not_with: String,
    pub review_on: Day,
    pub row_key: WrappedKey,
}
sealed_row!(RoleRow, ROLES);

/// The words of a role, opened.
#[derive(Clone, Default)]
pub(crate) struct RoleWords {
    pub name: Option<String>,
    pub purpose: Option<String>,
    pub domain: Option<String>,
    pub opens: Option<String>,
}

impl RoleRow {
    pub fn words(&self, vault: &Vault) -> Result<RoleWords, Error> {
        let open = |column: &str, sealed: &Option<Sealed>| {
            sealed
                .as_ref()
                .map(|sealed| vault.open_often(self.row(), &self.row_key, column, sealed))
                .transpose()
        };
        Ok(RoleWords {
            name: open("name", &self.name)?,
            purpose: open("purpose", &self.purpose)?,
            domain: open("domain", &self.domain)?,
            opens: open("opens", &self.opens)?,
        })
    }

    /// What rules look at.
    pub fn ruled(&self, base: Role) -> Role {
        Role {
            power: self.power,
            months: self.term_months,
            most_running: self.most_running,
            wants_shadow: self.wants_shadow == "yes",
            not_with: self.not_with.lines().filter_map(RoleId::parse).collect(),
            ..base
        }
    }
}

pub(crate) fn roles(conn: &mut AnyConnection, network: NetworkId) -> QueryResult<Vec<RoleRow>> {
    roles::table
        .filter(roles::network_id.eq(network))
        .order(roles::id)
        .select(RoleRow::as_select())
        .load(conn)
}

/// Saves a role over what stood there.
pub(crate) fn save_role(conn: &mut AnyConnection, row: &RoleRow) -> QueryResult<()> {
    if diesel::delete(roles::table.find(row.id)).execute(conn)? > 0 {
        set_fact(conn, row.network_id, ERASED, "yes")?;
    }
    diesel::insert_into(roles::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}

pub(crate) fn erase_role(conn: &mut AnyConnection, id: RoleId) -> QueryResult<()> {
    diesel::delete(roles::table.find(id)).execute(conn)?;
    Ok(())
}
