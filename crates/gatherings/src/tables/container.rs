//! Gatherings, campaigns, learning series and CHOIR evenings as stored.

use crate::{
    rules::{Container, ContainerId, Kind, Said, SeasonId, Shape, Stage, Wide},
    schema::containers,
};
use diesel::prelude::*;
use kernel::{CircleId, Day, Moment, NetworkId, PersonId, Zone};
use store::{AnyConnection, DataKey, Error, Sealed, Vault, WrappedKey, sealed_row};

pub(crate) const CONTAINERS: &str = "containers";

/// One as stored.
#[derive(Clone, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = containers, treat_none_as_null = true)]
pub(crate) struct ContainerRow {
    pub id: ContainerId,
    pub network_id: NetworkId,
    /// Whose it is: those are the room.
    pub circle_id: CircleId,
    pub kind: Kind,
    pub shape: Shape,
    pub stage: Stage,
    /// Who is invited.
    pub open_to: Wide,
    pub season_id: Option<SeasonId>,
    /// The campaign or the series it is a part of.
    pub within_id: Option<ContainerId>,
    /// The one whose question it grew from.
    pub before_id: Option<ContainerId>,
    pub host_id: Option<PersonId>,
    pub host_said: Option<Said>,
    pub second_id: Option<PersonId>,
    pub second_said: Option<Said>,
    /// Who writes the harvest, where that is none of its hosts.
    pub keeper_id: Option<PersonId>,
    pub question: Option<Sealed>,
    pub for_whom: Option<Sealed>,
    pub agreements: Option<Sealed>,
    pub place: Option<Sealed>,
    pub dial_in: Option<Sealed>,
    pub program: Option<Sealed>,
    pub on_day: Day,
    pub starts_minute: i32,
    pub review_on: Day,
    pub met_on: Option<Day>,
    pub returned_at: Option<Moment>,
    pub shared_to: Option<Wide>,
    pub share_asked: Option<Wide>,
    pub share_by: Option<PersonId>,
    pub version: i32,
    pub row_key: WrappedKey,
}
sealed_row!(ContainerRow, CONTAINERS);

/// What its invitation says.
#[derive(Clone, Default)]
pub(crate) struct Words {
    pub question: Option<String>,
    pub for_whom: Option<String>,
    pub agreements: Option<String>,
    pub place: Option<String>,
    pub dial_in: Option<String>,
    pub program: Option<String>,
}

impl ContainerRow {
    pub fn begins(&self, zone: &Zone) -> Moment {
        let hour = i8::try_from(self.starts_minute / 60).unwrap_or(0);
        let minute = i8::try_from(self.starts_minute % 60).unwrap_or(0);
        zone.moment(self.on_day, hour, minute)
    }

    pub fn container(&self, zone: &Zone) -> Container {
        Container {
            kind: self.kind,
            stage: self.stage,
            hosts: [
                self.host_id.zip(self.host_said),
                self.second_id.zip(self.second_said),
            ],
            has_question: self.question.is_some(),
            undecided: false,
            begins: self.begins(zone),
            ends: self.review_on,
            met: self.met_on,
            returned: self.returned_at,
            shared: self.shared_to,
            share_asked: self.share_asked.zip(self.share_by),
        }
    }

    /// Takes on what a rule made of it.
    pub fn take_on(&mut self, rule: Container) {
        let [first, second] = rule.hosts;
        (self.host_id, self.host_said) = first.unzip();
        (self.second_id, self.second_said) = second.unzip();
        self.stage = rule.stage;
        self.review_on = rule.ends;
        self.met_on = rule.met;
        self.returned_at = rule.returned;
        self.shared_to = rule.shared;
        (self.share_asked, self.share_by) = rule.share_asked.unzip();
    }

