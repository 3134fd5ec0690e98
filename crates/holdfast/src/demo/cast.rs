//! The cast of PRACTICES.md §1.9.

use kernel::{Role, Standing};
use web::Lang;

/// Somebody of the cast.
pub struct Persona {
    /// What they are called.
    pub handle: &'static str,
    /// Who they are, in a line; a message key.
    pub who: &'static str,
    /// Their membership.
    pub standing: Standing,
    /// The language they chose, where they did.
    pub lang: Option<Lang>,
    /// The kinds of circles they are in; the first is where they stand on the demo's page.
    pub circles: &'static [&'static str],
    /// What they hold, of which kind of circle, from the founding to [`TERM_ENDS`].
    pub roles: &'static [(Role, &'static str)],
    /// The partner organisation they speak for.
    pub liaison_of: Option<&'static str>,
}

/// The last day of every role that was given at the founding.
pub(super) const TERM_ENDS: (i16, i8, i8) = (2026, 7, 12);

/// Partner organisations: short and whole name.
pub(super) const PARTNERS: [(&str, &str); 3] = [
    ("HTU", "Harbor Tenants Union"),
    ("SBK", "St Brigid's Kitchen"),
    ("EC", "Eastside Clinic"),
];

const MEMBER: Persona = Persona {
    handle: "",
    who: "cast-nobody",
    standing: Standing::Member,
    lang: None,
    circles: &[],
    roles: &[],
    liaison_of: None,
};

const LIAISON: Persona = Persona {
    standing: Standing::Guest,
    ..MEMBER
};

/// Everybody with a name in Rivermouth. Gus, a neighbour, has no account.
pub const CAST: &[Persona] = &[
    Persona {
        handle: "Amara",
        who: "cast-amara",
        circles: &["aid", "coordinating"],
        roles: &[(Role::Steward, "aid"), (Role::Intake, "aid")],
        ..MEMBER
    },
    Persona {
        handle: "Sam",
        who: "cast-sam",
        circles: &["aid"],
        roles: &[(Role::Intake, "aid")],
        ..MEMBER
    },
    Persona {
        handle: "Rosa",
        who: "cast-rosa",
        circles: &["aid"],
        roles: &[(Role::Intake, "aid")],
        ..MEMBER
    },
    Persona {
        handle: "Bo",
        who: "cast-bo",
        circles: &["aid"],
        ..MEMBER
    },
    Persona {
        handle: "Yuki",
        who: "cast-yuki",
        circles: &["aid"],
        ..MEMBER
    },
    Persona {
        handle: "Luz",
        who: "cast-luz",
        standing: Standing::Resting,
        lang: Some(Lang::Es),
        circles: &["aid"],
        ..MEMBER
    },
    Persona {
        handle: "Farid",
        who: "cast-farid",
        standing: Standing::Participant,
        circles: &["aid"],
        ..MEMBER
    },
    Persona {
        handle: "Chidi",
        who: "cast-chidi",
        circles: &["coordinating"],
        roles: &[(Role::Steward, "coordinating")],
        ..MEMBER
    },
    Persona {
        handle: "Noor",
        who: "cast-noor",
        circles: &["coordinating"],
        ..MEMBER
    },
    Persona {
        handle: "Mateo",
        who: "cast-mateo",
        circles: &["coordinating"],
        ..MEMBER
    },
    Persona {
        handle: "Ruth",
        who: "cast-ruth",
        circles: &["coordinating"],
        ..MEMBER
    },
    Persona {
        handle: "Hana",
        who: "cast-hana",
        circles: &["care"],
        roles: &[(Role::Steward, "care")],
        ..MEMBER
    },
    Persona {
        handle: "Lev",
        who: "cast-lev",
        circles: &["care"],
        roles: &[(Role::Welcomer, "care")],
        ..MEMBER
    },
    Persona {
        handle: "Dalia",
        who: "cast-dalia",
        circles: &["treasury"],
        roles: &[(Role::Steward, "treasury")],
        ..MEMBER
    },
    Persona {
        handle: "Omar",
        who: "cast-omar",
        circles: &["treasury"],
        ..MEMBER
    },
    Persona {
        handle: "Ines",
        who: "cast-ines",
        circles: &["host"],
        roles: &[(Role::Host, "host"), (Role::Steward, "host")],
        ..MEMBER
    },
    Persona {
        handle: "Tess",
        who: "cast-tess",
        circles: &["host"],
        roles: &[(Role::Host, "host")],
        ..MEMBER
    },
    Persona {
        handle: "Esi",
        who: "cast-esi",
        circles: &["housing"],
        roles: &[(Role::Steward, "housing")],
        ..MEMBER
    },
    Persona {
        handle: "Jonah",
        who: "cast-jonah",
        circles: &["housing"],
        ..MEMBER
    },
    Persona {
        handle: "Kezia",
        who: "cast-kezia",
        circles: &["housing"],
        ..MEMBER
    },
    Persona {
        handle: "Priya",
        who: "cast-htu",
        liaison_of: Some("HTU"),
        ..LIAISON
    },
    Persona {
        handle: "Wanda",
        who: "cast-htu",
        liaison_of: Some("HTU"),
        ..LIAISON
    },
    Persona {
        handle: "Quill",
        who: "cast-sbk",
        liaison_of: Some("SBK"),
        ..LIAISON
    },
    Persona {
        handle: "Abe",
        who: "cast-sbk",
        liaison_of: Some("SBK"),
        ..LIAISON
    },
    Persona {
        handle: "Nia",
        who: "cast-ec",
        liaison_of: Some("EC"),
        ..LIAISON
    },
];
