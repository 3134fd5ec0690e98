//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    rests (id) {
        id -> Binary,
        network_id -> Binary,
        since_on -> Integer,
        until_on -> Nullable<Integer>,
        landing_until -> Nullable<Integer>,
        reach_me_if -> Nullable<Binary>,
        cover_id -> Nullable<Binary>,
        cover_words -> Nullable<Binary>,
        cover_said -> Nullable<Text>,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    capacities (id) {
        id -> Binary,
        network_id -> Binary,
        word -> Binary,
        until_day -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    rest_seasons (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Nullable<Binary>,
        from_on -> Integer,
        to_on -> Integer,
        stage -> Text,
        ends_on -> Integer,
    }
}
diesel::table! {
    lifelines (id) {
        id -> Binary,
        network_id -> Binary,
        season_id -> Binary,
        duty -> Binary,
        paused -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    lifelines_willing (network_id, lifeline_id, willing_id) {
        network_id -> Binary,
        lifeline_id -> Binary,
        willing_id -> Binary,
        ends_on -> Integer,
    }
}
