//! What a practice must be able to do to be part of Holdfast.

use crate::{
    AnswerWord, Answerable, GoesQuiet, Happening, Held, House, LaidDown, Lang, Leaving, Nav,
    NetworkFacts, PowerUse, RestChange, Room, Route, Shared, Tongue, Whose,
};
use kernel::{Audience, CircleId, Day, Member, Moment, PersonId, Standing};
use std::pin::Pin;
use store::{AnyConnection, Keeps, Stop};

/// One thing on the Today page.
pub struct Item {
    /// Its heading.
    pub title: String,
    /// A sentence below.
    pub words: String,
    /// Where it can be read whole.
    pub href: String,
    /// A button's words, if there is one thing to do.
    pub button: Option<String>,
    /// Where the button's form goes; without one, the button is a link to `href`.
    pub action: Option<String>,
    /// The button is a way out rather than the thing to do, and looks like it.
    pub way_out: bool,
    /// Who sees this, if it needs saying.
    pub audience: Option<crate::AudienceLine>,
    /// What may stand of it in a letter, which others may read on its way: no name, number or
    /// address. Without it, a letter only says that there is something.
    pub in_letters: Option<String>,
    /// It stands on the page and in no letter: there today as yesterday, and nobody is reminded.
    pub quiet: bool,
    /// How it can be answered in a word, by letter or by text.
    pub answer: Option<Answerable>,
}

impl Item {
    /// A thing that can be read whole at `href`; a letter only says that there is something.
    pub fn new(title: String, words: String, href: impl Into<String>) -> Self {
        Self {
            title,
            words,
            href: href.into(),
            button: None,
            action: None,
            way_out: false,
            audience: None,
            in_letters: None,
            quiet: false,
            answer: None,
        }
    }

    /// The same, with one thing to do: a button's words, and where its form goes.
    pub fn with_button(self, words: impl Into<String>, action: impl Into<String>) -> Self {
        Self {
            button: Some(words.into()),
            action: Some(action.into()),
            ..self
        }
    }

    /// The same, whose heading leads to nobody and may stand in a letter.
    pub fn titled_in_letters(self) -> Self {
        Self {
            in_letters: Some(self.title.clone()),
            ..self
        }
    }
}

/// Somebody who has just come in.
pub struct Arrival {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub standing: Standing,
    /// To which circle.
    pub circle: Option<CircleId>,
    /// By which invitation.
    pub invitation: kernel::uuid::Uuid,
}

/// A practice's place on the Today page.
#[derive(Default)]
pub struct TodayShare {
    /// What is mine.
    pub yours: Vec<Item>,
    /// What needs a voice.
    pub ours: Vec<Item>,
    /// What I could do, by what I offered.
    pub could_you: Vec<Item>,
}

impl TodayShare {
    /// Whether there is nothing in it that a letter would say.
    pub fn is_quiet(&self) -> bool {
        let mut all = self.yours.iter().chain(&self.ours).chain(&self.could_you);
        all.all(|item| item.quiet)
    }
}

/// Never more than three (J2): a list of needs is a weight.
const MOST_COULD_YOU: usize = 3;

/// Today, of every practice together: what the Today page and the daily letter are made of.
pub fn today(room: &mut Room<'_>, me: &Member) -> Result<TodayShare, Stop> {
    let mut whole = TodayShare::default();
    for practice in &room.house.practices {
        let share = practice.today(room, me)?;
        whole.yours.extend(share.yours);
        whole.ours.extend(share.ours);
        whole.could_you.extend(share.could_you);
    }
    // P20: whoever rests, or has just come back, is asked for nothing.
    if me.is_resting() || room.house.spared(room.conn)?.contains(&me.id) {
        whole.could_you.clear();
    }
    whole.could_you.truncate(MOST_COULD_YOU);
    Ok(whole)
}

kernel::text_enum!(
    /// The three things that do not wait for the daily letter, for whoever chose so (§1.7).
    AtOnceKind {
        /// Something about an ask they said "I can" to.
        ClaimedAsk = "claimed-ask",
        /// A safety check-in they hold.
        CheckIn = "check-in",
        /// The rapid lane they joined.
        RapidLane = "rapid-lane",
    }
);

