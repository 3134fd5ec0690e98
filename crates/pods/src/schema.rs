//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    buddies (id) {
        id -> Binary,
        network_id -> Binary,
        asker_id -> Binary,
        asked_id -> Binary,
        stage -> Text,
        again_by -> Nullable<Binary>,
        until_day -> Integer,
    }
}
diesel::table! {
    pods (id) {
        id -> Binary,
        network_id -> Binary,
        stage -> Text,
        agreements -> Nullable<Binary>,
        cadence -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    pod_seats (network_id, pod_id, member_id) {
        network_id -> Binary,
        pod_id -> Binary,
        member_id -> Binary,
        said -> Text,
    }
}
diesel::table! {
    pod_wishes (id) {
        id -> Binary,
        network_id -> Binary,
        not_with -> Binary,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    pod_matchers (network_id) {
        network_id -> Binary,
        person_id -> Binary,
        until_day -> Integer,
    }
}
diesel::table! {
    pod_tries (id) {
        id -> Binary,
        network_id -> Binary,
        ends_on -> Integer,
    }
}
diesel::allow_tables_to_appear_in_same_query!(pods, pod_seats);
