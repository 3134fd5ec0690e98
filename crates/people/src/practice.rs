//! How this practice is part of Holdfast.

use crate::{
    keeps, links, pages, passkeys, recovery,
    schema::{circle_members, credentials, invitations, liaisons, persons, role_holdings},
    sign_in, tables, ways,
};
use diesel::prelude::*;
use kernel::{Audience, Member, Moment, PersonId, Role, Standing, Viewer};
use store::{AnyConnection, ERASED, Keeps, Sealed, Stop, holds_in_force, set_fact};
use web::{
    ExportTable, GoesQuiet, House, Lang, Leaving, NameChoice, Nav, NetworkFacts, Practice, Quiet,
    Room, Route, TodayShare,
};

/// People, as a practice.
pub struct People;

impl Practice for People {
    fn routes(&self) -> Vec<Route> {
        pages::routes()
    }

    fn sentences(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => include_str!("../locales/en.ftl"),
            Lang::Es => include_str!("../locales/es.ftl"),
        }
    }

    fn nav(&self, member: &Member, _: &NetworkFacts) -> Vec<Nav> {
        // Newcomers come to know the circles in person first.
        if !member.standing.reads_as_member() {
            return Vec::new();
        }
        vec![Nav {
            href: "/circles",
            label: "nav-circles",
            place: 9,
        }]
    }

    fn keeps(&self) -> Keeps {
        keeps::KEEPS
    }

    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop> {
        // Sessions, roles and invitations carry their last moment; every reading looks at it. When
        // somebody last signed in is nobody's business once it is of no use; forgetting moves nothing.
        sign_in::forget_proofs(conn, house.network().id, now)?;
        Ok(0)
    }

    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop> {
        let mut share = pages::acts::today(room, member)?;
        share.yours.extend(pages::ways::today(room, member)?);
        Ok(share)
    }

    /// How to reach them goes with the wish to be reached. What could be on a device that was taken
    /// opens no door any more, as long as words on paper or in the head do.
    fn hear_quiet(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        who: GoesQuiet,
    ) -> Result<(), Stop> {
        let network = house.network().id;
        match who.why {
            Quiet::Leaves => {
                diesel::update(persons::table.find(who.person))
                    .set(persons::contact.eq(None::<Sealed>))
                    .execute(conn)?;
                set_fact(conn, network, ERASED, "yes")?;
            }
            Quiet::Taken => {
                sign_in::close_all(conn, network, who.person)?;
                links::end_links(conn, network, who.person, None)?;
                if ways::ways_of(conn, house, who.person)?.off_devices() {
                    passkeys::remove_all(conn, network, who.person)?;
                }
            }
        }
        Ok(())
    }

    fn news(&self, room: &mut Room<'_>, since: kernel::Day) -> Result<Vec<web::Item>, Stop> {
        // Guarded: names of other circles than one's own are nobody's (P29).
        let reads = kernel::Who::Network(room.network.id).includes(&room.viewer);
        if !reads || room.posture().is_careful() {
            return Ok(Vec::new());
        }
        let came = crate::deeds::came_since(room.conn, room.network.id, since)?;
        let names = tables::handles_of(room.conn, &room.house.vault, room.network.id, &came)?;
        let mut names: Vec<String> = names
            .values()
            .filter_map(|name| name.seen_by(&room.viewer).cloned())
            .collect();
        names.sort();
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let title = room.tongue.say("news-came").to_owned();
        Ok(vec![web::Item::new(title, names.join(", "), "/circles")])
    }

    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let row = tables::person(conn, network.id, person)?;
        let opened = row.opened(&house.vault)?;
        let now = house.now();
        let me = tables::load_member(conn, network.id, person, row.standing, row.joined_on, now)?;
        let viewer = Viewer::Member(Box::new(me.clone()));
        let text = |value: Option<&Option<String>>| value.cloned().flatten().unwrap_or_default();
        let mut ways = Vec::new();
        let there = ways::ways_of(conn, house, person)?;
        let named = [
            (there.passphrase, "six words"),
            (there.mail, "a link by mail"),
            (there.printed > 0, "printed words"),
        ];
        for (_, way) in named.iter().filter(|(has, _)| *has) {
            ways.push(vec![(*way).to_owned(), String::new()]);
        }
        for row in passkeys::of_person(conn, house, person)? {
            let called = row.called(house)?;
            let called = called.seen_by(&viewer).map_or("", String::as_str);
            ways.push(vec![format!("passkey: {called}"), row.added_on.to_string()]);
        }
        let circles = tables::circles(conn, network.id)?;
        let name = |id| circles.iter().find(|c| c.id == id).map_or("", |c| &c.name);
        Ok(vec![
            ExportTable {
                name: "me",
                columns: vec![
                    ("handle", Audience::Network),
                    ("about", Audience::Network),
                    ("contact", Audience::SelfOnly),
                    ("standing", Audience::Network),
                    ("joined_on", Audience::Network),
                ],
                rows: vec![vec![
                    row.called(&house.vault)?,
                    text(opened.about.seen_by(&viewer)),
                    text(opened.contact.seen_by(&viewer)),
                    row.standing.as_str().to_owned(),
                    row.joined_on.to_string(),
                ]],
            },
            ExportTable {
                name: "my-ways-in",
                columns: vec![("way", Audience::SelfOnly), ("since", Audience::SelfOnly)],
                rows: ways,
            },
            ExportTable {
                name: "my-circles",
                columns: vec![("circle", Audience::Network), ("roles", Audience::Network)],
                rows: me
                    .circles
                    .iter()
                    .map(|circle| {
                        let roles = me.roles.iter().filter(|held| held.circle == *circle);
                        let roles: Vec<_> = roles.map(|held| held.role.as_str()).collect();
                        vec![name(*circle).to_owned(), roles.join(", ")]
                    })
                    .collect(),
            },
        ])
    }

    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop> {
        let network = house.network();
        let row = tables::network_row(conn, network.id)?;
        let mut people = Vec::new();
        let rows: Vec<tables::PersonRow> = persons::table
            .filter(persons::network_id.eq(network.id))
            .select(tables::PersonRow::as_select())
            .load(conn)?;
        for row in &rows {
            // What is for the person alone stays out: they take it out themselves.
            people.push(vec![
                row.called(&house.vault)?,
                row.standing.as_str().to_owned(),
                row.joined_on.to_string(),
            ]);
        }
        let circles = tables::circles(conn, network.id)?;
        let public = Audience::Public;
        Ok(vec![
            ExportTable {
                name: "network",
                columns: vec![
                    ("name", public),
                    ("zone", public),
                    ("about_en", public),
                    ("about_es", public),
                    ("limits_en", public),
                    ("limits_es", public),
                    ("areas", public),
                ],
                rows: vec![vec![
                    row.name,
                    row.zone,
                    row.about_en,
                    row.about_es,
                    row.limits_en,
                    row.limits_es,
                    row.areas,
                ]],
            },
            ExportTable {
                name: "people",
                columns: vec![
                    ("handle", Audience::Network),
                    ("standing", Audience::Network),
                    ("joined_on", Audience::Network),
                ],
                rows: people,
            },
            ExportTable {
                name: "circles",
                columns: vec![
                    ("name", Audience::Network),
                    ("purpose", Audience::Network),
                    ("review_on", Audience::Network),
                ],
                rows: circles
                    .into_iter()
                    .map(|c| vec![c.name, c.purpose, c.review_on.to_string()])
                    .collect(),
            },
        ])
    }

    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop> {
        let person = leaving.person;
        let network = house.network().id;
        let now = house.now();
        let today = house.network().zone.day_of(now);
        house.vault.close_all();
        sign_in::close_all(conn, network, person)?;
        links::end_links(conn, network, person, None)?;
        diesel::delete(
            circle_members::table.filter(
                circle_members::network_id
                    .eq(network)
                    .and(circle_members::person_id.eq(person)),
            ),
        )
        .execute(conn)?;
        diesel::delete(
            role_holdings::table
                .filter(role_holdings::network_id.eq(network))
                .filter(role_holdings::person_id.eq(person))
                .filter(
                    role_holdings::to_at
                        .gt(now)
                        .or(role_holdings::role.ne(Role::Steward)),
                ),
        )
        .execute(conn)?;
        diesel::delete(
            liaisons::table.filter(
                liaisons::network_id
                    .eq(network)
                    .and(liaisons::person_id.eq(person)),
            ),
        )
        .execute(conn)?;
        diesel::delete(
            invitations::table.filter(
                invitations::network_id
                    .eq(network)
                    .and(invitations::expires_at.le(now)),
            ),
        )
        .execute(conn)?;
        let held = !holds_in_force(conn, network)?.is_empty();
        if !held {
            diesel::delete(credentials::table.find(person)).execute(conn)?;
            passkeys::remove_all(conn, network, person)?;
            recovery::tear_up(conn, network, person)?;
        }
        match (held, leaving.name) {
            (true, _) => {
                diesel::update(persons::table.find(person))
                    .set((
                        persons::standing.eq(Standing::Left),
                        persons::review_on.eq(today),
                    ))
                    .execute(conn)?;
            }
            // Their name alone, for as long as what it stands beside.
            (false, NameChoice::KeepName) => {
                diesel::update(persons::table.find(person))
                    .set((
                        persons::standing.eq(Standing::Left),
                        persons::about.eq(None::<Sealed>),
                        persons::contact.eq(None::<Sealed>),
                        persons::review_on.eq(today.plus(keeps::NAME_DAYS)),
                    ))
                    .execute(conn)?;
                set_fact(conn, network, ERASED, "yes")?;
            }
            (false, _) => {
                diesel::delete(persons::table.find(person)).execute(conn)?;
                set_fact(conn, network, ERASED, "yes")?;
            }
        }
        Ok(())
    }
}
