//! Whether something is so, as it is stored.

crate::text_enum!(
    /// Whether something is so.
    YesNo {
        /// It is.
        Yes = "yes",
        /// It is not, or nobody said.
        No = "no",
    }
);

impl From<bool> for YesNo {
    fn from(so: bool) -> Self {
        if so { Self::Yes } else { Self::No }
    }
}

impl YesNo {
    /// Whether it is.
    pub fn is_so(self) -> bool {
        self == Self::Yes
    }
}
