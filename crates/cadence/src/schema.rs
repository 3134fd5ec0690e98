//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    practices (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        stage -> Text,
        shown -> Text,
        name -> Binary,
        place -> Binary,
        find_us -> Binary,
        minimum -> Binary,
        rule -> Text,
        first_on -> Integer,
        starts_minute -> Integer,
        minutes -> Integer,
        hosts -> Binary,
        last_host_id -> Nullable<Binary>,
        season_on -> Integer,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    occurrences (network_id, practice_id, on_day) {
        network_id -> Binary,
        practice_id -> Binary,
        on_day -> Integer,
        fate -> Text,
        moved_day -> Nullable<Integer>,
        next_day -> Nullable<Integer>,
    }
}
diesel::table! {
    calendar_feeds (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        circle_id -> Nullable<Binary>,
        link_mark -> Binary,
        expires_at -> BigInt,
    }
}
