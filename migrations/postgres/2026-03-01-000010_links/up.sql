-- A link somebody gets by letter: for one time, until a moment. Only a mark of it is kept.
create table links (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    purpose text not null,
    link_mark bytea not null,
    expires_at bigint not null
);
create unique index links_by_mark on links (network_id, link_mark);
create index links_of_person on links (network_id, person_id);

-- That somebody's mail address is theirs: they opened a link that was sent there. The id is the
-- person's; the address itself stands sealed elsewhere, here is a mark by which it is found.
create table confirmed_addresses (
    id bytea primary key not null,
    network_id bytea not null,
    address_mark bytea not null,
    confirmed_on integer not null,
    review_on integer not null
);
create index confirmed_addresses_by_mark on confirmed_addresses (network_id, address_mark);

-- Printed words: each opens the door once. Only a mark of them is kept.
create table printed_words (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    words_mark bytea not null,
    printed_on integer not null,
    review_on integer not null
);
create unique index printed_words_by_mark on printed_words (network_id, words_mark);
create index printed_words_of_person on printed_words (network_id, person_id);
