//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    containers (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        kind -> Text,
        shape -> Text,
        stage -> Text,
        open_to -> Text,
        season_id -> Nullable<Binary>,
        within_id -> Nullable<Binary>,
        before_id -> Nullable<Binary>,
        host_id -> Nullable<Binary>,
        host_said -> Nullable<Text>,
        second_id -> Nullable<Binary>,
        second_said -> Nullable<Text>,
        keeper_id -> Nullable<Binary>,
        question -> Nullable<Binary>,
        for_whom -> Nullable<Binary>,
        agreements -> Nullable<Binary>,
        place -> Nullable<Binary>,
        dial_in -> Nullable<Binary>,
        program -> Nullable<Binary>,
        on_day -> Integer,
        starts_minute -> Integer,
        review_on -> Integer,
        met_on -> Nullable<Integer>,
        returned_at -> Nullable<BigInt>,
        shared_to -> Nullable<Text>,
        share_asked -> Nullable<Text>,
        share_by -> Nullable<Binary>,
        version -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    campaigns (id) {
        id -> Binary,
        network_id -> Binary,
        aim -> Nullable<Binary>,
        demands -> Nullable<Binary>,
        decision_maker -> Nullable<Binary>,
        affected -> Nullable<Binary>,
        end_condition -> Nullable<Binary>,
        review_on -> Integer,
        row_key -> Binary,
        caucus_id -> Nullable<Binary>,
        proposal_id -> Nullable<Binary>,
    }
}
diesel::table! {
    access_needs (id) {
        id -> Binary,
        network_id -> Binary,
        container_id -> Binary,
        who -> Binary,
        words -> Binary,
        ends_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    harvest_lines (id) {
        id -> Binary,
        network_id -> Binary,
        container_id -> Binary,
        part -> Text,
        words -> Binary,
        whose -> Nullable<Binary>,
        party -> Nullable<Binary>,
        said -> Text,
        heard_by -> Nullable<Binary>,
        since_at -> BigInt,
        version -> Integer,
        ends_on -> Nullable<Integer>,
        row_key -> Binary,
    }
}
diesel::table! {
    choir_seasons (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        open_to -> Text,
        rule -> Text,
        first_on -> Integer,
        starts_minute -> Integer,
        ends_on -> Integer,
        place -> Nullable<Binary>,
        dial_in -> Nullable<Binary>,
        agreements -> Nullable<Binary>,
        list -> Nullable<Binary>,
        list_hash -> Nullable<Text>,
        frozen_at -> Nullable<BigInt>,
        row_key -> Binary,
    }
}
diesel::table! {
    choir_willing (network_id, season_id, member_id) {
        network_id -> Binary,
        season_id -> Binary,
        member_id -> Binary,
        since_at -> BigInt,
        ends_on -> Integer,
    }
}
