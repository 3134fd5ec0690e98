//! Who is looking.

use crate::{CircleId, Day, NetworkId, OrganisationId, PersonId};

crate::text_enum!(
    /// Membership (P9): `guest → participant → member ↔ resting → stepping_back → left | dormant`.
    Standing {
        /// Invited, not yet taking part.
        Guest = "guest",
        /// A newcomer with a buddy; sees nothing sensitive yet.
        Participant = "participant",
        /// A member of a home circle.
        Member = "member",
        /// Resting: keeps every right, is asked for nothing.
        Resting = "resting",
        /// Handing over before leaving.
        SteppingBack = "stepping_back",
        /// Gone; nothing is sent any more.
        Left = "left",
        /// Quiet for two seasons; one word brings them back.
        Dormant = "dormant",
    }
);

impl Standing {
    /// Reads what the network's members read (rest and stepping back take no right away, N5).
    pub fn reads_as_member(self) -> bool {
        matches!(
            self,
            Self::Member | Self::Resting | Self::SteppingBack | Self::Dormant
        )
    }

    /// Asked for nothing: resting (P20), or quiet until a word of theirs (P4).
    pub fn rests(self) -> bool {
        matches!(self, Self::Resting | Self::Dormant)
    }
}

crate::text_enum!(
    /// What a circle can ask somebody to hold until a date.
    Role {
        /// Looks after the circle until the term ends.
        Steward = "steward",
        /// May answer the line and take a shift.
        Intake = "intake",
        /// Is on shift now; ends at the shift's last minute.
        Shift = "shift",
        /// Runs the server, with a second person.
        Host = "host",
        /// Calls those who left a name, and stays near in their first weeks.
        Welcomer = "welcomer",
        /// Looks at the shape of the whole, without names, and introduces people to one another.
        Weaver = "weaver",
    }
);

/// A role of a circle that its holder has at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// The circle.
    pub circle: CircleId,
    /// The role.
    pub role: Role,
}

/// A signed-in person, with what they hold at this moment.
#[derive(Clone, Debug)]
pub struct Member {
    /// The person.
    pub id: PersonId,
    /// Their network.
    pub network: NetworkId,
    /// Their membership.
    pub standing: Standing,
    /// The day they came.
    pub joined: Day,
    /// Circles they belong to.
    pub circles: Vec<CircleId>,
    /// Roles whose term is running now.
    pub roles: Vec<RoleHeld>,
    /// Organisations they speak for, if they are a partner's liaison.
    pub liaison_of: Vec<OrganisationId>,
}

impl Member {
    /// Holds this role of this circle now.
    pub fn holds(&self, role: Role, circle: CircleId) -> bool {
        self.roles.contains(&RoleHeld { circle, role })
    }

    /// Holds this role of any circle now.
    pub fn holds_any(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }

    /// Asked for nothing: resting (P20), or quiet until a word of theirs (P4).
    pub fn is_resting(&self) -> bool {
        self.standing.rests()
    }
}

/// Whoever asks for a page. There is no viewer who sees everything.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// Nobody we know.
    Stranger,
    /// A signed-in person.
    Member(Box<Member>),
}

impl Viewer {
    /// The signed-in person, if there is one.
    pub fn member(&self) -> Option<&Member> {
        match self {
            Self::Member(member) => Some(member),
            Self::Stranger => None,
        }
    }
}
