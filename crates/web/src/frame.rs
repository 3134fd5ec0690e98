//! What stands around every page.

use crate::Tongue;
use kernel::Arg;
use std::sync::Arc;

/// A place in the navigation, as a practice names it.
pub struct Nav {
    /// Where it leads.
    pub href: &'static str,
    /// Its words; a message key.
    pub label: &'static str,
    /// Where it stands among the others: the lowest first.
    pub place: u8,
}

/// A place in the navigation, as a page shows it.
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// Its words.
    pub label: String,
    /// Whether this page is there.
    pub here: bool,
}

/// The demo's banner.
pub struct Demo {
    /// Now, in words.
    pub today: String,
}

/// What stands around every page.
pub struct Frame {
    /// The page's title.
    pub title: String,
    /// The network's name.
    pub network: String,
    /// How the signed-in person is called.
    pub person: Option<String>,
    /// The token every form carries.
    pub csrf: String,
    /// The navigation.
    pub nav: Vec<NavItem>,
    /// The demo's banner, in the demo.
    pub demo: Option<Demo>,
    /// How the network stands, in a quiet line; `None` while it is open.
    pub posture: Option<String>,
    /// What has just been done, in a sentence.
    pub said: Option<String>,
    /// Where this page is.
    pub path: String,
    /// Where "leave this page" goes.
    pub quick_exit: String,
    /// The language.
    pub tongue: Arc<Tongue>,
}

impl Frame {
    /// A sentence.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.tongue.say(key)
    }

    /// A sentence with one argument, for templates.
    pub fn tell(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.tongue.tell(key, &[(name, value.into())])
    }

    /// `en` or `es`.
    pub fn lang(&self) -> &'static str {
        self.tongue.lang.as_str()
    }

    /// Where the stylesheet is; its name changes with its content.
    pub fn style(&self) -> &'static str {
        crate::headers::style_path()
    }
}
