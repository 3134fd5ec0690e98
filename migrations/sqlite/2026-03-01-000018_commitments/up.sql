-- A commitment (P1): who gives (giver: a person, a circle, an organisation), who receives (a person,
-- a circle, the network), one concrete thing in sealed words, and the day it is looked at again.
create table commitments (
    id blob primary key not null,
    network_id blob not null,
    giver text not null,
    giver_id blob not null,
    spoken_by blob,
    receiver text not null,
    receiver_id blob not null,
    kind text not null,
    fits text,
    area text not null,
    words blob not null,
    much blob,
    rule text,
    clock text,
    stage text not null,
    since_on integer not null,
    start_on integer not null,
    review_on integer not null,
    version integer not null,
    sight text not null,
    sight_asked text,
    before_id blob,
    wakes_when blob,
    wakes_people integer,
    wakes_hours integer,
    wakes_uses integer,
    seen_by_buddy boolean not null,
    row_key blob not null
);
create index commitments_by_giver on commitments (network_id, giver_id, stage);
create index commitments_by_receiver on commitments (network_id, receiver_id, stage);
create index commitments_by_stage on commitments (network_id, stage, review_on);
-- A time of a recurring commitment that is not as its rule says: given up, or moved by agreement.
-- It goes with its day.
create table times_changed (
    id blob primary key not null,
    network_id blob not null,
    commitment_id blob not null,
    rule_day integer not null,
    state text not null,
    other_day integer,
    other_clock text,
    stand_in blob,
    ends_on integer not null
);
create index times_changed_by_commitment on times_changed (network_id, commitment_id, rule_day);
create index times_changed_by_stand_in on times_changed (network_id, stand_in);
-- A place that looks for somebody: one time, or a standing duty.
create table open_places (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob,
    commitment_id blob,
    rule_day integer,
    rule text,
    clock text,
    on_day integer,
    starts_on integer not null,
    kind text not null,
    fits text,
    area text not null,
    words blob not null,
    not_for blob,
    ends_on integer not null,
    row_key blob not null
);
create index open_places_by_circle on open_places (network_id, circle_id);
create index open_places_by_commitment on open_places (network_id, commitment_id);
-- Who was asked whether they could take a place, on which day, and whether they said "not me". It
-- goes with the place, at the latest.
create table cover_asks (
    id blob primary key not null,
    network_id blob not null,
    place_id blob not null,
    asked_id blob not null,
    asked_on integer not null,
    reason text not null,
    said text not null,
    ends_on integer not null
);
create unique index cover_asks_once on cover_asks (network_id, place_id, asked_id);
create index cover_asks_by_asked on cover_asks (network_id, asked_id);
-- What somebody may be asked for at once, sealed: a number about oneself is nobody else's.
create table ceilings (
    id blob primary key not null,
    network_id blob not null,
    most blob not null,
    review_on integer not null,
    row_key blob not null
);
-- Somebody who stood in and would again, where the holder would like it too.
create table stand_ins (
    network_id blob not null,
    commitment_id blob not null,
    would_id blob not null,
    liked boolean not null,
    ends_on integer not null,
    primary key (network_id, commitment_id, would_id)
);
-- When a commitment woke on its condition; uses are counted over a year.
create table woken_times (
    id blob primary key not null,
    network_id blob not null,
    commitment_id blob not null,
    woken_at bigint not null,
    until_at bigint not null,
    ends_on integer not null
);
create index woken_times_by_commitment on woken_times (network_id, commitment_id, woken_at);
