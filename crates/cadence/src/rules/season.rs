//! A season has an end: then the circle keeps, changes or stops. It does not go on by itself.

use super::CadenceRefusal;
use kernel::Day;

/// The longest season: nothing comes again without an end.
pub const LONGEST_SEASON_DAYS: i32 = 365;
/// So long before the end of a season the circle can say what comes then.
pub const DECIDE_DAYS: i32 = 14;
/// So long the circle has to say it; then it has ended.
pub const REVIEW_DAYS: i32 = 60;
/// So long a practice that has ended can be read.
pub const THANKS_DAYS: i32 = 30;

kernel::text_enum!(
    /// Where a practice stands.
    Stage {
        /// It comes by its rule.
        Living = "living",
        /// Its season is over: keep, change or stop?
        Review = "review",
        /// It has ended, with thanks.
        Ended = "ended",
    }
);

kernel::text_enum!(
    /// Who reads how to find it.
    Shown {
        /// The circle.
        Circle = "circle",
        /// Anyone.
        Public = "public",
    }
);

/// The season of a practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season {
    /// Where it stands.
    pub stage: Stage,
    /// The season's last day.
    pub season: Day,
    /// The last day of where it stands.
    pub by: Day,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeasonTurn {
    /// It stands so.
    On(Season),
    /// It is over, and nothing of it is left.
    Over,
}

/// The last day of a season: after today, within a year.
pub fn season_end(today: Day, until: Option<Day>) -> Result<Day, CadenceRefusal> {
    let last = today.plus(LONGEST_SEASON_DAYS);
    match until {
        Some(day) if today < day && day <= last => Ok(day),
        _ => Err(CadenceRefusal::SeasonNeeded(last)),
    }
}

impl Season {
    /// A season from now on.
    pub fn until(season: Day) -> Self {
        Self {
            stage: Stage::Living,
            season,
            by: season,
        }
    }

    /// Whether the circle can say now what comes after it.
    pub fn can_decide(&self, today: Day) -> bool {
        match self.stage {
            Stage::Living => self.season.plus(-DECIDE_DAYS) <= today,
            Stage::Review => true,
            Stage::Ended => false,
        }
    }

    /// "Keep": another season, until a day.
    pub fn keep(self, until: Option<Day>, today: Day) -> Result<Self, CadenceRefusal> {
        if !self.can_decide(today) {
            return Err(CadenceRefusal::NotTheTime);
        }
        let until = season_end(today, until)?;
        match until > self.season {
            true => Ok(Self::until(until)),
            false => Err(CadenceRefusal::SeasonNeeded(
                today.plus(LONGEST_SEASON_DAYS),
            )),
        }
    }

    /// "Stop": it ends, with thanks. That is open at any time.
    pub fn stop(self, today: Day) -> Result<Self, CadenceRefusal> {
        match self.stage {
            Stage::Ended => Err(CadenceRefusal::Ended),
            Stage::Living | Stage::Review => Ok(Self {
                stage: Stage::Ended,
                season: self.season.min(today),
                by: today.plus(THANKS_DAYS),
            }),
        }
    }

    /// What time does; twice is as once.
    pub fn tick(self, today: Day) -> SeasonTurn {
        if today <= self.by {
            return SeasonTurn::On(self);
        }
        let (stage, days) = match self.stage {
            Stage::Living => (Stage::Review, REVIEW_DAYS),
            Stage::Review => (Stage::Ended, THANKS_DAYS),
            Stage::Ended => return SeasonTurn::Over,
        };
        SeasonTurn::On(Self {
            stage,
            by: today.plus(days),
            ..self
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_500);

    #[test]
    fn nothing_comes_again_without_an_end() {
        let last = TODAY.plus(365);
        let no = Err(CadenceRefusal::SeasonNeeded(last));
        for until in [None, Some(TODAY), Some(last.plus(1))] {
            assert_eq!(season_end(TODAY, until), no);
        }
        assert_eq!(season_end(TODAY, Some(last)), Ok(last));
    }

    #[test]
    fn it_does_not_go_on_by_itself() {
        let season = Season::until(TODAY.plus(30));
        let SeasonTurn::On(review) = season.tick(TODAY.plus(31)) else {
            panic!("it is gone");
        };
        assert_eq!(review.stage, Stage::Review);
        assert_eq!(review.tick(TODAY.plus(31)), SeasonTurn::On(review));
        let SeasonTurn::On(ended) = review.tick(review.by.plus(1)) else {
            panic!("it is gone");
        };
        assert_eq!(ended.stage, Stage::Ended);
        assert_eq!(ended.tick(ended.by.plus(1)), SeasonTurn::Over);
    }

    #[test]
    fn keep_change_or_stop() {
        let season = Season::until(TODAY.plus(30));
        let later = Some(TODAY.plus(120));
        assert_eq!(season.keep(later, TODAY), Err(CadenceRefusal::NotTheTime));
        let near = TODAY.plus(16);
        assert_eq!(season.keep(later, near), Ok(Season::until(TODAY.plus(120))));
        // Another season is longer than this one.
        assert!(season.keep(Some(TODAY.plus(20)), near).is_err());
        let ended = season.stop(TODAY).unwrap();
        assert_eq!((ended.stage, ended.season), (Stage::Ended, TODAY));
        assert_eq!(ended.stop(TODAY), Err(CadenceRefusal::Ended));
        assert_eq!(ended.keep(later, TODAY), Err(CadenceRefusal::NotTheTime));
    }
}
