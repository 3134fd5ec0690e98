//! A first guess at a map, for a page to prefill and a person to correct.

use crate::kind::plain;
use crate::map::{Map, WordsPart};

/// What a column seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seems {
    Received,
    Updated,
    ByWhen,
    Language,
    Place,
    Contact,
    Area,
    Kind,
    Key,
    Words,
}

/// Beginnings of words in a header, in English and Spanish; the first line that fits counts. How
/// to reach somebody comes before words, so that a doubtful column is rather sealed than public.
const SIGNS: [(Seems, &[&str]); 10] = [
    (
        Seems::Updated,
        &[" updated", " last modified", " actualizad", " modificad"],
    ),
    (
        Seems::Received,
        &[
            " timestamp",
            " time stamp",
            " submitted",
            " received",
            " created",
            " marca temporal",
            " recibid",
            " enviad",
            " fecha de envio",
            " fecha y hora",
        ],
    ),
    (
        Seems::ByWhen,
        &[
            " by when",
            " needed by",
            " need by",
            " need it by",
            " deadline",
            " due ",
            " when do",
            " para cuando",
            " fecha limite",
            " cuando lo",
            " cuando nec",
        ],
    ),
    (Seems::Language, &[" language", " idioma", " lengua"]),
    (
        Seems::Place,
        &[
            " address",
            " location",
            " street",
            " direccion",
            " ubicacion",
            " calle",
            " domicilio",
        ],
    ),
    (
        Seems::Contact,
        &[
            " name",
            " nombre",
            " apellido",
            " phone",
            " telefono",
            " tel ",
            " cell ",
            " cellphone",
            " celular",
            " mobile",
            " movil",
            " email",
            " e mail",
            " correo",
            " contact",
            " whatsapp",
            " signal",
            " facebook",
            " instagram",
            " reach you",
            " pronoun",
        ],
    ),
    (
        Seems::Area,
        &[
            " neighborhood",
            " neighbourhood",
            " barrio",
            " area",
            " zona",
            " zone",
            " zip",
            " postal",
            " postcode",
            " codigo postal",
            " colonia",
            " district",
            " distrito",
            " borough",
            " city",
            " ciudad",
            " town",
        ],
    ),
    (
        Seems::Kind,
        &[" kind", " type", " category", " categoria", " tipo"],
    ),
    (
        Seems::Key,
        &[
            " id ",
            " request id",
            " request number",
            " folio",
            " numero de",
        ],
    ),
    (
        Seems::Words,
        &[
            " words ",
            " palabras ",
            " need",
            " necesi",
            " request",
            " pedido",
            " peticion",
            " solicitud",
            " help",
            " ayuda",
            " ask ",
            " asks ",
            " describ",
            " descri",
            " detail",
            " detalle",
            " anything else",
            " algo mas",
            " comment",
            " coment",
            " notes ",
            " notas ",
            " message",
            " mensaje",
            " what ",
            " que ",
        ],
    ),
];

impl Map {
    /// Guesses a map from a header in English or Spanish. The guess may be incomplete (without
    /// words it will not pass [`Map::check`]) and is meant to be looked at by a person.
    #[must_use]
    pub fn guess<S: AsRef<str>>(headers: &[S]) -> Map {
        let mut map = Map::default();
        let mut updated = Vec::new();
        for (column, seems) in named(headers) {
            match seems {
                Seems::Received => map.received.push(column),
                Seems::Updated => updated.push(column),
                Seems::ByWhen => {
                    map.by_when.get_or_insert(column);
                }
                Seems::Language => {
                    let from = map.language.get_or_insert_default();
                    from.column.get_or_insert(column);
                }
                Seems::Place => map.place.push(column),
                Seems::Contact => map.contact.push(column),
                Seems::Area => {
                    let from = map.area.get_or_insert_default();
                    from.column.get_or_insert(column);
                }
                Seems::Kind => {
                    let from = map.kind.get_or_insert_default();
                    from.column.get_or_insert(column);
                }
                Seems::Key => map.key.push(column),
                Seems::Words => map.words.push(words_from(column)),
            }
        }
        map.received.extend(updated);
        // "What kind of help do you need?" is often the only question.
        if map.words.is_empty()
            && let Some(column) = map.kind.as_ref().and_then(|kind| kind.column.clone())
        {
            map.words.push(words_from(column));
        }
        map
    }
}

/// Each column that seems to be something, by the name a map finds it with.
fn named<S: AsRef<str>>(headers: &[S]) -> Vec<(String, Seems)> {
    let mut found = Vec::new();
    for (index, header) in headers.iter().enumerate() {
        let header = header.as_ref().trim();
        let Some(seems) = seems(header) else {
            continue;
        };
        let same = |other: &&S| other.as_ref().trim() == header;
        let column = if headers.iter().filter(same).count() > 1 {
            let ordinal = headers[..=index].iter().filter(same).count();
            format!("{header}#{ordinal}")
        } else {
            header.to_owned()
        };
        found.push((column, seems));
    }
    found
}

fn seems(header: &str) -> Option<Seems> {
    let header = format!(" {} ", plain(header));
    let fits = |signs: &[&str]| signs.iter().any(|sign| header.contains(sign));
    let found = SIGNS.iter().find(|(_, signs)| fits(signs));
    found.map(|&(seems, _)| seems)
}

/// A question like "are_supplies_needed" has a yes for an answer, and the yes is what is said.
fn words_from(column: String) -> WordsPart {
    let asked = plain(&column);
    let when_true = asked.strip_prefix("are ").or(asked.strip_prefix("is "));
    WordsPart {
        when_true: when_true.map(str::to_owned),
        label: None,
        column,
    }
}
