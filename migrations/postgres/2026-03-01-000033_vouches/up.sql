-- A circle that takes a vouch to enter, by its own decision, and since when.
create table vouch_spaces (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    since_on integer not null,
    review_on integer not null
);
create unique index vouch_spaces_by_circle on vouch_spaces (network_id, circle_id);
-- "I know this person, and answer for saying so": by whom, for whom, is sealed; for one space, for a year.
create table vouches (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    who bytea not null,
    basis bytea not null,
    stage text not null,
    review_on integer not null,
    row_key bytea not null
);
create index vouches_by_circle on vouches (network_id, circle_id);
-- Who is on their way into a space, or came in by vouches within the year.
create table vouch_entries (
    id bytea primary key not null,
    network_id bytea not null,
    circle_id bytea not null,
    who bytea not null,
    stage text not null,
    proposal_id bytea,
    review_on integer not null,
    row_key bytea not null
);
create index vouch_entries_by_circle on vouch_entries (network_id, circle_id);
