//! What an ask is about, and the small vocabularies of people's spreadsheets.

use serde::{Deserialize, Serialize};

/// The kinds of asks in Holdfast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Something to eat.
    Food,
    /// A ride for a person, or a load to be moved.
    Lift,
    /// Somebody to be there.
    Company,
    /// Cash, rent, a bill.
    Money,
    /// Something to be mended.
    Repair,
    /// Objects: a heater, blankets, tools.
    Things,
    /// Looking after somebody.
    Care,
    /// Paperwork, translation, a letter.
    Words,
    /// Anything else.
    Other,
}

impl Kind {
    /// Its name in maps and exports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Food => "food",
            Kind::Lift => "lift",
            Kind::Company => "company",
            Kind::Money => "money",
            Kind::Repair => "repair",
            Kind::Things => "things",
            Kind::Care => "care",
            Kind::Words => "words",
            Kind::Other => "other",
        }
    }

    /// Reads what people write in English and Spanish; `None` when nothing fits, or when more
    /// than one kind does ("food, ride") and choosing would be guessing.
    pub(crate) fn from_text(text: &str) -> Option<Kind> {
        let text = plain(text);
        let mut found = None;
        for word in text.split(' ') {
            match (kind_of_word(word), found) {
                (Some(kind), Some(earlier)) if kind != earlier => return None,
                (Some(kind), _) => found = Some(kind),
                (None, _) => {}
            }
        }
        found
    }
}

fn kind_of_word(word: &str) -> Option<Kind> {
    Some(match word {
        "food" | "grocery" | "groceries" | "meal" | "meals" | "water" | "comida" | "alimento"
        | "alimentos" | "despensa" | "viveres" | "agua" => Kind::Food,
        "lift" | "lifts" | "ride" | "rides" | "transport" | "transportation" | "transporte"
        | "viaje" | "traslado" => Kind::Lift,
        "company" | "companionship" | "visit" | "visits" | "compania" | "acompanamiento"
        | "visita" => Kind::Company,
        "money" | "cash" | "rent" | "bill" | "bills" | "financial" | "dinero" | "renta"
        | "alquiler" | "efectivo" => Kind::Money,
        "repair" | "repairs" | "fix" | "mending" | "reparacion" | "reparaciones" | "arreglo"
        | "arreglos" => Kind::Repair,
        "things" | "supplies" | "clothes" | "clothing" | "furniture" | "diapers" | "heater"
        | "cosas" | "suministros" | "ropa" | "muebles" | "panales" => Kind::Things,
        "care" | "childcare" | "eldercare" | "cuidado" | "cuidados" | "ninera" => Kind::Care,
        "words" | "paperwork" | "translation" | "interpreting" | "papeleo" | "tramites"
        | "traduccion" | "interprete" => Kind::Words,
        "other" | "otro" | "otra" | "otros" => Kind::Other,
        _ => return None,
    })
}

/// Whether a cell says yes: a ticked box, `true`, `x`, `sí`.
pub(crate) fn is_truthy(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "true"
            | "t"
            | "yes"
            | "y"
            | "1"
            | "x"
            | "on"
            | "checked"
            | "si"
            | "s"
            | "verdadero"
            | "cierto"
    ) || matches!(text.trim(), "✓" | "✔" | "☑" | "✅")
}

/// The code of a language written out in English or Spanish; anything else stays as typed.
pub(crate) fn language_of(text: &str) -> String {
    match plain(text).as_str() {
        "english" | "ingles" => "en".to_owned(),
        "spanish" | "espanol" | "castellano" => "es".to_owned(),
        _ if text.len() == 2 && text.is_ascii() => text.to_ascii_lowercase(),
        _ => text.to_owned(),
    }
}

/// Lower case, accents of Spanish taken off, anything but letters and digits made one blank.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().flat_map(char::to_lowercase) {
        let sign = match sign {
            'á' => 'a',
            'é' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other => other,
        };
        if sign.is_alphanumeric() {
            out.push(sign);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}
