-- A letter of the day that can be answered, by an address of its own of which only a mark is kept:
-- what in it can be answered and which messages were heard is sealed, under a key that dies with it.
-- told_on: the day on which it was last said that a message was not understood.
create table answerable_letters (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    address_mark bytea not null,
    asked bytea not null,
    for_day integer not null,
    told_on integer,
    ends_on integer not null,
    row_key bytea not null
);
create unique index answerable_letters_by_mark on answerable_letters (network_id, address_mark);
create index answerable_letters_of_person on answerable_letters (network_id, person_id, for_day);
-- A word of somebody's that came by text and was typed by a shift: told to them, so that a false one
-- is seen. By whom is not kept.
create table relayed_words (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    said bytea not null,
    on_day integer not null,
    ends_on integer not null,
    row_key bytea not null
);
create index relayed_words_of_person on relayed_words (network_id, person_id);
