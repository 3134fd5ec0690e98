-- What somebody chose to be told, and how (§1.7). The id is the person's; without a row they are
-- told nothing. The hour is a word, '00' to '23', in the network's zone.
create table tellings (
    id bytea primary key not null,
    network_id bytea not null,
    address bytea,
    digest_hour text,
    digest_on integer,
    at_once text not null,
    review_on integer not null,
    row_key bytea not null
);
create index tellings_by_hour on tellings (network_id, digest_hour);

-- Letters on their way. Whom to and what they say is sealed under a key that dies with the letter;
-- the row goes when the letter has left. claimed_at: somebody is sending it at this moment.
create table letters (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    kind text not null,
    for_day integer not null,
    letter bytea not null,
    made_at bigint not null,
    next_at bigint not null,
    claimed_at bigint,
    ends_on integer not null,
    row_key bytea not null
);
create index letters_due on letters (network_id, next_at);
create index letters_of_person on letters (network_id, person_id);

-- Where a browser of somebody's can be woken (RFC 8030), as it told us; and wakings on their way,
-- which say nothing.
create table wake_places (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    place bytea not null,
    since_on integer not null,
    ends_on integer not null,
    row_key bytea not null
);
create index wake_places_of_person on wake_places (network_id, person_id);
create table wakings (
    id bytea primary key not null,
    network_id bytea not null,
    person_id bytea not null,
    place_id bytea not null,
    made_at bigint not null,
    next_at bigint not null,
    claimed_at bigint,
    ends_on integer not null
);
create index wakings_due on wakings (network_id, next_at);
create index wakings_of_person on wakings (network_id, person_id);

-- The key this network signs its wakings with (RFC 8292). The id is the network's.
create table wake_keys (
    id bytea primary key not null,
    network_id bytea not null,
    secret bytea not null,
    review_on integer not null,
    row_key bytea not null
);
