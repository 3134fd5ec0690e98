//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    networks (id) {
        id -> Binary,
        name -> Text,
        zone -> Text,
        founded_on -> Integer,
        about_en -> Text,
        about_es -> Text,
        limits_en -> Text,
        limits_es -> Text,
        areas -> Text,
        line_closed_en -> Nullable<Text>,
        line_closed_es -> Nullable<Text>,
        line_closed_until -> Nullable<Integer>,
        review_on -> Integer,
        meets_en -> Text,
        meets_es -> Text,
    }
}
diesel::table! {
    persons (id) {
        id -> Binary,
        network_id -> Binary,
        handle -> Binary,
        about -> Nullable<Binary>,
        contact -> Nullable<Binary>,
        standing -> Text,
        language -> Nullable<Text>,
        joined_on -> Integer,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    credentials (id) {
        id -> Binary,
        network_id -> Binary,
        secret -> Binary,
        row_key -> Binary,
    }
}
diesel::table! {
    passkeys (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        credential_mark -> Binary,
        name -> Binary,
        credential -> Binary,
        added_on -> Integer,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    links (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        purpose -> Text,
        link_mark -> Binary,
        expires_at -> BigInt,
    }
}
diesel::table! {
    printed_words (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        words_mark -> Binary,
        printed_on -> Integer,
        review_on -> Integer,
    }
}
diesel::table! {
    used_once (network_id, mark) {
        network_id -> Binary,
        mark -> Binary,
        expires_at -> BigInt,
    }
}
diesel::table! {
    sessions (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        token_hash -> Binary,
        started_on -> Integer,
        expires_at -> BigInt,
        proved_at -> BigInt,
    }
}
diesel::table! {
    circles (id) {
        id -> Binary,
        network_id -> Binary,
        kind -> Text,
        name -> Text,
        purpose -> Text,
        review_on -> Integer,
    }
}
diesel::table! {
    circle_members (network_id, circle_id, person_id) {
        network_id -> Binary,
        circle_id -> Binary,
        person_id -> Binary,
        since_day -> Integer,
        review_on -> Integer,
    }
}
diesel::table! {
    role_holdings (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        person_id -> Binary,
        role -> Text,
        from_at -> BigInt,
        to_at -> BigInt,
    }
}
diesel::table! {
    invitations (id) {
        id -> Binary,
        network_id -> Binary,
        secret_hash -> Binary,
        circle_id -> Nullable<Binary>,
        role -> Nullable<Text>,
        standing -> Text,
        expires_at -> BigInt,
    }
}
diesel::table! {
    organisations (id) {
        id -> Binary,
        network_id -> Binary,
        name -> Text,
        review_on -> Integer,
    }
}
diesel::table! {
    liaisons (network_id, organisation_id, person_id) {
        network_id -> Binary,
        organisation_id -> Binary,
        person_id -> Binary,
        review_on -> Integer,
    }
}
diesel::table! {
    acts (id) {
        id -> Binary,
        network_id -> Binary,
        kind -> Text,
        detail -> Text,
        asked_by -> Binary,
        seconded_by -> Nullable<Binary>,
        permit_hash -> Nullable<Binary>,
        expires_at -> BigInt,
        done_on -> Nullable<Integer>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(persons, sessions, circle_members, circles);
// A view: what somebody belongs to, holds and speaks for.
diesel::table! {
    belongings (person_id) {
        network_id -> Binary,
        person_id -> Binary,
        of_id -> Binary,
        word -> Text,
        from_at -> BigInt,
        to_at -> BigInt,
    }
}
