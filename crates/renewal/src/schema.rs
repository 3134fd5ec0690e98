//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    departures (id) {
        id -> Binary,
        network_id -> Binary,
        going -> Text,
        stage -> Text,
        target_on -> Integer,
        reachable_until -> Nullable<Integer>,
        name_choice -> Text,
        thanks -> Text,
        ends_on -> Integer,
    }
}
diesel::table! {
    departure_things (id) {
        id -> Binary,
        network_id -> Binary,
        departure_id -> Binary,
        thing -> Text,
        title -> Binary,
        circle_id -> Nullable<Binary>,
        how -> Text,
        successor_id -> Nullable<Binary>,
        said -> Nullable<Text>,
        laid_on -> Nullable<Integer>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    renewal_seasons (id) {
        id -> Binary,
        network_id -> Binary,
        opens_on -> Integer,
        closes_on -> Integer,
        gathers_on -> Nullable<Integer>,
        stage -> Text,
        ends_on -> Integer,
    }
}
diesel::table! {
    renewal_words (id) {
        id -> Binary,
        network_id -> Binary,
        season_id -> Binary,
        member_id -> Binary,
        way -> Text,
        word -> Nullable<Binary>,
        note -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
