//! The roles and terms of a network as they stand: those somebody wrote down, those every circle of a
//! kind has, and whatever the program knows to be held though nobody wrote it down here.

use crate::{
    rules::{Candidate, How, Role, RoleId, Shadow, Standard, Term, TermId, TermStage},
    tables::{self, RoleRow, TermRow},
};
use kernel::{CircleId, Moment, NetworkId, PersonId, Standing, Zone};
use people::{CircleRow, HoldingRow};
use store::{AnyConnection, Stop};
use web::House;

/// A role with what was written of it.
#[derive(Clone)]
pub(crate) struct Written {
    pub role: Role,
    pub row: Option<RoleRow>,
}

/// The roles and terms of a network.
pub(crate) struct Book {
    pub circles: Vec<CircleRow>,
    pub roles: Vec<Written>,
    pub terms: Vec<Term>,
    /// What is held and not written down here yet.
    pub unwritten: Vec<TermRow>,
    now: Moment,
    zone: Zone,
}

impl Book {
    pub fn read(conn: &mut AnyConnection, house: &House, now: Moment) -> Result<Self, Stop> {
        let network = house.network();
        let circles = people::circles(conn, network.id)?;
        let rows = tables::roles(conn, network.id)?;
        let stored = tables::terms(conn, network.id)?;
        let held = people::holdings(conn, network.id)?;
        let mut book = Self {
            roles: roles(&circles, rows, &held),
            circles,
            terms: Vec::new(),
            unwritten: Vec::new(),
            now,
            zone: network.zone.clone(),
        };
        for row in &stored {
            // Where it lets somebody see something, the end of that is the end.
            let holding = held.iter().find(|held| held.id.0 == row.id.0);
            let to = holding.map_or(row.to_at, |held| held.to_at);
            let term = book.term(row, to);
            book.terms.push(term);
        }
        for held in &held {
            if let Some(row) = unwritten(network.id, held, &stored) {
                let term = book.term(&row, row.to_at);
                book.terms.push(term);
                book.unwritten.push(row);
            }
        }
        book.terms.sort_by_key(|term| (term.from, term.id));
        Ok(book)
    }

    fn term(&self, row: &TermRow, to: Moment) -> Term {
        Term {
            id: row.id,
            role: row.role_id,
            circle: row.circle_id,
            person: row.person_id,
            from: row.from_at,
            to,
            first: self.zone.day_of(row.from_at),
            last: self.zone.day_of(to.plus_seconds(-1)),
            how: row.how,
            shadow: row.shadow(),
            extended: row.extended_on.is_some(),
        }
    }

    pub fn circle(&self, id: CircleId) -> Result<&CircleRow, Stop> {
        let mut circles = self.circles.iter();
        circles.find(|circle| circle.id == id).ok_or(Stop::NotThere)
    }

    pub fn role(&self, id: RoleId) -> Result<&Written, Stop> {
        let mut roles = self.roles.iter();
        roles
            .find(|written| written.role.id == id)
            .ok_or(Stop::NotThere)
    }

    /// The roles of a circle, those that are there by themselves first.
    pub fn of_circle(&self, circle: CircleId) -> Vec<&Written> {
        let of = self.roles.iter().filter(|one| one.role.circle == circle);
        of.collect()
    }

