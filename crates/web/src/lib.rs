//! Where Holdfast meets the browser: one layout, one way to read a form, one way to say no, two
//! languages, strict headers. Pages work without JavaScript at 320 px.
#![forbid(unsafe_code)]

mod audience;
mod export;
mod floods;
mod form;
mod frame;
mod headers;
mod held;
mod house;
mod limits;
mod posture;
mod power;
mod practice;
mod pulse;
mod reply;
mod room;
mod route;
mod serve;
mod stream;
mod tls;
mod together;
mod tongue;
mod visit;

pub use audience::AudienceLine;
pub use export::export_json;
pub use floods::{Floods, Measures, Whence};
pub use form::{Field, TooLarge, Typed, bytes_as_text, text_as_bytes};
pub use frame::{Frame, Nav, NavItem};
pub use headers::goes_on_by_itself;
pub use held::Memory;
pub use house::{FRESH_SECONDS, House, Known, NetworkFacts, Settings, Shared};
pub use limits::Attempts;
pub use posture::{PausedWhileGuarded, Posture, ReadPosture};
pub use power::{PowerKind, PowerUse};
pub use practice::{
    Arrival, AskedFor, AtOnce, AtOnceKind, Errands, ExportTable, Item, Practice, TodayShare, today,
};
pub use pulse::Pulse;
pub use reply::{Reply, download, feed};
pub use room::{Room, prove_and_back};
pub use route::{Route, UPLOAD_LIMIT};
pub use serve::{Door, listen, router, send_on};
pub use stream::{event, events};
pub use tls::{Certificate, Tls, TlsTrouble};
pub use together::{
    AnswerWord, Answerable, Disposition, GoesQuiet, Happening, Held, HeldKind, LaidDown, Leaving,
    NameChoice, Quiet, RestChange, RestTurn, Whose,
};
pub use tongue::{Lang, Tongue, Tongues, WEEKDAYS};
pub use visit::{Visit, cookie, in_query, session_name, way_back};
