//! Ids are random UUIDv4 (never ordered by time, ARCHITECTURE.md decision 5) and typed, so that a
//! circle can never be passed where a person is meant.

/// The id of a row, whatever it is a row of.
pub trait RowId: Copy {
    /// A new id from the given chance.
    fn new(chance: &dyn crate::Chance) -> Self;

    /// The 16 bytes as stored.
    fn bytes(&self) -> &[u8; 16];
}

/// Makes a typed id that is stored as 16 bytes in both databases and written as a UUID in paths.
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::diesel::expression::AsExpression, $crate::diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = $crate::diesel::sql_types::Binary)]
        pub struct $name(pub $crate::uuid::Uuid);

        impl $name {
            /// A new id from the given chance.
            pub fn new(chance: &dyn $crate::Chance) -> Self {
                let mut bytes = [0u8; 16];
                chance.fill(&mut bytes);
                Self($crate::uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Reads an id as it stands in a path; `None` where it is not one.
            pub fn parse(text: &str) -> Option<Self> {
                $crate::uuid::Uuid::try_parse(text).ok().map(Self)
            }

            /// The 16 bytes as stored.
            pub fn bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl $crate::RowId for $name {
            fn new(chance: &dyn $crate::Chance) -> Self {
                Self::new(chance)
            }

            fn bytes(&self) -> &[u8; 16] {
                self.bytes()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        // Ids lead to people, so they are not printed by accident (STYLE.md 10).
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl<DB: $crate::diesel::backend::Backend>
            $crate::diesel::serialize::ToSql<$crate::diesel::sql_types::Binary, DB> for $name
        where
            [u8]: $crate::diesel::serialize::ToSql<$crate::diesel::sql_types::Binary, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut $crate::diesel::serialize::Output<'b, '_, DB>,
            ) -> $crate::diesel::serialize::Result {
                self.0.as_bytes().as_slice().to_sql(out)
            }
        }

        impl<DB: $crate::diesel::backend::Backend>
            $crate::diesel::deserialize::FromSql<$crate::diesel::sql_types::Binary, DB> for $name
        where
            Vec<u8>: $crate::diesel::deserialize::FromSql<$crate::diesel::sql_types::Binary, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> $crate::diesel::deserialize::Result<Self> {
                Ok(Self($crate::uuid::Uuid::from_slice(&Vec::<u8>::from_sql(bytes)?)?))
            }
        }
    };
}

id_type!(
    /// One network; every row carries it.
    NetworkId
);
id_type!(
    /// A person of the network.
    PersonId
);
id_type!(
    /// A circle of the network.
    CircleId
);
id_type!(
    /// A partner organisation.
    OrganisationId
);