/// Something that does not wait for the daily letter. It carries no words: what it is stands on
/// the person's own pages.
#[derive(Clone, Copy, Debug)]
pub struct AtOnce {
    /// Whose it is.
    pub person: PersonId,
    /// Which of the three.
    pub kind: AtOnceKind,
}

/// A link that somebody asked for a moment ago, to be carried to them by letter.
pub struct AskedFor {
    /// Who.
    pub person: PersonId,
    /// The link, whole.
    pub link: String,
    /// Until when it is good; later it is not worth carrying.
    pub until: Moment,
}

/// Work that reaches out of the house, and how many things it carried.
pub type Errands = Pin<Box<dyn Future<Output = Result<usize, Stop>> + Send>>;

/// A table of an export.
pub struct ExportTable {
    /// Its name, which becomes the file's.
    pub name: &'static str,
    /// Its columns, each with its audience.
    pub columns: Vec<(&'static str, Audience)>,
    /// Its rows, as wide as the columns.
    pub rows: Vec<Vec<String>>,
}

/// A practice. One that cannot hand a person their data, or let go of it, does not compile.
pub trait Practice: Send + Sync {
    /// Its addresses.
    fn routes(&self) -> Vec<Route>;

    /// Its sentences in a language.
    fn sentences(&self, lang: Lang) -> &'static str;

    /// Its places in the navigation of this person.
    fn nav(&self, member: &Member, network: &NetworkFacts) -> Vec<Nav>;

    /// What it keeps, for how long, and who can read it.
    fn keeps(&self) -> Keeps;

    /// Whether that is what circles do among themselves, rather than what neighbours and the whole leave
    /// here: it is printed on a page of its own, so that neither is heavy on an old phone.
    fn is_among_circles(&self) -> bool {
        false
    }

    /// What time does: idempotent, returns how many things it moved.
    fn timers(&self, conn: &mut AnyConnection, house: &House, now: Moment) -> Result<usize, Stop>;

