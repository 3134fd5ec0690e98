//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    slow_rounds (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        host_id -> Nullable<Binary>,
        question -> Binary,
        closes_at -> BigInt,
        heard_at -> Nullable<BigInt>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    slow_entries (id) {
        id -> Binary,
        network_id -> Binary,
        round_id -> Binary,
        member_id -> Binary,
        words -> Nullable<Binary>,
        waived -> Text,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    reflections (id) {
        id -> Binary,
        network_id -> Binary,
        entry_id -> Binary,
        member_id -> Binary,
        words -> Binary,
        said -> Text,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    slow_replies (id) {
        id -> Binary,
        network_id -> Binary,
        entry_id -> Binary,
        member_id -> Binary,
        words -> Binary,
        ends_on -> Integer,
        row_key -> Binary,
    }
}

diesel::allow_tables_to_appear_in_same_query!(slow_rounds, slow_entries);
