//! The words of hours, in English and Spanish.

use crate::beat::WEEK;
use jiff::civil::Weekday;

/// What a word means where hours are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// One day of the week; its short form may be followed by a full stop.
    Day { day: Weekday, short: bool },
    /// Several: daily, weekdays.
    Days(&'static [Weekday]),
    /// 1 to 5, or from the last.
    Nth(i8),
    /// "to", "through", "hasta".
    To,
    /// "and".
    And,
    /// "between", after which "and" means "to".
    Between,
    /// Noon and midnight.
    Hour(i8),
    /// Adds nothing to when.
    Filler,
    /// "closed".
    Closed,
    /// "appointment".
    Appointment,
    /// Changes what is meant, wherever it stands.
    Changes,
    /// Changes what is meant where days or hours stand beside it.
    MayChange,
}

const DAYS: [(&str, usize, bool); 52] = [
    ("monday", 0, false),
    ("mondays", 0, false),
    ("mon", 0, true),
    ("m", 0, true),
    ("lunes", 0, false),
    ("lun", 0, true),
    ("tuesday", 1, false),
    ("tuesdays", 1, false),
    ("tues", 1, true),
    ("tue", 1, true),
    ("martes", 1, false),
    ("wednesday", 2, false),
    ("wednesdays", 2, false),
    ("wednesday's", 2, false),
    ("weds", 2, true),
    ("wed", 2, true),
    ("miércoles", 2, false),
    ("miercoles", 2, false),
    ("mié", 2, true),
    ("mie", 2, true),
    ("thursday", 3, false),
    ("thursdays", 3, false),
    ("thurs", 3, true),
    ("thur", 3, true),
    ("thu", 3, true),
    ("th", 3, true),
    ("jueves", 3, false),
    ("jue", 3, true),
    ("friday", 4, false),
    ("fridays", 4, false),
    ("fri", 4, true),
    ("f", 4, true),
    ("viernes", 4, false),
    ("vie", 4, true),
    ("saturday", 5, false),
    ("saturdays", 5, false),
    ("sat", 5, true),
    ("sats", 5, true),
    ("sábado", 5, false),
    ("sábados", 5, false),
    ("sabado", 5, false),
    ("sabados", 5, false),
    ("sáb", 5, true),
    ("sab", 5, true),
    ("sunday", 6, false),
    ("sundays", 6, false),
    ("sun", 6, true),
    ("suns", 6, true),
    ("domingo", 6, false),
    ("domingos", 6, false),
    ("dom", 6, true),
    ("wens", 2, true),
];

const WORKDAYS: &[Weekday] = &[
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];
const WEEKEND: &[Weekday] = &[Weekday::Saturday, Weekday::Sunday];

const FILLERS: &str = "on the of each every month months monthly from at is are be open opens opened \
    pantry pantries distribution distributions pickup pick-up pickups occurs meal meals mealsite \
    mealsites site food hours hour time times it its our we with runs run served serve both also \
    available bank kitchen soup table market mobile pop-up popup brown bag this place held takes \
    hosted happens business are: hrs hr o'clock in a \
    el la los las de del desde en cada mes meses todos todas abierto abierta abre abrimos abren por \
    comida despensa mesa reparto repartimos hora horas h horario nuestra nuestro al un una es son \
    se sirve servimos cocina abiertos abiertas";

const CHANGES: &str = "january february march mar april june july august september october november \
    december jan feb apr jun jul aug sept sep oct nov dec enero febrero marzo abril mayo junio julio \
    agosto septiembre octubre noviembre diciembre temporarily permanently temporalmente holiday \
    holidays feriado feriados festivo festivos season seasonal summer winter verano \
    invierno temporada varies vary varía varian varían moved suspended canceled cancelled postponed \
    suspendido cancelado resume resumes closing closes cierra cerraremos";

const MAY_CHANGE: &str = "may fall spring week weeks weekly biweekly bi-weekly fortnight fortnightly other alternate \
    alternating except excluding exception unless not no non never without starting starts start \
    begins beginning begin after before during until till only residents seniors senior veterans \
    students children kids women men delivery deliver delivered delivers deliveries additional \
    addition emergency emergencies once twice per limited year years day days below above schedule \
    registration enrolled exclusively by call or if when ending ends end following change changes \
    semana semanas quincenal quincenales alterno alternos alternas otro otra excepto salvo sin nunca \
    antes después despues durante solo sólo solamente únicamente residentes mayores entrega entregas \
    adicional emergencia emergencias vez veces año días dias día dia llame o si cuando";

/// What a word, in lower case, means.
pub(crate) fn meaning(word: &str) -> Option<Word> {
    if let Some((_, day, short)) = DAYS.iter().find(|(name, ..)| *name == word) {
        return Some(Word::Day {
            day: WEEK[*day],
            short: *short,
        });
    }
    let known = match word {
        "daily" | "everyday" | "diario" | "diariamente" => Word::Days(&WEEK),
        "weekday" | "weekdays" => Word::Days(WORKDAYS),
        "weekend" | "weekends" => Word::Days(WEEKEND),
        "first" | "primer" | "primero" | "primeros" | "primera" => Word::Nth(1),
        "second" | "segundo" | "segundos" | "segunda" => Word::Nth(2),
        "third" | "tercer" | "tercero" | "terceros" | "tercera" => Word::Nth(3),
        "fourth" | "cuarto" | "cuartos" | "cuarta" => Word::Nth(4),
        "fifth" | "quinto" | "quintos" | "quinta" => Word::Nth(5),
        "last" | "último" | "últimos" | "ultimo" | "ultimos" | "última" => Word::Nth(-1),
        "second-to-last" | "next-to-last" | "penultimate" | "penúltimo" => Word::Nth(-2),
        "to" | "through" | "thru" | "hasta" => Word::To,
        "and" | "y" | "e" => Word::And,
        "between" | "entre" => Word::Between,
        "noon" | "midday" | "mediodía" | "mediodia" => Word::Hour(12),
        "midnight" | "medianoche" => Word::Hour(0),
        "closed" | "cerrado" | "cerrada" | "cerrados" | "cerramos" => Word::Closed,
        "appointment" | "appointments" | "appt" | "cita" | "citas" => Word::Appointment,
        _ if has(FILLERS, word) => Word::Filler,
        _ if has(CHANGES, word) => Word::Changes,
        _ if has(MAY_CHANGE, word) => Word::MayChange,
        _ => return None,
    };
    Some(known)
}

fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}
