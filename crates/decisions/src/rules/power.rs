//! A circle's map of power (P28): public offices and institutions, how much weighs on them, where they
//! stand. Never a private person, nor anybody's home or family.

use super::DecisionRefusal as No;

kernel::text_enum!(
    /// What stands on the map.
    NodeKind {
        /// A public office: a role somebody holds for a time.
        PublicOffice = "public_office",
        /// An institution.
        Institution = "institution",
        /// A person for themself: refused.
        Person = "person",
    }
);

kernel::text_enum!(
    /// How much depends on them.
    Weight {
        /// They decide.
        Decides = "decides",
        /// Whoever decides listens to them.
        Sways = "sways",
        /// They carry it out, or have some say.
        SomeSay = "some_say",
    }
);

kernel::text_enum!(
    /// Where they stand, on the spectrum of allies.
    Stand {
        /// With us, and doing something.
        With = "with",
        /// Leaning our way.
        LeansWith = "leans_with",
        /// Neither, or nobody knows.
        Neutral = "neutral",
        /// Leaning the other way.
        LeansAgainst = "leans_against",
        /// Working against it.
        Against = "against",
    }
);

/// Words for those who belong to somebody, and for where somebody lives: private, wherever they are said
/// to be somebody's.
const PRIVATE: &[&str] = &[
    "daughter",
    "daughters",
    "son",
    "sons",
    "child",
    "children",
    "kid",
    "kids",
    "wife",
    "husband",
    "spouse",
    "partner",
    "girlfriend",
    "boyfriend",
    "mother",
    "father",
    "mom",
    "mum",
    "dad",
    "parents",
    "sister",
    "brother",
    "family",
    "relative",
    "relatives",
    "home",
    "house",
    "address",
    "apartment",
    "flat",
    "nanny",
    "hija",
    "hijas",
    "hijo",
    "hijos",
    "esposa",
    "esposo",
    "marido",
    "mujer",
    "pareja",
    "novia",
    "novio",
    "madre",
    "padre",
    "padres",
    "hermana",
    "hermano",
    "familia",
    "familiar",
    "familiares",
    "casa",
    "domicilio",
    "hogar",
    "piso",
    "niñera",
];

/// Words after which a private word belongs to somebody: "the mayor's daughter", "her house", "home of".
const HERS: &[&str] = &["his", "her", "their", "su", "sus"];
const OF: &[&str] = &["of", "de", "del"];

/// Whether a text speaks of somebody's family or home. A "family court", a "House of Representatives" or
/// a "children's hospital" are institutions; "the landlord's daughter", "his house", "casa del alcalde"
/// are private.
pub fn speaks_of_private_life(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split(|sign: char| !(sign.is_alphanumeric() || sign == '\''))
        .filter(|word| !word.is_empty())
        .collect();
    let is_private = |word: &str| PRIVATE.contains(&word);
    words.iter().enumerate().any(|(at, word)| {
        if !is_private(word) {
            return false;
        }
        let before = at.checked_sub(1).map(|at| words[at]);
        let belongs = before.is_some_and(|before| {
            let of_somebody = before.ends_with("'s") || before.ends_with("s'");
            HERS.contains(&before) || (of_somebody && !is_private(before.trim_end_matches("'s")))
        });
        let of = words.get(at + 1).is_some_and(|next| OF.contains(next));
        belongs || (of && !is_of_an_institution(&words[at..]))
    })
}

/// "House of Representatives", "casa de la cultura": what follows is no somebody.
fn is_of_an_institution(words: &[&str]) -> bool {
    const INSTITUTIONS: &[&str] = &[
        "representatives",
        "lords",
        "commons",
        "delegates",
        "assembly",
        "god",
        "worship",
        "prayer",
        "cultura",
        "cultural",
        "moneda",
        "gobierno",
        "salud",
        "justicia",
        "mercy",
        "hope",
    ];
    let mut after = words.iter().skip(2);
    let first = after.find(|word| !matches!(**word, "the" | "la" | "el" | "las" | "los"));
    first.is_some_and(|word| INSTITUTIONS.contains(word))
}

/// Whether something may stand on the map.
///
/// # Errors
/// [`No::PublicOnly`].
pub fn may_be_mapped(kind: NodeKind, name: &str, note: &str) -> Result<(), No> {
    let private = speaks_of_private_life(name) || speaks_of_private_life(note);
    match kind == NodeKind::Person || private {
        true => Err(No::PublicOnly),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_landlords_daughter_is_nobodys_target() {
        for name in [
            "landlord's daughter",
            "The landlord’s daughter",
            "the Smiths' house",
            "his wife",
            "home of the mayor",
            "address of the director",
            "casa del alcalde",
            "la hija del casero",
            "su familia",
        ] {
            assert!(speaks_of_private_life(name), "{name}");
        }
        for name in [
            "Family Court",
            "House of Representatives",
            "Children's Hospital",
            "Department of Children and Families",
            "Home Office",
            "Housing Authority",
            "The mayor's office",
            "Casa de la Cultura",
            "County board of health",
        ] {
            assert!(!speaks_of_private_life(name), "{name}");
        }
    }

    #[test]
    fn a_person_for_themself_is_not_mapped_under_any_name() {
        let wrong = may_be_mapped(NodeKind::Person, "Mr Lee", "");
        assert_eq!(wrong, Err(No::PublicOnly));
        let note = may_be_mapped(NodeKind::PublicOffice, "Mayor", "her house is on Elm St");
        assert_eq!(note, Err(No::PublicOnly));
        assert_eq!(
            may_be_mapped(NodeKind::PublicOffice, "Mayor", "Meets tenants on Mondays."),
            Ok(())
        );
    }
}
