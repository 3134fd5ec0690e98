-- An open table (P6): a place, a rhythm, what there is. All of it is public, and it leads to no
-- person: a contact stands here only because its organisation publishes it.
create table open_tables (
    id blob primary key not null,
    network_id blob not null,
    name text not null,
    place text not null,
    area text not null,
    rhythm text not null,
    rules text not null,
    reading text not null,
    weekdays text not null,
    offers text not null,
    languages text not null,
    contact text not null,
    published_by text not null,
    circle_id blob,
    organisation_id blob,
    closed_words text,
    closed_until integer,
    since_on integer not null,
    looked_on integer,
    review_on integer not null,
    ended_on integer,
    by_hand boolean not null,
    source_key text
);
create index open_tables_by_area on open_tables (network_id, area, name);
create index open_tables_by_review on open_tables (network_id, review_on);
create index open_tables_by_source on open_tables (network_id, source_key);
-- What files brought in, so that it can be undone.
create table table_batches (
    id blob primary key not null,
    network_id blob not null,
    taken integer not null,
    refused integer not null,
    made_on integer not null,
    ends_on integer not null
);
create index table_batches_by_network on table_batches (network_id, ends_on);
create table table_batch_rows (
    id blob primary key not null,
    network_id blob not null,
    batch_id blob not null,
    table_id blob not null,
    before text,
    ends_on integer not null
);
create index table_batch_rows_by_batch on table_batch_rows (network_id, batch_id);
