-- Two people sit down with one another. Who they are is sealed; by the marks each finds their own. The
-- notes are each one's alone. What is agreed on goes on, and what either would count is each one's to say.
create table one_to_ones (
    id bytea primary key not null,
    network_id bytea not null,
    one_mark bytea not null,
    other_mark bytea not null,
    who bytea not null,
    stage text not null,
    about bytea,
    next_thing bytea,
    note_one bytea,
    note_other bytea,
    met_one text not null,
    met_other text not null,
    counts_one text not null,
    counts_other text not null,
    introduced text not null,
    review_on integer not null,
    row_key bytea not null
);
create index one_to_ones_of_one on one_to_ones (network_id, one_mark);
create index one_to_ones_of_other on one_to_ones (network_id, other_mark);
-- A tie that both count. renewed_on: the day from which its half year runs.
create table ties (
    id bytea primary key not null,
    network_id bytea not null,
    one_mark bytea not null,
    other_mark bytea not null,
    who bytea not null,
    still_one text not null,
    still_other text not null,
    renewed_on integer not null,
    review_on integer not null,
    row_key bytea not null
);
create index ties_of_one on ties (network_id, one_mark);
create index ties_of_other on ties (network_id, other_mark);
-- Somebody would like two to meet: the one is asked first, the other only if the one says yes.
create table introductions (
    id bytea primary key not null,
    network_id bytea not null,
    one_mark bytea not null,
    other_mark bytea not null,
    who bytea not null,
    cares bytea not null,
    asks text not null,
    review_on integer not null,
    row_key bytea not null
);
create index introductions_of_one on introductions (network_id, one_mark);
create index introductions_of_other on introductions (network_id, other_mark);
-- What the ties add up to, made anew each month: numbers and a shape, nobody in it.
create table pictures (
    id bytea primary key not null,
    network_id bytea not null,
    made_on integer not null,
    stale text not null,
    drawn bytea not null,
    review_on integer not null,
    row_key bytea not null
);
create unique index pictures_by_network on pictures (network_id);
-- That somebody left, after how many months, and whether they handed over: nothing of who.
create table endings (
    id bytea primary key not null,
    network_id bytea not null,
    months integer not null,
    handed_over text not null,
    review_on integer not null
);
create index endings_by_network on endings (network_id, review_on);
