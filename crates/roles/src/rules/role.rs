//! A role, as far as rules look at it, and who may hold it.

use super::{How, RolesRefusal, Term, in_a_row};
use kernel::{CircleId, Day, Role as Power, Standing};
use sha2::{Digest, Sha256};

/// How long a term is unless the circle says otherwise.
pub const USUAL_MONTHS: i32 = 6;
/// No term is longer.
pub const LONGEST_MONTHS: i32 = 12;
/// So many terms in a row; then somebody else, or a season's rest.
pub const MOST_RUNNING: i32 = 2;
/// One person looks after two circles at most.
const MOST_STEWARDSHIPS: usize = 2;

kernel::id_type!(
    /// A role of a circle.
    RoleId
);

impl RoleId {
    /// The role that every circle of a kind has: it is known before anybody writes about it.
    pub fn standard(circle: CircleId, standard: Standard) -> Self {
        let text = format!("holdfast-role-1\n{circle}\n{}", standard.as_str());
        let digest = Sha256::digest(text.as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Self(kernel::uuid::Builder::from_random_bytes(bytes).into_uuid())
    }
}

kernel::text_enum!(
    /// Roles that are there by themselves.
    Standard {
        /// Looks after the circle.
        Steward = "steward",
        /// Answers the line.
        Intake = "intake",
        /// Runs the server, with a second person.
        Host = "host",
        /// Calls those who left a name.
        Welcomer = "welcomer",
        /// Looks at the shape of the whole, and introduces people to one another.
        Weaver = "weaver",
        /// Keeps the shared money.
        Treasurer = "treasurer",
    }
);

impl Standard {
    /// Those of a circle of this kind.
    pub fn of_kind(kind: &str) -> &'static [Self] {
        match kind {
            "aid" => &[Self::Steward, Self::Intake],
            "host" => &[Self::Steward, Self::Host],
            "care" => &[Self::Steward, Self::Welcomer],
            "coordinating" => &[Self::Steward, Self::Weaver],
            "treasury" => &[Self::Steward, Self::Treasurer],
            _ => &[Self::Steward],
        }
    }

    /// The one that carries a power.
    pub fn of_power(power: Power) -> Option<Self> {
        match power {
            Power::Steward => Some(Self::Steward),
            Power::Intake => Some(Self::Intake),
            Power::Host => Some(Self::Host),
            Power::Welcomer => Some(Self::Welcomer),
            Power::Weaver => Some(Self::Weaver),
            Power::Shift => None,
        }
    }

    /// What it lets its holder do and see in the program.
    pub fn power(self) -> Option<Power> {
        match self {
            Self::Steward => Some(Power::Steward),
            Self::Intake => Some(Power::Intake),
            Self::Host => Some(Power::Host),
            Self::Welcomer => Some(Power::Welcomer),
            Self::Weaver => Some(Power::Weaver),
            Self::Treasurer => None,
        }
    }
}

/// A role, as far as rules look at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Which.
    pub id: RoleId,
    /// Of which circle.
    pub circle: CircleId,
    /// Of what kind that circle is.
    pub kind: String,
    /// Which one it is of those that are there by themselves.
    pub standard: Option<Standard>,
    /// What it lets its holder do and see in the program.
    pub power: Option<Power>,
    /// A term has at most so many months.
    pub months: i32,
    /// So many terms in a row.
    pub most_running: i32,
    /// Whether somebody learns it alongside.
    pub wants_shadow: bool,
    /// Roles that its holder does not hold as well.
    pub not_with: Vec<RoleId>,
}

impl Role {
    /// A role that is there by itself.
    pub fn standard(circle: CircleId, kind: &str, standard: Standard) -> Self {
        Self {
            id: RoleId::standard(circle, standard),
            circle,
            kind: kind.to_owned(),
            standard: Some(standard),
            power: standard.power(),
            months: USUAL_MONTHS,
            most_running: MOST_RUNNING,
            wants_shadow: true,
            not_with: Vec::new(),
        }
    }

