//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    open_tables (id) {
        id -> Binary,
        network_id -> Binary,
        name -> Text,
        place -> Text,
        area -> Text,
        rhythm -> Text,
        rules -> Text,
        reading -> Text,
        weekdays -> Text,
        offers -> Text,
        languages -> Text,
        contact -> Text,
        published_by -> Text,
        circle_id -> Nullable<Binary>,
        organisation_id -> Nullable<Binary>,
        closed_words -> Nullable<Text>,
        closed_until -> Nullable<Integer>,
        since_on -> Integer,
        looked_on -> Nullable<Integer>,
        review_on -> Integer,
        ended_on -> Nullable<Integer>,
        by_hand -> Bool,
        source_key -> Nullable<Text>,
    }
}
diesel::table! {
    table_batches (id) {
        id -> Binary,
        network_id -> Binary,
        taken -> Integer,
        refused -> Integer,
        made_on -> Integer,
        ends_on -> Integer,
    }
}
diesel::table! {
    table_batch_rows (id) {
        id -> Binary,
        network_id -> Binary,
        batch_id -> Binary,
        table_id -> Binary,
        before -> Nullable<Text>,
        ends_on -> Integer,
    }
}