    /// Those who sit in its seats, whether they have said yes or not.
    pub fn seats(&self) -> Vec<PersonId> {
        [self.host_id, self.second_id]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Those who hold it.
    pub fn hosts(&self) -> Vec<PersonId> {
        let seats = [
            self.host_id.zip(self.host_said),
            self.second_id.zip(self.second_said),
        ];
        let ready = seats.into_iter().flatten();
        ready
            .filter(|(_, said)| *said == Said::Yes)
            .map(|(person, _)| person)
            .collect()
    }

    pub fn open(&self, vault: &Vault) -> Result<Words, Error> {
        let key = self.key(vault)?;
        let some =
            |column, sealed: &Option<Sealed>| key.open_some(self.row(), column, sealed.as_ref());
        Ok(Words {
            question: some("question", &self.question)?,
            for_whom: some("for_whom", &self.for_whom)?,
            agreements: some("agreements", &self.agreements)?,
            place: some("place", &self.place)?,
            dial_in: some("dial_in", &self.dial_in)?,
            program: some("program", &self.program)?,
        })
    }

    pub fn say(&mut self, key: &DataKey, words: &Words) -> Result<(), Error> {
        let at = self.row();
        let some = |column, text: &Option<String>| key.seal_some(at, column, text.as_deref());
        let question = some("question", &words.question)?;
        let for_whom = some("for_whom", &words.for_whom)?;
        let agreements = some("agreements", &words.agreements)?;
        let place = some("place", &words.place)?;
        let dial_in = some("dial_in", &words.dial_in)?;
        let program = some("program", &words.program)?;
        self.question = question;
        self.for_whom = for_whom;
        self.agreements = agreements;
        self.place = place;
        self.dial_in = dial_in;
        self.program = program;
        Ok(())
    }
}

pub(crate) fn container(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ContainerId,
) -> QueryResult<ContainerRow> {
    let one = containers::network_id
        .eq(network)
        .and(containers::id.eq(id));
    containers::table
        .filter(one)
        .select(ContainerRow::as_select())
        .first(conn)
}

/// Every one of the network; the next first.
pub(crate) fn containers_here(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<ContainerRow>> {
    containers::table
        .filter(containers::network_id.eq(network))
        .order((containers::on_day.asc(), containers::id.asc()))
        .limit(2000)
        .select(ContainerRow::as_select())
        .load(conn)
}

/// Those that are to come, under way or being written up: what somebody's day is made of.
pub(crate) fn living(
    conn: &mut AnyConnection,
    network: NetworkId,
) -> QueryResult<Vec<ContainerRow>> {
    let stages = [
        Stage::Seeded,
        Stage::Invited,
        Stage::Gathered,
        Stage::Draft,
        Stage::Room,
    ];
    containers::table
        .filter(containers::network_id.eq(network))
        .filter(containers::stage.eq_any(stages))
        .order((containers::on_day.asc(), containers::id.asc()))
        .limit(500)
        .select(ContainerRow::as_select())
        .load(conn)
}

/// Those to which anybody is invited.
pub(crate) fn open_to_all(
    conn: &mut AnyConnection,
    network: NetworkId,
    today: Day,
) -> QueryResult<Vec<ContainerRow>> {
    let open = containers::stage
        .eq(Stage::Invited)
        .and(containers::open_to.eq(Wide::Public))
        .and(containers::review_on.ge(today));
    containers::table
        .filter(containers::network_id.eq(network).and(open))
        .order((containers::on_day.asc(), containers::id.asc()))
        .limit(50)
        .select(ContainerRow::as_select())
        .load(conn)
}

/// Those whose harvest is shared so far, or further; the newest first.
pub(crate) fn shared_to(
    conn: &mut AnyConnection,
    network: NetworkId,
    wide: &[Wide],
) -> QueryResult<Vec<ContainerRow>> {
    containers::table
        .filter(containers::network_id.eq(network))
        .filter(containers::shared_to.eq_any(wide.to_vec()))
        .order((containers::on_day.desc(), containers::id.asc()))
        .limit(200)
        .select(ContainerRow::as_select())
        .load(conn)
}

/// The evenings of a season, in their order.
pub(crate) fn evenings_of(
    conn: &mut AnyConnection,
    network: NetworkId,
    season: SeasonId,
) -> QueryResult<Vec<ContainerRow>> {
    let of = containers::network_id
        .eq(network)
        .and(containers::season_id.eq(season));
    containers::table
        .filter(of)
        .order((containers::on_day.asc(), containers::id.asc()))
        .select(ContainerRow::as_select())
        .load(conn)
}

/// What was begun within a campaign or a series.
pub(crate) fn within(
    conn: &mut AnyConnection,
    network: NetworkId,
    id: ContainerId,
) -> QueryResult<Vec<ContainerRow>> {
    let of = containers::network_id
        .eq(network)
        .and(containers::within_id.eq(id));
    containers::table
        .filter(of)
        .order((containers::on_day.asc(), containers::id.asc()))
        .select(ContainerRow::as_select())
        .load(conn)
}

pub(crate) fn put_container(conn: &mut AnyConnection, row: &ContainerRow) -> QueryResult<()> {
    let changed = diesel::update(containers::table.find(row.id))
        .set(row)
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(containers::table)
            .values(row)
            .execute(conn)?;
    }
    Ok(())
}

/// Whoever leaves holds nothing and keeps no harvest any more.
pub(crate) fn unseat(
    conn: &mut AnyConnection,
    network: NetworkId,
    person: PersonId,
) -> QueryResult<()> {
    let none = None::<PersonId>;
    let said = None::<Said>;
    diesel::update(containers::table)
        .filter(
            containers::network_id
                .eq(network)
                .and(containers::host_id.eq(person)),
        )
        .set((containers::host_id.eq(none), containers::host_said.eq(said)))
        .execute(conn)?;
    diesel::update(containers::table)
        .filter(
            containers::network_id
                .eq(network)
                .and(containers::second_id.eq(person)),
        )
        .set((
            containers::second_id.eq(none),
            containers::second_said.eq(said),
        ))
        .execute(conn)?;
    diesel::update(containers::table)
        .filter(
            containers::network_id
                .eq(network)
                .and(containers::keeper_id.eq(person)),
        )
        .set(containers::keeper_id.eq(none))
        .execute(conn)?;
    diesel::update(containers::table)
        .filter(
            containers::network_id
                .eq(network)
                .and(containers::share_by.eq(person)),
        )
        .set((
            containers::share_by.eq(none),
            containers::share_asked.eq(None::<Wide>),
        ))
        .execute(conn)?;
    Ok(())
}