    /// Whether nobody holds both: they were written down so, or one keeps the money and the other
    /// runs the server.
    pub fn apart_from(&self, other: &Self) -> bool {
        let money = |role: &Self| role.kind == "treasury";
        let server = |role: &Self| role.power == Some(Power::Host);
        self.not_with.contains(&other.id)
            || other.not_with.contains(&self.id)
            || (money(self) && server(other))
            || (server(self) && money(other))
    }

    /// Whether this person may hold it from a day on.
    pub fn may_be_held(
        &self,
        by: &Candidate<'_>,
        how: How,
        first: Day,
    ) -> Result<(), RolesRefusal> {
        refuse_unless(by.standing == Standing::Member, RolesRefusal::NotNow)?;
        let apart = by.others.iter().any(|other| self.apart_from(other));
        refuse_unless(!apart, RolesRefusal::Apart)?;
        let third = self.is_stewardship() && by.looks_after(self.circle) >= MOST_STEWARDSHIPS;
        refuse_unless(!third, RolesRefusal::TwoStewardships)?;
        let most = usize::try_from(self.most_running).unwrap_or(1);
        let running = in_a_row(&by.terms, first);
        refuse_unless(running < most, RolesRefusal::TermsInARow(running))?;
        let again = how == How::Emergency && by.just_held_in_an_emergency(first);
        refuse_unless(!again, RolesRefusal::EmergencyAgain)
    }

    fn is_stewardship(&self) -> bool {
        self.power == Some(Power::Steward)
    }
}

fn refuse_unless(fine: bool, refusal: RolesRefusal) -> Result<(), RolesRefusal> {
    if fine { Ok(()) } else { Err(refusal) }
}

/// Somebody who might hold a role.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// Their membership.
    pub standing: Standing,
    /// Their terms of this role, those that are over too.
    pub terms: Vec<&'a Term>,
    /// The other roles that they hold now or will hold.
    pub others: Vec<&'a Role>,
}

