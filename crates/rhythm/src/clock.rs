//! Times of the day as people write them: 12:00pm, 9a, 14:30, 9 a.m., noon.

use crate::beat::Hours;
use jiff::civil::Time;

/// A time as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    hour: i8,
    minute: i8,
    half: Option<Half>,
    /// Written so that nothing is left open: noon, 14:30, 09:00.
    exact: bool,
    /// More than a bare number.
    pub surely_a_time: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// Hours, and whether a half of the day had to be supplied.
pub(crate) type Read = (Hours, bool);

/// More than this many hours in one go is a slip of the pen.
const LONGEST_HOURS: i32 = 14;

impl Clock {
    pub fn exactly(hour: i8) -> Clock {
        Clock {
            hour,
            minute: 0,
            half: None,
            exact: true,
            surely_a_time: true,
        }
    }

    /// Reads a time at the beginning of a text; also says how long it is.
    pub fn read(text: &str) -> Option<(Clock, usize)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 2 {
            return None;
        }
        let hour: i8 = text[..digits].parse().ok()?;
        let mut length = digits;
        let mut minute = None;
        let rest = &text[digits..];
        if let Some(sign) = rest
            .chars()
            .next()
            .filter(|sign| matches!(sign, ':' | '.' | 'h'))
        {
            let two = rest
                .get(1..3)
                .filter(|two| two.bytes().all(|b| b.is_ascii_digit()));
            let ends = !rest
                .get(3..)
                .is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
            match two {
                Some(two) if ends => {
                    minute = Some(two.parse::<i8>().ok().filter(|minute| *minute < 60)?);
                    length += 3;
                }
                _ if sign == ':' && rest[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                    return None;
                }
                _ => {}
            }
        }
        let (half, longer) = match half(&text[length..]) {
            Some((half, longer)) => (Some(half), longer),
            None => (None, 0),
        };
        length += longer;
        // What follows must not hang together with it: 30-day, 55+, 4x.
        let next = text[length..].chars().next();
        if next.is_some_and(|next| next.is_alphanumeric() || next == '+' || next == '%') {
            return None;
        }
        let leading_zero = digits == 2 && text.starts_with('0');
        let fits = match half {
            Some(_) => (1..=12).contains(&hour),
            None => (0..=23).contains(&hour),
        };
        fits.then_some((
            Clock {
                hour,
                minute: minute.unwrap_or(0),
                half,
                exact: half.is_none()
                    && minute.is_some()
                    && (leading_zero || hour > 12 || hour == 0),
                surely_a_time: minute.is_some() || half.is_some(),
            },
            length,
        ))
    }

    fn at(self, half: Half) -> Option<Time> {
        let hour = match (half, self.hour) {
            (Half::Am, 12) => 0,
            (Half::Am, hour) => hour,
            (Half::Pm, 12) => 12,
            (Half::Pm, hour) => hour + 12,
        };
        Time::new(hour, self.minute, 0, 0).ok()
    }

    /// Where nothing is left open.
    fn settled(self) -> Option<Time> {
        match self.half {
            Some(half) => self.at(half),
            None if self.exact || self.hour > 12 || self.hour == 0 => {
                Time::new(self.hour, self.minute, 0, 0).ok()
            }
            None => None,
        }
    }

    /// A time without an end. Hours from seven to noon are of the morning, others of the
    /// afternoon, and that is a doubt.
    pub fn alone(self) -> Option<Read> {
        let (from, supplied) = match self.settled() {
            Some(time) => (time, false),
            None => {
                let half = if (7..12).contains(&self.hour) {
                    Half::Am
                } else {
                    Half::Pm
                };
                (self.at(half)?, true)
            }
        };
        Some((Hours { from, until: None }, supplied))
    }

    /// From one time to another.
    pub fn until(self, end: Clock) -> Option<Read> {
        let (from, until, supplied) = match (self.settled(), end.settled()) {
            (Some(from), Some(until)) => (from, until, false),
            // "4:00 – 5:30 p.m.", "11:00 – 1:00 p.m.", "9:00-14:00"
            (None, Some(until)) => {
                let same = match end.half {
                    Some(half) => self.at(half),
                    None => Time::new(self.hour, self.minute, 0, 0).ok(),
                };
                let fits = same.filter(|from| *from < until);
                let from = fits.or_else(|| self.at(Half::Am).filter(|from| *from < until))?;
                (from, until, false)
            }
            // "10 a.m. – 2": the next time the clock shows it.
            (Some(from), None) => {
                let next = [Half::Am, Half::Pm]
                    .into_iter()
                    .filter_map(|half| end.at(half));
                let until = next.filter(|until| *until > from).min()?;
                (from, until, true)
            }
            // "9-5", "9-12": a working day, but nobody said so. With minutes on both and a leading
            // zero somewhere it is the 24-hour clock.
            (None, None) => {
                let morning = self.at(Half::Am)?;
                let working = (7..12).contains(&self.hour);
                let from = if working { morning } else { self.at(Half::Pm)? };
                let ends = [Half::Am, Half::Pm]
                    .into_iter()
                    .filter_map(|half| end.at(half));
                let until = ends.filter(|until| *until > from).min()?;
                (from, until, true)
            }
        };
        let minutes = |time: Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        let long = (minutes(until) - minutes(from)).rem_euclid(24 * 60);
        let sensible = long > 0 && (until > from || long <= LONGEST_HOURS * 60);
        sensible.then_some((
            Hours {
                from,
                until: Some(until),
            },
            supplied,
        ))
    }
}

/// am, a.m., a. m., a, and the Spanish halves.
fn half(text: &str) -> Option<(Half, usize)> {
    const HALVES: [(&str, Half); 17] = [
        ("a. m.", Half::Am),
        ("p. m.", Half::Pm),
        ("a. m", Half::Am),
        ("p. m", Half::Pm),
        ("a.m.", Half::Am),
        ("p.m.", Half::Pm),
        ("a.m", Half::Am),
        ("p.m", Half::Pm),
        ("am", Half::Am),
        ("pm", Half::Pm),
        ("a", Half::Am),
        ("p", Half::Pm),
        ("de la mañana", Half::Am),
        ("de la tarde", Half::Pm),
        ("de la noche", Half::Pm),
        ("in the morning", Half::Am),
        ("in the evening", Half::Pm),
    ];
    let blanks = text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    let rest = &text[blanks..];
    HALVES.iter().find_map(|(name, half)| {
        let typed = rest.get(..name.len())?;
        // A letter alone must stand right at the number: "9a", but not "de 9 a 17".
        let near = name.len() > 1 || blanks == 0;
        let ends = !rest[name.len()..].starts_with(char::is_alphanumeric);
        (near && ends && typed.to_lowercase() == *name).then_some((*half, blanks + name.len()))
    })
}
