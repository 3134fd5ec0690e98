-- Somebody lays down what they hold by a day. The row's id is theirs; it goes when they are free.
create table departures (
    id bytea primary key not null,
    network_id bytea not null,
    going text not null,
    stage text not null,
    target_on integer not null,
    reachable_until integer,
    name_choice text not null,
    thanks text not null,
    ends_on integer not null
);
create index departures_by_network on departures (network_id, target_on);
-- One thing they lay down, what becomes of it, and whether whoever was named has said yes.
create table departure_things (
    id bytea primary key not null,
    network_id bytea not null,
    departure_id bytea not null,
    thing text not null,
    title bytea not null,
    circle_id bytea,
    how text not null,
    successor_id bytea,
    said text,
    laid_on integer,
    ends_on integer not null,
    row_key bytea not null
);
create index departure_things_by_departure on departure_things (network_id, departure_id);
create index departure_things_by_successor on departure_things (network_id, successor_id);
-- A season of renewal: everybody looks at what they hold.
create table renewal_seasons (
    id bytea primary key not null,
    network_id bytea not null,
    opens_on integer not null,
    closes_on integer not null,
    gathers_on integer,
    stage text not null,
    ends_on integer not null
);
create index renewal_seasons_by_network on renewal_seasons (network_id, opens_on);
-- What somebody chose, sealed and gone when the season is closed; that they spoke stays until the next
-- one is.
create table renewal_words (
    id bytea primary key not null,
    network_id bytea not null,
    season_id bytea not null,
    member_id bytea not null,
    way text not null,
    word bytea,
    note bytea,
    ends_on integer not null,
    row_key bytea not null
);
create unique index renewal_words_by_season on renewal_words (network_id, season_id, member_id);