    /// Its place on the Today page.
    fn today(&self, room: &mut Room<'_>, member: &Member) -> Result<TodayShare, Stop>;

    /// Those who are asked to see how this person is: their buddies (P3).
    fn buddies(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _of: PersonId,
    ) -> Result<Vec<PersonId>, Stop> {
        Ok(Vec::new())
    }

    /// What this person holds here (P5), in the words of the room it is read in.
    fn held(&self, _: &mut Room<'_>, _by: PersonId) -> Result<Vec<Held>, Stop> {
        Ok(Vec::new())
    }

    /// Lets something that is held here become what was said; whether it is one of its things.
    fn lay_down(&self, _: &mut AnyConnection, _: &House, _: &LaidDown<'_>) -> Result<bool, Stop> {
        Ok(false)
    }

    /// Something somebody holds goes on as it is, in a season of renewal (P4); whether it is one of its
    /// things.
    fn goes_on(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _by: PersonId,
        _id: &str,
    ) -> Result<bool, Stop> {
        Ok(false)
    }

    /// Hears that somebody goes quiet, in the transaction of the deed.
    fn hear_quiet(&self, _: &mut AnyConnection, _: &House, _: GoesQuiet) -> Result<(), Stop> {
        Ok(())
    }

    /// Hears that somebody goes to rest or comes back, in the transaction of the deed (P20).
    fn hear_rest(&self, _: &mut AnyConnection, _: &House, _: RestChange) -> Result<(), Stop> {
        Ok(())
    }

    /// Those who are asked for nothing for now, though they are members: whoever has just come back
    /// (P20).
    fn spared(&self, _: &mut AnyConnection, _: &House) -> Result<Vec<PersonId>, Stop> {
        Ok(Vec::new())
    }

    /// Whom to ask instead of somebody who rests, in a sentence (P20).
    fn instead_of(&self, _: &mut Room<'_>, _: PersonId) -> Result<Option<String>, Stop> {
        Ok(None)
    }

    /// What is new since a day, for whoever comes back: sentences, and no numbers (P20).
    fn news(&self, _: &mut Room<'_>, _since: Day) -> Result<Vec<Item>, Stop> {
        Ok(Vec::new())
    }

    /// Hears that a rest season is over: clocks that waited so many days go on where they stood.
    fn hear_season_over(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _of: Option<CircleId>,
        _days: i32,
    ) -> Result<(), Stop> {
        Ok(())
    }

    /// Until which day a rest season lies over the network, or over this circle, on a day (P20).
    fn season(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _of: Option<CircleId>,
        _on: Day,
    ) -> Result<Option<Day>, Stop> {
        Ok(None)
    }

    /// Times for the calendars people already have (P14).
    fn happenings(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: Whose,
        _: Lang,
    ) -> Result<Vec<Happening>, Stop> {
        Ok(Vec::new())
    }

    /// Hears a word about one of its things, from the person whose room this is; whether it was one
    /// of its things.
    fn hear_answer(&self, _: &mut Room<'_>, _about: &str, _: AnswerWord) -> Result<bool, Stop> {
        Ok(false)
    }

    /// Somebody has come in by an invitation.
    fn arrived(
        &self,
        _conn: &mut AnyConnection,
        _house: &House,
        _arrival: &Arrival,
    ) -> Result<(), Stop> {
        Ok(())
    }

    /// What it shows anybody on the public front page.
    fn front(&self, _: &mut Room<'_>) -> Result<Vec<Item>, Stop> {
        Ok(Vec::new())
    }

    /// What this practice adds to the page of whether the web would hold: sentences about the whole, none
    /// about a person, none of fewer than five.
    fn would_hold(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: &Tongue,
    ) -> Result<Vec<String>, Stop> {
        Ok(Vec::new())
    }

    /// What of this practice does not wait for the daily letter.
    fn tells_at_once(&self) -> &'static [AtOnceKind] {
        &[]
    }

    /// Hears of a use of power, in the transaction of the deed it comes from.
    fn hear_power(&self, _: &mut AnyConnection, _: &House, _: &PowerUse) -> Result<(), Stop> {
        Ok(())
    }

    /// Hears of something that does not wait, in the transaction of the deed it comes from.
    fn hear_at_once(&self, _: &mut AnyConnection, _: &House, _: AtOnce) -> Result<(), Stop> {
        Ok(())
    }

    /// Whether letters leave this house by it.
    fn carries_letters(&self) -> bool {
        false
    }

    /// Those who confirmed this mail address as theirs.
    fn whose_address(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _typed: &str,
    ) -> Result<Vec<PersonId>, Stop> {
        Ok(Vec::new())
    }

    /// Whether somebody confirmed a mail address as theirs.
    fn has_confirmed_address(
        &self,
        _: &mut AnyConnection,
        _: &House,
        _: PersonId,
    ) -> Result<bool, Stop> {
        Ok(false)
    }

    /// Carries a link to whoever asked for it, at the address they confirmed; also while they rest.
    fn carry_link(&self, _: &mut AnyConnection, _: &House, _: &AskedFor) -> Result<(), Stop> {
        Ok(())
    }

    /// Carries what has to leave the house: outside any transaction, with a time-out on everything.
    fn errands(&self, _: Shared) -> Errands {
        Box::pin(std::future::ready(Ok(0)))
    }

    /// Everything it holds that this person gave.
    fn export(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        person: PersonId,
    ) -> Result<Vec<ExportTable>, Stop>;

    /// Everything it holds of the network.
    fn export_network(
        &self,
        conn: &mut AnyConnection,
        house: &House,
    ) -> Result<Vec<ExportTable>, Stop>;

    /// Lets go of this person: what was theirs is erased, what was shared goes back to the circle.
    fn forget(
        &self,
        conn: &mut AnyConnection,
        house: &House,
        leaving: &Leaving,
    ) -> Result<(), Stop>;
}
