//! What campaigns are for, and by which proposal what they ask for is decided.

use crate::{rules::ContainerId, schema::campaigns};
use decisions::rules::{CaucusId, ProposalId};
use diesel::prelude::*;
use kernel::{Day, NetworkId};
use store::{AnyConnection, Error, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const CAMPAIGNS: &str = "campaigns";

/// What a campaign is for, as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaigns, treat_none_as_null = true)]
pub(crate) struct CampaignRow {
    pub id: ContainerId,
    pub network_id: NetworkId,
    pub aim: Option<Sealed>,
    pub demands: Option<Sealed>,
    pub decision_maker: Option<Sealed>,
    pub affected: Option<Sealed>,
    pub end_condition: Option<Sealed>,
    pub review_on: Day,
    pub row_key: WrappedKey,
    /// The caucus it falls on.
    pub caucus_id: Option<CaucusId>,
    /// The proposal by which what it asks for is decided with them.
    pub proposal_id: Option<ProposalId>,
}
sealed_row!(CampaignRow, CAMPAIGNS);

/// What a campaign says of itself.
#[derive(Clone, Default)]
pub(crate) struct Campaign {
    pub aim: Option<String>,
    pub demands: Option<String>,
    pub decision_maker: Option<String>,
    pub affected: Option<String>,
    pub end_condition: Option<String>,
}

impl CampaignRow {
    pub fn open(&self, vault: &Vault) -> Result<Campaign, Error> {
        let key = self.key(vault)?;
        let some =
            |column, sealed: &Option<Sealed>| key.open_some(self.row(), column, sealed.as_ref());
        Ok(Campaign {
            aim: some("aim", &self.aim)?,
            demands: some("demands", &self.demands)?,
            decision_maker: some("decision_maker", &self.decision_maker)?,
            affected: some("affected", &self.affected)?,
            end_condition: some("end_condition", &self.end_condition)?,
        })
    }
}

pub(crate) fn campaign(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ContainerId,
) -> QueryResult<Option<CampaignRow>> {
    let one = campaigns::network_id.eq(network).and(campaigns::id.eq(id));
    campaigns::table
        .filter(one)
        .select(CampaignRow::as_select())
        .first(conn)
        .optional()
}

pub(crate) fn put_campaign(conn: &mut AnyConnection, row: &CampaignRow) -> QueryResult<()> {
    diesel::delete(campaigns::table.find(row.id)).execute(conn)?;
    diesel::insert_into(campaigns::table)
        .values(row)
        .execute(conn)?;
    Ok(())
}
