//! Words that are stored as words.

/// Makes an enum that is stored as text in both databases, with `as_str`, `parse` and `ALL`.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::diesel::expression::AsExpression, $crate::diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = $crate::diesel::sql_types::Text)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every value, in the order it is written here.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word that is stored.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The value a stored or submitted word stands for.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl<DB: $crate::diesel::backend::Backend>
            $crate::diesel::serialize::ToSql<$crate::diesel::sql_types::Text, DB> for $name
        where
            str: $crate::diesel::serialize::ToSql<$crate::diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut $crate::diesel::serialize::Output<'b, '_, DB>,
            ) -> $crate::diesel::serialize::Result {
                self.as_str().to_sql(out)
            }
        }

        impl<DB: $crate::diesel::backend::Backend>
            $crate::diesel::deserialize::FromSql<$crate::diesel::sql_types::Text, DB> for $name
        where
            String: $crate::diesel::deserialize::FromSql<$crate::diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> $crate::diesel::deserialize::Result<Self> {
                let text = String::from_sql(bytes)?;
                Self::parse(&text)
                    .ok_or_else(|| concat!("unknown word for ", stringify!($name)).into())
            }
        }
    };
}
