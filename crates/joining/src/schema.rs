//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    newcomers (id) {
        id -> Binary,
        network_id -> Binary,
        name -> Binary,
        reach -> Binary,
        language -> Text,
        stage -> Text,
        came_on -> Integer,
        call_by -> Integer,
        caller_id -> Nullable<Binary>,
        buddy_id -> Nullable<Binary>,
        circle_id -> Nullable<Binary>,
        invitation_id -> Nullable<Binary>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    paths (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Nullable<Binary>,
        buddy_id -> Nullable<Binary>,
        buddy_until -> Integer,
        open_from -> Integer,
        first_by -> Integer,
        first_on -> Nullable<Integer>,
        first_words -> Nullable<Binary>,
        asked_on -> Nullable<Integer>,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    days_together (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        on_day -> Integer,
    }
}
diesel::table! {
    circle_says (network_id, person_id, member_id) {
        network_id -> Binary,
        person_id -> Binary,
        member_id -> Binary,
        says -> Text,
        said_on -> Integer,
    }
}
diesel::table! {
    agreements (id) {
        id -> Binary,
        network_id -> Binary,
        place -> Integer,
        title_en -> Text,
        title_es -> Text,
        words_en -> Text,
        words_es -> Text,
        version -> Integer,
        changed_at -> BigInt,
        review_on -> Integer,
    }
}
diesel::table! {
    agreements_read (network_id, person_id, agreement_id) {
        network_id -> Binary,
        person_id -> Binary,
        agreement_id -> Binary,
        agreed_at -> BigInt,
    }
}
