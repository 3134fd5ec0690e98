//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    postures (network_id) {
        network_id -> Binary,
        guarded_until -> Nullable<BigInt>,
        locked_from -> Nullable<BigInt>,
        locked_until -> Nullable<BigInt>,
        called_by -> Nullable<Binary>,
        answered_by -> Nullable<Binary>,
        ends_on -> Integer,
    }
}
diesel::table! {
    power_uses (id) {
        id -> Binary,
        network_id -> Binary,
        sequence -> BigInt,
        on_day -> Integer,
        kind -> Text,
        commitment -> Binary,
        hash -> Binary,
    }
}
diesel::table! {
    power_words (id) {
        id -> Binary,
        network_id -> Binary,
        words -> Binary,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    tree_places (id) {
        id -> Binary,
        network_id -> Binary,
        member_id -> Nullable<Binary>,
        name -> Nullable<Binary>,
        number -> Binary,
        rung_from -> Nullable<Binary>,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    shared_keys (id) {
        id -> Binary,
        network_id -> Binary,
        what -> Binary,
        lies -> Nullable<Binary>,
        changed_on -> Integer,
        review_on -> Integer,
        due_since -> Nullable<Integer>,
        row_key -> Binary,
    }
}
diesel::table! {
    key_holders (network_id, key_id, holder_id) {
        network_id -> Binary,
        key_id -> Binary,
        holder_id -> Binary,
    }
}
