-- A slow round: a question, and when it opens at the latest. heard_at is when everyone was in; until then
-- or closes_at no query reads an entry. Of live rounds there is no table.
create table slow_rounds (
    id blob primary key not null,
    network_id blob not null,
    circle_id blob not null,
    host_id blob,
    question blob not null,
    closes_at bigint not null,
    heard_at bigint,
    ends_on integer not null,
    row_key blob not null
);
create index slow_rounds_by_circle on slow_rounds (network_id, circle_id);
create index slow_rounds_by_end on slow_rounds (network_id, ends_on);
-- What somebody gave into it, sealed; without words they passed.
create table slow_entries (
    id blob primary key not null,
    network_id blob not null,
    round_id blob not null,
    member_id blob not null,
    words blob,
    waived text not null,
    ends_on integer not null,
    row_key blob not null
);
create unique index slow_entries_by_round on slow_entries (network_id, round_id, member_id);
create index slow_entries_by_member on slow_entries (network_id, member_id);
-- What somebody heard of an entry, said back, and what its speaker says of that.
create table reflections (
    id blob primary key not null,
    network_id blob not null,
    entry_id blob not null,
    member_id blob not null,
    words blob not null,
    said text not null,
    ends_on integer not null,
    row_key blob not null
);
create unique index reflections_by_entry on reflections (network_id, entry_id, member_id);
-- A reply to an entry.
create table slow_replies (
    id blob primary key not null,
    network_id blob not null,
    entry_id blob not null,
    member_id blob not null,
    words blob not null,
    ends_on integer not null,
    row_key blob not null
);
create index slow_replies_by_entry on slow_replies (network_id, entry_id);
