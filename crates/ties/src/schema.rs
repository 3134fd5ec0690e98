//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    one_to_ones (id) {
        id -> Binary,
        network_id -> Binary,
        one_mark -> Binary,
        other_mark -> Binary,
        who -> Binary,
        stage -> Text,
        about -> Nullable<Binary>,
        next_thing -> Nullable<Binary>,
        note_one -> Nullable<Binary>,
        note_other -> Nullable<Binary>,
        met_one -> Text,
        met_other -> Text,
        counts_one -> Text,
        counts_other -> Text,
        introduced -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    ties (id) {
        id -> Binary,
        network_id -> Binary,
        one_mark -> Binary,
        other_mark -> Binary,
        who -> Binary,
        still_one -> Text,
        still_other -> Text,
        renewed_on -> Integer,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    introductions (id) {
        id -> Binary,
        network_id -> Binary,
        one_mark -> Binary,
        other_mark -> Binary,
        who -> Binary,
        cares -> Binary,
        asks -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    pictures (id) {
        id -> Binary,
        network_id -> Binary,
        made_on -> Integer,
        stale -> Text,
        drawn -> Binary,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    endings (id) {
        id -> Binary,
        network_id -> Binary,
        months -> Integer,
        handed_over -> Text,
        review_on -> Integer,
    }
}