impl Candidate<'_> {
    /// How many other circles they look after.
    fn looks_after(&self, but: CircleId) -> usize {
        let stewardships = self.others.iter().filter(|role| role.is_stewardship());
        let mut circles: Vec<CircleId> = stewardships.map(|role| role.circle).collect();
        circles.retain(|circle| *circle != but);
        circles.sort();
        circles.dedup();
        circles.len()
    }

    fn just_held_in_an_emergency(&self, first: Day) -> bool {
        self.terms
            .iter()
            .any(|term| term.how == How::Emergency && first.0 - term.last.0 <= super::REST_DAYS)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Shadow, TermId};
    use super::*;
    use kernel::{Moment, PersonId, SeededChance};
    use proptest::prelude::*;

    fn circles() -> (CircleId, CircleId, CircleId) {
        let chance = SeededChance::new(5);
        let circle = || CircleId::new(&chance);
        (circle(), circle(), circle())
    }

    fn nobody<'a>() -> Candidate<'a> {
        Candidate {
            standing: Standing::Member,
            terms: Vec::new(),
            others: Vec::new(),
        }
    }

    fn term(first: i32, last: i32, how: How) -> Term {
        let chance = SeededChance::new(1);
        Term {
            id: TermId::new(&chance),
            role: RoleId::new(&chance),
            circle: CircleId::new(&chance),
            person: PersonId::new(&chance),
            from: Moment(i64::from(first) * 86_400),
            to: Moment(i64::from(last + 1) * 86_400),
            first: Day(first),
            last: Day(last),
            how,
            shadow: Shadow::Nobody,
            extended: false,
        }
    }

    #[test]
    fn money_and_server_stay_in_different_hands() {
        let (treasury, host, aid) = circles();
        let steward = Role::standard(treasury, "treasury", Standard::Steward);
        let treasurer = Role::standard(treasury, "treasury", Standard::Treasurer);
        let server = Role::standard(host, "host", Standard::Host);
        let line = Role::standard(aid, "aid", Standard::Intake);
        let may = |role: &Role, others: Vec<&Role>| {
            role.may_be_held(&Candidate { others, ..nobody() }, How::Consent, Day(0))
        };
        assert_eq!(may(&server, vec![&steward]), Err(RolesRefusal::Apart));
        assert_eq!(may(&server, vec![&treasurer]), Err(RolesRefusal::Apart));
        assert_eq!(may(&treasurer, vec![&server]), Err(RolesRefusal::Apart));
        assert_eq!(may(&treasurer, vec![&steward, &line]), Ok(()));
        let mut alone = line.clone();
        alone.not_with.push(treasurer.id);
        assert_eq!(may(&alone, vec![&treasurer]), Err(RolesRefusal::Apart));
        assert_eq!(may(&treasurer, vec![&alone]), Err(RolesRefusal::Apart));
    }

    #[test]
    fn nobody_looks_after_three_circles() {
        let (one, two, three) = circles();
        let of = |circle| Role::standard(circle, "aid", Standard::Steward);
        let (one, two, three) = (of(one), of(two), of(three));
        let by = Candidate {
            others: vec![&one, &two],
            ..nobody()
        };
        assert_eq!(
            three.may_be_held(&by, How::Consent, Day(0)),
            Err(RolesRefusal::TwoStewardships)
        );
    }

    #[test]
    fn an_emergency_is_not_followed_by_an_emergency() {
        let role = Role::standard(circles().0, "aid", Standard::Steward);
        let (once, twice) = (
            term(0, 29, How::Emergency),
            [term(0, 180, How::Given), term(181, 360, How::Lot)],
        );
        let by = Candidate {
            terms: vec![&once],
            ..nobody()
        };
        assert_eq!(
            role.may_be_held(&by, How::Emergency, Day(30)),
            Err(RolesRefusal::EmergencyAgain)
        );
        assert_eq!(role.may_be_held(&by, How::Consent, Day(30)), Ok(()));
        // Nor is it a third term by another name; and the founding counts as a term.
        let by = Candidate {
            terms: twice.iter().collect(),
            ..nobody()
        };
        assert_eq!(
            role.may_be_held(&by, How::Emergency, Day(361)),
            Err(RolesRefusal::TermsInARow(2))
        );
    }

    #[test]
    fn whoever_rests_or_has_just_come_is_not_asked() {
        let role = Role::standard(circles().0, "aid", Standard::Intake);
        for standing in Standing::ALL {
            let by = Candidate {
                standing: *standing,
                ..nobody()
            };
            assert_eq!(
                role.may_be_held(&by, How::Consent, Day(0)).is_ok(),
                *standing == Standing::Member
            );
        }
    }

    #[test]
    fn a_role_of_a_kind_is_always_the_same_and_never_anothers() {
        let (one, two, _) = circles();
        let id = RoleId::standard(one, Standard::Steward);
        assert!(id == RoleId::standard(one, Standard::Steward));
        assert!(id != RoleId::standard(two, Standard::Steward));
        assert!(id != RoleId::standard(one, Standard::Intake));
    }

    proptest! {
        /// Whatever somebody tries, day after day: what the rule lets through never makes three
        /// terms in a row.
        #[test]
        fn no_third_term_in_a_row(tries in proptest::collection::vec((0i32..120, 1i32..200, any::<bool>()), 1..12)) {
            let role = Role::standard(circles().0, "aid", Standard::Steward);
            let (mut held, mut day) = (Vec::<Term>::new(), 0);
            for (pause, long, emergency) in tries {
                day += pause;
                let how = if emergency { How::Emergency } else { How::Consent };
                let by = Candidate { terms: held.iter().collect(), ..nobody() };
                if role.may_be_held(&by, how, Day(day)).is_ok() {
                    let long = if emergency { long.min(29) } else { long };
                    held.push(term(day, day + long, how));
                    day += long + 1;
                }
                let all: Vec<&Term> = held.iter().collect();
                prop_assert!(in_a_row(&all, Day(day)) <= 2);
            }
        }
    }
}
