//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    rapids (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        opener_id -> Nullable<Binary>,
        cosigner_id -> Nullable<Binary>,
        caucus_id -> Nullable<Binary>,
        stage -> Text,
        happens -> Binary,
        says -> Binary,
        step -> Binary,
        voice -> Nullable<Binary>,
        voice_from -> Text,
        cap -> Integer,
        hours -> Integer,
        asked_at -> BigInt,
        live_at -> Nullable<BigInt>,
        until_at -> BigInt,
        verdict -> Nullable<Text>,
        learned -> Nullable<Binary>,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    rapid_steps (id) {
        id -> Binary,
        network_id -> Binary,
        rapid_id -> Binary,
        words -> Binary,
        cost -> Integer,
        done_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    alerts (id) {
        id -> Binary,
        network_id -> Binary,
        stage -> Text,
        size -> Nullable<Binary>,
        activity -> Binary,
        place -> Binary,
        unit -> Nullable<Binary>,
        seen -> Nullable<Binary>,
        gear -> Nullable<Binary>,
        reporter -> Nullable<Binary>,
        found -> Nullable<Binary>,
        told -> Text,
        reported_at -> BigInt,
        expires_at -> BigInt,
        row_key -> Binary,
    }
}
diesel::table! {
    alert_ears (id) {
        id -> Binary,
        network_id -> Binary,
        who -> Binary,
        does -> Text,
        until_day -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    alert_asked (id) {
        id -> Binary,
        network_id -> Binary,
        alert_id -> Binary,
        who -> Binary,
        goes -> Text,
        expires_at -> BigInt,
        row_key -> Binary,
    }
}
