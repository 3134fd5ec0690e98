//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    commitments (id) {
        id -> Binary,
        network_id -> Binary,
        giver -> Text,
        giver_id -> Binary,
        spoken_by -> Nullable<Binary>,
        receiver -> Text,
        receiver_id -> Binary,
        kind -> Text,
        fits -> Nullable<Text>,
        area -> Text,
        words -> Binary,
        much -> Nullable<Binary>,
        rule -> Nullable<Text>,
        clock -> Nullable<Text>,
        stage -> Text,
        since_on -> Integer,
        start_on -> Integer,
        review_on -> Integer,
        version -> Integer,
        sight -> Text,
        sight_asked -> Nullable<Text>,
        before_id -> Nullable<Binary>,
        wakes_when -> Nullable<Binary>,
        wakes_people -> Nullable<Integer>,
        wakes_hours -> Nullable<Integer>,
        wakes_uses -> Nullable<Integer>,
        seen_by_buddy -> Bool,
        row_key -> Binary,
    }
}
diesel::table! {
    times_changed (id) {
        id -> Binary,
        network_id -> Binary,
        commitment_id -> Binary,
        rule_day -> Integer,
        state -> Text,
        other_day -> Nullable<Integer>,
        other_clock -> Nullable<Text>,
        stand_in -> Nullable<Binary>,
        ends_on -> Integer,
    }
}
diesel::table! {
    open_places (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Nullable<Binary>,
        commitment_id -> Nullable<Binary>,
        rule_day -> Nullable<Integer>,
        rule -> Nullable<Text>,
        clock -> Nullable<Text>,
        on_day -> Nullable<Integer>,
        starts_on -> Integer,
        kind -> Text,
        fits -> Nullable<Text>,
        area -> Text,
        words -> Binary,
        not_for -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    cover_asks (id) {
        id -> Binary,
        network_id -> Binary,
        place_id -> Binary,
        asked_id -> Binary,
        asked_on -> Integer,
        reason -> Text,
        said -> Text,
        ends_on -> Integer,
    }
}
diesel::table! {
    ceilings (id) {
        id -> Binary,
        network_id -> Binary,
        most -> Binary,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    stand_ins (network_id, commitment_id, would_id) {
        network_id -> Binary,
        commitment_id -> Binary,
        would_id -> Binary,
        liked -> Bool,
        ends_on -> Integer,
    }
}
diesel::table! {
    woken_times (id) {
        id -> Binary,
        network_id -> Binary,
        commitment_id -> Binary,
        woken_at -> BigInt,
        until_at -> BigInt,
        ends_on -> Integer,
    }
}
