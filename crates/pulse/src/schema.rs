//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    pulses (id) {
        id -> Binary,
        network_id -> Binary,
        stage -> Text,
        answers -> Binary,
        counted -> Nullable<Binary>,
        opened_on -> Integer,
        closes_on -> Integer,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    pulse_hands (id) {
        id -> Binary,
        network_id -> Binary,
        pulse_id -> Binary,
        who -> Binary,
        row_key -> Binary,
    }
}
