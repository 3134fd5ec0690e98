//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    tellings (id) {
        id -> Binary,
        network_id -> Binary,
        address -> Nullable<Binary>,
        digest_hour -> Nullable<Text>,
        digest_on -> Nullable<Integer>,
        at_once -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    confirmed_addresses (id) {
        id -> Binary,
        network_id -> Binary,
        address_mark -> Binary,
        confirmed_on -> Integer,
        review_on -> Integer,
    }
}
diesel::table! {
    letters (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        kind -> Text,
        for_day -> Integer,
        letter -> Binary,
        made_at -> BigInt,
        next_at -> BigInt,
        claimed_at -> Nullable<BigInt>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    wake_places (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        place -> Binary,
        since_on -> Integer,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    wakings (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        place_id -> Binary,
        made_at -> BigInt,
        next_at -> BigInt,
        claimed_at -> Nullable<BigInt>,
        ends_on -> Integer,
    }
}
diesel::table! {
    wake_keys (id) {
        id -> Binary,
        network_id -> Binary,
        secret -> Binary,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::allow_tables_to_appear_in_same_query!(wakings, wake_places);
diesel::allow_tables_to_appear_in_same_query!(tellings, confirmed_addresses);
diesel::table! {
    answerable_letters (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        address_mark -> Binary,
        asked -> Binary,
        for_day -> Integer,
        told_on -> Nullable<Integer>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    relayed_words (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        said -> Binary,
        on_day -> Integer,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
