//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    roles (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        power -> Nullable<Text>,
        name -> Nullable<Binary>,
        purpose -> Nullable<Binary>,
        domain -> Nullable<Binary>,
        opens -> Nullable<Binary>,
        term_months -> Integer,
        most_running -> Integer,
        wants_shadow -> Text,
        not_with -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    terms (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        role_id -> Binary,
        person_id -> Binary,
        shadow_id -> Nullable<Binary>,
        shadow_on -> Nullable<Integer>,
        from_at -> BigInt,
        to_at -> BigInt,
        how -> Text,
        extended_on -> Nullable<Integer>,
    }
}
diesel::table! {
    choosings (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        role_id -> Binary,
        kind -> Text,
        stage -> Text,
        opened_by -> Nullable<Binary>,
        candidate_id -> Nullable<Binary>,
        said_yes_on -> Nullable<Integer>,
        last_day -> Nullable<Integer>,
        criteria -> Nullable<Binary>,
        list -> Nullable<Binary>,
        list_hash -> Nullable<Text>,
        frozen_at -> Nullable<BigInt>,
        promised_hash -> Nullable<Text>,
        promised_by -> Nullable<Binary>,
        promised_at -> Nullable<BigInt>,
        first_rolls -> Nullable<Text>,
        first_by -> Nullable<Binary>,
        seed -> Nullable<Text>,
        drawn_at -> Nullable<BigInt>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    nominations (id) {
        id -> Binary,
        network_id -> Binary,
        choosing_id -> Binary,
        nominator_id -> Binary,
        nominee -> Binary,
        why -> Binary,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    choosing_words (id) {
        id -> Binary,
        network_id -> Binary,
        choosing_id -> Binary,
        member_id -> Binary,
        says -> Text,
        words -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    lot_pools (network_id, choosing_id, member_id) {
        network_id -> Binary,
        choosing_id -> Binary,
        member_id -> Binary,
        ends_on -> Integer,
    }
}
