//! This practice's tables; what their columns mean stands in the migrations.

diesel::table! {
    proposals (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        author_id -> Nullable<Binary>,
        class -> Text,
        stage -> Text,
        title -> Binary,
        words -> Binary,
        waits -> Nullable<Binary>,
        opened_on -> Integer,
        since_at -> BigInt,
        version -> Integer,
        sittings -> Integer,
        sat_on -> Nullable<Integer>,
        sittings_needed -> Integer,
        laid_over -> Integer,
        disputed -> Text,
        adopted_at -> Nullable<BigInt>,
        review_on -> Integer,
        row_key -> Binary,
        manner -> Text,
        gives -> Nullable<Text>,
        bears -> Nullable<Binary>,
        shaped -> Nullable<Binary>,
    }
}
diesel::table! {
    proposal_texts (id) {
        id -> Binary,
        network_id -> Binary,
        proposal_id -> Binary,
        version -> Integer,
        meaning -> Text,
        words -> Binary,
        until_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    voices (id) {
        id -> Binary,
        network_id -> Binary,
        proposal_id -> Binary,
        member_id -> Nullable<Binary>,
        kind -> Text,
        version -> Integer,
        words -> Nullable<Binary>,
        objection -> Nullable<Text>,
        way -> Text,
        said_on -> Integer,
        ends_on -> Nullable<Integer>,
        row_key -> Binary,
    }
}
diesel::table! {
    caucuses (id) {
        id -> Binary,
        network_id -> Binary,
        name -> Binary,
        about -> Binary,
        convenor_id -> Binary,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    caucus_members (id) {
        id -> Binary,
        network_id -> Binary,
        caucus_id -> Binary,
        who -> Binary,
        stage -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    gates (id) {
        id -> Binary,
        network_id -> Binary,
        proposal_id -> Binary,
        caucus_id -> Binary,
        asked_on -> Integer,
        answer -> Text,
        version -> Integer,
        words -> Nullable<Binary>,
        help_asked -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    advices (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        author_id -> Nullable<Binary>,
        stage -> Text,
        title -> Binary,
        words -> Binary,
        decided -> Nullable<Binary>,
        changed -> Nullable<Binary>,
        opened_on -> Integer,
        decided_on -> Nullable<Integer>,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    advice_asked (id) {
        id -> Binary,
        network_id -> Binary,
        advice_id -> Binary,
        person_id -> Nullable<Binary>,
        name -> Nullable<Binary>,
        because -> Text,
        words -> Nullable<Binary>,
        way -> Text,
        asked_at -> BigInt,
        row_key -> Binary,
    }
}
diesel::table! {
    choices (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        author_id -> Nullable<Binary>,
        manner -> Text,
        blanks -> Text,
        stage -> Text,
        title -> Binary,
        words -> Nullable<Binary>,
        options -> Binary,
        ballots -> Binary,
        counted -> Nullable<Binary>,
        opened_on -> Integer,
        closes_on -> Integer,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    choice_hands (id) {
        id -> Binary,
        network_id -> Binary,
        choice_id -> Binary,
        who -> Binary,
        row_key -> Binary,
    }
}
diesel::table! {
    power_nodes (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        name -> Binary,
        note -> Nullable<Binary>,
        kind -> Text,
        weight -> Text,
        stand -> Text,
        review_on -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    honoraria (id) {
        id -> Binary,
        network_id -> Binary,
        circle_id -> Binary,
        caucus_id -> Nullable<Binary>,
        words -> Binary,
        seats -> Integer,
        amount -> Binary,
        on_day -> Integer,
        until_day -> Integer,
        row_key -> Binary,
    }
}
diesel::table! {
    honorarium_takers (id) {
        id -> Binary,
        network_id -> Binary,
        honorarium_id -> Binary,
        who -> Binary,
        until_day -> Integer,
        row_key -> Binary,
    }
}
