//! Who sees this, in words, before typing and after saving.

use crate::Tongue;
use kernel::Audience;

/// One audience line of a form or a page.
pub struct AudienceLine {
    /// The rung of the ladder, for the look.
    pub reach: &'static str,
    /// The words.
    pub words: String,
}

impl AudienceLine {
    /// A line by its rung and the key of its words.
    pub fn new(tongue: &Tongue, audience: Audience, key: &str) -> Self {
        Self {
            reach: audience.as_str(),
            words: tongue.say(key).to_owned(),
        }
    }
}