    pub fn find(&self, id: TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// Terms of a role that run, the one that ends first before the others.
    pub fn running(&self, role: RoleId) -> Vec<&Term> {
        let mut all: Vec<&Term> = self
            .terms
            .iter()
            .filter(|term| term.role == role && term.runs(self.now))
            .collect();
        all.sort_by_key(|term| term.to);
        all
    }

    /// Terms of a role that run or are still to come.
    pub fn standing(&self, role: RoleId) -> Vec<&Term> {
        let all = self.terms.iter();
        all.filter(|term| term.role == role && term.stands(self.now))
            .collect()
    }

    /// Where a term stands now.
    pub fn stage(&self, term: &Term) -> TermStage {
        term.stage(self.now, self.zone.day_of(self.now))
    }

    /// Everybody who could do it tomorrow: who holds it, and who learns it alongside.
    pub fn could_do(&self, role: RoleId) -> Vec<PersonId> {
        let running = self.running(role);
        let holders = running.iter().map(|term| term.person);
        let shadows = running.iter().filter_map(|term| term.shadow());
        let mut all: Vec<PersonId> = holders.chain(shadows).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Whether the role rests on one person whose thirtieth day has come, with nobody learning it.
    pub fn lacks_shadow(&self, role: &Role) -> bool {
        let today = self.zone.day_of(self.now);
        let running = self.running(role.id);
        let oldest = running.iter().map(|term| term.first).min();
        let due = oldest.is_some_and(|first| first.plus(crate::rules::SHADOW_DAYS) <= today);
        role.wants_shadow && due && self.could_do(role.id).len() < 2
    }

    /// Whoever has held it twice in a row by now, alone.
    pub fn held_the_last_two(&self, role: RoleId) -> Option<PersonId> {
        let running = self.running(role);
        let [term] = running.as_slice() else {
            return None;
        };
        let theirs = self.terms_of(role, term.person);
        let row = crate::rules::in_a_row(&theirs, term.last.plus(1));
        (row >= 2).then_some(term.person)
    }

    /// One person's terms of a role.
    pub fn terms_of(&self, role: RoleId, person: PersonId) -> Vec<&Term> {
        let all = self.terms.iter();
        all.filter(|term| term.role == role && term.person == person)
            .collect()
    }

    /// Somebody who might hold a role.
    pub fn candidate(&self, role: RoleId, person: PersonId, standing: Standing) -> Candidate<'_> {
        let theirs =
            |term: &&Term| term.person == person && term.role != role && term.stands(self.now);
        let held = self.terms.iter().filter(theirs).map(|term| term.role);
        let mut held: Vec<RoleId> = held.collect();
        held.sort();
        held.dedup();
        let others = held.iter().filter_map(|id| self.role(*id).ok());
        Candidate {
            standing,
            terms: self.terms_of(role, person),
            others: others.map(|written| &written.role).collect(),
        }
    }
}

fn roles(circles: &[CircleRow], mut rows: Vec<RoleRow>, held: &[HoldingRow]) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::new();
    for circle in circles {
        let mut standard = Standard::of_kind(&circle.kind).to_vec();
        let here = held.iter().filter(|held| held.circle_id == circle.id);
        for more in here.filter_map(|held| Standard::of_power(held.role)) {
            if !standard.contains(&more) {
                standard.push(more);
            }
        }
        for one in standard {
            let base = Role::standard(circle.id, &circle.kind, one);
            let row = rows.iter().position(|row| row.id == base.id);
            let row = row.map(|index| rows.swap_remove(index));
            let role = match &row {
                Some(row) => row.ruled(base),
                None => base,
            };
            all.push(Written { role, row });
        }
        let own = rows.iter().filter(|row| row.circle_id == circle.id);
        let own: Vec<Written> = own
            .map(|row| Written {
                role: row.ruled(Role {
                    id: row.id,
                    standard: None,
                    ..Role::standard(circle.id, &circle.kind, Standard::Steward)
                }),
                row: Some(row.clone()),
            })
            // What was written about a role that is there by itself is not a second one.
            .filter(|written| {
                Standard::ALL
                    .iter()
                    .all(|one| RoleId::standard(circle.id, *one) != written.role.id)
            })
            .collect();
        all.extend(own);
    }
    all
}

/// A holding nobody wrote down here, as a term of the role that carries it.
fn unwritten(network: NetworkId, held: &HoldingRow, stored: &[TermRow]) -> Option<TermRow> {
    if stored.iter().any(|row| row.id.0 == held.id.0) {
        return None;
    }
    let standard = Standard::of_power(held.role)?;
    Some(TermRow {
        id: TermId(held.id.0),
        network_id: network,
        circle_id: held.circle_id,
        role_id: RoleId::standard(held.circle_id, standard),
        person_id: held.person_id,
        shadow_id: None,
        shadow_on: None,
        from_at: held.from_at,
        to_at: held.to_at,
        how: How::Given,
        extended_on: None,
    })
}

impl Term {
    /// Who was asked to learn it alongside and has not answered.
    pub(crate) fn shadow_asked(&self) -> Option<PersonId> {
        match self.shadow {
            Shadow::Asked(person) => Some(person),
            Shadow::Nobody | Shadow::Is(_) => None,
        }
    }
}
