//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    asks (id) {
        id -> Binary,
        network_id -> Binary,
        code -> Text,
        stage -> Text,
        stage_since -> BigInt,
        claimer_id -> Nullable<Binary>,
        received_at -> BigInt,
        window_until -> BigInt,
        by_when -> Integer,
        area -> Text,
        kind -> Text,
        channel -> Text,
        language -> Text,
        share_words -> Bool,
        share_partner -> Bool,
        shift_only -> Bool,
        text_ok -> Bool,
        recorded_by -> Nullable<Binary>,
        words -> Binary,
        published -> Nullable<Binary>,
        contact -> Nullable<Binary>,
        digits -> Binary,
        plan -> Nullable<Binary>,
        answer -> Nullable<Binary>,
        organisation_id -> Nullable<Binary>,
        delivered_on -> Nullable<Integer>,
        follow_up_on -> Nullable<Integer>,
        closed_on -> Nullable<Integer>,
        ends_on -> Integer,
        batch_id -> Nullable<Binary>,
        source_mark -> Nullable<Binary>,
        row_key -> Binary,
    }
}
diesel::table! {
    ask_places (id) {
        id -> Binary,
        network_id -> Binary,
        place -> Binary,
        dies_on -> Nullable<Integer>,
        row_key -> Binary,
    }
}
diesel::table! {
    ask_counts (network_id, month, kind, area) {
        network_id -> Binary,
        month -> Text,
        kind -> Text,
        area -> Text,
        n -> Integer,
    }
}
diesel::table! {
    ask_words (network_id, month, word) {
        network_id -> Binary,
        month -> Text,
        word -> Text,
        n -> Integer,
    }
}
diesel::table! {
    offers (id) {
        id -> Binary,
        network_id -> Binary,
        person_id -> Binary,
        kind -> Text,
        area -> Text,
        language -> Text,
        words -> Nullable<Binary>,
        until_day -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    texts (id) {
        id -> Binary,
        network_id -> Binary,
        ask_id -> Binary,
        recipient -> Binary,
        body -> Binary,
        made_at -> BigInt,
        ends_on -> Integer,
        row_key -> Binary,
        plain -> Nullable<Binary>,
        handed_at -> Nullable<BigInt>,
    }
}
diesel::table! {
    handovers (id) {
        id -> Binary,
        network_id -> Binary,
        note -> Binary,
        written_by -> Binary,
        written_at -> BigInt,
        confirmed -> Bool,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    complaints (id) {
        id -> Binary,
        network_id -> Binary,
        ask_id -> Nullable<Binary>,
        not_by -> Nullable<Binary>,
        stage -> Text,
        wants -> Text,
        words -> Binary,
        answer -> Nullable<Binary>,
        hearer_id -> Nullable<Binary>,
        hear_by -> Integer,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    changes (id) {
        id -> Binary,
        network_id -> Binary,
        words -> Text,
        script_line -> Text,
        on_day -> Integer,
        review_on -> Integer,
    }
}
diesel::table! {
    draws (id) {
        id -> Binary,
        network_id -> Binary,
        what -> Text,
        next_date -> Text,
        places -> Integer,
        codes -> Text,
        list_hash -> Text,
        frozen_at -> BigInt,
        first_rolls -> Nullable<Text>,
        first_by -> Nullable<Binary>,
        seed -> Nullable<Text>,
        drawn_order -> Nullable<Text>,
        ends_on -> Integer,
    }
}
diesel::table! {
    batches (id) {
        id -> Binary,
        network_id -> Binary,
        taken -> Integer,
        refused -> Integer,
        made_on -> Integer,
        ends_on -> Integer,
    }
}
diesel::table! {
    batch_rows (id) {
        id -> Binary,
        network_id -> Binary,
        batch_id -> Binary,
        ask_id -> Binary,
        before -> Nullable<Binary>,
        row_key -> Binary,
    }
}
diesel::table! {
    import_maps (id) {
        id -> Binary,
        network_id -> Binary,
        name -> Text,
        map -> Text,
        review_on -> Integer,
    }
}
diesel::allow_tables_to_appear_in_same_query!(asks, ask_places);
