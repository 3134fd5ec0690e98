//! What is held, how, where it is on its way, and how far it reaches.

kernel::text_enum!(
    /// What is held.
    Kind {
        /// One gathering.
        Gathering = "gathering",
        /// A campaign, until what it is for has come.
        Campaign = "campaign",
        /// A series in which something is learned together.
        Learning = "learning",
        /// An evening of the monthly CHOIR conversation (P23).
        Choir = "choir",
    }
);

kernel::text_enum!(
    /// How we sit together; each has its own run of show to begin with.
    Shape {
        /// A round.
        Round = "round",
        /// A council.
        Council = "council",
        /// A consent meeting.
        Consent = "consent",
        /// The CHOIR evening.
        Choir = "choir",
    }
);

kernel::text_enum!(
    /// Where it is on its way.
    Stage {
        /// Thought of; nobody is invited yet.
        Seeded = "seeded",
        /// People are invited; a campaign is under way.
        Invited = "invited",
        /// It took place.
        Gathered = "gathered",
        /// Its harvest is being written.
        Draft = "harvest_draft",
        /// The draft is with the room, before anybody else.
        Room = "back_to_room",
        /// The harvest is shared.
        Shared = "shared",
        /// It rests, and can be taken up again.
        Resting = "resting",
        /// It ended on purpose.
        Closed = "closed",
    }
);

impl Stage {
    /// Those in which it is still to come, or under way.
    pub const COMING: [Self; 2] = [Self::Seeded, Self::Invited];
    /// Those in which its harvest is written.
    pub const WRITING: [Self; 3] = [Self::Gathered, Self::Draft, Self::Room];
}

kernel::text_enum!(
    /// How far something reaches: who is invited, or who reads the harvest.
    Wide {
        /// The circle.
        Circle = "circle",
        /// The network's members.
        Network = "network",
        /// Anybody.
        Public = "public",
    }
);

impl Wide {
    /// One step wider.
    pub fn wider(self) -> Option<Self> {
        match self {
            Self::Circle => Some(Self::Network),
            Self::Network => Some(Self::Public),
            Self::Public => None,
        }
    }
}

kernel::text_enum!(
    /// What somebody has said to what they were asked.
    Said {
        /// Nothing yet, which is no yes.
        Asked = "asked",
        /// One host heard their yes; the other has not.
        Heard = "heard",
        /// Yes.
        Yes = "yes",
    }
);
