//! Time is an argument (ARCHITECTURE.md, decision 2): days in the network's zone, moments in UTC.

use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    serialize::{self, Output, ToSql},
    sql_types::{BigInt, Integer},
};
use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment: whole seconds since 1970 UTC, a `BIGINT` in both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = BigInt)]
pub struct Moment(pub i64);

impl Moment {
    /// This many seconds later (or earlier, where negative).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }

    /// This many hours later.
    pub fn plus_hours(self, hours: i64) -> Self {
        self.plus_seconds(hours * 3600)
    }

    /// The same moment for jiff; a number no calendar holds becomes the epoch.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

impl From<Timestamp> for Moment {
    fn from(t: Timestamp) -> Self {
        Self(t.as_second())
    }
}

/// A calendar day in the network's zone: days since 1970-01-01, an `INTEGER` in both databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Integer)]
pub struct Day(pub i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

impl Day {
    /// The day a civil date names.
    pub fn from_date(date: Date) -> Self {
        Self((date - EPOCH).get_days())
    }

    /// `2026-03-10`, as browsers submit it; `None` where it is not a date.
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse::<Date>().ok().map(Self::from_date)
    }

    /// A day from year, month (1–12) and day of the month; `None` where there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    /// The civil date.
    pub fn date(self) -> Date {
        EPOCH.checked_add(Span::new().days(self.0)).unwrap_or(EPOCH)
    }

    /// This many days later.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Monday 1 … Sunday 7.
    pub fn weekday(self) -> i8 {
        self.date().weekday().to_monday_one_offset()
    }

    /// `2026-03`, the month for counts.
    pub fn month(self) -> String {
        self.date().strftime("%Y-%m").to_string()
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date().fmt(f)
    }
}

/// The network's time zone: turns moments into days and back.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

impl Zone {
    /// An IANA zone such as `America/Chicago`; `None` where there is none of that name.
    pub fn parse(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The same zone for jiff.
    pub fn time_zone(&self) -> &TimeZone {
        &self.0
    }

    /// The calendar day of a moment in this zone.
    pub fn day_of(&self, moment: Moment) -> Day {
        Day::from_date(moment.timestamp().to_zoned_datetime(self.0.clone()).date())
    }

    /// Hour (0–23) and minute of a moment in this zone.
    pub fn hour_minute(&self, moment: Moment) -> (i8, i8) {
        let zoned = moment.timestamp().to_zoned_datetime(self.0.clone());
        (zoned.hour(), zoned.minute())
    }

    /// The moment at which a local time on a day happens (the later one where clocks go back is
    /// not taken; where they jump, the first moment after).
    pub fn moment(&self, day: Day, hour: i8, minute: i8) -> Moment {
        day.date()
            .at(hour, minute, 0, 0)
            .to_zoned_datetime(self.0.clone())
            .map(|z| z.timestamp().into())
            .unwrap_or(Moment(i64::from(day.0) * 86_400))
    }

    /// `2026-03-10T09:00` as a browser's datetime field submits it, in this zone.
    pub fn parse_local(&self, text: &str) -> Option<Moment> {
        let local: jiff::civil::DateTime = text.trim().parse().ok()?;
        local
            .to_zoned_datetime(self.0.clone())
            .ok()
            .map(|z| z.timestamp().into())
    }
}

/// Where the time comes from: one clock, injected once.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Moment;
}

/// A clock that moves when it is told to, for tests and the demo.
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `now`.
    pub fn at(now: Moment) -> Self {
        Self(AtomicI64::new(now.0))
    }

    /// Moves the clock to `now`, forward or back.
    pub fn set(&self, now: Moment) {
        self.0.store(now.0, Ordering::SeqCst);
    }

    /// Moves the clock on by seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }
}

macro_rules! number_column {
    ($name:ident, $sql:ty, $rust:ty) => {
        impl<DB: Backend> ToSql<$sql, DB> for $name
        where
            $rust: ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                self.0.to_sql(out)
            }
        }
        impl<DB: Backend> FromSql<$sql, DB> for $name
        where
            $rust: FromSql<$sql, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
                <$rust>::from_sql(bytes).map(Self)
            }
        }
    };
}
number_column!(Moment, BigInt, i64);
number_column!(Day, Integer, i32);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_the_networks_zone() {
        let zone = Zone::parse("America/Chicago").unwrap();
        let day = Day::new(2026, 3, 6).unwrap();
        assert_eq!(zone.day_of(zone.moment(day, 23, 59)), day);
        assert_eq!(
            zone.day_of(zone.moment(day, 23, 59).plus_seconds(60)),
            day.plus(1)
        );
        assert_eq!(day.to_string(), "2026-03-06");
        assert_eq!(Day::parse("2026-03-06"), Some(day));
        assert_eq!(day.weekday(), 5);
    }

    #[test]
    fn the_day_clocks_jump_still_has_its_hours() {
        // 2026-03-08 02:30 does not exist in Chicago.
        let zone = Zone::parse("America/Chicago").unwrap();
        let day = Day::new(2026, 3, 8).unwrap();
        assert_eq!(zone.day_of(zone.moment(day, 2, 30)), day);
    }
}
