//! One way to write down an enum of things a person is told.

/// Writes an enum together with its message keys and arguments.
///
/// Each variant is written once, with its key; `message_key`, `args` and the list `MESSAGES`, by
/// which the tests hold the `.ftl` files complete, follow from that. A variant without a sentence
/// in every language therefore cannot pass the tests.
macro_rules! messages {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident $({ $( $(#[$field_doc:meta])* $field:ident : $kind:ty ),+ $(,)? })? => $key:literal
            ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        pub enum $name {
            $( $(#[$doc])* $variant $({ $( $(#[$field_doc])* $field: $kind ),+ })? ),+
        }

        impl $name {
            /// Every message key with the names of its arguments, for the completeness test.
            pub const MESSAGES: &'static [(&'static str, &'static [&'static str])] =
                &[ $( ($key, &[ $( $( stringify!($field) ),+ )? ]) ),+ ];

            /// The key of the sentence in `locales/*.ftl`; it never changes once released.
            pub fn message_key(&self) -> &'static str {
                match self {
                    $( Self::$variant $({ $( $field: _ ),+ })? => $key ),+
                }
            }

            /// The arguments of that sentence, by name.
            pub fn args(&self) -> Vec<(&'static str, String)> {
                match self {
                    $( Self::$variant $({ $( $field ),+ })? =>
                        vec![ $( $( (stringify!($field), $field.to_string()) ),+ )? ] ),+
                }
            }
        }
    };
}

pub(crate) use messages;
