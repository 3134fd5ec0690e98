//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    vouch_spaces (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        since_on -> Integer,
        review_on -> Integer,
    }
}
diesel::table! {
    vouches (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        who -> Binary,
        basis -> Binary,
        stage -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    vouch_entries (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        who -> Binary,
        stage -> Text,
        proposal_id -> Nullable<Binary>,
        review_on -> Integer,
        row_key -> Binary,
    }
}
