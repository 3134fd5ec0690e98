//! Languages: English and Spanish, complete in both (STYLE.md 7).

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use kernel::{Arg, Day, Message, Moment, Zone};
use std::{collections::HashMap, sync::Arc};
use unic_langid::LanguageIdentifier;

kernel::text_enum!(
    /// A language of the pages.
    Lang {
        /// English.
        En = "en",
        /// Spanish.
        Es = "es",
    }
);

impl Lang {
    fn identifier(self) -> LanguageIdentifier {
        self.as_str().parse().unwrap_or_default()
    }

    /// The first of a browser's languages that the pages speak (RFC 9110 §12.5.4; the order it
    /// writes them in is the order it wants them in, in every browser there is).
    pub fn accepted(header: &str) -> Option<Self> {
        header
            .split(',')
            .filter_map(|part| part.trim().get(..2))
            .find_map(|code| Self::parse(&code.to_ascii_lowercase()))
    }
}

/// One language's sentences.
pub struct Tongue {
    /// Which language.
    pub lang: Lang,
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

impl Tongue {
    fn new(lang: Lang, sources: &[&'static str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for source in sources {
            // `words` has checked at build time that these parse.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(part, _)| part);
            keys.extend(source.lines().filter_map(|line| {
                let (key, _) = line.split_once(" =")?;
                (!key.is_empty() && !key.starts_with(['#', ' ', '.'])).then(|| key.to_owned())
            }));
            bundle.add_resource_overriding(resource);
        }
        // Sentences without arguments are written out once.
        let mut plain = HashMap::new();
        for key in keys {
            let mut errors = Vec::new();
            let pattern = bundle.get_message(&key).and_then(|m| m.value());
            let Some(pattern) = pattern else { continue };
            let text = bundle
                .format_pattern(pattern, None, &mut errors)
                .into_owned();
            if errors.is_empty() {
                plain.insert(key, text);
            }
        }
        Self {
            lang,
            plain,
            bundle,
        }
    }

    /// A sentence without arguments.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// Whether there is such a sentence without arguments.
    pub fn knows(&self, key: &str) -> bool {
        self.plain.contains_key(key)
    }

    /// The words for a form's field, shown beside what was typed into it.
    pub fn field(&self, name: &str) -> &str {
        self.plain
            .get(&format!("field-{}", name.replace('_', "-")))
            .map_or(self.say("field-other"), String::as_str)
    }

    /// A sentence with arguments.
    pub fn tell(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|m| m.value()) else {
            return key.to_owned();
        };
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            fluent.set(
                *name,
                match arg {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(n) => FluentValue::from(*n),
                    Arg::Day(day) => FluentValue::from(self.day(*day)),
                },
            );
        }
        self.bundle
            .format_pattern(pattern, Some(&fluent), &mut Vec::new())
            .into_owned()
    }

    /// A message, as a refusal or a notice carries it.
    pub fn message(&self, message: &Message) -> String {
        if message.args.is_empty() {
            self.say(message.key).to_owned()
        } else {
            self.tell(message.key, &message.args)
        }
    }

    /// "Tuesday 10 March", "martes 10 de marzo".
    pub fn day(&self, day: Day) -> String {
        let date = day.date();
        self.tell(
            "day-in-words",
            &[
                (
                    "weekday",
                    self.say(WEEKDAYS[(day.weekday() - 1) as usize]).into(),
                ),
                ("day", i64::from(date.day()).into()),
                (
                    "month",
                    self.say(MONTHS[(date.month() - 1) as usize]).into(),
                ),
            ],
        )
    }

    /// "March 2026", "marzo de 2026".
    pub fn month(&self, day: Day) -> String {
        let date = day.date();
        self.tell(
            "month-in-words",
            &[
                (
                    "month",
                    self.say(MONTHS[(date.month() - 1) as usize]).into(),
                ),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// "Tuesday 10 March, 18:00" in the network's zone.
    pub fn moment(&self, moment: Moment, zone: &Zone) -> String {
        let (hour, minute) = zone.hour_minute(moment);
        format!("{}, {hour:02}:{minute:02}", self.day(zone.day_of(moment)))
    }
}

/// The keys of the days of the week, Monday first.
pub const WEEKDAYS: [&str; 7] = [
    "weekday-1",
    "weekday-2",
    "weekday-3",
    "weekday-4",
    "weekday-5",
    "weekday-6",
    "weekday-7",
];
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

/// Every language the pages speak.
#[derive(Clone)]
pub struct Tongues(Vec<Arc<Tongue>>);

impl Tongues {
    /// Builds the languages from the `.ftl` files of this crate and of the practices.
    pub fn new(practices: impl Fn(Lang) -> Vec<&'static str>) -> Self {
        let of = |lang| {
            let mut sources = vec![match lang {
                Lang::En => include_str!("../locales/en.ftl"),
                Lang::Es => include_str!("../locales/es.ftl"),
            }];
            sources.extend(practices(lang));
            Arc::new(Tongue::new(lang, &sources))
        };
        Self(Lang::ALL.iter().copied().map(of).collect())
    }

    /// One language.
    pub fn of(&self, lang: Lang) -> Arc<Tongue> {
        self.0
            .iter()
            .find(|t| t.lang == lang)
            .unwrap_or(&self.0[0])
            .clone()
    }
}
