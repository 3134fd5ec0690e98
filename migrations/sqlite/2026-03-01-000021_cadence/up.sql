-- What a circle does again and again (P14), by a recurrence rule at an hour on the wall, until the last
-- day of its season. Its words are sealed; who hosts in turn lies there in that order.
create table practices (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    stage text not null,
    shown text not null,
    name blob not null,
    place blob not null,
    find_us blob not null,
    minimum blob not null,
    rule text not null,
    first_on integer not null,
    starts_minute integer not null,
    minutes integer not null,
    hosts blob not null,
    last_host_id blob,
    season_on integer not null,
    ends_on integer not null,
    row_key blob not null
);
create index practices_by_circle on practices (network_id, circle_id);
create index practices_by_end on practices (network_id, ends_on);
-- What became of one of its times: held, moved to another day or rested; and the next date it wrote.
create table occurrences (
    network_id blob not null,
    practice_id blob not null,
    on_day integer not null,
    fate text not null,
    moved_day integer,
    next_day integer,
    primary key (network_id, practice_id, on_day)
);
-- A link by which a calendar reads somebody's times or a circle's. Of the link only a mark is kept,
-- and of who reads it nothing.
create table calendar_feeds (
    id blob primary key not null,
    network_id blob not null,
    person_id blob not null,
    circle_id blob,
    link_mark blob not null,
    expires_at bigint not null
);
create unique index calendar_feeds_by_mark on calendar_feeds (network_id, link_mark);
create index calendar_feeds_by_person on calendar_feeds (network_id, person_id);
